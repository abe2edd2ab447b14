//! Words for whoever watches.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line tool speaks")]

use std::time::Duration;

/// One line.
pub(crate) fn line(words: &str) {
    println!("{words}");
}

/// What went wrong.
pub(crate) fn complaint(words: &str) {
    eprintln!("{words}");
}

/// The start of something that takes a while.
pub(crate) fn headline(words: &str) {
    println!("\n== {words}");
}

/// How long something took, as people say it.
pub(crate) fn duration(time: Duration) -> String {
    match time.as_secs() {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// A size as people say it.
pub(crate) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_sizes_read_as_people_say_them() {
        assert_eq!(duration(Duration::from_millis(1234)), "1.2 s");
        assert_eq!(duration(Duration::from_secs(42)), "42 s");
        assert_eq!(duration(Duration::from_secs(125)), "2 min 05 s");
        assert_eq!(size(999), "999 bytes");
        assert_eq!(size(1_001), "2 KB");
        assert_eq!(size(18_250_000), "18.2 MB");
    }
}

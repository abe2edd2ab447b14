//! What lies beside the program because it is too large to be inside.

use std::path::{Path, PathBuf};

/// The app's folder below `/usr/lib`, as its package calls it.
const APP: &str = "Candidacy";

/// Where something that ships with the app lies: `templates/fonts`. `None` where it is missing.
pub fn beside(what: &str) -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let program = program.canonicalize().unwrap_or(program);
    places(&program).into_iter().map(|it| it.join(what)).find(|it| it.exists())
}

/// Where it may be: beside the program (Windows), under the `lib` of its `bin` (Linux), in the
/// resources of its bundle (macOS), or above it, where it was built.
fn places(program: &Path) -> Vec<PathBuf> {
    let mut places = Vec::new();
    if let Some(folder) = program.parent() {
        places.push(folder.to_owned());
        places.push(folder.join("../lib").join(APP));
        places.push(folder.join("../Resources"));
        if cfg!(debug_assertions) {
            places.extend(folder.ancestors().map(Path::to_owned));
        }
    }
    // What `cargo install --path` puts elsewhere still knows where it was built.
    places.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.."));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_installed_program_looks_where_its_package_puts_things() {
        let places = places(Path::new("/usr/bin/candidacy"));
        let deb = Path::new("/usr/bin/../lib/Candidacy");
        assert!(places.iter().any(|it| it == deb), "{places:?}");
    }

    #[test]
    fn what_is_nowhere_is_told() {
        assert!(beside("templates/fonts").is_some());
        assert_eq!(beside("templates/no-such-folder"), None);
    }
}

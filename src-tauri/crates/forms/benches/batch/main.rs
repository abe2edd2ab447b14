//! A thousand forms, one after the other, and the memory that this takes.
//!
//! `cargo bench -p forms --bench batch` prints the resident memory at every
//! hundredth form. The later figures are like the first: nothing of a form stays
//! behind. Nothing is asserted, since the system may give memory back when it likes.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run should stop")]
#![expect(clippy::print_stdout, reason = "it is there to print")]

use std::{fs, hint::black_box, path::Path, time::Instant};

use forms::{Confidence, Dictionary, Form, Plan, Release, Settings, fill};
use jiff::civil::date;
use profile::Profile;

const TEMPLATES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../templates");
const FORMS: usize = 1000;
const EVERY: usize = 100;

fn main() {
    let profile = fs::read_to_string(Path::new(TEMPLATES).join("sample/profile.json")).unwrap();
    let profile = Profile::parse(&profile).unwrap();
    let form = "postings/msra-trustworthy-systems/application-form.docx";
    let form = fs::read(Path::new(TEMPLATES).join(form)).unwrap();
    println!("forms  resident   since start");
    let start = Instant::now();
    for number in 0..=FORMS {
        if number % EVERY == 0 {
            let resident = resident().map_or("unknown".to_owned(), |it| format!("{it} KiB"));
            println!("{number:>5}  {resident:>11}  {:.1} s", start.elapsed().as_secs_f32());
        }
        black_box(one(form.clone(), &profile));
    }
}

/// Opens, matches, fills and saves one form.
fn one(bytes: Vec<u8>, profile: &Profile) -> Vec<u8> {
    let form = Form::open(bytes, Dictionary::shipped()).unwrap();
    let settings = Settings {
        accept: Confidence::Unsure,
        release: Release::All,
        ..Settings::new(date(2026, 3, 1))
    };
    let plan = Plan::new(form.fields(), profile, Dictionary::shipped(), &settings).unwrap();
    fill(&form, &plan.approve()).unwrap().bytes
}

/// The memory of this process that is in use, in KiB. Only Linux says it in a file.
fn resident() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}

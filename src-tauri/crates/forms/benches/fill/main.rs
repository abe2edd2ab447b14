//! How long it takes to open a form, match it, fill it and save it, beside the floor.
//!
//! The floor is what no program can do without: read the archive, unpack one
//! part, pack it again, copy the rest raw. Everything beyond it is the price of
//! the safety checks, of finding the questions, and of answering them.
//!
//! `cargo xtask bench` has other people's programs fill the same form. For them
//! it sets `CANDIDACY_PEERS` to a folder, and this puts the form there with
//! their marks in its blanks, and the answers.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run should stop")]

mod form;

use std::{
    env, fs,
    hint::black_box,
    io::{Cursor, Read as _, Write as _},
    path::Path,
};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use forms::{Confidence, Dictionary, Filled, Form, Plan, Release, Settings, fill};
use jiff::civil::{Date, date};
use profile::Profile;
use zip::{ZipArchive, ZipWriter};

const TODAY: Date = date(2026, 3, 1);
const TEMPLATES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../templates");

/// Raw copies, and the main part unpacked and packed again.
fn floor(bytes: &[u8]) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len() + 4096)));
    for index in 0..old.len() {
        let raw = old.by_index_raw(index).unwrap();
        if raw.name().unwrap() != form::MAIN {
            new.raw_copy_file(raw).unwrap();
            continue;
        }
        let options = raw.options();
        drop(raw);
        let mut content = Vec::new();
        old.by_index(index).unwrap().read_to_end(&mut content).unwrap();
        new.start_file(form::MAIN, options).unwrap();
        new.write_all(&content).unwrap();
    }
    new.finish().unwrap().into_inner()
}

fn open(bytes: &[u8]) -> Form {
    Form::open(bytes.to_vec(), Dictionary::shipped()).unwrap()
}

/// Everything the form asks goes in, so that the work is the same for everybody.
fn plan(form: &Form, profile: &Profile) -> Plan {
    let settings =
        Settings { accept: Confidence::Unsure, release: Release::All, ..Settings::new(TODAY) };
    Plan::new(form.fields(), profile, Dictionary::shipped(), &settings).unwrap()
}

fn whole(bytes: &[u8], profile: &Profile) -> Filled {
    let form = open(bytes);
    let approved = plan(&form, profile).approve();
    fill(&form, &approved).unwrap()
}

fn measure(criterion: &mut Criterion, name: &str, bytes: &[u8], profile: &Profile) {
    let form = open(bytes);
    let approved = plan(&form, profile).approve();
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("floor", |it| it.iter(|| floor(black_box(bytes))));
    group.bench_function("open and inspect", |it| it.iter(|| open(black_box(bytes))));
    group.bench_function("match", |it| it.iter(|| plan(black_box(&form), profile)));
    group.bench_function("fill and save", |it| it.iter(|| fill(black_box(&form), &approved)));
    group.bench_function("bytes to bytes", |it| it.iter(|| whole(black_box(bytes), profile)));
    group.finish();
}

fn forms_of_two_pages(criterion: &mut Criterion) {
    let profile = fs::read_to_string(Path::new(TEMPLATES).join("sample/profile.json")).unwrap();
    let profile = Profile::parse(&profile).unwrap();
    let blank = form::form(|_| String::new());
    let report = whole(&blank, &profile).report;
    let left: Vec<_> = report.fields.iter().filter(|it| it.written.is_none()).collect();
    assert_eq!(report.written, form::LABELS.len(), "every blank is filled, but for {left:#?}");
    if let Some(folder) = env::var_os("CANDIDACY_PEERS") {
        let answers = report.fields.iter().map(|it| it.written.clone().unwrap()).collect();
        for_peers(Path::new(&folder), answers);
    }
    measure(criterion, "30 blanks", &blank, &profile);
    let shipped = "postings/msra-trustworthy-systems/application-form.docx";
    let shipped = fs::read(Path::new(TEMPLATES).join(shipped)).unwrap();
    measure(criterion, "application form", &shipped, &profile);
}

/// The same form for programs that want a mark where an answer goes.
#[expect(clippy::disallowed_methods, reason = "made anew on every run, nobody's only copy")]
fn for_peers(folder: &Path, answers: Vec<String>) {
    let marks = (0..answers.len()).map(|number| format!("f{number}"));
    let answers: serde_json::Map<_, _> = marks.zip(answers.into_iter().map(Into::into)).collect();
    fs::write(folder.join("answers.json"), serde_json::to_vec(&answers).unwrap()).unwrap();
    let braces = form::form(|number| format!("{{f{number}}}"));
    fs::write(folder.join("docxtemplater.docx"), braces).unwrap();
    let jinja = form::form(|number| format!("{{{{ f{number} }}}}"));
    fs::write(folder.join("docxtpl.docx"), jinja).unwrap();
}

criterion_group!(benches, forms_of_two_pages);
criterion_main!(benches);

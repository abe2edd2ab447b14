//! How long a candidate waits for a letter, and for one PDF of several.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run should stop")]

use std::{hint::black_box, path::Path};

use criterion::{Criterion, criterion_group, criterion_main};
use engine::{Document, Drawn, Engine, Language, jiff::civil::date};

const TEMPLATES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../templates");

fn papers(criterion: &mut Criterion) {
    let templates = Path::new(TEMPLATES);
    let today = date(2026, 3, 1);
    let engine = Engine::new().with_fonts(templates.join("fonts"));
    let posting = engine.posting("msra-trustworthy-systems").unwrap();
    let profile = engine.open_profile(&templates.join("sample/profile.json")).unwrap();
    let mut group = criterion.benchmark_group("papers");
    for (name, language) in
        [("letter in English", Language::En), ("letter in Chinese", Language::Zh)]
    {
        let letter = engine.cover_letter(&posting, &profile, language, None, today).unwrap();
        group.bench_function(format!("{name}, PDF"), |bencher| {
            bencher.iter(|| black_box(engine.draw(&letter.writing, Drawn::Pdf).unwrap()));
        });
        group.bench_function(format!("{name}, PDF, fonts opened anew"), |bencher| {
            bencher.iter(|| {
                let fresh = Engine::new().with_fonts(templates.join("fonts"));
                black_box(fresh.draw(&letter.writing, Drawn::Pdf).unwrap())
            });
        });
        group.bench_function(format!("{name}, Word"), |bencher| {
            bencher.iter(|| black_box(engine.draw(&letter.writing, Drawn::Word).unwrap()));
        });
    }
    let cv = Document::open(&templates.join("sample/cv-en.pdf")).unwrap();
    let files = vec![cv; 4];
    group.bench_function("merge four CVs", |bencher| {
        bencher.iter(|| black_box(engine.merge(&files, "all", today).unwrap()));
    });
    group.finish();
}

criterion_group!(benches, papers);
criterion_main!(benches);

//! How long it takes to read a CV, by what it is, and to find what it offers.
//!
//! The CVs are those of `tests/cvs/good/`. The process of its own that the app
//! reads them in comes on top: starting it is the system's work, not ours.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run should stop")]

use std::{fs, hint::black_box, path::Path};

use criterion::{Criterion, criterion_group, criterion_main};

const CVS: &[&str] = &[
    "haoran-libreoffice.pdf",
    "haoran-chromium.pdf",
    "haoran-type1.pdf",
    "olivia-two-columns.pdf",
    "xiaowen-chromium.pdf",
    "xiaowen-gbk-euc.pdf",
    "haoran-word.docx",
    "zimo-page.html",
    "xiaowen-gbk.txt",
];

fn read(criterion: &mut Criterion) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/cvs/good");
    let mut group = criterion.benchmark_group("read");
    for name in CVS {
        let bytes = fs::read(folder.join(name)).unwrap();
        group.bench_function(*name, |it| it.iter(|| documents::read(black_box(&bytes), name)));
    }
    group.finish();
    let text = fs::read(folder.join("haoran-utf8.txt")).unwrap();
    let text = documents::read(&text, "cv.txt").unwrap().text;
    criterion.bench_function("offers", |it| it.iter(|| profile::offer::from_cv(black_box(&text))));
}

criterion_group!(benches, read);
criterion_main!(benches);

//! Several files become one, whole, or the one that cannot is named.

use super::{Part, merge};
use crate::pdf::Properties;
use crate::pdf::tests::pdf;
use crate::{CvKind, Error};

const PROPERTIES: Properties<'_> = Properties {
    title: "Application – 林若溪",
    author: "Ruoxi Lin",
    subject: "Everything in one file",
    language: "en-GB",
    date: (2026, 3, 1),
};

fn part<'a>(name: &'a str, bytes: &'a [u8]) -> Part<'a> {
    Part { name, title: name, bytes }
}

#[test]
fn every_page_and_every_word_is_there_in_order() {
    let (one, two) = (pdf(&["First file."; 120]), pdf(&["Second file."]));
    let bytes = merge(&[part("one.pdf", &one), part("二.pdf", &two)], &PROPERTIES).unwrap();
    let read = crate::read(&bytes, "merged.pdf").unwrap();
    assert_eq!(read.pages, Some(4));
    assert_eq!(read.title.as_deref(), Some(PROPERTIES.title));
    assert_eq!(read.text.matches("First file.").count(), 120);
    assert!(read.text.trim_end().ends_with("Second file."));
    let document = lopdf::Document::load_mem(&bytes).unwrap();
    let outline = document.get_toc().unwrap();
    let marks: Vec<_> = outline.toc.iter().map(|it| (it.title.as_str(), it.page)).collect();
    assert_eq!(marks, [("one.pdf", 1), ("二.pdf", 4)]);
}

#[test]
fn pages_keep_their_size() {
    let a4 = pdf(&["A4"]);
    let mut other = lopdf::Document::load_mem(&pdf(&["Letter"])).unwrap();
    let pages = other.get_pages();
    let page = other.get_object_mut(pages[&1]).unwrap().as_dict_mut().unwrap();
    page.set("MediaBox", vec![0.into(), 0.into(), 612.into(), 792.into()]);
    let mut letter = Vec::new();
    other.save_to(&mut letter).unwrap();
    let bytes = merge(&[part("a4.pdf", &a4), part("letter.pdf", &letter)], &PROPERTIES).unwrap();
    let merged = lopdf::Document::load_mem(&bytes).unwrap();
    let widths: Vec<f32> = merged
        .get_pages()
        .into_values()
        .map(|it| {
            let page = merged.get_dictionary(it).unwrap();
            page.get(b"MediaBox").unwrap().as_array().unwrap()[2].as_float().unwrap()
        })
        .collect();
    assert!((widths[0] - 595.28).abs() < 0.5 && (widths[1] - 612.0).abs() < 0.5, "{widths:?}");
}

#[test]
fn what_is_damaged_or_no_pdf_is_refused_by_name() {
    let good = pdf(&["Good"]);
    let cut = &good[..good.len() / 2];
    for (name, bytes) in [("cut.pdf", cut), ("note.pdf", b"only words".as_slice())] {
        match merge(&[part("good.pdf", &good), part(name, bytes)], &PROPERTIES) {
            Err(Error::Damaged { name: told, kind: CvKind::Pdf, .. }) => assert_eq!(told, name),
            other => panic!("{name}: {other:?}"),
        }
    }
    let protected: [&[u8]; 2] = [
        include_bytes!("../read/fixtures/password.pdf"),
        include_bytes!("../read/fixtures/owner-password.pdf"),
    ];
    for bytes in protected {
        let refused = merge(&[part("good.pdf", &good), part("cv.pdf", bytes)], &PROPERTIES);
        assert_eq!(refused, Err(Error::Encrypted { name: "cv.pdf".into(), kind: CvKind::Pdf }));
    }
    let nothing = merge(&[part("empty.pdf", b"")], &PROPERTIES);
    assert_eq!(nothing, Err(Error::Empty { name: "empty.pdf".into() }));
}

#[test]
fn a_page_that_lost_its_end_is_not_passed_on() {
    let mut document = lopdf::Document::load_mem(&pdf(&["Words"; 40])).unwrap();
    let page = document.get_pages()[&1];
    let contents = document.get_page_contents(page)[0];
    let stream = document.get_object_mut(contents).unwrap().as_stream_mut().unwrap();
    let half = stream.content.len() / 2;
    stream.set_content(stream.content[..half].to_vec());
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    let refused = merge(&[part("cv.pdf", &bytes)], &PROPERTIES).unwrap_err().to_string();
    assert!(refused.contains("one of its pages is broken"), "{refused}");
}

#[test]
fn the_same_files_make_the_same_bytes() {
    let one = pdf(&["one"]);
    let merged = || merge(&[part("a", &one), part("b", &one)], &PROPERTIES).unwrap();
    assert_eq!(merged(), merged());
}

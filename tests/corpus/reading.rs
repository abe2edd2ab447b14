//! What a person reads in a Word file, place by place. Made without the code
//! that fills forms, so that one cannot hide the faults of the other.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _},
};

use roxmltree::{Document, Node};
use zip::ZipArchive;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Every part of a file by its name.
pub(super) fn parts(file: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        parts.insert(entry.name().unwrap().to_string(), content);
    }
    parts
}

/// The words at each place: `t0r1c2` for a cell, paragraphs parted by `¶`, and
/// `p3` for a paragraph outside of tables. Both copies of a text box must agree.
pub(super) fn places(file: &[u8]) -> BTreeMap<String, String> {
    let parts = parts(file);
    let xml = String::from_utf8(parts["word/document.xml"].clone()).unwrap();
    let document = Document::parse(&xml).unwrap();
    let mut places = BTreeMap::new();
    for table in all(&document, "tbl").enumerate() {
        cells(table, &mut places);
    }
    for (number, paragraph) in all(&document, "p").enumerate() {
        if cell_around(paragraph).is_none() {
            places.insert(format!("p{number}"), line(paragraph));
        }
    }
    both_copies_agree(&document);
    places
}

/// Words as they are compared: any gap is one space, any line one underscore.
pub(super) fn plain(words: &str) -> String {
    let mut plain = String::new();
    for c in words.chars() {
        let c = if c.is_whitespace() { ' ' } else { c };
        if !(plain.ends_with(c) && matches!(c, ' ' | '_')) {
            plain.push(c);
        }
    }
    plain.trim().to_owned()
}

/// Elements of the body in document order, as places count them.
fn all<'a>(document: &'a Document<'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    let is_old = |it: &Node| it.ancestors().any(|it| it.tag_name().name() == "Fallback");
    document.descendants().filter(move |it| it.has_tag_name((W, name)) && !is_old(it))
}

fn cells((number, table): (usize, Node), places: &mut BTreeMap<String, String>) {
    let own = |node: &Node| {
        node.ancestors().skip(1).find(|it| it.has_tag_name((W, "tbl"))) == Some(table)
    };
    let rows = table.descendants().filter(|it| it.has_tag_name((W, "tr")) && own(it));
    for (row, node) in rows.enumerate() {
        let cells = node.descendants().filter(|it| it.has_tag_name((W, "tc")) && own(it));
        for (cell, node) in cells.enumerate() {
            let paragraphs = node
                .descendants()
                .filter(|it| it.has_tag_name((W, "p")) && cell_around(*it) == Some(node));
            let lines: Vec<String> = paragraphs.map(line).collect();
            places.insert(format!("t{number}r{row}c{cell}"), lines.join("¶"));
        }
    }
}

/// The cell that a paragraph stands in, unless it stands in a text box.
fn cell_around<'a>(paragraph: Node<'a, 'a>) -> Option<Node<'a, 'a>> {
    let around = paragraph
        .ancestors()
        .find(|it| it.has_tag_name((W, "tc")) || it.has_tag_name((W, "txbxContent")));
    around.filter(|it| it.has_tag_name((W, "tc")))
}

/// What a paragraph reads as, in the notation of the forms.
fn line(paragraph: Node) -> String {
    let mut line = String::new();
    for node in paragraph.descendants().skip(1) {
        let around = node.ancestors().skip(1).find(|it| it.has_tag_name((W, "p")));
        if around != Some(paragraph) || node.tag_name().namespace().is_none() {
            continue;
        }
        let value = |name: &str| node.attribute((W, name)).unwrap_or_default();
        let is_on = || {
            node.children().any(|it| {
                it.has_tag_name((W, "checked"))
                    && it.attribute((W, "val")).is_none_or(|it| it != "0")
            })
        };
        match node.tag_name().name() {
            "t" => line += node.text().unwrap_or_default(),
            "tab" if node.parent().is_some_and(|it| it.has_tag_name((W, "r"))) => line.push('\t'),
            "br" => line += "⟨br⟩",
            "sym" => line.extend(["⟨sym ", value("char"), "⟩"]),
            "checkBox" => line += if is_on() { "⟨on⟩" } else { "⟨off⟩" },
            // The entry that a list shows, by its place.
            "result" => line.extend(["⟨", value("val"), "⟩"]),
            "blip" => line += "⟨picture⟩",
            _ => {}
        }
    }
    line
}

fn both_copies_agree(document: &Document) {
    for node in document.descendants().filter(|it| it.tag_name().name() == "AlternateContent") {
        let copy = |name: &str| {
            let copy = node.children().find(|it| it.tag_name().name() == name).unwrap();
            let words = copy.descendants().filter(|it| it.has_tag_name((W, "t")));
            words.filter_map(|it| it.text()).collect::<String>()
        };
        assert_eq!(copy("Choice"), copy("Fallback"), "both copies of a text box say the same");
    }
}

//! A Word file around the body that docx-rs writes.
//!
//! docx-rs writes paragraphs and tables well. Its styles and settings are in an
//! order that the Open XML validator refuses, and it knows no check box, list or
//! date control. So the body and the footer are docx-rs's; the parts around them
//! stand in `parts/`; and a run that holds a [`mark`] is replaced by the XML that
//! the caller gives for it, through `ooxml`. Nothing of the clock or of chance
//! goes in: the same input gives the same bytes.

use std::io::{Cursor, Write};

use docx_rs::{Docx, Footer, Paragraph, Run};
use ooxml::{Edit, NodeId, Ns, Tree, escape, splice};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Begins a run that stands for something docx-rs cannot write. A private-use
/// character, so that no text can be mistaken for it.
const MARK: char = '\u{E000}';

use crate::Error;

/// What the file says of itself.
#[derive(Debug, Clone, Copy)]
pub struct Properties<'a> {
    /// Its title.
    pub title: &'a str,
    /// Who wrote it.
    pub author: &'a str,
    /// Its language, such as `zh-CN`.
    pub language: &'a str,
    /// How many pages it has, as Word would note it on saving, where that is known.
    pub pages: Option<u32>,
    /// When it was written: year, month, day. Given, so that the same words make the same bytes.
    pub date: (i16, i8, i8),
}

/// The run that [`write()`] replaces by what `controls` gives for `name`.
pub fn mark(name: &str) -> Run {
    Run::new().add_text(format!("{MARK}{name}"))
}

/// The body, its footer, and the parts around them.
#[derive(Debug)]
pub struct Word<'a> {
    /// What docx-rs wrote.
    pub body: Docx,
    /// At the foot of every page.
    pub footer: Paragraph,
    /// `styles.xml`.
    pub styles: &'a str,
    /// The page: `w:sectPr` with its children after the footer reference.
    pub page: &'a str,
    /// What stands at the mark [`PICTURE`].
    pub picture: Option<Picture<'a>>,
}

/// A JPEG picture and its size in English Metric Units, 36,000 to the millimetre.
#[derive(Debug, Clone, Copy)]
pub struct Picture<'a> {
    /// Its content.
    pub bytes: &'a [u8],
    /// Across.
    pub width: u32,
    /// Down.
    pub height: u32,
    /// What a screen reader says.
    pub describe: &'a str,
}

/// The mark for the picture.
pub const PICTURE: &str = "picture";

/// Writes the file. `controls` gives the XML for each mark.
pub fn write(
    word: Word<'_>,
    properties: &Properties<'_>,
    controls: impl Fn(&str) -> Option<String>,
) -> Result<Vec<u8>, Error> {
    let picture = word.picture;
    let controls = |name: &str| match &picture {
        Some(picture) if name == PICTURE => Some(drawing(picture)),
        _ => controls(name),
    };
    let parts = word.body.footer(Footer::new().add_paragraph(word.footer)).build();
    let document = finish(parts.document, Some(word.page), &controls)?;
    let footer =
        parts.footers.into_iter().next().ok_or_else(|| unwritten("docx-rs wrote no footer"))?;
    let footer = finish(footer, None, &controls)?;
    let (core, app) = (core(properties), app(properties));
    let relationships = relationships(picture.is_some());
    let mut files: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", include_bytes!("parts/content-types.xml")),
        ("_rels/.rels", include_bytes!("parts/package.rels")),
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", relationships.as_bytes()),
        ("word/styles.xml", word.styles.as_bytes()),
        ("word/settings.xml", include_bytes!("parts/settings.xml")),
        ("word/footer1.xml", footer.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
        ("docProps/app.xml", app.as_bytes()),
    ];
    files.extend(picture.as_ref().map(|it| ("word/media/picture.jpg", it.bytes)));
    pack(&files)
}

/// Replaces the marks and the page, takes out the paragraph numbers that docx-rs
/// counts up for as long as the program runs.
fn finish(
    part: Vec<u8>,
    page: Option<&str>,
    controls: &impl Fn(&str) -> Option<String>,
) -> Result<String, Error> {
    let tree = Tree::parse("document.xml", part).map_err(unwritten)?;
    let mut edits = Vec::new();
    for id in tree.descendants(tree.root()) {
        if let Some(value) = tree.attr_range(id, Ns::W14, "paraId") {
            let start = value.start - " w14:paraId=\"".len();
            edits.push(Edit::delete(start..value.end + 1));
        }
        if tree.is(id, Ns::W, "r")
            && let Some(name) = marked(&tree, id)
        {
            let control =
                controls(&name).ok_or_else(|| unwritten(format!("nothing stands for `{name}`")))?;
            edits.push(Edit::replace(tree.range(id), control));
        }
        if tree.is(id, Ns::W, "sectPr")
            && let Some(page) = page
        {
            edits.push(Edit::replace(tree.range(id), section(page)));
        }
        if is_empty_properties(&tree, id) {
            edits.push(Edit::delete(tree.range(id)));
        }
        if tree.is(id, Ns::W, "cantSplit") && is_in_header_row(&tree, id) {
            let both = "<w:cantSplit/><w:tblHeader/>".to_owned();
            edits.push(Edit::replace(tree.range(id), both));
        }
        edits.extend(in_order(&tree, id));
        if tree.is(id, Ns::W, "gridCol")
            && let Some(value) = tree.attr_range(id, Ns::W, "type")
        {
            let start = value.start - " w:type=\"".len();
            edits.push(Edit::delete(start..value.end + 1));
        }
    }
    splice(tree.source(), &edits).map_err(unwritten)
}

fn marked(tree: &Tree, run: NodeId) -> Option<String> {
    let text = tree.text(tree.child(run, Ns::W, "t")?);
    text.strip_prefix(MARK).map(ToOwned::to_owned)
}

/// `<w:rPr/>` says nothing; docx-rs writes one everywhere.
fn is_empty_properties(tree: &Tree, id: NodeId) -> bool {
    let in_mark =
        tree.ancestors(id).any(|it| tree.is(it, Ns::W, "r") && marked(tree, it).is_some());
    tree.is(id, Ns::W, "rPr") && tree.children(id).next().is_none() && !in_mark
}

/// The style whose paragraphs make a row the header of its table, which docx-rs cannot say.
pub const HEADER_STYLE: &str = "TableHead";

fn is_in_header_row(tree: &Tree, id: NodeId) -> bool {
    let row = tree.ancestors(id).find(|it| tree.is(*it, Ns::W, "tr"));
    row.is_some_and(|row| {
        tree.descendants(row).any(|it| {
            tree.is(it, Ns::W, "pStyle")
                && tree.attr(it, Ns::W, "val").is_some_and(|it| it == HEADER_STYLE)
        })
    })
}

/// The order that the schema wants the children of some properties in, where docx-rs has its own.
const ORDER: [(&str, &[&str]); 2] = [
    ("tblPr", &["tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar"]),
    ("tcPr", &["tcW", "gridSpan", "vMerge", "tcBorders", "shd", "vAlign"]),
];

fn in_order(tree: &Tree, id: NodeId) -> Option<Edit> {
    let (_, order) = ORDER.iter().find(|(name, _)| tree.is(id, Ns::W, name))?;
    let place = |it: &NodeId| order.iter().position(|name| tree.local(*it) == *name);
    let mut children: Vec<NodeId> = tree.children(id).collect();
    if children.is_sorted_by_key(place) {
        return None;
    }
    children.sort_by_key(place);
    let inner: String = children.iter().map(|it| &tree.source()[tree.range(*it)]).collect();
    Some(Edit::replace(tree.inner(id), inner))
}

fn section(page: &str) -> String {
    format!("<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/>{page}</w:sectPr>")
}

fn core(properties: &Properties<'_>) -> String {
    let Properties { title, author, language, date: (year, month, day), .. } = properties;
    let (title, author) = (escape(title), escape(author));
    let date = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:modified>\
         <dc:language>{language}</dc:language></cp:coreProperties>"
    )
}

fn app(properties: &Properties<'_>) -> String {
    let pages = properties.pages.map_or_else(String::new, |it| format!("<Pages>{it}</Pages>"));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         {pages}<Application>Candidacy</Application></Properties>"
    )
}

/// What the document points at: styles, settings, its footer, its picture.
fn relationships(picture: bool) -> String {
    let kinds = [
        ("styles", "styles.xml"),
        ("settings", "settings.xml"),
        ("footer", "footer1.xml"),
        ("image", "media/picture.jpg"),
    ];
    let kinds = &kinds[..if picture { 4 } else { 3 }];
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    );
    for (number, (kind, target)) in kinds.iter().enumerate() {
        let id = number + 1;
        xml = format!(
            "{xml}<Relationship Id=\"rId{id}\" Type=\"{}{kind}\" Target=\"{target}\"/>",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        );
    }
    xml + "</Relationships>"
}

/// A run with the picture in its line.
fn drawing(picture: &Picture<'_>) -> String {
    let Picture { width, height, describe, .. } = picture;
    let describe = escape(describe);
    let draw = "http://schemas.openxmlformats.org/drawingml/2006";
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
         <wp:extent cx=\"{width}\" cy=\"{height}\"/>\
         <wp:docPr id=\"1\" name=\"Picture 1\" descr=\"{describe}\"/>\
         <a:graphic xmlns:a=\"{draw}/main\"><a:graphicData uri=\"{draw}/picture\">\
         <pic:pic xmlns:pic=\"{draw}/picture\"><pic:nvPicPr>\
         <pic:cNvPr id=\"1\" name=\"picture.jpg\"/><pic:cNvPicPr/></pic:nvPicPr>\
         <pic:blipFill><a:blip r:embed=\"rId4\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
         <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>\
         </a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
}

/// A zip with fixed dates.
fn pack(parts: &[(&str, &[u8])]) -> Result<Vec<u8>, Error> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, options).map_err(unwritten)?;
        zip.write_all(content).map_err(unwritten)?;
    }
    Ok(zip.finish().map_err(unwritten)?.into_inner())
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` hands an error by value")]
fn unwritten(reason: impl ToString) -> Error {
    Error::Unwritten { reason: reason.to_string() }
}

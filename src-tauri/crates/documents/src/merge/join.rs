//! The objects of several PDFs under one tree of pages.

use std::io::Read as _;

use flate2::read::DeflateDecoder;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat};

use super::Refusal;
use crate::Error;
use crate::pdf::Properties;

/// What a page may have from the tree above it (ISO 32000-1, 7.7.3.4).
const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];
/// What on a page points at things of the whole file, which stay behind.
const LEFT_BEHIND: [&[u8]; 3] = [b"StructParents", b"B", b"Tabs"];
/// No honest tree of pages is deeper.
const DEPTH: usize = 64;

/// No more is unpacked to see whether a page is whole.
const UNPACKED: u64 = 64 << 20;

/// What the merged file says of itself.
pub(super) struct Said {
    title: String,
    author: String,
    subject: String,
    language: String,
    date: String,
}

impl From<&Properties<'_>> for Said {
    fn from(properties: &Properties<'_>) -> Self {
        let (year, month, day) = properties.date;
        Self {
            title: properties.title.into(),
            author: properties.author.into(),
            subject: properties.subject.into(),
            language: properties.language.into(),
            date: format!("D:{year:04}{month:02}{day:02}000000Z"),
        }
    }
}

/// What was put together so far.
pub(super) struct Joined {
    document: Document,
    tree: ObjectId,
    pages: Vec<ObjectId>,
    /// The title and the first page of each file.
    marks: Vec<(String, ObjectId)>,
}

impl Joined {
    pub(super) fn new() -> Self {
        let mut document = Document::with_version("1.4");
        let tree = document.new_object_id();
        Self { document, tree, pages: Vec::new(), marks: Vec::new() }
    }

    /// Adds every page of a file, under a bookmark.
    pub(super) fn add(&mut self, title: &str, bytes: &[u8]) -> Result<(), Refusal> {
        let mut part = match Document::load_mem(bytes) {
            Ok(part) => part,
            Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_)) => {
                return Err(Refusal::Encrypted);
            }
            Err(error) => return Err(Refusal::Damaged(error.to_string())),
        };
        if part.is_encrypted() || part.was_encrypted() {
            return Err(Refusal::Encrypted);
        }
        part.renumber_objects_with(self.document.max_id + 1);
        let pages: Vec<ObjectId> = part.get_pages().into_values().collect();
        let first = *pages.first().ok_or_else(|| Refusal::Damaged("it has no pages".into()))?;
        for id in &pages {
            let page = self.page(&part, *id)?;
            part.objects.insert(*id, page.into());
        }
        if self.document.version < part.version {
            self.document.version.clone_from(&part.version);
        }
        self.document.max_id = part.max_id;
        self.document.objects.append(&mut part.objects);
        self.pages.extend(pages);
        self.marks.push((title.to_owned(), first));
        Ok(())
    }

    /// A page that stands by itself: what it had from above is its own.
    fn page(&self, part: &Document, id: ObjectId) -> Result<Dictionary, Refusal> {
        let broken = |_| Refusal::Damaged("one of its pages is broken".into());
        let mut page = part.get_dictionary(id).map_err(broken)?.clone();
        // A page whose words are gone would come out blank.
        let contents = part.get_page_contents(id);
        let is_whole = |it: &ObjectId| {
            let stream = part.get_object(*it).and_then(Object::as_stream);
            stream.is_ok_and(unpacks)
        };
        if !contents.iter().all(is_whole) {
            return Err(Refusal::Damaged("one of its pages is broken".into()));
        }
        let mut above = page.get(b"Parent").and_then(Object::as_reference).ok();
        for _ in 0..DEPTH {
            let Some(parent) = above.and_then(|it| part.get_dictionary(it).ok()) else { break };
            for key in INHERITED {
                if let (false, Ok(value)) = (page.has(key), parent.get(key)) {
                    page.set(key, value.clone());
                }
            }
            above = parent.get(b"Parent").and_then(Object::as_reference).ok();
        }
        for key in LEFT_BEHIND {
            page.remove(key);
        }
        page.set("Parent", self.tree);
        Ok(page)
    }

    /// The whole as one file.
    pub(super) fn finish(mut self, said: &Said) -> Result<Vec<u8>, Error> {
        let count = i64::try_from(self.pages.len()).unwrap_or(i64::MAX);
        let kids: Vec<Object> = self.pages.iter().map(|it| Object::Reference(*it)).collect();
        let mut tree = Dictionary::new();
        tree.set("Type", "Pages");
        tree.set("Kids", kids);
        tree.set("Count", count);
        self.document.objects.insert(self.tree, tree.into());
        let outlines = self.outlines();
        let mut preferences = Dictionary::new();
        preferences.set("DisplayDocTitle", true);
        let mut catalog = Dictionary::new();
        catalog.set("Type", "Catalog");
        catalog.set("Pages", self.tree);
        catalog.set("Outlines", outlines);
        catalog.set("PageMode", "UseOutlines");
        catalog.set("Lang", Object::string_literal(said.language.as_str()));
        catalog.set("ViewerPreferences", preferences);
        let catalog = self.document.add_object(catalog);
        let mut info = Dictionary::new();
        for (key, words) in
            [("Title", &said.title), ("Author", &said.author), ("Subject", &said.subject)]
        {
            info.set(key, text(words));
        }
        info.set("Creator", text("Candidacy"));
        info.set("Producer", text("Candidacy"));
        info.set("CreationDate", Object::string_literal(said.date.as_str()));
        info.set("ModDate", Object::string_literal(said.date.as_str()));
        let info = self.document.add_object(info);
        self.document.trailer.set("Root", catalog);
        self.document.trailer.set("Info", info);
        // The trees, bookmarks and properties that the files had of their own.
        self.document.prune_objects();
        self.document.renumber_objects();
        let mut bytes = Vec::new();
        let saved = self.document.save_to(&mut bytes);
        saved.map_err(|error| Error::Unwritten { reason: error.to_string() })?;
        Ok(bytes)
    }

    /// A bookmark for each file, to its first page.
    fn outlines(&mut self) -> ObjectId {
        let root = self.document.new_object_id();
        let ids: Vec<ObjectId> = self.marks.iter().map(|_| self.document.new_object_id()).collect();
        let marks = std::mem::take(&mut self.marks);
        for (number, ((title, page), id)) in marks.iter().zip(&ids).enumerate() {
            let mut item = Dictionary::new();
            item.set("Title", text(title));
            item.set("Parent", root);
            item.set("Dest", vec![Object::Reference(*page), Object::Name(b"Fit".to_vec())]);
            if let Some(before) = number.checked_sub(1).and_then(|it| ids.get(it)) {
                item.set("Prev", *before);
            }
            if let Some(after) = ids.get(number + 1) {
                item.set("Next", *after);
            }
            self.document.objects.insert(*id, item.into());
        }
        let mut outlines = Dictionary::new();
        outlines.set("Type", "Outlines");
        outlines.set("Count", i64::try_from(ids.len()).unwrap_or(i64::MAX));
        if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
            outlines.set("First", *first);
            outlines.set("Last", *last);
        }
        self.document.objects.insert(root, outlines.into());
        root
    }
}

/// Whether all of a page's operators can be unpacked. Viewers show as much as they can, so a
/// page that lost its second half is not seen until somebody reads it.
fn unpacks(stream: &Stream) -> bool {
    let is_plain_flate = stream.filters().is_ok_and(|it| it == [b"FlateDecode".as_slice()])
        && !stream.dict.has(b"DecodeParms");
    // Its two bytes of header aside; a wrong checksum at its end harms nobody.
    let Some(packed) = stream.content.get(2..).filter(|_| is_plain_flate) else { return true };
    let mut unpacked = DeflateDecoder::new(packed).take(UNPACKED);
    std::io::copy(&mut unpacked, &mut std::io::sink()).is_ok()
}

/// Words in a PDF's properties: UTF-16, as every viewer reads it.
fn text(words: &str) -> Object {
    let bytes = [0xfe, 0xff].into_iter().chain(words.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes.collect(), StringFormat::Hexadecimal)
}

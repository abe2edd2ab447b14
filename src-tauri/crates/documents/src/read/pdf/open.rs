//! Opens a PDF, mending it first where its list of objects is broken.
//!
//! A download that went wrong or a careless program leaves a file whose objects
//! are all there and whose table of where they are is not. Then the objects are
//! looked for, a new table is put behind, and the file is opened once more.

use std::fmt::Write as _;
use std::io::Read as _;

use flate2::read::ZlibDecoder;
use pdf_extract::{Dictionary, Document, Object, ObjectId};

use super::Refusal;
use super::own::inherited;

const BOMB: &str = "a part of it unpacks to more than 64 MB";
/// What one part of a file may unpack to. A page of text is a thousand times smaller.
const LARGEST: u64 = 64 << 20;
/// Nothing of fewer bytes unpacks to more than that.
const SMALL: usize = 32 << 10;
/// No honest CV has more objects.
const MOST_OBJECTS: usize = 200_000;

/// A file that was opened.
pub(super) struct Opened {
    pub(super) document: Document,
    /// By their numbers, from 1.
    pub(super) pages: Vec<(u32, ObjectId)>,
    /// Whether parts of it are broken.
    pub(super) is_damaged: bool,
}

/// Opens the file, as it is or mended.
pub(super) fn open(bytes: &[u8]) -> Result<Opened, Refusal> {
    let first = load(bytes);
    let is_whole = matches!(&first, Ok(it) if !it.is_damaged);
    if is_whole || matches!(first, Err(Refusal::Encrypted)) {
        return first;
    }
    let mended = mend(bytes).and_then(|it| load(&it).ok());
    match (first, mended) {
        (Ok(first), Some(mended)) if mended.lacks() < first.lacks() => {
            Ok(Opened { is_damaged: true, ..mended })
        }
        (Err(_), Some(mended)) => Ok(Opened { is_damaged: true, ..mended }),
        (first, _) => first,
    }
}

fn load(bytes: &[u8]) -> Result<Opened, Refusal> {
    if has_bomb(bytes) {
        return Err(Refusal::Damaged(BOMB.into()));
    }
    let mut document = match Document::load_mem(bytes) {
        Ok(document) => document,
        Err(pdf_extract::Error::InvalidPassword | pdf_extract::Error::Decryption(_)) => {
            return Err(Refusal::Encrypted);
        }
        // The library's own words would tell the candidate nothing.
        Err(_) => return Err(Refusal::Damaged("its list of objects makes no sense".into())),
    };
    // Many files are encrypted under an empty password, only to forbid changes.
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(Refusal::Encrypted);
    }
    if document.objects.values().any(is_bomb) {
        return Err(Refusal::Damaged(BOMB.into()));
    }
    let pages: Vec<_> = document.get_pages().into_iter().collect();
    if pages.is_empty() {
        return Err(Refusal::Damaged("it has no pages".into()));
    }
    let mut opened = Opened { document, pages, is_damaged: false };
    opened.is_damaged = opened.lacks() > 0;
    Ok(opened)
}

impl Opened {
    /// How many pages lack something that they name, or have contents that do not unpack.
    fn lacks(&self) -> usize {
        self.pages.iter().filter(|(_, page)| !self.is_sound(*page)).count()
    }

    fn is_sound(&self, page: ObjectId) -> bool {
        let Ok(dictionary) = self.document.get_dictionary(page) else { return false };
        let contents = match dictionary.get(b"Contents") {
            Ok(Object::Array(parts)) => parts.iter().collect(),
            Ok(one) => vec![one],
            Err(_) => Vec::new(),
        };
        let unpacks = |it: &&Object| match self.document.dereference(it) {
            Ok((_, Object::Stream(stream))) => !is_broken(&stream.dict, &stream.content),
            Ok((_, Object::Array(parts))) => {
                parts.iter().all(|it| self.document.dereference(it).is_ok())
            }
            _ => false,
        };
        let fonts = inherited(&self.document, page, b"Resources")
            .and_then(|it| it.get_deref(b"Font", &self.document).ok()?.as_dict().ok());
        let mut fonts = fonts.into_iter().flatten();
        contents.iter().all(unpacks)
            && fonts.all(|(_, it)| self.document.dereference(it).is_ok_and(|it| !it.1.is_null()))
    }
}

/// Whether its only packing is the one that we can judge.
fn is_deflated(dictionary: &Dictionary) -> bool {
    let one = |it: &Object| it.as_name().is_ok_and(|it| matches!(it, b"FlateDecode" | b"Fl"));
    dictionary.get(b"Filter").is_ok_and(|it| match it {
        Object::Array(all) => all.len() == 1 && all.iter().all(one),
        it => one(it),
    })
}

/// Whether bits of it were changed: what is only cut short is read as far as it goes.
fn is_broken(dictionary: &Dictionary, packed: &[u8]) -> bool {
    if !is_deflated(dictionary) {
        return false;
    }
    let unpacked = std::io::copy(&mut ZlibDecoder::new(packed).take(LARGEST), &mut std::io::sink());
    unpacked.is_err_and(|it| it.kind() != std::io::ErrorKind::UnexpectedEof)
}

/// Whether it unpacks to more than any page needs. Pictures are never unpacked.
fn is_bomb(object: &Object) -> bool {
    let Object::Stream(stream) = object else { return false };
    let filters = stream.filters().unwrap_or_default();
    let is_picture =
        stream.dict.get(b"Subtype").is_ok_and(|it| it.as_name().is_ok_and(|it| it == b"Image"));
    let packings =
        filters.iter().filter(|it| matches!(**it, b"FlateDecode" | b"LZWDecode")).count();
    if is_picture || packings == 0 {
        return false;
    }
    if packings > 1 {
        // Packed twice, a few bytes are enough. Nobody needs it.
        return true;
    }
    if stream.content.len() < SMALL || !filters.starts_with(&[b"FlateDecode"]) {
        return false;
    }
    let mut unpacked = ZlibDecoder::new(&*stream.content).take(LARGEST + 1);
    std::io::copy(&mut unpacked, &mut std::io::sink()).is_ok_and(|it| it > LARGEST)
}

/// The same for what the library unpacks while it opens the file: lists of objects,
/// and objects within objects.
fn has_bomb(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some(found) = find(bytes, b"stream", at) {
        at = found + b"stream".len();
        let before = &bytes[found.saturating_sub(500)..found];
        let dictionary =
            before.windows(3).rposition(|it| it == b"obj").map_or(before, |it| &before[it..]);
        let count = |word: &[u8]| dictionary.windows(word.len()).filter(|it| *it == word).count();
        if before.ends_with(b"end") || count(b"/ObjStm") + count(b"/XRef") == 0 {
            continue;
        }
        let start = bytes[at..].iter().position(|it| !matches!(it, b'\r' | b'\n'));
        let packed = &bytes[at + start.unwrap_or(0)..];
        let mut unpacked = ZlibDecoder::new(packed).take(LARGEST + 1);
        let mut is_large =
            || std::io::copy(&mut unpacked, &mut std::io::sink()).is_ok_and(|it| it > LARGEST);
        if count(b"FlateDecode") > 1 || (count(b"FlateDecode") == 1 && is_large()) {
            return true;
        }
    }
    false
}

/// The file with a new table of its objects. `None` where there is nothing to list.
fn mend(bytes: &[u8]) -> Option<Vec<u8>> {
    // What stands before the header moves everything by as much.
    let start = find(bytes, b"%PDF-", 0).filter(|it| *it < 1024)?;
    let bytes = &bytes[start..];
    let mut objects: Vec<(u32, u16, usize)> = Vec::new();
    let mut at = 0;
    while let Some(found) = find(bytes, b" obj", at) {
        at = found + 4;
        objects.extend(header(bytes, found));
        if objects.len() > MOST_OBJECTS {
            return None;
        }
    }
    // The last writing of an object is the one that counts.
    objects.sort_by_key(|it| (it.0, std::cmp::Reverse(it.2)));
    objects.dedup_by_key(|it| it.0);
    let named = |key: &str| last_reference(bytes, key);
    let root = named("/Root").or_else(|| {
        let is_catalog = |it: &&(u32, u16, usize)| {
            let end = find(bytes, b"endobj", it.2).unwrap_or(bytes.len());
            find(&bytes[it.2..end], b"/Catalog", 0).is_some()
        };
        objects.iter().find(is_catalog).map(|it| (it.0, it.1))
    })?;
    let mut out = bytes.to_vec();
    out.push(b'\n');
    let table = out.len();
    let mut text = String::from("xref\n0 1\n0000000000 65535 f \n");
    for (number, generation, place) in &objects {
        writeln!(text, "{number} 1\n{place:010} {generation:05} n ").ok()?;
    }
    let size = objects.last().map_or(1, |it| it.0.saturating_add(1));
    write!(text, "trailer\n<< /Size {size} /Root {} {} R", root.0, root.1).ok()?;
    for key in ["/Encrypt", "/Info"] {
        if let Some((number, generation)) = named(key) {
            write!(text, " {key} {number} {generation} R").ok()?;
        }
    }
    out.extend_from_slice(text.as_bytes());
    if let Some(id) = identity(bytes) {
        out.extend_from_slice(b" /ID ");
        out.extend_from_slice(id);
    }
    out.extend_from_slice(format!(" >>\nstartxref\n{table}\n%%EOF\n").as_bytes());
    Some(out)
}

fn find(bytes: &[u8], what: &[u8], from: usize) -> Option<usize> {
    let found = bytes.get(from..)?.windows(what.len()).position(|it| it == what)?;
    Some(from + found)
}

/// `12 0 obj`, of which ` obj` stands at `end`: number, generation, place.
fn header(bytes: &[u8], end: usize) -> Option<(u32, u16, usize)> {
    let digits = |end: usize| {
        let start = bytes[..end].iter().rposition(|it| !it.is_ascii_digit()).map_or(0, |it| it + 1);
        (start < end).then_some(start)
    };
    let generation = digits(end)?;
    let number_end = generation.checked_sub(1).filter(|it| bytes[*it] == b' ')?;
    let number = digits(number_end)?;
    let text = |range| std::str::from_utf8(&bytes[range]).ok();
    Some((text(number..number_end)?.parse().ok()?, text(generation..end)?.parse().ok()?, number))
}

/// `/Root 1 0 R`, the last of them.
fn last_reference(bytes: &[u8], key: &str) -> Option<(u32, u16)> {
    let at = bytes.windows(key.len()).rposition(|it| it == key.as_bytes())?;
    let rest = String::from_utf8_lossy(bytes.get(at + key.len()..)?.get(..40)?).into_owned();
    let mut words = rest.split_ascii_whitespace();
    let reference = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    words.next()?.starts_with('R').then_some(reference)
}

/// `[<…><…>]` after the last `/ID`, which decryption needs.
fn identity(bytes: &[u8]) -> Option<&[u8]> {
    let at = bytes.windows(3).rposition(|it| it == b"/ID")? + 3;
    let rest = bytes.get(at..)?;
    let start = rest.iter().position(|it| !it.is_ascii_whitespace())?;
    let end = rest.iter().position(|it| *it == b']').filter(|it| *it < 400)?;
    (rest[start] == b'[').then(|| &rest[start..=end])
}

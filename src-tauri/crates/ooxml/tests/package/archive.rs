//! Writes zip archives record by record, so that a test can lie in any of them.

use std::io::Write;

/// Content types of a Word document; a test may add more lines.
pub(crate) fn content_types(more: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{more}</Types>"#
    )
}

/// One relationship, by the last word of its kind.
pub(crate) fn relationship(id: &str, kind: &str, target: &str, mode: &str) -> String {
    format!(
        r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"{mode}/>"#
    )
}

/// A relationships part.
pub(crate) fn relationships(lines: &str) -> String {
    format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>"#
    )
}

/// A Word document part.
pub(crate) fn document(body: &str) -> String {
    format!(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>{body}</w:body></w:document>"#
    )
}

/// The three entries that make a Word document.
pub(crate) fn word(body: &str) -> Vec<Entry> {
    let root = relationships(&relationship("rId1", "officeDocument", "word/document.xml", ""));
    vec![
        Entry::new("[Content_Types].xml", content_types("")),
        Entry::new("_rels/.rels", root),
        Entry::new("word/document.xml", document(body)),
    ]
}

/// What one of an entry's two records says.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pub(crate) name: Vec<u8>,
    pub(crate) flags: u16,
    pub(crate) method: u16,
    pub(crate) crc: u32,
    pub(crate) packed: u32,
    pub(crate) unpacked: u32,
    pub(crate) extra: Vec<u8>,
}

impl Record {
    fn fields(&self) -> Vec<u8> {
        let mut out = Vec::new();
        out.extend_from_slice(&20_u16.to_le_bytes());
        out.extend_from_slice(&self.flags.to_le_bytes());
        out.extend_from_slice(&self.method.to_le_bytes());
        out.extend_from_slice(&[0x21, 0x43, 0x65, 0x57]);
        for number in [self.crc, self.packed, self.unpacked] {
            out.extend_from_slice(&number.to_le_bytes());
        }
        for length in [self.name.len(), self.extra.len()] {
            out.extend_from_slice(&u16::try_from(length).unwrap().to_le_bytes());
        }
        out
    }
}

/// One entry: its two records, its data, and what surrounds it.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) local: Record,
    pub(crate) central: Record,
    pub(crate) data: Vec<u8>,
    /// What follows the data: a descriptor, a gap.
    pub(crate) after: Vec<u8>,
    pub(crate) attributes: u32,
    /// Points somewhere else than at the local record.
    pub(crate) offset: Option<u32>,
    /// No local record at all.
    pub(crate) is_phantom: bool,
    /// No record in the directory.
    pub(crate) is_hidden: bool,
}

pub(crate) fn deflate(content: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(content).unwrap();
    packer.finish().unwrap()
}

impl Entry {
    /// An honest, deflated entry.
    pub(crate) fn new(name: impl AsRef<[u8]>, content: impl AsRef<[u8]>) -> Self {
        let content = content.as_ref();
        Self::raw(name, 8, deflate(content), content.len(), crc32fast::hash(content))
    }

    /// An honest entry that is not packed.
    pub(crate) fn stored(name: impl AsRef<[u8]>, content: impl AsRef<[u8]>) -> Self {
        let content = content.as_ref();
        Self::raw(name, 0, content.to_vec(), content.len(), crc32fast::hash(content))
    }

    pub(crate) fn raw(
        name: impl AsRef<[u8]>,
        method: u16,
        data: Vec<u8>,
        unpacked: usize,
        crc: u32,
    ) -> Self {
        let record = Record {
            name: name.as_ref().to_vec(),
            flags: 0,
            method,
            crc,
            packed: u32::try_from(data.len()).unwrap(),
            unpacked: u32::try_from(unpacked).unwrap(),
            extra: Vec::new(),
        };
        Self {
            local: record.clone(),
            central: record,
            data,
            after: Vec::new(),
            attributes: 0,
            offset: None,
            is_phantom: false,
            is_hidden: false,
        }
    }

    /// Says the same in both records.
    pub(crate) fn both(mut self, change: impl Fn(&mut Record)) -> Self {
        change(&mut self.local);
        change(&mut self.central);
        self
    }

    /// Changes the entry.
    pub(crate) fn with(mut self, change: impl Fn(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    /// Leaves the sizes to a descriptor behind the data, as streaming writers do.
    pub(crate) fn streamed(mut self, has_signature: bool) -> Self {
        self.local.flags |= 8;
        self.central.flags |= 8;
        if has_signature {
            self.after.extend_from_slice(b"PK\x07\x08");
        }
        for number in [self.central.crc, self.central.packed, self.central.unpacked] {
            self.after.extend_from_slice(&number.to_le_bytes());
        }
        (self.local.crc, self.local.packed, self.local.unpacked) = (0, 0, 0);
        self
    }

    pub(crate) fn local_bytes(&self) -> Vec<u8> {
        let record =
            [b"PK\x03\x04".as_slice(), &self.local.fields(), &self.local.name, &self.local.extra];
        [record.concat(), self.data.clone(), self.after.clone()].concat()
    }

    fn central_bytes(&self, offset: u32) -> Vec<u8> {
        let mut out = b"PK\x01\x02\x14\x03".to_vec();
        out.extend_from_slice(&self.central.fields());
        out.extend_from_slice(&[0; 6]);
        out.extend_from_slice(&self.attributes.to_le_bytes());
        out.extend_from_slice(&self.offset.unwrap_or(offset).to_le_bytes());
        out.extend_from_slice(&self.central.name);
        out.extend_from_slice(&self.central.extra);
        out
    }
}

/// An archive of these entries behind `front`.
pub(crate) fn archive_behind(front: &[u8], entries: &[Entry]) -> Vec<u8> {
    let mut out = front.to_vec();
    let mut directory = Vec::new();
    let mut count = 0_u16;
    for entry in entries {
        let offset = u32::try_from(out.len()).unwrap();
        if !entry.is_phantom {
            out.extend_from_slice(&entry.local_bytes());
        }
        if !entry.is_hidden {
            directory.extend_from_slice(&entry.central_bytes(offset));
            count += 1;
        }
    }
    let start = u32::try_from(out.len()).unwrap();
    out.extend_from_slice(&directory);
    out.extend_from_slice(&end(count, u32::try_from(directory.len()).unwrap(), start));
    out
}

/// An archive of these entries.
pub(crate) fn archive(entries: &[Entry]) -> Vec<u8> {
    archive_behind(&[], entries)
}

/// The record that ends an archive.
pub(crate) fn end(count: u16, size: u32, start: u32) -> Vec<u8> {
    let mut out = b"PK\x05\x06\0\0\0\0".to_vec();
    out.extend_from_slice(&count.to_le_bytes());
    out.extend_from_slice(&count.to_le_bytes());
    out.extend_from_slice(&size.to_le_bytes());
    out.extend_from_slice(&start.to_le_bytes());
    out.extend_from_slice(&[0, 0]);
    out
}

/// The same archive with zip64 end records.
pub(crate) fn with_zip64_end(mut archive: Vec<u8>, start_off_by: u64) -> Vec<u8> {
    let old = archive.split_off(archive.len() - 22);
    let number = |at: usize, len: usize| {
        old[at..at + len].iter().rev().fold(0_u64, |sum, it| sum << 8 | u64::from(*it))
    };
    let (count, size, start) = (number(10, 2), number(12, 4), number(16, 4));
    let at = archive.len() as u64;
    archive.extend_from_slice(b"PK\x06\x06");
    archive.extend_from_slice(&44_u64.to_le_bytes());
    archive.extend_from_slice(&[45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for number in [count, count, size, start + start_off_by] {
        archive.extend_from_slice(&number.to_le_bytes());
    }
    archive.extend_from_slice(b"PK\x06\x07\0\0\0\0");
    archive.extend_from_slice(&at.to_le_bytes());
    archive.extend_from_slice(&1_u32.to_le_bytes());
    archive.extend_from_slice(&end(u16::MAX, u32::MAX, u32::MAX));
    archive
}

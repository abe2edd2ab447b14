//! The zip archive around a package: which entries it has, and where their bytes stand.
//!
//! This reader is deliberately narrow. General zip readers repair what they
//! find, and two of them may repair it differently: then what was checked is
//! not what the office program opens. Here an archive has exactly one reading
//! or none. Directory and local headers must agree, records must neither
//! overlap nor hide anything between them, and what an entry claims must lie
//! within [`limits`] before a single byte is inflated.
//!
//! **Invariant:** every range of an [`Entry`] lies inside the file, and the
//! local records of different entries never share a byte.

mod end;
mod records;

use std::ops::Range;

use crate::{Error, inflate::inflate, limits, part_name::shown};

use end::{find_end, read_end};
use records::read_entry;

/// What a local record begins with.
const LOCAL: &[u8; 4] = b"PK\x03\x04";
/// The value that says "look in the zip64 field".
const ELSEWHERE: u32 = u32::MAX;

/// How an entry's bytes are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Method {
    Stored,
    Deflated,
}

/// A number in a record: where it stands and how wide it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) at: usize,
    pub(crate) wide: bool,
}

/// Where a record keeps what changes with an entry's content.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sizes {
    pub(crate) crc: usize,
    pub(crate) packed: Place,
    pub(crate) unpacked: Place,
}

/// One entry of the archive.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) method: Method,
    pub(crate) crc: u32,
    pub(crate) unpacked: usize,
    /// From the local header to the end of the data and its descriptor.
    pub(crate) local: Range<usize>,
    /// The data, as kept.
    pub(crate) content: Range<usize>,
    /// The entry's record in the directory.
    pub(crate) central: Range<usize>,
    pub(crate) central_sizes: Sizes,
    /// The record's pointer to the local header.
    pub(crate) central_offset: Place,
    /// `None` when the local header leaves them to the descriptor.
    pub(crate) local_sizes: Option<Sizes>,
    pub(crate) descriptor_sizes: Option<Sizes>,
}

/// A whole archive.
#[derive(Debug)]
pub(crate) struct Container {
    pub(crate) bytes: Vec<u8>,
    /// In the directory's order.
    pub(crate) entries: Vec<Entry>,
    pub(crate) directory: Range<usize>,
    /// Where the zip64 end record stands, when there is one.
    pub(crate) end64: Option<usize>,
    /// Where the end record stands.
    pub(crate) end: usize,
}

fn broken(reason: impl Into<String>) -> Error {
    Error::Unsafe { reason: reason.into() }
}

impl Container {
    /// Reads the records of `bytes`; inflates nothing.
    pub(crate) fn open(bytes: Vec<u8>) -> Result<Self, Error> {
        let end = find_end(&bytes)?;
        let (count, directory, end64) = read_end(&bytes, end)?;
        if count > limits::ENTRIES {
            let most = limits::ENTRIES;
            return Err(broken(format!("it claims {count} entries, and we open at most {most}")));
        }
        let mut entries = Vec::with_capacity(count);
        let mut at = directory.start;
        for _ in 0..count {
            let entry = read_entry(&bytes, at, &directory)?;
            at = entry.central.end;
            entries.push(entry);
        }
        if at != directory.end {
            return Err(broken("its directory holds more than the entries it counts"));
        }
        check_sizes(&entries)?;
        check_places(&bytes, &entries, directory.start)?;
        Ok(Self { bytes, entries, directory, end64, end })
    }

    /// The content of an entry, checked against its size and checksum.
    pub(crate) fn content(&self, entry: &Entry) -> Result<Vec<u8>, Error> {
        let packed = &self.bytes[entry.content.clone()];
        inflate(packed, entry.method, entry.unpacked, entry.crc)
            .map_err(|reason| Error::Damaged { part: entry.name.clone(), reason })
    }

    /// The entries' indices in the order in which their bytes stand in the file.
    pub(crate) fn physical_order(&self) -> Vec<usize> {
        physical_order(&self.entries)
    }
}

fn physical_order(entries: &[Entry]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|it| entries[*it].local.start);
    order
}

/// Nothing may inflate to more than [`limits`] allow.
fn check_sizes(entries: &[Entry]) -> Result<(), Error> {
    let mut total = 0_u64;
    for entry in entries {
        let size = entry.unpacked as u64;
        let name = shown(&entry.name);
        if size > limits::PART {
            let (size, most) = (size >> 20, limits::PART >> 20);
            return Err(broken(format!(
                "`{name}` would unpack to {size} MB, and we open at most {most} MB"
            )));
        }
        if size > limits::FREE + limits::RATIO * entry.content.len() as u64 {
            let ratio = limits::RATIO;
            return Err(broken(format!("`{name}` would grow to more than {ratio} times its size")));
        }
        total += size;
    }
    if total > limits::PACKAGE {
        let (size, most) = (total >> 20, limits::PACKAGE >> 20);
        return Err(broken(format!("it would unpack to {size} MB, and we open at most {most} MB")));
    }
    Ok(())
}

/// Local records must follow each other without overlap, and with nothing hidden between.
fn check_places(bytes: &[u8], entries: &[Entry], stop: usize) -> Result<(), Error> {
    let mut free = 0;
    let mut gaps = Vec::new();
    for index in physical_order(entries) {
        let Entry { local, name, .. } = &entries[index];
        if local.start < free {
            return Err(broken(format!("the entry `{}` overlaps another one", shown(name))));
        }
        gaps.push(free..local.start);
        free = local.end;
    }
    gaps.push(free..stop);
    if gaps[0].end != 0 && !entries.is_empty() {
        return Err(broken("something else stands in front of the archive"));
    }
    if gaps.into_iter().any(|gap| bytes[gap].windows(4).any(|it| it == LOCAL)) {
        return Err(broken("it holds an entry that its directory does not list"));
    }
    Ok(())
}

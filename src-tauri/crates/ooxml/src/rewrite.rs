//! Writes an archive with a few entries changed and everything else as it was.
//!
//! Untouched local records are copied as they are, with their extra fields,
//! flags, dates, packed bytes, descriptors and whatever padding follows them.
//! A changed entry keeps its header but for sizes and checksum. The directory
//! keeps its records but for those and the places of the local records.
//!
//! **Invariant:** without changes the outcome is the same bytes.

use std::collections::BTreeMap;

use crate::{
    Error,
    container::{Container, Method, Place, Sizes},
    inflate::pack,
};

/// An entry the archive did not have.
#[derive(Debug)]
pub(crate) struct NewEntry<'a> {
    pub(crate) name: &'a str,
    pub(crate) content: &'a [u8],
}

/// What the numbers of a changed entry become.
#[derive(Clone, Copy)]
struct Numbers {
    crc: u32,
    packed: usize,
    unpacked: usize,
}

fn too_large() -> Error {
    Error::Unsafe { reason: "the filled file would be larger than a zip archive can be".to_owned() }
}

/// Rewrites `container`, with `changed` content by entry index and `added` entries at the end.
pub(crate) fn rewrite(
    container: &Container,
    changed: &BTreeMap<usize, &[u8]>,
    added: &[NewEntry<'_>],
) -> Result<Vec<u8>, Error> {
    let Container { bytes, entries, directory, .. } = container;
    if changed.is_empty() && added.is_empty() {
        return Ok(bytes.clone());
    }
    let grown: usize = changed.values().map(|it| it.len()).sum();
    let mut out = Vec::with_capacity(bytes.len() + grown);

    let order = container.physical_order();
    let mut offsets = vec![0; entries.len()];
    let mut numbers = BTreeMap::new();
    for (place, &index) in order.iter().enumerate() {
        let entry = &entries[index];
        let next = order.get(place + 1).map_or(directory.start, |it| entries[*it].local.start);
        offsets[index] = out.len();
        let Some(content) = changed.get(&index) else {
            out.extend_from_slice(&bytes[entry.local.start..next]);
            continue;
        };
        let packed = pack(content, entry.method)
            .map_err(|it| Error::Damaged { part: entry.name.clone(), reason: it.to_string() })?;
        let now = Numbers {
            crc: crc32fast::hash(content),
            packed: packed.len(),
            unpacked: content.len(),
        };
        numbers.insert(index, now);
        copy_with(&mut out, bytes, entry.local.start..entry.content.start, entry.local_sizes, now)?;
        out.extend_from_slice(&packed);
        copy_with(
            &mut out,
            bytes,
            entry.content.end..entry.local.end,
            entry.descriptor_sizes,
            now,
        )?;
        out.extend_from_slice(&bytes[entry.local.end..next]);
    }

    let date = order.first().map_or([0, 0, 0x21, 0], |it| date_of(bytes, entries[*it].local.start));
    let records: Vec<Vec<u8>> =
        added.iter().map(|it| append(&mut out, it, date)).collect::<Result<_, _>>()?;

    let directory_start = out.len();
    for (index, entry) in entries.iter().enumerate() {
        let start = out.len();
        let at = |place: Place| Place { at: place.at - entry.central.start + start, ..place };
        match numbers.get(&index) {
            Some(now) => {
                copy_with(&mut out, bytes, entry.central.clone(), Some(entry.central_sizes), *now)?;
            }
            None => out.extend_from_slice(&bytes[entry.central.clone()]),
        }
        put(&mut out, at(entry.central_offset), offsets[index])?;
    }
    out.extend_from_slice(&records.concat());
    write_end(&mut out, container, directory_start, entries.len() + added.len())?;
    Ok(out)
}

/// Copies a stretch of the archive and puts new numbers where `sizes` says.
fn copy_with(
    out: &mut Vec<u8>,
    bytes: &[u8],
    range: std::ops::Range<usize>,
    sizes: Option<Sizes>,
    now: Numbers,
) -> Result<(), Error> {
    let start = out.len();
    out.extend_from_slice(&bytes[range.clone()]);
    let Some(Sizes { crc, packed, unpacked }) = sizes else { return Ok(()) };
    let crc = crc - range.start + start;
    out[crc..crc + 4].copy_from_slice(&now.crc.to_le_bytes());
    for (place, value) in [(packed, now.packed), (unpacked, now.unpacked)] {
        put(out, Place { at: place.at - range.start + start, ..place }, value)?;
    }
    Ok(())
}

/// Overwrites a number.
fn put(out: &mut [u8], place: Place, value: usize) -> Result<(), Error> {
    let Place { at, wide } = place;
    if wide {
        out[at..at + 8].copy_from_slice(&(value as u64).to_le_bytes());
    } else {
        // All ones would send the reader to a zip64 field that is not there.
        let value = u32::try_from(value).ok().filter(|it| *it != u32::MAX).ok_or_else(too_large)?;
        out[at..at + 4].copy_from_slice(&value.to_le_bytes());
    }
    Ok(())
}

/// The time and date of a local header, for the entries we add: a clock would make every save differ.
fn date_of(bytes: &[u8], local: usize) -> [u8; 4] {
    bytes.get(local + 10..).and_then(|it| it.first_chunk()).copied().unwrap_or([0, 0, 0x21, 0])
}

/// Writes a new local record; returns the record for the directory.
fn append(out: &mut Vec<u8>, entry: &NewEntry<'_>, date: [u8; 4]) -> Result<Vec<u8>, Error> {
    let packed = pack(entry.content, Method::Deflated)
        .map_err(|it| Error::Damaged { part: entry.name.to_owned(), reason: it.to_string() })?;
    let offset = u32::try_from(out.len()).map_err(|_| too_large())?;
    let (packed_len, len) = (u32::try_from(packed.len()), u32::try_from(entry.content.len()));
    let (Ok(packed_len), Ok(len), Ok(name_len)) =
        (packed_len, len, u16::try_from(entry.name.len()))
    else {
        return Err(too_large());
    };
    // Version 2.0, UTF-8 name where it matters, deflate.
    let flags: u16 = if entry.name.is_ascii() { 0 } else { 1 << 11 };
    let mut shared = Vec::with_capacity(26);
    shared.extend_from_slice(&20_u16.to_le_bytes());
    shared.extend_from_slice(&flags.to_le_bytes());
    shared.extend_from_slice(&8_u16.to_le_bytes());
    shared.extend_from_slice(&date);
    shared.extend_from_slice(&crc32fast::hash(entry.content).to_le_bytes());
    shared.extend_from_slice(&packed_len.to_le_bytes());
    shared.extend_from_slice(&len.to_le_bytes());
    shared.extend_from_slice(&name_len.to_le_bytes());
    shared.extend_from_slice(&0_u16.to_le_bytes());

    out.extend_from_slice(b"PK\x03\x04");
    out.extend_from_slice(&shared);
    out.extend_from_slice(entry.name.as_bytes());
    out.extend_from_slice(&packed);

    let mut central = Vec::with_capacity(46 + entry.name.len());
    central.extend_from_slice(b"PK\x01\x02");
    central.extend_from_slice(&20_u16.to_le_bytes());
    central.extend_from_slice(&shared);
    // No comment, first volume, no attributes.
    central.extend_from_slice(&[0; 10]);
    central.extend_from_slice(&offset.to_le_bytes());
    central.extend_from_slice(entry.name.as_bytes());
    Ok(central)
}

/// Writes the end records with the directory's new place and size.
fn write_end(
    out: &mut Vec<u8>,
    container: &Container,
    start: usize,
    count: usize,
) -> Result<(), Error> {
    let Container { bytes, directory, end64, end, .. } = container;
    let (tail, size) = (out.len(), out.len() - start);
    out.extend_from_slice(&bytes[directory.end..]);
    if let Some(end64) = end64 {
        let at = tail + (end64 - directory.end);
        for (from, value) in [(24, count), (32, count), (40, size), (48, start)] {
            put(out, Place { at: at + from, wide: true }, value)?;
        }
        // The locator stands right before the end record and points at the zip64 one.
        let locator = tail + (end - directory.end) - 20;
        put(out, Place { at: locator + 8, wide: true }, at)?;
    }
    let end = tail + (container.end - directory.end);
    for at in [end + 8, end + 10] {
        let is_elsewhere = end64.is_some() && out[at..at + 2] == [0xff; 2];
        if !is_elsewhere {
            let count = u16::try_from(count).map_err(|_| too_large())?;
            out[at..at + 2].copy_from_slice(&count.to_le_bytes());
        }
    }
    for (from, value) in [(12, size), (16, start)] {
        let at = end + from;
        let is_elsewhere = end64.is_some() && out[at..at + 4] == [0xff; 4];
        if !is_elsewhere {
            put(out, Place { at, wide: false }, value)?;
        }
    }
    Ok(())
}

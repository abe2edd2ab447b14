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

use std::ops::Range;

use crate::{
    Error, FileKind,
    bytes::{u16_at, u32_at, u64_at},
    inflate::inflate,
    limits,
    part_name::shown,
};

const LOCAL: &[u8; 4] = b"PK\x03\x04";
const CENTRAL: &[u8; 4] = b"PK\x01\x02";
const END: &[u8; 4] = b"PK\x05\x06";
const END64: &[u8; 4] = b"PK\x06\x06";
const LOCATOR64: &[u8; 4] = b"PK\x06\x07";
const DESCRIPTOR: &[u8; 4] = b"PK\x07\x08";

const LOCAL_LEN: usize = 30;
const CENTRAL_LEN: usize = 46;
const END_LEN: usize = 22;
const END64_LEN: usize = 56;
const LOCATOR64_LEN: usize = 20;

/// The value that says "look in the zip64 field".
const ELSEWHERE: u32 = u32::MAX;
const ZIP64: u16 = 0x0001;
const AES: u16 = 0x9901;
const UNICODE_PATH: u16 = 0x7075;

const ENCRYPTED: u16 = 1 | 1 << 6 | 1 << 13;
const HAS_DESCRIPTOR: u16 = 1 << 3;

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

/// Finds the end record, which must be the only one that ends the file.
fn find_end(bytes: &[u8]) -> Result<usize, Error> {
    let cut_short = || Error::NotAPackage(FileKind::CutShort);
    let last = bytes.len().checked_sub(END_LEN).ok_or_else(cut_short)?;
    let mut found = None;
    for at in (last.saturating_sub(usize::from(u16::MAX))..=last).rev() {
        if bytes[at] != b'P' || !bytes[at..].starts_with(END) {
            continue;
        }
        let comment = usize::from(u16_at(bytes, at + 20).unwrap_or_default());
        let after = &bytes[at + END_LEN..];
        // Some downloads end in padding; anything else after the end is not ours to judge.
        let fits = after.len() >= comment
            && after[comment..].iter().all(|it| matches!(it, 0 | b'\r' | b'\n' | b' '));
        if fits && found.replace(at).is_some() {
            return Err(broken("it has two zip directories, and readers would choose differently"));
        }
    }
    found.ok_or_else(cut_short)
}

/// How many entries there are, where the directory stands, and where the zip64 end record does.
fn read_end(bytes: &[u8], end: usize) -> Result<(usize, Range<usize>, Option<usize>), Error> {
    let short = |at| u16_at(bytes, end + at).map_or(0, u64::from);
    let long = |at| u32_at(bytes, end + at).map_or(0, u64::from);
    let (short_max, long_max) = (u64::from(u16::MAX), u64::from(ELSEWHERE));
    let (mut on_disk, mut count) = (short(8), short(10));
    let (mut size, mut start) = (long(12), long(16));
    let mut is_split = [short(4), short(6)].iter().any(|it| *it != 0 && *it != short_max);
    let mut end64 = None;
    let locator = end.checked_sub(LOCATOR64_LEN).filter(|it| bytes[*it..].starts_with(LOCATOR64));
    if let Some(locator) = locator {
        let at = u64_at(bytes, locator + 8)
            .and_then(|it| usize::try_from(it).ok())
            .filter(|it| it.checked_add(END64_LEN).is_some_and(|end| end <= locator))
            .filter(|it| bytes[*it..].starts_with(END64))
            .filter(|it| u64_at(bytes, it + 4) == Some((locator - it - 12) as u64))
            .ok_or_else(|| broken("its zip64 directory is not where the file says"))?;
        let wide = |from| u64_at(bytes, at + from).unwrap_or_default();
        let pairs = [
            (on_disk, wide(24), short_max),
            (count, wide(32), short_max),
            (size, wide(40), long_max),
            (start, wide(48), long_max),
        ];
        if pairs.iter().any(|(narrow, wide, elsewhere)| narrow != wide && narrow != elsewhere) {
            return Err(broken("its two end records disagree"));
        }
        is_split |= wide(16) != 0;
        (on_disk, count, size, start) = (wide(24), wide(32), wide(40), wide(48));
        end64 = Some(at);
    }
    if is_split || on_disk != count {
        return Err(broken("it is one volume of several"));
    }
    let stop = end64.unwrap_or(end);
    if start.checked_add(size) != Some(stop as u64) {
        return Err(broken("its zip directory is not where the file says"));
    }
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    Ok((count, usize::try_from(start).unwrap_or(stop)..stop, end64))
}

/// What the extra fields of a record say.
#[derive(Default)]
struct Extra {
    /// Where the zip64 numbers begin and end.
    zip64: Range<usize>,
    is_encrypted: bool,
    other_name: Option<Range<usize>>,
}

/// Walks extra fields. Word pads with a field that claims nothing; a tail too
/// short for a field is padding as well.
fn read_extra(bytes: &[u8], mut range: Range<usize>) -> Extra {
    let mut extra = Extra::default();
    while let (Some(id), Some(len)) = (u16_at(bytes, range.start), u16_at(bytes, range.start + 2)) {
        let field = range.start + 4..range.start + 4 + usize::from(len);
        if field.end > range.end {
            break;
        }
        match id {
            ZIP64 => extra.zip64 = field.clone(),
            AES => extra.is_encrypted = true,
            // A version byte and the checksum of the plain name come first.
            UNICODE_PATH => extra.other_name = field.clone().nth(5).map(|from| from..field.end),
            _ => {}
        }
        range.start = field.end;
    }
    extra
}

/// Whether a reader of Unicode names would see another file. Names in an old
/// code page may have a Unicode twin; plain ASCII needs none.
fn has_second_name(bytes: &[u8], extra: &Extra, raw_name: &[u8]) -> bool {
    extra.other_name.clone().is_some_and(|it| raw_name.is_ascii() && bytes[it] != *raw_name)
}

/// Reads a number that may stand in the zip64 field instead, whose numbers come in a fixed order.
fn read_number(bytes: &[u8], at: usize, zip64: &mut Range<usize>) -> Option<(u64, Place)> {
    let narrow = u32_at(bytes, at)?;
    if narrow != ELSEWHERE || zip64.len() < 8 {
        return Some((u64::from(narrow), Place { at, wide: false }));
    }
    let at = zip64.start;
    zip64.start += 8;
    Some((u64_at(bytes, at)?, Place { at, wide: true }))
}

fn read_entry(bytes: &[u8], at: usize, directory: &Range<usize>) -> Result<Entry, Error> {
    let lost = || broken("its zip directory is cut short");
    let record = bytes.get(at..directory.end).ok_or_else(lost)?;
    if !record.starts_with(CENTRAL) || record.len() < CENTRAL_LEN {
        return Err(lost());
    }
    let short = |from| u16_at(record, from).unwrap_or_default();
    let name_end = CENTRAL_LEN + usize::from(short(28));
    let extra_end = name_end + usize::from(short(30));
    let central = at..at + extra_end + usize::from(short(32));
    if central.end > directory.end {
        return Err(lost());
    }
    let raw_name = &record[CENTRAL_LEN..name_end];
    let name = String::from_utf8_lossy(raw_name).into_owned();
    let says = |what: &str| broken(format!("the entry `{}` {what}", shown(&name)));

    let extra = read_extra(bytes, at + name_end..at + extra_end);
    if short(8) & ENCRYPTED != 0 || extra.is_encrypted {
        return Err(Error::Encrypted { part: shown(&name) });
    }
    if has_second_name(bytes, &extra, raw_name) {
        return Err(says("has a second name"));
    }
    let method = match short(10) {
        0 => Method::Stored,
        8 => Method::Deflated,
        other => {
            return Err(says(&format!(
                "is packed by method {other}, which office files never use"
            )));
        }
    };
    // Unix file types: a plain file, a folder, or nothing said.
    if !matches!(short(40) & 0o170_000, 0 | 0o040_000 | 0o100_000) {
        return Err(says("is a link or a device, not a file"));
    }
    if short(34) != 0 {
        return Err(broken("it is one volume of several"));
    }
    let mut zip64 = extra.zip64;
    let number = |from, zip64: &mut _| read_number(bytes, at + from, zip64).ok_or_else(lost);
    let (unpacked, unpacked_place) = number(24, &mut zip64)?;
    let (packed, packed_place) = number(20, &mut zip64)?;
    let (offset, central_offset) = number(42, &mut zip64)?;
    let crc = u32_at(record, 16).unwrap_or_default();
    let wanted = Wanted { crc, packed, unpacked, method: short(10), raw_name };
    let local = read_local(bytes, offset, directory.start, &wanted).map_err(|it| match it {
        LocalTrouble::Encrypted => Error::Encrypted { part: shown(&name) },
        LocalTrouble::Says(what) => says(what),
    })?;
    if method == Method::Stored && packed != unpacked {
        return Err(says("is stored with two different sizes"));
    }
    Ok(Entry {
        method,
        crc,
        unpacked: usize::try_from(unpacked).map_err(|_| says("is too large"))?,
        local: local.record,
        content: local.content,
        central,
        central_sizes: Sizes { crc: at + 16, packed: packed_place, unpacked: unpacked_place },
        central_offset,
        local_sizes: local.sizes,
        descriptor_sizes: local.descriptor,
        name,
    })
}

/// What the directory says of an entry, and its local header must say again.
struct Wanted<'a> {
    crc: u32,
    packed: u64,
    unpacked: u64,
    method: u16,
    raw_name: &'a [u8],
}

struct Local {
    record: Range<usize>,
    content: Range<usize>,
    sizes: Option<Sizes>,
    descriptor: Option<Sizes>,
}

enum LocalTrouble {
    Encrypted,
    Says(&'static str),
}

fn read_local(
    bytes: &[u8],
    offset: u64,
    stop: usize,
    wanted: &Wanted,
) -> Result<Local, LocalTrouble> {
    use LocalTrouble::{Encrypted, Says};

    let outside = || Says("points outside the archive");
    let at = usize::try_from(offset).ok().filter(|it| *it < stop).ok_or_else(outside)?;
    let header = &bytes[at..stop];
    if !header.starts_with(LOCAL) || header.len() < LOCAL_LEN {
        return Err(outside());
    }
    let short = |from| u16_at(header, from).unwrap_or_default();
    let name_end = LOCAL_LEN + usize::from(short(26));
    let start = name_end + usize::from(short(28));
    let packed = usize::try_from(wanted.packed).map_err(|_| outside())?;
    let content_end =
        start.checked_add(packed).filter(|it| *it <= header.len()).ok_or_else(outside)?;
    if header[LOCAL_LEN..name_end] != *wanted.raw_name {
        return Err(Says("has another name in its own header"));
    }
    let extra = read_extra(bytes, at + name_end..at + start);
    let flags = short(6);
    if flags & ENCRYPTED != 0 || extra.is_encrypted {
        return Err(Encrypted);
    }
    if short(8) != wanted.method {
        return Err(Says("is packed differently by its own header"));
    }
    if has_second_name(bytes, &extra, wanted.raw_name) {
        return Err(Says("has a second name"));
    }
    let mut zip64 = extra.zip64;
    let is_zip64 = !zip64.is_empty();
    let crc = u32_at(header, 14).unwrap_or_default();
    let unpacked = read_number(bytes, at + 22, &mut zip64).ok_or_else(outside)?;
    let packed = read_number(bytes, at + 18, &mut zip64).ok_or_else(outside)?;
    let has_descriptor = flags & HAS_DESCRIPTOR != 0;
    let agrees = crc == wanted.crc && packed.0 == wanted.packed && unpacked.0 == wanted.unpacked;
    let is_left_out = crc == 0
        && [packed, unpacked]
            .iter()
            .all(|(value, _)| matches!(*value, 0) || *value == u64::from(ELSEWHERE));
    if !(agrees || has_descriptor && is_left_out) {
        return Err(Says("has other sizes or another checksum in its own header"));
    }
    let sizes = Sizes { crc: at + 14, packed: packed.1, unpacked: unpacked.1 };
    let content = at + start..at + content_end;
    let (descriptor, end) = if has_descriptor {
        let (sizes, end) = read_descriptor(&bytes[..stop], content.end, wanted, is_zip64)
            .ok_or(Says("is followed by other sizes or another checksum"))?;
        (Some(sizes), end)
    } else {
        (None, content.end)
    };
    Ok(Local { record: at..end, content, sizes: agrees.then_some(sizes), descriptor })
}

/// A descriptor comes with or without a signature, and with narrow or wide
/// sizes; the one that says what the directory says is meant.
fn read_descriptor(
    bytes: &[u8],
    at: usize,
    wanted: &Wanted,
    is_zip64: bool,
) -> Option<(Sizes, usize)> {
    let signed = bytes.get(at..)?.starts_with(DESCRIPTOR);
    [true, false].into_iter().filter(|it| signed || !it).find_map(|signature| {
        let crc = if signature { at + 4 } else { at };
        [is_zip64, !is_zip64].into_iter().find_map(|wide| {
            let width = if wide { 8 } else { 4 };
            let number = |from| {
                if wide { u64_at(bytes, from) } else { u32_at(bytes, from).map(u64::from) }
            };
            let packed = Place { at: crc + 4, wide };
            let unpacked = Place { at: crc + 4 + width, wide };
            let agrees = u32_at(bytes, crc)? == wanted.crc
                && number(packed.at)? == wanted.packed
                && number(unpacked.at)? == wanted.unpacked;
            agrees.then_some((Sizes { crc, packed, unpacked }, unpacked.at + width))
        })
    })
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

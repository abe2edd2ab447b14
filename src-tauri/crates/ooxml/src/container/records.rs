//! An entry's two records, in the directory and before its data, which must agree.

use std::ops::Range;

use super::{ELSEWHERE, Entry, LOCAL, Method, Place, Sizes, broken};
use crate::{
    Error,
    bytes::{u16_at, u32_at, u64_at},
    part_name::shown,
};

const CENTRAL: &[u8; 4] = b"PK\x01\x02";
const DESCRIPTOR: &[u8; 4] = b"PK\x07\x08";

const LOCAL_LEN: usize = 30;
const CENTRAL_LEN: usize = 46;

const ZIP64: u16 = 0x0001;
const AES: u16 = 0x9901;
const UNICODE_PATH: u16 = 0x7075;

const ENCRYPTED: u16 = 1 | 1 << 6 | 1 << 13;
const HAS_DESCRIPTOR: u16 = 1 << 3;

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

/// Reads the directory's record at `at` and the local one it points to.
pub(super) fn read_entry(
    bytes: &[u8],
    at: usize,
    directory: &Range<usize>,
) -> Result<Entry, Error> {
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

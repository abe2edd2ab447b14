//! The records that end an archive and say where its directory stands.

use std::ops::Range;

use super::{ELSEWHERE, broken};
use crate::{
    Error, FileKind,
    bytes::{u16_at, u32_at, u64_at},
};

const END: &[u8; 4] = b"PK\x05\x06";
const END64: &[u8; 4] = b"PK\x06\x06";
const LOCATOR64: &[u8; 4] = b"PK\x06\x07";

const END_LEN: usize = 22;
const END64_LEN: usize = 56;
const LOCATOR64_LEN: usize = 20;

/// Finds the end record, which must be the only one that ends the file.
pub(super) fn find_end(bytes: &[u8]) -> Result<usize, Error> {
    let cut_short = || Error::NotAPackage(FileKind::CutShort);
    let last = bytes.len().checked_sub(END_LEN).ok_or_else(cut_short)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    let mut found = None;
    // Looking for one letter in a chunk is much faster than looking at each place.
    let stop = last + 1;
    let chunks = (first..stop).step_by(64).rev().map(|at| at..(at + 64).min(stop));
    for at in chunks.filter(|it| bytes[it.clone()].contains(&b'P')).flat_map(Iterator::rev) {
        if !bytes[at..].starts_with(END) {
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
pub(super) fn read_end(
    bytes: &[u8],
    end: usize,
) -> Result<(usize, Range<usize>, Option<usize>), Error> {
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

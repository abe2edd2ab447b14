//! The zip: the same files as in the folder, for the archive.
//!
//! No password and no zip within the zip: mail filters drop both.

use std::io::{Cursor, Read as _, Write as _};

use jiff::civil::DateTime;
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::{Error, FileName};

/// "This name is UTF-8", among an entry's flags (APPNOTE 4.4.4, bit 11).
const UTF8_FLAG: u8 = 0x08;

/// Packs `files` into one folder called `name`.
pub(crate) fn write(
    name: &FileName,
    made: DateTime,
    files: &[(&str, &[u8])],
) -> Result<Vec<u8>, Error> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(time(made))
        .unix_permissions(0o600);
    for (file, bytes) in files {
        zip.start_file(format!("{name}/{file}"), options)?;
        zip.write_all(bytes).map_err(zip::result::ZipError::Io)?;
    }
    let mut bytes = zip.finish()?.into_inner();
    flag_names_as_utf8(&mut bytes);
    Ok(bytes)
}

/// A zip to be read: one of ours, or one that somebody else packed.
pub struct Archive<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Archive<'a> {
    /// Opens it. `None`: it is no zip.
    pub fn open(zip: &'a [u8]) -> Option<Self> {
        ZipArchive::new(Cursor::new(zip)).ok().map(Self)
    }

    /// How many entries it has.
    pub fn entries(&self) -> usize {
        self.0.len()
    }

    /// The file of this name, in whatever folder of the zip, if it has no more than `most` bytes.
    pub fn file(&mut self, file: &str, most: usize) -> Option<Vec<u8>> {
        let is_it = |at: &usize| {
            let name = self.0.name_for_index(*at).and_then(Result::ok);
            name.is_some_and(|it| it.rsplit('/').next() == Some(file))
        };
        let at = (0..self.0.len()).find(is_it)?;
        let mut bytes = Vec::new();
        let most = u64::try_from(most).ok()?;
        self.0.by_index(at).ok()?.take(most.checked_add(1)?).read_to_end(&mut bytes).ok()?;
        (bytes.len() as u64 <= most).then_some(bytes)
    }
}

/// A zip cannot hold years outside 1980 to 2107; its own first day stands in.
fn time(made: DateTime) -> zip::DateTime {
    let part = |it: i8| u8::try_from(it).unwrap_or_default();
    let (date, clock) = (made.date(), made.time());
    zip::DateTime::from_date_and_time(
        u16::try_from(date.year()).unwrap_or_default(),
        part(date.month()),
        part(date.day()),
        part(clock.hour()),
        part(clock.minute()),
        part(clock.second()),
    )
    .unwrap_or_default()
}

/// Marks every name as UTF-8. The `zip` crate leaves the mark out for ASCII
/// names, and some unpackers then take a folder's code page from the first of them.
fn flag_names_as_utf8(zip: &mut [u8]) {
    let mut directory = field(zip, zip.len() - 6, 4);
    let entries = field(zip, zip.len() - 12, 2);
    for _ in 0..entries {
        let local = field(zip, directory + 42, 4);
        zip[directory + 9] |= UTF8_FLAG;
        zip[local + 7] |= UTF8_FLAG;
        let lengths: usize = [28, 30, 32].iter().map(|it| field(zip, directory + it, 2)).sum();
        directory += 46 + lengths;
    }
}

/// A little-endian number of `size` bytes in our own zip, which has no comment.
fn field(zip: &[u8], at: usize, size: usize) -> usize {
    zip[at..at + size].iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte))
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use jiff::civil::datetime;

    use super::*;

    #[test]
    fn a_zip_gives_back_names_times_and_bytes() {
        let files: [(&str, &[u8]); 3] =
            [("form.docx", b"PK form"), ("简历.pdf", &[0; 5000]), ("note.txt", b"")];
        let name = FileName::new("MSRA - 李子涵");
        let bytes = write(&name, datetime(2026, 3, 1, 12, 30, 40, 0), &files).unwrap();
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        assert_eq!(zip.len(), 3);
        for (at, (file, content)) in files.iter().enumerate() {
            let mut entry = zip.by_index(at).unwrap();
            assert_eq!(entry.name().unwrap(), format!("MSRA - 李子涵/{file}"));
            assert_eq!(entry.last_modified().unwrap().to_string(), "2026-03-01 12:30:40");
            let mut read = Vec::new();
            entry.read_to_end(&mut read).unwrap();
            assert_eq!(&read, content);
        }
    }

    #[test]
    fn every_name_says_that_it_is_utf_8() {
        let mut bytes = write(
            &FileName::new("a"),
            datetime(2026, 3, 1, 0, 0, 0, 0),
            &[("b", b"x"), ("c", b"")],
        )
        .unwrap();
        let directory = field(&bytes, bytes.len() - 6, 4);
        assert_eq!(bytes[directory + 9] & UTF8_FLAG, UTF8_FLAG);
        assert_eq!(bytes[7] & UTF8_FLAG, UTF8_FLAG);
        let before = bytes.clone();
        flag_names_as_utf8(&mut bytes);
        assert_eq!(bytes, before);
    }
}

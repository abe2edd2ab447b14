//! Archives whose records lie, so that two readers would see two different files.

use proptest::prelude::*;

use ooxml::{Changes, Package};

use crate::{
    archive::{
        Entry, Record, archive, archive_behind, deflate, document, end, with_zip64_end, word,
    },
    hostile::{refused, word_and},
};

/// The offset of the first directory record.
fn directory(archive: &[u8]) -> usize {
    archive.windows(4).position(|it| it == b"PK\x01\x02").unwrap()
}

type Lie = fn(&mut Record);

#[test]
fn headers_that_disagree() {
    let part = || Entry::new("word/a.xml", "<a/>");
    let lies: [(&str, Lie); 5] = [
        ("has another name in its own header", |it| it.name[5] = b'b'),
        ("is packed differently by its own header", |it| it.method = 0),
        ("has other sizes or another checksum", |it| it.crc ^= 1),
        ("has other sizes or another checksum", |it| it.unpacked += 1),
        ("has other sizes or another checksum", |it| it.packed = 0),
    ];
    for (because, lie) in lies {
        refused(word_and([part().with(|it| lie(&mut it.local))]), because);
    }
    for has_signature in [true, false] {
        let lying = part().streamed(has_signature).with(|it| *it.after.last_mut().unwrap() = 9);
        refused(word_and([lying]), "is followed by other sizes or another checksum");
    }
    let stored = Entry::stored("word/a.xml", "<a/>").both(|it| it.unpacked = 5);
    refused(word_and([stored]), "is stored with two different sizes");
}

#[test]
fn passwords_and_strange_packings() {
    let part = || Entry::new("word/a.xml", "<a/>");
    for flag in [1_u16, 1 << 6, 1 << 13] {
        refused(
            word_and([part().both(|it| it.flags = flag)]),
            "`word/a.xml` inside is protected by a zip password",
        );
        refused(word_and([part().with(|it| it.local.flags = flag)]), "protected by a zip password");
        refused(
            word_and([part().with(|it| it.central.flags = flag)]),
            "protected by a zip password",
        );
    }
    let aes = b"\x01\x99\x07\0\x02\0AE\x03\x08\0";
    refused(word_and([part().both(|it| it.extra = aes.to_vec())]), "protected by a zip password");
    for method in [1_u16, 6, 9, 12, 14, 93, 95, 97, 98, 99] {
        refused(
            word_and([part().both(|it| it.method = method)]),
            &format!("is packed by method {method}"),
        );
    }
}

#[test]
fn a_second_name() {
    let unicode = [b"\x75\x70\x0f\0\x01\0\0\0\0".as_slice(), b"word/b.xml"].concat();
    let part = || Entry::new("word/a.xml", "<a/>");
    refused(word_and([part().with(|it| it.central.extra = unicode.clone())]), "has a second name");
    refused(word_and([part().with(|it| it.local.extra = unicode.clone())]), "has a second name");
}

#[test]
fn records_that_overlap() {
    let content = vec![b'a'; 50_000];
    // Four directory records of one local record.
    let mut entries = word("");
    let start: usize = entries.iter().map(|it| it.local_bytes().len()).sum();
    entries.push(Entry::new("a.bin", &content));
    for _ in 0..3 {
        let again = Entry::new("a.bin", &content);
        entries.push(again.with(|it| {
            it.is_phantom = true;
            it.offset = Some(u32::try_from(start).unwrap());
        }));
    }
    refused(archive(&entries), "overlaps another one");
    // The same under another name.
    for (number, entry) in entries.iter_mut().enumerate().skip(4) {
        entry.central.name = format!("{number}.bin").into_bytes();
    }
    refused(archive(&entries), "has another name in its own header");

    // A local record inside the data of another.
    let inner = Entry::new("inner.bin", &content);
    let quoted = inner.local_bytes();
    let outer = Entry::stored("outer.bin", &quoted);
    let inside = u32::try_from(start + 30 + "outer.bin".len()).unwrap();
    let inner = inner.with(|it| {
        it.is_phantom = true;
        it.offset = Some(inside);
    });
    refused(word_and([outer, inner]), "overlaps another one");

    // Data that runs into the directory, and a record past the end.
    let part = Entry::stored("a.bin", "abc");
    let into = part.clone().both(|it| (it.packed, it.unpacked) = (60, 60));
    refused(word_and([into]), "points outside the archive");
    refused(
        word_and([part.clone().with(|it| it.offset = Some(1 << 30))]),
        "points outside the archive",
    );
    refused(word_and([part.with(|it| it.offset = Some(1))]), "points outside the archive");
}

#[test]
fn files_that_quote_the_headers_of_the_next() {
    // Fifield's bomb: each file's data begins with a stored block that holds the
    // next file's local header, and goes on through all that follows.
    let kernel = vec![0_u8; 900_000];
    let mut files = vec![Entry::new("kernel", &kernel)];
    let mut tail = files[0].local_bytes();
    let mut content = kernel;
    for number in (0..30).rev() {
        let quoted = 30 + files[0].local.name.len();
        let length = u16::try_from(quoted).unwrap();
        let block = [&[0][..], &length.to_le_bytes(), &(!length).to_le_bytes()].concat();
        content = [&tail[..quoted], &content].concat();
        let data = [block.clone(), tail].concat();
        let file =
            Entry::raw(format!("f{number:02}"), 8, data, content.len(), crc32fast::hash(&content));
        let header = file.local_bytes().len() - file.data.len();
        tail = [&file.local_bytes()[..header], &file.data].concat();
        files.insert(0, file);
    }
    let mut at = 0;
    let mut directory_only: Vec<Entry> = files
        .iter()
        .map(|it| {
            let offset = at;
            at += 30 + it.local.name.len() + 5;
            it.clone().with(|it| {
                it.is_phantom = true;
                it.offset = Some(u32::try_from(offset).unwrap());
            })
        })
        .collect();
    // The last file stands alone, its header quoted by the one before it.
    directory_only.extend(word(""));
    refused(archive_behind(&tail, &directory_only), "overlaps another one");
}

#[test]
fn what_the_directory_does_not_list() {
    let hidden = Entry::new("word/hidden.xml", "<a/>").with(|it| it.is_hidden = true);
    refused(
        word_and([hidden.clone(), Entry::new("word/a.xml", "<a/>")]),
        "an entry that its directory does not list",
    );
    refused(word_and([hidden]), "an entry that its directory does not list");
    refused(archive_behind(b"PK\x03\x04 and more", &word("")), "something else stands in front");
    let mut shifted = b"PK\x03\x04".to_vec();
    shifted.extend_from_slice(&word_and([]));
    refused(shifted, "its zip directory is not where the file says");
}

#[test]
fn two_directories() {
    let mut bytes = word_and([]);
    let start = u32::try_from(directory(&bytes)).unwrap();
    let size = u32::try_from(bytes.len()).unwrap() - 22 - start;
    let comment = bytes.len() - 2;
    bytes[comment] = 22;
    bytes.extend_from_slice(&end(3, size, start));
    refused(bytes, "it has two zip directories");
}

#[test]
fn directories_that_miscount() {
    let at_end = |change: fn(&mut [u8])| {
        let mut bytes = word_and([]);
        let at = bytes.len() - 22;
        change(&mut bytes[at..]);
        bytes
    };
    refused(
        at_end(|it| (it[8], it[10]) = (2, 2)),
        "its directory holds more than the entries it counts",
    );
    refused(at_end(|it| (it[8], it[10]) = (4, 4)), "its zip directory is cut short");
    refused(at_end(|it| it[8] = 2), "it is one volume of several");
    refused(at_end(|it| it[4] = 1), "it is one volume of several");
    refused(at_end(|it| it[12] ^= 1), "its zip directory is not where the file says");
    refused(at_end(|it| it[16] ^= 1), "its zip directory is not where the file says");
    refused(at_end(|it| it[0] = b'x'), "cut short");
    refused(with_zip64_end(word_and([]), 1), "its zip directory is not where the file says");
    let mut bytes = with_zip64_end(word_and([]), 0);
    let locator = bytes.len() - 42;
    bytes[locator + 8] ^= 1;
    refused(bytes, "its zip64 directory is not where the file says");
    let mut bytes = with_zip64_end(word_and([]), 0);
    let count = bytes.len() - 22 + 8;
    bytes[count..count + 2].copy_from_slice(&[2, 0]);
    refused(bytes, "its two end records disagree");
}

#[test]
fn data_that_is_not_what_it_claims() {
    let main = |entry: Entry| archive(&[word("")[..2].to_vec(), vec![entry]].concat());
    let content = document("").into_bytes();
    let crc = crc32fast::hash(&content);
    let raw = |data, crc| main(Entry::raw("word/document.xml", 8, data, content.len(), crc));
    let packed = deflate(&content);
    refused(
        raw(packed.clone(), crc ^ 1),
        "`word/document.xml` inside is damaged: its checksum does not match",
    );
    refused(raw(packed[..packed.len() / 2].to_vec(), crc), "end too early");
    refused(
        raw([packed.as_slice(), b"hidden"].concat(), crc),
        "bytes are hidden behind its packed content",
    );
    refused(raw(vec![0xff; 40], crc), "its packed bytes make no sense");
    refused(raw(Vec::new(), crc), "end too early");
}

/// Opens, reads and saves whatever the bytes are; tells what the parts held.
fn survive(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let package = Package::open(bytes.to_vec()).ok()?;
    let _ = package.hazards();
    let parts = package.parts().map(|it| Some((it.to_string(), package.part(it).ok()?)));
    let parts: Option<Vec<_>> = parts.collect();
    let mut changes = Changes::new();
    changes.replace(package.main_part(), "<a/>");
    Package::open(package.save(&changes).unwrap()).unwrap();
    parts
}

proptest! {
    #[test]
    fn broken_bytes_never_panic_and_never_read_two_ways(
        breaks in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let entries = [word("<w:p/>"), vec![Entry::new("a.txt", "abc").streamed(true), Entry::stored("b.txt", "def")]];
        let mut bytes = archive(&entries.concat());
        for (place, byte) in breaks {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        // What we accept, another reader must see in the same way.
        if let Some(parts) = survive(&bytes) {
            let mut other = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
            for (name, content) in parts {
                let mut read = Vec::new();
                std::io::Read::read_to_end(&mut other.by_name(&name).unwrap(), &mut read).unwrap();
                prop_assert_eq!(read, content);
            }
        }
    }
}

//! Saving changes what it is told to change, and not a byte more.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use ooxml::{Changes, Edit, Kind, Package, PartName, Target, relation, splice, undo};
use proptest::prelude::*;

use crate::archive::{
    Entry, archive, content_types, document, relationship, relationships, with_zip64_end, word,
};

fn name(text: &str) -> PartName {
    PartName::new(text).unwrap()
}

/// Every entry in its order, as another reader sees it.
fn read(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let entries = (0..zip.len()).map(|index| {
        let mut file = zip.by_index(index).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        (file.name().unwrap().into_owned(), content)
    });
    entries.collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    let found = read(bytes).into_iter().find(|(it, _)| it == name).unwrap();
    String::from_utf8(found.1).unwrap()
}

/// Where each local record stands, from its header to the next one's.
fn local_records(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut starts: Vec<(usize, String)> = (0..zip.len())
        .map(|index| {
            let file = zip.by_index_raw(index).unwrap();
            (usize::try_from(file.header_start()).unwrap(), file.name().unwrap().into_owned())
        })
        .collect();
    let end = usize::try_from(zip.central_directory_start()).unwrap();
    starts.sort();
    let ends: Vec<usize> = starts.iter().skip(1).map(|it| it.0).chain([end]).collect();
    starts
        .into_iter()
        .zip(ends)
        .map(|((start, name), end)| (name, bytes[start..end].to_vec()))
        .collect()
}

/// Replaces the main part, and checks all that must have stayed.
#[track_caller]
fn fill(bytes: &[u8], content: &str) -> Vec<u8> {
    let package = Package::open(bytes.to_vec()).unwrap();
    assert_eq!(package.save(&Changes::new()).unwrap(), bytes);
    let main = package.main_part().clone();
    let mut changes = Changes::new();
    changes.replace(&main, package.part(&main).unwrap());
    assert_eq!(package.save(&changes).unwrap(), bytes, "given again as it was");

    changes.replace(&main, content);
    let saved = package.save(&changes).unwrap();
    let expected: Vec<_> = read(bytes)
        .into_iter()
        .map(|(name, old)| if name == main.as_str() { (name, content.into()) } else { (name, old) })
        .collect();
    assert_eq!(read(&saved), expected);
    let mut records = local_records(&saved);
    for (name, old) in local_records(bytes) {
        let new = records.remove(&name).unwrap();
        if name == main.as_str() {
            // Version, flags, method and date.
            assert_eq!(new[..14], old[..14]);
        } else {
            assert_eq!(new, old, "{name}");
        }
    }
    assert_eq!(Package::open(saved.clone()).unwrap().part(&main).unwrap(), content.as_bytes());
    saved
}

/// The awkward ways in which a writer may keep an entry.
fn awkward(name: &str, content: &str) -> Vec<Entry> {
    let wide = |value: u32| u64::from(value).to_le_bytes();
    let new = || Entry::new(name, content);
    let padding = [b"\x20\xa2\x08\0".as_slice(), &[0; 8]].concat();
    let zip64 = |it: &mut Entry| {
        for record in [&mut it.local, &mut it.central] {
            record.extra =
                [b"\x01\0\x10\0", &wide(record.unpacked)[..], &wide(record.packed)].concat();
            (record.packed, record.unpacked) = (u32::MAX, u32::MAX);
        }
    };
    vec![
        new(),
        Entry::stored(name, content),
        new().streamed(true),
        new().streamed(false),
        new().with(|it| it.local.extra.clone_from(&padding)),
        new().both(|it| it.flags = 6),
        new().with(zip64),
        // Streamed, with wide sizes behind the data.
        new().with(|it| {
            let crc = it.local.crc.to_le_bytes();
            let sizes = [wide(it.local.packed), wide(it.local.unpacked)].concat();
            it.after = [b"PK\x07\x08".as_slice(), &crc, &sizes].concat();
            it.local.extra = [b"\x01\0\x10\0".as_slice(), &[0; 16]].concat();
            (it.local.crc, it.local.packed, it.local.unpacked) = (0, u32::MAX, u32::MAX);
            it.local.flags |= 8;
            it.central.flags |= 8;
        }),
        new().with(|it| it.after = b"a gap".to_vec()),
    ]
}

#[test]
fn an_entry_is_kept_the_way_it_was_however_that_is() {
    for entry in awkward("word/document.xml", &document("<w:p/>")) {
        for other in awkward("word/a.xml", "<a/>") {
            let entries = [word("")[..2].to_vec(), vec![other, entry.clone()]].concat();
            fill(&archive(&entries), &document("<w:p><w:r/></w:p>"));
            fill(&with_zip64_end(archive(&entries), 0), &document(""));
        }
    }
}

#[test]
fn what_follows_the_archive_is_kept() {
    let mut bytes = archive(&word("<w:p/>"));
    let length = bytes.len();
    bytes[length - 2] = 7;
    bytes.extend_from_slice(b"comment\r\n\0\0");
    assert!(fill(&bytes, &document("")).ends_with(b"comment\r\n\0\0"));
}

#[test]
fn the_directory_may_be_in_another_order_than_the_records() {
    let mut entries = word("<w:p/>");
    entries.push(Entry::new("word/a.xml", "<a/>"));
    let offset = u32::try_from(entries[0].local_bytes().len()).unwrap();
    // The second directory record points at the third local one, and the other way round.
    let middle = u32::try_from(entries[1].local_bytes().len()).unwrap() + offset;
    let (second, third) = (entries[1].central.clone(), entries[2].central.clone());
    (entries[1].central, entries[2].central) = (third, second);
    (entries[1].offset, entries[2].offset) = (Some(middle), Some(offset));
    fill(&archive(&entries), &document("<w:p><w:r/></w:p>"));
}

#[test]
fn the_main_part_is_the_one_the_relationship_names() {
    let types = content_types("").replace("/word/document.xml", "/Text/Main%20part.xml");
    let root = relationships(&relationship("a", "officeDocument", "/text/main%20part.XML", ""));
    let entries = [
        Entry::new("[Content_Types].xml", format!("\u{feff}{types}")),
        Entry::new("_rels/.rels", format!("\u{feff}{root}")),
        Entry::new("Text/Main part.xml", document("")),
    ];
    let package = Package::open(archive(&entries)).unwrap();
    assert_eq!(package.main_part().as_str(), "Text/Main part.xml");
    assert_eq!(package.kind(), Kind::Word);
    assert!(!package.is_strict());
}

#[test]
fn a_picture_is_added_with_its_type_and_its_relationship() {
    let package = Package::open(archive(&word("<w:p/>"))).unwrap();
    let mut changes = Changes::new();
    let first = changes.add(&package, "word/media/photo.png", "image/png", "1").unwrap();
    let second = changes.add(&package, "word/media/photo.png", "image/png", "2").unwrap();
    assert_eq!(
        (first.as_str(), second.as_str()),
        ("word/media/photo.png", "word/media/photo2.png")
    );
    let main = package.main_part();
    assert_eq!(changes.relate(&package, main, relation::IMAGE, &first), "rId1");
    assert_eq!(changes.relate(&package, main, relation::IMAGE, &second), "rId2");
    let saved = package.save(&changes).unwrap();

    let filled = Package::open(saved.clone()).unwrap();
    assert_eq!(filled.content_type(&second), Some("image/png"));
    let found: Vec<_> = filled.related(main, relation::IMAGE).map(PartName::as_str).collect();
    assert_eq!(found, ["word/media/photo.png", "word/media/photo2.png"]);
    let types = part(&saved, "[Content_Types].xml");
    assert_eq!(types.matches("image/png").count(), 1, "{types}");
    assert_eq!(part(&saved, "word/media/photo2.png"), "2");
    // The records that were there are there still, but for the content types.
    let new = local_records(&saved);
    for (name, old) in local_records(&archive(&word("<w:p/>"))) {
        assert!(name.starts_with('[') || new[&name] == old, "{name}");
    }
}

#[test]
fn relationships_that_are_there_keep_their_ids() {
    let lines = [
        relationship("rId7", "styles", "styles.xml", ""),
        relationship("RID9", "image", "http://example.com/a.png", " TargetMode=\"External\""),
        relationship("x", "hyperlink", "#place", ""),
    ];
    let rels = relationships(&lines.concat());
    let mut entries = word("");
    entries.push(Entry::new("word/_rels/document.xml.rels", &rels));
    entries.push(Entry::new("word/styles.xml", "<a/>"));
    let package = Package::open(archive(&entries)).unwrap();
    let main = package.main_part();
    assert_eq!(package.related(main, relation::STYLES).count(), 1);
    let external = Target::External("http://example.com/a.png".to_owned());
    assert_eq!(package.relationship(main, "RID9").unwrap().target, external);
    assert_eq!(
        package.relationship(main, "x").unwrap().target,
        Target::Nowhere("#place".to_owned())
    );

    let mut changes = Changes::new();
    let xml = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    let added = changes.add(&package, "word/comments.xml", xml, "<a/>").unwrap();
    assert_eq!(changes.relate(&package, main, relation::COMMENTS, &added), "rId10");
    let saved = package.save(&changes).unwrap();
    let line = relationship("rId10", "comments", "comments.xml", "");
    let at = rels.len() - "</Relationships>".len();
    assert_eq!(
        part(&saved, "word/_rels/document.xml.rels"),
        format!("{}{line}{}", &rels[..at], &rels[at..])
    );
    assert_eq!(Package::open(saved).unwrap().content_type(&added), Some(xml));
}

#[test]
fn a_strict_package_gets_strict_relationships() {
    let strict = |text: String| {
        text.replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
            "http://purl.oclc.org/ooxml/officeDocument/relationships/",
        )
    };
    let root = relationships(&relationship("rId1", "officeDocument", "word/document.xml", ""));
    let mut entries = word("");
    entries[1] = Entry::new("_rels/.rels", strict(root));
    entries.push(Entry::new(
        "word/_rels/document.xml.rels",
        relationships("").replace("></Relationships>", "/>"),
    ));
    let package = Package::open(archive(&entries)).unwrap();
    assert!(package.is_strict());
    let mut changes = Changes::new();
    let added = changes.add(&package, "word/media/a.jpeg", "image/jpeg", "1").unwrap();
    changes.relate(&package, package.main_part(), relation::IMAGE, &added);
    let saved = package.save(&changes).unwrap();
    let rels = part(&saved, "word/_rels/document.xml.rels");
    assert!(
        rels.contains("\"http://purl.oclc.org/ooxml/officeDocument/relationships/image\""),
        "{rels}"
    );
    let filled = Package::open(saved).unwrap();
    assert_eq!(filled.related(package.main_part(), relation::IMAGE).next(), Some(&added));
}

#[test]
fn a_part_that_is_not_there_cannot_be_replaced() {
    let package = Package::open(archive(&word(""))).unwrap();
    let mut changes = Changes::new();
    changes.replace(&name("word/none.xml"), "<a/>");
    assert_eq!(
        package.save(&changes).unwrap_err().to_string(),
        "the package has no part `word/none.xml`"
    );
    assert!(package.part(&name("word/none.xml")).is_err());
    assert!(changes.add(&package, "../a", "a/b", "").is_err());
}

/// A package with random parts, kept in random ways.
fn packages() -> impl Strategy<Value = Vec<Entry>> {
    let parts = prop::collection::btree_map("[a-z字]{1,8}", (".{0,200}", 0..9_usize), 0..6);
    (parts, 0..9_usize, "[ a-z张<>]{0,50}").prop_map(|(parts, main, body)| {
        let content = document(&ooxml::escape(&body));
        let mut entries = word("");
        entries[2] = awkward("word/document.xml", &content).swap_remove(main);
        for (name, (content, way)) in parts {
            let utf8 = u16::from(!name.is_ascii()) << 11;
            let entry = awkward(&format!("word/{name}.xml"), &content).swap_remove(way);
            entries.push(entry.both(|it| it.flags |= utf8));
        }
        entries
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_the_package_only_the_change_is_changed(entries in packages(), body in "[ a-z张]{0,80}") {
        let bytes = archive(&entries);
        fill(&bytes, &document(&body));
        fill(&with_zip64_end(bytes, 0), &document(&body));
    }

    #[test]
    fn undoing_the_edits_of_a_part_gives_its_bytes_back(entries in packages(), texts in prop::collection::vec(".{0,10}", 1..4)) {
        let bytes = archive(&entries);
        let package = Package::open(bytes.clone()).unwrap();
        let tree = package.tree(package.main_part()).unwrap();
        let body = tree.children(tree.root()).next().unwrap();
        let edits: Vec<_> = texts.iter().map(|it| Edit::insert(tree.inner(body).start, ooxml::escape(it))).collect();
        let edited = splice(tree.source(), &edits).unwrap();
        let mut changes = Changes::new();
        changes.replace(package.main_part(), edited.clone());
        let saved = Package::open(package.save(&changes).unwrap()).unwrap();
        prop_assert_eq!(&saved.part(saved.main_part()).unwrap(), edited.as_bytes());
        let restored = splice(&edited, &undo(tree.source(), &edits).unwrap()).unwrap();
        prop_assert_eq!(restored.as_bytes(), package.part(package.main_part()).unwrap());
        let mut back = Changes::new();
        back.replace(saved.main_part(), restored);
        prop_assert_eq!(read(&saved.save(&back).unwrap()), read(&bytes));
    }
}

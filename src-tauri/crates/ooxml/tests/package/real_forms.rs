//! Real forms, measured: each one opens, reads and saves as it was.
//!
//! Forms are other people's and no part of the project. With a folder of them
//! in `CANDIDACY_FORMS` this reads every file there; the generated packages of
//! the other tests stand in for them otherwise.

use std::fs;

use ooxml::{Changes, Error, Package};

/// Opens one file and does to it what filling does. `Err` is a refusal.
fn measure(bytes: &[u8]) -> Result<(), Error> {
    let package = Package::open(bytes.to_vec())?;
    assert_eq!(package.save(&Changes::new())?, bytes, "saved without changes");
    for part in package.parts() {
        package.part(part)?;
        if matches!(part.extension(), "xml" | "rels") {
            package.tree(part)?;
        }
    }
    Ok(())
}

#[test]
fn real_forms_are_refused_only_for_macros_a_password_or_damage() {
    let Ok(folder) = std::env::var("CANDIDACY_FORMS") else { return };
    let mut refused = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match measure(&fs::read(&path).unwrap()) {
            Ok(()) | Err(Error::Active { .. } | Error::NotAPackage(_)) => {}
            Err(error) => refused.push(format!("{}: {error}", path.display())),
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

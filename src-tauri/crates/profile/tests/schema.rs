//! The file of the JSON Schema is written by `cargo test` and committed.

use std::{fs, path::Path};

const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/profile.schema.json");

#[test]
#[expect(clippy::disallowed_methods, reason = "what is generated can be generated again")]
fn the_schema_is_current() {
    let fresh = serde_json::to_string_pretty(&profile::schema_of_types()).unwrap() + "\n";
    let committed = fs::read_to_string(Path::new(COMMITTED)).unwrap_or_default();
    if committed != fresh {
        fs::write(COMMITTED, &fresh).unwrap();
    }
    assert!(committed == fresh, "it was stale, and is written now: commit {COMMITTED}");
}

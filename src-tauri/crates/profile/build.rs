//! Packs the schema: words for people to read are mostly air.

use std::{env, fs, path::Path};

use flate2::{Compression, read::DeflateEncoder};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let schema = "profile.schema.json";
    println!("cargo::rerun-if-changed={schema}");
    let mut packed = DeflateEncoder::new(fs::File::open(schema)?, Compression::best());
    let out = Path::new(&env::var("OUT_DIR")?).join("profile.schema.deflated");
    std::io::copy(&mut packed, &mut fs::File::create(out)?)?;
    Ok(())
}

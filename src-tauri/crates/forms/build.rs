//! Puts every dictionary of `templates/labels/` into the program, so that a
//! language is added by its file alone. Packed: words for people to edit are mostly air.

use std::{
    env,
    fs::{self, File},
    io::Write,
    path::Path,
};

use flate2::{Compression, write::DeflateEncoder};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let labels = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../../templates/labels");
    let labels = labels.canonicalize()?;
    println!("cargo::rerun-if-changed={}", labels.display());
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let mut names = Vec::new();
    for entry in labels.read_dir()? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            names.extend(path.file_stem().and_then(|name| name.to_str()).map(str::to_owned));
        }
    }
    names.sort();
    for name in &names {
        let file = File::create(out.join(format!("{name}.deflated")))?;
        let mut packed = DeflateEncoder::new(file, Compression::best());
        packed.write_all(&fs::read(labels.join(format!("{name}.toml")))?)?;
        packed.finish()?;
    }
    let file =
        |name: &str| format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.deflated\"))");
    let mut list = File::create(out.join("labels.rs"))?;
    writeln!(list, "const SUBJECTS: &[u8] = {};", file("subjects"))?;
    writeln!(list, "const LANGUAGES: &[(&str, &[u8])] = &[")?;
    for name in names.iter().filter(|name| *name != "subjects") {
        writeln!(list, "    ({name:?}, {}),", file(name))?;
    }
    writeln!(list, "];")?;
    Ok(())
}

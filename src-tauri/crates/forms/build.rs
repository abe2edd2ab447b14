//! Puts every dictionary of `templates/labels/` into the program, so that a
//! language is added by its file alone.

use std::{env, fs::File, io::Write, path::Path};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let labels = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../../templates/labels");
    let labels = labels.canonicalize()?;
    println!("cargo::rerun-if-changed={}", labels.display());
    let mut names = Vec::new();
    for entry in labels.read_dir()? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            names.extend(path.file_stem().and_then(|name| name.to_str()).map(str::to_owned));
        }
    }
    names.sort();
    let file = |name: &str| {
        // As a raw string: on Windows a path has backslashes.
        format!("include_str!(r#\"{}\"#)", labels.join(format!("{name}.toml")).display())
    };
    let mut out = File::create(Path::new(&env::var("OUT_DIR")?).join("labels.rs"))?;
    writeln!(out, "const SUBJECTS: &str = {};", file("subjects"))?;
    writeln!(out, "const LANGUAGES: &[(&str, &str)] = &[")?;
    for name in names.iter().filter(|name| *name != "subjects") {
        writeln!(out, "    ({name:?}, {}),", file(name))?;
    }
    writeln!(out, "];")?;
    Ok(())
}

//! Lists the folders of `templates/postings/`, so that a posting is added to
//! the library by adding its folder and touching no code.

use std::{
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

/// From this crate to the library.
const LIBRARY: &str = "../../../templates/postings";

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join(LIBRARY);
    println!("cargo::rerun-if-changed={}", root.display());
    let mut code = String::from("&[\n");
    for folder in sorted(&root)?.iter().filter(|it| it.is_dir()) {
        println!("cargo::rerun-if-changed={}", folder.display());
        writeln!(code, "    ({:?}, &[", name(folder)?)?;
        for file in sorted(folder)?.iter().filter(|it| it.is_file()) {
            let inside = format!("/{LIBRARY}/{}/{}", name(folder)?, name(file)?);
            writeln!(
                code,
                "        ({:?}, include_bytes!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {inside:?}))),",
                name(file)?
            )?;
        }
        code.push_str("    ]),\n");
    }
    code.push_str("]\n");
    let out = PathBuf::from(env::var("OUT_DIR")?).join("library.rs");
    #[expect(clippy::disallowed_methods, reason = "what a build script writes can be built again")]
    fs::write(out, code)?;
    Ok(())
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, std::io::Error> {
    let entries: Result<Vec<_>, _> = fs::read_dir(folder)?.collect();
    let mut paths: Vec<_> = entries?.into_iter().map(|it| it.path()).collect();
    // What editors and desktops leave lying about does not belong to a posting.
    paths.retain(|it| name(it).is_ok_and(|it| !it.starts_with(['.', '~'])));
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> Result<&str, String> {
    let name = path.file_name().and_then(|it| it.to_str());
    name.ok_or_else(|| format!("`{}` has a name that is not UTF-8", path.display()))
}

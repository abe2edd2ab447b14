//! Writes a form's pages as the window gets them: marked, and nothing filled in.
//!
//! `cargo run -p forms --example marked -- FORM.docx PAGES.docx` makes the pages that the
//! screens' backend in memory shows, and prints the fields that are marked there.

use std::{
    fs,
    io::{Write as _, stdout},
};

use forms::{Dictionary, Form, preview};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut paths = std::env::args_os().skip(1);
    let (Some(from), Some(to)) = (paths.next(), paths.next()) else {
        return Err("give a form and where its pages go".into());
    };
    let form = Form::open(fs::read(from)?, Dictionary::shipped())?;
    let marked = preview::mark(&form)?;
    #[expect(clippy::disallowed_methods, reason = "a file of its own, made anew each time")]
    fs::write(to, preview::show(marked.bytes)?)?;
    for field in form.fields() {
        writeln!(stdout(), "{}\t{:?}\t{}\t{:?}", field.id, field.kind, field.label, field.options)?;
    }
    Ok(())
}

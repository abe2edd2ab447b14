//! Makes the Word file of a case, to be opened in Word or drawn with `inspect --explain`.
//!
//! `cargo run -p tests --example form -- tests/forms/<case>/form.txt form.docx`

#![expect(clippy::unwrap_used, reason = "a notation that cannot be read should stop it")]

mod source;

use std::{env, fs};

#[expect(clippy::disallowed_methods, reason = "a file of its own, made anew each time")]
fn main() {
    let paths: Vec<String> = env::args().skip(1).collect();
    let [from, to] = paths.as_slice() else { panic!("give a form.txt and where its file goes") };
    fs::write(to, source::docx(&fs::read_to_string(from).unwrap())).unwrap();
}

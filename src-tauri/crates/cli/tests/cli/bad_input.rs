//! What cannot work is told in one line with a hint, and nothing half-written is left.

use crate::sandbox::{Sandbox, form, package, scan};

const HARMLESS: [&str; 4] = ["cv-en.txt", "cv-zh.txt", "form.docx", "profile.json"];

/// Fills `form.docx` and expects it to be refused with nothing left behind.
#[track_caller]
fn refused_form(content: &[u8], error: &str, hint: &str) {
    let sandbox = Sandbox::new();
    sandbox.put("form.docx", content);
    let fill = ["fill", "form.docx", "--profile", "profile.json", "--out", "filled.docx"];
    sandbox.run(&fill).refused(error, hint);
    sandbox.run(&["inspect", "form.docx"]).refused(error, hint);
    assert_eq!(sandbox.names("."), HARMLESS);
}

/// Bundles with `more` and expects it to be refused with nothing left behind.
#[track_caller]
fn refused_bundle(sandbox: &Sandbox, more: &[&str], error: &str, hint: &str) {
    let before = sandbox.names(".");
    sandbox.bundle(more).refused(error, hint);
    assert_eq!(sandbox.names("."), before);
}

#[test]
fn no_such_file() {
    let sandbox = Sandbox::new();
    let hint = "check the spelling, and whether the file was moved";
    sandbox.run(&["inspect", "gone.docx"]).refused("there is no file `gone.docx`", hint);
    let fill = ["fill", "form.docx", "--profile", "gone.json", "--out", "filled.docx"];
    sandbox.run(&fill).refused("there is no file `gone.json`", hint);
    refused_bundle(&sandbox, &["--cv", "gone.pdf"], "there is no file `gone.pdf`", hint);
    sandbox.run(&["inspect", "."]).refused("`.` is a folder, not a file", "name a file inside it");
}

#[test]
fn not_a_word_file() {
    refused_form(
        b"%PDF-1.7\n",
        "`form.docx`: this is a PDF, not a `.docx` or `.xlsx` file",
        "ask for the form as a Word or Excel file",
    );
    refused_form(
        b"<!doctype html><html><body>Not found</body></html>",
        "`form.docx`: this is a web page (HTML), not a `.docx` or `.xlsx` file",
        "if a form was expected, download that again; else open it in Word and save it as `.docx`",
    );
    refused_form(
        b"",
        "`form.docx`: this is an empty file, not a `.docx` or `.xlsx` file",
        "download it again",
    );
}

#[test]
fn password_protected() {
    let mut compound = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    compound.resize(512, 0);
    // A directory entry: its name in UTF-16, its length in bytes at 64.
    let mut entry: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.resize(128, 0);
    entry[64] = 34;
    entry[66] = 2;
    compound.extend(entry);
    compound.resize(2048, 0);
    refused_form(
        &compound,
        "`form.docx`: this is an office file protected by a password, not a `.docx` or `.xlsx` file",
        "open it with its password in Word, Excel or LibreOffice and save it without one",
    );
}

#[test]
fn macros() {
    let with_macros = package("<w:p/>", &[("word/vbaProject.bin", "any bytes")]);
    let sandbox = Sandbox::new();
    sandbox.put("form.docx", with_macros);
    let said = sandbox.run(&["inspect", "form.docx"]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.starts_with("error: `form.docx`: it holds macros (`word/vbaProject.bin`)"),
        "{}",
        said.err
    );
    assert_eq!(said.err.lines().count(), 2, "{}", said.err);
}

#[test]
fn a_profile_with_a_wrong_date() {
    let sandbox = Sandbox::new();
    sandbox.put("profile.json", crate::sandbox::PROFILE.replace("2024-09", "2024-13"));
    let fill = ["fill", "form.docx", "--profile", "profile.json", "--out", "filled.docx"];
    let said = sandbox.run(&fill);
    said.refused(
        "`profile.json`: the profile has something wrong at `/education/0/startDate`: expected a \
         date of the calendar, written `2024`, `2024-09` or `2024-09-01`",
        "correct it there; `candidacy profile check` looks at all of it",
    );
    assert_eq!(sandbox.names("."), HARMLESS);
    let broken = crate::sandbox::PROFILE.replacen(',', "", 1);
    sandbox.put("profile.json", broken);
    let said = sandbox.run(&fill);
    assert!(
        said.err.starts_with("error: `profile.json`: the profile is not JSON: "),
        "{}",
        said.err
    );
}

#[test]
fn a_cv_that_is_a_scan() {
    let sandbox = Sandbox::new();
    sandbox.put("scan.pdf", scan());
    let said = sandbox.bundle(&["--form", "form.docx", "--cv", "scan.pdf"]);
    assert_eq!(said.code, 1);
    let error = "error: the application is not ready: the CV `scan.pdf`: it is a scan (1 page of pictures, no text)";
    assert!(said.err.starts_with(error), "{}", said.err);
    assert!(
        said.err.ends_with("hint: give a CV whose words can be marked and copied\n"),
        "{}",
        said.err
    );
    assert!(said.out.contains("STOP  no CV in English among `scan.pdf`"), "{}", said.out);
    assert!(!sandbox.path("out").exists());
}

#[test]
fn a_recipient_with_a_line_break() {
    refused_bundle(
        &Sandbox::new(),
        &[
            "--form",
            "form.docx",
            "--cv",
            "cv-en.txt",
            "--to",
            "a@example.com\r\nBcc: b@example.com",
        ],
        r"the application is not ready: `a@example.com\r\nBcc: b@example.com` is not an e-mail address: it holds a line break",
        "write it as name@example.com, one address for each `--to`",
    );
}

#[test]
fn no_english_cv() {
    refused_bundle(
        &Sandbox::new(),
        &["--form", "form.docx", "--cv", "cv-zh.txt"],
        "the application is not ready: no CV in English among `cv-zh.txt`",
        "the posting asks for one: add it with `--cv FILE`; it must hold English text, not a picture of it",
    );
    refused_bundle(
        &Sandbox::new(),
        &["--form", "form.docx"],
        "the application is not ready: there is no CV in English",
        "add it with `--cv FILE`",
    );
}

#[test]
fn a_format_that_the_posting_does_not_take() {
    let sandbox = Sandbox::new();
    std::fs::create_dir(sandbox.path("lab")).unwrap();
    sandbox.put(
        "lab/posting.toml",
        "schema_version = 1\ntitle = \"Intern\"\n[how_to_apply]\nchannels = [\"email\"]\n\
         [[materials]]\nitem = \"cv\"\nrequired = true\nformats = [\"pdf\"]\n",
    );
    let bundle = ["bundle", "--posting", "lab", "--profile", "profile.json", "--out", "out"];
    sandbox.run(&[&bundle[..], &["--cv", "cv-en.txt"]].concat()).refused(
        "the application is not ready: the CV `cv-en.txt` is text, and the posting takes PDF",
        "export it in one of these formats",
    );
    assert!(!sandbox.path("out").exists());
}

#[test]
fn more_than_mailboxes_take() {
    let sandbox = Sandbox::new();
    let words = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", crate::sandbox::CV_EN);
    sandbox.put("large.docx", package(&words, &[("word/media/image1.jpeg", &noise(18_050_000))]));
    let said = sandbox.bundle(&["--form", "form.docx", "--cv", "large.docx"]);
    let error = "error: the application is not ready: form and CVs weigh 18.1 MB, and 18.0 MB is the most\n";
    assert!(said.err.starts_with(error), "{}", said.err);
    assert!(!sandbox.path("out").exists());
}

/// Letters that no zip makes much smaller.
fn noise(length: usize) -> String {
    let mut state = 1_u64;
    let mut letter = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        char::from(b'!' + u8::try_from(state >> 57).unwrap_or_default() % 90)
    };
    (0..length).map(|_| letter()).collect()
}

#[test]
fn a_required_blank_stops_until_the_candidate_says_so() {
    let sandbox = Sandbox::new();
    sandbox.put("form.docx", form(&[("Email", true), ("Passport No", true)]));
    let more = ["--form", "form.docx", "--cv", "cv-en.txt"];
    let said = sandbox.bundle(&more);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("the required field `Passport No` ("), "{}", said.err);
    let fields = sandbox.run(&["inspect", "form.docx", "--json"]).json();
    let id = fields["fields"][1]["id"].as_str().unwrap().to_owned();
    sandbox.put("answers.json", serde_json::json!({ id: null }).to_string());
    assert_eq!(sandbox.bundle(&[&more[..], &["--answers", "answers.json"]].concat()).code, 0);
}

#[test]
fn answers_that_do_not_fit() {
    let sandbox = Sandbox::new();
    let fill = [
        "fill",
        "form.docx",
        "--profile",
        "profile.json",
        "--out",
        "filled.docx",
        "--answers",
        "answers.json",
    ];
    sandbox.put("answers.json", r#"{"nowhere": "x"}"#);
    let said = sandbox.run(&fill);
    assert!(
        said.err.starts_with("error: `form.docx`: the form has no field `nowhere`"),
        "{}",
        said.err
    );
    sandbox.put("answers.json", "[1");
    let said = sandbox.run(&fill);
    assert!(
        said.err.starts_with("error: `answers.json`: the answers cannot be read"),
        "{}",
        said.err
    );
    assert!(!sandbox.path("filled.docx").exists());
}

#[test]
fn the_blank_form_is_never_overwritten() {
    let sandbox = Sandbox::new();
    let before = std::fs::read(sandbox.path("form.docx")).unwrap();
    for out in ["form.docx", "./form.docx"] {
        sandbox
            .run(&["fill", "form.docx", "--profile", "profile.json", "--out", out, "--force"])
            .refused(
                &format!("`{out}` is the form itself, and it would be lost"),
                "choose another name for the filled form",
            );
    }
    assert_eq!(std::fs::read(sandbox.path("form.docx")).unwrap(), before);
}

#[test]
fn an_unknown_posting() {
    let sandbox = Sandbox::new();
    sandbox
        .run(&["check", "--posting", "nowhere", "--profile", "profile.json"])
        .refused(
            "there is no posting `nowhere` in the library; it has `msr-networking-redmond`, `msra-trustworthy-systems`",
            "`candidacy postings` lists them; a folder with a `posting.toml` works too",
        );
}

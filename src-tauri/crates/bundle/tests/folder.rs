//! What lies on the disk after a bundle was written, and after one could not be.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::{fs, path::Path, process::Command};

use bundle::{
    About, Answered, Attachment, Contents, FileName, Letter, MANIFEST, Media, Record, Role,
    Unanswered,
};
use jiff::civil::datetime;

fn contents() -> Contents {
    let attachment = |name: &str, role, media, bytes: &[u8]| Attachment {
        name: FileName::new(name),
        role,
        media,
        original: Some(name.into()),
        bytes: bytes.to_vec(),
    };
    let note = "Dear team,\n\n我申请实习。\n".to_owned();
    Contents {
        name: FileName::new("MSRA Trustworthy Systems - Zihan Li"),
        made: datetime(2026, 3, 1, 12, 0, 0, 0),
        kept: Vec::new(),
        attachments: vec![
            attachment("form.docx", Role::Form, Media::Word, b"PK\x03\x04"),
            attachment("CV.pdf", Role::Cv, Media::Pdf, &[0xFF; 3000]),
            attachment("cv.pdf", Role::Cv, Media::Pdf, b""),
            attachment("note.txt", Role::Cv, Media::Text, "简历".as_bytes()),
        ],
        letter: Some(Letter {
            to: vec!["interns@example.com".parse().unwrap()],
            subject: "Internship in MSRA Trustworthy Systems Research Group".into(),
            body: note.clone(),
            ..Letter::default()
        }),
        note,
        record: Record {
            posting: About { id: "msra".into(), title: "Intern".into(), ..About::default() },
            answers: vec![Answered {
                field: "t0r1c2".into(),
                label: "E-mail".into(),
                keys: vec!["contact.email".into()],
                sources: vec!["/basics/email".into()],
                reason: "the label says so".into(),
            }],
            blank: vec![Unanswered {
                field: "t0r2c2".into(),
                label: "Web page".into(),
                reason: "nothing is known".into(),
            }],
            warnings: vec![],
        },
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_bundle_is_a_folder_and_a_zip_of_the_same_files() {
    let out = tempfile::tempdir().unwrap();
    let written = bundle::gather(contents()).unwrap().write(&out.path().join("new/out")).unwrap();
    let files = [
        "CV.pdf",
        "cv (2).pdf",
        "draft.eml",
        "form.docx",
        "manifest.json",
        "note (2).txt",
        "note.txt",
    ];
    assert_eq!(names(&written.folder), files);
    let mut zip = zip::ZipArchive::new(fs::File::open(&written.zip).unwrap()).unwrap();
    assert_eq!(zip.len(), files.len());
    for name in files {
        let inside = format!("MSRA Trustworthy Systems - Zihan Li/{name}");
        let mut entry = zip.by_name(&inside).unwrap();
        let mut bytes = Vec::new();
        std::io::copy(&mut entry, &mut bytes).unwrap();
        assert_eq!(bytes, fs::read(written.folder.join(name)).unwrap(), "{name}");
    }
    assert_eq!(names(&out.path().join("new/out")).len(), 2, "nothing else is left");
}

#[test]
fn what_is_kept_lies_in_the_folder_and_is_not_sent() {
    let out = tempfile::tempdir().unwrap();
    let mut contents = contents();
    let mut sheet = contents.attachments[1].clone();
    sheet.bytes = b"only to read through".to_vec();
    contents.kept.push(sheet);
    let written = bundle::gather(contents).unwrap().write(out.path()).unwrap();
    // Its name gives way to that of what is sent.
    assert_eq!(fs::read(written.folder.join("CV (3).pdf")).unwrap(), b"only to read through");
    let draft = fs::read_to_string(written.draft.unwrap()).unwrap();
    assert!(draft.contains("CV.pdf") && !draft.contains("CV (3).pdf"));
    assert!(written.files.iter().any(|it| it.name == "CV (3).pdf"));
}

#[test]
fn the_manifest_names_every_file_and_where_each_answer_came_from() {
    let out = tempfile::tempdir().unwrap();
    let written = bundle::gather(contents()).unwrap().write(out.path()).unwrap();
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(written.folder.join(MANIFEST)).unwrap()).unwrap();
    assert_eq!(manifest["schemaVersion"], 1);
    assert_eq!(manifest["made"], "2026-03-01T12:00:00");
    assert_eq!(manifest["posting"]["id"], "msra");
    assert_eq!(manifest["to"][0], "interns@example.com");
    assert_eq!(manifest["answers"][0]["keys"][0], "contact.email");
    assert_eq!(manifest["blank"][0]["label"], "Web page");
    let files = manifest["files"].as_array().unwrap();
    let listed: Vec<_> = files.iter().map(|it| it["name"].as_str().unwrap()).collect();
    assert_eq!(
        listed,
        ["form.docx", "CV.pdf", "cv (2).pdf", "note (2).txt", "note.txt", "draft.eml"]
    );
    // The digest of nothing is known to everybody.
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(files[2]["sha256"], empty);
    assert_eq!(files[2]["original"], "cv.pdf");
}

#[test]
fn an_earlier_bundle_is_never_touched() {
    let out = tempfile::tempdir().unwrap();
    let write = || bundle::gather(contents()).unwrap().write(out.path()).unwrap();
    let first = write();
    fs::remove_file(&first.zip).unwrap();
    let second = write();
    assert!(second.folder.ends_with("MSRA Trustworthy Systems - Zihan Li (2)"));
    assert!(second.zip.ends_with("MSRA Trustworthy Systems - Zihan Li (2).zip"));
    fs::remove_dir_all(&second.folder).unwrap();
    assert!(write().folder.ends_with("MSRA Trustworthy Systems - Zihan Li (3)"));
    assert_eq!(names(&first.folder).len(), 7);
}

#[test]
fn bundles_made_at_once_all_appear() {
    let out = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| bundle::gather(contents()).unwrap().write(out.path()).unwrap());
        }
    });
    assert_eq!(names(out.path()).len(), 16);
}

#[test]
fn what_cannot_be_written_leaves_nothing() {
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("file");
    fs::File::create(&file).unwrap();
    let told = bundle::gather(contents()).unwrap().write(&file).unwrap_err().to_string();
    assert!(told.starts_with("could not write `"), "{told}");
    assert_eq!(names(out.path()), ["file"]);
}

#[cfg(unix)]
#[test]
fn files_and_folders_belong_to_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let out = tempfile::tempdir().unwrap();
    let written = bundle::gather(contents()).unwrap().write(out.path()).unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&written.folder), mode(&written.zip)), (0o700, 0o600));
    for name in names(&written.folder) {
        assert_eq!(mode(&written.folder.join(name)), 0o600);
    }
}

/// Python's own `email` and `zipfile`, where there is a Python.
const READ_BACK: &str = r#"
import email, email.policy, pathlib, sys, zipfile
folder, archive = pathlib.Path(sys.argv[1]), sys.argv[2]
message = email.message_from_bytes((folder / "draft.eml").read_bytes(), policy=email.policy.default)
assert not message.defects, message.defects
assert "MSRA Trustworthy Systems Research Group" in message["Subject"]
assert message["To"] == "interns@example.com" and message["X-Unsent"] == "1"
for attachment in message.iter_attachments():
    assert attachment.get_payload(decode=True) == (folder / attachment.get_filename()).read_bytes()
assert len(list(message.iter_attachments())) == 4
with zipfile.ZipFile(archive) as opened:
    assert opened.testzip() is None
    for entry in opened.infolist():
        assert entry.flag_bits & 0x800 and entry.date_time == (2026, 3, 1, 12, 0, 0), entry
        assert opened.read(entry) == (folder.parent / entry.filename).read_bytes()
"#;

#[test]
fn python_reads_the_draft_and_the_zip() {
    if Command::new("python3").arg("--version").output().is_err() {
        return;
    }
    let out = tempfile::tempdir().unwrap();
    let written = bundle::gather(contents()).unwrap().write(out.path()).unwrap();
    let python = Command::new("python3")
        .args(["-c", READ_BACK])
        .args([&written.folder, &written.zip])
        .output()
        .unwrap();
    assert!(python.status.success(), "{}", String::from_utf8_lossy(&python.stderr));
}

//! What one click drafts: a mail to each referee, a sentence of the letter.

use std::fs;

use engine::{
    Document,
    desk::{Begin, Desk, Done, Fix, PostingEdit},
};

use crate::support::{now, own};

const TEXT: &str = "Research Intern, Storage Systems\n\
    Lakeside Institute\n\n\
    Requirements\n\
    - A published paper\n\
    - Curiosity\n\n\
    Please send your CV and a cover letter to intern@lakeside.example.org by 15 April 2026. \
    Two letters of recommendation should be sent by your referees directly.\n";

const PROFILE: &str = r#"{
    "schemaVersion": 1,
    "basics": {"name": {"en": "Wanqiu Tester"}, "email": "w@example.org"},
    "publications": [{"title": "Sealed Logs", "venue": "OSDI", "date": "2025-07", "status": "published"}],
    "references": [
        {"name": {"en": "Mira Holt"}, "email": "m.holt@example.org"},
        {"name": {"en": "Jonas Vik"}}
    ]
}"#;

fn begun(desk: &mut Desk) -> String {
    desk.import_profile(&Document::named("profile.json", PROFILE.into()), now()).unwrap();
    let draft = desk.read_posting(TEXT).unwrap();
    let edit = PostingEdit {
        facts: draft.facts,
        materials: draft.materials,
        one_of: draft.one_of,
        qualifications: draft.qualifications,
    };
    let posting = desk.keep_posting(None, Some(TEXT), &edit, now()).unwrap();
    let begin = Begin { posting: Some(posting), ..Begin::default() };
    desk.begin_application(&begin, now()).unwrap()
}

#[test]
fn each_referee_gets_a_mail_that_is_drafted_and_not_sent() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let id = begun(&mut desk);
    let package = desk.package(&id, now()).unwrap();
    let found = package.findings.iter().find(|it| it.code == "refereesToAsk").unwrap();
    assert_eq!(
        (found.stops, &found.about, &found.fix),
        (false, &vec!["2".into()], &Some(Fix::Referees))
    );
    let names: Vec<_> = package.referees.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Mira Holt", "Jonas Vik"]);
    let body = &package.referees[0].body;
    for words in [
        "Dear Mira Holt,",
        "Storage Systems (Lakeside Institute)",
        "15 April 2026",
        "Wanqiu Tester",
    ] {
        assert!(body.contains(words), "{words}: {body}");
    }

    let out = tempfile::tempdir().unwrap();
    let path = desk.referee_draft(&id, 0, out.path(), now()).unwrap();
    assert_eq!(desk.referee_draft(&id, 0, out.path(), now()).unwrap(), path, "it is the same");
    let draft = fs::read_to_string(&path).unwrap();
    assert!(
        draft.contains("To: m.holt@example.org\r\n") && draft.contains("X-Unsent: 1\r\n"),
        "{draft}"
    );
    vault::store::replace(&path, b"my own words").unwrap();
    let second = desk.referee_draft(&id, 0, out.path(), now()).unwrap();
    assert!(second.to_str().unwrap().ends_with(" (2).eml"), "{second:?}");
    assert_eq!(fs::read(&path).unwrap(), b"my own words", "an earlier one stays");
    let path = desk.referee_draft(&id, 1, out.path(), now()).unwrap();
    assert!(!fs::read_to_string(path).unwrap().contains("To:"), "an address is not made up");
    assert!(desk.referee_draft(&id, 2, out.path(), now()).is_err());
}

#[test]
fn evidence_goes_into_the_letter_once_and_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let id = begun(&mut desk);
    let package = desk.package(&id, now()).unwrap();
    let paper =
        package.evidence.iter().position(|it| it.reasons.iter().any(|it| it.can_say)).unwrap();
    for _ in 0..2 {
        let package = desk.add_evidence(&id, (paper, 0), now()).unwrap();
        let text = &package.papers.letters[0].text;
        assert_eq!(
            text.matches("I am an author of “Sealed Logs” (OSDI, 2025).").count(),
            1,
            "{text}"
        );
        assert!(text.find("Sealed Logs") < text.find("Yours faithfully"), "{text}");
    }
    assert!(desk.add_evidence(&id, (paper, 9), now()).is_err());
    assert_eq!(desk.home(now()).undo, Some(Done::EditLetter));
}

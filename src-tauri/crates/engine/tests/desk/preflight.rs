//! What is missing before an application can go, and what is against the posting's rules.

use std::path::Path;

use engine::{
    Application, Choices, Confidence, Engine, Extras, Language,
    desk::{Begin, DocumentRole},
};

use crate::support::{now, sample, sample_file};

#[test]
fn the_window_and_the_command_line_find_the_same() {
    let engine = Engine::new().without_office();
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../templates");
    let profile = engine.open_profile(&templates.join("sample/profile.json")).unwrap();
    let cvs = ["cv-en.pdf", "cv-zh.docx"].map(sample_file).to_vec();
    let (mut desk, _) = sample();
    for posting in engine.postings().unwrap() {
        let begin = Begin { posting: Some(posting.id.clone()), ..Begin::default() };
        let id = desk.begin_application(&begin, now()).unwrap();
        desk.add_documents(&id, DocumentRole::Cv, &cvs, now()).unwrap();
        let window = desk.package(&id, now()).unwrap().findings;
        let mut window: Vec<_> = window.iter().map(|it| (&*it.code, &it.about)).collect();
        // On the command line, whoever asks for it with these choices approves them.
        window.retain(|(code, _)| *code != "notApproved");
        let application = Application {
            posting: posting.clone(),
            profile: profile.clone(),
            form: None,
            choices: Choices { accept: Confidence::Likely, ..Choices::default() },
            cvs: cvs.clone(),
            documents: Vec::new(),
            to: Vec::new(),
            from: None,
            language: Language::En,
            extras: Extras::default(),
            now: now(),
        };
        let terminal = engine.check(&application).unwrap().findings;
        let terminal: Vec<_> = terminal.iter().map(|it| (it.code.name(), &it.about)).collect();
        assert_eq!(window, terminal, "{}", posting.id);
        assert!(!window.is_empty());
    }
}

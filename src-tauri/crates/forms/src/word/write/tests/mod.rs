//! One harness for every way of writing: what must always hold is asserted here.

mod among_words;
mod any_words;
mod in_controls;
mod in_packages;
mod in_places;
mod in_ticks;
mod photos;

use ooxml::{NodeId, Ns, PartName, Tree, splice, undo};
use profile::PartialDate;

use super::{Binding, Pen, Pictures, Refused};
use crate::{
    Answer, Photo,
    word::{
        blank::{Blank, Stretch},
        story::Story,
    },
};

const NAMESPACES: &str = concat!(
    r#" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#,
    r#" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml""#,
    r#" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#,
    r#" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape""#,
    r#" xmlns:v="urn:schemas-microsoft-com:vml""#,
);

/// A story with this body.
fn story(body: &str) -> Story {
    from_part(&format!("<w:document{NAMESPACES}><w:body>{body}</w:body></w:document>"))
}

fn from_part(xml: &str) -> Story {
    let part = PartName::new("word/document.xml").unwrap();
    Story::new(part, Tree::parse("word/document.xml", xml.into()).unwrap())
}

/// Pretends to keep pictures.
struct Album;

impl Pictures for Album {
    fn keep(&mut self, _: &PartName, _: &Photo) -> Result<String, ooxml::Error> {
        Ok("rId9".to_owned())
    }
}

/// The element `local` with this number.
fn nth(story: &Story, local: &str, number: usize) -> NodeId {
    let tree = &story.tree;
    let all = tree.descendants(tree.root()).filter(|it| tree.is(*it, Ns::W, local));
    all.into_iter().nth(number).unwrap()
}

/// The stretch of a paragraph that reads so, counted among those that do.
fn find(story: &Story, paragraph: usize, words: &str, number: usize) -> Stretch {
    let paragraph = story.paragraphs[paragraph];
    let text: Vec<char> = story.atoms(paragraph).iter().map(|it| it.c).collect();
    let words: Vec<char> = words.chars().collect();
    let mut starts = Vec::new();
    let mut at = 0;
    while at + words.len() <= text.len() {
        if text[at..at + words.len()] == words[..] {
            starts.push(at);
            at += words.len().max(1);
        } else {
            at += 1;
        }
    }
    let start = starts[number];
    Stretch { paragraph, atoms: start..start + words.len() }
}

fn text(words: &str) -> Answer {
    Answer::Text(words.to_owned())
}

fn date(text: &str) -> Answer {
    Answer::Date { dates: vec![day(text)], text: text.to_owned() }
}

fn day(text: &str) -> PartialDate {
    text.parse().unwrap()
}

/// The part with the answers in it, and what was bound.
fn written(story: &Story, answers: &[(Blank, Answer)]) -> Result<(String, Vec<Binding>), Refused> {
    let mut pen = Pen::new(story);
    for (blank, answer) in answers {
        pen.write(blank, answer)?;
    }
    let written = pen.finish(&mut Album).unwrap();
    let source = story.tree.source();
    let filled = splice(source, &written.edits).unwrap();
    // It is XML, and the edits are all that changed.
    Tree::parse("filled", filled.clone().into())
        .unwrap_or_else(|error| panic!("{error}\n{filled}"));
    let back = undo(source, &written.edits).unwrap();
    assert_eq!(splice(&filled, &back).unwrap(), source);
    Ok((filled, written.bindings))
}

/// The body of the story with the answers in it.
#[track_caller]
fn fill(story: &Story, answers: &[(Blank, Answer)]) -> String {
    let (filled, _) = written(story, answers).unwrap();
    let start = filled.find("<w:body>").map_or(0, |it| it + "<w:body>".len());
    filled[start..].trim_end_matches("</w:body></w:document>").to_owned()
}

/// Writes one answer into `body` and compares the whole outcome.
#[track_caller]
fn check(body: &str, blank: impl Fn(&Story) -> Blank, answer: &Answer, expected: &str) {
    let story = story(body);
    let filled = fill(&story, &[(blank(&story), answer.clone())]);
    assert_eq!(filled, expected);
}

/// That an answer is refused, and nothing written.
#[track_caller]
fn check_refused(body: &str, blank: impl Fn(&Story) -> Blank, answer: &Answer, reason: &Refused) {
    let story = story(body);
    let mut pen = Pen::new(&story);
    assert_eq!(pen.write(&blank(&story), answer).as_ref(), Err(reason));
    let written = pen.finish(&mut Album).unwrap();
    assert!(written.edits.is_empty() && written.bindings.is_empty());
}

/// How the paragraphs of a body read, one a line.
fn reads(body: &str) -> String {
    let story = story(body);
    let lines = story
        .paragraphs
        .iter()
        .map(|it| story.atoms(*it).iter().map(|it| it.c).collect::<String>());
    lines.collect::<Vec<_>>().join("\n")
}

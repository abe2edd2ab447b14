//! Whatever the words are, the part stays XML and reads as the answer.

use proptest::prelude::*;

use super::*;
use crate::word::blank::Line;

/// How words read once written: control characters gone, ends trimmed.
fn kept(words: &str) -> String {
    super::super::words(words)
}

fn styles() -> impl Strategy<Value = Line> {
    prop::sample::select(vec![
        Line::Underscores,
        Line::Underlined,
        Line::Gap,
        Line::Leaders,
        Line::Mark,
        Line::Brackets,
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_cell_reads_as_its_answer(words in any::<String>()) {
        let story = story("<w:tc><w:p/></w:tc>");
        let blank = Blank::Cell(nth(&story, "tc", 0));
        match written(&story, &[(blank, text(&words))]) {
            Ok((filled, _)) => {
                let after = from_part(&filled);
                let read: String = after.atoms(after.paragraphs[0]).iter().map(|it| it.c).collect();
                prop_assert_eq!(read, kept(&words));
            }
            Err(refused) => prop_assert!(refused == Refused::Empty && kept(&words).is_empty()),
        }
    }

    #[test]
    fn a_line_holds_its_answer_and_loses_no_word(
        before in "[a-zA-Z姓名：: &<]{0,8}",
        blank in "[ _\u{3000}]{0,12}",
        after in "[a-zA-Z年月日 ]{0,8}",
        words in "\\PC{1,12}",
        bold in any::<bool>(),
        style in styles(),
    ) {
        let bold = if bold { "<w:rPr><w:b/></w:rPr>" } else { "" };
        let line = ooxml::escape(&format!("{before}{blank}{after}"));
        let before_story = story(&format!("<w:p><w:r>{bold}<w:t xml:space=\"preserve\">{line}</w:t></w:r></w:p>"));
        let start = before.chars().count();
        let stretch = Stretch { paragraph: before_story.paragraphs[0], atoms: start..start + blank.chars().count() };
        let outcome = written(&before_story, &[(Blank::Inline { stretch, style }, text(&words))]);
        if let Ok((filled, _)) = outcome {
            let after_story = from_part(&filled);
            let read: String = after_story.atoms(after_story.paragraphs[0]).iter().map(|it| it.c).collect();
            prop_assert!(read.starts_with(&before), "{read}");
            prop_assert!(read.ends_with(&after), "{read}");
            // A line to write on is one line: what the candidate wrote on several stands on it in a row.
            let words = kept(&words);
            let in_a_row = words.split('\n').map(str::trim).collect::<Vec<_>>().join(" ");
            prop_assert!(read.contains(&words) || read.contains(&in_a_row), "{read}");
        } else {
            prop_assert!(kept(&words).is_empty());
        }
    }

    #[test]
    fn many_answers_in_one_text_keep_their_order(count in 1_usize..6, words in prop::collection::vec("[a-z]{1,9}", 6)) {
        let line: String = (0..count).map(|it| format!("L{it}: ____ ")).collect::<Vec<_>>().concat();
        let story = story(&format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"));
        let answers: Vec<_> = (0..count)
            .map(|it| (Blank::Inline { stretch: find(&story, 0, "____", it), style: Line::Underscores }, text(&words[it])))
            .collect();
        let read = reads(&fill(&story, &answers));
        let read = read.replace(['_', ' '], "");
        let expected: String = (0..count).map(|it| format!("L{it}:{}", words[it])).collect::<Vec<_>>().concat();
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn a_control_reads_as_its_answer(words in "\\PC{1,20}") {
        let body = r"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>";
        let story = story(body);
        if let Ok((filled, _)) = written(&story, &[(Blank::Control(nth(&story, "sdt", 0)), text(&words))]) {
            let after = from_part(&filled);
            let atoms = &after.atoms(after.paragraphs[0])[1..];
            let read: String = atoms.iter().map(|it| it.c).collect();
            prop_assert_eq!(read, kept(&words));
        }
    }
}

//! Our own Word edition of MSRA's internship application form.
//!
//! The form that MSRA offers is an Excel workbook. This one asks the same
//! questions in Word, with both languages on every label, and says of itself that
//! it is not MSRA's file.

use docx_rs::{
    BorderType, Docx, HeightRule, NumPages, PageNum, Paragraph, Run, Shading, ShdType, Table,
    TableBorder, TableBorderPosition, TableBorders, TableCell, TableCellMargins, TableLayoutType,
    TableRow, VAlignType, WidthType,
};

use super::controls::{self, Control};
use super::questions::{GROUPS, Question, Section, sections};
use documents::word::{self, Properties, Word, mark};

/// The text's width on A4, in twentieths of a point.
const WIDTH: usize = 9864;
const LABEL: usize = 2390;
const BLANK: usize = WIDTH / 2 - LABEL;
const PAGE: &str = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"964\" w:right=\"1021\" \
    w:bottom=\"964\" w:left=\"1021\" w:header=\"567\" w:footer=\"510\" w:gutter=\"0\"/>";

const TITLE: &str = "MSRA Internship Application Form";
const NOTICE: [(&str, &str); 2] = [
    (
        "This is Candidacy’s own Word edition of the questions in MSRA’s internship application \
         form, not a Microsoft document. If you have MSRA’s own file, fill in that one.",
        "本表由 Candidacy 依微软亚洲研究院实习生申请表的问题自行编排，并非微软官方文件。如您持有官方申请表，请填写官方文件。",
    ),
    (
        "Please answer in English. All fields marked * are required.",
        "请用英文填写，标有 * 的项目为必填项。",
    ),
];

/// Makes `application-form.docx`.
pub(super) fn build() -> Result<Vec<u8>, String> {
    let sections = sections();
    let mut body = Docx::new()
        .add_paragraph(Paragraph::new().style("Title").add_run(text(TITLE)))
        .add_paragraph(
            Paragraph::new().style("Subtitle").add_run(text("微软亚洲研究院实习生项目申请表")),
        );
    for (english, chinese) in NOTICE {
        let both = text(english).add_break(docx_rs::BreakType::TextWrapping).add_text(chinese);
        body = body.add_paragraph(Paragraph::new().style("Notice").add_run(both));
    }
    for section in &sections {
        body = body
            .add_paragraph(heading(section.english, section.chinese, ""))
            .add_table(questions(section));
    }
    body = body
        .add_paragraph(heading(
            "Skills & Experience",
            "技能与经历",
            "up to 1,000 characters 不超过 1000 个字符",
        ))
        .add_table(skills())
        .add_paragraph(heading(
            "Interested Groups",
            "感兴趣的研究组",
            "choose at most 5 最多选 5 项",
        ))
        .add_table(groups());
    let footer = Paragraph::new()
        .style("Footer")
        .add_run(text("MSRA Internship Application Form, Candidacy’s Word edition").add_tab())
        .add_page_num(PageNum::new())
        .add_run(text(" / "))
        .add_num_pages(NumPages::new());
    let styles = include_str!("parts/form-styles.xml");
    let word = Word { body, footer, styles, page: PAGE, picture: None };
    let properties = Properties {
        title: TITLE,
        author: "Candidacy",
        language: "en-US",
        pages: Some(2),
        date: super::DATE,
    };
    word::write(word, &properties, |name| control(&sections, name))
        .map_err(|error| error.to_string())
}

fn text(words: &str) -> Run {
    Run::new().add_text(words)
}

fn heading(english: &str, chinese: &str, limit: &str) -> Paragraph {
    let aside = match limit {
        "" => format!("  {chinese}"),
        limit => format!("  {chinese}  ({limit})"),
    };
    Paragraph::new().style("Heading1").add_run(text(english)).add_run(text(&aside).style("Aside"))
}

/// A table of labels, each with its blank on the right.
fn questions(section: &Section) -> Table {
    let rows = section.rows.iter().map(|row| {
        let alone = row.len() == 1;
        let cells = row.iter().flat_map(|question| {
            let blank = cell(if alone { WIDTH - LABEL } else { BLANK });
            let blank = if alone { blank.grid_span(3) } else { blank };
            [label(question), blank.add_paragraph(blank_of(question))]
        });
        TableRow::new(cells.collect())
            .row_height(560.0)
            .height_rule(HeightRule::AtLeast)
            .cant_split()
    });
    table(rows.collect(), vec![LABEL, BLANK, LABEL, BLANK])
}

fn label(question: &Question) -> TableCell {
    let mut english = Paragraph::new().style("FieldLabel").add_run(text(question.english));
    if question.required {
        english = english.add_run(text(" *").style("Required"));
    }
    let chinese = Paragraph::new().style("FieldLabelChinese").add_run(text(question.chinese));
    cell(LABEL)
        .shading(Shading::new().shd_type(ShdType::Clear).color("auto").fill("F0F4F8"))
        .add_paragraph(english)
        .add_paragraph(chinese)
}

fn blank_of(question: &Question) -> Paragraph {
    match question.control {
        Control::Tick => Paragraph::new()
            .add_run(mark("gender-male"))
            .add_run(text(" Male      "))
            .add_run(mark("gender-female"))
            .add_run(text(" Female")),
        _ => Paragraph::new().add_run(mark(question.tag)),
    }
}

/// The box for skills and experience.
fn skills() -> Table {
    let blank = TableCell::new()
        .width(WIDTH, WidthType::Dxa)
        .vertical_align(VAlignType::Top)
        .add_paragraph(Paragraph::new().add_run(mark("skills")));
    let row = TableRow::new(vec![blank]).row_height(4200.0).height_rule(HeightRule::AtLeast);
    table(vec![row], vec![WIDTH])
}

/// The groups, three in a row.
fn groups() -> Table {
    // The longest name stands in the last column.
    const COLUMNS: [usize; 3] = [3100, 3260, 3504];
    let rows = GROUPS.chunks(COLUMNS.len()).map(|names| {
        let cells = names.iter().zip(COLUMNS).map(|(name, width)| {
            let words = Paragraph::new()
                .style("Choice")
                .add_run(mark(name))
                .add_run(text(&format!(" {name}")));
            cell(width).add_paragraph(words)
        });
        TableRow::new(cells.collect())
            .row_height(380.0)
            .height_rule(HeightRule::AtLeast)
            .cant_split()
    });
    table(rows.collect(), COLUMNS.to_vec())
}

fn cell(width: usize) -> TableCell {
    TableCell::new().width(width, WidthType::Dxa).vertical_align(VAlignType::Center)
}

fn table(rows: Vec<TableRow>, grid: Vec<usize>) -> Table {
    use TableBorderPosition::{Bottom, InsideH, InsideV, Left, Right, Top};
    let line = |position| {
        TableBorder::new(position).border_type(BorderType::Single).size(4).color("C5CED8")
    };
    let borders = [Top, Left, Bottom, Right, InsideH, InsideV]
        .into_iter()
        .fold(TableBorders::with_empty(), |borders, position| borders.set(line(position)));
    Table::new(rows)
        .set_grid(grid)
        .layout(TableLayoutType::Fixed)
        .width(WIDTH, WidthType::Dxa)
        .margins(TableCellMargins::new().margin(40, 110, 40, 110))
        .set_borders(borders)
}

/// What stands for a mark.
fn control(sections: &[Section], name: &str) -> Option<String> {
    let questions = || sections.iter().flat_map(|it| &it.rows).flatten();
    if let Some(place) = questions().position(|it| it.tag == name) {
        let question = questions().nth(place)?;
        return Some(controls::xml(&question.control, place, name, question.english));
    }
    if let Some(place) = GROUPS.iter().position(|it| *it == name) {
        let tag = format!("group-{}", name.to_lowercase().replace(" & ", "-").replace(' ', "-"));
        return Some(controls::xml(&Control::Tick, 100 + place, &tag, name));
    }
    let (control, id, title) = match name {
        "gender-male" => (Control::Tick, 50, "Male"),
        "gender-female" => (Control::Tick, 51, "Female"),
        "skills" => (Control::Lines, 52, "Skills & Experience"),
        _ => return None,
    };
    Some(controls::xml(&control, id, name, title))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ooxml::{Ns, Package, Tree};

    fn form() -> Tree {
        let package = Package::open(super::build().unwrap()).unwrap();
        package.tree(package.main_part()).unwrap()
    }

    #[test]
    fn the_same_bytes_come_out_every_time() {
        assert_eq!(super::build().unwrap(), super::build().unwrap());
    }

    #[test]
    fn every_question_has_its_control_and_every_control_its_own_number() {
        let tree = form();
        let all = || tree.descendants(tree.root());
        let of = |local: &str| all().filter(|it| tree.is(*it, Ns::W, local)).count();
        // 29 questions in tables, of which one has two boxes; one box for skills; 24 groups.
        assert_eq!(of("sdt"), 30 + 1 + 24);
        assert_eq!((of("date"), of("dropDownList")), (4, 8));
        assert_eq!(all().filter(|it| tree.is(*it, Ns::W14, "checkbox")).count(), 26);
        let numbers: BTreeSet<_> = all()
            .filter(|it| tree.is(*it, Ns::W, "id"))
            .filter_map(|it| tree.attr(it, Ns::W, "val"))
            .collect();
        assert_eq!(numbers.len(), of("sdt"));
    }

    #[test]
    fn it_says_that_it_is_not_msras_own_file_in_both_languages() {
        let source = form().source().to_owned();
        assert!(source.contains("not a Microsoft document") && source.contains("并非微软官方文件"));
    }

    #[test]
    fn no_mark_is_left_behind() {
        assert!(!form().source().contains('\u{E000}'));
    }
}

//! Workbooks shown on the screen: words, blanks and what will stand in them.

use jiff::civil::date;

use super::{Sheet, Workbook, framed};
use crate::{
    Dictionary, Given, Plan, Settings,
    preview::{GridPiece, grid},
};

#[test]
fn a_sheet_is_shown_with_its_blanks_and_what_will_stand_there() {
    let rows = framed(&[&["Name", "_"], &["School", "Major"], &["_", "_"], &["_", "_"]]);
    let merged =
        Sheet::new("Form", rows).after("<mergeCells><mergeCell ref=\"A1:A1\"/></mergeCells>");
    let form = Workbook::new(vec![merged, Sheet::new("Notes", framed(&[&["Thank you"]]))]).form();
    let mut settings = Settings::new(date(2026, 9, 1));
    settings.answers =
        Given::parse_all(r#"{"B1": "Lin", "A3": [["Yunqi", null], [null, "Maths"]]}"#).unwrap();
    let profile = profile::Profile::default();
    let plan = Plan::new(form.fields(), &profile, Dictionary::shipped(), &settings).unwrap();
    let shown = grid(&form, &plan.approve()).unwrap().unwrap();
    let [sheet] = &shown.sheets[..] else { panic!("a sheet without blanks is left out") };
    assert_eq!(sheet.name, "Form");
    let pieces: Vec<_> = sheet.rows.iter().flatten().flat_map(|it| &it.pieces).collect();
    let words = |it: &str| GridPiece::Words(it.to_owned());
    let blank = |name: &str, text: &str| GridPiece::Blank { name: name.into(), text: text.into() };
    assert_eq!(
        pieces,
        [
            &words("Name"),
            &blank("B1", "Lin"),
            &words("School"),
            &words("Major"),
            &blank("A3.r0c0", "Yunqi"),
            &blank("A3.r0c1", ""),
            &blank("A3.r1c0", ""),
            &blank("A3.r1c1", "Maths"),
        ]
    );
}

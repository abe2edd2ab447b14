//! The content controls that docx-rs does not write: text, date, list, check box
//! (ECMA-376 part 1, 17.5.2; check boxes are Word 2010's, in [MS-DOCX] 2.6.1).

use ooxml::escape;

/// What a control takes.
pub(super) enum Control {
    /// One line of words.
    Line,
    /// Words over several lines.
    Lines,
    /// A date, month first, as MSRA writes it.
    Date,
    /// One of these.
    List(Vec<String>),
    /// A box to tick.
    Tick,
}

/// The control's XML. `id` is its number in the document, `title` what Word shows on its frame.
pub(super) fn xml(control: &Control, id: usize, tag: &str, title: &str) -> String {
    let kind = match control {
        Control::Line => "<w:text/>".into(),
        // Not plain text with many lines: LibreOffice 7 takes the breaks out of such a control.
        Control::Lines => "<w:richText/>".into(),
        Control::Date => "<w:date><w:dateFormat w:val=\"MM/dd/yyyy\"/><w:lid w:val=\"en-US\"/>\
             <w:storeMappedDataAs w:val=\"dateTime\"/><w:calendar w:val=\"gregorian\"/></w:date>"
            .into(),
        Control::List(options) => list(options),
        Control::Tick => return tick(id, tag, title),
    };
    let prompt = match control {
        Control::Date => "MM/dd/yyyy",
        Control::List(_) => "Choose one",
        Control::Lines => "Coding skills, then projects with their period, place and key words",
        Control::Line | Control::Tick => "Click to enter",
    };
    let head = head(id, tag, title);
    format!(
        "<w:sdt><w:sdtPr>{head}<w:showingPlcHdr/>{kind}</w:sdtPr><w:sdtContent><w:r><w:rPr>\
         <w:rStyle w:val=\"PlaceholderText\"/></w:rPr><w:t>{prompt}</w:t></w:r></w:sdtContent></w:sdt>"
    )
}

fn head(id: usize, tag: &str, title: &str) -> String {
    let (tag, title) = (escape(tag), escape(title));
    // Word wants numbers that are unlikely in another document pasted in.
    let id = 410_000_000 + id;
    format!("<w:alias w:val=\"{title}\"/><w:tag w:val=\"{tag}\"/><w:id w:val=\"{id}\"/>")
}

fn list(options: &[String]) -> String {
    let item = |option: &String| {
        let option = escape(option);
        format!("<w:listItem w:displayText=\"{option}\" w:value=\"{option}\"/>")
    };
    let items: Vec<String> = options.iter().map(item).collect();
    format!("<w:dropDownList>{}</w:dropDownList>", items.concat())
}

fn tick(id: usize, tag: &str, title: &str) -> String {
    let head = head(id, tag, title);
    format!(
        "<w:sdt><w:sdtPr>{head}<w14:checkbox><w14:checked w14:val=\"0\"/>\
         <w14:checkedState w14:val=\"2612\" w14:font=\"MS Gothic\"/>\
         <w14:uncheckedState w14:val=\"2610\" w14:font=\"MS Gothic\"/></w14:checkbox></w:sdtPr>\
         <w:sdtContent><w:r><w:rPr><w:rFonts w:ascii=\"MS Gothic\" w:eastAsia=\"MS Gothic\" \
         w:hAnsi=\"MS Gothic\" w:hint=\"eastAsia\"/></w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>"
    )
}

//! The settings that a page of a static site begins with: `---` or `+++`, a key and a
//! value on each line, and the same again. A few of them speak of the posting.

use std::ops::Range;

use super::pattern::pattern;

/// The most lines that settings have.
const MOST: usize = 160;

/// The settings before a text.
#[derive(Debug, Default)]
pub(crate) struct Front {
    /// The byte behind them; none were found if it is zero.
    pub(crate) end: usize,
    /// They are written `key = "value"`.
    pub(crate) equals: bool,
    /// The lines that say nothing of a posting.
    pub(crate) settings: Vec<Range<usize>>,
    /// The quotation marks around values, and remarks behind them.
    pub(crate) wrapping: Vec<Range<usize>>,
}

/// Finds the settings at the start of a text.
pub(crate) fn front(source: &str) -> Front {
    let mut at = 0;
    let (mut lines, mut wrapping) = (Vec::new(), Vec::new());
    let mut fence = None;
    // How far the key of a text over several lines is in.
    let mut block: Option<usize> = None;
    let mut papers = false;
    for line in source.split_inclusive('\n').take(MOST) {
        let words = line.trim_end();
        let span = at..at + line.len();
        at = span.end;
        match fence {
            None if words.is_empty() => {}
            None if matches!(words, "---" | "+++") => fence = Some(words),
            None => return Front::default(),
            Some(fence) if words == fence => {
                return Front { end: at, equals: fence == "+++", settings: lines, wrapping };
            }
            Some(_) if block.is_some_and(|it| words.is_empty() || indent(words) > it) => {
                // What a page builder keeps in its settings is the text of the page.
                wrapping.push(span.start..span.start + indent(words));
            }
            Some(_)
                if pattern!(r"^\s*(- )?(text|content|body|info|details|about|intro|introduction)\s*:\s*[|>][-+]?$").is_match(words) =>
            {
                block = Some(indent(words));
                lines.push(span);
            }
            Some(_) if block.take().is_some() && words.is_empty() => lines.push(span),
            Some(_) if inner_text(words).is_some() => {
                wrapping.push(span.start..span.start + inner_text(words).unwrap_or(0));
            }
            Some(_) if of_papers(words, &mut papers) => {}
            Some(_) if !speaks(words) => lines.push(span),
            Some(_) => wrapping.extend(wrapping_of(words, span.start)),
        }
    }
    Front::default()
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// `      text: We welcome interns.`: how long what stands before the sentence is.
fn inner_text(line: &str) -> Option<usize> {
    let key = pattern!(r"^ +(?:- )?(?:text|content|body)\s*:\s+[\x22']?").find(line)?;
    let is_sentence = line.len() > key.end() + 24 && line[key.end()..].contains([' ', '。', '，']);
    is_sentence.then(|| key.end())
}

/// Whether a line is `documents:`, or an item of the list below it.
fn of_papers(line: &str, is_open: &mut bool) -> bool {
    let head = pattern!(
        r"^((required|application|needed)[_-])?(documents|materials|attachments|papers)\s*:$"
    );
    let item = pattern!(r"^\s*- \S");
    *is_open = *is_open && item.is_match(line) || head.is_match(line);
    *is_open
}

/// What stands around the value of a line that begins at the byte `at`.
fn wrapping_of(line: &str, at: usize) -> Vec<Range<usize>> {
    let remark = line.find(" # ").unwrap_or(line.len());
    let quotes = line[..remark].match_indices('"').map(|(it, _)| at + it..at + it + 1);
    // Single ones go only where they are around all of it: `'Interns' room` keeps its own.
    let single = pattern!(r"^[\w-]+\s*[:=]\s*(?P<a>')[^']+(?P<b>')\s*$").captures(&line[..remark]);
    let single = single.into_iter().flat_map(|it| [it.name("a"), it.name("b")]).flatten();
    let single = single.map(|it| at + it.start()..at + it.end());
    let remark = (remark < line.len()).then(|| at + remark..at + line.len());
    quotes.chain(remark.clone()).chain(single.collect::<Vec<_>>()).collect()
}

/// Whether a line tells of the posting, and not of its page.
fn speaks(line: &str) -> bool {
    // Where somebody sits is within an address.
    pattern!(
        r"^ +city: [\x22']?[^\s\x22']|^(title|subtitle|((page|seo|long|full)[_-]?title)|title[_-](content|full|long)|headline|date|date[_-](content|posted|published|created)|created([_-]at)?|published[\w-]*|posted[\w-]*|(pub|post|publish|posting|issue)[_-]?date|closes|clos(e|ing)[_-]?date|due[_-]?date|expir(y|es|ation)[\w-]*|valid[_-]?(through|until|thru)|summary|description|organi[sz]ation|company|employer|institution|university|department|group|location|city|country|contacts?|deadline|closing[\w-]*|application[\w-]*|apply[\w-]*|position|role|duration|e-?mails?|(required[_-])?(documents|materials)|how[_-]to[_-]apply|to[_-]apply)\s*[:=]\s*[\x22']?[^\s\x22']"
    )
    .is_match(line)
        // Where a page of jobs leads.
        || pattern!(r"^(link|external[_-]?(link|url))\s*[:=]\s*[\x22']?https?://(\S*/)?(jobs?|careers?|apply|recruit\w*|vacanc(y|ies)|stellen\w*)[./]\S+").is_match(line)
        // A block of a page for whom to write to is indented.
        || pattern!(r"^\s+(- )?(contact[_-])?e-?mail\s*:\s*[\x22']?\S+@").is_match(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_and_an_address_are_no_settings() {
        let text = "---\ntype: landing\nsections:\n    email: ada@b.example\ndocuments:\n  - CV\ntags:\n  - news\n---\n";
        let found = front(text);
        let dropped: String = found.settings.iter().map(|it| &text[it.clone()]).collect();
        assert_eq!(dropped, "type: landing\nsections:\ntags:\n  - news\n");
    }

    #[test]
    fn only_what_speaks_of_the_posting_is_left_of_the_settings() {
        let text = "---\n# Date of the page\ndate: 2026-03-02\ntype: book\ntags:\n  - news\ntitle: Interns\n---\nText";
        let found = front(text);
        let dropped: Vec<&str> =
            found.settings.iter().map(|it| text[it.clone()].trim_end()).collect();
        assert_eq!(dropped, ["# Date of the page", "type: book", "tags:", "  - news"]);
        assert_eq!(&text[found.end..], "Text");
        let quoted = "---\ntitle: \"Interns\" # at most 70\nsubtitle: \"\"\n---\n";
        let found = front(quoted);
        let around: Vec<&str> = found.wrapping.iter().map(|it| &quoted[it.clone()]).collect();
        assert_eq!(around, ["\"", "\"", " # at most 70"]);
        assert_eq!(found.settings.len(), 1);
        let built = "---\ntitle: Join us\nsections:\n  - content:\n      text: |\n        We welcome interns.\n\n        - Six months.\n      city: Ashford\n      postcode: 1\n---\n";
        let found = front(built);
        let dropped: Vec<&str> = found.settings.iter().map(|it| built[it.clone()].trim()).collect();
        assert_eq!(dropped, ["sections:", "- content:", "text: |", "postcode: 1"]);
        assert!(front("+++\ntitle = \"Interns\"\n+++\n").equals);
        assert_eq!(front("A line\n---\ntype: x\n---\n").end, 0);
        assert_eq!(front("---\nA rule above, and none below").end, 0);
    }
}

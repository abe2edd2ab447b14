//! Legacy form fields: what they remember (`w:ffData`) and what they show, set together.
//!
//! A field is found by where it stands. Several may share one bookmark's name.

use ooxml::{Edit, NodeId, Ns, Tree, escape};

use super::{Pen, Refused, date_format, ink, names::Names, run::Properties, ticks::Mark, words};
use crate::{Answer, answer::full_date, word::atoms::is_on};

/// A field's elements.
#[derive(Debug)]
struct FormField {
    /// Its `w:ffData`.
    memory: NodeId,
    /// The `w:fldChar` between its code and its result, where it has one.
    separate: Option<NodeId>,
    /// The `w:fldChar` that ends it.
    end: NodeId,
    /// What its result shows: `w:t`, `w:tab`, `w:br`.
    shown: Vec<NodeId>,
}

/// The run in which the field that `begin` opens ends.
pub(crate) fn end_run(tree: &Tree, begin: NodeId) -> Option<NodeId> {
    FormField::of(tree, begin).and_then(|it| tree.parent(it.end))
}

/// The entries of a legacy list, in order.
fn entries(tree: &Tree, list: NodeId) -> Vec<String> {
    let entries = tree.children(list).filter(|it| tree.is(*it, Ns::W, "listEntry"));
    entries.map(|it| tree.attr(it, Ns::W, "val").unwrap_or_default().into_owned()).collect()
}

impl FormField {
    fn of(tree: &Tree, begin: NodeId) -> Option<Self> {
        let opens = tree.children(begin).find(|it| tree.child(*it, Ns::W, "ffData").is_some())?;
        let memory = tree.child(opens, Ns::W, "ffData")?;
        let paragraph = tree.ancestors(begin).find(|it| tree.is(*it, Ns::W, "p"))?;
        // A result may run on into the next paragraphs.
        let blocks = std::iter::successors(Some(paragraph), |it| tree.next_sibling(*it));
        let (mut depth, mut separate, mut shown) = (0_usize, None, Vec::new());
        for node in blocks.flat_map(|it| tree.descendants(it)).filter(|it| *it > opens) {
            if tree.ns(node) != Ns::W {
                continue;
            }
            match tree.local(node) {
                "fldChar" => match tree.attr(node, Ns::W, "fldCharType").as_deref() {
                    Some("begin") => depth += 1,
                    Some("end") if depth == 0 => {
                        return Some(Self { memory, separate, end: node, shown });
                    }
                    Some("end") => depth -= 1,
                    Some("separate") if depth == 0 => separate = Some(node),
                    _ => {}
                },
                "t" | "tab" | "br"
                    if separate.is_some()
                        && depth == 0
                        && tree.parent(node).is_some_and(|it| tree.is(it, Ns::W, "r")) =>
                {
                    shown.push(node);
                }
                _ => {}
            }
        }
        None
    }
}

impl Pen<'_> {
    /// Into a legacy text or list field.
    pub(super) fn form_field(&mut self, begin: NodeId, answer: &Answer) -> Result<(), Refused> {
        let tree = &self.story.tree;
        let field = FormField::of(tree, begin).ok_or(Refused::NoPlace)?;
        self.unlocked(&field)?;
        if let Some(list) = tree.child(field.memory, Ns::W, "ddList") {
            return self.list_field(list, answer);
        }
        let input = tree.child(field.memory, Ns::W, "textInput");
        let setting = |local| {
            let node = input.and_then(|it| tree.child(it, Ns::W, local))?;
            tree.attr(node, Ns::W, "val")
        };
        if matches!(setting("type").as_deref(), Some("calculated" | "currentDate" | "currentTime"))
        {
            return Err(Refused::Locked);
        }
        let mut text = words(answer.text().ok_or(Refused::Mismatch)?);
        if let (Answer::Date { dates, .. }, Some(format)) = (answer, setting("format"))
            && let [date] = dates.as_slice()
            && let Some(date) = full_date(*date)
            && let Some(formatted) = date_format::format(date, &format, "en-GB")
        {
            text = formatted;
        }
        if text.is_empty() {
            return Err(Refused::Empty);
        }
        let limit =
            setting("maxLength").and_then(|it| it.parse::<usize>().ok()).filter(|it| *it > 0);
        let given = text.chars().count();
        if let Some(limit) = limit.filter(|it| given > *it) {
            return Err(Refused::TooLong { limit, given });
        }
        self.show(&field, &text);
        Ok(())
    }

    /// Sets what a field shows, and keeps how it looks.
    fn show(&mut self, field: &FormField, text: &str) {
        let tree = &self.story.tree;
        let names = Names::of(tree, field.end);
        let first = field.shown.iter().copied().find(|it| tree.is(*it, Ns::W, "t"));
        if let Some(first) = first {
            let xml = format!(
                "{}{}{}",
                names.open_text(),
                ink::inside_text(&names, text),
                names.close("t")
            );
            self.edits.push(Edit::replace(tree.range(first), xml));
            let others = field.shown.iter().filter(|it| **it != first);
            self.edits.extend(others.map(|it| Edit::delete(tree.range(*it))));
            return;
        }
        let (at, separate) = match field.separate {
            Some(separate) => (tree.range(separate).end, String::new()),
            None => (
                tree.range(field.end).start,
                names.empty("fldChar", &[("fldCharType", "separate")]),
            ),
        };
        let Some(run) = tree.parent(field.separate.unwrap_or(field.end)) else { return };
        let looks = Properties::of_run(tree, run);
        let answer = ink::run(&names, &looks.clone().for_answer().readable(), text);
        let (open, close) = (ink::open_run(tree, run), names.close("r"));
        self.edits
            .push(Edit::insert(at, format!("{separate}{close}{answer}{open}{}", looks.xml())));
    }

    fn list_field(&mut self, list: NodeId, answer: &Answer) -> Result<(), Refused> {
        let tree = &self.story.tree;
        let entries = entries(tree, list);
        let number = match answer {
            Answer::Choice(number) => Some(*number),
            answer => {
                let text = answer.text().ok_or(Refused::Mismatch)?.trim();
                entries.iter().position(|it| it.trim().eq_ignore_ascii_case(text))
            }
        };
        let number = number.filter(|it| *it < entries.len()).ok_or(Refused::NotInList)?.to_string();
        let names = Names::of(tree, list);
        let result = names.empty("result", &[("val", &escape(&number))]);
        match tree.child(list, Ns::W, "result") {
            Some(old) => self.edits.push(Edit::replace(tree.range(old), result)),
            None => self.edits.push(Edit::insert(tree.inner(list).start, result)),
        }
        Ok(())
    }

    /// Ticks or empties a legacy check box.
    pub(super) fn check_field(&mut self, begin: NodeId, mark: Mark) -> Result<(), Refused> {
        let tree = &self.story.tree;
        let field = FormField::of(tree, begin).ok_or(Refused::NoPlace)?;
        self.unlocked(&field)?;
        let check = tree.child(field.memory, Ns::W, "checkBox").ok_or(Refused::Mismatch)?;
        let names = Names::of(tree, check);
        let checked = match mark {
            Mark::On => names.empty("checked", &[]),
            Mark::Off => names.empty("checked", &[("val", "0")]),
        };
        let edit = match tree.child(check, Ns::W, "checked") {
            Some(old) => Edit::replace(tree.range(old), checked),
            None if tree.is_self_closed(check) => {
                Edit::replace(tree.range(check), names.around("checkBox", &checked))
            }
            None => Edit::insert(tree.inner(check).end, checked),
        };
        self.edits.push(edit);
        Ok(())
    }

    fn unlocked(&self, field: &FormField) -> Result<(), Refused> {
        let tree = &self.story.tree;
        let is_enabled =
            tree.child(field.memory, Ns::W, "enabled").is_none_or(|it| is_on(tree, it));
        if is_enabled { Ok(()) } else { Err(Refused::Locked) }
    }
}

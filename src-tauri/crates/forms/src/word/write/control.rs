//! Content controls: the words they hold, and what they remember of them.
//!
//! A control is never taken apart: of its content only runs change, so that a
//! control around a cell keeps its cell and one around a paragraph keeps that.

use std::ops::Range;

use ooxml::{Edit, NodeId, Ns, Tree, escape};

use super::{
    Pen, Refused,
    binding::Binding,
    cell::is_printed,
    date_format, ink,
    names::Names,
    run::{Properties, is_symbol_font},
    ticks::Mark,
    words,
};
use crate::{
    Answer,
    answer::full_date,
    word::atoms::{is_answer_control, is_on},
};

/// One entry of a control's list.
struct ListItem {
    shown: String,
    value: String,
}

/// The entries of a drop-down list or combo box, in order; none for other controls.
fn list_items(tree: &Tree, control: NodeId) -> Vec<ListItem> {
    let list = tree.child(control, Ns::W, "sdtPr").and_then(|it| list_of(tree, it));
    let items = list
        .into_iter()
        .flat_map(|it| tree.children(it))
        .filter(|it| tree.is(*it, Ns::W, "listItem"));
    let attr = |node, name| tree.attr(node, Ns::W, name).map(std::borrow::Cow::into_owned);
    items
        .map(|it| {
            let value = attr(it, "value");
            let shown = attr(it, "displayText").or_else(|| value.clone()).unwrap_or_default();
            ListItem { value: value.unwrap_or_else(|| shown.clone()), shown }
        })
        .collect()
}

fn list_of(tree: &Tree, properties: NodeId) -> Option<NodeId> {
    let child = |local| tree.child(properties, Ns::W, local);
    child("dropDownList").or_else(|| child("comboBox"))
}

/// What goes into a control: the words shown, and the value a data store keeps.
struct Content {
    shown: String,
    stored: String,
}

impl Pen<'_> {
    /// Into a control for text, a date or one of a list.
    pub(super) fn control(&mut self, control: NodeId, answer: &Answer) -> Result<(), Refused> {
        let tree = &self.story.tree;
        self.unlocked_control(control)?;
        let properties = tree.child(control, Ns::W, "sdtPr");
        let child = |local| properties.and_then(|it| tree.child(it, Ns::W, local));
        let content = if let Some(list) = properties.and_then(|it| list_of(tree, it)) {
            self.choose(control, list, answer)?
        } else if let Some(date) = child("date") {
            self.date_control(date, answer)?
        } else {
            let text = words(answer.text().ok_or(Refused::Mismatch)?);
            let many = child("text").is_none_or(|it| {
                tree.attr(it, Ns::W, "multiLine")
                    .is_some_and(|it| matches!(&*it, "1" | "true" | "on"))
            });
            let shown = if many { text } else { one_line(&text) };
            Content { stored: shown.clone(), shown }
        };
        if content.shown.is_empty() {
            return Err(Refused::Empty);
        }
        self.show_in_control(control, &content.shown)?;
        self.no_longer_prompts(control);
        self.bind(control, content.stored);
        Ok(())
    }

    /// Ticks or empties a check-box control: its state, its glyph and the glyph's font.
    pub(super) fn check_control(&mut self, control: NodeId, mark: Mark) -> Result<(), Refused> {
        let tree = &self.story.tree;
        self.unlocked_control(control)?;
        let properties = tree.child(control, Ns::W, "sdtPr").ok_or(Refused::Mismatch)?;
        let check = tree
            .children(properties)
            .find(|it| tree.local(*it) == "checkbox")
            .ok_or(Refused::Mismatch)?;
        let prefix = tree.prefix(check);
        let state = |local| tree.children(check).find(|it| tree.local(*it) == local);
        let checked = format!("<{prefix}checked {prefix}val=\"{}\"/>", u8::from(mark == Mark::On));
        let edit = match state("checked") {
            Some(old) => Edit::replace(tree.range(old), checked),
            None if tree.is_self_closed(check) => tree.append(check, &checked),
            None => Edit::insert(tree.inner(check).start, checked),
        };
        self.edits.push(edit);
        let (local, usual) = match mark {
            Mark::On => ("checkedState", 0x2612),
            Mark::Off => ("uncheckedState", 0x2610),
        };
        let shape = state(local);
        let attr = |name| shape.and_then(|it| tree.attr(it, tree.ns(check), name));
        let code = attr("val").and_then(|it| u32::from_str_radix(&it, 16).ok()).unwrap_or(usual);
        let font =
            attr("font").map_or_else(|| "MS Gothic".to_owned(), std::borrow::Cow::into_owned);
        let glyph = char::from_u32(code).unwrap_or('☒');

        let names = Names::of(tree, control);
        let looks = self.looks_in_control(control).in_font(&font);
        let inside = if is_symbol_font(&font) {
            let code = format!("F0{:02X}", code & 0xFF);
            names.empty("sym", &[("font", &escape(&font)), ("char", &code)])
        } else {
            ink::inside_run(&names, glyph.encode_utf8(&mut [0; 4]))
        };
        let xml = names.around("r", &format!("{}{inside}", looks.xml()));
        self.replace_runs(control, &xml)?;
        self.no_longer_prompts(control);
        let on = mark == Mark::On;
        self.bind(control, if on { "true" } else { "false" }.to_owned());
        Ok(())
    }

    pub(super) fn unlocked_control(&self, control: NodeId) -> Result<(), Refused> {
        let tree = &self.story.tree;
        let lock = tree.child(control, Ns::W, "sdtPr").and_then(|it| tree.child(it, Ns::W, "lock"));
        let lock = lock.and_then(|it| tree.attr(it, Ns::W, "val"));
        match lock.as_deref() {
            Some("contentLocked" | "sdtContentLocked") => Err(Refused::Locked),
            _ => Ok(()),
        }
    }

    fn choose(
        &mut self,
        control: NodeId,
        list: NodeId,
        answer: &Answer,
    ) -> Result<Content, Refused> {
        let tree = &self.story.tree;
        let items = list_items(tree, control);
        let number = match answer {
            Answer::Choice(number) => Some(*number).filter(|it| *it < items.len()),
            answer => {
                let text = answer.text().ok_or(Refused::Mismatch)?.trim().to_lowercase();
                let is_it = |it: &String| it.trim().to_lowercase() == text;
                items
                    .iter()
                    .position(|it| is_it(&it.shown))
                    .or_else(|| items.iter().position(|it| is_it(&it.value)))
            }
        };
        let content = match (number, answer.text()) {
            (Some(number), _) => {
                Content { shown: items[number].shown.clone(), stored: items[number].value.clone() }
            }
            (None, Some(text)) if tree.local(list) == "comboBox" => {
                let text = one_line(&words(text));
                Content { shown: text.clone(), stored: text }
            }
            _ => return Err(Refused::NotInList),
        };
        self.set_attribute(list, "lastValue", &content.stored);
        Ok(content)
    }

    fn date_control(&mut self, date: NodeId, answer: &Answer) -> Result<Content, Refused> {
        let tree = &self.story.tree;
        let text = one_line(&words(answer.text().ok_or(Refused::Mismatch)?));
        let setting =
            |local| tree.child(date, Ns::W, local).and_then(|it| tree.attr(it, Ns::W, "val"));
        let full = match answer {
            Answer::Date { dates, .. } if dates.len() == 1 => {
                dates.first().copied().and_then(full_date)
            }
            _ => None,
        };
        let Some(full) = full else {
            // What the control remembers would no longer be what it shows.
            if let Some(value) = tree.attr_range(date, Ns::W, "fullDate") {
                self.edits.push(Edit::delete(whole_attribute(tree, value)));
            }
            return Ok(Content { stored: text.clone(), shown: text });
        };
        let moment = format!("{full}T00:00:00Z");
        self.set_attribute(date, "fullDate", &moment);
        let language = setting("lid").unwrap_or_default();
        let shown = setting("dateFormat")
            .and_then(|it| date_format::format(full, &it, &language))
            .filter(|it| !it.is_empty())
            .unwrap_or(text);
        let stored = match setting("storeMappedDataAs").as_deref() {
            Some("date") => full.to_string(),
            Some("text") => shown.clone(),
            _ => moment,
        };
        Ok(Content { shown, stored })
    }

    /// Sets an attribute of ours, whether it is there or not.
    fn set_attribute(&mut self, node: NodeId, name: &str, value: &str) {
        let tree = &self.story.tree;
        let edit = if let Some(range) = tree.attr_range(node, Ns::W, name) {
            Edit::replace(range, escape(value))
        } else {
            let at = tree.range(node).start + 1 + tree.prefix(node).len() + tree.local(node).len();
            let prefix = Names::of(tree, node).attribute;
            Edit::insert(at, format!(" {prefix}{name}=\"{}\"", escape(value)))
        };
        self.edits.push(edit);
    }

    /// The words of a control, in one run; what else there was is emptied.
    fn show_in_control(&mut self, control: NodeId, text: &str) -> Result<(), Refused> {
        let names = Names::of(&self.story.tree, control);
        let looks = self.looks_in_control(control).readable().for_words(text);
        self.replace_runs(control, &ink::run(&names, &looks, text))
    }

    fn replace_runs(&mut self, control: NodeId, run: &str) -> Result<(), Refused> {
        let tree = &self.story.tree;
        let content = tree.child(control, Ns::W, "sdtContent").ok_or(Refused::NoPlace)?;
        let runs = runs_of(tree, content);
        let first = runs.iter().copied().find(|it| ink::is_simple(tree, *it));
        for other in runs.into_iter().filter(|it| Some(*it) != first) {
            if ink::is_simple(tree, other) {
                self.edits.push(Edit::delete(tree.range(other)));
            } else {
                let texts = tree.children(other).filter(|it| tree.is(*it, Ns::W, "t"));
                self.edits.extend(texts.map(|it| Edit::delete(tree.inner(it))));
            }
        }
        if let Some(first) = first {
            self.edits.push(Edit::replace(tree.range(first), run));
            return Ok(());
        }
        let paragraph = tree.descendants(content).find(|it| tree.is(*it, Ns::W, "p"));
        let is_inline = tree.ancestors(control).any(|it| tree.is(it, Ns::W, "p"));
        let is_block =
            ["tbl", "tr", "tc"].iter().all(|local| tree.child(content, Ns::W, local).is_none());
        match paragraph {
            Some(paragraph) => self.edits.push(tree.append(paragraph, run)),
            None if is_inline => self.edits.push(tree.append(content, run)),
            None if is_block => {
                let xml = Names::of(tree, content).around("p", run);
                self.edits.push(tree.append(content, &xml));
            }
            None => return Err(Refused::NoPlace),
        }
        Ok(())
    }

    /// How words look in a control: as it says, as what it holds, as its neighbours.
    fn looks_in_control(&self, control: NodeId) -> Properties {
        let tree = &self.story.tree;
        let names = Names::of(tree, control);
        let said = tree.child(control, Ns::W, "sdtPr").and_then(|it| tree.child(it, Ns::W, "rPr"));
        if let Some(said) = said {
            return Properties::of(tree, said).for_answer();
        }
        let content = tree.child(control, Ns::W, "sdtContent");
        let runs = content.map(|it| runs_of(tree, it)).unwrap_or_default();
        let held = runs.iter().find(|it| ink::is_simple(tree, **it)).map(|it| {
            let own = Properties::of_run(tree, *it);
            if self.is_prompting(control) {
                own.for_prompt().without(&["rStyle"])
            } else {
                own.for_answer()
            }
        });
        if let Some(held) = held.filter(|it| !it.xml().is_empty()) {
            return held;
        }
        let around = tree.ancestors(control).find(|it| tree.is(*it, Ns::W, "p"));
        if let Some(paragraph) = around {
            let atoms = self.paragraph(paragraph).atoms;
            let near = atoms.iter().filter(|it| is_printed(it));
            let before = near.clone().rfind(|it| it.bytes.start < tree.range(control).start);
            return match before.or_else(|| near.clone().next()) {
                Some(atom) => Properties::of_run(tree, atom.run).lent(&names),
                None => Properties::none(names),
            };
        }
        let inside =
            content.and_then(|it| tree.descendants(it).find(|it| tree.is(*it, Ns::W, "p")));
        match inside.and_then(|it| Properties::of_mark(tree, it)) {
            Some(mark) => mark.for_prompt().without(&["rStyle"]),
            None => match self.label_of(control) {
                Some(label) => Properties::of_run(tree, label).lent(&names),
                None => Properties::none(names),
            },
        }
    }

    fn is_prompting(&self, control: NodeId) -> bool {
        crate::word::atoms::shows_placeholder(&self.story.tree, control)
    }

    /// Takes the sign away that says a control holds only a prompt, from those around it too.
    pub(super) fn no_longer_prompts(&mut self, control: NodeId) {
        let tree = &self.story.tree;
        let around = tree.ancestors(control).filter(|it| is_answer_control(tree, *it));
        for it in std::iter::once(control).chain(around) {
            let sign = tree
                .child(it, Ns::W, "sdtPr")
                .and_then(|it| tree.child(it, Ns::W, "showingPlcHdr"));
            if let Some(sign) = sign.filter(|it| is_on(tree, *it)) {
                self.once.push(Edit::delete(tree.range(sign)));
            }
        }
    }

    fn bind(&mut self, control: NodeId, value: String) {
        if let Some(binding) = Binding::of(&self.story.tree, control, value) {
            self.bindings.push(binding);
        }
    }
}

/// The runs that are a control's own: not those of controls or text boxes inside it.
fn runs_of(tree: &Tree, content: NodeId) -> Vec<NodeId> {
    let is_own = |run: &NodeId| {
        let between = tree.ancestors(*run).take_while(|it| *it != content);
        between.into_iter().all(|it| {
            !is_answer_control(tree, it)
                && !tree.is(it, Ns::W, "txbxContent")
                && !tree.is(it, Ns::W, "del")
                && !tree.is(it, Ns::Mc, "Fallback")
        })
    };
    tree.descendants(content).filter(|it| tree.is(*it, Ns::W, "r")).filter(is_own).collect()
}

/// An attribute with its name and the white space before it, by its value's bytes.
fn whole_attribute(tree: &Tree, value: Range<usize>) -> Range<usize> {
    let before = &tree.source()[..value.start];
    let start = before.rfind(char::is_whitespace).unwrap_or(value.start);
    start..value.end + 1
}

/// Words for a place that has one line.
fn one_line(text: &str) -> String {
    text.split('\n').map(str::trim).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

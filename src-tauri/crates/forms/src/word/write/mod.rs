//! Writes answers into a story, by edits that leave every other byte alone.
//!
//! A [`Pen`] takes one blank and its answer at a time. It refuses what does not
//! fit rather than force it, and two answers never write on the same bytes.
//! A text box stands twice in a file (`mc:Choice`, `mc:Fallback`): both are written.
//!
//! **Invariant:** no paragraph, bookmark, drawing, section or cell is ever taken away.

mod binding;
mod cell;
mod control;
mod date_format;
mod form_field;
mod ink;
mod inline;
mod mask;
mod names;
mod paragraph;
mod photo;
mod pictures;
mod room;
mod run;
#[cfg(test)]
mod tests;
mod ticks;
mod twin;
mod width;

use std::{collections::BTreeMap, ops::Range};

use ooxml::{Edit, NodeId};

pub(crate) use self::{
    binding::{Binding, custom_xml_edits},
    form_field::end_run,
    ink::{Inside, after, before, open_run, out_of_cdata},
    names::Names,
    pictures::{Media, Pictures},
    run::font_of,
    twin::of as twin_of,
};
use super::{blank::Blank, story::Story};
use crate::{Answer, Photo};

/// Why an answer is not written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum Refused {
    /// The blank is a cell without a paragraph, or another place no words fit in.
    #[error("there is no paragraph to write in")]
    NoPlace,
    /// The answer is empty.
    #[error("the answer is empty")]
    Empty,
    /// The answer has another shape than the blank takes.
    #[error("the blank takes an answer of another kind")]
    Mismatch,
    /// The form does not let this place be changed.
    #[error("the form has locked this place")]
    Locked,
    /// The answer is longer than the form lets it be.
    #[error("it takes {limit} characters at most, and the answer has {given}")]
    TooLong {
        /// How many characters fit.
        limit: usize,
        /// How many the answer has.
        given: usize,
    },
    /// The list has no such entry.
    #[error("its list has no such entry")]
    NotInList,
    /// The printed part of a date is of another century.
    #[error("`{printed}` is printed there, and the year is {year}")]
    PrintedYear {
        /// The digits that stand before the blank.
        printed: String,
        /// The year to write.
        year: i16,
    },
    /// Another answer was written there already.
    #[error("another answer stands there already")]
    Taken,
    /// It is for others to fill.
    #[error("it is not for the candidate to fill")]
    NotOurs,
}

/// What a [`Pen`] has written.
#[derive(Debug, Default)]
pub(crate) struct Written {
    /// The changes to the story's part.
    pub(crate) edits: Vec<Edit>,
    /// The values that other parts must hold too; see [`custom_xml_edits`].
    pub(crate) bindings: Vec<Binding>,
}

/// Writes answers into one story.
#[derive(Debug)]
pub(crate) struct Pen<'a> {
    story: &'a Story,
    edits: Vec<Edit>,
    /// Edits that several answers may ask for, and that are made once.
    once: Vec<Edit>,
    bindings: Vec<Binding>,
    pictures: Vec<Photo>,
    /// Paragraphs that an answer has for itself.
    occupied: Vec<NodeId>,
    /// The number of the last drawing, once one was needed.
    last_drawing: Option<u32>,
    /// Replaced bytes, by their first.
    taken: BTreeMap<usize, usize>,
}

/// How far a [`Pen`] has come, to go back to.
#[derive(Debug)]
struct State {
    edits: usize,
    once: usize,
    bindings: usize,
    occupied: usize,
}

impl<'a> Pen<'a> {
    /// A pen for `story`.
    pub(crate) fn new(story: &'a Story) -> Self {
        Self {
            story,
            pictures: Vec::new(),
            edits: Vec::new(),
            once: Vec::new(),
            bindings: Vec::new(),
            occupied: Vec::new(),
            last_drawing: None,
            taken: BTreeMap::new(),
        }
    }

    /// Writes `answer` into `blank`. When it is refused, nothing is written.
    pub(crate) fn write(&mut self, blank: &Blank, answer: &Answer) -> Result<(), Refused> {
        let before = self.state();
        self.blank(blank, answer).inspect_err(|_| self.back_to(&before))?;
        let own = self.state();
        if let Some(twin) = twin::of(self.story, blank)
            && self.blank(&twin, answer).is_err()
        {
            self.back_to(&own);
        }
        self.bindings.truncate(own.bindings);
        self.claim(before.edits).inspect_err(|_| self.back_to(&before))
    }

    fn state(&self) -> State {
        State {
            edits: self.edits.len(),
            once: self.once.len(),
            bindings: self.bindings.len(),
            occupied: self.occupied.len(),
        }
    }

    fn back_to(&mut self, state: &State) {
        self.edits.truncate(state.edits);
        self.once.truncate(state.once);
        self.bindings.truncate(state.bindings);
        self.occupied.truncate(state.occupied);
    }

    /// Everything that was written, with its pictures kept in `pictures`.
    pub(crate) fn finish(mut self, pictures: &mut dyn Pictures) -> Result<Written, ooxml::Error> {
        for (number, photo) in self.pictures.iter().enumerate() {
            let stand_in = pictures::stand_in(number);
            let mut id = None;
            for edit in self.edits.iter_mut().filter(|it| it.text.contains(&stand_in)) {
                let id = match &id {
                    Some(id) => id,
                    None => id.insert(pictures.keep(&self.story.part, photo)?),
                };
                edit.text = edit.text.replace(&stand_in, id);
            }
        }
        self.once.sort_by_key(|it| (it.range.start, it.range.end));
        self.once.dedup();
        let once = std::mem::take(&mut self.once);
        let stands = |edit: &Edit| !is_inside(&self.taken, &edit.range);
        let mut edits: Vec<Edit> = once.into_iter().filter(stands).collect();
        edits.append(&mut self.edits);
        Ok(Written { edits, bindings: self.bindings })
    }

    fn blank(&mut self, blank: &Blank, answer: &Answer) -> Result<(), Refused> {
        match (blank, answer) {
            (Blank::Ticks(ticks), Answer::Ticks(chosen)) => self.ticks(ticks, chosen),
            (Blank::Mask(parts), answer) => self.mask(parts, answer),
            (Blank::Rows(rows), Answer::Rows(answers)) => self.rows(rows, answers),
            (Blank::Photo(cell), Answer::Photo(photo)) => self.photo(*cell, photo),
            (Blank::Control(control), Answer::Photo(photo)) => {
                self.picture_control(*control, photo)
            }
            (Blank::Control(control), answer) => self.control(*control, answer),
            (Blank::FormField(run), answer) => self.form_field(*run, answer),
            (Blank::Letter { stretch, style, letters }, Answer::Choice(chosen)) => {
                let letter = letters.get(*chosen).ok_or(Refused::NotInList)?;
                self.inline(stretch, *style, letter.encode_utf8(&mut [0; 4]));
                Ok(())
            }
            (Blank::Nothing, _) => Err(Refused::NotOurs),
            (blank, answer) => {
                let text = words(answer.text().ok_or(Refused::Mismatch)?);
                if text.is_empty() {
                    return Err(Refused::Empty);
                }
                match blank {
                    Blank::Cell(cell) => self.cell(*cell, &text),
                    Blank::Prompt(cell) => self.prompt(*cell, &text),
                    Blank::Inline { stretch, style } => {
                        self.inline(stretch, *style, &text);
                        Ok(())
                    }
                    Blank::Below { label, lines } => self.below(*label, lines, &text),
                    Blank::Digits(cells) => self.digits(cells, &text),
                    _ => Err(Refused::Mismatch),
                }
            }
        }
    }

    fn rows(
        &mut self,
        rows: &[Vec<Option<Blank>>],
        answers: &[Vec<Option<Answer>>],
    ) -> Result<(), Refused> {
        if answers.len() > rows.len() {
            return Err(Refused::TooLong { limit: rows.len(), given: answers.len() });
        }
        for (blanks, answers) in rows.iter().zip(answers) {
            for pair in blanks.iter().zip(answers) {
                if let (Some(blank), Some(answer)) = pair {
                    self.blank(blank, answer)?;
                }
            }
        }
        Ok(())
    }

    /// Takes a paragraph for one answer, unless one has it.
    fn occupy(&mut self, paragraph: NodeId) -> Result<(), Refused> {
        if self.occupied.contains(&paragraph) {
            return Err(Refused::Taken);
        }
        self.occupied.push(paragraph);
        Ok(())
    }

    /// Takes the bytes of the edits from number `from` on, unless they are taken.
    fn claim(&mut self, from: usize) -> Result<(), Refused> {
        let mut taken = self.taken.clone();
        let mut fresh: Vec<Range<usize>> =
            self.edits[from..].iter().map(|it| it.range.clone()).collect();
        fresh.sort_by_key(|it| (it.start, it.end));
        for range in &fresh {
            if range.is_empty() {
                continue;
            }
            let next = taken.range(range.start..).next().map_or(usize::MAX, |it| *it.0);
            if is_inside(&taken, range) || next < range.end {
                return Err(Refused::Taken);
            }
            taken.insert(range.start, range.end);
        }
        let is_cut = |edit: &Edit| edit.range.is_empty() && is_inside(&taken, &edit.range);
        if self.edits.iter().any(is_cut) {
            return Err(Refused::Taken);
        }
        self.taken = taken;
        Ok(())
    }
}

/// Whether a range begins inside a taken one. An insertion at its first byte does not.
fn is_inside(taken: &BTreeMap<usize, usize>, range: &Range<usize>) -> bool {
    let before = if range.is_empty() {
        taken.range(..range.start).next_back()
    } else {
        taken.range(..=range.start).next_back()
    };
    before.is_some_and(|(_, end)| *end > range.start)
}

/// An answer's words as they are written: one kind of line break, no white space around.
fn words(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let text = text.replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let kept = text.chars().filter(|it| !it.is_control() || matches!(it, '\n' | '\t'));
    kept.filter(|it| !matches!(it, '\u{fffe}' | '\u{ffff}')).collect::<String>().trim().to_owned()
}

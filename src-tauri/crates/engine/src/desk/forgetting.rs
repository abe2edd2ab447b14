//! What is remembered of earlier forms: to look through, and to forget.

use jiff::civil::DateTime;

use super::{
    Desk, Done, MemoryLine, MemoryView, Remembered,
    memory::Question,
    state::{Memory, State},
};
use crate::Error;

impl Desk {
    /// What is remembered, the latest answer first.
    pub fn memory(&self) -> Result<MemoryView, Error> {
        Ok(view(self.state()?))
    }

    /// Forgets one answer, or everything. It can be undone.
    ///
    /// What applications already have stays in them.
    pub fn forget(&mut self, answer: Option<&str>, now: DateTime) -> Result<MemoryView, Error> {
        if let Some(id) = answer
            && !self.state()?.memory.iter().any(|it| self::id(&it.question) == id)
        {
            return Err(Error::Gone { what: "answer", name: None });
        }
        self.change((Done::Forget, ""), now, |state| {
            if let Some(id) = answer {
                state.memory.retain(|it| self::id(&it.question) != id);
            } else {
                state.memory.clear();
                state.left.clear();
            }
            Ok(view(state))
        })
    }
}

fn view(state: &State) -> MemoryView {
    let line = |it: &Memory| MemoryLine {
        id: id(&it.question),
        question: it.question.label.clone(),
        section: it.question.section.clone(),
        answer: Remembered { shown: it.shown.clone(), when: it.when, form: it.form.clone() },
    };
    MemoryView { answers: state.memory.iter().rev().map(line).collect(), forms: state.left.len() }
}

/// What names an answer: its question, of which there is one.
fn id(question: &Question) -> String {
    serde_json::to_string(question).unwrap_or_default()
}

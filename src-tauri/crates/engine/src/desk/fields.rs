//! Fields as a screen shows them: what becomes of each, how sure we are, and why.

use std::collections::BTreeMap;

use forms::{Answer, Confidence, Field, Filler, Kind, Note, Plan, Proposal, Source, Why};
use jiff::civil::Date;
use profile::{Key, Profile, ValueKind};

use super::{
    AnswerView, Because, BecauseCode, ColumnView, Counts, FieldView, NoteCode, NoteView,
    Remembered, SourceView, Status, Sure,
    memory::{self, Question},
    state::{Answered, Application, Memory, Own},
};

/// What the fields of one form are looked at with.
pub(super) struct Fields<'a> {
    pub(super) application: &'a Application,
    pub(super) profile: &'a Profile,
    pub(super) memory: &'a [Memory],
    pub(super) today: Date,
    /// What the fields would get if everything were released.
    pub(super) released: Option<&'a Plan>,
}

impl Fields<'_> {
    pub(super) fn views(&self, plan: &Plan) -> Vec<FieldView> {
        let released: BTreeMap<&str, &Proposal> = self
            .released
            .iter()
            .flat_map(|it| it.proposals())
            .map(|it| (it.field.0.as_str(), it))
            .collect();
        let fields = plan.fields().iter().zip(plan.proposals());
        fields
            .map(|(field, proposal)| {
                let held = released.get(field.id.0.as_str()).copied();
                self.view(field, proposal, held)
            })
            .collect()
    }

    fn view(&self, field: &Field, proposal: &Proposal, held: Option<&Proposal>) -> FieldView {
        let own = self.application.answers.get(&field.id.0);
        let status = status(field, proposal);
        let offer = match status {
            Status::Held => held.unwrap_or(proposal),
            _ => proposal,
        };
        let matched = proposal.matched.as_ref();
        let keys: Vec<&Key> = matched.map(|it| it.keys.iter().collect()).unwrap_or_default();
        let sensitive = self.sensitive(&keys, proposal);
        let is_released = !sensitive.is_empty()
            && sensitive.iter().all(|it| self.application.released.contains(it));
        FieldView {
            id: field.id.0.clone(),
            label: field.label.clone(),
            section: field.section.clone(),
            kind: field.kind,
            required: field.required,
            options: field.options.clone(),
            single: field.single,
            max_chars: field.max_chars,
            max_words: field.max_words,
            width: field.width,
            language: field.language,
            hint: field.hint.clone(),
            unit: field.unit.clone(),
            columns: columns(field),
            rows: field.rows,
            depends_on: field.depends_on.as_ref().map(|(it, option)| (it.0.clone(), *option)),
            current: field.current.clone(),
            status,
            sure: sure(status, proposal, own),
            shown: offer.shown.clone(),
            answer: offer.answer.as_ref().or(offer.offered.as_ref()).map(|it| parts(field, it)),
            source: source(proposal, own),
            reason: matched.map(|it| it.reason.clone()),
            because: proposal.blank.as_ref().map(because),
            notes: proposal.notes.iter().filter_map(note).collect(),
            keys: keys.iter().map(ToString::to_string).collect(),
            sensitive,
            is_released,
            remembered: self.remembered(field, proposal, own),
            profile_slot: slot(field, proposal, self.profile, self.today),
        }
    }

    fn sensitive(&self, keys: &[&Key], proposal: &Proposal) -> Vec<String> {
        let held = match &proposal.blank {
            Some(Why::HeldBack { keys }) => keys.as_slice(),
            _ => &[],
        };
        let is_sensitive = |key: &Key| match key.info() {
            Some(info) => info.sensitive,
            None => self.profile.fact(key, self.today).is_some_and(|it| it.sensitive),
        };
        let mut all: Vec<String> = keys
            .iter()
            .copied()
            .filter(|it| is_sensitive(it))
            .chain(held)
            .map(ToString::to_string)
            .collect();
        all.sort();
        all.dedup();
        all
    }

    fn remembered(
        &self,
        field: &Field,
        proposal: &Proposal,
        own: Option<&Answered>,
    ) -> Option<Remembered> {
        let is_asked = own.is_none() && field.filler == Filler::Candidate;
        let memory = memory::recall(self.memory, &Question::of(field))
            .filter(|_| is_asked && memory::lacks_a_fact(proposal))?;
        Some(Remembered {
            shown: memory.shown.clone(),
            when: memory.when,
            form: memory.form.clone(),
        })
    }
}

fn columns(field: &Field) -> Vec<ColumnView> {
    let columns = field.columns.iter();
    let view = |it: &forms::Column| ColumnView {
        label: it.label.clone(),
        is_printed: it.printed,
        options: it.options.clone(),
    };
    columns.map(view).collect()
}

/// What becomes of a field.
pub(super) fn status(field: &Field, proposal: &Proposal) -> Status {
    match &proposal.blank {
        None if proposal.answer.is_some() => Status::Filled,
        None | Some(Why::Unknown) => match field.filler {
            Filler::Candidate => Status::Unknown,
            Filler::Office | Filler::Signature => Status::Others,
        },
        Some(Why::HeldBack { .. }) => Status::Held,
        Some(Why::Unsure) => Status::Offered,
        Some(Why::ForOffice | Why::Signature) => Status::Others,
        Some(Why::LeftBlank) => Status::Left,
        Some(Why::Dependent { .. }) => Status::Waiting,
        Some(Why::Filled) => Status::Stands,
        // We know what it asks, and nothing that the profile says can stand there.
        Some(_) => Status::NoFact,
    }
}

fn sure(status: Status, proposal: &Proposal, own: Option<&Answered>) -> Sure {
    let confidence = proposal.matched.as_ref().map(|it| it.confidence);
    match (own, confidence) {
        _ if matches!(status, Status::Others | Status::Left) => Sure::Sure,
        // It was right for another application: the candidate looks at it again.
        (Some(own), _) if own.last_time => Sure::Check,
        // Whatever it asks, what we have is not quite that: another language, a part of a table.
        (None, Some(_)) if status == Status::Offered || is_part(proposal) => Sure::Check,
        (Some(_), _) | (None, Some(Confidence::Sure)) => Sure::Sure,
        (None, Some(_)) => Sure::Check,
        (None, None) => Sure::Unknown,
    }
}

/// Whether something of a table was left out.
fn is_part(proposal: &Proposal) -> bool {
    matches!(proposal.answer, Some(Answer::Rows(_))) && !proposal.notes.is_empty()
}

fn source(proposal: &Proposal, own: Option<&Answered>) -> Option<SourceView> {
    Some(match (proposal.source.as_ref()?, own) {
        (Source::Profile(pointers), _) => {
            SourceView::Profile { pointers: pointers.clone(), derived: proposal.derived }
        }
        (Source::Candidate, Some(own)) if own.last_time => SourceView::LastTime,
        (Source::Candidate, Some(own)) if own.remembered => SourceView::Remembered,
        (Source::Candidate, _) => SourceView::Candidate,
    })
}

/// An answer in parts, for editing.
pub(super) fn parts(field: &Field, answer: &Answer) -> AnswerView {
    match answer {
        Answer::Text(text) | Answer::Date { text, .. } => AnswerView::Text(text.clone()),
        Answer::Ticks(ticks) => AnswerView::Options(ticks.clone()),
        Answer::Choice(number) => AnswerView::Options(vec![*number]),
        Answer::Rows(_) => AnswerView::Rows(answer.cells(field).unwrap_or_default()),
        Answer::Photo(_) => AnswerView::Photo,
    }
}

/// Why a blank stays blank, in parts for a sentence.
pub(super) fn because(why: &Why) -> Because {
    let plain = |code| Because { code, keys: Vec::new(), subject: None, numbers: Vec::new() };
    let about = |code, keys: &[Key]| Because {
        keys: keys.iter().map(ToString::to_string).collect(),
        ..plain(code)
    };
    match why {
        Why::NoFact { keys } => about(BecauseCode::NoFact, keys),
        Why::HeldBack { keys } => about(BecauseCode::HeldBack, keys),
        Why::Unsure => plain(BecauseCode::Unsure),
        Why::NoOption { value } => {
            Because { subject: Some(value.clone()), ..plain(BecauseCode::NoOption) }
        }
        Why::WrongKind => plain(BecauseCode::WrongKind),
        Why::TooLong { length, limit } => {
            Because { numbers: vec![*length, *limit], ..plain(BecauseCode::TooLong) }
        }
        Why::TooManyWords { length, limit } => {
            Because { numbers: vec![*length, *limit], ..plain(BecauseCode::TooManyWords) }
        }
        Why::ForOffice => plain(BecauseCode::ForOffice),
        Why::Signature => plain(BecauseCode::Signature),
        Why::LeftBlank => plain(BecauseCode::LeftBlank),
        Why::Dependent { on } => {
            Because { subject: Some(on.0.clone()), ..plain(BecauseCode::Dependent) }
        }
        Why::NoPhoto => plain(BecauseCode::NoPhoto),
        Why::Filled => plain(BecauseCode::Stands),
        // A reason that is newer than this list is told as none.
        _ => plain(BecauseCode::Unknown),
    }
}

/// What else to know of an answer, in parts for a sentence.
fn note(note: &Note) -> Option<NoteView> {
    let plain = |code| NoteView { code, keys: Vec::new(), subject: None, numbers: Vec::new() };
    let about = |code, keys: &[Key]| NoteView {
        keys: keys.iter().map(ToString::to_string).collect(),
        ..plain(code)
    };
    let counted = |code, numbers| NoteView { numbers, ..plain(code) };
    Some(match note {
        // Where the answer comes from says so already.
        Note::Derived => return None,
        Note::OtherLanguage => plain(NoteCode::OtherLanguage),
        Note::OtherLanguageLeftOut => plain(NoteCode::OtherLanguageLeftOut),
        Note::NoFact { keys } => about(NoteCode::NoFact, keys),
        Note::HeldBack { keys } => about(NoteCode::HeldBack, keys),
        Note::TooManyTicks { limit, left_out } => {
            counted(NoteCode::TooManyTicks, vec![*limit, *left_out])
        }
        Note::TooFewRows { rows, left_out } => {
            counted(NoteCode::TooFewRows, vec![*rows, *left_out])
        }
        Note::NoOption { value } => {
            NoteView { subject: Some(value.clone()), ..plain(NoteCode::NoOption) }
        }
        Note::ShortForm => plain(NoteCode::ShortForm),
        Note::TooWide { percent } => counted(NoteCode::TooWide, vec![*percent]),
        Note::TooHigh { lines, shown } => counted(NoteCode::TooHigh, vec![*lines, *shown]),
        // A note that is newer than this list is told in its own words.
        _ => NoteView { subject: Some(note.sentence()), ..plain(NoteCode::Plain) },
    })
}

/// Where in the profile an answer to this field would be written: the one fact
/// that it asks for, where words can be written for it.
pub(super) fn slot(
    field: &Field,
    proposal: &Proposal,
    profile: &Profile,
    today: Date,
) -> Option<String> {
    let [key] = proposal.matched.as_ref()?.keys.as_slice() else { return None };
    let takes_words = matches!(field.kind, Kind::Text | Kind::Date);
    if !takes_words || field.filler != Filler::Candidate {
        return None;
    }
    let half = match field.language {
        forms::Language::En => "en",
        forms::Language::Zh => "zh",
    };
    let place = profile.place_for(key, today)?;
    let Some(info) = key.info() else { return Some(format!("{place}/{half}")) };
    let slot = info.slot().filter(|it| !it.is_derived)?;
    let is_written = matches!(
        info.kind,
        ValueKind::Text | ValueKind::Date | ValueKind::Number | ValueKind::Phone
    );
    // A list as a whole is no place for one answer.
    let is_leaf = slot.pointer.split_once("/*").is_none_or(|(_, member)| place.ends_with(member));
    if !is_written || !is_leaf {
        return None;
    }
    Some(if slot.is_bilingual { format!("{place}/{half}") } else { place })
}

/// How many fields are how.
pub(super) fn counts(fields: &[FieldView]) -> Counts {
    tally(fields.iter().map(|it| (it.status, it.sure, it.required)))
}

/// The same for a plan, without everything that a screen shows of its fields.
pub(super) fn counts_of(application: &Application, plan: &Plan) -> Counts {
    let fields = plan.fields().iter().zip(plan.proposals());
    tally(fields.map(|(field, proposal)| {
        let status = status(field, proposal);
        let own = application.answers.get(&field.id.0);
        (status, sure(status, proposal, own), field.required)
    }))
}

fn tally(fields: impl Iterator<Item = (Status, Sure, bool)>) -> Counts {
    let mut counts = Counts::default();
    for (status, sure, required) in fields {
        let (count, is_blank) = match status {
            Status::Filled if sure == Sure::Sure => (&mut counts.filled, false),
            Status::Filled => (&mut counts.check, false),
            Status::Offered => (&mut counts.check, true),
            Status::Held => (&mut counts.held, true),
            Status::NoFact | Status::Unknown => (&mut counts.open, true),
            Status::Left | Status::Waiting | Status::Others | Status::Stands => {
                (&mut counts.left, false)
            }
        };
        *count += 1;
        counts.required_blank += u32::from(is_blank && required);
    }
    counts
}

/// The candidate's own answer, where it is one that can be remembered.
pub(super) fn is_worth_words(own: &Own) -> bool {
    match own {
        Own::Text { text } => !text.trim().is_empty(),
        Own::Options { options } => !options.is_empty(),
        Own::Rows { rows } => rows.iter().flatten().any(Option::is_some),
        Own::Blank | Own::Offered => false,
    }
}

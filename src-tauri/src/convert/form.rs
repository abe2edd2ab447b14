//! A form and what will stand in it.

use engine::{FormLanguage, Kind, desk};

use super::{count, each, minute, place, same};
use crate::wire::form::{
    AnswerView, Because, BecauseCode, ColumnView, Counts, DependsOn, FieldKind, FieldView,
    FormView, GivenAnswer, MemoryLine, MemoryView, NoteCode, NoteView, Remembered, ReportLine,
    ReportView, SourceView, Status, Sure,
};

same!(Kind => FieldKind { Text, Date, Check, Choice, Photo, Signature, Rows });
same!(desk::Sure => Sure { Sure, Check, Unknown });
same!(desk::Status => Status {
    Filled,
    Offered,
    Held,
    NoFact,
    Unknown,
    Left,
    Waiting,
    Others,
    Stands,
});
same!(desk::BecauseCode => BecauseCode {
    Unknown,
    NoFact,
    HeldBack,
    Unsure,
    NoOption,
    WrongKind,
    TooLong,
    TooManyWords,
    ForOffice,
    Signature,
    LeftBlank,
    Dependent,
    NoPhoto,
    Stands,
    Refused,
});
same!(desk::NoteCode => NoteCode {
    OtherLanguage,
    OtherLanguageLeftOut,
    NoFact,
    HeldBack,
    TooManyTicks,
    TooFewRows,
    NoOption,
    ShortForm,
    TooWide,
    TooHigh,
    Plain,
});

impl From<desk::FormView> for FormView {
    fn from(it: desk::FormView) -> Self {
        Self {
            name: it.name,
            is_our_edition: it.is_our_edition,
            fields: each(it.fields),
            counts: it.counts.into(),
            warnings: it.warnings,
            is_approved: it.is_approved,
            report: it.report.map(Into::into),
            revision: it.revision,
        }
    }
}

impl From<desk::Counts> for Counts {
    fn from(it: desk::Counts) -> Self {
        Self {
            filled: it.filled,
            check: it.check,
            held: it.held,
            open: it.open,
            left: it.left,
            required_blank: it.required_blank,
        }
    }
}

impl From<desk::FieldView> for FieldView {
    fn from(it: desk::FieldView) -> Self {
        Self {
            id: it.id,
            label: it.label,
            section: it.section,
            kind: it.kind.into(),
            required: it.required,
            options: it.options,
            single: it.single,
            max_chars: it.max_chars.map(count),
            max_words: it.max_words.map(count),
            width: it.width.map(count),
            language: language(it.language).into(),
            hint: it.hint,
            unit: it.unit,
            columns: each(it.columns),
            rows: count(it.rows),
            depends_on: it
                .depends_on
                .map(|(field, option)| DependsOn { field, option: count(option) }),
            current: it.current,
            status: it.status.into(),
            sure: it.sure.into(),
            shown: it.shown,
            answer: it.answer.map(Into::into),
            source: it.source.map(Into::into),
            reason: it.reason,
            because: it.because.map(Into::into),
            notes: each(it.notes),
            keys: it.keys,
            sensitive: it.sensitive,
            is_released: it.is_released,
            remembered: it.remembered.map(Into::into),
            profile_slot: it.profile_slot,
        }
    }
}

fn language(it: FormLanguage) -> &'static str {
    match it {
        FormLanguage::En => "en",
        FormLanguage::Zh => "zh",
    }
}

impl From<desk::ColumnView> for ColumnView {
    fn from(it: desk::ColumnView) -> Self {
        Self { label: it.label, is_printed: it.is_printed, options: it.options }
    }
}

impl From<desk::AnswerView> for AnswerView {
    fn from(it: desk::AnswerView) -> Self {
        match it {
            desk::AnswerView::Text(text) => Self::Text { text },
            desk::AnswerView::Options(options) => {
                Self::Options { options: options.into_iter().map(count).collect() }
            }
            desk::AnswerView::Rows(rows) => Self::Rows { rows },
            desk::AnswerView::Photo => Self::Photo,
        }
    }
}

impl From<GivenAnswer> for desk::GivenAnswer {
    fn from(it: GivenAnswer) -> Self {
        match it {
            GivenAnswer::Text { text } => Self::Text(text),
            GivenAnswer::Options { options } => {
                Self::Options(options.into_iter().map(place).collect())
            }
            GivenAnswer::Rows { rows } => Self::Rows(rows),
            GivenAnswer::Blank => Self::Blank,
            GivenAnswer::Offered => Self::Offered,
            GivenAnswer::Remembered => Self::Remembered,
            GivenAnswer::Undecided => Self::Undecided,
        }
    }
}

impl From<desk::SourceView> for SourceView {
    fn from(it: desk::SourceView) -> Self {
        match it {
            desk::SourceView::Profile { pointers, derived } => Self::Profile { pointers, derived },
            desk::SourceView::Candidate => Self::Candidate,
            desk::SourceView::Remembered => Self::Remembered,
            desk::SourceView::LastTime => Self::LastTime,
        }
    }
}

impl From<desk::Remembered> for Remembered {
    fn from(it: desk::Remembered) -> Self {
        Self { shown: it.shown, when: it.when.to_string(), form: it.form }
    }
}

impl From<desk::Because> for Because {
    fn from(it: desk::Because) -> Self {
        Self {
            code: it.code.into(),
            keys: it.keys,
            subject: it.subject,
            numbers: it.numbers.into_iter().map(count).collect(),
        }
    }
}

impl From<desk::MemoryView> for MemoryView {
    fn from(it: desk::MemoryView) -> Self {
        Self { answers: each(it.answers), forms: count(it.forms) }
    }
}

impl From<desk::MemoryLine> for MemoryLine {
    fn from(it: desk::MemoryLine) -> Self {
        Self { id: it.id, question: it.question, section: it.section, answer: it.answer.into() }
    }
}

impl From<desk::NoteView> for NoteView {
    fn from(it: desk::NoteView) -> Self {
        Self {
            code: it.code.into(),
            keys: it.keys,
            subject: it.subject,
            numbers: it.numbers.into_iter().map(count).collect(),
        }
    }
}

impl From<desk::ReportView> for ReportView {
    fn from(it: desk::ReportView) -> Self {
        Self { approved: minute(it.approved), written: each(it.written), blank: each(it.blank) }
    }
}

impl From<desk::ReportLine> for ReportLine {
    fn from(it: desk::ReportLine) -> Self {
        Self {
            field: it.field,
            label: it.label,
            shown: it.shown,
            because: it.because.map(Into::into),
            required: it.required,
        }
    }
}

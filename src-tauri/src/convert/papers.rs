//! The papers around a form.

use engine::{Language, desk};

use super::{count, each};
use crate::wire::{
    papers::{
        CopyView, GapView, LetterEdit, LetterView, OfferView, OffersView, PapersEdit, PapersView,
        PrintView,
    },
    profile::FactLanguage,
};

impl From<Language> for FactLanguage {
    fn from(it: Language) -> Self {
        match it {
            Language::En => Self::En,
            Language::Zh => Self::Zh,
        }
    }
}

impl From<desk::PapersView> for PapersView {
    fn from(it: desk::PapersView) -> Self {
        Self {
            language: it.language.into(),
            asks_letter: it.asks_letter,
            letters: each(it.letters),
            copy: it.copy.map(Into::into),
            sheets: it.sheets,
        }
    }
}

impl From<desk::LetterView> for LetterView {
    fn from(it: desk::LetterView) -> Self {
        Self {
            language: it.language.into(),
            text: it.text,
            is_edited: it.is_edited,
            gaps: each(it.gaps),
            is_enclosed: it.is_enclosed,
        }
    }
}

impl From<desk::GapView> for GapView {
    fn from(it: desk::GapView) -> Self {
        Self { key: it.key, pointer: it.pointer }
    }
}

impl From<desk::CopyView> for CopyView {
    fn from(it: desk::CopyView) -> Self {
        Self { is_wanted: it.is_wanted, can_be_made: it.can_be_made, is_one_file: it.is_one_file }
    }
}

impl From<LetterEdit> for desk::LetterEdit {
    fn from(it: LetterEdit) -> Self {
        Self { text: it.text, is_enclosed: it.is_enclosed }
    }
}

impl From<PapersEdit> for desk::PapersEdit {
    fn from(it: PapersEdit) -> Self {
        let language = it.language.map(Into::into);
        Self { language, copies: it.copies, sheets: it.sheets }
    }
}

impl From<desk::PrintView> for PrintView {
    fn from(it: desk::PrintView) -> Self {
        Self { lost: it.lost, is_approved: it.is_approved }
    }
}

impl From<desk::OffersView> for OffersView {
    fn from(it: desk::OffersView) -> Self {
        Self { id: it.id, file: it.file, offers: each(it.offers) }
    }
}

impl From<desk::OfferView> for OfferView {
    fn from(it: desk::OfferView) -> Self {
        Self {
            kind: it.kind,
            shown: it.shown,
            line: count(it.line),
            words: it.words,
            present: it.present,
            is_there: it.is_there,
        }
    }
}

//! Postings of the candidate's own.

use engine::{Format, desk};

use super::{each, same};
use crate::wire::posting::{PaperFormat, PostingDraft, PostingEdit, PostingFact, PostingMaterial};

same!(Format => PaperFormat { Pdf, Word, Text, Html });
same!(PaperFormat => Format { Pdf, Word, Text, Html });

impl From<desk::PostingDraft> for PostingDraft {
    fn from(it: desk::PostingDraft) -> Self {
        Self {
            facts: each(it.facts),
            materials: each(it.materials),
            asks_materials: it.asks_materials,
            one_of: it.one_of,
            qualifications: it.qualifications,
            dropped: it.dropped,
        }
    }
}

impl From<desk::PostingFact> for PostingFact {
    fn from(it: desk::PostingFact) -> Self {
        Self { name: it.name, text: it.text, quote: it.quote, is_asked: it.is_asked }
    }
}

impl From<PostingFact> for desk::PostingFact {
    fn from(it: PostingFact) -> Self {
        Self { name: it.name, text: it.text, quote: it.quote, is_asked: it.is_asked }
    }
}

impl From<desk::PostingMaterial> for PostingMaterial {
    fn from(it: desk::PostingMaterial) -> Self {
        let formats = each(it.formats);
        Self { item: it.item, required: it.required, formats, quote: it.quote }
    }
}

impl From<PostingMaterial> for desk::PostingMaterial {
    fn from(it: PostingMaterial) -> Self {
        let formats = each(it.formats);
        Self { item: it.item, required: it.required, formats, quote: it.quote }
    }
}

impl From<PostingEdit> for desk::PostingEdit {
    fn from(it: PostingEdit) -> Self {
        Self {
            facts: each(it.facts),
            materials: each(it.materials),
            one_of: it.one_of,
            qualifications: it.qualifications,
        }
    }
}

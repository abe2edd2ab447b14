//! Questions that join several: 地址及邮编, `Name and phone of the advisor`.

use super::{
    Confidence, Found,
    find::{Said, postcode_of, simple},
    scope::Scope,
};
use crate::dictionary::{Whose, Words};

/// More words than this are a sentence, whose parts are no questions.
const SENTENCE: usize = 16;

/// A question that joins several: 地址及邮编, `Name and phone of the advisor`.
pub(super) fn joined(words: &Words, core: &str, scope: &Scope) -> Said {
    let parts = words.grammar.joined(core);
    if parts.len() < 2 || parts.len() > 5 {
        return simple_words(words, core, scope);
    }
    if words.grammar.normal(core).len() > SENTENCE {
        return Said::Unknown;
    }
    // `name and address of employer`: the last words belong to each part.
    let tail = parts.last().and_then(|last| {
        let at = last.to_lowercase().find(" of ")?;
        Some(last[at..].to_owned())
    });
    let mut all: Vec<Found> = Vec::new();
    let (mut unknown, mut first_is_unknown) = (0, false);
    let mut inner = scope.clone();
    let count = parts.len();
    for (at, part) in parts.into_iter().enumerate() {
        let with_tail =
            tail.as_ref().filter(|_| at + 1 < count).map(|tail| format!("{part}{tail}"));
        let said = with_tail
            .map(|part| simple_words(words, &part, &inner))
            .filter(|said| matches!(said, Said::Facts(_)))
            .unwrap_or_else(|| simple_words(words, &part, &inner));
        match said {
            Said::Facts(found) => {
                if at == 0 && found.named && matches!(found.whose, Whose::Subject(_)) {
                    inner = Scope { whose: found.whose, ..inner };
                }
                all.push(found);
            }
            Said::Nothing | Said::Unknown => {
                unknown += 1;
                first_is_unknown |= at == 0;
            }
        }
    }
    together(all, unknown, core).map(|mut found| {
        // Whoever the first part is about, the others may be about too.
        if first_is_unknown {
            found.confidence = Confidence::Unsure;
        }
        found
    })
}

fn together(all: Vec<Found>, mut unknown: usize, core: &str) -> Said {
    let mut all = all.into_iter();
    let Some(mut whole) = all.next() else { return Said::Unknown };
    for found in all {
        let either = core.contains('/') && one_or_the_other(&whole, &found);
        whole.confidence = whole.confidence.min(found.confidence);
        whole.among_its_kind |= found.among_its_kind;
        for mut part in found.parts {
            let before =
                whole.parts.last().and_then(|part| part.first()).map(|ask| ask.key.clone());
            if let (Some(before), [ask]) = (before, part.as_mut_slice())
                && ask.key.as_str() == "contact.postcode"
            {
                let Some(postcode) = postcode_of(&before) else {
                    unknown += 1;
                    continue;
                };
                ask.key = postcode;
            }
            if whole.parts.iter().any(|known| known.first() == part.first()) {
                continue;
            }
            match whole.parts.last_mut() {
                Some(last) if either => last.extend(part),
                _ => whole.parts.push(part),
            }
        }
    }
    if unknown > 0 {
        if whole.parts.len() < unknown {
            return Said::Unknown;
        }
        whole.confidence = whole.confidence.min(Confidence::Likely);
    }
    Said::Facts(whole)
}

/// Father / husband: the same asked of two people, of whom one will do.
fn one_or_the_other(a: &Found, b: &Found) -> bool {
    let last = |found: &Found| {
        let key = &found.parts.last()?.first()?.key;
        Some((key.as_str().rsplit('.').next()?.to_owned(), found.whose))
    };
    match (last(a), last(b)) {
        (Some((a, of_a)), Some((b, of_b))) => a == b && of_a != of_b,
        _ => false,
    }
}

fn simple_words(words: &Words, text: &str, scope: &Scope) -> Said {
    let normal = words.grammar.normal(text);
    if normal.is_empty() { Said::Unknown } else { simple(words, &normal, scope) }
}

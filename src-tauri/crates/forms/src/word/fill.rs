//! Writes what was approved into a document: one pen for each story.

use std::collections::BTreeMap;

use ooxml::{Changes, Package, splice};

use super::write::{Media, Pen, custom_xml_edits};
use crate::{Approved, Error, FieldId, Outcome, fill::Edits, form::Document};

/// Plans the changes that `approved` asks for, and says what became of each answer
/// and what is changed in the stories.
pub(crate) fn fill(
    package: &Package,
    document: &Document,
    approved: &Approved,
    changes: &mut Changes,
) -> Result<(BTreeMap<FieldId, Outcome>, Edits), Error> {
    let mut outcomes = BTreeMap::new();
    let mut pens: Vec<Pen<'_>> = document.stories.iter().map(Pen::new).collect();
    for (id, answer) in approved.answers() {
        let Some((story, found)) = document.found.iter().find(|(_, it)| it.field.id == *id) else {
            continue;
        };
        let outcome = match pens[*story].write(&found.blank, answer) {
            Ok(()) => Outcome::Written,
            Err(refused) => Outcome::Refused(refused.to_string()),
        };
        outcomes.insert(id.clone(), outcome);
    }
    let mut media = Media::new(package, changes);
    let written: Vec<_> =
        pens.into_iter().map(|it| it.finish(&mut media)).collect::<Result<_, _>>()?;
    let mut bindings = Vec::new();
    let mut made = Edits::new();
    for (story, written) in document.stories.iter().zip(written) {
        let edits = written.edits;
        bindings.extend(written.bindings);
        if !edits.is_empty() {
            changes.replace(&story.part, splice(story.tree.source(), &edits)?);
            made.push((story.part.clone(), edits));
        }
    }
    custom_xml_edits(package, &bindings, changes)?;
    Ok((outcomes, made))
}

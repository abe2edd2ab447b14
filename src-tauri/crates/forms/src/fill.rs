//! Writes what was approved into the form, and nothing else.

use std::collections::BTreeMap;

use ooxml::{Changes, Edit, PartName, splice};

use crate::{
    Approved, Error, Form, Outcome, Report,
    word::write::{Media, Pen, custom_xml_edits},
};

/// A filled form: the file's bytes, and what became of each field.
#[derive(Debug)]
pub struct Filled {
    /// The file, every part that was not written in byte for byte as it was.
    pub bytes: Vec<u8>,
    /// What was written, and why the rest stayed blank.
    pub report: Report,
    /// What was changed in the parts with words: to see that it is nothing else.
    pub edits: Vec<(PartName, Vec<Edit>)>,
}

/// Fills `form` with what the candidate approved.
///
/// Nobody but [`Plan::approve`](crate::Plan::approve) makes an [`Approved`]:
///
/// ```compile_fail,E0423
/// fn without_asking(form: &forms::Form, plan: forms::Plan) {
///     let approved = forms::Approved(plan);
///     forms::fill(form, &approved);
/// }
/// ```
///
/// ```
/// fn when_asked(form: &forms::Form, plan: forms::Plan) {
///     let approved = plan.approve();
///     forms::fill(form, &approved);
/// }
/// ```
///
/// # Errors
/// Only what would lose something: edits that overlap, or a package that
/// cannot be saved. A blank that cannot take its answer is in the report.
pub fn fill(form: &Form, approved: &Approved) -> Result<Filled, Error> {
    let mut outcomes = BTreeMap::new();
    let mut pens: Vec<Pen<'_>> = form.stories.iter().map(Pen::new).collect();
    for (id, answer) in approved.answers() {
        let Some((story, found)) = form.found.iter().find(|(_, it)| it.field.id == *id) else {
            continue;
        };
        let outcome = match pens[*story].write(&found.blank, answer) {
            Ok(()) => Outcome::Written,
            Err(refused) => Outcome::Refused(refused.to_string()),
        };
        outcomes.insert(id.clone(), outcome);
    }
    let mut changes = Changes::new();
    let mut media = Media::new(&form.package, &mut changes);
    let written: Vec<_> =
        pens.into_iter().map(|it| it.finish(&mut media)).collect::<Result<_, _>>()?;
    let mut bindings = Vec::new();
    let mut made = Vec::new();
    for (story, written) in form.stories.iter().zip(written) {
        let edits = written.edits;
        bindings.extend(written.bindings);
        if !edits.is_empty() {
            changes.replace(&story.part, splice(story.tree.source(), &edits)?);
            made.push((story.part.clone(), edits));
        }
    }
    custom_xml_edits(&form.package, &bindings, &mut changes)?;
    let bytes = form.package.save(&changes)?;
    Ok(Filled { bytes, report: Report::new(approved, &outcomes), edits: made })
}

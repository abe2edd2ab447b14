//! Writes what was approved into the form, and nothing else.

use ooxml::{Changes, Edit, PartName};

use crate::{Approved, Error, Form, Report, form::Content, sheet, word};

/// Changes to parts.
pub(crate) type Edits = Vec<(PartName, Vec<Edit>)>;

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
    let mut changes = Changes::new();
    let (outcomes, edits) = match &form.content {
        Content::Word(it) => word::fill(&form.package, it, approved, &mut changes)?,
        Content::Sheet(it) => sheet::fill(&form.package, it, approved, &mut changes)?,
    };
    let bytes = form.package.save(&changes)?;
    Ok(Filled { bytes, report: Report::new(approved, &outcomes), edits })
}

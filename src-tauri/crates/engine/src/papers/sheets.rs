//! What lies in the folder to be read through: the summary and, for a form, its answers.

use bundle::{Attachment, FileName, Media, Role};

use super::{Drawn, Summary, answers, summary};
use crate::{Error, worker::Worker};

/// Draws them. `made` is all that is in the folder; the form among it gives its answers a name.
pub(crate) fn sheets<'a>(
    about: &Summary<'_>,
    made: impl IntoIterator<Item = &'a Attachment>,
    worker: &Worker,
) -> Result<Vec<Attachment>, Error> {
    let mut writings = vec![("Summary.pdf", summary(about))];
    if let Some(report) = about.report {
        let form = made.into_iter().find(|it| it.role == Role::Form);
        let form = form.map(|it| it.name.to_string()).unwrap_or_default();
        writings.push(("Answers.pdf", answers(report, &form, about.slots)));
    }
    let drawn = writings.into_iter().map(|(name, writing)| {
        let bytes = worker.draw(&writing, Drawn::Pdf)?;
        let (name, media) = (FileName::new(name), Media::Pdf);
        Ok(Attachment { name, role: Role::Note, media, original: None, bytes })
    });
    drawn.collect()
}

//! A piece of evidence, put into the cover letter by one click.

use jiff::civil::DateTime;
use postings::{Evidence, Language, Reason};

use super::{
    Desk, Done, EvidenceView, PackageView, ReasonView,
    applications::OwnSlots,
    letters,
    state::{Application, OwnLetter},
};
use crate::{Error, papers::speaks};

impl Desk {
    /// Puts what speaks for a qualification into the letters, each in its own language; one
    /// is begun where there is none. `qualification` and `reason` count from 0, as shown.
    #[tracing::instrument(skip_all)]
    pub fn add_evidence(
        &mut self,
        application: &str,
        (qualification, reason): (usize, usize),
        now: DateTime,
    ) -> Result<PackageView, Error> {
        let ready = self.look_over(application, now)?;
        let evidence = ready.preflight.evidence.get(qualification);
        let reason = evidence.and_then(|it| it.reasons.get(reason));
        let source = &reason.ok_or(Error::Gone { what: "evidence", name: None })?.source;
        let slots = &ready.slots;
        let mut texts = Vec::new();
        for language in languages(&ready.application, slots) {
            let Some(sentence) = said(slots, source, language) else { continue };
            let known = ready.application.letters.iter().find(|it| it.language == language);
            let begun = OwnLetter { language, text: None, is_enclosed: true };
            let text = letters::text(slots, known.unwrap_or(&begun))?;
            texts.push((language, speaks::put_in(&text, &sentence)));
        }
        if texts.is_empty() {
            let reason = "there are no words for it in the letter's language".to_owned();
            return Err(Error::Invalid { subject: None, reason });
        }
        self.change_application(application, (Done::EditLetter, ""), now, |it| {
            for (language, text) in texts {
                letters::put(&mut it.letters, language, Some(text));
            }
            Ok(())
        })?;
        self.package(application, now)
    }
}

/// Those of the letters there are, else the posting's.
fn languages(application: &Application, slots: &OwnSlots) -> Vec<Language> {
    let own: Vec<_> = application.letters.iter().map(|it| it.language).collect();
    if own.is_empty() { vec![slots.language] } else { own }
}

fn said(slots: &OwnSlots, source: &str, language: Language) -> Option<String> {
    speaks::sentence(&slots.profile, source, language, slots.today)
}

/// A piece of evidence, and which of its reasons have words for a letter.
pub(super) fn view(it: &Evidence, application: &Application, slots: &OwnSlots) -> EvidenceView {
    let languages = languages(application, slots);
    let can_say = |source: &str| languages.iter().any(|it| said(slots, source, *it).is_some());
    let reason = |it: &Reason| ReasonView {
        en: it.en.clone(),
        zh: it.zh.clone(),
        can_say: can_say(&it.source),
    };
    EvidenceView {
        qualification: it.text.clone(),
        verdict: super::package::verdict(it.verdict).to_owned(),
        reasons: it.reasons.iter().map(reason).collect(),
    }
}

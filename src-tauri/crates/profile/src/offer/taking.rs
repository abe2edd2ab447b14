//! What the profile says in the place of an offer, and taking the offer over.
//!
//! **Invariant:** only what the candidate took is written. One value takes the place of
//! another, which is why both are shown before; an entry of a list that is there already is
//! completed where it is blank, and never overwritten.

use super::{Offer, Offered};
use crate::{
    Profile, Text,
    schema::{Entry, Name, Phone, Spelling},
};

impl Offer {
    /// What the profile says in its place. `None`: nothing yet.
    pub fn present(&self, profile: &Profile) -> Option<Offered> {
        let basics = &profile.basics;
        match &self.offered {
            Offered::Name(offered) => {
                // Only in the languages that the offer has a name in.
                let said = said(&basics.name);
                let en = said.en.filter(|_| offered.en.is_some());
                let zh = said.zh.filter(|_| offered.zh.is_some());
                let name = Name { en, zh, ..Name::default() };
                (name != Name::default()).then_some(Offered::Name(name))
            }
            Offered::Email(_) => basics.email.clone().map(Offered::Email),
            Offered::Phone(_) => basics.phone.clone().map(|it| Offered::Phone(it.0)),
            Offered::Url(_) => basics.url.clone().map(Offered::Url),
            Offered::Orcid(_) => basics.orcid.clone().map(Offered::Orcid),
            Offered::Link(it) => same(&basics.profiles, it).map(Offered::Link),
            Offered::Education(it) => {
                same(&profile.education, it).map(|it| Offered::Education(Box::new(it)))
            }
            Offered::Work(it) => same(&profile.work, it).map(|it| Offered::Work(Box::new(it))),
            Offered::Publication(it) => {
                same(&profile.publications, it).map(|it| Offered::Publication(Box::new(it)))
            }
            Offered::Skill(it) => same(&profile.skills, it).map(Offered::Skill),
            // It adds, and takes nothing's place.
            Offered::Other(_) => None,
        }
    }

    /// Writes it into the profile.
    pub fn take_into(&self, profile: &mut Profile) {
        let basics = &mut profile.basics;
        match self.offered.clone() {
            Offered::Name(name) => take_name(&mut basics.name, name),
            Offered::Email(address) => basics.email = Some(address),
            Offered::Phone(number) => basics.phone = Some(Phone(number)),
            Offered::Url(url) => basics.url = Some(url),
            Offered::Orcid(orcid) => basics.orcid = Some(orcid),
            _ => profile.merge(self.to_profile()),
        }
    }
}

/// The entry that tells of the same.
fn same<E: Entry + Clone>(entries: &[E], offered: &E) -> Option<E> {
    entries.iter().find(|it| it.is_same(offered)).cloned()
}

/// The whole name as the candidate said it, not as it may be worked out.
fn said(name: &Name) -> Text {
    let words = |it: Option<Spelling>| it.filter(|it| !it.derived).map(|it| it.words);
    Text { en: words(name.whole_en()), zh: words(name.whole_zh()) }
}

/// Writes a whole name; the parts of another one that stood there are its no more.
fn take_name(name: &mut Name, offered: Name) {
    let was = said(name);
    let parts = |name: &mut Name, clear: fn(&mut Text)| {
        [&mut name.family, &mut name.given, &mut name.middle].into_iter().for_each(clear);
    };
    if offered.en.is_some() && offered.en != was.en {
        if was.en.is_some() {
            parts(name, |it| it.en = None);
        }
        name.en = offered.en;
    }
    if offered.zh.is_some() && offered.zh != was.zh {
        if was.zh.is_some() {
            parts(name, |it| it.zh = None);
            // It spelled the other name.
            name.pinyin = None;
        }
        name.zh = offered.zh;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::from_cv;

    const CV: &str = "Zimo Lin 林子墨\nEmail: zimo@example.org\n\nEducation\n\
        Invented University\nM.Sc. in Statistics, 2021 – 2024\n";

    fn taken(profile: &mut Profile) {
        for offer in from_cv(CV) {
            offer.take_into(profile);
        }
    }

    #[test]
    fn nothing_is_there_before_and_all_of_it_after() {
        let mut profile = Profile::default();
        let offers = from_cv(CV);
        assert!(offers.iter().all(|it| it.present(&profile).is_none()));
        taken(&mut profile);
        assert_eq!(profile.basics.email.as_deref(), Some("zimo@example.org"));
        assert_eq!(profile.basics.name.zh.as_deref(), Some("林子墨"));
        for offer in &offers {
            assert_eq!(offer.present(&profile).as_ref(), Some(&offer.offered));
        }
        let once = profile.clone();
        taken(&mut profile);
        assert!(once == profile, "what is there is not there twice");
    }

    #[test]
    fn what_is_taken_takes_the_place_of_what_was_there() {
        let json = r#"{"basics": {"email": "old@example.org",
            "name": {"family": {"en": "Wang", "zh": "王"}, "given": {"en": "Er", "zh": "二"}}}}"#;
        let mut profile = Profile::parse(json).unwrap();
        let offers = from_cv(CV);
        let was = offers[0].present(&profile);
        let Some(Offered::Name(was)) = was else { panic!("{was:?}") };
        assert_eq!((was.en.as_deref(), was.zh.as_deref()), (Some("Er Wang"), Some("王二")));
        taken(&mut profile);
        let name = &profile.basics.name;
        assert_eq!((name.en.as_deref(), &name.family), (Some("Zimo Lin"), &Text::default()));
        assert_eq!(profile.basics.email.as_deref(), Some("zimo@example.org"));
    }
}

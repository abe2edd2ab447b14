//! What a CV offers, from the file to the profile.

use engine::{
    Document, Refusal,
    desk::{Begin, Desk, DocumentRole, Done, OfferView, OffersView, ProfileEdit},
};

use crate::support::{now, own, sample, sample_file};

const CV: &str = "Wanqiu Tester\nEmail: wanqiu@example.org\n\nEducation\nInvented University\n\
    M.Sc. in Statistics, 2021 – 2024\n";

fn cv() -> Document {
    Document::named("cv.txt", CV.into())
}

/// Reads a CV and shows what it offers.
fn offers(desk: &mut Desk, cv: &Document) -> OffersView {
    let read = desk.reader().offers(cv).unwrap();
    desk.offer(cv, read)
}

#[track_caller]
fn of<'a>(offers: &'a [OfferView], kind: &str) -> (usize, &'a OfferView) {
    offers.iter().enumerate().find(|(_, it)| it.kind == kind).unwrap()
}

#[test]
fn what_a_cv_offers_is_taken_by_the_candidate_and_by_nobody_else() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let old = ProfileEdit::Set { pointer: "/basics/email".into(), value: "old@example.org".into() };
    let before = desk.edit_profile(&[old], now()).unwrap().facts;
    let view = offers(&mut desk, &cv());
    assert_eq!(view.file, "cv.txt");
    assert_eq!(desk.profile(now()).unwrap().facts, before, "looked at, and no more");
    let (email, offer) = of(&view.offers, "email");
    assert_eq!((offer.line, offer.words.as_str()), (2, "Email: wanqiu@example.org"));
    assert_eq!(offer.present.as_deref(), Some("old@example.org"));
    let (school, offer) = of(&view.offers, "education");
    assert!(offer.present.is_none() && !offer.is_there);

    assert_eq!(desk.take_offers(&view.id, &[email, school], now()).unwrap(), 2);
    let facts = desk.profile(now()).unwrap().facts;
    assert_eq!(facts["basics"]["email"], "wanqiu@example.org");
    assert_eq!(facts["education"].as_array().unwrap().len(), 1);
    assert!(facts["basics"].get("name").is_none(), "it was not ticked");
    assert_eq!(desk.home(now()).undo, Some(Done::ImportProfile));

    let again = offers(&mut desk, &cv());
    assert!(of(&again.offers, "email").1.is_there && of(&again.offers, "education").1.is_there);
    assert_eq!(desk.take_offers(&again.id, &[email, school], now()).unwrap(), 0);
    desk.undo().unwrap();
    assert_eq!(desk.profile(now()).unwrap().facts, before);
    for (id, places) in [(view.id.as_str(), &[0][..]), (again.id.as_str(), &[99])] {
        let error = desk.take_offers(id, places, now()).unwrap_err();
        assert_eq!(error.refusal(), Refusal::NotFound);
    }
}

#[test]
fn a_cv_that_goes_along_says_how_much_it_offers() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let posting = Begin { posting: Some("msra-trustworthy-systems".into()), ..Begin::default() };
    let id = desk.begin_application(&posting, now()).unwrap();
    let added = [cv(), Document::named("empty.txt", "Nothing to see.".into())];
    let view = desk.add_documents(&id, DocumentRole::Cv, &added, now()).unwrap();
    let (first, second) = (&view.documents[0], &view.documents[1]);
    let kept = desk.document(&id, &first.id).unwrap();
    let offers = offers(&mut desk, &kept);
    assert_eq!((first.offers, second.offers), (offers.offers.len(), 0));
    assert!(first.offers >= 3);
    let view = desk.set_document_role(&id, &first.id, DocumentRole::Letter, now()).unwrap();
    assert_eq!(view.documents[0].offers, 0, "a letter offers nothing");
}

#[test]
fn the_sample_candidates_cv_is_what_their_profile_says() {
    let (mut desk, _) = sample();
    let view = offers(&mut desk, &sample_file("cv-en.pdf"));
    let (_, name) = of(&view.offers, "name");
    assert_eq!(name.present.as_deref(), Some(name.shown.as_str()));
}

#[test]
fn a_file_of_another_format_offers_and_a_profile_of_ours_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let bib = "@article{a,\n  title = {Invented Proofs},\n  author = {Tester, Wanqiu},\n  year = 2024\n}\n";
    let file = Document::named("papers.bib", bib.into());
    let before = desk.profile(now()).unwrap().facts;
    let view = desk.file_offers(&file).unwrap().unwrap();
    assert_eq!(desk.profile(now()).unwrap().facts, before, "looked at, and no more");
    let (place, offer) = of(&view.offers, "publication");
    assert_eq!((offer.line, offer.words.as_str()), (2, "title = {Invented Proofs},"));
    assert_eq!(desk.take_offers(&view.id, &[place], now()).unwrap(), 1);
    assert!(desk.file_offers(&file).unwrap().unwrap().offers[place].is_there);
    assert!(desk.file_offers(&sample_file("profile.json")).unwrap().is_none());
}

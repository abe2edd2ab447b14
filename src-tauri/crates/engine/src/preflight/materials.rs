//! What a posting asks for, and how much of it is there.

use postings::{Item, Material, Posting};

use crate::{
    desk::DocumentRole,
    preflight::{Concern, Finding, Fix, Paper},
};

/// How many files a thing that a posting asks for comes in.
pub(crate) fn count(material: &Material) -> usize {
    material.count.and_then(|it| usize::try_from(it).ok()).unwrap_or(1).max(1)
}

/// What is required and not there, or not in this number: each kind of thing once.
pub(crate) fn check_materials(posting: &Posting, cvs: usize, others: &[Paper]) -> Vec<Finding> {
    let mut items: Vec<Item> = Vec::new();
    for material in posting.materials.iter().filter(|it| it.required && it.item != Item::Form) {
        if !items.contains(&material.item) {
            items.push(material.item);
        }
    }
    items.into_iter().filter_map(|item| check_item(posting, item, cvs, others)).collect()
}

fn check_item(posting: &Posting, item: Item, cvs: usize, others: &[Paper]) -> Option<Finding> {
    let asked = posting.materials.iter().filter(|it| it.required && it.item == item);
    let (there, wanted) = if item == Item::Cv {
        // One that is wanted in two languages is asked for twice, and may be one file.
        (cvs, asked.map(count).max().unwrap_or_default())
    } else {
        let role = role_for(item);
        (others.iter().filter(|it| it.role == role).count(), asked.map(count).sum())
    };
    if there >= wanted || item == Item::Cv && there == 0 {
        return None;
    }
    let name = match item {
        Item::Form | Item::Other => "something else; read it again",
        Item::Cv => "CVs",
        Item::Letter => "a cover letter",
        Item::Transcript => "a transcript",
        Item::Statement => "a statement",
        Item::References => "letters of reference",
        Item::Publications => "publications",
        Item::Certificates => "certificates",
        Item::Photo => "a photo",
    };
    let (what, about) = if wanted == 1 {
        (format!("the posting also asks for {name}"), vec![item.name().to_owned()])
    } else {
        let what = format!("the posting asks for {name}: {wanted} files, and {there} are there");
        let numbers = [there.to_string(), wanted.to_string(), "some".to_owned()];
        (what, [item.name().to_owned()].into_iter().chain(numbers).collect())
    };
    let hint = match item {
        Item::Letter => "have it written with `--letter`, or attach it to the draft by hand",
        Item::Cv => "add it with `--cv FILE`",
        _ => "add it with `--attach KIND=FILE`, or attach it to the draft by hand",
    };
    let fix = match item {
        Item::Letter => Fix::Letter,
        item => Fix::AddDocument { role: role_for(item) },
    };
    Some(Concern::MaterialMissing.found(what, hint).about(about).fix(fix))
}

/// What a document is called that answers to what a posting asks for.
pub(crate) fn role_for(item: Item) -> DocumentRole {
    match item {
        Item::Cv => DocumentRole::Cv,
        Item::Letter => DocumentRole::Letter,
        Item::Transcript => DocumentRole::Transcript,
        Item::Statement => DocumentRole::Statement,
        Item::References => DocumentRole::References,
        Item::Publications => DocumentRole::Publications,
        Item::Certificates => DocumentRole::Certificates,
        Item::Photo => DocumentRole::Photo,
        Item::Form | Item::Other => DocumentRole::Other,
    }
}

//! `postings`: the library.

use std::io;

use engine::{Channel, Folder};
use serde::Serialize;

use super::Context;
use crate::{args::Json, failure::Failure, json, print::table};

/// `postings --json`.
#[derive(Serialize)]
struct Listed<'a> {
    id: &'a str,
    #[serde(flatten)]
    posting: &'a engine::Posting,
}

pub(crate) fn list(context: &Context, args: &Json) -> Result<(), Failure> {
    let library = context.engine.postings()?;
    if args.json {
        let listed: Vec<_> =
            library.iter().map(|it| Listed { id: &it.id, posting: &it.posting }).collect();
        json::print(&listed)?;
        return Ok(());
    }
    let rows: Vec<_> = library.iter().map(row).collect();
    table(&mut io::stdout().lock(), &["id", "title", "who", "apply by"], &rows)?;
    Ok(())
}

fn row(folder: &Folder) -> Vec<String> {
    let posting = &folder.posting;
    let ways: Vec<_> = posting
        .how_to_apply
        .channels
        .iter()
        .map(|channel| match channel {
            Channel::Email => "e-mail",
            Channel::Portal => "portal",
            Channel::HomeInstitution => "your institution",
            Channel::Post => "post",
        })
        .collect();
    let who = posting.organisation.clone().unwrap_or_default();
    vec![folder.id.clone(), posting.title.clone(), who, ways.join(", ")]
}

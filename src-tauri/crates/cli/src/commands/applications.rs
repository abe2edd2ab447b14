//! `applications`: what lies in the vault, how far each is, and what it lacks.

use std::io::{self, Write as _};

use engine::desk::{Access, Card, Stand};
use serde::Serialize;

use super::{Context, vault};
use crate::{
    args::{Applications, State},
    failure::Failure,
    json,
    print::table,
};

/// One of `applications --json`.
#[derive(Serialize)]
struct Listed {
    id: String,
    title: String,
    organisation: Option<String>,
    posting: Option<String>,
    state: &'static str,
    deadline: Option<String>,
    days_left: Option<i32>,
    missing: Vec<String>,
    form: Option<String>,
    documents: usize,
    changed: String,
    sent: Option<String>,
}

pub(crate) fn list(context: &Context, args: &Applications) -> Result<(), Failure> {
    let mut desk = vault::borrowed(context, &args.at, Access::Read)?;
    let all = desk.applications(context.now)?;
    let is_none = all.is_empty();
    let cards: Vec<Card> = all.into_iter().filter(|it| is_wanted(args, it)).collect();
    if args.print.json {
        let listed: Vec<Listed> = cards.into_iter().map(listed).collect();
        json::print(&listed)?;
        return Ok(());
    }
    let mut out = io::stdout().lock();
    if cards.is_empty() {
        let none = if is_none { "There are no applications yet." } else { "None is like that." };
        writeln!(out, "{none}")?;
        return Ok(());
    }
    let rows: Vec<_> = cards.iter().map(row).collect();
    table(&mut out, &["title", "who", "state", "deadline", "missing"], &rows)?;
    Ok(())
}

/// Whether it is as far as is asked for, and has all the words.
fn is_wanted(args: &Applications, card: &Card) -> bool {
    let named = [Some(&card.title), card.organisation.as_ref(), card.posting.as_ref()];
    let named = named.map(|it| it.map_or(String::new(), |it| it.to_lowercase())).join("\n");
    (args.state.is_empty() || args.state.contains(&state(card.state)))
        && args.words.iter().all(|it| named.contains(&it.to_lowercase()))
}

fn row(card: &Card) -> Vec<String> {
    let due = match (card.deadline, card.days_left) {
        (Some(day), Some(0)) => format!("{day} (today)"),
        (Some(day), Some(left)) if left < 0 => format!("{day} (over)"),
        (Some(day), Some(left)) => format!("{day} ({left} d)"),
        (Some(day), None) => day.to_string(),
        (None, _) => String::new(),
    };
    let who = card.organisation.clone().unwrap_or_default();
    vec![card.title.clone(), who, word(card.state).to_owned(), due, card.missing.join(", ")]
}

fn listed(card: Card) -> Listed {
    Listed {
        id: card.id,
        title: card.title,
        organisation: card.organisation,
        posting: card.posting,
        state: word(card.state),
        deadline: card.deadline.map(|it| it.to_string()),
        days_left: card.days_left,
        missing: card.missing,
        form: card.form,
        documents: card.documents,
        changed: card.changed.to_string(),
        sent: card.sent.map(|it| it.to_string()),
    }
}

fn state(stand: Stand) -> State {
    match stand {
        Stand::Draft => State::Draft,
        Stand::Packed => State::Ready,
        Stand::Sent => State::Sent,
        Stand::Answered => State::Answered,
        Stand::Closed => State::Closed,
    }
}

fn word(stand: Stand) -> &'static str {
    match state(stand) {
        State::Draft => "draft",
        State::Ready => "ready",
        State::Sent => "sent",
        State::Answered => "answered",
        State::Closed => "closed",
    }
}

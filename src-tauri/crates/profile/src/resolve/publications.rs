//! Publications.

use super::{Column, Context, Found, at, column};
use crate::{
    List, Text, Value, ValueKind as Kind,
    schema::{Publication, fold},
};

/// The columns.
pub(crate) const COLUMNS: &[Column<Publication>] = &[
    column("title", Kind::Text, "title", |e, _| at!(title of e)),
    column("authors", Kind::Text, "authors as printed", |e, _| authors(e)),
    column("venue", Kind::Text, "conference or journal", |e, _| at!(venue of e)),
    column("date", Kind::Date, "date", |e, _| at!(date of e)),
    column("year", Kind::Number, "year", |e, _| year(e)),
    column(
        "status",
        Kind::Choice(List::PublicationStatus),
        "published, accepted or in review",
        |e, _| at!(status of e),
    ),
    column(
        "type",
        Kind::Choice(List::PublicationType),
        "conference paper, journal paper or other",
        |e, _| at!(kind of e),
    ),
    column("contribution", Kind::Text, "own contribution", |e, _| at!(contribution of e)),
    column("position", Kind::Number, "place among the authors, from 1", |e, cx| {
        at!(position of e).or_else(|| position(e, cx))
    }),
    column("rank", Kind::Text, "rank of the venue (CCF-A, SCI Q1)", |e, _| at!(rank of e)),
    column("doi", Kind::Text, "DOI", |e, _| at!(doi of e)),
    column("url", Kind::Text, "address on the web", |e, _| at!(url of e)),
    column("summary", Kind::Text, "what it is about", |e, _| at!(summary of e)),
];

/// The entries, in the candidate's order.
pub(crate) fn entries<'a>(cx: &Context<'a>) -> Vec<(String, &'a Publication)> {
    super::in_order("publications", &cx.profile.publications)
}

fn authors(publication: &Publication) -> Option<Found> {
    let authors: Vec<Text> = publication.authors.iter().map(Text::bare).collect();
    Found::of(&authors, "/authors")
}

fn year(publication: &Publication) -> Option<Found> {
    let date = publication.date?;
    Some(at!(date of publication)?.into(Value::Number(date.year.to_string())))
}

/// Finds the candidate among the authors by name.
fn position(publication: &Publication, cx: &Context<'_>) -> Option<Found> {
    let at = own_position(&publication.authors, &cx.profile.basics.name.writings())?;
    Some(Found::derived(Value::Number(at.to_string()), "/authors"))
}

/// The place of the candidate among authors, from 1. `None` if the name is not
/// there, or stands there twice (two people called Wei Zhang).
pub(crate) fn own_position(authors: &[String], writings: &[String]) -> Option<usize> {
    let own: Vec<String> = writings.iter().map(|writing| fold(writing)).collect();
    let mut places = (1..).zip(authors).filter(|(_, author)| own.contains(&fold(author)));
    let (first, _) = places.next()?;
    places.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Name;

    #[track_caller]
    fn check(authors: &[&str], expected: Option<usize>) {
        let authors: Vec<String> = authors.iter().map(ToString::to_string).collect();
        assert_eq!(own_position(&authors, &Name::from("李子涵").writings()), expected);
    }

    #[test]
    fn the_candidate_is_found_in_any_writing() {
        check(&["Ming Chen", "Zihan Li"], Some(2));
        check(&["Z. Li", "Ming Chen"], Some(1));
        check(&["Chen Ming", "LI Zihan*"], Some(2));
        check(&["陈明", "李子涵"], Some(2));
    }

    #[test]
    fn nobody_is_taken_for_the_candidate() {
        check(&["Ming Chen"], None);
        check(&["Zihan Li", "Z. Li"], None);
    }
}

//! What a sheet lets be written in which cell: lists, dates, lengths.
//!
//! Excel keeps the rules in two places: `dataValidations`, and a newer list in
//! `extLst` for rules that look at other sheets.

use ooxml::{NodeId, Ns, Tree};

use super::place::{Area, At};

/// What a rule asks of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// It is one of a list; the formula says which.
    List,
    /// It is a date.
    Date,
    /// It is a number.
    Number,
    /// It has so many characters at most.
    Length(usize),
    /// Something else.
    Other,
}

/// A rule and where it holds.
#[derive(Debug)]
pub(crate) struct Validation {
    /// What it asks.
    pub(crate) rule: Rule,
    /// Its first formula.
    pub(crate) formula: String,
    /// Where it holds.
    pub(crate) areas: Vec<Area>,
    /// What it says when the cell is chosen.
    pub(crate) prompt: String,
}

impl Validation {
    /// Whether it holds for a cell.
    pub(crate) fn is_for(&self, at: At) -> bool {
        self.areas.iter().any(|it| it.contains(at))
    }

    /// The cell that its formula is written for.
    pub(crate) fn home(&self) -> At {
        self.areas.first().map_or(At::new(0, 0), |it| it.first)
    }
}

/// The rules of a sheet.
pub(crate) fn read(tree: &Tree) -> Vec<Validation> {
    let is_rule = |it: &NodeId| {
        tree.local(*it) == "dataValidation" && matches!(tree.ns(*it), Ns::S | Ns::X14)
    };
    tree.descendants(tree.root()).filter(is_rule).map(|it| rule(tree, it)).collect()
}

fn rule(tree: &Tree, node: NodeId) -> Validation {
    let attr = |name| tree.attr(node, Ns::None, name).unwrap_or_default();
    let child = |name: &str| tree.children(node).find(|it| tree.local(*it) == name);
    let formula = |name| {
        let formula = child(name)?;
        Some(tree.text(tree.child(formula, Ns::Xm, "f").unwrap_or(formula)))
    };
    let first = formula("formula1").unwrap_or_default();
    let second = formula("formula2");
    let places = match child("sqref") {
        Some(places) => tree.text(places),
        None => attr("sqref").into_owned(),
    };
    let rule = match attr("type").as_ref() {
        "list" => Rule::List,
        "date" => Rule::Date,
        "whole" | "decimal" => Rule::Number,
        "textLength" => {
            longest(&attr("operator"), &first, second.as_deref()).map_or(Rule::Other, Rule::Length)
        }
        _ => Rule::Other,
    };
    let (title, words) = (attr("promptTitle"), attr("prompt"));
    Validation {
        rule,
        formula: first,
        areas: Area::parse_all(&places),
        prompt: super::text::decode(&format!("{title} {words}")).trim().to_owned(),
    }
}

/// The most characters that a rule about lengths lets through.
fn longest(operator: &str, first: &str, second: Option<&str>) -> Option<usize> {
    let number = |it: &str| it.trim().parse::<usize>().ok();
    match operator {
        "lessThan" => number(first)?.checked_sub(1),
        "lessThanOrEqual" | "equal" => number(first),
        "between" | "" => number(second?),
        _ => None,
    }
}

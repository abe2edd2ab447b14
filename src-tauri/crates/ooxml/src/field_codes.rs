//! Finds field codes and formulas that start programs or pull in files.
//!
//! Word keeps a field's code in pieces: over several runs, in fields within
//! fields, even as character numbers in a `QUOTE` field. So the code is put
//! together first, as Word would, and then read.

use crate::{HazardKind, Ns, Tree};

/// A field whose code is being gathered.
#[derive(Default)]
struct Field {
    code: String,
    outcome: String,
    /// Past `separate`: what follows is the field's outcome.
    is_outcome: bool,
}

/// Every suspicious code in a part, with its text.
pub(crate) fn find(tree: &Tree) -> Vec<(HazardKind, String)> {
    let mut found = Vec::new();
    let mut open: Vec<Field> = Vec::new();
    for node in tree.descendants(tree.root()) {
        match (tree.ns(node), tree.local(node)) {
            (Ns::W, "fldSimple") => {
                if let Some(code) = tree.attr(node, Ns::W, "instr") {
                    found.extend(judge(&code));
                }
            }
            (Ns::W, "fldChar") => match tree.attr(node, Ns::W, "fldCharType").as_deref() {
                Some("begin") => open.push(Field::default()),
                Some("separate") => open.last_mut().into_iter().for_each(|it| it.is_outcome = true),
                Some("end") => {
                    if let Some(field) = open.pop() {
                        close(field, open.last_mut(), &mut found);
                    }
                }
                _ => {}
            },
            (Ns::W, "instrText" | "delInstrText" | "t") => {
                if let Some(field) = open.last_mut() {
                    let text = if field.is_outcome { &mut field.outcome } else { &mut field.code };
                    *text += &tree.text(node);
                }
            }
            (Ns::S, "ddeLink") => {
                let attr = |name| tree.attr(node, Ns::None, name).unwrap_or_default();
                let text = format!("{}|{}", attr("ddeService"), attr("ddeTopic"));
                found.push((HazardKind::DynamicDataExchange, text));
            }
            (Ns::S, "f" | "definedName" | "formula1" | "formula2") => {
                let formula = tree.text(node);
                if is_dde_formula(&formula) {
                    found.push((HazardKind::DynamicDataExchange, formula));
                }
            }
            _ => {}
        }
    }
    // A field that is never closed still says what it says.
    while let Some(field) = open.pop() {
        close(field, open.last_mut(), &mut found);
    }
    found
}

/// Ends a field: judges its code, and hands what it stands for to the field around it.
fn close(field: Field, around: Option<&mut Field>, found: &mut Vec<(HazardKind, String)>) {
    found.extend(judge(&field.code));
    if let Some(around) = around {
        let text = quoted(&field.code).unwrap_or(field.outcome);
        let place = if around.is_outcome { &mut around.outcome } else { &mut around.code };
        *place += &text;
    }
}

/// What a code does, if it does more than print something.
fn judge(code: &str) -> Option<(HazardKind, String)> {
    let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
    let word = code.split([' ', '"', '\\']).find(|it| !it.is_empty())?.to_ascii_uppercase();
    let kind = match word.as_str() {
        "DDE" | "DDEAUTO" => HazardKind::DynamicDataExchange,
        "INCLUDETEXT" | "INCLUDE" | "IMPORT" | "LINK" | "RD" | "DATABASE" => {
            HazardKind::IncludedFile
        }
        "INCLUDEPICTURE" => HazardKind::ExternalImage,
        "EMBED" => HazardKind::OleObject,
        _ => return None,
    };
    Some((kind, code))
}

/// The text of a `QUOTE` field: numbers are characters.
fn quoted(code: &str) -> Option<String> {
    let mut words = code.split_whitespace();
    if !words.next()?.eq_ignore_ascii_case("QUOTE") {
        return None;
    }
    let mut out = String::new();
    for word in words {
        match word.parse::<u32>().ok().and_then(char::from_u32) {
            Some(c) => out.push(c),
            None => out += word.trim_matches('"'),
        }
    }
    Some(out)
}

/// Whether a formula asks another program: `cmd|'/c calc'!A0`. A pipe outside of
/// quotes means nothing else in a formula.
fn is_dde_formula(formula: &str) -> bool {
    let mut quote = None;
    for c in formula.chars() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            (None, '|') => return true,
            _ => {}
        }
    }
    false
}

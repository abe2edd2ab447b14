//! Words with slots for facts: `{name}` in a subject, a letter or a file name.

/// Fills the slots of `text`, asking `fact` for each by its name. A slot
/// without a fact takes its whole line with it: half a sentence is worse than
/// none. Says which slots those were.
///
/// ```
/// let letter = "I am {name}.\nMy page: {contact.website}";
/// let (filled, missing) = postings::fill(letter, |slot| (slot == "name").then(|| "Ada".into()));
/// assert_eq!(filled, "I am Ada.");
/// assert_eq!(missing, ["contact.website"]);
/// ```
pub fn fill(text: &str, fact: impl Fn(&str) -> Option<String>) -> (String, Vec<String>) {
    let (mut lines, mut missing) = (Vec::new(), Vec::new());
    for line in text.lines() {
        match fill_line(line, &fact) {
            Ok(line) => lines.push(line),
            Err(slot) => missing.push(slot),
        }
    }
    (lines.join("\n"), missing)
}

/// One line, or the first slot that has no fact.
fn fill_line(line: &str, fact: &impl Fn(&str) -> Option<String>) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((slot, after)) = after.split_once('}') else { break };
        out.push_str(before);
        out.push_str(&fact(slot).ok_or_else(|| slot.to_owned())?);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_without_its_fact_is_left_out() {
        let known = |slot: &str| (slot != "phone").then(|| slot.to_uppercase());
        let (filled, missing) = fill("{a} and {b}\n\ncall {phone} or {a}\nend {", known);
        assert_eq!(filled, "A and B\n\nend {");
        assert_eq!(missing, ["phone"]);
    }

    #[test]
    fn a_fact_that_looks_like_a_slot_is_only_words() {
        assert_eq!(fill("{a}", |_| Some("{a}".into())).0, "{a}");
    }
}

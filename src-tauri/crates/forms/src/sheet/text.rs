//! Texts as cells write them: rich runs joined, `_x000a_` read and written.
//!
//! Excel writes a character that XML cannot hold as `_xHHHH_`, so a text that
//! happens to look so must have its underscore written the same way.

use ooxml::{NodeId, Ns, Tree, escape};

/// The text of an `si` or `is`: its `t`, or those of its runs. Phonetic help is left out.
pub(crate) fn of(tree: &Tree, node: NodeId) -> String {
    let mut text = String::new();
    for child in tree.children(node).filter(|it| tree.ns(*it) == Ns::S) {
        match tree.local(child) {
            "t" => text.push_str(&tree.text(child)),
            "r" => {
                let runs = tree.children(child).filter(|it| tree.is(*it, Ns::S, "t"));
                runs.for_each(|it| text.push_str(&tree.text(it)));
            }
            _ => {}
        }
    }
    decode(&text)
}

/// Resolves `_xHHHH_`.
pub(crate) fn decode(text: &str) -> String {
    if !text.contains("_x") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("_x") {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        if let Some(c) = coded(rest) {
            out.push(c);
            rest = &rest[7..];
        } else {
            out.push_str("_x");
            rest = &rest[2..];
        }
    }
    out.push_str(rest);
    out
}

/// The character that a text beginning with `_xHHHH_` stands for.
fn coded(text: &str) -> Option<char> {
    let digits = text.get(2..6)?;
    let is_code = text.get(6..7) == Some("_") && digits.bytes().all(|it| it.is_ascii_hexdigit());
    is_code.then(|| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32))?
}

/// A text as it stands between the tags of a `t`.
pub(crate) fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("_x") {
        out.push_str(&rest[..start]);
        out.push_str(if coded(&rest[start..]).is_some() { "_x005F_x" } else { "_x" });
        rest = &rest[start + 2..];
    }
    out.push_str(rest);
    escape(&out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn coded_characters_are_read() {
        assert_eq!(decode("Machine Learning_x000a_"), "Machine Learning\n");
        assert_eq!(decode("_x005F_x000a_ and _x12"), "_x000a_ and _x12");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(text in "[a-f0-9_x<&张 ]{0,24}") {
            let source = format!("<t>{}</t>", encode(&text));
            let tree = Tree::parse("t", source.into_bytes()).unwrap();
            prop_assert_eq!(decode(&tree.text(tree.root())), text);
        }
    }
}

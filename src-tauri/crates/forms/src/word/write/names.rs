//! The prefixes a part writes its elements with, so that new ones look the same.

use std::borrow::Cow;

use ooxml::{NodeId, Ns, Tree};

const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// How new WordprocessingML is spelled at one place of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Names {
    /// Before an element's name: `w:`, or nothing.
    pub(super) element: String,
    /// Before an attribute's name: `w:`.
    pub(super) attribute: String,
    /// A declaration for an element whose attributes need a prefix that is not
    /// bound here. Almost always empty.
    declaration: Cow<'static, str>,
}

impl Names {
    /// As `near`, an element of WordprocessingML, is written.
    pub(crate) fn of(tree: &Tree, near: NodeId) -> Self {
        let element = tree.prefix(near).to_owned();
        if !element.is_empty() {
            return Self { attribute: element.clone(), element, declaration: Cow::Borrowed("") };
        }
        if let Some(attribute) = tree.prefix_of(near, Ns::W) {
            Self { element, attribute, declaration: Cow::Borrowed("") }
        } else {
            let uri = if is_strict(tree) { STRICT } else { TRANSITIONAL };
            let declaration = Cow::Owned(format!(" xmlns:w=\"{uri}\""));
            Self { element, attribute: "w:".to_owned(), declaration }
        }
    }

    /// `<w:local w:name="value"…/>`; values must be escaped.
    pub(crate) fn empty(&self, local: &str, attributes: &[(&str, &str)]) -> String {
        let declaration = if attributes.is_empty() { "" } else { &self.declaration };
        let mut out = format!("<{}{local}{declaration}", self.element);
        for (name, value) in attributes {
            out.extend([" ", &self.attribute, name, "=\"", value, "\""]);
        }
        out.push_str("/>");
        out
    }

    /// `<w:local>inside</w:local>`.
    pub(crate) fn around(&self, local: &str, inside: &str) -> String {
        let element = &self.element;
        format!("<{element}{local}>{inside}</{element}{local}>")
    }

    /// `</w:local>`.
    pub(crate) fn close(&self, local: &str) -> String {
        format!("</{}{local}>", self.element)
    }

    /// `<w:t xml:space="preserve">`.
    pub(crate) fn open_text(&self) -> String {
        format!("<{}t xml:space=\"preserve\">", self.element)
    }
}

/// Whether a part speaks strict OOXML (ISO/IEC 29500-1).
pub(super) fn is_strict(tree: &Tree) -> bool {
    let root = tree.root();
    tree.source()[tree.range(root).start..tree.inner(root).start]
        .contains("http://purl.oclc.org/ooxml/")
}

//! A run's properties: where an answer's come from, and what it does not take over.
//!
//! An answer looks like what stands around it, but never hidden, marked as
//! changed, squeezed into a width, or drawn in a font of symbols.

use ooxml::{NodeId, Ns, Tree};

use super::{names::Names, width};

/// The order of `w:rPr`'s children (ECMA-376 part 1, 17.3.2.28).
const ORDER: &[&str] = &[
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
];

/// What no answer takes over: tracked changes, hiding, squeezing.
const NEVER: &[&str] = &[
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "rPrChange",
    "vanish",
    "specVanish",
    "webHidden",
    "fitText",
    "eastAsianLayout",
    "effect",
    "highlight",
    "strike",
    "dstrike",
];

/// What makes a label a label, and an answer not.
const EMPHASIS: &[&str] = &["b", "bCs", "i", "iCs", "em", "caps", "smallCaps"];

/// What belongs to the words it was given to, not to an answer beside them.
const OWN_LOOK: &[&str] = &[
    "rStyle",
    "color",
    "shd",
    "bdr",
    "u",
    "spacing",
    "w",
    "position",
    "vertAlign",
    "outline",
    "shadow",
    "emboss",
    "imprint",
];

/// What an answer in another cell takes over from its label.
const LENT: &[&str] = &["rFonts", "sz", "szCs", "rtl", "cs", "lang"];

/// What a property says that an answer may not want.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// Nothing to mind.
    Nothing,
    /// `w:rFonts` that names a font of symbols.
    Symbols,
    /// `w:rStyle` of prompts or links.
    PromptStyle,
    /// `w:color` of links, or white.
    LeftOverColour,
}

#[derive(Debug, Clone)]
struct Property {
    ns: Ns,
    local: String,
    xml: String,
    says: Says,
}

/// The children of a `w:rPr`, ready to be written in a new run.
#[derive(Debug, Clone)]
pub(super) struct Properties {
    names: Names,
    /// The opening tag, since it may declare prefixes its children use.
    open: String,
    children: Vec<Property>,
}

impl Properties {
    /// No properties at all.
    pub(super) fn none(names: Names) -> Self {
        let open = format!("<{}rPr>", names.element);
        Self { names, open, children: Vec::new() }
    }

    /// Those of a run, as they stand.
    pub(super) fn of_run(tree: &Tree, run: NodeId) -> Self {
        match tree.child(run, Ns::W, "rPr") {
            Some(properties) => Self::of(tree, properties),
            None => Self::none(Names::of(tree, run)),
        }
    }

    /// Those of a `w:rPr`, as they stand.
    pub(super) fn of(tree: &Tree, properties: NodeId) -> Self {
        let names = Names::of(tree, properties);
        let mut this = Self::none(names);
        if !tree.is_self_closed(properties) {
            let open = tree.range(properties).start..tree.inner(properties).start;
            tree.source()[open].clone_into(&mut this.open);
        }
        this.children = tree.children(properties).map(|it| property(tree, it)).collect();
        // Some programs write them in any order, which is not worth a copy.
        this.children.sort_by_key(|it| rank(&it.local));
        this
    }

    /// Those a paragraph keeps for what is typed into it, if it has any.
    pub(super) fn of_mark(tree: &Tree, paragraph: NodeId) -> Option<Self> {
        let mark =
            tree.child(paragraph, Ns::W, "pPr").and_then(|it| tree.child(it, Ns::W, "rPr"))?;
        Some(Self::of(tree, mark))
    }

    /// For an answer that stands in its own blank. The looks of a link, which an
    /// answer that was taken out again left behind, are no longer meant.
    pub(super) fn for_answer(self) -> Self {
        let was_link = self.children.iter().any(|it| it.says == Says::LeftOverColour);
        self.filtered(|it| {
            let is_left_over = was_link && it.local == "u"
                || matches!(it.says, Says::PromptStyle | Says::LeftOverColour);
            !is_left_over && !NEVER.contains(&it.local.as_str())
        })
    }

    /// For an answer on a line or in a gap: as what is drawn there, not emphasised.
    pub(super) fn for_line(self) -> Self {
        self.for_answer().without(EMPHASIS)
    }

    /// For an answer that stands among the words of its label.
    pub(super) fn beside_label(self) -> Self {
        self.for_line().without(OWN_LOOK)
    }

    /// For an answer that takes the place of a prompt, which is often grey, red or slanted.
    pub(super) fn for_prompt(self) -> Self {
        self.for_answer().without(&["i", "iCs", "color", "shd"])
    }

    /// For an answer in a cell or paragraph that says nothing of its own: the
    /// fonts and sizes of the label.
    pub(super) fn lent(self, names: &Names) -> Self {
        if self.names != *names {
            return Self::none(names.clone());
        }
        self.filtered(|it| it.ns == Ns::W && LENT.contains(&it.local.as_str()))
    }

    /// Without the properties called so.
    pub(super) fn without(self, locals: &[&str]) -> Self {
        self.filtered(|it| it.ns != Ns::W || !locals.contains(&it.local.as_str()))
    }

    /// With one more, in its place by the schema; one of that name is replaced.
    pub(super) fn with(mut self, local: &str, attributes: &[(&str, &str)]) -> Self {
        let xml = self.names.empty(local, attributes);
        self.children.retain(|it| it.local != local);
        let at = self.children.iter().position(|it| rank(&it.local) > rank(local));
        let property = Property { ns: Ns::W, local: local.to_owned(), xml, says: Says::Nothing };
        self.children.insert(at.unwrap_or(self.children.len()), property);
        self
    }

    /// Drawn in `font` whatever the characters are.
    pub(super) fn in_font(self, font: &str) -> Self {
        let fonts = [("ascii", font), ("hAnsi", font), ("eastAsia", font), ("cs", font)];
        self.with("rFonts", &fonts)
    }

    /// Without a font that would draw words as symbols.
    pub(super) fn readable(self) -> Self {
        self.filtered(|it| it.says != Says::Symbols)
    }

    /// For these words: Chinese with signs that Latin letters have too, such as
    /// `“` and `…`, says that they are Chinese ones.
    pub(super) fn for_words(mut self, words: &str) -> Self {
        let is_shared =
            |c: char| matches!(c, '‘' | '’' | '“' | '”' | '…' | '—' | '·' | '×' | '÷' | '°' | '±');
        if !words.contains(is_shared) || !words.contains(width::is_wide) {
            return self;
        }
        let hint = [("hint", "eastAsia")];
        let Some(fonts) = self.children.iter_mut().find(|it| it.local == "rFonts") else {
            return self.with("rFonts", &hint);
        };
        let name = format!("<{}rFonts", self.names.element);
        if !fonts.xml.contains("hint=")
            && let Some(rest) = fonts.xml.strip_prefix(&name)
        {
            fonts.xml = format!("{name} {}hint=\"eastAsia\"{rest}", self.names.attribute);
        }
        self
    }

    /// The `w:rPr` element, or nothing.
    pub(super) fn xml(&self) -> String {
        if self.children.is_empty() {
            return String::new();
        }
        let inside: String = self.children.iter().map(|it| it.xml.as_str()).collect();
        format!("{}{inside}{}", self.open, self.names.close("rPr"))
    }

    fn filtered(mut self, keep: impl Fn(&Property) -> bool) -> Self {
        self.children.retain(keep);
        self
    }
}

/// Where a property stands among the others.
fn rank(local: &str) -> usize {
    ORDER.iter().position(|it| *it == local).unwrap_or(ORDER.len())
}

fn property(tree: &Tree, node: NodeId) -> Property {
    let local = tree.local(node).to_owned();
    let names_symbols = |name| tree.attr(node, Ns::W, name).is_some_and(|it| is_symbol_font(&it));
    let value = tree.attr(node, Ns::W, "val").unwrap_or_default().to_ascii_lowercase();
    let says = match (local.as_str(), value.as_str()) {
        ("rFonts", _) if ["ascii", "hAnsi", "eastAsia", "cs"].into_iter().any(names_symbols) => {
            Says::Symbols
        }
        ("rStyle", "placeholdertext" | "hyperlink" | "followedhyperlink" | "internetlink") => {
            Says::PromptStyle
        }
        ("color", "0000ff" | "0563c1" | "800080" | "954f72" | "ffffff") => Says::LeftOverColour,
        _ => Says::Nothing,
    };
    Property { ns: tree.ns(node), xml: tree.source()[tree.range(node)].to_owned(), local, says }
}

/// The first font a run names, for letters.
pub(crate) fn font_of(tree: &Tree, run: NodeId) -> Option<String> {
    let fonts = tree.child(run, Ns::W, "rPr").and_then(|it| tree.child(it, Ns::W, "rFonts"))?;
    let named = tree.attr(fonts, Ns::W, "ascii").or_else(|| tree.attr(fonts, Ns::W, "hAnsi"));
    named.map(std::borrow::Cow::into_owned)
}

/// Whether letters are drawn as symbols in `font`.
pub(super) fn is_symbol_font(font: &str) -> bool {
    let font = font.trim().to_ascii_lowercase();
    [
        "wingdings",
        "webdings",
        "zapf dingbats",
        "zapfdingbats",
        "marlett",
        "bookshelf symbol",
        "mt extra",
    ]
    .iter()
    .any(|it| font.starts_with(it))
        || font == "symbol"
}

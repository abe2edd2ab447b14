//! What in a package reaches out of it, or brings something foreign in.
//!
//! Such things are named for the candidate and never followed: nothing here
//! opens a connection or a file. A form may have an honest reason for them, a
//! logo on the employer's site, a template on their server; yet whoever opens
//! the filled file in Word tells that server so.

use std::fmt;

use crate::{
    Package, PartName, Relationship, Target, Tree, field_codes, part_name::one_line, relation,
};

/// Characters of an address or a code that are told.
const LONGEST: usize = 300;

/// A kind of thing that reaches out of the package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum HazardKind {
    /// A template that Word loads with the document.
    AttachedTemplate,
    /// A picture that is fetched from elsewhere.
    ExternalImage,
    /// Anything else that stands outside, but for links that a reader follows.
    ExternalLink,
    /// An object of another program.
    OleObject,
    /// A control that runs code of another program when Word lets it.
    ActiveX,
    /// A field or formula that starts another program or asks it for content.
    DynamicDataExchange,
    /// A field that pulls in another file.
    IncludedFile,
    /// A foreign file that Word merges in when it opens the document.
    AltChunk,
    /// A data connection of a workbook.
    DataConnection,
    /// Buttons or menus of the document's own.
    CustomUi,
    /// A web add-in.
    WebExtension,
    /// A part that should have been looked through and could not be read.
    Unreadable,
}

impl HazardKind {
    /// What it is, for a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Self::AttachedTemplate => "attached template",
            Self::ExternalImage => "external image",
            Self::ExternalLink => "external relationship",
            Self::OleObject => "OLE object",
            Self::ActiveX => "ActiveX control",
            Self::DynamicDataExchange => "DDE field",
            Self::IncludedFile => "included file",
            Self::AltChunk => "merged-in file (altChunk)",
            Self::DataConnection => "data connection",
            Self::CustomUi => "custom user interface",
            Self::WebExtension => "web add-in",
            Self::Unreadable => "unreadable part",
        }
    }
}

/// One thing that reaches out of the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hazard {
    /// What it is.
    pub kind: HazardKind,
    /// The part it stands in.
    pub part: PartName,
    /// Where it reaches, or what it says: foreign text, to be shown as text only.
    pub target: String,
}

impl fmt::Display for Hazard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in `{}`: `{}`", self.kind.name(), self.part, self.target)
    }
}

impl Package {
    /// Everything in the package that reaches out of it, in the order of the
    /// parts. Links a reader follows are ordinary; see [`Package::hyperlinks`].
    pub fn hazards(&self) -> Vec<Hazard> {
        let mut found = Vec::new();
        for (source, relationship) in self.all_relationships() {
            let Some(kind) = of_relationship(relationship) else { continue };
            let target = match &relationship.target {
                Target::Part(name) => name.to_string(),
                Target::External(text) | Target::Nowhere(text) => one_line(text, LONGEST),
            };
            found.push(Hazard { kind, part: source.clone(), target });
        }
        for part in self.parts() {
            let is_story = self.content_type(part).is_some_and(may_hold_fields);
            if !is_story && part != self.main_part() {
                continue;
            }
            match self.tree(part) {
                Ok(tree) => found.extend(
                    field_codes::find(&tree).into_iter().chain(pictures_by_address(&tree)).map(
                        |(kind, text)| Hazard {
                            kind,
                            part: part.clone(),
                            target: one_line(&text, LONGEST),
                        },
                    ),
                ),
                Err(error) => found.push(Hazard {
                    kind: HazardKind::Unreadable,
                    part: part.clone(),
                    target: error.to_string(),
                }),
            }
        }
        found.sort_by(|a, b| (&a.part, a.kind, &a.target).cmp(&(&b.part, b.kind, &b.target)));
        found.dedup();
        found
    }

    /// How many links for readers lead out of the package.
    pub fn hyperlinks(&self) -> usize {
        let all = self.all_relationships();
        all.filter(|(_, it)| it.is_external() && it.kind == relation::HYPERLINK).count()
    }
}

/// What a relationship stands for, if it is more than plumbing.
fn of_relationship(relationship: &Relationship) -> Option<HazardKind> {
    let is_external = relationship.is_external();
    Some(match relation::word(&relationship.kind) {
        "hyperlink" => return None,
        "attachedTemplate" => HazardKind::AttachedTemplate,
        "aFChunk" => HazardKind::AltChunk,
        "oleObject" | "package" => HazardKind::OleObject,
        "control" => HazardKind::ActiveX,
        "connections" => HazardKind::DataConnection,
        "extensibility" | "userCustomization" | "attachedToolbars" => HazardKind::CustomUi,
        "webextensiontaskpanes" | "webextension" => HazardKind::WebExtension,
        "image" if is_external => HazardKind::ExternalImage,
        _ if is_external => HazardKind::ExternalLink,
        _ => return None,
    })
}

/// Whether a part of this type can hold field codes, formulas or pictures.
fn may_hold_fields(content_type: &str) -> bool {
    let kind = content_type.to_ascii_lowercase();
    let is_word = kind.contains("wordprocessingml.") || kind.contains("ms-word.");
    let is_sheet = kind.contains("spreadsheetml.");
    let bare = ["styles", "theme", "fonttable", "settings", "numbering", "sharedstrings"];
    (is_word || is_sheet || kind.ends_with("vmldrawing"))
        && !bare.iter().any(|it| kind.contains(it))
}

/// VML pictures may name an address instead of a relationship.
fn pictures_by_address(tree: &Tree) -> Vec<(HazardKind, String)> {
    use crate::Ns;

    let leads_out = |it: &str| it.contains("://") || it.starts_with(r"\\");
    let images = std::iter::once(tree.root()).chain(tree.descendants(tree.root()));
    images
        .filter(|it| tree.ns(*it) == Ns::V)
        .filter_map(|it| {
            [(Ns::None, "src"), (Ns::O, "href")].into_iter().find_map(|(ns, name)| {
                let address = tree.attr(it, ns, name)?;
                // A shape's `href` is a link to click; a picture's is fetched.
                let is_picture = matches!(tree.local(it), "imagedata" | "fill" | "stroke");
                (is_picture && leads_out(&address)).then(|| address.into_owned())
            })
        })
        .map(|address| (HazardKind::ExternalImage, address))
        .collect()
}

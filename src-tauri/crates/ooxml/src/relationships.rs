//! Relationships: how parts point at each other and out of the package.

use crate::{Error, Ns, PartName, Tree, escape, relation, splice};

/// What a relationships part is.
pub(crate) const CONTENT_TYPE: &str = "application/vnd.openxmlformats-package.relationships+xml";

/// Where a relationship points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// At a part of this package. It may be missing.
    Part(PartName),
    /// Out of the package: a web address, a file path. Never followed.
    External(String),
    /// At nothing that could be a part, such as a bare `#bookmark`.
    Nowhere(String),
}

/// One relationship of a part or of the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relationship {
    /// What the part's XML calls it, such as `rId4`.
    pub id: String,
    /// What it means, in the transitional spelling; see [`relation`].
    pub kind: String,
    /// Where it points.
    pub target: Target,
}

impl Relationship {
    /// Whether it points out of the package.
    pub fn is_external(&self) -> bool {
        matches!(self.target, Target::External(_))
    }

    /// The part it points at, if it points at one.
    pub fn part(&self) -> Option<&PartName> {
        match &self.target {
            Target::Part(name) => Some(name),
            Target::External(_) | Target::Nowhere(_) => None,
        }
    }
}

/// The relationships of one source, and whether the strict spelling is used.
#[derive(Debug, Default)]
pub(crate) struct Relationships {
    pub(crate) list: Vec<Relationship>,
    pub(crate) is_strict: bool,
}

/// Reads the relationships of `source`, which stand in the part called `name`.
pub(crate) fn parse(source: &PartName, name: &str, bytes: Vec<u8>) -> Result<Relationships, Error> {
    let tree = Tree::parse(name, bytes)?;
    let mut out = Relationships::default();
    for node in tree.children(tree.root()).filter(|it| tree.is(*it, Ns::Rels, "Relationship")) {
        let attr = |name| tree.attr(node, Ns::None, name);
        let (Some(id), Some(kind), Some(target)) = (attr("Id"), attr("Type"), attr("Target"))
        else {
            continue;
        };
        let is_external =
            attr("TargetMode").is_some_and(|it| it.trim().eq_ignore_ascii_case("External"));
        out.is_strict |= relation::is_strict(&kind);
        let target = if is_external {
            Target::External(target.into_owned())
        } else {
            match source.resolve(&target) {
                Some(part) => Target::Part(part),
                None => Target::Nowhere(target.into_owned()),
            }
        };
        out.list.push(Relationship {
            id: id.into_owned(),
            kind: relation::transitional(&kind),
            target,
        });
    }
    Ok(out)
}

/// A relationship to be written.
#[derive(Debug, Clone)]
pub(crate) struct NewRelationship {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) to: PartName,
}

/// The relationships part of `source` with `new` ones in it; `old` is its text, if it has one.
pub(crate) fn with(
    source: &PartName,
    old: Option<Vec<u8>>,
    new: &[NewRelationship],
    is_strict: bool,
) -> Result<Vec<u8>, Error> {
    let name = source.relationships();
    let old = old.unwrap_or_else(|| {
        concat!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
            "</Relationships>"
        )
        .into()
    });
    let tree = Tree::parse(name.as_str(), old)?;
    let root = tree.root();
    let prefix = tree.prefix(root);
    let mut lines = String::new();
    for NewRelationship { id, kind, to } in new {
        let kind = escape(&if is_strict { relation::strict(kind) } else { kind.clone() });
        let to = escape(&source.relative(to));
        lines += "<";
        lines += prefix;
        lines +=
            &[r#"Relationship Id=""#, id, r#"" Type=""#, &kind, r#"" Target=""#, &to, r#""/>"#]
                .concat();
    }
    Ok(splice(tree.source(), &[tree.append(root, &lines)])?.into_bytes())
}

//! `[Content_Types].xml`: what each part is, by its name or its extension.

use std::collections::BTreeMap;

use crate::{Edit, Error, Ns, PartName, Tree, escape, splice};

/// The entry that holds the content types. It is not a part and no name of one.
pub(crate) const ENTRY: &str = "[Content_Types].xml";

/// What each part is.
#[derive(Debug)]
pub(crate) struct ContentTypes {
    tree: Tree,
    defaults: BTreeMap<String, String>,
    overrides: BTreeMap<PartName, String>,
}

impl ContentTypes {
    pub(crate) fn parse(bytes: Vec<u8>) -> Result<Self, Error> {
        let tree = Tree::parse(ENTRY, bytes)?;
        let (mut defaults, mut overrides) = (BTreeMap::new(), BTreeMap::new());
        for node in tree.children(tree.root()) {
            let Some(kind) = tree.attr(node, Ns::None, "ContentType") else { continue };
            let kind = kind.trim().to_owned();
            if tree.is(node, Ns::Types, "Default") {
                if let Some(extension) = tree.attr(node, Ns::None, "Extension") {
                    defaults.insert(extension.trim_start_matches('.').to_ascii_lowercase(), kind);
                }
            } else if tree.is(node, Ns::Types, "Override") {
                let name = tree.attr(node, Ns::None, "PartName");
                if let Some(Ok(name)) = name.map(|it| PartName::new(&it)) {
                    overrides.insert(name, kind);
                }
            }
        }
        Ok(Self { tree, defaults, overrides })
    }

    /// The content type of a part, by its own entry or by its extension.
    pub(crate) fn of(&self, name: &PartName) -> Option<&str> {
        let found = self.overrides.get(name).or_else(|| self.defaults.get(name.extension()));
        found.map(String::as_str)
    }

    /// The text with the types of new parts added, or `None` when all are known already.
    pub(crate) fn with<'a>(
        &self,
        parts: impl IntoIterator<Item = (&'a PartName, &'a str)>,
    ) -> Result<Option<Vec<u8>>, Error> {
        let root = self.tree.root();
        let prefix = self.tree.prefix(root);
        let mut defaults = self.defaults.clone();
        let mut lines = String::new();
        for (name, kind) in parts {
            let extension = name.extension();
            let default = defaults.get(extension);
            if self.overrides.get(name).or(default).is_some_and(|it| it.eq_ignore_ascii_case(kind))
            {
                continue;
            }
            lines += "<";
            lines += prefix;
            // Every picture of one kind shares a line; other parts get their own.
            if default.is_none() && kind.starts_with("image/") && !extension.is_empty() {
                lines += &[r#"Default Extension=""#, &escape(extension)].concat();
                defaults.insert(extension.to_owned(), kind.to_owned());
            } else {
                lines += &[r#"Override PartName="/"#, &escape(name.as_str())].concat();
            }
            lines += &[r#"" ContentType=""#, &escape(kind), r#""/>"#].concat();
        }
        if lines.is_empty() {
            return Ok(None);
        }
        let at = self.tree.inner(root).end;
        Ok(Some(splice(self.tree.source(), &[Edit::insert(at, lines)])?.into_bytes()))
    }
}

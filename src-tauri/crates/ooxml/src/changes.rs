//! What is to change in a package, and saving it with those changes alone.

use std::collections::BTreeMap;

use crate::{
    Error, Package, PartName, content_types,
    relationships::{self, NewRelationship},
    rewrite::{NewEntry, rewrite},
};

#[derive(Debug)]
struct Addition {
    name: PartName,
    content_type: String,
    content: Vec<u8>,
}

/// A list of changes to one package: parts replaced, parts added, relationships added.
#[derive(Debug, Default)]
pub struct Changes {
    replaced: BTreeMap<PartName, Vec<u8>>,
    added: Vec<Addition>,
    related: BTreeMap<PartName, Vec<NewRelationship>>,
}

impl Changes {
    /// No changes yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether nothing is to change.
    pub fn is_empty(&self) -> bool {
        self.replaced.is_empty() && self.added.is_empty() && self.related.is_empty()
    }

    /// Gives a part new content. The last one given counts.
    pub fn replace(&mut self, part: &PartName, content: impl Into<Vec<u8>>) {
        self.replaced.insert(part.clone(), content.into());
    }

    /// Adds a part, named as `wish` or, if that is taken, with a number before
    /// the dot. Returns its name.
    ///
    /// # Errors
    /// [`Error::PartName`] when `wish` cannot be the name of a part.
    pub fn add(
        &mut self,
        package: &Package,
        wish: &str,
        content_type: &str,
        content: impl Into<Vec<u8>>,
    ) -> Result<PartName, Error> {
        let mut name = PartName::new(wish)?;
        let (stem, extension) = match name.as_str().rfind(['/', '.']) {
            Some(dot) if name.as_str()[dot..].starts_with('.') => name.as_str().split_at(dot),
            _ => (name.as_str(), ""),
        };
        let (stem, extension) = (stem.to_owned(), extension.to_owned());
        let mut number = 1_u32;
        while package.has_part(&name) || self.added.iter().any(|it| it.name == name) {
            number += 1;
            name = PartName::new(&format!("{stem}{number}{extension}"))?;
        }
        self.added.push(Addition {
            name: name.clone(),
            content_type: content_type.to_owned(),
            content: content.into(),
        });
        Ok(name)
    }

    /// Lets `source` point at `to` by a kind of [`relation`](crate::relation).
    /// Returns the new id, for `r:id` or `r:embed`.
    pub fn relate(
        &mut self,
        package: &Package,
        source: &PartName,
        kind: &str,
        to: &PartName,
    ) -> String {
        let pending = self.related.entry(source.clone()).or_default();
        let taken = package.relationships(source).iter().map(|it| &it.id);
        let taken = taken.chain(pending.iter().map(|it| &it.id));
        // Ids are compared by case, yet some readers do not: keep clear of both.
        let number = |id: &String| id.to_ascii_lowercase().strip_prefix("rid")?.parse::<u32>().ok();
        let highest = taken.filter_map(number).max().unwrap_or(0);
        let id = format!("rId{}", u64::from(highest) + 1);
        pending.push(NewRelationship { id: id.clone(), kind: kind.to_owned(), to: to.clone() });
        id
    }
}

impl Package {
    /// The package with `changes`, every other entry byte for byte as it was.
    /// Without changes it is the same file.
    ///
    /// # Errors
    /// [`Error::NoSuchPart`] for a part that is to be replaced and is not there;
    /// [`Error::Xml`] when content types or relationships given as replacements cannot be read.
    pub fn save(&self, changes: &Changes) -> Result<Vec<u8>, Error> {
        let mut replaced: BTreeMap<usize, Vec<u8>> = BTreeMap::new();
        for (name, content) in &changes.replaced {
            replaced.insert(self.entry(name)?, content.clone());
        }
        let mut added: Vec<(String, Vec<u8>)> = changes
            .added
            .iter()
            .map(|it| (it.name.as_str().to_owned(), it.content.clone()))
            .collect();
        let mut typed: Vec<(PartName, &str)> =
            changes.added.iter().map(|it| (it.name.clone(), it.content_type.as_str())).collect();

        for (source, new) in &changes.related {
            let name = source.relationships();
            let entry = self.entry(&name).ok();
            let old = match entry {
                Some(entry) => {
                    Some(replaced.get(&entry).cloned().map_or_else(|| self.part(&name), Ok)?)
                }
                None => None,
            };
            let content = relationships::with(source, old, new, self.is_strict())?;
            if let Some(entry) = entry {
                replaced.insert(entry, content);
            } else {
                typed.push((name.clone(), relationships::CONTENT_TYPE));
                added.push((name.as_str().to_owned(), content));
            }
        }
        if let Some(content) =
            self.content_types.with(typed.iter().map(|(name, kind)| (name, *kind)))?
        {
            replaced.insert(self.types_entry()?, content);
        }
        // What is given again as it was is no change.
        let mut differing = BTreeMap::new();
        for (index, content) in &replaced {
            let old = &self.container.entries[*index];
            let may_be_same = old.unpacked == content.len() && old.crc == crc32fast::hash(content);
            if !(may_be_same && self.container.content(old)? == *content) {
                differing.insert(*index, content.as_slice());
            }
        }
        let added: Vec<NewEntry<'_>> =
            added.iter().map(|(name, content)| NewEntry { name, content }).collect();
        rewrite(&self.container, &differing, &added)
    }

    fn types_entry(&self) -> Result<usize, Error> {
        let mut names = self.container.entries.iter().map(|it| &it.name);
        names
            .position(|it| it.eq_ignore_ascii_case(content_types::ENTRY))
            .ok_or_else(|| Error::NoSuchPart { part: content_types::ENTRY.to_owned() })
    }
}

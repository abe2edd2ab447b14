//! Somebody else's document that asks questions, opened and read.

use ooxml::{Kind, Package, PartName, relation};

use crate::{
    Dictionary, Error, Field, FieldId,
    word::{Found, Story, detect},
};

/// An open form: its package, untouched, and the fields found in it.
#[derive(Debug)]
pub struct Form {
    pub(crate) package: Package,
    pub(crate) stories: Vec<Story>,
    /// For each field, its story's number and where its answer goes.
    pub(crate) found: Vec<(usize, Found)>,
    fields: Vec<Field>,
}

impl Form {
    /// Opens a form and finds its fields.
    ///
    /// # Errors
    /// What [`Package::open`] refuses, and [`Error::NotAForm`] for a package
    /// that is no Word document.
    pub fn open(bytes: Vec<u8>, dictionary: &Dictionary) -> Result<Self, Error> {
        let package = Package::open(bytes)?;
        if !matches!(package.kind(), Kind::Word | Kind::WordTemplate) {
            return Err(Error::NotAForm);
        }
        let main = package.main_part().clone();
        let mut parts: Vec<PartName> = vec![main.clone()];
        for kind in [relation::HEADER, relation::FOOTER] {
            parts.extend(package.related(&main, kind).cloned());
        }
        let mut stories = Vec::new();
        for part in parts {
            let tree = package.tree(&part)?;
            stories.push(Story::new(part, tree));
        }
        let mut found = Vec::new();
        for (number, story) in stories.iter().enumerate() {
            found.extend(detect(number, story, dictionary).into_iter().map(|it| (number, it)));
        }
        let fields = found.iter().map(|(_, it)| it.field.clone()).collect();
        Ok(Self { package, stories, found, fields })
    }

    /// The fields, in reading order.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// One field.
    pub fn field(&self, id: &FieldId) -> Option<&Field> {
        self.fields.iter().find(|it| it.id == *id)
    }

    /// The package, for what it says of itself.
    pub fn package(&self) -> &Package {
        &self.package
    }
}

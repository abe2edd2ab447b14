//! Somebody else's document that asks questions, opened and read.

use ooxml::{Kind, Package, PartName, relation};

use crate::{Dictionary, Error, Field, FieldId, sheet, word};

/// An open form: its package, untouched, and the fields found in it.
#[derive(Debug)]
pub struct Form {
    pub(crate) package: Package,
    pub(crate) content: Content,
    fields: Vec<Field>,
}

/// What a form is written in.
#[derive(Debug)]
pub(crate) enum Content {
    /// A Word document.
    Word(Document),
    /// An Excel workbook.
    Sheet(Box<Workbook>),
}

/// A Word document, and for each field its story's number and where its answer goes.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) stories: Vec<word::Story>,
    pub(crate) found: Vec<(usize, word::Found)>,
}

/// A workbook, and for each field where its answer goes.
#[derive(Debug)]
pub(crate) struct Workbook {
    pub(crate) book: sheet::Book,
    pub(crate) found: Vec<sheet::Found>,
}

impl Form {
    /// Opens a form and finds its fields.
    ///
    /// # Errors
    /// What [`Package::open`] refuses, and [`Error::NotAForm`] for a package
    /// that is neither a Word document nor an Excel workbook.
    pub fn open(bytes: Vec<u8>, dictionary: &Dictionary) -> Result<Self, Error> {
        let package = Package::open(bytes)?;
        let content = match package.kind() {
            Kind::Word | Kind::WordTemplate => Content::Word(Document::read(&package, dictionary)?),
            Kind::Workbook | Kind::WorkbookTemplate => {
                let book = sheet::Book::open(&package)?;
                let found = sheet::detect(&book, dictionary);
                Content::Sheet(Box::new(Workbook { book, found }))
            }
            _ => return Err(Error::NotAForm),
        };
        let fields = match &content {
            Content::Word(it) => it.found.iter().map(|(_, it)| it.field.clone()).collect(),
            Content::Sheet(it) => it.found.iter().map(|it| it.field.clone()).collect(),
        };
        Ok(Self { package, content, fields })
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

impl Document {
    fn read(package: &Package, dictionary: &Dictionary) -> Result<Self, Error> {
        let main = package.main_part().clone();
        let mut parts: Vec<PartName> = vec![main.clone()];
        for kind in [relation::HEADER, relation::FOOTER] {
            parts.extend(package.related(&main, kind).cloned());
        }
        let mut stories = Vec::new();
        for part in parts {
            let tree = package.tree(&part)?;
            stories.push(word::Story::new(part, tree));
        }
        let mut found = Vec::new();
        for (number, story) in stories.iter().enumerate() {
            let fields = word::detect(number, story, dictionary);
            found.extend(fields.into_iter().map(|it| (number, it)));
        }
        Ok(Self { stories, found })
    }
}

//! A workbook, read: its sheets, the texts they share, its names and its dates.
//!
//! Hidden sheets are read too: lists and linked cells lie there.

use std::collections::BTreeMap;

use ooxml::{Error, Ns, Package, PartName, Tree, relation};

use super::{
    page::{Page, Value},
    place::At,
    style::{Styles, is_true},
    text,
};

/// A name that stands for a formula.
#[derive(Debug)]
pub(crate) struct Name {
    /// As it is written.
    pub(crate) written: String,
    /// The sheet it is known on, by its number; everywhere if none.
    pub(crate) sheet: Option<usize>,
    /// What it stands for.
    pub(crate) formula: String,
}

/// A workbook.
#[derive(Debug)]
pub(crate) struct Book {
    /// The part that lists the sheets.
    pub(crate) part: PartName,
    /// Its XML.
    pub(crate) tree: Tree,
    /// The sheets of cells, in the workbook's order.
    pub(crate) pages: Vec<Page>,
    /// The texts that cells share.
    pub(crate) strings: Option<Tree>,
    /// The names.
    pub(crate) names: Vec<Name>,
    /// Days are counted from 1904.
    pub(crate) from_1904: bool,
}

impl Book {
    /// Reads the workbook of a package.
    pub(crate) fn open(package: &Package) -> Result<Self, Error> {
        let part = package.main_part().clone();
        let tree = package.tree(&part)?;
        let root = tree.root();
        let related = |kind| package.related(&part, kind).next();
        let styles = match related(relation::STYLES) {
            Some(part) => Styles::new(&package.tree(part)?),
            None => Styles::default(),
        };
        let shared_texts = related(relation::SHARED_STRINGS);
        let shared_texts = shared_texts.map(|part| package.tree(part)).transpose()?;
        let strings = shared_texts.as_ref().map(shared).unwrap_or_default();
        let mut pages = Vec::new();
        let list = tree.child(root, Ns::S, "sheets");
        let sheets = list.into_iter().flat_map(|it| tree.children(it));
        for (number, sheet) in sheets.filter(|it| tree.is(*it, Ns::S, "sheet")).enumerate() {
            let related = tree
                .attr(sheet, Ns::R, "id")
                .and_then(|id| package.relationship(&part, &id))
                .filter(|it| it.kind == relation::WORKSHEET)
                .and_then(|it| it.part())
                .filter(|it| package.has_part(it));
            // A sheet of a chart has no cells, and counts all the same.
            let Some(page) = related else { continue };
            let attr = |name| tree.attr(sheet, Ns::None, name);
            let name = attr("name").unwrap_or_default().into_owned();
            let is_visible = attr("state").is_none_or(|it| it == "visible");
            pages.push(Page::open(package, page, number, name, is_visible, &strings, &styles)?);
        }
        let properties = tree.child(root, Ns::S, "workbookPr");
        let from_1904 = properties
            .and_then(|it| tree.attr(it, Ns::None, "date1904"))
            .is_some_and(|it| is_true(&it));
        let names = names(&tree);
        Ok(Self { part, tree, pages, strings: shared_texts, names, from_1904 })
    }

    /// The index of the sheet called so. Case does not matter to Excel.
    pub(crate) fn page_called(&self, name: &str) -> Option<usize> {
        let lower = name.to_lowercase();
        self.pages.iter().position(|it| it.name.to_lowercase() == lower)
    }

    /// What a name stands for on a sheet.
    pub(crate) fn name(&self, name: &str, page: usize) -> Option<&str> {
        let number = self.pages.get(page)?.number;
        let lower = name.to_lowercase();
        let mut called = self.names.iter().filter(|it| it.written.to_lowercase() == lower);
        let own = called.clone().find(|it| it.sheet == Some(number));
        own.or_else(|| called.find(|it| it.sheet.is_none())).map(|it| it.formula.as_str())
    }
}

/// Values that stand in cells in the place of what the file has there.
pub(crate) type Overlay = BTreeMap<(usize, At), Value>;

fn shared(tree: &Tree) -> Vec<String> {
    let entries = tree.children(tree.root()).filter(|it| tree.is(*it, Ns::S, "si"));
    entries.map(|it| text::of(tree, it)).collect()
}

fn names(tree: &Tree) -> Vec<Name> {
    let list = tree.child(tree.root(), Ns::S, "definedNames");
    let names = list.into_iter().flat_map(|it| tree.children(it));
    names
        .filter(|it| tree.is(*it, Ns::S, "definedName"))
        .filter_map(|it| {
            Some(Name {
                written: tree.attr(it, Ns::None, "name")?.into_owned(),
                sheet: tree
                    .attr(it, Ns::None, "localSheetId")
                    .and_then(|number| number.trim().parse().ok()),
                formula: tree.text(it),
            })
        })
        .collect()
}

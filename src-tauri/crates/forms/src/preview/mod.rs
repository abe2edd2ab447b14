//! A form's pages on the screen: a copy with a mark at every blank, made fit to be shown.
//!
//! The window draws a Word file in the page, and must find there what belongs
//! to which field. Three steps, all in memory:
//!
//! 1. [`mark`] puts bookmarks around every blank. A marked copy opened again
//!    has the same fields under the same ids, since places count no bookmarks.
//! 2. The copy is planned and filled like any form; the marks stay where they are.
//! 3. [`show`] prepares what the page's reader would drop or draw wrongly.
//!    It comes last, since it takes apart what filling needs: controls, legacy
//!    fields, symbol fonts.
//!
//! The reader draws a bookmark as an empty element with the bookmark's name as
//! its id. A mark's name is the blank's name and `.from` or `.to`:
//!
//! | blank | name |
//! | --- | --- |
//! | a field | `blank.<field id>` |
//! | its option number *k*, from 0 | `blank.<field id>.o<k>` |
//! | its row *i*, column *j*, from 0 | `blank.<field id>.r<i>c<j>` |
//! | an option in a row | `blank.<field id>.r<i>c<j>.o<k>` |
//!
//! Marks of a whole cell stand at the start of its first paragraph and at the
//! end of its last one. Those around nothing but a point take in the printed
//! character beside it, so that the answer comes to stand between them.
//! What stands in a header is drawn on every page, and its marks with it.
//!
//! A workbook is shown as a [`Grid`] instead: rows of cells with the same names.
//!
//! **Invariant:** these copies are for the eye. They are never saved, sent or
//! counted as the filled form: that one is filled from the form itself.

mod grid;
mod mark;
mod plain;
mod show;
mod symbols;
#[cfg(test)]
mod tests;

use ooxml::{Changes, Edit, Ns, Package, PartName, Tree, relation, splice};

pub(crate) use self::grid::blank;
pub use self::grid::{Grid, GridCell, GridPiece, GridSheet, grid};
use self::{mark::Marker, plain::Plain, show::Shown};
use crate::{Error, FieldId, Form, form::Content};

/// What the name of every mark begins with.
const PREFIX: &str = "blank.";

/// A marked copy of a form.
#[derive(Debug)]
pub struct Marked {
    /// The file.
    pub bytes: Vec<u8>,
    /// The fields that have their marks; a place that cannot be told has none.
    pub fields: Vec<FieldId>,
}

/// A copy of `form` with marks around every blank, to be opened and filled like the form.
///
/// # Errors
/// Only a package that cannot be saved.
pub fn mark(form: &Form) -> Result<Marked, Error> {
    let mut changes = Changes::new();
    let mut fields = Vec::new();
    // A workbook is shown as a grid, not as a copy of the file.
    let Content::Word(document) = &form.content else { return Err(Error::NotAForm) };
    let stories = &document.stories;
    let mut number = stories.iter().map(|it| mark::last_bookmark(&it.tree)).max().unwrap_or(0);
    for (index, story) in stories.iter().enumerate() {
        let mut marker = Marker::new(story, number);
        for (_, found) in document.found.iter().filter(|(story, _)| *story == index) {
            if marker.mark(found) {
                fields.push(found.field.id.clone());
            }
        }
        number = marker.last_number();
        change(&mut changes, &story.part, &story.tree, &marker.finish())?;
    }
    Ok(Marked { bytes: form.package.save(&changes)?, fields })
}

/// Prepares a marked copy, filled or not, for being drawn in a page.
///
/// Controls, links and the like are unwrapped, symbols become the characters
/// they look like, legacy check boxes show their state. What leads out of the
/// file and what could reach past the drawing into the page is taken away.
///
/// # Errors
/// What [`Package::open`] refuses, and parts that cannot be read.
pub fn show(bytes: Vec<u8>) -> Result<Vec<u8>, Error> {
    let package = Package::open(bytes)?;
    let main = package.main_part().clone();
    let mut changes = Changes::new();
    let mut stories = vec![main.clone()];
    for kind in [relation::HEADER, relation::FOOTER, relation::FOOTNOTES, relation::ENDNOTES] {
        stories.extend(package.related(&main, kind).cloned());
    }
    for part in &stories {
        let tree = package.tree(part)?;
        let edits = Shown::new(&package, part, &tree).edits();
        change(&mut changes, part, &tree, &edits)?;
    }
    for kind in [relation::STYLES, relation::NUMBERING, relation::THEME, relation::FONT_TABLE] {
        for part in package.related(&main, kind) {
            let tree = package.tree(part)?;
            change(&mut changes, part, &tree, &Plain::new(&tree).edits())?;
        }
    }
    if package.is_strict() {
        let is_list = |it: &&PartName| {
            package.content_type(it).is_some_and(|it| it.ends_with("package.relationships+xml"))
        };
        for part in package.parts().filter(is_list) {
            let tree = package.tree(part)?;
            change(&mut changes, part, &tree, &in_transitional(&tree))?;
        }
    }
    Ok(package.save(&changes)?)
}

fn change(
    changes: &mut Changes,
    part: &PartName,
    tree: &Tree,
    edits: &[Edit],
) -> Result<(), ooxml::Error> {
    if !edits.is_empty() {
        changes.replace(part, splice(tree.source(), edits)?);
    }
    Ok(())
}

/// The relationships of a strict file in the one spelling that the reader knows.
fn in_transitional(tree: &Tree) -> Vec<Edit> {
    let kinds = tree.descendants(tree.root()).filter_map(|it| {
        let value = tree.attr_range(it, Ns::None, "Type")?;
        let kind = tree.source()[value.clone()].strip_prefix(STRICT)?;
        Some(Edit::replace(value, format!("{TRANSITIONAL}{kind}")))
    });
    kinds.collect()
}

const STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

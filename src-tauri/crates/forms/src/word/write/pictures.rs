//! Where the pictures of answers are kept: in the package, each once.

use ooxml::{Changes, Package, PartName, relation};

use super::Pen;
use crate::{Photo, PhotoFormat};

/// Somewhere pictures are kept, under a name the story can use.
pub(crate) trait Pictures {
    /// Keeps a picture for `story`. Returns the relationship's id.
    fn keep(&mut self, story: &PartName, photo: &Photo) -> Result<String, ooxml::Error>;
}

/// Keeps pictures in a package, each once.
pub(crate) struct Media<'a> {
    package: &'a Package,
    changes: &'a mut Changes,
    parts: Vec<(Photo, PartName)>,
    ids: Vec<(PartName, PartName, String)>,
}

impl<'a> Media<'a> {
    /// For `package`, as far as `changes` have gone.
    pub(crate) fn new(package: &'a Package, changes: &'a mut Changes) -> Self {
        Self { package, changes, parts: Vec::new(), ids: Vec::new() }
    }
}

impl Pictures for Media<'_> {
    fn keep(&mut self, story: &PartName, photo: &Photo) -> Result<String, ooxml::Error> {
        let known = self.parts.iter().find(|it| it.0 == *photo).map(|it| it.1.clone());
        let part = if let Some(part) = known {
            part
        } else {
            let folder = story.as_str().rsplit_once('/').map_or("", |it| it.0);
            let (ending, kind) = match photo.format {
                PhotoFormat::Jpeg => ("jpeg", "image/jpeg"),
                PhotoFormat::Png => ("png", "image/png"),
            };
            let wish = format!("{folder}/media/photo.{ending}");
            let part = self.changes.add(self.package, &wish, kind, photo.bytes.clone())?;
            self.parts.push((photo.clone(), part.clone()));
            part
        };
        if let Some(known) = self.ids.iter().find(|it| it.0 == *story && it.1 == part) {
            return Ok(known.2.clone());
        }
        let id = self.changes.relate(self.package, story, relation::IMAGE, &part);
        self.ids.push((story.clone(), part, id.clone()));
        Ok(id)
    }
}

impl Pen<'_> {
    /// Stands for the relationship of a picture until [`Pen::finish`] knows it.
    pub(super) fn picture(&mut self, photo: &Photo) -> String {
        let known = self.pictures.iter().position(|it| it == photo);
        let number = known.unwrap_or_else(|| {
            self.pictures.push(photo.clone());
            self.pictures.len() - 1
        });
        stand_in(number)
    }
}

/// What no answer can hold: XML has no such character.
pub(super) fn stand_in(number: usize) -> String {
    format!("\u{fffe}{number}\u{fffe}")
}

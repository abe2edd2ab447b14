//! Check boxes and option buttons: all places that hold a control's state agree.

use std::collections::BTreeMap;

use ooxml::{Edit, Ns, Package, PartName, Tree};

use super::{Pen, Refused, fits, is_open};
use crate::{
    Field,
    sheet::{
        blank::Spot,
        book::Overlay,
        formula::{self, Scope},
        page::Value,
        vml,
    },
};

impl Pen<'_> {
    /// Ticks the chosen boxes and no others.
    pub(super) fn ticks(
        &mut self,
        field: &Field,
        page: usize,
        boxes: &[usize],
        chosen: &[usize],
    ) -> Result<(), Refused> {
        fits(field, boxes.len(), chosen)?;
        for (option, number) in boxes.iter().enumerate() {
            let is_on = chosen.contains(&option);
            self.set(page, *number, is_on)?;
            self.link(page, *number, Value::Bool(is_on))?;
        }
        Ok(())
    }

    /// Presses the chosen button, which lets the others go.
    pub(super) fn press(
        &mut self,
        page: usize,
        buttons: &[usize],
        counted: &[usize],
        chosen: &[usize],
    ) -> Result<(), Refused> {
        let [option] = chosen else {
            let given = chosen.len();
            return Err(if given == 0 {
                Refused::Empty
            } else {
                Refused::TooMany { limit: 1, given }
            });
        };
        let pressed = *buttons.get(*option).ok_or(Refused::NotInList)?;
        for number in buttons {
            self.set(page, *number, *number == pressed)?;
        }
        let place = counted.iter().position(|it| *it == pressed).unwrap_or(0) + 1;
        let place = u32::try_from(place).map_err(|_| Refused::NotInList)?;
        // The cell is said with the first button, and holds for all.
        let linked =
            counted.iter().find(|it| !self.book.pages[page].controls[**it].link.is_empty());
        match linked {
            Some(number) => self.link(page, *number, Value::Number(f64::from(place))),
            None => Ok(()),
        }
    }

    fn set(&mut self, page: usize, number: usize, is_on: bool) -> Result<(), Refused> {
        if !is_open(self.book, page, number) {
            return Err(Refused::Locked);
        }
        self.states.insert((page, number), is_on);
        Ok(())
    }

    /// Gives the cell that a control is linked to its value.
    fn link(&mut self, page: usize, number: usize, value: Value) -> Result<(), Refused> {
        let link = &self.book.pages[page].controls[number].link;
        if link.is_empty() {
            return Ok(());
        }
        let overlay = Overlay::new();
        let scope = Scope { book: self.book, page, moved: (0, 0), overlay: &overlay };
        let (page, at) = formula::single(link, &scope).ok_or(Refused::Locked)?;
        let spot = Spot { page, at: self.book.pages[page].area(at).first };
        // A box that stays off leaves a cell alone that says nothing.
        let held = self.book.pages[page].value(spot.at);
        if *held == Value::Empty && value == Value::Bool(false) {
            return Ok(());
        }
        self.put(spot, value)
    }

    /// The edits of the controls' properties and of the old drawings.
    pub(super) fn control_edits(
        &self,
        package: &Package,
        edits: &mut BTreeMap<PartName, Vec<Edit>>,
    ) -> Result<(), ooxml::Error> {
        let mut drawn: BTreeMap<PartName, Vec<(u32, bool)>> = BTreeMap::new();
        for ((page, number), is_on) in &self.states {
            let control = &self.book.pages[*page].controls[*number];
            if let Some(part) = &control.properties {
                let own = checked(&package.tree(part)?, *is_on);
                if let Some(edit) = own {
                    edits.entry(part.clone()).or_default().push(edit);
                }
            }
            if let Some((part, shape)) = &control.drawn {
                drawn.entry(part.clone()).or_default().push((*shape, *is_on));
            }
        }
        for (part, states) in drawn {
            let Ok(source) = String::from_utf8(package.part(&part)?) else { continue };
            for shape in vml::shapes(&source) {
                let state = states.iter().find(|(number, _)| *number == shape.number);
                if let Some(edit) = state.and_then(|(_, is_on)| shape.set(&source, *is_on)) {
                    edits.entry(part.clone()).or_default().push(edit);
                }
            }
        }
        Ok(())
    }
}

/// Says in a control's properties whether it is on. Nothing if it says so already.
fn checked(tree: &Tree, is_on: bool) -> Option<Edit> {
    let root = tree.root();
    let old = tree.attr_range(root, Ns::None, "checked");
    let was_on = old.as_ref().is_some_and(|it| &tree.source()[it.clone()] == "Checked");
    match (old, is_on) {
        _ if was_on == is_on => None,
        (Some(range), true) => Some(Edit::replace(range, "Checked")),
        (Some(range), false) => {
            // Off is said by saying nothing, as Excel does.
            let start = tree.source()[..range.start].rfind("checked")?;
            let start = tree.source()[..start].trim_end().len();
            Some(Edit::delete(start..range.end + 1))
        }
        (None, true) => {
            let kind = tree.attr_range(root, Ns::None, "objectType")?;
            Some(Edit::insert(kind.end + 1, " checked=\"Checked\""))
        }
        (None, false) => None,
    }
}

//! Options that stand in cells of their own.

use std::collections::HashSet;

use ooxml::NodeId;

use super::{
    Detector, Scope,
    table::{Contents, Role},
    ticks::Group,
};
use crate::word::{
    grid::{Cell, Grid},
    story::Block,
};

impl Detector<'_> {
    /// A table with an option in each cell is one question, asked by the line above.
    pub(super) fn grid_of_options(
        &mut self,
        grid: &Grid,
        contents: &Contents,
        scope: &Scope,
        title: Option<&str>,
    ) -> bool {
        let mut whole = Group::default();
        let mut cell_of_first = None;
        for cell in grid.cells() {
            let mut lines = self.story.blocks(cell.node).into_iter().filter_map(|it| match it {
                Block::Paragraph(node) => Some(self.line(node)).filter(|it| !it.is_empty()),
                Block::Table(_) => None,
            });
            match (contents[&cell.node].role, lines.next(), lines.next()) {
                (Role::Empty, ..) => {}
                (Role::Mixed, Some(line), None) => {
                    let mut marked = self.marked(&line, true);
                    let is_one = marked.groups.len() == 1
                        && marked.groups[0].len() == 1
                        && !marked.groups[0].has_label();
                    if !is_one {
                        return false;
                    }
                    cell_of_first.get_or_insert(cell.node);
                    whole.extend(marked.groups.remove(0));
                }
                _ => return false,
            }
        }
        if whole.len() < 3 {
            return false;
        }
        let label =
            title.or(scope.section.last().map(String::as_str)).unwrap_or_default().to_owned();
        let inner = Scope { cell: cell_of_first, ..scope.clone() };
        self.add_options(&inner, whole, &label, false);
        true
    }

    /// `Citizen? | Yes ☐ | No ☐`: the options of one question, each in a cell of its own.
    pub(super) fn options_of_row(
        &self,
        grid: &Grid,
        first: &Cell,
        used: &mut HashSet<NodeId>,
    ) -> Option<Group> {
        let mut whole = self.lone_option(first)?;
        let row = &grid.rows[first.row];
        for cell in row.iter().skip(first.number + 1) {
            let Some(more) = self.lone_option(cell).filter(|_| !cell.is_continuation) else {
                break;
            };
            used.insert(cell.node);
            whole.extend(more);
        }
        (whole.len() > 1).then_some(whole)
    }

    /// The option that is all a cell holds.
    fn lone_option(&self, cell: &Cell) -> Option<Group> {
        let mut lines = self.story.blocks(cell.node).into_iter().map(|it| match it {
            Block::Paragraph(node) => Some(self.line(node)),
            Block::Table(_) => None,
        });
        let line = lines.next()??;
        if lines.any(|it| it.is_none_or(|it| !it.is_empty())) || line.is_empty() {
            return None;
        }
        let mut marked = self.marked(&line, true);
        let is_one = marked.groups.len() == 1
            && marked.groups[0].len() == 1
            && !marked.groups[0].has_label()
            && marked.groups[0].names_all();
        is_one.then(|| marked.groups.remove(0))
    }
}

//! Formulas that look at what was written.
//!
//! A formula's last result stands in the file beside it, and Excel shows that
//! until it works the formula out again. Where a formula looks at a cell that
//! was filled, the workbook is told to be worked out when it is opened
//! (`fullCalcOnLoad`). Where none does, the workbook is not touched: Excel
//! would only ask on closing whether to save a file that nobody changed.

use ooxml::{Edit, NodeId, Ns, Tree};

use crate::sheet::{
    book::{Book, Overlay},
    formula::Formula,
    place::{Area, At},
};

/// Functions that may look anywhere.
const ANYWHERE: &[&str] = &["OFFSET", "INDIRECT", "INDEX", "CELL"];

/// Whether a formula of the workbook looks at a written cell.
pub(super) fn look_at(book: &Book, written: &Overlay) -> bool {
    if written.is_empty() {
        return false;
    }
    book.pages.iter().enumerate().any(|(index, page)| {
        let worked_out = page.cells.iter().filter(|(_, it)| it.has_formula);
        worked_out.into_iter().any(|(_, cell)| {
            let tree = &page.tree;
            let Some(formula) = tree.child(cell.node, Ns::S, "f") else { return false };
            let shared = tree.attr(formula, Ns::None, "ref").and_then(|it| Area::parse(&it));
            let text = tree.text(formula);
            // The cells of a shared formula but the first say nothing; the first says for all.
            !text.trim().is_empty() && looks(book, index, &text, shared, written, 0)
        })
    })
}

fn looks(
    book: &Book,
    page: usize,
    text: &str,
    shared: Option<Area>,
    written: &Overlay,
    depth: usize,
) -> bool {
    // What cannot be read may look at anything.
    let Some(formula) = Formula::parse(text) else { return true };
    let mut found = false;
    formula.walk(&mut |part| match part {
        Formula::Cells(reference) => {
            let of = reference.sheet.as_ref().map_or(Some(page), |it| book.page_called(it));
            let area = spread(reference.area, shared);
            found |= written.keys().any(|(on, at)| {
                Some(*on) == of
                    && (area.contains(*at) || area.contains(book.pages[*on].area(*at).last))
            });
        }
        Formula::Call(name, _) => found |= ANYWHERE.contains(&name.as_str()),
        Formula::Name(name) => {
            found |= depth > 8
                || book
                    .name(name, page)
                    .is_none_or(|it| looks(book, page, it, None, written, depth + 1));
        }
        _ => {}
    });
    found
}

/// All cells that a shared formula looks at, wherever it stands.
fn spread(area: Area, shared: Option<Area>) -> Area {
    let Some(shared) = shared else { return area };
    let last = At::new(
        area.last.row.saturating_add(shared.height() - 1),
        area.last.column.saturating_add(shared.width() - 1),
    );
    Area { last, ..area }
}

/// What comes before `calcPr` in a workbook, the nearest first (ECMA-376 part 1, 18.2.27).
const BEFORE: &[&str] = &["definedNames", "externalReferences", "functionGroups", "sheets"];

/// Tells the workbook to be worked out when it is opened.
pub(super) fn recalculate(tree: &Tree) -> Vec<Edit> {
    let root = tree.root();
    let child = |name: &str| -> Option<NodeId> { tree.child(root, Ns::S, name) };
    if let Some(calculation) = child("calcPr") {
        let edit = if let Some(range) = tree.attr_range(calculation, Ns::None, "fullCalcOnLoad") {
            Edit::replace(range, "1")
        } else {
            let inner = tree.inner(calculation).start;
            let at = if tree.is_self_closed(calculation) { inner } else { inner - 1 };
            let at = tree.source()[..at].trim_end().len();
            Edit::insert(at, " fullCalcOnLoad=\"1\"")
        };
        return vec![edit];
    }
    let Some(before) = BEFORE.iter().find_map(|it| child(it)) else { return Vec::new() };
    let prefix = tree.prefix(root);
    let text = format!("<{prefix}calcPr fullCalcOnLoad=\"1\"/>");
    vec![Edit::insert(tree.range(before).end, text)]
}

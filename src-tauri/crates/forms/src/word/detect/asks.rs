//! Which cell asks for which: the grid decides.
//!
//! A blank cell belongs to the label left of it, else to the one above, else to
//! a caption below; a merged cell over several is the title of their block.

use ooxml::NodeId;

use super::table::{Contents, Role};
use crate::word::{
    detect::text,
    grid::{Cell, Grid},
};

/// This many blank cells in a row after one label take one character each.
pub(super) const DIGIT_CELLS: usize = 6;
/// A cell for one character is no wider, in twentieths of a point (12 mm).
const DIGIT_WIDTH: u32 = 700;

/// A row of merged cells, each the title of a block of labels and blanks below it:
/// `Referee 1 | Referee 2` over `Name | __ | Name | __`.
pub(super) fn titles_of_blocks<'g>(
    grid: &'g Grid,
    contents: &Contents,
    row: usize,
) -> Option<Vec<&'g Cell>> {
    let titles: Vec<&Cell> = grid.rows[row].iter().collect();
    let below = grid.rows.get(row + 1)?;
    let is_title = |title: &&Cell| {
        let mut block = below.iter().filter(|it| holds(title, it));
        let first = block.next().filter(|it| it.columns.start == title.columns.start);
        title.rows.len() == 1
            && title.columns.len() > 1
            && is_words(contents, title)
            && first.is_some_and(|it| is_words(contents, it))
            && block.next().is_some_and(|it| contents[&it.node].role == Role::Empty)
    };
    (titles.len() > 1 && titles.iter().all(is_title)).then_some(titles)
}

/// Whether a cell stands within the columns of a title.
pub(super) fn holds(title: &Cell, cell: &Cell) -> bool {
    title.columns.start <= cell.columns.start && cell.columns.end <= title.columns.end
}

/// The cell that names the row of a blank whose label heads its column.
pub(super) fn name_of_row<'g>(
    grid: &'g Grid,
    contents: &Contents,
    cell: &Cell,
) -> Option<&'g Cell> {
    let label = direct_label(grid, contents, cell)?;
    let is_above = label.rows.end <= cell.row && label.columns.end > cell.columns.start;
    let first = grid.rows[cell.row].first().filter(|it| !it.is_continuation)?;
    let names = label.rows.end <= first.rows.start
        && is_words(contents, first)
        && !text::is_index(&contents[&first.node].text);
    (is_above && names).then_some(first)
}

/// `Phone: | Phone: | Phone:`: the first cell says again what its row asks, under
/// headers that say of whom; it has no blank of its own.
pub(super) fn titles_its_row(grid: &Grid, contents: &Contents, cell: &Cell) -> bool {
    let row = &grid.rows[cell.row];
    // `Land line No` and `Landline No.` are the same words.
    let letters = |it: &Cell| {
        let text = contents[&it.node].text.chars();
        text.filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    cell.number == 0
        && cell.row > 0
        && row.len() > 2
        && contents[&cell.node].has_colon
        && contents[&cell.node].text.chars().any(char::is_alphabetic)
        && row[1..].iter().all(|it| !it.is_continuation && letters(it) == letters(cell))
}

/// The words that ask for a cell: left, above, below.
pub(super) fn label_of(grid: &Grid, contents: &Contents, cell: &Cell) -> Option<String> {
    direct_label(grid, contents, cell).map(|it| contents[&it.node].text.clone())
}

pub(super) fn is_words(contents: &Contents, cell: &Cell) -> bool {
    contents
        .get(&cell.node)
        .is_some_and(|it| it.role == Role::Words && it.text.chars().any(char::is_alphabetic))
}

/// Blank rows with their captions below them: the first row is blank and the
/// last is words, or row after row of several cells is one and then the other.
pub(super) fn has_captions_below(grid: &Grid, contents: &Contents) -> bool {
    let role = |it: &Cell| contents.get(&it.node).map(|it| it.role);
    let all = |row: Option<&Vec<Cell>>, wanted: Role| {
        row.is_some_and(|row| row.iter().all(|it| role(it) == Some(wanted)))
    };
    let is_plain = all(grid.rows.first(), Role::Empty)
        && all(grid.rows.get(1), Role::Words)
        && all(grid.rows.last(), Role::Words);
    if is_plain {
        return true;
    }
    let captions = |row: &[Cell]| {
        let count = row.iter().filter(|it| is_words(contents, it)).count();
        count > 0 && row.iter().all(|it| matches!(role(it), Some(Role::Words | Role::Empty)))
    };
    let is_blank = |row: &[Cell]| all(Some(&row.to_vec()), Role::Empty);
    let mut pairs = 0;
    let mut last = (false, false);
    for pair in grid.rows.windows(2).filter(|it| it[0].len() > 1 && it[1].len() > 1) {
        last = (is_blank(&pair[0]), captions(&pair[1]));
        // A blank cell under each label's neighbour: every caption has its blank above.
        let stands_over = pair[1]
            .iter()
            .filter(|it| is_words(contents, it))
            .all(|it| grid.above(it).is_some_and(|above| role(above) == Some(Role::Empty)));
        pairs += usize::from(last == (true, true) && stands_over);
    }
    pairs >= 3 && last == (true, true)
}

/// A row that says under each blank of `Full name: | __ | __ | __` what goes there:
/// it begins with nothing, and its words stand under blanks of their width.
pub(super) fn is_caption_row(grid: &Grid, contents: &Contents, row: usize) -> bool {
    let role = |it: &Cell| contents.get(&it.node).map(|it| it.role);
    let Some(above) = row.checked_sub(1).and_then(|it| grid.rows.get(it)) else { return false };
    let Some([first, rest @ ..]) = grid.rows.get(row).map(Vec::as_slice) else { return false };
    if role(first) != Some(Role::Empty) || first.is_continuation || above.len() < 2 {
        return false;
    }
    let mut captions = rest.iter().filter(|it| role(it) != Some(Role::Empty)).peekable();
    captions.peek().is_some()
        && captions.all(|it| {
            let blank = grid.above(it).filter(|it| role(it) == Some(Role::Empty));
            is_words(contents, it)
                && it.rows.len() == 1
                && blank.is_some_and(|blank| blank.columns.start == it.columns.start)
        })
}

/// The cell whose words ask for `cell`.
pub(super) fn direct_label<'g>(
    grid: &'g Grid,
    contents: &Contents,
    cell: &Cell,
) -> Option<&'g Cell> {
    let is_blank = |it: &Cell| contents.get(&it.node).is_some_and(|it| it.role != Role::Words);
    if has_captions_below(grid, contents) {
        return grid.below(cell).filter(|it| is_words(contents, it));
    }
    if is_caption_row(grid, contents, cell.rows.end)
        && let Some(caption) = grid.below(cell).filter(|it| is_words(contents, it))
    {
        return Some(caption);
    }
    if let Some(left) = grid.left_of(cell) {
        let content = &contents[&left.node];
        // Over a `1.` the words head a column.
        let heads = grid.below(left).is_some_and(|it| text::is_index(&contents[&it.node].text));
        if is_words(contents, left) && !text::is_prompt(&content.text) && !heads {
            return Some(left);
        }
    }
    if let Some(above) = grid.above(cell) {
        let asks_right = grid.right_of(above).is_some_and(is_blank);
        let leads = grid.left_of(above).is_none_or(|it| !is_words(contents, it) || !asks_right);
        let captions = is_caption_row(grid, contents, above.row);
        if is_words(contents, above) && !asks_right && leads && !captions {
            return Some(above);
        }
    }
    if let Some(below) = grid.below(cell) {
        let asks_right = grid.right_of(below).is_some_and(is_blank);
        let below_is_label = grid.below(below).is_none_or(|it| {
            contents.get(&it.node).is_none_or(|c| c.role != Role::Empty) || cell.row == 0
        });
        if is_words(contents, below)
            && !asks_right
            && below_is_label
            && grid.left_of(cell).is_none_or(is_blank)
        {
            return Some(below);
        }
    }
    None
}

/// `紧急联系人 | 姓名 | __ | 电话 | __`: the first cell asks nothing itself, and says
/// whom the labels behind it are about.
pub(super) fn heads_its_row(grid: &Grid, contents: &Contents, cell: &Cell) -> bool {
    let is_blank = |it: &Cell| {
        let role = contents.get(&it.node).map(|it| it.role);
        matches!(role, Some(Role::Empty | Role::Mixed))
    };
    let Some(label) = grid.right_of(cell).filter(|it| is_words(contents, it)) else {
        return false;
    };
    let asked: Vec<&Cell> = grid.rows[cell.row].iter().skip(2).step_by(2).collect();
    cell.number == 0
        && grid.rows[cell.row].len() >= 5
        && asked.iter().all(|it| is_blank(it))
        && grid.right_of(label).is_some_and(is_blank)
        && grid.below(cell).is_none_or(|it| !is_blank(it))
}

/// Whether other cells of the column are prompts, so that this sentence is one.
pub(super) fn stands_among_prompts(grid: &Grid, contents: &Contents, cell: &Cell) -> bool {
    let is_sentence = |it: &Cell| text::is_sentence(&contents[&it.node].text);
    let prompts = grid
        .cells()
        .filter(|it| it.columns == cell.columns && text::is_prompt(&contents[&it.node].text));
    is_sentence(cell) && prompts.count() > 0
}

/// Whether a label's blank is the cell beside it or below it.
pub(super) fn asks_neighbour(grid: &Grid, contents: &Contents, cell: &Cell) -> bool {
    let takes = |it: &Cell| {
        let content = &contents[&it.node];
        let is_asked = match content.role {
            Role::Empty | Role::Control => true,
            // A question with a number of its own answers none.
            Role::Mixed => {
                let asks_itself = text::is_numbered(&content.text)
                    && text::is_numbered(&contents[&cell.node].text);
                !asks_itself && !content.text.contains([':', '：'])
            }
            Role::Words => text::is_clear_prompt(&content.text),
        };
        is_asked && direct_label(grid, contents, it).is_some_and(|label| label.node == cell.node)
    };
    let is_captioned = |it: &Cell| {
        contents[&it.node].role == Role::Empty && is_caption_row(grid, contents, it.rows.end)
    };
    grid.right_of(cell).is_some_and(|it| takes(it) || is_captioned(it))
        || grid.below(cell).is_some_and(takes)
}

/// The blank cells that follow one another from `cell` on, in its row.
pub(super) fn blank_run(grid: &Grid, contents: &Contents, cell: &Cell) -> Vec<NodeId> {
    grid.rows[cell.row][cell.number..]
        .iter()
        .take_while(|it| {
            let is_narrow = it.width.is_none_or(|width| width <= DIGIT_WIDTH);
            is_narrow && contents.get(&it.node).is_some_and(|it| it.role == Role::Empty)
        })
        .map(|it| it.node)
        .collect()
}

/// One row of blank cells: boxes under the line that asks.
pub(super) fn is_blank_row(grid: &Grid, contents: &Contents) -> bool {
    grid.rows.len() == 1 && contents.values().all(|it| it.role != Role::Words)
}

/// A cell without words is no wider, in twentieths of a point (7 mm).
const SPACER_WIDTH: u32 = 400;

/// A blank cell that parts others: a sliver between columns, or the full row
/// between two blocks, of which the next begins with a heading.
pub(super) fn is_spacer(grid: &Grid, contents: &Contents, cell: &Cell) -> bool {
    if contents[&cell.node].role != Role::Empty {
        return false;
    }
    let is_sliver = cell.width.is_some_and(|it| 0 < it && it <= SPACER_WIDTH)
        && blank_run(grid, contents, cell).len() < DIGIT_CELLS
        && grid.rows[cell.row].iter().any(|it| is_words(contents, it));
    let is_alone = |row: usize| grid.rows.get(row).is_some_and(|it| it.len() == 1);
    let above = cell.row.checked_sub(1);
    let parts_blocks = is_alone(cell.row)
        && is_alone(cell.rows.end)
        && grid.below(cell).is_some_and(|it| is_words(contents, it))
        && above.is_some_and(|it| !is_alone(it))
        && grid.rows.get(cell.rows.end + 1).is_some_and(|it| it.len() > 1);
    is_sliver || parts_blocks || is_gap_in_headers(grid, contents, cell)
}

/// The one blank among many headers of a first row: a column that nobody named.
fn is_gap_in_headers(grid: &Grid, contents: &Contents, cell: &Cell) -> bool {
    let headers = &grid.rows[cell.row];
    let words = headers.iter().filter(|it| is_words(contents, it)).count();
    let is_blank = |it: &&Cell| contents.get(&it.node).is_some_and(|it| it.role == Role::Empty);
    let blanks_below = grid.rows.iter().skip(1).flatten().filter(is_blank).count();
    cell.row == 0 && words >= 4 && words + 1 == headers.len() && blanks_below > words
}

//! Where an answer goes in a Word part: what [`super::detect()`] found and [`super::write`] fills.
//!
//! A blank names elements of the story's tree and stretches of a paragraph's
//! atoms (see [`super::atoms`]). It says nothing of what is asked.

use std::ops::Range;

use ooxml::NodeId;

use crate::DatePart;

/// A stretch of a paragraph's atoms. An empty one is a place to insert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// The `w:p`.
    pub(crate) paragraph: NodeId,
    /// Indices into the paragraph's atoms.
    pub(crate) atoms: Range<usize>,
}

impl Stretch {
    /// The atoms of a paragraph.
    pub(crate) fn new(paragraph: NodeId, atoms: Range<usize>) -> Self {
        Self { paragraph, atoms }
    }
}

/// Where an answer goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Blank {
    /// An empty `w:tc`: the answer goes into its first paragraph.
    Cell(NodeId),
    /// A `w:tc` whose words are a prompt or a specimen that the answer replaces.
    Prompt(NodeId),
    /// Underscores, underlined spaces, a gap, a template mark: the answer takes
    /// their place. An empty stretch: the answer is put there.
    Inline {
        /// Where.
        stretch: Stretch,
        /// What stands there now, which decides how the answer is drawn.
        style: Line,
    },
    /// A line or brackets that take the letter of an option.
    Letter {
        /// Where.
        stretch: Stretch,
        /// How it is drawn.
        style: Line,
        /// The options' letters, in order.
        letters: Vec<char>,
    },
    /// Empty paragraphs under a label paragraph. With none of them empty, a new
    /// line is started after the label.
    Below {
        /// The label's `w:p`.
        label: NodeId,
        /// The empty `w:p`s, in order.
        lines: Vec<NodeId>,
    },
    /// `__年__月__日`, `__/__/____`: each part goes into its own stretch.
    Mask(Vec<(DatePart, Stretch)>),
    /// Marks to tick, one for each option.
    Ticks(Vec<Tick>),
    /// A `w:sdt` that takes text, rich text, a date or one of a list.
    Control(NodeId),
    /// A legacy form field, by the `w:r` that holds its `w:fldChar` `begin`.
    FormField(NodeId),
    /// One character for each `w:tc`.
    Digits(Vec<NodeId>),
    /// A `w:tc` for a picture; its printed hint goes.
    Photo(NodeId),
    /// Cells under headers, row by row. `None` is a printed cell, to be kept.
    Rows(Vec<Vec<Option<Blank>>>),
    /// Not to be written: signatures and parts for others.
    Nothing,
}

/// How an inline blank is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    /// `______`: the answer is underlined, and the rest of the line stays.
    Underscores,
    /// Underlined spaces or tabs: the same.
    Underlined,
    /// Plain white space, or nothing.
    Gap,
    /// Dots or dashes, replaced.
    Leaders,
    /// `{{name}}`, «name», XXXX: replaced.
    Mark,
    /// Between brackets: `（  ）`.
    Brackets,
}

/// How one option is ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Tick {
    /// A glyph (`□`, `☐`, `○`) or a `w:sym`, one atom of a paragraph.
    Glyph(Stretch),
    /// A `w14:checkbox` control, by its `w:sdt`.
    Control(NodeId),
    /// A legacy check box, by the `w:r` of its `begin`.
    FormField(NodeId),
    /// What stands between brackets to be ticked: `（  ）`, `[ ]`.
    Brackets(Stretch),
    /// A bare word (Yes / No): ticked beside it.
    Bare(Stretch),
    /// An empty `w:tc` that takes the tick.
    Cell(NodeId),
}

//! Controls around whole paragraphs, and text boxes: forms of their own.

use ooxml::{NodeId, Ns};

use super::{Detector, Draft, Scope, flow::Line, text};
use crate::{
    Kind,
    word::{
        blank::{Blank, Line as Drawn, Stretch},
        story::Block,
    },
};

impl Detector<'_> {
    /// A control around whole paragraphs.
    pub(super) fn block_control(
        &mut self,
        control: NodeId,
        line: &Line,
        scope: &Scope,
        above: Option<String>,
    ) {
        if !self.controls.insert(control) {
            return;
        }
        // `Y/N` above the control says how to answer, not what is asked.
        let label = above
            .filter(|it| !self.says_choice(it))
            .or_else(|| scope.label.clone())
            .unwrap_or_default();
        let mut draft = Draft::new(text::asking(&label), Kind::Text, Blank::Nothing);
        self.describe_control(control, &mut draft);
        draft.current = self.control_text(control);
        match scope.cell {
            Some(cell) => self.add_cell(scope, cell, draft),
            None => self.add_inline(scope, &Stretch::new(line.node, 0..0), 0, draft),
        };
    }

    /// The answer that stands in a control, its prompt left out.
    pub(super) fn control_text(&self, control: NodeId) -> String {
        let tree = &self.story.tree;
        let texts: Vec<String> = tree
            .descendants(control)
            .filter(|it| tree.is(*it, Ns::W, "p"))
            .map(|it| crate::word::atoms::written(self.story.atoms(it)))
            .collect();
        texts.join("\n").trim().to_owned()
    }

    /// The boxes drawn beside a line: forms of their own. Says whether one of them is the blank
    /// that the line's words ask for.
    pub(super) fn text_boxes(&mut self, line: &Line, scope: &Scope, above: Option<&str>) -> bool {
        let mut answers = false;
        for node in self.story.text_boxes(line.node) {
            let mut inner = scope.clone();
            let words = (!line.words.is_empty()).then(|| line.words.clone());
            let speaks = words.is_some();
            inner.label = words.or_else(|| above.map(str::to_owned));
            answers |= self.text_box(node, &mut inner) && speaks;
        }
        answers
    }

    /// Says whether the box is blank and answers the words beside it.
    fn text_box(&mut self, node: NodeId, scope: &mut Scope) -> bool {
        let lines: Vec<Line> = self
            .story
            .blocks(node)
            .iter()
            .filter_map(|it| match it {
                Block::Paragraph(node) => Some(self.line(*node)),
                Block::Table(_) => None,
            })
            .collect();
        let label = scope.label.clone().map(|it| text::asking(&it)).unwrap_or_default();
        let is_blank = lines.iter().all(Line::is_empty) && !lines.is_empty();
        let asks = scope.label.as_ref().is_some_and(|it| it.trim_end().ends_with([':', '：']));
        if is_blank && asks && text::is_label(&label) {
            let first = lines[0].node;
            let at = Stretch::new(first, 0..0);
            let blank = Blank::Inline { stretch: at.clone(), style: Drawn::Gap };
            self.add_inline(scope, &at, 0, Draft::new(label, Kind::Text, blank));
            return true;
        }
        if !is_blank {
            self.flow(node, scope);
        }
        false
    }
}

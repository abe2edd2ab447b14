//! Controls and legacy fields, which say themselves what they take.

use ooxml::{NodeId, Ns};

use super::{Detector, Draft};
use crate::{Kind, word::blank::Blank};

impl Detector<'_> {
    /// What a content control takes: text, a date, one of a list, a picture.
    pub(super) fn describe_control(&self, control: NodeId, draft: &mut Draft) {
        let tree = &self.story.tree;
        draft.blank = Blank::Control(control);
        let Some(properties) = tree.child(control, Ns::W, "sdtPr") else { return };
        for node in tree.children(properties) {
            match tree.local(node) {
                "dropDownList" | "comboBox" => {
                    draft.kind = Kind::Choice;
                    draft.options = self.list_items(node);
                }
                "date" => {
                    draft.kind = Kind::Date;
                    if let Some(format) = tree.child(node, Ns::W, "dateFormat") {
                        let format = tree.attr(format, Ns::W, "val").unwrap_or_default();
                        if draft.hint.is_empty() {
                            draft.hint = format.into_owned();
                        }
                    }
                }
                "picture" => draft.kind = Kind::Photo,
                // A label that the form's author gave to the control itself.
                "alias" | "tag" if draft.label.is_empty() => {
                    draft.label = tree.attr(node, Ns::W, "val").unwrap_or_default().into_owned();
                }
                _ => {}
            }
        }
    }

    /// The items a list shows; the one that only says "choose" is left out of
    /// nobody's way: its value is empty.
    fn list_items(&self, list: NodeId) -> Vec<String> {
        let tree = &self.story.tree;
        tree.children(list)
            .filter(|it| tree.is(*it, Ns::W, "listItem"))
            .map(|it| {
                tree.attr(it, Ns::W, "displayText")
                    .or_else(|| tree.attr(it, Ns::W, "value"))
                    .unwrap_or_default()
                    .into_owned()
            })
            .collect()
    }

    /// What a legacy form field takes, by the run of its `begin`.
    pub(super) fn describe_form_field(&self, run: NodeId, draft: &mut Draft) {
        let tree = &self.story.tree;
        draft.blank = Blank::FormField(run);
        let Some(form) = tree.descendants(run).find(|it| tree.is(*it, Ns::W, "ffData")) else {
            return;
        };
        for node in tree.children(form) {
            match tree.local(node) {
                "ddList" => {
                    draft.kind = Kind::Choice;
                    draft.options = tree
                        .children(node)
                        .filter(|it| tree.is(*it, Ns::W, "listEntry"))
                        .map(|it| tree.attr(it, Ns::W, "val").unwrap_or_default().into_owned())
                        .collect();
                }
                "helpText" | "statusText" if draft.label.is_empty() => {
                    draft.label = tree.attr(node, Ns::W, "val").unwrap_or_default().into_owned();
                }
                _ => {}
            }
        }
    }
}

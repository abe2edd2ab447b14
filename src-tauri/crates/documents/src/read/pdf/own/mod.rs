//! A reader of our own.
//!
//! It runs the content of a page, follows where text is shown, and asks each font
//! what its codes mean: by its own table, by the character set of a Chinese font
//! that is not in the file, or by the names of its glyphs. It draws nothing, so it
//! leaves out everything that has no letters.

mod cmap;
mod font;
mod names;
mod program;

use std::collections::HashMap;
use std::rc::Rc;

use font::Font;
use pdf_extract::{Dictionary, Document, Object, ObjectId, content::Content};

use super::layout::{Glyph, MOST_GLYPHS};

/// Forms within forms end somewhere.
const DEEPEST: usize = 8;
/// A page that does more than this means harm.
const MOST_STEPS: usize = 2_000_000;

/// The letters of a page; those whose meaning is unknown as U+FFFD.
pub(super) fn glyphs(document: &Document, page: ObjectId) -> Vec<Glyph> {
    let mut reader =
        Reader { document, fonts: HashMap::new(), glyphs: Vec::new(), steps: MOST_STEPS };
    let resources = inherited(document, page, b"Resources");
    let content = document.get_page_content(page).unwrap_or_default();
    reader.run(&content, resources, &mut State::default(), DEEPEST);
    reader.glyphs
}

/// An attribute of a page, its own or of a node above it.
pub(super) fn inherited<'a>(
    document: &'a Document,
    page: ObjectId,
    key: &[u8],
) -> Option<&'a Dictionary> {
    let mut node = document.get_dictionary(page).ok()?;
    for _ in 0..64 {
        if let Ok(found) = node.get_deref(key, document) {
            return found.as_dict().ok();
        }
        node = node.get_deref(b"Parent", document).ok()?.as_dict().ok()?;
    }
    None
}

type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `one`, then `two`.
fn then(one: Matrix, two: Matrix) -> Matrix {
    [
        one[0] * two[0] + one[1] * two[2],
        one[0] * two[1] + one[1] * two[3],
        one[2] * two[0] + one[3] * two[2],
        one[2] * two[1] + one[3] * two[3],
        one[4] * two[0] + one[5] * two[2] + two[4],
        one[4] * two[1] + one[5] * two[3] + two[5],
    ]
}

/// The graphics state, as far as it moves letters.
#[derive(Clone)]
struct State {
    page: Matrix,
    text: Matrix,
    line: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

impl Default for State {
    fn default() -> Self {
        Self {
            page: IDENTITY,
            text: IDENTITY,
            line: IDENTITY,
            font: None,
            size: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

impl State {
    fn next_line(&mut self, x: f64, y: f64) {
        self.line = then([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.text = self.line;
    }

    fn advance(&mut self, x: f64) {
        self.text = then([1.0, 0.0, 0.0, 1.0, x, 0.0], self.text);
    }
}

struct Reader<'a> {
    document: &'a Document,
    /// By the dictionary's place in memory: names mean something else in each form.
    fonts: HashMap<*const Dictionary, Rc<Font>>,
    glyphs: Vec<Glyph>,
    steps: usize,
}

impl<'a> Reader<'a> {
    fn run(
        &mut self,
        content: &[u8],
        resources: Option<&'a Dictionary>,
        state: &mut State,
        depth: usize,
    ) {
        let Ok(content) = Content::decode(content) else { return };
        let mut saved = Vec::new();
        for step in content.operations {
            let Some(steps) = self.steps.checked_sub(1) else { return };
            self.steps = steps;
            let it = step.operands.as_slice();
            let number = |at: usize| it.get(at).map_or(0.0, number);
            match step.operator.as_str() {
                "q" if saved.len() < 256 => saved.push(state.clone()),
                "Q" => {
                    if let Some(before) = saved.pop() {
                        *state = before;
                    }
                }
                "cm" => state.page = then(matrix(it), state.page),
                "BT" => {
                    state.line = IDENTITY;
                    state.text = IDENTITY;
                }
                "Tf" => {
                    state.font = it.first().and_then(|name| self.font(name, resources));
                    state.size = number(1);
                }
                "Tc" => state.letter_space = number(0),
                "Tw" => state.word_space = number(0),
                "Tz" => state.stretch = number(0) / 100.0,
                "TL" => state.leading = number(0),
                "Ts" => state.rise = number(0),
                "Td" => state.next_line(number(0), number(1)),
                "TD" => {
                    state.leading = -number(1);
                    state.next_line(number(0), number(1));
                }
                "Tm" => {
                    state.line = matrix(it);
                    state.text = state.line;
                }
                "T*" => state.next_line(0.0, -state.leading),
                "Tj" => self.show(it.first(), state),
                "'" => {
                    state.next_line(0.0, -state.leading);
                    self.show(it.first(), state);
                }
                "\"" => {
                    (state.word_space, state.letter_space) = (number(0), number(1));
                    state.next_line(0.0, -state.leading);
                    self.show(it.get(2), state);
                }
                "TJ" => {
                    for part in it.first().and_then(|it| it.as_array().ok()).into_iter().flatten() {
                        if matches!(part, Object::String(..)) {
                            self.show(Some(part), state);
                        } else {
                            let back = self::number(part) / 1000.0;
                            state.advance(-back * state.size * state.stretch);
                        }
                    }
                }
                "Do" => {
                    if let Some(name) = it.first() {
                        self.form(name, resources, state, depth);
                    }
                }
                _ => {}
            }
        }
    }

    fn resource(
        &self,
        kind: &[u8],
        name: &Object,
        resources: Option<&'a Dictionary>,
    ) -> Option<&'a Object> {
        let of_kind = resources?.get_deref(kind, self.document).ok()?.as_dict().ok()?;
        of_kind.get_deref(name.as_name().ok()?, self.document).ok()
    }

    fn font(&mut self, name: &Object, resources: Option<&'a Dictionary>) -> Option<Rc<Font>> {
        let font = self.resource(b"Font", name, resources)?.as_dict().ok()?;
        let known = self.fonts.entry(std::ptr::from_ref(font));
        Some(Rc::clone(known.or_insert_with(|| Rc::new(Font::read(self.document, font)))))
    }

    fn form(
        &mut self,
        name: &Object,
        resources: Option<&'a Dictionary>,
        state: &State,
        depth: usize,
    ) {
        let form = self.resource(b"XObject", name, resources).and_then(|it| it.as_stream().ok());
        let Some(form) = form.filter(|_| depth > 0) else { return };
        if !form.dict.get(b"Subtype").is_ok_and(|it| it.as_name().is_ok_and(|it| it == b"Form")) {
            return;
        }
        let mut inside = state.clone();
        if let Ok(own) = form.dict.get_deref(b"Matrix", self.document) {
            let own = own.as_array().map_or(IDENTITY, |it| matrix(it));
            inside.page = then(own, inside.page);
        }
        let own = form.dict.get_deref(b"Resources", self.document).and_then(Object::as_dict).ok();
        let content = form.get_plain_content().unwrap_or_default();
        self.run(&content, own.or(resources), &mut inside, depth - 1);
    }

    fn show(&mut self, codes: Option<&Object>, state: &mut State) {
        let Some(Object::String(bytes, _)) = codes else { return };
        let Some(font) = state.font.clone() else { return };
        for letter in font.letters(bytes) {
            if self.glyphs.len() >= MOST_GLYPHS {
                return;
            }
            let length = letter.width * state.size * state.stretch;
            let place = then([1.0, 0.0, 0.0, 1.0, 0.0, state.rise], then(state.text, state.page));
            let size = (state.size * font.height * place[2].hypot(place[3])).abs();
            let run = (length * place[0], length * place[1]);
            if [place[4], place[5], run.0, run.1, size].iter().all(|it| it.is_finite()) {
                self.glyphs.push(Glyph { at: (place[4], place[5]), run, size, text: letter.text });
            }
            let space = if letter.is_space { state.word_space } else { 0.0 };
            state.advance(length + (state.letter_space + space) * state.stretch);
        }
    }
}

fn number(it: &Object) -> f64 {
    it.as_float().map_or(0.0, f64::from)
}

fn matrix(it: &[Object]) -> Matrix {
    let numbers: Vec<f64> = it.iter().map(number).collect();
    numbers.try_into().unwrap_or(IDENTITY)
}

//! The fonts of a document: three faces, and who stands in where they lack a character.
//!
//! A file is read when the first character needs it: a letter in English never
//! touches the 20 MB that Chinese takes.
//!
//! **Invariant:** a character is drawn by a font that has it, or its absence is an
//! error. Nothing is left blank without a word.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::font::{Font, Pairs};
use super::system::System;
use crate::Error;

/// Which of the three fonts words are set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Upright.
    Regular,
    /// Upright and strong.
    Bold,
    /// Slanted. Chinese is not slanted; it stays upright.
    Italic,
}

/// A font of a document, by its place among [`Fonts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct FontId(usize);

/// The font that stands in for what the three faces lack, above all Chinese, in the folder that
/// [`Fonts::shipped`] is given.
pub const CHINESE: &str = "NotoSansSC-Regular.ttf";
const CHINESE_BOLD: &str = "NotoSansSC-Bold.ttf";
/// ☐☑☒ are in no Chinese font.
const BOXES: &str = "NotoSansSymbols2-Boxes.ttf";

/// Marks that fonts have of their own for each script: Chinese ones fill a square.
const SHARED: &str = "“”‘’…—·";

/// The fonts that a document is set in.
#[derive(Debug)]
pub struct Fonts {
    faces: [Arc<Font>; 3],
    /// Chinese, Chinese in bold, boxes.
    stand_ins: [StandIn; 3],
    /// Fonts of this computer, if they may be asked, and those that were needed.
    system: Option<System>,
    found: Mutex<Vec<Arc<Font>>>,
}

/// A font that is opened when it is needed.
#[derive(Debug, Default)]
struct StandIn {
    path: Option<PathBuf>,
    font: OnceLock<Option<Arc<Font>>>,
}

impl StandIn {
    fn at(path: PathBuf) -> Self {
        Self { path: Some(path), font: OnceLock::new() }
    }

    /// The font. `None`: it is not there or cannot be used, and the next one is asked.
    fn open(&self) -> Option<&Arc<Font>> {
        let open = || {
            let bytes = std::fs::read(self.path.as_ref()?).ok()?;
            Font::open(bytes, 0, "stand-in", Pairs::Even).ok().map(Arc::new)
        };
        self.font.get_or_init(open).as_ref()
    }
}

impl Fonts {
    /// Opens three font files, TrueType or OpenType. No others stand in for them.
    pub fn open(regular: &[u8], bold: &[u8], italic: &[u8]) -> Result<Self, Error> {
        let open =
            |bytes: &[u8], name| Font::open(bytes.to_vec(), 0, name, Pairs::Kerned).map(Arc::new);
        Ok(Self {
            faces: [open(regular, "regular")?, open(bold, "bold")?, open(italic, "italic")?],
            stand_ins: <[StandIn; 3]>::default(),
            system: None,
            found: Mutex::default(),
        })
    }

    /// Opens the fonts that ship with the app, Chinese ones among them; they lie in `folder`.
    pub fn shipped(folder: &Path) -> Result<Self, Error> {
        let file = |name: &str| {
            std::fs::read(folder.join(name))
                .map_err(|error| Error::Font { font: name.into(), reason: error.to_string() })
        };
        let fonts = Self::open(
            &file("Lato-Regular.ttf")?,
            &file("Lato-Bold.ttf")?,
            &file("Lato-Italic.ttf")?,
        )?;
        let stand_in = |name| StandIn::at(folder.join(name));
        Ok(Self { stand_ins: [CHINESE, CHINESE_BOLD, BOXES].map(stand_in), ..fonts })
    }

    /// The same, and the fonts of this computer for what none of them draws, such as 𠮷.
    #[must_use]
    pub fn with_system(self) -> Self {
        Self { system: Some(System::default()), ..self }
    }

    /// The characters of `text` that no font at hand draws, each once.
    pub fn lacking(&self, text: &str) -> Vec<char> {
        let mut lacking: Vec<char> = Vec::new();
        for c in text.chars().filter(|c| !c.is_control()) {
            if self.find(Face::Regular, c, false).is_err() && !lacking.contains(&c) {
                lacking.push(c);
            }
        }
        lacking
    }

    /// The font that draws `c`. Beside Chinese, marks that both scripts have are Chinese too.
    pub(super) fn find(&self, face: Face, c: char, beside_chinese: bool) -> Result<FontId, Error> {
        let own = match face {
            Face::Regular => 0,
            Face::Bold => 1,
            Face::Italic => 2,
        };
        let chinese = if face == Face::Bold { 4 } else { 3 };
        let order = if beside_chinese && SHARED.contains(c) {
            [chinese, own, 5]
        } else {
            [own, chinese, 5]
        };
        let draws = |id: &usize| self.get(*id).is_some_and(|font| font.draws(c));
        if let Some(id) = order.into_iter().find(draws) {
            return Ok(FontId(id));
        }
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = found.iter().position(|font| font.draws(c)) {
            return Ok(FontId(6 + at));
        }
        let system = self.system.as_ref().and_then(|it| it.find(c, face == Face::Bold));
        found.push(Arc::new(system.ok_or(Error::Letter { letter: c })?));
        Ok(FontId(5 + found.len()))
    }

    fn get(&self, id: usize) -> Option<Arc<Font>> {
        match id {
            0..3 => Some(Arc::clone(&self.faces[id])),
            3..6 => self.stand_ins[id - 3].open().map(Arc::clone),
            _ => {
                let found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
                found.get(id - 6).map(Arc::clone)
            }
        }
    }

    /// A font that [`Fonts::find`] gave.
    pub(super) fn of(&self, id: FontId) -> Arc<Font> {
        self.get(id.0).unwrap_or_else(|| Arc::clone(&self.faces[0]))
    }
}

impl FontId {
    /// What its resource is called in the file.
    pub(super) fn resource(self) -> String {
        format!("F{}", self.0 + 1)
    }

    /// Six letters that mark a font as cut down, each cut with its own.
    pub(super) fn tag(self) -> String {
        match self.0 {
            0 => "CANDRE".into(),
            1 => "CANDBO".into(),
            2 => "CANDIT".into(),
            3 => "CANDSC".into(),
            4 => "CANDSB".into(),
            5 => "CANDBX".into(),
            more => {
                let letter = u8::try_from((more - 6) % 26).unwrap_or_default();
                format!("CANDY{}", char::from(b'A' + letter))
            }
        }
    }
}

//! How wide words are on a line, so that it keeps its length when they are written on it.

pub(super) use crate::measure::{Face, is_wide};
use crate::{
    measure::{TAB, advance},
    word::atoms::Atom,
};

/// How wide `text` is.
pub(super) fn of_text(text: &str, face: Face) -> u32 {
    text.chars().map(|it| of(it, face)).sum()
}

/// How wide a stretch of atoms is.
pub(super) fn of_atoms(atoms: &[Atom], face: Face) -> u32 {
    atoms.iter().map(|it| of(it.c, face)).sum()
}

/// How wide a character is.
pub(super) fn of(c: char, face: Face) -> u32 {
    if c == '\t' { TAB } else { advance(c, face) }
}

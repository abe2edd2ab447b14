//! What goes into a blank: an answer in the shape its field takes.

use jiff::civil::Date;
use profile::PartialDate;

/// An answer, ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Words; `\n` starts a new line.
    Text(String),
    /// A date, or two for a period, and how it reads where there is no mask.
    Date {
        /// Start, and end for a period.
        dates: Vec<PartialDate>,
        /// The words for a blank without a mask, in the form's format.
        text: String,
    },
    /// The numbers of the options to tick.
    Ticks(Vec<usize>),
    /// The number of the option to choose from a list.
    Choice(usize),
    /// One entry for each row, one answer for each column. `None` leaves a cell as it is.
    Rows(Vec<Vec<Option<Answer>>>),
    /// A picture.
    Photo(Photo),
}

/// A picture, as its file holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// Its type, by content.
    pub format: PhotoFormat,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// The picture types that Word and Excel both show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoFormat {
    /// `image/jpeg`.
    Jpeg,
    /// `image/png`.
    Png,
}

impl Answer {
    /// What a person reads in the blank, where that is one line of words.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Date { text, .. } => Some(text),
            Self::Ticks(_) | Self::Choice(_) | Self::Rows(_) | Self::Photo(_) => None,
        }
    }
}

/// Whether a whole date is known, for controls that store one.
pub(crate) fn full_date(date: PartialDate) -> Option<Date> {
    Date::new(date.year, date.month?, date.day?).ok()
}

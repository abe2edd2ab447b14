//! Why a package or a part cannot be used.

/// What stands in the way. The message names the part and, where there is one, the byte.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A part's XML is not well-formed, too deep, or declares a DTD.
    #[error("`{part}` is not XML we can read: {reason}")]
    Xml {
        /// The part's name.
        part: String,
        /// What the parser said.
        reason: String,
    },
    /// Two edits claim the same bytes.
    #[error("edits overlap at byte {at}")]
    Overlap {
        /// Where the second edit begins.
        at: usize,
    },
    /// An edit ends past the part, or splits a character.
    #[error("edit {start}..{end} does not fit a part of {len} bytes")]
    OutOfBounds {
        /// First byte of the edit.
        start: usize,
        /// One past the last byte of the edit.
        end: usize,
        /// Length of the part.
        len: usize,
    },
}

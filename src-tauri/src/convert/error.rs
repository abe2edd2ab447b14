//! A failure of the engine, as it crosses: its kind, what it was about, and never a path.

use engine::{Error, Refusal};

use super::same;
use crate::wire::error::{Code, CommandError};

same!(Refusal => Code {
    Invalid,
    NotFound,
    NotAForm,
    Password,
    Macros,
    Damaged,
    NotReady,
    Changed,
    Vault,
    Disk,
    Internal,
});

impl From<Error> for CommandError {
    fn from(error: Error) -> Self {
        let subject = error.subject();
        let trouble = error.trouble().map(Into::into);
        Self { subject, trouble, ..Self::plain(error.refusal().into()) }
    }
}

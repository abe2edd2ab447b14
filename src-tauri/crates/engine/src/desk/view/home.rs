//! The start screen, the frame, and the vault as far as a window may know.

use jiff::civil::DateTime;

use super::Card;

/// Everything the frame around the screens shows, the app's own settings left out.
#[derive(Debug, Clone)]
pub struct Home {
    /// What can be done now.
    pub stage: Stage,
    /// The vault.
    pub vault: VaultView,
    /// The applications, the most urgent first.
    pub applications: Vec<Card>,
    /// The postings that an application can be begun for.
    pub postings: Vec<PostingCard>,
    /// Forms that were opened before, the latest first.
    pub recent: Vec<RecentForm>,
    /// The candidate's name, once it is known.
    pub candidate: Option<String>,
    /// What can be undone.
    pub undo: Option<Done>,
    /// What can be done again.
    pub redo: Option<Done>,
}

/// What can be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nothing is kept on this computer yet.
    New,
    /// Something is kept, and it is not open.
    Locked,
    /// The candidate's own data.
    Open,
    /// The candidate's own data, which cannot be changed now.
    ReadOnly,
    /// The sample candidate. Nothing is kept.
    Sample,
}

/// Something that was done, and can be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// The profile was edited.
    EditProfile,
    /// Facts were imported.
    ImportProfile,
    /// An application was begun.
    BeginApplication,
    /// An application was removed.
    RemoveApplication,
    /// An application was edited: its name, deadline, state, form.
    EditApplication,
    /// An answer of a form was changed.
    Answer,
    /// Sensitive facts were released or held back.
    Release,
    /// A document was added.
    AddDocument,
    /// A document was removed.
    RemoveDocument,
    /// A document was edited.
    EditDocument,
    /// The message was edited.
    EditMessage,
    /// A cover letter was written, edited or taken out.
    EditLetter,
    /// A posting of the candidate's own was kept, changed or removed.
    EditPosting,
    /// Answers that were remembered were forgotten.
    Forget,
}

/// A posting that an application can be begun for.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a badge of its own")]
pub struct PostingCard {
    /// Names it when an application is begun.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who offers it.
    pub organisation: Option<String>,
    /// The group there.
    pub group: Option<String>,
    /// Whether it is applied for by e-mail.
    pub by_mail: bool,
    /// Whether it is applied for on a portal.
    pub by_portal: bool,
    /// Whether its form comes with the app.
    pub has_form: bool,
    /// Whether the candidate brought it.
    pub is_own: bool,
}

/// A form that was opened before.
#[derive(Debug, Clone)]
pub struct RecentForm {
    /// Names it when an application is begun.
    pub id: String,
    /// Its file name.
    pub name: String,
    /// When it was opened last.
    pub opened: DateTime,
}

/// What a file that was handed over seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandedKind {
    /// A Word or Excel file with questions in it.
    Form,
    /// Something to send along: a CV, a transcript.
    Document,
    /// Facts to import: a profile, a JSON Resume, BibTeX.
    Facts,
    /// Nothing we can use.
    Other,
}

/// The vault, as far as a window may know.
#[derive(Debug, Clone)]
pub struct VaultView {
    /// How what is kept is protected. `None`: nothing is kept yet.
    pub protection: Option<Protection>,
    /// Why it is not open, or not for writing.
    pub trouble: Option<Trouble>,
    /// A new recovery key waits to be written down.
    pub recovery_due: bool,
    /// The backup that was due with the last change could not be made.
    pub backup_failed: bool,
    /// When the last verified backup was made.
    pub last_backup: Option<DateTime>,
}

/// How what is kept is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// A key in the system's keyring.
    Keyring,
    /// A passphrase.
    Passphrase,
    /// Nothing: the candidate chose to go without.
    Open,
}

/// Why the vault is not open, or cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// This system runs no message bus, so no keyring can be reached.
    NoBus,
    /// There is a bus, and no keyring on it.
    NoService,
    /// The keyring is locked and cannot ask for its password.
    Locked,
    /// The keyring is locked and asks for its password in a window of its own.
    Waiting,
    /// The keyring was never set up.
    NeverInitialised,
    /// The keyring works and our key is not in it (any more).
    Emptied,
    /// The keyring refuses us.
    Denied,
    /// The keyring does not answer.
    Frozen,
    /// A passphrase is needed.
    Passphrase,
    /// What was typed does not open it.
    WrongKey,
    /// The file is damaged; backups can be restored.
    Damaged,
    /// It was written by a newer version: it can be read and not changed.
    Newer,
    /// Another window or program has it open: it can be read and not changed.
    InUse,
    /// The disk did not let us.
    Disk,
}

/// How to open the vault. It never shows what was typed.
#[derive(Clone)]
pub enum Unlock {
    /// Ask the keyring again.
    Keyring,
    /// With the passphrase.
    Passphrase(String),
    /// With the recovery key.
    Recovery(String),
}

/// How to protect what is kept. It never shows what was typed.
#[derive(Clone)]
pub enum Protect {
    /// With a key in the system's keyring.
    Keyring,
    /// With a passphrase.
    Passphrase(String),
    /// With nothing. Only ever the candidate's explicit choice.
    Open,
}

/// A backup that was verified.
#[derive(Debug, Clone)]
pub struct Backup {
    /// Names it when it is restored.
    pub id: String,
    /// When it was made.
    pub made: DateTime,
    /// Its size in bytes.
    pub bytes: u64,
}

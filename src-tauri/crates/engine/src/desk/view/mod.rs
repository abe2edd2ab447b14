//! What the desk shows: plain shapes that a window can take over line by line.
//!
//! No path and no secret is among them, except a new recovery key when it is asked for.

mod application;
mod form;
mod home;
mod package;
mod papers;
mod posting;
mod profile;

pub use application::{
    ApplicationEdit, AskedView, Begin, Card, DocumentRole, DocumentView, DocumentsView, Stand,
};
pub use form::{
    AnswerView, Because, BecauseCode, ColumnView, Counts, FieldView, FormView, GivenAnswer,
    MemoryLine, MemoryView, NoteCode, NoteView, Remembered, ReportLine, ReportView, SourceView,
    Status, Sure,
};
pub use forms::preview::{Grid, GridCell, GridPiece, GridSheet};
pub use home::{
    Backup, Done, HandedKind, Home, PostingCard, Protect, Protection, RecentForm, Stage, Trouble,
    Unlock, VaultView,
};
pub use package::{
    BoardLine, EvidenceView, FindingView, Fix, MadeView, MessageEdit, MessageView, MustView,
    PackageView, PackedFile, ReasonView, RefereeMail, SentView,
};
pub use papers::{CopyView, GapView, LetterEdit, LetterView, PapersEdit, PapersView, PrintView};
pub use posting::{PostingDraft, PostingEdit, PostingFact, PostingMaterial};
pub use profile::{
    ImportedView, OfferView, OffersView, ProfileEdit, ProfileFinding, ProfileView, Suggestion,
    Wanted,
};

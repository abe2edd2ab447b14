//! Stand-ins for methods whose bodies follow.
#![allow(clippy::all, clippy::pedantic, unused_variables, missing_docs, reason = "bodies follow")]

use std::path::{Path, PathBuf};

use jiff::civil::DateTime;

use super::{Desk, view::*};
use crate::{Document, Engine, Error, Language};

impl Desk {
    /// A desk whose vault lies in `folder`, if there is one; nothing is opened yet.
    pub fn new(engine: Engine, folder: &Path) -> Self {
        unimplemented!()
    }
    /// The desk as every screen sees it. Tries to open the vault the first time.
    pub fn home(&mut self, now: DateTime) -> Home {
        unimplemented!()
    }
    pub fn try_sample(&mut self) -> Result<(), Error> {
        unimplemented!()
    }
    pub fn leave_sample(&mut self) -> Result<(), Error> {
        unimplemented!()
    }
    pub fn undo(&mut self) -> Result<(), Error> {
        unimplemented!()
    }
    pub fn redo(&mut self) -> Result<(), Error> {
        unimplemented!()
    }

    pub fn unlock(&mut self, how: &Unlock, now: DateTime) -> Result<(), Error> {
        unimplemented!()
    }
    pub fn keep(&mut self, how: &Protect, now: DateTime) -> Result<(), Error> {
        unimplemented!()
    }
    pub fn recovery_key(&self) -> Result<Option<String>, Error> {
        unimplemented!()
    }
    pub fn recovery_written(&mut self) -> Result<(), Error> {
        unimplemented!()
    }
    pub fn new_recovery_key(&mut self) -> Result<String, Error> {
        unimplemented!()
    }
    pub fn change_protection(&mut self, how: &Protect) -> Result<(), Error> {
        unimplemented!()
    }
    pub fn backups(&self) -> Result<Vec<Backup>, Error> {
        unimplemented!()
    }
    pub fn restore_backup(&mut self, id: &str, now: DateTime) -> Result<(), Error> {
        unimplemented!()
    }
    /// The bytes of the file for another computer.
    pub fn export_vault(&self, passphrase: &str) -> Result<Vec<u8>, Error> {
        unimplemented!()
    }
    pub fn import_vault(
        &mut self,
        file: &Document,
        passphrase: &str,
        now: DateTime,
    ) -> Result<(), Error> {
        unimplemented!()
    }

    pub fn profile(&mut self, now: DateTime) -> Result<ProfileView, Error> {
        unimplemented!()
    }
    pub fn edit_profile(
        &mut self,
        edits: &[ProfileEdit],
        now: DateTime,
    ) -> Result<ProfileView, Error> {
        unimplemented!()
    }
    /// A date as people type it, as the profile writes it.
    pub fn read_date(text: &str) -> Option<String> {
        unimplemented!()
    }
    pub fn import_profile(
        &mut self,
        file: &Document,
        now: DateTime,
    ) -> Result<ImportedView, Error> {
        unimplemented!()
    }
    /// JSON Resume.
    pub fn export_profile(&self, language: Language) -> Result<String, Error> {
        unimplemented!()
    }
    pub fn set_photo(&mut self, file: &Document, now: DateTime) -> Result<ProfileView, Error> {
        unimplemented!()
    }
    /// Empty: none.
    pub fn photo(&self) -> Result<Vec<u8>, Error> {
        unimplemented!()
    }

    /// What a file seems to be.
    pub fn kind_of(file: &Document) -> HandedKind {
        unimplemented!()
    }
    pub fn begin_application(&mut self, begin: &Begin, now: DateTime) -> Result<String, Error> {
        unimplemented!()
    }
    pub fn edit_application(
        &mut self,
        application: &str,
        edit: &ApplicationEdit,
        now: DateTime,
    ) -> Result<(), Error> {
        unimplemented!()
    }
    pub fn remove_application(&mut self, application: &str, now: DateTime) -> Result<(), Error> {
        unimplemented!()
    }

    pub fn form(&mut self, application: &str, now: DateTime) -> Result<Option<FormView>, Error> {
        unimplemented!()
    }
    pub fn form_pages(&mut self, application: &str, now: DateTime) -> Result<Vec<u8>, Error> {
        unimplemented!()
    }
    pub fn set_form(
        &mut self,
        application: &str,
        form: &Document,
        now: DateTime,
    ) -> Result<FormView, Error> {
        unimplemented!()
    }
    pub fn answer(
        &mut self,
        application: &str,
        field: &str,
        answer: &GivenAnswer,
        now: DateTime,
    ) -> Result<FormView, Error> {
        unimplemented!()
    }
    pub fn save_to_profile(
        &mut self,
        application: &str,
        field: &str,
        now: DateTime,
    ) -> Result<FormView, Error> {
        unimplemented!()
    }
    pub fn release(
        &mut self,
        application: &str,
        keys: &[String],
        released: bool,
        now: DateTime,
    ) -> Result<FormView, Error> {
        unimplemented!()
    }
    pub fn approve(&mut self, application: &str, now: DateTime) -> Result<FormView, Error> {
        unimplemented!()
    }
    /// The approved form by itself, under the name it gets in the package.
    pub fn approved_form(&mut self, application: &str, now: DateTime) -> Result<Document, Error> {
        unimplemented!()
    }

    pub fn documents(&mut self, application: &str, now: DateTime) -> Result<DocumentsView, Error> {
        unimplemented!()
    }
    pub fn add_documents(
        &mut self,
        application: &str,
        role: DocumentRole,
        files: &[Document],
        now: DateTime,
    ) -> Result<DocumentsView, Error> {
        unimplemented!()
    }
    pub fn set_document_role(
        &mut self,
        application: &str,
        document: &str,
        role: DocumentRole,
        now: DateTime,
    ) -> Result<DocumentsView, Error> {
        unimplemented!()
    }
    pub fn move_document(
        &mut self,
        application: &str,
        document: &str,
        to: usize,
        now: DateTime,
    ) -> Result<DocumentsView, Error> {
        unimplemented!()
    }
    pub fn remove_document(
        &mut self,
        application: &str,
        document: &str,
        now: DateTime,
    ) -> Result<DocumentsView, Error> {
        unimplemented!()
    }
    pub fn document_bytes(&self, application: &str, document: &str) -> Result<Vec<u8>, Error> {
        unimplemented!()
    }
    pub fn document_text(&mut self, application: &str, document: &str) -> Result<String, Error> {
        unimplemented!()
    }

    pub fn package(&mut self, application: &str, now: DateTime) -> Result<PackageView, Error> {
        unimplemented!()
    }
    pub fn edit_message(
        &mut self,
        application: &str,
        edit: &MessageEdit,
        now: DateTime,
    ) -> Result<PackageView, Error> {
        unimplemented!()
    }
    /// Writes folder and zip into `out`.
    pub fn pack(
        &mut self,
        application: &str,
        out: &Path,
        now: DateTime,
    ) -> Result<PackageView, Error> {
        unimplemented!()
    }
    /// Where the draft lies, for the shell to open.
    pub fn draft_path(&self, application: &str) -> Result<PathBuf, Error> {
        unimplemented!()
    }
    /// Where the package lies, for the shell to show.
    pub fn folder_path(&self, application: &str) -> Result<PathBuf, Error> {
        unimplemented!()
    }
    /// The zip and its name.
    pub fn zip(&self, application: &str) -> Result<Document, Error> {
        unimplemented!()
    }
    pub fn board(&mut self, application: &str, now: DateTime) -> Result<Vec<BoardLine>, Error> {
        unimplemented!()
    }
    pub fn mark_sent(&mut self, application: &str, now: DateTime) -> Result<PackageView, Error> {
        unimplemented!()
    }
    /// What was sent once, as a zip and its name.
    pub fn sent_zip(&self, application: &str, sent: &str) -> Result<Document, Error> {
        unimplemented!()
    }
}

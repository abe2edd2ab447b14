//! The one list of what a window may ask. The build script makes a permission of each name, and
//! tests hold the handlers, the capability and the screens' own list to it.

/// Every command, by its name.
pub(crate) const COMMANDS: &[&str] = &[
    // The app
    "home",
    "try_sample",
    "leave_sample",
    "undo",
    "redo",
    "set_settings",
    "choose_packages_folder",
    "copy",
    "error_details",
    "listen",
    "close",
    // The vault
    "unlock",
    "keep",
    "recovery_key",
    "recovery_written",
    "new_recovery_key",
    "change_protection",
    "backups",
    "restore_backup",
    "export_vault",
    "import_vault",
    // The profile
    "profile",
    "edit_profile",
    "read_date",
    "import_profile",
    "export_profile",
    "choose_photo",
    "photo",
    // Applications
    "begin_application",
    "choose_form",
    "edit_application",
    "remove_application",
    // The form
    "form",
    "form_pages",
    "set_form",
    "answer",
    "save_to_profile",
    "release",
    "approve",
    "save_form",
    // Documents
    "documents",
    "add_documents",
    "set_document_role",
    "move_document",
    "remove_document",
    "document_bytes",
    "document_text",
    // The package
    "package",
    "edit_message",
    "pack",
    "open_draft",
    "show_folder",
    "save_zip",
    "board",
    "mark_sent",
    "save_sent",
];

//! Folder, zip, e-mail draft and manifest of an application.

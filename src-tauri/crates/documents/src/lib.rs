//! Reads CVs; writes letters and PDFs.

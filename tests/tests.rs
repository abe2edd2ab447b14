//! Tests that cross crate borders. One module per subject.

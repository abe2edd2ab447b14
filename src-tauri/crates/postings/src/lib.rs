//! What a posting asks for.

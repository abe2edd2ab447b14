//! The shell without a screen: what crosses, what may be asked, and how the window is locked.

mod bindings;
mod crossing;
mod permissions;
mod window;

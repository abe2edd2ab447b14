//! Set-up, build and checks: cargo xtask run, cargo xtask test.

fn main() {}

//! MATRIX.md and the programs that misuse every function are what the sources and the tests say.
//!
//! `UPDATE=1 cargo test --test matrix` writes them anew.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail by panicking")]

#[allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "the task runs at the developer's, over the project's own files"
)]
#[path = "../xtask/src/matrix/render.rs"]
mod render;

use std::path::Path;

#[test]
fn the_matrix_is_up_to_date() {
    up_to_date("MATRIX.md", &render::render(root()).unwrap());
}

#[test]
fn the_misuse_of_every_function_is_up_to_date() {
    up_to_date("c-tests/misuse/every.c", &render::render_misuse(root()).unwrap());
    let ours_alone = render::render_misuse_of_extension(root()).unwrap();
    up_to_date("c-tests/misuse/ferrotls.c", &ours_alone);
}

/// The folder of the project.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Fails with the first line that differs.
fn up_to_date(name: &str, text: &str) {
    let path = root().join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let present = std::fs::read_to_string(&path).unwrap_or_default();
    if let Some((is, should_be)) = present.lines().zip(text.lines()).find(|(a, b)| a != b) {
        panic!("{name}: run `cargo xtask matrix`; it is\n{is}\nand should be\n{should_be}");
    }
    assert_eq!(present.len(), text.len(), "{name}: run `cargo xtask matrix`");
}

/// What is exported is tested.
#[test]
fn every_exported_function_is_called_by_a_test() {
    let untested = render::untested(root()).unwrap();
    assert!(
        untested.is_empty(),
        "{} are called by no test:\n{}",
        untested.len(),
        untested.join("\n")
    );
}

//! `cargo xtask headers [--check]`: writes include/, or with `--check` only tells what would change.

pub(crate) mod render;

use crate::shell::{Result, root};

/// Renders every header.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    if arguments.iter().any(|argument| argument == "--check") {
        let wrong = render::drift(&root())?;
        return if wrong.is_empty() {
            Ok(())
        } else {
            Err(wrong.join("\n").into())
        };
    }
    println!("{} headers changed", render::write(&root())?);
    Ok(())
}

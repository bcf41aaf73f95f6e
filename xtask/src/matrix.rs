//! `cargo xtask matrix [--check]`: writes MATRIX.md, c-tests/misuse/every.c and c-tests/misuse/ferrotls.c, or with
//! `--check` only tells whether they would change.

pub(crate) mod render;

use crate::shell::{Result, root};

/// Renders all three.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let check = arguments.iter().any(|argument| argument == "--check");
    let files = [
        ("MATRIX.md", render::render(&root())?),
        ("c-tests/misuse/every.c", render::render_misuse(&root())?),
        (
            "c-tests/misuse/ferrotls.c",
            render::render_misuse_of_extension(&root())?,
        ),
    ];
    for (name, text) in files {
        let path = root().join(name);
        if std::fs::read_to_string(&path).is_ok_and(|present| present == text) {
            continue;
        }
        if check {
            return Err(format!("{name} is not what the sources say: run cargo xtask matrix").into());
        }
        std::fs::write(&path, text)?;
        println!("{name} changed");
    }
    Ok(())
}

//! Comments that are marked `DEVIATION:`, with the item that they speak of.

use crate::headers::render::HAND_WRITTEN;
use crate::shell::Result;
use std::fs;
use std::path::Path;

/// What a mark begins with.
const MARK: &str = "DEVIATION: ";

/// A marked comment.
pub(super) struct Marked {
    /// The file, below the folder of the project.
    pub(super) path: String,
    /// The function, type, constant, field or variant; None where it is the whole file.
    pub(super) item: Option<String>,
    /// What it is about, as far as the comment says that before the mark; may be empty.
    pub(super) about: String,
    /// The text, from behind the mark to the end of its paragraph.
    pub(super) text: String,
}

/// All of them in src and in the headers that are written by hand, in the order of their files.
pub(super) fn gather(root: &Path) -> Result<Vec<Marked>> {
    let mut files = Vec::new();
    walk(&root.join("src"), "rs", &mut files)?;
    files.sort_unstable();
    let mut out = Vec::new();
    let mut headers: Vec<_> = HAND_WRITTEN
        .iter()
        .map(|name| root.join("include").join(name))
        .collect();
    // What the others have that is not of a comment in Rust.
    walk(&root.join("src/capi/templates"), "h", &mut headers)?;
    headers.sort_unstable();
    for path in headers {
        let text = as_in_rust(&fs::read_to_string(&path)?);
        out.extend(marked(&path.strip_prefix(root)?.to_string_lossy(), &text));
    }
    for path in files {
        let text = fs::read_to_string(&path)?;
        let path = path.strip_prefix(root)?.to_string_lossy().into_owned();
        out.extend(marked(&path, &text));
    }
    Ok(out)
}

/// The comments of a header, as a file of Rust would have them of itself.
fn as_in_rust(header: &str) -> String {
    let line = |line: &str| {
        let line = line.trim_start();
        let text = ["/**", "/*", "*/", "*"]
            .into_iter()
            .find_map(|begin| line.strip_prefix(begin));
        text.map_or_else(String::new, |text| {
            format!("//! {}", text.trim_end_matches("*/").trim())
        })
    };
    header.lines().map(|text| line(text) + "\n").collect()
}

/// Every file below `folder` with this ending but those of tests.
fn walk(folder: &Path, ending: &str, out: &mut Vec<std::path::PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_test = path.file_stem().is_some_and(|stem| stem == "tests");
        if path.is_dir() && !is_test {
            walk(&path, ending, out)?;
        } else if !is_test && path.extension().is_some_and(|extension| extension == ending) {
            out.push(path);
        }
    }
    Ok(())
}

/// Those of a file.
fn marked(path: &str, text: &str) -> Vec<Marked> {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some((marker, comment)) = comment(line) else {
            continue;
        };
        let Some((_, first)) = comment.split_once(MARK) else {
            continue;
        };
        let same = |line: &&&str| self::comment(line).is_some_and(|(other, more)| other == marker && is_text(more));
        let more = lines[at + 1..].iter().take_while(same);
        let text = words(std::iter::once(first.trim()).chain(more.map(|line| stripped(line))));
        // What stands before the mark in its paragraph, or else what the comment begins with, says what it is about.
        let begun = lines[..at].iter().rev().take_while(same).count();
        let (before, _) = comment.split_once(MARK).unwrap_or_default();
        let above = lines[at - begun..at].iter().map(|line| stripped(line));
        let mut about = words(above.chain([before.trim()]));
        if about.is_empty() && marker != "//" {
            about = summary(&lines[..at], marker);
        }
        let item = match marker {
            "//!" => None,
            "///" => after(&lines[at + 1..]),
            _ if line.starts_with("//") => after(&lines[at + 1..]),
            _ => lines[..at].iter().rev().find_map(|line| function(line)),
        };
        out.push(Marked {
            path: path.to_owned(),
            item,
            about: capital(&about),
            text: capital(&text),
        });
    }
    out
}

/// Whether a line of a comment goes on with its paragraph.
fn is_text(line: &str) -> bool {
    !line.is_empty() && !line.starts_with("SAFETY:") && !line.starts_with('#')
}

/// A line of a comment without what makes it one.
fn stripped(line: &str) -> &str {
    comment(line).map_or("", |(_, text)| text)
}

/// Lines as one text, without the brackets of rustdoc's links.
fn words<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let mut text = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    while let Some((before, behind)) = text.split_once("`](") {
        let after = behind.split_once(')').map_or("", |(_, after)| after);
        text = format!("{before}`{after}");
    }
    text.replace("[`", "`").replace("`]", "`")
}

/// The first paragraph of the comment that ends `lines`.
fn summary(lines: &[&str], marker: &str) -> String {
    let is_comment = |line: &&&str| comment(line).is_some_and(|(other, _)| other == marker);
    let start = lines.len() - lines.iter().rev().take_while(is_comment).count();
    words(
        lines[start..]
            .iter()
            .map(|line| stripped(line))
            .take_while(|text| is_text(text)),
    )
}

/// What begins a line that is a comment, and the rest of it.
fn comment(line: &str) -> Option<(&'static str, &str)> {
    let line = line.trim_start();
    ["//!", "///", "//"]
        .into_iter()
        .find_map(|marker| Some((marker, line.strip_prefix(marker)?.trim())))
}

/// The item, field or variant that the next line of code begins.
fn after(lines: &[&str]) -> Option<String> {
    let mut depth = 0_i32; // of an attribute of several lines
    for line in lines {
        let line = line.trim();
        if line.starts_with("//") || line.is_empty() {
            continue;
        }
        if line.starts_with("#[") || depth > 0 {
            let count = |bracket| i32::try_from(line.matches(bracket).count()).unwrap_or(0);
            depth += count('[') - count(']');
            continue;
        }
        return item(line);
    }
    None
}

/// The name of the item, field or variant that a line begins.
fn item(line: &str) -> Option<String> {
    let line = line.trim_start();
    if let Some(name) = function(line) {
        return Some(name);
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let keyword = words.iter().position(|word| {
        [
            "struct", "enum", "const", "static", "type", "trait", "mod", "impl", "union",
        ]
        .contains(word)
    });
    let name = match keyword {
        Some(at) => words.get(at + 1)?,
        None => words.iter().find(|word| !word.starts_with("pub"))?,
    };
    identifier(name)
}

/// The name of the function that a line begins.
fn function(line: &str) -> Option<String> {
    let (before, rest) = line.split_once("fn ")?;
    let is_head = before.split_whitespace().all(|word| {
        word.starts_with("pub") || ["unsafe", "extern", "\"C\"", "const", "in"].contains(&word) || word.ends_with(')')
    });
    if is_head { identifier(rest) } else { None }
}

/// The identifier that a text begins with.
fn identifier(text: &str) -> Option<String> {
    let name: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

/// `text` with a capital at its beginning, unless it begins with a name in code.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{as_in_rust, marked};

    #[test]
    fn a_mark_in_a_header_is_found() {
        let text =
            "#define A 1\n/*\n * Numbers. DEVIATION: one is\n * missing.\n */\n#define B 2\n/** DEVIATION: two. */\n";
        let all = marked("a.h", &as_in_rust(text));
        let all: Vec<(&str, &str)> = all
            .iter()
            .map(|marked| (marked.about.as_str(), marked.text.as_str()))
            .collect();
        assert_eq!(all, [("Numbers.", "One is missing."), ("", "Two.")]);
    }

    #[test]
    fn a_mark_has_its_item_and_the_whole_of_its_paragraph() {
        let text = "//! A file. DEVIATION: it is\n//! short.\n//!\n//! More.\n\n/// Adds.\n///\n/// DEVIATION: wraps.\n\
                    #[must_use]\npub fn add() {\n    let a = 1;\n    // DEVIATION: one.\n    a\n}\n";
        let all = marked("a.rs", text);
        let all: Vec<(Option<&str>, &str, &str)> = all
            .iter()
            .map(|marked| (marked.item.as_deref(), marked.about.as_str(), marked.text.as_str()))
            .collect();
        assert_eq!(
            all,
            [
                (None, "A file.", "It is short."),
                (Some("add"), "Adds.", "Wraps."),
                (Some("add"), "", "One."),
            ]
        );
    }
}

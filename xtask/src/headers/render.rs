//! Renders include/ from `src/capi`; used by `cargo xtask headers` and by the drift test.
//!
//! Each header has a template under src/capi/templates, of the same path. A template is C text (includes, macros,
//! bit-fields: what cbindgen cannot say) with these directives, each a line of its own:
//!
//! - `@declarations`: ends the includes; what follows is `extern "C"` for C++.
//! - `@rust FILE...`: what cbindgen makes of these files under src/capi. `ssl/*` stands for the files of a folder, but for
//!   mod.rs, that no directive of the template names.
//! - `@function-types FILE`: the same for a file of pointers to functions that are function types in C
//!   (`mbedtls_ssl_send_t`). After it, such a name in the header means the type, and uses of it become pointers.
//!
//! What a module of src/capi declares under `#[cfg(feature = "...")]`, as an item or with its whole file, stands in the
//! header inside `#if defined(...)`; cbindgen.toml has the macro of each feature. A template may do the same.
//!
//! A `typedef struct x x;` in a template announces `x`; its definition is then rendered without another `typedef`,
//! which C99 would refuse.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A render fails with a text for the person who runs it.
type Result<T> = std::result::Result<T, String>;

/// Files of include/ that are written by hand.
pub(crate) const HAND_WRITTEN: &[&str] = &[
    "mbedtls/build_info.h",
    "mbedtls/ferrotls_options.h",
    "mbedtls/mbedtls_config.h",
    "mbedtls/private_access.h",
    "psa/build_info.h",
];

/// Function types by their names in Rust, which are the same in C. Rendered uses of them become pointers.
const FUNCTION_TYPE_FILES: &[&str] = &["ssl/callbacks.rs", "platform_util.rs"];

/// Renders every header: its path under include/, and its text.
pub(crate) fn render_all(root: &Path) -> Result<BTreeMap<String, String>> {
    let capi = root.join("src/capi");
    let config = cbindgen::Config::from_file(root.join("cbindgen.toml"))?;
    let mut renderer = Renderer {
        capi: &capi,
        config,
        function_types: BTreeSet::new(),
    };
    for file in FUNCTION_TYPE_FILES {
        let text = read(&capi.join(file))?;
        renderer.function_types.extend(function_type_names(&text));
    }
    let templates = capi.join("templates");
    let mut headers = BTreeMap::new();
    for path in files_below(&templates)? {
        let name = relative(&path, &templates)?;
        headers.insert(
            name.clone(),
            renderer
                .header(&name, &read(&path)?)
                .map_err(|error| format!("{name}: {error}"))?,
        );
    }
    Ok(headers)
}

/// What is wrong with include/: headers that differ from what is rendered, are missing, or that nothing renders.
pub(crate) fn drift(root: &Path) -> Result<Vec<String>> {
    let include = root.join("include");
    let rendered = render_all(root)?;
    let mut wrong = Vec::new();
    for (name, text) in &rendered {
        match std::fs::read_to_string(include.join(name)) {
            Ok(present) if present == *text => {}
            Ok(present) => wrong.push(format!("{name}: {}", first_difference(&present, text))),
            Err(error) => wrong.push(format!("{name}: {error}")),
        }
    }
    for path in files_below(&include)? {
        let name = relative(&path, &include)?;
        if !rendered.contains_key(&name) && !HAND_WRITTEN.contains(&name.as_str()) {
            wrong.push(format!("{name}: no template renders it"));
        }
    }
    Ok(wrong)
}

/// Writes include/.
pub(crate) fn write(root: &Path) -> Result<usize> {
    let mut written = 0;
    for (name, text) in render_all(root)? {
        let path = root.join("include").join(&name);
        if std::fs::read_to_string(&path).is_ok_and(|present| present == text) {
            continue;
        }
        let folder = path.parent().ok_or("a header without a folder")?;
        std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
        written += 1;
    }
    Ok(written)
}

/// What rendering one header needs.
struct Renderer<'a> {
    capi: &'a Path,
    config: cbindgen::Config,
    function_types: BTreeSet<String>,
}

impl Renderer<'_> {
    /// Renders one header from its template.
    fn header(&self, name: &str, template: &str) -> Result<String> {
        let guard = name
            .replace("mbedtls/", "mbedtls_")
            .replace(['/', '.', '-'], "_")
            .to_uppercase();
        let announced = announced_structs(template);
        let mut text = format!(
            "/* Rendered from src/capi by `cargo xtask headers`; changes belong there.\n \
             * SPDX-License-Identifier: Apache-2.0 OR MIT */\n#ifndef {guard}\n#define {guard}\n\n"
        );
        let mut open = false;
        for line in template.lines() {
            if let Some(files) = line.strip_prefix("@rust ") {
                let rendered = self.chunk(&self.expand(files, template)?)?;
                text += &without_typedefs(&self.pointers_to_functions(&rendered), &announced);
            } else if let Some(file) = line.strip_prefix("@function-types ") {
                text += &self.bare_function_types(&self.chunk(&[self.capi.join(file)])?);
            } else if line == "@declarations" {
                text += "#ifdef __cplusplus\nextern \"C\" {\n#endif\n";
                open = true;
            } else if line.starts_with('@') {
                return Err(format!("no such directive: {line}"));
            } else {
                text += line;
                text.push('\n');
            }
        }
        if open {
            text += "\n#ifdef __cplusplus\n}\n#endif\n";
        }
        text += &format!("\n#endif /* {guard} */\n");
        Ok(tidy(&text))
    }

    /// The files that a directive names.
    fn expand(&self, names: &str, template: &str) -> Result<Vec<PathBuf>> {
        let mut paths = Vec::new();
        for name in names.split_whitespace() {
            let Some(folder) = name.strip_suffix("/*") else {
                paths.push(self.capi.join(name));
                continue;
            };
            for path in files_below(&self.capi.join(folder))? {
                let file = relative(&path, self.capi)?;
                // cbindgen would follow the modules of mod.rs to every file. Of another file it follows only those that are
                // called like a file or folder of src/capi: so no module below a folder is called like a header.
                let named = template.split_whitespace().any(|word| word == file) || file.ends_with("/mod.rs");
                // What stands in for a module that is left out has nothing for C.
                let stands_in = file.ends_with("/without.rs");
                if !named && !stands_in && path.extension().is_some_and(|extension| extension == "rs") {
                    paths.push(path);
                }
            }
        }
        Ok(paths)
    }

    /// What cbindgen makes of some files.
    fn chunk(&self, paths: &[PathBuf]) -> Result<String> {
        let mut config = self.config.clone();
        let mut constants = BTreeMap::new();
        for path in paths {
            let text = read(path)?;
            // cbindgen drops types that no function of the chunk mentions unless they are named to it.
            let types = ["struct", "enum", "union", "type"];
            let named = types.iter().flat_map(|kind| public_items(&text, kind));
            let renamed = &self.config.export.rename;
            let wanted = |name: &String| is_for_c(name) || renamed.contains_key(name);
            config.export.include.extend(named.map(|(name, _)| name).filter(wanted));
            constants.extend(public_items(&text, "const"));
        }
        config
            .export
            .exclude
            .extend(constants.keys().filter(|name| !is_for_c(name)).cloned());
        let copies = Copies::of(paths, self.capi)?;
        let builder = copies.files.iter().fold(
            cbindgen::Builder::new().with_config(config),
            cbindgen::Builder::with_src,
        );
        let mut bytes = Vec::new();
        builder.generate().map_err(|error| error.to_string())?.write(&mut bytes);
        let text = String::from_utf8(bytes).map_err(|error| error.to_string())?;
        let text = constants_as_in_c(text.trim(), &constants);
        Ok(format!("\n{}\n", without_underscores(&text)))
    }

    /// Turns `typedef int (*name)(...)` into `typedef int name(...)` for the function types.
    fn bare_function_types(&self, text: &str) -> String {
        self.function_types.iter().fold(text.to_owned(), |text, name| {
            let bare = unwrapped_name(&text, name);
            self.function_types
                .iter()
                .filter(|other| *other != name)
                .fold(bare, |text, other| {
                    text.replace(&format!("{other} f_"), &format!("{other} *f_"))
                })
        })
    }

    /// Turns `name field` into `name *field` for the function types.
    fn pointers_to_functions(&self, text: &str) -> String {
        let mut result = String::with_capacity(text.len());
        for piece in text.split_inclusive(|c: char| !(c.is_ascii_alphanumeric() || c == '_')) {
            result += piece;
            if piece
                .strip_suffix(' ')
                .is_some_and(|name| self.function_types.contains(name))
            {
                result.push('*');
            }
        }
        result
    }
}

/// Copies of files that cbindgen may read: with `mod x {}` for `mod x;`, which it would look for beside the file and not in the folder
/// that the file stands for, and so find another module of the same name. They are gone when this is dropped.
struct Copies {
    folder: PathBuf,
    files: Vec<PathBuf>,
}

impl Copies {
    /// Copies files to a folder of their own.
    fn of(paths: &[PathBuf], capi: &Path) -> Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let unique = format!(
            "ferrotls-headers-{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let folder = std::env::temp_dir().join(unique);
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let mut copies = Self {
            folder,
            files: Vec::new(),
        };
        for (number, path) in paths.iter().enumerate() {
            let text: String = read(path)?.lines().map(|line| without_file(line) + "\n").collect();
            let text = conditions(path, capi)?.iter().fold(text, |text, condition| {
                // What is left out together with its file is told to cbindgen as a module that is left out.
                format!("{condition}\npub mod optional {{\n{text}}}\n")
            });
            let copy = copies.folder.join(format!("{number}.rs"));
            std::fs::write(&copy, text).map_err(|error| error.to_string())?;
            copies.files.push(copy);
        }
        Ok(copies)
    }
}

/// The `#[cfg(feature = "...")]`, if any, under which the modules that lead to a file of src/capi are declared.
fn conditions(path: &Path, capi: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut folder = capi.to_path_buf();
    for name in relative(path, capi)?.trim_end_matches(".rs").split('/') {
        let inside = folder.join("mod.rs");
        let parent = if inside.exists() {
            inside
        } else {
            folder.with_extension("rs")
        };
        let text = read(&parent)?;
        let mut before = Vec::new();
        for line in text.lines() {
            if line.starts_with("#[") {
                before.push(line);
                continue;
            }
            let declared = line.strip_suffix(';').and_then(|line| line.split_once("mod "));
            if declared.is_some_and(|(_, module)| module == name)
                && !before.iter().any(|line| line.starts_with("#[path"))
            {
                let features = before.iter().filter(|line| line.starts_with("#[cfg("));
                found.extend(features.map(|line| (*line).to_owned()));
            }
            before.clear();
        }
        folder.push(name);
    }
    Ok(found)
}

/// A line of Rust, a module in a file of its own as an empty one.
fn without_file(line: &str) -> String {
    let starts = ["mod ", "pub mod ", "pub(crate) mod ", "pub(in crate::capi) mod "];
    match line.strip_suffix(';') {
        Some(module) if starts.iter().any(|start| line.starts_with(start)) => format!("{module} {{}}"),
        _ => line.to_owned(),
    }
}

impl Drop for Copies {
    fn drop(&mut self) {
        // What cannot be removed is left to whoever cleans the folder of temporary files.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Turns `(*name)(` into `name(` and moves the parameters on the lines below to the left with it.
fn unwrapped_name(text: &str, name: &str) -> String {
    let (pointer, bare) = (format!("(*{name})("), format!("{name}("));
    let mut result = String::with_capacity(text.len());
    let mut inside = false;
    for line in text.lines() {
        let shorter = line.strip_prefix("   ").filter(|_| inside).unwrap_or(line);
        inside = (inside || line.contains(&pointer)) && !line.ends_with(';');
        result += &shorter.replace(&pointer, &bare);
        result.push('\n');
    }
    result
}

/// The items of a kind that a file makes public: each one's name, and what stands between it and `=`, `(` or `{`.
fn public_items(text: &str, kind: &str) -> Vec<(String, String)> {
    let start = format!("pub {kind} ");
    let item = |line: &str| {
        let rest = line.strip_prefix(&start)?;
        let (name, rest) = rest.split_at(rest.find(|c: char| !(c.is_alphanumeric() || c == '_'))?);
        let until = rest.find(['=', '(', '{']).unwrap_or(rest.len());
        Some((name.to_owned(), rest[..until].trim_start_matches(':').trim().to_owned()))
    };
    text.lines().filter_map(item).collect()
}

/// Whether a name is one of the C interface's.
fn is_for_c(name: &str) -> bool {
    let lower = name.to_lowercase();
    ["mbedtls_", "psa_", "ferrotls_"]
        .iter()
        .any(|prefix| lower.starts_with(prefix))
}

/// Names of the aliases of a file of function types; those with names of Rust's own are not for C.
fn function_type_names(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("pub type ") {
            names.extend(
                rest.split([' ', '='])
                    .next()
                    .filter(|name| name.starts_with("mbedtls_"))
                    .map(str::to_owned),
            );
        }
    }
    names
}

/// The structs that a template announces with `typedef struct x x;`.
fn announced_structs(template: &str) -> BTreeSet<&str> {
    template
        .lines()
        .filter_map(|line| line.strip_prefix("typedef struct ")?.strip_suffix(';')?.split_once(' '))
        .filter(|(tag, name)| tag == name)
        .map(|(_, name)| name)
        .collect()
}

/// Removes the `typedef` from the definitions of announced structs.
fn without_typedefs(text: &str, announced: &BTreeSet<&str>) -> String {
    announced.iter().fold(text.to_owned(), |text, name| {
        text.replace(&format!("typedef struct {name} {{"), &format!("struct {name} {{"))
            .replace(&format!("\n}} {name};"), "\n};")
    })
}

/// Constants as C wants them: error codes in hexadecimal, as documentation and mbedtls_strerror() tell them, and numbers
/// of a type of the interface (`psa_status_t`) cast to it.
fn constants_as_in_c(text: &str, types: &BTreeMap<String, String>) -> String {
    let mut result = String::with_capacity(text.len());
    for line in text.lines() {
        let definition = line.strip_prefix("#define ").and_then(|rest| rest.split_once(' '));
        let number = definition.and_then(|(_, value)| value.parse::<i64>().ok());
        match definition.zip(number) {
            Some(((name, _), number)) if name.starts_with("MBEDTLS_ERR_") => {
                result += &format!("#define {name} -0x{:04X}", number.unsigned_abs());
            }
            Some(((name, value), number)) => match types.get(name) {
                Some(of) if of.ends_with("_t") && number < 0 => result += &format!("#define {name} (({of}) {value})"),
                Some(of) if of.ends_with("_t") => result += &format!("#define {name} (({of}) 0x{number:02X})"),
                _ => result += line,
            },
            None => result += line,
        }
        result.push('\n');
    }
    result
}

/// Parameters that Rust does not use (`_conf`) by the names that C sees (`conf`).
fn without_underscores(text: &str) -> String {
    let text = text.replace("\\param _", "\\param ");
    let mut result = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find(" _").into_iter().chain(rest.find("*_")).min() {
        let (before, after) = rest.split_at(at + 1);
        let name = after.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
        let parameter = name.starts_with([',', ')']) && !after.starts_with("__");
        result += before;
        result += if parameter { "" } else { "_" };
        rest = &after[1..];
    }
    result + rest
}

/// No trailing spaces, no two empty lines in a row, comments of one line on one line, no comma (which C++98 refuses)
/// after the last value of an enum.
fn tidy(text: &str) -> String {
    let text = text.replace("\n *\n */", "\n */").replace("\n * \n */", "\n */");
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let mut joined = Vec::with_capacity(lines.len());
    let mut rest = lines.as_slice();
    while let Some((line, after)) = rest.split_first() {
        if let ("/**", [text, " */" | "     */", after @ ..]) = (line.trim_start(), after)
            && let Some(text) = text.trim_start().strip_prefix("* ")
        {
            joined.push(format!("{}** {text} */", line.strip_suffix("**").unwrap_or_default()));
            rest = after;
            continue;
        }
        joined.push((*line).to_owned());
        rest = after;
    }
    let text = single_spaced(&merged_conditions(&joined));
    unconditional_values(&text).replace(",\n}", "\n}")
}

/// The text without an `#if` around all values of an enum, which says again what stands around the enum itself.
fn unconditional_values(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(" {\n#if ") {
        out += before;
        out += " {\n";
        let whole = behind
            .split_once('\n')
            .and_then(|(_, values)| values.split_once("#endif\n"))
            .filter(|(values, after)| !values.contains("\n#") && after.starts_with('}'));
        match whole {
            Some((values, after)) => {
                out += values;
                rest = after;
            }
            None => {
                out += "#if ";
                rest = behind;
            }
        }
    }
    out + rest
}

/// The lines with one `#if` where the same stands around one declaration after another.
fn merged_conditions(lines: &[String]) -> Vec<String> {
    let mut merged: Vec<String> = Vec::with_capacity(lines.len());
    let mut condition: Option<&String> = None;
    for line in lines {
        if line.starts_with("#if ") {
            let empty = merged.iter().rev().take_while(|line| line.is_empty()).count();
            let last = merged.len().checked_sub(empty + 1);
            if let Some(last) = last.filter(|last| merged[*last] == "#endif" && condition == Some(line)) {
                merged.remove(last);
                continue;
            }
            condition = Some(line);
        } else if line.starts_with("#endif ") || line.starts_with("#ifdef ") || line.starts_with("#ifndef ") {
            condition = None;
        }
        merged.push(line.clone());
    }
    merged
}

/// The lines, without a second empty one in a row.
fn single_spaced(lines: &[String]) -> String {
    let mut result = String::new();
    let mut empty = false;
    for line in lines {
        if line.is_empty() && empty {
            continue;
        }
        empty = line.is_empty();
        result += line;
        result.push('\n');
    }
    result
}

/// The first line in which two texts differ, for a failing test.
fn first_difference(present: &str, expected: &str) -> String {
    let mut lines = present.lines().zip(expected.lines()).enumerate();
    match lines.find(|(_, (a, b))| a != b) {
        Some((number, (a, b))) => format!("line {}: is \"{a}\", should be \"{b}\"", number + 1),
        None => format!(
            "{} lines, should be {}",
            present.lines().count(),
            expected.lines().count()
        ),
    }
}

/// Every file in a folder and the folders below it, sorted; none if there is no such folder.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Ok(found);
    };
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.is_dir() {
            found.extend(files_below(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// A path below a folder, with `/` between its parts.
fn relative(path: &Path, folder: &Path) -> Result<String> {
    let below = path.strip_prefix(folder).map_err(|error| error.to_string())?;
    Ok(below
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/"))
}

/// Text of a file; an error names it.
fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

//! Reads what memcheck prints, and says whose code each report is about.

use std::path::Path;

/// Whose code depends on a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The library's own.
    Ours,
    /// The test program's.
    Program,
    /// A crate's, by its name.
    Primitive(String),
    /// It has no name.
    Unknown,
}

/// A line of a report's stack.
#[derive(Clone, Debug)]
struct Frame {
    function: String,
    /// The source's path without the line; empty if it is not known.
    path: String,
}

/// One report: a branch or an address that depends on memory that nobody has written.
#[derive(Clone, Debug)]
pub struct Report {
    /// As memcheck printed it.
    pub text: String,
    frames: Vec<Frame>,
}

/// The first words of the reports that count.
const KINDS: &[&str] = &["Conditional jump or move depends", "Use of uninitialised value"];

/// What valgrind calls a function that was inlined and whose name it does not find.
const UNNAMED: &str = "UnknownInlinedFun";

/// All reports in what valgrind printed.
pub fn read(printed: &str) -> Vec<Report> {
    let mut reports: Vec<Report> = Vec::new();
    let mut inside = false;
    for line in printed.lines() {
        let Some((_, said)) = line.strip_prefix("==").and_then(|line| line.split_once("==")) else {
            continue;
        };
        let said = said.trim();
        if KINDS.iter().any(|kind| said.starts_with(kind)) {
            inside = true;
            let (text, frames) = (format!("{said}\n"), Vec::new());
            reports.push(Report { text, frames });
        } else if let (true, Some(frame), Some(report)) = (inside, frame(said), reports.last_mut()) {
            report.text += &format!("    {said}\n");
            report.frames.push(frame);
        } else {
            inside = false;
        }
    }
    reports
}

/// `at 0x1234: function (path:12)`, or `(in program)` where no line is known.
fn frame(said: &str) -> Option<Frame> {
    let rest = said.strip_prefix("at 0x").or_else(|| said.strip_prefix("by 0x"))?;
    let (_, rest) = rest.split_once(": ")?;
    let (function, place) = rest.rsplit_once(" (")?;
    let place = place.trim_end_matches(')');
    let path = match place.rsplit_once(':') {
        Some((path, _)) if !place.starts_with("in ") => path,
        _ => "",
    };
    Some(Frame {
        function: function.to_owned(),
        path: path.to_owned(),
    })
}

impl Frame {
    /// Whose it is; `None` for the standard library and valgrind's own `memcmp`, for which the caller answers.
    fn place(&self) -> Option<Place> {
        let path = self.path.as_str();
        if let Some((_, below)) = path.split_once("/registry/src/") {
            // <registry>/<crate>-<version>/...
            let folder = below.split('/').nth(1).unwrap_or_default();
            let name = folder.rsplit_once('-').map_or(folder, |(name, _)| name);
            // A version such as 0.14.0-pre.12 has a hyphen of its own.
            let name = name.rsplit_once('-').map_or(name, |(before, last)| {
                if last.starts_with(|first: char| first.is_ascii_digit()) {
                    before
                } else {
                    name
                }
            });
            return Some(Place::Primitive(name.to_owned()));
        }
        // The standard library, by the name that its paths have, or where rustup has its sources if it has them.
        let is_std =
            path.contains("/library/") && ["/rustc/", "/rustlib/src/rust/"].iter().any(|part| path.contains(part));
        if is_std || path.contains("vg_replace_strmem") {
            return None;
        }
        if path.contains("c-tests/") {
            return Some(Place::Program);
        }
        if Path::new(path).extension().is_some_and(|extension| extension == "rs") {
            return Some(Place::Ours);
        }
        // ring's assembler has names and no lines; C sources of ring are listed by the names they have in its folder.
        if self.function.contains("ring_core") || path.starts_with("crypto/") {
            return Some(Place::Primitive("ring".to_owned()));
        }
        Some(Place::Unknown)
    }
}

impl Report {
    /// The frame that answers for it.
    fn blamed(&self) -> Option<(&Frame, Place)> {
        self.frames.iter().find_map(|frame| Some((frame, frame.place()?)))
    }

    /// Whose code it is about.
    pub fn place(&self) -> Place {
        self.blamed().map_or(Place::Unknown, |(_, place)| place)
    }

    /// The function that it is about: the innermost of that place whose name valgrind could read.
    pub fn function(&self) -> String {
        let place = Some(self.place());
        let mut named = self.frames.iter().filter(|frame| frame.function != UNNAMED);
        named
            .find(|frame| frame.place() == place)
            .map_or_else(String::new, |frame| frame.function.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = "==7== Memcheck, a memory error detector
==7== Conditional jump or move depends on uninitialised value(s)
==7==    at 0x1: memcmp (/build/valgrind/vg_replace_strmem.c:1123)
==7==    by 0x2: core::slice::eq (/rustc/abc/library/core/src/slice/cmp.rs:1)
==7==    by 0x2: core::ptr::read (/home/a/toolchains/b/lib/rustlib/src/rust/library/core/src/ptr.rs:1)
==7==    by 0x3: ferrotls::capi::ssl::psk::find (/home/a/ferrotls/src/capi/ssl/psk.rs:316)
==7==    by 0x4: main (/home/a/ferrotls/c-tests/ct/ct.c:3)
==7== 
==7== Use of uninitialised value of size 8
==7==    at 0x1: ring_core_0_17_14__x25519 (in /home/a/ct)
==7== 
==7== Conditional jump or move depends on uninitialised value(s)
==7==    at 0x1: <x448::Point>::mul (/home/a/.cargo/registry/src/index-1/x448-0.14.0-pre.12/src/lib.rs:4)
==7==    by 0x3: ferrotls::crypto::kx (/home/a/ferrotls/src/crypto/kx.rs:316)
==7== 
==7== Conditional jump or move depends on uninitialised value(s)
==7==    at 0x1: UnknownInlinedFun (/home/a/.cargo/registry/src/index-1/ring-0.17.14/src/limb.rs:4)
==7==    by 0x1: scalar_parse (/home/a/.cargo/registry/src/index-1/ring-0.17.14/src/ec.rs:4)
==7== 
==7== Conditional jump or move depends on uninitialised value(s)
==7==    at 0x1: run (/home/a/ferrotls/c-tests/ct/ct.c:3)
==7==    at 0x1: libcrux::f (/home/a/.cargo/registry/src/index-1/libcrux-ml-kem-0.0.11/src/lib.rs:4)
==7== 
==7== HEAP SUMMARY:
";

    #[test]
    fn each_report_has_its_place() {
        let reports = read(PRINTED);
        let places: Vec<_> = reports.iter().map(Report::place).collect();
        let primitive = |name: &str| Place::Primitive(name.to_owned());
        assert_eq!(
            places,
            [
                Place::Ours,
                primitive("ring"),
                primitive("x448"),
                primitive("ring"),
                Place::Program
            ]
        );
        assert_eq!(reports[0].function(), "ferrotls::capi::ssl::psk::find");
        assert_eq!(reports[3].function(), "scalar_parse");
        assert_eq!(reports[4].frames[1].place(), Some(primitive("libcrux-ml-kem")));
    }
}

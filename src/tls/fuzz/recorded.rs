//! What the tests of both versions have in common: conversations that are recorded, kept as a corpus, and changed.

use std::path::Path;

use super::Outcome;
use crate::tls::config::Side;

/// What both ends of a conversation send, client first. `play` runs an end from its beginning, with all that the other has
/// sent so far as its input, and returns all that it sends: the same each time.
pub(super) fn recordings(name: &str, mut play: impl FnMut(Side, &[u8]) -> Vec<u8>) -> [Vec<u8>; 2] {
    let mut sent = [vec![], vec![]];
    for round in 0.. {
        let before = sent.clone();
        for (at, side) in [Side::Client, Side::Server].into_iter().enumerate() {
            sent[at] = play(side, &sent[1 - at]);
        }
        assert!(round < 20, "{name} goes on without end");
        if sent == before {
            break;
        }
    }
    sent
}

/// Holds the file `name` in the corpus of the fuzz target `target` to `content`; `UPDATE=1` writes it.
pub(super) fn hold_corpus(target: &str, name: &str, content: &[u8]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let path = folder.join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(&path, content).unwrap();
    }
    let found = std::fs::read(&path).unwrap_or_default();
    assert!(found == content, "{}: run the test with UPDATE=1", path.display());
}

/// Holds what `drive` makes of every file in the corpus of the fuzz target `target` to what may be.
pub(super) fn replay(target: &str, drive: impl Fn(&[u8]) -> Outcome) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let outcome = drive(&std::fs::read(&path).unwrap());
        // A file that holds what ends said before a change of the library is such a file: nobody says that now. It has to go.
        assert!(outcome.is_well(), "{}: {outcome:?}", path.display());
        files += 1;
    }
    assert!(files > 0, "{} is empty", folder.display());
}

/// Changes that are the same in each run.
pub(super) struct Mutations(u64);

impl Mutations {
    pub(super) const fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    fn next(&mut self) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap()
    }

    /// `input` with one to four bytes or short runs of bytes changed, gone or new.
    pub(super) fn change(&mut self, input: &[u8]) -> Vec<u8> {
        let mut changed = input.to_vec();
        for _ in 0..=self.next() % 4 {
            let at = self.next() % changed.len();
            match self.next() % 4 {
                0 => changed[at] = self.next().to_le_bytes()[0],
                1 if changed.len() > 20 => drop(changed.drain(at..(at + self.next() % 9).min(changed.len()))),
                2 => changed.insert(at, self.next().to_le_bytes()[0]),
                _ => changed[at] ^= 1 << (self.next() % 8),
            }
        }
        changed
    }
}

//! What the headers of single digests share: C structs that hold a running digest by value, without heap. Programs copy
//! them as bytes and may leave out `_free`. Their fields are those of 3.6 and mean the same.

use super::self_test::{hex, numbered};
use crate::crypto::digest::{Chained, Midway};
use crate::crypto::{Unspecified, hash::Digest};
use core::ffi::{c_int, c_uchar};
use zeroize::Zeroize;

/// A C struct that holds a running digest.
pub(super) trait Running {
    /// A word of its state.
    type Word: Word;

    /// Which digest it is.
    fn digest(&self) -> Chained;

    /// The number of bytes so far, its lower half first; the state; the block that is being filled.
    fn fields(&mut self) -> (&mut [Self::Word; 2], &mut [Self::Word], &mut [u8]);
}

/// `u32` or `u64`.
pub(super) trait Word: Copy {
    /// Its length in bytes.
    const LEN: usize;
    /// Its value.
    fn value(self) -> u64;
    /// The word with the lowest bits of `value`.
    fn low(value: u128) -> Self;
    /// Its bytes, little-endian, to `out`, which has room for them.
    fn write(self, out: &mut [u8]);
    /// The word of these bytes, little-endian.
    fn read(bytes: &[u8]) -> Option<Self>;
}

impl Word for u32 {
    const LEN: usize = 4;
    fn value(self) -> u64 {
        u64::from(self)
    }
    fn low(value: u128) -> Self {
        value as Self
    }
    fn write(self, out: &mut [u8]) {
        out.copy_from_slice(&self.to_le_bytes());
    }
    fn read(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self::from_le_bytes)
    }
}

impl Word for u64 {
    const LEN: usize = 8;
    fn value(self) -> u64 {
        self
    }
    fn low(value: u128) -> Self {
        value as Self
    }
    fn write(self, out: &mut [u8]) {
        out.copy_from_slice(&self.to_le_bytes());
    }
    fn read(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self::from_le_bytes)
    }
}

/// The longest state, in bytes.
const MAX_STATE: usize = 64;

/// Makes the digest ready for its first byte.
pub(super) fn start<R: Running>(running: &mut R) -> Result<(), Unspecified> {
    with(running, |digest, midway| {
        *midway.total = 0;
        digest.start(midway.state)
    })
}

/// Adds bytes.
pub(super) fn update<R: Running>(running: &mut R, data: &[u8]) -> Result<(), Unspecified> {
    with(running, |digest, midway| digest.update(midway, data))
}

/// The digest of all bytes so far.
pub(super) fn finish<R: Running>(running: &mut R) -> Result<Digest, Unspecified> {
    with(running, |digest, midway| digest.finish(midway))
}

/// Works one block into the state, uncounted.
pub(super) fn process<R: Running>(running: &mut R, block: &[u8]) -> Result<(), Unspecified> {
    with(running, |digest, midway| digest.compress(midway.state, block))
}

/// Lends the struct's fields to the digest, as bytes.
fn with<R: Running, T>(
    running: &mut R,
    work: impl FnOnce(Chained, &mut Midway<'_>) -> Result<T, Unspecified>,
) -> Result<T, Unspecified> {
    let digest = running.digest();
    let (total, words, block) = running.fields();
    let bits = R::Word::LEN * 8;
    let mut bytes = [0; MAX_STATE];
    let state = bytes.get_mut(..words.len() * R::Word::LEN).ok_or(Unspecified)?;
    for (word, out) in words.iter().zip(state.chunks_exact_mut(R::Word::LEN)) {
        word.write(out);
    }
    let mut count = u128::from(total[0].value()) | u128::from(total[1].value()) << bits;
    let mut midway = Midway {
        state,
        total: &mut count,
        block,
    };
    let result = work(digest, &mut midway);
    for (word, bytes) in words.iter_mut().zip(state.chunks_exact(R::Word::LEN)) {
        *word = R::Word::read(bytes).ok_or(Unspecified)?;
    }
    *total = [R::Word::low(count), R::Word::low(count >> bits)];
    bytes.zeroize();
    result
}

/// A message of a known answer.
pub(super) enum Message {
    /// A text.
    Text(&'static str),
    /// A million times `a`, in pieces of a thousand.
    Million,
}

/// Runs known answers, each a message and its digest in hexadecimal.
pub(super) fn self_test<R: Running>(
    verbose: c_int,
    name: &str,
    answers: &[(Message, &str)],
    new: impl Fn() -> R,
) -> c_int {
    numbered(verbose, name, answers, |(message, expected)| {
        let mut running = new();
        let fed = start(&mut running).and_then(|()| match message {
            Message::Text(text) => update(&mut running, text.as_bytes()),
            Message::Million => (0..1000).try_for_each(|_| update(&mut running, &[b'a'; 1000])),
        });
        fed.and_then(|()| finish(&mut running))
            .is_ok_and(|digest| digest.as_ref() == hex(expected))
    })
}

/// Copies a digest out, unless `output` is NULL. Returns whether it did.
///
/// # Safety
/// `output` is NULL or has room for the digest.
pub(super) unsafe fn give(digest: &Digest, output: *mut c_uchar) -> bool {
    // SAFETY: the caller's promise.
    unsafe { super::ptr::copy_out(digest.as_ref(), output) };
    !output.is_null()
}

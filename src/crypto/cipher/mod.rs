//! Block ciphers and their modes, stream ciphers, and the AEADs in pieces: what `cipher.h` and its neighbours offer.
//!
//! - [`BlockKey`] is a key of a block cipher; its methods are the modes, each with its state in the caller's hands.
//! - [`Running`] is a mode under way that keeps its own state, buffers and pads.
//! - [`GcmKey`], [`ChaChaPolyKey`] and [`CcmKey`] seal and open whole messages; their streams take them in parts.
//! - [`Cmac`], [`Poly1305`], [`ChaCha20`], [`XtsKey`] and [`KeyWrap`] are what their names say.
//!
//! ring seals and opens whole messages of its own AEADs (AES-GCM with keys of 128 and 256 bits and nonces of 12 bytes,
//! ChaCha20-Poly1305). The rest is RustCrypto's: what stands here only puts its primitives and modes together.
//!
//! All of it works in place. AES is computed with the processor's instructions or, without them, in constant time;
//! DES, Camellia and ARIA look up tables, as in every other library, and are for old data only.

mod block;
mod ccm;
mod chacha;
mod cmac;
mod gcm;
mod key_wrap;
mod modes;
mod padding;
mod recent;
mod running;
mod xts;

pub use self::block::{BlockAlgorithm, BlockKey, is_weak_des};
pub use self::ccm::{CcmKey, CcmStream};
pub use self::chacha::{ChaCha20, ChaChaPolyKey, ChaChaPolyStream, Poly1305};
pub use self::cmac::Cmac;
pub use self::gcm::{GcmKey, GcmStream};
pub use self::key_wrap::KeyWrap;
pub use self::recent::{KeyNumber, forget, recent_block_key, recent_xts_key};
pub use self::running::{Direction, Mode, Padding, Running, RunningError};
pub use self::xts::XtsKey;

/// Takes up to as many bytes of `data` as `rest` has, and combines both by exclusive or. Returns what is left of `data`.
fn xor_part<'a>(rest: &[u8], data: &'a mut [u8]) -> &'a mut [u8] {
    let (part, left) = data.split_at_mut(rest.len().min(data.len()));
    for (byte, key) in part.iter_mut().zip(rest) {
        *byte ^= key;
    }
    left
}

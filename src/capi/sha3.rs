//! `mbedtls/sha3.h`: SHA-3.
//!
//! The context holds everything by value: it may be copied as bytes and needs no release.

use super::guard::guard;
use super::ptr::{self, c_enum, enum_value};
use super::self_test::{hex, say};
use crate::crypto::Unspecified;
use crate::crypto::digest::Sponge;
use crate::crypto::hash::Digest;
use core::ffi::c_int;
use core::mem::MaybeUninit;
use zeroize::Zeroize;

/// An argument is invalid.
pub const MBEDTLS_ERR_SHA3_BAD_INPUT_DATA: c_int = -0x0076;

/// The functions of SHA-3 by number.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_sha3_id {
    /// None.
    MBEDTLS_SHA3_NONE = 0,
    /// SHA3-224.
    MBEDTLS_SHA3_224 = 1,
    /// SHA3-256.
    MBEDTLS_SHA3_256 = 2,
    /// SHA3-384.
    MBEDTLS_SHA3_384 = 3,
    /// SHA3-512.
    MBEDTLS_SHA3_512 = 4,
}

c_enum!(mbedtls_sha3_id: MBEDTLS_SHA3_NONE, MBEDTLS_SHA3_224, MBEDTLS_SHA3_256, MBEDTLS_SHA3_384, MBEDTLS_SHA3_512);

/// A SHA-3 operation. It may be copied as bytes.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(state), MBEDTLS_PRIVATE(index), MBEDTLS_PRIVATE(olen), MBEDTLS_PRIVATE(max_block_size)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_sha3_context {
    /// The state of the sponge.
    pub state: [u64; 25],
    /// Where in it the next byte goes.
    pub index: u32,
    /// Length of the digest, in bytes; 0 before mbedtls_sha3_starts().
    pub olen: u16,
    /// How many bytes of the state are open to input.
    pub max_block_size: u16,
}

/// The functions of SHA-3, and what C calls them.
const FUNCTIONS: [(mbedtls_sha3_id, Sponge, &str); 4] = [
    (mbedtls_sha3_id::MBEDTLS_SHA3_224, Sponge::Sha3_224, "SHA3-224"),
    (mbedtls_sha3_id::MBEDTLS_SHA3_256, Sponge::Sha3_256, "SHA3-256"),
    (mbedtls_sha3_id::MBEDTLS_SHA3_384, Sponge::Sha3_384, "SHA3-384"),
    (mbedtls_sha3_id::MBEDTLS_SHA3_512, Sponge::Sha3_512, "SHA3-512"),
];

impl mbedtls_sha3_context {
    /// A context as mbedtls_sha3_init() leaves it.
    const EMPTY: Self = Self {
        state: [0; 25],
        index: 0,
        olen: 0,
        max_block_size: 0,
    };

    /// Makes it ready for the first byte.
    pub(super) fn start(&mut self, sponge: Sponge) {
        *self = Self {
            olen: sponge.output_len().into(),
            max_block_size: sponge.rate().into(),
            ..Self::EMPTY
        };
    }

    /// The function it was started for; `None` if it was not.
    fn sponge(&self) -> Option<Sponge> {
        let mut known = FUNCTIONS.iter().map(|(_, sponge, _)| *sponge);
        known.find(|sponge| self.max_block_size == sponge.rate().into() && self.olen == sponge.output_len().into())
    }

    /// The state as bytes.
    fn bytes(&self) -> [u8; 200] {
        let mut bytes = [0; 200];
        for (word, out) in self.state.iter().zip(bytes.chunks_exact_mut(8)) {
            out.copy_from_slice(&word.to_le_bytes());
        }
        bytes
    }

    /// Adds bytes. Fails if it was not started.
    pub(super) fn update(&mut self, data: &[u8]) -> Result<(), Unspecified> {
        let sponge = self.sponge().ok_or(Unspecified)?;
        let mut index = u8::try_from(self.index).map_err(|_| Unspecified)?;
        let mut bytes = self.bytes();
        let result = sponge.update(&mut bytes, &mut index, data);
        for (word, bytes) in self.state.iter_mut().zip(bytes.as_chunks().0) {
            *word = u64::from_le_bytes(*bytes);
        }
        self.index = index.into();
        bytes.zeroize();
        result
    }

    /// The digest of all bytes so far. Fails if it was not started.
    pub(super) fn finish(&self) -> Result<Digest, Unspecified> {
        let sponge = self.sponge().ok_or(Unspecified)?;
        let mut bytes = self.bytes();
        let index = u8::try_from(self.index).map_err(|_| Unspecified)?;
        let digest = sponge.finish(&bytes, index);
        bytes.zeroize();
        digest
    }
}

/// The function that C names.
fn named(id: MaybeUninit<mbedtls_sha3_id>) -> Option<Sponge> {
    let id = enum_value(id)?;
    let found = FUNCTIONS.iter().find(|(known, _, _)| *known == id);
    found.map(|(_, sponge, _)| *sponge)
}

/// Makes a context ready for mbedtls_sha3_starts().
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha3_init(ctx: *mut mbedtls_sha3_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Wipes a context.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha3_free(ctx: *mut mbedtls_sha3_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Copies a context.
///
/// \param dst  The copy, initialised.
/// \param src  What is copied. Nothing happens if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha3_clone(dst: *mut mbedtls_sha3_context, src: *const mbedtls_sha3_context) {
    guard((), || {
        if !dst.is_null() && !src.is_null() {
            // SAFETY: both are whole contexts by the caller's promise; `copy` allows them to be the same.
            unsafe { src.copy_to(dst, 1) };
        }
    });
}

/// Begins a digest.
///
/// \param ctx  The context, initialised.
/// \param id  Which function of SHA-3.
///
/// \return  0, or MBEDTLS_ERR_SHA3_BAD_INPUT_DATA if `ctx` is NULL or there is no such function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha3_starts(
    ctx: *mut mbedtls_sha3_context,
    id: MaybeUninit<mbedtls_sha3_id>,
) -> c_int {
    guard(MBEDTLS_ERR_SHA3_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or a context that it uses nowhere else meanwhile.
        match (unsafe { ptr::as_mut(ctx) }, named(id)) {
            (Some(context), Some(sponge)) => {
                context.start(sponge);
                0
            }
            _ => MBEDTLS_ERR_SHA3_BAD_INPUT_DATA,
        }
    })
}

/// Adds bytes to a digest.
///
/// \param ctx  The context, started.
/// \param input,ilen  The bytes; `input` may be NULL if there are none.
///
/// \return  0, or MBEDTLS_ERR_SHA3_BAD_INPUT_DATA if a pointer is NULL or the context was not started.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha3_update(ctx: *mut mbedtls_sha3_context, input: *const u8, ilen: usize) -> c_int {
    guard(MBEDTLS_ERR_SHA3_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or a context that it uses nowhere else meanwhile, and `ilen` bytes.
        let (Some(context), Some(input)) = (unsafe { ptr::as_mut(ctx) }, unsafe { ptr::bytes(input, ilen) }) else {
            return MBEDTLS_ERR_SHA3_BAD_INPUT_DATA;
        };
        if input.is_empty() {
            return 0;
        }
        context.update(input).map_or(MBEDTLS_ERR_SHA3_BAD_INPUT_DATA, |()| 0)
    })
}

/// Ends a digest and wipes the context.
///
/// \param ctx  The context, started.
/// \param output,olen  Where the digest goes, and the room there: at least the length of the digest.
///
/// \return  0, or MBEDTLS_ERR_SHA3_BAD_INPUT_DATA if there is too little room, a pointer is NULL or the context was not
/// started.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha3_finish(ctx: *mut mbedtls_sha3_context, output: *mut u8, olen: usize) -> c_int {
    guard(MBEDTLS_ERR_SHA3_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or a context that it uses nowhere else meanwhile.
        let Some(context) = (unsafe { ptr::as_ref(ctx) }) else {
            return MBEDTLS_ERR_SHA3_BAD_INPUT_DATA;
        };
        let digest = context.finish();
        // SAFETY: the reference was used for the last time.
        unsafe { ptr::zero(ctx) };
        // SAFETY: `output` is NULL or has room for `olen` bytes by the caller's promise.
        digest.map_or(MBEDTLS_ERR_SHA3_BAD_INPUT_DATA, |digest| unsafe {
            give(&digest, output, olen)
        })
    })
}

/// The digest of a buffer.
///
/// \param id  Which function of SHA-3.
/// \param input,ilen  The bytes; `input` may be NULL if there are none.
/// \param output,olen  Where the digest goes, and the room there: at least the length of the digest.
///
/// \return  0, or MBEDTLS_ERR_SHA3_BAD_INPUT_DATA if there is no such function, too little room, or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha3(
    id: MaybeUninit<mbedtls_sha3_id>,
    input: *const u8,
    ilen: usize,
    output: *mut u8,
    olen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SHA3_BAD_INPUT_DATA, || {
        // SAFETY: C passes `ilen` bytes; the slice ends before `output`, which may overlap it, is written.
        let (Some(sponge), Some(input)) = (named(id), unsafe { ptr::bytes(input, ilen) }) else {
            return MBEDTLS_ERR_SHA3_BAD_INPUT_DATA;
        };
        // SAFETY: `output` is NULL or has room for `olen` bytes by the caller's promise.
        whole(sponge, input).map_or(MBEDTLS_ERR_SHA3_BAD_INPUT_DATA, |digest| unsafe {
            give(&digest, output, olen)
        })
    })
}

/// The digest of these bytes.
fn whole(sponge: Sponge, input: &[u8]) -> Result<Digest, Unspecified> {
    let mut context = mbedtls_sha3_context::EMPTY;
    context.start(sponge);
    context.update(input)?;
    context.finish()
}

/// Copies a digest out, if there is room for it. Returns 0 or an error code.
///
/// # Safety
/// `output` is NULL or has room for `olen` bytes.
unsafe fn give(digest: &Digest, output: *mut u8, olen: usize) -> c_int {
    if output.is_null() || olen < digest.as_ref().len() {
        return MBEDTLS_ERR_SHA3_BAD_INPUT_DATA;
    }
    // SAFETY: there is room, as was checked.
    unsafe { ptr::copy_out(digest.as_ref(), output) };
    0
}

/// Checks SHA-3 against known answers.
///
/// \param verbose  Not 0 to print how it goes.
///
/// \return  0, or 1 if an answer is wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_sha3_self_test(verbose: c_int) -> c_int {
    guard(1, || {
        for number in 0..2 {
            for ((_, sponge, name), answers) in FUNCTIONS.iter().zip(ANSWERS) {
                let input: &[u8] = if number == 0 { b"" } else { b"abc" };
                let passed = whole(*sponge, input).is_ok_and(|digest| digest.as_ref() == hex(answers[number]));
                let result = if passed { "passed" } else { "failed" };
                say(verbose, &format!("  {name} test {number} {result}\n"));
                if !passed {
                    return 1;
                }
            }
        }
        for ((_, sponge, name), answers) in FUNCTIONS.iter().zip(ANSWERS) {
            let mut context = mbedtls_sha3_context::EMPTY;
            context.start(*sponge);
            let fed = (0..1000).try_for_each(|_| context.update(&[b'a'; 1000]));
            let digest = fed.and_then(|()| context.finish());
            let passed = digest.is_ok_and(|digest| digest.as_ref() == hex(answers[2]));
            let result = if passed { "passed" } else { "failed" };
            say(verbose, &format!("  {name} long KAT test {result}\n"));
            if !passed {
                return 1;
            }
        }
        say(verbose, "\n");
        0
    })
}

/// Known answers of each function: of nothing, of "abc", and of a million times `a`.
const ANSWERS: [[&str; 3]; 4] = [
    [
        "6b4e03423667dbb73b6e15454f0eb1abd4597f9a1b078e3f5b5a6bc7",
        "e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf",
        "d69335b93325192e516a912e6d19a15cb51c6ed5c15243e7a7fd653c",
    ],
    [
        "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a",
        "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
        "5c8875ae474a3634ba4fd55ec85bffd661f32aca75c6d699d0cdcb6c115891c1",
    ],
    [
        "0c63a75b845e4f7d01107d852e4c2485c51a50aaaa94fc61995e71bbee983a2ac3713831264adb47fb6bd1e058d5f004",
        "ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b298d88cea927ac7f539f1edf228376d25",
        "eee9e24d78c1855337983451df97c8ad9eedf256c6334f8e948d252d5e0e76847aa0774ddb90a842190d2c558b4b8340",
    ],
    [
        "a69f73cca23a9ac5c8b567dc185a756e97c982164fe25859e0d1dcc1475c80a615b2123af1f5f94c11e3e9402c3ac558f500\
         199d95b6d3e301758586281dcd26",
        "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e393405734\
         0b4cf408d5a56592f8274eec53f0",
        "3c3a876da14034ab60627c077bb98f7e120a2a5370212dffb3385a18d4f38859ed311d0a9d5141ce9cc5c66ee689b266a8aa\
         18ace8282a0e0db596c90b0a7b87",
    ],
];

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::{null, null_mut};

    #[test]
    fn known_answers() {
        assert_eq!(mbedtls_sha3_self_test(0), 0);
        assert_eq!(size_of::<mbedtls_sha3_context>(), 208);
    }

    #[test]
    fn null_and_misuse() {
        let mut context = mbedtls_sha3_context::EMPTY;
        let ctx = &raw mut context;
        let id = MaybeUninit::new(mbedtls_sha3_id::MBEDTLS_SHA3_256);
        let none = MaybeUninit::new(mbedtls_sha3_id::MBEDTLS_SHA3_NONE);
        let (mut out, mut again) = ([0; 32], [0; 32]);
        let input = b"abc".as_ptr();
        // SAFETY: NULL is allowed everywhere; the rest are whole objects of the sizes given.
        unsafe {
            mbedtls_sha3_init(null_mut());
            mbedtls_sha3_free(null_mut());
            mbedtls_sha3_clone(null_mut(), ctx);
            mbedtls_sha3_clone(ctx, null());
            assert!(mbedtls_sha3_starts(null_mut(), id) < 0);
            assert!(mbedtls_sha3_starts(ctx, none) < 0);
            assert!(mbedtls_sha3_update(null_mut(), input, 3) < 0);
            assert!(mbedtls_sha3_update(ctx, input, 3) < 0);
            assert!(mbedtls_sha3_finish(ctx, out.as_mut_ptr(), 32) < 0);
            assert!(mbedtls_sha3_finish(null_mut(), out.as_mut_ptr(), 32) < 0);
            assert!(mbedtls_sha3(none, input, 3, out.as_mut_ptr(), 32) < 0);
            assert!(mbedtls_sha3(id, null(), 3, out.as_mut_ptr(), 32) < 0);
            assert!(mbedtls_sha3(id, input, 3, null_mut(), 32) < 0);
            assert!(mbedtls_sha3(id, input, 3, out.as_mut_ptr(), 31) < 0);
            assert_eq!(mbedtls_sha3(id, input, 3, out.as_mut_ptr(), 32), 0);
            assert_eq!(mbedtls_sha3_starts(ctx, id), 0);
            assert!(mbedtls_sha3_update(ctx, null(), 3) < 0);
            assert_eq!(mbedtls_sha3_update(ctx, input, 3), 0);
            let mut copy = context;
            assert!(mbedtls_sha3_finish(ctx, out.as_mut_ptr(), 31) < 0);
            assert_eq!(mbedtls_sha3_finish(&raw mut copy, again.as_mut_ptr(), 32), 0);
            assert_eq!(out, again);
            (*ctx).index = 136;
            (*ctx).start(Sponge::Sha3_256);
            (*ctx).index = 4000;
            assert!(mbedtls_sha3_update(ctx, input, 3) < 0);
            assert!(mbedtls_sha3_finish(ctx, out.as_mut_ptr(), 32) < 0);
        }
    }
}

//! Paddings of CBC. They are put on and taken off here because taking off must not show where the padding ends by the
//! time it takes, which the crates do not promise.

use subtle::{Choice, ConditionallySelectable as _, ConstantTimeEq as _, ConstantTimeGreater as _};

/// How the last block is filled up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Padding {
    /// Not at all: the data must be whole blocks.
    None,
    /// Each byte holds the number of bytes added (RFC 5652 section 6.3).
    Pkcs7,
    /// A one bit, then zeros (ISO/IEC 7816-4).
    OneAndZeros,
    /// Zeros, then the number of bytes added (ANSI X9.23).
    ZerosAndLen,
    /// Zeros, which cannot be told from the data.
    Zeros,
}

impl Padding {
    /// Fills up `block` from `len` on, which is less than its length (of at most 16 bytes).
    pub(super) fn add(self, block: &mut [u8], len: usize) {
        let added = u8::try_from(block.len().saturating_sub(len)).unwrap_or(0);
        let Some(room) = block.get_mut(len..) else { return };
        match self {
            Self::None => {}
            Self::Pkcs7 => room.fill(added),
            Self::OneAndZeros => {
                room.fill(0);
                room.iter_mut().take(1).for_each(|byte| *byte = 0x80);
            }
            Self::ZerosAndLen => {
                room.fill(0);
                room.iter_mut().rev().take(1).for_each(|byte| *byte = added);
            }
            Self::Zeros => room.fill(0),
        }
    }

    /// How many bytes of `block` (at most 16) are data, and whether the padding is wrong; the number means nothing then.
    /// Takes the same time for all blocks of a length.
    pub(super) fn find(self, block: &[u8]) -> (usize, Choice) {
        let block_len = u8::try_from(block.len()).unwrap_or(0);
        let last = block.last().copied().unwrap_or(0);
        let (len, bad) = match self {
            Self::None => (block_len, Choice::from(0)),
            Self::Pkcs7 => counted(block, block_len, last, last),
            Self::ZerosAndLen => counted(
                block.get(..block.len().saturating_sub(1)).unwrap_or(&[]),
                block_len,
                last,
                0,
            ),
            Self::OneAndZeros => {
                let (end, value) = last_nonzero(block);
                (end.saturating_sub(1), !value.ct_eq(&0x80))
            }
            Self::Zeros => (last_nonzero(block).0, Choice::from(0)),
        };
        (usize::from(len), bad)
    }
}

/// The length of the data if `added` bytes were added to a block of `block_len`, of which those in `block` are `filler`.
fn counted(block: &[u8], block_len: u8, added: u8, filler: u8) -> (u8, Choice) {
    let mut bad = added.ct_gt(&block_len) | added.ct_eq(&0);
    let start = block_len.wrapping_sub(added);
    for (at, byte) in (0u8..).zip(block) {
        let in_padding = !start.ct_gt(&at);
        bad |= in_padding & !byte.ct_eq(&filler);
    }
    (u8::conditional_select(&start, &0, bad), bad)
}

/// Where the last byte that is not zero ends, and the byte; 0 and 0 if all are zero.
fn last_nonzero(block: &[u8]) -> (u8, u8) {
    let mut found = (0, 0);
    for (end, byte) in (1u8..).zip(block) {
        let here = !byte.ct_eq(&0);
        found.0.conditional_assign(&end, here);
        found.1.conditional_assign(byte, here);
    }
    found
}

//! Brotli (RFC 7932) by the crate of that name.

use brotli::enc::BrotliEncoderParams;
use brotli::enc::StandardAlloc;
use brotli::{Allocator, BrotliCompress, BrotliDecompressStream, BrotliResult, BrotliState};

/// Smallest memory that is granted for the window: what the decoder takes whatever it decodes.
const MIN_WINDOW: usize = 0x1_0000;
/// What the decoder adds to a window.
const WINDOW_SLACK: usize = 0x1000;

/// Compresses; `None` if the crate fails, which it has no reason to in memory.
pub(super) fn compress(plain: &[u8]) -> Option<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality: 11,
        // A window no longer than a chain needs, so that the other side does not make one.
        lgwin: 17,
        size_hint: plain.len(),
        ..BrotliEncoderParams::default()
    };
    let mut out = Vec::new();
    let mut input = plain;
    BrotliCompress(&mut input, &mut out, &params).ok()?;
    Some(out)
}

/// See [`super::decompress`].
pub(super) fn decompress(compressed: &[u8], length: usize) -> Option<Vec<u8>> {
    let (result, unread, out) = decode(compressed, length)?;
    let whole = matches!(result, BrotliResult::ResultSuccess) && unread == 0 && out.len() == length;
    whole.then_some(out)
}

/// Decodes up to `length` bytes: how it went, how much was not read, what came out.
fn decode(compressed: &[u8], length: usize) -> Option<(BrotliResult, usize, Vec<u8>)> {
    // The decoder makes its window as long as what is in it at most, to the next power of two. A stream that asks for a
    // longer one holds more than was said.
    let most = length
        .checked_next_power_of_two()?
        .max(MIN_WINDOW)
        .saturating_add(WINDOW_SLACK);
    let bytes = Bounded {
        inner: StandardAlloc::default(),
        most,
    };
    // Strict: no windows of more than 24 bits, which RFC 7932 does not have.
    let mut state = BrotliState::new_strict(bytes, StandardAlloc::default(), StandardAlloc::default());
    let mut out = vec![0; length];
    let (mut unread, mut read, mut room, mut written, mut total) = (compressed.len(), 0, length, 0, 0);
    let result = BrotliDecompressStream(
        &mut unread,
        &mut read,
        compressed,
        &mut room,
        &mut written,
        &mut out,
        &mut total,
        &mut state,
    );
    out.truncate(written);
    Some((result, unread, out))
}

/// Memory for bytes, up to so many at once; more fails, which the decoder takes for an error of the stream.
struct Bounded {
    inner: StandardAlloc,
    most: usize,
}

impl Allocator<u8> for Bounded {
    type AllocatedMemory = <StandardAlloc as Allocator<u8>>::AllocatedMemory;

    fn alloc_cell(&mut self, len: usize) -> Self::AllocatedMemory {
        if len > self.most {
            return Self::AllocatedMemory::default();
        }
        self.inner.alloc_cell(len)
    }

    fn free_cell(&mut self, data: Self::AllocatedMemory) {
        <StandardAlloc as Allocator<u8>>::free_cell(&mut self.inner, data);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    /// The beginning of a stream with a window of 16 MiB: one metablock, not the last, of so many bytes as they are.
    fn stored(length: u32, content: &[u8]) -> Vec<u8> {
        // RFC 7932 section 9: WBITS 24, ISLAST 0, MNIBBLES (5 or 6, the last not zero), MLEN-1, ISUNCOMPRESSED 1
        let nibbles = if length > 1 << 20 { 6 } else { 5 };
        let fields = [(0b1111, 4), (0, 1), (nibbles - 4, 2), (length - 1, 4 * nibbles), (1, 1)];
        let (bits, _) = fields.iter().fold((0_u64, 0), |(bits, at), (value, count)| {
            (bits | u64::from(*value) << at, at + count)
        });
        let mut out = bits.to_le_bytes().get(..4).unwrap().to_vec();
        out.extend_from_slice(content);
        out
    }

    /// Without a bound both would want more input; so the second was refused the memory it asked for.
    #[test]
    fn a_window_is_bounded_by_the_length() {
        let content = [7; 1000];
        let (honest, ..) = decode(&stored(0x1_2000, &content), 0x1_2000).unwrap();
        assert!(matches!(honest, BrotliResult::NeedsMoreInput));
        let (bomb, ..) = decode(&stored(0xff_ffff, &content), 0x1_2000).unwrap();
        assert!(matches!(bomb, BrotliResult::ResultFailure));
    }
}

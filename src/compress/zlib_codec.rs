//! zlib (RFC 1950) by miniz_oxide.

use miniz_oxide::deflate;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress as inflate, inflate_flags};

/// The level above which miniz_oxide gains nothing on certificates.
const LEVEL: u8 = 9;

/// Compresses.
pub(super) fn compress(plain: &[u8]) -> Vec<u8> {
    deflate::compress_to_vec_zlib(plain, LEVEL)
}

/// See [`super::decompress`].
pub(super) fn decompress(compressed: &[u8], length: usize) -> Option<Vec<u8>> {
    let mut state = Box::<DecompressorOxide>::default();
    let mut out = vec![0; length];
    // Without HAS_MORE_INPUT: the input is all there is. The checksum is compared.
    let flags = inflate_flags::TINFL_FLAG_PARSE_ZLIB_HEADER | inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, read, written) = inflate(&mut state, compressed, &mut out, 0, flags);
    let whole = status == TINFLStatus::Done && read == compressed.len() && written == length;
    whole.then_some(out)
}

//! Reading the files that hold keys and certificates.

use std::ffi::c_int;
use std::path::Path;

use zeroize::Zeroizing;

use super::{MBEDTLS_ERR_PK_ALLOC_FAILED, MBEDTLS_ERR_PK_FILE_IO_ERROR};

/// The largest file that is read, in bytes: far more than any bundle of certificates, and no endless device.
const MAX_FILE_LEN: u64 = 64 << 20;

/// A file's bytes, with a zero byte behind them if they are PEM, as the functions that take text want it.
pub(in crate::capi) fn load_file(path: &Path) -> Result<Zeroizing<Vec<u8>>, c_int> {
    let metadata = std::fs::metadata(path).map_err(|_| MBEDTLS_ERR_PK_FILE_IO_ERROR)?;
    // For a folder, whose length it takes for endless, 3.6 lacks memory.
    if metadata.is_dir() || metadata.len() > MAX_FILE_LEN {
        return Err(MBEDTLS_ERR_PK_ALLOC_FAILED);
    }
    let mut data = Zeroizing::new(std::fs::read(path).map_err(|_| MBEDTLS_ERR_PK_FILE_IO_ERROR)?);
    if data.windows(11).any(|window| window == b"-----BEGIN ") {
        // `read` leaves no spare room: growing would leave a copy of a key behind, so the room is made here.
        let mut text = Zeroizing::new(Vec::with_capacity(data.len() + 1));
        text.extend_from_slice(&data);
        text.push(0);
        data = text;
    }
    Ok(data)
}

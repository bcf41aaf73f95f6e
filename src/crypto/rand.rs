//! Randomness of the operating system.

use super::Unspecified;

/// Fills `out`.
pub fn fill(out: &mut [u8]) -> Result<(), Unspecified> {
    let _ = out;
    todo!()
}

//! Curve25519 and Curve448 by the x coordinate alone (RFC 7748). Scalars and coordinates are little-endian.
//!
//! ring has X25519 for keys that it makes itself only, so a scalar that a program brings goes to curve25519-dalek.

use crypto_bigint::{CheckedSub as _, U256, U448};
use zeroize::Zeroizing;

/// The scalar, made fit as RFC 7748 section 5 says, times the point on Curve25519 with this coordinate. Coordinates up to
/// 2^256 - 1 are taken modulo the prime. The result is zero for a point of low order.
pub fn x25519(scalar: &[u8; 32], coordinate: &[u8; 32]) -> Zeroizing<[u8; 32]> {
    /// 2^255 - 19.
    const PRIME: U256 = U256::from_be_hex("7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed");
    let mut reduced = U256::from_le_slice(coordinate);
    while let Some(less) = reduced.checked_sub(&PRIME).into_option() {
        reduced = less;
    }
    let point = curve25519_dalek::MontgomeryPoint(reduced.to_le_bytes().into());
    Zeroizing::new(point.mul_clamped(*scalar).to_bytes())
}

/// As [`x25519`], on Curve448.
pub fn x448(scalar: &[u8; 56], coordinate: &[u8; 56]) -> Zeroizing<[u8; 56]> {
    /// 2^448 - 2^224 - 1.
    const PRIME: U448 = U448::from_be_hex(
        "fffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    );
    let mut reduced = U448::from_le_slice(coordinate);
    while let Some(less) = reduced.checked_sub(&PRIME).into_option() {
        reduced = less;
    }
    Zeroizing::new(::x448::x448_unchecked(*scalar, reduced.to_le_bytes().into()))
}

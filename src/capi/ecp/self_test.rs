//! The self test of curves.

use core::ffi::c_int;

use crate::capi::guard::guard;
use crate::capi::self_test::{hex, say};
use crate::crypto::ec::Curve;
use crate::crypto::ec::{montgomery, weierstrass};

/// RFC 5903 section 8.1: private keys, and the public points and the coordinate that follow.
mod rfc5903 {
    /// i.
    pub(super) const I: &str = "c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433";
    /// r.
    pub(super) const R: &str = "c6ef9c5d78ae012a011164acb397ce2088685d8f06bf9be0b283ab46476bee53";
    /// g^i.
    pub(super) const GI: &str = "04dad0b65394221cf9b051e1feca5787d098dfe637fc90b9ef945d0c3772581180\
                                 5271a0461cdb8252d61f1c456fa3e59ab1f45b33accf5f58389e0577b8990bb3";
    /// g^r.
    pub(super) const GR: &str = "04d12dfb5289c8d4f81208b70270398c342296970a0bccb74c736fc7554494bf63\
                                 56fbf3ca366cc23e8157854c13c58d6aac23f046ada30f8353e74f33039872ab";
    /// g^ir, its x coordinate.
    pub(super) const GIR: &str = "d6840f6b42f6edafd13116e0e12565202fef8e9ece7dce03812464d04b9442de";
}

/// RFC 7748 section 5.2: scalar, coordinate, result.
const RFC7748: [&str; 3] = [
    "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
    "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
    "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552",
];

/// Multiples of the base point.
fn base_point() -> bool {
    let public = |private| weierstrass::public_point(Curve::P256, &hex(private));
    public(rfc5903::I) == Ok(hex(rfc5903::GI)) && public(rfc5903::R) == Ok(hex(rfc5903::GR))
}

/// Multiples of another point.
fn other_point() -> bool {
    let shared = hex(rfc5903::GIR);
    [(rfc5903::I, rfc5903::GR), (rfc5903::R, rfc5903::GI)]
        .into_iter()
        .all(|(private, public)| {
            weierstrass::multiply(Curve::P256, &hex(private), &hex(public))
                .is_ok_and(|product| product.get(1..33) == Some(shared.as_slice()))
        })
}

/// Multiples of a coordinate on Curve25519.
fn coordinate() -> bool {
    let [scalar, coordinate, result] = RFC7748.map(|text| <[u8; 32]>::try_from(hex(text)).unwrap_or_default());
    *montgomery::x25519(&scalar, &coordinate) == result
}

/// Tests the arithmetic of curves.
///
/// DEVIATION: 3.6 counts operations, which must not depend on the numbers; here results are compared with known answers.
///
/// \param verbose  Not 0: the tests are printed.
///
/// \return  0, or 1 if one failed.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ecp_self_test(verbose: c_int) -> c_int {
    type Test = (&'static str, fn() -> bool);
    const TESTS: [Test; 3] = [
        ("  ECP SW test #1 (constant op_count, base point G): ", base_point),
        ("  ECP SW test #2 (constant op_count, other point): ", other_point),
        ("  ECP Montgomery test (constant op_count): ", coordinate),
    ];
    guard(1, || {
        let mut failed = 0;
        for (name, passes) in TESTS {
            say(verbose, name);
            let passed = passes();
            say(verbose, if passed { "passed\n" } else { "failed (0)\n" });
            if !passed {
                failed = 1;
                break;
            }
        }
        say(verbose, "\n");
        failed
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn passes() {
        assert_eq!(super::mbedtls_ecp_self_test(0), 0);
    }
}

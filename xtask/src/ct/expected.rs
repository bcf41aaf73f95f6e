//! What primitive crates are expected to do with secrets, each with its reason. SECURITY.md has the same in words.

use crate::bogo::matches;

/// A function of a crate that may branch on a secret, or touch an address that depends on one.
pub struct Expected {
    /// The crate.
    name: &'static str,
    /// Its functions' names, in which `*` stands for anything.
    functions: &'static [&'static str],
    /// In which builds.
    build: Build,
    /// Why it is no fault of the library.
    pub reason: &'static str,
}

/// Builds of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Build {
    /// That of the tests: with assertions and checks of overflow, and less that is inlined.
    Debug,
    /// That of a release.
    Release,
    /// Both.
    Any,
}

/// All that is expected. Anything else that a crate does with a secret is a failure.
pub const EXPECTED: &[Expected] = &[
    Expected {
        name: "libcrux-ml-kem",
        functions: &[
            "*rejection_sample*",
            "sample_from_uniform_distribution_next<*",
            "sample_from_xof<*",
        ],
        build: Build::Any,
        reason: "the public matrix of ML-KEM is sampled from its public seed, which is made of the key's randomness",
    },
    Expected {
        name: "libcrux-intrinsics",
        functions: &["mm_shuffle_epi8", "mm_storeu_si128"],
        build: Build::Any,
        reason: "what the sampling of the public matrix stores with",
    },
    Expected {
        name: "ring",
        functions: &["ring::aead::algorithm::Algorithm::open_within"],
        build: Build::Any,
        reason: "the verdict on a tag",
    },
    Expected {
        name: "ccm",
        functions: &["decrypt_inout_detached<*", "<ccm::Ccm<*>::decrypt_inout_detached"],
        build: Build::Any,
        reason: "the verdict on a tag, likewise",
    },
    Expected {
        name: "ring",
        functions: &["ring::ec::curve25519::x25519::x25519_ecdh"],
        build: Build::Any,
        reason: "whether the shared secret is zero, which is refused",
    },
    Expected {
        name: "ring",
        functions: &[
            "generate_private_scalar_bytes",
            "parse_big_endian_fixed_consttime<*",
            "private_key_as_scalar",
            "ring::ec::suite_b::private_key::affine_from_jacobian",
            "ring::limb::parse_big_endian_in_range_and_pad_consttime",
            "scalar_parse_big_endian_fixed_consttime",
        ],
        build: Build::Any,
        reason: "whether a scalar is in its range, or a point is at infinity: the verdict, not the value",
    },
    Expected {
        name: "ring",
        functions: &["*ecp_nistz256_point_add_*", "nistz384_point_add"],
        build: Build::Any,
        reason: "whether the two points of an addition are equal, which a random key does not reach in practice",
    },
    Expected {
        name: "subtle",
        functions: &[
            "<subtle::Choice as core::convert::From<u8>>::from",
            "<u8 as subtle::ConditionallySelectable>::conditional_select",
            "from",
            "subtle::<impl core::convert::From<subtle::Choice> for bool>::from",
        ],
        build: Build::Debug,
        reason: "assertions and checks of overflow, which a release has not",
    },
    Expected {
        name: "subtle",
        functions: &[
            "from<elliptic_curve::scalar::nonzero::NonZeroScalar<p521::NistP521>>",
            "from<primefield::monty::MontyFieldElement<p521::*",
        ],
        build: Build::Release,
        reason: "whether a scalar of P-521 is in its range and not zero: the verdict, not the value",
    },
    Expected {
        name: "sec1",
        functions: &["from_u8"],
        build: Build::Release,
        reason: "the first byte of our own public key of P-521, which is sent",
    },
];

/// The row that has this function of a crate, by its place in [`EXPECTED`].
pub fn row(build: Build, name: &str, function: &str) -> Option<usize> {
    EXPECTED.iter().position(|row| {
        row.name == name
            && [Build::Any, build].contains(&row.build)
            && row.functions.iter().any(|pattern| matches(pattern, function))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_expects_has_no_row() {
        let known = "ring::ec::curve25519::x25519::x25519_ecdh";
        assert!(row(Build::Release, "ring", known).is_some());
        assert_eq!(row(Build::Release, "x25519", known), None);
        assert_eq!(
            row(Build::Release, "ring", "ring_core_0_17_14__p256_point_mul_base_vartime"),
            None
        );
        // An assertion is in a debug build; a release that has it has a branch that nobody expects.
        assert!(row(Build::Debug, "subtle", "from").is_some());
        assert_eq!(row(Build::Release, "subtle", "from"), None);
        assert_eq!(row(Build::Any, "subtle", "from<ferrotls::crypto::Secret>"), None);
    }
}

//! DEVIATIONS of `c-tests/compare/numbers`: bignum, RSA, DHM.

use super::Deviation;

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[
    Deviation {
        program: "compare/numbers/arithmetic.c",
        stock: "-100 / 7   0 s=1 n=1 000000000000000e",
        ours: "-100 / 7   0 s=-1 n=1 000000000000000e",
        reason: "3.6 takes the sign of an operand that its quotient has already replaced",
    },
    Deviation {
        program: "compare/numbers/arithmetic.c",
        stock: "rest       0 s=1 n=1 0000000000000000\n(-2)^3     0 s=1 n=1 0000000000000008\n(-11)^3    0 s=1 n=1 000000000000000b",
        ours: "rest       0 s=1 n=1 0000000000000003\n(-2)^3     0 s=1 n=1 0000000000000003\n(-11)^3    0 s=1 n=1 0000000000000000",
        reason: "3.6 reads operands again that the result has replaced, and does not reduce the power of a negative multiple of \
                 the modulus",
    },
    Deviation {
        program: "compare/numbers/rsa.c",
        stock: "  decrypt, wrong padding       -0x4100",
        ours: "  decrypt, wrong padding       0x0000",
        reason: "a forged message of PKCS #1 v1.5 decrypts to a made up one, so that its sender learns nothing",
    },
    Deviation {
        program: "compare/numbers/arithmetic.c",
        stock: "mod 10^12  0 504320252626",
        ours: "mod 10^12  0 901234567890",
        reason: "3.6 reduces modulo an integer with divisions of half limbs, which are too short for more than 32 bits",
    },
];

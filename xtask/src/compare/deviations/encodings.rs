//! DEVIATIONS of `c-tests/compare/encodings`.

use super::Deviation;

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[
    Deviation {
        program: "compare/encodings/oid.c",
        stock: concat!(
            "ED25519: 2b 65 70\n",
            "  size 64: 11 1.3.101.112\n",
            "  short name -46\n",
            "  purpose -46\n",
            "  policy -46\n",
            "  signature -46\n",
            "  sig_alg -46: 0 0\n",
            "  pk_alg -46: 0",
        ),
        ours: concat!(
            "ED25519: 2b 65 70\n",
            "  size 64: 11 1.3.101.112\n",
            "  short name -46\n",
            "  purpose -46\n",
            "  policy -46\n",
            "  signature Ed25519\n",
            "  sig_alg 0: 0 16384\n",
            "  pk_alg 0: 16384",
        ),
        reason: "keys and signatures of Ed25519 are ours",
    },
    Deviation {
        program: "compare/encodings/oid.c",
        stock: "1.2.4294967299: 0, tag 6, new 2a 03, 2",
        ours: "1.2.4294967299: -104, tag 77, NULL, 0",
        reason: "a number of more than 32 bits is refused, never taken for another",
    },
];

//! DEVIATIONS of `c-tests/compare/digests`.

use super::Deviation;

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[
    Deviation {
        program: "compare/digests/md.c",
        stock: concat!(
            "  hmac_update without a key      0x0000 \n",
            "  hmac_reset without a key       0x0000 \n",
            "  hmac_finish without a key      0x0000 ",
        ),
        ours: concat!(
            "  hmac_update without a key      -0x5100 \n",
            "  hmac_reset without a key       -0x5100 \n",
            "  hmac_finish without a key      -0x5100 ",
        ),
        reason: "an HMAC that depends on no key is an error, not a result",
    },
    Deviation {
        program: "compare/digests/md.c",
        stock: "  finish of an HMAC              0x0000 ",
        ours: "  finish of an HMAC              -0x5100 ",
        reason: "the inner hash of an HMAC, half of its computation, is not given out",
    },
    Deviation {
        program: "compare/digests/keys.c",
        stock: "  random after that              0x0000 ",
        ours: "  random after that              -0x5100 ",
        reason: "a generator that could not be seeded yields nothing rather than what anybody can compute",
    },
];

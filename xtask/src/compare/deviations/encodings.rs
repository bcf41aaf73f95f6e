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
    Deviation {
        program: "compare/encodings/pkcs7.c",
        stock: concat!(
            "rsa-certificate tag 00: -5362 -5400 -54e2 -5362 -5400 -5562*3 0002 -54e2*2\n",
            "    -56e2 -55e2 -5580*61 0002 -5580*18 -56e2*2 -5680 -56e2*2\n",
            "    -5680*26 0002 -5680*2 0002 -5680",
        ),
        ours: concat!(
            "rsa-certificate tag 00: -5362 -5400 -54e2 -5362 -5400 -5562*3 0002 -54e2*2\n",
            "    -56e2 -55e2 -5580*80 -56e2*2 -5680 -56e2*2 -5680*26 0002\n",
            "    -5680*2 0002 -5680",
        ),
        reason: NO_TAG_0,
    },
    Deviation {
        program: "compare/encodings/pkcs7.c",
        stock: concat!(
            "ec-certificate followed by 00: -5366 -54e2 -54e6 -5366 -5562 -54e2 -5380 -5566*2\n",
            "    -56e2 -54e2 -56e2 -5380 -5580*5 0002 -5580*32 0002\n",
            "    -5580 -5300 -56e2*2 -5680*11 0002 -5680",
        ),
        ours: concat!(
            "ec-certificate followed by 00: -5366 -54e2 -54e6 -5366 -5562 -54e2 -5380 -5566*2\n",
            "    -56e2 -54e2 -56e2 -5380 -5580*40 -5300 -56e2*2 -5680*11\n",
            "    0002 -5680",
        ),
        reason: NO_TAG_0,
    },
];

const NO_TAG_0: &str = "the parameters of an algorithm in a certificate are absent or NULL, never an element of tag 0";

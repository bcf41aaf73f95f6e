//! DEVIATIONS of `c-tests/compare/x509`.

use super::Deviation;

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[
    Deviation {
        program: "compare/x509/csr.c",
        stock: "byte 2 (02): -0x21e6 -0x21e6 -0x2180 -0x2180 -0x2180",
        ours: "byte 2 (02): -0x2180 -0x21e6 -0x2180 -0x2180 -0x2180",
        reason: "lengths in more bytes than they need are malformed",
    },
    Deviation {
        program: "compare/x509/csr.c",
        stock: "byte 6 (01): -0x3d60 0x0000 -0x21e0 -0x21e0 -0x21e0",
        ours: "byte 6 (01): -0x21e4 0x0000 -0x21e0 -0x21e0 -0x21e0",
        reason: "lengths in more bytes than they need are malformed",
    },
    Deviation {
        program: "compare/x509/csr.c",
        stock: "byte 339 (48): -0x2600 -0x2560 -0x2560 -0x21e0 -0x21e0",
        ours: "byte 339 (48): -0x21e6 -0x2560 -0x2560 -0x21e0 -0x21e0",
        reason: "what is signed has nothing behind the attributes, which is told before the algorithm is read",
    },
    Deviation {
        program: "compare/x509/csr.c",
        stock: "byte 341 (46): -0x2560 -0x2560 -0x2566 -0x2560 -0x2560",
        ours: "byte 341 (46): -0x2560 -0x2560 -0x2560 -0x2560 -0x2560",
        reason: "an attribute may not be longer than what holds it",
    },
    Deviation {
        program: "compare/x509/csr.c",
        stock: "byte 354 (39): 0x0000 0x0000 0x0000 -0x2560 -0x2560",
        ours: "byte 354 (39): -0x2560 -0x2560 -0x2560 -0x2560 -0x2560",
        reason: "a SET that does not hold what stands in it is malformed",
    },
    Deviation {
        program: "compare/x509/csr.c",
        stock: "byte 367 (02): -0x2560 -0x2566 -0x2560 -0x2560 -0x2560",
        ours: "byte 367 (02): -0x2560 -0x2564 -0x2560 -0x2560 -0x2560",
        reason: "a BIT STRING without a byte has no unused bits",
    },
    Deviation {
        program: "compare/x509/csr.c",
        stock: "byte 386 (02): -0x2560 -0x2566 -0x2560 -0x2560 -0x2560",
        ours: "byte 386 (02): -0x2560 -0x2566 -0x2560 -0x2560 -0x2564",
        reason: "lengths in more bytes than they need are malformed",
    },
    Deviation {
        program: "compare/x509/csr.c",
        stock: "byte 425 (05): 0x0000 -0x2600 -0x2600 -0x2600 -0x2600",
        ours: "byte 425 (05): -0x2600 -0x2600 -0x2600 -0x2600 -0x2600",
        reason: "parameters with the tag 0 are parameters",
    },
    Deviation {
        program: "compare/x509/csr.c",
        stock: "byte 429 (01): -0x21e6 0x0000 -0x24e0 -0x24e0 -0x24e0",
        ours: "byte 429 (01): -0x24e4 0x0000 -0x24e0 -0x24e0 -0x24e0",
        reason: "lengths in more bytes than they need are malformed",
    },
];

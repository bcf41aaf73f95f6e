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
    Deviation {
        program: "compare/x509/der.c",
        stock: "certificate, lengths longer than need be: 119 of 119 taken",
        ours: "certificate, lengths longer than need be: 0 of 119 taken",
        reason: "lengths in more bytes than they need are malformed",
    },
    Deviation {
        program: "compare/x509/der.c",
        stock: "list, lengths longer than need be: 46 of 46 taken",
        ours: "list, lengths longer than need be: 6 of 46 taken",
        reason: "lengths in more bytes than they need are malformed, where they are looked at",
    },
    Deviation {
        program: "compare/x509/der.c",
        stock: "list behind 3 (30): v2 entries 2 0x0000",
        ours: "list behind 3 (30): -0x2680",
        reason: "both places of a list name its algorithm alike, parameters included (RFC 5280 section 5.1.1.2)",
    },
    Deviation {
        program: "compare/x509/der.c",
        stock: "list behind 43 (30): v2 entries 2 0x0000",
        ours: "list behind 43 (30): -0x2680",
        reason: "both places of a list name its algorithm alike, parameters included (RFC 5280 section 5.1.1.2)",
    },
    Deviation {
        program: "compare/x509/der.c",
        stock: "list twice 24 (30): -0x22e2",
        ours: "list twice 24 (30): -0x0066",
        reason: "what stands behind an entry's extensions is not the next entry",
    },
    Deviation {
        program: "compare/x509/der.c",
        stock: "list huge 19 (17): -0x2562",
        ours: "list huge 19 (17): -0x2460",
        reason: "a nextUpdate that is longer than what holds it is malformed",
    },
];

//! DEVIATIONS of `c-tests/compare/ssl12`.

use super::Deviation;

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[
    Deviation {
        program: "compare/ssl12/ciphersuites.c",
        stock: "others: 002f 0033 0035 0039 003c 003d 0041 0045 0067 006b 0084 0088 008c 008d 0090 0091 0094 0095 \
            009c 009d 009e 009f 00aa 00ab 00ac 00ad 00ae 00af 00b2 00b3 00b6 00b7 00ba 00be 00c0 00c4 c004 c005 \
            c00e c00f c025 c026 c029 c02a c02d c02e c031 c032 c035 c036 c037 c038 c03c c03d c044 c045 c048 c049 \
            c04a c04b c04c c04d c04e c04f c050 c051 c052 c053 c05c c05d c05e c05f c060 c061 c062 c063 c064 c065 \
            c066 c067 c068 c069 c06a c06b c06c c06d c06e c06f c070 c071 c072 c073 c074 c075 c076 c077 c078 c079 \
            c07a c07b c07c c07d c086 c087 c088 c089 c08a c08b c08c c08d c08e c08f c090 c091 c092 c093 c094 c095 \
            c096 c097 c098 c099 c09a c09b c09c c09d c09e c09f c0a0 c0a1 c0a2 c0a3 c0a6 c0a7 c0aa c0ab ccaa ccad \
            ccae",
        ours: "others: d001 d002 d003 d005",
        reason: "RSA key exchange, DHE, static ECDH, ARIA, Camellia and CBC without a certificate are not offered; the suites of RFC 8442, \
             which 3.6.6 lacks, are",
    },
    Deviation {
        program: "compare/ssl12/connect12.c",
        stock: "  keying material with TLS-ECDHE-ECDSA-WITH-AES-128-CBC-SHA is another",
        ours: "  keying material with TLS-ECDHE-ECDSA-WITH-AES-128-CBC-SHA is that of RFC 5705",
        reason: "keying material comes of the PRF and its hash (RFC 5705 section 4); 3.6.6 takes the hash of the suite's MAC",
    },
    Deviation {
        program: "compare/ssl12/connect12.c",
        stock: "  keying material with TLS-ECDHE-ECDSA-WITH-AES-256-CBC-SHA is another",
        ours: "  keying material with TLS-ECDHE-ECDSA-WITH-AES-256-CBC-SHA is that of RFC 5705",
        reason: "keying material comes of the PRF and its hash (RFC 5705 section 4); 3.6.6 takes the hash of the suite's MAC",
    },
    Deviation {
        program: "compare/ssl12/connect12.c",
        stock: "  keying material with TLS-ECDHE-RSA-WITH-AES-128-CBC-SHA is another",
        ours: "  keying material with TLS-ECDHE-RSA-WITH-AES-128-CBC-SHA is that of RFC 5705",
        reason: "keying material comes of the PRF and its hash (RFC 5705 section 4); 3.6.6 takes the hash of the suite's MAC",
    },
    Deviation {
        program: "compare/ssl12/connect12.c",
        stock: "  keying material with TLS-ECDHE-RSA-WITH-AES-256-CBC-SHA is another",
        ours: "  keying material with TLS-ECDHE-RSA-WITH-AES-256-CBC-SHA is that of RFC 5705",
        reason: "keying material comes of the PRF and its hash (RFC 5705 section 4); 3.6.6 takes the hash of the suite's MAC",
    },
    Deviation {
        program: "compare/ssl12/connect12.c",
        stock: "client 0304 to 0304, server 0303 to 0303\n\
                \u{20} client: -0x7780 server: -0x6e00",
        ours: "client 0304 to 0304, server 0303 to 0303\n\
                \u{20} client: -0x7780 server: -0x6e80",
        reason: "a server that lacks the client's versions says so (RFC 8446 section 4.2.1); 3.6.6 says that it lacks its suites",
    },
    Deviation {
        program: "compare/ssl12/connect12.c",
        stock: "no encrypt-then-MAC, CBC: 1\n\
                \u{20} client: -0x0000 server: -0x0000\n\
                \u{20} TLSv1.2, TLSv1.2",
        ours: "no encrypt-then-MAC, CBC: 1\n\
                \u{20} client: -0x7100 server: -0x6900",
        reason: "CBC is used with encrypt-then-MAC or not at all; a client that may not offer that has no suite to offer",
    },
    Deviation {
        program: "compare/ssl12/connect12.c",
        stock: "no encrypt-then-MAC, CBC: 2\n\
                \u{20} client: -0x0000 server: -0x0000\n\
                \u{20} TLSv1.2, TLSv1.2",
        ours: "no encrypt-then-MAC, CBC: 2\n\
                \u{20} client: -0x7780 server: -0x6e00",
        reason: "CBC is used with encrypt-then-MAC or not at all; a client that may not offer that has no suite to offer",
    },
    Deviation {
        program: "compare/ssl12/connect12.c",
        stock: "no encrypt-then-MAC, CBC: 3\n\
                \u{20} client: -0x0000 server: -0x0000\n\
                \u{20} TLSv1.2, TLSv1.2",
        ours: "no encrypt-then-MAC, CBC: 3\n\
                \u{20} client: -0x7100 server: -0x6900",
        reason: "CBC is used with encrypt-then-MAC or not at all; a client that may not offer that has no suite to offer",
    },
    Deviation {
        program: "compare/ssl12/connect12.c",
        stock: "lists 2 and 0\n\
                \u{20} client: -0x7780 server: -0x6e00\n\
                lists 2 and 1\n\
                \u{20} client: -0x7780 server: -0x6e00\n\
                lists 2 and 2\n\
                \u{20} client: -0x7780 server: -0x6e00\n\
                lists 2 and 3\n\
                \u{20} client: -0x7780 server: -0x6e00\n\
                lists 3 and 0\n\
                \u{20} client: -0x7780 server: -0x6e00\n\
                lists 3 and 1\n\
                \u{20} client: -0x7780 server: -0x6e00\n\
                lists 3 and 2\n\
                \u{20} client: -0x7780 server: -0x6e00\n\
                lists 3 and 3\n\
                \u{20} client: -0x7780 server: -0x6e00",
        ours: "lists 2 and 0\n\
                \u{20} client: -0x7100 server: -0x6900\n\
                lists 2 and 1\n\
                \u{20} client: -0x7100 server: -0x6900\n\
                lists 2 and 2\n\
                \u{20} client: -0x7100 server: -0x6900\n\
                lists 2 and 3\n\
                \u{20} client: -0x7100 server: -0x6900\n\
                lists 3 and 0\n\
                \u{20} client: -0x7100 server: -0x6900\n\
                lists 3 and 1\n\
                \u{20} client: -0x7100 server: -0x6900\n\
                lists 3 and 2\n\
                \u{20} client: -0x7100 server: -0x6900\n\
                lists 3 and 3\n\
                \u{20} client: -0x7100 server: -0x6900",
        reason: "a client that has no suite to offer tells its program, and sends no hello that nobody can answer",
    },
    Deviation {
        program: "compare/ssl12/verify12.c",
        stock: "  client: -0x6900 flags 0x0 server: -0x7480 flags 0x40",
        ours: "  client: -0x7780 flags 0x0 server: -0x7480 flags 0x40 alert 2 40",
        reason: "a server that misses a certificate tells the client (RFC 5246 section 7.4.6); 3.6.6 leaves it waiting",
    },
    Deviation {
        program: "compare/ssl12/verify12.c",
        stock: "a server's curve that the client does not take\n\
                \u{20} client: -0x7780 flags 0xffffffff server: -0x6e00 flags 0xffffffff alert 2 40",
        ours: "a server's curve that the client does not take\n\
                \u{20} client: -0x7780 flags 0xffffffff server: -0x6e00 flags 0x80 alert 2 40",
        reason: "that no certificate is asked of the client is settled as soon as the ClientHello is read",
    },
];

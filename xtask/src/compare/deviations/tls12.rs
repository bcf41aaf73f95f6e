//! DEVIATIONS of `c-tests/compare/ssl12`.

use super::Deviation;

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[Deviation {
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
}];

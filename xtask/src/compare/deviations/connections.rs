//! DEVIATIONS of programs that make connections.

use super::Deviation;

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[
    Deviation {
        program: "compare/ssl/empty_lists.c",
        stock: "  no group: -0x0000",
        ours: "  no group: -0x6e00",
        reason: "a list of groups that is empty allows none; 3.6.6 chooses one all the same in a server of TLS 1.2",
    },
    Deviation {
        program: "compare/ssl/empty_lists.c",
        stock: "  no signature algorithm: -0x6c00\n\
                \u{20} unknown ones: -0x6c00\n\
                \u{20} no group: -0x6e00",
        ours: "  no signature algorithm: -0x6e00\n\
               \u{20} unknown ones: -0x6e00\n\
               \u{20} no group: -0x6e00",
        reason: "a server that can sign nothing says handshake_failure; 3.6.6 goes on to its CertificateRequest and leaves \
                 without a word",
    },
    Deviation {
        program: "verify/handshake.c",
        stock: "server has nothing but wrong-usage\n\
                \u{20} client: -0x7780\n\
                \u{20} flags=0xffffffff",
        ours: "server has nothing but wrong-usage\n\
               \u{20} client: -0x0000\n\
               \u{20} flags=0x800\n\
               \u{20} ! Usage does not match the keyUsage extension\n\
               \u{20} the certificate is there",
        reason: "which certificate a server shows is the application's decision, and what it is good for the peer's to check",
    },
    Deviation {
        program: "connect/patterns.c",
        stock: "  client: -0x2700 server: -0x7180",
        ours: "  client: -0x2700 server: -0x7780",
        reason: "3.6.6 sends the client's alert in the clear where its own server wants it protected (RFC 8446 section 6)",
    },
    Deviation {
        program: "connect/patterns.c",
        stock: "  client: -0x5d80 server: -0x6900",
        ours: "  client: -0x5d80 server: -0x7780",
        reason: "a client that gives up because it has no name to check says so; 3.6.6 leaves its server waiting",
    },
    Deviation {
        program: "connect/session.c",
        stock: "  client: payload out 16383 in 16384 expansion 37",
        ours: "  client: payload out 16384 in 16384 expansion 22",
        reason: "a record is filled and not padded, and its expansion is told exactly",
    },
    Deviation {
        program: "connect/session.c",
        stock: "suites in another order at either end\n\
                \u{20} client: TLSv1.3 0x0304 suite TLS1-3-AES-256-GCM-SHA384 id 0x1302 alpn none over 1",
        ours: "suites in another order at either end\n\
               \u{20} client: TLSv1.3 0x0304 suite TLS1-3-AES-128-GCM-SHA256 id 0x1301 alpn none over 1",
        reason: "the server's order decides, as mbedtls_ssl_conf_preference_order() says; 3.6.6 forgets it in TLS 1.3",
    },
    Deviation {
        program: "connect/session.c",
        stock: "  and again=-0x6900",
        ours: "  and again=-0x7880",
        reason: "after close_notify nothing more can come: a program that reads again is told so and does not wait for ever",
    },
    Deviation {
        program: "connect/session.c",
        stock: "  client reads=-0x6900",
        ours: "  client reads=-0x7880",
        reason: "after close_notify nothing more can come: a program that reads again is told so and does not wait for ever",
    },
    Deviation {
        program: "connect/callbacks.c",
        stock: "  client: -0x6900 server: -0x0001",
        ours: "  client: -0x7780 server: -0x0001",
        reason: "a server whose certificate callback fails says so; 3.6.6 leaves its client waiting",
    },
    Deviation {
        program: "session/settings.c",
        stock: "  load with a byte too many=0",
        ours: "  load with a byte too many=-0x7100",
        reason: "bytes that nobody saved are not part of a saved session",
    },
    Deviation {
        program: "session/settings.c",
        stock: "  AES-192-GCM=0\n\
                \u{20}   a name too short=-0x6100\n\
                \u{20}   a key too short=-0x6100\n\
                \u{20}   a key of 16 bytes=-0x6100\n\
                \u{20}   a key of 32 bytes=0\n\
                \u{20}   an empty session=-0x7080\n\
                \u{20}   length 0\n\
                \u{20}   no room=-0x6a00\n\
                \u{20}   too short=-0x7100\n\
                \u{20}   another length=-0x7100\n\
                \u{20}   an unknown key=-0x6d80\n\
                \u{20}   not authentic=-0x7180",
        ours: "  AES-192-GCM=-0x7080",
        reason: "tickets are sealed with ciphers of 128 and 256 bits; nobody but their server sees with which",
    },
    Deviation {
        program: "session/resume.c",
        stock: "  server: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
                resumed: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 1 parsed 1\n\
                \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
                \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x0",
        ours: "  server: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
               resumed: client -0x0000 server -0x0000\n\
               \u{20} resumed, tickets written 1 parsed 1\n\
               \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
               \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0",
        reason: "a server still knows the client's certificate on a resumed connection",
    },
    Deviation {
        program: "session/resume.c",
        stock: "the server has become stricter: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 1 parsed 1\n\
                \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
                \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x0",
        ours: "the server has become stricter: client -0x0000 server -0x7480\n\
               \u{20} full, tickets written 0 parsed 1",
        reason: "a server that requires a certificate takes no session of a client that showed none",
    },
    Deviation {
        program: "session/resume.c",
        stock: "the client has become stricter: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 1 parsed 1\n\
                \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
                \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x0",
        ours: "the client has become stricter: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 1 parsed 0\n\
               \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
               \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80",
        reason: "a client that requires a good certificate resumes no session whose certificate was not checked",
    },
    Deviation {
        program: "session/resume.c",
        stock: "  resumed, tickets written 1 parsed 1\n\
                \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
                \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x0",
        ours: "  resumed, tickets written 1 parsed 1\n\
               \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
               \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80",
        reason: "a resumed connection tells what its session's handshake found: nobody asked the client for a certificate",
    },
    Deviation {
        program: "session/resume.c",
        stock: "  resumed, tickets written 1 parsed 1\n\
                \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x0\n\
                \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x0",
        ours: "  resumed, tickets written 1 parsed 1\n\
               \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
               \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80",
        reason: "a saved session keeps the peer's certificate",
    },
    Deviation {
        program: "session/resume.c",
        stock: "  read=-0x6900\n\
                \u{20} get=0\n\
                \u{20} session: version 0x304 suite 0x1301 no ticket lifetime 0 flags 0x0\n\
                \u{20} ticket of some length 0",
        ours: "  read=-0x6900\n\
               \u{20} get=0\n\
               \u{20} session: version 0x304 suite 0x1301 a ticket lifetime 86400 flags 0x5\n\
               \u{20} ticket of some length 1",
        reason: "a ticket that comes in is kept, whether or not the program asked to be told of it",
    },
    Deviation {
        program: "session/resume.c",
        stock: "the callback writes no ticket: client -0x0000 server -0x0001\n\
                \u{20} full, tickets written 1 parsed 0",
        ours: "the callback writes no ticket: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 1 parsed 0\n\
               \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
               \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80",
        reason: "a connection does not need a ticket: one that cannot be written is not sent",
    },
    Deviation {
        program: "session/resume.c",
        stock: "another name: client -0x7100 server -0x6900\n\
                \u{20} not connected, tickets written 0 parsed 0\n\
                no name: client -0x7100 server -0x6900\n\
                \u{20} not connected, tickets written 0 parsed 0",
        ours: "another name: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 1 parsed 0\n\
               \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x4\n\
               \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80\n\
               no name: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 1 parsed 0\n\
               \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
               \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80",
        reason: "a session of another name is not resumed; the handshake is a full one",
    },
    Deviation {
        program: "session/resume.c",
        stock: "none at the server: client -0x0000 server -0x0000\n\
                \u{20} full, tickets written 1 parsed 0\n\
                \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
                \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80\n\
                \u{20} tickets 1\n\
                \u{20} session: version 0x304 suite 0x1301 a ticket lifetime 86400 flags 0x5\n\
                \u{20} ticket of some length 1\n\
                \u{20} and again: client -0x0000 server -0x0000\n\
                \u{20} full, tickets written 1 parsed 1\n\
                \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
                \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80",
        ours: "none at the server: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 0 parsed 0\n\
               \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
               \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80\n\
               \u{20} tickets 0",
        reason: "a server that would not take a ticket sends none",
    },
    Deviation {
        program: "session/psk.c",
        stock: "no key at the client: client -0x7780 server -0x6600 asked 0",
        ours: "no key at the client: client -0x7100 server -0x6900 asked 0",
        reason: "a client that may not use certificates and has no key cannot begin, and says so itself",
    },
    Deviation {
        program: "connect/records.c",
        stock: "a record too long\n  server reads=-0x7100",
        ours: "a record too long\n  server reads=-0x7200",
        reason: "the peer's record is invalid, not the caller's input",
    },
    Deviation {
        program: "connect/limits.c",
        stock: "  after: client out 16383 in 16384\n\
                \u{20} after: server out 16383 in 16384",
        ours: "  after: client out 16384 in 16384\n\
                \u{20} after: server out 16384 in 16384",
        reason: "a record is filled and not padded",
    },
    Deviation {
        program: "connect/limits.c",
        stock: "  after: client out 511 in 512\n\
                \u{20} after: server out 16383 in 16384",
        ours: "  after: client out 512 in 512\n\
                \u{20} after: server out 512 in 512",
        reason: "max_fragment_length is negotiated in TLS 1.3 too, and a record is filled",
    },
    Deviation {
        program: "connect/limits.c",
        stock: "  after: client out 4095 in 4096\n\
                \u{20} after: server out 16383 in 16384",
        ours: "  after: client out 4096 in 4096\n\
                \u{20} after: server out 4096 in 4096",
        reason: "max_fragment_length is negotiated in TLS 1.3 too, and a record is filled",
    },
    Deviation {
        program: "connect/limits.c",
        stock: "  after: client out 16383 in 16384\n\
                \u{20} after: server out 1023 in 16384",
        ours: "  after: client out 16384 in 16384\n\
                \u{20} after: server out 1024 in 16384",
        reason: "a record is filled and not padded",
    },
    Deviation {
        program: "connect/limits.c",
        stock: "  after: client out 2047 in 2048\n\
                \u{20} after: server out 511 in 16384",
        ours: "  after: client out 2048 in 2048\n\
                \u{20} after: server out 512 in 2048",
        reason: "max_fragment_length is negotiated in TLS 1.3 too, and a record is filled",
    },
    Deviation {
        program: "connect/limits.c",
        stock: "  client writes 16383\n\
                \u{20} server reads 16383",
        ours: "  client writes 16384\n\
                \u{20} server reads 16384",
        reason: "a record is filled and not padded",
    },
    Deviation {
        program: "connect/limits.c",
        stock: "  client writes 1023\n\
                \u{20} server reads 1023",
        ours: "  client writes 1024\n\
                \u{20} server reads 1024",
        reason: "a record is filled and not padded",
    },
    Deviation {
        program: "connect/limits.c",
        stock: "the server's order: TLS1-3-CHACHA20-POLY1305-SHA256",
        ours: "the server's order: TLS1-3-AES-128-GCM-SHA256",
        reason: "the server's order decides, as mbedtls_ssl_conf_preference_order() says; 3.6.6 forgets it in TLS 1.3",
    },
    Deviation {
        program: "connect/keys.c",
        stock: "secp256k1, at the server: client -0x2700 server -0x7180",
        ours: "secp256k1, at the server: client -0x7780 server -0x6e00",
        reason: "TLS 1.3 has no signature scheme with this curve; 3.6.6 tells curves by their length alone and signs as if it were P-256",
    },
    Deviation {
        program: "connect/keys.c",
        stock: "secp256k1, at the client: client -0x0000 server -0x2700",
        ours: "secp256k1, at the client: client -0x0000 server -0x7480",
        reason: "TLS 1.3 has no signature scheme with this curve; 3.6.6 tells curves by their length alone and signs as if it were P-256",
    },
    Deviation {
        program: "connect/keys.c",
        stock: "brainpoolP256r1, at the server: client -0x0000 server -0x0000",
        ours: "brainpoolP256r1, at the server: client -0x7780 server -0x6e00",
        reason: "TLS 1.3 has no signature scheme with this curve; 3.6.6 tells curves by their length alone and signs as if it were P-256",
    },
    Deviation {
        program: "connect/keys.c",
        stock: "brainpoolP256r1, at the client: client -0x0000 server -0x0000",
        ours: "brainpoolP256r1, at the client: client -0x0000 server -0x7480",
        reason: "TLS 1.3 has no signature scheme with this curve; 3.6.6 tells curves by their length alone and signs as if it were P-256",
    },
    Deviation {
        program: "connect/keys.c",
        stock: "id-ecDH: no certificate, -0x3980",
        ours: "own_cert=0\n\
               id-ecDH, at the server: client -0x7780 server -0x6e00\n\
               own_cert=0\n\
               id-ecDH, at the client: client -0x0000 server -0x7480",
        reason: "keys of id-ecDH are written as well as read; nobody signs with them",
    },
    Deviation {
        program: "connect/keys.c",
        stock: "rsa_alt, at the client: client -0x6e00 server -0x7780",
        ours: "rsa_alt, at the client: client -0x0000 server -0x7480",
        reason: "a client that cannot sign with its key has no certificate to show, and says so (RFC 8446 section 4.4.2)",
    },
];

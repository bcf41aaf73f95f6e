//! DEVIATIONS of handshakes of TLS 1.2: second ones, failing ones, and first messages.

use super::Deviation;

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[
    Deviation {
        program: "compare/ssl12/again12.c",
        stock: r#"  again: client -0x7700 server -0x7780
  TLS-PSK-WITH-AES-256-GCM-SHA384; client: peer 0 flags 0x0 alpn none; server: peer 0 flags 0x0 alpn none"#,
        ours: r#"  again: client -0x7a00 server -0x7780
  TLS-PSK-WITH-AES-256-GCM-SHA384; client: peer 0 flags 0x0 alpn none; server: peer 0 flags 0x80 alpn none"#,
        reason: "a server that showed no certificate in the handshake before may not show one now, which is refused as another one would be; \
             that the client's is not asked for is settled as soon as the ClientHello is read",
    },
    Deviation {
        program: "compare/ssl12/again12.c",
        stock: r#"  client asks=-0x6900
  client reads=-0x6900
  client writes=-0x6900"#,
        ours: r#"  client asks=-0x7880
  client reads=-0x7880
  client writes=-0x7880"#,
        reason: "a client does not wait for the hello of a server that has closed",
    },
    Deviation {
        program: "compare/ssl12/callbacks12.c",
        stock: "  client: -0x6900 server: -0x0001",
        ours: "  client: -0x7780 server: -0x0001",
        reason: "a server that gives up tells the client; 3.6.6 leaves it waiting",
    },
    Deviation {
        program: "compare/ssl12/failures12.c",
        stock: "groups: client -0x6900 state 4 server -0x6e00 state 4",
        ours: "groups: client -0x7780 state 2 server -0x6e00 state 1",
        reason: "a server looks for a group before it answers, and tells the client that there is none (RFC 8422 section 5.1)",
    },
    Deviation {
        program: "compare/ssl12/failures12.c",
        stock: "a client's key that the server does not take: client -0x0000 state 27 server -0x0000 state 27",
        ours: "a client's key that the server does not take: client -0x7780 state 12 server -0x7480 state 7",
        reason: "what a server does not accept signatures of, its client does not show: mbedtls_ssl_conf_sig_algs counts for it \
             (RFC 5246 section 7.4.4, CVE-2026-54441)",
    },
    Deviation {
        program: "compare/ssl12/failures12.c",
        stock: "  for certificates: client -0x6900 state 2 server -0x0001 state 1",
        ours: "  for certificates: client -0x7780 state 2 server -0x0001 state 1",
        reason: "a server that gives up tells the client; 3.6.6 leaves it waiting",
    },
    Deviation {
        program: "compare/ssl12/failures12.c",
        stock: "  for certificates: client -0x6900 state 2 server -0x7180 state 1",
        ours: "  for certificates: client -0x7780 state 2 server -0x7180 state 1",
        reason: "a server that gives up tells the client; 3.6.6 leaves it waiting",
    },
    Deviation {
        program: "compare/ssl12/failures12.c",
        stock: r#"  state 13: -0x7180
  state 14: -0x0000
  state 15: -0x0000
an old version at the server"#,
        ours: r#"  state 13: -0x7200
  state 14: -0x0000
  state 15: -0x0000
an old version at the server"#,
        reason: "a record of a version that TLS never had is refused before it is opened",
    },
    Deviation {
        program: "compare/ssl12/failures12.c",
        stock: r#"  state 11: -0x7180
  state 12: -0x0000
  state 13: -0x0000
  state 14: -0x0000
  state 15: -0x0000
sending returns -0x6c00"#,
        ours: r#"  state 11: -0x7200
  state 12: -0x0000
  state 13: -0x0000
  state 14: -0x0000
  state 15: -0x0000
sending returns -0x6c00"#,
        reason: "a record of a version that TLS never had is refused before it is opened",
    },
    Deviation {
        program: "compare/ssl12/hellos12.c",
        stock: r#"0303 to 0304, a session of 0303, server to 0304
  set=0
  record 0303 hello 0303 versions an empty ticket, keys 0
  client -0x0000 server -0x0000 TLSv1.2"#,
        ours: r#"0303 to 0304, a session of 0303, server to 0304
  set=0
  record 0301 hello 0303 versions 0304 0303 an empty ticket, keys 0
  client -0x0000 server -0x0000 TLSv1.3"#,
        reason: "a client offers what its configuration allows, whatever session it has: one of the other version is not resumed \
             if the server chooses so; 3.6.6 offers the session's version alone, even one that is not allowed",
    },
    Deviation {
        program: "compare/ssl12/hellos12.c",
        stock: r#"0303 to 0304, a session of 0303, server to 0303
  set=0
  record 0303 hello 0303 versions an empty ticket, keys 0"#,
        ours: r#"0303 to 0304, a session of 0303, server to 0303
  set=0
  record 0301 hello 0303 versions 0304 0303 an empty ticket, keys 0"#,
        reason: "a client offers what its configuration allows, whatever session it has: one of the other version is not resumed \
             if the server chooses so; 3.6.6 offers the session's version alone, even one that is not allowed",
    },
    Deviation {
        program: "compare/ssl12/hellos12.c",
        stock: r#"0304 to 0304, a session of 0303, server to 0304
  set=0
  record 0303 hello 0303 versions an empty ticket, keys 0
  client -0x6e80 server -0x7780"#,
        ours: r#"0304 to 0304, a session of 0303, server to 0304
  set=0
  record 0301 hello 0303 versions 0304 no ticket, keys 0
  client -0x0000 server -0x0000 TLSv1.3"#,
        reason: "a client offers what its configuration allows, whatever session it has: one of the other version is not resumed \
             if the server chooses so; 3.6.6 offers the session's version alone, even one that is not allowed",
    },
    Deviation {
        program: "compare/ssl12/hellos12.c",
        stock: r#"0303 to 0304, a session of 0304, server to 0304
  set=0
  record 0303 hello 0303 versions 0304 no ticket, keys 0"#,
        ours: r#"0303 to 0304, a session of 0304, server to 0304
  set=0
  record 0301 hello 0303 versions 0304 0303 an empty ticket, keys 0"#,
        reason: "a client offers what its configuration allows, whatever session it has: one of the other version is not resumed \
             if the server chooses so; 3.6.6 offers the session's version alone, even one that is not allowed",
    },
    Deviation {
        program: "compare/ssl12/hellos12.c",
        stock: r#"0303 to 0304, a session of 0304, server to 0303
  set=0
  record 0303 hello 0303 versions 0304 no ticket, keys 0
  client -0x7780 server -0x6e00"#,
        ours: r#"0303 to 0304, a session of 0304, server to 0303
  set=0
  record 0301 hello 0303 versions 0304 0303 an empty ticket, keys 0
  client -0x0000 server -0x0000 TLSv1.2"#,
        reason: "a client offers what its configuration allows, whatever session it has: one of the other version is not resumed \
             if the server chooses so; 3.6.6 offers the session's version alone, even one that is not allowed",
    },
    Deviation {
        program: "compare/ssl12/hellos12.c",
        stock: r#"0303 to 0303, a session of 0304, server to 0304
  set=0
  record 0303 hello 0303 versions 0304 no ticket, keys 0
  client -0x0000 server -0x0000 TLSv1.3"#,
        ours: r#"0303 to 0303, a session of 0304, server to 0304
  set=0
  record 0303 hello 0303 versions an empty ticket, keys 0
  client -0x0000 server -0x0000 TLSv1.2"#,
        reason: "a client offers what its configuration allows, whatever session it has: one of the other version is not resumed \
             if the server chooses so; 3.6.6 offers the session's version alone, even one that is not allowed",
    },
    Deviation {
        program: "compare/ssl12/hellos12.c",
        stock: "  record 0303 hello 0303 versions 0304 no ticket, keys 0",
        ours: "  record 0301 hello 0303 versions 0304 no ticket, keys 0",
        reason: "the record of a first ClientHello that offers TLS 1.3 says 0x0301, as RFC 8446 section 5.1 lets it for the sake of old \
             servers; that of 3.6.6 says 0x0303",
    },
    Deviation {
        program: "compare/ssl12/hellos12.c",
        stock: "  record 0303 hello 0303 versions 0304 0303 an empty ticket, keys 0",
        ours: "  record 0301 hello 0303 versions 0304 0303 an empty ticket, keys 0",
        reason: "the record of a first ClientHello that offers TLS 1.3 says 0x0301, as RFC 8446 section 5.1 lets it for the sake of old \
             servers; that of 3.6.6 says 0x0303",
    },
    Deviation {
        program: "compare/ssl12/hellos12.c",
        stock: "  client -0x4e00 server -0x7780",
        ours: "  client -0x6e00 server -0x7780",
        reason: "a signature that does not hold is one fault, whatever the key, and is told as MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE; 3.6.6 passes on what the key said",
    },
    Deviation {
        program: "compare/ssl12/hellos12.c",
        stock: "  client -0x6900 server -0x4e00",
        ours: "  client -0x7780 server -0x6e00",
        reason: "a signature that does not hold is one fault, whatever the key, and is told as MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE, and the client is sent decrypt_error \
             (RFC 5246 section 7.2.2); 3.6.6 passes on what the key said and leaves the client waiting",
    },
    Deviation {
        program: "compare/ssl12/keys12.c",
        stock: "secp256k1, at the server: client -0x2700 server -0x7780",
        ours: "secp256k1, at the server: client -0x7780 server -0x6e00",
        reason: "a server does not show a key on a curve that the client has not named (RFC 8422 section 5.1); 3.6.6 does, and is refused",
    },
    Deviation {
        program: "compare/ssl12/keys12.c",
        stock: "brainpoolP256r1, at the server: client -0x0000 server -0x0000",
        ours: "brainpoolP256r1, at the server: client -0x7780 server -0x6e00",
        reason: "no handshake has a curve of brainpool (RFC 7027): no client names one, and no server shows a key that its client has not named",
    },
    Deviation {
        program: "compare/ssl12/keys12.c",
        stock: "brainpoolP256r1, at the client: client -0x0000 server -0x0000",
        ours: "brainpoolP256r1, at the client: client -0x7780 server -0x7a00",
        reason: "no handshake has a curve of brainpool (RFC 7027): a server does not take a client's key on one",
    },
    Deviation {
        program: "compare/ssl12/keys12.c",
        stock: "id-ecDH: no certificate, -0x3980",
        ours: "own_cert=0\n\
               id-ecDH, at the server: client -0x7780 server -0x6e00\n\
               own_cert=0\n\
               id-ecDH, at the client: client -0x7780 server -0x7480",
        reason: "keys of id-ecDH are written as well as read; nobody signs with them",
    },
    Deviation {
        program: "compare/ssl12/moments12.c",
        stock: "  key callback: state 9 version TLSv1.2 0x0303 session no suite no peer no flags 0x0 over 0",
        ours: "  key callback: state 8 version TLSv1.2 0x0303 session no suite no peer no flags 0x0 over 0",
        reason: "a server computes its keys once the ClientKeyExchange is read and not when the CertificateVerify is due",
    },
    Deviation {
        program: "compare/ssl12/patterns12.c",
        stock: "  client: -0x5d80 server: -0x6900",
        ours: "  client: -0x5d80 server: -0x7780",
        reason: "a client that gives up because it has no name to check says so; 3.6.6 leaves its server waiting",
    },
    Deviation {
        program: "compare/ssl12/records12.c",
        stock: "  server reads=-0x7100",
        ours: "  server reads=-0x7200",
        reason: "the peer's record is invalid, not the caller's input",
    },
];

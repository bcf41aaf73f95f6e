//! DEVIATIONS of `c-tests/connect/renegotiation.c`.

use super::Deviation;

/// The program.
const PROGRAM: &str = "connect/renegotiation.c";

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[
    Deviation {
        program: PROGRAM,
        stock: r#"  client: -0x6900 state 12
  client: TLSv1.2 TLS-ECDHE-ECDSA-WITH-AES-128-GCM-SHA256 over 0 peer 0 flags 0x0"#,
        ours: r#"  client: -0x6900 state 12
  client: TLSv1.2 TLS-ECDHE-ECDSA-WITH-AES-128-GCM-SHA256 over 0 peer 1 flags 0x0"#,
        reason: "until a handshake is over the getters tell of the one before; 3.6.6 forgets the peer's certificate first",
    },
    Deviation {
        program: PROGRAM,
        stock: r#"  client reads: -0x7300 state 2
  server reads: -0x7780 state 8
  client reads: 6 state 2
    "before"
  server reads: -0x6900 state 8
  client reads: -0x6900 state 12
  server reads: -0x7180 state 11
  client reads: -0x7780 state 12
  server reads: -0x6900 state 11"#,
        ours: r#"  client reads: 6 state 2
    "before"
  server reads: -0x6900 state 8
  client reads: -0x6900 state 12
  server reads: -0x6900 state 27
  client reads: -0x6900 state 27
  server reads: -0x6900 state 27
  client reads: -0x6900 state 27
  server reads: -0x6900 state 27"#,
        reason: "a HelloRequest that crosses the client's hello is passed over (RFC 5246 section 7.4.1.1); 3.6.6 takes it for a bad ServerHello",
    },
    Deviation {
        program: PROGRAM,
        stock: r#"  client: -0x6b00 state 2
  client reads: -0x6900 state 2
  client reads: 4 state 2
    "data""#,
        ours: r#"  client: -0x6b00 state 27
  client reads: 4 state 27
    "data"
  client reads: -0x6900 state 27"#,
        reason: "a client that hears no_renegotiation goes on as before; one of 3.6.6 waits for the ServerHello for ever",
    },
    Deviation {
        program: PROGRAM,
        stock: "    available 0 pending 1",
        ours: "    available 9 pending 1",
        reason: "what a read can return at once is told as such in the middle of a renegotiation, too",
    },
    Deviation {
        program: PROGRAM,
        stock: r#"  record 1
  server reads: -0x7700 state 27
  client reads: -0x6900 state 2"#,
        ours: r#"  record 1
  server reads: -0x7700 state 27
  client reads: -0x7780 state 2"#,
        reason: "a server that gives up tells the client so",
    },
    Deviation {
        program: PROGRAM,
        stock: r#"  record 3
  server reads: -0x7700 state 27
  client reads: -0x7300 state 2"#,
        ours: r#"  record 3
  server reads: -0x7700 state 27
  client reads: -0x7780 state 2"#,
        reason: "a server asks once and tells the client when it gives up; one of 3.6.6 asks with each record, on which its client fails",
    },
    Deviation {
        program: PROGRAM,
        stock: r#"  record 17
  server reads: -0x7700 state 27
  client reads: -0x7300 state 2"#,
        ours: r#"  record 17
  server reads: -0x7700 state 27
  client reads: -0x7780 state 2"#,
        reason: "a server asks once and tells the client when it gives up; one of 3.6.6 asks with each record, on which its client fails",
    },
    Deviation {
        program: PROGRAM,
        stock: r#"  record 20
  server reads: 1 state 27
  client reads: -0x7300 state 2"#,
        ours: r#"  record 20
  server reads: 1 state 27
  client reads: -0x6900 state 2"#,
        reason: "a server asks once; one of 3.6.6 asks with each record, on which its client fails",
    },
    Deviation {
        program: PROGRAM,
        stock: r#"  client renegotiates: -0x7a00 state 3
  server's state 8
  server reads: -0x6900 state 8"#,
        ours: r#"  client renegotiates: -0x7a00 state 3
  server's state 8
  server reads: -0x7780 state 8"#,
        reason: "a connection that has failed says so again",
    },
    Deviation {
        program: PROGRAM,
        stock: r#"  client: -0x6900 state 2
  client again: -0x6900 state 2
  server reads: -0x7700 state 27
  client reads: -0x6900 state 2"#,
        ours: r#"  client: -0x7080 state 27
  client again: -0x7080 state 27
  server reads: -0x6900 state 27
  client reads: -0x6900 state 27"#,
        reason: "TLS 1.3 has no renegotiation, and nothing is sent that ends the connection",
    },
    Deviation {
        program: PROGRAM,
        stock: r#"  server: 0 state 27
  client reads: -0x7700 state 27
  server reads: -0x6900 state 27"#,
        ours: r#"  server: -0x7080 state 27
  client reads: -0x6900 state 27
  server reads: -0x6900 state 27"#,
        reason: "TLS 1.3 has no renegotiation, and nothing is sent that ends the connection",
    },
];

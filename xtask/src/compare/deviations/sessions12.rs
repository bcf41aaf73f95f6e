//! DEVIATIONS of what sessions and pre-shared keys of TLS 1.2 look like.

use super::Deviation;

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[
    Deviation {
        program: "session/resume12.c",
        stock: "    a ticket of some length 1 lifetime 86400\n\
                \u{20}   peer 1, young 1, a master secret 1\n\
                \u{20}   the server has the same: master 1 suite 1 id 1\n\
                set=0\n\
                saved and loaded: client -0x0000 server -0x0000",
        ours: "    a ticket of some length 1 lifetime 86400\n\
               \u{20}   peer 1, young 1, a master secret 1\n\
               \u{20}   the server has the same: master 1 suite 1 id 0\n\
               set=0\n\
               saved and loaded: client -0x0000 server -0x0000",
        reason: "what stands for an identifier beside a ticket is made up for each connection (RFC 5077 section 3.4)",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "a ticket: client -0x0000 server -0x0000\n\
                \u{20} full, tickets written 1 parsed 1, cache asked 0 kept 0",
        ours: "a ticket: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 1 parsed 0, cache asked 0 kept 0",
        reason: "a client does not offer a ticket whose lifetime is over (RFC 5077 section 3.3); 3.6.6 leaves that \
                 to the server",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "another name: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 0 parsed 0, cache asked 1 kept 0\n\
                \u{20} client: TLSv1.2 TLS-ECDHE-ECDSA-WITH-AES-128-GCM-SHA256 peer 1 flags 0x0",
        ours: "another name: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 0 parsed 0, cache asked 0 kept 1\n\
               \u{20} client: TLSv1.2 TLS-ECDHE-ECDSA-WITH-AES-128-GCM-SHA256 peer 1 flags 0x4",
        reason: "a client resumes a session under the name only that it was made under: its certificate is for that one",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "no name: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 0 parsed 0, cache asked 1 kept 0",
        ours: "no name: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 0 parsed 0, cache asked 0 kept 1",
        reason: "a client resumes a session under the name only that it was made under: its certificate is for that one",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "another name: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 0 parsed 1, cache asked 0 kept 0\n\
                \u{20} client: TLSv1.2 TLS-ECDHE-ECDSA-WITH-AES-128-GCM-SHA256 peer 1 flags 0x0",
        ours: "another name: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 1 parsed 0, cache asked 0 kept 0\n\
               \u{20} client: TLSv1.2 TLS-ECDHE-ECDSA-WITH-AES-128-GCM-SHA256 peer 1 flags 0x4",
        reason: "a client resumes a session under the name only that it was made under: its certificate is for that one",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "no name: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 0 parsed 1, cache asked 0 kept 0",
        ours: "no name: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 1 parsed 0, cache asked 0 kept 0",
        reason: "a client resumes a session under the name only that it was made under: its certificate is for that one",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "another suite at the client: client -0x0000 server -0x0000\n\
                \u{20} full, tickets written 0 parsed 0, cache asked 1 kept 1",
        ours: "another suite at the client: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 0 parsed 0, cache asked 0 kept 1",
        reason: "a client does not offer a session whose suite it does not offer",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "another suite at the client: client -0x7700 server -0x7780\n\
                \u{20} not connected, tickets written 0 parsed 1, cache asked 0 kept 0",
        ours: "another suite at the client: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 1 parsed 0, cache asked 0 kept 0\n\
               \u{20} client: TLSv1.2 TLS-ECDHE-ECDSA-WITH-AES-256-GCM-SHA384 peer 1 flags 0x0\n\
               \u{20} server: TLSv1.2 TLS-ECDHE-ECDSA-WITH-AES-256-GCM-SHA384 peer 0 flags 0x80",
        reason: "a session is resumed with its suite only (RFC 5246 section 7.4.1.3), and not offered without it; \
                 3.6.6 resumes it by ticket with another, and both ends fail",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "another suite at the server: client -0x7700 server -0x7780\n\
                \u{20} not connected, tickets written 0 parsed 1, cache asked 0 kept 0",
        ours: "another suite at the server: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 1 parsed 1, cache asked 0 kept 0\n\
               \u{20} client: TLSv1.2 TLS-ECDHE-ECDSA-WITH-AES-256-GCM-SHA384 peer 1 flags 0x0\n\
               \u{20} server: TLSv1.2 TLS-ECDHE-ECDSA-WITH-AES-256-GCM-SHA384 peer 0 flags 0x80",
        reason: "a session is resumed with its suite only (RFC 5246 section 7.4.1.3), and not offered without it; \
                 3.6.6 resumes it by ticket with another, and both ends fail",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "on at the server, off at the client, then set=0\n\
                on: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 0 parsed 0, cache asked 1 kept 0",
        ours: "on at the server, off at the client, then set=0\n\
               on: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 0 parsed 0, cache asked 1 kept 1",
        reason: "a session is never resumed across a change of the extended master secret (RFC 7627 section 5.3); \
                 3.6.6 does not keep that",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "on at the server, on at the client, then set=0\n\
                off: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 0 parsed 0, cache asked 1 kept 0",
        ours: "on at the server, on at the client, then set=0\n\
               off: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 0 parsed 0, cache asked 0 kept 1",
        reason: "a session is never resumed across a change of the extended master secret (RFC 7627 section 5.3); \
                 3.6.6 does not keep that",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "on at the server, off at the client, then set=0\n\
                on: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 0 parsed 1, cache asked 0 kept 0",
        ours: "on at the server, off at the client, then set=0\n\
               on: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 1 parsed 1, cache asked 0 kept 0",
        reason: "a session is never resumed across a change of the extended master secret (RFC 7627 section 5.3); \
                 3.6.6 does not keep that",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "on at the server, on at the client, then set=0\n\
                off: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 0 parsed 1, cache asked 0 kept 0",
        ours: "on at the server, on at the client, then set=0\n\
               off: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 1 parsed 0, cache asked 0 kept 0",
        reason: "a session is never resumed across a change of the extended master secret (RFC 7627 section 5.3); \
                 3.6.6 does not keep that",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "off at the server, off at the client, then set=0\n\
                on: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 0 parsed 0, cache asked 1 kept 0",
        ours: "off at the server, off at the client, then set=0\n\
               on: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 0 parsed 0, cache asked 1 kept 1",
        reason: "a session is never resumed across a change of the extended master secret (RFC 7627 section 5.3); \
                 3.6.6 does not keep that",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "off at the server, on at the client, then set=0\n\
                on: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 0 parsed 0, cache asked 1 kept 0",
        ours: "off at the server, on at the client, then set=0\n\
               on: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 0 parsed 0, cache asked 1 kept 1",
        reason: "a session is never resumed across a change of the extended master secret (RFC 7627 section 5.3); \
                 3.6.6 does not keep that",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "the server has become stricter: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 0 parsed 0, cache asked 1 kept 0\n\
                \u{20} client: TLSv1.2 TLS-ECDHE-ECDSA-WITH-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
                \u{20} server: TLSv1.2 TLS-ECDHE-ECDSA-WITH-AES-128-GCM-SHA256 peer 0 flags 0x80",
        ours: "the server has become stricter: client -0x7780 server -0x7480\n\
               \u{20} not connected, tickets written 0 parsed 0, cache asked 1 kept 0",
        reason: "who requires a certificate resumes no session in which none was shown",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "the client has become stricter: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 0 parsed 0, cache asked 1 kept 0",
        ours: "the client has become stricter: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 0 parsed 0, cache asked 0 kept 1",
        reason: "who requires a certificate resumes no session in which none was checked",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "the server has become stricter: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 0 parsed 1, cache asked 0 kept 0\n\
                \u{20} client: TLSv1.2 TLS-ECDHE-ECDSA-WITH-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
                \u{20} server: TLSv1.2 TLS-ECDHE-ECDSA-WITH-AES-128-GCM-SHA256 peer 0 flags 0x80",
        ours: "the server has become stricter: client -0x7780 server -0x7480\n\
               \u{20} not connected, tickets written 0 parsed 1, cache asked 0 kept 0",
        reason: "who requires a certificate resumes no session in which none was shown",
    },
    Deviation {
        program: "session/resume12.c",
        stock: "the client has become stricter: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 0 parsed 1, cache asked 0 kept 0",
        ours: "the client has become stricter: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 1 parsed 0, cache asked 0 kept 0",
        reason: "who requires a certificate resumes no session in which none was checked",
    },
    Deviation {
        program: "session/psk12.c",
        stock: "a client without a key: client -0x7780 server -0x6e00 asked 0",
        ours: "a client without a key: client -0x7100 server -0x6900 asked 0",
        reason: "a client that has nothing to offer says so at once; 3.6.6 sends a hello without a suite and is refused",
    },
];

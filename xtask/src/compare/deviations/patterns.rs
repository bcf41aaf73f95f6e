//! DEVIATIONS of the call patterns that real programs rely on.

use super::Deviation;

/// Why a client without a certificate says so.
const NO_EMPTY_CERTIFICATE: &str =
    "a client whose certificate was never loaded sends none, where 3.6.6 sends one of no bytes that servers refuse";
/// Why a server does not begin what it cannot finish.
const NO_KEY: &str = "a server whose certificate has no key tells its client so; 3.6.6 leaves it waiting";
/// Why an empty name is none.
const EMPTY_NAME: &str = "an empty name is not sent: RFC 6066 section 3 has no name of no bytes";
/// Why a read after the end says so again.
const OVER: &str =
    "after close_notify nothing more can come: a program that reads again is told so and does not wait for ever";
/// Why a client waits less often.
const ONE_RECORD: &str = "the messages of a flight share a record, so a client that has the first has the others too";

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[
    Deviation {
        program: "compare/patterns/empty_own_cert.c",
        stock: "a client of TLS 1.2 with nothing, certificates optional\n\
                \u{20} own_cert=0\n\
                \u{20} client refused\n\
                \u{20} server=-0x7300",
        ours: "a client of TLS 1.2 with nothing, certificates optional\n\
               \u{20} own_cert=0\n\
               \u{20} client done\n\
               \u{20} server=0",
        reason: NO_EMPTY_CERTIFICATE,
    },
    Deviation {
        program: "compare/patterns/empty_own_cert.c",
        stock: "a client of TLS 1.3 with nothing, certificates optional\n\
                \u{20} own_cert=0\n\
                \u{20} client refused\n\
                \u{20} server=-0x7300",
        ours: "a client of TLS 1.3 with nothing, certificates optional\n\
               \u{20} own_cert=0\n\
               \u{20} client done\n\
               \u{20} server=0",
        reason: NO_EMPTY_CERTIFICATE,
    },
    Deviation {
        program: "compare/patterns/empty_own_cert.c",
        stock: "a client of TLS 1.2 with nothing, certificates required\n\
                \u{20} own_cert=0\n\
                \u{20} client refused\n\
                \u{20} server=-0x7300",
        ours: "a client of TLS 1.2 with nothing, certificates required\n\
               \u{20} own_cert=0\n\
               \u{20} client refused\n\
               \u{20} server=-0x7480",
        reason: NO_EMPTY_CERTIFICATE,
    },
    Deviation {
        program: "compare/patterns/empty_own_cert.c",
        stock: "a client of TLS 1.3 with nothing, certificates required\n\
                \u{20} own_cert=0\n\
                \u{20} client refused\n\
                \u{20} server=-0x7300",
        ours: "a client of TLS 1.3 with nothing, certificates required\n\
               \u{20} own_cert=0\n\
               \u{20} client done\n\
               \u{20} server=-0x7480",
        reason: NO_EMPTY_CERTIFICATE,
    },
    Deviation {
        program: "compare/patterns/empty_own_cert.c",
        stock: "a client with nothing, and then something\n\
                \u{20} own_cert=0\n\
                \u{20} client refused\n\
                \u{20} server=-0x7300\n\
                \u{20} the server saw no certificate",
        ours: "a client with nothing, and then something\n\
               \u{20} own_cert=0\n\
               \u{20} client done\n\
               \u{20} server=0\n\
               \u{20} the server saw a certificate",
        reason: "of a client's certificates the first that was loaded is shown; 3.6.6 shows the empty one",
    },
    Deviation {
        program: "compare/patterns/empty_own_cert.c",
        stock: "a server with certificate and without key\n\
                \u{20} forget=0\n\
                \u{20} own_cert=0\n\
                \u{20} client waits\n\
                \u{20} server=-0x3e80",
        ours: "a server with certificate and without key\n\
               \u{20} forget=0\n\
               \u{20} own_cert=0\n\
               \u{20} client refused\n\
               \u{20} server=-0x6e00",
        reason: NO_KEY,
    },
    Deviation {
        program: "compare/patterns/read_nothing.c",
        stock: "  once more: read(NULL, 0)=-0x6900\n\
                \u{20}   available 0 pending 0\n\
                \u{20} read=-0x6900",
        ours: "  once more: read(NULL, 0)=-0x7880\n\
               \u{20}   available 0 pending 0\n\
               \u{20} read=-0x7880",
        reason: OVER,
    },
    Deviation {
        program: "compare/patterns/hostname_nothing.c",
        stock: "  flags 0x4, the server was asked for \"\"",
        ours: "  flags 0x4, the server was asked for none",
        reason: EMPTY_NAME,
    },
    Deviation {
        program: "compare/patterns/hostname_nothing.c",
        stock: "  flags 0x0, the server was asked for \"\"",
        ours: "  flags 0x0, the server was asked for none",
        reason: EMPTY_NAME,
    },
    Deviation {
        program: "compare/patterns/handshake_step.c",
        stock: "  after the callback the name is \"\"",
        ours: "  after the callback the name is \"localhost\"",
        reason: "a program that steps may still ask for the name when the callback is over",
    },
    Deviation {
        program: "compare/patterns/private_state.c",
        stock: "  waits to read: client state 2 SERVER_HELLO\n\
                \u{20} waits to read: client state 3 SERVER_CERTIFICATE\n\
                \u{20} waits to read: client state 4 SERVER_KEY_EXCHANGE\n\
                \u{20} waits to read: client state 5 CERTIFICATE_REQUEST",
        ours: "  waits to read: client state 2 SERVER_HELLO",
        reason: ONE_RECORD,
    },
    Deviation {
        program: "compare/patterns/private_state.c",
        stock: "  waits to read: client state 19 ENCRYPTED_EXTENSIONS\n\
                \u{20} waits to read: client state 5 CERTIFICATE_REQUEST\n\
                \u{20} waits to read: client state 9 CERTIFICATE_VERIFY\n\
                \u{20} waits to read: client state 13 SERVER_FINISHED",
        ours: "  waits to read: client state 19 ENCRYPTED_EXTENSIONS",
        reason: ONE_RECORD,
    },
    Deviation {
        program: "compare/patterns/write_again.c",
        stock: "  again=16",
        ours: "  again=10",
        reason: "a repeated write reports what was sealed: of 16 bytes 3.6.6 reports all, and ten have gone out",
    },
];

//! What is measured. Everything is TLS 1.3 but where the name says 1.2, both ends in one thread over memory, without tickets but where connections rest on
//! the one before: there each takes the ticket of the one before, once, and is given one for the next. In TLS 1.2 Mbed TLS
//! and OpenSSL go on with the same ticket as long as it is good.

/// One scenario; the words are the arguments of the drivers (`c-tests/bench/bench.h`).
pub struct Scenario {
    /// For people, and for `--scenario`.
    pub name: &'static str,
    /// `handshake`, `resume`, `resume-psk`, `resume-id`, `early`, `bulk` or `memory`.
    pub kind: &'static str,
    /// The certificates' keys.
    pub key: &'static str,
    /// Key exchange group.
    pub group: &'static str,
    /// Cipher suite; of TLS 1.2 with `tls12-` in front.
    pub suite: &'static str,
    /// Who authenticates: `server` or `mutual`.
    pub auth: &'static str,
    /// Bytes per write, number of connections, or bytes of the request.
    pub size: usize,
}

/// Name of the handshake that the targets are about.
pub const HANDSHAKE: &str = "handshake: ECDSA P-256, x25519";
/// Name of the resumption that the targets are about.
pub const RESUMPTION: &str = "resumption: psk_dhe_ke, x25519";
/// Name of the handshake of TLS 1.2 that the targets are about.
pub const HANDSHAKE12: &str = "TLS 1.2 handshake: ECDSA P-256, x25519";
/// Name of the resumption of TLS 1.2 that the targets are about.
pub const RESUMPTION12: &str = "TLS 1.2 resumption: by ticket";
/// Name of the bulk transfer that the targets are about.
pub const BULK: &str = "bulk: AES-128-GCM, 16 KiB writes";
/// Name of the memory measurement.
pub const MEMORY: &str = "memory: idle connection";

/// The group that Mbed TLS and the system's OpenSSL do not have.
pub const HYBRID: &str = "x25519mlkem768";

/// AES-128-GCM in TLS 1.2.
const GCM12: &str = "tls12-aes128gcm";

/// The plainest handshake.
const PLAIN: Scenario = Scenario {
    name: HANDSHAKE,
    kind: "handshake",
    key: "ecdsa",
    group: "x25519",
    suite: "aes128gcm",
    auth: "server",
    size: 0,
};

/// The plainest bulk transfer.
const PLAIN_BULK: Scenario = Scenario {
    name: BULK,
    kind: "bulk",
    size: 16384,
    ..PLAIN
};

/// Every scenario.
pub const SCENARIOS: &[Scenario] = &[
    PLAIN,
    Scenario {
        name: "handshake: ECDSA P-256, secp256r1",
        group: "secp256r1",
        ..PLAIN
    },
    Scenario {
        name: "handshake: RSA 2048, x25519",
        key: "rsa",
        ..PLAIN
    },
    Scenario {
        name: "handshake: ECDSA P-256, client auth",
        auth: "mutual",
        ..PLAIN
    },
    Scenario {
        name: "handshake: ECDSA P-256, X25519MLKEM768",
        group: HYBRID,
        ..PLAIN
    },
    Scenario {
        name: RESUMPTION,
        kind: "resume",
        ..PLAIN
    },
    Scenario {
        name: "resumption: psk_ke",
        kind: "resume-psk",
        ..PLAIN
    },
    Scenario {
        name: "0-RTT: 256 bytes before the handshake",
        kind: "early",
        size: 256,
        ..PLAIN
    },
    Scenario {
        name: HANDSHAKE12,
        suite: GCM12,
        ..PLAIN
    },
    Scenario {
        name: RESUMPTION12,
        kind: "resume",
        suite: GCM12,
        ..PLAIN
    },
    Scenario {
        name: "TLS 1.2 resumption: by id",
        kind: "resume-id",
        suite: GCM12,
        ..PLAIN
    },
    PLAIN_BULK,
    Scenario {
        name: "bulk: AES-256-GCM, 16 KiB writes",
        suite: "aes256gcm",
        ..PLAIN_BULK
    },
    Scenario {
        name: "bulk: ChaCha20-Poly1305, 16 KiB writes",
        suite: "chacha20",
        ..PLAIN_BULK
    },
    Scenario {
        name: "bulk: AES-128-GCM, 1 KiB writes",
        size: 1024,
        ..PLAIN_BULK
    },
    Scenario {
        name: "TLS 1.2 bulk: AES-128-GCM, 16 KiB writes",
        suite: GCM12,
        ..PLAIN_BULK
    },
    Scenario {
        name: MEMORY,
        kind: "memory",
        size: 200,
        ..PLAIN
    },
];

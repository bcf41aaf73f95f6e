//! The options, and the builds that `cargo xtask features` makes.

use crate::shell::Result;

/// An option: cargo's name and the macro's.
pub(super) const OPTIONS: &[(&str, &str)] = &[
    ("tls12", "MBEDTLS_SSL_PROTO_TLS1_2"),
    ("tls13", "MBEDTLS_SSL_PROTO_TLS1_3"),
    ("tls13-psk", "MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_ENABLED"),
    (
        "tls13-ephemeral",
        "MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ENABLED",
    ),
    (
        "tls13-psk-ephemeral",
        "MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL_ENABLED",
    ),
    ("tls13-compatibility-mode", "MBEDTLS_SSL_TLS1_3_COMPATIBILITY_MODE"),
    ("early-data", "MBEDTLS_SSL_EARLY_DATA"),
    ("session-tickets", "MBEDTLS_SSL_SESSION_TICKETS"),
    ("server-name-indication", "MBEDTLS_SSL_SERVER_NAME_INDICATION"),
    ("keep-peer-certificate", "MBEDTLS_SSL_KEEP_PEER_CERTIFICATE"),
];

/// All that needs TLS 1.3, and that.
const ALL_13: &[&str] = &[
    "tls13",
    "tls13-psk",
    "tls13-ephemeral",
    "tls13-psk-ephemeral",
    "tls13-compatibility-mode",
    "early-data",
];

/// A build.
pub(super) struct Build {
    pub(super) name: &'static str,
    /// What it has, or what it has not.
    pub(super) options: Options,
    /// Functions that must not be in it.
    pub(super) absent: &'static [&'static str],
}

/// The options of a build.
pub(super) enum Options {
    /// All but these.
    Without(&'static [&'static str]),
    /// These alone.
    Only(&'static [&'static str]),
}

/// All of them.
pub(super) const BUILDS: &[Build] = &[
    Build {
        name: "everything",
        options: Options::Without(&[]),
        absent: &[],
    },
    Build {
        name: "without TLS 1.2",
        options: Options::Without(&["tls12"]),
        absent: &[
            "mbedtls_ssl_renegotiate",
            "mbedtls_ssl_conf_encrypt_then_mac",
            "mbedtls_ssl_conf_extended_master_secret",
            "mbedtls_ssl_conf_renegotiation",
        ],
    },
    Build {
        name: "without TLS 1.3",
        options: Options::Without(ALL_13),
        absent: &[
            "mbedtls_ssl_conf_tls13_key_exchange_modes",
            "mbedtls_ssl_conf_early_data",
            "mbedtls_ssl_write_early_data",
            "ferrotls_update_keys",
            "ferrotls_conf_stateless_retry",
            "ferrotls_request_client_certificate",
        ],
    },
    Build {
        name: "without psk",
        options: Options::Without(&["tls13-psk"]),
        absent: &[],
    },
    Build {
        name: "without ephemeral",
        options: Options::Without(&["tls13-ephemeral"]),
        absent: &[
            "ferrotls_conf_certificate_compression",
            "ferrotls_conf_post_handshake_auth",
            "ferrotls_request_client_certificate",
        ],
    },
    Build {
        name: "without psk_ephemeral",
        options: Options::Without(&["tls13-psk-ephemeral"]),
        absent: &[],
    },
    Build {
        name: "without compatibility mode",
        options: Options::Without(&["tls13-compatibility-mode"]),
        absent: &[],
    },
    Build {
        name: "without early data",
        options: Options::Without(&["early-data"]),
        absent: &[
            "mbedtls_ssl_conf_early_data",
            "mbedtls_ssl_read_early_data",
            "mbedtls_ssl_write_early_data",
            "mbedtls_ssl_get_early_data_status",
            "ferrotls_conf_anti_replay",
        ],
    },
    Build {
        name: "without tickets",
        options: Options::Without(&["session-tickets", "early-data"]),
        absent: &[
            "mbedtls_ssl_ticket_setup",
            "mbedtls_ssl_ticket_write",
            "mbedtls_ssl_conf_session_tickets",
            "mbedtls_ssl_conf_session_tickets_cb",
        ],
    },
    Build {
        name: "without server names",
        options: Options::Without(&["server-name-indication"]),
        absent: &[
            "mbedtls_ssl_conf_sni",
            "mbedtls_ssl_set_hs_own_cert",
            "mbedtls_ssl_get_hs_sni",
        ],
    },
    Build {
        name: "without the peer's certificate",
        options: Options::Without(&["keep-peer-certificate"]),
        absent: &[],
    },
    Build {
        name: "TLS 1.2 alone",
        options: Options::Only(&["tls12"]),
        absent: &[
            "mbedtls_ssl_conf_session_tickets_cb",
            "mbedtls_ssl_conf_sni",
            "ferrotls_update_keys",
            "ferrotls_conf_certificate_compression",
        ],
    },
    Build {
        name: "ephemeral alone",
        options: Options::Only(&["tls13", "tls13-ephemeral"]),
        absent: &[
            "mbedtls_ssl_renegotiate",
            "mbedtls_ssl_conf_sni",
            "mbedtls_ssl_ticket_setup",
        ],
    },
    Build {
        name: "psk alone",
        options: Options::Only(&["tls13", "tls13-psk"]),
        absent: &["mbedtls_ssl_renegotiate", "mbedtls_ssl_conf_early_data"],
    },
    Build {
        name: "both with pre-shared keys",
        options: Options::Only(&[
            "tls13",
            "tls13-psk",
            "tls13-psk-ephemeral",
            "tls13-compatibility-mode",
            "early-data",
            "session-tickets",
            "server-name-indication",
        ]),
        absent: &["mbedtls_ssl_renegotiate", "mbedtls_x509_crt_parse", "mbedtls_pk_sign"],
    },
    Build {
        name: "psk_ephemeral alone",
        options: Options::Only(&["tls13", "tls13-psk-ephemeral"]),
        absent: &["mbedtls_ssl_renegotiate", "mbedtls_ssl_conf_early_data"],
    },
    Build {
        name: "ephemeral with compatibility mode",
        options: Options::Only(&["tls13", "tls13-ephemeral", "tls13-compatibility-mode"]),
        absent: &["mbedtls_ssl_conf_sni"],
    },
    Build {
        name: "psk with tickets",
        options: Options::Only(&["tls13", "tls13-psk", "session-tickets"]),
        absent: &["mbedtls_ssl_conf_early_data"],
    },
    Build {
        name: "psk with early data",
        options: Options::Only(&["tls13", "tls13-psk", "session-tickets", "early-data"]),
        absent: &["mbedtls_ssl_renegotiate"],
    },
    Build {
        name: "ephemeral with server names",
        options: Options::Only(&["tls13", "tls13-ephemeral", "server-name-indication"]),
        absent: &["mbedtls_ssl_ticket_setup"],
    },
    Build {
        name: "ephemeral with the peer's certificate",
        options: Options::Only(&["tls13", "tls13-ephemeral", "keep-peer-certificate"]),
        absent: &["mbedtls_ssl_conf_sni"],
    },
];

/// Those whose code `--short` looks at, and whether at that of their unit tests too. Together they leave out each option, and what
/// certificates need, and have nothing but each version.
pub(super) const SHORT: &[(&str, bool)] = &[
    ("TLS 1.2 alone", true),
    ("psk alone", true),
    ("ephemeral alone", false),
    ("both with pre-shared keys", false),
];

/// The one of this name.
pub(super) fn named(name: &str) -> Result<&'static Build> {
    let build = BUILDS.iter().find(|build| build.name == name);
    build.ok_or_else(|| format!("no build is called {name}").into())
}

impl Build {
    /// Its name in those of files.
    pub(super) fn file_name(&self) -> String {
        self.name.replace([' ', '\''], "-")
    }

    /// An option is in it.
    pub(super) fn has(&self, feature: &str) -> bool {
        match self.options {
            Options::Without(those) => !those.contains(&feature),
            Options::Only(those) => those.contains(&feature),
        }
    }

    /// cargo's arguments.
    pub(super) fn features(&self) -> Vec<String> {
        if matches!(self.options, Options::Without([])) {
            return Vec::new();
        }
        let names = OPTIONS.iter().map(|(name, _)| *name).filter(|name| self.has(name));
        let names: Vec<&str> = names.collect();
        vec!["--no-default-features".into(), "--features".into(), names.join(",")]
    }

    /// There are certificates in it.
    pub(super) fn has_certificates(&self) -> bool {
        self.has("tls12") || self.has("tls13-ephemeral")
    }

    /// A handshake can rest on a pre-shared key.
    pub(super) fn has_psk(&self) -> bool {
        self.has("tls12") || self.has("tls13-psk") || self.has("tls13-psk-ephemeral")
    }
}

//! What a build can leave out: the features of Cargo.toml under the names of their macros, and the choices that make no
//! sense.
//!
//! An option is cut along modules: `#[cfg(feature = "...")] mod tickets;`. Where the rest needs to name something of it, a
//! counterpart of the same name stands in, whose types have no value, so that whatever would use one is no code at all.

/// An option's macro of `mbedtls/ferrotls_options.h`, and whether this library was built with it.
pub const OPTIONS: &[(&str, bool)] = &[
    ("MBEDTLS_SSL_PROTO_TLS1_2", cfg!(feature = "tls12")),
    ("MBEDTLS_SSL_PROTO_TLS1_3", cfg!(feature = "tls13")),
    (
        "MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_ENABLED",
        cfg!(feature = "tls13-psk"),
    ),
    (
        "MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ENABLED",
        cfg!(feature = "tls13-ephemeral"),
    ),
    (
        "MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL_ENABLED",
        cfg!(feature = "tls13-psk-ephemeral"),
    ),
    (
        "MBEDTLS_SSL_TLS1_3_COMPATIBILITY_MODE",
        cfg!(feature = "tls13-compatibility-mode"),
    ),
    ("MBEDTLS_SSL_EARLY_DATA", cfg!(feature = "early-data")),
    ("MBEDTLS_SSL_SESSION_TICKETS", cfg!(feature = "session-tickets")),
    (
        "MBEDTLS_SSL_SERVER_NAME_INDICATION",
        cfg!(feature = "server-name-indication"),
    ),
    (
        "MBEDTLS_SSL_KEEP_PEER_CERTIFICATE",
        cfg!(feature = "keep-peer-certificate"),
    ),
    ("MBEDTLS_X509_USE_C", cfg!(feature = "certificates")),
];

#[cfg(not(any(feature = "tls12", feature = "tls13")))]
compile_error!("no version of TLS is left: turn on the feature `tls12`, or `tls13` with a mode of key exchange");

#[cfg(all(
    feature = "tls13",
    not(any(feature = "tls13-psk", feature = "tls13-ephemeral", feature = "tls13-psk-ephemeral"))
))]
compile_error!(
    "TLS 1.3 has no mode of key exchange left: turn on the feature `tls13-ephemeral`, `tls13-psk` or `tls13-psk-ephemeral`"
);

#[cfg(all(
    feature = "early-data",
    not(any(feature = "tls13-psk", feature = "tls13-psk-ephemeral"))
))]
compile_error!("early data goes under a pre-shared key: turn on the feature `tls13-psk` or `tls13-psk-ephemeral`");

#[cfg(all(feature = "early-data", not(feature = "session-tickets")))]
compile_error!("a ticket says how much early data may come: turn on the feature `session-tickets`");

//! What a ticket or a session identifier stands for.

use super::super::Context;
use super::Last;
use crate::tls::session::{KeyExchangeModes, MAX_LIFETIME, Session, Session12};

/// What the connection's ticket or identifier stands for.
pub(super) fn session(cx: &Context<'_>, last: &Last) -> Session {
    let shared = &last.shared;
    Session {
        suite: shared.suite.id,
        secret: last.master.secret().clone(),
        age_add: 0,
        lifetime: MAX_LIFETIME,
        created: cx.now,
        max_early_data: 0,
        // Those of TLS 1.3: in none of them.
        modes: KeyExchangeModes {
            ephemeral: false,
            psk_ephemeral: false,
            psk: false,
        },
        alpn_protocol: cx.negotiated.alpn_protocol.as_deref().map(<[u8]>::to_vec),
        server_name: cx.negotiated.server_name.as_deref().map(str::to_owned),
        tls12: Some(Session12 {
            extended_master_secret: shared.extended_master_secret,
            encrypt_then_mac: shared.suite.is_cbc(),
            max_fragment_length: cx.negotiated.limits.max_fragment_length(),
        }),
    }
}

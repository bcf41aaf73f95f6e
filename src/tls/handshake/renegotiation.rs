//! `renegotiation_info` (RFC 5746), which ties each handshake of TLS 1.2 to the one before it on the same connection, and what
//! else must not change between the two.
//!
//! ```text
//! struct {
//!     opaque renegotiated_connection<0..255>;
//! } RenegotiationInfo;
//! ```

use super::{Context, Negotiated12};
use crate::tls::{
    config::{Config, LegacyPeer},
    error::Error,
    keys::prf12::{VERIFY_DATA_LEN, VerifyData},
    wire::{
        client_hello::ClientHello,
        codes::{CipherSuite, ProtocolVersion},
    },
};

/// The handshake before a renegotiation: what that has to name and to agree with.
#[derive(Clone, Copy, Debug)]
pub struct Previous {
    /// `verify_data` of the client's Finished, and of the server's.
    verify_data: [VerifyData; 2],
    /// Its master secret is bound to it (RFC 7627).
    extended_master_secret: bool,
}

impl Previous {
    /// Of a handshake that is over.
    pub fn of(negotiated: &Negotiated12) -> Self {
        Self {
            verify_data: [negotiated.client_verify_data, negotiated.server_verify_data],
            extended_master_secret: negotiated.extended_master_secret,
        }
    }

    /// What a client's extension says (RFC 5746 section 3.5).
    fn of_client(&self) -> &[u8] {
        let [client, _] = &self.verify_data;
        client
    }

    /// What a server's extension says (section 3.7).
    fn of_both(&self) -> &[u8] {
        self.verify_data.as_flattened()
    }
}

/// What a client's ClientHello says: nothing in a first one, where TLS_EMPTY_RENEGOTIATION_INFO_SCSV says so (section 3.4), else what
/// names the handshake before it.
pub fn of_client(previous: Option<&Previous>) -> Option<&[u8]> {
    previous.map(Previous::of_client)
}

/// What a server says to a client that knows of RFC 5746 (sections 3.6 and 3.7).
pub fn of_server(previous: Option<&Previous>) -> &[u8] {
    previous.map_or(&[], Previous::of_both)
}

/// Server: reads what a ClientHello says; whether the client knows of RFC 5746. `HandshakeFailure` if it says something wrong, or does
/// not and is not wanted.
pub fn check_client(
    config: &Config,
    previous: Option<&Previous>,
    hello: &ClientHello<'_>,
    info: Option<&[u8]>,
) -> Result<bool, Error> {
    let scsv = hello
        .cipher_suites
        .iter()
        .any(|suite| suite == CipherSuite::EMPTY_RENEGOTIATION_INFO_SCSV);
    match (previous, info) {
        // Section 3.7: "the server MUST verify that [the SCSV] is not present; if it is, the server MUST abort the handshake.",
        // and "that the "renegotiation_info" extension is present; if it is not, the server MUST abort".
        (Some(_), None) => Err(Error::HandshakeFailure),
        (Some(_), Some(_)) if scsv => Err(Error::HandshakeFailure),
        (previous, Some(info)) => check(info, previous.map_or(&[], Previous::of_client)),
        (None, None) if scsv => Ok(true),
        (None, None) => refuse_legacy(config),
    }
}

/// Client: reads what a ServerHello says; whether the server knows of RFC 5746. `HandshakeFailure` as in [`check_client`].
pub fn check_server(config: &Config, previous: Option<&Previous>, info: Option<&[u8]>) -> Result<bool, Error> {
    match (previous, info) {
        (previous, Some(info)) => check(info, of_server(previous)),
        // Section 3.5: the client MUST "verify that the "renegotiation_info" extension is present; if it is not, the client MUST
        // abort the handshake."
        (Some(_), None) => Err(Error::HandshakeFailure),
        (None, None) => refuse_legacy(config),
    }
}

/// What is said is no secret: both have seen it in the handshake before, under its keys.
fn check(said: &[u8], expected: &[u8]) -> Result<bool, Error> {
    // Sections 3.4 to 3.7: where it differs, "MUST abort the handshake (by sending a fatal "handshake_failure" alert)".
    if said == expected {
        Ok(true)
    } else {
        Err(Error::HandshakeFailure)
    }
}

/// The peer does not know of RFC 5746.
fn refuse_legacy(config: &Config) -> Result<bool, Error> {
    match config.tls12.legacy_peer {
        LegacyPeer::NoRenegotiation => Ok(false),
        LegacyPeer::Refused => Err(Error::HandshakeFailure),
    }
}

/// Whether the master secret's being bound to the handshake (RFC 7627) changes in a renegotiation. Who let it could be made to
/// take two peers' handshakes for one connection (the "triple handshake").
///
/// RFC 7627 has no word on it; 3.6.6 lets it change.
/// DEVIATION: here it must stay as it was: `HandshakeFailure`.
pub fn check_extended_master_secret(previous: Option<&Previous>, extended: bool) -> Result<(), Error> {
    match previous {
        Some(previous) if previous.extended_master_secret != extended => Err(Error::HandshakeFailure),
        _ => Ok(()),
    }
}

/// The configuration of a renegotiation: the version stays, and what belongs to a first ClientHello alone is not there.
pub fn configuration(config: &Config) -> Config {
    Config {
        min_version: ProtocolVersion::TLS1_2,
        max_version: ProtocolVersion::TLS1_2,
        early_data: false,
        cookie_key: None,
        ..config.clone()
    }
}

impl Context<'_> {
    /// This is a renegotiation.
    pub fn is_renegotiation(&self) -> bool {
        self.negotiated.previous.is_some()
    }
}

const _: () = assert!(VERIFY_DATA_LEN * 2 < 256, "fits its length");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tls::config::Side;

    const PREVIOUS: Previous = Previous {
        verify_data: [[1; 12], [2; 12]],
        extended_master_secret: true,
    };

    #[test]
    fn what_names_the_handshake_before() {
        assert_eq!(of_client(None), None);
        assert_eq!(of_client(Some(&PREVIOUS)), Some(&[1; 12][..]));
        assert_eq!(of_server(None), &[] as &[u8]);
        assert_eq!(of_server(Some(&PREVIOUS)), [[1; 12], [2; 12]].as_flattened());
    }

    #[test]
    fn a_server_s_answer_is_held_against_it() {
        let config = Config::new(Side::Client);
        let both = *PREVIOUS.verify_data.as_flattened().first_chunk::<24>().unwrap();
        let mut wrong = both;
        wrong[23] ^= 1;
        let failed = Err(Error::HandshakeFailure);
        assert_eq!(check_server(&config, None, Some(&[])), Ok(true));
        assert_eq!(check_server(&config, None, None), Ok(false));
        assert_eq!(check_server(&config, None, Some(&both)), failed);
        assert_eq!(check_server(&config, Some(&PREVIOUS), Some(&both)), Ok(true));
        assert_eq!(check_server(&config, Some(&PREVIOUS), Some(&wrong)), failed);
        assert_eq!(check_server(&config, Some(&PREVIOUS), Some(&both[..12])), failed);
        assert_eq!(check_server(&config, Some(&PREVIOUS), Some(&[])), failed);
        assert_eq!(check_server(&config, Some(&PREVIOUS), None), failed);
        let mut strict = config;
        strict.tls12.legacy_peer = LegacyPeer::Refused;
        assert_eq!(check_server(&strict, None, None), failed);
    }

    #[test]
    fn extended_master_secret_stays() {
        assert_eq!(check_extended_master_secret(None, false), Ok(()));
        assert_eq!(check_extended_master_secret(Some(&PREVIOUS), true), Ok(()));
        let changed = check_extended_master_secret(Some(&PREVIOUS), false);
        assert_eq!(changed, Err(Error::HandshakeFailure));
    }
}

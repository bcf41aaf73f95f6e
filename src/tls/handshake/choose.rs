//! What a server chooses of what a client offers, and how either side chooses its certificate.

#[cfg(feature = "certificates")]
mod signer;

#[cfg(feature = "certificates")]
pub use self::signer::choose_signer;
#[cfg(feature = "tls12")]
pub(super) use self::signer::choose_signer_that;
use crate::tls::{
    config::Config,
    error::Error,
    session::KeyExchangeModes,
    suites::{self, Suite},
    wire::{
        client_hello::ClientHello,
        codes::{NamedGroup, ProtocolVersion, PskKeyExchangeMode},
    },
};

/// The version. A client that offers none of ours gets `ProtocolVersion`.
pub fn choose_version(config: &Config, hello: &ClientHello<'_>) -> Result<ProtocolVersion, Error> {
    // RFC 8446 section 4.2.1: "If this extension is not present, servers which are compliant with this specification and
    // which also support TLS 1.2 MUST negotiate TLS 1.2 or prior as specified in RFC 5246, even if
    // ClientHello.legacy_version is 0x0304 or later." "If this extension is present in the ClientHello, servers MUST NOT
    // use the ClientHello.legacy_version value for version negotiation".
    let ours = |version: &ProtocolVersion| config.allows(*version);
    let offered = |version: &ProtocolVersion| match hello.extensions.supported_versions {
        Some(versions) => versions.contains(*version),
        None => *version == ProtocolVersion::TLS1_2 && hello.legacy_version >= ProtocolVersion::TLS1_2,
    };
    [ProtocolVersion::TLS1_3, ProtocolVersion::TLS1_2]
        .into_iter()
        .find(|version| ours(version) && offered(version))
        .ok_or(Error::ProtocolVersion)
}

/// Refuses a hello of SSL 3.0. RFC 8446 appendix D.5: "Any endpoint receiving a Hello message with
/// ClientHello.legacy_version or ServerHello.legacy_version set to 0x0300 MUST abort the handshake with a "protocol_version"
/// alert."
pub fn check_legacy_version(version: ProtocolVersion) -> Result<(), Error> {
    if version == ProtocolVersion(0x0300) {
        Err(Error::ProtocolVersion)
    } else {
        Ok(())
    }
}

/// The cipher suite: the first of one side's list that is in the other's.
pub fn choose_suite(config: &Config, hello: &ClientHello<'_>) -> Result<&'static Suite, Error> {
    choose_suite_that(config, hello, |_| true).ok_or(Error::HandshakeFailure)
}

/// The cipher suite: the first of one side's list that is in the other's and fits what is chosen already.
pub fn choose_suite_that(
    config: &Config,
    hello: &ClientHello<'_>,
    fits: impl Fn(&Suite) -> bool,
) -> Option<&'static Suite> {
    let known = |id| suites::suite(id).filter(|suite| fits(suite));
    let ours = || config.suites.iter().copied();
    let theirs = || hello.cipher_suites.iter();
    if config.prefer_own_suites {
        ours().filter(|id| hello.cipher_suites.contains(*id)).find_map(known)
    } else {
        theirs().filter(|id| config.suites.contains(id)).find_map(known)
    }
}

/// A group that TLS 1.2 knows of: one of RFC 8422, no hybrid.
pub fn is_classic(id: NamedGroup) -> bool {
    suites::group(id).is_some() && suites::component(id).is_none()
}

/// Which ways to come by keys both sides allow. That of certificates also needs the extensions of section 9.2, and (EC)DHE a
/// group in common: that is seen to elsewhere.
pub fn choose_modes(config: &Config, hello: &ClientHello<'_>) -> KeyExchangeModes {
    let ours = config.key_exchange_modes;
    let theirs = hello.extensions.psk_key_exchange_modes.unwrap_or_default();
    KeyExchangeModes {
        ephemeral: ours.ephemeral
            && hello.extensions.signature_algorithms.is_some()
            && hello.extensions.supported_groups.is_some(),
        psk_ephemeral: ours.psk_ephemeral && theirs.contains(PskKeyExchangeMode::PSK_DHE_KE),
        psk: ours.psk && theirs.contains(PskKeyExchangeMode::PSK_KE),
    }
}

/// The group of the key exchange.
#[derive(Debug)]
pub enum GroupChoice<'a> {
    /// The client sent a share of it.
    Share(NamedGroup, &'a [u8]),
    /// The client can do it but has to be asked for a share.
    Retry(NamedGroup),
    /// There is none that both can do.
    Nothing,
}

/// The group: the first of ours with a share, otherwise the first of ours that the client can do.
pub fn choose_group<'a>(config: &Config, hello: &ClientHello<'a>) -> GroupChoice<'a> {
    let groups = hello.extensions.supported_groups.unwrap_or_default();
    let shares = hello.extensions.key_share.unwrap_or_default();
    let common = || {
        config
            .groups
            .iter()
            .copied()
            .filter(|id| suites::group(*id).is_some() && groups.contains(*id))
    };
    let shared = common().find_map(|id| {
        let share = shares.iter().find(|share| share.group == id)?;
        Some(GroupChoice::Share(id, share.key_exchange))
    });
    shared
        .or_else(|| common().next().map(GroupChoice::Retry))
        .unwrap_or(GroupChoice::Nothing)
}

/// The application protocol: the first of ours that the client offers; `None` if either side does not use the extension.
pub fn choose_protocol<'c>(config: &'c Config, offered: &[Vec<u8>]) -> Result<Option<&'c [u8]>, Error> {
    if offered.is_empty() || config.alpn_protocols.is_empty() {
        return Ok(None);
    }
    // RFC 7301 section 3.2: "In the event that the server supports no protocols that the client advertises, then the server
    // SHALL respond with a fatal "no_application_protocol" alert."
    let chosen = config.alpn_protocols.iter().find(|protocol| offered.contains(protocol));
    chosen
        .map(|protocol| Some(protocol.as_slice()))
        .ok_or(Error::NoApplicationProtocol)
}

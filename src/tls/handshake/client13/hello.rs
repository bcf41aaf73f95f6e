//! ServerHello: what the server chose of the offer, and the keys that follow from it.

use super::super::{
    Context, Next, Randoms,
    client::{Hellos, ReadServerHello},
    compatibility, debug,
    inbox::Message,
    offer::Offer,
    proof::PeerAuthenticated,
    psk::OfferedKey,
    transcript::Transcript,
};
use super::{Shared, early, flight::ReadEncryptedExtensions};
use crate::tls::{
    config::{Config, Side},
    early_data::EarlyData,
    error::Error,
    keys::schedule13::Early,
    suites::{self, Suite},
    want::SecretKind,
    wire::{codes::ProtocolVersion, extensions::key_share::KeyShareEntry, server_hello::ServerHello},
};

/// A ServerHello is here.
pub fn read_server_hello(
    cx: &mut Context<'_>,
    hello: &ServerHello<'_>,
    state: ReadServerHello,
    message: &Message<'_>,
) -> Result<Next, Error> {
    let ReadServerHello { offer, offered, hellos } = state;
    let suite = suites::suite(hello.cipher_suite).ok_or(Error::IllegalParameter)?;
    check_server_hello(hello, &offer, &hellos)?;
    let psk = check_psk(hello, &offer, suite)?;
    let share = check_share(cx.config, hello, &offer, psk.is_some())?;
    cx.negotiated.version = Some(ProtocolVersion::TLS1_3);
    cx.negotiated.suite = Some(suite.id);
    let (group, kind) = (share.map(|share| share.group), psk.map(|psk| psk.kind()));
    cx.negotiated.group = group;
    cx.negotiated.psk = kind;
    cx.negotiated.legacy_session_id.clone_from(&offer.legacy_session_id);
    debug!(cx, 3, "server chose {:?}, {group:?}, {kind:?}", suite.id);

    let early_data_fits = early::may_be_taken(cx, hello.extensions.selected_identity, offer.psks.first());
    let early = match psk {
        Some(psk) => psk.early(cx.options, suite)?,
        None => Early::new(suite, None),
    };
    let secret = match (offer.shares, share) {
        (Some(shares), Some(share)) => Some(shares.agree(&share)?),
        _ => None,
    };
    let secret = secret.as_ref().map(|secret| secret.as_bytes());
    // RFC 8446 appendix D.4: one change_cipher_spec before our second flight, whichever that is.
    let (mut transcript, ccs_sent) = match hellos {
        Hellos::First { client_hello } => {
            let ccs_sent = cx.negotiated.early_data != EarlyData::NotOffered;
            (Transcript::start(suite.hash, &client_hello), ccs_sent)
        }
        Hellos::Retried { transcript, .. } => (transcript, true),
    };
    transcript.add(message.bytes);
    let keys = early.handshake(secret, transcript.current().as_ref())?;
    let randoms = Randoms {
        client: offer.random,
        server: hello.random,
    };
    cx.export_secret(SecretKind::ClientHandshake, keys.traffic_secret(Side::Client), &randoms);
    cx.export_secret(SecretKind::ServerHandshake, keys.traffic_secret(Side::Server), &randoms);
    cx.reader
        .change_secret(keys.traffic_secret(Side::Server).clone(), message)?;
    // While the server has not said what it thinks of early data, more of it may be written.
    if cx.negotiated.early_data != EarlyData::Open {
        cx.writer.change_secret(keys.traffic_secret(Side::Client).clone())?;
    }
    if !ccs_sent {
        compatibility::expect(cx);
    }
    let shared = Shared {
        // Only who holds the key comes to the same secrets, and the Finished to come will show that the server has.
        peer: psk.map(|_| PeerAuthenticated::assertion()),
        transcript,
        keys,
        randoms,
        offered,
        ccs_sent,
        early_data_fits,
    };
    Ok(Next::Consume(Box::new(ReadEncryptedExtensions(Box::new(shared)))))
}

/// Holds a ServerHello of TLS 1.3 against the offer.
fn check_server_hello(hello: &ServerHello<'_>, offer: &Offer, hellos: &Hellos) -> Result<(), Error> {
    // RFC 8446 section 4.1.3: "A client which receives a legacy_session_id_echo field that does not match what it sent in the
    // ClientHello MUST abort the handshake with an "illegal_parameter" alert." "A client which receives a cipher suite that
    // was not offered MUST abort the handshake with an "illegal_parameter" alert."
    if hello.legacy_session_id_echo != offer.legacy_session_id || !offer.suites.contains(&hello.cipher_suite) {
        return Err(Error::IllegalParameter);
    }
    // Section 4.1.4: "Upon receiving the ServerHello, clients MUST check that the cipher suite supplied in the ServerHello is
    // the same as that in the HelloRetryRequest and otherwise abort the handshake with an "illegal_parameter" alert."
    if matches!(hellos, Hellos::Retried { suite, .. } if suite.id != hello.cipher_suite) {
        return Err(Error::IllegalParameter);
    }
    Ok(())
}

/// The pre-shared key that the server has taken, if it has.
///
/// RFC 8446 section 4.2.11: "Clients MUST verify that the server's selected_identity is within the range supplied by the client,
/// that the server selected a cipher suite indicating a Hash associated with the PSK, and that a server "key_share" extension is
/// present if required by the ClientHello "psk_key_exchange_modes" extension. If these values are not consistent, the client MUST
/// abort the handshake with an "illegal_parameter" alert."
fn check_psk(hello: &ServerHello<'_>, offer: &Offer, suite: &Suite) -> Result<Option<OfferedKey>, Error> {
    let Some(selected) = hello.extensions.selected_identity else {
        return Ok(None);
    };
    let psk = offer.psks.get(usize::from(selected)).ok_or(Error::IllegalParameter)?;
    if psk.suite.hash == suite.hash {
        Ok(Some(*psk))
    } else {
        Err(Error::IllegalParameter)
    }
}

/// The server's key share, if it sent one, and whether it may have sent one or not: the mode that follows from it has to be one
/// that was offered.
fn check_share<'a>(
    config: &Config,
    hello: &ServerHello<'a>,
    offer: &Offer,
    psk: bool,
) -> Result<Option<KeyShareEntry<'a>>, Error> {
    let (modes, share) = (config.key_exchange_modes, hello.extensions.key_share);
    match (psk, share) {
        // Without a pre-shared key the handshake needs the share (section 9.2).
        (false, None) => return Err(Error::MissingExtension),
        // The server took none of our keys, and certificates are out of the question.
        (false, Some(_)) if !modes.ephemeral => return Err(Error::HandshakeFailure),
        (true, None) if !modes.psk => return Err(Error::IllegalParameter),
        (true, Some(_)) if !modes.psk_ephemeral => return Err(Error::IllegalParameter),
        _ => {}
    }
    // Section 4.2.8: "Otherwise, when using (EC)DHE, [...] the server's share MUST be in the same group as one of the client's
    // shares."
    let has = |group| offer.shares.as_ref().is_some_and(|shares| shares.has(group));
    if share.is_some_and(|share| !has(share.group)) {
        return Err(Error::IllegalParameter);
    }
    Ok(share)
}

//! ServerHello: what the server chose of the offer, and the keys that follow from it.

use super::super::{
    Context, Next, Randoms,
    client::{Hellos, ReadServerHello},
    debug,
    inbox::Message,
    offer::Offer,
    transcript::Transcript,
};
use super::{Shared, flight::ReadEncryptedExtensions};
use crate::tls::{
    config::Side,
    error::Error,
    keys::schedule13::Early,
    suites,
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
    let share = check_server_hello(hello, &offer, &hellos)?;
    let suite = suites::suite(hello.cipher_suite).ok_or(Error::IllegalParameter)?;
    cx.negotiated.version = Some(ProtocolVersion::TLS1_3);
    cx.negotiated.suite = Some(suite);
    cx.negotiated.group = Some(share.group);
    debug!(cx, 3, "server chose {:?}, {:?}", suite.id, share.group);

    let secret = offer.shares.agree(&share)?;
    // RFC 8446 appendix D.4: one change_cipher_spec before our second flight, whichever that is.
    let (mut transcript, ccs_sent) = match hellos {
        Hellos::First { client_hello } => (Transcript::start(suite.hash, &client_hello), false),
        Hellos::Retried { transcript, .. } => (transcript, true),
    };
    transcript.add(message.bytes);
    let keys = Early::new(suite, None).handshake(secret.as_bytes(), transcript.current().as_ref())?;
    let randoms = Randoms {
        client: offer.random,
        server: hello.random,
    };
    cx.export_secret(SecretKind::ClientHandshake, keys.traffic_secret(Side::Client), &randoms);
    cx.export_secret(SecretKind::ServerHandshake, keys.traffic_secret(Side::Server), &randoms);
    cx.reader
        .change_secret(keys.traffic_secret(Side::Server).clone(), message)?;
    cx.writer.change_secret(keys.traffic_secret(Side::Client).clone())?;
    let shared = Shared {
        transcript,
        keys,
        randoms,
        offered,
        ccs_sent,
    };
    Ok(Next::Consume(Box::new(ReadEncryptedExtensions(Box::new(shared)))))
}

/// Holds a ServerHello of TLS 1.3 against the offer; returns the server's key share.
fn check_server_hello<'a>(hello: &ServerHello<'a>, offer: &Offer, hellos: &Hellos) -> Result<KeyShareEntry<'a>, Error> {
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
    // Without a pre-shared key the handshake needs the share (section 9.2).
    let share = hello.extensions.key_share.ok_or(Error::MissingExtension)?;
    // Section 4.2.8: "Otherwise, when using (EC)DHE, [...] the server's share MUST be in the same group as one of the client's
    // shares."
    if !offer.shares.has(share.group) {
        return Err(Error::IllegalParameter);
    }
    Ok(share)
}

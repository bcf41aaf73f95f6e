//! ServerHello: what the server chose of the offer, and whether a session is resumed.

use super::super::{
    Context, Next, Randoms,
    certificate::{self, SettledTypes},
    client::{Hellos, ReadServerHello},
    debug,
    inbox::Message,
    limits,
    offer::Offer,
    proof::PeerAuthenticated,
    renegotiation,
    transcript::Transcript,
};
use super::{Last, Shared, Told, finish, flight::ReadCertificate};
use crate::tls::{
    config::Options,
    error::Error,
    keys::prf12::MasterSecret,
    session::{PskKind, Session, Session12},
    suites12::{self, Suite12},
    wire::{
        codes::{ECPointFormat, ProtocolVersion},
        server_hello::{ServerHello, ServerHelloExtensions},
    },
};

/// A ServerHello is here that takes TLS 1.2.
pub fn read_server_hello(
    cx: &mut Context<'_>,
    hello: &ServerHello<'_>,
    state: ReadServerHello,
    message: &Message<'_>,
) -> Result<Next, Error> {
    let ReadServerHello { offer, hellos, .. } = state;
    let Hellos::First { client_hello } = hellos else {
        return Err(Error::Internal);
    };
    let suite = check_suite(hello, &offer)?;
    let session = resumed_session(cx.options, hello, &offer)?;
    if let Some((session, tls12)) = session {
        check_session(hello, session, tls12)?;
    }
    let told = read_extensions(cx, hello, suite, session.map(|(_, tls12)| tls12))?;
    cx.negotiated.version = Some(ProtocolVersion::TLS1_2);
    cx.negotiated.suite = Some(suite.id);
    cx.negotiated.group = None;
    cx.negotiated.psk = match session {
        Some(_) => Some(PskKind::Resumption),
        None => suite.exchange.has_psk().then_some(PskKind::External),
    };
    cx.negotiated.legacy_session_id.clone_from(&told.session_id);
    cx.reader.use_tls12();
    debug!(cx, 3, "server chose {:?}, resumed: {}", suite.id, session.is_some());
    let randoms = Randoms {
        client: offer.random,
        server: hello.random,
    };
    let Some((session, _)) = session else {
        // Only a client with a certificate signs the messages.
        let mut transcript = if suite.exchange.has_certificate() {
            Transcript::start_keeping(suite.hash, &client_hello)
        } else {
            Transcript::start(suite.hash, &client_hello)
        };
        transcript.add(message.bytes);
        return Ok(Next::Consume(Box::new(ReadCertificate(Box::new(Shared {
            suite,
            randoms,
            transcript,
            groups: offer.groups,
            told,
        })))));
    };
    let mut transcript = Transcript::start(suite.hash, &client_hello);
    transcript.add(message.bytes);
    let master = MasterSecret::resumed(suite.hash, session.secret.as_bytes())?;
    cx.export_master(&master, &randoms);
    let last = Last {
        suite,
        randoms,
        transcript,
        told,
        master,
        resumed: true,
        ticket: None,
        // Only who holds the session's master secret comes to the same keys, and the Finished to come will show that the server
        // does.
        peer: PeerAuthenticated::assertion(),
    };
    finish::resume(Box::new(last))
}

/// The suite, which has to be one of TLS 1.2 that was offered.
fn check_suite(hello: &ServerHello<'_>, offer: &Offer) -> Result<&'static Suite12, Error> {
    let offered = &offer.tls12.as_ref().ok_or(Error::Internal)?.suites;
    suites12::suite12(hello.cipher_suite)
        .filter(|suite| offered.contains(&suite.id))
        .ok_or(Error::IllegalParameter)
}

/// The session that the server resumes, if it does: then it echoes the identifier (RFC 5246 section 7.4.1.3, RFC 5077 section
/// 3.4). An identifier that goes with no session is one of TLS 1.3's middlebox compatibility: a server that echoes it claims to
/// resume what never was (`IllegalParameter`).
fn resumed_session<'o>(
    options: &'o Options,
    hello: &ServerHello<'_>,
    offer: &Offer,
) -> Result<Option<(&'o Session, Session12)>, Error> {
    let echo = hello.legacy_session_id_echo;
    if echo.is_empty() || echo != offer.legacy_session_id {
        return Ok(None);
    }
    let offered = offer.tls12.as_ref().is_some_and(|tls12| tls12.resumes.is_some());
    let resumption = options.resumption.as_deref().filter(|_| offered);
    let session = &resumption.ok_or(Error::IllegalParameter)?.session;
    Ok(session.tls12.map(|tls12| (session, tls12)))
}

/// Holds the ServerHello that resumes a session against that.
fn check_session(hello: &ServerHello<'_>, session: &Session, tls12: Session12) -> Result<(), Error> {
    // RFC 5246 section 7.4.1.3: "For resumed sessions, this field is the value from the state of the session being resumed."
    if hello.cipher_suite != session.suite {
        return Err(Error::IllegalParameter);
    }
    // RFC 7627 section 5.3: "If the original session did not use the "extended_master_secret" extension but the new ServerHello
    // contains the extension, the client MUST abort the handshake." "If the original session used the extension but the new
    // ServerHello does not contain the extension, the client MUST abort the handshake."
    if hello.extensions.extended_master_secret != tls12.extended_master_secret {
        return Err(Error::HandshakeFailure);
    }
    Ok(())
}

/// Takes in the extensions. They are ones that were offered: [`ServerHello`] was read so.
fn read_extensions(
    cx: &mut Context<'_>,
    hello: &ServerHello<'_>,
    suite: &Suite12,
    session: Option<Session12>,
) -> Result<Told, Error> {
    let extensions = &hello.extensions;
    check_extensions(extensions, suite)?;
    let previous = cx.negotiated.previous.as_ref();
    let secure_renegotiation = renegotiation::check_server(cx.config, previous, extensions.renegotiation_info)?;
    renegotiation::check_extended_master_secret(previous, extensions.extended_master_secret)?;
    let types = SettledTypes {
        server: extensions.server_certificate_type,
        client: extensions.client_certificate_type,
    };
    certificate::read_types(cx, types)?;
    let protocol = extensions.protocol_name.map(|name| name.0);
    if protocol.is_some_and(|name| !cx.config.alpn_protocols.iter().any(|offered| offered == name)) {
        return Err(Error::IllegalParameter);
    }
    cx.negotiated.alpn_protocol = protocol.map(Into::into);
    let kept = session.and_then(|session| session.max_fragment_length);
    Ok(Told {
        session_id: hello.legacy_session_id_echo.to_vec(),
        secure_renegotiation,
        extended_master_secret: extensions.extended_master_secret,
        encrypt_then_mac: suite.is_cbc(),
        max_fragment_length: limits::accept12(cx, extensions, kept)?,
        status_follows: extensions.status_request && suite.exchange.has_certificate(),
        ticket_follows: extensions.session_ticket,
        scts: extensions
            .signed_certificate_timestamp
            .map(|list| certificate::whole(&list))
            .transpose()?,
    })
}

/// Whether the extensions fit the suite, and what we are.
fn check_extensions(extensions: &ServerHelloExtensions<'_>, suite: &Suite12) -> Result<(), Error> {
    // CBC is used with encrypt-then-MAC or not at all. DEVIATION: 3.6.6 goes on with the MAC of the plaintext.
    if suite.is_cbc() && !extensions.encrypt_then_mac {
        return Err(Error::HandshakeFailure);
    }
    // RFC 8422 section 5.1.2: "If the client receives [...] a list that does not contain [uncompressed], it MUST abort the
    // handshake with an "illegal_parameter" alert".
    let formats = extensions.ec_point_formats;
    if formats.is_some_and(|formats| !formats.contains(ECPointFormat::UNCOMPRESSED)) {
        return Err(Error::IllegalParameter);
    }
    Ok(())
}

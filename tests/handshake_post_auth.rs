//! Authentication of the client after the handshake: both sides, however the bytes come, beside KeyUpdates and data, and
//! against peers that do it wrong.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use common::{
    rogue::{Rogue, next_works},
    *,
};
use ferrotls::tls::{
    config::{Config, Options, Side},
    connection::MAX_MESSAGES,
    error::Error,
    handshake::{finished, transcript::Transcript},
    keys::schedule13::TrafficSecret,
    post_auth::Progress,
    want::{Answer, Ask, Stop, Want},
    wire::{
        certificate::{Certificate, CertificateEntry},
        certificate_request::CertificateRequest,
        codec::List,
        codes::{AlertDescription, ContentType, HandshakeType, KeyUpdateRequest},
        key_update::KeyUpdate,
    },
};

fn with_auth(side: Side) -> Config {
    Config {
        post_handshake_auth: true,
        ..config(side)
    }
}

/// A pair that is connected and where the client has this identity.
fn connected(client: Option<&Identity>) -> Pair {
    let mut pair = Pair::with(with_auth(Side::Client), with_auth(Side::Server));
    let candidates = client.map(|identity| identity.credential.clone());
    pair.client.application.credentials.candidates = candidates.into_iter().collect();
    pair.connect();
    assert_eq!(pair.server.asks, ["select"]);
    pair
}

/// Moves everything between the two until nothing moves; how each read ended last.
fn settle(pair: &mut Pair) -> (Halt, Halt) {
    let mut halts = (Halt::Blocked, Halt::Blocked);
    for _ in 0..4 {
        let sent = pair.server.drain();
        pair.client.incoming.extend(sent);
        halts.0 = pair.client.read(&mut usize::MAX.clone());
        let sent = pair.client.drain();
        pair.server.incoming.extend(sent);
        halts.1 = pair.server.read(&mut usize::MAX.clone());
    }
    halts
}

fn request(pair: &mut Pair) {
    let asked = pair.server.connection.writer.request_client_certificate(&[]);
    assert!(matches!(asked, Err(Stop::Want(Want::Send))), "{asked:?}");
    let sent = pair.server.drain();
    pair.client.incoming.extend(sent);
    // Called again, it says that all is sent.
    assert!(pair.server.connection.writer.request_client_certificate(&[]).is_ok());
}

#[test]
fn every_kind_of_key_authenticates() {
    for identity in identities() {
        for identity in [identity.clone(), identity.external()] {
            let mut pair = connected(Some(&identity));
            request(&mut pair);
            assert_eq!(settle(&mut pair), (Halt::Blocked, Halt::Blocked));
            assert_eq!(pair.server.authentications, [Progress::Authenticated]);
            assert_eq!(pair.client.authentications, [Progress::Authenticated]);
            assert_eq!(pair.server.asks, ["select", "verify"]);
            assert_eq!(pair.server.presented.last().unwrap().1, identity.credential.chain);
            pair.exchange(100);
        }
    }
}

#[test]
fn a_client_without_certificate_says_so() {
    let mut pair = connected(None);
    request(&mut pair);
    assert_eq!(settle(&mut pair), (Halt::Blocked, Halt::Blocked));
    assert_eq!(pair.server.authentications, [Progress::Anonymous]);
    assert_eq!(pair.client.authentications, [Progress::Anonymous]);

    let mut pair = connected(None);
    pair.server.application.accepts_anonymous = false;
    request(&mut pair);
    let failed = Halt::Failed(Error::NoClientCertificate);
    assert_eq!(settle(&mut pair).1, failed);
    let sent = pair.server.drain();
    pair.client.incoming.extend(sent);
    let told = Halt::Failed(Error::PeerAlert(AlertDescription::CERTIFICATE_REQUIRED));
    assert_eq!(pair.client.read(&mut usize::MAX.clone()), told);
}

#[test]
fn again_and_again_with_keys_changing() {
    let mut pair = connected(Some(&p384()));
    for round in 1..=40 {
        if round % 3 == 0 {
            // The client's next Finished is made with a newer secret.
            pair.client.connection.writer.update_keys(true).unwrap();
        }
        request(&mut pair);
        if round % 4 == 0 {
            pair.server.connection.writer.update_keys(true).unwrap();
        }
        assert_eq!(settle(&mut pair), (Halt::Blocked, Halt::Blocked));
        assert_eq!(pair.server.authentications.len(), round);
        assert_eq!(pair.server.authentications.last(), Some(&Progress::Authenticated));
        if round % 10 == 0 {
            pair.exchange(100);
        }
    }
}

#[test]
fn one_at_a_time_and_only_where_it_may_be() {
    let mut pair = connected(Some(&p256()));
    request(&mut pair);
    let writer = &mut pair.server.connection.writer;
    let second = writer.request_client_certificate(&[]);
    assert!(matches!(second, Err(Stop::Fail(Error::BadInput))));
    assert_eq!(settle(&mut pair), (Halt::Blocked, Halt::Blocked));
    request(&mut pair);

    let client = connected(None).client.connection.writer.request_client_certificate(&[]);
    assert!(matches!(client, Err(Stop::Fail(Error::BadInput))));
    for (client, server) in [
        (config(Side::Client), with_auth(Side::Server)),
        (with_auth(Side::Client), config(Side::Server)),
    ] {
        let mut pair = Pair::with(client, server);
        pair.connect();
        let asked = pair.server.connection.writer.request_client_certificate(&[]);
        assert!(matches!(asked, Err(Stop::Fail(Error::BadInput))));
        pair.exchange(100);
    }
    let mut fresh = Pair::with(with_auth(Side::Client), with_auth(Side::Server));
    let asked = fresh.server.connection.writer.request_client_certificate(&[]);
    assert!(matches!(asked, Err(Stop::Fail(Error::BadInput))));
}

#[test]
fn answers_come_in_any_pieces_and_data_around_them() {
    for size in [1, 7, 1000] {
        let mut pair = connected(Some(&rsa()));
        pair.server.connection.writer.write(b"before").unwrap();
        let sent = pair.server.drain();
        request(&mut pair);
        let sent = [sent, std::mem::take(&mut pair.client.incoming)].concat();
        for piece in sent.chunks(size) {
            pair.client.incoming.extend_from_slice(piece);
            assert_eq!(pair.client.read(&mut usize::MAX.clone()), Halt::Blocked);
        }
        assert_eq!(pair.client.received, b"before");
        let reply = pair.client.drain();
        pair.client.connection.writer.write(b"after").unwrap();
        let sent = [reply, pair.client.drain()].concat();
        for piece in sent.chunks(size) {
            pair.server.incoming.extend_from_slice(piece);
            assert_eq!(pair.server.read(&mut usize::MAX.clone()), Halt::Blocked);
        }
        assert_eq!(pair.server.received, b"after");
        assert_eq!(pair.server.authentications, [Progress::Authenticated]);
    }
}

/// The reader has nothing of its own to send with: whoever writes next sends the reply, before its data.
#[test]
fn the_reply_goes_out_with_the_next_write() {
    let mut pair = connected(Some(&p256()));
    request(&mut pair);
    assert_eq!(pair.client.read(&mut usize::MAX.clone()), Halt::Blocked);
    assert!(pair.client.connection.reader.owes_at_once());
    pair.client.connection.writer.write(b"data").unwrap();
    let sent = pair.client.drain();
    pair.server.incoming.extend(sent);
    assert_eq!(pair.server.read(&mut usize::MAX.clone()), Halt::Blocked);
    assert_eq!(pair.server.authentications, [Progress::Authenticated]);
    assert_eq!(pair.server.received, b"data");
}

#[test]
fn refusals_of_the_application_end_the_connection() {
    let mut pair = connected(Some(&p256()));
    pair.server.application.trusted = vec![];
    request(&mut pair);
    let failed = Error::BadCertificate(AlertDescription::UNKNOWN_CA);
    assert_eq!(settle(&mut pair).1, Halt::Failed(failed));

    let mut pair = connected(Some(&p256().external()));
    pair.client.application.refuses = Some((
        |ask| matches!(ask, Ask::Sign { .. }),
        || Answer::FailWith(AlertDescription::ACCESS_DENIED, Error::Application(-7)),
    ));
    request(&mut pair);
    assert_eq!(settle(&mut pair).0, Halt::Failed(Error::Application(-7)));
    let told = Halt::Failed(Error::PeerAlert(AlertDescription::ACCESS_DENIED));
    assert_eq!(pair.server.read(&mut usize::MAX.clone()), told);
}

#[test]
fn after_resumption_it_may_be_asked_for() {
    // Only an external key forbids it (appendix E.6).
    let config = |side| Config {
        tickets: 1,
        parses_tickets: true,
        ..with_auth(side)
    };
    let mut pair = Pair::with(config(Side::Client), config(Side::Server));
    pair.connect();
    settle(&mut pair);
    let ticket = pair.client.tickets.pop().expect("a ticket");
    let sessions = pair.server.application.sessions.clone();
    let mut again = Pair::with(config(Side::Client), config(Side::Server));
    again.server.application.sessions = sessions;
    let options = Options {
        server_name: Some("server.example".into()),
        resumption: Some(std::sync::Arc::new(ticket)),
        ..Options::default()
    };
    again.client = End::new(config(Side::Client), options, Application::new(&[&ed25519()]));
    again.connect();
    assert!(again.server.connection.psk().is_some());
    request(&mut again);
    assert_eq!(settle(&mut again), (Halt::Blocked, Halt::Blocked));
    assert_eq!(again.server.authentications, [Progress::Authenticated]);
}

// ----- rogues -----

/// A CertificateRequest with this context.
fn certificate_request(context: &[u8]) -> Vec<u8> {
    let mut out = vec![];
    CertificateRequest {
        certificate_request_context: context,
        signature_algorithms: Some(List::from(&SCHEMES)),
        ..CertificateRequest::default()
    }
    .write(&mut out)
    .unwrap();
    out
}

/// A server that is connected to a client of ours which lets itself be asked.
fn rogue_server() -> Rogue {
    Rogue::server_connected_to(with_auth(Side::Client))
}

#[test]
fn an_unasked_request_is_an_unexpected_message() {
    let mut rogue = Rogue::server_connected();
    rogue.push(ContentType::HANDSHAKE, &certificate_request(b"context"));
    rogue.expect_failure(Error::UnexpectedMessage);

    // A server is asked by nobody.
    let mut rogue = Rogue::client_connected();
    rogue.push(ContentType::HANDSHAKE, &certificate_request(b"context"));
    rogue.expect_failure(Error::UnexpectedMessage);
}

#[test]
fn a_context_comes_once() {
    let mut rogue = rogue_server();
    for context in [&b"one"[..], b"", b"two"] {
        rogue.push(ContentType::HANDSHAKE, &certificate_request(context));
        assert_eq!(rogue.go_on(), Halt::Blocked);
        assert_eq!(rogue.line.message()[0], HandshakeType::CERTIFICATE.0);
        while rogue.line.record().is_some() {}
        rogue.line.messages.clear();
    }
    rogue.push(ContentType::HANDSHAKE, &certificate_request(b"one"));
    rogue.expect_failure(Error::IllegalParameter);
}

#[test]
fn requests_that_are_wrong() {
    let mut without = vec![];
    CertificateRequest {
        certificate_request_context: b"context",
        signature_algorithms_cert: Some(List::from(&SCHEMES)),
        ..CertificateRequest::default()
    }
    .write(&mut without)
    .unwrap();
    let mut rogue = rogue_server();
    rogue.push(ContentType::HANDSHAKE, &without);
    rogue.expect_failure(Error::MissingExtension);

    let mut rogue = rogue_server();
    let mut broken = certificate_request(b"context");
    broken[4] = 200;
    rogue.push(ContentType::HANDSHAKE, &broken);
    rogue.expect_failure(Error::DecodeError);
}

/// Reads the answer to the request with this context.
#[track_caller]
fn answer(rogue: &mut Rogue, context: u8) {
    let message = rogue.line.message();
    assert_eq!(
        (message[0], &message[4..6]),
        (HandshakeType::CERTIFICATE.0, &[1, context][..])
    );
    assert_eq!(rogue.line.message()[0], HandshakeType::CERTIFICATE_VERIFY.0);
    assert_eq!(rogue.line.message()[0], HandshakeType::FINISHED.0);
}

/// Who asks and takes no answers does not make us sign without end.
#[test]
fn requests_whose_answers_nobody_takes_come_to_an_end() {
    const MAX_WAITING: u8 = 4;
    let asked = |count: u8| {
        let mut rogue = rogue_server();
        for number in 0..count {
            rogue.push(ContentType::HANDSHAKE, &certificate_request(&[number]));
            rogue.end.incoming.extend(rogue.line.sealed());
            assert_eq!(rogue.end.read(&mut usize::MAX.clone()), Halt::Blocked);
        }
        rogue
    };
    // Each is answered, and the connection goes on.
    let mut rogue = asked(MAX_WAITING);
    rogue.line.bytes.extend(rogue.end.drain());
    (0..MAX_WAITING).for_each(|number| answer(&mut rogue, number));
    rogue.push(ContentType::APPLICATION_DATA, b"x");
    rogue.end.incoming.extend(rogue.line.sealed());
    assert_eq!(rogue.end.read(&mut usize::MAX.clone()), Halt::Blocked);
    assert_eq!(rogue.end.received, b"x");
    assert!(rogue.end.connection.writer.write(b"y").is_ok());
    rogue.line.bytes.extend(rogue.end.drain());
    assert_eq!(
        rogue.line.record(),
        Some((ContentType::APPLICATION_DATA, b"y".to_vec()))
    );

    let mut rogue = asked(MAX_WAITING);
    rogue.push(ContentType::HANDSHAKE, &certificate_request(&[MAX_WAITING]));
    rogue.end.incoming.extend(rogue.line.sealed());
    let halt = rogue.end.read(&mut usize::MAX.clone());
    assert_eq!(halt, Halt::Failed(Error::TooMuch));
    // The answers that wait are not sent any more.
    rogue.line.bytes.extend(rogue.end.drain());
    assert_eq!(rogue.line.alert(), Some(AlertDescription::UNEXPECTED_MESSAGE));
    assert_eq!(rogue.line.record(), None);
    next_works(&rogue.end);
}

#[test]
fn a_flood_of_requests_ends_though_the_answers_are_taken() {
    let mut rogue = rogue_server();
    for number in 0..MAX_MESSAGES {
        rogue.push(ContentType::HANDSHAKE, &certificate_request(&[number]));
        rogue.end.incoming.extend(rogue.line.sealed());
        assert_eq!(rogue.end.read(&mut usize::MAX.clone()), Halt::Blocked);
        rogue.line.bytes.extend(rogue.end.drain());
        answer(&mut rogue, number);
    }
    rogue.push(ContentType::HANDSHAKE, &certificate_request(&[MAX_MESSAGES]));
    rogue.expect_failure(Error::TooMuch);
    next_works(&rogue.end);
}

/// A client that was asked by a server of ours: the request, the transcript up to it, and the secret it sends under.
struct Asked {
    rogue: Rogue,
    context: Vec<u8>,
    transcript: Transcript,
    secret: TrafficSecret,
}

impl Asked {
    fn new() -> Self {
        let mut rogue = Rogue::client_connected_to(with_auth(Side::Server));
        let secret = rogue.traffic().traffic_secret(Side::Client).clone();
        let writer = &mut rogue.end.connection.writer;
        assert!(writer.request_client_certificate(&[]).is_err());
        rogue.line.bytes.extend(rogue.end.drain());
        let message = rogue.line.message();
        assert_eq!(message[0], HandshakeType::CERTIFICATE_REQUEST.0);
        let context = CertificateRequest::read(&message[4..])
            .unwrap()
            .certificate_request_context
            .to_vec();
        assert_eq!(context.len(), 32);
        let mut transcript = rogue.transcript().clone();
        transcript.add(&message);
        Self {
            rogue,
            context,
            transcript,
            secret,
        }
    }

    fn send(&mut self, message: &[u8]) {
        self.transcript.add(message);
        self.rogue.push(ContentType::HANDSHAKE, message);
    }

    /// A Certificate with our identity or none.
    fn certificate(&self, context: &[u8], empty: bool) -> Vec<u8> {
        let chain = &self.rogue.identity.credential.chain;
        let entries: Vec<_> = chain.iter().map(|der| CertificateEntry::new(der)).collect();
        let mut out = vec![];
        Certificate {
            certificate_request_context: context,
            certificate_list: List::from(if empty { &[] } else { &entries[..] }),
        }
        .write(&mut out)
        .unwrap();
        out
    }

    fn certificate_verify(&mut self) -> Vec<u8> {
        let scheme = self.rogue.identity.credential.schemes[0];
        let kept = self.rogue.transcript.replace(self.transcript.clone());
        let message = self.rogue.certificate_verify(scheme, Side::Client);
        self.rogue.transcript = kept;
        message
    }

    fn finished(&self) -> Vec<u8> {
        let mut out = vec![];
        let hash = self.transcript.current();
        finished::write(&self.secret.finished_key().unwrap(), hash.as_ref(), &mut out).unwrap();
        out
    }
}

#[test]
fn a_right_answer_of_a_script_is_taken() {
    let mut asked = Asked::new();
    asked.send(&asked.certificate(&asked.context, false));
    let verify = asked.certificate_verify();
    asked.send(&verify);
    asked.send(&asked.finished());
    assert_eq!(asked.rogue.go_on(), Halt::Blocked);
    assert_eq!(asked.rogue.end.authentications, [Progress::Authenticated]);
    // It answers one request and no other.
    asked.send(&asked.certificate(&asked.context, false));
    asked.rogue.expect_failure(Error::UnexpectedMessage);
}

#[test]
fn answers_that_are_wrong() {
    let mut asked = Asked::new();
    asked.send(&asked.certificate(b"another", false));
    asked.rogue.expect_failure(Error::IllegalParameter);

    let mut asked = Asked::new();
    asked.send(&asked.certificate(&[], true));
    asked.rogue.expect_failure(Error::IllegalParameter);

    // Finished right after a certificate that needs its proof.
    let mut asked = Asked::new();
    asked.send(&asked.certificate(&asked.context, false));
    asked.send(&asked.finished());
    asked.rogue.expect_failure(Error::UnexpectedMessage);

    // A proof without a certificate.
    let mut asked = Asked::new();
    asked.send(&asked.certificate(&asked.context, true));
    let verify = asked.certificate_verify();
    asked.send(&verify);
    asked.rogue.expect_failure(Error::UnexpectedMessage);

    // A signature over something else.
    let mut asked = Asked::new();
    asked.send(&asked.certificate(&asked.context, false));
    asked.transcript.add(b"else");
    let verify = asked.certificate_verify();
    asked.send(&verify);
    asked.rogue.expect_failure(Error::DecryptError);

    // A Finished under a secret of before or after.
    let mut asked = Asked::new();
    asked.send(&asked.certificate(&asked.context, true));
    asked.secret = asked.secret.next().unwrap();
    asked.send(&asked.finished());
    asked.rogue.expect_failure(Error::DecryptError);
}

#[test]
fn nothing_comes_between_the_messages_of_an_answer() {
    let mut update = vec![];
    let request_update = KeyUpdateRequest::UPDATE_NOT_REQUESTED;
    KeyUpdate { request_update }.write(&mut update).unwrap();
    let between: [(ContentType, &[u8]); 2] = [
        (ContentType::APPLICATION_DATA, b"data"),
        (ContentType::HANDSHAKE, &update),
    ];
    for (kind, content) in between {
        let mut asked = Asked::new();
        asked.send(&asked.certificate(&asked.context, false));
        asked.rogue.push(kind, content);
        asked.rogue.expect_failure(Error::UnexpectedMessage);
    }
}

#[test]
fn unasked_certificates_are_unexpected() {
    let mut rogue = Rogue::client_connected_to(with_auth(Side::Server));
    rogue.push(ContentType::HANDSHAKE, &rogue.certificate());
    rogue.expect_failure(Error::UnexpectedMessage);

    // Neither after close_notify does a request go out.
    let mut pair = connected(None);
    let _ = pair.server.connection.writer.close_notify();
    let asked = pair.server.connection.writer.request_client_certificate(&[]);
    assert!(matches!(asked, Err(Stop::Fail(Error::BadInput))));
}

#[test]
fn a_chain_without_end_is_refused() {
    let mut asked = Asked::new();
    let der = asked.rogue.identity.credential.chain[0].clone();
    let entries: Vec<_> = (0..65).map(|_| CertificateEntry::new(&der)).collect();
    let mut out = vec![];
    Certificate {
        certificate_request_context: &asked.context,
        certificate_list: List::from(&entries),
    }
    .write(&mut out)
    .unwrap();
    asked.send(&out);
    let refused = Error::BadCertificate(AlertDescription::BAD_CERTIFICATE);
    asked.rogue.expect_failure(refused);
}

//! The trace of RFC 8448 section 4 (a resumed handshake with early data), for tests: the ticket's key, the binder and
//! the secrets of early data. Its records are with those of every trace (`traces.rs`).

use super::{
    schedule13::{Early, resumption_psk},
    trace,
};
use crate::tls::{
    error::Error,
    handshake::psk::truncated_hash,
    session::PskKind,
    wire::{client_hello::ClientHello, handshake::Header, new_session_ticket::NewSessionTicket},
};

fn value(name: &str) -> Vec<u8> {
    trace::value_of(include_str!("rfc8448_resumed.txt"), name)
}

fn early() -> Early {
    Early::new(trace::suite(), Some(&value("psk")))
}

#[test]
fn the_key_is_that_of_the_ticket_of_the_simple_handshake() {
    let hash = trace::suite().hash;
    let message = trace::value("new_session_ticket");
    let ticket = NewSessionTicket::read(&message[Header::LEN..]).unwrap();
    let secret = trace::traffic()
        .resumption_master_secret(&trace::value("hash_client_finished"))
        .unwrap();
    let psk = resumption_psk(hash, &secret, ticket.ticket_nonce).unwrap();
    assert_eq!(psk.as_bytes(), value("psk"));
    // It is what the client offers here.
    let message = value("client_hello");
    let hello = ClientHello::read(&message[Header::LEN..]).unwrap();
    let identity = hello
        .extensions
        .pre_shared_key
        .unwrap()
        .identities
        .iter()
        .next()
        .unwrap();
    assert_eq!(identity.identity, ticket.ticket);
    assert_ne!(
        resumption_psk(hash, &secret, b"another nonce").unwrap().as_bytes(),
        value("psk")
    );
}

#[test]
fn binder_of_the_trace() {
    let (message, hash) = (value("client_hello"), trace::suite().hash);
    let hello = ClientHello::read(&message[Header::LEN..]).unwrap();
    let offered = hello.extensions.pre_shared_key.unwrap();
    let truncated = &message[..message.len() - offered.binders_length()];
    assert_eq!(truncated, value("client_hello_prefix"));
    let transcript_hash = truncated_hash(hash, None, truncated);
    assert_eq!(transcript_hash.as_ref(), value("binder_hash"));
    let binder = offered.binders.iter().next().unwrap();
    assert_eq!(binder.0, value("binder"));

    let key = early().binder_key(PskKind::Resumption).unwrap();
    assert_eq!(key.verify_data(transcript_hash.as_ref()).as_ref(), binder.0);
    assert_eq!(key.check(transcript_hash.as_ref(), binder.0), Ok(()));
    // The same key, had it come from elsewhere.
    let external = early().binder_key(PskKind::External).unwrap();
    assert_eq!(
        external.check(transcript_hash.as_ref(), binder.0),
        Err(Error::DecryptError)
    );
}

#[test]
fn secrets_of_early_data_are_the_traces() {
    let hash = trace::suite().hash.hash(&value("client_hello"));
    assert_eq!(hash.as_ref(), value("hash_client_hello"));
    let secret = early().traffic_secret(hash.as_ref()).unwrap();
    assert_eq!(secret.secret().as_bytes(), value("client_early_traffic_secret"));
    let exporter = early().exporter(hash.as_ref()).unwrap();
    assert_eq!(exporter.secret().as_bytes(), value("early_exporter_master_secret"));
}

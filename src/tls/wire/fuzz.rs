//! Entry points for fuzzing: every kind of message, read and written again. The corpus under `fuzz/corpus/wire` is replayed
//! through the same functions by `tests/fuzz_corpus.rs`.

use super::alert::Alert;
use super::certificate::Certificate;
use super::certificate_request::CertificateRequest;
use super::certificate_request12::CertificateRequest12;
use super::certificate_verify::CertificateVerify;
use super::certificate12::{Certificate12, CertificateStatus};
use super::client_hello::ClientHello;
use super::client_key_exchange::{self, ClientKeyExchange};
use super::codes::HandshakeType;
use super::compressed_certificate::CompressedCertificate;
use super::empty;
use super::encrypted_extensions::EncryptedExtensions;
use super::end_of_early_data::EndOfEarlyData;
use super::extensions::ExtensionSet;
use super::finished::Finished;
use super::handshake;
use super::key_update::KeyUpdate;
use super::new_session_ticket::NewSessionTicket;
use super::new_session_ticket12::NewSessionTicket12;
use super::server_hello::ServerHelloMessage;
use super::server_key_exchange::{self, ServerKeyExchange};
use crate::tls::error::Error;

/// A message kind: its name and a function that reads a body of it, writes what was read, reads that, and says whether it
/// still is the same. Fails when the body cannot be read.
pub type Kind = (&'static str, fn(&[u8]) -> Result<bool, Error>);

/// `Hash.length` that a Finished is read with here.
pub const FINISHED_LEN: usize = 32;

/// Every kind of message. The index is the first byte of a corpus file: append, never reorder.
pub const KINDS: [Kind; 25] = [
    ("client_hello", |body| {
        let message = ClientHello::read(body)?;
        again(|out| message.write(out), |body| Ok(ClientHello::read(body)? == message))
    }),
    ("server_hello", |body| {
        let message = ServerHelloMessage::read(body, ExtensionSet::ALL)?;
        let write = |out: &mut Vec<u8>| match message {
            ServerHelloMessage::ServerHello(hello) => hello.write(out),
            ServerHelloMessage::HelloRetryRequest(retry) => retry.write(out),
        };
        again(write, |body| {
            Ok(ServerHelloMessage::read(body, ExtensionSet::ALL)? == message)
        })
    }),
    ("encrypted_extensions", |body| {
        let message = EncryptedExtensions::read(body, ExtensionSet::ALL)?;
        again(
            |out| message.write(out),
            |body| Ok(EncryptedExtensions::read(body, ExtensionSet::ALL)? == message),
        )
    }),
    ("certificate_request", |body| {
        let message = CertificateRequest::read(body)?;
        // Nothing but unrecognized extensions, which are not written again, would leave a block that may not be empty.
        if message.signature_algorithms.is_none() {
            return Ok(true);
        }
        again(
            |out| message.write(out),
            |body| Ok(CertificateRequest::read(body)? == message),
        )
    }),
    ("certificate", |body| {
        let message = Certificate::read(body, ExtensionSet::ALL)?;
        again(
            |out| message.write(out),
            |body| Ok(Certificate::read(body, ExtensionSet::ALL)? == message),
        )
    }),
    ("certificate_verify", |body| {
        let message = CertificateVerify::read(body)?;
        again(
            |out| message.write(out),
            |body| Ok(CertificateVerify::read(body)? == message),
        )
    }),
    ("finished", |body| {
        let message = Finished::read(body, FINISHED_LEN)?;
        again(
            |out| message.write(out),
            |body| Ok(Finished::read(body, FINISHED_LEN)? == message),
        )
    }),
    ("new_session_ticket", |body| {
        let message = NewSessionTicket::read(body)?;
        again(
            |out| message.write(out),
            |body| Ok(NewSessionTicket::read(body)? == message),
        )
    }),
    ("key_update", |body| {
        let message = KeyUpdate::read(body)?;
        again(|out| message.write(out), |body| Ok(KeyUpdate::read(body)? == message))
    }),
    ("end_of_early_data", |body| {
        let message = EndOfEarlyData::read(body)?;
        again(
            |out| message.write(out),
            |body| Ok(EndOfEarlyData::read(body)? == message),
        )
    }),
    ("alert", |body| {
        let message = Alert::read(body)?;
        Ok(Alert::read(&message.to_bytes())? == message)
    }),
    ("handshake", |message| {
        let (msg_type, body) = handshake::split(message)?;
        let mut out = Vec::new();
        handshake::write(msg_type, &mut out, |encoder| {
            encoder.bytes(body);
            Ok(())
        })?;
        Ok(out == message)
    }),
    ("compressed_certificate", |body| {
        let message = CompressedCertificate::read(body)?;
        again(
            |out| message.write(out),
            |body| Ok(CompressedCertificate::read(body)? == message),
        )
    }),
    ("server_key_exchange", |body| {
        server_key_exchange(body, (false, true, true))
    }),
    ("server_key_exchange_psk", |body| {
        server_key_exchange(body, (true, false, false))
    }),
    ("server_key_exchange_ecdhe_psk", |body| {
        server_key_exchange(body, (true, true, false))
    }),
    ("client_key_exchange", |body| client_key_exchange(body, (false, true))),
    ("client_key_exchange_psk", |body| {
        client_key_exchange(body, (true, false))
    }),
    ("client_key_exchange_ecdhe_psk", |body| {
        client_key_exchange(body, (true, true))
    }),
    ("certificate12", |body| {
        let message = Certificate12::read(body)?;
        again(
            |out| message.write(out),
            |body| Ok(Certificate12::read(body)? == message),
        )
    }),
    ("certificate_status", |body| {
        let message = CertificateStatus::read(body)?;
        again(
            |out| message.write(out),
            |body| Ok(CertificateStatus::read(body)? == message),
        )
    }),
    ("certificate_request12", |body| {
        let message = CertificateRequest12::read(body)?;
        again(
            |out| message.write(out),
            |body| Ok(CertificateRequest12::read(body)? == message),
        )
    }),
    ("new_session_ticket12", |body| {
        let message = NewSessionTicket12::read(body)?;
        again(
            |out| message.write(out),
            |body| Ok(NewSessionTicket12::read(body)? == message),
        )
    }),
    ("certificate12_raw", |body| {
        let key = Certificate12::read_raw(body)?;
        again(
            |out| Certificate12::write_raw(key, out),
            |body| Ok(Certificate12::read_raw(body)? == key),
        )
    }),
    ("empty", |body| {
        empty::read(body)?;
        again(
            |out| empty::write(HandshakeType::SERVER_HELLO_DONE, out),
            |body| Ok(empty::read(body).is_ok()),
        )
    }),
];

/// Reads `bytes` as the message of this kind (an index into [`KINDS`], taken modulo their number); `false` is a fault: what was
/// read, written and read again is not the same.
pub fn fuzz_parse(kind: u8, bytes: &[u8]) -> bool {
    let index = usize::from(kind).checked_rem(KINDS.len()).unwrap_or(0);
    KINDS
        .get(index)
        .is_none_or(|(_, round_trip)| round_trip(bytes).unwrap_or(true))
}

/// A ServerKeyExchange with or without hint, share and signature.
fn server_key_exchange(body: &[u8], (hint, share, signature): (bool, bool, bool)) -> Result<bool, Error> {
    let form = server_key_exchange::Form { hint, share, signature };
    let message = ServerKeyExchange::read(body, form)?;
    again(
        |out| message.write(out),
        |body| Ok(ServerKeyExchange::read(body, form)? == message),
    )
}

/// A ClientKeyExchange with or without identity and share.
fn client_key_exchange(body: &[u8], (identity, share): (bool, bool)) -> Result<bool, Error> {
    let form = client_key_exchange::Form { identity, share };
    let message = ClientKeyExchange::read(body, form)?;
    again(
        |out| message.write(out),
        |body| Ok(ClientKeyExchange::read(body, form)? == message),
    )
}

/// Writes a message and hands its body to `is_same`; what cannot be written or read again is not the same.
fn again<T>(
    write: impl FnOnce(&mut Vec<u8>) -> Result<T, Error>,
    is_same: impl FnOnce(&[u8]) -> Result<bool, Error>,
) -> Result<bool, Error> {
    let mut out = Vec::new();
    let written = write(&mut out).is_ok();
    Ok(written
        && handshake::split(&out)
            .and_then(|(_, body)| is_same(body))
            .unwrap_or(false))
}

//! What the RFCs say of single fields of the messages of TLS 1.2.

use crate::tls::error::Error;
use crate::tls::wire::certificate_request12::CertificateRequest12;
use crate::tls::wire::certificate12::{Certificate12, CertificateStatus};
use crate::tls::wire::client_key_exchange::{self, ClientKeyExchange};
use crate::tls::wire::new_session_ticket12::NewSessionTicket12;
use crate::tls::wire::server_key_exchange::{self, ServerKeyExchange};

/// RFC 8422 section 5.4: `named_curve` is the only type left; `point` is not empty.
#[test]
fn shares() {
    let form = server_key_exchange::Form {
        hint: false,
        share: true,
        signature: false,
    };
    let read = |body: &[u8]| ServerKeyExchange::read(body, form).map(|message| message.params.map(|p| p.group.0));
    assert_eq!(read(&[3, 0, 29, 1, 7]), Ok(Some(29)));
    for curve_type in [0, 1, 2, 4, 255] {
        assert_eq!(read(&[curve_type, 0, 29, 1, 7]), Err(Error::IllegalParameter));
    }
    assert_eq!(read(&[3, 0, 29, 0]), Err(Error::DecodeError));
    let form = client_key_exchange::Form {
        identity: false,
        share: true,
    };
    assert!(ClientKeyExchange::read(&[1, 4], form).is_ok());
    assert_eq!(ClientKeyExchange::read(&[0], form), Err(Error::DecodeError));
}

/// An identity and a hint may be empty: who has no use for it says so in the handshake.
#[test]
fn identities() {
    let form = client_key_exchange::Form {
        identity: true,
        share: false,
    };
    let empty = ClientKeyExchange::read(&[0, 0], form).unwrap();
    assert_eq!(empty.identity, Some(&b""[..]));
    // With the form of another suite it is another message.
    let other = client_key_exchange::Form {
        identity: false,
        share: true,
    };
    assert_eq!(ClientKeyExchange::read(&[0, 1, b'a'], other), Err(Error::DecodeError));
}

#[test]
fn certificates() {
    // `ASN.1Cert<1..2^24-1>`
    assert_eq!(Certificate12::read(&[0, 0, 3, 0, 0, 0]), Err(Error::DecodeError));
    assert!(Certificate12::read(&[0, 0, 4, 0, 0, 1, 9]).is_ok());
    // A certificate that ends after its list.
    assert_eq!(Certificate12::read(&[0, 0, 4, 0, 0, 2, 9]), Err(Error::DecodeError));
    // RFC 6066 section 8: `ocsp(1)` was asked for, and `OCSPResponse<1..2^24-1>`.
    assert!(CertificateStatus::read(&[1, 0, 0, 1, 9]).is_ok());
    assert_eq!(CertificateStatus::read(&[1, 0, 0, 0]), Err(Error::DecodeError));
    assert_eq!(CertificateStatus::read(&[2, 0, 0, 1, 9]), Err(Error::IllegalParameter));
}

/// RFC 5246 section 7.4.4: at least one type and one algorithm, any number of names.
#[test]
fn certificate_requests() {
    let read = |body: &[u8]| CertificateRequest12::read(body).map(|_| ());
    assert_eq!(read(&[1, 64, 0, 2, 4, 3, 0, 0]), Ok(()));
    assert_eq!(read(&[0, 0, 2, 4, 3, 0, 0]), Err(Error::DecodeError));
    assert_eq!(read(&[1, 64, 0, 0, 0, 0]), Err(Error::DecodeError));
    assert_eq!(read(&[1, 64, 0, 1, 4, 0, 0]), Err(Error::DecodeError));
    // `DistinguishedName<1..2^16-1>`
    assert_eq!(read(&[1, 64, 0, 2, 4, 3, 0, 2, 0, 0]), Err(Error::DecodeError));
}

/// RFC 5077 section 3.3: "the server sends a zero-length ticket" if it gives none after all.
#[test]
fn tickets() {
    let message = NewSessionTicket12::read(&[0, 0, 0, 0, 0, 0]).unwrap();
    assert_eq!((message.ticket_lifetime_hint, message.ticket), (0, &b""[..]));
    let message = NewSessionTicket12::read(&[0xff, 0xff, 0xff, 0xff, 0, 1, 7]).unwrap();
    assert_eq!((message.ticket_lifetime_hint, message.ticket), (u32::MAX, &[7][..]));
}

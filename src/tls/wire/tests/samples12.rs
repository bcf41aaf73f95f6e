//! Messages of TLS 1.2 that TLS 1.3 has not, or has in another form.

use super::samples::{AUTHORITIES, SCHEMES, Sample, sample};
use crate::tls::wire::certificate_request12::CertificateRequest12;
use crate::tls::wire::certificate12::{Asn1Cert, Certificate12, CertificateStatus};
use crate::tls::wire::client_key_exchange::{self, ClientKeyExchange};
use crate::tls::wire::codes::{ClientCertificateType, HandshakeType, NamedGroup};
use crate::tls::wire::empty;
use crate::tls::wire::new_session_ticket12::NewSessionTicket12;
use crate::tls::wire::server_key_exchange::{self, ServerEcdhParams, ServerKeyExchange};

const CERTIFICATES: [Asn1Cert<'_>; 2] = [Asn1Cert(b"leaf"), Asn1Cert(b"issuer")];
const TYPES: [ClientCertificateType; 2] = [ClientCertificateType::RSA_SIGN, ClientCertificateType::ECDSA_SIGN];
const PARAMS: ServerEcdhParams<'_> = ServerEcdhParams {
    group: NamedGroup::X25519,
    public: &[7; 32],
};

pub(super) fn samples12() -> Vec<Sample> {
    let mut all = key_exchanges();
    let mut out = Vec::new();
    for (name, list) in [
        ("certificate12_chain", (&CERTIFICATES).into()),
        ("certificate12_none", (&[]).into()),
    ] {
        let message = Certificate12 { certificate_list: list };
        out.clear();
        message.write(&mut out).unwrap();
        let sample = sample(name, "certificate12", &out);
        assert_eq!(Certificate12::read(&sample.body), Ok(message));
        all.push(sample);
    }
    for (name, key) in [
        ("certificate12_raw", &b"a public key"[..]),
        ("certificate12_no_raw", b""),
    ] {
        out.clear();
        Certificate12::write_raw(key, &mut out).unwrap();
        let sample = sample(name, "certificate12_raw", &out);
        assert_eq!(Certificate12::read_raw(&sample.body), Ok(key));
        all.push(sample);
    }

    let status = CertificateStatus {
        ocsp_response: b"response",
    };
    out.clear();
    status.write(&mut out).unwrap();
    all.push(sample("certificate_status", "certificate_status", &out));
    assert_eq!(CertificateStatus::read(&out[4..]), Ok(status));

    for (name, authorities) in [
        ("certificate_request12", (&AUTHORITIES).into()),
        ("certificate_request12_any", (&[]).into()),
    ] {
        let request = CertificateRequest12 {
            certificate_types: (&TYPES).into(),
            signature_algorithms: (&SCHEMES).into(),
            certificate_authorities: authorities,
        };
        out.clear();
        request.write(&mut out).unwrap();
        let sample = sample(name, "certificate_request12", &out);
        assert_eq!(CertificateRequest12::read(&sample.body), Ok(request));
        all.push(sample);
    }

    for (name, ticket) in [
        ("new_session_ticket12", &b"ticket"[..]),
        ("new_session_ticket12_none", b""),
    ] {
        let message = NewSessionTicket12 {
            ticket_lifetime_hint: 7200,
            ticket,
        };
        out.clear();
        message.write(&mut out).unwrap();
        let sample = sample(name, "new_session_ticket12", &out);
        assert_eq!(NewSessionTicket12::read(&sample.body), Ok(message));
        all.push(sample);
    }

    for (name, msg_type) in [
        ("hello_request", HandshakeType::HELLO_REQUEST),
        ("server_hello_done", HandshakeType::SERVER_HELLO_DONE),
    ] {
        out.clear();
        empty::write(msg_type, &mut out).unwrap();
        assert_eq!(out, [msg_type.0, 0, 0, 0]);
        all.push(sample(name, "empty", &out));
    }
    all
}

fn key_exchanges() -> Vec<Sample> {
    let mut all = Vec::new();
    let mut out = Vec::new();
    let hint = Some(&b"hint"[..]);
    let signature = Some((SCHEMES[0], &b"signature"[..]));
    for (name, hint, params, signature) in [
        ("server_key_exchange", None, Some(PARAMS), signature),
        ("server_key_exchange_psk", hint, None, None),
        ("server_key_exchange_ecdhe_psk", hint, Some(PARAMS), None),
    ] {
        let message = ServerKeyExchange {
            hint,
            params,
            signature,
        };
        out.clear();
        message.write(&mut out).unwrap();
        let sample = sample(name, name, &out);
        let form = server_key_exchange::Form {
            hint: hint.is_some(),
            share: params.is_some(),
            signature: signature.is_some(),
        };
        assert_eq!(ServerKeyExchange::read(&sample.body, form), Ok(message));
        all.push(sample);
    }
    let (identity, public) = (Some(&b"identity"[..]), Some(&[4; 65][..]));
    for (name, identity, public) in [
        ("client_key_exchange", None, public),
        ("client_key_exchange_psk", identity, None),
        ("client_key_exchange_ecdhe_psk", identity, public),
    ] {
        let message = ClientKeyExchange { identity, public };
        out.clear();
        message.write(&mut out).unwrap();
        let sample = sample(name, name, &out);
        let form = client_key_exchange::Form {
            identity: identity.is_some(),
            share: public.is_some(),
        };
        assert_eq!(ClientKeyExchange::read(&sample.body, form), Ok(message));
        all.push(sample);
    }
    all
}

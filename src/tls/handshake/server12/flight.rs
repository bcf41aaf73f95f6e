//! The rest of our first flight: Certificate to ServerHelloDone.

use super::super::{
    Context, Next, State, authenticate::Signed, authenticate12::signed_params, certificate12, inbox::Message,
    state_id::StateId,
};
use super::{Plan, Shared, client::ReadCertificate};
use crate::crypto::kx::KeyExchange;
use crate::tls::{
    config::Config,
    error::Error,
    suites,
    suites12::Exchange,
    want::Answer,
    wire::{
        certificate_request12::CertificateRequest12,
        codec::List,
        codes::{HandshakeType, NamedGroup},
        empty,
        extensions::certificate_authorities::DistinguishedName,
        server_key_exchange::{ServerEcdhParams, ServerKeyExchange},
    },
};

/// Writes our Certificate and the CertificateStatus to it, if there are certificates.
pub struct WriteCertificate {
    pub(super) shared: Box<Shared>,
    pub(super) plan: Box<Plan>,
}

impl State for WriteCertificate {
    fn id(&self) -> StateId {
        StateId::SERVER_CERTIFICATE
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { mut shared, plan } = *self;
        if let Some(signer) = &plan.signer {
            let transcript = &mut shared.transcript;
            cx.writer
                .write_message(transcript, |out| certificate12::write(Some(signer), out))?;
            // RFC 6066 section 8: "immediately after the "Certificate" message (and before any "ServerKeyExchange" or
            // "CertificateRequest" messages)".
            if let Some(response) = certificate12::staple(signer) {
                cx.writer
                    .write_message(transcript, |out| certificate12::write_status(response, out))?;
            }
        }
        Ok(Next::Consume(Box::new(WriteServerKeyExchange { shared, plan })))
    }
}

/// Writes our share, if there is ECDHE, and signs it, if there are certificates.
pub struct WriteServerKeyExchange {
    shared: Box<Shared>,
    plan: Box<Plan>,
}

impl State for WriteServerKeyExchange {
    fn id(&self) -> StateId {
        StateId::SERVER_KEY_EXCHANGE
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { shared, plan } = *self;
        let Some(group) = plan.group else {
            // RFC 4279 section 2: "If no hint is provided, the ServerKeyExchange message is omitted."
            return Ok(Next::Consume(Box::new(WriteCertificateRequest {
                shared,
                plan,
                share: None,
            })));
        };
        let key_exchange = suites::group(group).ok_or(Error::Internal)?;
        let share = KeyExchange::generate(key_exchange).map_err(|_| Error::NoRandom)?;
        let signing = SignShare {
            shared,
            plan,
            group,
            share,
        };
        let Some(signer) = &signing.plan.signer else {
            return signing.write(cx, None);
        };
        let content = signed_params(&signing.shared.randoms, &signing.params().to_bytes()?);
        match signer.sign_content(content)? {
            Signed::Here(signature) => signing.write(cx, Some(&signature)),
            Signed::Elsewhere(ask) => Ok(Next::Ask(Box::new(signing), ask)),
        }
    }
}

/// Our share is there; the application may be asked to sign it.
struct SignShare {
    shared: Box<Shared>,
    plan: Box<Plan>,
    group: NamedGroup,
    share: KeyExchange,
}

impl SignShare {
    fn params(&self) -> ServerEcdhParams<'_> {
        ServerEcdhParams {
            group: self.group,
            public: self.share.public_key(),
        }
    }

    fn write(mut self, cx: &mut Context<'_>, signature: Option<&[u8]>) -> Result<Next, Error> {
        let scheme = self.plan.signer.as_ref().map(|signer| signer.scheme.id);
        let message = ServerKeyExchange {
            // RFC 5489 section 2: with ECDHE the message is there, and so is the hint: an empty one, as 3.6.6 sends it.
            hint: (self.shared.suite.exchange == Exchange::EcdhePsk).then_some(&[]),
            params: Some(ServerEcdhParams {
                group: self.group,
                public: self.share.public_key(),
            }),
            signature: scheme.zip(signature),
        };
        cx.writer
            .write_message(&mut self.shared.transcript, |out| message.write(out))?;
        let Self {
            shared, plan, share, ..
        } = self;
        Ok(Next::Consume(Box::new(WriteCertificateRequest {
            shared,
            plan,
            share: Some(share),
        })))
    }
}

impl State for SignShare {
    fn id(&self) -> StateId {
        StateId::SERVER_KEY_EXCHANGE
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Err(Error::Internal)
    }

    fn answered(self: Box<Self>, cx: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Answer::Signature(signature) = answer else {
            return Err(Error::BadInput);
        };
        self.write(cx, Some(&signature))
    }
}

/// Writes a CertificateRequest, if the application wants one.
pub struct WriteCertificateRequest {
    shared: Box<Shared>,
    plan: Box<Plan>,
    share: Option<KeyExchange>,
}

impl State for WriteCertificateRequest {
    fn id(&self) -> StateId {
        StateId::CERTIFICATE_REQUEST
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self {
            mut shared,
            plan,
            share,
        } = *self;
        if plan.asks {
            let config = cx.config;
            cx.writer.write_message(&mut shared.transcript, |out| {
                write_request(config, &plan.authorities, out)
            })?;
        }
        let asked = plan.asks;
        Ok(Next::Consume(Box::new(WriteServerHelloDone { shared, share, asked })))
    }
}

/// Writes a CertificateRequest with what we can check.
fn write_request(config: &Config, authorities: &[Vec<u8>], out: &mut Vec<u8>) -> Result<(), Error> {
    let schemes = config.signature_schemes.iter().copied();
    let schemes: Vec<_> = schemes.filter(|id| suites::signature_scheme(*id).is_some()).collect();
    let names: Vec<_> = authorities.iter().map(|name| DistinguishedName(name)).collect();
    CertificateRequest12 {
        certificate_types: List::from(&certificate12::ASKED_TYPES),
        signature_algorithms: List::from(&schemes),
        certificate_authorities: List::from(&names),
    }
    .write(out)
}

/// Writes ServerHelloDone.
pub struct WriteServerHelloDone {
    shared: Box<Shared>,
    share: Option<KeyExchange>,
    asked: bool,
}

impl State for WriteServerHelloDone {
    fn id(&self) -> StateId {
        StateId::SERVER_HELLO_DONE
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self {
            mut shared,
            share,
            asked,
        } = *self;
        cx.writer.write_message(&mut shared.transcript, |out| {
            empty::write(HandshakeType::SERVER_HELLO_DONE, out)
        })?;
        Ok(Next::Consume(Box::new(ReadCertificate { shared, share, asked })))
    }
}

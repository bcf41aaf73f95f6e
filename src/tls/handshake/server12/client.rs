//! What the client answers: Certificate, ClientKeyExchange, CertificateVerify.

use super::super::{
    Context, Next, State, Wants, authenticate12,
    certificate::Presented,
    certificate12,
    inbox::Message,
    proof::{AnonymousAccepted, ClientSettled, PeerAuthenticated},
    state_id::StateId,
};
use super::{
    Last, Shared,
    finish::{Ours, ReadChangeCipherSpec},
};
use crate::crypto::kx::{KeyExchange, SharedSecret};
use crate::tls::{
    config::PeerKey,
    error::Error,
    keys::prf12::{MasterSecret, premaster_of_psk},
    want::{Answer, Ask},
    wire::{
        certificate_verify::CertificateVerify,
        client_key_exchange::{ClientKeyExchange, Form},
        codes::HandshakeType,
    },
};

/// Awaits the client's Certificate, if it was asked for one.
pub struct ReadCertificate {
    pub(super) shared: Box<Shared>,
    pub(super) share: Option<KeyExchange>,
    pub(super) asked: bool,
}

impl State for ReadCertificate {
    fn id(&self) -> StateId {
        StateId::CLIENT_CERTIFICATE
    }

    fn wants(&self) -> Wants {
        if self.asked { Wants::Message } else { Wants::Nothing }
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self {
            mut shared,
            share,
            asked,
        } = *self;
        if !asked {
            let client = Client::Settled(ClientSettled::NotAsked);
            return Ok(Next::Consume(Box::new(ReadClientKeyExchange { shared, share, client })));
        }
        let agreed = cx.negotiated.peer_certificate_type;
        let presented = certificate12::read(&cx.config.certificates, agreed, &message)?;
        shared.transcript.add(message.bytes);
        Ok(Next::Ask(
            Box::new(VerifyClient {
                shared,
                share,
                presented,
            }),
            Ask::VerifyPeer,
        ))
    }
}

/// What is known of the client.
enum Client {
    /// The application trusts its certificate with this key; a CertificateVerify has to come.
    Presented(PeerKey),
    Settled(ClientSettled),
}

/// The application is asked whether the client's chain is trusted, or what it makes of an empty one.
struct VerifyClient {
    shared: Box<Shared>,
    share: Option<KeyExchange>,
    presented: Presented,
}

impl State for VerifyClient {
    fn id(&self) -> StateId {
        StateId::CLIENT_CERTIFICATE
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Err(Error::Internal)
    }

    fn answered(self: Box<Self>, _: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Self {
            shared,
            share,
            presented,
        } = *self;
        let client = match answer {
            Answer::Peer(Some(key)) if !presented.chain.is_empty() => Client::Presented(key),
            Answer::Peer(None) if presented.chain.is_empty() => {
                Client::Settled(ClientSettled::Anonymous(AnonymousAccepted::assertion()))
            }
            _ => return Err(Error::BadInput),
        };
        Ok(Next::Consume(Box::new(ReadClientKeyExchange { shared, share, client })))
    }

    fn presented(&self) -> Option<&Presented> {
        Some(&self.presented)
    }
}

/// Awaits the ClientKeyExchange.
pub struct ReadClientKeyExchange {
    shared: Box<Shared>,
    share: Option<KeyExchange>,
    client: Client,
}

impl State for ReadClientKeyExchange {
    fn id(&self) -> StateId {
        StateId::CLIENT_KEY_EXCHANGE
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self {
            mut shared,
            share,
            client,
        } = *self;
        message.expect(HandshakeType::CLIENT_KEY_EXCHANGE)?;
        let exchange = shared.suite.exchange;
        let form = Form {
            identity: exchange.has_psk(),
            share: exchange.has_ecdhe(),
        };
        let key_exchange = ClientKeyExchange::read(message.body, form)?;
        let secret = match (share, key_exchange.public) {
            (Some(share), Some(public)) => Some(share.agree(public).map_err(|_| Error::InvalidPoint)?),
            (None, None) => None,
            _ => return Err(Error::Internal),
        };
        shared.transcript.add(message.bytes);
        match (key_exchange.identity, secret) {
            (None, Some(secret)) => finalize(cx, shared, secret.as_bytes(), client),
            // As 3.6.6.
            (Some([]), _) => Err(Error::DecodeError),
            (Some(identity), secret) => {
                let identity = identity.to_vec();
                Ok(Next::Ask(
                    Box::new(AwaitPsk { shared, secret }),
                    Ask::FindPsk { identity },
                ))
            }
            (None, None) => Err(Error::Internal),
        }
    }
}

/// The application is asked for the client's pre-shared key.
struct AwaitPsk {
    shared: Box<Shared>,
    /// That of ECDHE, if there is any.
    secret: Option<SharedSecret>,
}

impl State for AwaitPsk {
    fn id(&self) -> StateId {
        StateId::CLIENT_KEY_EXCHANGE
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Err(Error::Internal)
    }

    fn answered(self: Box<Self>, cx: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Self { shared, secret } = *self;
        let psk = match answer {
            Answer::Psk(Some(psk)) if !psk.secret.is_empty() => psk,
            // RFC 4279 section 2: "If the server does not recognize the PSK identity, it MAY respond with an "unknown_psk_identity"
            // alert message."
            Answer::Psk(None) => return Err(Error::UnknownPskIdentity),
            _ => return Err(Error::BadInput),
        };
        let premaster = premaster_of_psk(secret.as_ref().map(SharedSecret::as_bytes), &psk.secret)?;
        cx.negotiated.psk = Some(crate::tls::session::PskKind::External);
        // Its Finished will show that it holds the key.
        let client = Client::Settled(ClientSettled::HoldsKey(PeerAuthenticated::assertion()));
        finalize(cx, shared, &premaster, client)
    }
}

/// The master secret is there: the transcript goes to ClientKeyExchange, which is what `session_hash` covers (RFC 7627 section 3).
fn finalize(cx: &mut Context<'_>, shared: Box<Shared>, premaster: &[u8], client: Client) -> Result<Next, Error> {
    let hash = shared.suite.hash;
    let master = if shared.extended_master_secret {
        MasterSecret::extended(hash, premaster, shared.transcript.current().as_ref())?
    } else {
        MasterSecret::plain(hash, premaster, &shared.randoms)?
    };
    cx.export_master(&master, &shared.randoms);
    let last = Box::new(Last {
        shared,
        master,
        resumed: false,
    });
    Ok(Next::Consume(Box::new(ReadCertificateVerify { last, client })))
}

/// Awaits the client's CertificateVerify, if it has shown a certificate.
pub struct ReadCertificateVerify {
    last: Box<Last>,
    client: Client,
}

impl State for ReadCertificateVerify {
    fn id(&self) -> StateId {
        StateId::CERTIFICATE_VERIFY
    }

    fn wants(&self) -> Wants {
        match self.client {
            Client::Presented(_) => Wants::Message,
            Client::Settled(_) => Wants::Nothing,
        }
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self { mut last, client } = *self;
        let transcript = &mut last.shared.transcript;
        let client = match client {
            Client::Settled(client) => client,
            Client::Presented(key) => {
                message.expect(HandshakeType::CERTIFICATE_VERIFY)?;
                let verify = CertificateVerify::read(message.body)?;
                let offered = &cx.config.signature_schemes;
                // RFC 5246 section 7.4.8: over "all handshake messages sent or received, starting at client hello and up to, but
                // not including, this message".
                let content = transcript.messages().ok_or(Error::Internal)?;
                let peer =
                    authenticate12::check_signature12(&key, verify.algorithm, offered, content, verify.signature)?;
                transcript.add(message.bytes);
                ClientSettled::Authenticated(peer)
            }
        };
        transcript.forget_messages();
        let keys = last.master.record_keys(last.shared.suite, &last.shared.randoms)?;
        Ok(Next::Consume(Box::new(ReadChangeCipherSpec {
            last,
            client,
            key: keys.client,
            ours: Ours::ToCome(keys.server),
        })))
    }
}

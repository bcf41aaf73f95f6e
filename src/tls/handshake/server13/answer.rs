//! ServerHello, and the keys that follow from it.

use super::super::{
    Context, Next, Randoms, Reconsidering, State, hello_facts::HelloFacts, inbox::Message, state_id::StateId,
};
use super::{
    Authentication, Offer, Plan, Shared, certificates,
    early::Accepted,
    flight::WriteEncryptedExtensions,
    hello::{max_early_data, note_types},
};
use crate::crypto::{kx::Responder, rand};
use crate::tls::{
    config::Side,
    connection::ClientHelloFacts,
    error::Error,
    keys::schedule13::Early,
    suites,
    want::{Credentials, SecretKind},
    wire::{
        codes::ProtocolVersion,
        extensions::key_share::KeyShareEntry,
        server_hello::{ServerHello, ServerHelloExtensions},
    },
};

/// Writes the ServerHello; what follows is protected.
pub struct WriteServerHello {
    pub(super) offer: Box<Offer>,
    pub(super) plan: Plan,
    /// What the plan was made for.
    pub(super) facts: Box<HelloFacts>,
}

impl State for WriteServerHello {
    fn id(&self) -> StateId {
        StateId::SERVER_HELLO
    }

    fn client_hello(&self) -> Option<ClientHelloFacts<'_>> {
        Some(self.facts.view())
    }

    fn reconsidered(&mut self, cx: &mut Reconsidering<'_>, credentials: Credentials) -> Result<(), Error> {
        // With a pre-shared key there are no certificates.
        if let Authentication::Certificate(_) = self.plan.authentication {
            self.plan.authentication = certificates::choose(&self.facts, cx.config, &credentials)?;
            note_types(cx.negotiated, &self.plan.authentication);
            self.plan.credentials = credentials;
        }
        Ok(())
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { offer, plan, .. } = *self;
        let Offer {
            random,
            legacy_session_id,
            share,
            suite,
            taken,
            ticket_modes,
            mut transcript,
            ccs_sent,
            early_data,
            accepted,
        } = *offer;
        let mut randoms = Randoms {
            client: random,
            server: [0; 32],
        };
        rand::fill(&mut randoms.server).map_err(|_| Error::NoRandom)?;
        let (own_share, secret) = match &share {
            Some((group, share)) => {
                let key_exchange = suites::group(*group).ok_or(Error::Internal)?;
                let responder = Responder::generate(key_exchange).map_err(|_| Error::NoRandom)?;
                // RFC 8446 sections 4.2.8.2 and 7.4.2: a public value that is no valid point, or an all-zero result, is
                // "illegal_parameter". draft-ietf-tls-ecdhe-mlkem section 4.1 says so of each part of a hybrid, of its length,
                // and of an encapsulation key that fails the check of FIPS 203.
                let (own, secret) = responder.respond(share).map_err(|_| Error::IllegalParameter)?;
                (Some((*group, own)), Some(secret))
            }
            None => (None, None),
        };
        let hello = ServerHello {
            legacy_version: ProtocolVersion::TLS1_2,
            random: randoms.server,
            legacy_session_id_echo: &legacy_session_id,
            cipher_suite: suite.id,
            extensions: ServerHelloExtensions {
                selected_version: Some(ProtocolVersion::TLS1_3),
                key_share: own_share.as_ref().map(|(group, own)| KeyShareEntry {
                    group: *group,
                    key_exchange: own,
                }),
                selected_identity: taken.as_ref().map(|taken| taken.index),
                ..ServerHelloExtensions::default()
            },
        };
        cx.writer.write_message(&mut transcript, |out| hello.write(out))?;
        let secret = secret.as_ref().map(|secret| secret.as_bytes());
        let max_early_data = max_early_data(cx.config, taken.as_ref());
        let early = taken.map_or_else(|| Early::new(suite, None), |taken| taken.early);
        let keys = early.handshake(secret, transcript.current().as_ref())?;
        cx.export_secret(SecretKind::ClientHandshake, keys.traffic_secret(Side::Client), &randoms);
        cx.export_secret(SecretKind::ServerHandshake, keys.traffic_secret(Side::Server), &randoms);
        let is_accepted = accepted.is_some();
        match accepted {
            Some(Accepted { secret, max, .. }) => {
                cx.reader.change_secret(secret, &Message::NONE)?;
                cx.reader.accept_early_data(max);
            }
            None => {
                cx.reader
                    .change_secret(keys.traffic_secret(Side::Client).clone(), &Message::NONE)?;
                cx.negotiated.limits.limit_reader(cx.reader);
                // The client may send some before it knows.
                if early_data {
                    cx.reader.skip_early_data(max_early_data);
                }
            }
        }
        cx.reader.allow_plaintext_alert();
        cx.writer.change_secret(keys.traffic_secret(Side::Server).clone())?;
        let shared = Box::new(Shared {
            transcript,
            keys,
            randoms,
            early_data: is_accepted,
            ticket_modes,
        });
        let compatible = !legacy_session_id.is_empty() && !ccs_sent;
        cx.negotiated.legacy_session_id = legacy_session_id;
        Ok(Next::Consume(Box::new(WriteCcsAfterServerHello {
            shared,
            plan,
            compatible,
        })))
    }
}

/// Writes the dummy change_cipher_spec of middlebox compatibility after ServerHello.
pub struct WriteCcsAfterServerHello {
    shared: Box<Shared>,
    plan: Plan,
    /// RFC 8446 appendix D.4: "if the client sends a non-empty session ID, the server MUST send the change_cipher_spec".
    compatible: bool,
}

impl State for WriteCcsAfterServerHello {
    fn id(&self) -> StateId {
        StateId::SERVER_CCS_AFTER_SERVER_HELLO
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self {
            shared,
            plan,
            compatible,
        } = *self;
        if compatible {
            cx.writer.write_change_cipher_spec()?;
        }
        Ok(Next::Consume(Box::new(WriteEncryptedExtensions { shared, plan })))
    }
}

//! Our flight under the handshake keys: EncryptedExtensions to Finished.

use super::super::{Context, Next, State, finished, inbox::Message, proof::ClientSettled, state_id::StateId};
use super::{Authentication, Last, Plan, Shared, certificates::Asked, early::ReadEndOfEarlyData, finish::ReadFinished};
use crate::tls::{
    config::Side,
    error::Error,
    session::PskKind,
    want::SecretKind,
    wire::{
        encrypted_extensions::EncryptedExtensions, extensions::application_layer_protocol_negotiation::ProtocolName,
    },
};

/// Writes EncryptedExtensions.
pub struct WriteEncryptedExtensions {
    pub(super) shared: Box<Shared>,
    pub(super) plan: Plan,
}

impl State for WriteEncryptedExtensions {
    fn id(&self) -> StateId {
        StateId::ENCRYPTED_EXTENSIONS
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { mut shared, plan } = *self;
        let limits = cx.negotiated.limits;
        // RFC 8449 section 4: "An endpoint MUST NOT generate a protected record with plaintext that is larger than the
        // RecordSizeLimit value it receives from its peer", so that the flight keeps to it too.
        limits.limit_writer(cx.writer)?;
        let types = match &plan.authentication {
            Authentication::Certificate(certificate) => certificate.types(),
            Authentication::Psk(_) => plan.resumed,
        };
        let extensions = EncryptedExtensions {
            max_fragment_length: limits.max_fragment_length(),
            record_size_limit: limits.record_size_limit(),
            // RFC 6066 section 3: a server that used the name "SHALL include an extension of type "server_name"". What the
            // application made of it is not known here; that it was looked at is. "When resuming a session, the server MUST NOT
            // include a server_name extension in the server hello", whose place this is now.
            server_name: cx.negotiated.server_name.is_some() && cx.negotiated.psk != Some(PskKind::Resumption),
            protocol_name: cx.negotiated.alpn_protocol.as_deref().map(ProtocolName),
            client_certificate_type: types.client,
            server_certificate_type: types.server,
            early_data: shared.early_data,
            ..EncryptedExtensions::default()
        };
        cx.writer
            .write_message(&mut shared.transcript, |out| extensions.write(out))?;
        let Plan {
            authentication,
            credentials,
            ..
        } = plan;
        // RFC 8446 section 2.2: "As the server is authenticating via a PSK, it does not send a Certificate or a CertificateVerify
        // message." Section 4.3.2: "Servers which are authenticating with a PSK MUST NOT send the CertificateRequest message in
        // the main handshake".
        Ok(Next::Consume(match authentication {
            Authentication::Certificate(certificate) => certificate.show(shared, credentials),
            Authentication::Psk(peer) => Box::new(WriteFinished {
                shared,
                client: Client::Settled(ClientSettled::HoldsKey(peer)),
            }),
        }))
    }
}

/// What is still to be heard of the client, or is settled.
pub(super) enum Client {
    /// It was asked for a certificate.
    #[cfg_attr(not(feature = "tls13-ephemeral"), expect(dead_code, reason = "there is none"))]
    Asked(Asked),
    Settled(ClientSettled),
}

/// Writes our Finished; what is sent after it is application data.
pub struct WriteFinished {
    pub(super) shared: Box<Shared>,
    pub(super) client: Client,
}

impl State for WriteFinished {
    fn id(&self) -> StateId {
        StateId::SERVER_FINISHED
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { shared, client } = *self;
        let Shared {
            mut transcript,
            keys,
            randoms,
            early_data,
            ticket_modes,
        } = *shared;
        let (own_key, finished_key) = (keys.finished_key(Side::Server)?, keys.finished_key(Side::Client)?);
        let hash = transcript.current();
        let write = |out: &mut Vec<u8>| finished::write(&own_key, hash.as_ref(), out);
        cx.writer.write_message(&mut transcript, write)?;
        let early = early_data.then(|| keys.traffic_secret(Side::Client).clone());
        let traffic = keys.traffic(transcript.current().as_ref())?;
        cx.export_secret(
            SecretKind::ClientApplication,
            traffic.traffic_secret(Side::Client),
            &randoms,
        );
        cx.export_secret(
            SecretKind::ServerApplication,
            traffic.traffic_secret(Side::Server),
            &randoms,
        );
        cx.export_exporter(SecretKind::Exporter, traffic.exporter(), &randoms);
        cx.writer.change_secret(traffic.traffic_secret(Side::Server).clone())?;
        let last = Box::new(Last {
            transcript,
            finished_key,
            traffic,
            ticket_modes,
        });
        Ok(Next::Consume(match (client, early) {
            (Client::Asked(asked), None) => asked.listen(last),
            (Client::Settled(client), None) => Box::new(ReadFinished { last, client }),
            (Client::Settled(client), Some(secret)) => Box::new(ReadEndOfEarlyData { last, client, secret }),
            // Early data rests on a pre-shared key, and then nobody is asked.
            (Client::Asked(_), Some(_)) => return Err(Error::Internal),
        }))
    }
}

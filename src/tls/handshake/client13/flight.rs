//! The server's flight under the handshake keys: EncryptedExtensions to Finished.

use super::super::{
    Context, Next, State, Wants,
    certificate::{self, SettledTypes},
    finished,
    inbox::Message,
    limits,
    proof::PeerAuthenticated,
    state_id::StateId,
};
use super::{
    Last, Shared,
    certificates::{self, OwnCertificate},
    early::{self, WriteEndOfEarlyData},
    finish::WriteCcsAfterFinished,
};
use crate::tls::{
    config::Side,
    early_data::EarlyData,
    error::Error,
    want::SecretKind,
    wire::{codes::HandshakeType, encrypted_extensions::EncryptedExtensions},
};

/// Awaits EncryptedExtensions.
pub struct ReadEncryptedExtensions(pub(super) Box<Shared>);

impl State for ReadEncryptedExtensions {
    fn id(&self) -> StateId {
        StateId::ENCRYPTED_EXTENSIONS
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let mut shared = self.0;
        message.expect(HandshakeType::ENCRYPTED_EXTENSIONS)?;
        let extensions = EncryptedExtensions::read(message.body, shared.offered)?;
        limits::accept(cx, &extensions)?;
        if let Some(protocol) = extensions.protocol_name {
            // A protocol that was not offered fits nothing that was negotiated (RFC 7301 section 3.1: the server answers
            // with one "selected from the list").
            if !cx.config.alpn_protocols.iter().any(|offered| offered == protocol.0) {
                return Err(Error::IllegalParameter);
            }
            cx.negotiated.alpn_protocol = Some(protocol.0.into());
        }
        let types = SettledTypes {
            server: extensions.server_certificate_type,
            client: extensions.client_certificate_type,
        };
        certificate::read_types(cx, types)?;
        early::read_verdict(cx, &extensions, &shared)?;
        shared.transcript.add(message.bytes);
        // RFC 8446 section 2.2: "As the server is authenticating via a PSK, it does not send a Certificate or a CertificateVerify
        // message." Nor does it ask for ours (section 4.3.2): whatever comes but Finished is unexpected.
        Ok(Next::Consume(match shared.peer.take() {
            Some(peer) => Box::new(ReadFinished {
                shared,
                own: OwnCertificate::NotRequested,
                peer,
            }),
            None => certificates::authenticate_server(shared)?,
        }))
    }
}

/// Awaits the server's Finished, once it is known who the server is.
pub struct ReadFinished {
    pub(super) shared: Box<Shared>,
    pub(super) own: OwnCertificate,
    pub(super) peer: PeerAuthenticated,
}

impl State for ReadFinished {
    fn id(&self) -> StateId {
        StateId::SERVER_FINISHED
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self { shared, own, peer } = *self;
        let Shared {
            mut transcript,
            keys,
            randoms,
            ccs_sent,
            ..
        } = *shared;
        let hash = transcript.current();
        let server_finished = finished::check(&message, &keys.finished_key(Side::Server)?, hash.as_ref())?;
        transcript.add(message.bytes);
        let finished_key = keys.finished_key(Side::Client)?;
        let secret = keys.traffic_secret(Side::Client).clone();
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
        cx.reader
            .change_secret(traffic.traffic_secret(Side::Server).clone(), &message)?;
        cx.reader.allow_change_cipher_spec(false);
        let last = Last {
            transcript,
            finished_key,
            traffic,
            ccs_sent,
            peer,
            server_finished,
        };
        let last = Box::new(last);
        if cx.negotiated.early_data != EarlyData::Accepted {
            return Ok(Next::Consume(Box::new(WriteCcsAfterFinished { last, own })));
        }
        cx.writer.end_early_data();
        cx.negotiated.early_data = EarlyData::Ended;
        Ok(Next::Consume(Box::new(WriteEndOfEarlyData { last, own, secret })))
    }
}

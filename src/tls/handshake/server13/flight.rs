//! Our flight under the handshake keys: EncryptedExtensions to Finished.

use super::super::{
    Context, Next, State, authenticate,
    authenticate::{Signed, Signer},
    certificate,
    inbox::Message,
    proof::ClientSettled,
    state_id::StateId,
};
use super::{
    Last, Plan, Shared,
    finish::{ReadCertificate, ReadFinished},
};
use crate::tls::{
    config::Side,
    error::Error,
    want::{Answer, SecretKind},
    wire::{
        encrypted_extensions::EncryptedExtensions,
        extensions::{ExtensionSet, application_layer_protocol_negotiation::ProtocolName},
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
        let extensions = EncryptedExtensions {
            max_fragment_length: limits.max_fragment_length(),
            record_size_limit: limits.record_size_limit(),
            // RFC 6066 section 3: a server that used the name "SHALL include an extension of type "server_name"". What the
            // application made of it is not known here; that it was looked at is.
            server_name: plan.names_server,
            protocol_name: cx.negotiated.alpn_protocol.as_deref().map(ProtocolName),
            client_certificate_type: plan.types.client,
            server_certificate_type: plan.types.server,
            ..EncryptedExtensions::default()
        };
        cx.writer
            .write_message(&mut shared.transcript, |out| extensions.write(out))?;
        Ok(Next::Consume(Box::new(WriteCertificateRequest { shared, plan })))
    }
}

/// Writes a CertificateRequest, if the application wants one.
pub struct WriteCertificateRequest {
    shared: Box<Shared>,
    plan: Plan,
}

impl State for WriteCertificateRequest {
    fn id(&self) -> StateId {
        StateId::CERTIFICATE_REQUEST
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { mut shared, plan } = *self;
        let mut requested = None;
        if plan.credentials.request_client_certificate {
            requested = Some(cx.writer.write_message(&mut shared.transcript, |out| {
                certificate::write_request(cx.config, &[], &plan.credentials.authorities, out)
            })?);
        }
        Ok(Next::Consume(Box::new(WriteCertificate {
            shared,
            signer: plan.signer,
            requested,
        })))
    }
}

/// Writes our Certificate.
pub struct WriteCertificate {
    shared: Box<Shared>,
    signer: Signer,
    /// The extensions of our CertificateRequest, if we sent one.
    requested: Option<ExtensionSet>,
}

impl State for WriteCertificate {
    fn id(&self) -> StateId {
        StateId::SERVER_CERTIFICATE
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self {
            mut shared,
            signer,
            requested,
        } = *self;
        cx.writer.write_message(&mut shared.transcript, |out| {
            certificate::write(cx.config, &[], Some(&signer), out)
        })?;
        Ok(Next::Consume(Box::new(WriteCertificateVerify {
            shared,
            signer,
            requested,
        })))
    }
}

/// Writes our CertificateVerify.
pub struct WriteCertificateVerify {
    shared: Box<Shared>,
    signer: Signer,
    requested: Option<ExtensionSet>,
}

impl WriteCertificateVerify {
    fn write(self, cx: &mut Context<'_>, signature: &[u8]) -> Result<Next, Error> {
        let Self {
            mut shared,
            signer,
            requested,
        } = self;
        cx.writer.write_message(&mut shared.transcript, |out| {
            signer.write_certificate_verify(signature, out)
        })?;
        Ok(Next::Consume(Box::new(WriteFinished { shared, requested })))
    }
}

impl State for WriteCertificateVerify {
    fn id(&self) -> StateId {
        StateId::CERTIFICATE_VERIFY
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        match self
            .signer
            .sign(Side::Server, self.shared.transcript.current().as_ref())?
        {
            Signed::Here(signature) => self.write(cx, &signature),
            Signed::Elsewhere(ask) => Ok(Next::Ask(self, ask)),
        }
    }

    fn answered(self: Box<Self>, cx: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Answer::Signature(signature) = answer else {
            return Err(Error::BadInput);
        };
        self.write(cx, &signature)
    }
}

/// Writes our Finished; what is sent after it is application data.
pub struct WriteFinished {
    shared: Box<Shared>,
    requested: Option<ExtensionSet>,
}

impl State for WriteFinished {
    fn id(&self) -> StateId {
        StateId::SERVER_FINISHED
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { shared, requested } = *self;
        let Shared {
            mut transcript,
            keys,
            randoms,
        } = *shared;
        let (own_key, finished_key) = (keys.finished_key(Side::Server)?, keys.finished_key(Side::Client)?);
        let hash = transcript.current();
        let write = |out: &mut Vec<u8>| authenticate::write_finished(&own_key, hash.as_ref(), out);
        cx.writer.write_message(&mut transcript, write)?;
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
        });
        Ok(Next::Consume(match requested {
            Some(requested) => Box::new(ReadCertificate { last, requested }),
            None => Box::new(ReadFinished {
                last,
                client: ClientSettled::NotAsked,
            }),
        }))
    }
}

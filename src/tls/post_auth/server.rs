//! The server: asks, and checks what comes.

use std::sync::{Arc, mpsc};

use super::{Handover, Progress, Step};
use crate::crypto::rand;
use crate::tls::{
    config::{Config, PeerKey, Side},
    error::Error,
    handshake::{
        authenticate13,
        certificate::Presented,
        certificate13, finished,
        inbox::Message,
        proof::{AnonymousAccepted, ClientSettled},
        transcript::Transcript,
    },
    keys::schedule13::TrafficSecret,
    want::{Answer, Ask},
    wire::{
        codes::{CertificateType, HandshakeType},
        extensions::ExtensionSet,
    },
};

/// Length of the contexts we make, in bytes. RFC 8446 section 4.3.2: "the server SHOULD choose context such that it is
/// unpredictable to the client (e.g., by randomly generating it)".
const CONTEXT_LEN: usize = 32;

/// What the writer of a server has.
pub struct Asking {
    config: Arc<Config>,
    /// ClientHello to the client's Finished.
    base: Transcript,
    handover: Handover,
}

/// A request that was sent: what its answer is held against.
pub struct Asked {
    context: [u8; CONTEXT_LEN],
    /// Up to the request.
    transcript: Transcript,
    /// The extensions of the request.
    offered: ExtensionSet,
}

impl Asking {
    /// Nothing was asked yet.
    pub fn new(config: Arc<Config>, base: Transcript, handover: Handover) -> Self {
        Self { config, base, handover }
    }

    /// A CertificateRequest. The reader knows of it before it can be answered.
    pub fn request(&self, authorities: &[Vec<u8>]) -> Result<Vec<u8>, Error> {
        let mut context = [0; CONTEXT_LEN];
        rand::fill(&mut context).map_err(|_| Error::NoRandom)?;
        let mut message = Vec::new();
        let offered = certificate13::write_request(&self.config, &context, authorities, &mut message)?;
        let mut transcript = self.base.clone();
        transcript.add(&message);
        let asked = Asked {
            context,
            transcript,
            offered,
        };
        // The reader is as long there as the writer.
        self.handover.send(asked).map_err(|_| Error::Internal)?;
        Ok(message)
    }
}

/// What the reader of a server has.
pub struct Checking {
    config: Arc<Config>,
    peer_type: Option<CertificateType>,
    awaited: mpsc::Receiver<Asked>,
    stage: Stage,
    /// What the last one came to.
    settled: Option<ClientSettled>,
}

/// Where it is.
enum Stage {
    Idle,
    /// The application is asked what it makes of the client's chain.
    Verify {
        transcript: Transcript,
        presented: Presented,
    },
    /// CertificateVerify has to come.
    CertificateVerify {
        transcript: Transcript,
        key: PeerKey,
    },
    /// Finished has to come.
    Finished {
        transcript: Transcript,
        client: ClientSettled,
    },
}

impl Checking {
    /// Nothing was asked yet.
    pub fn new(config: Arc<Config>, peer_type: Option<CertificateType>, awaited: mpsc::Receiver<Asked>) -> Self {
        Self {
            config,
            peer_type,
            awaited,
            stage: Stage::Idle,
            settled: None,
        }
    }

    /// See [`super::Incoming::takes`].
    pub fn takes(&self, msg_type: HandshakeType) -> bool {
        self.is_half_through()
            || matches!(
                msg_type,
                HandshakeType::CERTIFICATE | HandshakeType::COMPRESSED_CERTIFICATE
            )
    }

    /// A Certificate has come, and its Finished has not.
    pub fn is_half_through(&self) -> bool {
        !matches!(self.stage, Stage::Idle)
    }

    /// Reads the next message of an answer, which came under `secret`.
    pub fn read(&mut self, message: &Message<'_>, secret: &TrafficSecret) -> Result<Step, Error> {
        match core::mem::replace(&mut self.stage, Stage::Idle) {
            Stage::Idle => self.read_certificate(message),
            Stage::Verify { .. } => Err(Error::Internal),
            Stage::CertificateVerify { mut transcript, key } => {
                let hash = transcript.current();
                let offered = &self.config.signature_schemes;
                let peer =
                    authenticate13::check_certificate_verify(message, Side::Client, &key, offered, hash.as_ref())?;
                transcript.add(message.bytes);
                let client = ClientSettled::Authenticated(peer);
                self.stage = Stage::Finished { transcript, client };
                Ok(Step::Done)
            }
            Stage::Finished { transcript, client } => {
                let hash = transcript.current();
                finished::check(message, &secret.finished_key()?, hash.as_ref())?;
                self.settled = Some(client);
                Ok(Step::Settled)
            }
        }
    }

    fn read_certificate(&mut self, message: &Message<'_>) -> Result<Step, Error> {
        // Unasked: there is no such message to come.
        let Ok(asked) = self.awaited.try_recv() else {
            return Err(Error::UnexpectedMessage);
        };
        let Asked {
            context,
            mut transcript,
            offered,
        } = asked;
        let presented = certificate13::read_as(&self.config.certificates, self.peer_type, message, offered, &context)?;
        transcript.add(message.bytes);
        self.stage = Stage::Verify { transcript, presented };
        Ok(Step::Ask(Ask::VerifyPeer))
    }

    /// The question that is open.
    pub fn question(&self) -> Option<Ask> {
        matches!(self.stage, Stage::Verify { .. }).then_some(Ask::VerifyPeer)
    }

    /// Goes on with the answer to it.
    pub fn answered(&mut self, answer: Answer) -> Result<Step, Error> {
        let Stage::Verify { transcript, presented } = core::mem::replace(&mut self.stage, Stage::Idle) else {
            return Err(Error::BadInput);
        };
        self.stage = match answer {
            Answer::Peer(Some(key)) if !presented.chain.is_empty() => Stage::CertificateVerify { transcript, key },
            Answer::Peer(None) if presented.chain.is_empty() => Stage::Finished {
                transcript,
                client: ClientSettled::Anonymous(AnonymousAccepted::assertion()),
            },
            _ => return Err(Error::BadInput),
        };
        Ok(Step::Done)
    }

    /// What the client has presented, while the question is about it.
    pub fn presented(&self) -> Option<&Presented> {
        match &self.stage {
            Stage::Verify { presented, .. } => Some(presented),
            _ => None,
        }
    }

    /// What was agreed on as the client's certificate, if something was.
    pub fn peer_type(&self) -> Option<CertificateType> {
        self.peer_type
    }

    /// What the last authentication came to.
    pub fn progress(&self) -> Progress {
        match &self.settled {
            None | Some(ClientSettled::NotAsked | ClientSettled::HoldsKey(_)) => Progress::None,
            Some(ClientSettled::Anonymous(_)) => Progress::Anonymous,
            Some(ClientSettled::Authenticated(_)) => Progress::Authenticated,
        }
    }
}

//! The client: answers CertificateRequests.

use std::sync::{Arc, mpsc};

use super::{Progress, Step};
use crate::crypto::hash::{Digest, HashAlgorithm};
use crate::tls::{
    config::{Config, Side},
    connection::CertificateRequestFacts,
    error::Error,
    handshake::{
        authenticate::{Signed, Signer},
        certificate::Wanted,
        certificate13, choose, finished,
        inbox::Message,
        transcript::Transcript,
    },
    keys::schedule13::TrafficSecret,
    want::{Answer, Ask},
    wire::{
        certificate_request::CertificateRequest,
        codes::{CertificateType, SignatureScheme},
    },
};

/// How many replies may wait to be sent. A server that asks again and again and takes nothing must not make us sign and hold
/// without end.
const MAX_WAITING: usize = 4;

/// How many requests are remembered, so that none of them is answered twice.
const MAX_REMEMBERED: usize = 8;

/// What the reader of a client has.
pub struct Answering {
    config: Arc<Config>,
    own_type: Option<CertificateType>,
    /// ClientHello to the client's Finished.
    base: Transcript,
    replies: mpsc::Sender<Reply>,
    /// Of the latest contexts, as hashes: they may be long.
    seen: Vec<Digest>,
    stage: Stage,
    progress: Progress,
    /// One for each reply that the writer has not sealed.
    waiting: Arc<()>,
}

/// Where it is.
enum Stage {
    Idle,
    /// The application is asked which certificates answer the request.
    Select(Box<Request>),
    /// The application signs.
    Sign(Box<Signing>),
}

/// A CertificateRequest.
struct Request {
    context: Vec<u8>,
    /// Up to the request.
    transcript: Transcript,
    wanted: Wanted,
    signature_schemes: Vec<SignatureScheme>,
    certificate_signature_schemes: Vec<SignatureScheme>,
    authorities: Vec<Vec<u8>>,
}

/// A reply that lacks its signature.
struct Signing {
    signer: Signer,
    reply: Reply,
    question: Ask,
}

/// What the writer is to send: Certificate and, if there is one, CertificateVerify. Finished is the writer's to add.
pub struct Reply {
    messages: Vec<u8>,
    /// Up to these messages.
    transcript: Transcript,
    _waiting: Arc<()>,
}

impl Reply {
    /// Adds the message that `write` appends.
    fn add(&mut self, write: impl FnOnce(&mut Vec<u8>) -> Result<(), Error>) -> Result<(), Error> {
        let start = self.messages.len();
        write(&mut self.messages)?;
        self.transcript.add(self.messages.get(start..).unwrap_or(&[]));
        Ok(())
    }

    /// All messages, to be sent under `secret`.
    pub fn finish(mut self, secret: &TrafficSecret) -> Result<Vec<u8>, Error> {
        let hash = self.transcript.current();
        finished::write(&secret.finished_key()?, hash.as_ref(), &mut self.messages)?;
        Ok(self.messages)
    }
}

impl Answering {
    /// Nothing was asked yet.
    pub fn new(
        config: Arc<Config>,
        own_type: Option<CertificateType>,
        base: Transcript,
        replies: mpsc::Sender<Reply>,
    ) -> Self {
        Self {
            config,
            own_type,
            base,
            replies,
            seen: Vec::new(),
            stage: Stage::Idle,
            progress: Progress::None,
            waiting: Arc::new(()),
        }
    }

    /// Reads a CertificateRequest.
    pub fn read(&mut self, message: &Message<'_>) -> Result<Step, Error> {
        if !matches!(self.stage, Stage::Idle) {
            return Err(Error::Internal);
        }
        let request = CertificateRequest::read(message.body)?;
        self.remember(request.certificate_request_context)?;
        if Arc::strong_count(&self.waiting) > MAX_WAITING {
            return Err(Error::TooMuch);
        }
        // RFC 8446 section 4.3.2: "The "signature_algorithms" extension MUST be specified"; section 9.2 names the alert.
        let schemes = request.signature_algorithms.ok_or(Error::MissingExtension)?;
        let mut transcript = self.base.clone();
        transcript.add(message.bytes);
        self.stage = Stage::Select(Box::new(Request {
            context: request.certificate_request_context.to_vec(),
            transcript,
            wanted: Wanted::by_request(&self.config, self.own_type, &request),
            signature_schemes: schemes.iter().collect(),
            certificate_signature_schemes: request.signature_algorithms_cert.unwrap_or_default().iter().collect(),
            authorities: request
                .certificate_authorities
                .unwrap_or_default()
                .iter()
                .map(|name| name.0.to_vec())
                .collect(),
        }));
        self.progress = Progress::Pending;
        Ok(Step::Ask(Ask::SelectCertificate))
    }

    /// RFC 8446 section 4.3.2: "The certificate_request_context MUST be unique within the scope of this connection (thus
    /// preventing replay of client CertificateVerify messages)."
    fn remember(&mut self, context: &[u8]) -> Result<(), Error> {
        let context = HashAlgorithm::Sha256.hash(context);
        if self.seen.iter().any(|seen| seen.as_ref() == context.as_ref()) {
            return Err(Error::IllegalParameter);
        }
        if self.seen.len() >= MAX_REMEMBERED {
            self.seen.remove(0);
        }
        self.seen.push(context);
        Ok(())
    }

    /// The question that is open.
    pub fn question(&self) -> Option<Ask> {
        match &self.stage {
            Stage::Idle => None,
            Stage::Select(_) => Some(Ask::SelectCertificate),
            Stage::Sign(signing) => Some(signing.question.clone()),
        }
    }

    /// Goes on with the answer to it.
    pub fn answered(&mut self, answer: Answer) -> Result<Step, Error> {
        match (core::mem::replace(&mut self.stage, Stage::Idle), answer) {
            (Stage::Select(request), Answer::Credentials(credentials)) => {
                let signer = choose::choose_signer(
                    &self.config,
                    &credentials.candidates,
                    &request.signature_schemes,
                    &request.wanted,
                );
                self.write(*request, signer)
            }
            (Stage::Sign(signing), Answer::Signature(signature)) => {
                let Signing { signer, reply, .. } = *signing;
                self.send(reply, Some((&signer, &signature)))
            }
            _ => Err(Error::BadInput),
        }
    }

    /// Writes our Certificate, and signs if it is not empty.
    fn write(&mut self, request: Request, signer: Option<Signer>) -> Result<Step, Error> {
        let mut reply = Reply {
            messages: Vec::new(),
            transcript: request.transcript,
            _waiting: Arc::clone(&self.waiting),
        };
        reply.add(|out| certificate13::write(&self.config, &request.context, signer.as_ref(), out))?;
        // RFC 8446 section 4.6.2: "If it declines, it MUST send a Certificate message containing no certificates followed by
        // Finished."
        let Some(signer) = signer else {
            return self.send(reply, None);
        };
        match signer.sign(Side::Client, reply.transcript.current().as_ref())? {
            Signed::Here(signature) => self.send(reply, Some((&signer, &signature))),
            Signed::Elsewhere(question) => {
                self.stage = Stage::Sign(Box::new(Signing {
                    signer,
                    reply,
                    question: question.clone(),
                }));
                Ok(Step::Ask(question))
            }
        }
    }

    /// Hands the reply to the writer.
    fn send(&mut self, mut reply: Reply, signed: Option<(&Signer, &[u8])>) -> Result<Step, Error> {
        self.progress = if signed.is_some() {
            Progress::Authenticated
        } else {
            Progress::Anonymous
        };
        if let Some((signer, signature)) = signed {
            reply.add(|out| signer.write_certificate_verify(signature, out))?;
        }
        // The writer is as long there as the reader.
        self.replies.send(reply).map_err(|_| Error::Internal)?;
        Ok(Step::Settled)
    }

    /// The CertificateRequest while the question is about it.
    pub fn certificate_request(&self) -> Option<CertificateRequestFacts<'_>> {
        let Stage::Select(request) = &self.stage else {
            return None;
        };
        Some(CertificateRequestFacts {
            signature_schemes: &request.signature_schemes,
            certificate_signature_schemes: &request.certificate_signature_schemes,
            authorities: &request.authorities,
        })
    }

    /// How far it has got.
    pub fn progress(&self) -> Progress {
        self.progress
    }
}

//! The transcript hash (RFC 8446 section 4.4.1; in TLS 1.2 what Finished is computed over, RFC 5246 section 7.4.9).

use crate::crypto::hash::{Digest, HashAlgorithm, Hasher};
use crate::tls::{error::Error, wire::handshake::write_message_hash};

/// The hash over all handshake messages so far. It starts once the suite, and with it the hash, is known; until then the
/// client keeps its ClientHello.
#[derive(Clone)]
pub struct Transcript {
    hasher: Hasher,
    /// TLS 1.2: all of it, while a CertificateVerify may come. Its hash is that of the signature scheme, not that of the suite.
    messages: Option<Vec<u8>>,
}

impl Transcript {
    /// Starts with the ClientHello.
    pub fn start(algorithm: HashAlgorithm, client_hello: &[u8]) -> Self {
        let mut hasher = algorithm.start();
        hasher.update(client_hello);
        Self { hasher, messages: None }
    }

    /// The same for TLS 1.2, where CertificateVerify signs the messages themselves (RFC 5246 section 7.4.8): keeps them until
    /// [`Transcript::forget_messages`]. They are bounded as each message is.
    pub fn start_keeping(algorithm: HashAlgorithm, client_hello: &[u8]) -> Self {
        let mut transcript = Self::start(algorithm, client_hello);
        transcript.messages = Some(client_hello.to_vec());
        transcript
    }

    /// Keeps them from now on, where nothing but this ClientHello was added yet.
    pub fn keep_from(&mut self, client_hello: &[u8]) {
        self.messages = Some(client_hello.to_vec());
    }

    /// Nobody will sign them.
    pub fn forget_messages(&mut self) {
        self.messages = None;
    }

    /// All messages so far, if they are kept.
    pub fn messages(&self) -> Option<&[u8]> {
        self.messages.as_deref()
    }

    /// Starts with what stands for the first ClientHello, its hash, when the server answered it with a HelloRetryRequest:
    ///
    /// ```text
    /// Transcript-Hash(ClientHello1, HelloRetryRequest, ... Mn) =
    ///     Hash(message_hash ||        /* Handshake type */
    ///          00 00 Hash.length  ||  /* Handshake message length (bytes) */
    ///          Hash(ClientHello1) ||  /* Hash of ClientHello1 */
    ///          HelloRetryRequest  || ... || Mn)
    /// ```
    pub fn start_retried(algorithm: HashAlgorithm, client_hello1: &[u8]) -> Result<Self, Error> {
        let mut message = Vec::new();
        write_message_hash(client_hello1, &mut message)?;
        Ok(Self::start(algorithm, &message))
    }

    /// Adds a whole message, header included.
    pub fn add(&mut self, message: &[u8]) {
        self.hasher.update(message);
        if let Some(messages) = &mut self.messages {
            messages.extend_from_slice(message);
        }
    }

    /// The hash of everything added so far.
    pub fn current(&self) -> Digest {
        self.hasher.fork()
    }
}

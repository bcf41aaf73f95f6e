//! The way between an end of TLS 1.3 and its peer, which exists only as bytes.
//!
//! The line learns the end's secrets, so it follows what both sides say, seals the peer's records and opens the end's. Records
//! in the input:
//!
//! - as on the wire: passed on as they are;
//! - with the type's highest bit set: the content of a record that is protected, if the peer protects its records by now;
//! - of type 255: the peer's Finished, with the right `verify_data`, whatever the handshake before it was;
//! - of type 254: the peer's CertificateVerify, with the right signature of the one key that both ends have;
//! - of type 253: a ClientHello whose binders are computed anew.

use crate::crypto::{
    hash::HashAlgorithm,
    hkdf::Secret,
    sign::{SignatureAlgorithm, SigningKey},
};
use crate::tls::{
    config::Side,
    early_data::EarlyData,
    fuzz::{End, SEED, TICKET, Wire},
    handshake::authenticate13::signed_content,
    keys::schedule13::{Early, TrafficSecret},
    record::{HEADER_LEN, buffer::Buffer, protect13::RecordKey},
    session::PskKind,
    suites::{self, Suite},
    want::SecretKind,
    wire::{
        certificate_verify::CertificateVerify,
        client_hello::ClientHello,
        codes::{CipherSuite, ContentType, HandshakeType, SignatureScheme},
        finished::Finished,
        handshake::{Header, write_message_hash},
        server_hello::HELLO_RETRY_REQUEST_RANDOM,
    },
};

/// Set in the type of a record that the line is to seal.
const SEAL: u8 = 0x80;
const FINISHED: u8 = 0xff;
const CERTIFICATE_VERIFY: u8 = 0xfe;
const CLIENT_HELLO: u8 = 0xfd;

/// The epochs of a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Epoch {
    Early,
    Handshake,
    Application,
}

/// One direction: its secrets, as far as they are known, and the key at hand.
#[derive(Default)]
struct Direction {
    early: Option<TrafficSecret>,
    handshake: Option<TrafficSecret>,
    application: Option<TrafficSecret>,
    key: Option<(Epoch, RecordKey)>,
    /// It has come so far.
    reached: Option<Epoch>,
}

impl Direction {
    /// The key of this epoch, if its secret is known.
    fn enter(&mut self, epoch: Epoch) {
        let secret = match epoch {
            Epoch::Early => &self.early,
            Epoch::Handshake => &self.handshake,
            Epoch::Application => &self.application,
        };
        if let Some(key) = secret.as_ref().and_then(|secret| secret.record_key().ok()) {
            self.key = Some((epoch, key));
        }
        self.reached = Some(epoch);
    }

    /// The key at hand: of the epoch that was reached, or of the first whose secret is known. `None` while none is.
    fn ready(&mut self) -> Option<&mut RecordKey> {
        let first = match (&self.early, &self.handshake) {
            (Some(_), _) => Some(Epoch::Early),
            (None, Some(_)) => Some(Epoch::Handshake),
            (None, None) => None,
        };
        let epoch = self.reached.or(first)?;
        if self.key.as_ref().is_none_or(|(of, _)| *of != epoch) {
            self.enter(epoch);
        }
        self.key.as_mut().map(|(_, key)| key)
    }

    /// What messages change: EndOfEarlyData and Finished end an epoch, KeyUpdate a key.
    fn follow(&mut self, kind: HandshakeType) {
        match kind {
            HandshakeType::END_OF_EARLY_DATA => self.enter(Epoch::Handshake),
            HandshakeType::FINISHED if self.reached != Some(Epoch::Application) => self.enter(Epoch::Application),
            HandshakeType::KEY_UPDATE if self.reached == Some(Epoch::Application) => {
                self.application = self.application.as_ref().and_then(|secret| secret.next().ok());
                self.enter(Epoch::Application);
            }
            _ => {}
        }
    }

    /// The content of a protected record. Early data that was refused goes over into the handshake by itself.
    fn open(&mut self, header: &[u8; HEADER_LEN], body: &[u8]) -> Option<(ContentType, Vec<u8>)> {
        const MAX: usize = 1 << 15;
        for _ in 0..2 {
            let mut content = body.to_vec();
            if let Ok((kind, len)) = self.ready()?.open(header, &mut content, MAX) {
                content.truncate(len);
                return Some((kind, content));
            }
            if self.key.as_ref().is_none_or(|(epoch, _)| *epoch != Epoch::Early) {
                return None;
            }
            self.enter(Epoch::Handshake);
        }
        None
    }
}

/// See the module.
pub(super) struct Line<'a> {
    input: &'a [u8],
    /// What of the input is on its way.
    ready: Vec<u8>,
    peer: Side,
    suite: Option<&'static Suite>,
    incoming: Direction,
    outgoing: Direction,
    /// The handshake, up to the client's Finished.
    messages: Vec<u8>,
    /// An authentication after it.
    after: Vec<u8>,
    /// The front of a message that the end is sending.
    partial: Vec<u8>,
    /// What the end has sent, as input for the other end.
    recorded: Vec<u8>,
    said: Said,
}

/// What was said that somebody has to answer for.
#[derive(Default)]
struct Said {
    /// So often the peer's Finished was right, over all messages up to it.
    finished: usize,
    /// And so often its CertificateVerify.
    signed: usize,
    /// Whether the end's Finished in the handshake is right; `None` before there is one.
    end_finished: Option<bool>,
    /// What the peer sent as early data, under its keys.
    early: Vec<u8>,
    /// Application data, under the keys that come with the end of the handshake, and later ones.
    data: Vec<u8>,
}

impl<'a> Line<'a> {
    /// Of the end `side`, whose peer sends `input`.
    pub(super) fn new(side: Side, input: &'a [u8]) -> Self {
        Self {
            input,
            ready: Vec::new(),
            peer: match side {
                Side::Client => Side::Server,
                Side::Server => Side::Client,
            },
            suite: None,
            incoming: Direction::default(),
            outgoing: Direction::default(),
            messages: Vec::new(),
            after: Vec::new(),
            partial: Vec::new(),
            recorded: Vec::new(),
            said: Said::default(),
        }
    }

    /// What the end has sent.
    #[cfg(test)]
    pub(super) fn recorded(&self) -> &[u8] {
        &self.recorded
    }

    /// Whether `end` took nothing from its peer but what was said through this line:
    ///
    /// - early data and application data are the front of what the line sealed as such; at the end of the handshake all of the
    ///   early data has been read, if any was taken;
    /// - it is through with a handshake only over a Finished of the peer that is right over the messages that the line has
    ///   followed, and its own Finished is right over them, too: both transcripts are the same. What secrets are made of beside
    ///   these only the end knows; the line learns them from it, and records that it opens and seals with them are opened and
    ///   sealed by the end;
    /// - a client has a pre-shared key, or was shown a certificate;
    /// - each certificate that was shown is followed by a CertificateVerify that is right, and by one more Finished where that
    ///   came after the handshake.
    pub(super) fn vouches_for(&self, end: &End) -> bool {
        let Said {
            finished,
            signed,
            end_finished,
            early,
            data,
        } = &self.said;
        let is_data_said = early.starts_with(&end.early_read) && data.starts_with(&end.received);
        if !end.is_over {
            return is_data_said && end.received.is_empty();
        }
        let is_whole =
            end.is_client() || end.connection.early_data() != EarlyData::Ended || end.early_read.len() == early.len();
        let is_named = !end.is_client() || end.connection.psk().is_some() || end.settled > 0;
        is_data_said
            && is_whole
            && is_named
            && *finished > end.authentications
            && *end_finished == Some(true)
            && *signed >= end.settled
    }

    fn hash(&self) -> HashAlgorithm {
        self.suite.map_or(HashAlgorithm::Sha256, |suite| suite.hash)
    }

    /// Makes the next record of the input ready.
    fn next_record(&mut self) {
        let Some((header, rest)) = self.input.split_first_chunk::<HEADER_LEN>() else {
            self.ready = core::mem::take(&mut self.input).to_vec();
            return;
        };
        let [kind, _, _, high, low] = *header;
        let len = usize::from(u16::from_be_bytes([high, low])).min(rest.len());
        let (body, rest) = rest.split_at(len);
        self.input = rest;
        match kind {
            FINISHED => {
                let message = self.finished(true);
                self.seal(ContentType::HANDSHAKE, &message);
            }
            CERTIFICATE_VERIFY => {
                let message = self.certificate_verify();
                self.seal(ContentType::HANDSHAKE, &message);
            }
            CLIENT_HELLO => {
                let message = self.bound(body);
                self.seal(ContentType::HANDSHAKE, &message);
            }
            kind if kind & SEAL != 0 => self.seal(ContentType(kind & !SEAL), body),
            kind => {
                self.ready = [header, body].concat();
                if ContentType(kind) == ContentType::HANDSHAKE {
                    self.follow(true, body);
                }
            }
        }
    }

    /// Makes a record with this content ready.
    fn seal(&mut self, kind: ContentType, content: &[u8]) {
        let mut out = Buffer::take();
        let sealed = self.incoming.ready().map(|key| key.seal(kind, content, 0, &mut out));
        self.ready = match sealed {
            Some(Ok(())) => {
                match self.incoming.key {
                    Some((Epoch::Early, _)) if kind == ContentType::APPLICATION_DATA => {
                        self.said.early.extend_from_slice(content);
                    }
                    Some((Epoch::Application, _)) if kind == ContentType::APPLICATION_DATA => {
                        self.said.data.extend_from_slice(content);
                    }
                    _ => {}
                }
                out.filled().to_vec()
            }
            // Nothing is protected yet, or it is longer than a record can be.
            _ => {
                let [high, low] = u16::try_from(content.len()).unwrap_or(u16::MAX).to_be_bytes();
                [&[kind.0, 3, 3, high, low], content].concat()
            }
        };
        if kind == ContentType::HANDSHAKE {
            self.follow(true, content);
        }
    }

    /// The transcript hash of what the peer is about to say something over.
    fn transcript_hash(&self) -> Vec<u8> {
        let messages = [&self.messages[..], &self.after].concat();
        self.hash().hash(&messages).as_ref().to_vec()
    }

    /// The Finished of the peer or the end, of the handshake or of an authentication after it.
    fn finished(&self, of_peer: bool) -> Vec<u8> {
        let direction = if of_peer { &self.incoming } else { &self.outgoing };
        let secret = match direction.reached {
            Some(Epoch::Application) => &direction.application,
            _ => &direction.handshake,
        };
        let mut out = Vec::new();
        if let Some(key) = secret.as_ref().and_then(|secret| secret.finished_key().ok()) {
            let verify_data = key.verify_data(&self.transcript_hash());
            let verify_data = verify_data.as_ref();
            // As long as a hash: it fits.
            let _ = Finished { verify_data }.write(&mut out);
        }
        out
    }

    fn certificate_verify(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let message = signed_content(self.peer, &self.transcript_hash());
        let signature = SigningKey::ed25519(&SEED).and_then(|key| key.sign(SignatureAlgorithm::Ed25519, &message));
        if let Ok(signature) = signature {
            let message = CertificateVerify {
                algorithm: SignatureScheme::ED25519,
                signature: &signature,
            };
            let _ = message.write(&mut out);
        }
        out
    }

    /// A ClientHello with the right binders, if it has any.
    fn bound(&self, message: &[u8]) -> Vec<u8> {
        let mut out = message.to_vec();
        let hello = message.get(Header::LEN..).map(ClientHello::read);
        let Some(Some(offered)) = hello.and_then(Result::ok).map(|hello| hello.extensions.pre_shared_key) else {
            return out;
        };
        let start = message.len().saturating_sub(offered.binders_length());
        let Some(truncated) = message.get(..start) else {
            return out;
        };
        // All keys that ends know are of this hash.
        let hash = HashAlgorithm::Sha256;
        let suite = suites::suite(CipherSuite::AES_128_GCM_SHA256);
        let transcript = hash.hash(&[&self.messages[..], truncated].concat());
        let mut at = start.saturating_add(2);
        for (identity, binder) in offered.identities.iter().zip(offered.binders.iter()) {
            let kind = if identity.identity == TICKET {
                PskKind::Resumption
            } else {
                PskKind::External
            };
            let key = suite.map(|suite| Early::new(suite, Some(&SEED)).binder_key(kind));
            at = at.saturating_add(1);
            let end = at.saturating_add(binder.0.len());
            if let (Some(Ok(key)), Some(place)) = (key, out.get_mut(at..end)) {
                let right = key.verify_data(transcript.as_ref());
                for (to, from) in place.iter_mut().zip(right.as_ref()) {
                    *to = *from;
                }
            }
            at = end;
        }
        out
    }

    /// Handshake messages of the peer, or of the end.
    fn follow(&mut self, of_peer: bool, content: &[u8]) {
        for message in messages(content) {
            self.judge(of_peer, message);
            let direction = if of_peer {
                &mut self.incoming
            } else {
                &mut self.outgoing
            };
            let kind = HandshakeType(message.first().copied().unwrap_or_default());
            let over = direction.reached == Some(Epoch::Application);
            direction.follow(kind);
            match kind {
                HandshakeType::CERTIFICATE_REQUEST if over => self.after = message.to_vec(),
                HandshakeType::CERTIFICATE
                | HandshakeType::COMPRESSED_CERTIFICATE
                | HandshakeType::CERTIFICATE_VERIFY
                    if over =>
                {
                    self.after.extend_from_slice(message);
                }
                _ if over => {}
                HandshakeType::SERVER_HELLO if message.get(6..38) == Some(&HELLO_RETRY_REQUEST_RANDOM) => {
                    self.retry(message);
                }
                _ => self.messages.extend_from_slice(message),
            }
        }
    }

    /// Takes down what is right of what is to be followed. The line's own is, by nature, and nobody else can make such.
    fn judge(&mut self, of_peer: bool, message: &[u8]) {
        match message.first().map(|kind| HandshakeType(*kind)) {
            Some(HandshakeType::FINISHED) if of_peer && message == self.finished(true) => {
                self.said.finished = self.said.finished.saturating_add(1);
            }
            Some(HandshakeType::CERTIFICATE_VERIFY) if of_peer && message == self.certificate_verify() => {
                self.said.signed = self.said.signed.saturating_add(1);
            }
            Some(HandshakeType::FINISHED) if !of_peer && self.said.end_finished.is_none() => {
                self.said.end_finished = Some(message == self.finished(false));
            }
            _ => {}
        }
    }

    /// The first ClientHello is but a hash from now on.
    fn retry(&mut self, request: &[u8]) {
        let id_len = usize::from(request.get(38).copied().unwrap_or_default());
        let at = id_len.saturating_add(39);
        if let Some([high, low]) = request.get(at..at.saturating_add(2)) {
            self.suite = suites::suite(CipherSuite(u16::from_be_bytes([*high, *low])));
        }
        let first = self.hash().hash(&self.messages);
        self.messages.clear();
        // A hash always fits.
        let _ = write_message_hash(first.as_ref(), &mut self.messages);
        self.messages.extend_from_slice(request);
    }

    /// Writes down a message of the end, as input for the other.
    fn record(&mut self, message: &[u8], protected: bool) {
        let [high, low] = u16::try_from(message.len()).unwrap_or(u16::MAX).to_be_bytes();
        let (kind, body) = match HandshakeType(message.first().copied().unwrap_or_default()) {
            HandshakeType::FINISHED if protected => (FINISHED, &[][..]),
            HandshakeType::CERTIFICATE_VERIFY if protected => (CERTIFICATE_VERIFY, &[][..]),
            HandshakeType::CLIENT_HELLO => (CLIENT_HELLO, message),
            _ if protected => (ContentType::HANDSHAKE.0 | SEAL, message),
            _ => (ContentType::HANDSHAKE.0, message),
        };
        let len = if body.is_empty() { [0, 0] } else { [high, low] };
        self.recorded.extend([kind, 3, 3]);
        self.recorded.extend(len);
        self.recorded.extend_from_slice(body);
    }
}

impl Wire for Line<'_> {
    fn receive(&mut self, space: &mut [u8]) -> usize {
        while self.ready.is_empty() && !self.input.is_empty() {
            self.next_record();
        }
        let count = space.len().min(self.ready.len());
        for (to, from) in space.iter_mut().zip(self.ready.drain(..count)) {
            *to = from;
        }
        count
    }

    fn send(&mut self, mut records: &[u8]) {
        while let Some((header, rest)) = records.split_first_chunk::<HEADER_LEN>() {
            let [kind, _, _, high, low] = *header;
            let len = usize::from(u16::from_be_bytes([high, low])).min(rest.len());
            let (body, rest) = rest.split_at(len);
            records = rest;
            let (kind, content, protected) = match ContentType(kind) {
                ContentType::APPLICATION_DATA => match self.outgoing.open(header, body) {
                    Some((kind, content)) => (kind, content, true),
                    None => continue,
                },
                kind => (kind, body.to_vec(), false),
            };
            if kind == ContentType::HANDSHAKE {
                // Messages may be spread over records.
                self.partial.extend_from_slice(&content);
                let gathered = core::mem::take(&mut self.partial);
                for message in messages(&gathered) {
                    match Header::read(message) {
                        Ok(Some(header)) if header.length.saturating_add(Header::LEN) == message.len() => {
                            self.record(message, protected);
                            self.follow(false, message);
                        }
                        _ => self.partial = message.to_vec(),
                    }
                }
                continue;
            }
            let [high, low] = u16::try_from(content.len()).unwrap_or(u16::MAX).to_be_bytes();
            let seal = if protected { SEAL } else { 0 };
            self.recorded.extend([kind.0 | seal, 3, 3, high, low]);
            self.recorded.extend_from_slice(&content);
        }
    }

    fn learn(&mut self, suite: Option<CipherSuite>, kind: SecretKind, secret: &Secret) {
        self.suite = suite.and_then(suites::suite).or(self.suite);
        // Early data comes before a suite is chosen: its keys are those of the ticket's.
        let Some(suite) = self.suite.or_else(|| suites::suite(CipherSuite::AES_128_GCM_SHA256)) else {
            return;
        };
        let (of_client, of_server) = match self.peer {
            Side::Client => (&mut self.incoming, &mut self.outgoing),
            Side::Server => (&mut self.outgoing, &mut self.incoming),
        };
        let secret = Some(TrafficSecret::new(suite, secret.clone()));
        match kind {
            SecretKind::ClientEarly => of_client.early = secret,
            SecretKind::ClientHandshake => of_client.handshake = secret,
            SecretKind::ServerHandshake => of_server.handshake = secret,
            SecretKind::ClientApplication => of_client.application = secret,
            SecretKind::ServerApplication => of_server.application = secret,
            SecretKind::Exporter | SecretKind::EarlyExporter | SecretKind::Master(_) => {}
        }
    }
}

/// The messages of a record; what is no whole message is one by itself.
fn messages(mut content: &[u8]) -> Vec<&[u8]> {
    let mut out = Vec::new();
    while !content.is_empty() {
        let len = match Header::read(content) {
            Ok(Some(header)) => header.length.saturating_add(Header::LEN),
            _ => content.len(),
        };
        let (message, rest) = content.split_at(len.min(content.len()));
        out.push(message);
        content = rest;
    }
    out
}

//! The way between an end and its peer, which exists only as bytes.
//!
//! The line follows what the end sends and gets: it knows the record keys of both directions and the messages of the handshake
//! at hand. So the input can say what a record of the peer's has in it, and the line seals it; a mutation of it is a record with
//! another content, not one with a wrong tag. Records in the input:
//!
//! - as on the wire: passed on as they are;
//! - with the type's highest bit set: the content of a record that is protected, if the peer protects its records by now;
//! - of type 255: the peer's Finished, with the right `verify_data`, whatever the handshake before it was.

use super::End;
use crate::crypto::{hash::HashAlgorithm, hkdf::Secret, verify::PublicKey};
use crate::tls::{
    config::Side,
    keys::{
        Randoms,
        prf12::{MasterSecret, RecordKeys},
    },
    record::{HEADER_LEN, buffer::Buffer, protect12::RecordKey12},
    suites, suites12,
    wire::{
        certificate_verify::CertificateVerify,
        codes::{CipherSuite, ContentType, HandshakeType, SignatureScheme},
        finished::Finished,
        handshake::Header,
        server_key_exchange::{Form, ServerKeyExchange},
    },
};

/// Set in the type of a record that the line is to seal.
const SEAL: u8 = 0x80;
/// The type that stands for a Finished.
const FINISHED: u8 = 0xff;
/// Whose length is `verify_data`'s: type, length, and twelve bytes.
const FINISHED_LEN: usize = 16;

/// One direction's key, and the next one.
#[derive(Default)]
struct Direction {
    key: Option<RecordKey12>,
    next: Option<RecordKey12>,
}

impl Direction {
    /// A change_cipher_spec.
    fn change(&mut self) {
        if let Some(next) = self.next.take() {
            self.key = Some(next);
        }
    }

    /// The content of a record; `None` if it cannot be opened.
    fn open(&mut self, header: &[u8; HEADER_LEN], body: &[u8]) -> Option<Vec<u8>> {
        let mut content = body.to_vec();
        if let Some(key) = &mut self.key {
            let len = key.open(header, &mut content).ok()?;
            content.truncate(len);
        }
        Some(content)
    }
}

/// See the module.
pub(super) struct Line<'a> {
    input: &'a [u8],
    /// What of the input is on its way.
    ready: Vec<u8>,
    peer: Side,
    incoming: Direction,
    outgoing: Direction,
    master: Option<MasterSecret>,
    /// The handshake at hand.
    messages: Vec<u8>,
    /// What the end has sent, as input for the other end.
    recorded: Vec<u8>,
    /// Whether the Finished of the peer and of the end are right in the handshake at hand; `None` before they are there.
    finished: [Option<bool>; 2],
    /// So many handshakes had two that are right.
    completed: usize,
    /// What the peer sent as application data, under a key.
    data: Vec<u8>,
}

/// Places in [`Line::finished`].
const OF_PEER: usize = 0;
/// See [`OF_PEER`].
const OF_END: usize = 1;

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
            incoming: Direction::default(),
            outgoing: Direction::default(),
            master: None,
            messages: Vec::new(),
            recorded: Vec::new(),
            finished: [None; 2],
            completed: 0,
            data: Vec::new(),
        }
    }

    /// What the end has sent.
    #[cfg(test)]
    pub(super) fn recorded(&self) -> &[u8] {
        &self.recorded
    }

    /// Whether `end` took nothing from its peer but what was said through this line:
    ///
    /// - each handshake that is over had two Finished, each under its new key, that are right over the messages that the line has
    ///   followed: both transcripts are the same. The master secret the line learns from the end; that it is the one in use is
    ///   seen by that the end opens and seals records with what the line makes of it;
    /// - each had its signatures ([`End::is_signed`]);
    /// - application data is the front of what was sealed as such, and none came before a handshake was over.
    pub(super) fn vouches_for(&self, end: &End) -> bool {
        end.handshakes <= self.completed
            && !end.unsigned
            && self.data.starts_with(&end.received)
            && (end.received.is_empty() || self.completed > 0)
    }

    /// Whether there is a ServerKeyExchange in the handshake at hand that this key has signed, over both randoms.
    pub(super) fn is_share_signed(&self, key: &PublicKey) -> bool {
        let form = Form {
            hint: false,
            share: true,
            signature: true,
        };
        // Behind the version.
        let random = |kind| self.message(kind).and_then(|(_, body)| body.get(2..34));
        let message = self.message(HandshakeType::SERVER_KEY_EXCHANGE);
        let message = message.and_then(|(_, body)| ServerKeyExchange::read(body, form).ok());
        let Some(ServerKeyExchange {
            params: Some(params),
            signature: Some((scheme, signature)),
            ..
        }) = message
        else {
            return false;
        };
        let randoms = random(HandshakeType::CLIENT_HELLO).zip(random(HandshakeType::SERVER_HELLO));
        match randoms.zip(params.to_bytes().ok()) {
            Some(((client, server), params)) => is_signed(key, scheme, &[client, server, &params].concat(), signature),
            None => false,
        }
    }

    /// Whether there is a CertificateVerify in the handshake at hand that this key has signed, over all messages before it.
    pub(super) fn are_messages_signed(&self, key: &PublicKey) -> bool {
        let Some((before, body)) = self.message(HandshakeType::CERTIFICATE_VERIFY) else {
            return false;
        };
        CertificateVerify::read(body).is_ok_and(|message| is_signed(key, message.algorithm, before, message.signature))
    }

    /// The first message of this kind in the handshake at hand: what comes before it, and its body.
    fn message(&self, kind: HandshakeType) -> Option<(&[u8], &[u8])> {
        let mut at = 0_usize;
        loop {
            let (before, message) = self.messages.split_at_checked(at)?;
            let header = Header::read(message).ok()??;
            let end = header.length.saturating_add(Header::LEN);
            let body = message.get(Header::LEN..end)?;
            if message.first() == Some(&kind.0) {
                return Some((before, body));
            }
            at = at.saturating_add(end);
        }
    }

    /// The end has a master secret; its keys count from the next change_cipher_spec on.
    pub(super) fn prepare(
        &mut self,
        suite: Option<CipherSuite>,
        (hash, secret): (HashAlgorithm, &Secret),
        client: [u8; 32],
        server: [u8; 32],
    ) {
        let suite = suite.and_then(suites12::suite12);
        let master = MasterSecret::resumed(hash, secret.as_bytes());
        let (Some(suite), Ok(master)) = (suite, master) else {
            return;
        };
        if let Ok(RecordKeys { client, server }) = master.record_keys(suite, &Randoms { client, server }) {
            let (incoming, outgoing) = match self.peer {
                Side::Client => (client, server),
                Side::Server => (server, client),
            };
            self.incoming.next = Some(*incoming);
            self.outgoing.next = Some(*outgoing);
            self.master = Some(master);
        }
    }

    /// Moves what the peer has sent into `space`: how much, 0 at its end.
    pub(super) fn receive(&mut self, space: &mut [u8]) -> usize {
        while self.ready.is_empty() && !self.input.is_empty() {
            self.next_record();
        }
        let count = space.len().min(self.ready.len());
        for (to, from) in space.iter_mut().zip(self.ready.drain(..count)) {
            *to = from;
        }
        count
    }

    /// Makes the next record of the input ready.
    fn next_record(&mut self) {
        let Some((header, rest)) = self.input.split_first_chunk::<HEADER_LEN>() else {
            self.ready = core::mem::take(&mut self.input).to_vec();
            return;
        };
        let [kind, _, _, high, low] = *header;
        if kind == FINISHED {
            self.input = rest;
            let content = self.finished_of(self.peer);
            self.seal(ContentType::HANDSHAKE, &content);
            return;
        }
        let len = usize::from(u16::from_be_bytes([high, low])).min(rest.len());
        let (body, rest) = rest.split_at(len);
        self.input = rest;
        if kind & SEAL != 0 {
            self.seal(ContentType(kind & !SEAL), body);
            return;
        }
        self.ready = [header, body].concat();
        if let Some(content) = self.incoming.open(header, body) {
            self.follow_incoming(ContentType(kind), &content);
        }
    }

    /// Makes a record with this content ready.
    fn seal(&mut self, kind: ContentType, content: &[u8]) {
        let mut out = Buffer::take();
        let sealed = self.incoming.key.as_mut().map(|key| key.seal(kind, content, &mut out));
        self.ready = match sealed {
            Some(Ok(())) => out.filled().to_vec(),
            // Nothing is protected yet, or it is longer than a record can be.
            _ => {
                let [high, low] = u16::try_from(content.len()).unwrap_or(u16::MAX).to_be_bytes();
                [&[kind.0, 3, 3, high, low], content].concat()
            }
        };
        self.follow_incoming(kind, content);
    }

    /// The Finished of the peer or the end.
    fn finished_of(&self, side: Side) -> Vec<u8> {
        let mut out = Vec::new();
        if let Some(master) = &self.master {
            let hash = master.hash().hash(&self.messages);
            let verify_data = master.verify_data(side, hash.as_ref());
            let message = Finished {
                verify_data: &verify_data,
            };
            // Twelve bytes always fit.
            let _ = message.write(&mut out);
        }
        out
    }

    fn follow_incoming(&mut self, kind: ContentType, content: &[u8]) {
        match kind {
            ContentType::CHANGE_CIPHER_SPEC => self.incoming.change(),
            ContentType::HANDSHAKE => {
                self.judge(OF_PEER, content);
                self.follow(content);
            }
            ContentType::APPLICATION_DATA if self.incoming.key.is_some() => self.data.extend_from_slice(content),
            _ => {}
        }
    }

    /// Takes down whether a Finished is right, and under the key that it has to come under. The line's own is, by nature, and nobody
    /// else can make one.
    fn judge(&mut self, place: usize, content: &[u8]) {
        if content.first() != Some(&HandshakeType::FINISHED.0) {
            return;
        }
        let (direction, side) = match (place, self.peer) {
            (OF_PEER, peer) => (&self.incoming, peer),
            (_, Side::Client) => (&self.outgoing, Side::Server),
            (_, Side::Server) => (&self.outgoing, Side::Client),
        };
        let is_under_key = direction.key.is_some() && direction.next.is_none();
        let is_right = is_under_key && content == self.finished_of(side);
        if let Some(of_side) = self.finished.get_mut(place) {
            *of_side = Some(is_right);
        }
        if self.finished == [Some(true); 2] {
            self.completed = self.completed.saturating_add(1);
            self.finished = [None; 2];
        }
    }

    /// Handshake messages of either direction: a ClientHello begins another handshake, and a HelloRequest belongs to none.
    fn follow(&mut self, content: &[u8]) {
        if content == [HandshakeType::HELLO_REQUEST.0, 0, 0, 0] {
            return;
        }
        if content.first() == Some(&HandshakeType::CLIENT_HELLO.0) {
            self.messages.clear();
            self.finished = [None; 2];
        }
        self.messages.extend_from_slice(content);
    }

    /// The end sends whole records.
    pub(super) fn send(&mut self, mut records: &[u8]) {
        while let Some((header, rest)) = records.split_first_chunk::<HEADER_LEN>() {
            let [kind, _, _, high, low] = *header;
            let len = usize::from(u16::from_be_bytes([high, low])).min(rest.len());
            let (body, rest) = rest.split_at(len);
            records = rest;
            let protected = self.outgoing.key.is_some();
            let Some(content) = self.outgoing.open(header, body) else {
                continue;
            };
            let [high, low] = u16::try_from(content.len()).unwrap_or(u16::MAX).to_be_bytes();
            let finished = content.len() == FINISHED_LEN && content.first() == Some(&HandshakeType::FINISHED.0);
            if protected && finished && ContentType(kind) == ContentType::HANDSHAKE {
                self.recorded.extend([FINISHED, 3, 3, 0, 0]);
            } else if protected {
                self.recorded.extend([kind | SEAL, 3, 3, high, low]);
                self.recorded.extend_from_slice(&content);
            } else {
                self.recorded.extend_from_slice(header);
                self.recorded.extend_from_slice(body);
            }
            match ContentType(kind) {
                ContentType::CHANGE_CIPHER_SPEC => self.outgoing.change(),
                ContentType::HANDSHAKE => {
                    self.judge(OF_END, &content);
                    self.follow(&content);
                }
                _ => {}
            }
        }
    }
}

/// Whether this key has signed `content`.
fn is_signed(key: &PublicKey, scheme: SignatureScheme, content: &[u8], signature: &[u8]) -> bool {
    let scheme = suites::signature_scheme(scheme);
    scheme.is_some_and(|scheme| key.verify(scheme.algorithm, content, signature).is_ok())
}

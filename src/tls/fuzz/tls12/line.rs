//! The way between an end and its peer, which exists only as bytes.
//!
//! The line follows what the end sends and gets: it knows the record keys of both directions and the messages of the handshake
//! at hand. So the input can say what a record of the peer's has in it, and the line seals it; a mutation of it is a record with
//! another content, not one with a wrong tag. Records in the input:
//!
//! - as on the wire: passed on as they are;
//! - with the type's highest bit set: the content of a record that is protected, if the peer protects its records by now;
//! - of type 255: the peer's Finished, with the right `verify_data`, whatever the handshake before it was.

use crate::crypto::{hash::HashAlgorithm, hkdf::Secret};
use crate::tls::{
    config::Side,
    keys::{
        Randoms,
        prf12::{MasterSecret, RecordKeys},
    },
    record::{HEADER_LEN, buffer::Buffer, protect12::RecordKey12},
    suites12,
    wire::{
        codes::{CipherSuite, ContentType, HandshakeType},
        finished::Finished,
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
            incoming: Direction::default(),
            outgoing: Direction::default(),
            master: None,
            messages: Vec::new(),
            recorded: Vec::new(),
        }
    }

    /// What the end has sent.
    #[cfg(test)]
    pub(super) fn recorded(&self) -> &[u8] {
        &self.recorded
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
            let content = self.finished();
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

    /// The peer's Finished.
    fn finished(&self) -> Vec<u8> {
        let mut out = Vec::new();
        if let Some(master) = &self.master {
            let hash = master.hash().hash(&self.messages);
            let verify_data = master.verify_data(self.peer, hash.as_ref());
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
            ContentType::HANDSHAKE => self.follow(content),
            _ => {}
        }
    }

    /// Handshake messages of either direction: a ClientHello begins another handshake, and a HelloRequest belongs to none.
    fn follow(&mut self, content: &[u8]) {
        if content == [HandshakeType::HELLO_REQUEST.0, 0, 0, 0] {
            return;
        }
        if content.first() == Some(&HandshakeType::CLIENT_HELLO.0) {
            self.messages.clear();
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
                ContentType::HANDSHAKE => self.follow(&content),
                _ => {}
            }
        }
    }
}

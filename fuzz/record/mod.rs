//! The record layer's two halves, one sealing and the other opening what comes over a wire that the input damages. Whatever
//! happens to the wire, what is read is the front of what was written; and it is all of it if nothing happened. The fuzz target
//! `record` and `tests/fuzz_record.rs` share this.

use ferrotls::crypto::hash::HashAlgorithm;
use ferrotls::crypto::hkdf::Secret;
use ferrotls::tls::keys::Randoms;
use ferrotls::tls::keys::prf12::MasterSecret;
use ferrotls::tls::keys::schedule13::TrafficSecret;
use ferrotls::tls::record::inbound::Inbound;
use ferrotls::tls::record::outbound::Outbound;
use ferrotls::tls::record::protect::{Opener, Sealer};
use ferrotls::tls::suites::SUITES;
use ferrotls::tls::suites12::SUITES12;
use ferrotls::tls::want::{Stop, Want};
use ferrotls::tls::wire::codes::ContentType;

/// Bytes that a run writes, at most.
const MOST: usize = 20_000;
/// Most empty records in a row that are let through.
const EMPTY: usize = 20;

/// Both ends and what is between them.
struct Wire<'a> {
    input: &'a [u8],
    secret: Option<TrafficSecret>,
    outbound: Outbound,
    inbound: Inbound,
    /// On its way.
    bytes: Vec<u8>,
    /// Type and value of each byte that was written, and how many of them were read.
    written: Vec<(ContentType, u8)>,
    read: usize,
    /// Something was changed, or may be refused.
    damaged: bool,
    failed: bool,
    empty: usize,
}

/// Does what `input` says; panics where the record layer breaks its promise.
pub fn drive(input: &[u8]) {
    let [version, suite, padding, fragment, rest @ ..] = input else {
        return;
    };
    let mut outbound = Outbound::new();
    let mut inbound = Inbound::new();
    let secret = if version & 1 == 0 {
        let suite = &SUITES[usize::from(*suite) % SUITES.len()];
        let secret = Secret::new(&vec![7; suite.hash.output_len()]).expect("no longer than a hash");
        let secret = TrafficSecret::new(suite, secret);
        outbound.change_key(secret.sealer().expect("a key"));
        inbound
            .change_key(secret.opener().expect("a key"))
            .expect("nothing is unread");
        outbound.set_padding_granularity(u16::from(*padding));
        Some(secret)
    } else {
        let suite = &SUITES12[usize::from(*suite) % SUITES12.len()];
        let keys = || {
            let randoms = Randoms {
                client: [1; 32],
                server: [2; 32],
            };
            let master = MasterSecret::resumed(HashAlgorithm::Sha256, &[7; 48]).expect("48 bytes");
            *master.record_keys(suite, &randoms).expect("keys").client
        };
        inbound.use_tls12();
        outbound.change_key(Sealer::Tls12(keys()));
        inbound.change_key(Opener::Tls12(keys())).expect("nothing is unread");
        None
    };
    if *fragment > 0 {
        outbound
            .set_max_fragment(usize::from(*fragment))
            .expect("within bounds");
    }
    let mut wire = Wire {
        input: rest,
        secret,
        outbound,
        inbound,
        bytes: Vec::new(),
        written: Vec::new(),
        read: 0,
        damaged: false,
        failed: false,
        empty: 0,
    };
    while !wire.input.is_empty() {
        wire.act();
    }
    wire.deliver(usize::MAX);
    assert!(wire.damaged || wire.read == wire.written.len(), "something is missing");
}

impl Wire<'_> {
    fn byte(&mut self) -> u8 {
        let (first, rest) = self.input.split_first().unwrap_or((&0, &[]));
        self.input = rest;
        *first
    }

    fn act(&mut self) {
        match self.byte() % 12 {
            0..=3 => self.write(),
            4..=6 => {
                let count = usize::from(self.byte());
                self.deliver(count * count);
            }
            7 => self.update_key(),
            8 => {
                let (place, change) = (self.byte(), self.byte());
                let place = usize::from(place) * usize::from(place) % self.bytes.len().max(1);
                if let (Some(byte), true) = (self.bytes.get_mut(place), change != 0) {
                    *byte ^= change;
                    self.damaged = true;
                }
            }
            9 => {
                let (from, count) = (usize::from(self.byte()), usize::from(self.byte()));
                let from = from.min(self.bytes.len());
                let until = from.saturating_add(count).min(self.bytes.len());
                self.damaged |= self.bytes.drain(from..until).next().is_some();
            }
            10 => {
                // What went by once comes again.
                let count = usize::from(self.byte()).min(self.bytes.len());
                let again = self.bytes[..count].to_vec();
                self.damaged |= count > 0;
                self.bytes.extend(again);
            }
            _ => {
                let count = usize::from(self.byte()).min(self.input.len());
                let (foreign, rest) = self.input.split_at(count);
                self.input = rest;
                self.damaged |= count > 0;
                self.bytes.extend_from_slice(foreign);
            }
        }
    }

    fn write(&mut self) {
        let (kind, len, value) = (self.byte(), usize::from(self.byte()), self.byte());
        let len = if kind & 0x80 == 0 { len } else { len * 80 };
        let kind = match kind % 4 {
            0 => ContentType::HANDSHAKE,
            _ => ContentType::APPLICATION_DATA,
        };
        if self.written.len() + len > MOST || (len == 0 && (self.empty == EMPTY || kind == ContentType::HANDSHAKE)) {
            return;
        }
        self.empty = if len == 0 { self.empty + 1 } else { 0 };
        let content: Vec<u8> = (0..len).map(|at| value.wrapping_add(at as u8)).collect();
        self.outbound.push(kind, &content).expect("it can be written");
        self.written.extend(content.into_iter().map(|byte| (kind, byte)));
        self.bytes.extend_from_slice(self.outbound.unsent());
        let len = self.outbound.unsent().len();
        self.outbound.sent(len).expect("it was there");
    }

    /// Both ends go on with the next key, where all was read that the old one had sealed.
    fn update_key(&mut self) {
        self.deliver(usize::MAX);
        if self.damaged {
            return;
        }
        if let Some(next) = self.secret.as_ref().map(|secret| secret.next().expect("a secret")) {
            self.outbound.change_key(next.sealer().expect("a key"));
            self.inbound
                .change_key(next.opener().expect("a key"))
                .expect("nothing is unread");
            self.secret = Some(next);
        }
    }

    /// So many bytes of the wire arrive, and are read.
    fn deliver(&mut self, mut most: usize) {
        loop {
            match self.inbound.next_record() {
                Ok(record) => {
                    assert!(!self.failed, "an error is final");
                    let len = 1 + usize::from(self.byte());
                    let body = self.inbound.body();
                    let body = body[..len.min(body.len())].to_vec();
                    self.take(record.kind, &body);
                    self.inbound.consume(body.len());
                }
                Err(Stop::Want(Want::Recv { at_least })) => {
                    assert!(!self.failed, "an error is final");
                    let count = at_least.min(self.bytes.len()).min(most);
                    if count == 0 {
                        return;
                    }
                    most -= count;
                    if count == at_least && self.inbound.may_open_in(at_least) && self.byte() & 1 == 0 {
                        self.open_in_place(count);
                        continue;
                    }
                    let mut loan = self.inbound.lend(at_least);
                    loan.space()[..count].copy_from_slice(&self.bytes[..count]);
                    self.inbound.give_back(loan, count).expect("it was lent");
                    self.bytes.drain(..count);
                }
                Err(Stop::Want(other)) => panic!("{other:?}"),
                Err(Stop::Fail(error)) => {
                    assert!(self.damaged, "{error:?} without a cause");
                    self.failed = true;
                    return;
                }
            }
        }
    }

    /// The body arrives in the program's own memory.
    fn open_in_place(&mut self, count: usize) {
        let mut room: Vec<u8> = self.bytes.drain(..count).collect();
        match self.inbound.open_in(&mut room) {
            Ok(Some(len)) => self.take(ContentType::APPLICATION_DATA, &room[..len]),
            Ok(None) => assert!(room.iter().all(|byte| *byte == 0)),
            Err(error) => {
                assert!(self.damaged, "{error:?} without a cause");
                assert!(room.iter().all(|byte| *byte == 0));
            }
        }
    }

    /// What is read is what was written next.
    fn take(&mut self, kind: ContentType, bytes: &[u8]) {
        let next = self.written.get(self.read..self.read + bytes.len());
        let is_next = next.is_some_and(|next| next.iter().copied().eq(bytes.iter().map(|byte| (kind, *byte))));
        assert!(is_next, "{kind:?} that nobody wrote");
        self.read += bytes.len();
    }
}

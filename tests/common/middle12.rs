//! A client and a server of TLS 1.2 with somebody between them, who sees the messages that are not protected and may change them.

use super::{End, Halt, Pair, config};
use ferrotls::tls::{
    config::{Config, Side},
    suites12::SUITES12,
    wire::codes::{ContentType, HandshakeType, ProtocolVersion, SignatureScheme},
};

/// Everything that TLS 1.2 has, and nothing of another version.
pub fn config12(side: Side) -> Config {
    let mut config = config(side);
    config.min_version = ProtocolVersion::TLS1_2;
    config.max_version = ProtocolVersion::TLS1_2;
    config.suites = SUITES12.iter().map(|suite| suite.id).collect();
    config.signature_schemes.extend([
        SignatureScheme::RSA_PKCS1_SHA256,
        SignatureScheme::RSA_PKCS1_SHA384,
        SignatureScheme::RSA_PKCS1_SHA512,
    ]);
    config
}

/// The same with tickets.
pub fn config12_with_tickets(side: Side) -> Config {
    Config {
        tickets: 1,
        parses_tickets: true,
        ..config12(side)
    }
}

/// A part of a flight.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A handshake message that nothing protects.
    Message(Vec<u8>),
    /// Any other record, with its header.
    Record(Vec<u8>),
}

impl Part {
    pub fn message(&self) -> Option<&[u8]> {
        match self {
            Self::Message(message) => Some(message),
            Self::Record(_) => None,
        }
    }

    pub fn is(&self, kind: HandshakeType) -> bool {
        self.message().is_some_and(|message| message[0] == kind.0)
    }

    /// Each message is a record of its own.
    fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Message(message) => record(ContentType::HANDSHAKE, message),
            Self::Record(record) => record.clone(),
        }
    }
}

/// Content as records.
pub fn record(kind: ContentType, content: &[u8]) -> Vec<u8> {
    let mut out = vec![];
    for part in content.chunks(1 << 14) {
        let [l0, l1] = (part.len() as u16).to_be_bytes();
        out.extend([kind.0, 3, 3, l0, l1]);
        out.extend(part);
    }
    out
}

/// The parts of a flight. After a change_cipher_spec nothing can be read.
pub fn parts(mut flight: &[u8]) -> Vec<Part> {
    let (mut out, mut messages, mut plain) = (vec![], vec![], true);
    while let [kind, _, _, l0, l1, ..] = *flight {
        let (record, rest) = flight.split_at(5 + usize::from(u16::from_be_bytes([l0, l1])));
        flight = rest;
        if plain && ContentType(kind) == ContentType::HANDSHAKE {
            messages.extend_from_slice(&record[5..]);
            while let [_, 0, m1, m2, ..] = messages[..] {
                let len = 4 + usize::from(u16::from_be_bytes([m1, m2]));
                if messages.len() < len {
                    break;
                }
                out.push(Part::Message(messages.drain(..len).collect()));
            }
        } else {
            plain &= ContentType(kind) != ContentType::CHANGE_CIPHER_SPEC;
            out.push(Part::Record(record.to_vec()));
        }
    }
    assert!(messages.is_empty() && flight.is_empty());
    out
}

/// Shakes hands, and hands each flight to `change`, with its number from 0 on, before the other end gets it. Flights with an even
/// number are the client's. What both came to; nobody waits for what does not come.
pub fn run(pair: &mut Pair, mut change: impl FnMut(usize, Vec<Part>) -> Vec<Part>) -> (Halt, Halt) {
    let mut number = 0;
    let mut halts = [Halt::Blocked; 2];
    loop {
        let (from, to, halt) = match number % 2 {
            0 => (&mut pair.client, &mut pair.server, &mut halts[0]),
            _ => (&mut pair.server, &mut pair.client, &mut halts[1]),
        };
        let mut sent = vec![];
        *halt = end(from, &mut sent);
        if sent.is_empty() && number >= 2 {
            let last = (number % 2 == 0).then_some(&mut pair.server);
            let last = last.unwrap_or(&mut pair.client);
            halts[1 - number % 2] = end(last, &mut vec![]);
            return (halts[0], halts[1]);
        }
        let failed = matches!(*halt, Halt::Failed(_));
        // An alert is passed on as it is.
        let flight = if failed {
            vec![Part::Record(sent)]
        } else {
            change(number, parts(&sent))
        };
        to.incoming.extend(flight.iter().flat_map(Part::bytes));
        number += 1;
    }
}

fn end(end: &mut End, sent: &mut Vec<u8>) -> Halt {
    let halt = end.handshake(&mut usize::MAX.clone(), &mut usize::MAX.clone(), sent);
    if halt != Halt::Blocked {
        let _ = end.flush(&mut usize::MAX.clone(), sent);
    }
    halt
}

/// The flights of an honest handshake.
pub fn flights(pair: &mut Pair) -> Vec<Vec<Part>> {
    let mut all = vec![];
    let halts = run(pair, |_, flight| {
        all.push(flight.clone());
        flight
    });
    assert_eq!(halts, (Halt::Done, Halt::Done));
    all
}

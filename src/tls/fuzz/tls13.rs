//! The same for TLS 1.3 behind its encryption: the plain function under the fuzz targets `client13` and `server13`.
//!
//! The input's first bytes are [`Choices`]; the rest is what the peer sends. The [`Line`] seals records for the peer, and knows
//! what its binders, its CertificateVerify and its Finished have to say, so that a mutation of any message reaches the state
//! that reads it.
//!
//! The line is a peer's other half, and knows what may be accepted: see [`Line::vouches_for`].

mod line;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use self::line::Line;
use super::{Acts, End, Keys, Outcome, Scenario};
use crate::tls::{
    config::{Config, Side},
    error::Error,
    handshake::cookie::{CookieKey, StatelessRetry},
    suites::SUITES,
    wire::codes::{NamedGroup, ProtocolVersion},
};

/// How many bytes of the input are [`Choices`].
const CHOICES_LEN: usize = 3;

/// What an end is set up with: the first bytes of the input.
#[derive(Clone, Copy, Debug, Default)]
struct Choices {
    /// The suite that comes first; all others follow.
    suite: u8,
    /// See the functions.
    flags: u8,
    more: u8,
}

impl Choices {
    const KNOWN: u8 = 1;
    const EARLY: u8 = 2;
    const REPLAYED: u8 = 4;
    const POST_AUTH: u8 = 8;
    const RECORD_LIMIT: u8 = 16;
    const COOKIE: u8 = 32;
    const OTHER_GROUP: u8 = 64;
    const TLS12: u8 = 128;
    const WRITES: u8 = 1;
    const UPDATES_KEYS: u8 = 2;
    const PADS: u8 = 4;
    const GREASE: u8 = 8;
    const TICKETS: u8 = 16;
    const SIGNALS: u8 = 32;
    const HYBRID: u8 = 64;
    const RSA_SCHEMES: u8 = 128;

    const fn of(bytes: [u8; CHOICES_LEN]) -> Self {
        let [suite, flags, more] = bytes;
        Self { suite, flags, more }
    }

    const fn has(self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    const fn has_more(self, flag: u8) -> bool {
        self.more & flag != 0
    }

    fn keys(self) -> Keys {
        Keys {
            known: self.has(Self::KNOWN),
            tickets: if self.has_more(Self::TICKETS) { 2 } else { 0 },
            scenario: match (self.has(Self::EARLY), self.has(Self::REPLAYED)) {
                (false, _) => Scenario::Plain,
                (true, false) => Scenario::EarlyData,
                (true, true) => Scenario::Replayed,
            },
        }
    }

    fn acts(self, side: Side) -> Acts {
        Acts {
            writes: self.has_more(Self::WRITES),
            updates_keys: self.has_more(Self::UPDATES_KEYS),
            asks_for_certificate: side == Side::Server && self.has(Self::POST_AUTH),
        }
    }

    fn set(self, config: &mut Config) {
        let first = usize::from(self.suite).checked_rem(SUITES.len()).unwrap_or_default();
        let (after, from) = SUITES.split_at(first.min(SUITES.len()));
        config.suites = from.iter().chain(after).map(|suite| suite.id).collect();
        config.min_version = if self.has(Self::TLS12) {
            ProtocolVersion::TLS1_2
        } else {
            ProtocolVersion::TLS1_3
        };
        if self.has(Self::OTHER_GROUP) {
            config.groups = vec![NamedGroup::SECP256R1, NamedGroup::X25519];
        }
        if self.has_more(Self::HYBRID) {
            config.groups.insert(0, NamedGroup::X25519_MLKEM768);
        }
        if self.has_more(Self::RSA_SCHEMES) {
            config.signature_schemes.extend(super::tls12::RSA_SCHEMES);
        }
        if self.has(Self::COOKIE) {
            config.stateless_retry = StatelessRetry::Always;
            config.cookie_key = Some(Arc::new(CookieKey::new(&super::SEED)));
        }
        config.post_handshake_auth = self.has(Self::POST_AUTH);
        config.record_size_limit = Some(200).filter(|_| self.has(Self::RECORD_LIMIT));
        config.padding_granularity = if self.has_more(Self::PADS) { 64 } else { 0 };
        config.grease = self.has_more(Self::GREASE);
        config.signal_tickets = self.has_more(Self::SIGNALS);
    }
}

/// An end, set up.
fn end(side: Side, choices: Choices) -> Option<End> {
    let mut end = End::with(side, choices.keys(), |config| choices.set(config))?;
    end.acts = choices.acts(side);
    Some(end)
}

/// Feeds `input` to a fresh connection and reads until it ends.
pub fn drive(side: Side, input: &[u8]) -> Outcome {
    let Some((choices, input)) = input.split_first_chunk() else {
        return Outcome::Starved;
    };
    match end(side, Choices::of(*choices)) {
        Some(mut end) => {
            let mut line = Line::new(side, input);
            let outcome = end.run_on(&mut line);
            if line.vouches_for(&end) {
                outcome
            } else {
                Outcome::Accepted
            }
        }
        None => Outcome::Failed(Error::Internal),
    }
}

//! Another handshake on a connection of TLS 1.2 (RFC 5746): how it begins, how often, and what is left when it does not come about.
//!
//! While it runs, both halves belong to the machine of states again, as in the first handshake. What the first came to is kept
//! until the new one has come to something: a server that does not want it leaves all as it was.
//!
//! Application data that comes before the peer's first message belongs to the handshake before it. A server reads it as ever, for to
//! a server a renegotiation begins with the ClientHello. A client stops with [`Want::ApplicationData`](crate::tls::want::Want) until
//! the ServerHello is there. Later it is an error, as in 3.6.6.

use std::sync::Arc;

use super::{Connection, reader, writer};
use crate::tls::{
    config::{Config, Options, Side},
    error::Error,
    handshake::{self, Negotiated, Over, renegotiation},
    session::PskKind,
    want::{Stop, Want},
    wire::codes::ProtocolVersion,
};

/// How often a peer may have us renegotiate unasked: so many times at once ...
const BURST: u64 = 16;
/// ... and once more for each so many milliseconds.
///
/// A handshake costs us more than it costs the peer. Neither RFC 5246 nor 3.6.6 has a limit, though who opens connections can be held
/// off and who stays on one can not.
/// DEVIATION: a peer that wants more than these is told no_renegotiation.
const PACE: u64 = 1000;

/// How much of that a peer has used.
#[derive(Debug, Default)]
pub(super) struct Pace {
    /// Milliseconds until all of [`BURST`] is there again, as seen at `since`.
    used: u64,
    /// Milliseconds since 1970.
    since: u64,
}

impl Pace {
    /// Whether a handshake may begin now, which is then counted. A clock that goes back gives nothing.
    fn allows(&mut self, now: u64) -> bool {
        self.used = self.used.saturating_sub(now.saturating_sub(self.since));
        self.since = self.since.max(now);
        if self.used > (BURST - 1) * PACE {
            return false;
        }
        self.used = self.used.saturating_add(PACE);
        true
    }
}

impl Connection {
    /// Begins another handshake of TLS 1.2, with the configuration as it is now; [`Connection::step`] goes on with it. A client may do
    /// that at any time, a server once a read has stopped with [`Want::Renegotiate`]. Sessions are neither offered nor taken: only
    /// a full handshake makes sense.
    ///
    /// Returns false where the peer asks too often: it is told so, and the connection goes on; and where it asks after our own
    /// close_notify, after which we begin nothing and say nothing (RFC 5246 section 7.2.1): what it still sends can be read.
    ///
    /// Errors leave the connection as it is: `BadInput` in TLS 1.3, before the handshake is over, after our own close_notify, and of a
    /// server that nobody has asked; `HandshakeFailure` of a peer that does not know of RFC 5746, with which nobody renegotiates, and
    /// of a client that has resumed a session without the extended master secret.
    pub fn renegotiate(&mut self, config: &Config, options: Options) -> Result<bool, Error> {
        if let Some(error) = self.shared.failed() {
            return Err(error);
        }
        let asked = self.reader.is_renegotiation_asked();
        if asked && self.shared.is_writer_closed() {
            self.reader.refuse_renegotiation()?;
            return Ok(false);
        }
        let may = self.is_handshake_over()
            && self.version() == Some(ProtocolVersion::TLS1_2)
            && !self.shared.is_writer_closed()
            && (asked || self.config.side == Side::Client);
        let before = self
            .negotiated
            .tls12
            .as_deref()
            .filter(|_| may)
            .ok_or(Error::BadInput)?;
        if !before.secure_renegotiation || self.is_unbound() {
            return Err(Error::HandshakeFailure);
        }
        let previous = renegotiation::Previous::of(before);
        if asked && !self.shared.is_renegotiation_asked() && !self.pace.allows(self.now) {
            self.reader.refuse_renegotiation()?;
            return Ok(false);
        }
        self.shared.settle_renegotiation();
        self.config = Arc::new(renegotiation::configuration(config));
        self.options = Options {
            resumption: None,
            ..options
        };
        let fresh = Negotiated {
            version: Some(ProtocolVersion::TLS1_2),
            previous: Some(previous),
            ..Negotiated::default()
        };
        self.before = Some(Box::new(core::mem::replace(&mut self.negotiated, fresh)));
        self.reader.begin_renegotiation();
        self.writer.begin_renegotiation();
        self.enter(handshake::initial(self.config.side));
        Ok(true)
    }

    /// A client that has resumed a session whose master secret is not bound to its handshake. RFC 7627 section 5.4: in such a
    /// connection "the client MUST disable renegotiation", for two connections may have the same `verify_data`, which is what
    /// would tie the next handshake to this one.
    fn is_unbound(&self) -> bool {
        let bound = self
            .negotiated
            .tls12
            .as_deref()
            .is_none_or(|tls12| tls12.extended_master_secret);
        self.config.side == Side::Client && !bound && self.negotiated.psk == Some(PskKind::Resumption)
    }

    /// A renegotiation is under way.
    pub fn is_renegotiating(&self) -> bool {
        self.before.is_some()
    }

    /// The server refuses: back to what was. `stop` goes on to the caller.
    pub(super) fn note_refusal(&mut self, stop: &Stop) {
        if !matches!(stop, Stop::Want(Want::RenegotiationRefused)) {
            return;
        }
        if let Some(before) = self.before.take() {
            self.negotiated = *before;
            self.shared.settle_renegotiation();
            self.reader.give_renegotiation_up();
            self.writer.give_renegotiation_up();
            self.state_id = handshake::state_id::StateId::HANDSHAKE_OVER;
            self.state = Box::new(Over);
        }
    }

    /// A handshake of TLS 1.2 is over: what the halves know of another one.
    pub(super) fn prepare_renegotiation(&mut self) {
        self.before = None;
        self.negotiated.previous = None;
        let unbound = self.is_unbound();
        let Some(tls12) = &self.negotiated.tls12 else { return };
        let options = &self.config.tls12;
        let period = if options.renegotiation {
            options.renegotiation_period
        } else {
            u64::MAX
        };
        self.shared.settle_renegotiation();
        self.reader.set_again(reader::Again::new(
            options.renegotiation && tls12.secure_renegotiation && !unbound,
            period,
            options.renegotiation_records,
        ));
        self.writer.set_again(writer::Again {
            side: self.config.side,
            secure: tls12.secure_renegotiation,
            period,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_peer_that_asks_all_the_time_is_held_to_a_pace() {
        let mut pace = Pace::default();
        let now = 1_700_000_000_000;
        let burst = (0..100).filter(|_| pace.allows(now)).count();
        assert_eq!(burst, 16);
        assert!(!pace.allows(now + 999) && pace.allows(now + 1000) && !pace.allows(now + 1000));
        // An hour later there are 16 again, not 3600; a clock that goes back gives none.
        let later = (0..100).filter(|_| pace.allows(now + 3_600_000)).count();
        assert_eq!(later, 16);
        assert!(!pace.allows(now) && !pace.allows(now + 3_600_000));
    }
}

//! What the sending half has to do with renegotiation (TLS 1.2, RFC 5246 section 7.4.1.1 and RFC 5746).

use super::{Writer, fail};
use crate::tls::{
    config::Side,
    error::Error,
    handshake::flight::Flight,
    want::Stop,
    wire::{
        codes::{ContentType, HandshakeType},
        empty,
    },
};

/// What the sending half knows of the handshake that may follow one of TLS 1.2.
#[derive(Clone, Copy, Debug)]
pub(in crate::tls::connection) struct Again {
    /// Who we are.
    pub side: Side,
    /// The peer knows of RFC 5746.
    pub secure: bool,
    /// After so many records under one key we want one.
    pub period: u64,
}

impl Writer {
    /// TLS 1.2, server: queues a HelloRequest (RFC 5246 section 7.4.1.1), by which the client is asked to renegotiate; `Want::Send`
    /// until it is flushed, then `Ok`. `BadInput` where that cannot be asked: before the handshake is over, after our own
    /// close_notify, in TLS 1.3; `HandshakeFailure`, which leaves the connection as it is, of a client that does not know of RFC
    /// 5746.
    pub fn request_renegotiation(&mut self) -> Result<(), Stop> {
        if !self.hello_requested {
            self.check_open()?;
            let again = self.again.as_ref().filter(|again| again.side == Side::Server);
            if !again.ok_or(Error::BadInput)?.secure {
                return Err(Error::HandshakeFailure.into());
            }
            let mut request = Vec::new();
            let pushed = empty::write(HandshakeType::HELLO_REQUEST, &mut request)
                .and_then(|()| self.outbound.push(ContentType::HANDSHAKE, &request));
            if let Err(error) = pushed {
                fail(&self.shared, error);
                return Err(error.into());
            }
            self.shared.ask_renegotiation();
            self.hello_requested = true;
        }
        self.flush()?;
        self.hello_requested = false;
        Ok(())
    }

    /// So many records came or went under the present keys that the application is to renegotiate, and has not begun.
    pub fn wants_renegotiation(&self) -> bool {
        self.again.is_some() && self.shared.is_renegotiation_due()
    }

    /// A handshake of TLS 1.2 is over, of whose successor this is known.
    pub(in crate::tls::connection) fn set_again(&mut self, again: Again) {
        self.again = Some(again);
    }

    /// A renegotiation begins: no application data until it is over.
    pub(in crate::tls::connection) fn begin_renegotiation(&mut self) {
        self.open = false;
        // The client has heeded it, whether or not anybody asked if it was sent.
        self.hello_requested = false;
    }

    /// The server does not want it: we do not ask again by ourselves.
    pub(in crate::tls::connection) fn give_renegotiation_up(&mut self) {
        if let Some(again) = &mut self.again {
            again.period = u64::MAX;
        }
        self.flight = Flight::default();
        self.open = true;
    }

    /// Notes that so many records went under one key that a handshake is due.
    pub(super) fn note_period(&mut self) {
        if let Some(again) = &self.again
            && self.outbound.records12() > again.period
        {
            self.shared.set_renegotiation_due();
        }
    }
}

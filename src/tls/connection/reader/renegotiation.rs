//! What the receiving half has to do with renegotiation (TLS 1.2, RFC 5246 section 7.4.1.1 and RFC 5746).
//!
//! A HelloRequest (to a client) or a ClientHello (to a server) after the handshake stops a read with [`Want::Renegotiate`], if
//! another handshake may follow; otherwise the peer is told "no_renegotiation", a warning, and the read goes on.

use super::Reader;
use crate::tls::{
    config::Side,
    error::Error,
    handshake::inbox::Message,
    want::{Stop, Want},
    wire::{codes::HandshakeType, empty},
};

/// What the receiving half knows of the handshake that may follow.
#[derive(Debug)]
pub struct Again {
    /// One may follow, because we want it and the peer knows of RFC 5746.
    pub allowed: bool,
    /// After so many records under one key we want one.
    pub period: u64,
    /// So many records may come after we have asked for one; `None`: any number.
    pub max_records: Option<u32>,
    /// How many have.
    records: u32,
    /// The record of application data at hand is counted.
    counted: bool,
    /// The peer wants one: we have read its HelloRequest, or its ClientHello waits in the inbox.
    asked: bool,
    /// Client: one is under way, and application data may come before the ServerHello.
    awaits_hello: bool,
    /// The limits on records that the handshake before has agreed on: those of [`Reader::limits`].
    limits: Option<(u16, u16)>,
}

impl Again {
    /// After a handshake.
    pub const fn new(allowed: bool, period: u64, max_records: Option<u32>) -> Self {
        Self {
            allowed,
            period,
            max_records,
            records: 0,
            counted: false,
            asked: false,
            awaits_hello: false,
            limits: None,
        }
    }
}

impl Reader {
    /// Client in a renegotiation: moves application data that came before the ServerHello into `out` and says how much; `None` if
    /// none is at hand. After [`Want::ApplicationData`] there is some.
    pub fn read_before_hello(&mut self, out: &mut [u8]) -> Option<usize> {
        if !self.awaits_hello() || self.inbound.bytes_available() == 0 {
            return None;
        }
        Some(self.read_application_data(out))
    }

    /// So many records came or went under the present keys that the application is to renegotiate, and has not begun.
    pub fn wants_renegotiation(&self) -> bool {
        self.again.is_some() && self.shared.is_renegotiation_due()
    }

    /// The peer has asked for another handshake, and the last read has stopped for it.
    pub fn is_renegotiation_asked(&self) -> bool {
        self.again.as_ref().is_some_and(|again| again.asked)
    }

    /// A handshake of TLS 1.2 is over, of whose successor this is known.
    pub(in crate::tls::connection) fn set_again(&mut self, again: Again) {
        self.again = Some(again);
    }

    /// A renegotiation begins.
    pub(in crate::tls::connection) fn begin_renegotiation(&mut self) {
        self.open = false;
        self.stopped = false;
        self.hello_requests = 0;
        self.no_renegotiation = false;
        // How often there may be a handshake is not counted here: `connection::renegotiation` holds the peer to a pace.
        self.messages = 0;
        // Limits are agreed on anew, and the peer keeps to the old ones until then.
        let limits = self.limits();
        self.inbound.limit_content(u16::MAX);
        self.inbound.limit_inner(u16::MAX);
        if let Some(again) = &mut self.again {
            again.asked = false;
            again.records = 0;
            again.awaits_hello = self.side == Side::Client;
            again.limits = Some(limits);
        }
    }

    /// The ServerHello is here: no application data any more.
    pub(in crate::tls::connection) fn end_awaiting_hello(&mut self) {
        if let Some(again) = &mut self.again {
            again.awaits_hello = false;
        }
    }

    /// The server does not want it: all stays as it was, and we do not ask again by ourselves.
    pub(in crate::tls::connection) fn give_renegotiation_up(&mut self) {
        self.end_awaiting_hello();
        self.no_renegotiation = false;
        if let Some(again) = &mut self.again {
            again.period = u64::MAX;
            if let Some((content, inner)) = again.limits.take() {
                self.inbound.limit_content(content);
                self.inbound.limit_inner(inner);
            }
        }
        self.open = true;
    }

    /// We do not want the handshake that the peer has asked for.
    pub(in crate::tls::connection) fn refuse_renegotiation(&mut self) -> Result<(), Error> {
        if let Some(again) = &mut self.again {
            again.asked = false;
        }
        if self.side == Side::Server
            && let Some(hello) = self.inbox.take()?
        {
            self.inbox.put_back(hello, true);
        }
        self.shared.owe_refusal();
        Ok(())
    }

    /// See [`Again::awaits_hello`].
    pub(super) fn awaits_hello(&self) -> bool {
        self.again.as_ref().is_some_and(|again| again.awaits_hello)
    }

    /// Handles a message that came after a handshake of TLS 1.2; whether it stays in the inbox, for another handshake.
    pub(super) fn read_message12(&mut self, message: &Message<'_>) -> Result<bool, Error> {
        match (self.side, message.msg_type) {
            (Side::Client, HandshakeType::HELLO_REQUEST) => empty::read(message.body)?,
            (Side::Server, HandshakeType::CLIENT_HELLO) => {}
            _ => return Err(Error::UnexpectedMessage),
        }
        match &mut self.again {
            Some(again) if again.allowed => {
                again.asked = true;
                Ok(self.side == Side::Server)
            }
            _ => {
                self.shared.owe_refusal();
                Ok(false)
            }
        }
    }

    /// Stops if the peer waits for another handshake.
    pub(super) fn stop_to_renegotiate(&self) -> Result<(), Stop> {
        if self.is_renegotiation_asked() {
            return Err(Want::Renegotiate.into());
        }
        Ok(())
    }

    /// The application data at hand, which is counted if it has to be.
    pub(super) fn read_application_data(&mut self, out: &mut [u8]) -> usize {
        let read = self.inbound.read(out);
        if !self.inbound.has_unread()
            && let Some(again) = &mut self.again
        {
            again.counted = false;
        }
        read
    }

    /// Counts the record of application data at hand, once.
    pub(super) fn count_record(&mut self) -> Result<(), Error> {
        self.note_period();
        let Some(again) = &mut self.again else { return Ok(()) };
        if core::mem::replace(&mut again.counted, true) {
            return Ok(());
        }
        self.count_while_waiting()
    }

    /// Notes if so many records came that we want new keys.
    pub(super) fn note_period(&mut self) {
        if let Some(again) = &self.again
            && self.inbound.records12() > again.period
        {
            self.shared.set_renegotiation_due();
        }
    }

    /// Counts a record of the peer's that is not what we wait for: after so many it is not going to come. As 3.6.6 does.
    fn count_while_waiting(&mut self) -> Result<(), Error> {
        let waits = self.is_waiting_for_handshake();
        let Some(again) = &mut self.again else { return Ok(()) };
        if waits {
            again.records = again.records.saturating_add(1);
            if again.max_records.is_some_and(|max| again.records > max) {
                return Err(Error::UnexpectedMessage);
            }
        }
        Ok(())
    }

    /// We have asked for another handshake, and nothing of it has come yet.
    pub(super) fn is_waiting_for_handshake(&self) -> bool {
        match self.side {
            Side::Client => self.awaits_hello(),
            Side::Server => self.again.is_some() && self.shared.is_renegotiation_asked(),
        }
    }

    /// The peer has sent no_renegotiation. RFC 5246 section 7.2.2: "At that point, the original requester can decide whether to
    /// proceed with the connection."
    ///
    /// DEVIATION: a client's connection goes on as it was. A client of 3.6.6 waits for the ServerHello for ever, takes
    /// application data meanwhile, and fails after as many records as a server is to wait for.
    pub(super) fn read_no_renegotiation(&mut self) -> Result<(), Stop> {
        if self.awaits_hello() {
            return Err(Want::RenegotiationRefused.into());
        }
        if self.side == Side::Server {
            self.count_while_waiting()?;
        }
        Ok(())
    }
}

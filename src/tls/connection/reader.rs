//! The receiving half of a connection.

#[cfg(feature = "tls12")]
mod renegotiation;
#[cfg(not(feature = "tls12"))]
#[path = "reader/renegotiation/without.rs"]
mod renegotiation;

use std::sync::Arc;

pub use self::renegotiation::Again;
use super::{CertificateRequestFacts, fail};
use crate::tls::{
    config::Side,
    error::Error,
    handshake::{
        certificate::Presented,
        inbox::{Inbox, Message, Taken},
    },
    keys::schedule13::TrafficSecret,
    post::{self, Effect, Tickets},
    post_auth::{Incoming, Progress, Step},
    record::{
        buffer::Loan,
        inbound::{Inbound, Notice},
        protect::Opener,
        protect12::RecordKey12,
        shared::Shared,
    },
    session::Resumption,
    want::{Answer, Stop, Want},
    wire::codes::{CertificateType, ContentType, HandshakeType},
};

/// The receiving half. After the handshake it needs nothing but itself: another thread may be in
/// [`Writer`](super::Writer).
pub struct Reader {
    inbound: Inbound,
    inbox: Inbox,
    shared: Arc<Shared>,
    side: Side,
    /// Of the records that come in.
    secret: Option<TrafficSecret>,
    /// The handshake is over.
    open: bool,
    /// The transport has ended.
    ended: bool,
    /// Handshake messages since the last application data.
    messages: u8,
    /// TLS 1.2, client: HelloRequests that were passed over in this handshake.
    hello_requests: u8,
    /// TLS 1.2: the peer wants no renegotiation, and nobody was told yet.
    no_renegotiation: bool,
    /// TLS 1.2, once the handshake is over: what is known of another one.
    again: Option<Again>,
    /// Authentication of the client, where that may come now.
    authentication: Option<Box<Incoming>>,
    /// The answer to its question.
    answer: Option<Answer>,
    /// The last read stopped at a message, and others may follow it in the same record.
    stopped: bool,
    /// Server: early data may come.
    early: Option<Early>,
    /// Client: what becomes of tickets; `None` without a mode to use them in.
    tickets: Option<Box<Tickets>>,
}

/// Early data that may still come.
struct Early {
    /// How many bytes of it.
    left: u32,
    /// The record at hand holds some and is counted.
    counted: bool,
}

/// Most handshake messages in a row after the handshake, without application data between them: NewSessionTicket, KeyUpdate,
/// requests for a certificate and hellos of a renegotiation that nobody wants. Each is work for us and none for the peer. An empty
/// record is no application data; answers to our own KeyUpdates do not count. (BoringSSL and OpenSSL stop at 32 KeyUpdates.)
///
/// DEVIATION: 3.6.6 takes tickets without end, and knows no KeyUpdate. Here the one that is too much ends the connection: the read
/// returns `MBEDTLS_ERR_SSL_UNEXPECTED_MESSAGE`. A server sends a few tickets, all of them before its first data.
pub const MAX_MESSAGES: u8 = 32;

/// Most HelloRequests that a client passes over in one handshake. They can cross its ClientHello, once each time that the server
/// wants to renegotiate; and a server of 3.6.6 that does sends another with each record of application data that comes meanwhile,
/// of which there may be 16.
pub const MAX_HELLO_REQUESTS: u8 = 32;

impl Reader {
    /// Before anything has come.
    pub(super) fn new(side: Side, shared: Arc<Shared>) -> Self {
        Self {
            inbound: Inbound::new(),
            inbox: Inbox::default(),
            shared,
            side,
            secret: None,
            open: false,
            ended: false,
            messages: 0,
            hello_requests: 0,
            no_renegotiation: false,
            again: None,
            early: None,
            tickets: None,
            authentication: None,
            answer: None,
            stopped: false,
        }
    }

    /// Moves application data into `out`: `Ok(n)` with n > 0. After close_notify `PeerClosed`, after the end of the
    /// transport `ConnectionEof`, both again and again. With an empty `out` it pumps the record layer: `Ok(0)` once
    /// there is application data. `BadInput` before the handshake is over.
    ///
    /// What else comes is handled inside: a NewSessionTicket is kept for [`Reader::take_ticket`], and if the application wants to
    /// be told of it, the read stops with `Want::NewSessionTicket`; a KeyUpdate changes our keys, and if
    /// it asks for an answer, the writer's next write or flush sends it. Authentication of the client stops with `Want::Ask`, to
    /// be answered by [`Reader::answer`], and when it is through with `Want::ClientAuthentication`. In TLS 1.2 a peer that may ask
    /// for another handshake, and does, stops it with `Want::Renegotiate`.
    pub fn read(&mut self, out: &mut [u8]) -> Result<usize, Stop> {
        if let Some(error) = self.shared.failed() {
            return Err(error.into());
        }
        if !self.open {
            return Err(Error::BadInput.into());
        }
        let read = self.read_record(out);
        if let Err(Stop::Fail(error)) = read {
            self.fail(error);
        }
        read
    }

    fn read_record(&mut self, out: &mut [u8]) -> Result<usize, Stop> {
        if self.authentication.is_some() {
            self.go_on()?;
        }
        self.stop_to_renegotiate()?;
        if self.stopped {
            self.handle_messages()?;
        }
        loop {
            match self.next_content()? {
                ContentType::APPLICATION_DATA => {
                    // RFC 8446 section 5.1: "Handshake messages MUST NOT be interleaved with other record types."
                    if !self.inbox.is_empty() || self.is_mid_authentication() {
                        return Err(Error::UnexpectedMessage.into());
                    }
                    self.messages = 0;
                    self.count_record()?;
                    return Ok(self.read_application_data(out));
                }
                ContentType::HANDSHAKE => {
                    self.fill_inbox()?;
                    self.handle_messages()?;
                }
                // TLS 1.2: a change_cipher_spec, which is awaited in a handshake only.
                _ => return Err(Error::UnexpectedMessage.into()),
            }
        }
    }

    /// Whether the `len` bytes of the last `Want::Recv` may be received straight into the application's memory, for
    /// [`Reader::read_in`]: they are the whole body of what looks like application data.
    pub fn may_read_in(&self, len: usize) -> bool {
        self.open
            && self.inbox.is_empty()
            && !self.is_mid_authentication()
            && !self.is_waiting_for_handshake()
            && !self.shared.is_peer_closed()
            && self.shared.failed().is_none()
            && self.inbound.may_open_in(len)
    }

    /// Opens the record body that the application's memory holds. Application data is then at its front: its length.
    /// `None` if it was something else; that is taken away and handled by the next [`Reader::read`].
    pub fn read_in(&mut self, record: &mut [u8]) -> Result<Option<usize>, Error> {
        let opened = self.inbound.open_in(record);
        match opened {
            Ok(Some(_)) => {
                self.messages = 0;
                self.note_period();
            }
            Ok(None) => {}
            Err(error) => self.fail(error),
        }
        opened
    }

    /// Moves early data into `out` and says how much; `None` if none is at hand. After [`Want::EarlyData`] there is some.
    pub fn read_early(&mut self, out: &mut [u8]) -> Option<usize> {
        let early = self.early.as_mut().filter(|early| early.counted)?;
        let read = self.inbound.read(out);
        early.counted = self.inbound.has_unread();
        Some(read)
    }

    /// Decrypted bytes of the current record that are not read yet.
    pub fn bytes_available(&self) -> usize {
        self.inbound.bytes_available()
    }

    /// Something is buffered that `read` could work on without the transport.
    pub fn has_pending(&self) -> bool {
        self.inbound.has_unread() || self.stopped
    }

    /// Client: the oldest ticket that has come and was not taken yet, with what it stands for (at most
    /// [`MAX_TICKETS`](post::MAX_TICKETS) are kept, the newest). Its `created` is 0, and nobody will use it, unless
    /// [`Reader::stamp_tickets`] was called.
    pub fn take_ticket(&mut self) -> Option<Resumption> {
        self.tickets.as_mut()?.take()
    }

    /// Client: there is a ticket to take.
    pub fn has_ticket(&self) -> bool {
        self.tickets.as_ref().is_some_and(|tickets| !tickets.is_empty())
    }

    /// Client: says that the tickets that have come since the last call came `now`, in milliseconds since 1970. The core has no
    /// clock, so whoever calls [`Reader::read`] says it when that returns, for whatever reason, and there [is](Self::has_ticket)
    /// a ticket.
    pub fn stamp_tickets(&mut self, now: u64) {
        if let Some(tickets) = &mut self.tickets {
            tickets.stamp(now);
        }
    }

    /// Tickets are of use from now on.
    pub fn take_tickets_into(&mut self, tickets: Box<Tickets>) {
        self.tickets = Some(tickets);
    }

    /// The most application data that a record of the peer's may have.
    pub fn max_payload(&self) -> usize {
        self.inbound.max_content()
    }

    /// Nothing is on its way: no part of a record, nothing unread, no ticket that nobody has taken; and no authentication of the
    /// client may come.
    pub(super) fn is_still(&self) -> bool {
        self.inbound.is_still()
            && self.inbox.is_empty()
            && !self.stopped
            && !self.ended
            && self.authentication.is_none()
            && self.early.is_none()
            && !self.has_ticket()
    }

    /// TLS 1.3: what the records that come are under.
    #[cfg(feature = "tls13")]
    pub(super) fn secret(&self) -> Option<&TrafficSecret> {
        self.secret.as_ref()
    }

    /// TLS 1.3: opens what comes with the keys of this secret.
    #[cfg(feature = "tls13")]
    pub(super) fn restore_secret(&mut self, secret: TrafficSecret) -> Result<(), Error> {
        self.change_secret(secret, &Message::NONE)
    }

    /// Client: what the secrets of tickets come from, where tickets are of use.
    #[cfg(feature = "tls13")]
    pub(super) fn resumption_secret(&self) -> Option<&crate::crypto::hkdf::Secret> {
        self.tickets.as_deref().map(Tickets::resumption_master_secret)
    }

    /// How many records were opened with the present key.
    pub(super) fn sequence(&self) -> u64 {
        self.inbound.sequence()
    }

    /// So many records went before, under the present key.
    pub(super) fn skip_to(&mut self, sequence: u64) {
        self.inbound.skip_to(sequence);
    }

    /// The limits of [`Reader::limit_content`] and [`Reader::limit_inner`].
    pub(super) fn limits(&self) -> (u16, u16) {
        self.inbound.limits()
    }

    /// See [`Inbound::limit_content`].
    pub fn limit_content(&mut self, len: u16) {
        self.inbound.limit_content(len);
    }

    /// See [`Inbound::limit_inner`].
    pub fn limit_inner(&mut self, len: u16) {
        self.inbound.limit_inner(len);
    }

    /// Something is owed to the peer that must not wait for the next write: all but the answer to a KeyUpdate.
    pub fn owes_at_once(&self) -> bool {
        self.shared.owes_at_once()
    }

    /// Lends the space for `at_least` bytes (from the last `Want::Recv`) to read from the transport into. Give it back
    /// whatever happened.
    pub fn lend(&mut self, at_least: usize) -> Loan {
        self.inbound.lend(at_least)
    }

    /// Takes the loan back with what was `received` into it, from its start.
    pub fn give_back(&mut self, loan: Loan, received: usize) {
        // A callback that claims more than it was given has failed the inbound half, which says so from now on; a loan that
        // is not of this half is dropped.
        let _ = self.inbound.give_back(loan, received);
    }

    /// The transport has ended.
    pub fn end_of_stream(&mut self) {
        self.ended = true;
    }

    /// The next whole handshake message. Nothing but handshake messages may come.
    pub(super) fn next_message(&mut self) -> Result<Taken, Stop> {
        loop {
            if let Some(taken) = self.take_message()? {
                return Ok(taken);
            }
            match self.next_content()? {
                ContentType::HANDSHAKE => self.fill_inbox()?,
                // The server may have sent it before it saw our ClientHello.
                ContentType::APPLICATION_DATA if self.awaits_hello() => {
                    self.count_record()?;
                    return Err(Want::ApplicationData.into());
                }
                _ => return Err(Error::UnexpectedMessage.into()),
            }
        }
    }

    /// The next whole message in the inbox that a handshake has to do with.
    ///
    /// RFC 5246 section 7.4.1.1: a HelloRequest "will be ignored by the client if the client is currently negotiating a session",
    /// and "MUST NOT be included in the message hashes".
    ///
    /// DEVIATION: 3.6 takes a HelloRequest in the middle of a handshake for an unexpected message; it is ignored here.
    fn take_message(&mut self) -> Result<Option<Taken>, Error> {
        while let Some(taken) = self.inbox.take()? {
            let skipped = self.side == Side::Client
                && self.inbound.is_tls12()
                && taken.message().msg_type == HandshakeType::HELLO_REQUEST;
            if !skipped {
                return Ok(Some(taken));
            }
            self.inbox.put_back(taken, true);
            self.hello_requests = self.hello_requests.saturating_add(1);
            if self.hello_requests > MAX_HELLO_REQUESTS {
                return Err(Error::TooMuch);
            }
        }
        Ok(None)
    }

    /// The next whole handshake message where early data may come before it: [`Want::EarlyData`] until that is read.
    pub(super) fn next_message_after_early_data(&mut self) -> Result<Taken, Stop> {
        loop {
            if let Some(taken) = self.inbox.take()? {
                return Ok(taken);
            }
            match self.next_content()? {
                ContentType::HANDSHAKE => self.fill_inbox()?,
                ContentType::APPLICATION_DATA => {
                    self.count_early_data()?;
                    return Err(Want::EarlyData.into());
                }
                _ => return Err(Error::UnexpectedMessage.into()),
            }
        }
    }

    /// Counts the record at hand, once. RFC 8446 section 4.6.1: "Only Application Data payload (i.e., plaintext but not padding
    /// or the inner content type byte) is counted. A server receiving more than max_early_data_size bytes of 0-RTT data
    /// SHOULD terminate the connection with an "unexpected_message" alert."
    fn count_early_data(&mut self) -> Result<(), Error> {
        let early = self.early.as_mut().ok_or(Error::UnexpectedMessage)?;
        if !early.counted {
            let len = u32::try_from(self.inbound.bytes_available()).map_err(|_| Error::TooMuch)?;
            early.left = early.left.checked_sub(len).ok_or(Error::TooMuch)?;
            early.counted = true;
        }
        Ok(())
    }

    /// Puts a message back, to be seen again or (if it was `read`) not.
    pub(super) fn put_back(&mut self, taken: Taken, read: bool) {
        self.inbox.put_back(taken, read);
    }

    /// Opens what comes after the message `last` with the keys of another secret.
    pub fn change_secret(&mut self, secret: TrafficSecret, last: &Message<'_>) -> Result<(), Error> {
        last.check_ends_record()?;
        if !self.inbox.is_empty() {
            return Err(Error::UnexpectedMessage);
        }
        self.inbound.change_key(secret.opener()?)?;
        self.inbound.allow_application_data(self.open);
        self.secret = Some(secret);
        self.early = None;
        Ok(())
    }

    /// The version is TLS 1.2 from now on.
    pub fn use_tls12(&mut self) {
        self.inbound.use_tls12();
    }

    /// TLS 1.2: awaits a change_cipher_spec, which may not come in the middle of a message.
    ///
    /// Errors: `UnexpectedMessage` for anything else, `InvalidRecord` for one that is more than the byte 1.
    pub(super) fn next_change_cipher_spec(&mut self) -> Result<(), Stop> {
        loop {
            // What is in the inbox came before it; a HelloRequest does no harm.
            if self.take_message()?.is_some() {
                return Err(Error::UnexpectedMessage.into());
            }
            match self.next_content()? {
                ContentType::CHANGE_CIPHER_SPEC => break,
                ContentType::HANDSHAKE => self.fill_inbox()?,
                _ => return Err(Error::UnexpectedMessage.into()),
            }
        }
        let is_one = self.inbound.body() == [1];
        self.inbound.consume(usize::MAX);
        // RFC 5246 section 7.1: "The message consists of a single byte of value 1."
        if is_one {
            Ok(())
        } else {
            Err(Error::InvalidRecord.into())
        }
    }

    /// TLS 1.2: the peer has sent a no_renegotiation since this was last asked.
    pub fn take_no_renegotiation(&mut self) -> bool {
        core::mem::take(&mut self.no_renegotiation)
    }

    /// TLS 1.2: what comes from now on is under this key. Right after a change_cipher_spec.
    pub fn change_key12(&mut self, key: RecordKey12) -> Result<(), Error> {
        if !self.inbox.is_empty() {
            return Err(Error::UnexpectedMessage);
        }
        self.inbound.change_key(Opener::Tls12(key))?;
        self.inbound.allow_application_data(false);
        self.hello_requests = 0;
        Ok(())
    }

    /// See [`Inbound::allow_change_cipher_spec`].
    pub fn allow_change_cipher_spec(&mut self, allowed: bool) {
        self.inbound.allow_change_cipher_spec(allowed);
    }

    /// See [`Inbound::allow_plaintext_alert`].
    pub fn allow_plaintext_alert(&mut self) {
        self.inbound.allow_plaintext_alert();
    }

    /// See [`Inbound::skip_early_data`].
    pub fn skip_early_data(&mut self, max: u32) {
        self.inbound.skip_early_data(max);
    }

    /// Server: at most `max` bytes of early data may come, under the keys of the present secret. To be called after the change
    /// to them; the next change ends it.
    pub fn accept_early_data(&mut self, max: u32) {
        self.inbound.allow_application_data(true);
        self.early = Some(Early {
            left: max,
            counted: false,
        });
    }

    /// The handshake is over: `read` may be called. In TLS 1.2 messages may follow the peer's Finished in its record.
    pub(super) fn open_to_application(&mut self) {
        self.open = true;
        self.inbound.allow_application_data(true);
        self.stopped = !self.inbox.is_empty();
    }

    /// The type of the record at hand, application data or handshake; alerts are taken in here.
    fn next_content(&mut self) -> Result<ContentType, Stop> {
        self.inbound.set_mid_message(!self.inbox.is_empty());
        loop {
            // RFC 8446 section 6.1: "Any data received after a closure alert has been received MUST be ignored."
            if self.shared.is_peer_closed() {
                return Err(Error::PeerClosed.into());
            }
            let record = match self.inbound.next_record() {
                Err(Stop::Want(Want::Recv { .. })) if self.ended => return Err(Error::ConnectionEof.into()),
                record => record?,
            };
            if record.kind != ContentType::ALERT {
                return Ok(record.kind);
            }
            match self.inbound.take_alert()? {
                Notice::Closed => self.shared.set_peer_closed(),
                Notice::Ignored => {}
                Notice::NoRenegotiation => {
                    self.no_renegotiation = true;
                    self.read_no_renegotiation()?;
                }
            }
        }
    }

    /// Moves the handshake record at hand into the inbox.
    fn fill_inbox(&mut self) -> Result<(), Error> {
        self.inbox.add(self.inbound.body())?;
        self.inbound.consume(usize::MAX);
        Ok(())
    }

    /// Handles the handshake messages in the inbox, after the handshake.
    fn handle_messages(&mut self) -> Result<(), Stop> {
        self.stopped = true;
        while let Some(taken) = self.inbox.take()? {
            self.messages = self.messages.saturating_add(1);
            if self.messages > MAX_MESSAGES {
                return Err(Error::TooMuch.into());
            }
            let message = taken.message();
            if let Some(authentication) = &mut self.authentication
                && authentication.takes(message.msg_type)
            {
                let secret = self.secret.as_ref().ok_or(Error::Internal)?;
                let step = authentication.read(&message, secret)?;
                self.inbox.put_back(taken, true);
                self.take_step(step)?;
                continue;
            }
            if self.inbound.is_tls12() {
                let keep = self.read_message12(&message);
                self.inbox.put_back(taken, !matches!(keep, Ok(true)));
                keep?;
                self.stop_to_renegotiate()?;
                continue;
            }
            let effect = post::read(self.side, self.tickets.as_deref_mut(), &message)?;
            let ends_record = message.ends_record;
            self.inbox.put_back(taken, true);
            match effect {
                Effect::Nothing => {}
                Effect::Ticket => {
                    self.stopped = !self.inbox.is_empty();
                    return Err(Want::NewSessionTicket.into());
                }
                Effect::ChangeKeys { answer } => self.change_keys(ends_record, answer)?,
            }
        }
        self.stopped = false;
        Ok(())
    }

    /// Authentication of the client may come.
    #[cfg(feature = "tls13-ephemeral")]
    pub(in crate::tls) fn set_authentication(&mut self, authentication: Box<Incoming>) {
        self.authentication = Some(authentication);
    }

    /// The answer to the question that the last `read` stopped with; then `read` goes on. Without a question it is dropped.
    pub fn answer(&mut self, answer: Answer) {
        if self.is_asking() {
            self.answer = Some(answer);
        }
    }

    /// A question is open, so that `read` waits for no transport.
    pub fn is_asking(&self) -> bool {
        self.authentication.as_ref().is_some_and(|a| a.question().is_some())
    }

    /// Client: the CertificateRequest while [`Ask::SelectCertificate`](crate::tls::want::Ask) is open.
    pub fn certificate_request(&self) -> Option<CertificateRequestFacts<'_>> {
        self.authentication.as_ref()?.certificate_request()
    }

    /// Server: what the client has presented, while [`Ask::VerifyPeer`](crate::tls::want::Ask) is open.
    pub fn presented(&self) -> Option<&Presented> {
        self.authentication.as_ref()?.presented()
    }

    /// Server: what kind of thing that is.
    pub fn peer_certificate_type(&self) -> CertificateType {
        let known = self.authentication.as_ref().and_then(|a| a.peer_type());
        known.unwrap_or(CertificateType::X509)
    }

    /// What the last authentication after the handshake has come to. A server's is never told as pending: that is the
    /// writer's to know.
    pub fn authentication(&self) -> Progress {
        self.authentication.as_ref().map_or(Progress::None, |a| a.progress())
    }

    /// The client has sent its certificate and not all that has to follow.
    fn is_mid_authentication(&self) -> bool {
        self.authentication.as_ref().is_some_and(|a| a.is_half_through())
    }

    /// Goes on with an authentication that stopped with a question.
    fn go_on(&mut self) -> Result<(), Stop> {
        let Some(authentication) = &mut self.authentication else {
            return Ok(());
        };
        let Some(question) = authentication.question() else {
            return Ok(());
        };
        match self.answer.take() {
            None => Err(Want::Ask(question).into()),
            Some(Answer::Fail(error)) => Err(error.into()),
            Some(Answer::FailWith(alert, error)) => {
                self.shared.owe_alert(alert);
                Err(error.into())
            }
            Some(answer) => {
                let step = authentication.answered(answer)?;
                self.take_step(step)
            }
        }
    }

    /// Does what a message or an answer of an authentication leads to.
    fn take_step(&mut self, step: Step) -> Result<(), Stop> {
        match step {
            Step::Done => Ok(()),
            Step::Ask(question) => Err(Want::Ask(question).into()),
            Step::Settled => {
                self.stopped = !self.inbox.is_empty();
                match self.side {
                    Side::Client => self.shared.owe_reply(),
                    Side::Server => {
                        // We have asked for these messages.
                        self.messages = 0;
                        self.shared.end_authentication();
                    }
                }
                Err(Want::ClientAuthentication.into())
            }
        }
    }

    /// The peer has changed its keys.
    fn change_keys(&mut self, ends_record: bool, answer: bool) -> Result<(), Error> {
        if self.shared.take_awaited_key_update() {
            // An answer to ourselves is no flood.
            self.messages = self.messages.saturating_sub(1);
        }
        let secret = self.secret.as_ref().ok_or(Error::Internal)?.next()?;
        self.change_secret(
            secret,
            &Message {
                ends_record,
                ..Message::NONE
            },
        )?;
        if answer {
            self.shared.owe_key_update();
        }
        Ok(())
    }

    /// This half has failed. The end of what the peer sends leaves the other half as it is: we may still write.
    fn fail(&mut self, error: Error) {
        match error {
            Error::PeerClosed | Error::ConnectionEof => {}
            error => fail(&self.shared, error),
        }
    }
}

#[cfg(test)]
#[cfg(all(feature = "tls12", feature = "tls13"))]
mod tests;

//! The sending half of a connection.

#[cfg(feature = "tls12")]
mod renegotiation;
#[cfg(not(feature = "tls12"))]
#[path = "writer/renegotiation/without.rs"]
mod renegotiation;

use std::sync::Arc;

pub(super) use self::renegotiation::Again;
use super::fail;
use crate::tls::{
    config::Config,
    error::Error,
    handshake::{flight::Flight, limits, transcript::Transcript},
    keys::schedule13::TrafficSecret,
    post,
    post_auth::Outgoing,
    record::{buffer::Loan, outbound::Outbound, protect::Sealer, protect12::RecordKey12, shared::Shared},
    want::{Stop, Want},
    wire::{
        alert::Alert,
        codes::{AlertDescription, AlertLevel, ContentType, KeyUpdateRequest, ProtocolVersion},
    },
};

/// The sending half. After the handshake it needs nothing but itself: another thread may be in
/// [`Reader`](super::Reader).
pub struct Writer {
    outbound: Outbound,
    flight: Flight,
    shared: Arc<Shared>,
    /// Of the records that go out.
    secret: Option<TrafficSecret>,
    /// Records that go out are under a key.
    protected: bool,
    /// Client, TLS 1.3: the change_cipher_spec of middlebox compatibility has not been sent and is due before anything protected.
    change_cipher_spec_due: bool,
    /// Longest content of a protected record, in bytes.
    max_payload: u16,
    /// The handshake is over.
    open: bool,
    /// What `send_alert` or `close_notify` has queued and not yet reported as sent.
    queued: Option<Alert>,
    /// Client: how many bytes of early data may still be written; `None` while or once none may.
    early: Option<u32>,
    /// Authentication of the client, where that may come now.
    authentication: Option<Box<Outgoing>>,
    /// TLS 1.2, once the handshake is over: what is known of another one.
    again: Option<Again>,
    /// `request_renegotiation` has queued a HelloRequest and not yet reported it as sent.
    hello_requested: bool,
    /// `request_client_certificate` has queued a request and not yet reported it as sent.
    requested: bool,
}

impl Writer {
    /// Before anything was sent.
    pub(super) fn new(config: &Config, shared: Arc<Shared>) -> Self {
        let mut outbound = Outbound::new();
        outbound.set_padding_granularity(config.padding_granularity);
        Self {
            outbound,
            flight: Flight::default(),
            shared,
            secret: None,
            protected: false,
            change_cipher_spec_due: false,
            max_payload: limits::of_config(config),
            open: false,
            queued: None,
            early: None,
            authentication: None,
            again: None,
            hello_requested: false,
            requested: false,
        }
    }

    /// Seals up to one record of `data` and says how much. `Want::Send` first while anything is unsent. `BadInput` before
    /// the handshake is over and after our own close_notify.
    pub fn write(&mut self, data: &[u8]) -> Result<usize, Stop> {
        if self.outbound.has_unsent() {
            return Err(Want::Send.into());
        }
        self.write_behind(data).map_err(Stop::from)
    }

    /// As [`Writer::write`], behind what is unsent. To be flushed before more is written.
    pub fn write_behind(&mut self, data: &[u8]) -> Result<usize, Error> {
        self.write_record(data).inspect_err(|error| {
            // A call that may not be made now does no harm to the connection.
            if *error != Error::BadInput {
                fail(&self.shared, *error);
            }
        })
    }

    fn write_record(&mut self, data: &[u8]) -> Result<usize, Error> {
        if self.shared.owes() {
            self.settle()?;
        }
        self.check_open()?;
        if self.outbound.needs_key_update() {
            self.push_key_update(KeyUpdateRequest::UPDATE_NOT_REQUESTED)?;
        }
        let record = data.get(..self.outbound.max_fragment()).unwrap_or(data);
        self.outbound.push(ContentType::APPLICATION_DATA, record)?;
        self.note_period();
        Ok(record.len())
    }

    /// Client: how many bytes of early data may still be written. `None` if that is not possible (yet, or any more).
    pub fn early_data_left(&self) -> Option<u32> {
        // The key of early data cannot be updated: when it has sealed as much as it may, that was all.
        let usable = self.check_writable().is_ok() && !self.outbound.needs_key_update();
        self.early.filter(|left| *left > 0 && usable)
    }

    /// Client: seals up to one record of early data, behind what is unsent, and says how much. To be flushed before more is
    /// written. `BadInput` if there may be none ([`Writer::early_data_left`]).
    ///
    /// RFC 8446 section 4.2.10 has the limit count "plaintext but not padding or the inner content type byte".
    pub fn write_early(&mut self, data: &[u8]) -> Result<usize, Error> {
        let left = self.early_data_left().ok_or(Error::BadInput)?;
        let allowed = usize::try_from(left).unwrap_or(usize::MAX);
        let record = data.get(..allowed.min(self.outbound.max_fragment())).unwrap_or(data);
        let pushed = self.flight.seal(&mut self.outbound);
        let pushed = pushed.and_then(|()| self.outbound.push(ContentType::APPLICATION_DATA, record));
        if let Err(error) = pushed {
            fail(&self.shared, error);
            return Err(error);
        }
        let taken = u32::try_from(record.len()).map_err(|_| Error::Internal)?;
        self.early = Some(left.saturating_sub(taken));
        Ok(record.len())
    }

    /// Queues a close_notify, once; `Want::Send` until it is flushed, then `Ok`. The peer may still send.
    pub fn close_notify(&mut self) -> Result<(), Stop> {
        self.send_alert(AlertLevel::WARNING, AlertDescription::CLOSE_NOTIFY)
    }

    /// Queues an alert; `Want::Send` until it is flushed, then `Ok`. After close_notify or a fatal alert nothing more is
    /// sealed, and asking for it is `Ok` (or `Want::Send` while anything is unsent).
    pub fn send_alert(&mut self, level: AlertLevel, description: AlertDescription) -> Result<(), Stop> {
        let alert = Alert { level, description };
        if self.queued != Some(alert) {
            self.push_alert(alert)?;
            self.queued = Some(alert);
        }
        self.flush()?;
        self.queued = None;
        Ok(())
    }

    /// `Want::Send` while anything is unsent, also what the reader owes the peer (an alert, a KeyUpdate).
    pub fn flush(&mut self) -> Result<(), Stop> {
        if let Err(error) = self.gather() {
            fail(&self.shared, error);
            return Err(error.into());
        }
        if self.outbound.has_unsent() {
            Err(Want::Send.into())
        } else {
            Ok(())
        }
    }

    /// Seals everything that is to go out.
    fn gather(&mut self) -> Result<(), Error> {
        self.flight.seal(&mut self.outbound)?;
        if self.shared.owes() { self.settle() } else { Ok(()) }
    }

    /// Sealed bytes wait for the transport.
    pub fn has_unsent(&self) -> bool {
        self.outbound.has_unsent()
    }

    /// Lends everything unsent for the transport to take. Give it back whatever happened.
    pub fn lend(&mut self) -> Loan {
        self.outbound.lend()
    }

    /// Takes the loan back; its first `sent` bytes are gone.
    pub fn give_back(&mut self, loan: Loan, sent: usize) {
        // A callback that claims to have sent more than it was given leaves a stream that nobody can follow.
        if self.outbound.give_back(loan, sent) == Err(Error::Internal) {
            self.shared.close_writer();
            self.shared.fail(Error::Internal);
        }
    }

    /// The most application data that one record may take.
    pub fn max_payload(&self) -> usize {
        usize::from(self.max_payload)
    }

    /// Protected records carry at most so many bytes from now on, or fewer if they did before. Not 0.
    pub fn limit_payload(&mut self, len: u16) -> Result<(), Error> {
        self.max_payload = self.max_payload.min(len);
        if self.protected {
            self.outbound.set_max_fragment(self.max_payload())?;
        }
        Ok(())
    }

    /// TLS 1.2: the same for all records, protected or not. RFC 6066 section 4: "the client and server MUST immediately begin
    /// fragmenting messages (including handshake messages)".
    pub fn limit_fragment(&mut self, len: u16) -> Result<(), Error> {
        self.limit_payload(len)?;
        self.outbound.set_max_fragment(self.max_payload())
    }

    /// How much longer than its data a record is at most; `None` before the suite is known.
    pub fn record_expansion(&self) -> Option<usize> {
        self.protected.then(|| self.outbound.expansion())
    }

    /// Queues a KeyUpdate: changes our sending keys (RFC 8446 section 4.6.3) and, if `request_peer`, asks the peer to
    /// change its own (not again while it has not). `BadInput` before the handshake is over and after close_notify. To be flushed.
    pub fn update_keys(&mut self, request_peer: bool) -> Result<(), Stop> {
        self.check_open()?;
        // RFC 9846 section 4.7.3: "Until receiving a subsequent KeyUpdate from the peer, the sender MUST NOT send another
        // KeyUpdate with request_update set to "update_requested"."
        let request = if request_peer && self.shared.await_key_update() {
            KeyUpdateRequest::UPDATE_REQUESTED
        } else {
            KeyUpdateRequest::UPDATE_NOT_REQUESTED
        };
        Ok(self.push_key_update(request)?)
    }

    /// Server: queues a CertificateRequest (RFC 8446 section 4.6.2) with these authorities (DER names; may be empty);
    /// `Want::Send` until it is flushed, then `Ok`. `BadInput` where that cannot be done: the client has not offered it, the
    /// configuration does not have it, a request is not answered yet, or nothing more may be sent.
    pub fn request_client_certificate(&mut self, authorities: &[Vec<u8>]) -> Result<(), Stop> {
        if !self.requested {
            self.check_open()?;
            self.push_request(authorities).inspect_err(|error| {
                // A call that may not be made now does no harm to the connection.
                if *error != Error::BadInput {
                    fail(&self.shared, *error);
                }
            })?;
            self.requested = true;
        }
        self.flush()?;
        self.requested = false;
        Ok(())
    }

    /// A request is queued and not reported as sent.
    pub fn has_requested(&self) -> bool {
        self.requested
    }

    fn push_request(&mut self, authorities: &[Vec<u8>]) -> Result<(), Error> {
        let Some(Outgoing::Asking(asking)) = self.authentication.as_deref() else {
            return Err(Error::BadInput);
        };
        if !self.shared.begin_authentication() {
            return Err(Error::BadInput);
        }
        let message = asking.request(authorities)?;
        if self.outbound.needs_key_update() {
            self.push_key_update(KeyUpdateRequest::UPDATE_NOT_REQUESTED)?;
        }
        self.outbound.push(ContentType::HANDSHAKE, &message)
    }

    /// Seals the client's replies, each whole and under one key.
    fn push_replies(&mut self) -> Result<(), Error> {
        while let Some(Outgoing::Answering(replies)) = self.authentication.as_deref()
            && let Ok(reply) = replies.try_recv()
        {
            if self.shared.is_writer_closed() {
                continue;
            }
            if self.outbound.needs_key_update() {
                self.push_key_update(KeyUpdateRequest::UPDATE_NOT_REQUESTED)?;
            }
            let messages = reply.finish(self.secret.as_ref().ok_or(Error::Internal)?)?;
            self.outbound.push(ContentType::HANDSHAKE, &messages)?;
        }
        Ok(())
    }

    /// Where it shows that a reply is owed, if this is a client that may be asked to authenticate.
    pub fn replies(&self) -> Option<Arc<Shared>> {
        let replies = matches!(self.authentication.as_deref(), Some(Outgoing::Answering(_)));
        replies.then(|| Arc::clone(&self.shared))
    }

    /// Authentication of the client may come.
    #[cfg(feature = "tls13-ephemeral")]
    pub(in crate::tls) fn set_authentication(&mut self, authentication: Box<Outgoing>) {
        self.authentication = Some(authentication);
    }

    /// Adds a handshake message to the flight and the transcript.
    pub fn write_message<T>(
        &mut self,
        transcript: &mut Transcript,
        write: impl FnOnce(&mut Vec<u8>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.flight.add(transcript, write)
    }

    /// Adds a handshake message that belongs to no transcript to the flight.
    pub fn write_unhashed(&mut self, message: &[u8]) {
        self.flight.add_unhashed(message);
    }

    /// Forgets messages that are not sealed yet: nobody wants them after an error.
    pub(super) fn drop_flight(&mut self) {
        self.flight = Flight::default();
    }

    /// Seals a ClientHello, with this version in its record header.
    pub fn write_hello(&mut self, message: &[u8], record_version: ProtocolVersion) -> Result<(), Error> {
        self.outbound.set_legacy_version(record_version);
        let sealed = self.outbound.push(ContentType::HANDSHAKE, message);
        self.outbound.set_legacy_version(ProtocolVersion::TLS1_2);
        sealed
    }

    /// Seals a change_cipher_spec, after what is in the flight: in TLS 1.3 of middlebox compatibility, in TLS 1.2 right before
    /// [`Writer::change_key12`].
    pub fn write_change_cipher_spec(&mut self) -> Result<(), Error> {
        self.change_cipher_spec_due = false;
        self.flight.seal(&mut self.outbound)?;
        self.outbound.push_change_cipher_spec()
    }

    /// Client, TLS 1.3: a change_cipher_spec will be written before the flight to come (RFC 8446 appendix D.4). An alert that
    /// comes first brings it along: a middlebox is to see none of our protected records before it.
    pub fn expect_change_cipher_spec(&mut self) {
        self.change_cipher_spec_due = true;
    }

    /// Seals what comes after the flight so far with the keys of another secret.
    pub fn change_secret(&mut self, secret: TrafficSecret) -> Result<(), Error> {
        self.flight.seal(&mut self.outbound)?;
        self.outbound.change_key(secret.sealer()?);
        self.outbound.set_max_fragment(self.max_payload())?;
        self.secret = Some(secret);
        self.protected = true;
        self.early = None;
        Ok(())
    }

    /// TLS 1.2: what is sent from now on is under this key. Right after a change_cipher_spec.
    pub fn change_key12(&mut self, key: RecordKey12) -> Result<(), Error> {
        self.flight.seal(&mut self.outbound)?;
        self.outbound.change_key(Sealer::Tls12(key));
        self.outbound.set_max_fragment(self.max_payload())?;
        self.protected = true;
        Ok(())
    }

    /// Client: what comes after the flight so far is early data, at most `max` bytes, under this secret. The next change of keys
    /// ends it.
    pub fn open_to_early_data(&mut self, secret: TrafficSecret, max: u32) -> Result<(), Error> {
        self.change_secret(secret)?;
        self.early = Some(max);
        Ok(())
    }

    /// Client: no more early data; the keys stay, because EndOfEarlyData goes out under them.
    pub fn end_early_data(&mut self) {
        self.early = None;
    }

    /// Client: a HelloRetryRequest is here: nothing is protected any more, for the second ClientHello is not.
    pub fn drop_secret(&mut self) {
        self.outbound.change_key(Sealer::Plain);
        self.secret = None;
        self.protected = false;
        self.early = None;
    }

    /// Nothing is on its way, and the client may not be asked to authenticate.
    pub(super) fn is_still(&self) -> bool {
        !self.outbound.has_unsent()
            && self.flight.is_empty()
            && self.queued.is_none()
            && !self.requested
            && self.authentication.is_none()
            && self.early.is_none()
    }

    /// TLS 1.3: what the records that go out are under.
    #[cfg(feature = "tls13")]
    pub(super) fn secret(&self) -> Option<&TrafficSecret> {
        self.secret.as_ref()
    }

    /// How many records were sealed with the present key.
    pub(super) fn sequence(&self) -> u64 {
        self.outbound.sequence()
    }

    /// So many records went before, under the present key.
    pub(super) fn skip_to(&mut self, sequence: u64) {
        self.outbound.skip_to(sequence);
    }

    /// The handshake is over: `write` may be called.
    pub(super) fn open_to_application(&mut self) {
        self.open = true;
    }

    /// Fails unless the application may send.
    fn check_open(&self) -> Result<(), Error> {
        self.check_writable()?;
        if self.open { Ok(()) } else { Err(Error::BadInput) }
    }

    /// Fails if nothing may be sealed any more.
    fn check_writable(&self) -> Result<(), Error> {
        match self.shared.failed() {
            Some(error) => Err(error),
            None if self.shared.is_writer_closed() => Err(Error::BadInput),
            None => Ok(()),
        }
    }

    /// Seals what is owed to the peer.
    fn settle(&mut self) -> Result<(), Error> {
        if let Some(description) = self.shared.take_alert() {
            self.push_alert(Alert {
                level: AlertLevel::FATAL,
                description,
            })?;
        }
        // One answer serves all requests that come before it (RFC 8446 section 4.6.3), and while something is unsent it
        // waits: a peer that asks and takes nothing must not make us hold an answer for each time that it asks.
        if !self.outbound.has_unsent() && self.shared.take_key_update() && !self.shared.is_writer_closed() {
            self.push_key_update(KeyUpdateRequest::UPDATE_NOT_REQUESTED)?;
        }
        if !self.outbound.has_unsent() && self.shared.take_reply() {
            self.push_replies()?;
        }
        if !self.outbound.has_unsent() && self.shared.take_refusal() {
            self.push_alert(Alert {
                level: AlertLevel::WARNING,
                description: AlertDescription::NO_RENEGOTIATION,
            })?;
        }
        Ok(())
    }

    /// Seals an alert, unless nothing more may be sealed.
    fn push_alert(&mut self, alert: Alert) -> Result<(), Error> {
        if self.shared.is_writer_closed() {
            return Ok(());
        }
        if alert.level == AlertLevel::FATAL || alert.description == AlertDescription::CLOSE_NOTIFY {
            self.shared.close_writer();
        }
        if self.change_cipher_spec_due {
            self.write_change_cipher_spec()?;
        }
        self.flight.seal(&mut self.outbound)?;
        self.outbound.push(ContentType::ALERT, &alert.to_bytes())
    }

    /// Seals a KeyUpdate, and what comes after it with the next keys.
    fn push_key_update(&mut self, request: KeyUpdateRequest) -> Result<(), Error> {
        let secret = self.secret.as_ref().ok_or(Error::Internal)?.next()?;
        self.outbound
            .push(ContentType::HANDSHAKE, &post::key_update(request)?)?;
        self.change_secret(secret)
    }
}

#[cfg(test)]
#[cfg(feature = "tls13")]
mod tests {
    use super::*;
    use crate::tls::{
        config::{Options, Side},
        connection::Connection,
        keys::schedule13::Early,
        record::{inbound::Inbound, protect::Sealer, protect13::Limits},
        suites::SUITES,
    };

    /// Opens the one record that is unsent.
    fn sent(writer: &mut Writer, inbound: &mut Inbound) -> (ContentType, Vec<u8>) {
        let sealed = writer.outbound.unsent().to_vec();
        let mut rest = &sealed[..];
        loop {
            match inbound.next_record() {
                Ok(record) => {
                    let content = inbound.body().to_vec();
                    inbound.consume(usize::MAX);
                    writer.outbound.sent(sealed.len() - rest.len()).unwrap();
                    return (record.kind, content);
                }
                Err(Stop::Want(Want::Recv { at_least })) => {
                    let mut loan = inbound.lend(at_least);
                    loan.space().copy_from_slice(&rest[..at_least]);
                    inbound.give_back(loan, at_least).unwrap();
                    rest = &rest[at_least..];
                }
                other => panic!("{other:?}"),
            }
        }
    }

    /// RFC 8446 section 5.5: the keys change before they have sealed too much, without anybody asking.
    #[test]
    fn keys_change_before_their_limit() {
        let keys = Early::new(&SUITES[0], None)
            .handshake(Some(&[1; 32]), &[2; 32])
            .unwrap();
        let secret = keys.traffic(&[3; 32]).unwrap().traffic_secret(Side::Client).clone();
        let mut writer = Connection::new(Arc::new(Config::new(Side::Client)), Options::default()).writer;
        writer.change_secret(secret.clone()).unwrap();
        writer.open_to_application();
        let limits = Limits {
            update_at: 3,
            refuse_at: 4,
        };
        let key = secret.record_key().unwrap().with_limits(limits);
        writer.outbound.change_key(Sealer::Tls13(key));

        let mut inbound = Inbound::new();
        inbound.change_key(secret.opener().unwrap()).unwrap();
        for _ in 0..3 {
            writer.write(b"data").unwrap();
            assert_eq!(
                sent(&mut writer, &mut inbound),
                (ContentType::APPLICATION_DATA, b"data".to_vec())
            );
        }
        writer.write(b"data").unwrap();
        let update = post::key_update(KeyUpdateRequest::UPDATE_NOT_REQUESTED).unwrap();
        assert_eq!(sent(&mut writer, &mut inbound), (ContentType::HANDSHAKE, update));
        inbound.change_key(secret.next().unwrap().opener().unwrap()).unwrap();
        assert_eq!(
            sent(&mut writer, &mut inbound),
            (ContentType::APPLICATION_DATA, b"data".to_vec())
        );
    }
}

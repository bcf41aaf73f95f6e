//! Transport bytes to one record: the receiving half of the record layer.
//!
//! ```text
//!             lend / give_back                next_record            body, read, consume
//! transport -------------------> one record ---------------> content ------------------> inbox or application
//!             exactly the bytes               opened in place          the buffer goes back to the pool
//!             that are missing
//! ```

use core::ops::Range;

use super::{
    HEADER_LEN, MAX_CIPHERTEXT_LEN, MAX_CIPHERTEXT12_LEN, MAX_PLAINTEXT_LEN,
    buffer::{Buffer, Loan},
    protect::Opener,
};
use crate::tls::{
    error::Error,
    want::{Stop, Want},
    wire::codes::{AlertDescription, AlertLevel, ContentType, ProtocolVersion},
};

/// Most change_cipher_spec records that are dropped in a handshake. One, or two after a HelloRetryRequest, are usual
/// (RFC 8446 appendix D.4); BoringSSL and OpenSSL stop at 32.
pub const MAX_CHANGE_CIPHER_SPEC: u8 = 32;
/// Most application data records without content in a row. RFC 8446 section 5.1 allows them against traffic analysis
/// and names no bound; OpenSSL and BoringSSL stop at 32.
pub const MAX_EMPTY_RECORDS: u8 = 32;
/// Most warning alerts (`user_canceled`, others before keys, any in TLS 1.2) in a row; BoringSSL stops at 4, OpenSSL at 5.
pub const MAX_WARNING_ALERTS: u8 = 4;
/// So many bytes of early data are dropped at least, if that is what we do with it. How much a client may send its ticket
/// says, which is perhaps not ours; 16 KiB are usual.
pub const MIN_EARLY_DATA_DROPPED: usize = 1 << 16;
/// What a record has beyond its plaintext at least: the inner type and a tag, the longest there is.
const MAX_OVERHEAD: usize = 17;

/// [`MAX_PLAINTEXT_LEN`] and [`MAX_INNER_LEN`](super::MAX_INNER_LEN), as they are kept here.
const MAX_CONTENT: u16 = 1 << 14;
const MAX_INNER: u16 = MAX_CONTENT + 1;

/// The record at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Handshake, alert, application_data or, in TLS 1.2, change_cipher_spec: of the content, so the inner type where it was
    /// protected in TLS 1.3.
    pub kind: ContentType,
    /// Where its unread content stands in the buffer; never empty. [`Inbound::body`] is the same as a slice.
    pub body: Range<usize>,
}

/// What an alert that does not end the connection with an error says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// close_notify: the peer sends nothing more.
    Closed,
    /// A warning to be passed over.
    Ignored,
    /// TLS 1.2: no_renegotiation, the answer to a HelloRequest or to the ClientHello of a renegotiation. Whoever wants none passes
    /// it over (RFC 5246 section 7.2.2: "This message is always a warning").
    NoRenegotiation,
}

/// The receiving half of the record layer. See the methods in the order in which they are used:
/// [`Inbound::next_record`] says how many bytes are wanted, [`Inbound::lend`] and [`Inbound::give_back`] bring them,
/// the next `next_record` has the record, [`Inbound::consume`] (or [`Inbound::read`], [`Inbound::take_alert`]) is
/// done with it.
#[derive(Debug)]
pub struct Inbound {
    opener: Opener,
    /// Only while bytes of a record are here and not all consumed.
    buffer: Option<Buffer>,
    /// The buffer is out with a callback.
    lent: bool,
    /// The record at hand; its range is empty if there is none.
    kind: ContentType,
    body: Range<usize>,
    /// Content that has to be wiped when the record is consumed.
    decrypted: Range<usize>,
    change_cipher_spec_allowed: bool,
    /// The version is TLS 1.2: a change_cipher_spec means something, and any type may be protected.
    tls12: bool,
    plaintext_alert_allowed: bool,
    mid_message: bool,
    /// Application data may come.
    application_data_allowed: bool,
    /// Longest content of a record, and longest inner plaintext, type and padding included.
    max_content: u16,
    max_inner: u16,
    /// Bytes of early data that may still be dropped.
    early_data: usize,
    change_cipher_specs: u8,
    empty_records: u8,
    warning_alerts: u8,
    failed: Option<Error>,
}

impl Default for Inbound {
    fn default() -> Self {
        Self::new()
    }
}

impl Inbound {
    /// Waiting for the first record, unprotected.
    pub fn new() -> Self {
        Self {
            opener: Opener::Plain,
            buffer: None,
            lent: false,
            kind: ContentType::HANDSHAKE,
            body: 0..0,
            decrypted: 0..0,
            change_cipher_spec_allowed: false,
            tls12: false,
            plaintext_alert_allowed: false,
            mid_message: false,
            application_data_allowed: true,
            max_content: MAX_CONTENT,
            max_inner: MAX_INNER,
            early_data: 0,
            change_cipher_specs: 0,
            empty_records: 0,
            warning_alerts: 0,
            failed: None,
        }
    }

    /// The record whose content is not all consumed, or the next one.
    ///
    /// `Want::Recv` asks for the bytes missing to the end of the header, then to the end of the record: never more.
    /// What has to be dropped (empty application data, change_cipher_spec while it is allowed) is dropped in here.
    /// Errors are final and repeat: `InvalidRecord`, `RecordOverflow`, `BadRecordMac`, `UnexpectedMessage`, `TooMuch`;
    /// `BadInput` if the buffer is out on loan.
    pub fn next_record(&mut self) -> Result<Record, Stop> {
        if let Some(error) = self.failed {
            return Err(error.into());
        }
        if self.lent {
            return Err(Error::BadInput.into());
        }
        loop {
            if self.has_unread() {
                return Ok(Record {
                    kind: self.kind,
                    body: self.body.clone(),
                });
            }
            match self.gather() {
                Ok(Gathered::Missing(at_least)) => return Err(Want::Recv { at_least }.into()),
                Ok(Gathered::Whole(header)) => self.open(header).or_else(|error| self.fail(error))?,
                Err(error) => self.fail(error)?,
            }
        }
    }

    /// The unread content of the record at hand; empty if there is none.
    pub fn body(&self) -> &[u8] {
        self.buffer
            .as_ref()
            .and_then(|buffer| buffer.filled().get(self.body.clone()))
            .unwrap_or(&[])
    }

    /// Counts `len` bytes of [`Inbound::body`] as read; after the last the buffer goes back to the pool.
    pub fn consume(&mut self, len: usize) {
        self.body.start = self.body.start.saturating_add(len).min(self.body.end);
        if self.body.is_empty() && !self.lent {
            self.release();
        }
    }

    /// Copies content of the record at hand to `out`, as much as fits, and consumes it. Returns its length.
    pub fn read(&mut self, out: &mut [u8]) -> usize {
        let body = self.body();
        let len = body.len().min(out.len());
        if let (Some(to), Some(from)) = (out.get_mut(..len), body.get(..len)) {
            to.copy_from_slice(from);
        }
        self.consume(len);
        len
    }

    /// Consumes the record at hand, which is an alert.
    ///
    /// Errors: `PeerAlert` for every alert that ends the connection. In TLS 1.3 that is all but two, whatever level
    /// they claim (RFC 8446 section 6); while nothing is protected, and the version so perhaps still unknown, a
    /// warning of any kind is passed over, because TLS 1.2 servers send such (RFC 6066 section 3). In TLS 1.2 the level
    /// decides, and warnings other than close_notify are passed over. `DecodeError` for a record that is not exactly one
    /// alert (section 5.1), `TooMuch` for a flood of warnings, `UnexpectedMessage` for a warning between the fragments of
    /// a message.
    ///
    /// ```text
    /// struct {
    ///     AlertLevel level;
    ///     AlertDescription description;
    /// } Alert;
    /// ```
    pub fn take_alert(&mut self) -> Result<Notice, Error> {
        let alert = match *self.body() {
            [level, description] => Ok((AlertLevel(level), AlertDescription(description))),
            _ => Err(Error::DecodeError),
        };
        self.consume(usize::MAX);
        let (level, description) = alert?;
        if self.tls12 {
            return self.take_alert12(level, description);
        }
        let plain = matches!(self.opener, Opener::Plain);
        let passed_over = description == AlertDescription::USER_CANCELED || (plain && level == AlertLevel::WARNING);
        match description {
            AlertDescription::CLOSE_NOTIFY => Ok(Notice::Closed),
            // The message would go on behind it.
            _ if passed_over && self.mid_message => Err(Error::UnexpectedMessage),
            _ if passed_over => self.count_warning(),
            _ => Err(Error::PeerAlert(description)),
        }
    }

    /// The same in TLS 1.2 (RFC 5246 section 7.2). As in 3.6 every level but fatal is a warning.
    fn take_alert12(&mut self, level: AlertLevel, description: AlertDescription) -> Result<Notice, Error> {
        match description {
            _ if level == AlertLevel::FATAL => Err(Error::PeerAlert(description)),
            AlertDescription::CLOSE_NOTIFY => Ok(Notice::Closed),
            // The message would go on behind it, which 3.6.6 refuses, too.
            _ if self.mid_message => Err(Error::UnexpectedMessage),
            AlertDescription::NO_RENEGOTIATION => self.count_warning().map(|_| Notice::NoRenegotiation),
            _ => self.count_warning(),
        }
    }

    /// There is a record with unread content.
    pub fn has_unread(&self) -> bool {
        !self.body.is_empty()
    }

    /// Bytes of application data that [`Inbound::read`] has ready.
    pub fn bytes_available(&self) -> usize {
        if self.kind == ContentType::APPLICATION_DATA {
            self.body.len()
        } else {
            0
        }
    }

    /// The transport stands in the middle of a record: its end here is a truncation even before keys.
    pub fn is_mid_record(&self) -> bool {
        self.buffer.is_some() && !self.has_unread()
    }

    /// Opens what comes from now on with other keys.
    ///
    /// Errors: `UnexpectedMessage` if content of the record at hand is unread, for it came under the old keys (RFC
    /// 8446 section 5.1: "Handshake messages MUST NOT span key changes"). The inbox must refuse the same for bytes
    /// that it has taken and not used.
    pub fn change_key(&mut self, opener: Opener) -> Result<(), Error> {
        if self.has_unread() {
            return Err(Error::UnexpectedMessage);
        }
        self.opener = opener;
        self.plaintext_alert_allowed = false;
        self.early_data = 0;
        Ok(())
    }

    /// Whether a change_cipher_spec is dropped or refused; refused at first. A client allows it once its ClientHello
    /// is sent, a server once it has the first ClientHello; both refuse it again after the peer's Finished (RFC 8446
    /// section 5).
    pub fn allow_change_cipher_spec(&mut self, allowed: bool) {
        self.change_cipher_spec_allowed = allowed;
    }

    /// The version is TLS 1.2: a change_cipher_spec is a record like others from now on, and every header says 0x0303.
    pub fn use_tls12(&mut self) {
        self.tls12 = true;
    }

    /// The version is TLS 1.2.
    pub fn is_tls12(&self) -> bool {
        self.tls12
    }

    /// How many records of TLS 1.2 came under the present key.
    pub fn records12(&self) -> u64 {
        match &self.opener {
            Opener::Tls12(key) => key.sequence(),
            Opener::Plain | Opener::Tls13(_) => 0,
        }
    }

    /// Whether a handshake message has begun whose rest is still to come. Until then only handshake records and
    /// alerts are accepted: RFC 8446 section 5.1: "if a handshake message is split over two or more records, there
    /// MUST NOT be any other records between them". An alert that ends the connection is let through because it says
    /// why the rest will not come. TLS 1.2 has no such rule; it is kept there as well, as in 3.6.6.
    pub fn set_mid_message(&mut self, mid_message: bool) {
        self.mid_message = mid_message;
    }

    /// Whether application data may come; it may at first, before keys by nature not. An empty record of it is dropped in here,
    /// where nobody else sees that it came too early.
    pub fn allow_application_data(&mut self, allowed: bool) {
        self.application_data_allowed = allowed;
    }

    /// Accepts one unprotected fatal alert until a record was opened with the present key. For a server that has just
    /// changed to the client's handshake keys: a client that refuses the ServerHello has no keys to send its alert
    /// under.
    ///
    /// DEVIATION: RFC 8446 section 5.2 has no room for it; without it the application would hear of a bad record
    /// where the peer said what is wrong. Whoever can forge it can break the connection anyway.
    pub fn allow_plaintext_alert(&mut self) {
        self.plaintext_alert_allowed = true;
    }

    /// Longest content that a record may have, in bytes: 2^14 at first.
    pub fn max_content(&self) -> usize {
        usize::from(self.max_content.min(self.max_inner.saturating_sub(1)))
    }

    /// Takes protected records with at most so much content from now on (RFC 6066 section 4, in TLS 1.2 also RFC 8449 section 4).
    /// More than 2^14 is 2^14.
    ///
    /// DEVIATION: RFC 6066 has it hold at once for what is not protected, too. 3.6 agrees to a limit and cuts no handshake message,
    /// so that a certificate of its would be refused.
    pub fn limit_content(&mut self, len: u16) {
        self.max_content = len.min(MAX_CONTENT);
    }

    /// Takes protected records of at most so many bytes from now on, type and padding included (RFC 8449 section 4). More than
    /// 2^14 + 1 is that.
    pub fn limit_inner(&mut self, len: u16) {
        self.max_inner = len.min(MAX_INNER);
    }

    /// Both limits, in this order.
    pub fn limits(&self) -> (u16, u16) {
        (self.max_content, self.max_inner)
    }

    /// No part of a record is here, nor an error.
    pub fn is_still(&self) -> bool {
        self.buffer.is_none() && !self.lent && self.failed.is_none()
    }

    /// How many records were opened with the present key.
    pub fn sequence(&self) -> u64 {
        self.opener.sequence()
    }

    /// So many records went before, under the present key.
    pub fn skip_to(&mut self, sequence: u64) {
        self.opener.skip_to(sequence);
    }

    /// Drops early data that was not accepted, up to `max` bytes (or [`MIN_EARLY_DATA_DROPPED`], if that is more) and until
    /// another record is here. RFC 8446 section 4.2.10 has a server skip it in two ways: after its ServerHello "by attempting
    /// to deprotect received records using the handshake traffic key, discarding records which fail deprotection", after a
    /// HelloRetryRequest "all records with an external content type of "application_data"", both "up to the configured
    /// max_early_data_size". How much plaintext a record holds cannot be seen; padding counts as if it were some, and each
    /// record counts one byte at least.
    pub fn skip_early_data(&mut self, max: u32) {
        let max = usize::try_from(max).unwrap_or(usize::MAX);
        self.early_data = max.max(MIN_EARLY_DATA_DROPPED);
    }

    /// So many records came under the present key that the peer should be asked to update it (RFC 8446 section 4.6.3).
    /// Only a hint: the limits of section 5.5 are for the sender to keep, and nothing is refused for them here.
    pub fn wants_key_update(&self) -> bool {
        match &self.opener {
            Opener::Plain | Opener::Tls12(_) => false,
            Opener::Tls13(key) => key.wants_update(),
        }
    }

    /// Whether the body that is missing, of `len` bytes, may be received straight into the application's memory and be opened
    /// there by [`Inbound::open_in`]: all of it is missing, and it is protected application data by its header.
    pub fn may_open_in(&self, len: usize) -> bool {
        let header = self.buffer.as_ref().map_or(&[][..], Buffer::filled);
        let [kind, _, _, l0, l1] = *header else { return false };
        self.failed.is_none()
            && !self.lent
            && !self.mid_message
            && !self.has_unread()
            && self.early_data == 0
            && self.opener.opens_in_place()
            && ContentType(kind) == ContentType::APPLICATION_DATA
            && usize::from(u16::from_be_bytes([l0, l1])) == len
    }

    /// Opens in place the body of which [`Inbound::may_open_in`] was asked. Application data stays where it is, at the front of
    /// `record`: its length. Anything else is taken into the buffer, as if it had been received there, and wiped here: `None`.
    ///
    /// Errors as [`Inbound::next_record`]; `record` then holds nothing of what came.
    pub fn open_in(&mut self, record: &mut [u8]) -> Result<Option<usize>, Error> {
        let opened = self.open_elsewhere(record);
        if !matches!(opened, Ok(Some(_))) {
            record.fill(0);
        }
        opened.inspect_err(|&error| {
            let _ = self.fail(error);
        })
    }

    fn open_elsewhere(&mut self, record: &mut [u8]) -> Result<Option<usize>, Error> {
        if !self.may_open_in(record.len()) {
            return Err(Error::Internal);
        }
        let buffer = self.buffer.as_mut().ok_or(Error::Internal)?;
        let header = *buffer.filled().first_chunk::<HEADER_LEN>().ok_or(Error::Internal)?;
        let max_inner = usize::from(self.max_inner);
        let (kind, len) = self
            .opener
            .open(&header, ContentType::APPLICATION_DATA, record, max_inner)?;
        self.early_data = 0;
        self.plaintext_alert_allowed = false;
        if kind == ContentType::APPLICATION_DATA && (1..=usize::from(self.max_content)).contains(&len) {
            self.warning_alerts = 0;
            self.empty_records = 0;
            self.release();
            return Ok(Some(len));
        }
        buffer.append(record.get(..len).ok_or(Error::Internal)?);
        self.decrypted = HEADER_LEN..HEADER_LEN.saturating_add(len);
        self.accept(kind, len, true).map(|()| None)
    }

    /// Moves the buffer out for the time of the transport's callback, with room for exactly `at_least` bytes, the
    /// number of the `Want::Recv`. An empty loan if it is out already.
    pub fn lend(&mut self, at_least: usize) -> Loan {
        if self.lent {
            return Loan {
                buffer: None,
                wanted: 0,
            };
        }
        self.lent = true;
        let buffer = self.buffer.take().unwrap_or_else(Buffer::take);
        Loan {
            buffer: Some(buffer),
            wanted: at_least,
        }
    }

    /// Takes the buffer back, with `received` bytes more in it.
    ///
    /// Errors: `Internal` (final) if the callback claims more than it was given room for; `BadInput` if nothing is
    /// lent, as when the connection was reset under the callback: then the loan is dropped.
    pub fn give_back(&mut self, loan: Loan, received: usize) -> Result<(), Error> {
        let Some(mut buffer) = loan.buffer else {
            return if received == 0 { Ok(()) } else { Err(Error::BadInput) };
        };
        if !self.lent {
            return Err(Error::BadInput);
        }
        self.lent = false;
        if received > loan.wanted {
            self.failed = Some(Error::Internal);
            return Err(Error::Internal);
        }
        buffer.advance(received);
        if !buffer.is_empty() {
            self.buffer = Some(buffer);
        }
        Ok(())
    }

    /// What is missing to a whole record, or its header. Refuses a header as soon as it is here.
    fn gather(&self) -> Result<Gathered, Error> {
        let filled = self.buffer.as_ref().map_or(&[][..], Buffer::filled);
        let Some(header) = filled.first_chunk::<HEADER_LEN>() else {
            return Ok(Gathered::Missing(HEADER_LEN.saturating_sub(filled.len())));
        };
        let body_len = self.check_header(header)?;
        match body_len.saturating_add(HEADER_LEN).saturating_sub(filled.len()) {
            0 => Ok(Gathered::Whole(*header)),
            missing => Ok(Gathered::Missing(missing)),
        }
    }

    /// Length of the body, if a record with this header may come now.
    fn check_header(&self, header: &[u8; HEADER_LEN]) -> Result<usize, Error> {
        let [kind, major, _, l0, l1] = *header;
        let len = usize::from(u16::from_be_bytes([l0, l1]));
        let kind = ContentType(kind);
        if kind.name().is_none() {
            return Err(Error::InvalidRecord);
        }
        // DEVIATION: RFC 8446 section 5.1 has legacy_record_version ignored for all purposes. The major version is
        // looked at, as 3.6 does, because it tells TLS from something else at the other end.
        if major != 3 {
            return Err(Error::InvalidRecord);
        }
        if self.tls12 {
            return self.check_header12(header, len);
        }
        let protected = matches!(self.opener, Opener::Tls13(_));
        let skipping = self.early_data > 0 && !self.mid_message;
        let max = if (protected || skipping) && kind == ContentType::APPLICATION_DATA {
            MAX_CIPHERTEXT_LEN
        } else {
            MAX_PLAINTEXT_LEN
        };
        // RFC 8446 sections 5.1 and 5.2: a record over the limit "MUST terminate the connection with a
        // "record_overflow" alert".
        if len > max {
            return Err(Error::RecordOverflow);
        }
        let allowed = match kind {
            ContentType::CHANGE_CIPHER_SPEC => self.change_cipher_spec_allowed && !self.mid_message,
            ContentType::APPLICATION_DATA => protected || skipping,
            ContentType::ALERT => !protected || self.plaintext_alert_allowed,
            _ => !protected,
        };
        if allowed {
            Ok(len)
        } else {
            Err(Error::UnexpectedMessage)
        }
    }

    /// The same in TLS 1.2.
    fn check_header12(&self, header: &[u8; HEADER_LEN], len: usize) -> Result<usize, Error> {
        let [kind, major, minor, ..] = *header;
        let kind = ContentType(kind);
        let protected = matches!(self.opener, Opener::Tls12(_));
        // RFC 5246 section 6.2.1: "The version of the protocol being employed." It is authenticated as such, too. 3.6 takes every
        // version up to its highest, OpenSSL only the right one. A peer that says it does not take our version may say so in a
        // record of another.
        let is_right = ProtocolVersion(u16::from_be_bytes([major, minor])) == ProtocolVersion::TLS1_2;
        if !is_right && (protected || kind != ContentType::ALERT) {
            return Err(Error::InvalidRecord);
        }
        // RFC 5246 section 6.2.3: "The length MUST NOT exceed 2^14 + 2048."
        let max = if protected {
            MAX_CIPHERTEXT12_LEN
        } else {
            MAX_PLAINTEXT_LEN
        };
        if len > max {
            return Err(Error::RecordOverflow);
        }
        if kind == ContentType::APPLICATION_DATA && !protected {
            return Err(Error::UnexpectedMessage);
        }
        Ok(len)
    }

    /// Opens the whole record in the buffer, or drops it.
    fn open(&mut self, header: [u8; HEADER_LEN]) -> Result<(), Error> {
        let buffer = self.buffer.as_mut().ok_or(Error::Internal)?;
        let body = buffer.filled_mut().get_mut(HEADER_LEN..).ok_or(Error::Internal)?;
        let [outer, ..] = header;
        let outer = ContentType(outer);
        let protected = match self.opener {
            Opener::Plain => false,
            Opener::Tls13(_) => outer == ContentType::APPLICATION_DATA,
            Opener::Tls12(_) => true,
        };
        let body_len = body.len();
        let (kind, len) = match outer {
            ContentType::APPLICATION_DATA if !protected => {
                return self.drop_early_data(body_len, Error::UnexpectedMessage);
            }
            ContentType::CHANGE_CIPHER_SPEC if !self.tls12 => {
                // RFC 8446 section 5: dropped "without further processing" if it "consists of the single byte value
                // 0x01".
                if body != [1] {
                    return Err(Error::UnexpectedMessage);
                }
                self.release();
                return count(&mut self.change_cipher_specs, MAX_CHANGE_CIPHER_SPEC);
            }
            ContentType::ALERT if matches!(self.opener, Opener::Tls13(_)) => {
                let fatal = body.first() == Some(&AlertLevel::FATAL.0);
                if !fatal {
                    return Err(Error::UnexpectedMessage);
                }
                (outer, body.len())
            }
            _ => match self.opener.open(&header, outer, body, usize::from(self.max_inner)) {
                Err(Error::BadRecordMac) => return self.drop_early_data(body_len, Error::BadRecordMac),
                opened => opened?,
            },
        };
        self.early_data = 0;
        if protected {
            self.plaintext_alert_allowed = false;
            self.decrypted = HEADER_LEN..HEADER_LEN.saturating_add(len);
        }
        self.accept(kind, len, protected)
    }

    /// Looks at an opened record's content, which stands behind the header in the buffer, and makes it the record at hand.
    fn accept(&mut self, kind: ContentType, len: usize, protected: bool) -> Result<(), Error> {
        // RFC 8446 section 5.2: the content of an inner plaintext is at most 2^14 bytes, or what was negotiated by RFC 6066
        // section 4; padding counts only to its own limit.
        let max = if protected { self.max_content } else { MAX_CONTENT };
        if len > usize::from(max) {
            return Err(Error::RecordOverflow);
        }
        if self.mid_message && !matches!(kind, ContentType::HANDSHAKE | ContentType::ALERT) {
            return Err(Error::UnexpectedMessage);
        }
        if len == 0 {
            // RFC 8446 section 5.4: "Implementations MUST NOT send Handshake and Alert records that have a zero-length
            // TLSInnerPlaintext.content; if such a message is received, the receiving implementation MUST terminate the
            // connection with an "unexpected_message" alert." RFC 5246 section 6.2.1 has the same of "zero-length fragments of
            // Handshake, Alert, or ChangeCipherSpec content types", and allows them of application data.
            if kind != ContentType::APPLICATION_DATA || !self.application_data_allowed {
                return Err(Error::UnexpectedMessage);
            }
            self.release();
            return count(&mut self.empty_records, MAX_EMPTY_RECORDS);
        }
        // Warnings, and messages after the handshake, say as little as empty records: none makes the others count from the start.
        if kind == ContentType::APPLICATION_DATA {
            self.warning_alerts = 0;
            self.empty_records = 0;
        }
        self.kind = kind;
        self.body = HEADER_LEN..HEADER_LEN.saturating_add(len);
        Ok(())
    }

    /// Drops the record in the buffer, whose body is `len` bytes, if it may be early data; otherwise it is `error`.
    fn drop_early_data(&mut self, len: usize, error: Error) -> Result<(), Error> {
        let plaintext = len.saturating_sub(MAX_OVERHEAD).max(1);
        self.early_data = self.early_data.checked_sub(plaintext).ok_or(error)?;
        self.release();
        Ok(())
    }

    /// One warning more.
    fn count_warning(&mut self) -> Result<Notice, Error> {
        count(&mut self.warning_alerts, MAX_WARNING_ALERTS).map(|()| Notice::Ignored)
    }

    /// Fails for good.
    fn fail(&mut self, error: Error) -> Result<(), Error> {
        self.failed = Some(error);
        self.release();
        Err(error)
    }

    /// Wipes what was decrypted and gives the buffer back to the pool.
    fn release(&mut self) {
        if let Some(mut buffer) = self.buffer.take() {
            // Not elided: the pool's next user can see it.
            if let Some(content) = buffer.filled_mut().get_mut(self.decrypted.clone()) {
                content.fill(0);
            }
        }
        self.body = 0..0;
        self.decrypted = 0..0;
    }
}

impl Drop for Inbound {
    fn drop(&mut self) {
        self.release();
    }
}

/// What [`Inbound::gather`] found.
enum Gathered {
    /// So many bytes are still to come.
    Missing(usize),
    /// A record with this header is in the buffer.
    Whole([u8; HEADER_LEN]),
}

/// Counts one up; `TooMuch` beyond `max`.
fn count(counter: &mut u8, max: u8) -> Result<(), Error> {
    *counter = counter.saturating_add(1);
    if *counter > max { Err(Error::TooMuch) } else { Ok(()) }
}

#[cfg(test)]
#[cfg(feature = "tls13")]
mod tests;

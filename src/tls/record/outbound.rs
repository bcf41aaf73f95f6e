//! Content to sealed bytes: the sending half of the record layer.

use super::{
    MAX_PLAINTEXT_LEN,
    buffer::{Buffer, Loan},
    protect::{Padding, Sealer},
};
use crate::tls::{
    error::Error,
    wire::codes::{ContentType, ProtocolVersion},
};

/// The sending half of the record layer: a queue of sealed records.
///
/// [`Outbound::push`] as often as a flight needs, then send [`Outbound::unsent`] in one go ([`Outbound::lend`] and
/// [`Outbound::give_back`], or [`Outbound::sent`]) until nothing is left. Keys may change in between: what is in the
/// queue was sealed when it was pushed. The buffer goes back to the pool when the last byte is sent.
#[derive(Debug)]
pub struct Outbound {
    sealer: Sealer,
    /// Only while something is unsent.
    buffer: Option<Buffer>,
    lent: bool,
    max_fragment: usize,
    padding_granularity: usize,
    version: ProtocolVersion,
}

impl Default for Outbound {
    fn default() -> Self {
        Self {
            sealer: Sealer::Plain,
            buffer: None,
            lent: false,
            max_fragment: MAX_PLAINTEXT_LEN,
            padding_granularity: 0,
            version: ProtocolVersion::TLS1_2,
        }
    }
}

impl Outbound {
    /// Nothing to send, nothing protected, no padding, fragments of up to 2^14 bytes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Seals `payload` and appends it to the queue, in as many records of at most [`Outbound::max_fragment`] bytes as
    /// it takes.
    ///
    /// Copies each byte once. An empty payload is one empty record for application data and is `BadInput` for the rest
    /// (RFC 8446 section 5.1). Errors: `CounterWrapping` when the key has sealed as much as its AEAD allows.
    pub fn push(&mut self, kind: ContentType, payload: &[u8]) -> Result<(), Error> {
        if payload.is_empty() {
            return match kind {
                ContentType::APPLICATION_DATA => self.seal(kind, payload),
                _ => Err(Error::BadInput),
            };
        }
        payload
            .chunks(self.max_fragment)
            .try_for_each(|fragment| self.seal(kind, fragment))
    }

    /// Appends a change_cipher_spec record of the single byte 1: in TLS 1.3 never protected (RFC 8446 appendix D.4), in TLS 1.2
    /// under the keys that end with it (RFC 5246 section 7.1).
    pub fn push_change_cipher_spec(&mut self) -> Result<(), Error> {
        if let Sealer::Tls12(_) = self.sealer {
            return self.seal(ContentType::CHANGE_CIPHER_SPEC, &[1]);
        }
        let buffer = self.buffer.get_or_insert_with(Buffer::take);
        Sealer::Plain.seal(
            ContentType::CHANGE_CIPHER_SPEC,
            &[1],
            ProtocolVersion::TLS1_2,
            Padding::NONE,
            buffer,
        )
    }

    /// Seals what is pushed from now on with other keys.
    pub fn change_key(&mut self, sealer: Sealer) {
        self.sealer = sealer;
    }

    /// How many records were sealed with the present key.
    pub fn sequence(&self) -> u64 {
        self.sealer.sequence()
    }

    /// So many records went before, under the present key.
    pub fn skip_to(&mut self, sequence: u64) {
        self.sealer.skip_to(sequence);
    }

    /// A KeyUpdate is to be sent before more application data: the key is near the limit of its AEAD (RFC 8446
    /// section 5.5).
    pub fn needs_key_update(&self) -> bool {
        self.sealer.wants_update()
    }

    /// How many records of TLS 1.2 were sealed with the present key.
    pub fn records12(&self) -> u64 {
        match &self.sealer {
            Sealer::Tls12(key) => key.sequence(),
            Sealer::Plain | Sealer::Tls13(_) => 0,
        }
    }

    /// Longest content of one record that is sent, in bytes: 2^14 at first. With its type and padding a protected record is
    /// at most one byte longer.
    pub fn max_fragment(&self) -> usize {
        self.max_fragment
    }

    /// Sets it; `BadInput` unless 1 to 2^14.
    pub fn set_max_fragment(&mut self, len: usize) -> Result<(), Error> {
        if !(1..=MAX_PLAINTEXT_LEN).contains(&len) {
            return Err(Error::BadInput);
        }
        self.max_fragment = len;
        Ok(())
    }

    /// Pads the inner plaintext of protected records to a multiple of so many bytes (RFC 8446 section 5.4); 0 and 1:
    /// no padding.
    pub fn set_padding_granularity(&mut self, granularity: u16) {
        self.padding_granularity = usize::from(granularity);
    }

    /// The `legacy_record_version` of unprotected records: 0x0303 at first. RFC 8446 section 5.1 lets a client put
    /// 0x0301 on its initial ClientHello.
    pub fn set_legacy_version(&mut self, version: ProtocolVersion) {
        self.version = version;
    }

    /// Bytes that a record has beyond its content, header included, padding not.
    pub fn expansion(&self) -> usize {
        self.sealer.expansion()
    }

    /// Everything sealed and not sent.
    pub fn unsent(&self) -> &[u8] {
        self.buffer.as_ref().map_or(&[], Buffer::filled)
    }

    /// Something is sealed and not sent (also while it is out on loan).
    pub fn has_unsent(&self) -> bool {
        self.lent || self.buffer.is_some()
    }

    /// Counts `len` bytes of [`Outbound::unsent`] as sent; `Internal` if that is more than there are.
    pub fn sent(&mut self, len: usize) -> Result<(), Error> {
        let Some(buffer) = &mut self.buffer else {
            return if len == 0 { Ok(()) } else { Err(Error::Internal) };
        };
        if len > buffer.len() {
            return Err(Error::Internal);
        }
        buffer.consume(len);
        if buffer.is_empty() {
            self.buffer = None;
        }
        Ok(())
    }

    /// Moves the queue out for the time of the transport's callback. An empty loan if nothing is unsent or it is out
    /// already. What is pushed meanwhile goes behind what is lent.
    pub fn lend(&mut self) -> Loan {
        if self.lent {
            return Loan {
                buffer: None,
                wanted: 0,
            };
        }
        let buffer = self.buffer.take();
        self.lent = buffer.is_some();
        Loan { buffer, wanted: 0 }
    }

    /// Takes the queue back, `sent` bytes of it sent.
    ///
    /// Errors: `Internal` if the callback claims more than it was given; `BadInput` if nothing is lent, as when the
    /// connection was reset under the callback: then the loan is dropped.
    pub fn give_back(&mut self, loan: Loan, sent: usize) -> Result<(), Error> {
        let Some(mut buffer) = loan.buffer else {
            return if sent == 0 { Ok(()) } else { Err(Error::BadInput) };
        };
        if !self.lent {
            return Err(Error::BadInput);
        }
        self.lent = false;
        if let Some(later) = self.buffer.take() {
            buffer.append(later.filled());
            let lent = buffer.len().saturating_sub(later.len());
            self.buffer = Some(buffer);
            return if sent > lent {
                Err(Error::Internal)
            } else {
                self.sent(sent)
            };
        }
        self.buffer = Some(buffer);
        self.sent(sent)
    }

    /// Appends one record.
    fn seal(&mut self, kind: ContentType, content: &[u8]) -> Result<(), Error> {
        let buffer = self.buffer.get_or_insert_with(Buffer::take);
        let padding = Padding {
            granularity: self.padding_granularity,
            max_inner: self.max_fragment.saturating_add(1),
        };
        let sealed = self.sealer.seal(kind, content, self.version, padding, buffer);
        if sealed.is_err() && buffer.is_empty() {
            self.buffer = None;
        }
        sealed
    }
}

#[cfg(test)]
#[cfg(feature = "tls13")]
mod tests;

//! The header that every handshake message has, and how long a message may be.
//!
//! ```text
//! struct {
//!     HandshakeType msg_type;    /* handshake type */
//!     uint24 length;             /* remaining bytes in message */
//!     select (Handshake.msg_type) { ... };
//! } Handshake;
//! ```
//! RFC 8446 section 4.

use super::codec::{Decoder, Encoder};
use super::codes::HandshakeType;
use crate::tls::error::Error;

/// The first four bytes of a handshake message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// Which message.
    pub msg_type: HandshakeType,
    /// Bytes of the body that follows.
    pub length: usize,
}

impl Header {
    /// Bytes of a header.
    pub const LEN: usize = 4;

    /// Reads a header from the front of `bytes`; `None` while there are fewer than [`Header::LEN`].
    ///
    /// # Errors
    /// [`Error::DecodeError`] when the message is longer than [`max_length`] allows, so that nobody gathers it.
    pub fn read(bytes: &[u8]) -> Result<Option<Self>, Error> {
        let mut input = Decoder::new(bytes);
        let (Ok(msg_type), Ok(length)) = (input.u8(), input.u24()) else {
            return Ok(None);
        };
        let header = Self {
            msg_type: HandshakeType(msg_type),
            length: usize::try_from(length).map_err(|_| Error::DecodeError)?,
        };
        if header.length > max_length(header.msg_type) {
            return Err(Error::DecodeError);
        }
        Ok(Some(header))
    }

    /// Bytes of the whole message, this header included.
    pub const fn message_length(self) -> usize {
        self.length.saturating_add(Self::LEN)
    }
}

/// Splits a whole message into its type and its body.
///
/// # Errors
/// [`Error::DecodeError`] unless `message` is exactly one message of a permitted length.
pub fn split(message: &[u8]) -> Result<(HandshakeType, &[u8]), Error> {
    let header = Header::read(message)?.ok_or(Error::DecodeError)?;
    let (_, body) = message.split_at_checked(Header::LEN).ok_or(Error::DecodeError)?;
    if body.len() == header.length {
        Ok((header.msg_type, body))
    } else {
        Err(Error::DecodeError)
    }
}

/// Appends one whole message to `out`: the header, then what `fill` writes. When `fill` fails, `out` is as it was.
///
/// # Errors
/// What `fill` fails with, and [`Error::Internal`] when a length does not fit its field.
pub fn write<T>(
    msg_type: HandshakeType,
    out: &mut Vec<u8>,
    fill: impl FnOnce(&mut Encoder<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    let start = out.len();
    let mut encoder = Encoder::new(out);
    encoder.u8(msg_type.0);
    let mut outcome = Err(Error::Internal);
    let written = encoder.vec24(|body| {
        outcome = fill(body);
        outcome.as_ref().map(|_| ()).map_err(|error| *error)
    });
    if let Err(error) = written {
        out.truncate(start);
        return Err(error);
    }
    outcome
}

/// Appends the synthetic message that stands for the first ClientHello in the transcript once a HelloRetryRequest was sent
/// (RFC 8446 section 4.4.1): `message_hash || 00 00 Hash.length || Hash(ClientHello1)`.
pub fn write_message_hash(hash: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
    write(HandshakeType::MESSAGE_HASH, out, |body| {
        body.bytes(hash);
        Ok(())
    })
}

/// Longest body accepted of a message that has no limit of its own below. The length field would allow 16 MiB, which a peer
/// must not be able to make us hold; one vector of `2^16-1` bytes and some fixed fields are the most that honest messages
/// need (RFC 8446 section 4).
pub const MAX_HANDSHAKE_LEN: usize = 0x1_0000;

/// Longest body accepted of a Certificate message (RFC 8446 section 4.4.2). Chains of ten certificates with post-quantum
/// keys and signatures (ML-DSA-87: about 7.5 KB each) fit with room for stapled OCSP responses; other libraries' defaults
/// lie around 100 KB.
pub const MAX_CERTIFICATE_LEN: usize = 0x2_0000;

/// Longest body accepted of a ClientHello (RFC 8446 section 4.1.2): 2^16-1 bytes of extensions beside as many of cipher
/// suites would be 131 KB; real ones are under 2 KB, with padding and several post-quantum shares under 20 KB.
pub const MAX_CLIENT_HELLO_LEN: usize = 0x1_0000;

/// Longest body accepted of a Finished: the longest hash there is, SHA-512 (RFC 8446 section 4.4.4).
pub const MAX_FINISHED_LEN: usize = 64;

/// Body of a KeyUpdate (RFC 8446 section 4.6.3).
pub const KEY_UPDATE_LEN: usize = 1;

/// How long a body of this type may be. A longer one is refused as soon as its header is here.
pub const fn max_length(msg_type: HandshakeType) -> usize {
    match msg_type {
        HandshakeType::CERTIFICATE | HandshakeType::COMPRESSED_CERTIFICATE => MAX_CERTIFICATE_LEN,
        HandshakeType::CLIENT_HELLO => MAX_CLIENT_HELLO_LEN,
        HandshakeType::FINISHED => MAX_FINISHED_LEN,
        HandshakeType::KEY_UPDATE => KEY_UPDATE_LEN,
        HandshakeType::HELLO_REQUEST | HandshakeType::END_OF_EARLY_DATA | HandshakeType::SERVER_HELLO_DONE => 0,
        _ => MAX_HANDSHAKE_LEN,
    }
}

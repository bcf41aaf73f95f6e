//! How long records may be: `max_fragment_length` (RFC 6066 section 4) and `record_size_limit` (RFC 8449).

use super::Context;
use crate::tls::{
    config::Config,
    connection::{Reader, Writer},
    error::Error,
    wire::{client_hello::ClientHello, codes::MaxFragmentLength, encrypted_extensions::EncryptedExtensions},
};

/// Longest content of a record (RFC 8446 section 5.1).
const MAX_CONTENT: u16 = 1 << 14;
/// The largest `record_size_limit` in TLS 1.3: RFC 8449 section 4 counts the content type too.
pub const MAX_RECORD_SIZE_LIMIT: u16 = MAX_CONTENT + 1;

/// The longest content that we protect if the peer says nothing.
pub fn of_config(config: &Config) -> u16 {
    config.max_fragment_length.map_or(MAX_CONTENT, length)
}

/// What a value of `max_fragment_length` stands for, in bytes.
fn length(value: MaxFragmentLength) -> u16 {
    match value {
        MaxFragmentLength::LEN_512 => 1 << 9,
        MaxFragmentLength::LEN_1024 => 1 << 10,
        MaxFragmentLength::LEN_2048 => 1 << 11,
        MaxFragmentLength::LEN_4096 => 1 << 12,
        _ => MAX_CONTENT,
    }
}

/// Client: holds what the server says against what was asked for, and keeps to it from now on.
pub fn accept(cx: &mut Context<'_>, extensions: &EncryptedExtensions<'_>) -> Result<(), Error> {
    match (extensions.max_fragment_length, extensions.record_size_limit) {
        (None, None) => Ok(()),
        // RFC 8449 section 5: "A client MUST treat receipt of both "max_fragment_length" and "record_size_limit" as a fatal
        // error, and it SHOULD generate an "illegal_parameter" alert."
        (Some(_), Some(_)) => Err(Error::IllegalParameter),
        (Some(value), None) => {
            // RFC 6066 section 4: "if a client receives a maximum fragment length negotiation response that differs from the
            // length it requested, it MUST also abort the handshake with an "illegal_parameter" alert."
            if cx.config.max_fragment_length != Some(value) {
                return Err(Error::IllegalParameter);
            }
            cx.reader.limit_content(length(value));
            cx.writer.limit_payload(length(value))
        }
        (None, Some(limit)) => {
            // RFC 8449 section 4: "A client MAY abort the handshake with an "illegal_parameter" alert if the
            // record_size_limit extension includes a value greater than the maximum record size permitted by the negotiated
            // protocol version and extensions."
            if limit > MAX_RECORD_SIZE_LIMIT {
                return Err(Error::IllegalParameter);
            }
            if let Some(own) = cx.config.record_size_limit {
                cx.reader.limit_inner(own);
            }
            cx.writer.limit_payload(limit.saturating_sub(1))
        }
    }
}

/// Server: what a client asked for, as it is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Limits {
    /// Nothing.
    #[default]
    None,
    /// `max_fragment_length`
    Fragment(MaxFragmentLength),
    /// `record_size_limit`
    Record {
        /// The client's.
        theirs: u16,
        /// The one in our answer.
        ours: u16,
    },
}

impl Limits {
    /// What a ClientHello asks for.
    pub fn choose(config: &Config, hello: &ClientHello<'_>) -> Self {
        // RFC 8449 section 5: "A server that supports the "record_size_limit" extension MUST ignore a "max_fragment_length"
        // that appears in a ClientHello if both extensions appear."
        match (hello.extensions.record_size_limit, hello.extensions.max_fragment_length) {
            (Some(theirs), _) => Self::Record {
                // Section 4: "A server MUST NOT enforce this restriction; a client might advertise a higher limit that is
                // enabled by an extension or version the server does not understand."
                theirs: theirs.min(MAX_RECORD_SIZE_LIMIT),
                ours: config.record_size_limit.unwrap_or(MAX_RECORD_SIZE_LIMIT),
            },
            (None, Some(value)) => Self::Fragment(value),
            (None, None) => Self::None,
        }
    }

    /// `max_fragment_length` of EncryptedExtensions.
    pub fn max_fragment_length(self) -> Option<MaxFragmentLength> {
        match self {
            Self::Fragment(value) => Some(value),
            _ => None,
        }
    }

    /// `record_size_limit` of EncryptedExtensions.
    pub fn record_size_limit(self) -> Option<u16> {
        match self {
            Self::Record { ours, .. } => Some(ours),
            _ => None,
        }
    }

    /// Keeps to it with what is sealed from now on.
    pub fn limit_writer(self, writer: &mut Writer) -> Result<(), Error> {
        match self {
            Self::None => Ok(()),
            Self::Fragment(value) => writer.limit_payload(length(value)),
            Self::Record { theirs, .. } => writer.limit_payload(theirs.saturating_sub(1)),
        }
    }

    /// Holds the client to it with what is opened from now on. Not before it uses its handshake keys: early data is sent before
    /// our answer is known.
    pub fn limit_reader(self, reader: &mut Reader) {
        match self {
            Self::None => {}
            Self::Fragment(value) => reader.limit_content(length(value)),
            Self::Record { ours, .. } => reader.limit_inner(ours),
        }
    }
}

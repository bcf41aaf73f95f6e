//! How long records may be: `max_fragment_length` (RFC 6066 section 4) and `record_size_limit` (RFC 8449).

use super::Context;
use crate::tls::{
    config::Config,
    connection::{Reader, Writer},
    error::Error,
    wire::{client_hello::ClientHello, codes::MaxFragmentLength, server_hello::ServerHelloExtensions},
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
#[cfg(feature = "tls13")]
pub fn accept(
    cx: &mut Context<'_>,
    extensions: &crate::tls::wire::encrypted_extensions::EncryptedExtensions<'_>,
) -> Result<(), Error> {
    let (fragment, limit) = (extensions.max_fragment_length, extensions.record_size_limit);
    check(cx.config, fragment, limit, MAX_RECORD_SIZE_LIMIT)?;
    if let Some(value) = fragment {
        cx.reader.limit_content(length(value));
        cx.writer.limit_payload(length(value))?;
    }
    if let Some(limit) = limit {
        if let Some(own) = cx.config.record_size_limit {
            cx.reader.limit_inner(own);
        }
        cx.writer.limit_payload(limit.saturating_sub(1))?;
    }
    Ok(())
}

/// The same in TLS 1.2, where `record_size_limit` is one of content alone (RFC 8449 section 4: it "covers all input to compression
/// and encryption"), and `max_fragment_length` is for all that is sent from now on. `kept` is that of a session that is resumed;
/// returns that of the session to come. RFC 6066 section 4: "The negotiated length applies for the duration of the session
/// including session resumptions."
pub fn accept12(
    cx: &mut Context<'_>,
    extensions: &ServerHelloExtensions<'_>,
    kept: Option<MaxFragmentLength>,
) -> Result<Option<MaxFragmentLength>, Error> {
    let (fragment, limit) = (extensions.max_fragment_length.or(kept), extensions.record_size_limit);
    check(cx.config, fragment, limit, MAX_CONTENT)?;
    if let Some(value) = fragment {
        cx.reader.limit_content(length(value));
        cx.writer.limit_fragment(length(value))?;
    }
    if let Some(limit) = limit {
        if let Some(own) = cx.config.record_size_limit {
            cx.reader.limit_content(own);
        }
        cx.writer.limit_payload(limit)?;
    }
    Ok(fragment)
}

/// Holds a server's answer against what was asked for; no limit is higher than `max`.
fn check(config: &Config, fragment: Option<MaxFragmentLength>, limit: Option<u16>, max: u16) -> Result<(), Error> {
    let refused = match (fragment, limit) {
        (None, None) => false,
        // RFC 8449 section 5: "A client MUST treat receipt of both "max_fragment_length" and "record_size_limit" as a fatal
        // error, and it SHOULD generate an "illegal_parameter" alert."
        (Some(_), Some(_)) => true,
        // RFC 6066 section 4: "if a client receives a maximum fragment length negotiation response that differs from the
        // length it requested, it MUST also abort the handshake with an "illegal_parameter" alert."
        (Some(value), None) => config.max_fragment_length != Some(value),
        // RFC 8449 section 4: "A client MAY abort the handshake with an "illegal_parameter" alert if the
        // record_size_limit extension includes a value greater than the maximum record size permitted by the negotiated
        // protocol version and extensions."
        (None, Some(limit)) => limit > max,
    };
    if refused { Err(Error::IllegalParameter) } else { Ok(()) }
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
        Self::choose_up_to(MAX_RECORD_SIZE_LIMIT, config, hello)
    }

    /// The same where TLS 1.2 is taken.
    pub fn choose12(config: &Config, hello: &ClientHello<'_>) -> Self {
        Self::choose_up_to(MAX_CONTENT, config, hello)
    }

    /// No limit is higher than `max`.
    fn choose_up_to(max: u16, config: &Config, hello: &ClientHello<'_>) -> Self {
        // RFC 8449 section 5: "A server that supports the "record_size_limit" extension MUST ignore a "max_fragment_length"
        // that appears in a ClientHello if both extensions appear."
        match (hello.extensions.record_size_limit, hello.extensions.max_fragment_length) {
            (Some(theirs), _) => Self::Record {
                // Section 4: "A server MUST NOT enforce this restriction; a client might advertise a higher limit that is
                // enabled by an extension or version the server does not understand."
                theirs: theirs.min(max),
                ours: config.record_size_limit.unwrap_or(max).min(max),
            },
            (None, Some(value)) => Self::Fragment(value),
            (None, None) => Self::None,
        }
    }

    /// `max_fragment_length` of the answer.
    pub fn max_fragment_length(self) -> Option<MaxFragmentLength> {
        match self {
            Self::Fragment(value) => Some(value),
            _ => None,
        }
    }

    /// `record_size_limit` of the answer.
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

    /// The same in TLS 1.2: right after the choice, for `max_fragment_length` is also for what is not protected.
    pub fn limit_writer12(self, writer: &mut Writer) -> Result<(), Error> {
        match self {
            Self::None => Ok(()),
            Self::Fragment(value) => writer.limit_fragment(length(value)),
            Self::Record { theirs, .. } => writer.limit_payload(theirs),
        }
    }

    /// Holds the client to it in TLS 1.2, at any time: with what is protected.
    pub fn limit_reader12(self, reader: &mut Reader) {
        match self {
            Self::None => {}
            Self::Fragment(value) => reader.limit_content(length(value)),
            Self::Record { ours, .. } => reader.limit_content(ours),
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

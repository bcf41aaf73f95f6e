//! Extensions: which may stand in which message, how a block of them is walked and written, and one file per extension.
//!
//! ```text
//! struct {
//!     ExtensionType extension_type;
//!     opaque extension_data<0..2^16-1>;
//! } Extension;
//! ```
//! RFC 8446 section 4.2.

pub mod application_layer_protocol_negotiation;
pub mod certificate_authorities;
pub mod certificate_type;
pub mod compress_certificate;
pub mod cookie;
pub mod early_data;
pub mod key_share;
pub mod max_fragment_length;
pub mod pre_shared_key;
pub mod psk_key_exchange_modes;
pub mod record_size_limit;
pub mod server_name;
pub mod signature_algorithms;
pub mod signed_certificate_timestamp;
pub mod status_request;
pub mod supported_groups;
pub mod supported_versions;

use super::codec::{Decoder, Encoder};
use super::codes::ExtensionType;
use crate::tls::error::Error;

/// The messages that carry extensions, as bits of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Place {
    /// ClientHello
    ClientHello,
    /// ServerHello of TLS 1.3: one with `supported_versions`.
    ServerHello,
    /// ServerHello of TLS 1.2: any other.
    ServerHello12,
    /// HelloRetryRequest
    HelloRetryRequest,
    /// EncryptedExtensions
    EncryptedExtensions,
    /// CertificateRequest of TLS 1.3
    CertificateRequest,
    /// An entry of a Certificate message of TLS 1.3
    Certificate,
    /// NewSessionTicket of TLS 1.3
    NewSessionTicket,
}

impl Place {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::ClientHello,
        Self::ServerHello,
        Self::ServerHello12,
        Self::HelloRetryRequest,
        Self::EncryptedExtensions,
        Self::CertificateRequest,
        Self::Certificate,
        Self::NewSessionTicket,
    ];

    /// Its bit in the table below.
    const fn bit(self) -> u8 {
        match self {
            Self::ClientHello => CH,
            Self::ServerHello => SH,
            Self::ServerHello12 => SH12,
            Self::HelloRetryRequest => HRR,
            Self::EncryptedExtensions => EE,
            Self::CertificateRequest => CR,
            Self::Certificate => CT,
            Self::NewSessionTicket => NST,
        }
    }
}

const CH: u8 = 1;
const SH: u8 = 1 << 1;
const SH12: u8 = 1 << 2;
const HRR: u8 = 1 << 3;
const EE: u8 = 1 << 4;
const CR: u8 = 1 << 5;
const CT: u8 = 1 << 6;
const NST: u8 = 1 << 7;

/// Which extension may stand in which message: the table of RFC 8446 section 4.2, then the extensions of other RFCs that are
/// recognized here, with the column "TLS 1.3" of the IANA registry. `SH12` is the ServerHello of TLS 1.2.
const TABLE: &[(ExtensionType, u8)] = &[
    (ExtensionType::SERVER_NAME, CH | EE | SH12),
    (ExtensionType::MAX_FRAGMENT_LENGTH, CH | EE | SH12),
    (ExtensionType::STATUS_REQUEST, CH | CR | CT | SH12),
    // Not in a ServerHello of TLS 1.2 by RFC 8422 section 5.2, but servers in use send it there.
    (ExtensionType::SUPPORTED_GROUPS, CH | EE | SH12),
    (ExtensionType::SIGNATURE_ALGORITHMS, CH | CR),
    (ExtensionType::USE_SRTP, CH | EE | SH12),
    (ExtensionType::HEARTBEAT, CH | EE | SH12),
    (ExtensionType::APPLICATION_LAYER_PROTOCOL_NEGOTIATION, CH | EE | SH12),
    (ExtensionType::SIGNED_CERTIFICATE_TIMESTAMP, CH | CR | CT | SH12),
    (ExtensionType::CLIENT_CERTIFICATE_TYPE, CH | EE | SH12),
    (ExtensionType::SERVER_CERTIFICATE_TYPE, CH | EE | SH12),
    (ExtensionType::PADDING, CH),
    (ExtensionType::KEY_SHARE, CH | SH | HRR),
    (ExtensionType::PRE_SHARED_KEY, CH | SH),
    (ExtensionType::PSK_KEY_EXCHANGE_MODES, CH),
    (ExtensionType::EARLY_DATA, CH | EE | NST),
    (ExtensionType::COOKIE, CH | HRR),
    (ExtensionType::SUPPORTED_VERSIONS, CH | SH | HRR),
    (ExtensionType::CERTIFICATE_AUTHORITIES, CH | CR),
    (ExtensionType::OID_FILTERS, CR),
    (ExtensionType::POST_HANDSHAKE_AUTH, CH),
    (ExtensionType::SIGNATURE_ALGORITHMS_CERT, CH | CR),
    // RFC 8422, 7366, 7627, 5077 and 5746: TLS 1.2 only
    (ExtensionType::EC_POINT_FORMATS, CH | SH12),
    (ExtensionType::ENCRYPT_THEN_MAC, CH | SH12),
    (ExtensionType::EXTENDED_MASTER_SECRET, CH | SH12),
    (ExtensionType::SESSION_TICKET, CH | SH12),
    (ExtensionType::RENEGOTIATION_INFO, CH | SH12),
    // RFC 8879
    (ExtensionType::COMPRESS_CERTIFICATE, CH | CR),
    // RFC 8449
    (ExtensionType::RECORD_SIZE_LIMIT, CH | EE | SH12),
];

/// A set of the extensions recognized here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExtensionSet(u64);

impl ExtensionSet {
    /// No extension.
    pub const EMPTY: Self = Self(0);

    /// Every extension that is recognized.
    pub const ALL: Self = Self((1 << TABLE.len()) - 1);

    /// Adds one; `false` if it was in the set already. One that is not recognized is never in a set.
    pub fn insert(&mut self, extension_type: ExtensionType) -> bool {
        let bit = bit(extension_type);
        let is_new = self.0 & bit == 0;
        self.0 |= bit;
        is_new
    }

    /// With one more.
    #[must_use]
    pub fn with(mut self, extension_type: ExtensionType) -> Self {
        self.insert(extension_type);
        self
    }

    /// Whether it is in the set.
    pub fn contains(self, extension_type: ExtensionType) -> bool {
        self.0 & bit(extension_type) != 0
    }

    /// The set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// Row of an extension in [`TABLE`], as one bit; 0 for one that is not recognized.
fn bit(extension_type: ExtensionType) -> u64 {
    row(extension_type)
        .and_then(|(row, _)| 1u64.checked_shl(row))
        .unwrap_or(0)
}

/// Row of an extension in [`TABLE`], and the messages that it may stand in.
fn row(extension_type: ExtensionType) -> Option<(u32, u8)> {
    let row = match usize::from(extension_type.0) {
        RENEGOTIATION_INFO => RENEGOTIATION_INFO_ROW,
        number => *ROWS.get(number)?,
    };
    let (_, places) = TABLE.get(usize::from(row))?;
    Some((u32::from(row), *places))
}

/// Row in [`TABLE`] by number; [`NO_ROW`] for one that is not recognized. A ClientHello is looked up here several times for each of
/// its extensions.
#[allow(
    clippy::indexing_slicing,
    reason = "in a constant: what is out of bounds does not compile"
)]
const ROWS: [u8; 64] = {
    let mut rows = [NO_ROW; 64];
    let mut row = 0;
    while row < TABLE.len() {
        let number = number_in(row);
        if number != RENEGOTIATION_INFO {
            rows[number] = row_number(row);
        }
        row += 1;
    }
    rows
};

/// No row of [`TABLE`].
const NO_ROW: u8 = u8::MAX;

/// The one extension whose number is large.
#[allow(
    clippy::as_conversions,
    reason = "a u16 fits, and there is no other way in a constant"
)]
const RENEGOTIATION_INFO: usize = ExtensionType::RENEGOTIATION_INFO.0 as usize;

/// Its row in [`TABLE`].
const RENEGOTIATION_INFO_ROW: u8 = {
    let mut row = 0;
    while number_in(row) != RENEGOTIATION_INFO {
        row += 1;
    }
    row_number(row)
};

/// The number in a row of [`TABLE`]. For constants: a row that is not there does not compile.
#[allow(
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "in constants alone: what does not fit does not compile"
)]
const fn number_in(row: usize) -> usize {
    TABLE[row].0.0 as usize
}

/// A row as it is kept. For constants: a table of more rows than a set has bits does not compile.
#[allow(clippy::as_conversions, reason = "checked, and there is no other way in a constant")]
const fn row_number(row: usize) -> u8 {
    assert!(row < 64);
    row as u8
}

/// Whether this extension is recognized and may stand in this message.
pub fn is_allowed(extension_type: ExtensionType, place: Place) -> bool {
    row(extension_type).is_some_and(|(_, places)| places & place.bit() != 0)
}

/// Walks the content of `Extension extensions<..>` in a message that asks (ClientHello, CertificateRequest,
/// NewSessionTicket): `each` sees every recognized extension and reads its data; what `each` leaves unread is an error.
///
/// # Errors
/// [`Error::DecodeError`] for a broken structure; [`Error::IllegalParameter`] for an extension that comes twice, one that is
/// recognized and may not stand in this message (RFC 8446 section 4.2), and anything after `pre_shared_key` in a ClientHello
/// (section 4.2.11).
pub fn read_request<'a>(
    place: Place,
    block: &'a [u8],
    each: impl FnMut(ExtensionType, &mut Decoder<'a>) -> Result<(), Error>,
) -> Result<ExtensionSet, Error> {
    walk(place, None, block, each)
}

/// As [`read_request`], for a message that responds: `offered` is what we sent in the message that it responds to.
///
/// # Errors
/// Also [`Error::UnsupportedExtension`] for an extension that was not offered; a `cookie` in a HelloRetryRequest needs no
/// offer (RFC 8446 section 4.2).
pub fn read_response<'a>(
    place: Place,
    offered: ExtensionSet,
    block: &'a [u8],
    each: impl FnMut(ExtensionType, &mut Decoder<'a>) -> Result<(), Error>,
) -> Result<ExtensionSet, Error> {
    walk(place, Some(offered), block, each)
}

/// [`read_request`] and, when there is a set of what was offered, [`read_response`].
fn walk<'a>(
    place: Place,
    offered: Option<ExtensionSet>,
    block: &'a [u8],
    mut each: impl FnMut(ExtensionType, &mut Decoder<'a>) -> Result<(), Error>,
) -> Result<ExtensionSet, Error> {
    let mut seen = ExtensionSet::EMPTY;
    let mut unknown = 0usize;
    let mut input = Decoder::new(block);
    while !input.is_empty() {
        // "The "pre_shared_key" extension MUST be the last extension in the ClientHello"
        if place == Place::ClientHello && seen.contains(ExtensionType::PRE_SHARED_KEY) {
            return Err(Error::IllegalParameter);
        }
        let (extension_type, data) = read_one(&mut input)?;
        let Some((_, places)) = row(extension_type) else {
            // "Servers MUST ignore unrecognized extensions"; what we do not know we have not offered.
            if offered.is_some() {
                return Err(Error::UnsupportedExtension);
            }
            unknown = unknown.saturating_add(1);
            continue;
        };
        // "If an implementation receives an extension which it recognizes and which is not specified for the message in which
        // it appears, it MUST abort the handshake with an "illegal_parameter" alert."
        if places & place.bit() == 0 {
            return Err(Error::IllegalParameter);
        }
        // "There MUST NOT be more than one extension of the same type in a given extension block."
        if !seen.insert(extension_type) {
            return Err(Error::IllegalParameter);
        }
        // "Implementations MUST NOT send extension responses if the remote endpoint did not send the corresponding extension
        // requests, with the exception of the "cookie" extension in the HelloRetryRequest."
        let needs_no_offer = place == Place::HelloRetryRequest && extension_type == ExtensionType::COOKIE;
        if offered.is_some_and(|offered| !offered.contains(extension_type)) && !needs_no_offer {
            return Err(Error::UnsupportedExtension);
        }
        let mut data = Decoder::new(data);
        each(extension_type, &mut data)?;
        data.finish()?;
    }
    if unknown > 1 {
        check_unique(block)?;
    }
    Ok(seen)
}

/// Fails if any extension type, recognized or not, comes twice. In constant memory and linear time: a peer may send sixteen
/// thousand.
fn check_unique(block: &[u8]) -> Result<(), Error> {
    let mut seen = [[0u8; 32]; 256];
    let mut input = Decoder::new(block);
    while !input.is_empty() {
        let (extension_type, _) = read_one(&mut input)?;
        let [high, low] = extension_type.0.to_be_bytes();
        let byte = seen
            .get_mut(usize::from(high))
            .and_then(|row| row.get_mut(usize::from(low >> 3)))
            .ok_or(Error::Internal)?;
        let bit = 1u8 << (low & 7);
        if *byte & bit != 0 {
            return Err(Error::IllegalParameter);
        }
        *byte |= bit;
    }
    Ok(())
}

/// One `Extension`: its type and its data.
fn read_one<'a>(input: &mut Decoder<'a>) -> Result<(ExtensionType, &'a [u8]), Error> {
    Ok((ExtensionType(input.u16()?), input.vec16()?))
}

/// Whether a block holds this extension. Looks at the structure only.
///
/// # Errors
/// [`Error::DecodeError`] for a broken structure.
pub fn is_present(block: &[u8], wanted: ExtensionType) -> Result<bool, Error> {
    let mut found = false;
    let mut input = Decoder::new(block);
    while !input.is_empty() {
        let (extension_type, _) = read_one(&mut input)?;
        found |= extension_type == wanted;
    }
    Ok(found)
}

/// Writes the extensions of one message and keeps account of them.
#[derive(Debug)]
pub struct Writer<'e, 'v> {
    out: &'e mut Encoder<'v>,
    written: ExtensionSet,
}

impl Writer<'_, '_> {
    /// One extension, when there is a value for it.
    pub fn put<T>(
        &mut self,
        extension_type: ExtensionType,
        value: Option<T>,
        fill: impl FnOnce(T, &mut Encoder<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let Some(value) = value else { return Ok(()) };
        self.out.u16(extension_type.0);
        self.out.vec16(|data| fill(value, data))?;
        self.written.insert(extension_type);
        Ok(())
    }

    /// An extension that means nothing (RFC 8701), with this data, when there is one. It is in no account: who answers it answers
    /// what was not asked.
    pub fn put_grease(&mut self, extension_type: Option<ExtensionType>, data: &[u8]) -> Result<(), Error> {
        self.put(extension_type.unwrap_or(ExtensionType(0)), extension_type, |_, out| {
            out.bytes(data);
            Ok(())
        })
    }

    /// One extension without data, when `present`.
    pub fn put_empty(&mut self, extension_type: ExtensionType, present: bool) -> Result<(), Error> {
        self.put(extension_type, present.then_some(()), |(), _| Ok(()))
    }
}

/// Appends `Extension extensions<0..2^16-1>` and says which they are.
pub fn write(
    out: &mut Encoder<'_>,
    fill: impl FnOnce(&mut Writer<'_, '_>) -> Result<(), Error>,
) -> Result<ExtensionSet, Error> {
    let mut written = ExtensionSet::EMPTY;
    out.vec16(|block| {
        let mut writer = Writer { out: block, written };
        fill(&mut writer)?;
        written = writer.written;
        Ok(())
    })?;
    Ok(written)
}

//! What a client offers: its ClientHello, kept so that the answers can be held against it and a second one written.

use super::{
    certificate, choose,
    client12::{Offer12, Resumes},
    compatibility,
    grease::{self, Grease},
    psk::{self, OfferedKey},
    renegotiation::Previous,
    server_name,
    shares::Shares,
    transcript::Transcript,
};
use crate::crypto::rand;
use crate::tls::{
    config::{Config, Options},
    error::Error,
    suites::{self, Suite},
    wire::{
        client_hello::{ClientHello, ClientHelloExtensions, MAX_SESSION_ID_LEN},
        codec::List,
        codes::{CipherSuite, CompressionMethod, ExtensionType, NamedGroup, ProtocolVersion, PskKeyExchangeMode},
        extensions::{
            ExtensionSet, application_layer_protocol_negotiation::ProtocolName,
            certificate_authorities::DistinguishedName, key_share::KeyShareEntry, pre_shared_key::OfferedPsks,
        },
    },
};

/// Everything in a ClientHello that is not the configuration's.
pub struct Offer {
    /// `random`
    pub random: [u8; 32],
    /// `legacy_session_id`: that of a session of TLS 1.2; otherwise it means nothing, and is empty without middlebox compatibility.
    pub legacy_session_id: Vec<u8>,
    /// TLS 1.3 is offered.
    pub tls13: bool,
    /// TLS 1.2 is offered, and with it this.
    pub tls12: Option<Offer12>,
    /// `cipher_suites` of every version that is offered.
    pub suites: Vec<CipherSuite>,
    /// `supported_groups`; empty if no mode that is possible needs one (psk_ke alone): then the extension is not sent.
    pub groups: Vec<NamedGroup>,
    /// `key_share`, if there are groups and TLS 1.3 is offered.
    pub shares: Option<Shares>,
    /// `pre_shared_key`; empty: not sent.
    pub psks: Vec<OfferedKey>,
    /// `early_data`: how many bytes of it the first key's ticket allows; `None`: not sent.
    pub early_data: Option<u32>,
    /// `cookie`, as a HelloRetryRequest gave it.
    pub cookie: Option<Vec<u8>>,
    /// Values that mean nothing.
    grease: Option<Grease>,
    /// `key_share` has one of them.
    has_grease_share: bool,
}

impl Offer {
    /// Makes the randoms and the key share. `BadInput` if the configuration leaves nothing to offer. `previous` is the handshake
    /// before this one in a renegotiation.
    pub fn prepare(config: &Config, options: &Options, previous: Option<&Previous>, now: u64) -> Result<Self, Error> {
        let psks = psk::offered_keys(config, options, now);
        let tls13 = previous.is_none() && config.allows(ProtocolVersion::TLS1_3) && is_tls13_possible(config, &psks);
        let modes = config.key_exchange_modes;
        let needs_share = tls13 && (modes.ephemeral || modes.psk_ephemeral);
        // Hybrid groups exist in TLS 1.3 alone.
        let known = |id: &NamedGroup| choose::is_classic(*id) || needs_share && suites::group(*id).is_some();
        let mut groups: Vec<_> = config.groups.iter().copied().filter(known).collect();
        let tls12 = if config.allows(ProtocolVersion::TLS1_2) {
            Offer12::prepare(config, options, &groups, previous, now)
        } else {
            None
        };
        if !tls13 && tls12.is_none() {
            return Err(nothing_to_offer(config));
        }
        if !needs_share && tls12.as_ref().is_none_or(|tls12| !tls12.has_ecdhe) {
            groups.clear();
        }
        let is_offered = |id: &CipherSuite| {
            tls13 && suites::suite(*id).is_some() || tls12.as_ref().is_some_and(|tls12| tls12.suites.contains(id))
        };
        // RFC 8446 section 9.2: a ClientHello of TLS 1.3 that has supported_groups has key_share, and the other way round.
        let has_shares = tls13 && !groups.is_empty();
        let (random, legacy_session_id) = draw(config, options, tls13, tls12.as_ref())?;
        Ok(Self {
            random,
            legacy_session_id,
            tls13,
            suites: config.suites.iter().copied().filter(is_offered).collect(),
            tls12,
            shares: has_shares.then(|| Shares::of_first(&groups)).transpose()?,
            groups,
            early_data: psk::early_data(config, options, &psks).filter(|_| tls13),
            psks: if tls13 { psks } else { Vec::new() },
            cookie: None,
            grease: config.grease.then(Grease::draw).transpose()?,
            has_grease_share: has_shares,
        })
    }

    /// Changes what a HelloRetryRequest for this suite asks to be changed, and nothing else.
    pub fn retry(
        mut self,
        suite: &'static Suite,
        group: Option<NamedGroup>,
        cookie: Option<&[u8]>,
    ) -> Result<Self, Error> {
        if let Some(group) = group {
            self.shares = Some(Shares::of_one(group)?);
            // RFC 8446 section 4.1.2: "replacing the list of shares with a list containing a single KeyShareEntry".
            self.has_grease_share = false;
        }
        self.early_data = None;
        self.cookie = cookie.map(<[u8]>::to_vec);
        // RFC 8446 section 4.1.4: "in its updated ClientHello, the client SHOULD NOT offer any pre-shared keys associated with a
        // hash other than that of the selected cipher suite." Their binders could not be computed without a second transcript.
        self.psks.retain(|psk| psk.suite.hash == suite.hash);
        Ok(self)
    }

    /// Appends the ClientHello and says which extensions it has. `before` is what was said before it, if it is the second;
    /// `now` is for the age of a ticket.
    pub fn write(
        &self,
        config: &Config,
        options: &Options,
        now: u64,
        before: Option<&Transcript>,
        out: &mut Vec<u8>,
    ) -> Result<ExtensionSet, Error> {
        let nothing = self.grease;
        let no_protocol = nothing.map(Grease::protocol);
        let protocols: Vec<_> = config.alpn_protocols.iter().map(|name| ProtocolName(name)).collect();
        let protocols = grease::before(no_protocol.as_ref().map(|name| ProtocolName(name)), &protocols);
        let mut suites = grease::before(nothing.map(Grease::suite), &self.suites);
        if let Some(signal) = self.tls12.as_ref().and_then(Offer12::signalling_suite) {
            suites.to_mut().push(signal);
        }
        let groups = grease::before(nothing.map(Grease::group), &self.groups);
        let schemes = grease::before(nothing.map(Grease::signature_scheme), &config.signature_schemes);
        let versions = [
            self.tls13.then_some(ProtocolVersion::TLS1_3),
            self.tls12.as_ref().map(|_| ProtocolVersion::TLS1_2),
        ];
        let versions: Vec<_> = versions.into_iter().flatten().collect();
        let versions = grease::before(nothing.map(Grease::version), &versions);
        let authorities: Vec<_> = config.authorities.iter().map(|name| DistinguishedName(name)).collect();
        let shares = self.shares.as_ref().map(Shares::entries).unwrap_or_default();
        let no_share = nothing.filter(|_| self.has_grease_share).map(|nothing| KeyShareEntry {
            group: nothing.group(),
            key_exchange: &[0],
        });
        let shares = grease::before(no_share, &shares);
        let modes = offered_modes(config);
        let modes = grease::before(nothing.map(Grease::mode), &modes);
        let identities = self.psks.iter().map(|psk| psk.identity(options, now));
        let identities = identities.collect::<Result<Vec<_>, _>>()?;
        let binders: Vec<_> = self.psks.iter().map(OfferedKey::empty_binder).collect();
        let signed = self.tls13 && config.key_exchange_modes.ephemeral
            || self.tls12.as_ref().is_some_and(|tls12| tls12.has_certificate);
        let certificate_schemes = &config.certificate_signature_schemes;
        let mut hello = ClientHello {
            legacy_version: ProtocolVersion::TLS1_2,
            random: self.random,
            legacy_session_id: &self.legacy_session_id,
            cipher_suites: List::from(&*suites),
            legacy_compression_methods: List::from(&[CompressionMethod::NULL]),
            extensions: ClientHelloExtensions {
                server_name: server_name::offered(options),
                max_fragment_length: config.max_fragment_length,
                record_size_limit: config.record_size_limit,
                supported_groups: (!self.groups.is_empty()).then(|| List::from(&*groups)),
                signature_algorithms: signed.then(|| List::from(&*schemes)),
                signature_algorithms_cert: (signed && !certificate_schemes.is_empty())
                    .then(|| List::from(certificate_schemes)),
                protocol_name_list: (!protocols.is_empty()).then(|| List::from(&*protocols)),
                early_data: self.early_data.is_some(),
                supported_versions: self.tls13.then(|| List::from(&*versions)),
                cookie: self.cookie.as_deref(),
                // Also without a key to offer: a server gives no ticket to a client that could not use one (RFC 8446 section
                // 4.2.9: "Servers MUST NOT send NewSessionTicket messages" of modes that are not here).
                psk_key_exchange_modes: (self.tls13 && !modes.is_empty()).then(|| List::from(&*modes)),
                certificate_authorities: (self.tls13 && !authorities.is_empty()).then(|| List::from(&authorities)),
                post_handshake_auth: self.tls13 && config.post_handshake_auth,
                key_share: self.shares.as_ref().map(|_| List::from(&*shares)),
                grease: nothing.map(Grease::extensions),
                pre_shared_key: (!identities.is_empty()).then(|| OfferedPsks {
                    identities: List::from(&identities),
                    binders: List::from(&binders),
                }),
                ..certificate::offer(&config.certificates)
            },
        };
        if !self.tls13 {
            // RFC 8879 section 3: it is of TLS 1.3 alone.
            hello.extensions.compress_certificate = None;
        }
        if let Some(tls12) = &self.tls12 {
            tls12.extend(config, options, &mut hello.extensions);
        }
        let start = out.len();
        let mut offered = hello.write(out)?;
        let padding = padding_for(out.len().saturating_sub(start));
        if config.hello_padding && padding.is_some() {
            hello.extensions.padding = padding;
            out.truncate(start);
            offered = hello.write(out)?;
        }
        if !self.psks.is_empty() {
            psk::write_binders(&self.psks, options, before, out.get_mut(start..).unwrap_or(&mut []))?;
        }
        // RFC 5746 section 3.4: the signalling suite says the same as the extension, and is answered by it.
        if self.tls12.is_some() {
            offered.insert(ExtensionType::RENEGOTIATION_INFO);
        }
        Ok(offered)
    }
}

/// Whether there is all that a handshake of TLS 1.3 needs.
fn is_tls13_possible(config: &Config, psks: &[OfferedKey]) -> bool {
    let modes = config.key_exchange_modes;
    let has_suite = config.suites.iter().any(|id| suites::suite(*id).is_some());
    let has_group = config.groups.iter().any(|id| suites::group(*id).is_some());
    // Certificates, or a pre-shared key: one of them it has to be. A ticket that has expired leaves nothing where only
    // pre-shared keys are allowed.
    let authenticates = if modes.ephemeral {
        !config.signature_schemes.is_empty()
    } else {
        !psks.is_empty()
    };
    has_suite && authenticates && (has_group || !(modes.ephemeral || modes.psk_ephemeral))
}

/// What is missing where no version can be offered.
fn nothing_to_offer(config: &Config) -> Error {
    let has_group = config.groups.iter().any(|id| suites::group(*id).is_some());
    let (tls12, tls13) = (
        config.allows(ProtocolVersion::TLS1_2),
        config.allows(ProtocolVersion::TLS1_3),
    );
    let signed = tls12 || config.key_exchange_modes.ephemeral;
    // As 3.6 has it.
    if signed && config.signature_schemes.is_empty() || tls12 && !tls13 && !has_group {
        Error::Internal
    } else if !has_group {
        Error::FeatureUnavailable
    } else {
        Error::BadInput
    }
}

/// `random` and `legacy_session_id`, both at once: asking the system costs more than what it gives.
fn draw(
    config: &Config,
    options: &Options,
    tls13: bool,
    tls12: Option<&Offer12>,
) -> Result<([u8; 32], Vec<u8>), Error> {
    let resumes = tls12.and_then(|tls12| tls12.resumes);
    // RFC 8446 section 4.1.2: "In compatibility mode (see Appendix D.4), this field MUST be non-empty, so a client not offering a
    // pre-TLS 1.3 session MUST generate a new 32-byte value." "Otherwise, it MUST be set as a zero-length vector". RFC 5077
    // section 3.4: a ticket goes with an identifier that the client makes up, by whose echo it learns that the ticket is taken.
    let drawn = match resumes {
        Some(Resumes::ById) => 0,
        Some(Resumes::ByTicket) => MAX_SESSION_ID_LEN,
        None if tls13 => compatibility::session_id_len(config),
        None => 0,
    };
    let mut fresh = [0; 32 + MAX_SESSION_ID_LEN];
    let used = fresh.get_mut(..32_usize.saturating_add(drawn)).ok_or(Error::Internal)?;
    rand::fill(used).map_err(|_| Error::NoRandom)?;
    let (random, session_id) = fresh.split_first_chunk().ok_or(Error::Internal)?;
    let session_id = match (resumes, options.resumption.as_deref()) {
        (Some(Resumes::ById), Some(resumption)) => resumption.session_id.clone(),
        _ => session_id.get(..drawn).unwrap_or_default().to_vec(),
    };
    Ok((*random, session_id))
}

/// How long the `padding` extension of a ClientHello of `len` bytes is. There are servers and middleboxes that hang at 256 to 511
/// bytes, which is why RFC 7685 has the extension; some others hang at an empty extension, so that it holds a byte at least.
fn padding_for(len: usize) -> Option<u16> {
    /// Type and length of an extension.
    const EXTENSION_HEADER: usize = 4;
    let missing = 512_usize.checked_sub(len).filter(|_| len >= 256)?;
    u16::try_from(missing.saturating_sub(EXTENSION_HEADER).max(1)).ok()
}

/// `psk_key_exchange_modes`, the better first.
fn offered_modes(config: &Config) -> Vec<PskKeyExchangeMode> {
    let modes = config.key_exchange_modes;
    let ephemeral = modes.psk_ephemeral.then_some(PskKeyExchangeMode::PSK_DHE_KE);
    let alone = modes.psk.then_some(PskKeyExchangeMode::PSK_KE);
    ephemeral.into_iter().chain(alone).collect()
}

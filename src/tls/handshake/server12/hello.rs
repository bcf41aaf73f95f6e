//! ClientHello: what it has to say, what is chosen of it, and what the application is asked about it.

use std::sync::Arc;

use super::super::{
    Context, Next, State,
    certificate::SettledTypes,
    choose,
    choose12::{self, SignsWith},
    debug,
    hello_facts::HelloFacts,
    inbox::Message,
    limits::Limits,
    renegotiation,
    state_id::StateId,
};
use super::{Plan, resume::Search};
use crate::tls::{
    config::{Config, Credential},
    connection::ClientHelloFacts,
    early_data::EarlyData,
    error::Error,
    suites12::{Exchange, Suite12},
    want::{Answer, Ask, Credentials},
    wire::{
        client_hello::ClientHello,
        codes::{CipherSuite, ECPointFormat, NamedGroup, ProtocolVersion},
    },
};

/// A ClientHello is here that TLS 1.2 is chosen of; it may be that of a second handshake.
///
/// ```text
/// SelectCertificate
///        |
/// ParseTicket, FindSession     [not in a second handshake]
///        |
/// WriteServerHello
/// ```
pub fn read_client_hello(cx: &mut Context<'_>, hello: &ClientHello<'_>, message: &Message<'_>) -> Result<Next, Error> {
    cx.reader.use_tls12();
    // Its flight ends here: what comes behind it in the same record was sent before our answer was there.
    message.check_ends_record()?;
    check_fallback(cx.config, hello)?;
    check_point_formats(hello)?;
    let previous = cx.negotiated.previous.as_ref();
    let info = hello.extensions.renegotiation_info;
    let secure_renegotiation = renegotiation::check_client(cx.config, previous, hello, info)?;
    let binds_master_secret = cx.config.tls12.extended_master_secret && hello.extensions.extended_master_secret;
    renegotiation::check_extended_master_secret(previous, binds_master_secret)?;
    cx.negotiated.limits = Limits::choose12(cx.config, hello);
    cx.negotiated.early_data = if hello.extensions.early_data {
        EarlyData::Rejected
    } else {
        EarlyData::NotOffered
    };
    let facts = HelloFacts::of(cx.config, hello)?;
    facts.choose_application(cx)?;
    let offered = Offered {
        message: message.bytes.to_vec(),
        facts,
        random: hello.random,
        session_id: hello.legacy_session_id.to_vec(),
        ticket: hello.extensions.session_ticket.map(<[u8]>::to_vec),
        secure_renegotiation,
        point_formats: hello.extensions.ec_point_formats.is_some(),
        encrypt_then_mac: hello.extensions.encrypt_then_mac,
        extended_master_secret: hello.extensions.extended_master_secret,
    };
    Ok(Next::Ask(Box::new(SelectCertificate(offered)), Ask::SelectCertificate))
}

/// What of the ClientHello counts until it is answered. It is read once: the application is asked several things meanwhile.
pub(super) struct Offered {
    /// The whole message, for the transcript.
    pub(super) message: Vec<u8>,
    pub(super) facts: HelloFacts,
    pub(super) random: [u8; 32],
    /// `legacy_session_id`
    pub(super) session_id: Vec<u8>,
    /// `session_ticket`; an empty one asks for a ticket.
    pub(super) ticket: Option<Vec<u8>>,
    /// The client knows of RFC 5746.
    pub(super) secure_renegotiation: bool,
    /// `ec_point_formats` is there.
    pub(super) point_formats: bool,
    encrypt_then_mac: bool,
    pub(super) extended_master_secret: bool,
}

impl Offered {
    /// The master secret will be bound to the handshake (RFC 7627).
    pub(super) fn binds_master_secret(&self, config: &Config) -> bool {
        config.tls12.extended_master_secret && self.extended_master_secret
    }

    /// CBC only with encrypt-then-MAC (RFC 7366).
    pub(super) fn takes_cbc(&self, config: &Config) -> bool {
        config.tls12.encrypt_then_mac && self.encrypt_then_mac
    }
}

/// RFC 7507 section 3: "If TLS_FALLBACK_SCSV appears in ClientHello.cipher_suites and the highest protocol version supported by
/// the server is higher than the version indicated in ClientHello.client_version, the server MUST respond with a fatal
/// inappropriate_fallback alert". 3.6 does not know of it.
fn check_fallback(config: &Config, hello: &ClientHello<'_>) -> Result<(), Error> {
    if hello.cipher_suites.contains(CipherSuite::FALLBACK_SCSV) && config.max_version > ProtocolVersion::TLS1_2 {
        Err(Error::InappropriateFallback)
    } else {
        Ok(())
    }
}

/// RFC 8422 section 5.1.2: "If the client sends the extension and the extension does not contain the uncompressed point format,
/// and the client has used the Supported Groups extension to indicate support for any of the curves defined in this
/// specification, then the server MUST abort the handshake and return an illegal_parameter alert."
fn check_point_formats(hello: &ClientHello<'_>) -> Result<(), Error> {
    let has_curves = |groups: crate::tls::wire::codec::List<'_, NamedGroup>| groups.iter().any(choose::is_classic);
    match hello.extensions.ec_point_formats {
        Some(formats)
            if !formats.contains(ECPointFormat::UNCOMPRESSED)
                && hello.extensions.supported_groups.is_some_and(has_curves) =>
        {
            Err(Error::IllegalParameter)
        }
        _ => Ok(()),
    }
}

/// The application is asked which certificates serve this client.
struct SelectCertificate(Offered);

impl State for SelectCertificate {
    fn id(&self) -> StateId {
        StateId::CLIENT_HELLO
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Err(Error::Internal)
    }

    fn answered(self: Box<Self>, cx: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Self(offered) = *self;
        let Answer::Credentials(credentials) = answer else {
            return Err(Error::BadInput);
        };
        let choice = choose(cx, &offered, credentials);
        Search::start(cx, offered, choice)
    }

    fn client_hello(&self) -> Option<ClientHelloFacts<'_>> {
        Some(self.0.facts.view())
    }
}

/// What a full handshake would be like.
pub(super) struct Choice {
    pub(super) suite: &'static Suite12,
    pub(super) plan: Plan,
}

/// The first suite, by our order or the client's, for which everything is there.
fn choose(cx: &mut Context<'_>, offered: &Offered, credentials: Credentials) -> Result<Choice, Error> {
    let (config, facts) = (cx.config, &offered.facts);
    let candidates = usable(&credentials.candidates, facts);
    let group = choose12::choose_group12(config, &facts.groups);
    // Looked for once: a client may name a suite any number of times. Without `signature_algorithms` it takes SHA-1 alone (RFC 5246
    // section 7.4.1.4.1), which nothing here signs with.
    let (schemes, wanted) = (&facts.signature_schemes, &facts.certificates.wanted);
    let signer = |with| choose12::choose_signer12(config, &candidates, schemes, wanted, |own| own == with);
    let (rsa, ecdsa) = (signer(SignsWith::Rsa), signer(SignsWith::Ecdsa));
    let fits = |suite: &'static Suite12| {
        let can_sign = match suite.exchange {
            Exchange::EcdheRsa => rsa.is_some(),
            Exchange::EcdheEcdsa => ecdsa.is_some(),
            Exchange::Psk | Exchange::EcdhePsk => config.finds_psks,
        };
        let possible = can_sign
            && (!suite.exchange.has_ecdhe() || group.is_some())
            && (!suite.is_cbc() || offered.takes_cbc(config));
        possible.then_some(suite)
    };
    let Some(suite) = choose12::choose_suite12(config, &facts.suites, fits) else {
        // RFC 7250 section 4.2.
        let no_type = facts.certificates.wanted.types.is_empty();
        return Err(if no_type {
            Error::UnsupportedCertificateType
        } else {
            Error::HandshakeFailure
        });
    };
    let signer = match suite.exchange {
        Exchange::EcdheRsa => rsa,
        Exchange::EcdheEcdsa => ecdsa,
        Exchange::Psk | Exchange::EcdhePsk => None,
    };
    let asks = credentials.request_client_certificate && signer.is_some();
    let types = match &signer {
        Some(signer) => facts
            .certificates
            .settle(config, signer.credential.certificate_type, asks)?,
        None => SettledTypes::default(),
    };
    debug!(cx, 3, "a full handshake would have {:?}, {group:?}", suite.id);
    Ok(Choice {
        suite,
        plan: Plan {
            signer,
            types,
            group: group.filter(|_| suite.exchange.has_ecdhe()),
            asks,
            authorities: credentials.authorities,
        },
    })
}

/// The candidates that this client may be shown. RFC 8422 section 5.1: with the Supported Groups extension a client says which
/// curves it can do, also of certificates; a key on another one would be of no use to it.
fn usable(candidates: &[Arc<Credential>], facts: &HelloFacts) -> Vec<Arc<Credential>> {
    let knows_curve =
        |credential: &&Arc<Credential>| credential.curve.is_none_or(|curve| facts.groups.contains(&curve));
    candidates.iter().filter(knows_curve).cloned().collect()
}

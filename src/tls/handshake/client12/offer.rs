//! What a ClientHello has for TLS 1.2.

use super::super::{
    choose12::SignsWith,
    renegotiation::{self, Previous},
    ticket_age,
};
use super::tickets;
use crate::tls::{
    config::{Config, Options},
    session::{ExternalPsk, Resumption},
    suites,
    suites12::{self, Exchange, Suite12},
    wire::{
        client_hello::ClientHelloExtensions,
        codec::List,
        codes::{CipherSuite, ECPointFormat, NamedGroup},
    },
};

/// The part of an [`Offer`](super::super::offer::Offer) that is for TLS 1.2.
pub struct Offer12 {
    /// The suites of TLS 1.2 that are offered.
    pub suites: Vec<CipherSuite>,
    /// How [`Options::resumption`] is offered; `None`: it is not.
    pub resumes: Option<Resumes>,
    /// Some suite has ECDHE.
    pub has_ecdhe: bool,
    /// With some suite the server has a certificate.
    pub has_certificate: bool,
    /// Some suite has CBC.
    has_cbc: bool,
    /// In a renegotiation: the handshake before it.
    previous: Option<Previous>,
}

/// How a session is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resumes {
    /// By its ticket, with an identifier that is made up.
    ByTicket,
    /// By its identifier.
    ById,
}

impl Offer12 {
    /// What the configuration lets us offer; `None` if that is nothing. `groups` are those that are offered.
    pub fn prepare(
        config: &Config,
        options: &Options,
        groups: &[NamedGroup],
        previous: Option<&Previous>,
        now: u64,
    ) -> Option<Self> {
        let known = config.suites.iter().copied().filter_map(suites12::suite12);
        let has_groups = !groups.is_empty();
        let usable: Vec<_> = known
            .filter(|suite| is_usable(suite, config, options, has_groups))
            .collect();
        let any = |fits: fn(&Suite12) -> bool| usable.iter().any(|suite| fits(suite));
        let resumption = options.resumption.as_deref().filter(|_| previous.is_none());
        (!usable.is_empty()).then(|| Self {
            resumes: resumption.and_then(|resumption| resumes(resumption, &usable, config, options, now)),
            has_ecdhe: any(|suite| suite.exchange.has_ecdhe()),
            has_certificate: any(|suite| suite.exchange.has_certificate()),
            has_cbc: any(Suite12::is_cbc),
            previous: previous.copied(),
            suites: usable.iter().map(|suite| suite.id).collect(),
        })
    }

    /// RFC 5746 section 3.4: the first ClientHello has "TLS_EMPTY_RENEGOTIATION_INFO_SCSV", or the extension, and "Including both
    /// [...] is NOT RECOMMENDED".
    pub fn signalling_suite(&self) -> Option<CipherSuite> {
        self.previous
            .is_none()
            .then_some(CipherSuite::EMPTY_RENEGOTIATION_INFO_SCSV)
    }

    /// Adds the extensions of TLS 1.2.
    pub fn extend<'a>(&'a self, config: &Config, options: &'a Options, extensions: &mut ClientHelloExtensions<'a>) {
        let ticket = match (self.resumes, options.resumption.as_deref()) {
            (Some(Resumes::ByTicket), Some(resumption)) => Some(&resumption.ticket[..]),
            _ => None,
        };
        // RFC 8422 section 5.1.2: it "MUST" have uncompressed.
        let formats = List::from(&[ECPointFormat::UNCOMPRESSED]);
        extensions.ec_point_formats = self.has_ecdhe.then_some(formats);
        extensions.encrypt_then_mac = self.has_cbc;
        extensions.extended_master_secret = config.tls12.extended_master_secret;
        extensions.session_ticket = tickets::extension(config, ticket);
        extensions.renegotiation_info = renegotiation::of_client(self.previous.as_ref());
    }
}

/// The pre-shared key for suites that need one: TLS 1.2 has room for one alone.
pub fn psk(options: &Options) -> Option<&ExternalPsk> {
    let mut psks = options.psks.iter();
    psks.find(|psk| !psk.secret.is_empty() && !psk.identity.is_empty())
}

/// Whether there is all that a handshake with this suite needs.
fn is_usable(suite: &Suite12, config: &Config, options: &Options, has_groups: bool) -> bool {
    let signs_with = |wanted| {
        let mut schemes = config.signature_schemes.iter();
        schemes.any(|id| suites::signature_scheme(*id).is_some_and(|scheme| SignsWith::of(scheme) == wanted))
    };
    let signs = match suite.exchange {
        Exchange::EcdheEcdsa => signs_with(SignsWith::Ecdsa),
        Exchange::EcdheRsa => signs_with(SignsWith::Rsa),
        Exchange::Psk | Exchange::EcdhePsk => psk(options).is_some(),
    };
    signs && (has_groups || !suite.exchange.has_ecdhe()) && (config.tls12.encrypt_then_mac || !suite.is_cbc())
}

/// How a session may be offered, if it may: under its name, with its suite, while it is young enough, and where the limits on
/// records and the making of the master secret can be as they were (RFC 6066 section 4, RFC 7627 section 5.3).
fn resumes(
    resumption: &Resumption,
    suites: &[&Suite12],
    config: &Config,
    options: &Options,
    now: u64,
) -> Option<Resumes> {
    let (session, tls12) = (&resumption.session, resumption.session.tls12?);
    let fits = session.server_name == options.server_name
        && suites.iter().any(|suite| suite.id == session.suite)
        && (config.tls12.extended_master_secret || !tls12.extended_master_secret)
        && tls12
            .max_fragment_length
            .is_none_or(|len| config.max_fragment_length == Some(len))
        && ticket_age::ticket_age(resumption, now).is_some();
    if !fits {
        None
    } else if tickets::is_sent(config, resumption) {
        Some(Resumes::ByTicket)
    } else {
        (!resumption.session_id.is_empty()).then_some(Resumes::ById)
    }
}

//! What is tried of TLS 1.2.

use super::super::cases::Direction;
use super::super::peers::Kind;

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Every suite, group and signature once, and what is quick of the rest.
    Short,
    /// Every suite, group and signature once, and all of the rest.
    Each,
    /// Every suite with every group, every signature with every suite of its kind, and all of the rest.
    Full,
}

/// What a suite's handshake rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exchange {
    EcdheEcdsa,
    EcdheRsa,
    Psk,
    EcdhePsk,
}

/// A cipher suite by the names the peers have for it.
#[derive(Debug)]
pub struct Suite {
    /// Mbed TLS's name.
    pub name: &'static str,
    pub exchange: Exchange,
    pub openssl: &'static str,
    /// Cipher and MAC in a priority string.
    pub gnutls: &'static str,
}

impl Suite {
    /// It needs encrypt-then-MAC, and is in no default list.
    pub fn is_cbc(&self) -> bool {
        self.name.contains("CBC")
    }

    /// It rests on a key that both have.
    pub fn has_psk(&self) -> bool {
        matches!(self.exchange, Exchange::Psk | Exchange::EcdhePsk)
    }
}

const fn suite(name: &'static str, exchange: Exchange, openssl: &'static str, gnutls: &'static str) -> Suite {
    Suite {
        name,
        exchange,
        openssl,
        gnutls,
    }
}

/// Every suite that a peer shares with us. RFC 8442's (ECDHE-PSK with GCM and CCM) no peer has.
pub const SUITES: &[Suite] = {
    use Exchange::{EcdheEcdsa, EcdhePsk, EcdheRsa, Psk};
    &[
        suite(
            "TLS-ECDHE-ECDSA-WITH-AES-128-GCM-SHA256",
            EcdheEcdsa,
            "ECDHE-ECDSA-AES128-GCM-SHA256",
            "AES-128-GCM:+AEAD",
        ),
        suite(
            "TLS-ECDHE-RSA-WITH-AES-128-GCM-SHA256",
            EcdheRsa,
            "ECDHE-RSA-AES128-GCM-SHA256",
            "AES-128-GCM:+AEAD",
        ),
        suite(
            "TLS-ECDHE-ECDSA-WITH-AES-256-GCM-SHA384",
            EcdheEcdsa,
            "ECDHE-ECDSA-AES256-GCM-SHA384",
            "AES-256-GCM:+AEAD",
        ),
        suite(
            "TLS-ECDHE-RSA-WITH-AES-256-GCM-SHA384",
            EcdheRsa,
            "ECDHE-RSA-AES256-GCM-SHA384",
            "AES-256-GCM:+AEAD",
        ),
        suite(
            "TLS-ECDHE-ECDSA-WITH-CHACHA20-POLY1305-SHA256",
            EcdheEcdsa,
            "ECDHE-ECDSA-CHACHA20-POLY1305",
            "CHACHA20-POLY1305:+AEAD",
        ),
        suite(
            "TLS-ECDHE-RSA-WITH-CHACHA20-POLY1305-SHA256",
            EcdheRsa,
            "ECDHE-RSA-CHACHA20-POLY1305",
            "CHACHA20-POLY1305:+AEAD",
        ),
        suite(
            "TLS-ECDHE-ECDSA-WITH-AES-128-CCM",
            EcdheEcdsa,
            "ECDHE-ECDSA-AES128-CCM",
            "AES-128-CCM:+AEAD",
        ),
        suite(
            "TLS-ECDHE-ECDSA-WITH-AES-256-CCM",
            EcdheEcdsa,
            "ECDHE-ECDSA-AES256-CCM",
            "AES-256-CCM:+AEAD",
        ),
        suite(
            "TLS-ECDHE-ECDSA-WITH-AES-128-CCM-8",
            EcdheEcdsa,
            "ECDHE-ECDSA-AES128-CCM8",
            "AES-128-CCM-8:+AEAD",
        ),
        suite(
            "TLS-ECDHE-ECDSA-WITH-AES-256-CCM-8",
            EcdheEcdsa,
            "ECDHE-ECDSA-AES256-CCM8",
            "AES-256-CCM-8:+AEAD",
        ),
        suite(
            "TLS-PSK-WITH-AES-128-GCM-SHA256",
            Psk,
            "PSK-AES128-GCM-SHA256",
            "AES-128-GCM:+AEAD",
        ),
        suite(
            "TLS-PSK-WITH-AES-256-GCM-SHA384",
            Psk,
            "PSK-AES256-GCM-SHA384",
            "AES-256-GCM:+AEAD",
        ),
        suite(
            "TLS-PSK-WITH-CHACHA20-POLY1305-SHA256",
            Psk,
            "PSK-CHACHA20-POLY1305",
            "CHACHA20-POLY1305:+AEAD",
        ),
        suite("TLS-PSK-WITH-AES-128-CCM", Psk, "PSK-AES128-CCM", "AES-128-CCM:+AEAD"),
        suite("TLS-PSK-WITH-AES-256-CCM", Psk, "PSK-AES256-CCM", "AES-256-CCM:+AEAD"),
        suite(
            "TLS-PSK-WITH-AES-128-CCM-8",
            Psk,
            "PSK-AES128-CCM8",
            "AES-128-CCM-8:+AEAD",
        ),
        suite(
            "TLS-PSK-WITH-AES-256-CCM-8",
            Psk,
            "PSK-AES256-CCM8",
            "AES-256-CCM-8:+AEAD",
        ),
        suite(
            "TLS-ECDHE-PSK-WITH-CHACHA20-POLY1305-SHA256",
            EcdhePsk,
            "ECDHE-PSK-CHACHA20-POLY1305",
            "CHACHA20-POLY1305:+AEAD",
        ),
        suite(
            "TLS-ECDHE-ECDSA-WITH-AES-128-CBC-SHA256",
            EcdheEcdsa,
            "ECDHE-ECDSA-AES128-SHA256",
            "AES-128-CBC:+SHA256",
        ),
        suite(
            "TLS-ECDHE-ECDSA-WITH-AES-256-CBC-SHA384",
            EcdheEcdsa,
            "ECDHE-ECDSA-AES256-SHA384",
            "AES-256-CBC:+SHA384",
        ),
        suite(
            "TLS-ECDHE-ECDSA-WITH-AES-128-CBC-SHA",
            EcdheEcdsa,
            "ECDHE-ECDSA-AES128-SHA",
            "AES-128-CBC:+SHA1",
        ),
        suite(
            "TLS-ECDHE-ECDSA-WITH-AES-256-CBC-SHA",
            EcdheEcdsa,
            "ECDHE-ECDSA-AES256-SHA",
            "AES-256-CBC:+SHA1",
        ),
        suite(
            "TLS-ECDHE-RSA-WITH-AES-128-CBC-SHA256",
            EcdheRsa,
            "ECDHE-RSA-AES128-SHA256",
            "AES-128-CBC:+SHA256",
        ),
        suite(
            "TLS-ECDHE-RSA-WITH-AES-256-CBC-SHA384",
            EcdheRsa,
            "ECDHE-RSA-AES256-SHA384",
            "AES-256-CBC:+SHA384",
        ),
        suite(
            "TLS-ECDHE-RSA-WITH-AES-128-CBC-SHA",
            EcdheRsa,
            "ECDHE-RSA-AES128-SHA",
            "AES-128-CBC:+SHA1",
        ),
        suite(
            "TLS-ECDHE-RSA-WITH-AES-256-CBC-SHA",
            EcdheRsa,
            "ECDHE-RSA-AES256-SHA",
            "AES-256-CBC:+SHA1",
        ),
    ]
};

/// What signs the server's share: RFC 8446's name for the scheme, which is OpenSSL's too, and the certificate for it.
#[derive(Debug, PartialEq, Eq)]
pub struct Signature {
    pub name: &'static str,
    pub number: u16,
    pub gnutls: &'static str,
    pub certificate: &'static str,
}

impl Signature {
    /// The kind of suite it goes with.
    pub fn exchange(&self) -> Exchange {
        if self.name.starts_with("rsa") {
            Exchange::EcdheRsa
        } else {
            Exchange::EcdheEcdsa
        }
    }
}

const fn signature(name: &'static str, number: u16, gnutls: &'static str, certificate: &'static str) -> Signature {
    Signature {
        name,
        number,
        gnutls,
        certificate,
    }
}

/// Every signature of ours in TLS 1.2, where a scheme of ECDSA names no curve.
pub const SIGNATURES: &[Signature] = &[
    signature("ecdsa_secp256r1_sha256", 0x0403, "ECDSA-SHA256", "p256"),
    signature("ecdsa_secp384r1_sha384", 0x0503, "ECDSA-SHA384", "p384"),
    signature("ecdsa_secp521r1_sha512", 0x0603, "ECDSA-SHA512", "p521"),
    signature("rsa_pkcs1_sha256", 0x0401, "RSA-SHA256", "rsa2048"),
    signature("rsa_pkcs1_sha384", 0x0501, "RSA-SHA384", "rsa2048"),
    signature("rsa_pkcs1_sha512", 0x0601, "RSA-SHA512", "rsa3072"),
    signature("rsa_pss_rsae_sha256", 0x0804, "RSA-PSS-RSAE-SHA256", "rsa2048"),
    signature("rsa_pss_rsae_sha384", 0x0805, "RSA-PSS-RSAE-SHA384", "rsa2048"),
    signature("rsa_pss_rsae_sha512", 0x0806, "RSA-PSS-RSAE-SHA512", "rsa2048"),
    signature("ed25519", 0x0807, "EDDSA-ED25519", "ed25519"),
];

/// Groups by Mbed TLS's, OpenSSL's and GnuTLS's name.
pub const GROUPS: &[super::super::cases::Group] = super::super::cases::GROUPS;

/// What a case is about besides suite, group and signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// A few bytes each way.
    Plain,
    /// A second connection with the first one's session id.
    ById,
    /// A second connection with the first one's ticket.
    ByTicket,
    /// A second connection with a ticket, of a client with this certificate.
    ByTicketWithCertificate(&'static str),
    /// The server requires a certificate and the client has this one.
    ClientCertificate(&'static str),
    /// The server asks for a certificate, and does without one.
    OptionalCertificate,
    /// The server requires a certificate, and the client has none.
    NoCertificate,
    /// The server's certificate is over.
    Expired,
    /// A leaf under two intermediates.
    Chain,
    /// The peer has no extended master secret.
    NoEms,
    /// Ours has it off.
    NoEmsHere,
    /// The peer has nothing but CBC, and no encrypt-then-MAC.
    NoEtm,
    /// Ours has nothing but CBC, and encrypt-then-MAC off.
    NoEtmHere,
    /// The peer has nothing but RSA key exchange.
    OnlyRsa,
    /// The peer has nothing but DHE.
    OnlyDhe,
    /// Ours asks for a new handshake.
    Renegotiate,
    /// The peer asks for a new handshake.
    Renegotiated,
    /// Two protocols offered, the second one served.
    Alpn,
    /// No protocol in common.
    AlpnMismatch,
    /// A server with two certificates is asked for the second by name.
    ServerName,
    /// The client asks for records of at most 1024 bytes.
    MaxFragmentLength,
    /// Both have both versions.
    BothVersions,
    /// The peer has both versions, ours only TLS 1.2.
    PeerBoth,
    /// Ours has both versions, the peer only TLS 1.3.
    PeerOnly13,
    /// Ours has TLS 1.2, the peer TLS 1.3.
    Only12And13,
    /// Ours has TLS 1.3, the peer TLS 1.2.
    Only13And12,
    /// Megabytes each way.
    Large,
    /// Our end's transport gives and takes one byte at a time.
    Drip,
    /// Our end's transport gives and takes any number of bytes.
    RandomCuts,
    /// Our writes are small.
    SmallWrites,
}

/// Every feature but the plain one.
const FEATURES: &[Feature] = &[
    Feature::ById,
    Feature::ByTicket,
    Feature::ByTicketWithCertificate("client"),
    Feature::ClientCertificate("p256"),
    Feature::ClientCertificate("p384"),
    Feature::ClientCertificate("rsa2048"),
    Feature::ClientCertificate("ed25519"),
    Feature::OptionalCertificate,
    Feature::NoCertificate,
    Feature::Expired,
    Feature::Chain,
    Feature::NoEms,
    Feature::NoEmsHere,
    Feature::NoEtm,
    Feature::NoEtmHere,
    Feature::OnlyRsa,
    Feature::OnlyDhe,
    Feature::Renegotiate,
    Feature::Renegotiated,
    Feature::Alpn,
    Feature::AlpnMismatch,
    Feature::ServerName,
    Feature::MaxFragmentLength,
    Feature::BothVersions,
    Feature::PeerBoth,
    Feature::PeerOnly13,
    Feature::Only12And13,
    Feature::Only13And12,
    Feature::Large,
    Feature::Drip,
    Feature::RandomCuts,
    Feature::SmallWrites,
];

impl Feature {
    /// For tables.
    fn name(self) -> String {
        match self {
            Self::Plain => "plain".to_owned(),
            Self::ById => "resumed by id".to_owned(),
            Self::ByTicket => "resumed by ticket".to_owned(),
            Self::ByTicketWithCertificate(name) => format!("resumed by ticket, client certificate {name}"),
            Self::ClientCertificate(name) => format!("client certificate {name}"),
            Self::OptionalCertificate => "certificate optional, none".to_owned(),
            Self::NoCertificate => "certificate required, none".to_owned(),
            Self::Expired => "expired certificate".to_owned(),
            Self::Chain => "two intermediates".to_owned(),
            Self::NoEms => "peer without extended master secret".to_owned(),
            Self::NoEmsHere => "ours without extended master secret".to_owned(),
            Self::NoEtm => "peer with CBC, without encrypt-then-MAC".to_owned(),
            Self::NoEtmHere => "ours with CBC, without encrypt-then-MAC".to_owned(),
            Self::OnlyRsa => "peer with RSA key exchange alone".to_owned(),
            Self::OnlyDhe => "peer with DHE alone".to_owned(),
            Self::Renegotiate => "renegotiation, ours asks".to_owned(),
            Self::Renegotiated => "renegotiation, the peer asks".to_owned(),
            Self::Alpn => "ALPN".to_owned(),
            Self::AlpnMismatch => "ALPN without overlap".to_owned(),
            Self::ServerName => "server name".to_owned(),
            Self::MaxFragmentLength => "maximum fragment length".to_owned(),
            Self::BothVersions => "both have both versions".to_owned(),
            Self::PeerBoth => "peer with both versions, ours 1.2".to_owned(),
            Self::PeerOnly13 => "peer with 1.3, ours both versions".to_owned(),
            Self::Only12And13 => "peer with 1.3, ours 1.2".to_owned(),
            Self::Only13And12 => "peer with 1.2, ours 1.3".to_owned(),
            Self::Large => "large transfer both ways".to_owned(),
            Self::Drip => "one byte at a time".to_owned(),
            Self::RandomCuts => "cut at random".to_owned(),
            Self::SmallWrites => "small writes".to_owned(),
        }
    }
}

/// One case.
#[derive(Clone, Debug)]
pub struct Case {
    pub direction: Direction,
    pub suite: &'static Suite,
    pub group: &'static super::super::cases::Group,
    pub signature: &'static Signature,
    pub feature: Feature,
}

impl Case {
    /// All that tells it from the others.
    pub fn name(&self) -> String {
        let suite = self.suite.name.trim_start_matches("TLS-").replace("-WITH-", " ");
        let feature = self.feature.name();
        match (self.suite.exchange, self.feature) {
            (_, Feature::OnlyRsa | Feature::OnlyDhe) => feature,
            (Exchange::Psk, _) => format!("{suite}, {feature}"),
            (Exchange::EcdhePsk, _) => format!("{suite}, {}, {feature}", self.group.name),
            _ => format!("{suite}, {}, {}, {feature}", self.group.name, self.signature.name),
        }
    }

    /// Clients that come one after another.
    pub fn connections(&self) -> usize {
        if self.resumes() { 2 } else { 1 }
    }

    /// The second connection rests on the first.
    pub fn resumes(&self) -> bool {
        matches!(
            self.feature,
            Feature::ById | Feature::ByTicket | Feature::ByTicketWithCertificate(_)
        )
    }

    /// Groups that the peer is told: that of the case, and the curve of a certificate that ours shows.
    pub fn peer_groups(&self) -> Vec<&'static super::super::cases::Group> {
        let shown = match self.direction {
            Direction::OurClient => self.client_certificate(),
            Direction::OurServer => Some(self.server_certificate()).filter(|_| !self.suite.has_psk()),
        };
        let curve = match shown {
            Some("p384") => "secp384r1",
            Some("p521") => "secp521r1",
            Some("ed25519" | "rsa2048" | "rsa3072") | None => self.group.name,
            Some(_) => "secp256r1",
        };
        let curve = GROUPS
            .iter()
            .find(|group| group.name == curve && curve != self.group.name);
        std::iter::once(self.group).chain(curve).collect()
    }

    /// Bytes that go each way; whole lines of 50.
    pub fn bytes(&self) -> usize {
        match self.feature {
            Feature::Large => 4_000_000,
            Feature::RandomCuts => 200_000,
            Feature::SmallWrites => 20_000,
            Feature::Drip => 5_000,
            _ => 1_000,
        }
    }

    /// The certificate the server shows.
    pub fn server_certificate(&self) -> &'static str {
        match self.feature {
            Feature::Chain => "chain",
            Feature::Expired => "expired",
            _ => self.signature.certificate,
        }
    }

    /// The certificate the client has.
    pub fn client_certificate(&self) -> Option<&'static str> {
        match self.feature {
            Feature::ClientCertificate(name) | Feature::ByTicketWithCertificate(name) => Some(name),
            _ => None,
        }
    }

    /// What the peer is told to speak, lowest and highest.
    pub fn peer_versions(&self) -> (u8, u8) {
        match self.feature {
            Feature::BothVersions | Feature::PeerBoth => (2, 3),
            Feature::PeerOnly13 | Feature::Only12And13 => (3, 3),
            _ => (2, 2),
        }
    }

    /// What ours is told to speak.
    pub fn our_versions(&self) -> (u8, u8) {
        match self.feature {
            Feature::PeerBoth | Feature::Only12And13 => (2, 2),
            Feature::Only13And12 => (3, 3),
            _ => (2, 3),
        }
    }

    /// The version that comes of it.
    pub fn version(&self) -> &'static str {
        match self.feature {
            Feature::BothVersions | Feature::PeerOnly13 => "TLSv1.3",
            _ => "TLSv1.2",
        }
    }

    /// The peer is told the suite: the versions are the matter of some, and of others another suite.
    pub fn tells_suite(&self) -> bool {
        !matches!(
            self.feature,
            Feature::BothVersions | Feature::PeerBoth | Feature::PeerOnly13 | Feature::Only12And13
        )
    }

    /// Why this peer cannot play it, if it cannot.
    pub fn not_shared(&self, peer: &Kind) -> Option<&'static str> {
        let ours = self.direction == Direction::OurServer;
        let certificate = self.client_certificate().unwrap_or(self.signature.certificate);
        match (peer, self.feature) {
            (Kind::MbedTls { .. }, _) if certificate == "ed25519" => Some("it has no Ed25519"),
            (Kind::MbedTls { .. }, _) if self.signature.name.contains("pss") => Some("it has no RSA-PSS in TLS 1.2"),
            (Kind::OpenSsl { recent: false, .. }, Feature::NoEms) => Some("its program has no such option"),
            (Kind::GnuTls, Feature::Renegotiated) if !ours => Some("its server has no such command"),
            (Kind::GnuTls, _) if ours && self.suite.exchange == Exchange::EcdhePsk => {
                Some("its program crashes when the handshake is over")
            }
            (Kind::GnuTls, Feature::ServerName) if !ours => Some("its server takes one certificate of a kind"),
            _ => None,
        }
    }
}

/// All cases of an extent, in both directions.
pub fn all(extent: Extent) -> Vec<Case> {
    let mut cases = Vec::new();
    for direction in [Direction::OurClient, Direction::OurServer] {
        let mut add = |suite: &'static Suite, group: usize, signature: &'static Signature, feature| {
            cases.push(Case {
                direction,
                suite,
                group: &GROUPS[group],
                signature,
                feature,
            });
        };
        for (at, suite) in SUITES.iter().enumerate() {
            let mut signatures = SIGNATURES.iter().filter(|scheme| scheme.exchange() == suite.exchange);
            let first = signatures.next().unwrap_or(&SIGNATURES[0]);
            add(suite, 0, first, Feature::Plain);
            // The curve of an ECDSA certificate has to be among a client's groups (RFC 8422 section 5.1.1), which would leave our
            // server a choice.
            let alone = suite.exchange != Exchange::EcdheEcdsa || direction == Direction::OurClient;
            let (groups, schemes) = (
                extent == Extent::Full && suite.exchange != Exchange::Psk && alone || at == 1,
                extent == Extent::Full && !suite.has_psk() || at < 2,
            );
            for group in (1..GROUPS.len()).filter(|_| groups) {
                add(suite, group, first, Feature::Plain);
            }
            for scheme in signatures.filter(|_| schemes) {
                add(suite, 0, scheme, Feature::Plain);
            }
        }
        for feature in FEATURES {
            let long = matches!(
                feature,
                Feature::Large | Feature::ByTicketWithCertificate(_) | Feature::ClientCertificate("p384" | "ed25519")
            );
            let suite = match feature {
                Feature::NoEtm | Feature::NoEtmHere => &SUITES[18],
                _ => &SUITES[0],
            };
            if extent != Extent::Short || !long {
                add(suite, 0, &SIGNATURES[0], *feature);
            }
        }
        // Resumption and renegotiation beside other kinds of handshakes, and records of every kind of protection in numbers.
        if extent != Extent::Short {
            for suite in [&SUITES[1], &SUITES[10], &SUITES[17], &SUITES[18]] {
                let scheme = &SIGNATURES[if suite.exchange == Exchange::EcdheRsa { 3 } else { 0 }];
                for feature in [Feature::ById, Feature::ByTicket, Feature::Renegotiate] {
                    add(suite, 0, scheme, feature);
                }
            }
            for at in [2, 4, 6, 8, 18, 19, 20] {
                add(&SUITES[at], 0, &SIGNATURES[0], Feature::Large);
            }
        }
    }
    cases
}

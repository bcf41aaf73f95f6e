//! What is tried with every peer.

use crate::shell::Result;

/// Who is what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Our client, the peer's server.
    OurClient,
    /// The peer's client, our server.
    OurServer,
}

impl Direction {
    /// For tables.
    pub fn name(self) -> &'static str {
        match self {
            Direction::OurClient => "our client to its server",
            Direction::OurServer => "its client to our server",
        }
    }
}

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Every suite, group and signature once, and every feature.
    Short,
    /// Every suite with every group, every signature once, and every feature.
    Grid,
    /// Every suite with every group and every signature, and every feature.
    Full,
}

/// A cipher suite by the names the peers have for it.
#[derive(Debug)]
pub struct Suite {
    pub name: &'static str,
    pub openssl: &'static str,
    pub gnutls: &'static str,
}

/// A group by the names the peers have for it.
#[derive(Debug)]
pub struct Group {
    pub name: &'static str,
    pub openssl: &'static str,
    pub gnutls: &'static str,
}

/// A signature scheme, and the test certificate whose key can make it.
#[derive(Debug)]
pub struct Signature {
    /// RFC 8446's name, which is OpenSSL's too.
    pub name: &'static str,
    pub number: u16,
    pub gnutls: &'static str,
    pub certificate: &'static str,
}

const fn suite(name: &'static str, openssl: &'static str, gnutls: &'static str) -> Suite {
    Suite { name, openssl, gnutls }
}

const fn group(name: &'static str, openssl: &'static str, gnutls: &'static str) -> Group {
    Group { name, openssl, gnutls }
}

const fn signature(name: &'static str, number: u16, gnutls: &'static str, certificate: &'static str) -> Signature {
    Signature {
        name,
        number,
        gnutls,
        certificate,
    }
}

/// Every suite of ours for TLS 1.3.
pub const SUITES: &[Suite] = &[
    suite("TLS1-3-AES-128-GCM-SHA256", "TLS_AES_128_GCM_SHA256", "AES-128-GCM"),
    suite("TLS1-3-AES-256-GCM-SHA384", "TLS_AES_256_GCM_SHA384", "AES-256-GCM"),
    suite(
        "TLS1-3-CHACHA20-POLY1305-SHA256",
        "TLS_CHACHA20_POLY1305_SHA256",
        "CHACHA20-POLY1305",
    ),
    suite("TLS1-3-AES-128-CCM-SHA256", "TLS_AES_128_CCM_SHA256", "AES-128-CCM"),
    suite(
        "TLS1-3-AES-128-CCM-8-SHA256",
        "TLS_AES_128_CCM_8_SHA256",
        "AES-128-CCM-8",
    ),
];

/// Every group of ours.
pub const GROUPS: &[Group] = &[
    group("x25519", "X25519", "X25519"),
    group("secp256r1", "P-256", "SECP256R1"),
    group("secp384r1", "P-384", "SECP384R1"),
    group("secp521r1", "P-521", "SECP521R1"),
    group("x448", "X448", "X448"),
];

/// Every signature of ours in CertificateVerify.
pub const SIGNATURES: &[Signature] = &[
    signature("ecdsa_secp256r1_sha256", 0x0403, "ECDSA-SECP256R1-SHA256", "p256"),
    signature("ecdsa_secp384r1_sha384", 0x0503, "ECDSA-SECP384R1-SHA384", "p384"),
    signature("ecdsa_secp521r1_sha512", 0x0603, "ECDSA-SECP521R1-SHA512", "p521"),
    signature("rsa_pss_rsae_sha256", 0x0804, "RSA-PSS-RSAE-SHA256", "rsa2048"),
    signature("rsa_pss_rsae_sha384", 0x0805, "RSA-PSS-RSAE-SHA384", "rsa2048"),
    signature("rsa_pss_rsae_sha512", 0x0806, "RSA-PSS-RSAE-SHA512", "rsa2048"),
    signature("rsa_pss_pss_sha256", 0x0809, "RSA-PSS-SHA256", "rsapss"),
    signature("rsa_pss_pss_sha384", 0x080a, "RSA-PSS-SHA384", "rsapss"),
    signature("rsa_pss_pss_sha512", 0x080b, "RSA-PSS-SHA512", "rsapss"),
    signature("ed25519", 0x0807, "EDDSA-ED25519", "ed25519"),
];

/// A server certificate that a client must find fault with.
#[derive(Debug, PartialEq, Eq)]
pub struct Bad {
    /// The test certificate.
    pub name: &'static str,
    /// What the handshake returns where the certificate has to be good.
    pub error: &'static str,
    /// `mbedtls_ssl_get_verify_result`.
    pub flags: &'static str,
    /// True for one that Mbed TLS's own server does not show, because it is not for servers.
    pub unfit: bool,
}

const fn bad(name: &'static str, error: &'static str, flags: &'static str, unfit: bool) -> Bad {
    Bad {
        name,
        error,
        flags,
        unfit,
    }
}

/// Every fault alone, and two at once.
const BAD: &[Bad] = &[
    bad("expired", "-0x2700", "0x1", false),
    bad("future", "-0x2700", "0x200", false),
    bad("wrong-name", "-0x2700", "0x4", false),
    bad("unknown-ca", "-0x2700", "0x8", false),
    bad("bad-signature", "-0x2700", "0x8", false),
    bad("wrong-usage", "-0x7a00", "0x800", true),
    bad("wrong-purpose", "-0x7a00", "0x1000", true),
    bad("client-only", "-0x7a00", "0x1000", true),
    bad("expired-wrong-name", "-0x2700", "0x5", false),
    bad("unknown-ca-future", "-0x2700", "0x208", false),
    bad("wrong-usage-purpose", "-0x7a00", "0x1800", true),
];

/// What a case is about besides suite, group and signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// A few bytes each way.
    Plain,
    /// The server asks for another group than the first one offered.
    HelloRetry,
    /// The server requires a certificate and the client has this one.
    ClientCertificate(&'static str),
    /// The server asks for a certificate, and does without one.
    OptionalCertificate,
    /// The server requires a certificate, and the client has none: no connection.
    NoCertificate,
    /// A leaf under two intermediates.
    Chain,
    /// Megabytes each way.
    Large,
    /// Our end's transport gives and takes one byte at a time.
    Drip,
    /// Our end's transport gives and takes any number of bytes.
    RandomCuts,
    /// Our writes are of one byte, then of 333.
    SmallWrites,
    /// Two protocols offered, the second one served.
    Alpn,
    /// No protocol in common: no connection.
    AlpnMismatch,
    /// A server with two certificates is asked for the second by name.
    ServerName,
    /// The peer changes its keys, and asks us to change ours.
    KeyUpdate,
    /// The server's certificate is bad, and must be good: no connection.
    BadCertificate(&'static Bad),
    /// The server's certificate is bad, and need not be good: a connection, and flags.
    Tolerated(&'static Bad),
    /// The client says goodbye first, and is answered at length.
    HalfClose,
}

impl Feature {
    /// For tables.
    pub fn name(self) -> String {
        match self {
            Feature::Plain => "plain".to_owned(),
            Feature::HelloRetry => "hello retry request".to_owned(),
            Feature::ClientCertificate(name) => format!("client certificate {name}"),
            Feature::OptionalCertificate => "certificate optional, none".to_owned(),
            Feature::NoCertificate => "certificate required, none".to_owned(),
            Feature::Chain => "two intermediates".to_owned(),
            Feature::Large => "large transfer both ways".to_owned(),
            Feature::Drip => "one byte at a time".to_owned(),
            Feature::RandomCuts => "cut at random".to_owned(),
            Feature::SmallWrites => "small writes".to_owned(),
            Feature::Alpn => "ALPN".to_owned(),
            Feature::AlpnMismatch => "ALPN without overlap".to_owned(),
            Feature::ServerName => "server name".to_owned(),
            Feature::KeyUpdate => "key update".to_owned(),
            Feature::BadCertificate(bad) => format!("bad: {}", bad.name),
            Feature::Tolerated(bad) => format!("tolerated: {}", bad.name),
            Feature::HalfClose => "half-close".to_owned(),
        }
    }
}

/// Every feature but the plain one.
const FEATURES: &[Feature] = &[
    Feature::HelloRetry,
    Feature::ClientCertificate("p256"),
    Feature::ClientCertificate("p384"),
    Feature::ClientCertificate("rsa2048"),
    Feature::ClientCertificate("ed25519"),
    Feature::OptionalCertificate,
    Feature::NoCertificate,
    Feature::Chain,
    Feature::Large,
    Feature::Drip,
    Feature::RandomCuts,
    Feature::SmallWrites,
    Feature::Alpn,
    Feature::AlpnMismatch,
    Feature::ServerName,
    Feature::KeyUpdate,
    Feature::HalfClose,
];

/// One connection to try.
#[derive(Clone, Debug)]
pub struct Case {
    pub direction: Direction,
    pub suite: &'static Suite,
    pub group: &'static Group,
    pub signature: &'static Signature,
    pub feature: Feature,
}

impl Case {
    /// All that tells it from the others.
    pub fn name(&self) -> String {
        let (suite, group, signature) = (self.suite.name, self.group.name, self.signature.name);
        format!(
            "[{}, {suite}, {group}, {signature}, {}]",
            self.direction.name(),
            self.feature.name()
        )
    }

    /// True for those that stand in the grid.
    pub fn is_plain(&self) -> bool {
        self.feature == Feature::Plain
    }

    /// Bytes sent each way; lines of 50 bytes, whole lines.
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
            Feature::BadCertificate(bad) | Feature::Tolerated(bad) => bad.name,
            _ => self.signature.certificate,
        }
    }

    /// True when the connection must not come about.
    pub fn must_fail(&self) -> bool {
        matches!(
            self.feature,
            Feature::NoCertificate | Feature::AlpnMismatch | Feature::BadCertificate(_)
        )
    }
}

/// All cases of an extent, in both directions.
pub fn all(extent: Extent) -> Vec<Case> {
    let mut cases = Vec::new();
    for direction in [Direction::OurClient, Direction::OurServer] {
        let mut add = |suite: usize, group: usize, signature: usize, feature| {
            cases.push(Case {
                direction,
                suite: &SUITES[suite],
                group: &GROUPS[group],
                signature: &SIGNATURES[signature],
                feature,
            });
        };
        for suite in 0..SUITES.len() {
            for group in 0..GROUPS.len() {
                for signature in 0..SIGNATURES.len() {
                    let others = [suite, group, signature].iter().filter(|number| **number != 0).count();
                    let wanted = match extent {
                        Extent::Full => true,
                        Extent::Grid => signature == 0 || others == 1,
                        Extent::Short => others <= 1,
                    };
                    if wanted {
                        add(suite, group, signature, Feature::Plain);
                    }
                }
            }
        }
        for feature in FEATURES {
            add(0, 0, 0, *feature);
        }
        if direction == Direction::OurClient {
            for bad in BAD {
                add(0, 0, 0, Feature::BadCertificate(bad));
                add(0, 0, 0, Feature::Tolerated(bad));
            }
        }
        // Records of every kind of protection, in numbers.
        if extent != Extent::Short {
            for suite in 1..SUITES.len() {
                add(suite, 0, 0, Feature::Large);
            }
        }
    }
    cases
}

/// Byte number `at` of a transfer: the same as `pattern()` in c-tests/support.
fn pattern(at: usize) -> u8 {
    if at % 50 == 49 {
        b'\n'
    } else {
        b"0123456789"[(at ^ (at >> 7) ^ (at >> 13)) % 10]
    }
}

/// The first `length` bytes of a transfer.
pub fn transfer(length: usize) -> Vec<u8> {
    (0..length).map(pattern).collect()
}

/// The value of `name=` in what our program printed.
pub fn value<'a>(printed: &'a str, name: &str) -> &'a str {
    let mut lines = printed.lines().filter_map(|line| line.split_once('='));
    lines.find(|(key, _)| *key == name).map_or("", |(_, value)| value)
}

/// Whether a case went as it should, from what our program (`mine`) and the peer's (`theirs`) printed. `garbles_alerts`: the
/// peer's server protects its alerts with keys that no client expects there.
pub fn judge(case: &Case, mine: &str, theirs: &str, garbles_alerts: bool) -> Result<()> {
    let want = |name: &str, wanted: &str| -> Result<()> {
        let found = value(mine, name);
        if found == wanted {
            Ok(())
        } else {
            Err(format!("{name} is \"{found}\", not \"{wanted}\"").into())
        }
    };
    if case.must_fail() {
        return must_have_failed(case, mine, garbles_alerts);
    }
    want("handshake", "0")?;
    want("version", "TLSv1.3")?;
    want("suite", case.suite.name)?;
    want("intact", "yes")?;
    want("result", "ok")?;
    let bytes = case.bytes().to_string();
    want("received", &bytes)?;
    match (case.direction, case.feature) {
        (Direction::OurClient, Feature::Tolerated(bad)) => want("flags", bad.flags)?,
        (Direction::OurClient, Feature::ServerName) => want("peer", "O=ferrotls, CN=second")?,
        (Direction::OurClient, Feature::Chain) => want("peer", "O=ferrotls, CN=chain-leaf")?,
        (Direction::OurClient, _) => want("peer", &format!("O=ferrotls, CN={}", case.signature.certificate))?,
        (Direction::OurServer, Feature::ClientCertificate(name)) => want("peer", &format!("O=ferrotls, CN={name}"))?,
        (Direction::OurServer, Feature::ServerName) => want("sni", "second.example")?,
        (Direction::OurServer, _) => want("peer", "")?,
    }
    let tolerated = matches!(case.feature, Feature::Tolerated(_));
    if (case.direction == Direction::OurClient && !tolerated) || matches!(case.feature, Feature::ClientCertificate(_)) {
        want("flags", "0x0")?;
    }
    if case.feature == Feature::Alpn {
        want("alpn", "second")?;
    }
    if case.feature == Feature::HalfClose {
        want("end", "close_notify")?;
    }
    // What our server sent back has to have come out at the other end.
    if case.direction == Direction::OurServer {
        let came = theirs.bytes().filter(|byte| matches!(byte, b'0'..=b'9' | b'\n'));
        let sent = transfer(case.bytes());
        let came: Vec<u8> = came.collect();
        if !came.windows(sent.len().max(1)).any(|window| window == sent) {
            return Err(format!("the client did not print the {} bytes that were echoed", sent.len()).into());
        }
    }
    Ok(())
}

/// A connection that must not come about, and the alert or error that says why.
fn must_have_failed(case: &Case, mine: &str, garbles_alerts: bool) -> Result<()> {
    let handshake = value(mine, "handshake");
    // In TLS 1.3 a client is done before the server looks at its certificate: it learns of it when it reads.
    let told = if handshake == "0" {
        value(mine, "read")
    } else {
        handshake
    };
    if let Feature::BadCertificate(bad) = case.feature {
        let found = (handshake, value(mine, "flags"));
        let wanted = (bad.error, bad.flags);
        return if found == wanted {
            Ok(())
        } else {
            Err(format!("{found:?}, not {wanted:?}").into())
        };
    }
    let wanted: &[&str] = match (case.direction, case.feature) {
        (Direction::OurClient, Feature::NoCertificate) if garbles_alerts => &["-0x7780", "-0x7180"],
        (Direction::OurClient, _) => &["-0x7780"],
        (Direction::OurServer, Feature::NoCertificate) => &["-0x7480"],
        (Direction::OurServer, _) => &["-0x7580"],
    };
    if wanted.contains(&told) {
        Ok(())
    } else {
        Err(format!("our end saw \"{told}\", not {}", wanted.join(" or ")).into())
    }
}

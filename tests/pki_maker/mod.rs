//! Makes certificates and revocation lists of any shape, good or bad, signed with [`SigningKey`].
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

use std::sync::OnceLock;

use ferrotls::{
    crypto::{
        ec::Curve,
        hash::HashAlgorithm,
        sign::{SignatureAlgorithm, SigningKey},
    },
    pki::{
        Certificate, Crl, Time, der, oid,
        spki::{self, KeyAlgorithm, PublicKeyInfo},
    },
};

/// The time that tests judge at: 2025-06-01.
pub const NOW: i64 = 1_748_736_000;
/// One day in seconds.
pub const DAY: i64 = 86_400;

/// The time that tests judge at.
pub fn now() -> Time {
    Time::from_unix(NOW)
}

/// One element.
pub fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let mut out = Vec::new();
    der::push_element(&mut out, tag, parts);
    out
}

/// A key that is made once per test program.
pub fn p256(number: usize) -> &'static SigningKey {
    static KEYS: [OnceLock<SigningKey>; 16] = [const { OnceLock::new() }; 16];
    KEYS[number].get_or_init(|| SigningKey::generate_ec(Curve::P256).unwrap())
}

/// A P-521 key.
pub fn p521() -> &'static SigningKey {
    static KEY: OnceLock<SigningKey> = OnceLock::new();
    KEY.get_or_init(|| SigningKey::generate_ec(Curve::P521).unwrap())
}

/// A secp256k1 key.
pub fn k256() -> &'static SigningKey {
    static KEY: OnceLock<SigningKey> = OnceLock::new();
    KEY.get_or_init(|| SigningKey::generate_ec(Curve::Secp256k1).unwrap())
}

/// A P-384 key.
pub fn p384() -> &'static SigningKey {
    static KEY: OnceLock<SigningKey> = OnceLock::new();
    KEY.get_or_init(|| SigningKey::generate_ec(Curve::P384).unwrap())
}

/// A key of `tests/data/keys`, read once per test program.
pub fn key_file(name: &'static str) -> &'static SigningKey {
    use std::{
        collections::BTreeMap,
        sync::{Arc, Mutex},
    };
    static KEYS: Mutex<BTreeMap<&str, &'static Arc<SigningKey>>> = Mutex::new(BTreeMap::new());
    let mut keys = KEYS.lock().unwrap();
    keys.entry(name).or_insert_with(|| {
        let path = format!("{}/tests/data/keys/{name}.pem", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read(path).unwrap();
        let key = ferrotls::pki::key::parse_private_key(&text, None).unwrap().key;
        Box::leak(Box::new(key))
    })
}

/// An Ed25519 key.
pub fn ed25519() -> &'static SigningKey {
    static KEY: OnceLock<SigningKey> = OnceLock::new();
    KEY.get_or_init(|| SigningKey::generate_ed25519().unwrap())
}

/// An RSA key of 2048 bits.
pub fn rsa() -> &'static SigningKey {
    static KEY: OnceLock<SigningKey> = OnceLock::new();
    KEY.get_or_init(|| SigningKey::generate_rsa(2048, 65537).unwrap())
}

/// A Name of one commonName, in a string type of choice.
pub fn name_as(tag: u8, text: &str) -> Vec<u8> {
    let value = tlv(tag, &[text.as_bytes()]);
    let pair = tlv(der::SEQUENCE, &[&tlv(der::OID, &[oid::COMMON_NAME]), &value]);
    tlv(der::SEQUENCE, &[&tlv(der::SET, &[&pair])])
}

/// A Name of one commonName, UTF8String.
pub fn name(text: &str) -> Vec<u8> {
    name_as(der::UTF8_STRING, text)
}

/// An extension.
pub fn extension(oid: &[u8], critical: bool, value: &[u8]) -> Vec<u8> {
    let id = tlv(der::OID, &[oid]);
    let flag = if critical {
        tlv(der::BOOLEAN, &[&[255]])
    } else {
        Vec::new()
    };
    tlv(der::SEQUENCE, &[&id, &flag, &tlv(der::OCTET_STRING, &[value])])
}

/// basicConstraints.
pub fn basic_constraints(is_ca: bool, length: Option<u8>) -> Vec<u8> {
    let flag = if is_ca {
        tlv(der::BOOLEAN, &[&[255]])
    } else {
        Vec::new()
    };
    let length = length.map_or(Vec::new(), |length| tlv(der::INTEGER, &[&[length]]));
    extension(&[0x55, 0x1d, 0x13], true, &tlv(der::SEQUENCE, &[&flag, &length]))
}

/// keyUsage out of its first byte.
pub fn key_usage(bits: u8) -> Vec<u8> {
    extension(&[0x55, 0x1d, 0x0f], true, &tlv(der::BIT_STRING, &[&[0, bits]]))
}

/// subjectKeyIdentifier.
pub fn subject_key_id(id: &[u8]) -> Vec<u8> {
    extension(&[0x55, 0x1d, 0x0e], false, &tlv(der::OCTET_STRING, &[id]))
}

/// authorityKeyIdentifier with a key's identifier.
pub fn authority_key_id(id: &[u8]) -> Vec<u8> {
    extension(
        &[0x55, 0x1d, 0x23],
        false,
        &tlv(der::SEQUENCE, &[&tlv(der::CONTEXT, &[id])]),
    )
}

/// extKeyUsage.
pub fn extended_key_usage(purposes: &[&[u8]]) -> Vec<u8> {
    let list: Vec<Vec<u8>> = purposes.iter().map(|purpose| tlv(der::OID, &[purpose])).collect();
    let parts: Vec<&[u8]> = list.iter().map(Vec::as_slice).collect();
    extension(&[0x55, 0x1d, 0x25], false, &tlv(der::SEQUENCE, &parts))
}

/// subjectAltName out of tags and contents.
pub fn alt_names(names: &[(u8, &[u8])]) -> Vec<u8> {
    let list: Vec<Vec<u8>> = names.iter().map(|(tag, value)| tlv(*tag, &[value])).collect();
    let parts: Vec<&[u8]> = list.iter().map(Vec::as_slice).collect();
    extension(&[0x55, 0x1d, 0x11], false, &tlv(der::SEQUENCE, &parts))
}

/// subjectAltName with DNS names.
pub fn dns_names(names: &[&str]) -> Vec<u8> {
    let names: Vec<(u8, &[u8])> = names.iter().map(|name| (0x82, name.as_bytes())).collect();
    alt_names(&names)
}

/// What a certificate is made of; fields may be changed at will.
#[derive(Clone)]
pub struct Recipe {
    /// 1 to 3, or nonsense.
    pub version: u8,
    /// Content of the serial number.
    pub serial: Vec<u8>,
    /// The issuer's Name.
    pub issuer: Vec<u8>,
    /// The subject's Name.
    pub subject: Vec<u8>,
    /// Seconds since 1970.
    pub from: i64,
    /// Seconds since 1970.
    pub to: i64,
    /// Each extension, encoded.
    pub extensions: Vec<Vec<u8>>,
    /// The digest of the signature.
    pub hash: HashAlgorithm,
    /// Sign with RSASSA-PSS and this salt.
    pub pss_salt: Option<usize>,
    /// The key as it stands, instead of the key's own SubjectPublicKeyInfo.
    pub public_key: Option<Vec<u8>>,
    /// The signature algorithm as it stands, instead of what the signature is.
    pub algorithm: Option<Vec<u8>>,
    /// The two dates as they stand.
    pub dates: Option<Vec<u8>>,
    /// What stands between key and extensions: unique identifiers.
    pub before_extensions: Vec<u8>,
    /// An empty list of extensions is written, not left out.
    pub writes_empty_list: bool,
}

impl Recipe {
    /// An end-entity certificate for `www.example.com`.
    pub fn leaf(issuer: &str) -> Self {
        Self {
            version: 3,
            serial: vec![1],
            issuer: name(issuer),
            subject: name("Leaf"),
            from: NOW - 10 * DAY,
            to: NOW + 10 * DAY,
            extensions: vec![dns_names(&["www.example.com"])],
            hash: HashAlgorithm::Sha256,
            pss_salt: None,
            public_key: None,
            algorithm: None,
            dates: None,
            before_extensions: Vec::new(),
            writes_empty_list: false,
        }
    }

    /// A CA certificate.
    pub fn authority(issuer: &str, subject: &str) -> Self {
        Self {
            subject: name(subject),
            extensions: vec![basic_constraints(true, None), key_usage(0x06)],
            ..Self::leaf(issuer)
        }
    }

    /// A self-signed CA certificate.
    pub fn root(subject: &str) -> Self {
        Self::authority(subject, subject)
    }

    /// The DER, for the public half of `key`, signed with `signer`.
    pub fn der(&self, key: &SigningKey, signer: &SigningKey) -> Vec<u8> {
        let own = || algorithm_id(signer, self.hash, self.pss_salt);
        let algorithm = self.algorithm.clone().unwrap_or_else(own);
        let version = match self.version {
            1 => Vec::new(),
            version => tlv(0xa0, &[&tlv(der::INTEGER, &[&[version - 1]])]),
        };
        let dates = || [time(self.from), time(self.to)].concat();
        let validity = tlv(der::SEQUENCE, &[&self.dates.clone().unwrap_or_else(dates)]);
        let mut own = Vec::new();
        spki::push(&mut own, &public(key));
        let info = self.public_key.as_ref().unwrap_or(&own);
        let extensions = if self.extensions.is_empty() && !self.writes_empty_list {
            Vec::new()
        } else {
            tlv(0xa3, &[&tlv(der::SEQUENCE, &[&self.extensions.concat()])])
        };
        let tbs = tlv(
            der::SEQUENCE,
            &[
                &version,
                &tlv(der::INTEGER, &[&self.serial]),
                &algorithm,
                &self.issuer,
                &validity,
                &self.subject,
                info,
                &self.before_extensions,
                &extensions,
            ],
        );
        seal(&tbs, &algorithm, signer, self.hash, self.pss_salt)
    }

    /// The certificate, for the public half of `key`, signed with `signer`.
    pub fn make(&self, key: &SigningKey, signer: &SigningKey) -> Certificate {
        Certificate::from_der(&self.der(key, signer)).unwrap()
    }

    /// With other extensions.
    pub fn with(mut self, extensions: &[Vec<u8>]) -> Self {
        self.extensions = extensions.to_vec();
        self
    }
}

/// What a revocation list is made of.
#[derive(Clone)]
pub struct CrlRecipe {
    /// The issuer's Name.
    pub issuer: Vec<u8>,
    /// Seconds since 1970.
    pub this_update: i64,
    /// Seconds since 1970.
    pub next_update: Option<i64>,
    /// Serial numbers.
    pub revoked: Vec<Vec<u8>>,
    /// Version 2 has a version field.
    pub version2: bool,
    /// The digest of the signature.
    pub hash: HashAlgorithm,
    /// Sign with RSASSA-PSS and this salt.
    pub pss_salt: Option<usize>,
    /// Each extension, encoded.
    pub extensions: Vec<Vec<u8>>,
}

impl CrlRecipe {
    /// A list that revokes nothing.
    pub fn new(issuer: &str) -> Self {
        Self {
            issuer: name(issuer),
            this_update: NOW - DAY,
            next_update: Some(NOW + DAY),
            revoked: Vec::new(),
            version2: true,
            hash: HashAlgorithm::Sha256,
            pss_salt: None,
            extensions: Vec::new(),
        }
    }

    /// The DER.
    pub fn der(&self, signer: &SigningKey) -> Vec<u8> {
        let algorithm = algorithm_id(signer, self.hash, self.pss_salt);
        let extensions = if self.extensions.is_empty() {
            Vec::new()
        } else {
            tlv(0xa0, &[&tlv(der::SEQUENCE, &[&self.extensions.concat()])])
        };
        let version = if self.version2 {
            tlv(der::INTEGER, &[&[1]])
        } else {
            Vec::new()
        };
        let entries: Vec<u8> = self
            .revoked
            .iter()
            .flat_map(|serial| tlv(der::SEQUENCE, &[&tlv(der::INTEGER, &[serial]), &time(NOW - DAY)]))
            .collect();
        let entries = if entries.is_empty() {
            Vec::new()
        } else {
            tlv(der::SEQUENCE, &[&entries])
        };
        let tbs = tlv(
            der::SEQUENCE,
            &[
                &version,
                &algorithm,
                &self.issuer,
                &time(self.this_update),
                &self.next_update.map_or(Vec::new(), time),
                &entries,
                &extensions,
            ],
        );
        seal(&tbs, &algorithm, signer, self.hash, self.pss_salt)
    }

    /// The list.
    pub fn make(&self, signer: &SigningKey) -> Crl {
        Crl::from_der(&self.der(signer)).unwrap()
    }
}

/// The public half, as SubjectPublicKeyInfo has it.
pub fn public(key: &SigningKey) -> PublicKeyInfo {
    use ferrotls::crypto::verify::PublicKey;
    PublicKeyInfo {
        key: key.public_key().clone(),
        algorithm: match key.public_key() {
            PublicKey::Rsa { .. } => KeyAlgorithm::Rsa,
            PublicKey::Ec { .. } => KeyAlgorithm::Ec,
            PublicKey::Ed25519(_) => KeyAlgorithm::Ed25519,
        },
        pss: None,
    }
}

/// A date as UTCTime, or GeneralizedTime where that has no room for it.
pub fn time(seconds: i64) -> Vec<u8> {
    let t = Time::from_unix(seconds);
    let text = format!(
        "{:04}{:02}{:02}{:02}{:02}{:02}Z",
        t.year, t.month, t.day, t.hour, t.minute, t.second
    );
    if t.year < 2050 {
        tlv(der::UTC_TIME, &[&text.as_bytes()[2..]])
    } else {
        tlv(der::GENERALIZED_TIME, &[text.as_bytes()])
    }
}

/// The AlgorithmIdentifier of a signature.
pub fn algorithm_id(signer: &SigningKey, hash: HashAlgorithm, pss_salt: Option<usize>) -> Vec<u8> {
    use ferrotls::crypto::verify::PublicKey;
    let last = |table: [u8; 6]| match hash {
        HashAlgorithm::Md5 => table[0],
        HashAlgorithm::Sha1 => table[1],
        HashAlgorithm::Sha224 => table[2],
        HashAlgorithm::Sha256 => table[3],
        HashAlgorithm::Sha384 => table[4],
        HashAlgorithm::Sha512 => table[5],
        other => unimplemented!("{other:?} in a signature algorithm"),
    };
    match (signer.public_key(), pss_salt) {
        (PublicKey::Rsa { .. }, Some(salt)) => {
            let digest = tlv(
                der::SEQUENCE,
                &[&tlv(der::OID, &[oid::of_digest(hash)]), &tlv(der::NULL, &[])],
            );
            let mgf = tlv(der::SEQUENCE, &[&tlv(der::OID, &[oid::MGF1]), &digest]);
            let salt = tlv(der::INTEGER, &[&[u8::try_from(salt).unwrap()]]);
            let parameters = tlv(
                der::SEQUENCE,
                &[&tlv(0xa0, &[&digest]), &tlv(0xa1, &[&mgf]), &tlv(0xa2, &[&salt])],
            );
            tlv(der::SEQUENCE, &[&tlv(der::OID, &[oid::RSASSA_PSS]), &parameters])
        }
        (PublicKey::Rsa { .. }, None) => {
            let mut id = oid::RSA_ENCRYPTION.to_vec();
            *id.last_mut().unwrap() = last([4, 5, 0x0e, 0x0b, 0x0c, 0x0d]);
            tlv(der::SEQUENCE, &[&tlv(der::OID, &[&id]), &tlv(der::NULL, &[])])
        }
        (PublicKey::Ec { .. }, _) => {
            let mut id = vec![0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04];
            match hash {
                HashAlgorithm::Sha1 => id.push(1),
                _ => id.extend([3, last([0, 0, 1, 2, 3, 4])]),
            }
            tlv(der::SEQUENCE, &[&tlv(der::OID, &[&id])])
        }
        (PublicKey::Ed25519(_), _) => tlv(der::SEQUENCE, &[&tlv(der::OID, &[oid::ED25519])]),
    }
}

/// What is to be signed, with its signature.
pub fn seal(
    tbs: &[u8],
    algorithm: &[u8],
    signer: &SigningKey,
    hash: HashAlgorithm,
    pss_salt: Option<usize>,
) -> Vec<u8> {
    use ferrotls::crypto::verify::PublicKey;
    let signature = match (signer.public_key(), pss_salt) {
        (PublicKey::Rsa { .. }, Some(salt)) => signer.sign_rsa_pss(hash, salt, hash.hash(tbs).as_ref()),
        (PublicKey::Rsa { .. }, None) => signer.sign(SignatureAlgorithm::RsaPkcs1(hash), tbs),
        (PublicKey::Ec { .. }, _) => signer.sign(SignatureAlgorithm::Ecdsa(hash), tbs),
        (PublicKey::Ed25519(_), _) => signer.sign(SignatureAlgorithm::Ed25519, tbs),
    };
    let signature = tlv(der::BIT_STRING, &[&[0], &signature.unwrap()]);
    tlv(der::SEQUENCE, &[tbs, algorithm, &signature])
}

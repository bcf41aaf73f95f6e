//! What comes with certificates and in their place, for `ferrotls/ferrotls.h`: OCSP responses, timestamps, raw public keys,
//! compression. The functions themselves stand in `capi/ferrotls`.

use std::ffi::{c_int, c_uchar, c_void};
use std::ptr;
use std::sync::{Arc, PoisonError, RwLock};

use super::ask::store_verify_result;
use super::drive::{Call, Code};
use super::inner::{KeyCert, config_ref};
use super::names::*;
use crate::capi::x509::{
    MBEDTLS_ERR_X509_CERT_VERIFY_FAILED, MBEDTLS_X509_BADCERT_BAD_KEY, MBEDTLS_X509_BADCERT_BAD_PK,
    MBEDTLS_X509_BADCERT_NOT_TRUSTED,
};
use crate::capi::x509_crt::verify::{core_profile, mbedtls_x509_crt_profile_default};
use crate::capi::x509_crt::{self, mbedtls_x509_crt, mbedtls_x509_crt_profile, mbedtls_x509_crt_profile_suiteb};
use crate::compress::Cache;
use crate::crypto::sign::RsaUse;
use crate::crypto::verify::PublicKey;
use crate::pki::Certificate;
use crate::pki::der::Reader;
use crate::pki::spki::{self, KeyAlgorithm, PublicKeyInfo};
use crate::tls::config::{Attached, CertificateOptions, Credential, PeerKey};
use crate::tls::error::Error;
use crate::tls::handshake::certificate::Presented;
use crate::tls::want::Answer;
use crate::tls::wire::codes::{AlertDescription, CertificateCompressionAlgorithm, CertificateType};

/// Is asked about a raw public key that a peer has shown, and what is amiss with it so far.
pub type RawKeyCallback = Option<
    unsafe extern "C" fn(
        p_key: *mut c_void,
        ssl: *mut mbedtls_ssl_context,
        spki: *const c_uchar,
        spki_len: usize,
        flags: *mut u32,
    ) -> c_int,
>;

/// What certificates must be like by default.
pub const DEFAULT_PROFILE: *const mbedtls_x509_crt_profile = &raw const mbedtls_x509_crt_profile_default;
/// What certificates must be like by the suite B preset.
pub const SUITEB_PROFILE: *const mbedtls_x509_crt_profile = &raw const mbedtls_x509_crt_profile_suiteb;

/// What a configuration says about certificates beyond Mbed TLS.
pub struct Certificates {
    /// Types that we can present; empty: certificates alone.
    pub own_types: Vec<CertificateType>,
    /// Types that the peer may present; empty: certificates alone.
    pub peer_types: Vec<CertificateType>,
    /// Ask for OCSP responses.
    pub request_ocsp: bool,
    /// Ask for signed certificate timestamps.
    pub request_scts: bool,
    /// How certificates may be compressed.
    pub compression: Vec<CertificateCompressionAlgorithm>,
    /// What was compressed before.
    pub cache: Arc<Cache>,
    /// Client: whose names go into the ClientHello; borrowed. NULL: none.
    pub authorities: *const mbedtls_x509_crt,
    /// Own keys without certificates, borrowed.
    pub raw_keys: Vec<KeyCert>,
    /// Keys of peers that are trusted, each a SubjectPublicKeyInfo.
    pub trusted_keys: Vec<Vec<u8>>,
    /// Has the last word on a peer's key, and its argument.
    pub raw_key_callback: (RawKeyCallback, *mut c_void),
    /// What goes with our certificates. Under a lock, because responses are renewed while connections are made.
    pub staples: RwLock<Staples>,
}

impl Default for Certificates {
    /// Nothing was said.
    fn default() -> Self {
        Self {
            own_types: Vec::new(),
            peer_types: Vec::new(),
            request_ocsp: false,
            request_scts: false,
            compression: Vec::new(),
            cache: Arc::default(),
            authorities: ptr::null(),
            raw_keys: Vec::new(),
            trusted_keys: Vec::new(),
            raw_key_callback: (None, ptr::null_mut()),
            staples: RwLock::default(),
        }
    }
}

impl Certificates {
    /// The core's part of it.
    pub fn options(&self) -> CertificateOptions {
        CertificateOptions {
            own_types: self.own_types.clone(),
            peer_types: self.peer_types.clone(),
            request_ocsp: self.request_ocsp,
            request_scts: self.request_scts,
            compression: self.compression.clone(),
            compression_cache: (!self.compression.is_empty()).then(|| Arc::clone(&self.cache)),
        }
    }

    /// Raw public keys may be presented.
    pub fn shows_raw_keys(&self) -> bool {
        self.own_types.contains(&CertificateType::RAW_PUBLIC_KEY)
    }
}

/// Which of the two things that go with a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StapleKind {
    /// An OCSP response.
    Ocsp,
    /// A list of signed certificate timestamps.
    Scts,
}

/// What goes with certificates. It belongs to the certificate, not to the object that holds it: found by the DER.
#[derive(Default)]
pub struct Staples {
    entries: Vec<(Arc<Certificate>, Attached)>,
}

impl Staples {
    /// Sets what goes with a certificate; `None` takes it away.
    pub fn set(&mut self, certificate: Arc<Certificate>, kind: StapleKind, value: Option<Arc<[u8]>>) {
        let place = self
            .entries
            .iter()
            .position(|(known, _)| known.der() == certificate.der());
        let place = place.unwrap_or_else(|| {
            self.entries.push((certificate, Attached::default()));
            self.entries.len() - 1
        });
        let attached = &mut self.entries[place].1;
        match kind {
            StapleKind::Ocsp => attached.ocsp_response = value,
            StapleKind::Scts => attached.scts = value,
        }
        if attached.is_empty() {
            self.entries.swap_remove(place);
        }
    }

    /// What goes with the certificate that has this DER.
    fn find(&self, der: &[u8]) -> Attached {
        let found = self.entries.iter().find(|(known, _)| known.der() == der);
        found.map(|(_, attached)| attached.clone()).unwrap_or_default()
    }

    fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// What goes with each certificate of a chain: what the connection says, and otherwise its configuration. Empty if nothing
/// goes with any.
pub fn attached(chain: &[Vec<u8>], own: &Staples, config: Option<&Certificates>) -> Vec<Attached> {
    let shared = config.map(|config| config.staples.read().unwrap_or_else(PoisonError::into_inner));
    let shared = shared.as_deref();
    if own.is_empty() && shared.is_none_or(Staples::is_empty) {
        return Vec::new();
    }
    let of = |der: &Vec<u8>| {
        let first = own.find(der);
        let second = shared.map(|staples| staples.find(der)).unwrap_or_default();
        Attached {
            ocsp_response: first.ocsp_response.or(second.ocsp_response),
            scts: first.scts.or(second.scts),
        }
    };
    chain.iter().map(of).collect()
}

/// The SubjectPublicKeyInfo of a key, in DER.
pub fn spki_of(key: &PublicKey, rsa: RsaUse) -> Vec<u8> {
    let algorithm = match key {
        PublicKey::Rsa { .. } if rsa.is_pss() => KeyAlgorithm::RsaPss,
        PublicKey::Rsa { .. } => KeyAlgorithm::Rsa,
        PublicKey::Ec { .. } => KeyAlgorithm::Ec,
        PublicKey::Ed25519(_) => KeyAlgorithm::Ed25519,
    };
    let mut der = Vec::new();
    let mut info = PublicKeyInfo::new(key.clone(), algorithm);
    if let RsaUse::Pss(limits) = rsa {
        info.pss = limits;
    }
    spki::push(&mut der, &info);
    der
}

/// Puts the credentials first whose chain one of these authorities has issued (RFC 8446 sections 4.2.4 and 4.4.2.2); the
/// order is kept otherwise. `list` is what the credentials' tags count in.
///
/// # Safety
/// The certificates of `list` are initialised and alive.
pub unsafe fn prefer_issued_by(candidates: &mut [Arc<Credential>], list: &[KeyCert], authorities: &[Vec<u8>]) {
    if authorities.is_empty() {
        return;
    }
    // SAFETY: the caller vouches for the list.
    candidates.sort_by_cached_key(|credential| unsafe {
        let mut crt = list
            .get(credential.tag)
            .map_or(ptr::null(), |pair| pair.cert.cast_const());
        while let Some(next) = crt.as_ref() {
            let issued = x509_crt::certificate(crt).is_some_and(|certificate| {
                let issuer = certificate.issuer_raw.of(certificate.der());
                authorities.iter().any(|name| name == issuer)
            });
            if issued {
                return false;
            }
            crt = next.next;
        }
        true
    });
}

/// What a peer has shown besides its certificates; kept for the application to ask for.
#[derive(Default)]
pub struct PeerShown {
    /// Its SubjectPublicKeyInfo, if it showed no certificate but a raw public key; empty otherwise.
    pub raw_key: Vec<u8>,
    /// What came with each certificate.
    pub attached: Vec<Attached>,
}

impl PeerShown {
    /// A raw public key that a resumed session remembers; `None` for an empty one.
    pub fn raw_key(spki: &[u8]) -> Option<Box<Self>> {
        (!spki.is_empty()).then(|| {
            Box::new(Self {
                raw_key: spki.to_vec(),
                ..Self::default()
            })
        })
    }

    /// Out of what the peer has presented, which is of this type; `None` if it showed certificates alone.
    pub fn of(presented: &Presented, certificate_type: CertificateType) -> Option<Box<Self>> {
        let is_raw = certificate_type == CertificateType::RAW_PUBLIC_KEY;
        let raw_key = presented.chain.first().filter(|_| is_raw).cloned();
        let attached = presented.attached.clone();
        let nothing = raw_key.is_none() && attached.is_empty();
        (!nothing).then(|| {
            Box::new(Self {
                raw_key: raw_key.unwrap_or_default(),
                attached,
            })
        })
    }
}

/// Is this raw public key trusted? As a certificate is: flags, a callback that may change them, and the authentication mode.
///
/// # Safety
/// As [`super::verify::verify_peer`].
pub(super) unsafe fn verify_raw_key(call: &Call, der: &[u8], authmode: c_int) -> Result<Answer, Code> {
    let mut reader = Reader::new(der);
    let parsed = PublicKeyInfo::read(&mut reader).and_then(|(info, _)| match reader.finish() {
        Ok(()) => Ok(info),
        Err(cause) => Err(crate::pki::Stage::KeyInvalidFormat.because(cause)),
    });
    let info = match parsed {
        Ok(info) if info.algorithm != KeyAlgorithm::EcDh => info,
        Ok(_) => {
            let alert = AlertDescription::UNSUPPORTED_CERTIFICATE;
            return Ok(Answer::Fail(Error::BadCertificate(alert)));
        }
        Err(error) => return Ok(Answer::Fail(Error::CertificateParse(error.code()))),
    };
    if authmode == MBEDTLS_SSL_VERIFY_NONE {
        store_verify_result(call, 0);
    } else {
        // SAFETY: passed on.
        let refusal = unsafe { check_raw_key(call, der, &info, authmode)? };
        if let Some(refusal) = refusal {
            return Ok(refusal);
        }
    }
    Ok(Answer::Peer(Some(PeerKey {
        rsa: info.rsa_use(),
        key: Arc::new(info.key),
    })))
}

/// Gathers flags; `Some` is the answer that refuses the key.
///
/// # Safety
/// As [`verify_raw_key`].
unsafe fn check_raw_key(
    call: &Call,
    der: &[u8],
    info: &PublicKeyInfo,
    authmode: c_int,
) -> Result<Option<Answer>, Code> {
    let mut flags = 0_u32;
    // SAFETY: everything is copied out of the configuration before the callback runs; `der` is the caller's own.
    unsafe {
        let config = config_ref((*call.ssl).conf);
        let trusted = config.is_some_and(|c| c.certificates.trusted_keys.iter().any(|key| key == der));
        if !trusted {
            flags |= MBEDTLS_X509_BADCERT_NOT_TRUSTED;
        }
        let profile = config.and_then(|c| c.profile.as_ref());
        let profile = core_profile(profile.unwrap_or(&mbedtls_x509_crt_profile_default));
        if !profile.allows_key_type(info) {
            flags |= MBEDTLS_X509_BADCERT_BAD_PK;
        }
        if !profile.allows_key_size(info) {
            flags |= MBEDTLS_X509_BADCERT_BAD_KEY;
        }
        if let Some((Some(f), p)) = config.map(|c| c.certificates.raw_key_callback) {
            store_verify_result(call, 0);
            let code = f(p, call.ssl, der.as_ptr(), der.len(), &raw mut flags);
            call.alive()?;
            if code != 0 {
                store_verify_result(call, flags);
                return Ok(Some(Answer::FailWith(
                    AlertDescription::BAD_CERTIFICATE,
                    Error::Application(code),
                )));
            }
        }
    }
    store_verify_result(call, flags);
    // RFC 7250 names no alert; that of a certificate whose key is not accepted.
    let refused = flags != 0 && authmode != MBEDTLS_SSL_VERIFY_OPTIONAL;
    Ok(refused.then_some(Answer::FailWith(
        AlertDescription::BAD_CERTIFICATE,
        Error::Application(MBEDTLS_ERR_X509_CERT_VERIFY_FAILED),
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tests' certificate, shared by all of it.
    fn certificate(name: &str) -> Arc<Certificate> {
        let key = rcgen::KeyPair::generate().unwrap();
        let parameters = rcgen::CertificateParams::new(vec![name.to_owned()]).unwrap();
        let der = parameters.self_signed(&key).unwrap().der().to_vec();
        Arc::new(Certificate::from_der(&der).unwrap())
    }

    #[test]
    fn what_the_connection_says_counts_before_the_configuration() {
        let (leaf, issuer) = (certificate("leaf"), certificate("issuer"));
        let chain = [leaf.der().to_vec(), issuer.der().to_vec()];
        let config = Certificates::default();
        let mut own = Staples::default();
        assert!(attached(&chain, &own, Some(&config)).is_empty());
        let bytes = |text: &[u8]| Some(Arc::from(text));
        {
            let mut shared = config.staples.write().unwrap();
            shared.set(Arc::clone(&leaf), StapleKind::Ocsp, bytes(b"old"));
            shared.set(Arc::clone(&leaf), StapleKind::Ocsp, bytes(b"new"));
            shared.set(Arc::clone(&leaf), StapleKind::Scts, bytes(b"stamps"));
            shared.set(Arc::clone(&issuer), StapleKind::Scts, bytes(b"other"));
            shared.set(issuer, StapleKind::Scts, None);
            assert_eq!(shared.entries.len(), 1);
        }
        let found = attached(&chain, &own, Some(&config));
        assert_eq!(found[0].ocsp_response.as_deref(), Some(&b"new"[..]));
        assert!(found[1].is_empty());
        own.set(leaf, StapleKind::Ocsp, bytes(b"of the connection"));
        let found = attached(&chain, &own, Some(&config));
        assert_eq!(found[0].ocsp_response.as_deref(), Some(&b"of the connection"[..]));
        assert_eq!(found[0].scts.as_deref(), Some(&b"stamps"[..]));
    }
}

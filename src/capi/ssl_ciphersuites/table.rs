//! The cipher suites that there are, as C sees them, and their default orders.

use core::ffi::{CStr, c_char, c_int};

use super::*;
use crate::capi::ferrotls::suites::*;

/// A suite as C sees it. Its name points to static text.
struct Suite(mbedtls_ssl_ciphersuite_t);

// SAFETY: nothing is ever written, and the only pointer is to static text.
unsafe impl Sync for Suite {}

/// `MBEDTLS_CIPHER_AES_128_CBC` of `cipher.h`.
const AES_128_CBC: u8 = 5;
/// `MBEDTLS_CIPHER_AES_256_CBC`
const AES_256_CBC: u8 = 7;
/// `MBEDTLS_CIPHER_AES_128_GCM`
const AES_128_GCM: u8 = 14;
/// `MBEDTLS_CIPHER_AES_256_GCM`
const AES_256_GCM: u8 = 16;
/// `MBEDTLS_CIPHER_AES_128_CCM`
const AES_128_CCM: u8 = 38;
/// `MBEDTLS_CIPHER_AES_256_CCM`
const AES_256_CCM: u8 = 40;
/// `MBEDTLS_CIPHER_CHACHA20_POLY1305`
const CHACHA20_POLY1305: u8 = 77;
const SHA1: mbedtls_md_type_t = mbedtls_md_type_t::MBEDTLS_MD_SHA1;
const SHA256: mbedtls_md_type_t = mbedtls_md_type_t::MBEDTLS_MD_SHA256;
const SHA384: mbedtls_md_type_t = mbedtls_md_type_t::MBEDTLS_MD_SHA384;
const NONE: mbedtls_key_exchange_type_t = mbedtls_key_exchange_type_t::MBEDTLS_KEY_EXCHANGE_NONE;
const ECDSA: mbedtls_key_exchange_type_t = mbedtls_key_exchange_type_t::MBEDTLS_KEY_EXCHANGE_ECDHE_ECDSA;
const RSA: mbedtls_key_exchange_type_t = mbedtls_key_exchange_type_t::MBEDTLS_KEY_EXCHANGE_ECDHE_RSA;
const PSK: mbedtls_key_exchange_type_t = mbedtls_key_exchange_type_t::MBEDTLS_KEY_EXCHANGE_PSK;
const ECDHE_PSK: mbedtls_key_exchange_type_t = mbedtls_key_exchange_type_t::MBEDTLS_KEY_EXCHANGE_ECDHE_PSK;
const SHORT_TAG: c_int = MBEDTLS_CIPHERSUITE_SHORT_TAG;

/// A suite; those without a key exchange of their own are of TLS 1.3, the others of TLS 1.2.
const fn suite(
    id: c_int,
    name: &'static CStr,
    cipher: u8,
    hash: mbedtls_md_type_t,
    key_exchange: mbedtls_key_exchange_type_t,
    flags: c_int,
) -> Suite {
    let version = if key_exchange as u8 == NONE as u8 {
        0x0304
    } else {
        0x0303
    };
    Suite(mbedtls_ssl_ciphersuite_t {
        id,
        name: name.as_ptr(),
        cipher,
        mac: hash as u8,
        key_exchange: key_exchange as u8,
        flags: flags as u8,
        min_tls_version: version,
        max_tls_version: version,
    })
}

/// How many suites there are.
const SUITES_LEN: usize = 35;

/// The suites: those of TLS 1.3 (RFC 8446 appendix B.4), then those of TLS 1.2.
#[rustfmt::skip]
static SUITES: [Suite; SUITES_LEN] = [
    suite(MBEDTLS_TLS1_3_AES_128_GCM_SHA256, c"TLS1-3-AES-128-GCM-SHA256", AES_128_GCM, SHA256, NONE, 0),
    suite(MBEDTLS_TLS1_3_AES_256_GCM_SHA384, c"TLS1-3-AES-256-GCM-SHA384", AES_256_GCM, SHA384, NONE, 0),
    suite(MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256, c"TLS1-3-CHACHA20-POLY1305-SHA256", CHACHA20_POLY1305, SHA256, NONE, 0),
    suite(MBEDTLS_TLS1_3_AES_128_CCM_SHA256, c"TLS1-3-AES-128-CCM-SHA256", AES_128_CCM, SHA256, NONE, 0),
    suite(MBEDTLS_TLS1_3_AES_128_CCM_8_SHA256, c"TLS1-3-AES-128-CCM-8-SHA256", AES_128_CCM, SHA256, NONE, SHORT_TAG),
    suite(MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, c"TLS-ECDHE-ECDSA-WITH-AES-128-GCM-SHA256", AES_128_GCM, SHA256, ECDSA, 0),
    suite(MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, c"TLS-ECDHE-ECDSA-WITH-AES-256-GCM-SHA384", AES_256_GCM, SHA384, ECDSA, 0),
    suite(MBEDTLS_TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, c"TLS-ECDHE-ECDSA-WITH-CHACHA20-POLY1305-SHA256", CHACHA20_POLY1305, SHA256, ECDSA, 0),
    suite(MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CCM, c"TLS-ECDHE-ECDSA-WITH-AES-128-CCM", AES_128_CCM, SHA256, ECDSA, 0),
    suite(MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CCM, c"TLS-ECDHE-ECDSA-WITH-AES-256-CCM", AES_256_CCM, SHA256, ECDSA, 0),
    suite(MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8, c"TLS-ECDHE-ECDSA-WITH-AES-128-CCM-8", AES_128_CCM, SHA256, ECDSA, SHORT_TAG),
    suite(MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8, c"TLS-ECDHE-ECDSA-WITH-AES-256-CCM-8", AES_256_CCM, SHA256, ECDSA, SHORT_TAG),
    suite(MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, c"TLS-ECDHE-ECDSA-WITH-AES-128-CBC-SHA", AES_128_CBC, SHA1, ECDSA, 0),
    suite(MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA, c"TLS-ECDHE-ECDSA-WITH-AES-256-CBC-SHA", AES_256_CBC, SHA1, ECDSA, 0),
    suite(MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256, c"TLS-ECDHE-ECDSA-WITH-AES-128-CBC-SHA256", AES_128_CBC, SHA256, ECDSA, 0),
    suite(MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384, c"TLS-ECDHE-ECDSA-WITH-AES-256-CBC-SHA384", AES_256_CBC, SHA384, ECDSA, 0),
    suite(MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, c"TLS-ECDHE-RSA-WITH-AES-128-GCM-SHA256", AES_128_GCM, SHA256, RSA, 0),
    suite(MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, c"TLS-ECDHE-RSA-WITH-AES-256-GCM-SHA384", AES_256_GCM, SHA384, RSA, 0),
    suite(MBEDTLS_TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, c"TLS-ECDHE-RSA-WITH-CHACHA20-POLY1305-SHA256", CHACHA20_POLY1305, SHA256, RSA, 0),
    suite(MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, c"TLS-ECDHE-RSA-WITH-AES-128-CBC-SHA", AES_128_CBC, SHA1, RSA, 0),
    suite(MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA, c"TLS-ECDHE-RSA-WITH-AES-256-CBC-SHA", AES_256_CBC, SHA1, RSA, 0),
    suite(MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256, c"TLS-ECDHE-RSA-WITH-AES-128-CBC-SHA256", AES_128_CBC, SHA256, RSA, 0),
    suite(MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384, c"TLS-ECDHE-RSA-WITH-AES-256-CBC-SHA384", AES_256_CBC, SHA384, RSA, 0),
    suite(FERROTLS_TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256, c"TLS-ECDHE-PSK-WITH-AES-128-GCM-SHA256", AES_128_GCM, SHA256, ECDHE_PSK, 0),
    suite(FERROTLS_TLS_ECDHE_PSK_WITH_AES_256_GCM_SHA384, c"TLS-ECDHE-PSK-WITH-AES-256-GCM-SHA384", AES_256_GCM, SHA384, ECDHE_PSK, 0),
    suite(MBEDTLS_TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256, c"TLS-ECDHE-PSK-WITH-CHACHA20-POLY1305-SHA256", CHACHA20_POLY1305, SHA256, ECDHE_PSK, 0),
    suite(FERROTLS_TLS_ECDHE_PSK_WITH_AES_128_CCM_SHA256, c"TLS-ECDHE-PSK-WITH-AES-128-CCM-SHA256", AES_128_CCM, SHA256, ECDHE_PSK, 0),
    suite(FERROTLS_TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256, c"TLS-ECDHE-PSK-WITH-AES-128-CCM-8-SHA256", AES_128_CCM, SHA256, ECDHE_PSK, SHORT_TAG),
    suite(MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256, c"TLS-PSK-WITH-AES-128-GCM-SHA256", AES_128_GCM, SHA256, PSK, 0),
    suite(MBEDTLS_TLS_PSK_WITH_AES_256_GCM_SHA384, c"TLS-PSK-WITH-AES-256-GCM-SHA384", AES_256_GCM, SHA384, PSK, 0),
    suite(MBEDTLS_TLS_PSK_WITH_CHACHA20_POLY1305_SHA256, c"TLS-PSK-WITH-CHACHA20-POLY1305-SHA256", CHACHA20_POLY1305, SHA256, PSK, 0),
    suite(MBEDTLS_TLS_PSK_WITH_AES_128_CCM, c"TLS-PSK-WITH-AES-128-CCM", AES_128_CCM, SHA256, PSK, 0),
    suite(MBEDTLS_TLS_PSK_WITH_AES_256_CCM, c"TLS-PSK-WITH-AES-256-CCM", AES_256_CCM, SHA256, PSK, 0),
    suite(MBEDTLS_TLS_PSK_WITH_AES_128_CCM_8, c"TLS-PSK-WITH-AES-128-CCM-8", AES_128_CCM, SHA256, PSK, SHORT_TAG),
    suite(MBEDTLS_TLS_PSK_WITH_AES_256_CCM_8, c"TLS-PSK-WITH-AES-256-CCM-8", AES_256_CCM, SHA256, PSK, SHORT_TAG),
];

/// How many suites with CBC there are: they are used with encrypt-then-MAC only, and by default not at all.
const CBC_LEN: usize = 8;
/// How many suites a default list has.
const DEFAULT_LEN: usize = SUITES_LEN - CBC_LEN;

/// The suites with AES in GCM and ChaCha20 of one kind, each best first.
struct Choices<const N: usize, const M: usize> {
    gcm: [c_int; N],
    chacha: [c_int; M],
}

const FIRST_13: Choices<2, 1> = Choices {
    gcm: [MBEDTLS_TLS1_3_AES_256_GCM_SHA384, MBEDTLS_TLS1_3_AES_128_GCM_SHA256],
    chacha: [MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256],
};
const FIRST_12: Choices<4, 2> = Choices {
    gcm: [
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    ],
    chacha: [
        MBEDTLS_TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
    ],
};
const FIRST_ECDHE_PSK: Choices<2, 1> = Choices {
    gcm: [
        FERROTLS_TLS_ECDHE_PSK_WITH_AES_256_GCM_SHA384,
        FERROTLS_TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256,
    ],
    chacha: [MBEDTLS_TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256],
};
const FIRST_PSK: Choices<2, 1> = Choices {
    gcm: [
        MBEDTLS_TLS_PSK_WITH_AES_256_GCM_SHA384,
        MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256,
    ],
    chacha: [MBEDTLS_TLS_PSK_WITH_CHACHA20_POLY1305_SHA256],
};

/// A list that is being put together; what is not filled yet is 0.
struct List {
    ids: [c_int; SUITES_LEN + 1],
    len: usize,
}

impl List {
    const fn with(mut self, more: &[c_int]) -> Self {
        let mut i = 0;
        while i < more.len() {
            self.ids[self.len] = more[i];
            self.len += 1;
            i += 1;
        }
        self
    }

    const fn choices<const N: usize, const M: usize>(self, choices: &Choices<N, M>, aes_first: bool) -> Self {
        if aes_first {
            self.with(&choices.gcm).with(&choices.chacha)
        } else {
            self.with(&choices.chacha).with(&choices.gcm)
        }
    }
}

/// All suites, best first, ended by 0: those of TLS 1.3, those with certificates, those with a pre-shared key, and last those
/// with CBC.
const fn order(aes_first: bool) -> [c_int; SUITES_LEN + 1] {
    let empty = List {
        ids: [0; SUITES_LEN + 1],
        len: 0,
    };
    empty
        .choices(&FIRST_13, aes_first)
        .with(&[MBEDTLS_TLS1_3_AES_128_CCM_SHA256, MBEDTLS_TLS1_3_AES_128_CCM_8_SHA256])
        .choices(&FIRST_12, aes_first)
        .with(&[
            MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CCM,
            MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CCM,
            MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8,
            MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8,
        ])
        .choices(&FIRST_ECDHE_PSK, aes_first)
        .with(&[
            FERROTLS_TLS_ECDHE_PSK_WITH_AES_128_CCM_SHA256,
            FERROTLS_TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256,
        ])
        .choices(&FIRST_PSK, aes_first)
        .with(&[
            MBEDTLS_TLS_PSK_WITH_AES_256_CCM,
            MBEDTLS_TLS_PSK_WITH_AES_128_CCM,
            MBEDTLS_TLS_PSK_WITH_AES_256_CCM_8,
            MBEDTLS_TLS_PSK_WITH_AES_128_CCM_8,
        ])
        .with(&[
            MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384,
            MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384,
            MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA,
            MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA,
            MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256,
            MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256,
            MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA,
            MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,
        ])
        .ids
}

/// The same without the suites with CBC.
const fn without_cbc(all: [c_int; SUITES_LEN + 1]) -> [c_int; DEFAULT_LEN + 1] {
    let mut list = [0; DEFAULT_LEN + 1];
    let mut i = 0;
    while i < DEFAULT_LEN {
        list[i] = all[i];
        i += 1;
    }
    list
}

/// All suites and the default list where the processor has AES instructions.
///
/// DEVIATION: 3.6 prefers ChaCha20 everywhere. With AES instructions AES-GCM is several times faster.
static AES_FIRST: ([c_int; SUITES_LEN + 1], [c_int; DEFAULT_LEN + 1]) = (order(true), without_cbc(order(true)));

/// The same elsewhere, as 3.6 has it.
static CHACHA_FIRST: ([c_int; SUITES_LEN + 1], [c_int; DEFAULT_LEN + 1]) = (order(false), without_cbc(order(false)));

/// The suites of the suite B preset (RFC 6460 for TLS 1.2), ended by 0.
///
/// DEVIATION: 3.6 has none of TLS 1.3 in it, so that a connection with this preset is one of TLS 1.2.
pub static SUITEB: [c_int; 5] = [
    MBEDTLS_TLS1_3_AES_256_GCM_SHA384,
    MBEDTLS_TLS1_3_AES_128_GCM_SHA256,
    MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
    MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
    0,
];

fn lists() -> &'static ([c_int; SUITES_LEN + 1], [c_int; DEFAULT_LEN + 1]) {
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    let has_aes = std::is_x86_feature_detected!("aes");
    #[cfg(target_arch = "aarch64")]
    let has_aes = std::arch::is_aarch64_feature_detected!("aes");
    #[cfg(not(any(target_arch = "x86", target_arch = "x86_64", target_arch = "aarch64")))]
    let has_aes = false;
    if has_aes { &AES_FIRST } else { &CHACHA_FIRST }
}

/// Every suite, best first, ended by 0.
pub fn all() -> &'static [c_int] {
    &lists().0
}

/// The suites that are used where an application names none, best first, ended by 0.
///
/// DEVIATION: 3.6 has all of its suites there. Those with CBC are for old peers, and for who asks for them.
pub fn default_list() -> &'static [c_int] {
    &lists().1
}

/// The suite with this number.
pub fn by_id(id: c_int) -> Option<&'static mbedtls_ssl_ciphersuite_t> {
    SUITES.iter().map(|suite| &suite.0).find(|suite| suite.id == id)
}

/// The suite with this name.
pub fn by_name(name: &CStr) -> Option<&'static mbedtls_ssl_ciphersuite_t> {
    // SAFETY: every name in the table is static text with its closing zero.
    SUITES
        .iter()
        .map(|suite| &suite.0)
        .find(|suite| unsafe { CStr::from_ptr(suite.name) } == name)
}

/// The name of the suite with this number, "unknown" if there is none.
pub fn name_of(id: c_int) -> *const c_char {
    by_id(id).map_or(c"unknown".as_ptr(), |suite| suite.name)
}

/// The key length of a cipher of the table, in bits; 0 for others.
pub fn key_bits(cipher: u8) -> usize {
    match cipher {
        AES_128_CBC | AES_128_GCM | AES_128_CCM => 128,
        AES_256_CBC | AES_256_GCM | AES_256_CCM | CHACHA20_POLY1305 => 256,
        _ => 0,
    }
}

#[cfg(test)]
#[cfg(feature = "complete")]
mod tests {
    use super::*;
    use crate::crypto::aead::AeadAlgorithm;
    use crate::crypto::hash::HashAlgorithm;
    use crate::tls::suites12::{Exchange, RecordCipher, SUITES12, Suite12};

    fn listed(list: &[c_int]) -> Vec<c_int> {
        assert_eq!(list.last(), Some(&0));
        list.iter().copied().take_while(|id| *id != 0).collect()
    }

    #[test]
    fn every_suite_is_listed_once() {
        for (all, default) in [&AES_FIRST, &CHACHA_FIRST].map(|(all, default)| (listed(all), listed(default))) {
            assert_eq!((all.len(), default.len()), (SUITES.len(), DEFAULT_LEN));
            assert!(SUITES.iter().all(|suite| all.contains(&suite.0.id)));
            assert!(all.starts_with(&default));
            let is_cbc = |id: &c_int| matches!(by_id(*id).unwrap().cipher, AES_128_CBC | AES_256_CBC);
            assert!(!default.iter().any(is_cbc));
            assert!(all[DEFAULT_LEN..].iter().all(is_cbc));
        }
    }

    #[test]
    fn names_and_numbers_find_the_same() {
        for id in listed(all()) {
            let suite = by_id(id).unwrap();
            // SAFETY: static text.
            let name = unsafe { CStr::from_ptr(suite.name) };
            assert_eq!(by_name(name).unwrap().id, id);
            assert_ne!(key_bits(suite.cipher), 0);
        }
    }

    /// Cipher, hash and flags of a suite as C programs are to see it.
    fn of(suite: &Suite12) -> (u8, mbedtls_md_type_t, c_int) {
        let md = |hash| match hash {
            HashAlgorithm::Sha1 => SHA1,
            HashAlgorithm::Sha256 => SHA256,
            _ => SHA384,
        };
        match suite.cipher {
            RecordCipher::CbcHmac(cbc) if cbc.key_len == 16 => (AES_128_CBC, md(cbc.hash), 0),
            RecordCipher::CbcHmac(cbc) => (AES_256_CBC, md(cbc.hash), 0),
            RecordCipher::Aead(algorithm) => {
                let (cipher, flags) = match algorithm {
                    AeadAlgorithm::Aes128Gcm => (AES_128_GCM, 0),
                    AeadAlgorithm::Aes256Gcm => (AES_256_GCM, 0),
                    AeadAlgorithm::ChaCha20Poly1305 => (CHACHA20_POLY1305, 0),
                    AeadAlgorithm::Aes128Ccm => (AES_128_CCM, 0),
                    AeadAlgorithm::Aes128Ccm8 => (AES_128_CCM, SHORT_TAG),
                    AeadAlgorithm::Aes256Ccm => (AES_256_CCM, 0),
                    AeadAlgorithm::Aes256Ccm8 => (AES_256_CCM, SHORT_TAG),
                };
                (cipher, md(suite.hash), flags)
            }
        }
    }

    #[test]
    fn what_is_told_is_what_is_used() {
        let of_12 = SUITES.iter().filter(|suite| suite.0.min_tls_version == 0x0303);
        assert_eq!(of_12.count(), SUITES12.len());
        for used in &SUITES12 {
            let told = by_id(c_int::from(used.id.0)).unwrap();
            let exchange = match used.exchange {
                Exchange::EcdheEcdsa => ECDSA,
                Exchange::EcdheRsa => RSA,
                Exchange::Psk => PSK,
                Exchange::EcdhePsk => ECDHE_PSK,
            };
            let (cipher, hash, flags) = of(used);
            assert_eq!(
                (told.key_exchange, told.cipher, told.mac, c_int::from(told.flags)),
                (exchange as u8, cipher, hash as u8, flags),
                "{:?}",
                used.id
            );
        }
    }
}

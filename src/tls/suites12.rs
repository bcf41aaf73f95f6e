//! The cipher suites of TLS 1.2 that are offered.
//!
//! A suite that is in no row does not exist here: RSA key exchange, DHE, static ECDH, RC4, 3DES, and CBC other than with
//! encrypt-then-MAC behind (EC)DHE.

use super::wire::codes::CipherSuite;
use crate::crypto::{aead::AeadAlgorithm, hash::HashAlgorithm};

/// How the premaster secret comes about, and who signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exchange {
    /// ECDHE, signed with an ECDSA or Ed25519 key (RFC 8422 section 2.1).
    EcdheEcdsa,
    /// ECDHE, signed with an RSA key (RFC 8422 section 2.2).
    EcdheRsa,
    /// A pre-shared key alone (RFC 4279 section 2).
    Psk,
    /// A pre-shared key with ECDHE (RFC 5489).
    EcdhePsk,
}

impl Exchange {
    /// The server shows a certificate and signs its share.
    pub const fn has_certificate(self) -> bool {
        matches!(self, Self::EcdheEcdsa | Self::EcdheRsa)
    }

    /// There are shares of a group.
    pub const fn has_ecdhe(self) -> bool {
        !matches!(self, Self::Psk)
    }

    /// There is a pre-shared key.
    pub const fn has_psk(self) -> bool {
        matches!(self, Self::Psk | Self::EcdhePsk)
    }
}

/// AES-CBC with HMAC in the order of RFC 7366: the MAC is of the ciphertext.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CbcHmac {
    /// Of the AES key, in bytes: 16 or 32.
    pub key_len: usize,
    /// Of the HMAC; its output is not cut.
    pub hash: HashAlgorithm,
}

/// What protects records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordCipher {
    /// An AEAD.
    Aead(AeadAlgorithm),
    /// CBC, only with encrypt-then-MAC.
    CbcHmac(CbcHmac),
}

/// A cipher suite of TLS 1.2.
#[derive(Debug, PartialEq, Eq)]
pub struct Suite12 {
    /// Its number.
    pub id: CipherSuite,
    /// Where its secret comes from.
    pub exchange: Exchange,
    /// Protects records.
    pub cipher: RecordCipher,
    /// Of the PRF and of the transcript in Finished (RFC 5246 section 5).
    pub hash: HashAlgorithm,
}

impl Suite12 {
    /// It is used only with encrypt-then-MAC.
    pub const fn is_cbc(&self) -> bool {
        matches!(self.cipher, RecordCipher::CbcHmac(_))
    }
}

const fn aead(id: CipherSuite, exchange: Exchange, algorithm: AeadAlgorithm, hash: HashAlgorithm) -> Suite12 {
    Suite12 {
        id,
        exchange,
        cipher: RecordCipher::Aead(algorithm),
        hash,
    }
}

const fn cbc(id: CipherSuite, exchange: Exchange, key_len: usize, mac: HashAlgorithm, hash: HashAlgorithm) -> Suite12 {
    Suite12 {
        id,
        exchange,
        cipher: RecordCipher::CbcHmac(CbcHmac { key_len, hash: mac }),
        hash,
    }
}

/// Every suite that there is, in the order of preference where the processor has AES instructions. The last eight are in no
/// default list.
pub static SUITES12: [Suite12; 30] = {
    use AeadAlgorithm::{
        Aes128Ccm, Aes128Ccm8, Aes128Gcm, Aes256Ccm, Aes256Ccm8, Aes256Gcm, ChaCha20Poly1305 as ChaCha,
    };
    use CipherSuite as Id;
    use Exchange::{EcdheEcdsa, EcdhePsk, EcdheRsa, Psk};
    use HashAlgorithm::{Sha1, Sha256, Sha384};
    [
        aead(Id::ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, EcdheEcdsa, Aes128Gcm, Sha256),
        aead(Id::ECDHE_RSA_WITH_AES_128_GCM_SHA256, EcdheRsa, Aes128Gcm, Sha256),
        aead(Id::ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, EcdheEcdsa, Aes256Gcm, Sha384),
        aead(Id::ECDHE_RSA_WITH_AES_256_GCM_SHA384, EcdheRsa, Aes256Gcm, Sha384),
        aead(
            Id::ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
            EcdheEcdsa,
            ChaCha,
            Sha256,
        ),
        aead(Id::ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, EcdheRsa, ChaCha, Sha256),
        aead(Id::ECDHE_ECDSA_WITH_AES_256_CCM, EcdheEcdsa, Aes256Ccm, Sha256),
        aead(Id::ECDHE_ECDSA_WITH_AES_128_CCM, EcdheEcdsa, Aes128Ccm, Sha256),
        aead(Id::ECDHE_ECDSA_WITH_AES_256_CCM_8, EcdheEcdsa, Aes256Ccm8, Sha256),
        aead(Id::ECDHE_ECDSA_WITH_AES_128_CCM_8, EcdheEcdsa, Aes128Ccm8, Sha256),
        aead(Id::ECDHE_PSK_WITH_AES_128_GCM_SHA256, EcdhePsk, Aes128Gcm, Sha256),
        aead(Id::ECDHE_PSK_WITH_AES_256_GCM_SHA384, EcdhePsk, Aes256Gcm, Sha384),
        aead(Id::ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256, EcdhePsk, ChaCha, Sha256),
        aead(Id::ECDHE_PSK_WITH_AES_128_CCM_SHA256, EcdhePsk, Aes128Ccm, Sha256),
        aead(Id::ECDHE_PSK_WITH_AES_128_CCM_8_SHA256, EcdhePsk, Aes128Ccm8, Sha256),
        aead(Id::PSK_WITH_AES_128_GCM_SHA256, Psk, Aes128Gcm, Sha256),
        aead(Id::PSK_WITH_AES_256_GCM_SHA384, Psk, Aes256Gcm, Sha384),
        aead(Id::PSK_WITH_CHACHA20_POLY1305_SHA256, Psk, ChaCha, Sha256),
        aead(Id::PSK_WITH_AES_256_CCM, Psk, Aes256Ccm, Sha256),
        aead(Id::PSK_WITH_AES_128_CCM, Psk, Aes128Ccm, Sha256),
        aead(Id::PSK_WITH_AES_256_CCM_8, Psk, Aes256Ccm8, Sha256),
        aead(Id::PSK_WITH_AES_128_CCM_8, Psk, Aes128Ccm8, Sha256),
        cbc(Id::ECDHE_ECDSA_WITH_AES_256_CBC_SHA384, EcdheEcdsa, 32, Sha384, Sha384),
        cbc(Id::ECDHE_RSA_WITH_AES_256_CBC_SHA384, EcdheRsa, 32, Sha384, Sha384),
        cbc(Id::ECDHE_ECDSA_WITH_AES_256_CBC_SHA, EcdheEcdsa, 32, Sha1, Sha256),
        cbc(Id::ECDHE_RSA_WITH_AES_256_CBC_SHA, EcdheRsa, 32, Sha1, Sha256),
        cbc(Id::ECDHE_ECDSA_WITH_AES_128_CBC_SHA256, EcdheEcdsa, 16, Sha256, Sha256),
        cbc(Id::ECDHE_RSA_WITH_AES_128_CBC_SHA256, EcdheRsa, 16, Sha256, Sha256),
        cbc(Id::ECDHE_ECDSA_WITH_AES_128_CBC_SHA, EcdheEcdsa, 16, Sha1, Sha256),
        cbc(Id::ECDHE_RSA_WITH_AES_128_CBC_SHA, EcdheRsa, 16, Sha1, Sha256),
    ]
};

/// The suite with this number, if it is offered.
pub fn suite12(id: CipherSuite) -> Option<&'static Suite12> {
    SUITES12.iter().find(|suite| suite.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_there_once() {
        for (at, suite) in SUITES12.iter().enumerate() {
            assert!(suite.id.name().is_some(), "{:?}", suite.id);
            assert!(SUITES12.iter().skip(at + 1).all(|other| other.id != suite.id));
            assert!(super::super::suites::suite(suite.id).is_none());
        }
    }

    #[test]
    fn cbc_comes_last() {
        let first = SUITES12.iter().position(Suite12::is_cbc).unwrap();
        assert!(SUITES12.iter().skip(first).all(Suite12::is_cbc));
        assert_eq!(SUITES12.len() - first, 8);
    }
}

//! What the numbers of the registries stand for here: tables, and lookups into them.
//!
//! A value that is in no table is one that is not offered; lists of the application are filtered by these lookups.

use super::wire::codes::{CipherSuite, NamedGroup};
use crate::crypto::{aead::AeadAlgorithm, hash::HashAlgorithm, kx::Group};

#[cfg(feature = "certificates")]
mod schemes;
#[cfg(not(feature = "certificates"))]
#[path = "suites/schemes/without.rs"]
mod schemes;

pub use self::schemes::*;

/// A TLS 1.3 cipher suite: an AEAD for the records and a hash for the key schedule (RFC 8446 appendix B.4).
#[derive(Debug, PartialEq, Eq)]
pub struct Suite {
    /// Its number.
    pub id: CipherSuite,
    /// Protects records.
    pub aead: AeadAlgorithm,
    /// Of the transcript and of HKDF.
    pub hash: HashAlgorithm,
    /// How many records may be sealed under one key (RFC 8446 section 5.5): before that the key is updated.
    pub confidentiality_limit: u64,
    /// How many forged records may be refused under one key. Over a stream the first one ends the connection, so that
    /// this only matters to datagrams (RFC 9147 section 4.5.3).
    pub integrity_limit: u64,
}

/// 2^24.5, rounded down: full-size records under one AES-GCM key with an advantage of 2^-57 (RFC 8446 section 5.5).
const GCM_RECORDS: u64 = 23_726_566;
/// 2^23: records under one AES-CCM key (RFC 9147 section 4.5.3; RFC 8446 gives no number for CCM). The length of the
/// tag plays no part in confidentiality, so that CCM_8 has the same limit.
const CCM_RECORDS: u64 = 1 << 23;

/// Every suite that is offered, in the default order of preference where the processor has AES instructions.
pub static SUITES: [Suite; 5] = [
    Suite {
        id: CipherSuite::AES_128_GCM_SHA256,
        aead: AeadAlgorithm::Aes128Gcm,
        hash: HashAlgorithm::Sha256,
        confidentiality_limit: GCM_RECORDS,
        integrity_limit: 1 << 36,
    },
    Suite {
        id: CipherSuite::AES_256_GCM_SHA384,
        aead: AeadAlgorithm::Aes256Gcm,
        hash: HashAlgorithm::Sha384,
        confidentiality_limit: GCM_RECORDS,
        integrity_limit: 1 << 36,
    },
    Suite {
        id: CipherSuite::CHACHA20_POLY1305_SHA256,
        aead: AeadAlgorithm::ChaCha20Poly1305,
        hash: HashAlgorithm::Sha256,
        // The sequence number would wrap first (RFC 8446 section 5.5), and it may not wrap (section 5.3).
        confidentiality_limit: u64::MAX,
        integrity_limit: 1 << 36,
    },
    Suite {
        id: CipherSuite::AES_128_CCM_SHA256,
        aead: AeadAlgorithm::Aes128Ccm,
        hash: HashAlgorithm::Sha256,
        confidentiality_limit: CCM_RECORDS,
        integrity_limit: 11_863_283, // 2^23.5
    },
    Suite {
        id: CipherSuite::AES_128_CCM_8_SHA256,
        aead: AeadAlgorithm::Aes128Ccm8,
        hash: HashAlgorithm::Sha256,
        confidentiality_limit: CCM_RECORDS,
        integrity_limit: 1 << 7, // RFC 9147 appendix B.2: why it is no good for datagrams
    },
];

/// The suite with this number, if it is offered.
pub fn suite(id: CipherSuite) -> Option<&'static Suite> {
    SUITES.iter().find(|suite| suite.id == id)
}

/// Every group that is offered.
pub static GROUPS: [(NamedGroup, Group); 8] = [
    (NamedGroup::X25519, Group::X25519),
    (NamedGroup::SECP256R1, Group::Secp256r1),
    (NamedGroup::SECP384R1, Group::Secp384r1),
    (NamedGroup::SECP521R1, Group::Secp521r1),
    (NamedGroup::X448, Group::X448),
    (NamedGroup::X25519_MLKEM768, Group::X25519MlKem768),
    (NamedGroup::SECP256R1_MLKEM768, Group::Secp256r1MlKem768),
    (NamedGroup::SECP384R1_MLKEM1024, Group::Secp384r1MlKem1024),
];

/// The key exchange behind a group's number, if it is offered.
pub fn group(id: NamedGroup) -> Option<Group> {
    GROUPS.iter().find(|(named, _)| *named == id).map(|(_, group)| *group)
}

/// The classic group within a hybrid one, if this is one that is offered.
pub fn component(id: NamedGroup) -> Option<NamedGroup> {
    let component = group(id)?.component()?;
    GROUPS
        .iter()
        .find(|(_, group)| *group == component)
        .map(|(named, _)| *named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_the_powers_they_name() {
        assert_eq!(GCM_RECORDS, 2f64.powf(24.5).floor() as u64);
        let ccm = suite(CipherSuite::AES_128_CCM_SHA256).unwrap();
        assert_eq!(ccm.integrity_limit, 2f64.powf(23.5).floor() as u64);
    }

    #[test]
    fn unknown_numbers_are_in_no_table() {
        assert!(suite(CipherSuite::FALLBACK_SCSV).is_none());
        assert!(group(NamedGroup(0x0100)).is_none()); // ffdhe2048
    }
}

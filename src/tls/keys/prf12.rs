//! The secrets of TLS 1.2: premaster secret, master secret, and what follows from it (RFC 5246 sections 6.3, 7.4.9 and 8.1).
//!
//! ```text
//! premaster secret (ECDHE, or of_psk)
//!    |  MasterSecret::extended(session_hash), MasterSecret::plain(randoms)      or of a session: MasterSecret::resumed
//!    v
//! MasterSecret     record_keys(suite, randoms), verify_data(side, hash), exporter(randoms)
//! ```

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::{Randoms, export::Exporter};
use crate::crypto::{
    aead::{AeadAlgorithm, AeadKey},
    hash::{HashAlgorithm, HmacKey},
    hkdf::Secret,
    kdf::{tls12_prf, tls12_prf_with},
    secret,
};
use crate::tls::{
    config::Side,
    error::Error,
    record::protect12::RecordKey12,
    suites12::{RecordCipher, Suite12},
};

/// Length of a master secret, in bytes (RFC 5246 section 8.1).
pub const MASTER_SECRET_LEN: usize = 48;
/// Length of `verify_data` with every suite that is offered, in bytes (RFC 5246 section 7.4.9).
pub const VERIFY_DATA_LEN: usize = 12;

/// `verify_data` of a Finished; it also names the handshake in `renegotiation_info` (RFC 5746 section 3.1).
pub type VerifyData = [u8; VERIFY_DATA_LEN];

/// The premaster secret where there is a pre-shared key (RFC 4279 section 2, RFC 5489 section 2); `shared_secret` is that of ECDHE,
/// `None` without.
///
/// ```text
/// struct {
///     opaque other_secret<0..2^16-1>;   that of ECDHE, or as many zeros as the key is long
///     opaque psk<0..2^16-1>;
/// };
/// ```
pub fn premaster_of_psk(shared_secret: Option<&[u8]>, psk: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    let other_len = shared_secret.map_or(psk.len(), <[u8]>::len);
    let length = |len: usize| u16::try_from(len).map(u16::to_be_bytes).map_err(|_| Error::BadInput);
    // All at once: a vector that grows would leave parts of the secret behind.
    let mut out = Zeroizing::new(Vec::with_capacity(
        other_len.saturating_add(psk.len()).saturating_add(4),
    ));
    out.extend_from_slice(&length(other_len)?);
    match shared_secret {
        Some(secret) => out.extend_from_slice(secret),
        None => out.resize(other_len.saturating_add(2), 0),
    }
    out.extend_from_slice(&length(psk.len())?);
    out.extend_from_slice(psk);
    Ok(out)
}

/// The master secret of a connection, with the hash of its PRF.
#[derive(Clone, Debug)]
pub struct MasterSecret {
    secret: Secret,
    /// The same, as the key of the PRF.
    key: HmacKey,
}

impl MasterSecret {
    /// Bound to the handshake up to ClientKeyExchange, whose hash is `session_hash` (RFC 7627 section 4).
    ///
    /// ```text
    /// master_secret = PRF(pre_master_secret, "extended master secret", session_hash) [0..47];
    /// ```
    pub fn extended(hash: HashAlgorithm, premaster: &[u8], session_hash: &[u8]) -> Result<Self, Error> {
        Self::derive(hash, premaster, b"extended master secret", session_hash)
    }

    /// Bound to the randoms alone (RFC 5246 section 8.1).
    ///
    /// ```text
    /// master_secret = PRF(pre_master_secret, "master secret", ClientHello.random + ServerHello.random) [0..47];
    /// ```
    pub fn plain(hash: HashAlgorithm, premaster: &[u8], randoms: &Randoms) -> Result<Self, Error> {
        let seed = joined(&randoms.client, &randoms.server);
        Self::derive(hash, premaster, b"master secret", &seed)
    }

    fn derive(hash: HashAlgorithm, premaster: &[u8], label: &[u8], seed: &[u8]) -> Result<Self, Error> {
        let mut out = Zeroizing::new([0; MASTER_SECRET_LEN]);
        tls12_prf(hash, premaster, label, seed, &mut *out);
        Self::resumed(hash, &*out)
    }

    /// That of a session. `Internal` unless it is [`MASTER_SECRET_LEN`] bytes long.
    pub fn resumed(hash: HashAlgorithm, secret: &[u8]) -> Result<Self, Error> {
        if secret.len() != MASTER_SECRET_LEN {
            return Err(Error::Internal);
        }
        let key = HmacKey::new(hash, secret);
        let secret = Secret::new(secret).map_err(|_| Error::Internal)?;
        Ok(Self { secret, key })
    }

    /// The secret itself: for sessions and key logs.
    pub fn secret(&self) -> &Secret {
        &self.secret
    }

    /// The hash of its PRF.
    pub fn hash(&self) -> HashAlgorithm {
        self.key.algorithm()
    }

    /// The record keys of both directions, at sequence number 0 (RFC 5246 section 6.3).
    ///
    /// ```text
    /// key_block = PRF(SecurityParameters.master_secret, "key expansion",
    ///                 SecurityParameters.server_random + SecurityParameters.client_random);
    ///
    /// client_write_MAC_key[SecurityParameters.mac_key_length]
    /// server_write_MAC_key[SecurityParameters.mac_key_length]
    /// client_write_key[SecurityParameters.enc_key_length]
    /// server_write_key[SecurityParameters.enc_key_length]
    /// client_write_IV[SecurityParameters.fixed_iv_length]
    /// server_write_IV[SecurityParameters.fixed_iv_length]
    /// ```
    pub fn record_keys(&self, suite: &'static Suite12, randoms: &Randoms) -> Result<RecordKeys, Error> {
        let (mac_len, key_len, iv_len) = match suite.cipher {
            RecordCipher::Aead(AeadAlgorithm::ChaCha20Poly1305) => (0, 32, 12),
            RecordCipher::Aead(algorithm) => (0, algorithm.key_len(), 4),
            RecordCipher::CbcHmac(cbc) => (cbc.hash.output_len(), cbc.key_len, 0),
        };
        let mut block = Zeroizing::new([0; MAX_KEY_BLOCK]);
        let len = usize::saturating_add(mac_len, key_len)
            .saturating_add(iv_len)
            .saturating_mul(2);
        let block = block.get_mut(..len).ok_or(Error::Internal)?;
        let seed = joined(&randoms.server, &randoms.client);
        tls12_prf_with(&self.key, b"key expansion", &seed, block);
        let (macs, rest) = block.split_at(mac_len.saturating_mul(2));
        let (keys, ivs) = rest.split_at(key_len.saturating_mul(2));
        let (client_mac, server_mac) = macs.split_at(mac_len);
        let (client_key, server_key) = keys.split_at(key_len);
        let (client_iv, server_iv) = ivs.split_at(iv_len);
        Ok(RecordKeys {
            client: record_key(suite, client_mac, client_key, client_iv)?,
            server: record_key(suite, server_mac, server_key, server_iv)?,
        })
    }

    /// What the Finished of `side` carries (RFC 5246 section 7.4.9).
    ///
    /// ```text
    /// verify_data = PRF(master_secret, finished_label, Hash(handshake_messages)) [0..verify_data_length-1];
    /// ```
    pub fn verify_data(&self, side: Side, transcript_hash: &[u8]) -> VerifyData {
        let label: &[u8] = match side {
            Side::Client => b"client finished",
            Side::Server => b"server finished",
        };
        let mut out = [0; VERIFY_DATA_LEN];
        tls12_prf_with(&self.key, label, transcript_hash, &mut out);
        out
    }

    /// Compares the `verify_data` that `side` sent with what it should be, in constant time; `DecryptError` if it differs (RFC
    /// 5246 section 7.2.2: decrypt_error).
    pub fn check(&self, side: Side, transcript_hash: &[u8], verify_data: &[u8]) -> Result<VerifyData, Error> {
        let expected = self.verify_data(side, transcript_hash);
        if secret::verdict(expected.ct_eq(verify_data)) {
            Ok(expected)
        } else {
            Err(Error::DecryptError)
        }
    }

    /// The connection's exporter (RFC 5705 section 4).
    pub fn exporter(&self, randoms: &Randoms) -> Exporter {
        Exporter::tls12(self.hash(), self.secret.clone(), *randoms)
    }
}

/// Two randoms, one behind the other.
fn joined(first: &[u8; 32], second: &[u8; 32]) -> [u8; 64] {
    let mut out = [0; 64];
    for (to, from) in out.iter_mut().zip(first.iter().chain(second)) {
        *to = *from;
    }
    out
}

/// The longest key block: CBC with HMAC-SHA384 and AES-256.
const MAX_KEY_BLOCK: usize = 2 * (48 + 32);

/// The record keys of both directions, boxed: they are large, and go from state to state.
#[derive(Debug)]
pub struct RecordKeys {
    /// What the client sends under.
    pub client: Box<RecordKey12>,
    /// What the server sends under.
    pub server: Box<RecordKey12>,
}

fn record_key(suite: &Suite12, mac: &[u8], key: &[u8], iv: &[u8]) -> Result<Box<RecordKey12>, Error> {
    let key = match suite.cipher {
        RecordCipher::Aead(algorithm) => {
            let key = AeadKey::new(algorithm, key).map_err(|_| Error::Internal)?;
            RecordKey12::aead(key, iv)
        }
        RecordCipher::CbcHmac(cbc) => RecordKey12::cbc_hmac(cbc, key, mac),
    };
    key.map(Box::new)
}

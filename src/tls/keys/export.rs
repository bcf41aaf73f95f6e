//! Exporters: keying material that both applications can derive from a connection (RFC 8446 section 7.5, RFC 5705).

use super::Randoms;
use crate::crypto::{
    hash::HashAlgorithm,
    hkdf::{Secret, derive_secret, expand_label},
    kdf::tls12_prf,
};
use crate::tls::error::Error;

/// Longest label: a HkdfLabel's label is at most 255 bytes with its prefix "tls13 " (RFC 8446 section 7.1).
pub const MAX_LABEL_LEN: usize = 249;

/// A connection's exporter.
#[derive(Clone, Debug)]
pub struct Exporter {
    hash: HashAlgorithm,
    /// `exporter_master_secret`; in TLS 1.2 the master secret.
    secret: Secret,
    /// Only TLS 1.2 has them in what it exports.
    randoms: Option<Box<Randoms>>,
}

impl Exporter {
    /// Over this `exporter_master_secret`.
    pub fn new(hash: HashAlgorithm, secret: Secret) -> Self {
        Self {
            hash,
            secret,
            randoms: None,
        }
    }

    /// That of TLS 1.2, over this master secret.
    #[cfg(feature = "tls12")]
    pub(super) fn tls12(hash: HashAlgorithm, master_secret: Secret, randoms: Randoms) -> Self {
        Self {
            hash,
            secret: master_secret,
            randoms: Some(Box::new(randoms)),
        }
    }

    /// The `exporter_master_secret` itself; in TLS 1.2 the master secret.
    pub fn secret(&self) -> &Secret {
        &self.secret
    }

    /// Fills `out`.
    ///
    /// ```text
    /// TLS-Exporter(label, context_value, key_length) =
    ///     HKDF-Expand-Label(Derive-Secret(Secret, label, ""),
    ///                       "exporter", Hash(context_value), key_length)
    ///
    /// PRF(SecurityParameters.master_secret, label,
    ///     SecurityParameters.client_random +
    ///     SecurityParameters.server_random +
    ///     context_value_length + context_value     [only with a context]
    ///     )[length]
    /// ```
    /// In TLS 1.3 no context and an empty one are the same (RFC 8446 section 7.5), in TLS 1.2 they are not (RFC 5705 section 4).
    ///
    /// Errors: `BadInput` if the label is longer than [`MAX_LABEL_LEN`] or `out` than 255 digests (RFC 5869 section
    /// 2.3), and for a context of more than 65535 bytes in TLS 1.2.
    pub fn export(&self, label: &[u8], context: Option<&[u8]>, out: &mut [u8]) -> Result<(), Error> {
        if label.len() > MAX_LABEL_LEN || out.len() > self.hash.output_len().saturating_mul(255) {
            return Err(Error::BadInput);
        }
        if let Some(randoms) = self.randoms.as_deref() {
            let mut seed = [randoms.client, randoms.server].concat();
            if let Some(context) = context {
                let length = u16::try_from(context.len()).map_err(|_| Error::BadInput)?;
                seed.extend_from_slice(&length.to_be_bytes());
                seed.extend_from_slice(context);
            }
            tls12_prf(self.hash, self.secret.as_bytes(), label, &seed, out);
            return Ok(());
        }
        let empty = self.hash.hash_of_nothing();
        let secret = derive_secret(self.hash, self.secret.as_bytes(), label, empty.as_ref());
        let secret = secret.map_err(|_| Error::Internal)?;
        let context = self.hash.hash(context.unwrap_or_default());
        expand_label(self.hash, secret.as_bytes(), b"exporter", context.as_ref(), out).map_err(|_| Error::Internal)
    }
}

//! Exporters: keying material that both applications can derive from a connection (RFC 8446 section 7.5, RFC 5705).

use crate::crypto::{
    hash::HashAlgorithm,
    hkdf::{Secret, derive_secret, expand_label},
};
use crate::tls::error::Error;

/// Longest label: a HkdfLabel's label is at most 255 bytes with its prefix "tls13 " (RFC 8446 section 7.1).
pub const MAX_LABEL_LEN: usize = 249;

/// A connection's exporter.
///
/// ```text
/// TLS-Exporter(label, context_value, key_length) =
///     HKDF-Expand-Label(Derive-Secret(Secret, label, ""),
///                       "exporter", Hash(context_value), key_length)
/// ```
#[derive(Clone, Debug)]
pub struct Exporter {
    hash: HashAlgorithm,
    /// `exporter_master_secret`
    secret: Secret,
}

impl Exporter {
    /// Over this `exporter_master_secret`.
    pub(super) fn new(hash: HashAlgorithm, secret: Secret) -> Self {
        Self { hash, secret }
    }

    /// The `exporter_master_secret` itself.
    pub fn secret(&self) -> &Secret {
        &self.secret
    }

    /// Fills `out`. No context and an empty one are the same (RFC 8446 section 7.5).
    ///
    /// Errors: `BadInput` if the label is longer than [`MAX_LABEL_LEN`] or `out` than 255 digests (RFC 5869 section
    /// 2.3).
    pub fn export(&self, label: &[u8], context: &[u8], out: &mut [u8]) -> Result<(), Error> {
        if label.len() > MAX_LABEL_LEN || out.len() > self.hash.output_len().saturating_mul(255) {
            return Err(Error::BadInput);
        }
        let empty = self.hash.hash_of_nothing();
        let secret = derive_secret(self.hash, self.secret.as_bytes(), label, empty.as_ref());
        let secret = secret.map_err(|_| Error::Internal)?;
        let context = self.hash.hash(context);
        expand_label(self.hash, secret.as_bytes(), b"exporter", context.as_ref(), out).map_err(|_| Error::Internal)
    }
}

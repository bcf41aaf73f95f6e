//! Signing and verifying, with the codes of 3.6: what stands behind the exported functions of [`super::operations`].

use std::ffi::{c_int, c_uchar};
use std::mem::MaybeUninit;
use std::sync::Arc;

use super::alt::RsaAlt;
use super::object::{Held, Keys, held, info, keys, rsa_padding};
use super::opaque::Opaque;
use super::{
    MBEDTLS_ERR_PK_BAD_INPUT_DATA, MBEDTLS_ERR_PK_BUFFER_TOO_SMALL, MBEDTLS_ERR_PK_SIG_LEN_MISMATCH,
    MBEDTLS_ERR_PK_TYPE_MISMATCH, mbedtls_pk_context, mbedtls_pk_type_t,
};
use crate::capi::ecp::{
    MBEDTLS_ERR_ECP_BAD_INPUT_DATA, MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL, MBEDTLS_ERR_ECP_INVALID_KEY,
    MBEDTLS_ERR_ECP_VERIFY_FAILED,
};
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::ptr::{bytes, copy_out, enum_value};
use crate::capi::rsa::{
    MBEDTLS_ERR_RSA_BAD_INPUT_DATA, MBEDTLS_ERR_RSA_INVALID_PADDING, MBEDTLS_ERR_RSA_PUBLIC_FAILED,
    MBEDTLS_ERR_RSA_VERIFY_FAILED, MBEDTLS_RSA_PKCS_V21, MBEDTLS_RSA_SALT_LEN_ANY,
};
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::sign::{RsaUse, SignatureAlgorithm};
use crate::crypto::verify::PublicKey;
use crate::pki::der::{self, Reader};

use mbedtls_pk_type_t::{
    MBEDTLS_PK_ECKEY_DH, MBEDTLS_PK_ED25519, MBEDTLS_PK_OPAQUE, MBEDTLS_PK_RSA, MBEDTLS_PK_RSA_ALT,
};

/// The result of a signature function inside: a code on failure.
pub(super) type Outcome<T> = Result<T, c_int>;

/// The digest that C names; `None` for `MBEDTLS_MD_NONE` and those that are not offered.
pub(in crate::capi) fn hash_algorithm(md: mbedtls_md_type_t) -> Option<HashAlgorithm> {
    Some(match md {
        mbedtls_md_type_t::MBEDTLS_MD_MD5 => HashAlgorithm::Md5,
        mbedtls_md_type_t::MBEDTLS_MD_SHA1 => HashAlgorithm::Sha1,
        mbedtls_md_type_t::MBEDTLS_MD_SHA224 => HashAlgorithm::Sha224,
        mbedtls_md_type_t::MBEDTLS_MD_SHA256 => HashAlgorithm::Sha256,
        mbedtls_md_type_t::MBEDTLS_MD_SHA384 => HashAlgorithm::Sha384,
        mbedtls_md_type_t::MBEDTLS_MD_SHA512 => HashAlgorithm::Sha512,
        mbedtls_md_type_t::MBEDTLS_MD_RIPEMD160 => HashAlgorithm::Ripemd160,
        mbedtls_md_type_t::MBEDTLS_MD_SHA3_224 => HashAlgorithm::Sha3_224,
        mbedtls_md_type_t::MBEDTLS_MD_SHA3_256 => HashAlgorithm::Sha3_256,
        mbedtls_md_type_t::MBEDTLS_MD_SHA3_384 => HashAlgorithm::Sha3_384,
        mbedtls_md_type_t::MBEDTLS_MD_SHA3_512 => HashAlgorithm::Sha3_512,
        mbedtls_md_type_t::MBEDTLS_MD_NONE => return None,
    })
}

/// Length of a digest that C names, in bytes; 0 if there is none.
const fn md_size(md: mbedtls_md_type_t) -> usize {
    match md {
        mbedtls_md_type_t::MBEDTLS_MD_NONE => 0,
        mbedtls_md_type_t::MBEDTLS_MD_MD5 => 16,
        mbedtls_md_type_t::MBEDTLS_MD_RIPEMD160 | mbedtls_md_type_t::MBEDTLS_MD_SHA1 => 20,
        mbedtls_md_type_t::MBEDTLS_MD_SHA224 | mbedtls_md_type_t::MBEDTLS_MD_SHA3_224 => 28,
        mbedtls_md_type_t::MBEDTLS_MD_SHA256 | mbedtls_md_type_t::MBEDTLS_MD_SHA3_256 => 32,
        mbedtls_md_type_t::MBEDTLS_MD_SHA384 | mbedtls_md_type_t::MBEDTLS_MD_SHA3_384 => 48,
        mbedtls_md_type_t::MBEDTLS_MD_SHA512 | mbedtls_md_type_t::MBEDTLS_MD_SHA3_512 => 64,
    }
}

/// Where a key is.
pub(super) enum Place {
    /// In the context.
    Here,
    /// With the application.
    Application(RsaAlt),
    /// With the PSA interface.
    Psa(Opaque),
}

/// A key and the hash to sign or verify.
pub(super) struct Job<'a> {
    pub place: Place,
    kind: mbedtls_pk_type_t,
    keys: Keys,
    /// The key is set to the padding of PKCS #1 v2.1.
    is_pss: bool,
    pub md: mbedtls_md_type_t,
    pub hash: &'a [u8],
}

/// Checks what signing and verifying have in common.
///
/// # Safety
/// `ctx` is NULL or initialised; `hash` holds `hash_len` bytes, or as many as `md_alg` says if that is 0.
pub(super) unsafe fn open<'a>(
    ctx: *const mbedtls_pk_context,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hash: *const c_uchar,
    hash_len: usize,
) -> Outcome<Job<'a>> {
    // SAFETY: as stated.
    unsafe {
        let (Some(ctx), Some(md)) = (ctx.as_ref(), enum_value(md_alg)) else {
            return Err(MBEDTLS_ERR_PK_BAD_INPUT_DATA);
        };
        let (Some(info), Some(keys)) = (info(ctx), keys(ctx)) else {
            return Err(MBEDTLS_ERR_PK_BAD_INPUT_DATA);
        };
        let length = if hash_len == 0 { md_size(md) } else { hash_len };
        if length == 0 && info.kind != MBEDTLS_PK_ED25519 {
            return Err(MBEDTLS_ERR_PK_BAD_INPUT_DATA);
        }
        let Some(hash) = bytes(hash, length) else {
            return Err(MBEDTLS_ERR_PK_BAD_INPUT_DATA);
        };
        if info.kind == MBEDTLS_PK_ECKEY_DH {
            return Err(MBEDTLS_ERR_PK_TYPE_MISMATCH);
        }
        let place = match held(ctx) {
            Some(Held::Alt(alt)) => Place::Application(alt),
            Some(Held::Opaque(opaque)) => Place::Psa(opaque),
            _ => Place::Here,
        };
        Ok(Job {
            place,
            kind: info.kind,
            is_pss: keys.rsa.is_pss() || rsa_padding(ctx).is_some_and(|(padding, _)| padding == MBEDTLS_RSA_PKCS_V21),
            keys,
            md,
            hash,
        })
    }
}

/// Where a signature goes.
pub(super) struct Room {
    pub sig: *mut c_uchar,
    pub sig_size: usize,
    pub sig_len: *mut usize,
}

impl Room {
    pub fn checked(self) -> Outcome<Self> {
        if self.sig_len.is_null() || (self.sig.is_null() && self.sig_size != 0) {
            return Err(MBEDTLS_ERR_PK_BAD_INPUT_DATA);
        }
        Ok(self)
    }

    /// # Safety
    /// `sig` has room for `sig_size` bytes, `sig_len` is writable.
    pub unsafe fn put(&self, signature: &[u8]) -> Outcome<()> {
        if signature.len() > self.sig_size {
            return Err(MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL);
        }
        // SAFETY: as stated; the length was checked.
        unsafe {
            copy_out(signature, self.sig);
            *self.sig_len = signature.len();
        }
        Ok(())
    }
}

pub(super) fn sign(job: &Job<'_>, room: &Room) -> Outcome<Vec<u8>> {
    match job.kind {
        MBEDTLS_PK_RSA => sign_rsa(job, room, job.is_pss),
        MBEDTLS_PK_ED25519 => {
            if job.md != mbedtls_md_type_t::MBEDTLS_MD_NONE {
                return Err(MBEDTLS_ERR_PK_BAD_INPUT_DATA);
            }
            let key = job.keys.private.as_deref().ok_or(MBEDTLS_ERR_PK_TYPE_MISMATCH)?;
            let signature = key.sign(SignatureAlgorithm::Ed25519, job.hash);
            let signature = signature.map_err(|_| MBEDTLS_ERR_PK_BAD_INPUT_DATA)?;
            if signature.len() > room.sig_size {
                return Err(MBEDTLS_ERR_PK_BUFFER_TOO_SMALL);
            }
            Ok(signature)
        }
        _ => {
            // 3.6 derives the nonce with the hash function, and so asks for one.
            if md_size(job.md) == 0 {
                return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
            }
            let key = job.keys.private.as_deref().ok_or(MBEDTLS_ERR_ECP_INVALID_KEY)?;
            // A hash without a place in `HashAlgorithm` has the nonce of another, which is as good.
            let digest = hash_algorithm(job.md).unwrap_or(HashAlgorithm::Sha256);
            key.sign_prehashed(SignatureAlgorithm::Ecdsa(digest), job.hash)
                .map_err(|_| MBEDTLS_ERR_ECP_BAD_INPUT_DATA)
        }
    }
}

pub(super) fn sign_rsa(job: &Job<'_>, room: &Room, is_pss: bool) -> Outcome<Vec<u8>> {
    let bits = job.keys.public.as_deref().map_or(0, PublicKey::bits);
    if room.sig_size < bits.div_ceil(8) {
        return Err(MBEDTLS_ERR_PK_BUFFER_TOO_SMALL);
    }
    let key = job.keys.private.as_deref().ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
    let digest = rsa_digest(job.md, job.hash)?;
    let signature = match (is_pss, digest) {
        (true, None) => return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA),
        (true, Some(digest)) => {
            let salt = salt_len(bits, digest)?.max(shortest_salt(job.keys.rsa, digest)?);
            key.sign_rsa_pss(digest, salt, job.hash)
        }
        (false, None) => key.sign_rsa_pkcs1_raw(job.hash),
        (false, Some(digest)) => key.sign_prehashed(SignatureAlgorithm::RsaPkcs1(digest), job.hash),
    };
    signature.map_err(|_| MBEDTLS_ERR_RSA_BAD_INPUT_DATA)
}

/// The digest of an RSA signature, whose length the hash must have; `None` for `MBEDTLS_MD_NONE`.
fn rsa_digest(md: mbedtls_md_type_t, hash: &[u8]) -> Outcome<Option<HashAlgorithm>> {
    if md == mbedtls_md_type_t::MBEDTLS_MD_NONE {
        return Ok(None);
    }
    match hash_algorithm(md) {
        Some(digest) if digest.output_len() == hash.len() => Ok(Some(digest)),
        _ => Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA),
    }
}

/// Length of the salt that a key of this size signs with: the digest's, or up to two bytes less if there is no more
/// room, as in 3.6.
fn salt_len(bits: usize, digest: HashAlgorithm) -> Outcome<usize> {
    let length = digest.output_len();
    let room = bits.div_ceil(8).saturating_sub(length + 2);
    if room + 2 < length {
        return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
    }
    Ok(room.min(length))
}

/// The shortest salt that a key with limits of its own lets a signature have, whose digests must be those of the limits.
fn shortest_salt(rsa: RsaUse, digest: HashAlgorithm) -> Outcome<usize> {
    match rsa {
        RsaUse::Pss(Some(limits)) if limits.hash != digest || limits.mgf_hash != digest => {
            Err(MBEDTLS_ERR_PK_TYPE_MISMATCH)
        }
        RsaUse::Pss(Some(limits)) => Ok(limits.salt_length),
        _ => Ok(0),
    }
}

pub(super) fn verify(job: &Job<'_>, signature: &[u8]) -> Outcome<()> {
    // An application's key has no public half; 3.6 verifies with an opaque key on a curve, and not with an RSA one.
    let has_rsa = || matches!(job.keys.public.as_deref(), Some(PublicKey::Rsa { .. }) | None);
    if job.kind == MBEDTLS_PK_RSA_ALT || (job.kind == MBEDTLS_PK_OPAQUE && has_rsa()) {
        return Err(MBEDTLS_ERR_PK_TYPE_MISMATCH);
    }
    let key: &Arc<PublicKey> = job.keys.public.as_ref().ok_or(MBEDTLS_ERR_PK_BAD_INPUT_DATA)?;
    match job.kind {
        MBEDTLS_PK_RSA if job.is_pss => {
            let md = hash_algorithm(job.md);
            let signer = (&**key, job.keys.rsa);
            verify_pss(signer, Some(job.md), md, MBEDTLS_RSA_SALT_LEN_ANY, job.hash, signature)
        }
        MBEDTLS_PK_RSA => verify_pkcs1(key, job, signature),
        MBEDTLS_PK_ED25519 => {
            if job.md != mbedtls_md_type_t::MBEDTLS_MD_NONE {
                return Err(MBEDTLS_ERR_PK_BAD_INPUT_DATA);
            }
            let (whole, is_longer) = match signature.split_at_checked(64) {
                Some((whole, rest)) => (whole, !rest.is_empty()),
                None => return Err(MBEDTLS_ERR_ECP_VERIFY_FAILED),
            };
            key.verify(SignatureAlgorithm::Ed25519, job.hash, whole)
                .map_err(|_| MBEDTLS_ERR_ECP_VERIFY_FAILED)?;
            fits(is_longer)
        }
        _ => verify_ecdsa(key, job.hash, signature),
    }
}

/// A good signature must be all there is.
const fn fits(is_longer: bool) -> Outcome<()> {
    if is_longer {
        Err(MBEDTLS_ERR_PK_SIG_LEN_MISMATCH)
    } else {
        Ok(())
    }
}

/// The signature proper, as long as the modulus, and whether bytes follow it.
fn rsa_signature<'s>(key: &PublicKey, signature: &'s [u8]) -> Outcome<(&'s [u8], bool)> {
    let (whole, rest) = signature
        .split_at_checked(key.bits().div_ceil(8))
        .ok_or(MBEDTLS_ERR_RSA_VERIFY_FAILED)?;
    Ok((whole, !rest.is_empty()))
}

/// A signature that is no number below the modulus is another error than a wrong one.
fn check_rsa_range(key: &PublicKey, signature: &[u8]) -> Outcome<()> {
    const MPI_BAD_INPUT_DATA: c_int = -0x0004;
    match key {
        PublicKey::Rsa { n, .. } if signature >= n.as_slice() => {
            Err(MBEDTLS_ERR_RSA_PUBLIC_FAILED + MPI_BAD_INPUT_DATA)
        }
        _ => Ok(()),
    }
}

fn verify_pkcs1(key: &PublicKey, job: &Job<'_>, signature: &[u8]) -> Outcome<()> {
    let (whole, is_longer) = rsa_signature(key, signature)?;
    let digest = rsa_digest(job.md, job.hash)?;
    check_rsa_range(key, whole)?;
    match digest {
        None => key.verify_rsa_pkcs1_raw(job.hash, whole),
        Some(digest) => key.verify_prehashed(SignatureAlgorithm::RsaPkcs1(digest), job.hash, whole),
    }
    .map_err(|_| MBEDTLS_ERR_RSA_VERIFY_FAILED)?;
    fits(is_longer)
}

/// Verifies RSASSA-PSS. `mgf` is the digest of the encoding and of its mask; `md` says how long the hash must be, unless
/// it is none. What the key's own limits do not allow is refused as a mismatch or as a wrong salt.
///
/// DEVIATION: 3.6 tells a wrong encoding (`MBEDTLS_ERR_RSA_INVALID_PADDING`) from a wrong hash
/// (`MBEDTLS_ERR_RSA_VERIFY_FAILED`); here the first stands only for a salt of the wrong length. A hash of another length
/// than that of `mgf` is refused.
pub(super) fn verify_pss(
    (key, rsa): (&PublicKey, RsaUse),
    md: Option<mbedtls_md_type_t>,
    mgf: Option<HashAlgorithm>,
    expected_salt_len: c_int,
    hash: &[u8],
    signature: &[u8],
) -> Outcome<()> {
    let (whole, is_longer) = rsa_signature(key, signature)?;
    let (Some(md), Some(digest)) = (md, mgf) else {
        return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
    };
    rsa_digest(md, hash)?;
    if hash.len() != digest.output_len() {
        return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
    }
    let shortest = shortest_salt(rsa, digest)?;
    check_rsa_range(key, whole)?;
    let verify = |salt| key.verify_rsa_pss(digest, salt, hash, whole);
    if expected_salt_len == MBEDTLS_RSA_SALT_LEN_ANY {
        verify(None).map_err(|_| MBEDTLS_ERR_RSA_VERIFY_FAILED)?;
        // Nothing tells how long the salt was, so the usual length is tried, then each that is too short.
        let usual = digest.output_len();
        let is_usual = || usual >= shortest && verify(Some(usual)).is_ok();
        let is_possible = shortest <= whole.len();
        if shortest > 0 && !is_usual() && (!is_possible || (0..shortest).any(|salt| verify(Some(salt)).is_ok())) {
            return Err(MBEDTLS_ERR_RSA_INVALID_PADDING);
        }
    } else {
        let expected = usize::try_from(expected_salt_len).ok().filter(|salt| *salt >= shortest);
        if expected.is_none_or(|expected| verify(Some(expected)).is_err()) {
            return Err(match verify(None) {
                Ok(()) => MBEDTLS_ERR_RSA_INVALID_PADDING,
                Err(_) => MBEDTLS_ERR_RSA_VERIFY_FAILED,
            });
        }
    }
    fits(is_longer)
}

/// Verifies `Ecdsa-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER }` (RFC 3279 section 2.2.3), read as 3.6 reads it: the
/// numbers are unsigned, and what follows them inside is a mismatch of length.
fn verify_ecdsa(key: &PublicKey, hash: &[u8], signature: &[u8]) -> Outcome<()> {
    let malformed = |cause: crate::pki::Asn1| MBEDTLS_ERR_ECP_BAD_INPUT_DATA + cause.code();
    let mut reader = Reader::new(signature);
    let (_, mut fields) = reader.enter(der::SEQUENCE).map_err(malformed)?;
    reader.finish().map_err(malformed)?;
    let mut numbers = Vec::with_capacity(signature.len() + 2);
    for _ in 0..2 {
        let number = fields.expect(der::INTEGER).map_err(malformed)?;
        crate::pki::spki::push_unsigned(&mut numbers, number.value.of(signature));
    }
    let mut canonical = Vec::with_capacity(numbers.len() + 4);
    der::push_element(&mut canonical, der::SEQUENCE, &[&numbers]);
    let algorithm = SignatureAlgorithm::Ecdsa(HashAlgorithm::Sha256);
    key.verify_prehashed(algorithm, hash, &canonical)
        .map_err(|_| MBEDTLS_ERR_ECP_VERIFY_FAILED)?;
    fits(!fields.is_at_end())
}

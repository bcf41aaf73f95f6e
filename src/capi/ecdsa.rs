//! `mbedtls/ecdsa.h`: signatures on elliptic curves (SEC 1 section 4.1, RFC 6979).

use super::bignum::{MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL, mbedtls_mpi};
use super::ecp::arithmetic::{private_key, public_key};
use super::ecp::groups::{Kind, id_number, kind, load};
use super::ecp::keys::{generate_key, release_pair};
use super::ecp::mbedtls_ecp_group_id::{self, MBEDTLS_ECP_DP_CURVE448, MBEDTLS_ECP_DP_CURVE25519};
use super::ecp::numbers::{byte_len, copy, fixed, is_negative, set};
use super::ecp::points::{code, copy_point};
use super::ecp::{
    MBEDTLS_ERR_ECP_BAD_INPUT_DATA, MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL, MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE,
    MBEDTLS_ERR_ECP_RANDOM_FAILED, MBEDTLS_ERR_ECP_SIG_LEN_MISMATCH, MBEDTLS_ERR_ECP_VERIFY_FAILED, mbedtls_ecp_group,
    mbedtls_ecp_keypair, mbedtls_ecp_point,
};
use super::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use super::guard::guard;
use super::md::mbedtls_md_type_t;
use super::platform_util::mbedtls_f_rng_t;
use crate::capi::pk::signature::hash_algorithm;
use crate::capi::ptr::{CEnum as _, bytes, copy_out, enum_number, enum_value};
use crate::crypto::ec::Curve;
use crate::crypto::ec::signature::{self, Signature};
use crate::crypto::ec::weierstrass;
use crate::crypto::hash::HashAlgorithm;
use crate::pki::der::{self, Reader};
use crate::pki::spki::push_unsigned;
use core::ffi::{c_int, c_uchar, c_void};
use core::mem::MaybeUninit;

/// A key for signatures: a key pair.
pub type mbedtls_ecdsa_context = mbedtls_ecp_keypair;

/// State of an operation that can be interrupted; none here can, so this is never more than a pointer.
pub type mbedtls_ecdsa_restart_ctx = c_void;

/// What an operation came to.
type Outcome<T> = Result<T, c_int>;

const BAD_INPUT: c_int = MBEDTLS_ERR_ECP_BAD_INPUT_DATA;

/// Tells whether a curve can make signatures.
///
/// \param gid  The curve.
/// \return     0 for Curve25519 and Curve448, else 1.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ecdsa_can_do(gid: MaybeUninit<mbedtls_ecp_group_id>) -> c_int {
    c_int::from(can_do(enum_number(gid)))
}

/// Whether a curve can make signatures.
fn can_do(id: c_int) -> bool {
    id != MBEDTLS_ECP_DP_CURVE25519.number() && id != MBEDTLS_ECP_DP_CURVE448.number()
}

/// The curve of a group, if it can make signatures.
///
/// # Safety
/// The group is NULL or initialised.
unsafe fn curve(grp: *const mbedtls_ecp_group) -> Outcome<Curve> {
    // SAFETY: as stated.
    unsafe {
        let has_order = grp.as_ref().is_some_and(|grp| !grp.N.p.is_null());
        if !has_order || !can_do(id_number(grp)) {
            return Err(BAD_INPUT);
        }
        match kind(grp) {
            Kind::Short(Some(curve)) => Ok(curve),
            _ => Err(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE),
        }
    }
}

/// How the nonce of a signature is made.
enum Nonce {
    /// RFC 6979, with fresh randomness.
    Hedged,
    /// RFC 6979 with this digest alone.
    Deterministic(HashAlgorithm),
}

/// Signs a hash.
///
/// # Safety
/// The objects are NULL or initialised.
unsafe fn sign(
    grp: *const mbedtls_ecp_group,
    d: *const mbedtls_mpi,
    hash: &[u8],
    nonce: Nonce,
    f_rng: mbedtls_f_rng_t,
) -> Outcome<Signature> {
    // SAFETY: as stated.
    let (curve, scalar) = unsafe { (curve(grp)?, private_key(grp, d)?) };
    if f_rng.is_none() {
        return Err(BAD_INPUT);
    }
    match nonce {
        Nonce::Hedged => signature::sign(curve, &scalar, hash),
        Nonce::Deterministic(digest) => signature::sign_deterministic(curve, &scalar, digest, hash),
    }
    .map_err(|_| MBEDTLS_ERR_ECP_RANDOM_FAILED)
}

/// Hands the two numbers of a signature out.
///
/// # Safety
/// The numbers are NULL or initialised, and nobody else uses them.
unsafe fn hand_out(signature: &Signature, r: *mut mbedtls_mpi, s: *mut mbedtls_mpi) -> Outcome<()> {
    if r.is_null() || s.is_null() {
        return Err(BAD_INPUT);
    }
    // SAFETY: as stated.
    unsafe {
        set(r, &signature.r)?;
        set(s, &signature.s)
    }
}

/// Signs a hash.
///
/// \param grp    The group, of a curve in short Weierstrass form.
/// \param r      Set to the first number of the signature.
/// \param s      Set to the second number. On secp256k1 it is the smaller one of the two that it may be.
/// \param d      The private key.
/// \param buf    The hash.
/// \param blen   Its length; of a hash that is longer than the order, what is longer does not count.
/// \param f_rng  Not needed, but must not be NULL: the nonce is that of RFC 6979 with randomness of the system.
/// \param p_rng  Not needed.
///
/// \return  0; `MBEDTLS_ERR_ECP_INVALID_KEY` for a number that is no private key; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL and
///          for a group that cannot sign; `MBEDTLS_ERR_ECP_RANDOM_FAILED` without randomness;
///          `MBEDTLS_ERR_MPI_ALLOC_FAILED` without memory.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_sign(
    grp: *mut mbedtls_ecp_group,
    r: *mut mbedtls_mpi,
    s: *mut mbedtls_mpi,
    d: *const mbedtls_mpi,
    buf: *const c_uchar,
    blen: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    // DEVIATION: 3.6 takes the nonce from the program's generator, and so loses the key to a bad one.
    let _ = p_rng;
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: the objects are NULL or initialised; `buf` holds `blen` bytes.
        code(unsafe {
            let hash = bytes(buf, blen).ok_or(BAD_INPUT);
            hash.and_then(|hash| hand_out(&sign(grp, d, hash, Nonce::Hedged, f_rng)?, r, s))
        })
    })
}

/// As mbedtls_ecdsa_sign(). It is never interrupted.
///
/// \param grp          As there.
/// \param r            As there.
/// \param s            As there.
/// \param d            As there.
/// \param buf          As there.
/// \param blen         As there.
/// \param f_rng        As there.
/// \param p_rng        As there.
/// \param f_rng_blind  Not needed, but must not be NULL.
/// \param p_rng_blind  Not needed.
/// \param rs_ctx       Not used; may be NULL.
///
/// \return  As there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_sign_restartable(
    grp: *mut mbedtls_ecp_group,
    r: *mut mbedtls_mpi,
    s: *mut mbedtls_mpi,
    d: *const mbedtls_mpi,
    buf: *const c_uchar,
    blen: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    f_rng_blind: mbedtls_f_rng_t,
    p_rng_blind: *mut c_void,
    rs_ctx: *mut mbedtls_ecdsa_restart_ctx,
) -> c_int {
    let _ = (p_rng_blind, rs_ctx);
    let f_rng = f_rng.and(f_rng_blind);
    // SAFETY: passed on.
    unsafe { mbedtls_ecdsa_sign(grp, r, s, d, buf, blen, f_rng, p_rng) }
}

/// Signs a hash with the nonce of RFC 6979: the same hash has always the same signature.
///
/// \param grp          As for mbedtls_ecdsa_sign().
/// \param r            As there.
/// \param s            As there.
/// \param d            As there.
/// \param buf          As there.
/// \param blen         As there.
/// \param md_alg       The hash function that makes the nonce.
/// \param f_rng_blind  Not needed, but must not be NULL.
/// \param p_rng_blind  Not needed.
///
/// \return  As there; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for a hash function that is not offered;
///          `MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL` for a private key that is longer than the order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_sign_det_ext(
    grp: *mut mbedtls_ecp_group,
    r: *mut mbedtls_mpi,
    s: *mut mbedtls_mpi,
    d: *const mbedtls_mpi,
    buf: *const c_uchar,
    blen: usize,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    f_rng_blind: mbedtls_f_rng_t,
    p_rng_blind: *mut c_void,
) -> c_int {
    let _ = p_rng_blind;
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: the objects are NULL or initialised; `buf` holds `blen` bytes.
        code(unsafe {
            bytes(buf, blen).ok_or(BAD_INPUT).and_then(|hash| {
                let signature = sign_deterministic(grp, d, hash, md_alg, f_rng_blind)?;
                hand_out(&signature, r, s)
            })
        })
    })
}

/// [`mbedtls_ecdsa_sign_det_ext`].
///
/// # Safety
/// The objects are NULL or initialised.
unsafe fn sign_deterministic(
    grp: *const mbedtls_ecp_group,
    d: *const mbedtls_mpi,
    hash: &[u8],
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    f_rng: mbedtls_f_rng_t,
) -> Outcome<Signature> {
    let digest = enum_value(md_alg).and_then(hash_algorithm).ok_or(BAD_INPUT)?;
    // SAFETY: as stated.
    unsafe {
        if byte_len(d) > grp.as_ref().map_or(0, |grp| grp.nbits.div_ceil(8)) {
            return Err(MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL);
        }
        sign(grp, d, hash, Nonce::Deterministic(digest), f_rng)
    }
}

/// As mbedtls_ecdsa_sign_det_ext(). It is never interrupted.
///
/// \param grp          As there.
/// \param r            As there.
/// \param s            As there.
/// \param d            As there.
/// \param buf          As there.
/// \param blen         As there.
/// \param md_alg       As there.
/// \param f_rng_blind  As there.
/// \param p_rng_blind  As there.
/// \param rs_ctx       Not used; may be NULL.
///
/// \return  As there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_sign_det_restartable(
    grp: *mut mbedtls_ecp_group,
    r: *mut mbedtls_mpi,
    s: *mut mbedtls_mpi,
    d: *const mbedtls_mpi,
    buf: *const c_uchar,
    blen: usize,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    f_rng_blind: mbedtls_f_rng_t,
    p_rng_blind: *mut c_void,
    rs_ctx: *mut mbedtls_ecdsa_restart_ctx,
) -> c_int {
    let _ = rs_ctx;
    // SAFETY: passed on.
    unsafe { mbedtls_ecdsa_sign_det_ext(grp, r, s, d, buf, blen, md_alg, f_rng_blind, p_rng_blind) }
}

/// Verifies a signature over a hash.
///
/// \param grp   The group, of a curve in short Weierstrass form.
/// \param buf   The hash.
/// \param blen  Its length.
/// \param Q     The public point.
/// \param r     The first number of the signature.
/// \param s     The second number.
///
/// \return  0 if the signature is good; `MBEDTLS_ERR_ECP_VERIFY_FAILED` if it is not; `MBEDTLS_ERR_ECP_INVALID_KEY` for a point
///          that is no public key of the curve; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL and for a group that cannot verify.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_verify(
    grp: *mut mbedtls_ecp_group,
    buf: *const c_uchar,
    blen: usize,
    Q: *const mbedtls_ecp_point,
    r: *const mbedtls_mpi,
    s: *const mbedtls_mpi,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: the objects are NULL or initialised; `buf` holds `blen` bytes.
        code(unsafe {
            curve(grp).and_then(|curve| {
                let hash = bytes(buf, blen).ok_or(BAD_INPUT)?;
                if r.is_null() || s.is_null() {
                    return Err(BAD_INPUT);
                }
                let number = |number| {
                    let bytes = fixed(number, curve.field_len()).filter(|_| !is_negative(number));
                    bytes.ok_or(MBEDTLS_ERR_ECP_VERIFY_FAILED)
                };
                verify(grp, curve, hash, Q, &number(r)?, &number(s)?)
            })
        })
    })
}

/// As mbedtls_ecdsa_verify(). It is never interrupted.
///
/// \param grp     As there.
/// \param buf     As there.
/// \param blen    As there.
/// \param Q       As there.
/// \param r       As there.
/// \param s       As there.
/// \param rs_ctx  Not used; may be NULL.
///
/// \return  As there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_verify_restartable(
    grp: *mut mbedtls_ecp_group,
    buf: *const c_uchar,
    blen: usize,
    Q: *const mbedtls_ecp_point,
    r: *const mbedtls_mpi,
    s: *const mbedtls_mpi,
    rs_ctx: *mut mbedtls_ecdsa_restart_ctx,
) -> c_int {
    let _ = rs_ctx;
    // SAFETY: passed on.
    unsafe { mbedtls_ecdsa_verify(grp, buf, blen, Q, r, s) }
}

/// Verifies a signature whose numbers are as long as the field.
///
/// # Safety
/// The objects are NULL or initialised.
unsafe fn verify(
    grp: *const mbedtls_ecp_group,
    curve: Curve,
    hash: &[u8],
    q: *const mbedtls_ecp_point,
    r: &[u8],
    s: &[u8],
) -> Outcome<()> {
    // The numbers have the range of a private key.
    if !weierstrass::is_private(curve, r) || !weierstrass::is_private(curve, s) {
        return Err(MBEDTLS_ERR_ECP_VERIFY_FAILED);
    }
    let signature = Signature::new(curve, r, s).map_err(|_| MBEDTLS_ERR_ECP_VERIFY_FAILED)?;
    // SAFETY: as stated.
    let point = unsafe { public_key(grp, q)? };
    signature::verify(curve, &point, hash, &signature).map_err(|_| MBEDTLS_ERR_ECP_VERIFY_FAILED)
}

/// Signs a hash and writes the signature: `Ecdsa-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER }` (RFC 3279 section 2.2.3).
/// The nonce is that of RFC 6979: the same hash has always the same signature.
///
/// \param ctx       The key, with a private key.
/// \param md_alg    The hash function that made the hash.
/// \param hash      The hash.
/// \param hlen      Its length.
/// \param sig       Where the signature goes; `MBEDTLS_ECDSA_MAX_LEN` is enough.
/// \param sig_size  The room there.
/// \param slen      Set to the length.
/// \param f_rng     Not needed, but must not be NULL.
/// \param p_rng     Not needed.
///
/// \return  As mbedtls_ecdsa_sign_det_ext(); `MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_write_signature(
    ctx: *mut mbedtls_ecdsa_context,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hash: *const c_uchar,
    hlen: usize,
    sig: *mut c_uchar,
    sig_size: usize,
    slen: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = p_rng;
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if ctx.is_null() || slen.is_null() || f_rng.is_none() {
            return BAD_INPUT;
        }
        // SAFETY: `ctx` is initialised; `hash` holds `hlen` bytes, `sig` has room for `sig_size`.
        code(unsafe {
            bytes(hash, hlen).ok_or(BAD_INPUT).and_then(|hash| {
                let (grp, d) = (&raw const (*ctx).grp, &raw const (*ctx).d);
                let signature = sign_deterministic(grp, d, hash, md_alg, f_rng)?;
                let mut numbers = Vec::new();
                push_unsigned(&mut numbers, &signature.r);
                push_unsigned(&mut numbers, &signature.s);
                let mut whole = Vec::new();
                der::push_element(&mut whole, der::SEQUENCE, &[&numbers]);
                if whole.len() > sig_size {
                    return Err(MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL);
                }
                if sig.is_null() {
                    return Err(BAD_INPUT);
                }
                copy_out(&whole, sig);
                *slen = whole.len();
                Ok(())
            })
        })
    })
}

/// As mbedtls_ecdsa_write_signature(). It is never interrupted.
///
/// \param ctx       As there.
/// \param md_alg    As there.
/// \param hash      As there.
/// \param hlen      As there.
/// \param sig       As there.
/// \param sig_size  As there.
/// \param slen      As there.
/// \param f_rng     As there.
/// \param p_rng     As there.
/// \param rs_ctx    Not used; may be NULL.
///
/// \return  As there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_write_signature_restartable(
    ctx: *mut mbedtls_ecdsa_context,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hash: *const c_uchar,
    hlen: usize,
    sig: *mut c_uchar,
    sig_size: usize,
    slen: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    rs_ctx: *mut mbedtls_ecdsa_restart_ctx,
) -> c_int {
    let _ = rs_ctx;
    // SAFETY: passed on.
    unsafe { mbedtls_ecdsa_write_signature(ctx, md_alg, hash, hlen, sig, sig_size, slen, f_rng, p_rng) }
}

/// Verifies a signature as mbedtls_ecdsa_write_signature() writes it.
///
/// \param ctx   The key, with a public point.
/// \param hash  The hash.
/// \param hlen  Its length.
/// \param sig   The signature.
/// \param slen  Its length.
///
/// \return  As mbedtls_ecdsa_verify(); `MBEDTLS_ERR_ECP_SIG_LEN_MISMATCH` if it is good, but further bytes follow its numbers;
///          `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` with a code of asn1.h added for bytes that are no signature.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_read_signature(
    ctx: *mut mbedtls_ecdsa_context,
    hash: *const c_uchar,
    hlen: usize,
    sig: *const c_uchar,
    slen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if ctx.is_null() {
            return BAD_INPUT;
        }
        // SAFETY: `ctx` is initialised; `hash` and `sig` hold as many bytes as stated.
        code(unsafe {
            let (hash, sig) = (bytes(hash, hlen), bytes(sig, slen));
            match (hash, sig) {
                (Some(hash), Some(sig)) => read(ctx, hash, sig),
                _ => Err(BAD_INPUT),
            }
        })
    })
}

/// [`mbedtls_ecdsa_read_signature`].
///
/// DEVIATION: 3.6 takes lengths in more bytes than they need, which are BER but not DER; here a signature has one encoding.
///
/// # Safety
/// `ctx` is initialised.
unsafe fn read(ctx: *const mbedtls_ecdsa_context, hash: &[u8], sig: &[u8]) -> Outcome<()> {
    let malformed = |cause: crate::pki::Asn1| BAD_INPUT + cause.code();
    let mut reader = Reader::new(sig);
    let (_, mut fields) = reader.enter(der::SEQUENCE).map_err(malformed)?;
    reader.finish().map_err(malformed)?;
    let r = fields.expect(der::INTEGER).map_err(malformed)?.value.of(sig);
    let s = fields.expect(der::INTEGER).map_err(malformed)?.value.of(sig);
    // SAFETY: as stated.
    unsafe {
        let (grp, q) = (&raw const (*ctx).grp, &raw const (*ctx).Q);
        let curve = curve(grp)?;
        // 3.6 reads the numbers as unsigned ones.
        let padded = |number: &[u8]| {
            let zeros = number.iter().take_while(|byte| **byte == 0).count();
            let digits = number.get(zeros..).unwrap_or_default();
            let missing = curve.field_len().checked_sub(digits.len());
            missing.map(|missing| [vec![0; missing].as_slice(), digits].concat())
        };
        let (Some(r), Some(s)) = (padded(r), padded(s)) else {
            return Err(MBEDTLS_ERR_ECP_VERIFY_FAILED);
        };
        verify(grp, curve, hash, q, &r, &s)?;
    }
    if fields.is_at_end() {
        Ok(())
    } else {
        Err(MBEDTLS_ERR_ECP_SIG_LEN_MISMATCH)
    }
}

/// As mbedtls_ecdsa_read_signature(). It is never interrupted.
///
/// \param ctx     As there.
/// \param hash    As there.
/// \param hlen    As there.
/// \param sig     As there.
/// \param slen    As there.
/// \param rs_ctx  Not used; may be NULL.
///
/// \return  As there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_read_signature_restartable(
    ctx: *mut mbedtls_ecdsa_context,
    hash: *const c_uchar,
    hlen: usize,
    sig: *const c_uchar,
    slen: usize,
    rs_ctx: *mut mbedtls_ecdsa_restart_ctx,
) -> c_int {
    let _ = rs_ctx;
    // SAFETY: passed on.
    unsafe { mbedtls_ecdsa_read_signature(ctx, hash, hlen, sig, slen) }
}

/// Makes a key.
///
/// \param ctx    The key to set.
/// \param gid    The curve.
/// \param f_rng  As for mbedtls_ecp_gen_privkey().
/// \param p_rng  As there.
///
/// \return  As mbedtls_ecp_gen_key().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_genkey(
    ctx: *mut mbedtls_ecdsa_context,
    gid: MaybeUninit<mbedtls_ecp_group_id>,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: `ctx` is NULL or initialised; the generator fills what it is given.
        unsafe { generate_key(gid, ctx, f_rng, p_rng) }
    })
}

/// Copies a key pair.
///
/// \param ctx  The key to set.
/// \param key  The key pair.
///
/// \return  0; a code of mbedtls_ecp_group_load(); `MBEDTLS_ERR_MPI_ALLOC_FAILED` without memory. The key is then empty.
///          `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_from_keypair(
    ctx: *mut mbedtls_ecdsa_context,
    key: *const mbedtls_ecp_keypair,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if ctx.is_null() || key.is_null() {
            return BAD_INPUT;
        }
        // SAFETY: both are initialised.
        unsafe {
            let mut failed = load(&raw mut (*ctx).grp, (*key).grp.id);
            if failed == 0 {
                let copied = copy(&raw mut (*ctx).d, &raw const (*key).d);
                failed = code(copied.and_then(|()| copy_point(&raw mut (*ctx).Q, &raw const (*key).Q)));
            }
            if failed != 0 {
                release_pair(ctx);
            }
            failed
        }
    })
}

/// Initialises a key.
///
/// \param ctx  The key; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_init(ctx: *mut mbedtls_ecdsa_context) {
    // SAFETY: passed on.
    unsafe { super::ecp::keys::mbedtls_ecp_keypair_init(ctx) }
}

/// Wipes and frees a key.
///
/// \param ctx  The key; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_free(ctx: *mut mbedtls_ecdsa_context) {
    // SAFETY: passed on.
    unsafe { super::ecp::keys::mbedtls_ecp_keypair_free(ctx) }
}

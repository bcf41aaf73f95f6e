//! `mbedtls/ecdh.h`: key agreement on elliptic curves.

use super::bignum::mbedtls_mpi;
use super::ecp::arithmetic::multiply;
use super::ecp::groups::{EMPTY_GROUP, Kind, kind, load, release};
use super::ecp::keys::generate_pair;
use super::ecp::mbedtls_ecp_group_id::{self, MBEDTLS_ECP_DP_NONE};
use super::ecp::numbers::{EMPTY, byte_len, clear, copy, fixed, is_zero};
use super::ecp::points::{EMPTY_POINT, code, copy_point, release_point};
use super::ecp::tls::{read_group_id, read_point, write_group, write_point};
use super::ecp::{
    MBEDTLS_ECP_PF_UNCOMPRESSED, MBEDTLS_ERR_ECP_BAD_INPUT_DATA, MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE,
    mbedtls_ecp_group, mbedtls_ecp_keypair, mbedtls_ecp_point,
};
use super::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use super::guard::guard;
use super::platform_util::mbedtls_f_rng_t;
use crate::capi::bignum::MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL;
use crate::capi::ptr::{CEnum as _, c_enum, copy_out, enum_number, enum_value, zero};
use core::ffi::{c_int, c_uchar, c_void};
use core::mem::MaybeUninit;

/// Whose key is meant.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_ecdh_side {
    /// Our own key.
    MBEDTLS_ECDH_OURS = 0,
    /// The peer's key.
    MBEDTLS_ECDH_THEIRS = 1,
}

c_enum!(mbedtls_ecdh_side: MBEDTLS_ECDH_OURS, MBEDTLS_ECDH_THEIRS);

/// What computes.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_ecdh_variant {
    /// Not set up.
    MBEDTLS_ECDH_VARIANT_NONE = 0,
    /// The code of Mbed TLS itself.
    MBEDTLS_ECDH_VARIANT_MBEDTLS_2_0 = 1,
}

c_enum!(mbedtls_ecdh_variant: MBEDTLS_ECDH_VARIANT_NONE, MBEDTLS_ECDH_VARIANT_MBEDTLS_2_0);

/// A key agreement's numbers.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(grp), MBEDTLS_PRIVATE(d), MBEDTLS_PRIVATE(Q), MBEDTLS_PRIVATE(Qp), MBEDTLS_PRIVATE(z)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ecdh_context_mbed {
    /// The curve.
    pub grp: mbedtls_ecp_group,
    /// Our private key.
    pub d: mbedtls_mpi,
    /// Our public point.
    pub Q: mbedtls_ecp_point,
    /// The peer's public point.
    pub Qp: mbedtls_ecp_point,
    /// The shared secret.
    pub z: mbedtls_mpi,
}

/// The numbers of a key agreement by what computes it.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(mbed_ecdh)]
#[repr(C)]
#[derive(Clone, Copy)]
pub union mbedtls_ecdh_context_ctx {
    /// The only one there is.
    pub mbed_ecdh: mbedtls_ecdh_context_mbed,
}

/// A key agreement.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(point_format), MBEDTLS_PRIVATE(grp_id), MBEDTLS_PRIVATE(var), MBEDTLS_PRIVATE(ctx)]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct mbedtls_ecdh_context {
    /// How public points are written.
    pub point_format: u8,
    /// The curve.
    pub grp_id: MaybeUninit<mbedtls_ecp_group_id>,
    /// What computes.
    pub var: MaybeUninit<mbedtls_ecdh_variant>,
    /// The numbers.
    pub ctx: mbedtls_ecdh_context_ctx,
}

use mbedtls_ecdh_side::{MBEDTLS_ECDH_OURS, MBEDTLS_ECDH_THEIRS};
use mbedtls_ecdh_variant::{MBEDTLS_ECDH_VARIANT_MBEDTLS_2_0, MBEDTLS_ECDH_VARIANT_NONE};

const BAD_INPUT: c_int = MBEDTLS_ERR_ECP_BAD_INPUT_DATA;

/// Tells whether a curve can do key agreement.
///
/// \param gid  The curve.
/// \return     1: every curve can.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ecdh_can_do(gid: MaybeUninit<mbedtls_ecp_group_id>) -> c_int {
    let _ = gid;
    1
}

/// Makes a key pair.
///
/// \param grp    The group.
/// \param d      Set to the private key.
/// \param Q      Set to the public point.
/// \param f_rng  As for mbedtls_ecp_gen_privkey().
/// \param p_rng  As there.
///
/// \return  As mbedtls_ecp_gen_keypair().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_gen_public(
    grp: *mut mbedtls_ecp_group,
    d: *mut mbedtls_mpi,
    Q: *mut mbedtls_ecp_point,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: the objects are NULL or initialised; the generator fills what it is given.
        code(unsafe { generate_pair(grp, d, Q, f_rng, p_rng) })
    })
}

/// Computes a shared secret (SEC 1 section 3.3.1; RFC 7748 section 6).
///
/// \param grp    The group.
/// \param z      Set to the shared secret: the x coordinate.
/// \param Q      The peer's public point.
/// \param d      Our private key.
/// \param f_rng  Not needed, but must not be NULL.
/// \param p_rng  Not needed.
///
/// \return  As mbedtls_ecp_mul().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_compute_shared(
    grp: *mut mbedtls_ecp_group,
    z: *mut mbedtls_mpi,
    Q: *const mbedtls_ecp_point,
    d: *const mbedtls_mpi,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = p_rng;
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if f_rng.is_none() || z.is_null() {
            return BAD_INPUT;
        }
        // SAFETY: the objects are NULL or initialised, and nobody else uses `z`.
        code(unsafe { compute(grp, z, Q, d) })
    })
}

/// [`mbedtls_ecdh_compute_shared`].
///
/// # Safety
/// The objects are NULL or initialised, and nobody else uses `z`.
unsafe fn compute(
    grp: *const mbedtls_ecp_group,
    z: *mut mbedtls_mpi,
    q: *const mbedtls_ecp_point,
    d: *const mbedtls_mpi,
) -> Result<(), c_int> {
    // SAFETY: as stated.
    unsafe {
        let mut product = EMPTY_POINT;
        let outcome = multiply(grp, &mut product, d, q).and_then(|()| {
            if is_zero(&product.Z) {
                return Err(BAD_INPUT);
            }
            copy(z, &product.X)
        });
        release_point(&mut product);
        outcome
    }
}

/// Initialises a key agreement.
///
/// \param ctx  The key agreement; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_init(ctx: *mut mbedtls_ecdh_context) {
    // SAFETY: `ctx` is NULL or points to memory for one key agreement; all-zero is an empty one.
    guard((), || unsafe { zero(ctx) });
}

/// Sets the curve of a key agreement.
///
/// \param ctx     The key agreement, initialised and without a curve.
/// \param grp_id  The curve.
///
/// \return  0; `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that is not offered; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for
///          NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_setup(
    ctx: *mut mbedtls_ecdh_context,
    grp_id: MaybeUninit<mbedtls_ecp_group_id>,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: `ctx` is NULL or initialised, and nobody else uses it.
        code(unsafe { setup(ctx, grp_id) })
    })
}

/// [`mbedtls_ecdh_setup`].
///
/// # Safety
/// `ctx` is NULL or initialised, and nobody else uses it.
unsafe fn setup(ctx: *mut mbedtls_ecdh_context, grp_id: MaybeUninit<mbedtls_ecp_group_id>) -> Result<(), c_int> {
    if ctx.is_null() {
        return Err(BAD_INPUT);
    }
    // SAFETY: as stated. A key agreement that was set up before loses its numbers here; 3.6 leaks them.
    unsafe {
        free(ctx);
        (*ctx).point_format = MBEDTLS_ECP_PF_UNCOMPRESSED.unsigned_abs().to_le_bytes()[0];
        (*ctx).grp_id = grp_id;
        (*ctx).var = MaybeUninit::new(MBEDTLS_ECDH_VARIANT_MBEDTLS_2_0);
        (*ctx).ctx = mbedtls_ecdh_context_ctx {
            mbed_ecdh: mbedtls_ecdh_context_mbed {
                grp: EMPTY_GROUP,
                d: EMPTY,
                Q: EMPTY_POINT,
                Qp: EMPTY_POINT,
                z: EMPTY,
            },
        };
        match load(&raw mut (*ctx).ctx.mbed_ecdh.grp, grp_id) {
            0 => Ok(()),
            _ => Err(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE),
        }
    }
}

/// Wipes and frees a key agreement.
///
/// \param ctx  The key agreement; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_free(ctx: *mut mbedtls_ecdh_context) {
    // SAFETY: `ctx` is NULL or initialised, and nobody else uses it.
    guard((), || unsafe { free(ctx) });
}

/// [`mbedtls_ecdh_free`].
///
/// # Safety
/// `ctx` is NULL or initialised, and nobody else uses it.
unsafe fn free(ctx: *mut mbedtls_ecdh_context) {
    // SAFETY: as stated; a context that was set up holds numbers.
    unsafe {
        if let Ok(numbers) = numbers(ctx) {
            release(&raw mut (*numbers).grp);
            clear(&raw mut (*numbers).d);
            release_point(&raw mut (*numbers).Q);
            release_point(&raw mut (*numbers).Qp);
            clear(&raw mut (*numbers).z);
        }
        if !ctx.is_null() {
            (*ctx).point_format = 0;
            (*ctx).grp_id = MaybeUninit::new(MBEDTLS_ECP_DP_NONE);
            (*ctx).var = MaybeUninit::new(MBEDTLS_ECDH_VARIANT_NONE);
        }
    }
}

/// The numbers of a key agreement that has been set up.
///
/// # Safety
/// `ctx` is NULL or initialised.
unsafe fn numbers(ctx: *mut mbedtls_ecdh_context) -> Result<*mut mbedtls_ecdh_context_mbed, c_int> {
    // SAFETY: as stated.
    unsafe {
        if ctx.is_null() || enum_value((*ctx).var) != Some(MBEDTLS_ECDH_VARIANT_MBEDTLS_2_0) {
            return Err(BAD_INPUT);
        }
        Ok(&raw mut (*ctx).ctx.mbed_ecdh)
    }
}

/// The same of one that has a curve.
///
/// # Safety
/// `ctx` is NULL or initialised.
unsafe fn ready(ctx: *mut mbedtls_ecdh_context) -> Result<*mut mbedtls_ecdh_context_mbed, c_int> {
    // SAFETY: as stated.
    unsafe {
        let numbers = numbers(ctx)?;
        if (*numbers).grp.pbits == 0 {
            return Err(BAD_INPUT);
        }
        Ok(numbers)
    }
}

/// Tells the curve of a key agreement.
///
/// \param ctx  The key agreement.
/// \return     Its curve; `MBEDTLS_ECP_DP_NONE` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_get_grp_id(ctx: *mut mbedtls_ecdh_context) -> mbedtls_ecp_group_id {
    guard(MBEDTLS_ECP_DP_NONE, || {
        // SAFETY: `ctx` is NULL or initialised.
        let ctx = unsafe { ctx.as_ref() };
        ctx.and_then(|ctx| enum_value(ctx.grp_id))
            .unwrap_or(MBEDTLS_ECP_DP_NONE)
    })
}

/// Makes a key pair and writes curve and public point: `ServerECDHParams` (RFC 8422 section 5.4).
///
/// \param ctx    The key agreement, set up.
/// \param olen   Set to the length.
/// \param buf    Where the bytes go.
/// \param blen   The room there.
/// \param f_rng  As for mbedtls_ecp_gen_privkey().
/// \param p_rng  As there.
///
/// \return  As mbedtls_ecp_gen_keypair(), mbedtls_ecp_tls_write_group() and mbedtls_ecp_tls_write_point();
///          `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` without a curve, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_make_params(
    ctx: *mut mbedtls_ecdh_context,
    olen: *mut usize,
    buf: *mut c_uchar,
    blen: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: `ctx` is NULL or initialised; `buf` has room for `blen` bytes; the generator fills what it is given.
        code(unsafe {
            make_key(ctx, f_rng, p_rng).and_then(|numbers| {
                if olen.is_null() || buf.is_null() {
                    return Err(BAD_INPUT);
                }
                let (mut group, mut point) = (0, 0);
                write_group(&raw const (*numbers).grp, &mut group, buf, blen)?;
                let (rest, room) = (buf.add(group), blen - group);
                let format = c_int::from((*ctx).point_format);
                let (grp, q) = (&raw const (*numbers).grp, &raw const (*numbers).Q);
                write_point(grp, q, format, &mut point, rest, room)?;
                *olen = group + point;
                Ok(())
            })
        })
    })
}

/// Makes our key pair.
///
/// # Safety
/// `ctx` is NULL or initialised; the generator fills what it is given.
unsafe fn make_key(
    ctx: *mut mbedtls_ecdh_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> Result<*mut mbedtls_ecdh_context_mbed, c_int> {
    // SAFETY: as stated. The generator may have freed the context, so it is looked at again.
    unsafe {
        let numbers = ready(ctx)?;
        let (d, q) = (&raw mut (*numbers).d, &raw mut (*numbers).Q);
        generate_pair(&raw const (*numbers).grp, d, q, f_rng, p_rng)?;
        ready(ctx)
    }
}

/// Reads curve and public point of a server, `ServerECDHParams`, and sets a key agreement up for them.
///
/// \param ctx  The key agreement.
/// \param buf  The place to read at; moved past what was read.
/// \param end  The end of the bytes.
///
/// \return  As mbedtls_ecp_tls_read_group_id(), mbedtls_ecdh_setup() and mbedtls_ecp_tls_read_point().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_read_params(
    ctx: *mut mbedtls_ecdh_context,
    buf: *mut *const c_uchar,
    end: *const c_uchar,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if buf.is_null() || ctx.is_null() {
            return BAD_INPUT;
        }
        // SAFETY: `*buf` and `end` delimit readable bytes, unless one is NULL; `ctx` is initialised.
        code(unsafe {
            let left = |at: *const c_uchar| end.addr().saturating_sub(at.addr());
            if (*buf).is_null() || end.is_null() {
                return BAD_INPUT;
            }
            read_group_id(buf, left(*buf)).and_then(|id| {
                setup(ctx, MaybeUninit::new(id))?;
                let numbers = ready(ctx)?;
                let (grp, peer) = (&raw const (*numbers).grp, &raw mut (*numbers).Qp);
                read_point(grp, peer, buf, left(*buf))
            })
        })
    })
}

/// Takes a key over from a key pair, and the curve if the key agreement has none.
///
/// \param ctx   The key agreement.
/// \param key   The key pair.
/// \param side  Whose key it is: ours, with the private key, or the peer's public point.
///
/// \return  0; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for a key pair of another curve, another side, and for NULL; a code of
///          mbedtls_ecdh_setup().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_get_params(
    ctx: *mut mbedtls_ecdh_context,
    key: *const mbedtls_ecp_keypair,
    side: MaybeUninit<mbedtls_ecdh_side>,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        let Some(side) = enum_value(side).filter(|_| !ctx.is_null() && !key.is_null()) else {
            return BAD_INPUT;
        };
        // SAFETY: both are initialised.
        code(unsafe {
            let of_ctx = enum_number((*ctx).grp_id);
            let prepared = if of_ctx == MBEDTLS_ECP_DP_NONE.number() {
                setup(ctx, (*key).grp.id)
            } else if of_ctx == enum_number((*key).grp.id) {
                Ok(())
            } else {
                Err(BAD_INPUT)
            };
            prepared.and_then(|()| {
                let numbers = numbers(ctx)?;
                match side {
                    MBEDTLS_ECDH_THEIRS => copy_point(&raw mut (*numbers).Qp, &raw const (*key).Q),
                    MBEDTLS_ECDH_OURS => {
                        copy_point(&raw mut (*numbers).Q, &raw const (*key).Q)?;
                        copy(&raw mut (*numbers).d, &raw const (*key).d)
                    }
                }
            })
        })
    })
}

/// Makes a key pair and writes the public point: `ClientECDiffieHellmanPublic` (RFC 8422 section 5.7).
///
/// \param ctx    The key agreement, set up.
/// \param olen   Set to the length.
/// \param buf    Where the bytes go.
/// \param blen   The room there.
/// \param f_rng  As for mbedtls_ecp_gen_privkey().
/// \param p_rng  As there.
///
/// \return  As mbedtls_ecp_gen_keypair() and mbedtls_ecp_tls_write_point(); `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` without a curve,
///          and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_make_public(
    ctx: *mut mbedtls_ecdh_context,
    olen: *mut usize,
    buf: *mut c_uchar,
    blen: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: `ctx` is NULL or initialised; `buf` has room for `blen` bytes; the generator fills what it is given.
        code(unsafe {
            make_key(ctx, f_rng, p_rng).and_then(|numbers| {
                let format = c_int::from((*ctx).point_format);
                let (grp, q) = (&raw const (*numbers).grp, &raw const (*numbers).Q);
                write_point(grp, q, format, olen, buf, blen)
            })
        })
    })
}

/// Reads the public point of a client, `ClientECDiffieHellmanPublic`.
///
/// \param ctx   The key agreement, set up.
/// \param buf   The bytes.
/// \param blen  How many.
///
/// \return  As mbedtls_ecp_tls_read_point(); `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` if bytes are left, or without a curve, and for
///          NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_read_public(
    ctx: *mut mbedtls_ecdh_context,
    buf: *const c_uchar,
    blen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: `ctx` is NULL or initialised; `buf` holds `blen` bytes.
        code(unsafe {
            numbers(ctx).and_then(|numbers| {
                let mut at = buf;
                let (grp, peer) = (&raw const (*numbers).grp, &raw mut (*numbers).Qp);
                read_point(grp, peer, &mut at, blen)?;
                if at.addr() - buf.addr() == blen {
                    Ok(())
                } else {
                    Err(BAD_INPUT)
                }
            })
        })
    })
}

/// Computes the shared secret and writes it: as long as the field, big-endian, or for Curve25519 and Curve448 little-endian.
///
/// \param ctx    The key agreement, with our private key and the peer's public point.
/// \param olen   Set to the length.
/// \param buf    Where the bytes go.
/// \param blen   The room there.
/// \param f_rng  Not needed, but must not be NULL.
/// \param p_rng  Not needed.
///
/// \return  As mbedtls_ecp_mul(); `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` without room or without a curve, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdh_calc_secret(
    ctx: *mut mbedtls_ecdh_context,
    olen: *mut usize,
    buf: *mut c_uchar,
    blen: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = p_rng;
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: `ctx` is NULL or initialised; `buf` has room for `blen` bytes.
        code(unsafe {
            ready(ctx).and_then(|numbers| {
                if f_rng.is_none() || olen.is_null() || buf.is_null() {
                    return Err(BAD_INPUT);
                }
                let (grp, z) = (&raw const (*numbers).grp, &raw mut (*numbers).z);
                compute(grp, z, &raw const (*numbers).Qp, &raw const (*numbers).d)?;
                let len = (*grp).pbits.div_ceil(8);
                // DEVIATION: 3.6 asks for room for the significant bytes only and then writes `len` of them, beyond the end of a
                // buffer that is shorter.
                if byte_len(z) > blen || len > blen {
                    return Err(BAD_INPUT);
                }
                let mut secret = fixed(z, len).ok_or(MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL)?;
                if matches!(kind(grp), Kind::X25519 | Kind::X448) {
                    secret.reverse();
                }
                copy_out(&secret, buf);
                *olen = len;
                Ok(())
            })
        })
    })
}

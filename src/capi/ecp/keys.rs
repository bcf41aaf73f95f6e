//! Elliptic curve keys: made, read, written, compared.

use core::ffi::{c_int, c_uchar, c_void};
use core::mem::MaybeUninit;

use zeroize::Zeroizing;

use super::arithmetic::{multiply, private_key};
use super::groups::{EMPTY_GROUP, Kind, id_number, kind, load, release};
use super::mbedtls_ecp_group_id::{self, MBEDTLS_ECP_DP_NONE};
use super::numbers::{EMPTY, bit_len, byte_len, clear, copy, fixed, set};
use super::points::{EMPTY_POINT, are_points_equal, code, copy_point, release_point};
use super::{
    MBEDTLS_ERR_ECP_BAD_INPUT_DATA, MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL, MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE,
    MBEDTLS_ERR_ECP_INVALID_KEY, MBEDTLS_ERR_ECP_RANDOM_FAILED, mbedtls_ecp_group, mbedtls_ecp_keypair,
    mbedtls_ecp_point,
};
use crate::capi::bignum::{MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL, mbedtls_mpi};
use crate::capi::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use crate::capi::guard::guard;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::ptr::{CEnum as _, bytes, copy_out, enum_number, store};
use crate::crypto::ec::weierstrass;

/// What an operation came to.
type Outcome<T> = Result<T, c_int>;

/// How often 3.6 draws a private key before it gives up on the generator.
const DRAWS: u32 = 29;

/// Initialises a key pair.
///
/// \param key  The key pair; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_keypair_init(key: *mut mbedtls_ecp_keypair) {
    guard((), || {
        let empty = mbedtls_ecp_keypair {
            grp: EMPTY_GROUP,
            d: EMPTY,
            Q: EMPTY_POINT,
        };
        // SAFETY: `key` is NULL or points to memory for one key pair.
        unsafe { store(key, empty) };
    });
}

/// Wipes and frees a key pair.
///
/// \param key  The key pair; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_keypair_free(key: *mut mbedtls_ecp_keypair) {
    // SAFETY: `key` is NULL or initialised, and nobody else uses it.
    guard((), || unsafe { release_pair(key) });
}

/// Wipes and frees a key pair.
///
/// # Safety
/// `key` is NULL or initialised, and nobody else uses it.
pub(in crate::capi) unsafe fn release_pair(key: *mut mbedtls_ecp_keypair) {
    if !key.is_null() {
        // SAFETY: as stated.
        unsafe {
            release(&raw mut (*key).grp);
            clear(&raw mut (*key).d);
            release_point(&raw mut (*key).Q);
        }
    }
}

/// Makes a private key.
///
/// The key is made of what the program's generator gives, in the way of 3.6, because programs derive keys from seeds like
/// that: the same bytes make the same key.
///
/// \param grp    The group.
/// \param d      Set to the private key.
/// \param f_rng  The generator; must not be NULL.
/// \param p_rng  Its context.
///
/// \return  0; what the generator returned if it failed; `MBEDTLS_ERR_ECP_RANDOM_FAILED` if what it gives does not become a
///          key; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for a group without a curve, and for NULL;
///          `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that a program made up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_gen_privkey(
    grp: *const mbedtls_ecp_group,
    d: *mut mbedtls_mpi,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: the objects are NULL or initialised; the generator fills what it is given.
        code(unsafe { generate(grp, d, f_rng, p_rng) })
    })
}

/// [`mbedtls_ecp_gen_privkey`].
///
/// # Safety
/// The objects are NULL or initialised; `f_rng` fills what it is given. No reference to the objects is alive, because
/// `f_rng` may use them.
pub(in crate::capi) unsafe fn generate(
    grp: *const mbedtls_ecp_group,
    d: *mut mbedtls_mpi,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> Outcome<()> {
    // SAFETY: as stated.
    unsafe {
        let form = kind(grp);
        let Some(f_rng) = f_rng.filter(|_| !d.is_null()) else {
            return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
        };
        let (len, excess) = match form {
            Kind::None => return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA),
            Kind::Short(None) | Kind::OtherMontgomery => return Err(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE),
            Kind::X25519 => (32, 1),
            Kind::X448 => (56, 0),
            Kind::Short(Some(curve)) => (curve.field_len(), 8 * curve.field_len() - curve.bits()),
        };
        for _ in 0..DRAWS {
            let mut drawn = Zeroizing::new(vec![0; len]);
            let failed = f_rng(p_rng, drawn.as_mut_ptr(), drawn.len());
            if failed != 0 {
                return Err(failed);
            }
            match form {
                Kind::Short(curve) => {
                    // The order of P-521 has 521 bits; those of the others fill their bytes.
                    shift_right(&mut drawn, excess);
                    if curve.is_some_and(|curve| weierstrass::is_private(curve, &drawn)) {
                        return set(d, &drawn);
                    }
                }
                _ => {
                    shift_right(&mut drawn, excess);
                    clamp(form, &mut drawn);
                    return set(d, &drawn);
                }
            }
        }
        Err(MBEDTLS_ERR_ECP_RANDOM_FAILED)
    }
}

/// Moves a big-endian number by less than 8 bits to the right.
fn shift_right(number: &mut [u8], bits: usize) {
    let mut carry = 0;
    for byte in number {
        let wide = u16::from_be_bytes([carry, *byte]);
        carry = *byte;
        *byte = (wide >> bits).to_be_bytes()[1];
    }
}

/// Makes a big-endian number a private key of Curve25519 or Curve448 (RFC 7748 section 5).
fn clamp(form: Kind, number: &mut [u8]) {
    let (low, high, top) = if form == Kind::X25519 {
        (0xf8, 0x7f, 0x40)
    } else {
        (0xfc, 0xff, 0x80)
    };
    if let Some(last) = number.last_mut() {
        *last &= low;
    }
    if let Some(first) = number.first_mut() {
        *first = *first & high | top;
    }
}

/// Makes a key pair with another base point.
///
/// \param grp    The group.
/// \param G      The base point.
/// \param d      Set to the private key.
/// \param Q      Set to the public point.
/// \param f_rng  As for mbedtls_ecp_gen_privkey().
/// \param p_rng  As there.
///
/// \return  As mbedtls_ecp_gen_privkey() and mbedtls_ecp_mul().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_gen_keypair_base(
    grp: *mut mbedtls_ecp_group,
    G: *const mbedtls_ecp_point,
    d: *mut mbedtls_mpi,
    Q: *mut mbedtls_ecp_point,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: the objects are NULL or initialised; the generator fills what it is given.
        code(unsafe { generate(grp, d, f_rng, p_rng).and_then(|()| multiply(grp, Q, d, G)) })
    })
}

/// Makes a key pair.
///
/// \param grp    The group.
/// \param d      Set to the private key.
/// \param Q      Set to the public point.
/// \param f_rng  As for mbedtls_ecp_gen_privkey().
/// \param p_rng  As there.
///
/// \return  As mbedtls_ecp_gen_privkey() and mbedtls_ecp_mul().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_gen_keypair(
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

/// [`mbedtls_ecp_gen_keypair`].
///
/// # Safety
/// As for [`generate`].
pub(in crate::capi) unsafe fn generate_pair(
    grp: *const mbedtls_ecp_group,
    d: *mut mbedtls_mpi,
    q: *mut mbedtls_ecp_point,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> Outcome<()> {
    // SAFETY: as stated. A null group has been refused before its base point is named.
    unsafe {
        generate(grp, d, f_rng, p_rng)?;
        multiply(grp, q, d, &raw const (*grp).G)
    }
}

/// Makes a key pair on a curve.
///
/// \param grp_id  The curve.
/// \param key     The key pair to set.
/// \param f_rng   As for mbedtls_ecp_gen_privkey().
/// \param p_rng   As there.
///
/// \return  As mbedtls_ecp_group_load() and mbedtls_ecp_gen_keypair().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_gen_key(
    grp_id: MaybeUninit<mbedtls_ecp_group_id>,
    key: *mut mbedtls_ecp_keypair,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: `key` is NULL or initialised; the generator fills what it is given.
        unsafe { generate_key(grp_id, key, f_rng, p_rng) }
    })
}

/// [`mbedtls_ecp_gen_key`].
///
/// # Safety
/// As for [`generate`].
pub(in crate::capi) unsafe fn generate_key(
    grp_id: MaybeUninit<mbedtls_ecp_group_id>,
    key: *mut mbedtls_ecp_keypair,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    if key.is_null() {
        return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
    }
    // SAFETY: as stated.
    unsafe {
        let (grp, d, q) = (&raw mut (*key).grp, &raw mut (*key).d, &raw mut (*key).Q);
        match load(grp, grp_id) {
            0 => code(generate_pair(grp, d, q, f_rng, p_rng)),
            failed => failed,
        }
    }
}

/// Sets the public point of a key pair.
///
/// \param grp_id  The curve; that of the key pair if it has one already.
/// \param key     The key pair.
/// \param Q       The point. It is not checked.
///
/// \return  0; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` if the key pair is of another curve, and for NULL;
///          `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that is not offered.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_set_public_key(
    grp_id: MaybeUninit<mbedtls_ecp_group_id>,
    key: *mut mbedtls_ecp_keypair,
    Q: *const mbedtls_ecp_point,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if key.is_null() {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        }
        // SAFETY: `key` is initialised, `Q` is NULL or initialised.
        unsafe {
            let grp = &raw mut (*key).grp;
            let current = id_number(grp);
            if current == MBEDTLS_ECP_DP_NONE.number() {
                let failed = load(grp, grp_id);
                if failed != 0 {
                    return failed;
                }
            } else if current != enum_number(grp_id) {
                return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
            }
            code(copy_point(&raw mut (*key).Q, Q))
        }
    })
}

/// Reads a private key: big-endian, or for Curve25519 and Curve448 little-endian and made fit as RFC 7748 says.
///
/// \param grp_id  The curve.
/// \param key     The key pair to set; its public point is left alone, see mbedtls_ecp_keypair_calc_public().
/// \param buf     The bytes.
/// \param buflen  How many: exactly 32 for Curve25519 and 56 for Curve448.
///
/// \return  0; `MBEDTLS_ERR_ECP_INVALID_KEY` for bytes that are no private key; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL;
///          `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that is not offered.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_read_key(
    grp_id: MaybeUninit<mbedtls_ecp_group_id>,
    key: *mut mbedtls_ecp_keypair,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if key.is_null() {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        }
        // SAFETY: `key` is initialised, `buf` holds `buflen` bytes.
        unsafe {
            let failed = load(&raw mut (*key).grp, grp_id);
            if failed != 0 {
                return failed;
            }
            let Some(given) = bytes(buf, buflen) else {
                return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
            };
            let form = kind(&raw const (*key).grp);
            let is_short = matches!(form, Kind::Short(_));
            if !is_short && given.len() != byte_len(&raw const (*key).grp.P) {
                return MBEDTLS_ERR_ECP_INVALID_KEY;
            }
            let read = read_private(key, given);
            if read.is_err() {
                clear(&raw mut (*key).d);
            }
            code(read)
        }
    })
}

/// Sets the private key of a pair that has a curve.
///
/// # Safety
/// `key` is initialised, and nobody else uses it.
unsafe fn read_private(key: *mut mbedtls_ecp_keypair, given: &[u8]) -> Outcome<()> {
    // SAFETY: as stated.
    unsafe {
        let (grp, d) = (&raw const (*key).grp, &raw mut (*key).d);
        let form = kind(grp);
        let mut number = Zeroizing::new(given.to_vec());
        if matches!(form, Kind::X25519 | Kind::X448) {
            number.reverse();
            clamp(form, &mut number);
        }
        set(d, &number)?;
        private_key(grp, d)?;
    }
    Ok(())
}

/// Writes a private key to the whole of a buffer, with zeros before it (after it for Curve25519 and Curve448, which are
/// little-endian). mbedtls_ecp_write_key_ext() tells the length.
///
/// \param key     The key pair.
/// \param buf     Where the bytes go.
/// \param buflen  How many.
///
/// \return  0; `MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL` or, for Curve25519 and Curve448, `MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL` without
///          room; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL; `MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED` without a curve.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_write_key(
    key: *mut mbedtls_ecp_keypair,
    buf: *mut c_uchar,
    buflen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if key.is_null() || (buf.is_null() && buflen > 0) {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        }
        // SAFETY: `key` is initialised, `buf` has room for `buflen` bytes.
        code(unsafe {
            let form = kind(&raw const (*key).grp);
            match form {
                Kind::X25519 | Kind::X448 if buflen < byte_len(&raw const (*key).grp.P) => {
                    Err(MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL)
                }
                Kind::None => Err(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED),
                _ => write_private(key, form, buf, buflen),
            }
        })
    })
}

/// Writes a private key.
///
/// \param key     The key pair.
/// \param olen    Set to the length: that of the order, or 32 for Curve25519 and 56 for Curve448. 0 without room.
/// \param buf     Where the bytes go: big-endian, for Curve25519 and Curve448 little-endian.
/// \param buflen  The room there.
///
/// \return  0; `MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL`; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` if there is no private key, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_write_key_ext(
    key: *const mbedtls_ecp_keypair,
    olen: *mut usize,
    buf: *mut c_uchar,
    buflen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if key.is_null() || olen.is_null() || (buf.is_null() && buflen > 0) {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        }
        // SAFETY: `key` is initialised, `olen` is writable, `buf` has room for `buflen` bytes.
        code(unsafe {
            let len = (*key).grp.nbits.div_ceil(8);
            if len > buflen {
                *olen = 0;
                return MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL;
            }
            *olen = len;
            match kind(&raw const (*key).grp) {
                _ if (*key).d.n == 0 => Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA),
                Kind::None => Err(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED),
                form => write_private(key, form, buf, len),
            }
        })
    })
}

/// Writes a private key to exactly `len` bytes.
///
/// # Safety
/// `key` is initialised, `buf` has room for `len` bytes.
unsafe fn write_private(key: *const mbedtls_ecp_keypair, form: Kind, buf: *mut c_uchar, len: usize) -> Outcome<()> {
    // SAFETY: as stated. A buffer is as long as the program says, so what is not needed of it is not allocated.
    unsafe {
        let d = &raw const (*key).d;
        let needed = len.min(byte_len(d).max(usize::from(bit_len(d) > 0)));
        let mut number = fixed(d, needed).ok_or(MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL)?;
        let zeros = len - needed;
        if matches!(form, Kind::Short(_)) {
            buf.write_bytes(0, zeros);
            copy_out(&number, buf.add(zeros));
        } else {
            number.reverse();
            copy_out(&number, buf);
            buf.add(needed).write_bytes(0, zeros);
        }
    }
    Ok(())
}

/// Checks that two key pairs have the same public point and that the second one's private key belongs to it.
///
/// \param public_  The key pair with the public point.
/// \param private_  The key pair with the private key.
/// \param f_rng  Not needed, but must not be NULL.
/// \param p_rng  Not needed.
///
/// \return  0; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` if they do not belong together, and for NULL; another code of
///          mbedtls_ecp_mul() for numbers that are no key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_check_pub_priv(
    public: *const mbedtls_ecp_keypair,
    private: *const mbedtls_ecp_keypair,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = p_rng;
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: both are NULL or initialised.
        code(unsafe {
            match (public.as_ref(), private.as_ref(), f_rng) {
                (Some(public), Some(private), Some(_)) => check_pair(public, private),
                _ => Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA),
            }
        })
    })
}

/// [`mbedtls_ecp_check_pub_priv`].
///
/// # Safety
/// Both are initialised.
pub(in crate::capi) unsafe fn check_pair(public: &mbedtls_ecp_keypair, private: &mbedtls_ecp_keypair) -> Outcome<()> {
    // SAFETY: as stated.
    unsafe {
        let id = id_number(&public.grp);
        let is_same = id != MBEDTLS_ECP_DP_NONE.number() && id == id_number(&private.grp);
        if !is_same || !are_points_equal(&public.Q, &private.Q) {
            return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
        }
        let mut product = EMPTY_POINT;
        let outcome = multiply(&private.grp, &mut product, &private.d, &private.grp.G);
        let belongs = are_points_equal(&product, &private.Q);
        release_point(&mut product);
        outcome?;
        if !belongs {
            return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
        }
    }
    Ok(())
}

/// Computes the public point of a key pair from its private key.
///
/// \param key    The key pair, with a curve and a private key.
/// \param f_rng  Not needed, but must not be NULL.
/// \param p_rng  Not needed.
///
/// \return  As mbedtls_ecp_mul().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_keypair_calc_public(
    key: *mut mbedtls_ecp_keypair,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = p_rng;
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if key.is_null() || f_rng.is_none() {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        }
        // SAFETY: `key` is initialised, and nobody else uses it.
        code(unsafe {
            let (grp, d) = (&raw const (*key).grp, &raw const (*key).d);
            multiply(grp, &raw mut (*key).Q, d, &raw const (*grp).G)
        })
    })
}

/// Tells the curve of a key pair.
///
/// \param key  The key pair.
/// \return     Its curve; `MBEDTLS_ECP_DP_NONE` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_keypair_get_group_id(key: *const mbedtls_ecp_keypair) -> mbedtls_ecp_group_id {
    guard(MBEDTLS_ECP_DP_NONE, || {
        // SAFETY: `key` is NULL or initialised.
        let key = unsafe { key.as_ref() };
        key.and_then(|key| crate::capi::ptr::enum_value(key.grp.id))
            .unwrap_or(MBEDTLS_ECP_DP_NONE)
    })
}

/// Copies the parts of a key pair.
///
/// \param key  The key pair.
/// \param grp  Filled with its curve; may be NULL.
/// \param d    Set to its private key; may be NULL.
/// \param Q    Set to its public point; may be NULL.
///
/// \return  0; a code of mbedtls_ecp_group_load(); `MBEDTLS_ERR_MPI_ALLOC_FAILED` without memory;
///          `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` without a key pair.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_export(
    key: *const mbedtls_ecp_keypair,
    grp: *mut mbedtls_ecp_group,
    d: *mut mbedtls_mpi,
    Q: *mut mbedtls_ecp_point,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if key.is_null() {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        }
        // SAFETY: `key` is initialised, the others are NULL or initialised.
        code(unsafe {
            if !grp.is_null() {
                let failed = load(grp, (*key).grp.id);
                if failed != 0 {
                    return failed;
                }
            }
            let copied = if d.is_null() {
                Ok(())
            } else {
                copy(d, &raw const (*key).d)
            };
            copied.and_then(|()| {
                if Q.is_null() {
                    return Ok(());
                }
                copy_point(Q, &raw const (*key).Q)
            })
        })
    })
}

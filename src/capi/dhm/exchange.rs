//! An exchange: a group, our values, the peer's, the secret.

use super::{
    MBEDTLS_ERR_DHM_BAD_INPUT_DATA, MBEDTLS_ERR_DHM_CALC_SECRET_FAILED, MBEDTLS_ERR_DHM_MAKE_PARAMS_FAILED,
    MBEDTLS_ERR_DHM_MAKE_PUBLIC_FAILED, MBEDTLS_ERR_DHM_READ_PUBLIC_FAILED, MBEDTLS_ERR_DHM_SET_GROUP_FAILED,
    mbedtls_dhm_context, mbedtls_dhm_parameter,
};
use crate::capi::bignum::{
    MBEDTLS_ERR_MPI_BAD_INPUT_DATA, MBEDTLS_ERR_MPI_NOT_ACCEPTABLE, mbedtls_mpi, mbedtls_mpi_bitlen, mbedtls_mpi_copy,
    mbedtls_mpi_exp_mod, mbedtls_mpi_fill_random, mbedtls_mpi_random, mbedtls_mpi_read_binary, mbedtls_mpi_size,
    mbedtls_mpi_sub_int, mbedtls_mpi_write_binary, read, release,
};
use crate::capi::guard::{guard, guarded};
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::ptr::{self, copy_out, enum_value};
use crate::crypto::bignum::Natural;
use core::ffi::{c_int, c_uchar, c_void};
use core::mem::MaybeUninit;
use core::ptr::{addr_of, addr_of_mut, null_mut};

/// Makes a context empty. To be called before anything else.
///
/// \param ctx  The context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_init(ctx: *mut mbedtls_dhm_context) {
    // SAFETY: C passes NULL or memory for a context; all-zero is an empty one.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Wipes and frees all numbers of a context.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_free(ctx: *mut mbedtls_dhm_context) {
    guard((), || {
        // SAFETY: C passes NULL or an initialised context.
        unsafe {
            if let Some(context) = ctx.as_mut() {
                let mbedtls_dhm_context {
                    P,
                    G,
                    X,
                    GX,
                    GY,
                    K,
                    RP,
                    Vi,
                    Vf,
                    pX,
                } = context;
                [P, G, X, GX, GY, K, RP, Vi, Vf, pX].into_iter().for_each(release);
            }
            ptr::zero(ctx);
        }
    });
}

/// Sets the group.
///
/// \param ctx  The context.
/// \param P,G  The prime and the generator; they are copied.
///
/// \return  0, or an error of MBEDTLS_ERR_DHM_SET_GROUP_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_set_group(
    ctx: *mut mbedtls_dhm_context,
    P: *const mbedtls_mpi,
    G: *const mbedtls_mpi,
) -> c_int {
    guarded(|| {
        if ctx.is_null() {
            return Err(MBEDTLS_ERR_DHM_BAD_INPUT_DATA);
        }
        // SAFETY: C passes an initialised context, and NULL or initialised numbers.
        unsafe {
            check(
                mbedtls_mpi_copy(addr_of_mut!((*ctx).P), P),
                MBEDTLS_ERR_DHM_SET_GROUP_FAILED,
            )?;
            check(
                mbedtls_mpi_copy(addr_of_mut!((*ctx).G), G),
                MBEDTLS_ERR_DHM_SET_GROUP_FAILED,
            )
        }
    })
}

/// The length of the group's prime, in bits.
///
/// \param ctx  The context.
///
/// \return  The length; 0 if there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_get_bitlen(ctx: *const mbedtls_dhm_context) -> usize {
    // SAFETY: C passes NULL or an initialised context.
    guard(0, || unsafe {
        ptr::as_ref(ctx).map_or(0, |ctx| mbedtls_mpi_bitlen(addr_of!(ctx.P)))
    })
}

/// The length of the group's prime, in bytes.
///
/// \param ctx  The context.
///
/// \return  The length; 0 if there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_get_len(ctx: *const mbedtls_dhm_context) -> usize {
    // SAFETY: C passes NULL or an initialised context.
    guard(0, || unsafe {
        ptr::as_ref(ctx).map_or(0, |ctx| mbedtls_mpi_size(addr_of!(ctx.P)))
    })
}

/// Copies a number out of a context.
///
/// \param ctx  The context.
/// \param param  Which number.
/// \param dest  Where it goes, initialised.
///
/// \return  0, MBEDTLS_ERR_DHM_BAD_INPUT_DATA for another number or NULL, or an error of bignum.h.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_get_value(
    ctx: *const mbedtls_dhm_context,
    param: MaybeUninit<mbedtls_dhm_parameter>,
    dest: *mut mbedtls_mpi,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised context, and NULL or an initialised number.
        unsafe {
            let context = ctx.as_ref().ok_or(MBEDTLS_ERR_DHM_BAD_INPUT_DATA)?;
            let source = match enum_value(param).ok_or(MBEDTLS_ERR_DHM_BAD_INPUT_DATA)? {
                mbedtls_dhm_parameter::MBEDTLS_DHM_PARAM_P => &context.P,
                mbedtls_dhm_parameter::MBEDTLS_DHM_PARAM_G => &context.G,
                mbedtls_dhm_parameter::MBEDTLS_DHM_PARAM_X => &context.X,
                mbedtls_dhm_parameter::MBEDTLS_DHM_PARAM_GX => &context.GX,
                mbedtls_dhm_parameter::MBEDTLS_DHM_PARAM_GY => &context.GY,
                mbedtls_dhm_parameter::MBEDTLS_DHM_PARAM_K => &context.K,
            };
            check(mbedtls_mpi_copy(dest, source), 0)
        }
    })
}

/// Takes the peer's public value. Whether it is in range is seen when the secret is computed.
///
/// \param ctx  The context, with a group.
/// \param input,ilen  The value, big-endian, 1 byte to the prime's length.
///
/// \return  0, MBEDTLS_ERR_DHM_BAD_INPUT_DATA for another length or NULL, or an error of
/// MBEDTLS_ERR_DHM_READ_PUBLIC_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_read_public(
    ctx: *mut mbedtls_dhm_context,
    input: *const c_uchar,
    ilen: usize,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised context, and `ilen` readable bytes.
        unsafe {
            if ilen < 1 || ilen > mbedtls_dhm_get_len(ctx) {
                return Err(MBEDTLS_ERR_DHM_BAD_INPUT_DATA);
            }
            let code = mbedtls_mpi_read_binary(addr_of_mut!((*ctx).GY), input, ilen);
            check(code, MBEDTLS_ERR_DHM_READ_PUBLIC_FAILED)
        }
    })
}

/// Makes our secret and public values, and writes the group and the public value as a TLS 1.2 server would
/// (`ServerDHParams`, RFC 5246 section 7.4.3).
///
/// \param ctx  The context, with a group.
/// \param x_size  How long the secret value is to be, in bytes; it is never longer than the prime.
/// \param output  Where the parameters go: three numbers of up to the prime's length, with two bytes before each.
/// \param olen  Where their length goes.
/// \param f_rng,p_rng  Where the secret value comes from.
///
/// \return  0, MBEDTLS_ERR_DHM_BAD_INPUT_DATA without a group, for a generator that is none or NULL, what `f_rng` returned, or
/// an error of MBEDTLS_ERR_DHM_MAKE_PARAMS_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_make_params(
    ctx: *mut mbedtls_dhm_context,
    x_size: c_int,
    output: *mut c_uchar,
    olen: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    guarded(|| {
        if ctx.is_null() || output.is_null() || olen.is_null() {
            return Err(MBEDTLS_ERR_DHM_BAD_INPUT_DATA);
        }
        // SAFETY: C passes an initialised context, and room for the parameters.
        unsafe {
            make(ctx, x_size, f_rng, p_rng).map_err(|code| within(code, MBEDTLS_ERR_DHM_MAKE_PARAMS_FAILED))?;
            let mut out = Vec::new();
            for number in [addr_of!((*ctx).P), addr_of!((*ctx).G), addr_of!((*ctx).GX)] {
                let bytes = read(number)?.magnitude.to_be_bytes();
                let len = u16::try_from(bytes.len()).map_err(|_| MBEDTLS_ERR_DHM_MAKE_PARAMS_FAILED)?;
                out.extend_from_slice(&len.to_be_bytes());
                out.extend_from_slice(&bytes);
            }
            copy_out(&out, output);
            *olen = out.len();
        }
        Ok(())
    })
}

/// Makes our secret and public values.
///
/// \param ctx  The context, with a group.
/// \param x_size  How long the secret value is to be, in bytes; it is never longer than the prime.
/// \param output,olen  Where the public value goes, big-endian, zeros in front: 1 byte to the prime's length.
/// \param f_rng,p_rng  Where the secret value comes from.
///
/// \return  0, MBEDTLS_ERR_DHM_BAD_INPUT_DATA without a group, for another length, a generator that is none or NULL, what
/// `f_rng` returned, or an error of MBEDTLS_ERR_DHM_MAKE_PUBLIC_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_make_public(
    ctx: *mut mbedtls_dhm_context,
    x_size: c_int,
    output: *mut c_uchar,
    olen: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised context, and `olen` writable bytes.
        unsafe {
            if olen < 1 || olen > mbedtls_dhm_get_len(ctx) {
                return Err(MBEDTLS_ERR_DHM_BAD_INPUT_DATA);
            }
            make(ctx, x_size, f_rng, p_rng).map_err(|code| match code {
                MBEDTLS_ERR_DHM_MAKE_PARAMS_FAILED => MBEDTLS_ERR_DHM_MAKE_PUBLIC_FAILED,
                code => within(code, MBEDTLS_ERR_DHM_MAKE_PUBLIC_FAILED),
            })?;
            let code = mbedtls_mpi_write_binary(addr_of!((*ctx).GX), output, olen);
            check(code, MBEDTLS_ERR_DHM_MAKE_PUBLIC_FAILED)
        }
    })
}

/// Computes the shared secret, in a time that does not depend on our secret value.
///
/// \param ctx  The context, with a group, our secret value and the peer's public value.
/// \param output,output_size  Where the secret goes, big-endian, without zeros in front; room for the prime's length.
/// \param olen  Where its length goes.
/// \param f_rng,p_rng  Must not be NULL; not needed.
///
/// \return  0, MBEDTLS_ERR_DHM_BAD_INPUT_DATA for too little room, a public value that is out of range (2 to P - 2) or NULL, or
/// an error of MBEDTLS_ERR_DHM_CALC_SECRET_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_calc_secret(
    ctx: *mut mbedtls_dhm_context,
    output: *mut c_uchar,
    output_size: usize,
    olen: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = p_rng;
    guarded(|| {
        // SAFETY: C passes NULL or an initialised context, and as much room as it says.
        unsafe {
            if ctx.is_null() || f_rng.is_none() || olen.is_null() || output_size < mbedtls_dhm_get_len(ctx) {
                return Err(MBEDTLS_ERR_DHM_BAD_INPUT_DATA);
            }
            check_range(addr_of!((*ctx).GY), addr_of!((*ctx).P))?;
            let secret = addr_of_mut!((*ctx).K);
            let code = mbedtls_mpi_exp_mod(
                secret,
                addr_of!((*ctx).GY),
                addr_of!((*ctx).X),
                addr_of!((*ctx).P),
                null_mut(),
            );
            check(code, MBEDTLS_ERR_DHM_CALC_SECRET_FAILED)?;
            *olen = mbedtls_mpi_size(secret);
            check(
                mbedtls_mpi_write_binary(secret, output, *olen),
                MBEDTLS_ERR_DHM_CALC_SECRET_FAILED,
            )
        }
    })
}

/// Makes the secret value X and the public value GX.
///
/// # Safety
/// `ctx` is initialised.
unsafe fn make(
    ctx: *mut mbedtls_dhm_context,
    x_size: c_int,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> Result<(), c_int> {
    // SAFETY: as stated.
    unsafe {
        let (prime, secret) = (addr_of!((*ctx).P), addr_of_mut!((*ctx).X));
        let size = usize::try_from(x_size).map_err(|_| MBEDTLS_ERR_DHM_BAD_INPUT_DATA)?;
        if mbedtls_mpi_bitlen(prime) == 0 || f_rng.is_none() {
            return Err(MBEDTLS_ERR_DHM_BAD_INPUT_DATA);
        }
        if size < mbedtls_mpi_size(prime) {
            check(mbedtls_mpi_fill_random(secret, size, f_rng, p_rng), 0)?;
        } else {
            // 2 to P - 2, each as probable as the others.
            match mbedtls_mpi_random(secret, 3, prime, f_rng, p_rng) {
                0 => check(mbedtls_mpi_sub_int(secret, secret, 1), 0)?,
                MBEDTLS_ERR_MPI_NOT_ACCEPTABLE => return Err(MBEDTLS_ERR_DHM_MAKE_PARAMS_FAILED),
                code => return Err(code),
            }
        }
        let public = addr_of_mut!((*ctx).GX);
        check(
            mbedtls_mpi_exp_mod(public, addr_of!((*ctx).G), secret, prime, null_mut()),
            0,
        )?;
        check_range(public, prime)
    }
}

/// Whether a public value is from 2 to P - 2: others have a small order, and give the secret away.
///
/// # Safety
/// Both are initialised.
pub(super) unsafe fn check_range(value: *const mbedtls_mpi, prime: *const mbedtls_mpi) -> Result<(), c_int> {
    // SAFETY: as stated.
    let (value, prime) = unsafe { (read(value)?, read(prime)?) };
    let two = Natural::from_limbs(&[2]);
    let in_range = || {
        let last = prime.magnitude.sub(&two)?;
        Some(value.magnitude >= two && value.magnitude <= last)
    };
    if value.sign >= 0 && prime.sign >= 0 && in_range() == Some(true) {
        Ok(())
    } else {
        Err(MBEDTLS_ERR_DHM_BAD_INPUT_DATA)
    }
}

/// The code of a number's function, as an error of `high`.
pub(super) fn check(code: c_int, high: c_int) -> Result<(), c_int> {
    if code == 0 { Ok(()) } else { Err(high + code) }
}

/// A code that has no higher module's part is given one; others stay.
fn within(code: c_int, high: c_int) -> c_int {
    const { assert!(MBEDTLS_ERR_MPI_BAD_INPUT_DATA > -128) };
    if code > -128 { high + code } else { code }
}

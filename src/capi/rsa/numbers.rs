//! The numbers that make up a key: into it, out of it, completed, checked.

use super::{MBEDTLS_ERR_RSA_BAD_INPUT_DATA, MBEDTLS_ERR_RSA_KEY_CHECK_FAILED, mbedtls_rsa_context};
use crate::capi::bignum::{
    MBEDTLS_ERR_MPI_ALLOC_FAILED, MBEDTLS_ERR_MPI_BAD_INPUT_DATA, MBEDTLS_ERR_MPI_NOT_ACCEPTABLE, MBEDTLS_MPI_MAX_BITS,
    MBEDTLS_MPI_MAX_SIZE, Value, mbedtls_mpi, mbedtls_mpi_copy, mbedtls_mpi_read_binary, mbedtls_mpi_size,
    mbedtls_mpi_write_binary, put, read,
};
use crate::capi::guard::guarded;
use crate::crypto::bignum::Natural;
use core::ffi::{c_int, c_uchar};
use core::ptr::{addr_of, addr_of_mut};

/// Puts numbers into a key. mbedtls_rsa_complete() works out those that are missing.
///
/// \param ctx  The key.
/// \param N,P,Q,D,E  Modulus, primes, private and public exponent; NULL for those that stay as they are.
///
/// \return  0, or an error of MBEDTLS_ERR_RSA_BAD_INPUT_DATA.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_import(
    ctx: *mut mbedtls_rsa_context,
    N: *const mbedtls_mpi,
    P: *const mbedtls_mpi,
    Q: *const mbedtls_mpi,
    D: *const mbedtls_mpi,
    E: *const mbedtls_mpi,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised key, and NULL or initialised numbers.
        unsafe {
            for (to, from) in fields(ctx)?.into_iter().zip([N, P, Q, D, E]) {
                if !from.is_null() {
                    within(mbedtls_mpi_copy(to, from))?;
                }
            }
            if !N.is_null() {
                (*ctx).len = mbedtls_mpi_size(addr_of!((*ctx).N));
            }
        }
        Ok(())
    })
}

/// Puts numbers into a key, as big-endian bytes. mbedtls_rsa_complete() works out those that are missing.
///
/// \param ctx  The key.
/// \param N,N_len,P,P_len,Q,Q_len,D,D_len,E,E_len  Modulus, primes, private and public exponent; NULL for those that stay
/// as they are.
///
/// \return  0, or an error of MBEDTLS_ERR_RSA_BAD_INPUT_DATA.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_import_raw(
    ctx: *mut mbedtls_rsa_context,
    N: *const c_uchar,
    N_len: usize,
    P: *const c_uchar,
    P_len: usize,
    Q: *const c_uchar,
    Q_len: usize,
    D: *const c_uchar,
    D_len: usize,
    E: *const c_uchar,
    E_len: usize,
) -> c_int {
    guarded(|| {
        let given = [(N, N_len), (P, P_len), (Q, Q_len), (D, D_len), (E, E_len)];
        // SAFETY: C passes NULL or an initialised key, and as many bytes as it says.
        unsafe {
            for (to, (from, len)) in fields(ctx)?.into_iter().zip(given) {
                if !from.is_null() {
                    within(mbedtls_mpi_read_binary(to, from, len))?;
                }
            }
            if !N.is_null() {
                (*ctx).len = mbedtls_mpi_size(addr_of!((*ctx).N));
            }
        }
        Ok(())
    })
}

/// Works out the numbers of a key that are missing: nothing for a public key (N and E); of a private one either N and D
/// (or D alone) may be missing, or the primes.
///
/// DEVIATION: primes of more than MBEDTLS_MPI_MAX_BITS are refused before anything is computed with them; 3.6 may compute for
/// minutes before it says the same.
///
/// \param ctx  The key.
///
/// \return  0, or an error of MBEDTLS_ERR_RSA_BAD_INPUT_DATA if there are too few numbers, or they do not fit together as
/// far as that is seen here; mbedtls_rsa_check_privkey() sees more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_complete(ctx: *mut mbedtls_rsa_context) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised key.
        unsafe {
            let key = Numbers::of(ctx)?;
            let has = |value: &Value| !value.magnitude.is_zero();
            let is_private = match [&key.n, &key.p, &key.q, &key.d, &key.e].map(has) {
                [true, false, false, true, true] => {
                    deduce_primes(ctx, &key)?;
                    true
                }
                [has_n, true, true, has_d, true] => {
                    // Inverses and common divisors of the longest numbers would take minutes.
                    let is_long = |value: &Value| value.magnitude.bits() > MBEDTLS_MPI_MAX_BITS as usize;
                    if is_long(&key.p) || is_long(&key.q) {
                        let cause = if has_n { 0 } else { MBEDTLS_ERR_MPI_ALLOC_FAILED };
                        return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA + cause);
                    }
                    if !has_n {
                        let n = key.p.magnitude.mul(&key.q.magnitude);
                        in_bad_input(put(addr_of_mut!((*ctx).N), 1, &n, 1))?;
                        (*ctx).len = mbedtls_mpi_size(addr_of!((*ctx).N));
                    }
                    if !has_d {
                        let d = private_exponent(&key).map_err(|code| MBEDTLS_ERR_RSA_BAD_INPUT_DATA + code)?;
                        in_bad_input(put(addr_of_mut!((*ctx).D), 1, &d, 1))?;
                    }
                    true
                }
                [true, false, false, false, true] => false,
                _ => return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA),
            };
            if is_private && ![&key.dp, &key.dq, &key.qp].into_iter().all(has) {
                let complete = Numbers::of(ctx)?;
                for (to, number) in crt_fields(ctx).into_iter().zip(crt(&complete)?) {
                    in_bad_input(put(to, 1, &number, 1))?;
                }
            }
            Numbers::of(ctx)?.check(is_private)
        }
    })
}

/// Copies numbers out of a key.
///
/// \param ctx  The key.
/// \param N,P,Q,D,E  Where modulus, primes, private and public exponent go; NULL for those that are not wanted.
///
/// \return  0, MBEDTLS_ERR_RSA_BAD_INPUT_DATA if private numbers are wanted that are not there, or
/// MBEDTLS_ERR_MPI_ALLOC_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_export(
    ctx: *const mbedtls_rsa_context,
    N: *mut mbedtls_mpi,
    P: *mut mbedtls_mpi,
    Q: *mut mbedtls_mpi,
    D: *mut mbedtls_mpi,
    E: *mut mbedtls_mpi,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised key, and NULL or initialised numbers.
        unsafe {
            let wants_private = !(P.is_null() && Q.is_null() && D.is_null());
            if wants_private && !Numbers::of(ctx)?.is_private() {
                return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
            }
            for (from, to) in fields(ctx.cast_mut())?.into_iter().zip([N, P, Q, D, E]) {
                if !to.is_null() {
                    coded(mbedtls_mpi_copy(to, from))?;
                }
            }
        }
        Ok(())
    })
}

/// Writes numbers of a key as big-endian bytes, with zeros in front.
///
/// \param ctx  The key.
/// \param N,N_len,P,P_len,Q,Q_len,D,D_len,E,E_len  Where modulus, primes, private and public exponent go; NULL for those
/// that are not wanted.
///
/// \return  0, MBEDTLS_ERR_RSA_BAD_INPUT_DATA if private numbers are wanted that are not there, or
/// MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_export_raw(
    ctx: *const mbedtls_rsa_context,
    N: *mut c_uchar,
    N_len: usize,
    P: *mut c_uchar,
    P_len: usize,
    Q: *mut c_uchar,
    Q_len: usize,
    D: *mut c_uchar,
    D_len: usize,
    E: *mut c_uchar,
    E_len: usize,
) -> c_int {
    guarded(|| {
        let wanted = [(N, N_len), (P, P_len), (Q, Q_len), (D, D_len), (E, E_len)];
        // SAFETY: C passes NULL or an initialised key, and as much room as it says.
        unsafe {
            let wants_private = !(P.is_null() && Q.is_null() && D.is_null());
            if wants_private && !Numbers::of(ctx)?.is_private() {
                return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
            }
            for (from, (to, len)) in fields(ctx.cast_mut())?.into_iter().zip(wanted) {
                if !to.is_null() {
                    coded(mbedtls_mpi_write_binary(from, to, len))?;
                }
            }
        }
        Ok(())
    })
}

/// Copies the numbers out of a private key that speed it up.
///
/// \param ctx  The key.
/// \param DP,DQ,QP  Where D mod (P - 1), D mod (Q - 1) and the inverse of Q modulo P go; NULL for those that are not wanted.
///
/// \return  0, or an error of MBEDTLS_ERR_RSA_BAD_INPUT_DATA if it is no private key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_export_crt(
    ctx: *const mbedtls_rsa_context,
    DP: *mut mbedtls_mpi,
    DQ: *mut mbedtls_mpi,
    QP: *mut mbedtls_mpi,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised key, and NULL or initialised numbers.
        unsafe {
            if !Numbers::of(ctx)?.is_private() {
                return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
            }
            for (from, to) in crt_fields(ctx.cast_mut()).into_iter().zip([DP, DQ, QP]) {
                if !to.is_null() {
                    within(mbedtls_mpi_copy(to, from))?;
                }
            }
        }
        Ok(())
    })
}

/// Whether a key can be a public key.
///
/// \param ctx  The key.
///
/// \return  0, or MBEDTLS_ERR_RSA_KEY_CHECK_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_check_pubkey(ctx: *const mbedtls_rsa_context) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised key.
        unsafe { Numbers::of(ctx) }
            .and_then(|key| key.check_public())
            .map_err(failed)
    })
}

/// Whether a key is a private key whose numbers fit together. Whether its primes are primes is not looked at.
///
/// \param ctx  The key.
///
/// \return  0, or MBEDTLS_ERR_RSA_KEY_CHECK_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_check_privkey(ctx: *const mbedtls_rsa_context) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised key.
        unsafe { Numbers::of(ctx) }
            .and_then(|key| key.check_private())
            .map_err(failed)
    })
}

/// Whether a public and a private key belong together, and each is one.
///
/// \param pub_  The public key.
/// \param prv  The private key.
///
/// \return  0, or MBEDTLS_ERR_RSA_KEY_CHECK_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_check_pub_priv(
    pub_: *const mbedtls_rsa_context,
    prv: *const mbedtls_rsa_context,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or initialised keys.
        let (public, private) = unsafe { (Numbers::of(pub_).map_err(failed)?, Numbers::of(prv).map_err(failed)?) };
        public.check_public().map_err(failed)?;
        private.check_private().map_err(failed)?;
        if public.n.magnitude == private.n.magnitude && public.e.magnitude == private.e.magnitude {
            Ok(())
        } else {
            Err(MBEDTLS_ERR_RSA_KEY_CHECK_FAILED)
        }
    })
}

/// The numbers of a key, to compute with.
pub(super) struct Numbers {
    len: usize,
    pub(super) n: Value,
    pub(super) e: Value,
    d: Value,
    p: Value,
    q: Value,
    dp: Value,
    dq: Value,
    qp: Value,
}

impl Numbers {
    /// Reads a key. Fails for NULL.
    ///
    /// # Safety
    /// `ctx` is NULL or initialised.
    pub(super) unsafe fn of(ctx: *const mbedtls_rsa_context) -> Result<Self, c_int> {
        // SAFETY: as stated.
        unsafe {
            let key = ctx.as_ref().ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            Ok(Self {
                len: key.len,
                n: read(addr_of!(key.N))?,
                e: read(addr_of!(key.E))?,
                d: read(addr_of!(key.D))?,
                p: read(addr_of!(key.P))?,
                q: read(addr_of!(key.Q))?,
                dp: read(addr_of!(key.DP))?,
                dq: read(addr_of!(key.DQ))?,
                qp: read(addr_of!(key.QP))?,
            })
        }
    }

    /// Whether none of the numbers is 0 that a private key needs.
    fn is_private(&self) -> bool {
        [&self.n, &self.p, &self.q, &self.d, &self.e]
            .iter()
            .all(|value| !value.magnitude.is_zero())
    }

    /// Whether there is what the operations compute with: not whether it fits together.
    pub(super) fn check(&self, is_private: bool) -> Result<(), c_int> {
        let positive = |value: &Value| value.sign >= 0 && !value.magnitude.is_zero();
        let odd = |value: &Value| positive(value) && value.magnitude.is_odd();
        let size = self.n.magnitude.bits().div_ceil(8);
        let public = self.len == size && size <= MBEDTLS_MPI_MAX_SIZE as usize && odd(&self.n) && positive(&self.e);
        let private = || odd(&self.p) && odd(&self.q) && [&self.dp, &self.dq, &self.qp].into_iter().all(positive);
        if public && (!is_private || private()) {
            Ok(())
        } else {
            Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)
        }
    }

    /// [`mbedtls_rsa_check_pubkey`].
    fn check_public(&self) -> Result<(), c_int> {
        self.check(false)?;
        let (n, e) = (&self.n.magnitude, &self.e.magnitude);
        if n.bits() >= 128 && e.is_odd() && e.bits() >= 2 && e < n {
            Ok(())
        } else {
            Err(MBEDTLS_ERR_RSA_KEY_CHECK_FAILED)
        }
    }

    /// [`mbedtls_rsa_check_privkey`].
    pub(super) fn check_private(&self) -> Result<(), c_int> {
        self.check_public()?;
        self.check(true)?;
        self.fits()
            .filter(|fits| *fits)
            .map(drop)
            .ok_or(MBEDTLS_ERR_RSA_KEY_CHECK_FAILED)
    }

    /// Whether the numbers fit together; `None` if a prime is 1.
    fn fits(&self) -> Option<bool> {
        let one = Natural::from_limbs(&[1]);
        let [n, e, d, p, q] = [&self.n, &self.e, &self.d, &self.p, &self.q].map(|value| &value.magnitude);
        let [dp, dq, qp] = [&self.dp, &self.dq, &self.qp].map(|value| &value.magnitude);
        let (p1, q1) = (p.sub(&one)?, q.sub(&one)?);
        let rest = |number: &Natural, modulus: &Natural| number.div_rem(modulus).map(|(_, rest)| rest);
        let de = d.mul(e).sub(&one)?;
        let product = p.mul(q) == *n;
        let sizes = self.d.sign >= 0 && *d > one && d < n;
        let inverse = rest(&de, &p1)?.is_zero() && rest(&de, &q1)?.is_zero();
        let crt = rest(dp, &p1)? == rest(d, &p1)? && rest(dq, &q1)? == rest(d, &q1)?;
        let coefficient = rest(&qp.mul(q), p)?.is_one();
        Some(product && sizes && inverse && crt && coefficient)
    }
}

/// D out of the primes and E: its inverse modulo the least common multiple of P - 1 and Q - 1 (FIPS 186-4 B.3.1).
fn private_exponent(key: &Numbers) -> Result<Natural, c_int> {
    let one = Natural::from_limbs(&[1]);
    let (p, q, e) = (&key.p.magnitude, &key.q.magnitude, &key.e.magnitude);
    if key.p.sign < 0 || key.q.sign < 0 || p.is_one() || q.is_one() {
        return Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
    }
    let less_one = |number: &Natural| number.sub(&one).ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
    let (p1, q1) = (less_one(p)?, less_one(q)?);
    let (multiple, _) = p1
        .mul(&q1)
        .div_rem(&p1.gcd(&q1))
        .ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)?;
    e.invert(&multiple).ok_or(MBEDTLS_ERR_MPI_NOT_ACCEPTABLE)
}

/// D mod (P - 1), D mod (Q - 1), and the inverse of Q modulo P.
fn crt(key: &Numbers) -> Result<[Natural; 3], c_int> {
    let one = Natural::from_limbs(&[1]);
    let (p, q, d) = (&key.p.magnitude, &key.q.magnitude, &key.d.magnitude);
    let bad = MBEDTLS_ERR_RSA_BAD_INPUT_DATA + MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
    let less_one = |number: &Natural| {
        let rest = number.sub(&one).and_then(|modulus| d.div_rem(&modulus));
        rest.map(|(_, rest)| rest).ok_or(bad)
    };
    let inverse = q.invert(p);
    let inverse = inverse.ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA + MBEDTLS_ERR_MPI_NOT_ACCEPTABLE)?;
    Ok([less_one(p)?, less_one(q)?, inverse])
}

/// Puts the primes into a key that has N, E and D.
///
/// # Safety
/// `ctx` is initialised.
unsafe fn deduce_primes(ctx: *mut mbedtls_rsa_context, key: &Numbers) -> Result<(), c_int> {
    let bad = MBEDTLS_ERR_RSA_BAD_INPUT_DATA + MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
    let numbers = [&key.n, &key.e, &key.d];
    let fits = |value: &&Value| value.sign >= 0 && value.magnitude.bits() <= MBEDTLS_MPI_MAX_BITS as usize;
    let [n, e, d] = numbers.map(|value| &value.magnitude);
    if !numbers.iter().all(fits) {
        return Err(bad);
    }
    let (p, q) = Natural::rsa_primes(n, e, d).map_err(|_| bad)?;
    // SAFETY: as stated.
    unsafe {
        in_bad_input(put(addr_of_mut!((*ctx).P), 1, &p, 1))?;
        in_bad_input(put(addr_of_mut!((*ctx).Q), 1, &q, 1))
    }
}

/// Where a key has N, P, Q, D and E.
///
/// # Safety
/// `ctx` is NULL or points at a key.
unsafe fn fields(ctx: *mut mbedtls_rsa_context) -> Result<[*mut mbedtls_mpi; 5], c_int> {
    if ctx.is_null() {
        return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
    }
    // SAFETY: as stated.
    unsafe {
        Ok([
            addr_of_mut!((*ctx).N),
            addr_of_mut!((*ctx).P),
            addr_of_mut!((*ctx).Q),
            addr_of_mut!((*ctx).D),
            addr_of_mut!((*ctx).E),
        ])
    }
}

/// Where a key has DP, DQ and QP.
///
/// # Safety
/// `ctx` points at a key.
unsafe fn crt_fields(ctx: *mut mbedtls_rsa_context) -> [*mut mbedtls_mpi; 3] {
    // SAFETY: as stated.
    unsafe {
        [
            addr_of_mut!((*ctx).DP),
            addr_of_mut!((*ctx).DQ),
            addr_of_mut!((*ctx).QP),
        ]
    }
}

/// A code of another function as a result.
pub(super) fn coded(code: c_int) -> Result<(), c_int> {
    if code == 0 { Ok(()) } else { Err(code) }
}

/// A code of a number's function as one of bad input.
fn within(code: c_int) -> Result<(), c_int> {
    in_bad_input(coded(code))
}

/// An error of a number's function as one of bad input.
fn in_bad_input(result: Result<(), c_int>) -> Result<(), c_int> {
    result.map_err(|code| MBEDTLS_ERR_RSA_BAD_INPUT_DATA + code)
}

/// Every error of a check is the same.
fn failed(_: c_int) -> c_int {
    MBEDTLS_ERR_RSA_KEY_CHECK_FAILED
}

#[cfg(test)]
#[allow(clippy::undocumented_unsafe_blocks, reason = "tests call what they test")]
mod tests {
    use super::*;
    use crate::capi::bignum::{mbedtls_mpi_free, mbedtls_mpi_set_bit};
    use crate::capi::rsa::{mbedtls_rsa_free, mbedtls_rsa_init};
    use core::ptr::null;
    use std::time::{Duration, Instant};

    /// 2^(`bits` - 1) + 1.
    fn long(bits: usize) -> mbedtls_mpi {
        let mut number = mbedtls_mpi {
            p: core::ptr::null_mut(),
            s: 1,
            n: 0,
        };
        for bit in [bits - 1, 0] {
            assert_eq!(unsafe { mbedtls_mpi_set_bit(&mut number, bit, 1) }, 0);
        }
        number
    }

    #[test]
    fn the_longest_primes_are_refused_at_once() {
        let start = Instant::now();
        let [mut n, mut p, mut q, mut e] = [1024, 640_000, 639_999, 17].map(long);
        for given in [null(), &raw const n] {
            unsafe {
                let mut key = core::mem::zeroed();
                mbedtls_rsa_init(&mut key);
                assert_eq!(mbedtls_rsa_import(&mut key, given, &p, &q, null(), &e), 0);
                let cause = if given.is_null() {
                    MBEDTLS_ERR_MPI_ALLOC_FAILED
                } else {
                    0
                };
                assert_eq!(mbedtls_rsa_complete(&mut key), MBEDTLS_ERR_RSA_BAD_INPUT_DATA + cause);
                mbedtls_rsa_free(&mut key);
            }
        }
        for number in [&mut n, &mut p, &mut q, &mut e] {
            unsafe { mbedtls_mpi_free(number) };
        }
        assert!(start.elapsed() < Duration::from_secs(20));
    }
}

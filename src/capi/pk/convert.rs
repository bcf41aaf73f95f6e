//! From the C structs of RSA and elliptic curve keys to the keys that sign and verify. The C structs are the truth:
//! programs fill and change them themselves.

use std::ffi::c_int;
use std::sync::Arc;

use crate::capi::bignum::{magnitude, mbedtls_mpi, mbedtls_mpi_uint};
use crate::capi::ecp::groups::curve_of;
use crate::capi::ecp::{
    MBEDTLS_ERR_ECP_BAD_INPUT_DATA, MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE, mbedtls_ecp_group_id, mbedtls_ecp_keypair,
    mbedtls_ecp_point,
};
use crate::capi::ptr::enum_value;
use crate::capi::rsa::{MBEDTLS_ERR_RSA_BAD_INPUT_DATA, mbedtls_rsa_context};
use crate::crypto::RsaComponents;
use crate::crypto::ec::Curve;
use crate::crypto::sign::{RsaUse, SigningKey};
use crate::crypto::verify::PublicKey;

/// The forms of a key that the library works with.
#[derive(Default, Clone)]
pub(in crate::capi) struct Keys {
    /// The public half.
    pub public: Option<Arc<PublicKey>>,
    /// The private key.
    pub private: Option<Arc<SigningKey>>,
    /// What an RSA key may sign: its C struct does not say.
    pub rsa: RsaUse,
}

/// The keys that an RSA context holds: none if it has no modulus or no public exponent, a public one without private
/// numbers or with some that do not fit. Private numbers that are not there are worked out from the others.
///
/// Errors: `MBEDTLS_ERR_RSA_BAD_INPUT_DATA` if the public numbers are no RSA key's (see [`PublicKey::rsa`]).
///
/// # Safety
/// The context is initialised, and nobody changes it meanwhile.
pub(in crate::capi) unsafe fn rsa_keys(context: &mbedtls_rsa_context) -> Result<Keys, c_int> {
    // SAFETY: the numbers are initialised.
    let [n, e, d, p, q, dp, dq, qinv] = unsafe {
        [
            magnitude(&context.N),
            magnitude(&context.E),
            magnitude(&context.D),
            magnitude(&context.P),
            magnitude(&context.Q),
            magnitude(&context.DP),
            magnitude(&context.DQ),
            magnitude(&context.QP),
        ]
    };
    if n.is_empty() || e.is_empty() {
        return Ok(Keys::default());
    }
    if context.N.s < 0 || context.E.s < 0 {
        return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
    }
    let public = PublicKey::rsa(&n, &e).map_err(|_| MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
    let primes = (!p.is_empty() && !q.is_empty()).then_some((p.as_slice(), q.as_slice()));
    let has_all = [&d, &p, &q, &dp, &dq, &qinv].iter().all(|number| !number.is_empty());
    let given = has_all.then(|| {
        SigningKey::rsa(RsaComponents {
            n: n.to_vec(),
            e: e.to_vec(),
            d: d.to_vec(),
            p: p.to_vec(),
            q: q.to_vec(),
            dp: dp.to_vec(),
            dq: dq.to_vec(),
            qinv: qinv.to_vec(),
        })
    });
    let private = given.and_then(Result::ok).or_else(|| {
        let d = (!d.is_empty()).then_some(d.as_slice());
        if d.is_none() && primes.is_none() {
            return None;
        }
        let numbers = RsaComponents::complete(Some(&n), &e, d, primes).ok()?;
        SigningKey::rsa(numbers).ok()
    });
    Ok(Keys {
        public: Some(Arc::new(public)),
        private: private.map(Arc::new),
        rsa: RsaUse::Any,
    })
}

/// The keys that a key pair holds: none without a curve or without numbers, a public one without a private value. Of a
/// private value alone the public point is worked out.
///
/// Errors: `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that signs nothing here, `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` if the
/// numbers are no key of the curve.
///
/// # Safety
/// The key pair is initialised, and nobody changes it meanwhile.
pub(in crate::capi) unsafe fn ec_keys(pair: &mbedtls_ecp_keypair) -> Result<Keys, c_int> {
    let curve = match enum_value(pair.grp.id) {
        Some(mbedtls_ecp_group_id::MBEDTLS_ECP_DP_NONE) => return Ok(Keys::default()),
        Some(id) => curve_of(id).ok_or(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE)?,
        None => return Err(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE),
    };
    const INVALID: c_int = MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
    // SAFETY: the numbers are initialised.
    let (scalar, point) = unsafe { (magnitude(&pair.d), point(curve, &pair.Q)?) };
    let private = match scalar.as_slice() {
        [] => None,
        _ if pair.d.s < 0 => return Err(INVALID),
        scalar => Some(Arc::new(SigningKey::ec(curve, scalar).map_err(|_| INVALID)?)),
    };
    let public = match (point, &private) {
        (Some(point), _) => Some(PublicKey::ec(curve, &point).map_err(|_| INVALID)?),
        (None, Some(private)) => Some(private.public_key().clone()),
        (None, None) => None,
    };
    Ok(Keys {
        public: public.map(Arc::new),
        private,
        rsa: RsaUse::Any,
    })
}

/// A point, uncompressed (SEC 1 section 2.3.3); `None` for the point at infinity, which a point is that was never set.
///
/// # Safety
/// The point is initialised.
unsafe fn point(curve: Curve, point: &mbedtls_ecp_point) -> Result<Option<Vec<u8>>, c_int> {
    // SAFETY: the numbers are initialised.
    let (x, y, z) = unsafe { (magnitude(&point.X), magnitude(&point.Y), magnitude(&point.Z)) };
    let len = curve.field_len();
    match z.as_slice() {
        [] => return Ok(None),
        [1] if x.len() <= len && y.len() <= len && point.X.s >= 0 && point.Y.s >= 0 => {}
        _ => return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA),
    }
    let mut out = vec![4];
    for coordinate in [x, y] {
        out.resize(out.len() + len - coordinate.len(), 0);
        out.extend_from_slice(&coordinate);
    }
    Ok(Some(out))
}

/// The number of a curve in C.
pub(in crate::capi) const fn id_of(curve: Curve) -> mbedtls_ecp_group_id {
    match curve {
        Curve::P256 => mbedtls_ecp_group_id::MBEDTLS_ECP_DP_SECP256R1,
        Curve::P384 => mbedtls_ecp_group_id::MBEDTLS_ECP_DP_SECP384R1,
        Curve::P521 => mbedtls_ecp_group_id::MBEDTLS_ECP_DP_SECP521R1,
        Curve::Secp256k1 => mbedtls_ecp_group_id::MBEDTLS_ECP_DP_SECP256K1,
        Curve::BrainpoolP256r1 => mbedtls_ecp_group_id::MBEDTLS_ECP_DP_BP256R1,
        Curve::BrainpoolP384r1 => mbedtls_ecp_group_id::MBEDTLS_ECP_DP_BP384R1,
    }
}

/// Whether an RSA context still holds the keys that were made of it. Nothing is allocated, and what differs in private
/// numbers is not told by the time it takes.
///
/// # Safety
/// The context is initialised, and nobody changes it meanwhile.
pub(in crate::capi) unsafe fn is_rsa(context: &mbedtls_rsa_context, keys: &Keys) -> bool {
    // SAFETY: the numbers are initialised.
    unsafe {
        let Some(PublicKey::Rsa { n, e }) = keys.public.as_deref() else {
            return false;
        };
        if !holds(&context.N, n) || !holds(&context.E, e) {
            return false;
        }
        let private = [
            &context.D,
            &context.P,
            &context.Q,
            &context.DP,
            &context.DQ,
            &context.QP,
        ];
        match keys.private.as_deref().and_then(SigningKey::rsa_components) {
            None => private.into_iter().all(|number| is_zero(number)),
            Some(numbers) => {
                let made = [
                    &numbers.d,
                    &numbers.p,
                    &numbers.q,
                    &numbers.dp,
                    &numbers.dq,
                    &numbers.qinv,
                ];
                let has_enough = !is_zero(&context.D) || !is_zero(&context.P);
                // What was not there was worked out.
                let same = |(number, made): (&mbedtls_mpi, &Vec<u8>)| is_zero(number) || holds(number, made);
                has_enough && private.into_iter().zip(made).all(same)
            }
        }
    }
}

/// As [`is_rsa`], for a key pair.
///
/// # Safety
/// The key pair is initialised, and nobody changes it meanwhile.
pub(in crate::capi) unsafe fn is_ec(pair: &mbedtls_ecp_keypair, keys: &Keys) -> bool {
    let Some(PublicKey::Ec { curve, point }) = keys.public.as_deref() else {
        return false;
    };
    if enum_value(pair.grp.id) != Some(id_of(*curve)) {
        return false;
    }
    let coordinates = point.get(1..).unwrap_or_default();
    let (x, y) = coordinates.split_at(coordinates.len() / 2);
    // SAFETY: the numbers are initialised.
    unsafe {
        let is_derived = keys.private.is_some() && is_zero(&pair.Q.Z);
        let is_same = || holds(&pair.Q.Z, &[1]) && holds(&pair.Q.X, x) && holds(&pair.Q.Y, y);
        if !is_derived && !is_same() {
            return false;
        }
        match keys.private.as_deref().and_then(SigningKey::ec_scalar) {
            None => is_zero(&pair.d),
            Some(scalar) => holds(&pair.d, &scalar),
        }
    }
}

/// How many bits the number has, without its sign.
///
/// # Safety
/// `number` is initialised.
pub(in crate::capi) unsafe fn bit_len(number: &mbedtls_mpi) -> usize {
    // SAFETY: as stated.
    let limbs = unsafe { limbs(number) };
    let (at, top) = match limbs.iter().rposition(|limb| *limb != 0) {
        Some(at) => (at, limbs.get(at).copied().unwrap_or_default()),
        None => return 0,
    };
    let bits = mbedtls_mpi_uint::BITS - top.leading_zeros();
    at * 8 * size_of::<mbedtls_mpi_uint>() + usize::try_from(bits).unwrap_or_default()
}

/// Whether the number is 0 (or was never set).
///
/// # Safety
/// `number` is initialised.
unsafe fn is_zero(number: &mbedtls_mpi) -> bool {
    // SAFETY: as stated.
    unsafe { limbs(number) }.iter().fold(0, |all, limb| all | limb) == 0
}

/// Whether the number is this one, given big-endian. The time depends on lengths alone.
///
/// # Safety
/// `number` is initialised.
unsafe fn holds(number: &mbedtls_mpi, big_endian: &[u8]) -> bool {
    const LIMB: usize = size_of::<mbedtls_mpi_uint>();
    // SAFETY: as stated.
    let limbs = unsafe { limbs(number) };
    let limb_of = |chunk: &[u8]| {
        chunk
            .iter()
            .fold(0, |value, byte| value << 8 | mbedtls_mpi_uint::from(*byte))
    };
    let mut wanted = big_endian.rchunks(LIMB);
    let mut difference = 0;
    for limb in limbs {
        let wanted = wanted.next().map_or(0, |chunk| match chunk.try_into() {
            Ok(whole) => mbedtls_mpi_uint::from_be_bytes(whole),
            Err(_) => limb_of(chunk),
        });
        difference |= limb ^ wanted;
    }
    for rest in wanted {
        difference |= limb_of(rest);
    }
    number.s >= 0 && difference == 0
}

/// # Safety
/// `number` is initialised: `p` is NULL or points to `n` limbs; nobody changes them while the slice lives.
unsafe fn limbs(number: &mbedtls_mpi) -> &[mbedtls_mpi_uint] {
    if number.p.is_null() {
        return &[];
    }
    // SAFETY: as stated.
    unsafe { core::slice::from_raw_parts(number.p, usize::from(number.n)) }
}

//! Which curves there are, and groups filled with their numbers.

use core::ffi::{CStr, c_char, c_int};
use core::mem::MaybeUninit;

use super::mbedtls_ecp_curve_type::{self, *};
use super::mbedtls_ecp_group_id::{self, *};
use super::numbers::{EMPTY, are_equal, clear};
use super::parameters::{self, Limbs, Parameters};
use super::points::EMPTY_POINT;
use super::{
    MBEDTLS_ERR_ECP_BAD_INPUT_DATA, MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE, mbedtls_ecp_curve_info, mbedtls_ecp_group,
    mbedtls_ecp_point,
};
use crate::capi::bignum::mbedtls_mpi;
use crate::capi::guard::guard;
use crate::capi::ptr::{c_str, enum_number, enum_value, store, zero};
use crate::crypto::ec::Curve;

/// `reserved1` of a group whose numbers are constants of the library (the cofactor 1 in 3.6, which tells the same): they
/// are neither written nor freed.
const CONSTANT: usize = 1;

/// A group without a curve.
pub(in crate::capi) const EMPTY_GROUP: mbedtls_ecp_group = mbedtls_ecp_group {
    id: MaybeUninit::new(MBEDTLS_ECP_DP_NONE),
    P: EMPTY,
    A: EMPTY,
    B: EMPTY,
    G: EMPTY_POINT,
    N: EMPTY,
    pbits: 0,
    nbits: 0,
    reserved1: 0,
    inner: core::ptr::null_mut(),
    reserved2: [0; 5],
};

/// The list that C walks.
#[repr(transparent)]
struct Infos([mbedtls_ecp_curve_info; 9]);

// SAFETY: the names are constants.
unsafe impl Sync for Infos {}

/// One entry of the list.
const fn info(grp_id: mbedtls_ecp_group_id, tls_id: u16, bit_size: u16, name: &'static CStr) -> mbedtls_ecp_curve_info {
    mbedtls_ecp_curve_info {
        grp_id,
        tls_id,
        bit_size,
        name: name.as_ptr(),
    }
}

/// The curves in the order of 3.6: large ones first, then the faster ones.
static INFOS: Infos = Infos([
    info(MBEDTLS_ECP_DP_SECP521R1, 25, 521, c"secp521r1"),
    info(MBEDTLS_ECP_DP_SECP384R1, 24, 384, c"secp384r1"),
    info(MBEDTLS_ECP_DP_BP384R1, 27, 384, c"brainpoolP384r1"),
    info(MBEDTLS_ECP_DP_SECP256R1, 23, 256, c"secp256r1"),
    info(MBEDTLS_ECP_DP_SECP256K1, 22, 256, c"secp256k1"),
    info(MBEDTLS_ECP_DP_BP256R1, 26, 256, c"brainpoolP256r1"),
    info(MBEDTLS_ECP_DP_CURVE25519, 29, 256, c"x25519"),
    info(MBEDTLS_ECP_DP_CURVE448, 30, 448, c"x448"),
    mbedtls_ecp_curve_info {
        grp_id: MBEDTLS_ECP_DP_NONE,
        tls_id: 0,
        bit_size: 0,
        name: core::ptr::null(),
    },
]);

/// The same, numbers alone.
static IDS: [mbedtls_ecp_group_id; 9] = [
    MBEDTLS_ECP_DP_SECP521R1,
    MBEDTLS_ECP_DP_SECP384R1,
    MBEDTLS_ECP_DP_BP384R1,
    MBEDTLS_ECP_DP_SECP256R1,
    MBEDTLS_ECP_DP_SECP256K1,
    MBEDTLS_ECP_DP_BP256R1,
    MBEDTLS_ECP_DP_CURVE25519,
    MBEDTLS_ECP_DP_CURVE448,
    MBEDTLS_ECP_DP_NONE,
];

/// The entry for which this holds, the last one (no curve) apart.
fn find(wanted: impl Fn(&mbedtls_ecp_curve_info) -> bool) -> Option<&'static mbedtls_ecp_curve_info> {
    let (_, infos) = INFOS.0.split_last()?;
    infos.iter().find(|info| wanted(info))
}

/// The entry of a number in TLS.
pub(super) fn by_tls_id(tls_id: u16) -> Option<&'static mbedtls_ecp_curve_info> {
    find(|info| info.tls_id == tls_id)
}

/// The entry of a number in C.
pub(super) fn by_id(id: MaybeUninit<mbedtls_ecp_group_id>) -> Option<&'static mbedtls_ecp_curve_info> {
    find(|info| Some(info.grp_id) == enum_value(id))
}

/// What an entry is to C.
fn to_c(info: Option<&'static mbedtls_ecp_curve_info>) -> *const mbedtls_ecp_curve_info {
    info.map_or(core::ptr::null(), core::ptr::from_ref)
}

/// What can be done with the points of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::capi) enum Kind {
    /// Nothing was loaded.
    None,
    /// y^2 = x^3 + a x + b; the curve, if it is one of ours.
    Short(Option<Curve>),
    /// Curve25519.
    X25519,
    /// Curve448.
    X448,
    /// By its looks like Curve25519, but none of ours.
    OtherMontgomery,
}

/// What a group is. A program may fill a group itself: its numbers count, not what it calls itself.
///
/// DEVIATION: 3.6 computes on any curve that a program describes; here only on those that can be loaded.
///
/// # Safety
/// `group` is NULL or initialised.
pub(in crate::capi) unsafe fn kind(group: *const mbedtls_ecp_group) -> Kind {
    // SAFETY: as stated.
    unsafe {
        let Some(group) = group.as_ref() else { return Kind::None };
        if group.G.X.p.is_null() {
            return Kind::None;
        }
        let is_short = !group.G.Y.p.is_null();
        let ours = parameters(group.id).filter(|parameters| is(group, parameters));
        match ours.map(|parameters| parameters.id) {
            Some(MBEDTLS_ECP_DP_CURVE25519) => Kind::X25519,
            Some(MBEDTLS_ECP_DP_CURVE448) => Kind::X448,
            Some(id) => Kind::Short(curve_of(id)),
            None if is_short => Kind::Short(None),
            None => Kind::OtherMontgomery,
        }
    }
}

/// The numbers of a curve.
fn parameters(id: MaybeUninit<mbedtls_ecp_group_id>) -> Option<&'static Parameters> {
    let id = enum_value(id)?;
    parameters::ALL.iter().find(|parameters| parameters.id == id)
}

/// Whether a group holds these numbers.
///
/// # Safety
/// The group is initialised.
unsafe fn is(group: &mbedtls_ecp_group, parameters: &Parameters) -> bool {
    // SAFETY: as stated.
    let same = |number: &mbedtls_mpi, limbs: Option<Limbs>| unsafe {
        limbs.is_some_and(|limbs| core::ptr::eq(number.p, limbs.as_ptr())) || are_equal(number, &constant(limbs))
    };
    same(&group.P, Some(parameters.p))
        && same(&group.A, parameters.a)
        && same(&group.B, parameters.b)
        && same(&group.G.X, Some(parameters.x))
        && same(&group.G.Y, parameters.y)
        && same(&group.N, Some(parameters.n))
}

/// A number that is a constant.
fn constant(limbs: Option<Limbs>) -> mbedtls_mpi {
    match limbs.and_then(|limbs| Some((limbs, limbs.len().try_into().ok()?))) {
        // Nobody writes there: a program that changes a constant fails with 3.6 too.
        Some((limbs, n)) => mbedtls_mpi {
            p: limbs.as_ptr().cast_mut(),
            s: 1,
            n,
        },
        None => EMPTY,
    }
}

/// Frees what a group holds and fills it with a curve.
///
/// # Safety
/// `group` is NULL or initialised, and nobody else uses it.
pub(in crate::capi) unsafe fn load(group: *mut mbedtls_ecp_group, id: MaybeUninit<mbedtls_ecp_group_id>) -> c_int {
    // SAFETY: as stated.
    unsafe {
        release(group);
        let Some(group) = group.as_mut() else {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        };
        let Some(parameters) = parameters(id) else {
            return MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE;
        };
        *group = mbedtls_ecp_group {
            id: MaybeUninit::new(parameters.id),
            P: constant(Some(parameters.p)),
            A: constant(parameters.a),
            B: constant(parameters.b),
            G: mbedtls_ecp_point {
                X: constant(Some(parameters.x)),
                Y: constant(parameters.y),
                Z: constant(Some(parameters::ONE)),
            },
            N: constant(Some(parameters.n)),
            pbits: parameters.pbits,
            nbits: parameters.nbits,
            reserved1: CONSTANT,
            inner: core::ptr::null_mut(),
            reserved2: [0; 5],
        };
    }
    0
}

/// Frees what a group holds and empties it.
///
/// # Safety
/// `group` is NULL or initialised, and nobody else uses it.
pub(in crate::capi) unsafe fn release(group: *mut mbedtls_ecp_group) {
    // SAFETY: as stated.
    unsafe {
        if let Some(group) = group.as_mut().filter(|group| group.reserved1 != CONSTANT) {
            for number in [
                &mut group.P,
                &mut group.A,
                &mut group.B,
                &mut group.G.X,
                &mut group.G.Y,
                &mut group.G.Z,
                &mut group.N,
            ] {
                clear(number);
            }
        }
        zero(group);
    }
}

/// Lists the curves, large ones first.
///
/// \return  A list that ends with an entry whose `grp_id` is `MBEDTLS_ECP_DP_NONE`.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ecp_curve_list() -> *const mbedtls_ecp_curve_info {
    INFOS.0.as_ptr()
}

/// Lists the numbers of the curves, large ones first.
///
/// \return  A list that ends with `MBEDTLS_ECP_DP_NONE`.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ecp_grp_id_list() -> *const mbedtls_ecp_group_id {
    IDS.as_ptr()
}

/// Looks a curve up by its number.
///
/// \param grp_id  The number.
/// \return        Its entry in mbedtls_ecp_curve_list(); NULL if the curve is not offered.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ecp_curve_info_from_grp_id(
    grp_id: MaybeUninit<mbedtls_ecp_group_id>,
) -> *const mbedtls_ecp_curve_info {
    guard(core::ptr::null(), || to_c(by_id(grp_id)))
}

/// Looks a curve up by its number in TLS.
///
/// \param tls_id  The number.
/// \return        Its entry in mbedtls_ecp_curve_list(); NULL if the curve is not offered.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ecp_curve_info_from_tls_id(tls_id: u16) -> *const mbedtls_ecp_curve_info {
    guard(core::ptr::null(), || to_c(by_tls_id(tls_id)))
}

/// Looks a curve up by its name.
///
/// \param name  The name, such as "secp256r1".
/// \return      Its entry in mbedtls_ecp_curve_list(); NULL if the curve is not offered, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_curve_info_from_name(name: *const c_char) -> *const mbedtls_ecp_curve_info {
    guard(core::ptr::null(), || {
        // SAFETY: `name` is NULL or a string; so is each name of the list.
        let name = unsafe { c_str(name) };
        // SAFETY: each name of the list is a constant.
        to_c(name.and_then(|name| find(|info| unsafe { c_str(info.name) } == Some(name))))
    })
}

/// Tells of which form a curve is.
///
/// \param grp  The group.
/// \return     The form; `MBEDTLS_ECP_TYPE_NONE` for a group without a curve, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_get_type(grp: *const mbedtls_ecp_group) -> mbedtls_ecp_curve_type {
    // SAFETY: `grp` is NULL or initialised.
    guard(MBEDTLS_ECP_TYPE_NONE, || match unsafe { kind(grp) } {
        Kind::None => MBEDTLS_ECP_TYPE_NONE,
        Kind::Short(_) => MBEDTLS_ECP_TYPE_SHORT_WEIERSTRASS,
        Kind::X25519 | Kind::X448 | Kind::OtherMontgomery => MBEDTLS_ECP_TYPE_MONTGOMERY,
    })
}

/// Initialises a group.
///
/// \param grp  The group; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_group_init(grp: *mut mbedtls_ecp_group) {
    // SAFETY: `grp` is NULL or points to memory for one group.
    guard((), || unsafe { store(grp, EMPTY_GROUP) });
}

/// Frees a group and empties it.
///
/// \param grp  The group; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_group_free(grp: *mut mbedtls_ecp_group) {
    // SAFETY: `grp` is NULL or initialised, and nobody else uses it.
    guard((), || unsafe { release(grp) });
}

/// Fills a group with a curve, after freeing what it held.
///
/// \param grp  The group. Its numbers are constants: a program may read and copy them, but not change or free them.
/// \param id   The curve.
///
/// \return  0, or `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that is not offered; the group is then empty.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_group_load(
    grp: *mut mbedtls_ecp_group,
    id: MaybeUninit<mbedtls_ecp_group_id>,
) -> c_int {
    guard(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE, || {
        // SAFETY: `grp` is NULL or initialised, and nobody else uses it.
        unsafe { load(grp, id) }
    })
}

/// Fills a group with the curve of another one.
///
/// \param dst  The group to fill.
/// \param src  The group with the curve.
///
/// \return  As mbedtls_ecp_group_load().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_group_copy(dst: *mut mbedtls_ecp_group, src: *const mbedtls_ecp_group) -> c_int {
    guard(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE, || {
        // SAFETY: both are NULL or initialised; they may be the same, hence the copy.
        unsafe {
            match src.as_ref().map(|src| src.id) {
                Some(id) => load(dst, id),
                None => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
            }
        }
    })
}

/// Tells whether coefficient A of a curve is -3, which is then not stored.
///
/// \param grp  The group.
/// \return     1 if it is (also of an empty group, as in 3.6), 0 if not, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_group_a_is_minus_3(grp: *const mbedtls_ecp_group) -> c_int {
    guard(0, || {
        // SAFETY: `grp` is NULL or initialised.
        c_int::from(unsafe { grp.as_ref() }.is_some_and(|grp| grp.A.p.is_null()))
    })
}

/// The number that a group calls itself by.
///
/// # Safety
/// `group` is NULL or initialised.
pub(in crate::capi) unsafe fn id_number(group: *const mbedtls_ecp_group) -> c_int {
    // SAFETY: as stated.
    unsafe { group.as_ref() }.map_or(0, |group| enum_number(group.id))
}

/// The curve that a number of C's stands for, if it is one that signs here.
pub(in crate::capi) const fn curve_of(id: mbedtls_ecp_group_id) -> Option<Curve> {
    match id {
        mbedtls_ecp_group_id::MBEDTLS_ECP_DP_SECP256R1 => Some(Curve::P256),
        mbedtls_ecp_group_id::MBEDTLS_ECP_DP_SECP384R1 => Some(Curve::P384),
        mbedtls_ecp_group_id::MBEDTLS_ECP_DP_SECP521R1 => Some(Curve::P521),
        mbedtls_ecp_group_id::MBEDTLS_ECP_DP_SECP256K1 => Some(Curve::Secp256k1),
        mbedtls_ecp_group_id::MBEDTLS_ECP_DP_BP256R1 => Some(Curve::BrainpoolP256r1),
        mbedtls_ecp_group_id::MBEDTLS_ECP_DP_BP384R1 => Some(Curve::BrainpoolP384r1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::ec::weierstrass;

    /// Big-endian, as long as the field.
    fn bytes(limbs: Limbs, len: usize) -> Vec<u8> {
        let mut all: Vec<u8> = limbs.iter().flat_map(|limb| limb.to_le_bytes()).collect();
        all.resize(len, 0);
        all.reverse();
        all
    }

    #[test]
    fn the_numbers_are_those_of_the_crates() {
        for parameters in parameters::ALL {
            let Some(curve) = curve_of(parameters.id) else {
                continue;
            };
            let len = curve.field_len();
            let mut one = vec![0; len];
            one[len - 1] = 1;
            let y = parameters.y.expect("a curve in short form has it");
            let base = [vec![4], bytes(parameters.x, len), bytes(y, len)].concat();
            assert_eq!(weierstrass::public_point(curve, &one), Ok(base));
            let mut order = bytes(parameters.n, len);
            assert!(!weierstrass::is_private(curve, &order));
            order[len - 1] -= 1;
            assert!(weierstrass::is_private(curve, &order));
            assert_eq!(parameters.pbits, curve.bits());
        }
    }

    #[test]
    fn lists_agree() {
        for (info, id) in INFOS.0.iter().zip(IDS) {
            assert_eq!(info.grp_id, id);
            assert_eq!(parameters(MaybeUninit::new(id)).is_some(), id != MBEDTLS_ECP_DP_NONE);
        }
    }
}

//! The numbers of a key, for debug output.

use std::ffi::c_int;
use std::ptr;

use super::object::{Held, held, info};
use super::{
    MBEDTLS_ERR_PK_BAD_INPUT_DATA, MBEDTLS_ERR_PK_TYPE_MISMATCH, mbedtls_pk_context, mbedtls_pk_debug_item,
    mbedtls_pk_debug_type,
};
use crate::capi::guard::guard;

/// Lists the public numbers of a key: `rsa.N` and `rsa.E`, or `eckey.Q`.
///
/// \param ctx    The context.
/// \param items  Where to put up to `MBEDTLS_PK_DEBUG_MAX_ITEMS` items, all zero before; they point into the key.
///
/// \return  0; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL or an empty context; `MBEDTLS_ERR_PK_TYPE_MISMATCH` for a key
///          without numbers to show.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_debug(ctx: *const mbedtls_pk_context, items: *mut mbedtls_pk_debug_item) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: `ctx` is NULL or initialised.
        let Some(ctx) = (unsafe { ctx.as_ref() }).filter(|ctx| info(ctx).is_some() && !items.is_null()) else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        let mpi = mbedtls_pk_debug_type::MBEDTLS_PK_DEBUG_MPI;
        let point = mbedtls_pk_debug_type::MBEDTLS_PK_DEBUG_ECP;
        // SAFETY: `ctx` is initialised; `items` has room for all items that there may be.
        unsafe {
            let shown = match held(ctx) {
                Some(Held::Rsa(rsa)) => vec![
                    (mpi, c"rsa.N", ptr::from_ref(&rsa.context.N).cast_mut().cast()),
                    (mpi, c"rsa.E", ptr::from_ref(&rsa.context.E).cast_mut().cast()),
                ],
                Some(Held::Ec(ec)) => vec![(point, c"eckey.Q", ptr::from_ref(&ec.pair.Q).cast_mut().cast())],
                _ => return MBEDTLS_ERR_PK_TYPE_MISMATCH,
            };
            for (at, (type_, name, value)) in shown.into_iter().enumerate() {
                items.add(at).write(mbedtls_pk_debug_item {
                    type_,
                    name: name.as_ptr(),
                    value,
                });
            }
        }
        0
    })
}

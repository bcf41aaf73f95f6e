//! The peer's certificates, which stay with the session.

use std::ffi::c_int;
use std::ptr;

use super::names::*;
use super::session::{chain_ders, free_chain, parse_chain};
use crate::capi::x509_crt::{mbedtls_x509_crt, object};

/// The version of the format in which sessions are saved with certificates.
pub(super) const FORMAT: u8 = 1;

/// What programs see of them.
pub(super) fn of(session: &mbedtls_ssl_session) -> *const mbedtls_x509_crt {
    session.peer_cert
}

/// The peer has shown some.
pub(super) fn is_there(session: &mbedtls_ssl_session) -> bool {
    !session.peer_cert.is_null()
}

/// The peer's own is this one, in DER.
///
/// # Safety
/// `peer_cert` of the session is NULL or a chain.
#[cfg(feature = "tls12")]
pub(super) unsafe fn is_leaf(session: &mbedtls_ssl_session, der: &[u8]) -> bool {
    // SAFETY: as stated; `raw` holds `len` bytes.
    unsafe {
        session
            .peer_cert
            .as_ref()
            .and_then(|crt| crate::capi::ptr::bytes(crt.raw.p, crt.raw.len))
            == Some(der)
    }
}

/// Keeps `chain`, which becomes the session's, in place of what it has.
///
/// # Safety
/// `chain`, and `peer_cert` of the session, are NULL or came from [`parse_chain`].
pub(super) unsafe fn keep(session: &mut mbedtls_ssl_session, chain: *mut mbedtls_x509_crt) {
    let old = std::mem::replace(&mut session.peer_cert, chain);
    // SAFETY: as stated.
    unsafe { free_chain(old) };
}

/// Moves what `from` has into `session`, which has nothing.
pub(super) fn take_over(session: &mut mbedtls_ssl_session, from: &mut mbedtls_ssl_session) {
    session.peer_cert = std::mem::replace(&mut from.peer_cert, ptr::null_mut());
}

/// The chain once more, for another holder: sessions never change their chains, and a copy would have to be parsed again.
/// NULL for NULL.
///
/// # Safety
/// `chain` is NULL or came from [`parse_chain`].
unsafe fn same_chain(chain: *mut mbedtls_x509_crt) -> Result<*mut mbedtls_x509_crt, c_int> {
    // SAFETY: as stated.
    if chain.is_null() || unsafe { object::share(chain) } {
        return Ok(chain);
    }
    // SAFETY: as stated.
    parse_chain(&unsafe { chain_ders(chain) })
}

/// Gives `session`, which has nothing, the same as `from` has.
///
/// # Safety
/// `peer_cert` of `from` is NULL or came from [`parse_chain`].
pub(super) unsafe fn copy(session: &mut mbedtls_ssl_session, from: &mbedtls_ssl_session) -> Result<(), c_int> {
    // SAFETY: as stated.
    session.peer_cert = unsafe { same_chain(from.peer_cert) }?;
    Ok(())
}

/// Gives `session`, which has nothing and goes into a ticket, what `from` has or, without one, `chain`.
///
/// # Safety
/// `chain`, and `peer_cert` of `from`, are NULL or came from [`parse_chain`].
pub(super) unsafe fn put_for_ticket(
    session: &mut mbedtls_ssl_session,
    from: Option<&mbedtls_ssl_session>,
    chain: *mut mbedtls_x509_crt,
) -> Result<(), c_int> {
    /// A chain of more bytes than these would make too long a ticket: then the leaf alone goes into it.
    const MAX_CHAIN: usize = 8192;
    // SAFETY: as stated.
    unsafe {
        let chain = from.map_or(chain, |from| from.peer_cert);
        let mut ders = chain_ders(chain);
        session.peer_cert = if ders.iter().map(Vec::len).sum::<usize>() > MAX_CHAIN {
            ders.truncate(1);
            parse_chain(&ders)
        } else {
            same_chain(chain)
        }?;
    }
    Ok(())
}

/// What is saved of them: each in DER, leaf first.
///
/// # Safety
/// `peer_cert` of the session is NULL or a chain.
pub(super) unsafe fn saved(session: &mbedtls_ssl_session) -> Vec<Vec<u8>> {
    // SAFETY: as stated.
    unsafe { chain_ders(session.peer_cert) }
}

/// Gives `session`, which has nothing, what was saved.
pub(super) fn restore(session: &mut mbedtls_ssl_session, saved: &[Vec<u8>]) -> Result<(), c_int> {
    if !saved.is_empty() {
        session.peer_cert = parse_chain(saved)?;
    }
    Ok(())
}

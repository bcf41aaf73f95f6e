//! In place of the peer's certificates where the option `keep-peer-certificate` is off: a digest of the peer's own, by which it
//! is known again. Programs see none after the handshake.

use std::ffi::c_int;

use super::names::*;
use super::session::hidden::{hidden, hidden_mut};
use super::session::{chain_ders, free_chain};
use crate::capi::x509_crt::mbedtls_x509_crt;
use crate::crypto::hash::HashAlgorithm;

/// The version of the format in which sessions are saved with a digest. A library that keeps certificates refuses it, and the
/// other way round.
pub(super) const FORMAT: u8 = 2;

/// What a session has in place of certificates: the SHA-256 of the peer's own, if it has shown one.
#[derive(Clone, Debug, Default)]
pub(super) struct InPlace(Option<[u8; 32]>);

/// The digest of a certificate in DER.
fn digest(der: &[u8]) -> Option<[u8; 32]> {
    HashAlgorithm::Sha256.hash(der).as_ref().try_into().ok()
}

/// The digest that a session has.
fn of_session(session: &mbedtls_ssl_session) -> Option<[u8; 32]> {
    hidden(session)?.in_place.0
}

/// The peer's certificates for `mbedtls_ssl_get_peer_cert`: NULL, they are not kept.
#[cfg(feature = "certificates")]
pub(super) fn of(_: &mbedtls_ssl_session) -> *const mbedtls_x509_crt {
    std::ptr::null()
}

/// The peer has shown some.
pub(super) fn is_there(session: &mbedtls_ssl_session) -> bool {
    of_session(session).is_some()
}

/// The peer's own is this one, in DER.
///
/// # Safety
/// None is needed.
#[cfg(feature = "tls12")]
pub(super) unsafe fn is_leaf(session: &mbedtls_ssl_session, der: &[u8]) -> bool {
    of_session(session).is_some_and(|own| digest(der) == Some(own))
}

/// Keeps the digest of the first of `chain`, in place of what there is, and frees `chain`.
///
/// # Safety
/// `chain` is NULL or came from `parse_chain`, and nobody else uses it.
pub(super) unsafe fn keep(session: &mut mbedtls_ssl_session, chain: *mut mbedtls_x509_crt) {
    // SAFETY: as stated.
    unsafe {
        hidden_mut(session).in_place = of_chain(chain);
        free_chain(chain);
    }
}

/// The digest of the first of `chain`.
///
/// # Safety
/// `chain` is NULL or a chain.
unsafe fn of_chain(chain: *const mbedtls_x509_crt) -> InPlace {
    // SAFETY: as stated.
    InPlace(unsafe { chain_ders(chain) }.first().and_then(|der| digest(der)))
}

/// Moves what `from` has into `session`, which has nothing.
pub(super) fn take_over(session: &mut mbedtls_ssl_session, from: &mut mbedtls_ssl_session) {
    hidden_mut(session).in_place = std::mem::take(&mut hidden_mut(from).in_place);
}

/// Nothing is left to do: the digest is copied with what else is hidden.
///
/// # Safety
/// None is needed.
pub(super) unsafe fn copy(_: &mut mbedtls_ssl_session, _: &mbedtls_ssl_session) -> Result<(), c_int> {
    Ok(())
}

/// Gives `session`, which goes into a ticket, what `from` has or, without one, the digest of the first of `chain`.
///
/// # Safety
/// `chain` is NULL or a chain.
pub(super) unsafe fn put_for_ticket(
    session: &mut mbedtls_ssl_session,
    from: Option<&mbedtls_ssl_session>,
    chain: *mut mbedtls_x509_crt,
) -> Result<(), c_int> {
    hidden_mut(session).in_place = match from {
        Some(from) => InPlace(of_session(from)),
        // SAFETY: as stated.
        None => unsafe { of_chain(chain) },
    };
    Ok(())
}

/// What is saved: the digest, if there is one.
///
/// # Safety
/// None is needed.
pub(super) unsafe fn saved(session: &mbedtls_ssl_session) -> Vec<Vec<u8>> {
    of_session(session).map(Vec::from).into_iter().collect()
}

/// Gives `session` what was saved.
pub(super) fn restore(session: &mut mbedtls_ssl_session, saved: &[Vec<u8>]) -> Result<(), c_int> {
    hidden_mut(session).in_place = InPlace(match saved {
        [] => None,
        [digest] => Some(digest[..].try_into().map_err(|_| MBEDTLS_ERR_SSL_BAD_INPUT_DATA)?),
        _ => return Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA),
    });
    Ok(())
}

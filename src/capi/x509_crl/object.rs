//! What stands behind a `mbedtls_x509_crl`: the parsed list, and the nodes that C programs walk.
//!
//! As with certificates, every buffer of the C struct points into the DER that the parsed list owns, and the nodes live in
//! arrays of this object.

use std::ptr;
use std::sync::Arc;

use super::{mbedtls_x509_crl, mbedtls_x509_crl_entry};
use crate::capi::x509::{mbedtls_x509_name, mbedtls_x509_time};
use crate::capi::x509_crt::object::{EMPTY, names, time, view, view_span};
use crate::pki::crl::Revoked;
use crate::pki::{Crl, Span};

/// The object that `inner` of a loaded list points to.
pub(in crate::capi) struct Object {
    /// The list itself.
    pub crl: Arc<Crl>,
    /// Nodes behind the first that stands in the C struct. Never read here: C holds pointers into them.
    _names: Box<[mbedtls_x509_name]>,
    _entries: Box<[mbedtls_x509_crl_entry]>,
}

/// The parsed list behind `crl`; `None` for NULL and for one that is not loaded.
///
/// # Safety
/// `crl` is NULL or initialised.
pub(in crate::capi) unsafe fn crl(crl: *const mbedtls_x509_crl) -> Option<Arc<Crl>> {
    // SAFETY: `inner` is NULL or an object of ours.
    let object = unsafe { crl.as_ref()?.inner.cast::<Object>().as_ref() }?;
    Some(Arc::clone(&object.crl))
}

/// The parsed lists of a chain of lists.
///
/// # Safety
/// `crl` is NULL or an initialised chain.
pub(in crate::capi) unsafe fn loaded(mut crl: *const mbedtls_x509_crl) -> Vec<Arc<Crl>> {
    let mut out = Vec::new();
    // SAFETY: every `next` of a chain is NULL or a list; `inner` is NULL or an object of ours.
    unsafe {
        while let Some(one) = crl.as_ref() {
            if let Some(object) = one.inner.cast::<Object>().as_ref() {
                out.push(Arc::clone(&object.crl));
            }
            crl = one.next;
        }
    }
    out
}

const NO_ENTRY: mbedtls_x509_crl_entry = mbedtls_x509_crl_entry {
    raw: EMPTY,
    serial: EMPTY,
    revocation_date: NO_TIME,
    entry_ext: EMPTY,
    next: ptr::null_mut(),
};

const NO_TIME: mbedtls_x509_time = mbedtls_x509_time {
    year: 0,
    mon: 0,
    day: 0,
    hour: 0,
    min: 0,
    sec: 0,
};

fn entry(der: &[u8], revoked: &Revoked) -> mbedtls_x509_crl_entry {
    mbedtls_x509_crl_entry {
        raw: view(der, revoked.raw),
        serial: view(der, revoked.serial),
        revocation_date: time(revoked.date),
        entry_ext: revoked.extensions.map_or(EMPTY, |buf| view(der, buf)),
        next: ptr::null_mut(),
    }
}

/// The linked list of revoked certificates: its first node, and the others.
fn entries(der: &[u8], list: &[Revoked]) -> (mbedtls_x509_crl_entry, Box<[mbedtls_x509_crl_entry]>) {
    let mut nodes = list.iter().map(|revoked| entry(der, revoked));
    let mut first = nodes.next().unwrap_or(NO_ENTRY);
    let mut rest: Box<[_]> = nodes.collect();
    let mut next = ptr::null_mut();
    for node in rest.iter_mut().rev() {
        node.next = next;
        next = ptr::from_mut(node);
    }
    first.next = next;
    (first, rest)
}

/// Fills an empty `crl` from a parsed list.
pub(in crate::capi) fn load(crl: &mut mbedtls_x509_crl, parsed: Arc<Crl>) {
    let der = parsed.der();
    // 3.6 sets no tags where the tag is part of the bytes.
    let whole = |span| view_span(der, 0, span);
    let (issuer, names) = names(der, &parsed.issuer);
    let (first, rest) = entries(der, &parsed.entries);
    crl.raw = whole(Span {
        start: 0,
        end: der.len(),
    });
    crl.tbs = whole(parsed.tbs);
    crl.version = parsed.version;
    crl.sig_oid = view(der, parsed.sig_oid);
    crl.issuer_raw = whole(parsed.issuer_raw);
    crl.issuer = issuer;
    crl.this_update = time(parsed.this_update);
    crl.next_update = parsed.next_update.map_or(NO_TIME, time);
    crl.entry = first;
    crl.crl_ext = parsed.extensions.map_or(EMPTY, |buf| view(der, buf));
    crl.inner = Box::into_raw(Box::new(Object {
        crl: parsed,
        _names: names,
        _entries: rest,
    }))
    .cast();
}

/// Frees what one list holds.
///
/// # Safety
/// `crl` is initialised and nobody else uses it.
pub(in crate::capi) unsafe fn unload(crl: &mut mbedtls_x509_crl) {
    if !crl.inner.is_null() {
        // SAFETY: `inner` is the box that `load` made.
        drop(unsafe { Box::from_raw(crl.inner.cast::<Object>()) });
        crl.inner = ptr::null_mut();
    }
}

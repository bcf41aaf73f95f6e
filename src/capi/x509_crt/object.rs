//! What stands behind a `mbedtls_x509_crt`: the parsed certificate, and the list nodes that C programs walk.
//!
//! Every `mbedtls_x509_buf` of the C struct points into the DER that the parsed certificate owns, so it holds the very
//! bytes that were signed. The nodes of lists live in arrays of this object and die with it.

use std::ffi::{c_int, c_uint};
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::mbedtls_x509_crt;
use crate::capi::asn1::mbedtls_asn1_buf;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::pk::{self, mbedtls_pk_free, mbedtls_pk_rsassa_pss_options, mbedtls_pk_type_t};
use crate::capi::x509::{mbedtls_x509_name, mbedtls_x509_sequence, mbedtls_x509_time};
use crate::crypto::hash::HashAlgorithm;
use crate::pki::name::{Attribute, Name};
use crate::pki::oid::SignatureKind;
use crate::pki::{Buf, Certificate, Span, Time};

/// The object that `inner` of a loaded certificate points to.
pub(in crate::capi) struct Object {
    /// The certificate itself, shared with whoever verifies with it or sends it.
    pub certificate: Arc<Certificate>,
    /// Nodes of lists, behind the first that stands in the C struct. Never read here: C holds pointers into them.
    _names: [Box<[mbedtls_x509_name]>; 2],
    _sequences: [Box<[mbedtls_x509_sequence]>; 4],
    _pss: Option<Box<mbedtls_pk_rsassa_pss_options>>,
    /// How many sessions hold the chain that begins with this certificate, beyond the first.
    sharers: AtomicUsize,
}

/// Counts one more holder of the chain that begins with `crt`; false if it is not loaded, and then nobody can share it.
///
/// # Safety
/// `crt` is NULL or initialised.
#[cfg(feature = "keep-peer-certificate")]
pub(in crate::capi) unsafe fn share(crt: *const mbedtls_x509_crt) -> bool {
    // SAFETY: `inner` is NULL or the box that `load` made.
    let object = unsafe { crt.as_ref().and_then(|crt| crt.inner.cast::<Object>().as_ref()) };
    object.is_some_and(|object| {
        object.sharers.fetch_add(1, Ordering::Relaxed);
        true
    })
}

/// Counts one holder less; true if that was the last one, who frees the chain.
///
/// # Safety
/// `crt` is NULL or initialised.
pub(in crate::capi) unsafe fn unshare(crt: *const mbedtls_x509_crt) -> bool {
    // SAFETY: `inner` is NULL or the box that `load` made.
    let object = unsafe { crt.as_ref().and_then(|crt| crt.inner.cast::<Object>().as_ref()) };
    object.is_none_or(|object| {
        // What others did with the chain comes before its end.
        let before = object
            .sharers
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, |sharers| sharers.checked_sub(1));
        before.is_err()
    })
}

/// The parsed certificate behind `crt`; `None` for NULL and for one that is not loaded.
///
/// # Safety
/// `crt` is NULL or initialised.
pub(in crate::capi) unsafe fn certificate(crt: *const mbedtls_x509_crt) -> Option<Arc<Certificate>> {
    // SAFETY: `inner` is NULL or the box that `load` made.
    unsafe { crt.as_ref()?.inner.cast::<Object>().as_ref() }.map(|object| Arc::clone(&object.certificate))
}

/// A view of `buf` for C.
pub(in crate::capi) fn view(der: &[u8], buf: Buf) -> mbedtls_asn1_buf {
    let bytes = buf.of(der);
    mbedtls_asn1_buf {
        tag: c_int::from(buf.tag),
        len: bytes.len(),
        p: bytes.as_ptr().cast_mut(),
    }
}

/// The same where 3.6 sets no tag, or another.
pub(in crate::capi) fn view_span(der: &[u8], tag: c_int, span: Span) -> mbedtls_asn1_buf {
    let bytes = span.of(der);
    mbedtls_asn1_buf {
        tag,
        len: bytes.len(),
        p: bytes.as_ptr().cast_mut(),
    }
}

/// No value.
pub(in crate::capi) const EMPTY: mbedtls_asn1_buf = mbedtls_asn1_buf {
    tag: 0,
    len: 0,
    p: ptr::null_mut(),
};

fn optional(der: &[u8], buf: Option<Buf>) -> mbedtls_asn1_buf {
    buf.map_or(EMPTY, |buf| view(der, buf))
}

pub(in crate::capi) fn time(time: Time) -> mbedtls_x509_time {
    mbedtls_x509_time {
        year: time.year,
        mon: time.month,
        day: time.day,
        hour: time.hour,
        min: time.minute,
        sec: time.second,
    }
}

/// One attribute, which nothing follows yet.
pub(in crate::capi) fn name_node(der: &[u8], attribute: &Attribute) -> mbedtls_x509_name {
    mbedtls_x509_name {
        oid: view(der, attribute.oid),
        val: view(der, attribute.value),
        next: ptr::null_mut(),
        next_merged: u8::from(attribute.next_merged),
    }
}

/// A linked list of attributes: its first node, which stands in the C struct, and the others.
pub(in crate::capi) fn names(der: &[u8], name: &Name) -> (mbedtls_x509_name, Box<[mbedtls_x509_name]>) {
    const NONE: mbedtls_x509_name = mbedtls_x509_name {
        oid: EMPTY,
        val: EMPTY,
        next: ptr::null_mut(),
        next_merged: 0,
    };
    let mut nodes = name.iter().map(|attribute| name_node(der, attribute));
    let mut first = nodes.next().unwrap_or(NONE);
    let mut rest: Box<[_]> = nodes.collect();
    let mut next = ptr::null_mut();
    for node in rest.iter_mut().rev() {
        node.next = next;
        next = ptr::from_mut(node);
    }
    first.next = next;
    (first, rest)
}

/// A linked list of values, likewise.
pub(in crate::capi) fn sequence(der: &[u8], list: &[Buf]) -> (mbedtls_x509_sequence, Box<[mbedtls_x509_sequence]>) {
    let mut nodes = list.iter().map(|buf| mbedtls_x509_sequence {
        buf: view(der, *buf),
        next: ptr::null_mut(),
    });
    let mut first = nodes.next().unwrap_or(mbedtls_x509_sequence {
        buf: EMPTY,
        next: ptr::null_mut(),
    });
    let mut rest: Box<[_]> = nodes.collect();
    let mut next = ptr::null_mut();
    for node in rest.iter_mut().rev() {
        node.next = next;
        next = ptr::from_mut(node);
    }
    first.next = next;
    (first, rest)
}

/// The digest of a signature as C names it.
pub(in crate::capi) fn md_type(hash: HashAlgorithm) -> mbedtls_md_type_t {
    match hash {
        HashAlgorithm::Md5 => mbedtls_md_type_t::MBEDTLS_MD_MD5,
        HashAlgorithm::Sha1 => mbedtls_md_type_t::MBEDTLS_MD_SHA1,
        HashAlgorithm::Sha224 => mbedtls_md_type_t::MBEDTLS_MD_SHA224,
        HashAlgorithm::Sha256 => mbedtls_md_type_t::MBEDTLS_MD_SHA256,
        HashAlgorithm::Sha384 => mbedtls_md_type_t::MBEDTLS_MD_SHA384,
        HashAlgorithm::Sha512 => mbedtls_md_type_t::MBEDTLS_MD_SHA512,
        HashAlgorithm::Ripemd160 => mbedtls_md_type_t::MBEDTLS_MD_RIPEMD160,
        HashAlgorithm::Sha3_224 => mbedtls_md_type_t::MBEDTLS_MD_SHA3_224,
        HashAlgorithm::Sha3_256 => mbedtls_md_type_t::MBEDTLS_MD_SHA3_256,
        HashAlgorithm::Sha3_384 => mbedtls_md_type_t::MBEDTLS_MD_SHA3_384,
        HashAlgorithm::Sha3_512 => mbedtls_md_type_t::MBEDTLS_MD_SHA3_512,
    }
}

/// The kind of a signature's key as C names it.
pub(in crate::capi) fn pk_type(kind: SignatureKind) -> mbedtls_pk_type_t {
    match kind {
        SignatureKind::Rsa => mbedtls_pk_type_t::MBEDTLS_PK_RSA,
        SignatureKind::RsaPss => mbedtls_pk_type_t::MBEDTLS_PK_RSASSA_PSS,
        SignatureKind::Ecdsa => mbedtls_pk_type_t::MBEDTLS_PK_ECDSA,
        SignatureKind::Ed25519 => mbedtls_pk_type_t::MBEDTLS_PK_ED25519,
    }
}

/// Fills an empty `crt` from a parsed certificate. Its buffers point into `shown`, which holds the same DER, or into the
/// certificate's own if that is `None`. Fails with a code, and leaves `crt` empty, if the key cannot be set up for want of
/// memory.
///
/// # Safety
/// `crt` is initialised and not loaded; `shown` lives and stays as it is until `crt` is freed, as the application has
/// promised.
pub(in crate::capi) unsafe fn load(
    crt: &mut mbedtls_x509_crt,
    certificate: Arc<Certificate>,
    shown: Option<&[u8]>,
) -> Result<(), c_int> {
    // SAFETY: `pk` of an empty certificate is empty.
    unsafe { pk::set_public(&mut crt.pk, &certificate.public_key)? };
    let der = shown.unwrap_or(certificate.der());
    let extensions = &certificate.extensions;
    // 3.6 sets no tags where the tag is part of the bytes.
    let whole = |span| view_span(der, 0, span);

    let (issuer, issuer_rest) = names(der, &certificate.issuer);
    let (subject, subject_rest) = names(der, &certificate.subject);
    let (alt_names, alt_names_rest) = sequence(der, &extensions.subject_alt_names);
    let (policies, policies_rest) = sequence(der, &extensions.certificate_policies);
    let (purposes, purposes_rest) = sequence(der, &extensions.extended_key_usage);
    let (authority_names, authority_rest) = sequence(der, &extensions.authority_key_id.issuer);
    let pss = certificate.signed_with.pss.map(|pss| {
        Box::new(mbedtls_pk_rsassa_pss_options {
            mgf1_hash_id: MaybeUninit::new(md_type(pss.mgf_hash)),
            expected_salt_len: c_int::try_from(pss.salt_length).unwrap_or(c_int::MAX),
        })
    });

    crt.raw = mbedtls_asn1_buf {
        tag: 0,
        len: certificate.der().len(),
        p: der.as_ptr().cast_mut(),
    };
    crt.tbs = whole(certificate.tbs);
    crt.version = certificate.version;
    crt.serial = view(der, certificate.serial);
    crt.sig_oid = view(der, certificate.sig_oid);
    crt.issuer_raw = whole(certificate.issuer_raw);
    crt.subject_raw = whole(certificate.subject_raw);
    crt.issuer = issuer;
    crt.subject = subject;
    crt.valid_from = time(certificate.valid_from);
    crt.valid_to = time(certificate.valid_to);
    crt.pk_raw = whole(certificate.pk_raw);
    crt.issuer_id = optional(der, certificate.issuer_id);
    crt.subject_id = optional(der, certificate.subject_id);
    crt.issuer_id.tag = c_int::from(certificate.unique_id_tags[0]);
    crt.subject_id.tag = c_int::from(certificate.unique_id_tags[1]);
    crt.v3_ext = optional(der, certificate.v3_ext);
    crt.subject_alt_names = alt_names;
    crt.subject_key_id = optional(der, extensions.subject_key_id);
    crt.authority_key_id.keyIdentifier = optional(der, extensions.authority_key_id.key_identifier);
    crt.authority_key_id.authorityCertIssuer = authority_names;
    crt.authority_key_id.authorityCertSerialNumber = optional(der, extensions.authority_key_id.serial);
    // As in 3.6, `authority_key_id.raw` stays empty.
    crt.certificate_policies = policies;
    crt.ext_types = extensions.types as c_int;
    crt.ca_istrue = c_int::from(extensions.is_ca);
    crt.max_pathlen = extensions.max_path_length;
    crt.key_usage = extensions.key_usage as c_uint;
    crt.ext_key_usage = purposes;
    crt.ns_cert_type = extensions.ns_cert_type;
    crt.sig = view(der, certificate.signature);
    crt.sig_md = MaybeUninit::new(md_type(certificate.signed_with.hash));
    crt.sig_pk = MaybeUninit::new(pk_type(certificate.signed_with.kind));
    crt.sig_opts = pss
        .as_ref()
        .map_or(ptr::null_mut(), |pss| ptr::from_ref(&**pss).cast_mut().cast());
    crt.inner = Box::into_raw(Box::new(Object {
        certificate,
        _names: [issuer_rest, subject_rest],
        _sequences: [alt_names_rest, policies_rest, purposes_rest, authority_rest],
        _pss: pss,
        sharers: AtomicUsize::new(0),
    }))
    .cast();
    Ok(())
}

/// Frees what one certificate holds, and leaves it empty but for `next`.
///
/// # Safety
/// `crt` is initialised and nobody else uses it.
pub(in crate::capi) unsafe fn unload(crt: &mut mbedtls_x509_crt) {
    // SAFETY: `pk` is empty or was set by `load`; `inner` is NULL or the box that `load` made.
    unsafe {
        mbedtls_pk_free(&raw mut crt.pk);
        if !crt.inner.is_null() {
            drop(Box::from_raw(crt.inner.cast::<Object>()));
            crt.inner = ptr::null_mut();
        }
    }
}

//! DEVIATIONS of `c-tests/compare/x509/verify.c` and `signatures.c`: a reason, and the lines that it concerns.

use super::Deviation;

/// One row.
const fn row(reason: &'static str, stock: &'static str, ours: &'static str) -> Deviation {
    Deviation {
        program: "compare/x509/verify.c",
        stock,
        ours,
        reason,
    }
}

/// One row of `signatures.c`.
const fn trial(reason: &'static str, stock: &'static str, ours: &'static str) -> Deviation {
    Deviation {
        program: "compare/x509/signatures.c",
        ..row(reason, stock, ours)
    }
}

const CONSTRAINED_NAMES: &str = "where an authority's names are constrained, a commonName is no host name: the constraints could be got round by it";
const CONSTRAINTS: &str = "name constraints are kept, which 3.6.6 does not know";
const DIRECTORY_CONSTRAINTS: &str = "name constraints are kept; directoryName constraints refuse whatever they speak of (RFC 5280 section 4.2.1.10: process or reject)";
const CRITICAL_CONSTRAINTS: &str = "name constraints are kept, critical or not; 3.6.6 does not parse critical ones";
const MAIL_CONSTRAINTS: &str = "name constraints are kept; rfc822Name constraints refuse whatever they speak of (RFC 5280 section 4.2.1.10: process or reject)";
const URI_CONSTRAINTS: &str = "name constraints are kept; URI constraints refuse whatever they speak of (RFC 5280 section 4.2.1.10: process or reject)";
const TRUE: &str = "DER has one TRUE, 0xff (X.690 section 11.1), and webpki takes no other";
const EMPTY_SERIAL: &str = "an entry without a serial number does not hide those behind it";
const WAYS: &str = "of several ways a good one is found; 3.6.6 follows the first and never turns back";
const ORDER: &str =
    "intermediates may come in any order (RFC 8446 section 4.4.2); 3.6.6 looks only behind the one that it stands on";
const ZONE: &str = "RFC 5280 section 4.1.2.5 wants dates with their Z; webpki takes no others";
const ED25519: &str = "Ed25519 is offered, which 3.6.6 does not know";
const ADDRESS: &str = "an address has no labels that a wildcard could stand for";
const LARGE: &str =
    "a certificate of more than 64 kB does not pass for trusted: webpki reads none, and TLS with 3.6.6 carries none";
const PSS_KEY: &str = "keys for RSASSA-PSS alone are offered, which 3.6.6 does not know";
const DEFAULTS: &str = "DER leaves out what is the default (X.690 section 11.5), and webpki takes RSASSA-PSS parameters only as DER has them";
const LONG_LENGTHS: &str = "an ECDSA signature is DER (RFC 3279 section 2.2.3), whose lengths are as short as can be";
const WRONG_PSS: &str = "of a wrong RSASSA-PSS signature it is told that it is wrong, not in which step that was seen";

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[
    row(
        CONSTRAINTS,
        "constraint-and-expired: default: -0x2700 flags 1; 1 CN=Root 0; 0 CN=Leaf 1",
        "constraint-and-expired: default: -0x2700 flags 101; 1 CN=Root 0; 0 CN=Leaf 101",
    ),
    row(
        CONSTRAINTS,
        "constraint-and-expired: forgive 0: 0x0000 flags 0; 1 CN=Root 0; 0 CN=Leaf 1",
        "constraint-and-expired: forgive 0: 0x0000 flags 0; 1 CN=Root 0; 0 CN=Leaf 101",
    ),
    row(
        CONSTRAINTS,
        "constraint-and-wrong-name: default: -0x2700 flags 4; 1 CN=Root 0; 0 CN=Leaf 4",
        "constraint-and-wrong-name: default: -0x2700 flags 104; 1 CN=Root 0; 0 CN=Leaf 104",
    ),
    row(
        CONSTRAINED_NAMES,
        "constraint-and-cn: default: 0x0000 flags 0; 1 CN=Root 0; 0 CN=www.example.com 0",
        "constraint-and-cn: default: -0x2700 flags 4; 1 CN=Root 0; 0 CN=www.example.com 4",
    ),
    row(
        CONSTRAINTS,
        "constraint-at-root: default: 0x0000 flags 0; 1 CN=Root 0; 0 CN=Leaf 0",
        "constraint-at-root: default: -0x2700 flags 100; 1 CN=Root 0; 0 CN=Leaf 100",
    ),
    row(
        CONSTRAINTS,
        "constraint-dns-everything-excluded: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
        "constraint-dns-everything-excluded: default: -0x2700 flags 100; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 100",
    ),
    row(
        CONSTRAINTS,
        "constraint-dns-excluded: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
        "constraint-dns-excluded: default: -0x2700 flags 100; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 100",
    ),
    row(
        CONSTRAINTS,
        "constraint-dns-not-permitted: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
        "constraint-dns-not-permitted: default: -0x2700 flags 100; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 100",
    ),
    row(
        CONSTRAINTS,
        "constraint-dns-one-of-two-permitted: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
        "constraint-dns-one-of-two-permitted: default: -0x2700 flags 100; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 100",
    ),
    row(
        CONSTRAINTS,
        "constraint-dns-permitted-and-excluded: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
        "constraint-dns-permitted-and-excluded: default: -0x2700 flags 100; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 100",
    ),
    row(
        CONSTRAINTS,
        "constraint-dns-permitted-suffix-of-label: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
        "constraint-dns-permitted-suffix-of-label: default: -0x2700 flags 100; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 100",
    ),
    row(
        CONSTRAINTS,
        "constraint-dns-wildcard-excluded: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
        "constraint-dns-wildcard-excluded: default: -0x2700 flags 100; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 100",
    ),
    row(
        CONSTRAINTS,
        "constraint-ip-excluded: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
        "constraint-ip-excluded: default: -0x2700 flags 100; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 100",
    ),
    row(
        CONSTRAINTS,
        "constraint-ip-not-permitted: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
        "constraint-ip-not-permitted: default: -0x2700 flags 100; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 100",
    ),
    row(
        CONSTRAINTS,
        "constraint-ip6-not-permitted: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
        "constraint-ip6-not-permitted: default: -0x2700 flags 100; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 100",
    ),
    row(
        DIRECTORY_CONSTRAINTS,
        "constraint-directory-excluded: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
        "constraint-directory-excluded: default: -0x2700 flags 100; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 100",
    ),
    row(
        DIRECTORY_CONSTRAINTS,
        "constraint-directory-permitted: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
        "constraint-directory-permitted: default: -0x2700 flags 100; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 100",
    ),
    row(
        CRITICAL_CONSTRAINTS,
        "constraint-dns-critical-not-permitted: loaded 0x0001 0x0000 -0x2180\n\
         constraint-dns-critical-not-permitted: default: -0x2700 flags 8; 0 CN=Leaf 8",
        "constraint-dns-critical-not-permitted: loaded 0x0000 0x0000 -0x2180\n\
         constraint-dns-critical-not-permitted: default: -0x2700 flags 100; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 100",
    ),
    row(
        CRITICAL_CONSTRAINTS,
        "constraint-dns-critical-permitted: loaded 0x0001 0x0000 -0x2180\n\
         constraint-dns-critical-permitted: default: -0x2700 flags 8; 0 CN=Leaf 8",
        "constraint-dns-critical-permitted: loaded 0x0000 0x0000 -0x2180\n\
         constraint-dns-critical-permitted: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
    ),
    row(
        MAIL_CONSTRAINTS,
        "constraint-mail-not-permitted: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
        "constraint-mail-not-permitted: default: -0x2700 flags 100; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 100",
    ),
    row(
        URI_CONSTRAINTS,
        "constraint-uri-not-permitted: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
        "constraint-uri-not-permitted: default: -0x2700 flags 100; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 100",
    ),
    row(
        TRUE,
        "critical-as-one: default: 0x0000 flags 0; 1 CN=Root 0; 0 CN=Leaf 0",
        "critical-as-one: default: -0x2700 flags 100; 1 CN=Root 0; 0 CN=Leaf 100",
    ),
    row(
        EMPTY_SERIAL,
        "crl-serial-empty-first: default: 0x0000 flags 0; 1 CN=Root 0; 0 CN=Leaf 0\n\
         crl-serial-empty-first: no-crl: 0x0000 flags 0; 1 CN=Root 0; 0 CN=Leaf 0\n\
         crl-serial-empty-first: revoked: 0x0000",
        "crl-serial-empty-first: default: -0x2700 flags 2; 1 CN=Root 0; 0 CN=Leaf 2\n\
         crl-serial-empty-first: no-crl: 0x0000 flags 0; 1 CN=Root 0; 0 CN=Leaf 0\n\
         crl-serial-empty-first: revoked: 0x0001",
    ),
    row(
        WAYS,
        "cross-known-last: default: -0x2700 flags 8; 1 CN=Inner 8; 0 CN=Leaf 0",
        "cross-known-last: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
    ),
    row(
        WAYS,
        "cross-weak-first: default: -0x2700 flags 4000; 2 CN=Root 0; 1 CN=Inner 4000; 0 CN=Leaf 0",
        "cross-weak-first: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
    ),
    row(
        WAYS,
        "loop-of-one-and-way-out: default: 0x0000 flags 0; 3 CN=Root 0; 2 CN=Inner 0; 1 CN=Inner 0; 0 CN=Leaf 0",
        "loop-of-one-and-way-out: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
    ),
    row(
        WAYS,
        "loop-of-two-and-way-out: default: -0x2700 flags 8; 2 CN=Upper 8; 1 CN=Inner 0; 0 CN=Leaf 0",
        "loop-of-two-and-way-out: default: 0x0000 flags 0; 3 CN=Root 0; 2 CN=Upper 0; 1 CN=Inner 0; 0 CN=Leaf 0",
    ),
    row(
        WAYS,
        "same-name-broken-first: default: -0x2700 flags 8; 1 CN=Inner 8; 0 CN=Leaf 0",
        "same-name-broken-first: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
    ),
    row(
        WAYS,
        "same-name-other-key-first: default: -0x2700 flags 8; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 8",
        "same-name-other-key-first: default: 0x0000 flags 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
    ),
    row(
        ORDER,
        "cross-root-by-other-first: default: -0x2700 flags 8; 1 CN=Inner 8; 0 CN=Leaf 0",
        "cross-root-by-other-first: default: 0x0000 flags 0; 3 CN=Other 0; 2 CN=Root 0; 1 CN=Inner 0; 0 CN=Leaf 0",
    ),
    row(
        ORDER,
        "inner-8-backwards: default: -0x2700 flags 8; 1 CN=Inner 8 8; 0 CN=Leaf 0",
        "inner-8-backwards: default: 0x0000 flags 0; 9 CN=Root 0; 8 CN=Inner 1 0; 7 CN=Inner 2 0; 6 CN=Inner 3 0; 5 CN=Inner 4 0; 4 CN=Inner 5 0; 3 CN=Inner 6 0; 2 CN=Inner 7 0; 1 CN=Inner 8 0; 0 CN=Leaf 0",
    ),
    row(
        ORDER,
        "order-132: default: -0x2700 flags 8; 2 CN=Inner 2 8; 1 CN=Inner 3 0; 0 CN=Leaf 0",
        "order-132: default: 0x0000 flags 0; 4 CN=Root 0; 3 CN=Inner 1 0; 2 CN=Inner 2 0; 1 CN=Inner 3 0; 0 CN=Leaf 0",
    ),
    row(
        ORDER,
        "order-213: default: -0x2700 flags 8; 1 CN=Inner 3 8; 0 CN=Leaf 0",
        "order-213: default: 0x0000 flags 0; 4 CN=Root 0; 3 CN=Inner 1 0; 2 CN=Inner 2 0; 1 CN=Inner 3 0; 0 CN=Leaf 0",
    ),
    row(
        ORDER,
        "order-231: default: -0x2700 flags 8; 1 CN=Inner 3 8; 0 CN=Leaf 0",
        "order-231: default: 0x0000 flags 0; 4 CN=Root 0; 3 CN=Inner 1 0; 2 CN=Inner 2 0; 1 CN=Inner 3 0; 0 CN=Leaf 0",
    ),
    row(
        ORDER,
        "order-312: default: -0x2700 flags 8; 2 CN=Inner 2 8; 1 CN=Inner 3 0; 0 CN=Leaf 0",
        "order-312: default: 0x0000 flags 0; 4 CN=Root 0; 3 CN=Inner 1 0; 2 CN=Inner 2 0; 1 CN=Inner 3 0; 0 CN=Leaf 0",
    ),
    row(
        ORDER,
        "order-321: default: -0x2700 flags 8; 1 CN=Inner 3 8; 0 CN=Leaf 0",
        "order-321: default: 0x0000 flags 0; 4 CN=Root 0; 3 CN=Inner 1 0; 2 CN=Inner 2 0; 1 CN=Inner 3 0; 0 CN=Leaf 0",
    ),
    row(
        ZONE,
        "dates-no-zone: default: 0x0000 flags 0; 1 CN=Root 0; 0 CN=Leaf 0",
        "dates-no-zone: default: -0x2700 flags 100; 1 CN=Root 0; 0 CN=Leaf 100",
    ),
    row(
        ED25519,
        "ed25519-leaf: loaded -0x3c80 0x0000 -0x2180",
        "ed25519-leaf: loaded 0x0000 0x0000 -0x2180\n\
         ed25519-leaf: default: 0x0000 flags 0; 1 CN=Root 0; 0 CN=Leaf 0",
    ),
    row(
        ED25519,
        "ed25519-root: loaded -0x262e -0x262e -0x2180",
        "ed25519-root: loaded 0x0000 0x0000 -0x2180\n\
         ed25519-root: default: 0x0000 flags 0; 1 CN=Root 0; 0 CN=Leaf 0",
    ),
    row(
        ADDRESS,
        "ip-wildcard: default: 0x0000 flags 0; 1 CN=Root 0; 0 CN=Leaf 0",
        "ip-wildcard: default: -0x2700 flags 4; 1 CN=Root 0; 0 CN=Leaf 4",
    ),
    row(
        ADDRESS,
        "ip-wildcard-cn: default: 0x0000 flags 0; 1 CN=Root 0; 0 CN=*.0.0.1 0",
        "ip-wildcard-cn: default: -0x2700 flags 4; 1 CN=Root 0; 0 CN=*.0.0.1 4",
    ),
    row(
        LARGE,
        "larger-than-64-kb: default: 0x0000 flags 0; 1 CN=Root 0; 0 CN=Leaf 0",
        "larger-than-64-kb: default: -0x2700 flags 100; 1 CN=Root 0; 0 CN=Leaf 100",
    ),
    row(
        PSS_KEY,
        "pss-key-in-leaf: loaded -0x3c80 0x0000 -0x2180",
        "pss-key-in-leaf: loaded 0x0000 0x0000 -0x2180\n\
         pss-key-in-leaf: default: 0x0000 flags 0; 1 CN=Root 0; 0 CN=Leaf 0\n\
         pss-key-in-leaf: suiteb: -0x2700 flags 8000; 1 CN=Root 0; 0 CN=Leaf 8000\n\
         pss-key-in-leaf: custom fffffff fffffff fffffff 400: 0x0000 flags 0; 1 CN=Root 0; 0 CN=Leaf 0",
    ),
    row(
        PSS_KEY,
        "pss-key-in-root-signs-pkcs1: loaded 0x0000 -0x3c80 -0x2180",
        "pss-key-in-root-signs-pkcs1: loaded 0x0000 0x0000 -0x2180",
    ),
    row(
        PSS_KEY,
        "pss-key-in-root-signs-pss: loaded 0x0000 -0x3c80 -0x2180\n\
         pss-key-in-root-signs-pss: default: -0x2700 flags 8; 0 CN=Leaf 8",
        "pss-key-in-root-signs-pss: loaded 0x0000 0x0000 -0x2180\n\
         pss-key-in-root-signs-pss: default: 0x0000 flags 0; 1 CN=Root 0; 0 CN=Leaf 0",
    ),
    row(
        DEFAULTS,
        "pss-trailer-1-said: default: 0x0000 flags 0; 1 CN=Root 0; 0 CN=Leaf 0\n\
         pss-trailer-1-said: custom fffffff fffffff fffffff 400: 0x0000 flags 0; 1 CN=Root 0; 0 CN=Leaf 0",
        "pss-trailer-1-said: default: -0x2700 flags 100; 1 CN=Root 0; 0 CN=Leaf 100\n\
         pss-trailer-1-said: custom fffffff fffffff fffffff 400: -0x2700 flags 100; 1 CN=Root 0; 0 CN=Leaf 100",
    ),
    trial(
        LONG_LENGTHS,
        "p256-sha256-length-long 0x0000\n\
         p256-sha256-r-length-long 0x0000\n\
         p256-sha256-s-length-long 0x0000",
        "p256-sha256-length-long -0x4fe4\n\
         p256-sha256-r-length-long -0x4fe4\n\
         p256-sha256-s-length-long -0x4fe4",
    ),
    trial(
        LONG_LENGTHS,
        "p256-sha512-length-long 0x0000\n\
         p256-sha512-r-length-long 0x0000\n\
         p256-sha512-s-length-long 0x0000",
        "p256-sha512-length-long -0x4fe4\n\
         p256-sha512-r-length-long -0x4fe4\n\
         p256-sha512-s-length-long -0x4fe4",
    ),
    trial(
        LONG_LENGTHS,
        "p384-sha384-length-long 0x0000\n\
         p384-sha384-r-length-long 0x0000\n\
         p384-sha384-s-length-long 0x0000",
        "p384-sha384-length-long -0x4fe4\n\
         p384-sha384-r-length-long -0x4fe4\n\
         p384-sha384-s-length-long -0x4fe4",
    ),
    trial(
        LONG_LENGTHS,
        "p521-sha512-length-long 0x0000\n\
         p521-sha512-r-length-long 0x0000\n\
         p521-sha512-s-length-long 0x0000",
        "p521-sha512-length-long -0x4fe4\n\
         p521-sha512-r-length-long -0x4fe4\n\
         p521-sha512-s-length-long -0x4fe4",
    ),
    trial(
        LONG_LENGTHS,
        "p521-sha256-length-long 0x0000\n\
         p521-sha256-r-length-long 0x0000\n\
         p521-sha256-s-length-long 0x0000",
        "p521-sha256-length-long -0x4fe4\n\
         p521-sha256-r-length-long -0x4fe4\n\
         p521-sha256-s-length-long -0x4fe4",
    ),
    trial(
        WRONG_PSS,
        "pss-1024-trailer -0x4100\n\
         pss-1024-trailer-0 -0x4100\n\
         pss-1024-hash-changed -0x4100",
        "pss-1024-trailer -0x4380\n\
         pss-1024-trailer-0 -0x4380\n\
         pss-1024-hash-changed -0x4380",
    ),
    trial(
        WRONG_PSS,
        "pss-1024-separator-changed -0x4100\n\
         pss-1024-filling-changed -0x4100\n\
         pss-1024-first-bit -0x4100\n\
         pss-1024-zero -0x4100\n\
         pss-1024-one -0x4100",
        "pss-1024-separator-changed -0x4380\n\
         pss-1024-filling-changed -0x4380\n\
         pss-1024-first-bit -0x4380\n\
         pss-1024-zero -0x4380\n\
         pss-1024-one -0x4380",
    ),
    trial(
        WRONG_PSS,
        "pss-1024-zero-in-front -0x4100",
        "pss-1024-zero-in-front -0x4380",
    ),
    trial(WRONG_PSS, "pss-1024-is-pkcs1 -0x4100", "pss-1024-is-pkcs1 -0x4380"),
    trial(
        WRONG_PSS,
        "pss-2047-trailer -0x4100\n\
         pss-2047-trailer-0 -0x4100\n\
         pss-2047-hash-changed -0x4100",
        "pss-2047-trailer -0x4380\n\
         pss-2047-trailer-0 -0x4380\n\
         pss-2047-hash-changed -0x4380",
    ),
    trial(
        WRONG_PSS,
        "pss-2047-separator-changed -0x4100\n\
         pss-2047-filling-changed -0x4100\n\
         pss-2047-first-bit -0x4100\n\
         pss-2047-zero -0x4100\n\
         pss-2047-one -0x4100",
        "pss-2047-separator-changed -0x4380\n\
         pss-2047-filling-changed -0x4380\n\
         pss-2047-first-bit -0x4380\n\
         pss-2047-zero -0x4380\n\
         pss-2047-one -0x4380",
    ),
    trial(
        WRONG_PSS,
        "pss-2047-zero-in-front -0x4100",
        "pss-2047-zero-in-front -0x4380",
    ),
    trial(WRONG_PSS, "pss-2047-is-pkcs1 -0x4100", "pss-2047-is-pkcs1 -0x4380"),
    trial(
        WRONG_PSS,
        "pss-2048-trailer -0x4100\n\
         pss-2048-trailer-0 -0x4100\n\
         pss-2048-hash-changed -0x4100",
        "pss-2048-trailer -0x4380\n\
         pss-2048-trailer-0 -0x4380\n\
         pss-2048-hash-changed -0x4380",
    ),
    trial(
        WRONG_PSS,
        "pss-2048-separator-changed -0x4100\n\
         pss-2048-filling-changed -0x4100\n\
         pss-2048-first-bit -0x4100\n\
         pss-2048-zero -0x4100\n\
         pss-2048-one -0x4100",
        "pss-2048-separator-changed -0x4380\n\
         pss-2048-filling-changed -0x4380\n\
         pss-2048-first-bit -0x4380\n\
         pss-2048-zero -0x4380\n\
         pss-2048-one -0x4380",
    ),
    trial(
        WRONG_PSS,
        "pss-2048-zero-in-front -0x4100",
        "pss-2048-zero-in-front -0x4380",
    ),
    trial(WRONG_PSS, "pss-2048-is-pkcs1 -0x4100", "pss-2048-is-pkcs1 -0x4380"),
];

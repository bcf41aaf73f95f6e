//! What either side chooses in TLS 1.2.

use std::sync::Arc;

use super::{
    authenticate::Signer,
    certificate::Wanted,
    choose::{choose_signer_that, is_classic},
};
use crate::tls::{
    config::{Config, Credential},
    suites::{self, KeyKind, Scheme},
    suites12::{self, Suite12},
    wire::codes::{CipherSuite, NamedGroup, SignatureScheme},
};

/// The cipher suite of TLS 1.2: the first of one side's list that is in the other's and that `fits` makes something of.
pub fn choose_suite12<T>(
    config: &Config,
    theirs: &[CipherSuite],
    fits: impl Fn(&'static Suite12) -> Option<T>,
) -> Option<T> {
    let known = |id| suites12::suite12(id).and_then(&fits);
    if config.prefer_own_suites {
        let mut ours = config.suites.iter().copied();
        ours.find_map(|id| theirs.contains(&id).then(|| known(id))?)
    } else {
        let mut theirs = theirs.iter().copied();
        theirs.find_map(|id| config.suites.contains(&id).then(|| known(id))?)
    }
}

/// The group of ECDHE in TLS 1.2: the first of ours that the client can do. As in 3.6.6 a client that names none can do none.
pub fn choose_group12(config: &Config, theirs: &[NamedGroup]) -> Option<NamedGroup> {
    let mut ours = config.groups.iter().copied();
    ours.find(|id| is_classic(*id) && theirs.contains(id))
}

/// The same in TLS 1.2. A server's has to fit its suite, of which `fits` is asked: whether it signs with RSA or with ECDSA and
/// Ed25519 (RFC 8422 sections 2 and 5.10); a client's has to fit one of the `certificate_types` it was asked for.
pub fn choose_signer12(
    config: &Config,
    candidates: &[Arc<Credential>],
    accepted: &[SignatureScheme],
    wanted: &Wanted,
    fits: impl Fn(SignsWith) -> bool,
) -> Option<Signer> {
    choose_signer_that(candidates, wanted, |credential| {
        let mut usable = config.signature_schemes.iter().copied();
        usable.find_map(|id| {
            let usable = accepted.contains(&id) && credential.schemes12.contains(&id);
            suites::signature_scheme(id).filter(|scheme| usable && fits(SignsWith::of(scheme)))
        })
    })
}

/// What a certificate of TLS 1.2 signs with, as suites and `certificate_types` tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignsWith {
    /// RSA, by either padding.
    Rsa,
    /// ECDSA, or Ed25519 (RFC 8422 section 5.10).
    Ecdsa,
}

impl SignsWith {
    /// Of a scheme.
    pub fn of(scheme: &Scheme) -> Self {
        match scheme.key {
            KeyKind::Rsa | KeyKind::RsaPss => Self::Rsa,
            KeyKind::Ec(_) | KeyKind::Ed25519 => Self::Ecdsa,
        }
    }
}

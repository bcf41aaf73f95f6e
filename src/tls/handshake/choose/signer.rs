//! How either side chooses its certificate.

use std::sync::Arc;

use crate::tls::{
    config::{Config, Credential},
    handshake::{authenticate::Signer, certificate::Wanted},
    suites::{self, Scheme},
    wire::codes::SignatureScheme,
};

/// The certificate that we authenticate with: the first candidate, of the first type that there is one of, whose key can sign
/// with a scheme that the peer accepts; of those schemes the first in our own list.
pub fn choose_signer(
    config: &Config,
    candidates: &[Arc<Credential>],
    accepted: &[SignatureScheme],
    wanted: &Wanted,
) -> Option<Signer> {
    choose_signer_that(candidates, wanted, |credential| {
        let mut usable = config.signature_schemes.iter().copied();
        usable.find_map(|id| {
            let fits = accepted.contains(&id) && credential.schemes.contains(&id);
            if fits { suites::handshake_scheme(id) } else { None }
        })
    })
}

/// The first candidate, of the first type that there is one of, that `scheme` finds a scheme for.
pub(in crate::tls::handshake) fn choose_signer_that(
    candidates: &[Arc<Credential>],
    wanted: &Wanted,
    scheme: impl Fn(&Credential) -> Option<&'static Scheme>,
) -> Option<Signer> {
    let of_type = |wanted| {
        let fits = move |credential: &&Arc<Credential>| credential.certificate_type == wanted;
        candidates.iter().filter(fits)
    };
    wanted
        .types
        .iter()
        .flat_map(|wanted| of_type(*wanted))
        .filter(|credential| !credential.chain.is_empty())
        .find_map(|credential| {
            Some(Signer {
                credential: Arc::clone(credential),
                scheme: scheme(credential)?,
                wanted: wanted.clone(),
            })
        })
}

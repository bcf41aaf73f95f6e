//! Pre-shared keys in a ClientHello, as the client sees them: which it offers, and the binders that show that it holds them
//! (RFC 8446 sections 4.2.11 and 4.6.1). The server's side is `server13/psk.rs`.

use super::{ticket_age::ticket_age, transcript::Transcript};
use crate::crypto::{
    hash::{Digest, HashAlgorithm},
    secret,
};
use crate::tls::{
    config::{Config, Options},
    error::Error,
    keys::schedule13::Early,
    session::{PskKind, Resumption},
    suites::{self, Suite},
    wire::extensions::pre_shared_key::{PskBinderEntry, PskIdentity},
};

/// A pre-shared key that a client offers. It names the key's place in [`Options`] and does not copy the secret.
#[derive(Clone, Copy, Debug)]
pub struct OfferedKey {
    source: Source,
    /// A suite that is offered and has the key's hash: that of the ticket if it is offered.
    pub suite: &'static Suite,
}

#[derive(Clone, Copy, Debug)]
enum Source {
    /// [`Options::resumption`]
    Ticket,
    /// Index in [`Options::psks`].
    External(usize),
}

/// What the configuration and the state of things let a client offer, in this order: the ticket, then the keys from elsewhere.
pub fn offered_keys(config: &Config, options: &Options, now: u64) -> Vec<OfferedKey> {
    if !config.key_exchange_modes.any_psk() {
        return Vec::new();
    }
    let suites = &config.suites;
    let with_hash = |hash| {
        let mut offered = suites.iter().copied().filter_map(suites::suite);
        offered.find(|suite| suite.hash == hash)
    };
    let ticket = options
        .resumption
        .as_deref()
        .filter(|resumption| is_usable(resumption, config, options, now))
        .and_then(|resumption| {
            let suite = suites::suite(resumption.session.suite)?;
            let offered = suites.contains(&suite.id).then_some(suite);
            let suite = offered.or_else(|| with_hash(suite.hash))?;
            Some(OfferedKey {
                source: Source::Ticket,
                suite,
            })
        });
    let external = options.psks.iter().enumerate().filter_map(|(index, psk)| {
        let suite = with_hash(psk.hash).filter(|_| !psk.secret.is_empty() && !psk.identity.is_empty())?;
        Some(OfferedKey {
            source: Source::External(index),
            suite,
        })
    });
    ticket.into_iter().chain(external).collect()
}

/// How many bytes of early data may go with these keys, if any may: the first has to be that of a ticket that allows it.
///
/// RFC 8446 section 4.2.10: the server takes it only under the ticket's suite and for its application protocol, so that both
/// have to be offered.
pub fn early_data(config: &Config, options: &Options, keys: &[OfferedKey]) -> Option<u32> {
    let key = keys.first().filter(|key| key.kind() == PskKind::Resumption)?;
    let session = &options.resumption.as_deref()?.session;
    let protocol = session.alpn_protocol.as_ref();
    let allowed = config.early_data
        && key.suite.id == session.suite
        && protocol.is_none_or(|protocol| config.alpn_protocols.contains(protocol));
    Some(session.max_early_data).filter(|max| allowed && *max > 0)
}

/// Whether a ticket may be offered at all.
fn is_usable(resumption: &Resumption, config: &Config, options: &Options, now: u64) -> bool {
    let (session, ours) = (&resumption.session, config.key_exchange_modes);
    let theirs = session.modes;
    // RFC 8446 section 4.6.1: "Clients MUST only resume if the new SNI value is valid for the server certificate presented in
    // the original session and SHOULD only resume if the SNI value matches the one used in the original session."
    session.tls12.is_none()
        && session.server_name == options.server_name
        && ((ours.psk && theirs.psk) || (ours.psk_ephemeral && theirs.psk_ephemeral))
        && !resumption.ticket.is_empty()
        && ticket_age(resumption, now).is_some()
}

impl OfferedKey {
    /// Where it comes from.
    pub fn kind(&self) -> PskKind {
        match self.source {
            Source::Ticket => PskKind::Resumption,
            Source::External(_) => PskKind::External,
        }
    }

    /// The schedule that rests on it, for `suite`, whose hash is the key's.
    pub fn early(&self, options: &Options, suite: &'static Suite) -> Result<Early, Error> {
        let secret = match self.source {
            Source::Ticket => options.resumption.as_ref().map(|it| it.session.secret.as_bytes()),
            Source::External(index) => options.psks.get(index).map(|psk| psk.secret.as_slice()),
        };
        Ok(Early::new(suite, Some(secret.ok_or(Error::Internal)?)))
    }

    /// As it stands in the extension.
    pub fn identity<'o>(&self, options: &'o Options, now: u64) -> Result<PskIdentity<'o>, Error> {
        match self.source {
            Source::Ticket => {
                let resumption = options.resumption.as_deref().ok_or(Error::Internal)?;
                // It was young enough when it was offered first. Should it have grown too old or the clock have been set back
                // until the second ClientHello, the server may still think what it likes of an age of 0.
                let age = ticket_age(resumption, now).unwrap_or(0);
                Ok(PskIdentity {
                    identity: &resumption.ticket,
                    obfuscated_ticket_age: age.wrapping_add(resumption.session.age_add),
                })
            }
            // RFC 8446 section 4.2.11: "For identities established externally, an obfuscated_ticket_age of 0 SHOULD be used".
            Source::External(index) => Ok(PskIdentity {
                identity: &options.psks.get(index).ok_or(Error::Internal)?.identity,
                obfuscated_ticket_age: 0,
            }),
        }
    }

    /// A binder that is not computed yet, of the right length.
    pub fn empty_binder(&self) -> PskBinderEntry<'static> {
        const ZEROS: &[u8] = &[0; 64];
        PskBinderEntry(ZEROS.get(..self.suite.hash.output_len()).unwrap_or(ZEROS))
    }
}

/// `Transcript-Hash(Truncate(ClientHello))`, after what was said `before` (RFC 8446 section 4.2.11.2: "If the server responds with
/// a HelloRetryRequest and the client then sends ClientHello2, its binder will be computed over: Transcript-Hash(ClientHello1,
/// HelloRetryRequest, Truncate(ClientHello2))").
pub fn truncated_hash(hash: HashAlgorithm, before: Option<&Transcript>, truncated: &[u8]) -> Digest {
    match before {
        Some(transcript) => {
            let mut transcript = transcript.clone();
            transcript.add(truncated);
            transcript.current()
        }
        None => hash.hash(truncated),
    }
}

/// Computes the binders of a ClientHello that has empty ones at its end.
pub fn write_binders(
    keys: &[OfferedKey],
    options: &Options,
    before: Option<&Transcript>,
    hello: &mut [u8],
) -> Result<(), Error> {
    let length = keys.iter().fold(2, |sum: usize, key| {
        sum.saturating_add(key.suite.hash.output_len()).saturating_add(1)
    });
    let start = hello.len().checked_sub(length).ok_or(Error::Internal)?;
    let (truncated, binders) = hello.split_at_mut_checked(start).ok_or(Error::Internal)?;
    let mut rest = binders.get_mut(2..).ok_or(Error::Internal)?;
    let mut known: Option<(HashAlgorithm, Digest)> = None;
    for key in keys {
        let hash = key.suite.hash;
        let transcript_hash = match &known {
            Some((algorithm, digest)) if *algorithm == hash => *digest,
            _ => truncated_hash(hash, before, truncated),
        };
        known = Some((hash, transcript_hash));
        let binder_key = key.early(options, key.suite)?.binder_key(key.kind())?;
        let (entry, after) = rest
            .split_at_mut_checked(hash.output_len().saturating_add(1))
            .ok_or(Error::Internal)?;
        let binder = entry.get_mut(1..).ok_or(Error::Internal)?;
        binder.copy_from_slice(binder_key.verify_data(transcript_hash.as_ref()).as_ref());
        // It is sent as it is, and signatures are made over it.
        secret::known(binder);
        rest = after;
    }
    Ok(())
}

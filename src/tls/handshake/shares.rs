//! The key shares of a ClientHello.
//!
//! One private key stands behind all of them. That of a hybrid group has two shares to it: its own and the one of the
//! classic group within, so that a server that does not know the hybrid needs no second ClientHello
//! (draft-ietf-tls-hybrid-design section 3.2 allows the same key in both).

use crate::crypto::kx::{KeyExchange, SharedSecret};
use crate::tls::{
    error::Error,
    suites,
    wire::{codes::NamedGroup, extensions::key_share::KeyShareEntry},
};

/// A client's shares, with the key behind them. Used up by [`Shares::agree`].
#[derive(Debug)]
pub struct Shares {
    group: NamedGroup,
    key: KeyExchange,
    /// The classic group within `group`, if its share is sent as well.
    component: Option<NamedGroup>,
}

impl Shares {
    /// Fresh ones: that of the first of `groups`, and that of its classic part if `groups` have it too. `BadInput` without
    /// any group.
    pub fn of_first(groups: &[NamedGroup]) -> Result<Self, Error> {
        let group = *groups.first().ok_or(Error::BadInput)?;
        let component = suites::component(group).filter(|component| groups.contains(component));
        Ok(Self {
            component,
            ..Self::of_one(group)?
        })
    }

    /// A fresh one of a group that is in our tables.
    pub fn of_one(group: NamedGroup) -> Result<Self, Error> {
        let key = KeyExchange::generate(suites::group(group).ok_or(Error::Internal)?).map_err(|_| Error::NoRandom)?;
        Ok(Self {
            group,
            key,
            component: None,
        })
    }

    /// The shares as they are sent, best first.
    pub fn entries(&self) -> Vec<KeyShareEntry<'_>> {
        let entry = |(group, key_exchange)| KeyShareEntry { group, key_exchange };
        let whole = (self.group, self.key.public_key());
        let component = self.component.zip(self.key.component_public_key());
        [Some(whole), component].into_iter().flatten().map(entry).collect()
    }

    /// Whether there is a share of this group.
    pub fn has(&self, group: NamedGroup) -> bool {
        self.group == group || self.component == Some(group)
    }

    /// The secret shared with a server whose share this is. `IllegalParameter` for a group that none of the shares is of,
    /// and for a share that the group refuses.
    pub fn agree(self, server: &KeyShareEntry<'_>) -> Result<SharedSecret, Error> {
        let secret = if self.group == server.group {
            self.key.agree(server.key_exchange)
        } else if self.component == Some(server.group) {
            self.key.agree_component(server.key_exchange)
        } else {
            return Err(Error::IllegalParameter);
        };
        // RFC 8446 sections 4.2.8.2 and 7.4.2: a public value that is no valid point, or an all-zero result, is
        // "illegal_parameter". draft-ietf-tls-ecdhe-mlkem section 4.1 says so of each part of a hybrid and of its length.
        secret.map_err(|_| Error::IllegalParameter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The groups of the shares for this list.
    fn of(groups: &[NamedGroup]) -> Vec<NamedGroup> {
        let shares = Shares::of_first(groups).unwrap();
        let groups: Vec<_> = shares.entries().iter().map(|entry| entry.group).collect();
        assert!(groups.iter().all(|group| shares.has(*group)));
        assert!(!shares.has(NamedGroup::X448));
        groups
    }

    #[test]
    fn a_hybrid_comes_with_its_classic_part() {
        use NamedGroup as G;
        assert_eq!(
            of(&[G::X25519_MLKEM768, G::SECP256R1, G::X25519]),
            [G::X25519_MLKEM768, G::X25519]
        );
        assert_eq!(of(&[G::X25519_MLKEM768, G::SECP256R1]), [G::X25519_MLKEM768]);
        assert_eq!(
            of(&[G::SECP256R1_MLKEM768, G::X25519, G::SECP256R1]),
            [G::SECP256R1_MLKEM768, G::SECP256R1]
        );
        assert_eq!(
            of(&[G::SECP384R1_MLKEM1024, G::SECP384R1]),
            [G::SECP384R1_MLKEM1024, G::SECP384R1]
        );
        assert_eq!(of(&[G::X25519, G::X25519_MLKEM768]), [G::X25519]);
        assert!(matches!(Shares::of_first(&[]), Err(Error::BadInput)));
    }

    #[test]
    fn both_shares_are_of_one_key() {
        let groups = [NamedGroup::X25519_MLKEM768, NamedGroup::X25519];
        let shares = Shares::of_first(&groups).unwrap();
        let entries = shares.entries();
        assert!(entries[0].key_exchange.ends_with(entries[1].key_exchange));
        assert_eq!(entries[0].key_exchange.len(), 1184 + 32);
        assert_eq!(entries[1].key_exchange.len(), 32);
    }

    #[test]
    fn a_server_answers_one_of_the_shares() {
        let one_of = |share: KeyShareEntry<'_>| {
            let shares = Shares::of_first(&[NamedGroup::X25519_MLKEM768, NamedGroup::X25519]).unwrap();
            shares.agree(&share).map(|_| ())
        };
        let entry = |group, key_exchange| KeyShareEntry { group, key_exchange };
        assert_eq!(one_of(entry(NamedGroup::X25519, &[9; 32])), Ok(()));
        assert_eq!(one_of(entry(NamedGroup::X25519_MLKEM768, &[9; 1120])), Ok(()));
        for bad in [
            entry(NamedGroup::X25519, &[9; 1120]),
            entry(NamedGroup::X25519, &[0; 32]),
            entry(NamedGroup::X25519_MLKEM768, &[9; 32]),
            entry(NamedGroup::X25519_MLKEM768, &[0; 1120]),
            entry(NamedGroup::SECP256R1, &[9; 32]),
        ] {
            assert_eq!(one_of(bad), Err(Error::IllegalParameter), "{:?}", bad.group);
        }
    }
}

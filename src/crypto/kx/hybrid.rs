//! Hybrid groups (draft-ietf-tls-ecdhe-mlkem): a Diffie-Hellman exchange beside an ML-KEM exchange, so that the secret
//! stays one for as long as either of the two is unbroken.
//!
//! ```text
//!                        client's share                server's share             secret
//! X25519MLKEM768         ML-KEM key || X25519          ciphertext || X25519       ML-KEM || X25519
//! SecP256r1MLKEM768      P-256 || ML-KEM key           P-256 || ciphertext        P-256 || ML-KEM
//! SecP384r1MLKEM1024     P-384 || ML-KEM key           P-384 || ciphertext        P-384 || ML-KEM
//! ```

use super::{Group, SharedSecret, Unspecified, classic, mlkem};

/// What a hybrid group is made of.
#[derive(Debug)]
pub(super) struct Hybrid {
    /// The group of the Diffie-Hellman exchange.
    pub(super) classic: Group,
    /// The ML-KEM beside it.
    kem: mlkem::ParameterSet,
    /// Whose part comes first, in both shares and in the secret.
    first: Part,
}

/// A part of a share or of a secret.
#[derive(Clone, Copy, Debug)]
enum Part {
    Classic,
    Kem,
}

static X25519_MLKEM768: Hybrid = Hybrid {
    classic: Group::X25519,
    kem: mlkem::ParameterSet::MlKem768,
    first: Part::Kem,
};

static SECP256R1_MLKEM768: Hybrid = Hybrid {
    classic: Group::Secp256r1,
    kem: mlkem::ParameterSet::MlKem768,
    first: Part::Classic,
};

static SECP384R1_MLKEM1024: Hybrid = Hybrid {
    classic: Group::Secp384r1,
    kem: mlkem::ParameterSet::MlKem1024,
    first: Part::Classic,
};

/// What the group is made of, if it is a hybrid.
pub(super) const fn of(group: Group) -> Option<&'static Hybrid> {
    match group {
        Group::X25519MlKem768 => Some(&X25519_MLKEM768),
        Group::Secp256r1MlKem768 => Some(&SECP256R1_MLKEM768),
        Group::Secp384r1MlKem1024 => Some(&SECP384R1_MLKEM1024),
        Group::X25519 | Group::Secp256r1 | Group::Secp384r1 | Group::Secp521r1 | Group::X448 => None,
    }
}

impl Hybrid {
    /// Length in bytes of a client's share.
    pub(super) const fn client_share_len(&self) -> usize {
        classic::public_key_len(self.classic) + self.kem.encapsulation_key_len()
    }

    /// Length in bytes of a server's share.
    pub(super) const fn server_share_len(&self) -> usize {
        classic::public_key_len(self.classic) + self.kem.ciphertext_len()
    }

    /// The parts in the order of the group.
    fn ordered<'a>(&self, classic: &'a [u8], kem: &'a [u8]) -> [&'a [u8]; 2] {
        match self.first {
            Part::Classic => [classic, kem],
            Part::Kem => [kem, classic],
        }
    }

    /// The classic part and the ML-KEM part of a share. Their lengths are still unchecked where the share is too long:
    /// whoever uses the ML-KEM part compares it with its one length.
    fn split<'a>(&self, share: &'a [u8], kem_len: usize) -> Result<(&'a [u8], &'a [u8]), Unspecified> {
        let (classic, kem) = match self.first {
            Part::Classic => share.split_at_checked(classic::public_key_len(self.classic)),
            Part::Kem => share.split_at_checked(kem_len).map(|(kem, classic)| (classic, kem)),
        }
        .ok_or(Unspecified)?;
        // "the server MUST [...] abort with an illegal_parameter alert" if a share "is not of the expected length"; the
        // client likewise.
        if classic.len() == classic::public_key_len(self.classic) && kem.len() == kem_len {
            Ok((classic, kem))
        } else {
            Err(Unspecified)
        }
    }

    /// The secret out of its parts.
    fn secret(&self, classic: &SharedSecret, kem: &mlkem::Secret) -> Result<SharedSecret, Unspecified> {
        let [first, second] = self.ordered(classic.as_bytes(), kem.as_ref());
        SharedSecret::concatenated(first, second)
    }
}

/// A client's private keys with its share.
pub(super) struct Key {
    hybrid: &'static Hybrid,
    classic: classic::Key,
    kem: mlkem::DecapsulationKey,
    share: Box<[u8]>,
}

impl Key {
    /// Fresh keys. Fails without randomness.
    pub(super) fn generate(hybrid: &'static Hybrid) -> Result<Self, Unspecified> {
        let classic = classic::Key::generate(hybrid.classic)?;
        let kem = mlkem::DecapsulationKey::generate(hybrid.kem)?;
        let share = hybrid.ordered(classic.public_key(), kem.encapsulation_key()).concat();
        Ok(Self {
            hybrid,
            classic,
            kem,
            share: share.into(),
        })
    }

    /// What is sent.
    pub(super) fn share(&self) -> &[u8] {
        &self.share
    }

    /// The classic part.
    pub(super) fn component(&self) -> &classic::Key {
        &self.classic
    }

    /// The classic part, the other given up.
    pub(super) fn into_component(self) -> classic::Key {
        self.classic
    }

    /// The secret shared with a server whose share this is.
    pub(super) fn agree(self, share: &[u8]) -> Result<SharedSecret, Unspecified> {
        let (public_key, ciphertext) = self.hybrid.split(share, self.hybrid.kem.ciphertext_len())?;
        let classic = self.classic.agree(public_key)?;
        let kem = self.kem.decapsulate(ciphertext)?;
        self.hybrid.secret(&classic, &kem)
    }
}

/// A server's secrets before it looks at the client's share.
pub(super) struct Responder {
    hybrid: &'static Hybrid,
    classic: classic::Key,
    kem: mlkem::Encapsulation,
}

impl Responder {
    /// Fresh secrets. Fails without randomness.
    pub(super) fn generate(hybrid: &'static Hybrid) -> Result<Self, Unspecified> {
        Ok(Self {
            hybrid,
            classic: classic::Key::generate(hybrid.classic)?,
            kem: mlkem::Encapsulation::generate(hybrid.kem)?,
        })
    }

    /// Our share, and the secret shared with the client whose share this is.
    pub(super) fn respond(self, share: &[u8]) -> Result<(Vec<u8>, SharedSecret), Unspecified> {
        let (public_key, encapsulation_key) = self.hybrid.split(share, self.hybrid.kem.encapsulation_key_len())?;
        let (ciphertext, kem) = self.kem.encapsulate(encapsulation_key)?;
        let own = self.hybrid.ordered(self.classic.public_key(), &ciphertext).concat();
        let classic = self.classic.agree(public_key)?;
        Ok((own, self.hybrid.secret(&classic, &kem)?))
    }
}

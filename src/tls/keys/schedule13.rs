//! The key schedule of TLS 1.3 (RFC 8446 section 7.1) as types that turn into each other: a secret that does not
//! exist yet cannot be asked for.
//!
//! ```text
//! Early::new(suite, psk)      binder_key(kind), traffic_secret(Hash(ClientHello)), exporter(Hash(ClientHello))
//!    |  .handshake(shared_secret, Hash(ClientHello..ServerHello))
//!    v
//! Handshake     traffic_secret(side), finished_key(side)
//!    |  .traffic(Hash(ClientHello..server Finished))
//!    v
//! Traffic       traffic_secret(side), exporter(), resumption_master_secret(Hash(ClientHello..client Finished))
//!    |
//!    v
//! resumption_psk(hash, resumption_master_secret, ticket_nonce), the psk of another connection
//! ```
//!
//! Who still needs a Finished key after [`Handshake::traffic`] (both sides do, for the client's Finished) takes it
//! before. Each [`TrafficSecret`] gives the record keys of its direction, and its successor for KeyUpdate.

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::export::Exporter;
use crate::crypto::{
    Unspecified,
    aead::{AeadKey, NONCE_LEN},
    hash::{Digest, HashAlgorithm, HmacKey},
    hkdf::{self, Expander, Secret, derive_secret},
    secret,
};
use crate::tls::{
    config::Side,
    error::Error,
    record::protect::{Opener, Sealer},
    record::protect13::{Limits, RecordKey},
    session::PskKind,
    suites::Suite,
};

/// The schedule's start.
///
/// ```text
///           0
///           |
///           v
/// PSK ->  HKDF-Extract = Early Secret
///           |
///           +-----> Derive-Secret(., "ext binder" | "res binder", "") = binder_key
///           +-----> Derive-Secret(., "c e traffic", ClientHello)
///           |                     = client_early_traffic_secret
///           +-----> Derive-Secret(., "e exp master", ClientHello)
///           |                     = early_exporter_master_secret
/// ```
#[derive(Debug)]
pub struct Early {
    suite: &'static Suite,
    secret: Secret,
}

impl Early {
    /// Without a pre-shared key its place is taken by zeros. Of `suite` only the hash matters until traffic secrets are asked
    /// for.
    pub fn new(suite: &'static Suite, psk: Option<&[u8]>) -> Self {
        Self {
            suite,
            secret: hkdf::extract(suite.hash, None, psk),
        }
    }

    /// The key of this pre-shared key's binder, which is computed as a Finished is (RFC 8446 section 4.2.11.2: "The
    /// PskBinderEntry is computed in the same way as the Finished message (Section 4.4.4) but with the BaseKey being the
    /// binder_key"). Its transcript is the hash of the ClientHello up to the binders.
    pub fn binder_key(&self, kind: PskKind) -> Result<FinishedKey, Error> {
        let label: &[u8] = match kind {
            PskKind::External => b"ext binder",
            PskKind::Resumption => b"res binder",
        };
        let hash = self.suite.hash;
        Expander::new(hash, self.secret.as_bytes())
            .derive_secret(label, hash.hash_of_nothing().as_ref())
            .and_then(|base_key| FinishedKey::new(hash, &base_key))
            .map_err(|_| Error::Internal)
    }

    /// `client_early_traffic_secret`, from `Transcript-Hash(ClientHello)`: what the client sends early data under.
    pub fn traffic_secret(&self, transcript_hash: &[u8]) -> Result<TrafficSecret, Error> {
        let secret = Expander::new(self.suite.hash, self.secret.as_bytes());
        traffic(self.suite, &secret, b"c e traffic", transcript_hash).map_err(|_| Error::Internal)
    }

    /// The exporter of early data, from `Transcript-Hash(ClientHello)` (RFC 8446 section 7.5: its secret is the
    /// `early_exporter_master_secret`).
    pub fn exporter(&self, transcript_hash: &[u8]) -> Result<Exporter, Error> {
        let hash = self.suite.hash;
        derive_secret(hash, self.secret.as_bytes(), b"e exp master", transcript_hash)
            .map(|secret| Exporter::new(hash, secret))
            .map_err(|_| Error::Internal)
    }

    /// On with the (EC)DHE shared secret, which zeros stand for if there is none (psk_ke), and
    /// `Transcript-Hash(ClientHello...ServerHello)`.
    pub fn handshake(self, shared_secret: Option<&[u8]>, transcript_hash: &[u8]) -> Result<Handshake, Error> {
        self.to_handshake(shared_secret, transcript_hash)
            .map_err(|_| Error::Internal)
    }

    fn to_handshake(&self, shared_secret: Option<&[u8]>, transcript_hash: &[u8]) -> Result<Handshake, Unspecified> {
        let (suite, hash) = (self.suite, self.suite.hash);
        let salt = derived(hash, &Expander::new(hash, self.secret.as_bytes()))?;
        let secret = hkdf::extract(hash, Some(salt.as_bytes()), shared_secret);
        let secret = Expander::new(hash, secret.as_bytes());
        let salt = derived(hash, &secret)?;
        Ok(Handshake {
            client: traffic(suite, &secret, b"c hs traffic", transcript_hash)?,
            server: traffic(suite, &secret, b"s hs traffic", transcript_hash)?,
            master: hkdf::extract(hash, Some(salt.as_bytes()), None),
            suite,
        })
    }
}

/// Keys for the rest of the handshake exist.
///
/// ```text
///     Derive-Secret(., "derived", "")
///             |
///             v
/// (EC)DHE -> HKDF-Extract = Handshake Secret
///             |
///             +-----> Derive-Secret(., "c hs traffic", ClientHello...ServerHello)
///             |                     = client_handshake_traffic_secret
///             +-----> Derive-Secret(., "s hs traffic", ClientHello...ServerHello)
///             |                     = server_handshake_traffic_secret
/// ```
#[derive(Debug)]
pub struct Handshake {
    suite: &'static Suite,
    /// The Master Secret: nothing else is still to come of the Handshake Secret, so that it is not kept.
    master: Secret,
    client: TrafficSecret,
    server: TrafficSecret,
}

impl Handshake {
    /// The handshake traffic secret with which `side` sends.
    pub fn traffic_secret(&self, side: Side) -> &TrafficSecret {
        match side {
            Side::Client => &self.client,
            Side::Server => &self.server,
        }
    }

    /// The key of the Finished that `side` sends.
    pub fn finished_key(&self, side: Side) -> Result<FinishedKey, Error> {
        FinishedKey::new(self.suite.hash, &self.traffic_secret(side).secret).map_err(|_| Error::Internal)
    }

    /// On with `Transcript-Hash(ClientHello...server Finished)`.
    pub fn traffic(self, transcript_hash: &[u8]) -> Result<Traffic, Error> {
        self.to_traffic(transcript_hash).map_err(|_| Error::Internal)
    }

    fn to_traffic(&self, transcript_hash: &[u8]) -> Result<Traffic, Unspecified> {
        let (suite, hash) = (self.suite, self.suite.hash);
        let master = Expander::new(hash, self.master.as_bytes());
        let exporter = master.derive_secret(b"exp master", transcript_hash)?;
        Ok(Traffic {
            client: traffic(suite, &master, b"c ap traffic", transcript_hash)?,
            server: traffic(suite, &master, b"s ap traffic", transcript_hash)?,
            exporter: Exporter::new(hash, exporter),
            hash,
            master: self.master.clone(),
        })
    }
}

/// Keys for application data exist.
///
/// ```text
///   Derive-Secret(., "derived", "")
///           |
///           v
/// 0 -> HKDF-Extract = Master Secret
///           |
///           +-----> Derive-Secret(., "c ap traffic", ClientHello...server Finished)
///           |                     = client_application_traffic_secret_0
///           +-----> Derive-Secret(., "s ap traffic", ClientHello...server Finished)
///           |                     = server_application_traffic_secret_0
///           +-----> Derive-Secret(., "exp master", ClientHello...server Finished)
///           |                     = exporter_master_secret
///           +-----> Derive-Secret(., "res master", ClientHello...client Finished)
///                                 = resumption_master_secret
/// ```
#[derive(Debug)]
pub struct Traffic {
    hash: HashAlgorithm,
    master: Secret,
    client: TrafficSecret,
    server: TrafficSecret,
    exporter: Exporter,
}

impl Traffic {
    /// The first application traffic secret with which `side` sends.
    pub fn traffic_secret(&self, side: Side) -> &TrafficSecret {
        match side {
            Side::Client => &self.client,
            Side::Server => &self.server,
        }
    }

    /// The connection's exporter.
    pub fn exporter(&self) -> &Exporter {
        &self.exporter
    }

    /// `resumption_master_secret`, from `Transcript-Hash(ClientHello...client Finished)`.
    pub fn resumption_master_secret(&self, transcript_hash: &[u8]) -> Result<Secret, Error> {
        derive_secret(self.hash, self.master.as_bytes(), b"res master", transcript_hash).map_err(|_| Error::Internal)
    }
}

/// The pre-shared key that a ticket with this nonce stands for (RFC 8446 section 4.6.1).
///
/// ```text
/// HKDF-Expand-Label(resumption_master_secret, "resumption", ticket_nonce, Hash.length)
/// ```
pub fn resumption_psk(
    hash: HashAlgorithm,
    resumption_master_secret: &Secret,
    ticket_nonce: &[u8],
) -> Result<Secret, Error> {
    // Derive-Secret with the nonce in place of a transcript hash is that very call.
    derive_secret(hash, resumption_master_secret.as_bytes(), b"resumption", ticket_nonce).map_err(|_| Error::Internal)
}

/// A secret from which the record keys of one direction come (RFC 8446 section 7.3).
#[derive(Clone, Debug)]
pub struct TrafficSecret {
    suite: &'static Suite,
    secret: Secret,
}

impl TrafficSecret {
    /// Of a connection that was saved; as long as the hash of `suite`.
    pub fn new(suite: &'static Suite, secret: Secret) -> Self {
        Self { suite, secret }
    }

    /// The secret itself (for key logs and saved connections).
    pub fn secret(&self) -> &Secret {
        &self.secret
    }

    /// For [`Inbound::change_key`](crate::tls::record::inbound::Inbound::change_key), on the side that receives under
    /// it.
    pub fn opener(&self) -> Result<Opener, Error> {
        Ok(Opener::Tls13(self.record_key()?))
    }

    /// For [`Outbound::change_key`](crate::tls::record::outbound::Outbound::change_key), on the side that sends under
    /// it.
    pub fn sealer(&self) -> Result<Sealer, Error> {
        Ok(Sealer::Tls13(self.record_key()?))
    }

    /// The key of a Finished after the handshake (section 4.4: "Base Key" is `client_application_traffic_secret_N`).
    pub fn finished_key(&self) -> Result<FinishedKey, Error> {
        FinishedKey::new(self.suite.hash, &self.secret).map_err(|_| Error::Internal)
    }

    /// The record key, at sequence number 0.
    ///
    /// ```text
    /// [sender]_write_key = HKDF-Expand-Label(Secret, "key", "", key_length)
    /// [sender]_write_iv  = HKDF-Expand-Label(Secret, "iv", "", iv_length)
    /// ```
    pub fn record_key(&self) -> Result<RecordKey, Error> {
        let mut key = Zeroizing::new([0; MAX_KEY_LEN]);
        let key = key.get_mut(..self.suite.aead.key_len()).ok_or(Error::Internal)?;
        let mut iv = Zeroizing::new([0; NONCE_LEN]);
        let secret = Expander::new(self.suite.hash, self.secret.as_bytes());
        secret.expand_label(b"key", &[], key).map_err(|_| Error::Internal)?;
        secret.expand_label(b"iv", &[], &mut *iv).map_err(|_| Error::Internal)?;
        let key = AeadKey::new(self.suite.aead, key).map_err(|_| Error::Internal)?;
        Ok(RecordKey::new(key, *iv, Limits::of(self.suite)))
    }

    /// The next generation, after a KeyUpdate (RFC 8446 section 7.2).
    ///
    /// ```text
    /// application_traffic_secret_N+1 =
    ///     HKDF-Expand-Label(application_traffic_secret_N, "traffic upd", "", Hash.length)
    /// ```
    pub fn next(&self) -> Result<Self, Error> {
        // Derive-Secret with an empty context in place of a transcript hash is that very call.
        let next = derive_secret(self.suite.hash, self.secret.as_bytes(), b"traffic upd", &[]);
        Ok(Self {
            suite: self.suite,
            secret: next.map_err(|_| Error::Internal)?,
        })
    }
}

/// The key of one side's Finished message (RFC 8446 section 4.4.4).
///
/// ```text
/// finished_key = HKDF-Expand-Label(BaseKey, "finished", "", Hash.length)
/// verify_data  = HMAC(finished_key, Transcript-Hash(Handshake Context, Certificate*, CertificateVerify*))
/// ```
#[derive(Clone)]
pub struct FinishedKey(HmacKey);

impl core::fmt::Debug for FinishedKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("FinishedKey(..)")
    }
}

impl FinishedKey {
    fn new(hash: HashAlgorithm, base_key: &Secret) -> Result<Self, Unspecified> {
        let key = derive_secret(hash, base_key.as_bytes(), b"finished", &[])?;
        Ok(Self(HmacKey::new(hash, key.as_bytes())))
    }

    /// What our own Finished carries.
    pub fn verify_data(&self, transcript_hash: &[u8]) -> Digest {
        self.0.sign(&[transcript_hash])
    }

    /// Compares the peer's `verify_data` with what it should be, in constant time; `DecryptError` if it differs
    /// (section 4.4.4: "MUST terminate the connection with a "decrypt_error" alert").
    pub fn check(&self, transcript_hash: &[u8], verify_data: &[u8]) -> Result<(), Error> {
        let expected = self.verify_data(transcript_hash);
        if secret::verdict(expected.as_ref().ct_eq(verify_data)) {
            Ok(())
        } else {
            Err(Error::DecryptError)
        }
    }
}

/// The longest AEAD key, in bytes.
const MAX_KEY_LEN: usize = 32;

/// `Derive-Secret(., "derived", "")`, the salt of the next extraction.
fn derived(hash: HashAlgorithm, secret: &Expander) -> Result<Secret, Unspecified> {
    secret.derive_secret(b"derived", hash.hash_of_nothing().as_ref())
}

/// A traffic secret out of one of the schedule's secrets.
fn traffic(
    suite: &'static Suite,
    secret: &Expander,
    label: &[u8],
    transcript_hash: &[u8],
) -> Result<TrafficSecret, Unspecified> {
    let secret = secret.derive_secret(label, transcript_hash)?;
    Ok(TrafficSecret { suite, secret })
}

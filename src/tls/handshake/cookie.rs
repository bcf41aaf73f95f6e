//! A server's cookie: everything that it has to remember between HelloRetryRequest and the second ClientHello, left with the
//! client (RFC 8446 section 4.2.2).

use crate::crypto::{
    hash::{HashAlgorithm, HmacKey},
    rand,
};
use crate::tls::{
    config::Config,
    error::Error,
    suites::{self, Suite},
    wire::{
        codec::{Decoder, Encoder},
        codes::{CipherSuite, NamedGroup},
    },
};

/// When a server leaves what it has to remember with the client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatelessRetry {
    /// Never.
    #[default]
    Off,
    /// Where it sends a HelloRetryRequest anyway.
    WhenNeeded,
    /// With every client: a HelloRetryRequest answers each first ClientHello.
    Always,
}

/// What cookies are authenticated with. Servers that have the same take each other's.
#[derive(Debug)]
pub struct CookieKey(HmacKey);

impl CookieKey {
    /// From a secret of any length.
    pub fn new(secret: &[u8]) -> Self {
        Self(HmacKey::new(HashAlgorithm::Sha256, secret))
    }

    /// A random one.
    pub fn random() -> Result<Self, Error> {
        let mut secret = zeroize::Zeroizing::new([0; 32]);
        rand::fill(secret.as_mut()).map_err(|_| Error::NoRandom)?;
        Ok(Self::new(secret.as_ref()))
    }
}

/// What cookies are authenticated with, if the configuration leaves it to clients to remember.
pub fn key(config: &Config) -> Option<&CookieKey> {
    let is_on = config.stateless_retry != StatelessRetry::Off;
    config.cookie_key.as_deref().filter(|_| is_on)
}

/// Whether every client has to come again with a cookie.
pub fn wants_each_client_again(config: &Config) -> bool {
    config.stateless_retry == StatelessRetry::Always && config.cookie_key.is_some()
}

/// What a cookie says.
///
/// ```text
/// struct {
///     uint8 format = 1;
///     uint64 made;                    /* milliseconds since 1970 */
///     CipherSuite cipher_suite;
///     NamedGroup selected_group;      /* 0: none */
///     opaque kept[32];                /* SHA-256 of what may not change in the second ClientHello */
///     opaque client_hello1[Hash.length];
///     opaque mac[32];                 /* HMAC-SHA-256 of all that and of what it is for */
/// } cookie;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cookie {
    /// When it was made, in milliseconds since 1970.
    pub made: u64,
    /// The suite of the HelloRetryRequest.
    pub suite: &'static Suite,
    /// The group of the HelloRetryRequest.
    pub group: Option<NamedGroup>,
    /// Digest of what has to be the same in the second ClientHello.
    pub kept: [u8; 32],
    /// `Hash(ClientHello1)`, for the transcript.
    pub client_hello: Vec<u8>,
}

/// The first byte.
const FORMAT: u8 = 1;
/// Length of the MAC in bytes.
const MAC_LEN: usize = 32;
/// How long a cookie may be used, in milliseconds: a client answers a HelloRetryRequest at once.
pub const LIFETIME: u64 = 60_000;
/// By how much the clocks of servers that share a key may differ, in milliseconds.
pub const SKEW: u64 = 10_000;
/// What the MAC is for, so that the key may serve for something else as well.
const PURPOSE: &[u8] = b"ferrotls cookie of a HelloRetryRequest";

impl Cookie {
    /// The bytes for the client.
    pub fn seal(&self, key: &CookieKey) -> Result<Vec<u8>, Error> {
        let mut out = Vec::new();
        let mut encoder = Encoder::new(&mut out);
        encoder.u8(FORMAT);
        encoder.bytes(&self.made.to_be_bytes());
        encoder.u16(self.suite.id.0);
        encoder.u16(self.group.unwrap_or(NamedGroup(0)).0);
        encoder.bytes(&self.kept);
        encoder.bytes(&self.client_hello);
        let mac = key.0.sign(&[PURPOSE, &out]);
        out.extend_from_slice(mac.as_ref());
        Ok(out)
    }

    /// Checks and reads what a client has brought. `IllegalParameter` if it is not from one who has `key`, or too old.
    pub fn open(key: &CookieKey, bytes: &[u8], now: u64) -> Result<Self, Error> {
        let illegal = Error::IllegalParameter;
        let at = bytes.len().checked_sub(MAC_LEN).ok_or(illegal)?;
        let (content, mac) = bytes.split_at_checked(at).ok_or(illegal)?;
        // Before anything is read, and in constant time.
        if !key.0.verify(&[PURPOSE, content], mac) {
            return Err(illegal);
        }
        let cookie = Self::read(content).map_err(|_| illegal)?;
        let fresh = cookie.made <= now.saturating_add(SKEW) && now <= cookie.made.saturating_add(LIFETIME);
        if fresh { Ok(cookie) } else { Err(illegal) }
    }

    /// Reads what is known to be from a server of ours, perhaps of another version.
    fn read(content: &[u8]) -> Result<Self, Error> {
        let mut input = Decoder::new(content);
        if input.u8()? != FORMAT {
            return Err(Error::DecodeError);
        }
        let made = u64::from_be_bytes(input.array()?);
        let suite = suites::suite(CipherSuite(input.u16()?)).ok_or(Error::DecodeError)?;
        let group = NamedGroup(input.u16()?);
        let cookie = Self {
            made,
            suite,
            group: (group.0 != 0).then_some(group),
            kept: input.array()?,
            client_hello: input.rest().to_vec(),
        };
        if cookie.client_hello.len() == suite.hash.output_len() {
            Ok(cookie)
        } else {
            Err(Error::DecodeError)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cookie(id: CipherSuite, group: Option<NamedGroup>) -> Cookie {
        let suite = suites::suite(id).unwrap();
        Cookie {
            made: 1_000_000,
            suite,
            group,
            kept: [7; 32],
            client_hello: vec![9; suite.hash.output_len()],
        }
    }

    #[test]
    fn what_is_sealed_is_opened() {
        let key = CookieKey::random().unwrap();
        for id in [CipherSuite::AES_128_GCM_SHA256, CipherSuite::AES_256_GCM_SHA384] {
            for group in [None, Some(NamedGroup::X25519)] {
                let cookie = cookie(id, group);
                let sealed = cookie.seal(&key).unwrap();
                assert_eq!(Cookie::open(&key, &sealed, 1_000_000), Ok(cookie));
            }
        }
    }

    #[test]
    fn any_other_byte_and_any_other_length_is_refused() {
        let key = CookieKey::new(b"shared by a fleet");
        let sealed = cookie(CipherSuite::AES_128_GCM_SHA256, None).seal(&key).unwrap();
        let refused = |bytes: &[u8]| Cookie::open(&key, bytes, 1_000_000) == Err(Error::IllegalParameter);
        for index in 0..sealed.len() {
            let mut other = sealed.clone();
            other[index] ^= 1;
            assert!(refused(&other), "{index}");
            assert!(refused(&sealed[..index]), "{index}");
        }
        assert!(refused(&[sealed.as_slice(), &[0]].concat()));
        let other = CookieKey::new(b"not shared");
        assert_eq!(Cookie::open(&other, &sealed, 1_000_000), Err(Error::IllegalParameter));
    }

    #[test]
    fn it_ages() {
        let key = CookieKey::new(&[]);
        let sealed = cookie(CipherSuite::AES_128_GCM_SHA256, None).seal(&key).unwrap();
        let at = |now| Cookie::open(&key, &sealed, now).is_ok();
        assert!(at(1_000_000) && at(1_000_000 + LIFETIME) && at(1_000_000 - SKEW));
        assert!(!at(1_000_001 + LIFETIME) && !at(999_999 - SKEW) && !at(0) && !at(u64::MAX));
    }

    #[test]
    fn another_format_is_refused_though_it_is_authentic() {
        let key = CookieKey::new(&[1; 32]);
        let mut content = cookie(CipherSuite::AES_128_GCM_SHA256, None).seal(&key).unwrap();
        content.truncate(content.len() - MAC_LEN);
        for (index, value) in [(0, 2), (9, 0x55)] {
            let mut other = content.clone();
            other[index] = value;
            let mac = key.0.sign(&[PURPOSE, &other]);
            let sealed = [other.as_slice(), mac.as_ref()].concat();
            assert_eq!(Cookie::open(&key, &sealed, 1_000_000), Err(Error::IllegalParameter));
        }
    }
}

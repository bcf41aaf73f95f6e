//! Data encrypted with a password: PBES2 (RFC 8018 section 6.2) and the PBE of PKCS#12 (RFC 7292 appendix C), with the errors
//! of Mbed TLS.
//!
//! DEVIATION: more than [`MAX_ITERATIONS`] iterations are refused. Mbed TLS does as many as a file says, for hours.

use zeroize::Zeroizing;

use super::{
    algorithms::AlgorithmId,
    der::{self, Buf, Reader},
    error::{Asn1, At, ParseError, Stage},
    oid,
};
use crate::crypto::{
    cipher::{BlockAlgorithm, BlockKey, Direction, Mode, Padding, Running, RunningError},
    hash::HashAlgorithm,
    password,
};

/// The most iterations that a file may ask for: some seconds of work, and ten times what files have.
pub const MAX_ITERATIONS: u32 = 10_000_000;

/// The longest password of PKCS#12, in bytes: with a zero behind it, it fills a block in UTF-16.
const MAX_PKCS12_PASSWORD: usize = 31;

/// How a PBES2 is parametrized.
#[derive(Clone, Copy, Debug)]
pub struct Pbes2<'a> {
    prf: HashAlgorithm,
    salt: &'a [u8],
    iterations: u32,
    cipher: BlockAlgorithm,
    iv: &'a [u8],
}

impl<'a> Pbes2<'a> {
    /// `PBES2-params ::= SEQUENCE { keyDerivationFunc AlgorithmIdentifier, encryptionScheme AlgorithmIdentifier }` (RFC 8018
    /// appendix A.4), out of their tag and what is inside. What follows inside is not looked at.
    pub fn read(tag: u8, inside: &'a [u8]) -> Result<Self, ParseError> {
        const FORMAT: Stage = Stage::Pkcs5InvalidFormat;
        const UNAVAILABLE: ParseError = Stage::Pkcs5FeatureUnavailable.alone();
        if tag != der::SEQUENCE {
            return Err(FORMAT.because(Asn1::UnexpectedTag));
        }
        let mut fields = Reader::new(inside);
        let derivation = AlgorithmId::read(&mut fields).at(FORMAT)?;
        if derivation.oid.of(inside) != oid::PBKDF2 {
            return Err(UNAVAILABLE);
        }
        let (salt, iterations, prf) = read_pbkdf2(&fields, derivation.parameters)?;
        let scheme = AlgorithmId::read(&mut fields).at(FORMAT)?;
        let cipher = oid::cipher(scheme.oid.of(inside)).ok_or(UNAVAILABLE)?;
        let iv = scheme
            .parameters
            .filter(|iv| iv.tag == der::OCTET_STRING && iv.span.len() == cipher.block_len())
            .ok_or(FORMAT.alone())?;
        if iterations > MAX_ITERATIONS {
            return Err(UNAVAILABLE);
        }
        Ok(Self {
            prf,
            salt: salt.of(inside),
            iterations,
            cipher,
            iv: iv.of(inside),
        })
    }

    /// Length of a block of the cipher, in bytes.
    pub fn block_len(&self) -> usize {
        self.cipher.block_len()
    }

    /// Decrypts. Errors: Pkcs5PasswordMismatch.
    pub fn open(&self, password: &[u8], data: &[u8]) -> Result<Zeroizing<Vec<u8>>, ParseError> {
        self.work(password, Direction::Decrypt, data)
    }

    /// Encrypts.
    pub fn seal(&self, password: &[u8], data: &[u8]) -> Result<Zeroizing<Vec<u8>>, ParseError> {
        self.work(password, Direction::Encrypt, data)
    }

    fn work(&self, password: &[u8], direction: Direction, data: &[u8]) -> Result<Zeroizing<Vec<u8>>, ParseError> {
        let mismatch = Stage::Pkcs5PasswordMismatch.alone();
        let mut key = Zeroizing::new(vec![0; self.cipher.key_len()]);
        password::pbkdf2(self.prf, password, self.salt, self.iterations, &mut key).map_err(|_| mismatch)?;
        cbc(self.cipher, &key, self.iv, direction, data).map_err(|_| mismatch)
    }
}

/// `PBKDF2-params ::= SEQUENCE { salt OCTET STRING, iterationCount INTEGER, keyLength INTEGER OPTIONAL,
/// prf AlgorithmIdentifier DEFAULT hmacWithSHA1 }` (RFC 8018 appendix A.2). The length of the key is the cipher's.
fn read_pbkdf2(around: &Reader<'_>, parameters: Option<Buf>) -> Result<(Buf, u32, HashAlgorithm), ParseError> {
    const FORMAT: Stage = Stage::Pkcs5InvalidFormat;
    let parameters = parameters
        .filter(|parameters| parameters.tag == der::SEQUENCE)
        .ok_or(FORMAT.because(Asn1::UnexpectedTag))?;
    let mut fields = around.within(parameters.span);
    let salt = fields.expect(der::OCTET_STRING).at(FORMAT)?.buf();
    let iterations = read_count(&mut fields).at(FORMAT)?;
    if !fields.is_at_end() {
        match fields.small_integer() {
            Ok(_) | Err(Asn1::UnexpectedTag) => {}
            Err(error) => return Err(FORMAT.because(error)),
        }
    }
    if fields.is_at_end() {
        return Ok((salt, iterations, HashAlgorithm::Sha1));
    }
    let prf = AlgorithmId::read(&mut fields).at(FORMAT)?;
    if !prf.has_no_parameters() {
        return Err(FORMAT.because(Asn1::InvalidData));
    }
    let prf = oid::hmac(prf.oid.of(around.input())).ok_or(Stage::Pkcs5FeatureUnavailable.alone())?;
    fields.finish().at(FORMAT)?;
    Ok((salt, iterations, prf))
}

/// A number of iterations.
fn read_count(fields: &mut Reader<'_>) -> Result<u32, Asn1> {
    u32::try_from(fields.small_integer()?).map_err(|_| Asn1::InvalidLength)
}

/// How a PBE of PKCS#12 is parametrized.
#[derive(Clone, Copy, Debug)]
pub struct Pkcs12Pbe<'a> {
    hash: HashAlgorithm,
    salt: &'a [u8],
    iterations: u32,
    cipher: BlockAlgorithm,
}

impl<'a> Pkcs12Pbe<'a> {
    /// `pkcs-12PbeParams ::= SEQUENCE { salt OCTET STRING, iterations INTEGER }` (RFC 7292 appendix C), out of their tag and
    /// what is inside. Digest and cipher (CBC) are what the object identifier says.
    pub fn read(hash: HashAlgorithm, cipher: BlockAlgorithm, tag: u8, inside: &'a [u8]) -> Result<Self, ParseError> {
        const FORMAT: Stage = Stage::Pkcs12InvalidFormat;
        if tag != der::SEQUENCE {
            return Err(FORMAT.because(Asn1::UnexpectedTag));
        }
        let mut fields = Reader::new(inside);
        let salt = fields.expect(der::OCTET_STRING).at(FORMAT)?.buf();
        let iterations = read_count(&mut fields).at(FORMAT)?;
        fields.finish().at(FORMAT)?;
        if iterations > MAX_ITERATIONS {
            return Err(Stage::Pkcs12FeatureUnavailable.alone());
        }
        Ok(Self {
            hash,
            salt: salt.of(inside),
            iterations,
            cipher,
        })
    }

    /// Decrypts. Errors: Pkcs12PasswordMismatch; Pkcs12BadInput if password or salt are too long; CipherFullBlock if the data
    /// is not whole blocks.
    pub fn open(&self, password: &[u8], data: &[u8]) -> Result<Zeroizing<Vec<u8>>, ParseError> {
        self.work(password, Direction::Decrypt, data)
    }

    /// Encrypts. Errors: Pkcs12BadInput if password or salt are too long.
    pub fn seal(&self, password: &[u8], data: &[u8]) -> Result<Zeroizing<Vec<u8>>, ParseError> {
        self.work(password, Direction::Encrypt, data)
    }

    fn work(&self, password: &[u8], direction: Direction, data: &[u8]) -> Result<Zeroizing<Vec<u8>>, ParseError> {
        let bad_input = Stage::Pkcs12BadInput.alone();
        if password.len() > MAX_PKCS12_PASSWORD || self.salt.len() > 64 {
            return Err(bad_input);
        }
        let units = password.iter().chain([&0]).flat_map(|byte| [0, *byte]);
        let password = Zeroizing::new(units.collect::<Vec<u8>>());
        let derive = |id, len| {
            let mut out = Zeroizing::new(vec![0; len]);
            password::pkcs12(self.hash, id, &password, self.salt, self.iterations, &mut out).map_err(|_| bad_input)?;
            Ok(out)
        };
        let (key, iv) = (derive(1, self.cipher.key_len())?, derive(2, self.cipher.block_len())?);
        cbc(self.cipher, &key, &iv, direction, data).map_err(|error| match error {
            Some(RunningError::PartOfBlock) => Stage::CipherFullBlock.alone(),
            _ => Stage::Pkcs12PasswordMismatch.alone(),
        })
    }
}

/// `EncryptedPrivateKeyInfo ::= SEQUENCE { encryptionAlgorithm AlgorithmIdentifier, encryptedData OCTET STRING }` (RFC 5958
/// section 3), opened. As in Mbed TLS, what follows is not looked at.
///
/// Errors: KeyPasswordRequired if there is no password, KeyPasswordMismatch, KeyInvalidFormat, KeyFeatureUnavailable, and those
/// of the ways to encrypt.
pub fn open_private_key(bytes: &[u8], password: Option<&[u8]>) -> Result<Zeroizing<Vec<u8>>, ParseError> {
    const FORMAT: Stage = Stage::KeyInvalidFormat;
    let password = match password {
        None | Some([]) => return Err(Stage::KeyPasswordRequired.alone()),
        Some(password) => password,
    };
    let (_, mut fields) = Reader::new(bytes).enter(der::SEQUENCE).at(FORMAT)?;
    let algorithm = AlgorithmId::read(&mut fields).at(FORMAT)?;
    let data = fields.expect(der::OCTET_STRING).at(FORMAT)?.value.of(bytes);
    let parameters = algorithm.parameters.unwrap_or_default();
    let opened = match algorithm.oid.of(bytes) {
        oid::PBES2 => Pbes2::read(parameters.tag, parameters.of(bytes)).and_then(|pbe| pbe.open(password, data)),
        other => {
            let (hash, cipher) = oid::pkcs12_pbe(other).ok_or(Stage::KeyFeatureUnavailable.alone())?;
            Pkcs12Pbe::read(hash, cipher, parameters.tag, parameters.of(bytes)).and_then(|pbe| pbe.open(password, data))
        }
    };
    opened.map_err(|error| match error.stage {
        Stage::Pkcs5PasswordMismatch | Stage::Pkcs12PasswordMismatch => Stage::KeyPasswordMismatch.alone(),
        // Mbed TLS opens keys in place, where this has another code.
        Stage::CipherFullBlock if !data.is_empty() => Stage::CipherBadInput.alone(),
        _ => error,
    })
}

/// CBC with padding (RFC 5652 section 6.3). Fails with `None` if the padding is wrong.
fn cbc(
    cipher: BlockAlgorithm,
    key: &[u8],
    iv: &[u8],
    direction: Direction,
    data: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Option<RunningError>> {
    let key = BlockKey::new(cipher, key).map_err(|_| Some(RunningError::Unspecified))?;
    let mut running = Running::new(key, Mode::Cbc, direction, Padding::Pkcs7);
    running.set_iv(iv).map_err(|_| Some(RunningError::Unspecified))?;
    let mut out = Zeroizing::new(vec![0; data.len().saturating_add(cipher.block_len())]);
    let len = running.update(data, &mut out).map_err(Some)?;
    let (rest, is_wrong) = running.finish(out.get_mut(len..).unwrap_or_default()).map_err(Some)?;
    // That the password is wrong is told in any case.
    if bool::from(is_wrong) {
        return Err(None);
    }
    out.truncate(len.saturating_add(rest));
    Ok(out)
}

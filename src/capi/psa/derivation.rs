//! `psa/crypto.h`: key derivation, and key agreement.

use super::alg::{
    ecc_family, hash_algorithm, hash_length, hash_of, is_key_agreement, is_key_derivation, is_key_pair, is_public_key,
    is_raw_key_agreement, is_unstructured, key_agreement_base, key_agreement_kdf, without_hash,
};
use super::curve::KeyCurve;
use super::keys::{self, Outcome, status_of, usable};
use super::material::{self, Key};
use super::operation::{self, Room};
use super::types::*;
use super::values::*;
use crate::capi::ptr;
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::{hkdf, kdf, rand};
use zeroize::Zeroizing;

/// A derivation under way.
pub(super) struct Derivation {
    /// The algorithm, with the key agreement before it if there is one.
    alg: psa_algorithm_t,
    /// Bytes that may still come out.
    capacity: usize,
    /// A key was an input, so that a key may be the output.
    can_output_key: bool,
    inputs: Inputs,
    /// What was computed of the output, of which `taken` bytes came out. Empty until then.
    produced: Zeroizing<Vec<u8>>,
    taken: usize,
}

/// Secret bytes.
type Secret = Zeroizing<Vec<u8>>;

/// What went in, by algorithm.
enum Inputs {
    /// Nothing that came after is of use: more was asked for than there is.
    Exhausted,
    Hkdf(Hkdf),
    Prf(Prf),
    Password(Password),
    /// The X coordinate of an EC J-PAKE's result.
    EcjpakeToPms(Option<Secret>),
}

/// Inputs of HKDF and its halves.
#[derive(Default)]
struct Hkdf {
    salt: Option<Secret>,
    prk: Option<Secret>,
    info: Option<Secret>,
}

/// Inputs of the pseudorandom function of TLS 1.2, in the order in which they come.
#[derive(Default)]
struct Prf {
    seed: Option<Secret>,
    other_secret: Option<Secret>,
    secret: Option<Secret>,
    label: Option<Secret>,
}

/// Inputs of PBKDF2, in the order in which they come.
#[derive(Default)]
struct Password {
    cost: Option<u32>,
    salt: Option<Secret>,
    password: Option<Secret>,
}

/// INVALID_ARGUMENT unless `condition`.
fn argument(condition: bool) -> Outcome<()> {
    condition.then_some(()).ok_or(PSA_ERROR_INVALID_ARGUMENT)
}

/// BAD_STATE unless `condition`.
fn state(condition: bool) -> Outcome<()> {
    condition.then_some(()).ok_or(PSA_ERROR_BAD_STATE)
}

impl Derivation {
    /// Begins a derivation. NOT_SUPPORTED if there is none such, INVALID_ARGUMENT for what is no derivation.
    fn new(alg: psa_algorithm_t) -> Outcome<Self> {
        argument(!is_raw_key_agreement(alg) && (is_key_agreement(alg) || is_key_derivation(alg)))?;
        let kdf = kdf_of(alg);
        if is_key_agreement(alg) {
            // DEVIATION: no finite-field Diffie-Hellman.
            if key_agreement_base(alg) != PSA_ALG_ECDH {
                return Err(PSA_ERROR_NOT_SUPPORTED);
            }
            argument(kdf != PSA_ALG_TLS12_ECJPAKE_TO_PMS)?;
        }
        let (inputs, capacity) = if kdf == PSA_ALG_TLS12_ECJPAKE_TO_PMS {
            (Inputs::EcjpakeToPms(None), 32)
        } else {
            let hash = hash_algorithm(hash_of(kdf)).ok_or(PSA_ERROR_NOT_SUPPORTED)?;
            let is_tls = matches!(hash, HashAlgorithm::Sha256 | HashAlgorithm::Sha384);
            let length = hash.output_len();
            match without_hash(kdf) {
                PSA_ALG_HKDF_BASE | PSA_ALG_HKDF_EXPAND_BASE => (Inputs::Hkdf(Hkdf::default()), 255 * length),
                PSA_ALG_HKDF_EXTRACT_BASE => (Inputs::Hkdf(Hkdf::default()), length),
                PSA_ALG_TLS12_PRF_BASE if is_tls => (Inputs::Prf(Prf::default()), usize::MAX),
                PSA_ALG_TLS12_PSK_TO_MS_BASE if is_tls => (Inputs::Prf(Prf::default()), 48),
                // DEVIATION: no PBKDF2 with AES-CMAC.
                PSA_ALG_PBKDF2_HMAC_BASE => {
                    let blocks = usize::try_from(u32::MAX).unwrap_or(usize::MAX);
                    (Inputs::Password(Password::default()), blocks.saturating_mul(length))
                }
                _ => return Err(PSA_ERROR_NOT_SUPPORTED),
            }
        };
        Ok(Self {
            alg,
            capacity,
            can_output_key: false,
            inputs,
            produced: Zeroizing::default(),
            taken: 0,
        })
    }

    /// Takes an input, which came as a key of this kind, or as bytes (`PSA_KEY_TYPE_NONE`).
    fn input(&mut self, step: psa_key_derivation_step_t, key_type: psa_key_type_t, data: &[u8]) -> Outcome<()> {
        argument(fits_step(step, key_type))?;
        let kdf = kdf_of(self.alg);
        let has_output = !self.produced.is_empty();
        match &mut self.inputs {
            Inputs::Exhausted => Err(PSA_ERROR_BAD_STATE),
            Inputs::Hkdf(inputs) => inputs.take(kdf, step, data, has_output),
            Inputs::Prf(inputs) => inputs.take(without_hash(kdf) == PSA_ALG_TLS12_PSK_TO_MS_BASE, step, data),
            Inputs::Password(inputs) => inputs.take(step, data),
            Inputs::EcjpakeToPms(secret) => {
                argument(step == PSA_KEY_DERIVATION_INPUT_SECRET && data.len() == 65)?;
                let [4, x @ ..] = data else {
                    return Err(PSA_ERROR_INVALID_ARGUMENT);
                };
                *secret = Some(Zeroizing::new(x.iter().take(32).copied().collect()));
                Ok(())
            }
        }
    }

    /// Takes a number.
    fn input_number(&mut self, step: psa_key_derivation_step_t, value: u64) -> Outcome<()> {
        let Inputs::Password(inputs) = &mut self.inputs else {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        };
        argument(step == PSA_KEY_DERIVATION_INPUT_COST)?;
        state(inputs.cost.is_none())?;
        let cost = u32::try_from(value).map_err(|_| PSA_ERROR_NOT_SUPPORTED)?;
        argument(cost != 0)?;
        inputs.cost = Some(cost);
        Ok(())
    }

    /// Takes as many bytes as `out` is long out of the output. INSUFFICIENT_DATA, and no more output ever, if that is more
    /// than there is; BAD_STATE if an input is missing.
    fn output(&mut self, out: &mut [u8]) -> Outcome<()> {
        let outcome = self.try_output(out);
        if outcome.is_err() {
            self.inputs = Inputs::Exhausted;
            self.produced = Zeroizing::default();
            self.capacity = 0;
            out.fill(b'!');
        }
        outcome
    }

    /// [`Self::output`] without what a failure does.
    fn try_output(&mut self, out: &mut [u8]) -> Outcome<()> {
        if out.len() > self.capacity || self.capacity == 0 {
            return Err(PSA_ERROR_INSUFFICIENT_DATA);
        }
        let end = self.taken.checked_add(out.len()).ok_or(PSA_ERROR_INSUFFICIENT_DATA)?;
        if self.produced.len() < end || self.produced.is_empty() {
            self.produce(end)?;
        }
        let bytes = self
            .produced
            .get(self.taken..end)
            .ok_or(PSA_ERROR_CORRUPTION_DETECTED)?;
        out.copy_from_slice(bytes);
        self.capacity -= out.len();
        self.taken = end;
        Ok(())
    }

    /// Computes the output from its beginning to at least `end`.
    fn produce(&mut self, end: usize) -> Outcome<()> {
        let kdf = kdf_of(self.alg);
        let digest = hash_algorithm(hash_of(kdf)).unwrap_or(HashAlgorithm::Sha256);
        // Who asks for little at a time is not to cost the square of it: there is always more room than needed.
        let whole = end.max(1).next_multiple_of(digest.output_len());
        let more = whole.max(self.produced.len().saturating_mul(2));
        let mut out = Zeroizing::new(Vec::new());
        match &self.inputs {
            Inputs::Exhausted => return Err(PSA_ERROR_BAD_STATE),
            Inputs::Hkdf(inputs) => {
                let prk = inputs.prk.as_ref().ok_or(PSA_ERROR_BAD_STATE)?;
                if without_hash(kdf) == PSA_ALG_HKDF_EXTRACT_BASE {
                    out.extend_from_slice(prk);
                } else {
                    let info = inputs.info.as_ref().ok_or(PSA_ERROR_BAD_STATE)?;
                    out.resize(more.min(255 * digest.output_len()), 0);
                    hkdf::expand(digest, prk, &[info], &mut out).map_err(|_| PSA_ERROR_INSUFFICIENT_DATA)?;
                }
            }
            Inputs::Prf(inputs) => {
                let label = inputs.label.as_ref().ok_or(PSA_ERROR_BAD_STATE)?;
                let secret = inputs.secret.as_ref().ok_or(PSA_ERROR_BAD_STATE)?;
                let seed = inputs.seed.as_ref().ok_or(PSA_ERROR_BAD_STATE)?;
                out.resize(more, 0);
                kdf::tls12_prf(digest, secret, label, seed, &mut out);
            }
            Inputs::Password(inputs) => {
                let password = inputs.password.as_ref().ok_or(PSA_ERROR_BAD_STATE)?;
                let salt = inputs.salt.as_ref().ok_or(PSA_ERROR_BAD_STATE)?;
                let cost = inputs.cost.ok_or(PSA_ERROR_BAD_STATE)?;
                out.resize(whole, 0);
                kdf::pbkdf2(digest, password, salt, cost, &mut out);
            }
            Inputs::EcjpakeToPms(secret) => {
                let secret = secret.as_ref().ok_or(PSA_ERROR_BAD_STATE)?;
                out.extend_from_slice(HashAlgorithm::Sha256.hash(secret).as_ref());
            }
        }
        self.produced = out;
        Ok(())
    }

    /// The bytes of a key of the kind and length that attributes ask for, out of the output.
    fn output_key(&mut self, attributes: &psa_key_attributes_t) -> Outcome<Secret> {
        let (key_type, bits) = (attributes.type_, usize::from(attributes.bits));
        argument(!is_public_key(key_type))?;
        if let Some(family) = ecc_family(key_type) {
            let is_montgomery = family == PSA_ECC_FAMILY_MONTGOMERY;
            let unknown = if is_montgomery || family & 0xc0 != 0 {
                PSA_ERROR_NOT_SUPPORTED
            } else {
                PSA_ERROR_INVALID_ARGUMENT
            };
            let curve = KeyCurve::of(family, bits).ok_or(unknown)?;
            return self.output_scalar(curve);
        }
        if !is_unstructured(key_type) {
            return Err(PSA_ERROR_NOT_SUPPORTED);
        }
        argument(bits.is_multiple_of(8))?;
        let mut bytes = Zeroizing::new(vec![0; bits / 8]);
        self.output(&mut bytes)?;
        if key_type == PSA_KEY_TYPE_DES {
            material::set_parity(&mut bytes);
        }
        Ok(material::import(attributes, &bytes)?.0)
    }

    /// A private key of a curve: numbers are taken until one is below the order less one, and one is added to it (FIPS
    /// 186-4 appendix B.4.2).
    fn output_scalar(&mut self, curve: KeyCurve) -> Outcome<Secret> {
        let mut bytes = Zeroizing::new(vec![0; curve.len()]);
        loop {
            self.output(&mut bytes)?;
            if curve.signing().is_none() {
                curve.clamp(&mut bytes);
                return Ok(bytes);
            }
            if let (66, Some(first)) = (bytes.len(), bytes.first_mut()) {
                *first &= 1;
            }
            let mut carry = 1;
            for byte in bytes.iter_mut().rev() {
                let sum = u16::from(*byte) + carry;
                *byte = sum.to_le_bytes()[0];
                carry = sum >> 8;
            }
            if carry == 0 && curve.check_private(&bytes).is_ok() {
                return Ok(bytes);
            }
        }
    }
}

impl Hkdf {
    /// Takes a salt, a secret or an info.
    fn take(
        &mut self,
        kdf: psa_algorithm_t,
        step: psa_key_derivation_step_t,
        data: &[u8],
        has_output: bool,
    ) -> Outcome<()> {
        let is_extract = without_hash(kdf) == PSA_ALG_HKDF_EXTRACT_BASE;
        let is_expand = without_hash(kdf) == PSA_ALG_HKDF_EXPAND_BASE;
        let copy = || Zeroizing::new(data.to_vec());
        match step {
            PSA_KEY_DERIVATION_INPUT_SALT => {
                argument(!is_expand)?;
                state(self.salt.is_none() && self.prk.is_none())?;
                self.salt = Some(copy());
            }
            PSA_KEY_DERIVATION_INPUT_SECRET => {
                state(self.prk.is_none())?;
                if is_expand {
                    argument(data.len() == hash_length(kdf))?;
                    self.prk = Some(copy());
                } else {
                    state(!is_extract || self.salt.is_some())?;
                    let digest = hash_algorithm(hash_of(kdf)).ok_or(PSA_ERROR_NOT_SUPPORTED)?;
                    let salt = self.salt.as_ref().map(|salt| salt.as_slice());
                    let prk = hkdf::extract(digest, salt, Some(data));
                    self.prk = Some(Zeroizing::new(prk.as_bytes().to_vec()));
                }
            }
            PSA_KEY_DERIVATION_INPUT_INFO => {
                argument(!is_extract)?;
                state(!is_expand || self.prk.is_some())?;
                state(!has_output && self.info.is_none())?;
                self.info = Some(copy());
            }
            _ => return Err(PSA_ERROR_INVALID_ARGUMENT),
        }
        Ok(())
    }
}

impl Prf {
    /// Takes a seed, a secret or a label; for a premaster secret (RFC 4279 section 2, RFC 5489 section 2) the other secret
    /// too.
    fn take(&mut self, is_psk: bool, step: psa_key_derivation_step_t, data: &[u8]) -> Outcome<()> {
        let copy = || Zeroizing::new(data.to_vec());
        match step {
            PSA_KEY_DERIVATION_INPUT_SEED => {
                state(self.seed.is_none())?;
                self.seed = Some(copy());
            }
            PSA_KEY_DERIVATION_INPUT_OTHER_SECRET if is_psk => {
                state(self.seed.is_some() && self.other_secret.is_none() && self.secret.is_none())?;
                self.other_secret = Some(copy());
            }
            PSA_KEY_DERIVATION_INPUT_SECRET => {
                let max = usize::try_from(PSA_TLS12_PSK_TO_MS_PSK_MAX_SIZE).unwrap_or(0);
                argument(!is_psk || data.len() <= max)?;
                state(self.seed.is_some() && self.secret.is_none())?;
                self.secret = Some(if is_psk { self.premaster(data)? } else { copy() });
            }
            PSA_KEY_DERIVATION_INPUT_LABEL => {
                state(self.secret.is_some() && self.label.is_none())?;
                self.label = Some(copy());
            }
            _ => return Err(PSA_ERROR_INVALID_ARGUMENT),
        }
        Ok(())
    }

    /// The premaster secret of a pre-shared key: the other secret, or as many zeros as the key is long, and the key, each
    /// with its length before it.
    fn premaster(&self, psk: &[u8]) -> Outcome<Secret> {
        let zeros = Zeroizing::new(vec![0; psk.len()]);
        let other = self.other_secret.as_ref().unwrap_or(&zeros);
        let mut out = Zeroizing::new(Vec::with_capacity(
            other.len().saturating_add(psk.len()).saturating_add(4),
        ));
        for part in [other.as_slice(), psk] {
            let length = u16::try_from(part.len()).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
            out.extend_from_slice(&length.to_be_bytes());
            out.extend_from_slice(part);
        }
        Ok(out)
    }
}

impl Password {
    /// Takes a part of the salt, or the password.
    fn take(&mut self, step: psa_key_derivation_step_t, data: &[u8]) -> Outcome<()> {
        match step {
            PSA_KEY_DERIVATION_INPUT_SALT => {
                state(self.cost.is_some() && self.password.is_none())?;
                let mut salt = self.salt.take().unwrap_or_default();
                salt.extend_from_slice(data);
                self.salt = Some(salt);
            }
            PSA_KEY_DERIVATION_INPUT_PASSWORD => {
                state(self.salt.is_some() && self.password.is_none())?;
                self.password = Some(Zeroizing::new(data.to_vec()));
            }
            _ => return Err(PSA_ERROR_INVALID_ARGUMENT),
        }
        Ok(())
    }
}

/// The key derivation of an algorithm, without the key agreement before it.
fn kdf_of(alg: psa_algorithm_t) -> psa_algorithm_t {
    if is_key_agreement(alg) {
        key_agreement_kdf(alg)
    } else {
        alg
    }
}

/// Whether keys of a kind, or bytes (`PSA_KEY_TYPE_NONE`), may be the input of a step.
fn fits_step(step: psa_key_derivation_step_t, key_type: psa_key_type_t) -> bool {
    let kinds: &[psa_key_type_t] = match step {
        PSA_KEY_DERIVATION_INPUT_SECRET | PSA_KEY_DERIVATION_INPUT_OTHER_SECRET => &[PSA_KEY_TYPE_DERIVE],
        PSA_KEY_DERIVATION_INPUT_LABEL
        | PSA_KEY_DERIVATION_INPUT_SALT
        | PSA_KEY_DERIVATION_INPUT_INFO
        | PSA_KEY_DERIVATION_INPUT_SEED => &[PSA_KEY_TYPE_RAW_DATA],
        PSA_KEY_DERIVATION_INPUT_PASSWORD => &[PSA_KEY_TYPE_PASSWORD, PSA_KEY_TYPE_DERIVE],
        _ => return false,
    };
    key_type == PSA_KEY_TYPE_NONE || kinds.contains(&key_type)
}

/// The shared secret of a private key and a peer's public key.
fn agree(key: &Key, alg: psa_algorithm_t, peer: &[u8]) -> Outcome<Secret> {
    if key_agreement_base(alg) != PSA_ALG_ECDH {
        return Err(PSA_ERROR_NOT_SUPPORTED);
    }
    argument(is_key_pair(key.attributes.type_) && ecc_family(key.attributes.type_).is_some())?;
    let curve = key.curve().ok_or(PSA_ERROR_NOT_SUPPORTED)?;
    curve.agree(&key.bytes, peer)
}

/// A derivation that is not active.
///
/// \return  The operation.
#[unsafe(no_mangle)]
pub extern "C" fn psa_key_derivation_operation_init() -> psa_key_derivation_operation_t {
    psa_key_derivation_operation_t { reserved: [0; 71] }
}

/// Begins a derivation.
///
/// \param operation  An operation that is not active. On failure it is not either.
/// \param alg  PSA_ALG_HKDF(), PSA_ALG_HKDF_EXTRACT(), PSA_ALG_HKDF_EXPAND(), PSA_ALG_TLS12_PRF(),
///     PSA_ALG_TLS12_PSK_TO_MS(), PSA_ALG_TLS12_ECJPAKE_TO_PMS or PSA_ALG_PBKDF2_HMAC(), alone or with PSA_ALG_ECDH before
///     it (PSA_ALG_KEY_AGREEMENT()).
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_setup(
    operation: *mut psa_key_derivation_operation_t,
    alg: psa_algorithm_t,
) -> psa_status_t {
    // SAFETY: C passes an operation.
    status_of(|| unsafe {
        state(*operation::room(operation)?.word() == 0)?;
        operation::start(operation, || Derivation::new(alg))
    })
}

/// How many bytes may still come out.
///
/// \param operation  An active operation.
/// \param capacity  Gets their number.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_get_capacity(
    operation: *const psa_key_derivation_operation_t,
    capacity: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes an operation, which is only read, and a number to write.
    status_of(|| unsafe {
        let derivation = operation::active(operation.cast_mut())?;
        argument(!capacity.is_null())?;
        ptr::store(capacity, derivation.capacity);
        Ok(())
    })
}

/// Lets fewer bytes come out.
///
/// \param operation  An active operation.
/// \param capacity  How many, at most as many as may still come out.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_set_capacity(
    operation: *mut psa_key_derivation_operation_t,
    capacity: usize,
) -> psa_status_t {
    // SAFETY: C passes an operation.
    status_of(|| unsafe {
        let derivation = operation::active(operation)?;
        argument(capacity <= derivation.capacity)?;
        derivation.capacity = capacity;
        Ok(())
    })
}

/// Takes an input as bytes.
///
/// \param operation  An active operation. On failure it is not active any more.
/// \param step  What the input is: PSA_KEY_DERIVATION_INPUT_SALT, for example.
/// \param data,data_length  The bytes.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_input_bytes(
    operation: *mut psa_key_derivation_operation_t,
    step: psa_key_derivation_step_t,
    data: *const u8,
    data_length: usize,
) -> psa_status_t {
    // SAFETY: C passes an operation and readable bytes.
    status_of(|| unsafe {
        operation::step(operation, |derivation| {
            let data = ptr::bytes(data, data_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
            derivation.input(step, PSA_KEY_TYPE_NONE, data)
        })
    })
}

/// Takes an input as a number.
///
/// \param operation  An active operation. On failure it is not active any more.
/// \param step  PSA_KEY_DERIVATION_INPUT_COST: how often PBKDF2 iterates.
/// \param value  The number.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_input_integer(
    operation: *mut psa_key_derivation_operation_t,
    step: psa_key_derivation_step_t,
    value: u64,
) -> psa_status_t {
    // SAFETY: C passes an operation.
    status_of(|| unsafe { operation::step(operation, |derivation| derivation.input_number(step, value)) })
}

/// Takes a key as input.
///
/// \param operation  An active operation. On failure it is not active any more.
/// \param step  What the input is: PSA_KEY_DERIVATION_INPUT_SECRET, for example.
/// \param key  A key with PSA_KEY_USAGE_DERIVE for the algorithm of the operation.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED or
/// PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_input_key(
    operation: *mut psa_key_derivation_operation_t,
    step: psa_key_derivation_step_t,
    key: mbedtls_svc_key_id_t,
) -> psa_status_t {
    // SAFETY: C passes an operation.
    status_of(|| unsafe {
        operation::room(operation)?;
        if operation::active(operation).is_err() {
            usable(key, PSA_KEY_USAGE_DERIVE, PSA_ALG_NONE)?;
        }
        operation::step(operation, |derivation| {
            let key = usable(key, PSA_KEY_USAGE_DERIVE, derivation.alg)?;
            derivation.input(step, key.attributes.type_, &key.bytes)?;
            if matches!(
                step,
                PSA_KEY_DERIVATION_INPUT_SECRET | PSA_KEY_DERIVATION_INPUT_PASSWORD
            ) {
                derivation.can_output_key = true;
            }
            Ok(())
        })
    })
}

/// Agrees on a secret and takes it as input.
///
/// \param operation  An active operation of a key agreement with a derivation.
/// \param step  PSA_KEY_DERIVATION_INPUT_SECRET, or another step that takes a secret.
/// \param private_key  A key pair with PSA_KEY_USAGE_DERIVE for the algorithm of the operation.
/// \param peer_key,peer_key_length  The peer's public key, as psa_export_public_key() gives it.
///
/// \return  As psa_key_derivation_input_key().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_key_agreement(
    operation: *mut psa_key_derivation_operation_t,
    step: psa_key_derivation_step_t,
    private_key: mbedtls_svc_key_id_t,
    peer_key: *const u8,
    peer_key_length: usize,
) -> psa_status_t {
    // SAFETY: C passes an operation and readable bytes.
    status_of(|| unsafe {
        operation::room(operation)?;
        let alg = operation::active(operation).map_or(PSA_ALG_NONE, |derivation| derivation.alg);
        argument(is_key_agreement(alg))?;
        let key = usable(private_key, PSA_KEY_USAGE_DERIVE, alg)?;
        operation::step(operation, |derivation| {
            let peer = ptr::bytes(peer_key, peer_key_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
            let shared = agree(&key, alg, peer)?;
            derivation.input(step, PSA_KEY_TYPE_DERIVE, &shared)?;
            derivation.can_output_key |= step == PSA_KEY_DERIVATION_INPUT_SECRET;
            Ok(())
        })
    })
}

/// Takes bytes out of a derivation.
///
/// \param operation  An active operation that has its inputs.
/// \param output,output_length  Where they go; filled on failure.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_INSUFFICIENT_DATA, or PSA_ERROR_INVALID_ARGUMENT for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_output_bytes(
    operation: *mut psa_key_derivation_operation_t,
    output: *mut u8,
    output_length: usize,
) -> psa_status_t {
    // SAFETY: C passes an operation and writable bytes.
    status_of(|| unsafe {
        let derivation = operation::active(operation)?;
        let output = ptr::bytes_mut(output, output_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        derivation.output(output)
    })
}

/// Takes a key out of a derivation.
///
/// \param attributes  Kind, length and policy of the key.
/// \param operation  An active operation that has its inputs, the secret or password among them as a key.
/// \param key  Gets the number of the key, 0 on failure.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_INSUFFICIENT_DATA, PSA_ERROR_NOT_SUPPORTED
/// or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_output_key(
    attributes: *const psa_key_attributes_t,
    operation: *mut psa_key_derivation_operation_t,
    key: *mut mbedtls_svc_key_id_t,
) -> psa_status_t {
    // SAFETY: C passes attributes, an operation, and a number to write.
    status_of(|| unsafe { output_key(attributes, operation, true, key) })
}

/// Takes a key out of a derivation in a way of its own.
///
/// \param attributes,operation,key  As for psa_key_derivation_output_key().
/// \param custom  NULL or flags, which must be 0.
/// \param custom_data,custom_data_length  Nothing.
///
/// \return  As psa_key_derivation_output_key().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_output_key_custom(
    attributes: *const psa_key_attributes_t,
    operation: *mut psa_key_derivation_operation_t,
    custom: *const psa_custom_key_parameters_t,
    _custom_data: *const u8,
    custom_data_length: usize,
    key: *mut mbedtls_svc_key_id_t,
) -> psa_status_t {
    // SAFETY: C passes attributes, an operation, parameters, and a number to write.
    status_of(|| unsafe {
        let flags = ptr::as_ref(custom).map_or(0, |custom| custom.flags);
        output_key(attributes, operation, flags == 0 && custom_data_length == 0, key)
    })
}

/// psa_key_derivation_output_key_custom() with flags and data in one.
///
/// \param attributes,operation,key  As for psa_key_derivation_output_key().
/// \param params  NULL or flags, which must be 0.
/// \param params_data_length  0.
///
/// \return  As psa_key_derivation_output_key().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_output_key_ext(
    attributes: *const psa_key_attributes_t,
    operation: *mut psa_key_derivation_operation_t,
    params: *const psa_key_production_parameters_t,
    params_data_length: usize,
    key: *mut mbedtls_svc_key_id_t,
) -> psa_status_t {
    // SAFETY: C passes attributes, an operation, parameters, and a number to write.
    status_of(|| unsafe {
        let flags = ptr::as_ref(params).map_or(0, |params| params.flags);
        output_key(attributes, operation, flags == 0 && params_data_length == 0, key)
    })
}

/// Takes a key out of a derivation.
///
/// # Safety
/// All pointers are NULL or valid.
unsafe fn output_key(
    attributes: *const psa_key_attributes_t,
    operation: *mut psa_key_derivation_operation_t,
    is_plain: bool,
    key: *mut mbedtls_svc_key_id_t,
) -> Outcome<()> {
    // SAFETY: the caller's promise.
    unsafe {
        let attributes = keys::begin(attributes, key)?;
        argument(attributes.bits != 0 && is_plain)?;
        let derivation = operation::active(operation)?;
        if !derivation.can_output_key {
            return Err(PSA_ERROR_NOT_PERMITTED);
        }
        keys::check_new(&attributes)?;
        let bytes = derivation.output_key(&attributes)?;
        keys::put(attributes, bytes, attributes.bits.into(), key)
    }
}

/// Ends a derivation. An operation that is not active is allowed.
///
/// \param operation  The operation; NULL is allowed and does nothing.
///
/// \return  PSA_SUCCESS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_abort(operation: *mut psa_key_derivation_operation_t) -> psa_status_t {
    // SAFETY: C passes NULL or an operation.
    status_of(|| unsafe {
        operation::abort(operation);
        Ok(())
    })
}

/// Agrees on a secret.
///
/// \param alg  PSA_ALG_ECDH.
/// \param private_key  A key pair with PSA_KEY_USAGE_DERIVE.
/// \param peer_key,peer_key_length  The peer's public key, as psa_export_public_key() gives it.
/// \param output,output_size  Where the secret goes; on failure it gets random bytes.
/// \param output_length  Gets its length; on failure the size of the buffer.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL,
/// PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_raw_key_agreement(
    alg: psa_algorithm_t,
    private_key: mbedtls_svc_key_id_t,
    peer_key: *const u8,
    peer_key_length: usize,
    output: *mut u8,
    output_size: usize,
    output_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes readable and writable bytes, and a length to write.
    status_of(|| unsafe {
        ptr::store(output_length, 0);
        argument(!output_length.is_null() && (output_size == 0 || !output.is_null()))?;
        argument(isize::try_from(output_size).is_ok())?;
        let peer = ptr::bytes(peer_key, peer_key_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let shared = (|| {
            argument(is_key_agreement(alg))?;
            let key = usable(private_key, PSA_KEY_USAGE_DERIVE, alg)?;
            let is_pair = is_key_pair(key.attributes.type_) && ecc_family(key.attributes.type_).is_some();
            if is_pair && output_size < usize::from(key.attributes.bits).div_ceil(8) {
                return Err(PSA_ERROR_BUFFER_TOO_SMALL);
            }
            if !is_raw_key_agreement(alg) {
                return Err(PSA_ERROR_NOT_SUPPORTED);
            }
            agree(&key, alg, peer)
        })();
        match shared {
            Ok(shared) => {
                ptr::copy_out(&shared, output);
                ptr::store(output_length, shared.len());
                Ok(())
            }
            Err(status) => {
                // A program that does not look at the status is not to encrypt with a secret that everybody knows.
                ptr::store(output_length, output_size);
                if let Some(output) = ptr::bytes_mut(output, output_size) {
                    output.fill(0);
                    let _ = rand::fill(output);
                }
                Err(status)
            }
        }
    })
}

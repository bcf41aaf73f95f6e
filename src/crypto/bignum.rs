//! Natural numbers of any size, for `mbedtls_mpi`, Diffie-Hellman over prime fields, and the raw RSA operation.
//!
//! crypto-bigint computes, crypto-primes finds primes. What the operations' time depends on is said at each; where nothing
//! is said it depends on the lengths of the numbers alone. Every number is wiped when it is dropped, but what the
//! crates have on the heap while they compute (a table of powers, a modulus in Montgomery form) is not.

use core::cmp::Ordering;

use crypto_bigint::{
    BoxedUint, ConcatenatingMul, CtLt, Gcd, Resize,
    modular::{BoxedMontyForm, BoxedMontyParams},
};
use crypto_primes::{
    Flavor, fips,
    hazmat::{SetBits, SmallFactorsSieveFactory},
};
use zeroize::Zeroizing;

use super::{Unspecified, rand::Stream};

/// Bits of a limb.
const LIMB_BITS: usize = 64;
/// More rounds of the Miller-Rabin test than this say nothing new: one lets a composite number pass once in four times.
const MAX_ROUNDS: usize = 64;
/// How small a probability is asked of a prime that is made here: 2^-128.
const PRIME_ERROR: u32 = 128;
/// From this size on there are primes enough whose two highest bits are set.
const MANY_PRIMES_BITS: usize = 32;

/// A natural number, 0 included. It has as many limbs as it was made with, zeros in front included. Zeroized on drop.
#[derive(Clone)]
pub struct Natural(Zeroizing<BoxedUint>);

impl core::fmt::Debug for Natural {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Natural(..)")
    }
}

impl Natural {
    /// From limbs, the least significant one first.
    pub fn from_limbs(limbs: &[u64]) -> Self {
        if limbs.is_empty() {
            return Self::from_limbs(&[0]);
        }
        Self::from(BoxedUint::from_words(limbs.iter().copied()))
    }

    /// From big-endian bytes. Fails on more than half a gigabyte.
    pub fn from_be_bytes(bytes: &[u8]) -> Result<Self, Unspecified> {
        let bits = precision(bytes.len().saturating_mul(8))?;
        let number = BoxedUint::from_be_slice(bytes, bits).map_err(|_| Unspecified)?;
        Ok(Self::from(number))
    }

    /// The limbs, the least significant one first; at least one.
    pub fn limbs(&self) -> &[u64] {
        self.0.as_words()
    }

    /// Big-endian, without zeros in front (of 0, no byte at all). The time depends on the number's length.
    pub fn to_be_bytes(&self) -> Zeroizing<Vec<u8>> {
        let whole = Zeroizing::new(self.0.to_be_bytes());
        Zeroizing::new(trim(&whole).to_vec())
    }

    /// How many bits it takes.
    pub fn bits(&self) -> usize {
        usize::try_from(self.0.bits_vartime()).unwrap_or(usize::MAX)
    }

    /// Whether it is 0.
    pub fn is_zero(&self) -> bool {
        self.0.is_zero().to_bool()
    }

    /// Whether it is 1.
    pub fn is_one(&self) -> bool {
        self.0.is_one().to_bool()
    }

    /// Whether it is odd.
    pub fn is_odd(&self) -> bool {
        self.0.bit_vartime(0)
    }

    /// Whether it is less than `other`, in a time that depends on neither.
    pub fn is_less_ct(&self, other: &Self) -> bool {
        let (a, b) = self.alike(other);
        a.0.ct_lt(&b.0).to_bool()
    }

    /// The sum.
    pub fn add(&self, other: &Self) -> Self {
        Self::from(self.0.concatenating_add(&*other.0))
    }

    /// The difference; `None` if it is negative.
    pub fn sub(&self, other: &Self) -> Option<Self> {
        let (a, b) = self.alike(other);
        let (difference, is_negative) = a.0.underflowing_sub(&*b.0);
        let difference = Self::from(difference);
        (!is_negative.to_bool()).then_some(difference)
    }

    /// The product.
    pub fn mul(&self, other: &Self) -> Self {
        Self::from(self.0.concatenating_mul(&*other.0))
    }

    /// Quotient and remainder; `None` if `divisor` is 0. The time depends on the divisor's length, but not on the dividend.
    pub fn div_rem(&self, divisor: &Self) -> Option<(Self, Self)> {
        let (quotient, remainder) = self.0.div_rem_vartime(divisor.0.as_nz_vartime()?);
        Some((Self::from(quotient), Self::from(remainder)))
    }

    /// The number times 2^`count`. Fails on sizes that no memory has.
    pub fn shl(&self, count: usize) -> Result<Self, Unspecified> {
        let shift = precision(count)?;
        let bits = precision(self.bits().saturating_add(count).max(1))?;
        let room = Zeroizing::new((&*self.0).resize_unchecked(bits));
        Ok(Self::from(room.unbounded_shl_vartime(shift)))
    }

    /// The number divided by 2^`count`, rounded down.
    pub fn shr(&self, count: usize) -> Self {
        Self::from(self.0.unbounded_shr_vartime(precision(count).unwrap_or(u32::MAX)))
    }

    /// The greatest common divisor; of 0 and another number it is that number. The time depends on neither.
    pub fn gcd(&self, other: &Self) -> Self {
        let (a, b) = self.alike(other);
        Self::from(a.0.gcd(&*b.0))
    }

    /// The inverse modulo `modulus`; `None` if there is none (and modulo 0 and 1 there is none).
    pub fn invert(&self, modulus: &Self) -> Option<Self> {
        if modulus.is_one() {
            return None;
        }
        let (_, reduced) = self.div_rem(modulus)?;
        let (reduced, modulus) = reduced.alike(modulus);
        let inverse = reduced.0.invert_mod(modulus.0.as_nz_vartime()?).into_option();
        inverse.map(Self::from)
    }

    /// The number to the power of `exponent` modulo `modulus`; `None` if the modulus is even. The time depends on the
    /// modulus's length and on how many limbs the exponent has, zeros in front included, but not on the exponent.
    pub fn power(&self, exponent: &Self, modulus: &Self) -> Option<Self> {
        if !modulus.is_odd() {
            return None;
        }
        if modulus.is_one() {
            return Some(Self::from_limbs(&[0]));
        }
        let modulus = modulus.trimmed();
        let (_, reduced) = self.div_rem(&modulus)?;
        let reduced = (&*reduced.0).resize_unchecked(modulus.0.bits_precision());
        let params = BoxedMontyParams::new(modulus.0.as_odd_vartime()?.clone());
        let base = Zeroizing::new(BoxedMontyForm::new(reduced, &params));
        let power = Zeroizing::new(base.pow(&exponent.0));
        Some(Self::from(power.retrieve()))
    }

    /// From digits of `radix` (2 to 36), without a sign; `None` if there is none or something else among them. The time
    /// depends on the number.
    pub fn from_digits(digits: &str, radix: u32) -> Option<Self> {
        let all = digits.chars().all(|digit| digit.is_digit(radix));
        if digits.is_empty() || !(2..=36).contains(&radix) || !all {
            return None;
        }
        let number = BoxedUint::from_str_radix_vartime(digits, radix).ok()?;
        Some(Self::from(number))
    }

    /// In digits of `radix` (2 to 36), capitals from ten on, without zeros in front. `None` for another radix. The time
    /// depends on the number.
    pub fn to_digits(&self, radix: u32) -> Option<Zeroizing<String>> {
        if !(2..=36).contains(&radix) {
            return None;
        }
        let mut digits = Zeroizing::new(self.0.to_string_radix_vartime(radix));
        digits.make_ascii_uppercase();
        Some(digits)
    }

    /// Whether it is a prime: the test of Baillie, Pomerance, Selfridge and Wagstaff, and so many `rounds` of Miller and
    /// Rabin's with random bases (beyond 64 there is no more to learn). The time depends on the number.
    pub fn is_prime(&self, rounds: usize) -> Result<bool, Unspecified> {
        let number = self.trimmed();
        if number.is_zero() {
            return Ok(false);
        }
        let options = fips::FipsOptions::with_mr_iterations(rounds.min(MAX_ROUNDS)).with_trial_division_test();
        // Its trial divisions first: they end most cases.
        let mut random = Stream::fresh()?;
        Ok(fips::is_prime(&mut random, Flavor::Any, &*number.0, options)
            && crypto_primes::is_prime(Flavor::Any, &*number.0))
    }

    /// A random prime of exactly `bits` (at least 3). From 32 bits on, its two highest bits are set, so that the product of
    /// two such primes is as long as both. With `safe`, (p - 1) / 2 is a prime as well.
    pub fn random_prime(bits: usize, safe: bool) -> Result<Self, Unspecified> {
        let flavor = if safe { Flavor::Safe } else { Flavor::Any };
        let set = if bits >= MANY_PRIMES_BITS {
            SetBits::TwoMsb
        } else {
            SetBits::Msb
        };
        if bits < 3 {
            return Err(Unspecified);
        }
        let bits = precision(bits)?;
        let sieve = SmallFactorsSieveFactory::<BoxedUint>::new(flavor, bits, set).map_err(|_| Unspecified)?;
        let options = fips::FipsOptions::with_error_bound(bits, PRIME_ERROR)
            .unwrap_or(fips::FipsOptions::with_mr_iterations(MAX_ROUNDS));
        let mut random = Stream::fresh()?;
        let found = crypto_primes::sieve_and_find(&mut random, sieve, |random, candidate| {
            crypto_primes::is_prime(flavor, candidate) && fips::is_prime(random, flavor, candidate, options)
        });
        found.ok().flatten().map(Self::from).ok_or(Unspecified)
    }

    /// The two primes of an RSA modulus, out of it and both exponents: from a square root of 1 modulo `n` that is neither 1
    /// nor -1 (Boneh, "Twenty years of attacks on the RSA cryptosystem", fact 1). Fails if the numbers do not fit together.
    pub fn rsa_primes(n: &Self, e: &Self, d: &Self) -> Result<(Self, Self), Unspecified> {
        /// Every second prime base finds the primes, if there are two; what a product of them finds is no news. There are 54
        /// primes below this.
        const BASES: u64 = 252;
        let one = Self::from_limbs(&[1]);
        let minus_one = n.sub(&one).filter(|_| n.is_odd()).ok_or(Unspecified)?;
        let order = d.mul(e).sub(&one).filter(|order| !order.is_zero()).ok_or(Unspecified)?;
        let twos = usize::try_from(order.0.trailing_zeros()).map_err(|_| Unspecified)?;
        let odd = order.shr(twos);
        let is_prime = |base: &u64| (2..*base).all(|divisor| !base.is_multiple_of(divisor));
        for base in (2..BASES).filter(is_prime) {
            let mut root = Self::from_limbs(&[base]).power(&odd, n).ok_or(Unspecified)?;
            for _ in 0..twos {
                let (_, square) = root.mul(&root).div_rem(n).ok_or(Unspecified)?;
                if square.is_one() && !root.is_one() && root != minus_one {
                    let p = root.sub(&one).ok_or(Unspecified)?.gcd(n);
                    let (q, _) = n.div_rem(&p).ok_or(Unspecified)?;
                    return Ok((p, q));
                }
                root = square;
            }
            if !root.is_one() {
                return Err(Unspecified);
            }
        }
        Err(Unspecified)
    }

    /// Without limbs in front that are zero, one limb at least: for numbers that are public, as its length then tells.
    pub fn trimmed(&self) -> Self {
        let bits = self.0.bits_vartime().max(1);
        Self::from((&*self.0).resize_unchecked(bits))
    }

    /// This number and another with as many limbs as the longer one has.
    fn alike(&self, other: &Self) -> (Self, Self) {
        let bits = self.0.bits_precision().max(other.0.bits_precision());
        let resized = |number: &Self| Self::from((&*number.0).resize_unchecked(bits));
        (resized(self), resized(other))
    }
}

impl From<BoxedUint> for Natural {
    fn from(number: BoxedUint) -> Self {
        Self(Zeroizing::new(number))
    }
}

impl PartialEq for Natural {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Natural {}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By value, whatever zeros stand in front. The time depends on the numbers.
impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        let (a, b) = self.alike(other);
        a.0.cmp_vartime(&*b.0)
    }
}

/// How many limbs a number of `bits` takes.
pub fn limbs_of(bits: usize) -> usize {
    bits.div_ceil(LIMB_BITS)
}

/// A number of bits as crypto-bigint takes it, one limb at least. Fails beyond 2^32 - 64.
fn precision(bits: usize) -> Result<u32, Unspecified> {
    u32::try_from(bits)
        .ok()
        .filter(|bits| *bits <= u32::MAX - 64)
        .ok_or(Unspecified)
}

/// Without leading zeros.
pub(super) fn trim(bytes: &[u8]) -> &[u8] {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    bytes.get(zeros..).unwrap_or(&[])
}

/// How many bits a big-endian number without leading zeros has.
#[cfg(feature = "certificates")]
pub(super) fn bit_len(trimmed: &[u8]) -> usize {
    let Some(first) = trimmed.first() else {
        return 0;
    };
    let unused = usize::try_from(first.leading_zeros()).unwrap_or(0);
    trimmed.len().saturating_mul(8).saturating_sub(unused)
}

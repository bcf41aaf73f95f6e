//! The self test.

use super::{
    mbedtls_mpi, mbedtls_mpi_cmp_mpi, mbedtls_mpi_div_mpi, mbedtls_mpi_exp_mod, mbedtls_mpi_gcd, mbedtls_mpi_inv_mod,
    mbedtls_mpi_mul_mpi, mbedtls_mpi_read_string, release,
};
use crate::capi::guard::guard;
use crate::capi::self_test::say;
use core::ffi::{CStr, c_int};
use core::ptr::{addr_of, addr_of_mut, null_mut};

/// The digits of pi, of e, and 2^255 - 19; what is computed of them is Python's result.
const A: &CStr = c"3243F6A8885A308D313198A2E03707344A4093822299F31D0082EFA98EC4E6C89452821E638D01377BE5466CF34E90C6";
/// The exponent.
const E: &CStr = c"2B7E151628AED2A6ABF7158809CF4F3C762E7160F38B4DA56A784D9045190CFEF324E7738926CFBE5F4BF8D8D8C31D763DA06C80ABB1185EB4F7C7B5757F5958";
/// The modulus.
const N: &CStr = c"7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFED";
/// A * N.
const PRODUCT: &CStr = c"1921FB54442D18469898CC51701B839A252049C1114CF98E804177D4C76273608F1DF28D1314E62117444F1FD591BF817D350D576E92F4D8F648366A6762DF1CFDE057BE9C88E8E1CDFBC5E9F12B414E";
/// A / N, rounded down.
const QUOTIENT: &CStr = c"6487ED5110B4611A62633145C06E0E68";
/// A mod N.
const REMAINDER: &CStr = c"4A4093822299F31D0082EFA98EC4E6D00A691F22A0F0362CC941EE9A3B79A27E";
/// A^E mod N.
const POWER: &CStr = c"35158A2609FAF2CABAEA11DBC66C8D6703883DD93D3171C52F9207F727DA12B3";
/// The inverse of A mod N.
const INVERSE: &CStr = c"65A313CAD4643D4B77A215228BE77BDAC27B7BEFB656E3C6C411E50C77B13C10";
/// Pairs of numbers and their greatest common divisors.
const DIVISORS: [[&CStr; 3]; 3] = [
    [c"42F", c"1CE", c"15"],
    [c"24", c"18", c"C"],
    [c"F4243", c"F3A71", c"1"],
];

/// Whether an operation gives what is known.
type Check = fn() -> bool;

/// Computes known results.
///
/// \param verbose  Other than 0: tells on the standard output what is computed.
///
/// \return  0, or 1 if a result is wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_mpi_self_test(verbose: c_int) -> c_int {
    guard(1, || {
        let tests: [(&str, Check); 5] = [
            ("mul_mpi", multiplies),
            ("div_mpi", divides),
            ("exp_mod", raises),
            ("inv_mod", inverts),
            ("simple gcd", finds_divisors),
        ];
        let mut result = 0;
        for (at, (name, test)) in tests.iter().enumerate() {
            say(verbose, &format!("  MPI test #{} ({name}): ", at + 1));
            if !test() {
                say(verbose, "failed\n");
                result = 1;
                break;
            }
            say(verbose, "passed\n");
        }
        say(verbose, "\n");
        result
    })
}

/// A number of the test's own, freed when it is dropped.
struct Number(mbedtls_mpi);

impl Number {
    /// 0.
    fn new() -> Self {
        Self(mbedtls_mpi {
            p: null_mut(),
            s: 1,
            n: 0,
        })
    }

    /// What hexadecimal digits say; 0 without memory.
    fn of(digits: &CStr) -> Self {
        let mut number = Self::new();
        // SAFETY: an initialised number, and a string.
        unsafe { mbedtls_mpi_read_string(number.out(), 16, digits.as_ptr()) };
        number
    }

    /// As an argument that is read.
    fn get(&self) -> *const mbedtls_mpi {
        addr_of!(self.0)
    }

    /// As an argument that is written.
    fn out(&mut self) -> *mut mbedtls_mpi {
        addr_of_mut!(self.0)
    }

    /// Whether it is what hexadecimal digits say.
    fn is(&self, digits: &CStr) -> bool {
        // SAFETY: initialised numbers.
        unsafe { mbedtls_mpi_cmp_mpi(self.get(), Self::of(digits).get()) == 0 }
    }
}

impl Drop for Number {
    fn drop(&mut self) {
        release(&mut self.0);
    }
}

/// Whether a product is right.
fn multiplies() -> bool {
    let (a, n, mut x) = (Number::of(A), Number::of(N), Number::new());
    // SAFETY: initialised numbers.
    unsafe { mbedtls_mpi_mul_mpi(x.out(), a.get(), n.get()) == 0 && x.is(PRODUCT) }
}

/// Whether a quotient and its remainder are right.
fn divides() -> bool {
    let (a, n, mut q, mut r) = (Number::of(A), Number::of(N), Number::new(), Number::new());
    // SAFETY: initialised numbers.
    let done = unsafe { mbedtls_mpi_div_mpi(q.out(), r.out(), a.get(), n.get()) };
    done == 0 && q.is(QUOTIENT) && r.is(REMAINDER)
}

/// Whether a power is right.
fn raises() -> bool {
    let (a, e, n, mut x) = (Number::of(A), Number::of(E), Number::of(N), Number::new());
    // SAFETY: initialised numbers; NULL is allowed.
    let done = unsafe { mbedtls_mpi_exp_mod(x.out(), a.get(), e.get(), n.get(), null_mut()) };
    done == 0 && x.is(POWER)
}

/// Whether an inverse is right.
fn inverts() -> bool {
    let (a, n, mut x) = (Number::of(A), Number::of(N), Number::new());
    // SAFETY: initialised numbers.
    unsafe { mbedtls_mpi_inv_mod(x.out(), a.get(), n.get()) == 0 && x.is(INVERSE) }
}

/// Whether common divisors are right.
fn finds_divisors() -> bool {
    DIVISORS.iter().all(|[a, b, divisor]| {
        let (a, b, mut x) = (Number::of(a), Number::of(b), Number::new());
        // SAFETY: initialised numbers.
        unsafe { mbedtls_mpi_gcd(x.out(), a.get(), b.get()) == 0 && x.is(divisor) }
    })
}

//! Identities that numbers keep, for numbers of many sizes out of one repeatable stream, and the corners.

use crate::crypto::{bignum::Natural, rand::Stream};

/// Numbers of up to `limbs` limbs: plain ones, and such with long runs of zeros and ones, where carries go wrong.
struct Numbers {
    stream: Stream,
    limbs: usize,
}

impl Numbers {
    fn new(seed: u8, limbs: usize) -> Self {
        Self {
            stream: Stream::new(&[seed; 32]),
            limbs,
        }
    }

    fn word(&mut self) -> u64 {
        let mut bytes = [0; 8];
        self.stream.fill(&mut bytes);
        u64::from_le_bytes(bytes)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.word() >> 8).unwrap() % end
    }

    fn next(&mut self) -> Natural {
        let len = self.below(self.limbs + 1);
        let kind = self.below(3);
        let limbs: Vec<u64> = (0..len)
            .map(|_| match (kind, self.below(3)) {
                (0, _) | (1, 0) => self.word(),
                (_, 1) => 0,
                _ => u64::MAX,
            })
            .collect();
        Natural::from_limbs(&limbs)
    }

    fn next_nonzero(&mut self) -> Natural {
        loop {
            let number = self.next();
            if !number.is_zero() {
                return number;
            }
        }
    }

    fn next_odd(&mut self) -> Natural {
        let number = self.next();
        if number.is_odd() { number } else { number.add(&small(1)) }
    }
}

fn small(value: u64) -> Natural {
    Natural::from_limbs(&[value])
}

#[test]
fn sums_and_products() {
    let mut numbers = Numbers::new(1, 40);
    for _ in 0..300 {
        let (a, b, c) = (numbers.next(), numbers.next(), numbers.next());
        assert_eq!(a.add(&b), b.add(&a));
        assert_eq!(a.add(&b).sub(&b).unwrap(), a);
        assert_eq!(a.add(&b).mul(&c), a.mul(&c).add(&b.mul(&c)));
        assert_eq!(a.mul(&b), b.mul(&a));
        assert_eq!(a.sub(&b).is_none(), a < b);
        assert_eq!(a.is_less_ct(&b), a < b);
        assert!(a.add(&small(1)) > a);
    }
}

#[test]
fn quotients_and_remainders() {
    let mut numbers = Numbers::new(2, 30);
    for _ in 0..300 {
        let (a, b) = (numbers.next(), numbers.next_nonzero());
        let (q, r) = a.div_rem(&b).unwrap();
        assert!(r < b);
        assert_eq!(q.mul(&b).add(&r), a);
        let (q, r) = a.mul(&b).div_rem(&b).unwrap();
        assert_eq!((q, r.is_zero()), (a.clone(), true));
        assert!(a.div_rem(&Natural::from_limbs(&[0, 0])).is_none());
    }
}

#[test]
fn shifts() {
    let mut numbers = Numbers::new(3, 12);
    for _ in 0..200 {
        let (a, count) = (numbers.next(), numbers.below(300));
        let power = small(1).shl(count).unwrap();
        assert_eq!(power.bits(), count + 1);
        assert_eq!(a.shl(count).unwrap(), a.mul(&power));
        assert_eq!(a.shr(count), a.div_rem(&power).unwrap().0);
        assert_eq!(a.shl(count).unwrap().shr(count), a);
        assert!(a.shr(usize::MAX).is_zero());
        assert!(small(1).shl(usize::MAX).is_err());
    }
}

#[test]
fn common_divisors() {
    let mut numbers = Numbers::new(4, 8);
    for _ in 0..200 {
        let (a, b, c) = (numbers.next(), numbers.next(), numbers.next_nonzero());
        let g = a.gcd(&b);
        assert_eq!(g, b.gcd(&a));
        assert_eq!(a.mul(&c).gcd(&b.mul(&c)), g.mul(&c));
        if g.is_zero() {
            assert!(a.is_zero() && b.is_zero());
            continue;
        }
        let (x, y) = (a.div_rem(&g).unwrap(), b.div_rem(&g).unwrap());
        assert!(x.1.is_zero() && y.1.is_zero());
        assert!(x.0.gcd(&y.0).is_one());
    }
    assert_eq!(small(0).gcd(&small(6)), small(6));
    assert_eq!(small(6).gcd(&small(0)), small(6));
}

#[test]
fn inverses() {
    let mut numbers = Numbers::new(5, 8);
    let mut found = 0;
    for _ in 0..400 {
        let (a, m) = (numbers.next(), numbers.next());
        let exists = m > small(1) && a.gcd(&m).is_one();
        let inverse = a.invert(&m);
        assert_eq!(inverse.is_some(), exists);
        if let Some(inverse) = inverse {
            found += 1;
            assert!(inverse < m);
            assert!(inverse.mul(&a).div_rem(&m).unwrap().1.is_one());
        }
    }
    assert!(found > 50);
    for bits in [1, 2, 63, 64, 65, 200] {
        let power = small(1).shl(bits).unwrap();
        for a in [1, 3, 0xffff_ffff_ffff_fff1] {
            let inverse = small(a).invert(&power).unwrap();
            assert!(inverse.mul(&small(a)).div_rem(&power).unwrap().1.is_one());
        }
        assert!(small(6).invert(&power).is_none());
    }
}

#[test]
fn powers() {
    let mut numbers = Numbers::new(6, 6);
    for _ in 0..60 {
        let (a, e, f, m) = (numbers.next(), numbers.next(), numbers.next(), numbers.next_odd());
        let both = a.power(&e, &m).unwrap().mul(&a.power(&f, &m).unwrap());
        assert_eq!(a.power(&e.add(&f), &m).unwrap(), both.div_rem(&m).unwrap().1);
        assert!(a.power(&e, &m.add(&small(1))).is_none());
    }
    // Fermat: the order of the field of 2^255 - 19 elements.
    let p = small(1).shl(255).unwrap().sub(&small(19)).unwrap();
    let order = p.sub(&small(1)).unwrap();
    assert!(small(2).power(&order, &p).unwrap().is_one());
    assert!(small(0).power(&small(0), &small(7)).unwrap().is_one());
    assert!(small(5).power(&small(0), &small(1)).unwrap().is_zero());
    assert!(
        small(5)
            .power(&Natural::from_limbs(&[]), &Natural::from_limbs(&[1, 0]))
            .unwrap()
            .is_zero()
    );
}

#[test]
fn digits_and_bytes() {
    let mut numbers = Numbers::new(7, 20);
    for _ in 0..100 {
        let a = numbers.next();
        for radix in 2..=16 {
            let digits = a.to_digits(radix).unwrap();
            assert_eq!(Natural::from_digits(&digits, radix).unwrap(), a, "radix {radix}");
            let lower = digits.to_lowercase();
            assert_eq!(Natural::from_digits(&format!("000{lower}"), radix).unwrap(), a);
        }
        assert_eq!(Natural::from_be_bytes(&a.to_be_bytes()).unwrap(), a);
        assert_eq!(a.to_be_bytes().len(), a.bits().div_ceil(8));
    }
    assert_eq!(small(0).to_digits(10).unwrap().as_str(), "0");
    assert_eq!(small(255).to_digits(16).unwrap().as_str(), "FF");
    for wrong in ["", "-1", "+1", "1_0", "2", " 1", "1\u{0661}"] {
        assert!(Natural::from_digits(wrong, 2).is_none(), "{wrong:?}");
    }
    assert!(small(1).to_digits(1).is_none() && small(1).to_digits(37).is_none());
}

#[test]
fn primes() {
    let is_small_prime = |n: u64| n >= 2 && (2..n).take_while(|d| d * d <= n).all(|d| !n.is_multiple_of(d));
    for n in 0..2000 {
        for rounds in [0, 3] {
            assert_eq!(small(n).is_prime(rounds).unwrap(), is_small_prime(n), "{n}");
        }
    }
    let mersenne = |bits| small(1).shl(bits).unwrap().sub(&small(1)).unwrap();
    for bits in [61, 89, 107, 127, 521] {
        assert!(mersenne(bits).is_prime(5).unwrap());
    }
    for bits in [67, 257, 523] {
        assert!(!mersenne(bits).is_prime(0).unwrap());
    }
    // Strong pseudoprimes to base 2, to bases 2 to 7, to bases 2 to 23.
    for n in [2047, 3_215_031_751, 3_825_123_056_546_413_051] {
        assert!(!small(n).is_prime(0).unwrap());
    }
}

#[test]
fn primes_that_are_made() {
    for bits in [3, 4, 5, 31, 32, 33, 64, 65, 128, 200] {
        for safe in [false, true] {
            let p = Natural::random_prime(bits, safe).unwrap();
            assert_eq!(p.bits(), bits);
            assert!(p.is_prime(20).unwrap());
            assert!(!safe || p.shr(1).is_prime(20).unwrap());
        }
    }
    assert!(Natural::random_prime(2, false).is_err());
    let (p, q) = (
        Natural::random_prime(96, false).unwrap(),
        Natural::random_prime(96, false).unwrap(),
    );
    assert_eq!(p.mul(&q).bits(), 192);
}

#[test]
fn primes_of_a_modulus() {
    for e in [3, 17, 65537] {
        let (p, q, d) = loop {
            let (p, q) = (
                Natural::random_prime(160, false).unwrap(),
                Natural::random_prime(150, false).unwrap(),
            );
            let order = p.sub(&small(1)).unwrap().mul(&q.sub(&small(1)).unwrap());
            if let Some(d) = small(e).invert(&order) {
                break (p, q, d);
            }
        };
        let n = p.mul(&q);
        let (a, b) = Natural::rsa_primes(&n, &small(e), &d).unwrap();
        assert!((a == p && b == q) || (a == q && b == p));
        assert!(Natural::rsa_primes(&n, &small(e), &d.add(&small(2))).is_err());
        assert!(Natural::rsa_primes(&p, &small(e), &d).is_err());
        assert!(Natural::rsa_primes(&n.add(&small(1)), &small(e), &d).is_err());
    }
    assert!(Natural::rsa_primes(&small(15), &small(1), &small(1)).is_err());
    assert!(Natural::rsa_primes(&small(0), &small(3), &small(3)).is_err());
}

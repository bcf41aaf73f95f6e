//! Digests, HMAC, HKDF and randomness.

use super::{
    super::{
        hash::{HashAlgorithm, HmacKey},
        hkdf::{self, Secret},
        rand,
    },
    hex,
};

const ALL: [HashAlgorithm; 11] = [
    HashAlgorithm::Md5,
    HashAlgorithm::Sha1,
    HashAlgorithm::Sha224,
    HashAlgorithm::Sha256,
    HashAlgorithm::Sha384,
    HashAlgorithm::Sha512,
    HashAlgorithm::Ripemd160,
    HashAlgorithm::Sha3_224,
    HashAlgorithm::Sha3_256,
    HashAlgorithm::Sha3_384,
    HashAlgorithm::Sha3_512,
];

/// "abc" in RFC 1321 appendix A.5, RFC 3174 section 7.3, RFC 6234 section 8.5, by RIPEMD-160's authors and in NIST's examples
/// of SHA-3.
#[test]
fn digests() {
    for (algorithm, expected) in ALL.into_iter().zip([
        "900150983cd24fb0d6963f7d28e17f72",
        "a9993e364706816aba3e25717850c26c9cd0d89d",
        "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd
         454d4423643ce80e2a9ac94fa54ca49f",
        "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc",
        "e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf",
        "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
        "ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b298d88cea927ac7f539f1edf228376d25",
        "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e393405734
         0b4cf408d5a56592f8274eec53f0",
    ]) {
        let digest = algorithm.hash(b"abc");
        assert_eq!(digest.as_ref(), hex(expected));
        assert_eq!(digest.as_ref().len(), algorithm.output_len());
        let mut hasher = algorithm.start();
        assert_eq!(hasher.algorithm(), algorithm);
        hasher.update(b"a");
        assert_eq!(hasher.fork(), algorithm.hash(b"a"));
        hasher.update(b"bc");
        let fork = hasher.clone();
        hasher.update(b"d");
        assert_eq!(fork.finish(), digest);
        assert_eq!(hasher.finish(), algorithm.hash(b"abcd"));
        assert_ne!(algorithm.hash(b"abd"), digest);
    }
}

/// RFC 2202, RFC 4231 and RFC 2286 (Python's for SHA-3), test cases 2 (a short key) and 6 (a key longer than a block).
#[test]
fn hmac() {
    let short = [
        "750c783e6ab0b503eaa86e310a5db738",
        "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
        "a30e01098bc6dbbf45690f3a7e9e6d0f8bbea2a39e6148008fd05e44",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
        "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b
         636e070a38bce737",
        "dda6c0213a485a9e24f4742064a7f033b43c4069",
        "7fdb8dd88bd2f60d1b798634ad386811c2cfc85bfaf5d52bbace5e66",
        "c7d4072e788877ae3596bbb0da73b887c9171f93095b294ae857fbe2645e1ba5",
        "f1101f8cbf9766fd6764d2ed61903f21ca9b18f57cf3e1a23ca13508a93243ce48c045dc007f26a21b3f5e0e9df4c20a",
        "5a4bfeab6166427c7a3647b747292b8384537cdb89afb3bf5665e4c5e709350b287baec921fd7ca0ee7a0c31d022a95e1fc9
         2ba9d77df883960275beb4e62024",
    ];
    for (algorithm, expected) in ALL.into_iter().zip(short) {
        let key = HmacKey::new(algorithm, b"Jefe");
        assert_eq!(key.algorithm(), algorithm);
        let parts: [&[u8]; 3] = [b"what do ya want ", b"", b"for nothing?"];
        assert_eq!(key.sign(&parts).as_ref(), hex(expected));
        assert!(key.verify(&parts, &hex(expected)));
        assert!(!key.verify(&parts, &hex(expected)[1..]));
        assert!(!key.verify(&parts, &[]));
        assert!(!key.verify(&parts[..2], &hex(expected)));
    }
    let long = [
        "95e9a0db962095adaebe9b2d6f0dbce2d499f112f2d2b7273fa6870e",
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
        "4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f3cd11f05033ac4c60c2ef6ab4030fe8296248df163f44952",
        "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f3526b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec
         8b915a985d786598",
    ];
    for (algorithm, expected) in ALL.into_iter().skip(2).zip(long) {
        let key = HmacKey::new(algorithm, &[0xaa; 131]);
        let tag = key.sign(&[b"Test Using Larger Than Block-Size Key - Hash Key First"]);
        assert_eq!(tag.as_ref(), hex(expected));
    }
}

/// RFC 5869 appendices A.1 (SHA-256), A.3 (no salt, no info) and A.4 (SHA-1).
#[test]
fn hkdf_rfc5869() {
    let check = |algorithm, salt: Option<&[u8]>, ikm: &[u8], info: &[&[u8]], prk: &str, okm: &str| {
        let made = hkdf::extract(algorithm, salt, Some(ikm));
        assert_eq!(made.as_bytes(), hex(prk));
        let mut out = vec![0; 42];
        hkdf::expand(algorithm, made.as_bytes(), info, &mut out).unwrap();
        assert_eq!(out, hex(okm));
    };
    let salt = hex("000102030405060708090a0b0c");
    let info: [&[u8]; 2] = [&[0xf0, 0xf1, 0xf2, 0xf3], &[0xf4, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9]];
    check(
        HashAlgorithm::Sha256,
        Some(&salt),
        &[0x0b; 22],
        &info,
        "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5",
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    );
    check(
        HashAlgorithm::Sha256,
        None,
        &[0x0b; 22],
        &[],
        "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04",
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
    );
    check(
        HashAlgorithm::Sha1,
        Some(&salt),
        &[0x0b; 11],
        &info,
        "9b6c18c432a7bf8f0e71c8eb88f4b30baa2ba243",
        "085a01ea1b10f36933068b56efa5ad81a4f14b822f5b091568a9cdd4f155fda2c22e422478d305f3f896",
    );
}

#[test]
fn what_is_worked_out_once_is_what_it_stands_for() {
    for algorithm in ALL {
        let zeros = vec![0; algorithm.output_len()];
        assert_eq!(algorithm.hash_of_nothing(), algorithm.hash(&[]), "{algorithm:?}");
        for ikm in [None, Some(&b"a secret"[..])] {
            let with_zeros = hkdf::extract(algorithm, Some(&zeros), ikm);
            assert!(hkdf::extract(algorithm, None, ikm) == with_zeros, "{algorithm:?}");
        }
    }
}

#[test]
fn hkdf_lengths() {
    for algorithm in ALL {
        let most = 255 * algorithm.output_len();
        let mut long = vec![0; most];
        hkdf::expand(algorithm, b"key", &[b"info"], &mut long).unwrap();
        let mut prefix = vec![0; most - 1];
        hkdf::expand(algorithm, b"key", &[b"in", b"fo"], &mut prefix).unwrap();
        assert_eq!(prefix, long[..most - 1]);
        assert!(hkdf::expand(algorithm, b"key", &[b"info"], &mut vec![0; most + 1]).is_err());
        assert_eq!(hkdf::expand(algorithm, b"key", &[b"info"], &mut []), Ok(()));
    }
    let sha256 = HashAlgorithm::Sha256;
    // opaque label<7..255> leaves 249 bytes beside "tls13 ".
    assert!(hkdf::expand_label(sha256, b"key", &[b'x'; 249], &[0; 255], &mut [0; 16]).is_ok());
    assert!(hkdf::expand_label(sha256, b"key", &[b'x'; 250], &[], &mut [0; 16]).is_err());
    assert!(hkdf::expand_label(sha256, b"key", b"x", &[0; 256], &mut [0; 16]).is_err());
    assert!(Secret::new(&[7; 64]).is_ok_and(|secret| secret.as_bytes() == [7; 64]));
    assert!(Secret::new(&[7; 65]).is_err());
    assert_eq!(format!("{:?}", Secret::new(b"secret").unwrap()), "Secret(..)");
}

/// RFC 8448 section 3, from the early secret to the server's handshake traffic keys.
#[test]
fn hkdf_rfc8448() {
    let sha256 = HashAlgorithm::Sha256;
    let early = hkdf::extract(sha256, None, None);
    assert_eq!(
        early.as_bytes(),
        hex("33ad0a1c607ec03b09e6cd9893680ce210adf300aa1f2660e1b22e10f170f92a")
    );
    let empty = sha256.hash(b"");
    let derived = hkdf::derive_secret(sha256, early.as_bytes(), b"derived", empty.as_ref()).unwrap();
    assert_eq!(
        derived.as_bytes(),
        hex("6f2615a108c702c5678f54fc9dbab69716c076189c48250cebeac3576c3611ba")
    );
    let shared = hex("8bd4054fb55b9d63fdfbacf9f04b9f0d35e6d63f537563efd46272900f89492d");
    let handshake = hkdf::extract(sha256, Some(derived.as_bytes()), Some(&shared));
    assert_eq!(
        handshake.as_bytes(),
        hex("1dc826e93606aa6fdc0aadc12f741b01046aa6b99f691ed221a9f0ca043fbeac")
    );
    // The hash of ClientHello and ServerHello.
    let transcript = hex("860c06edc07858ee8e78f0e7428c58edd6b43f2ca3e6e95f02ed063cf0e1cad8");
    let derive = |label| hkdf::derive_secret(sha256, handshake.as_bytes(), label, &transcript).unwrap();
    assert_eq!(
        derive(b"c hs traffic").as_bytes(),
        hex("b3eddb126e067f35a780b3abf45e2d8f3b1a950738f52e9600746a0e27a55a21")
    );
    let server = derive(b"s hs traffic");
    assert_eq!(
        server.as_bytes(),
        hex("b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38")
    );
    let server = hkdf::Expander::new(sha256, server.as_bytes());
    let mut key = [0; 16];
    server.expand_label(b"key", b"", &mut key).unwrap();
    assert_eq!(key.as_slice(), hex("3fce516009c21727d0f2e4e86ee403bc"));
    let mut iv = [0; 12];
    server.expand_label(b"iv", b"", &mut iv).unwrap();
    assert_eq!(iv.as_slice(), hex("5d313eb2671276ee13000b30"));
}

#[test]
fn randomness() {
    let (mut a, mut b) = ([0; 32], [0; 32]);
    rand::fill(&mut a).unwrap();
    rand::fill(&mut b).unwrap();
    assert_ne!(a, b);
    assert_eq!(rand::fill(&mut []), Ok(()));
}

#[test]
fn repeatable_randomness() {
    let draw = || {
        let (mut a, mut b) = ([0; 5], [0; 100]);
        rand::fill(&mut a).unwrap();
        rand::fill(&mut b).unwrap();
        [a.as_slice(), &b].concat()
    };
    rand::deterministic::seed(&[1; 32]);
    let first = draw();
    assert_ne!(first, draw());
    rand::deterministic::seed(&[1; 32]);
    assert_eq!(first, draw());
    rand::deterministic::seed(&[2; 32]);
    assert_ne!(first, draw());
    rand::deterministic::seed_after(b"sevens!", &[1; 32]);
    let given = draw();
    assert_eq!(&given[..7], b"sevens!");
    assert_eq!(given[7..], first[..98]);
    // Other threads are not seeded.
    assert!(!std::thread::spawn(rand::deterministic::is_seeded).join().unwrap());
    rand::deterministic::clear();
    assert_ne!(draw(), draw());
}

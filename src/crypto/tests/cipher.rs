//! Block ciphers, modes and AEADs: known answers, and parts against wholes. The C programs compare far more with 3.6.6.

use super::super::aead::{AeadAlgorithm, AeadKey};
use super::super::cipher::*;
use super::hex;

/// Bytes that differ.
fn pattern(len: usize) -> Vec<u8> {
    (0..len).map(|at| (at * 7 + at / 251) as u8).collect()
}

/// `data` cut into pieces of changing lengths.
fn pieces(data: &mut [u8]) -> impl Iterator<Item = &mut [u8]> {
    let mut rest = Some(data);
    let mut lens = [1, 15, 16, 0, 17, 3, 64, 100, 5, 1024, 33].into_iter().cycle();
    std::iter::from_fn(move || {
        let data = rest.take().filter(|data| !data.is_empty())?;
        let (now, later) = data.split_at_mut(lens.next()?.min(data.len()));
        rest = Some(later);
        Some(now)
    })
}

/// FIPS 197, appendix C; FIPS 46-3's usual sample; RFC 3713 appendix A; RFC 5794 appendix A.
#[test]
fn block_ciphers() {
    let key = hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    let text = hex("00112233445566778899aabbccddeeff");
    let other = hex("0123456789abcdeffedcba98765432100011223344556677 8899aabbccddeeff"
        .replace(' ', "")
        .as_str());
    let cases = [
        (
            BlockAlgorithm::Aes128,
            &key,
            &text[..],
            "69c4e0d86a7b0430d8cdb78070b4c55a",
        ),
        (
            BlockAlgorithm::Aes192,
            &key,
            &text[..],
            "dda97ca4864cdfe06eaf70a0ec0d7191",
        ),
        (
            BlockAlgorithm::Aes256,
            &key,
            &text[..],
            "8ea2b7ca516745bfeafc49904b496089",
        ),
        (
            BlockAlgorithm::Aria128,
            &key,
            &text[..],
            "d718fbd6ab644c739da95f3be6451778",
        ),
        (
            BlockAlgorithm::Aria192,
            &key,
            &text[..],
            "26449c1805dbe7aa25a468ce263a9e79",
        ),
        (
            BlockAlgorithm::Aria256,
            &key,
            &text[..],
            "f92bd7c79fb72e2f2b8f80c1972d24fc",
        ),
        (
            BlockAlgorithm::Camellia128,
            &other,
            &other[..16],
            "67673138549669730857065648eabe43",
        ),
        (
            BlockAlgorithm::Camellia192,
            &other,
            &other[..16],
            "b4993401b3e996f84ee5cee7d79b09b9",
        ),
        (
            BlockAlgorithm::Camellia256,
            &other,
            &other[..16],
            "9acc237dff16d76c20ef7c919e3a7509",
        ),
    ];
    for (algorithm, key, text, expected) in cases {
        let key = BlockKey::new(algorithm, &key[..algorithm.key_len()]).unwrap();
        let mut block = text.to_vec();
        key.encrypt_blocks(&mut block).unwrap();
        assert_eq!(block, hex(expected), "{algorithm:?}");
        key.decrypt_blocks(&mut block).unwrap();
        assert_eq!(block, text, "{algorithm:?}");
        assert!(key.encrypt_blocks(&mut block[..15]).is_err());
    }
    let key = BlockKey::new(BlockAlgorithm::Des, &hex("133457799bbcdff1")).unwrap();
    let mut block = hex("0123456789abcdef");
    key.encrypt_blocks(&mut block).unwrap();
    assert_eq!(block, hex("85e813540f0ab405"));
    assert!(BlockKey::new(BlockAlgorithm::Des, &[0; 7]).is_err());
}

/// NIST SP 800-38A, appendix F, for AES-128: the first block of each mode and a whole CTR.
#[test]
fn modes_of_the_standard() {
    let key = BlockKey::new(BlockAlgorithm::Aes128, &hex("2b7e151628aed2a6abf7158809cf4f3c")).unwrap();
    let text = hex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51");
    let iv = hex("000102030405060708090a0b0c0d0e0f");
    let check = |name: &str, expected: &str, work: &dyn Fn(&mut [u8], &mut [u8])| {
        let (mut iv, mut data) = (iv.clone(), text.clone());
        work(&mut iv, &mut data);
        assert_eq!(data, hex(expected), "{name}");
    };
    check(
        "CBC",
        "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2",
        &|iv, data| {
            key.cbc_encrypt(iv, data).unwrap();
        },
    );
    check(
        "CFB",
        "3b3fd92eb72dad20333449f8e83cfb4ac8a64537a0b3a93fcde3cdad9f1ce58b",
        &|iv, data| {
            key.cfb_encrypt(iv, &mut 0, data).unwrap();
        },
    );
    check(
        "OFB",
        "3b3fd92eb72dad20333449f8e83cfb4a7789508d16918f03f53c52dac54ed825",
        &|iv, data| {
            key.ofb(iv, &mut 0, data).unwrap();
        },
    );
    let mut counter: [u8; 16] = hex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff").try_into().unwrap();
    let mut data = text.clone();
    key.ctr(&mut counter, &mut [0; 16], &mut 0, &mut data).unwrap();
    assert_eq!(
        data,
        hex("874d6191b620e3261bef6864990db6ce9806f66b7970fdff8617187bb9fffdff")
    );
}

/// Every mode of a running cipher in pieces gives what it gives at once, and decrypts to what it was.
#[test]
fn running_ciphers() {
    use Direction::{Decrypt, Encrypt};
    let paddings = [
        Padding::None,
        Padding::Pkcs7,
        Padding::OneAndZeros,
        Padding::ZerosAndLen,
        Padding::Zeros,
    ];
    for algorithm in [
        BlockAlgorithm::Aes192,
        BlockAlgorithm::TripleDes3,
        BlockAlgorithm::TripleDes2,
    ] {
        for mode in [Mode::Ecb, Mode::Cbc, Mode::Cfb, Mode::Ofb, Mode::Ctr] {
            if mode == Mode::Ctr && algorithm != BlockAlgorithm::Aes192 {
                continue;
            }
            for (padding, len) in paddings
                .into_iter()
                .flat_map(|padding| [(padding, 160), (padding, 163), (padding, 0)])
            {
                let whole = len % 8 == 0;
                if padding != Padding::None && mode != Mode::Cbc {
                    continue;
                }
                let run = |direction, data: &[u8], step: usize| {
                    let key = BlockKey::new(algorithm, &pattern(algorithm.key_len())).unwrap();
                    let mut running = Running::new(key, mode, direction, padding);
                    running.set_iv(&pattern(running.block_len())).unwrap();
                    let mut out = Vec::new();
                    for piece in data.chunks(step) {
                        let mut room = vec![0; piece.len() + 16];
                        let len = running.update(piece, &mut room).unwrap();
                        assert!(running.update(&[0; 64], &mut []).is_err());
                        out.extend_from_slice(&room[..len]);
                    }
                    let mut room = [0; 16];
                    let (len, bad) = running.finish(&mut room)?;
                    assert!(!bool::from(bad));
                    out.extend_from_slice(&room[..len]);
                    Ok(out)
                };
                let text = pattern(len);
                let sealed = run(Encrypt, &text, 1000);
                if !whole && !mode.is_stream() && padding == Padding::None {
                    assert_eq!(sealed, Err(RunningError::PartOfBlock));
                    continue;
                }
                let sealed = sealed.unwrap();
                for step in [1, 7, 8, 16, 17, 1000] {
                    assert_eq!(run(Encrypt, &text, step).unwrap(), sealed);
                    if padding == Padding::Zeros && text.is_empty() {
                        continue;
                    }
                    assert_eq!(
                        run(Decrypt, &sealed, step).unwrap(),
                        text,
                        "{algorithm:?} {mode:?} {padding:?} {len}"
                    );
                }
            }
        }
    }
}

/// What is not a padding.
#[test]
fn wrong_paddings() {
    let key = || BlockKey::new(BlockAlgorithm::Aes128, &[1; 16]).unwrap();
    let bad = |padding, last: [u8; 16]| {
        let mut block = last;
        key().cbc_encrypt(&mut [0; 16], &mut block).unwrap();
        let mut running = Running::new(key(), Mode::Cbc, Direction::Decrypt, padding);
        assert_eq!(running.update(&block, &mut [0; 32]).unwrap(), 0);
        let (len, bad) = running.finish(&mut [0; 16]).unwrap();
        (len, bool::from(bad))
    };
    let ending = |bytes: &[u8]| {
        let mut block = [9; 16];
        block[16 - bytes.len()..].copy_from_slice(bytes);
        block
    };
    assert_eq!(bad(Padding::Pkcs7, ending(&[2, 2])), (14, false));
    assert_eq!(bad(Padding::Pkcs7, [16; 16]), (0, false));
    for wrong in [&[0][..], &[17], &[1, 2], &[3, 2, 3], &[255]] {
        assert!(bad(Padding::Pkcs7, ending(wrong)).1, "{wrong:?}");
    }
    assert_eq!(bad(Padding::ZerosAndLen, ending(&[0, 0, 3])), (13, false));
    for wrong in [&[0][..], &[17], &[1, 2], &[0, 1, 3]] {
        assert!(bad(Padding::ZerosAndLen, ending(wrong)).1, "{wrong:?}");
    }
    assert_eq!(bad(Padding::OneAndZeros, ending(&[0x80, 0, 0])), (13, false));
    assert!(bad(Padding::OneAndZeros, [0; 16]).1);
    assert!(bad(Padding::OneAndZeros, [7; 16]).1);
    assert_eq!(bad(Padding::Zeros, ending(&[5, 0, 0])), (14, false));
    assert_eq!(bad(Padding::Zeros, [0; 16]), (0, false));
}

/// GCM in parts makes what ring makes at once; other nonces and tags open again; wrong ones do not, and wipe.
#[test]
fn gcm() {
    for (algorithm, ring) in [
        (BlockAlgorithm::Aes128, Some(AeadAlgorithm::Aes128Gcm)),
        (BlockAlgorithm::Aes256, Some(AeadAlgorithm::Aes256Gcm)),
        (BlockAlgorithm::Aes192, None),
        (BlockAlgorithm::Camellia128, None),
    ] {
        let secret = pattern(algorithm.key_len());
        let key = GcmKey::new(algorithm, &secret).unwrap();
        for len in [0, 1, 16, 100, 5000] {
            let (nonce, aad, text) = (pattern(12), pattern(37), pattern(len));
            let mut stream = GcmStream::new(&key, &nonce).unwrap();
            stream.aad(&aad[..5]).unwrap();
            stream.aad(&aad[5..]).unwrap();
            let mut data = text.clone();
            pieces(&mut data).for_each(|piece| stream.encrypt(&key, piece).unwrap());
            let tag = stream.tag();
            let (mut whole, mut whole_tag) = (text.clone(), [0; 16]);
            key.seal(&nonce, &aad, &mut whole, &mut whole_tag).unwrap();
            assert_eq!((&data, tag), (&whole, whole_tag), "{algorithm:?} {len}");
            if let Some(ring) = ring {
                let mut by_ring = text.clone();
                let mut tag_by_ring = [0; 16];
                let ring = AeadKey::new(ring, &secret).unwrap();
                let nonce = nonce.as_slice().try_into().unwrap();
                ring.seal(nonce, &aad, &mut by_ring, &mut tag_by_ring).unwrap();
                assert_eq!((by_ring, tag_by_ring), (data, tag));
            }
            for (nonce_len, tag_len) in [(12, 16), (12, 4), (1, 16), (16, 12), (60, 13)] {
                let nonce = pattern(nonce_len);
                let (mut data, mut tag) = (text.clone(), vec![0; tag_len]);
                key.seal(&nonce, &aad, &mut data, &mut tag).unwrap();
                let mut opened = data.clone();
                key.open(&nonce, &aad, &mut opened, &tag).unwrap();
                assert_eq!(opened, text);
                tag[tag_len - 1] ^= 1;
                assert!(key.open(&nonce, &aad, &mut data, &tag).is_err());
                assert!(data.iter().all(|byte| *byte == 0));
            }
        }
        assert!(key.seal(&[], &[], &mut [], &mut [0; 16]).is_err());
        assert!(key.seal(&[0; 12], &[], &mut [], &mut [0; 3]).is_err());
    }
    assert!(GcmKey::new(BlockAlgorithm::Des, &[0; 8]).is_err());
}

/// ChaCha20-Poly1305 in parts makes what ring makes at once, and opens it.
#[test]
fn chacha_poly() {
    let secret: [u8; 32] = pattern(32).try_into().unwrap();
    let nonce: [u8; 12] = pattern(12).try_into().unwrap();
    let key = ChaChaPolyKey::new(&secret).unwrap();
    for len in [0, 1, 63, 64, 65, 5000] {
        let (aad, text) = (pattern(21), pattern(len));
        let mut whole = text.clone();
        let whole_tag = key.seal(nonce, &aad, &mut whole).unwrap();
        let mut stream = ChaChaPolyStream::new(&secret, &nonce);
        stream.aad(&aad[..20]).unwrap();
        stream.aad(&aad[20..]).unwrap();
        let mut data = text.clone();
        pieces(&mut data).for_each(|piece| stream.encrypt(piece).unwrap());
        if len > 0 {
            assert!(stream.aad(&aad).is_err());
        }
        assert_eq!((&data, stream.tag()), (&whole, whole_tag));
        let mut stream = ChaChaPolyStream::new(&secret, &nonce);
        stream.aad(&aad).unwrap();
        pieces(&mut data).for_each(|piece| stream.decrypt(piece).unwrap());
        assert_eq!((&data, stream.tag()), (&text, whole_tag));
        let mut opened = whole.clone();
        key.open(nonce, &aad, &mut opened, &whole_tag).unwrap();
        assert_eq!(opened, text);
        assert!(key.open(nonce, &aad[1..], &mut whole, &whole_tag).is_err());
        assert!(whole.iter().all(|byte| *byte == 0));
    }
}

/// CCM of any lengths makes what the `ccm` crate makes, in parts and at once.
#[test]
fn ccm() {
    for (algorithm, aead) in [
        (BlockAlgorithm::Aes128, AeadAlgorithm::Aes128Ccm),
        (BlockAlgorithm::Aes256, AeadAlgorithm::Aes256Ccm8),
    ] {
        let secret = pattern(algorithm.key_len());
        let key = CcmKey::new(algorithm, &secret).unwrap();
        let other = AeadKey::new(aead, &secret).unwrap();
        let nonce = pattern(12);
        for (aad_len, len) in [(0, 0), (0, 5), (14, 16), (15, 100), (70_000, 5000), (3, 1)] {
            let (aad, text) = (pattern(aad_len), pattern(len));
            let (mut expected, mut expected_tag) = (text.clone(), vec![0; aead.tag_len()]);
            let whole_nonce = nonce.as_slice().try_into().unwrap();
            other.seal(whole_nonce, &aad, &mut expected, &mut expected_tag).unwrap();
            let (mut data, mut tag) = (text.clone(), vec![0; aead.tag_len()]);
            key.seal(&nonce, &aad, &mut data, &mut tag).unwrap();
            assert_eq!(
                (&data, &tag),
                (&expected, &expected_tag),
                "{algorithm:?} {aad_len} {len}"
            );
            let mut opened = data.clone();
            key.open(&nonce, &aad, &mut opened, &tag).unwrap();
            assert_eq!(opened, text);
            let mut stream = CcmStream::new(&key, &nonce, aad_len, len, tag.len()).unwrap();
            pieces(&mut aad.clone()).for_each(|piece| stream.aad(&key, piece).unwrap());
            pieces(&mut data).for_each(|piece| stream.decrypt(&key, piece).unwrap());
            assert_eq!(data, text);
            assert_eq!(stream.tag(&key).unwrap()[..tag.len()], tag);
            assert!(stream.decrypt(&key, &mut [0]).is_err());
            tag[0] ^= 1;
            assert!(key.open(&nonce, &aad, &mut opened, &tag).is_err());
            assert!(opened.iter().all(|byte| *byte == 0));
        }
        for (nonce_len, data_len, tag_len) in [
            (6, 0, 16),
            (14, 0, 16),
            (13, 65_536, 16),
            (13, 0, 5),
            (13, 0, 2),
            (13, 0, 18),
        ] {
            assert!(CcmStream::new(&key, &pattern(nonce_len), 0, data_len, tag_len).is_err());
        }
    }
}

/// RFC 3394 section 4.1, RFC 5649 section 6, and RFC 4493 section 4.
#[test]
fn wrapping_and_macs() {
    let wrap = KeyWrap::new(&hex("000102030405060708090a0b0c0d0e0f")).unwrap();
    let mut out = [0xff; 64];
    let len = wrap.wrap(&hex("00112233445566778899aabbccddeeff"), &mut out).unwrap();
    assert_eq!(out[..len], hex("1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5"));
    let wrapped = out[..len].to_vec();
    assert_eq!(wrap.unwrap(&wrapped, &mut out).unwrap(), 16);
    let mut wrong = wrapped;
    wrong[3] ^= 1;
    assert!(wrap.unwrap(&wrong, &mut out).is_err());
    let wrap = KeyWrap::new(&hex("5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8")).unwrap();
    let mut out = [0xff; 64];
    let len = wrap
        .wrap_padded(&hex("c37b7e6492584340bed12207808941155068f738"), &mut out)
        .unwrap();
    assert_eq!(
        out[..len],
        hex("138bdeaa9b8fa7fc61f97742e72248ee5ae6ae5360d1ae6a5f54f373fa543b6a")
    );
    let len = wrap.wrap_padded(&hex("466f7250617369"), &mut out).unwrap();
    assert_eq!(out[..len], hex("afbeb0f07dfbf5419200f2ccb50bb24f"));
    let wrapped = out[..len].to_vec();
    assert_eq!(wrap.unwrap_padded(&wrapped, &mut out).unwrap(), 7);
    assert_eq!(out[..7], hex("466f7250617369"));

    let secret = hex("2b7e151628aed2a6abf7158809cf4f3c");
    let mut mac = Cmac::new(BlockAlgorithm::Aes128, &secret).unwrap();
    assert_eq!(mac.finish(), *hex("bb1d6929e95937287fa37d129b756746"));
    mac.update(&hex("6bc1bee22e40"));
    mac.update(&hex("9f96e93d7e117393172a"));
    assert_eq!(mac.finish(), *hex("070a16b46b4d4144f79bdd9dd04a287c"));
}

/// Keys that a thread keeps: those in use, more than it keeps, forgotten ones, other ciphers, and keys of the wrong length.
#[test]
fn recent_keys() {
    let secret = |at: usize| [u8::try_from(at).unwrap(); 16];
    let encrypt = |key: &BlockKey| {
        let mut block = [7; 16];
        key.encrypt_blocks(&mut block).unwrap();
        block
    };
    let fresh = |algorithm, at| encrypt(&BlockKey::new(algorithm, &secret(at)).unwrap());
    let aes = BlockAlgorithm::Aes128;
    let numbers: Vec<_> = (0..100).map(|_| KeyNumber::unused()).collect();
    // A number that another process gave to another key.
    let twice = KeyNumber::unused();
    for at in [1, 2, 1] {
        let key = recent_block_key(twice, aes, &secret(at)).unwrap();
        assert_eq!(encrypt(&key), fresh(aes, at));
    }
    for (at, number) in numbers.iter().enumerate() {
        assert_ne!(number.to_bits(), 0);
        assert_eq!(KeyNumber::from_bits(number.to_bits()), Some(*number));
        assert!(!numbers[..at].contains(number));
    }
    assert_eq!(KeyNumber::from_bits(0), None);
    for in_turn in [1, 2, 32, 33, 100] {
        for at in (0..in_turn).chain(0..in_turn).chain([0, 0]) {
            let key = recent_block_key(numbers[at], aes, &secret(at)).unwrap();
            assert_eq!(encrypt(&key), fresh(aes, at));
            let again = recent_block_key(numbers[at], aes, &secret(at)).unwrap();
            assert!(std::rc::Rc::ptr_eq(&key, &again), "used last, and not kept");
        }
    }
    // What was found is not expanded again, and what was forgotten is no longer kept, here and for whoever uses it.
    let first = recent_block_key(numbers[0], aes, &secret(0)).unwrap();
    recent_block_key(numbers[1], aes, &secret(1)).unwrap();
    assert!(std::rc::Rc::ptr_eq(
        &first,
        &recent_block_key(numbers[0], aes, &secret(0)).unwrap()
    ));
    forget(numbers[0]);
    assert_eq!(std::rc::Rc::strong_count(&first), 1);
    assert_eq!(encrypt(&first), fresh(aes, 0));
    assert_eq!(
        encrypt(&recent_block_key(numbers[0], aes, &secret(5)).unwrap()),
        fresh(aes, 5)
    );
    forget(numbers[0]);
    // A displaced number finds nothing, and the same number never gives a key of another cipher.
    for number in &numbers {
        recent_block_key(*number, aes, &secret(9)).unwrap();
    }
    for (at, number) in numbers.iter().enumerate().take(60) {
        assert_eq!(
            encrypt(&recent_block_key(*number, aes, &secret(at)).unwrap()),
            fresh(aes, at)
        );
    }
    let aria = BlockAlgorithm::Aria128;
    assert_eq!(
        encrypt(&recent_block_key(numbers[59], aria, &secret(3)).unwrap()),
        fresh(aria, 3)
    );
    let unset = KeyNumber::unused();
    assert!(recent_block_key(unset, BlockAlgorithm::Aes256, &secret(0)).is_err());
    assert!(recent_xts_key(unset, &secret(0)).is_err());
}

/// IEEE 1619, vector 4's first block and ciphertext stealing there and back.
#[test]
fn xts() {
    let keys = hex("2718281828459045235360287471352631415926535897932384626433832795");
    let key = XtsKey::new(&keys).unwrap();
    let text: Vec<u8> = (0..=255).chain(0..=255).collect();
    let mut unit = text.clone();
    key.encrypt([0; 16], &mut unit).unwrap();
    assert_eq!(unit[..16], hex("27a7479befa1d476489f308cd4cfa6e2"));
    key.decrypt([0; 16], &mut unit).unwrap();
    assert_eq!(unit, text);
    for len in 16..50 {
        let mut unit = text[..len].to_vec();
        key.encrypt([7; 16], &mut unit).unwrap();
        key.decrypt([7; 16], &mut unit).unwrap();
        assert_eq!(unit, text[..len]);
    }
    assert!(key.encrypt([0; 16], &mut unit[..15]).is_err());
    assert!(XtsKey::new(&keys[..24]).is_err());
}

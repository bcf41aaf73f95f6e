//! Records of TLS 1.2, with every cipher there is.

use super::{super::*, ALERT, CCS, DATA, HANDSHAKE, alerts, fails, header_of, plain};
use crate::crypto::{aead::AeadKey, cbc_hmac::CbcHmacKey, hash::HashAlgorithm};
use crate::tls::{
    keys::{Randoms, prf12::MasterSecret, trace::receive},
    record::{outbound::Outbound, protect::Sealer, protect12::RecordKey12},
    suites12::{CbcHmac, SUITES12, Suite12, suite12},
    wire::codes::CipherSuite,
};

fn key(suite: &'static Suite12) -> RecordKey12 {
    let randoms = Randoms {
        client: [1; 32],
        server: [2; 32],
    };
    let master = MasterSecret::resumed(suite.hash, &[3; 48]).unwrap();
    *master.record_keys(suite, &randoms).unwrap().client
}

fn gcm() -> &'static Suite12 {
    suite12(CipherSuite::PSK_WITH_AES_128_GCM_SHA256).unwrap()
}

/// A receiver of TLS 1.2 without keys.
fn unprotected() -> Inbound {
    let mut inbound = Inbound::new();
    inbound.use_tls12();
    inbound
}

/// A receiver that opens with [`key`].
fn protected(suite: &'static Suite12) -> Inbound {
    let mut inbound = unprotected();
    inbound.change_key(Opener::Tls12(key(suite))).unwrap();
    inbound
}

/// Records sealed one after the other with [`key`].
fn sealed(suite: &'static Suite12, records: &[(ContentType, &[u8])]) -> Vec<u8> {
    let (mut key, mut out) = (key(suite), Buffer::take());
    for &(kind, content) in records {
        key.seal(kind, content, &mut out).unwrap();
    }
    out.filled().to_vec()
}

/// One suite with each cipher.
fn suites() -> Vec<&'static Suite12> {
    let mut suites: Vec<&Suite12> = Vec::new();
    for suite in &SUITES12 {
        if suites.iter().all(|other| other.cipher != suite.cipher) {
            suites.push(suite);
        }
    }
    assert_eq!(suites.len(), 11);
    suites
}

#[test]
fn every_type_comes_through_however_it_is_cut() {
    for suite in suites() {
        let records = [
            (HANDSHAKE, &b"finished"[..]),
            (DATA, b"data"),
            (ALERT, &[1, 0]),
            (CCS, &[1]),
        ];
        let bytes = sealed(suite, &records);
        let expected: Vec<_> = records.map(|(kind, content)| (kind, content.to_vec())).into();
        for cut in 1..bytes.len() {
            assert_eq!(
                receive(&mut protected(suite), &bytes, cut),
                Ok(expected.clone()),
                "{:?}",
                suite.id
            );
        }
        for end in 0..bytes.len() {
            let mut inbound = protected(suite);
            assert!(receive(&mut inbound, &bytes[..end], usize::MAX).unwrap().len() < 4);
        }
    }
}

#[test]
fn every_flipped_bit_is_refused() {
    for suite in suites() {
        let record = sealed(suite, &[(DATA, b"some data")]);
        for bit in 0..record.len() * 8 {
            let mut bytes = record.clone();
            bytes[bit / 8] ^= 1 << (bit % 8);
            let mut inbound = protected(suite);
            match bit / 8 {
                3 | 4 if bytes[3..5] > record[3..5] => match receive(&mut inbound, &bytes, 9999) {
                    Ok(records) => assert!(records.is_empty()),
                    Err(error) => assert_eq!(error, Error::RecordOverflow),
                },
                // Another type that there is fails as the additional data do.
                0 if ContentType(bytes[0]).name().is_some() => {
                    assert_eq!(fails(&mut inbound, &bytes), Error::BadRecordMac);
                }
                0..=2 => assert_eq!(fails(&mut inbound, &bytes), Error::InvalidRecord),
                _ => assert_eq!(fails(&mut inbound, &bytes), Error::BadRecordMac, "{:?}", suite.id),
            }
        }
        for len in 0..100 {
            let short = plain(DATA, &vec![0; len]);
            assert_eq!(fails(&mut protected(suite), &short), Error::BadRecordMac);
        }
    }
}

#[test]
fn records_are_bound_to_their_order_and_direction() {
    for suite in suites() {
        let bytes = sealed(suite, &[(DATA, b"one"), (DATA, b"two")]);
        let (first, second) = bytes.split_at(bytes.len() / 2);
        assert_eq!(fails(&mut protected(suite), second), Error::BadRecordMac);
        assert_eq!(
            fails(&mut protected(suite), &[first, first].concat()),
            Error::BadRecordMac
        );
        // Something in the clear once there are keys.
        for kind in [HANDSHAKE, ALERT, CCS, DATA] {
            assert_eq!(
                fails(&mut protected(suite), &plain(kind, &[1])),
                Error::BadRecordMac,
                "{:?}",
                suite.id
            );
        }
    }
}

#[test]
fn longest_records_and_one_byte_more() {
    for suite in suites() {
        let full = vec![5; MAX_PLAINTEXT_LEN];
        let got = receive(&mut protected(suite), &sealed(suite, &[(DATA, &full)]), 9999);
        assert_eq!(got, Ok(vec![(DATA, full.clone())]));
        let long = sealed(suite, &[(DATA, &vec![5; MAX_PLAINTEXT_LEN + 1])]);
        assert_eq!(fails(&mut protected(suite), &long), Error::RecordOverflow);
    }
    // RFC 5246 section 6.2.3: refused with the header alone.
    let header = |len: usize| {
        let [l0, l1] = u16::try_from(len).unwrap().to_be_bytes();
        [23, 3, 3, l0, l1]
    };
    assert_eq!(
        fails(&mut protected(gcm()), &header(MAX_CIPHERTEXT12_LEN + 1)),
        Error::RecordOverflow
    );
    assert_eq!(
        receive(&mut protected(gcm()), &header(MAX_CIPHERTEXT12_LEN), 9),
        Ok(vec![])
    );
    let [_, rest @ ..] = header(MAX_PLAINTEXT_LEN + 1);
    assert_eq!(
        fails(&mut unprotected(), &[&[22][..], &rest].concat()),
        Error::RecordOverflow
    );
}

/// Padding of CBC is up to 255 bytes and no part of the content that the limits are about.
#[test]
fn long_padding_and_content_of_the_longest() {
    let suite = suite12(CipherSuite::ECDHE_RSA_WITH_AES_128_CBC_SHA256).unwrap();
    let parts = (
        CbcHmac {
            key_len: 16,
            hash: HashAlgorithm::Sha256,
        },
        [7; 16],
        [8; 32],
    );
    let opener = || RecordKey12::cbc_hmac(parts.0, &parts.1, &parts.2).unwrap();
    let raw = CbcHmacKey::new(&parts.1, HashAlgorithm::Sha256, &parts.2).unwrap();
    assert_eq!(suite.cipher, crate::tls::suites12::RecordCipher::CbcHmac(parts.0));
    for (len, error) in [
        (MAX_PLAINTEXT_LEN, None),
        (MAX_PLAINTEXT_LEN + 1, Some(Error::RecordOverflow)),
    ] {
        let mut body = vec![0; CbcHmacKey::unauthenticated_len(len) + 32];
        let [l0, l1] = u16::try_from(body.len() - 32).unwrap().to_be_bytes();
        let aad = [0, 0, 0, 0, 0, 0, 0, 0, 23, 3, 3, l0, l1];
        raw.seal(&aad, &vec![1; len], &mut body).unwrap();
        let outcome = opener().open(&[23, 3, 3, 0, 0], &mut body);
        assert_eq!(outcome.err(), error);
    }
}

#[test]
fn versions_in_headers() {
    // Before the version is known any minor one may be there, afterwards only the right one.
    for minor in [0, 1, 2, 4, 255] {
        let record = [22, 3, minor, 0, 1, 9];
        assert_eq!(receive(&mut Inbound::new(), &record, 9), Ok(vec![(HANDSHAKE, vec![9])]));
        assert_eq!(fails(&mut unprotected(), &record), Error::InvalidRecord);
        let mut bytes = sealed(gcm(), &[(DATA, b"d")]);
        bytes[2] = minor;
        assert_eq!(fails(&mut protected(gcm()), &bytes), Error::InvalidRecord);
        // A peer that refuses our version says so under another.
        let alert = [21, 3, minor, 0, 2, 2, 70];
        assert_eq!(
            alerts(&mut unprotected(), &alert),
            Err(Error::PeerAlert(AlertDescription::PROTOCOL_VERSION))
        );
    }
}

#[test]
fn empty_records() {
    for suite in suites() {
        for kind in [HANDSHAKE, ALERT, CCS] {
            assert_eq!(
                fails(&mut protected(suite), &sealed(suite, &[(kind, &[])])),
                Error::UnexpectedMessage
            );
        }
        let most = usize::from(MAX_EMPTY_RECORDS);
        let mut records = vec![(DATA, &b""[..]); most];
        records.push((DATA, b"d"));
        records.extend(vec![(DATA, &b""[..]); most]);
        assert_eq!(
            receive(&mut protected(suite), &sealed(suite, &records), 9999),
            Ok(vec![(DATA, b"d".to_vec())])
        );
        records.push((DATA, b""));
        assert_eq!(fails(&mut protected(suite), &sealed(suite, &records)), Error::TooMuch);
    }
    for kind in [HANDSHAKE, ALERT, CCS] {
        assert_eq!(fails(&mut unprotected(), &plain(kind, &[])), Error::UnexpectedMessage);
    }
}

#[test]
fn what_may_come_when() {
    // Application data has to be protected.
    assert_eq!(fails(&mut unprotected(), &plain(DATA, b"d")), Error::UnexpectedMessage);
    assert_eq!(fails(&mut unprotected(), &plain(DATA, b"")), Error::UnexpectedMessage);
    // A change_cipher_spec is a record that whoever reads has to await: it is not dropped as in TLS 1.3.
    let mut inbound = unprotected();
    inbound.allow_change_cipher_spec(true);
    assert_eq!(receive(&mut inbound, &plain(CCS, &[1]), 9), Ok(vec![(CCS, vec![1])]));
    // Nothing between the fragments of a message.
    for record in [(DATA, &b"d"[..]), (CCS, &[1])] {
        let mut inbound = protected(gcm());
        inbound.set_mid_message(true);
        assert_eq!(fails(&mut inbound, &sealed(gcm(), &[record])), Error::UnexpectedMessage);
    }
    let mut inbound = unprotected();
    inbound.set_mid_message(true);
    assert_eq!(fails(&mut inbound, &plain(CCS, &[1])), Error::UnexpectedMessage);
}

#[test]
fn the_level_of_an_alert_decides() {
    for (level, description, expected) in [
        (1, 0, Ok(Notice::Closed)),
        (1, 90, Ok(Notice::Ignored)),
        (1, 100, Ok(Notice::NoRenegotiation)),
        (1, 112, Ok(Notice::Ignored)),
        (1, 255, Ok(Notice::Ignored)),
        (2, 0, Err(Error::PeerAlert(AlertDescription::CLOSE_NOTIFY))),
        (2, 40, Err(Error::PeerAlert(AlertDescription::HANDSHAKE_FAILURE))),
        (2, 90, Err(Error::PeerAlert(AlertDescription::USER_CANCELED))),
        (2, 100, Err(Error::PeerAlert(AlertDescription::NO_RENEGOTIATION))),
    ] {
        let alert = [level, description];
        let expected = expected.map(|notice| vec![notice]);
        assert_eq!(alerts(&mut unprotected(), &plain(ALERT, &alert)), expected);
        assert_eq!(
            alerts(&mut protected(gcm()), &sealed(gcm(), &[(ALERT, &alert)])),
            expected
        );
        // Between the fragments of a message, which a warning would let go on.
        let between = match expected.as_deref() {
            Ok([Notice::Ignored | Notice::NoRenegotiation]) => Err(Error::UnexpectedMessage),
            _ => expected,
        };
        for (mut inbound, bytes) in [
            (unprotected(), plain(ALERT, &alert)),
            (protected(gcm()), sealed(gcm(), &[(ALERT, &alert)])),
        ] {
            inbound.set_mid_message(true);
            assert_eq!(alerts(&mut inbound, &bytes), between);
        }
    }
    for wrong in [&[2][..], &[2, 40, 2], &[1, 0, 1, 0]] {
        assert_eq!(
            alerts(&mut protected(gcm()), &sealed(gcm(), &[(ALERT, wrong)])),
            Err(Error::DecodeError)
        );
    }
}

#[test]
fn warnings_are_passed_over_but_not_for_ever() {
    let most = usize::from(MAX_WARNING_ALERTS);
    for warning in [&[1, 90], &[1, 100], &[1, 41]] {
        let mut records = vec![(ALERT, &warning[..]); most];
        records.push((DATA, b"d"));
        records.extend(vec![(ALERT, &warning[..]); most]);
        let notices = alerts(&mut protected(gcm()), &sealed(gcm(), &records));
        assert_eq!(notices.unwrap().len(), 2 * most);
        records.push((ALERT, warning));
        assert_eq!(
            alerts(&mut protected(gcm()), &sealed(gcm(), &records)),
            Err(Error::TooMuch)
        );
    }
}

#[test]
fn the_last_sequence_number_is_never_used() {
    for suite in suites() {
        let mut opener = key(suite);
        opener.skip_to(u64::MAX);
        let mut inbound = unprotected();
        inbound.change_key(Opener::Tls12(opener)).unwrap();
        assert!(!inbound.wants_key_update());
        assert_eq!(
            fails(&mut inbound, &sealed(suite, &[(DATA, b"d")])),
            Error::CounterWrapping
        );
        let mut sealer = key(suite);
        sealer.skip_to(u64::MAX);
        let mut outbound = Outbound::new();
        outbound.change_key(Sealer::Tls12(sealer));
        assert!(!outbound.needs_key_update());
        assert_eq!(outbound.push(DATA, b"d"), Err(Error::CounterWrapping));
        assert!(outbound.unsent().is_empty());
    }
}

/// The number before the last is used, on both sides.
#[test]
fn late_sequence_numbers() {
    for suite in suites() {
        let [mut opener, mut sealer] = [key(suite), key(suite)];
        opener.skip_to(u64::MAX - 1);
        sealer.skip_to(u64::MAX - 1);
        let mut out = Buffer::take();
        sealer.seal(DATA, b"last", &mut out).unwrap();
        let mut inbound = unprotected();
        inbound.change_key(Opener::Tls12(opener)).unwrap();
        assert_eq!(
            receive(&mut inbound, out.filled(), 9999),
            Ok(vec![(DATA, b"last".to_vec())])
        );
    }
}

#[test]
fn limits_of_content() {
    for suite in suites() {
        for (len, outcome) in [(512, Ok(())), (513, Err(Error::RecordOverflow))] {
            let mut inbound = protected(suite);
            inbound.limit_content(512);
            assert_eq!(inbound.max_content(), 512);
            let got = receive(&mut inbound, &sealed(suite, &[(DATA, &vec![1; len])]), 9999);
            assert_eq!(got.map(|_| ()), outcome);
        }
    }
    // What is not protected is not held to it.
    let mut inbound = unprotected();
    inbound.limit_content(512);
    assert!(receive(&mut inbound, &plain(HANDSHAKE, &[1; 513]), 9999).is_ok());
}

/// What a record has beyond its content, as the mbedtls_ssl_get_record_expansion of 3.6 counts it: header, explicit nonce or
/// initialization vector, a whole block of padding, tag or MAC.
#[test]
fn expansion() {
    use CipherSuite as Id;
    for (id, expected) in [
        (Id::ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, 5 + 8 + 16),
        (Id::ECDHE_RSA_WITH_AES_256_GCM_SHA384, 5 + 8 + 16),
        (Id::ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, 5 + 16),
        (Id::PSK_WITH_AES_128_CCM, 5 + 8 + 16),
        (Id::PSK_WITH_AES_256_CCM_8, 5 + 8 + 8),
        (Id::ECDHE_RSA_WITH_AES_128_CBC_SHA, 5 + 16 + 16 + 20),
        (Id::ECDHE_RSA_WITH_AES_128_CBC_SHA256, 5 + 16 + 16 + 32),
        (Id::ECDHE_RSA_WITH_AES_256_CBC_SHA384, 5 + 16 + 16 + 48),
    ] {
        let suite = suite12(id).unwrap();
        let mut outbound = Outbound::new();
        outbound.change_key(Sealer::Tls12(key(suite)));
        assert_eq!(outbound.expansion(), expected, "{id:?}");
        let mut longest = 0;
        for len in 1..40 {
            outbound.push(DATA, &vec![0; len]).unwrap();
            let sealed = outbound.unsent().len();
            longest = longest.max(sealed - len);
            outbound.sent(sealed).unwrap();
        }
        assert_eq!(longest, expected);
    }
}

#[test]
fn application_data_is_opened_in_the_memory_it_was_received_in() {
    for suite in suites() {
        let mut inbound = protected(suite);
        let content: Vec<u8> = (0..=255).cycle().take(1000).collect();
        let bytes = sealed(suite, &[(DATA, &content)]);
        let body = header_of(&mut inbound, &bytes).to_vec();
        assert_eq!(inbound.may_open_in(body.len()), !suite.is_cbc());
        if suite.is_cbc() {
            continue;
        }
        assert!(body.len() - content.len() <= crate::tls::record::MAX_TAIL_LEN);
        let mut memory = body.clone();
        assert_eq!(inbound.open_in(&mut memory), Ok(Some(1000)));
        assert_eq!(memory[..1000], content);
        assert!(inbound.buffer.is_none() && !inbound.has_unread());

        // Nothing of what is forged stays.
        let mut inbound = protected(suite);
        let mut memory = header_of(&mut inbound, &bytes).to_vec();
        memory[3] ^= 1;
        let expected = Err(Error::BadRecordMac);
        assert_eq!(inbound.open_in(&mut memory), expected);
        assert!(memory.iter().all(|&byte| byte == 0));

        // Nor of what has no content.
        let mut inbound = protected(suite);
        let empty = sealed(suite, &[(DATA, b"")]);
        let mut memory = header_of(&mut inbound, &empty).to_vec();
        assert_eq!(inbound.open_in(&mut memory), Ok(None));
    }
    // Other types are never received into the program's memory.
    let mut inbound = protected(gcm());
    let bytes = sealed(gcm(), &[(HANDSHAKE, b"hello request")]);
    let body = header_of(&mut inbound, &bytes);
    assert!(!inbound.may_open_in(body.len()));
}

#[test]
fn keys_of_the_wrong_length() {
    use crate::crypto::aead::AeadAlgorithm;
    for len in (0..20).filter(|len| *len != 4) {
        let key = AeadKey::new(AeadAlgorithm::Aes128Gcm, &[0; 16]).unwrap();
        assert_eq!(RecordKey12::aead(key, &vec![0; len]).err(), Some(Error::Internal));
    }
    let cbc = CbcHmac {
        key_len: 16,
        hash: HashAlgorithm::Sha1,
    };
    assert!(RecordKey12::cbc_hmac(cbc, &[0; 16], &[0; 20]).is_ok());
    assert!(RecordKey12::cbc_hmac(cbc, &[0; 32], &[0; 20]).is_err());
    assert!(RecordKey12::cbc_hmac(cbc, &[0; 16], &[0; 32]).is_err());
}

/// What is shorter than nonce, MAC and padding together is refused before a length is taken from its own.
#[test]
fn cve_2023_43615_a_record_shorter_than_its_protection() {
    for suite in suites() {
        let least = sealed(suite, &[(DATA, b"")]).len() - 5;
        for len in 0..least {
            for byte in [0, 7, 255] {
                let error = fails(&mut protected(suite), &plain(DATA, &vec![byte; len]));
                assert!(
                    matches!(error, Error::BadRecordMac | Error::DecodeError),
                    "{error:?} {len}"
                );
            }
        }
    }
}

use super::*;
use crate::tls::fuzz::recorded::{self, Mutations};
use crate::tls::wire::codes::ContentType;

const RSA: &[u8] = include_bytes!("../../../../tests/data/keys/rsa-2048.der");

const R: u8 = Choices::RENEGOTIATION;
const BEGINS: u8 = Choices::BEGINS;
const KNOWN: u8 = Choices::KNOWS_SESSION;

/// A recording: its name, what the ends are set up with, whether each begins another handshake, and how many there are.
struct Talk {
    name: &'static str,
    choices: [u8; CHOICES_LEN],
    begins: [bool; 2],
    handshakes: usize,
}

const fn talk(name: &'static str, choices: [u8; CHOICES_LEN]) -> Talk {
    Talk {
        name,
        choices,
        begins: [false; 2],
        handshakes: 1,
    }
}

const fn again(name: &'static str, choices: [u8; CHOICES_LEN], begins: [bool; 2], handshakes: usize) -> Talk {
    Talk {
        name,
        choices,
        begins,
        handshakes,
    }
}

/// Numbers of suites are those of [`SUITES12`].
const TALKS: [Talk; 20] = [
    talk("ecdsa_gcm", [0, 0, 0]),
    talk("rsa_gcm", [1, Choices::ATTACHED, 0]),
    talk("ecdsa_chacha", [4, Choices::SAVES, 0]),
    talk("ecdsa_ccm", [6, Choices::CLIENT_CERTIFICATE, 0]),
    talk(
        "rsa_client_certificate",
        [3, Choices::CLIENT_CERTIFICATE, Choices::EXTERNAL_KEY],
    ),
    talk("raw_keys", [2, Choices::CLIENT_CERTIFICATE, Choices::RAW]),
    talk("ecdhe_psk", [10, Choices::SAVES, 0]),
    talk("psk", [15, 0, 0]),
    talk("psk_ccm_8_loose", [21, 0, Choices::NO_EXTENDED]),
    talk("cbc_sha384", [22, Choices::SAVES, 0]),
    talk("cbc_sha1", [29, 0, 0]),
    talk("no_etm", [24, 0, Choices::NO_ENCRYPT_THEN_MAC]),
    talk("limits", [0, Choices::TICKETS, Choices::RECORD_LIMIT]),
    talk("ticket", [0, Choices::TICKETS | Choices::CACHE, Choices::FRAGMENT]),
    talk("by_ticket", [0, Choices::TICKETS, KNOWN]),
    talk("by_identifier", [22, Choices::CACHE, KNOWN]),
    again(
        "client_begins",
        [0, R | Choices::CLIENT_CERTIFICATE, 0],
        [true, false],
        2,
    ),
    again("server_begins", [23, R, Choices::STRICT], [false, true], 2),
    again("both_begin", [11, R | Choices::TICKETS, KNOWN], [true, true], 2),
    again("refused", [0, 0, 0], [true, true], 1),
];

/// What both ends send, as input for the other.
fn recordings(talk: &Talk) -> [Vec<u8>; 2] {
    recorded::recordings(talk.name, |side, input| {
        let mut line = Line::new(side, input);
        let outcome = end(side, talk).run(&mut line);
        let fine = matches!(outcome, Outcome::Starved | Outcome::Connected);
        assert!(fine, "{}: {side:?} {outcome:?}", talk.name);
        line.recorded().to_vec()
    })
}

fn choices(side: Side, talk: &Talk) -> [u8; CHOICES_LEN] {
    let [suite, flags, more] = talk.choices;
    let begins = match side {
        Side::Client => talk.begins[0],
        Side::Server => talk.begins[1],
    };
    [suite, if begins { flags | BEGINS } else { flags }, more]
}

fn end(side: Side, talk: &Talk) -> End {
    End::new(side, RSA, Choices::of(choices(side, talk))).unwrap()
}

/// The inputs for both ends: the choices, what the peer sends, and its close_notify.
fn inputs(talk: &Talk) -> [(Side, Vec<u8>); 2] {
    const CLOSE: &[u8] = &[0x95, 3, 3, 0, 2, 1, 0];
    let [from_client, from_server] = recordings(talk);
    let input = |side, sent: Vec<u8>| (side, [&choices(side, talk)[..], &sent, CLOSE].concat());
    [input(Side::Client, from_server), input(Side::Server, from_client)]
}

#[test]
fn corpus_is_up_to_date() {
    for talk in &TALKS {
        for (side, content) in inputs(talk) {
            let target = if side == Side::Client { "client12" } else { "server12" };
            recorded::hold_corpus(target, talk.name, &content);
        }
    }
}

#[test]
fn a_recorded_peer_is_talked_to_until_its_end() {
    for talk in &TALKS {
        for (side, input) in inputs(talk) {
            assert_eq!(
                drive(side, RSA, &input),
                Outcome::Failed(Error::PeerClosed),
                "{}, {side:?}",
                talk.name
            );
            let mut end = end(side, talk);
            end.run(&mut Line::new(side, &input[CHOICES_LEN..]));
            assert_eq!(end.handshakes, talk.handshakes, "{}, {side:?}", talk.name);
            assert_eq!(end.received, DATA, "{}, {side:?}", talk.name);
            assert_eq!(end.connection.version(), Some(ProtocolVersion::TLS1_2));
            let saves = talk.choices[1] & Choices::SAVES != 0;
            assert_eq!(end.moves > 0, saves, "{}, {side:?}", talk.name);
            let resumed = talk.name.starts_with("by_");
            assert_eq!(
                end.connection.psk() == Some(PskKind::Resumption),
                resumed,
                "{}",
                talk.name
            );
            let any_suite = matches!(talk.name, "no_etm");
            let suite = SUITES12[usize::from(talk.choices[0])].id;
            assert_eq!(end.connection.suite() == Some(suite), !any_suite, "{}", talk.name);
        }
    }
}

/// What the line makes of an input is what a peer sends: an end of TLS 1.2 that has its own Finished changed notices.
#[test]
fn a_wrong_finished_is_noticed() {
    for (side, input) in inputs(&TALKS[0]) {
        let at = input.windows(2).position(|pair| pair == [0xff, 3]).unwrap();
        let wrong = [
            &input[..at],
            &[0x96, 3, 3, 0, 16, 20, 0, 0, 12],
            &[0; 12],
            &input[at + 5..],
        ]
        .concat();
        assert_eq!(drive(side, RSA, &wrong), Outcome::Failed(Error::DecryptError));
    }
}

/// The corpora with repeatable randomness, which tests outside of this crate have not.
#[test]
fn nothing_in_the_corpora_is_accepted_that_was_not_said() {
    recorded::replay("client12", |input| drive(Side::Client, RSA, input));
    recorded::replay("server12", |input| drive(Side::Server, RSA, input));
}

/// An end of this talk and the line that it has talked over.
fn run<'a>(talk: &Talk, side: Side, input: &'a [u8]) -> (End, Line<'a>) {
    let mut end = end(side, talk);
    let mut line = Line::new(side, &input[CHOICES_LEN..]);
    end.run(&mut line);
    (end, line)
}

#[test]
fn what_was_not_said_is_seen() {
    for talk in &TALKS {
        for (side, input) in inputs(talk) {
            let judge = |change: fn(&mut End, &mut Line<'_>)| {
                let (mut end, mut line) = run(talk, side, &input);
                change(&mut end, &mut line);
                line.vouches_for(&end)
            };
            assert!(judge(|_, _| {}), "{}, {side:?}", talk.name);
            assert!(
                !judge(|_, line| *line = Line::new(Side::Client, &[])),
                "nothing was said"
            );
            assert!(!judge(|end, _| end.handshakes += 1), "a handshake without a Finished");
            assert!(!judge(|end, _| end.received.push(0)), "data that nobody sent");
            assert!(!judge(|end, _| drop(end.received.drain(..1))), "its first byte is gone");
            assert!(!judge(|end, _| end.unsigned = true), "no signature");
        }
    }
}

/// A Finished that is wrong, and one that comes under no new key: an end that took either would be seen.
#[test]
fn what_proves_nothing_is_not_counted() {
    for (side, input) in inputs(&TALKS[0]) {
        let at = input.windows(2).position(|pair| pair == [0xff, 3]).unwrap();
        let wrong = [&[0x96, 3, 3, 0, 16, 20, 0, 0, 12][..], &[0; 12]].concat();
        let wrong = [&input[..at], &wrong, &input[at + 5..]].concat();
        // The change_cipher_spec is the record before it.
        assert_eq!(input[at - 6], ContentType::CHANGE_CIPHER_SPEC.0);
        let early = [&input[..at - 6], &input[at..]].concat();
        for changed in [wrong, early] {
            let (mut end, line) = run(&TALKS[0], side, &changed);
            assert_eq!(end.handshakes, 0, "it looks");
            assert!(line.vouches_for(&end));
            end.handshakes = 1;
            assert!(!line.vouches_for(&end));
        }
    }
}

/// Each signature that a peer has to make is one that holds, and only with the key that it was made with.
#[test]
fn signatures_are_checked_once_more() {
    let (mut of_servers, mut of_clients) = (0, 0);
    for talk in TALKS.iter().filter(|talk| talk.begins == [false; 2]) {
        for (side, input) in inputs(talk) {
            let (mut end, line) = run(talk, side, &input);
            let identities = end.identities;
            let holds = |end: &mut End, identity| {
                end.shown = identity;
                end.is_signed(&line)
            };
            let with: Vec<bool> = identities
                .iter()
                .map(|identity| holds(&mut end, Some(identity)))
                .collect();
            let right = with.iter().filter(|holds| **holds).count();
            let suite = suite12(end.connection.suite().unwrap()).unwrap();
            let signs = match side {
                Side::Client => suite.exchange.has_certificate() && !talk.name.starts_with("by_"),
                Side::Server => talk.choices[1] & Choices::CLIENT_CERTIFICATE != 0,
            };
            if signs {
                assert_eq!(right, 1, "{}, {side:?}", talk.name);
            }
            match side {
                Side::Client => {
                    assert_eq!(holds(&mut end, None), !signs, "{}", talk.name);
                    of_servers += usize::from(signs);
                }
                // It may show nothing; what it shows it has to sign.
                Side::Server => {
                    assert!(holds(&mut end, None), "{}", talk.name);
                    assert_eq!(right > 0, signs, "{}", talk.name);
                    of_clients += usize::from(signs);
                }
            }
        }
    }
    assert!(of_servers > 5 && of_clients > 2);
}

#[test]
fn random_mutations_never_panic_or_hang() {
    let mut mutations = Mutations::new();
    for talk in &TALKS {
        for (side, input) in inputs(talk) {
            for _ in 0..100 {
                let changed = mutations.change(&input);
                let outcome = drive(side, RSA, &changed);
                assert!(outcome.is_well(), "{}: {outcome:?} of {changed:02x?}", talk.name);
            }
        }
    }
}

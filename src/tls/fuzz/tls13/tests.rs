use super::*;
use crate::tls::fuzz::recorded::{self, Mutations};
use crate::tls::{early_data::EarlyData, session::PskKind};

/// A recording: its name, what the ends are set up with (client, server), and what the client finds.
struct Talk {
    name: &'static str,
    choices: [[u8; CHOICES_LEN]; 2],
    psk: Option<PskKind>,
    early: bool,
}

const fn talk(name: &'static str, client: [u8; CHOICES_LEN], server: [u8; CHOICES_LEN]) -> Talk {
    Talk {
        name,
        choices: [client, server],
        psk: None,
        early: false,
    }
}

const fn resumed(name: &'static str, client: [u8; CHOICES_LEN], server: [u8; CHOICES_LEN], early: bool) -> Talk {
    Talk {
        name,
        choices: [client, server],
        psk: Some(PskKind::Resumption),
        early,
    }
}

const W: u8 = Choices::WRITES;
const KNOWN: u8 = Choices::KNOWN;
const EARLY: u8 = KNOWN | Choices::EARLY;

/// Numbers of suites are those of [`SUITES`].
const TALKS: [Talk; 14] = [
    talk("plain", [0, 0, W], [0, 0, W]),
    talk("aes256", [1, 0, W], [1, Choices::TLS12, W | Choices::TICKETS]),
    talk("chacha_padded", [2, 0, W | Choices::PADS], [2, 0, W | Choices::PADS]),
    talk(
        "ccm_limits",
        [3, Choices::RECORD_LIMIT, W],
        [3, Choices::RECORD_LIMIT, W],
    ),
    talk("ccm_8_grease", [4, 0, W | Choices::GREASE], [4, 0, W | Choices::GREASE]),
    talk("retried", [0, Choices::OTHER_GROUP, W], [0, Choices::COOKIE, W]),
    talk("hybrid", [0, 0, W | Choices::HYBRID], [0, 0, W | Choices::HYBRID]),
    talk(
        "keys_updated",
        [0, 0, W | Choices::UPDATES_KEYS],
        [0, 0, W | Choices::UPDATES_KEYS],
    ),
    talk("post_auth", [0, Choices::POST_AUTH, W], [0, Choices::POST_AUTH, W]),
    talk("tickets", [0, 0, W | Choices::SIGNALS], [0, 0, W | Choices::TICKETS]),
    resumed("resumed", [0, KNOWN, W], [0, KNOWN, W], false),
    resumed("resumed_retried", [0, KNOWN, W], [0, KNOWN | Choices::COOKIE, W], false),
    resumed(
        "resumed_limits",
        [0, KNOWN | Choices::RECORD_LIMIT, W],
        [0, KNOWN | Choices::RECORD_LIMIT, W],
        false,
    ),
    resumed("early", [0, EARLY, W], [0, EARLY, W], true),
];

/// What both ends send, as input for the other.
fn recordings(talk: &Talk) -> [Vec<u8>; 2] {
    recorded::recordings(talk.name, |side, input| {
        let [client, server] = talk.choices;
        let choices = if side == Side::Client { client } else { server };
        let mut line = Line::new(side, input);
        let outcome = end(side, Choices::of(choices)).unwrap().run_on(&mut line);
        let fine = matches!(outcome, Outcome::Starved | Outcome::Connected);
        assert!(fine, "{}: {side:?} {outcome:?}", talk.name);
        line.recorded().to_vec()
    })
}

/// The inputs for both ends: the choices, what the peer sends, and its close_notify.
fn inputs(talk: &Talk) -> [(Side, Vec<u8>); 2] {
    const CLOSE: &[u8] = &[0x95, 3, 3, 0, 2, 1, 0];
    let [from_client, from_server] = recordings(talk);
    let input = |at: usize, sent: Vec<u8>| [&talk.choices[at][..], &sent, CLOSE].concat();
    [
        (Side::Client, input(0, from_server)),
        (Side::Server, input(1, from_client)),
    ]
}

#[test]
fn corpus_is_up_to_date() {
    for talk in &TALKS {
        for (side, content) in inputs(talk) {
            let target = if side == Side::Client { "client13" } else { "server13" };
            recorded::hold_corpus(target, talk.name, &content);
        }
    }
}

#[test]
fn a_recorded_peer_is_talked_to_until_its_end() {
    for talk in &TALKS {
        for (at, (side, input)) in inputs(talk).into_iter().enumerate() {
            let choices = Choices::of(talk.choices[at]);
            let mut end = end(side, choices).unwrap();
            let outcome = end.run_on(&mut Line::new(side, &input[CHOICES_LEN..]));
            assert_eq!(outcome, Outcome::Failed(Error::PeerClosed), "{}, {side:?}", talk.name);
            assert!(end.is_over, "{}, {side:?}", talk.name);
            assert_eq!(end.connection.psk(), talk.psk, "{}, {side:?}", talk.name);
            let taken = end.connection.early_data() == EarlyData::Ended;
            assert_eq!(taken, talk.early, "{}, {side:?}", talk.name);
            let suite = SUITES[usize::from(choices.suite)].id;
            assert_eq!(end.connection.suite(), Some(suite), "{}", talk.name);
        }
    }
}

/// What the line makes of an input is what a peer sends: its own Finished, signature or binder changed is noticed.
#[test]
fn wrong_proofs_are_noticed() {
    let noticed = |side, input: &[u8], kind: u8, wrong: &[u8]| {
        let at = input.windows(3).position(|window| window == [kind, 3, 3]).unwrap();
        let changed = [&input[..at], wrong, &input[at + 5..]].concat();
        assert_eq!(drive(side, &changed), Outcome::Failed(Error::DecryptError));
    };
    let finished = [&[0x96, 3, 3, 0, 36, 20, 0, 0, 32][..], &[0; 32]].concat();
    let signed = [&[0x96, 3, 3, 0, 72, 15, 0, 0, 68, 8, 7, 0, 64][..], &[0; 64]].concat();
    for (side, input) in inputs(&TALKS[0]) {
        noticed(side, &input, 0xff, &finished);
        noticed(side, &input, 0xfe, &signed);
    }
    let [_, (side, mut input)] = inputs(&TALKS[10]);
    let at = input.windows(3).position(|window| window == [0xfd, 3, 3]).unwrap();
    let len = usize::from(u16::from_be_bytes([input[at + 3], input[at + 4]]));
    input[at] = 22;
    input[at + 5 + len - 1] ^= 1;
    input[at + 5 + len - 34] ^= 1;
    assert_eq!(drive(side, &input), Outcome::Failed(Error::DecryptError));
}

#[test]
fn random_mutations_never_panic_or_hang() {
    let mut mutations = Mutations::new();
    for talk in &TALKS {
        for (side, input) in inputs(talk) {
            for _ in 0..150 {
                let changed = mutations.change(&input);
                let wrong = drive(side, &changed) == Outcome::Failed(Error::Internal);
                assert!(!wrong, "{}: {changed:02x?}", talk.name);
            }
        }
    }
}

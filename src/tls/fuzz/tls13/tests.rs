use super::*;
use crate::crypto::hkdf::Secret;
use crate::tls::fuzz::recorded::{self, Mutations};
use crate::tls::{
    early_data::EarlyData,
    session::PskKind,
    want::SecretKind,
    wire::codes::{CipherSuite, HandshakeType},
};

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

/// The corpora with repeatable randomness, which tests outside of this crate have not.
#[test]
fn nothing_in_the_corpora_is_accepted_that_was_not_said() {
    recorded::replay("client13", |input| drive(Side::Client, input));
    recorded::replay("server13", |input| drive(Side::Server, input));
}

/// An end and the line that it has talked over.
fn run<'a>(side: Side, input: &'a [u8]) -> (End, Line<'a>) {
    let (choices, input) = input.split_first_chunk().unwrap();
    let mut end = end(side, Choices::of(*choices)).unwrap();
    let mut line = Line::new(side, input);
    end.run_on(&mut line);
    (end, line)
}

#[test]
fn what_was_not_said_is_seen() {
    let (mut with_early, mut with_data, mut with_signature, mut after) = (0, 0, 0, 0);
    for talk in &TALKS {
        for (side, input) in inputs(talk) {
            let judge = |change: fn(&mut End, &mut Line<'_>)| {
                let (mut end, mut line) = run(side, &input);
                change(&mut end, &mut line);
                line.vouches_for(&end)
            };
            assert!(judge(|_, _| {}), "{}, {side:?}", talk.name);
            assert!(
                !judge(|_, line| *line = Line::new(Side::Client, &[])),
                "nothing was said"
            );
            assert!(!judge(|end, _| end.received.push(0)), "data that nobody sent");
            assert!(!judge(|end, _| end.early_read.push(0)), "early data that nobody sent");
            assert!(!judge(|end, _| end.settled += 2), "a certificate without a signature");
            assert!(
                !judge(|end, _| end.authentications += 1),
                "an authentication without a Finished"
            );
            let (end, _) = run(side, &input);
            with_early += usize::from(!end.early_read.is_empty());
            with_data += usize::from(!end.received.is_empty());
            with_signature += usize::from(end.settled > 0);
            after += end.authentications;
            if !end.early_read.is_empty() {
                assert!(
                    !judge(|end, _| drop(end.early_read.drain(..1))),
                    "its first byte is gone"
                );
                assert!(!judge(|end, _| end.early_read.truncate(1)), "its end is gone");
            }
        }
    }
    assert!(with_early > 0 && with_data > 0 && with_signature > 0 && after > 0);
    // Neither a key nor a certificate.
    let [(side, input), _] = inputs(&TALKS[0]);
    let (mut end, line) = run(side, &input);
    end.settled = 0;
    assert!(!line.vouches_for(&end));
}

/// A transport that tells the line another secret than the end has.
struct Altered<'a>(Line<'a>);

impl crate::tls::fuzz::Wire for Altered<'_> {
    fn receive(&mut self, space: &mut [u8]) -> usize {
        self.0.receive(space)
    }

    fn send(&mut self, records: &[u8]) {
        self.0.send(records);
    }

    fn learn(&mut self, suite: Option<CipherSuite>, kind: SecretKind, secret: &Secret) {
        let other = Secret::new(&vec![1; secret.as_bytes().len()]).unwrap();
        let told = if kind == SecretKind::ClientHandshake {
            &other
        } else {
            secret
        };
        self.0.learn(suite, kind, told);
    }
}

#[test]
fn an_end_with_another_secret_is_seen() {
    let [(side, input), _] = inputs(&TALKS[0]);
    let mut end = end(side, Choices::of(TALKS[0].choices[0])).unwrap();
    let mut altered = Altered(Line::new(side, &input[CHOICES_LEN..]));
    end.run_on(&mut altered);
    assert!(end.is_over);
    assert!(!altered.0.vouches_for(&end));
}

/// What a client takes for its handshake's end if it does not look at Finished and CertificateVerify.
#[test]
fn wrong_proofs_are_not_counted() {
    for (kind, message) in [
        (HandshakeType::FINISHED, [&[20, 0, 0, 32][..], &[0; 32]].concat()),
        (
            HandshakeType::CERTIFICATE_VERIFY,
            [&[15, 0, 0, 68, 8, 7, 0, 64][..], &[0; 64]].concat(),
        ),
    ] {
        let [(side, input), _] = inputs(&TALKS[0]);
        let at = input.windows(3).position(|window| window == [0xff, 3, 3]).unwrap();
        let signature = input.windows(3).position(|window| window == [0xfe, 3, 3]).unwrap();
        let at = if kind == HandshakeType::FINISHED { at } else { signature };
        let [high, low] = u16::try_from(message.len()).unwrap().to_be_bytes();
        let changed = [&input[..at], &[0x96, 3, 3, high, low], &message, &input[at + 5..]].concat();
        let (mut end, line) = run(side, &changed);
        assert!(line.vouches_for(&end), "it does look");
        end.is_over = true;
        end.settled = 1;
        assert!(!line.vouches_for(&end), "{kind:?}");
    }
}

#[test]
fn random_mutations_never_panic_or_hang() {
    let mut mutations = Mutations::new();
    for talk in &TALKS {
        for (side, input) in inputs(talk) {
            for _ in 0..150 {
                let changed = mutations.change(&input);
                let outcome = drive(side, &changed);
                assert!(outcome.is_well(), "{}: {outcome:?} of {changed:02x?}", talk.name);
            }
        }
    }
}

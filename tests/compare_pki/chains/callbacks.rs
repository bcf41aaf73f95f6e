//! What verify callbacks may do: forgive, accuse, refuse, at each depth of good and of bad chains.

use super::*;

const QUESTIONS: [&str; 17] = [
    "silent",
    "restartable",
    "forgive 0",
    "forgive 1",
    "forgive 2",
    "forgive 3",
    "set 0 100",
    "set 1 80000000",
    "set 2 4",
    "set 0 ffffffff",
    "refuse 0 -77",
    "refuse 1 -77",
    "refuse 2 -77",
    "refuse 0 -9984",
    "refuse 2 -9984",
    "refuse 1 77",
    "refuse 3 -1",
];

pub(super) fn cases() -> Vec<Case> {
    let chain = |change: fn(Recipe) -> Recipe| {
        vec![
            change(leaf("Inner 1")).der(p256(1), p256(2)),
            authority("Root", "Inner 1").der(p256(2), p256(0)),
        ]
    };
    let own = leaf("Leaf").der(p256(1), p256(1));
    vec![
        Case::new("callback-good", chain(|recipe| recipe)).ask(&QUESTIONS),
        Case::new("callback-expired-leaf", chain(expired)).ask(&QUESTIONS),
        Case::new("callback-expired-root", chain(|recipe| recipe))
            .under(vec![expired(authority("Root", "Root")).der(p256(0), p256(0))])
            .ask(&QUESTIONS),
        Case::new("callback-untrusted", chain(|recipe| recipe))
            .under(vec![])
            .ask(&QUESTIONS),
        Case::new("callback-wrong-name", chain(|recipe| recipe))
            .named("other.example")
            .ask(&QUESTIONS),
        Case::leaf("callback-trusted-leaf", own.clone())
            .under(vec![own])
            .ask(&QUESTIONS),
        Case::new("callback-too-long", long_chain(9)).ask(&QUESTIONS),
        Case::new("callback-eight-deep", long_chain(8)).ask(&["forgive 9", "refuse 9 -5", "set 9 8", "refuse 5 -5"]),
    ]
}

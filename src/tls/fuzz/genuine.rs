//! What genuine peers say to the ends that are fed with bytes as they are, and whether an end took anything else for that.
//!
//! Whoever makes up these bytes knows no secret: it can pass on what a genuine peer once said to just this end, and cannot
//! compute a Finished, a binder or a protected record. So an end whose handshake is over must have been told, record for record,
//! what one of its peers says. Some things may differ, because no end looks at them: the version in a record's header, how a
//! message before keys is spread over records, a change_cipher_spec of the one form, a warning; and what a server skips, which
//! took no early data. What comes after the handshake may end at any place, but its data is what the peer wrote.

use std::sync::OnceLock;

use super::{DATA, EARLY_DATA, End, Keys, Recording, Scenario};
use crate::tls::{
    config::Side,
    early_data::EarlyData,
    record::HEADER_LEN,
    wire::codes::{AlertDescription, AlertLevel, ContentType},
};

/// Whether ends say the same in each run. If not, nobody has recorded what is said to the one at hand: none may connect.
const IS_REPEATABLE: bool = cfg!(any(test, feature = "deterministic"));

/// A record that says something; those that spread a message before keys over several are one.
type Item = (ContentType, Vec<u8>);

/// What a peer says until the handshake is over at both ends.
pub(super) struct Conversation {
    /// What it says before it has heard anything; for a client that sends early data that is in here.
    opening: Vec<Item>,
    rest: Vec<Item>,
}

/// What both ends sent.
pub(super) struct Talk {
    pub(super) from_client: Vec<u8>,
    pub(super) from_server: Vec<u8>,
    /// How much of what the client sent came first.
    opening: usize,
    /// Both came to the end of the handshake.
    is_over: bool,
}

/// What a client and a server that know of keys, or do not, send to each other; with `data` from either after the handshake, if
/// there is any.
pub(super) fn talk(data: &[u8], client: (bool, Scenario), server: (bool, Scenario)) -> Option<Talk> {
    let mut talk = Talk {
        from_client: Vec::new(),
        from_server: Vec::new(),
        opening: 0,
        is_over: false,
    };
    // After the handshake alone nothing is to follow.
    let tickets = if data.is_empty() { 0 } else { 2 };
    // Each end is run from its beginning with all that the other has sent so far: that is the same each time.
    for round in 0..4 {
        talk.is_over = true;
        for (side, (known, scenario)) in [(Side::Client, client), (Side::Server, server)] {
            let keys = Keys {
                known,
                tickets,
                scenario,
            };
            let mut end = End::new(side, keys)?;
            let (input, sent) = match side {
                Side::Client => (&talk.from_server, &mut talk.from_client),
                Side::Server => (&talk.from_client, &mut talk.from_server),
            };
            sent.clear();
            end.run(input, sent);
            talk.is_over &= end.is_over;
            if end.is_over && !data.is_empty() {
                let wire = &mut Recording { input: &[], sent };
                end.connection.writer.write(data).ok()?;
                end.flush(wire);
                // It wants to send.
                let _ = end.connection.writer.close_notify();
                end.flush(wire);
            }
        }
        if round == 0 {
            talk.opening = talk.from_client.len();
        }
    }
    Some(talk)
}

/// What every peer of the end `side` says that comes to the end of its handshake with it.
pub(super) fn conversations(side: Side, scenario: Scenario) -> &'static [Conversation] {
    static CLIENT: [OnceLock<Vec<Conversation>>; 3] = [const { OnceLock::new() }; 3];
    static SERVER: [OnceLock<Vec<Conversation>>; 3] = [const { OnceLock::new() }; 3];
    let ([plain, early, replayed], play): (_, fn(Scenario) -> Vec<Conversation>) = match side {
        Side::Client => (&CLIENT, to_client),
        Side::Server => (&SERVER, to_server),
    };
    let place = match scenario {
        Scenario::Plain => plain,
        Scenario::EarlyData => early,
        Scenario::Replayed => replayed,
    };
    place.get_or_init(|| if IS_REPEATABLE { play(scenario) } else { Vec::new() })
}

/// What servers say to a client that knows keys.
fn to_client(scenario: Scenario) -> Vec<Conversation> {
    let mut out = Vec::new();
    for known in [false, true] {
        for of_server in [Scenario::Plain, Scenario::EarlyData, Scenario::Replayed] {
            let talk = talk(&[], (true, scenario), (known, of_server)).filter(|talk| talk.is_over);
            out.extend(talk.map(|talk| Conversation {
                opening: Vec::new(),
                rest: items(&talk.from_server),
            }));
        }
    }
    out
}

/// What clients say to a server that knows keys.
fn to_server(scenario: Scenario) -> Vec<Conversation> {
    let mut out = Vec::new();
    for known in [false, true] {
        for of_client in [Scenario::Plain, Scenario::EarlyData] {
            let talk = talk(&[], (known, of_client), (true, scenario)).filter(|talk| talk.is_over);
            out.extend(talk.map(|talk| {
                let (opening, rest) = talk.from_client.split_at(talk.opening.min(talk.from_client.len()));
                Conversation {
                    opening: items(opening),
                    rest: items(rest),
                }
            }));
        }
    }
    out
}

/// What the whole records of a stream say.
fn items(mut stream: &[u8]) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::new();
    while let Some((header, rest)) = stream.split_first_chunk::<HEADER_LEN>() {
        let [kind, _, _, high, low] = *header;
        let len = usize::from(u16::from_be_bytes([high, low]));
        let Some((body, rest)) = rest.split_at_checked(len) else {
            break;
        };
        stream = rest;
        match (ContentType(kind), body, out.last_mut()) {
            (ContentType::CHANGE_CIPHER_SPEC, [1], _) => {}
            (ContentType::ALERT, [level, description], _)
                if AlertLevel(*level) == AlertLevel::WARNING
                    || AlertDescription(*description) == AlertDescription::USER_CANCELED => {}
            (ContentType::HANDSHAKE, _, Some((ContentType::HANDSHAKE, before))) => before.extend_from_slice(body),
            (kind, ..) => out.push((kind, body.to_vec())),
        }
    }
    out
}

impl Conversation {
    /// Whether `said` begins as this does, to its end.
    fn is_front_of(&self, said: &[Item], took_early_data: bool) -> bool {
        let is_protected = |item: &&Item| item.0 == ContentType::APPLICATION_DATA;
        let skips = !took_early_data && self.opening.iter().any(|item| is_protected(&item));
        let opening = self.opening.iter().filter(|item| !(skips && is_protected(item)));
        let mut said = said.iter();
        opening.chain(&self.rest).all(|expected| {
            let mut next = said.next();
            while skips && next.is_some_and(|item| item != expected && is_protected(&item)) {
                next = said.next();
            }
            next == Some(expected)
        })
    }
}

/// Whether `end`, which was fed with `input`, took nothing but what one of these peers says.
pub(super) fn allows(genuine: &[Conversation], end: &End, input: &[u8]) -> bool {
    if end.early_read.is_empty() && !end.is_over {
        return end.received.is_empty();
    }
    let said = items(input);
    let took_early_data = end.connection.early_data() == EarlyData::Ended;
    // Without the stand-in a first flight with early data is still one that was recorded: it rests on the ticket alone.
    let begun = || {
        !IS_REPEATABLE
            || genuine
                .iter()
                .any(|talk| !talk.opening.is_empty() && said.starts_with(&talk.opening))
    };
    let early = end.early_read.is_empty()
        || (end.keys.scenario == Scenario::EarlyData && EARLY_DATA.starts_with(&end.early_read) && begun());
    let handshake = !end.is_over || genuine.iter().any(|talk| talk.is_front_of(&said, took_early_data));
    // Of a server: a client's is never read.
    let whole = !end.is_over || !took_early_data || end.is_client() || end.early_read == EARLY_DATA;
    early && whole && handshake && DATA.starts_with(&end.received)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tls::fuzz::{Outcome, drive};

    /// Every conversation that a client or a server in `scenario` has, as bytes.
    fn streams(side: Side, scenario: Scenario) -> Vec<Vec<u8>> {
        let mut out = Vec::new();
        for known in [false, true] {
            for other in [Scenario::Plain, Scenario::EarlyData, Scenario::Replayed] {
                let (client, server) = match side {
                    Side::Client => ((true, scenario), (known, other)),
                    Side::Server => ((known, other), (true, scenario)),
                };
                let talk = talk(&[], client, server).unwrap();
                if talk.is_over {
                    out.push(if side == Side::Client {
                        talk.from_server
                    } else {
                        talk.from_client
                    });
                }
            }
        }
        out
    }

    fn run(side: Side, scenario: Scenario, input: &[u8]) -> End {
        let mut end = End::new(side, Keys::of(scenario)).unwrap();
        end.run(input, &mut Vec::new());
        end
    }

    #[test]
    fn genuine_conversations_are_allowed_and_changed_ones_are_not() {
        for side in [Side::Client, Side::Server] {
            for scenario in [Scenario::Plain, Scenario::EarlyData, Scenario::Replayed] {
                let genuine = conversations(side, scenario);
                let streams = streams(side, scenario);
                assert!(streams.len() >= 2, "{side:?}, {scenario:?}");
                for stream in streams {
                    assert_eq!(drive(side, scenario, &stream), Outcome::Connected);
                    let end = run(side, scenario, &stream);
                    assert!(allows(genuine, &end, &stream), "{side:?}, {scenario:?}");
                    assert!(!allows(&[], &end, &stream), "nobody said it");
                    assert!(
                        !allows(genuine, &end, &stream[..stream.len() - 1]),
                        "the last record is cut"
                    );
                    // Had the end come so far with this, it would have been seen: any byte but those of versions changed.
                    let (mut start, mut skipped) = (0, None);
                    while start < stream.len() {
                        let len = usize::from(u16::from_be_bytes([stream[start + 3], stream[start + 4]]));
                        let protected = stream[start] == ContentType::APPLICATION_DATA.0;
                        let is_skipped = side == Side::Server
                            && protected
                            && skipped.is_none()
                            && end.connection.early_data() == EarlyData::Rejected;
                        for at in start + 5..start + 5 + len {
                            let mut changed = stream.clone();
                            changed[at] ^= 1;
                            assert_eq!(
                                allows(genuine, &end, &changed),
                                is_skipped,
                                "{side:?}, {scenario:?}, {at}"
                            );
                        }
                        if protected {
                            skipped = Some(start);
                        }
                        start += 5 + len;
                    }
                }
            }
        }
    }

    #[test]
    fn data_that_nobody_sent_is_not_allowed() {
        let stream = streams(Side::Server, Scenario::EarlyData).pop().unwrap();
        let genuine = conversations(Side::Server, Scenario::EarlyData);
        let end = || run(Side::Server, Scenario::EarlyData, &stream);
        assert_eq!(end().early_read, EARLY_DATA);
        let judge = |change: fn(&mut End)| {
            let mut end = end();
            change(&mut end);
            allows(genuine, &end, &stream)
        };
        assert!(judge(|end| end.received.extend(b"dat")));
        assert!(!judge(|end| end.received.extend(b"date")));
        assert!(!judge(|end| end.early_read.push(b'x')));
        assert!(!judge(|end| end.early_read.truncate(9)));
        assert!(!judge(|end| end.keys.scenario = Scenario::Replayed));
        // Before the handshake is over a part may have come, but no application data.
        let begun = |end: &mut End| {
            end.is_over = false;
            end.early_read.truncate(5);
        };
        let mut partly = end();
        begun(&mut partly);
        assert!(allows(genuine, &partly, &stream));
        assert!(!allows(genuine, &partly, &stream[1..]));
        partly.early_read.clear();
        assert!(allows(genuine, &partly, &stream[1..]));
        partly.received.push(b'd');
        assert!(!allows(genuine, &partly, &stream));
    }

    /// What an end does not look at may differ.
    #[test]
    fn what_no_end_looks_at_may_differ() {
        let stream = streams(Side::Server, Scenario::Plain).swap_remove(0);
        let end = run(Side::Server, Scenario::Plain, &stream);
        let genuine = conversations(Side::Server, Scenario::Plain);
        let len = usize::from(u16::from_be_bytes([stream[3], stream[4]]));
        let (hello, rest) = stream.split_at(5 + len);
        // In two records, then a change_cipher_spec and a warning.
        let [high, low] = u16::try_from(len - 7).unwrap().to_be_bytes();
        let spread = [
            &[22, 3, 4, 0, 7][..],
            &hello[5..12],
            &[22, 3, 3, high, low],
            &hello[12..],
            &[20, 3, 3, 0, 1, 1],
            rest,
            b"and more",
        ]
        .concat();
        assert!(allows(genuine, &end, &spread));
        assert_eq!(
            drive(Side::Server, Scenario::Plain, &spread[..spread.len() - 8]),
            Outcome::Connected
        );
        let other = [hello, &[20, 3, 3, 0, 1, 2], rest].concat();
        assert!(!allows(genuine, &end, &other));
    }
}

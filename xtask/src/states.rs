//! `cargo xtask states`: the handshake states a program sees, ours beside those recorded from stock Mbed TLS 3.6.6.
//!
//! `c-tests/states/states.c` steps through a handshake at both ends and prints each end's states. What it prints with stock is
//! kept in `c-tests/golden/states/<scenario>.txt` (`--record` writes it anew; `--stock` only checks it). Early data, which
//! Debian's build leaves out, is recorded from the same release built with it ([`crate::peers::early`]); nothing of that is
//! needed to compare.

use crate::pki;
use crate::programs::Library;
use crate::shell::{Result, capture, root, run_for};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// A place where ours is meant to differ from the recording.
struct Deviation {
    scenario: &'static str,
    change: Change,
    reason: &'static str,
}

/// How ours differs from the recording.
enum Change {
    /// It has the second text for the first.
    Text(&'static str, &'static str),
    /// It does what is recorded of another scenario.
    Like(&'static str),
}

/// A server that refuses a ClientHello as soon as it has looked at it.
const STILL_CLIENT_HELLO: Change = Change::Text(
    "  18 HELLO_RETRY_REQUEST\n  18 HELLO_RETRY_REQUEST\n",
    "   1 CLIENT_HELLO\n",
);
/// A client's ticket after a handshake that its server could finish.
const TICKET_COMES: Change = Change::Text(
    "  27 HANDSHAKE_OVER after read: -0x7180\n  27 HANDSHAKE_OVER after read: -0x7180\n",
    "  27 HANDSHAKE_OVER after read: -0x7b00\n  27 HANDSHAKE_OVER after get_session: 0x0000\n\
     \u{20} 27 HANDSHAKE_OVER after read: -0x6900\n",
);
/// The rest of that server's handshake.
const FINISHED_COMES: Change = Change::Text(
    "  11 CLIENT_FINISHED\n  11 CLIENT_FINISHED\n  error -0x7700\n",
    "  11 CLIENT_FINISHED\n  15 HANDSHAKE_WRAPUP\n  28 TLS1_3_NEW_SESSION_TICKET\n\
     \u{20} 29 TLS1_3_NEW_SESSION_TICKET_FLUSH\n  27 HANDSHAKE_OVER\n",
);
/// A renegotiation that an older HelloRequest does not end: the client's states from ServerHello on, and the server's from
/// ClientKeyExchange on.
const CLIENT_GOES_ON: Change = Change::Text(
    "   2 SERVER_HELLO after read: -0x6900\n   2 SERVER_HELLO\n  error -0x7300\n",
    "   2 SERVER_HELLO after read: -0x6900\n   3 SERVER_CERTIFICATE\n   4 SERVER_KEY_EXCHANGE\n   5 CERTIFICATE_REQUEST\n\
     \u{20}  6 SERVER_HELLO_DONE\n   7 CLIENT_CERTIFICATE\n   8 CLIENT_KEY_EXCHANGE\n   9 CERTIFICATE_VERIFY\n\
     \u{20} 10 CLIENT_CHANGE_CIPHER_SPEC\n  11 CLIENT_FINISHED\n  12 SERVER_CHANGE_CIPHER_SPEC\n  13 SERVER_FINISHED\n\
     \u{20} 14 FLUSH_BUFFERS\n  15 HANDSHAKE_WRAPUP\n  27 HANDSHAKE_OVER\n  27 HANDSHAKE_OVER after write: 0x0004\n\
     \u{20} 27 HANDSHAKE_OVER after read: 0x0004\n  27 HANDSHAKE_OVER after read: -0x6900\n",
);
const SERVER_GOES_ON: Change = Change::Text(
    "   8 CLIENT_KEY_EXCHANGE after read: -0x6900\n   8 CLIENT_KEY_EXCHANGE\n  error -0x7780\n",
    "   8 CLIENT_KEY_EXCHANGE after read: -0x6900\n   9 CERTIFICATE_VERIFY\n  10 CLIENT_CHANGE_CIPHER_SPEC\n\
     \u{20} 11 CLIENT_FINISHED\n  12 SERVER_CHANGE_CIPHER_SPEC\n  13 SERVER_FINISHED\n  14 FLUSH_BUFFERS\n\
     \u{20} 15 HANDSHAKE_WRAPUP\n  27 HANDSHAKE_OVER\n  27 HANDSHAKE_OVER after read: 0x0004\n\
     \u{20} 27 HANDSHAKE_OVER after read: -0x6900\n  27 HANDSHAKE_OVER after write: 0x0004\n",
);
/// A client that is told no_renegotiation.
const NOT_ANEW: Change = Change::Text(
    "   2 SERVER_HELLO\n  error -0x6b00\n",
    "  27 HANDSHAKE_OVER\n  error -0x6b00\n",
);
/// A client with both versions that is answered with TLS 1.2.
const ONE_STEP_CLIENT: Change = Change::Text(
    "   2 SERVER_HELLO\n   2 SERVER_HELLO\n   3 ",
    "   2 SERVER_HELLO\n   3 ",
);
/// A server with both versions that takes TLS 1.2.
const ONE_STEP_SERVER: Change = Change::Text(
    "   1 CLIENT_HELLO\n   1 CLIENT_HELLO\n   2 ",
    "   1 CLIENT_HELLO\n   2 ",
);
const ONE_STEP: &str =
    "3.6.6 steps twice through a hello that leads from TLS 1.3 to 1.2; the order of states is the same";
const NO_GROUP: &str = "3.6.6 sends no alert here; RFC 8446 section 4.1.1 asks for handshake_failure";

/// Each scenario whose order is not the recorded one, and why.
pub(crate) fn reasons() -> impl Iterator<Item = (&'static str, &'static str)> {
    DEVIATIONS
        .iter()
        .map(|deviation| (deviation.scenario, deviation.reason))
}

/// DEVIATION: each with its reason.
const DEVIATIONS: &[Deviation] = &[
    Deviation {
        scenario: "fail-unknown-ca",
        change: Change::Text(
            "  11 CLIENT_FINISHED\n  error -0x7180\n",
            "  11 CLIENT_FINISHED\n  error -0x7780\n",
        ),
        reason: "3.6.6 sends the client's alert in the clear where its own server wants it protected (RFC 8446 section 6)",
    },
    Deviation {
        scenario: "fail-no-group",
        change: Change::Text(
            "   2 SERVER_HELLO\nserver",
            "   2 SERVER_HELLO\n   2 SERVER_HELLO\n  error -0x7780\nserver",
        ),
        reason: NO_GROUP,
    },
    Deviation {
        scenario: "fail-psk-key",
        change: STILL_CLIENT_HELLO,
        reason: "3.6.6 takes the mismatch of a binder, a positive number in its code, for the need of a HelloRetryRequest",
    },
    Deviation {
        scenario: "fail-psk-no-group",
        change: Change::Text(
            "   2 SERVER_HELLO\nserver",
            "   2 SERVER_HELLO\n   2 SERVER_HELLO\n  error -0x7780\nserver",
        ),
        reason: NO_GROUP,
    },
    Deviation {
        scenario: "resumption-other-hash",
        change: Change::Like("resumption-expired"),
        reason: "3.6.6 fails over a ticket whose suite is not to be had; RFC 8446 section 4.2.11: \"If no acceptable PSKs are \
                 found, the server SHOULD perform a non-PSK handshake if possible.\"",
    },
    Deviation {
        scenario: "resumption-same-hash",
        change: Change::Like("resumption"),
        reason: "3.6.6 fails over a ticket whose suite is not to be had; only its hash matters (RFC 8446 section 4.2.11)",
    },
    Deviation {
        scenario: "early-rejected-suite",
        change: Change::Like("early-rejected"),
        reason: "3.6.6 fails with another suite of the ticket's hash; early data alone is then refused",
    },
    Deviation {
        scenario: "early-rejected-new-keys",
        change: TICKET_COMES,
        reason: "3.6.6 cannot do a full handshake after it has refused early data",
    },
    Deviation {
        scenario: "early-rejected-new-keys",
        change: FINISHED_COMES,
        reason: "3.6.6 cannot do a full handshake after it has refused early data",
    },
    Deviation {
        scenario: "early-rejected-expired",
        change: TICKET_COMES,
        reason: "3.6.6 cannot do a full handshake after it has refused early data",
    },
    Deviation {
        scenario: "early-rejected-expired",
        change: FINISHED_COMES,
        reason: "3.6.6 cannot do a full handshake after it has refused early data",
    },
    Deviation {
        scenario: "tls12-resumed-ticket-other-suite",
        change: Change::Like("tls12-resumed-ticket-old"),
        reason: "3.6.6 resumes under another suite than the session's, and both ends fail; RFC 5246 section 7.4.1.3: the suite \
                 is that of the session, and what cannot be resumed is a full handshake",
    },
    Deviation {
        scenario: "tls12-resumed-both-versions",
        change: Change::Like("ticket"),
        reason: "3.6.6 offers TLS 1.2 alone to come back with a session of it; RFC 8446 section 4.1.2 has the highest version \
                 offered, and a server of TLS 1.2 alone resumes all the same",
    },
    Deviation {
        scenario: "versions-client-both",
        change: ONE_STEP_CLIENT,
        reason: ONE_STEP,
    },
    Deviation {
        scenario: "versions-client-both-auth",
        change: ONE_STEP_CLIENT,
        reason: ONE_STEP,
    },
    Deviation {
        scenario: "versions-server-both",
        change: ONE_STEP_SERVER,
        reason: ONE_STEP,
    },
    Deviation {
        scenario: "versions-server-both-auth",
        change: ONE_STEP_SERVER,
        reason: ONE_STEP,
    },
    Deviation {
        scenario: "versions-fail-server-12",
        change: Change::Text("  error -0x6e00\n", "  error -0x6e80\n"),
        reason: "3.6.6 does not look at supported_versions here; RFC 8446 section 4.2.1: servers \"MUST select only the versions \
                 of TLS present in that extension\", so it is the version that is missing",
    },
    Deviation {
        scenario: "tls12-fail-no-group",
        change: Change::Text(
            "   2 SERVER_HELLO\n   3 SERVER_CERTIFICATE\n   4 SERVER_KEY_EXCHANGE\nserver\n",
            "   2 SERVER_HELLO\n   2 SERVER_HELLO\n  error -0x7780\nserver\n",
        ),
        reason: NO_SHARED_GROUP,
    },
    Deviation {
        scenario: "tls12-fail-no-group",
        change: Change::Text(
            "   1 CLIENT_HELLO\n   2 SERVER_HELLO\n   3 SERVER_CERTIFICATE\n   4 SERVER_KEY_EXCHANGE\n   4 SERVER_KEY_EXCHANGE\n",
            "   1 CLIENT_HELLO\n   1 CLIENT_HELLO\n",
        ),
        reason: NO_SHARED_GROUP,
    },
    Deviation {
        scenario: "tls12-fail-auth-required-none",
        change: Change::Text(
            "  12 SERVER_CHANGE_CIPHER_SPEC\nserver\n",
            "  12 SERVER_CHANGE_CIPHER_SPEC\n  12 SERVER_CHANGE_CIPHER_SPEC\n  error -0x7780\nserver\n",
        ),
        reason: "3.6.6 sends no alert here; RFC 5246 section 7.4.6 has handshake_failure for it",
    },
    Deviation {
        scenario: "tls12-renegotiation-client-refused",
        change: NOT_ANEW,
        reason: "3.6.6 goes on waiting for a ServerHello; RFC 5246 section 7.2.2: no_renegotiation is the answer",
    },
    Deviation {
        scenario: "tls12-renegotiation-server-off",
        change: NOT_ANEW,
        reason: "3.6.6 goes on waiting for a ServerHello; RFC 5246 section 7.2.2: no_renegotiation is the answer",
    },
    Deviation {
        scenario: "tls12-renegotiation-server-data",
        change: CLIENT_GOES_ON,
        reason: AGAIN,
    },
    Deviation {
        scenario: "tls12-renegotiation-server-data",
        change: SERVER_GOES_ON,
        reason: AGAIN,
    },
];

const NO_SHARED_GROUP: &str = "3.6.6 takes a suite of ECDHE and then finds no group, without an alert; RFC 8422 section 5.1: such a \
                               suite is only for who shares a group";
const AGAIN: &str = "3.6.6 asks again whenever data come, and its client fails over a second HelloRequest, which RFC 5246 section \
                     7.4.1.1 has it ignore";

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    let report = |tally: Tally| {
        println!(
            "states: {} scenarios the same, {} different",
            tally.same, tally.different
        );
        if tally.different == 0 {
            Ok(())
        } else {
            Err("there are differences".into())
        }
    };
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => compare(Library::OursStatic).and_then(report),
        ["--stock"] => compare(Library::Stock).and_then(report),
        ["--record"] => record(),
        _ => Err("usage: cargo xtask states [--stock | --record]".into()),
    }
}

/// Where the recordings are.
fn golden() -> PathBuf {
    root().join("c-tests/golden/states")
}

/// The scenarios that there is a recording of.
pub(crate) fn recorded() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(golden())? {
        names.push(entry?.file_name().to_string_lossy().trim_end_matches(".txt").to_owned());
    }
    names.sort();
    Ok(names)
}

/// The scenarios the program knows.
fn scenarios(program: &Path) -> Result<Vec<String>> {
    let output = capture(Command::new(program).arg("--list"))?;
    Ok(String::from_utf8(output.stdout)?.lines().map(str::to_owned).collect())
}

/// What the program prints in one scenario.
fn play(program: &Path, scenario: &str) -> Result<String> {
    let mut command = Command::new(program);
    let finished = run_for(command.arg(pki::folder()?).arg(scenario), Duration::from_secs(60), b"")?;
    if finished.success {
        return Ok(finished.stdout);
    }
    Err(format!("{}\n{}{}", finished.how, finished.stdout, finished.stderr).into())
}

/// Writes the recordings anew: from Debian's build whatever that can play, the rest from the reference with early data.
fn record() -> Result<()> {
    fs::create_dir_all(golden())?;
    let mut recorded = Vec::new();
    for library in [Library::Stock, Library::Early] {
        library.prepare()?;
        let program = library.compile(&["states/states.c"])?;
        for scenario in scenarios(&program)? {
            if !recorded.contains(&scenario) {
                fs::write(golden().join(format!("{scenario}.txt")), play(&program, &scenario)?)?;
                println!("recorded {scenario} from {}", library.name());
                recorded.push(scenario);
            }
        }
    }
    Ok(())
}

/// What ours has to print: the recording, but for the deviations.
fn wanted(scenario: &str, library: Library) -> Result<String> {
    let recording = |scenario: &str| fs::read_to_string(golden().join(format!("{scenario}.txt")));
    let mut text = recording(scenario)?;
    if matches!(library, Library::Stock | Library::Early) {
        return Ok(text);
    }
    for deviation in DEVIATIONS.iter().filter(|deviation| deviation.scenario == scenario) {
        text = match deviation.change {
            Change::Text(recorded, ours) => text.replace(recorded, ours),
            Change::Like(other) => recording(other)?,
        };
        println!("{scenario}: DEVIATION: {}", deviation.reason);
    }
    Ok(text)
}

/// The numbers of a run.
#[derive(Default)]
pub struct Tally {
    /// Scenarios with the recorded order.
    pub same: usize,
    /// Scenarios with another one.
    pub different: usize,
}

/// Prints recorded and present orders side by side.
pub fn compare(library: Library) -> Result<Tally> {
    library.prepare()?;
    let program = library.compile(&["states/states.c"])?;
    let mut tally = Tally::default();
    let known = scenarios(&program)?;
    if !matches!(library, Library::Stock) {
        for name in recorded()? {
            if !known.contains(&name) {
                tally.different += 1;
                println!("FAILED {name}: recorded, but unknown to {}", library.name());
            }
        }
    }
    for scenario in known {
        let wanted = wanted(&scenario, library)?;
        let found = play(&program, &scenario).unwrap_or_else(|error| error.to_string());
        beside(&scenario, library.name(), &wanted, &found);
        if wanted == found {
            tally.same += 1;
        } else {
            tally.different += 1;
            println!("FAILED {scenario}");
        }
    }
    Ok(tally)
}

/// Two columns, a mark where they differ.
fn beside(scenario: &str, name: &str, wanted: &str, found: &str) {
    println!("{scenario:<64}{name}");
    let (wanted, found): (Vec<_>, Vec<_>) = (wanted.lines().collect(), found.lines().collect());
    for row in 0..wanted.len().max(found.len()) {
        let (left, right) = (wanted.get(row).unwrap_or(&""), found.get(row).unwrap_or(&""));
        println!("  {left:<60}{}{right}", if left == right { "  " } else { "! " });
    }
}

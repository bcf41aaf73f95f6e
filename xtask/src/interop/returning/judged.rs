//! Whether a case went as it should.

use super::super::cases::{Direction, transfer, value};
use super::{Case, Change, Early, Job, Kind, Mode, Printed};
use crate::shell::Result;

/// Bytes that go each way on every connection.
pub const BYTES: usize = 1_000;

/// What our server printed, connection by connection.
pub fn connections(printed: &str) -> Vec<String> {
    let mut connections = vec![String::new()];
    for line in printed.lines() {
        if let Some(last) = connections.last_mut() {
            *last += line;
            last.push('\n');
        }
        if line.starts_with("result=") {
            connections.push(String::new());
        }
    }
    connections.retain(|connection| !connection.is_empty());
    connections
}

/// Looks at what ours printed of each connection and at what the peer says of the last one.
pub fn judge(job: &Job<'_>, printed: &Printed) -> Result<()> {
    let case = &job.case;
    let replayed = usize::from(case.change == Change::Replay && job.direction == Direction::OurServer);
    if printed.mine.len() != case.connections + replayed {
        return Err(format!("ours saw {} connections, not {}", printed.mine.len(), case.connections).into());
    }
    for (at, mine) in printed.mine.iter().enumerate() {
        let result = if at >= case.connections {
            replay_refused(mine)
        } else if case.fails && at + 1 == case.connections {
            failed(mine)
        } else {
            connection(job, at, mine)
        };
        result.map_err(|error| format!("connection {}: {error}", at + 1))?;
    }
    if case.fails {
        return Ok(());
    }
    match (job.direction, printed.theirs.last()) {
        (Direction::OurServer, Some(last)) => their_client(job, last),
        _ => Ok(()),
    }
}

fn want(mine: &str, name: &str, wanted: &str) -> Result<()> {
    let found = value(mine, name);
    if found == wanted {
        Ok(())
    } else {
        Err(format!("{name} is \"{found}\", not \"{wanted}\"").into())
    }
}

/// A connection that comes about.
fn connection(job: &Job<'_>, at: usize, mine: &str) -> Result<()> {
    let case = &job.case;
    let on_key = case.rests_on_key(at);
    want(mine, "handshake", "0")?;
    want(mine, "version", "TLSv1.3")?;
    want(mine, "suite", case.suite(at).name)?;
    want(mine, "intact", "yes")?;
    // GnuTLS's client, when it is to come back, leaves without a word.
    let comes_back = super::told::connections_of(job) > at + 1;
    want(mine, "received", &(if comes_back { 0 } else { BYTES }).to_string())?;
    want(mine, "result", "ok")?;
    let (sent, outcome) = case.early_at(at);
    match job.direction {
        Direction::OurClient => {
            want(mine, "verified", if on_key { "0" } else { "1" })?;
            want(mine, "flags", "0x0")?;
            match outcome {
                Early::None => {}
                Early::Accepted => {
                    want(mine, "early_sent", &sent.to_string())?;
                    want(mine, "early_status", "accepted")?;
                }
                Early::Refused => want(mine, "early_status", "rejected")?,
            }
        }
        Direction::OurServer => {
            let looked = case.client_certificate && !on_key;
            want(mine, "verified", if looked { "1" } else { "0" })?;
            if case.early > 0 {
                let received = if outcome == Early::Accepted { sent } else { 0 };
                want(mine, "early_received", &received.to_string())?;
            }
            if on_key && case.psk == [None, None] {
                want(mine, "ticket", "0")?;
            }
        }
    }
    tickets(job, at, mine)
}

/// The number of tickets on a first connection: a returning client may get fewer.
fn tickets(job: &Job<'_>, at: usize, mine: &str) -> Result<()> {
    let full = at == 0 && !job.case.rests_on_key(at) && job.case.tickets > 0;
    match job.direction {
        // Which number GnuTLS sends is its own affair.
        Direction::OurClient if full && job.case.signal && !matches!(job.peer.kind, Kind::GnuTls) => {
            want(mine, "tickets", &job.case.tickets.to_string())
        }
        Direction::OurServer if at == 0 => want(mine, "tickets_made", &job.case.tickets.to_string()),
        _ => Ok(()),
    }
}

/// A connection that must not come about.
fn failed(mine: &str) -> Result<()> {
    let handshake = value(mine, "handshake");
    if handshake.starts_with("-0x") {
        Ok(())
    } else {
        Err(format!("the handshake returned \"{handshake}\" and should have failed").into())
    }
}

/// Whatever else becomes of it: no early data of a replay is given to the program.
fn replay_refused(mine: &str) -> Result<()> {
    want(mine, "early_received", "0")?;
    // The key share is not the replayer's, so that its Finished cannot be right.
    want(mine, "result", "failed")
}

/// What the peer's client says of its last connection.
fn their_client(job: &Job<'_>, printed: &str) -> Result<()> {
    let case = &job.case;
    let at = case.connections - 1;
    let (on_key, (_, outcome)) = (case.rests_on_key(at), case.early_at(at));
    let says = |words: &str, wanted: bool| -> Result<()> {
        match (printed.contains(words), wanted) {
            (true, false) => Err(format!("the client says \"{words}\"").into()),
            (false, true) => Err(format!("the client does not say \"{words}\"").into()),
            _ => Ok(()),
        }
    };
    match &job.peer.kind {
        Kind::OpenSsl { .. } => {
            says("Reused, TLSv1.3", on_key)?;
            if on_key {
                // OpenSSL names the key of a plain exchange, and the group of a hybrid one; that group it goes on naming when
                // the connection rests on the key alone.
                match case.mode {
                    Mode::KeyAlone => says("Temp Key", false)?,
                    Mode::KeyExchange if printed.contains("TLS1.3 group: X25519MLKEM768") => {}
                    Mode::KeyExchange => says("Temp Key", true)?,
                }
            }
            match outcome {
                Early::None => {}
                Early::Accepted => says("Early data was accepted", true)?,
                Early::Refused => says("Early data was rejected", true)?,
            }
        }
        Kind::GnuTls if case.psk == [None, None] => says("This is a resumed session", on_key)?,
        Kind::GnuTls => says("- PSK authentication.", on_key)?,
        Kind::MbedTls { .. } => {
            says("verified=0\n", on_key)?;
            match outcome {
                Early::None => {}
                Early::Accepted => says("early_status=accepted", true)?,
                Early::Refused => says("early_status=rejected", true)?,
            }
        }
    }
    // What our server sent back has to have come out at the other end.
    echoed(printed)
}

/// The bytes of the transfer stand in what the client printed.
fn echoed(printed: &str) -> Result<()> {
    let came: Vec<u8> = printed
        .bytes()
        .filter(|byte| matches!(byte, b'0'..=b'9' | b'\n'))
        .collect();
    let sent = transfer(BYTES);
    if came.windows(sent.len()).any(|window| window == sent) {
        Ok(())
    } else {
        Err(format!("the client did not print the {BYTES} bytes that were echoed").into())
    }
}

/// Whether our client has to do without an echo of its early data.
pub fn unanswered(case: &Case, kind: &Kind) -> bool {
    case.early > 0 && matches!(kind, Kind::GnuTls)
}

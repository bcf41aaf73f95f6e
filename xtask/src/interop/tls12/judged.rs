//! Whether a case of TLS 1.2 went as it should.

use super::super::cases::{Direction, transfer, value};
pub use super::super::returning::connections;
use super::cases::{Case, Feature};
use super::{Job, Printed, told};
use crate::interop::peers::Kind;
use crate::shell::Result;

/// Looks at what ours printed of each connection and at what the peer says of the last one.
pub fn judge(job: &Job<'_>, printed: &Printed) -> Result<()> {
    let case = &job.case;
    if printed.mine.len() != case.connections() {
        return Err(format!(
            "ours saw {} connections, not {}",
            printed.mine.len(),
            case.connections()
        )
        .into());
    }
    let theirs = printed.theirs.last().map_or("", String::as_str);
    for (at, mine) in printed.mine.iter().enumerate() {
        let result = match failure(case) {
            Some(wanted) => failed(job, mine, theirs, wanted),
            None => connection(job, at, mine),
        };
        result.map_err(|error| format!("connection {}: {error}", at + 1))?;
    }
    match case.direction {
        Direction::OurServer if failure(case).is_none() => their_client(job, theirs),
        _ => Ok(()),
    }
}

/// A connection that must not come about: what our handshake returns, and who says why.
struct Failure {
    /// Of our client, one of these, and of our server.
    codes: (&'static [&'static str], &'static str),
    /// What the peer's client says of our server's alert, in one of these ways.
    alert: &'static [&'static str],
}

const HANDSHAKE_FAILURE: &[&str] = &["handshake failure", "Handshake failed", "handshake=-0x7780"];
const PROTOCOL_VERSION: &[&str] = &[
    "protocol version",
    "unsupported protocol",
    "handshake=-0x7780",
    "A TLS fatal alert has been received",
];

/// How the case fails, if it does.
fn failure(case: &Case) -> Option<Failure> {
    const TOLD: &[&str] = &["-0x7780"];
    let (codes, alert) = match case.feature {
        Feature::OnlyRsa | Feature::OnlyDhe => ((TOLD, "-0x6e00"), HANDSHAKE_FAILURE),
        // The server takes the suite all the same, and our client does not; or there is nothing to offer.
        Feature::NoEtm => ((&["-0x6e00"][..], "-0x6e00"), HANDSHAKE_FAILURE),
        Feature::NoEtmHere => ((&["-0x7100"][..], "-0x6e00"), HANDSHAKE_FAILURE),
        // DEVIATION: stock with TLS 1.2 alone says handshake_failure, as it looks at suites only.
        Feature::Only12And13 | Feature::Only13And12 => ((TOLD, "-0x6e80"), PROTOCOL_VERSION),
        // Stock sends no alert, and GnuTLS leaves with data unread, so that its alert may be lost.
        Feature::NoCertificate => ((&["-0x7780", "-0x7280", "-0x0050"][..], "-0x7480"), &[][..]),
        Feature::AlpnMismatch => ((TOLD, "-0x7580"), &[][..]),
        Feature::Expired => ((&["-0x2700"][..], "-0x7780"), &[][..]),
        _ => return None,
    };
    Some(Failure { codes, alert })
}

fn want(mine: &str, name: &str, wanted: &str) -> Result<()> {
    let found = value(mine, name);
    if found == wanted {
        Ok(())
    } else {
        Err(format!("{name} is \"{found}\", not \"{wanted}\"").into())
    }
}

/// A connection that must not come about.
fn failed(job: &Job<'_>, mine: &str, theirs: &str, wanted: Failure) -> Result<()> {
    let (client, server) = wanted.codes;
    match job.case.direction {
        Direction::OurClient if client.contains(&value(mine, "handshake")) => Ok(()),
        Direction::OurClient => Err(format!("handshake is \"{}\", not {client:?}", value(mine, "handshake")).into()),
        Direction::OurServer => {
            want(mine, "handshake", server)?;
            if wanted.alert.is_empty() || wanted.alert.iter().any(|words| theirs.contains(words)) {
                Ok(())
            } else {
                Err(format!("the client says none of {:?}", wanted.alert).into())
            }
        }
    }
}

/// A connection that comes about.
fn connection(job: &Job<'_>, at: usize, mine: &str) -> Result<()> {
    let case = &job.case;
    let resumed = case.resumes() && at > 0;
    want(mine, "handshake", "0")?;
    want(mine, "version", case.version())?;
    if case.tells_suite() {
        want(mine, "suite", case.suite.name)?;
    }
    want(mine, "intact", "yes")?;
    // GnuTLS's client, when it is to come back, leaves without a word.
    let comes_back = told::connections_of(job) > at + 1;
    let bytes = if comes_back { 0 } else { case.bytes() };
    want(mine, "received", &bytes.to_string())?;
    want(mine, "result", "ok")?;
    if case.version() == "TLSv1.2" {
        let anew = matches!(case.feature, Feature::Renegotiate | Feature::Renegotiated);
        want(mine, "handshakes", if anew { "2" } else { "1" })?;
    }
    let peer = match (case.direction, case.feature) {
        _ if case.suite.has_psk() => "",
        (Direction::OurClient, Feature::ServerName) => "second",
        (Direction::OurClient, Feature::Chain) => "chain-leaf",
        (Direction::OurClient, _) => case.signature.certificate,
        (Direction::OurServer, _) => case.client_certificate().unwrap_or_default(),
    };
    let peer = if peer.is_empty() {
        String::new()
    } else {
        format!("O=ferrotls, CN={peer}")
    };
    want(mine, "peer", &peer)?;
    if !peer.is_empty() {
        want(mine, "flags", "0x0")?;
    }
    match case.feature {
        Feature::Alpn => want(mine, "alpn", "second")?,
        Feature::ServerName if case.direction == Direction::OurServer => want(mine, "sni", "second.example")?,
        Feature::MaxFragmentLength => want(mine, "out", "1024")?,
        _ => {}
    }
    if case.resumes() {
        // A connection that rests on another has no certificate to check.
        let shown = match case.direction {
            Direction::OurClient => !case.suite.has_psk(),
            Direction::OurServer => case.client_certificate().is_some(),
        };
        want(mine, "verified", if shown && !resumed { "1" } else { "0" })?;
    }
    Ok(())
}

/// What the peer's client says of its last connection.
fn their_client(job: &Job<'_>, printed: &str) -> Result<()> {
    let case = &job.case;
    let resumed: &[&str] = match &job.peer.kind {
        Kind::OpenSsl { .. } => &["Reused, TLSv1.2"],
        Kind::GnuTls => &["This is a resumed session"],
        Kind::MbedTls { .. } => &["verified=0\n"],
    };
    if case.resumes() && !resumed.iter().any(|words| printed.contains(words)) {
        return Err(format!("the client does not say \"{}\"", resumed.join("\" or \"")).into());
    }
    // What our server sent back has to have come out at the other end.
    let came: Vec<u8> = printed
        .bytes()
        .filter(|byte| matches!(byte, b'0'..=b'9' | b'\n'))
        .collect();
    let sent = transfer(case.bytes());
    // A client that says something in between, of a new handshake, is asked for both halves.
    let parts: Vec<&[u8]> = match case.feature {
        Feature::Renegotiate | Feature::Renegotiated => sent.chunks(sent.len() / 2).collect(),
        _ => vec![&sent],
    };
    if parts
        .iter()
        .all(|part| came.windows(part.len()).any(|window| window == *part))
    {
        Ok(())
    } else {
        Err(format!("the client did not print the {} bytes that were echoed", sent.len()).into())
    }
}

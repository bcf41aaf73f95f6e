//! The handshake as a ladder: the client's states, the messages, the server's states.

/// Messages of the states in which they are sent and read: state, message, whether the client sends it. Braces as in RFC 8446:
/// protected with the handshake keys. A state that is not here, or whose message nobody asked for, is a rung without one.
const MESSAGES: &[(&str, &str, bool)] = &[
    ("CLIENT_HELLO", "ClientHello", true),
    ("HELLO_RETRY_REQUEST", "HelloRetryRequest", false),
    ("SERVER_HELLO", "ServerHello", false),
    ("SERVER_CCS_AFTER_SERVER_HELLO", "ChangeCipherSpec", false),
    ("ENCRYPTED_EXTENSIONS", "{EncryptedExtensions}", false),
    ("SERVER_CERTIFICATE", "{Certificate}", false),
    ("CERTIFICATE_VERIFY", "{CertificateVerify}", false),
    ("SERVER_FINISHED", "{Finished}", false),
    ("CLIENT_CCS_AFTER_SERVER_FINISHED", "ChangeCipherSpec", true),
    ("CLIENT_FINISHED", "{Finished}", true),
];

/// Width of the client's states, and of an arrow.
const LEFT: usize = 32;
const ARROW: usize = 27;

/// The ladder, a line for each rung.
pub fn draw(client: &[&str], server: &[&str]) -> Vec<String> {
    let mut lines = vec![format!("{:<LEFT$}  {:<ARROW$}  {}", "client", "", "server")];
    lines.extend(rungs(client, server).into_iter().map(|(left, right)| {
        let state = left.or(right).unwrap_or_default();
        let arrow = arrow(state, left.is_some(), right.is_some());
        let line = format!(
            "{:<LEFT$}  {arrow:<ARROW$}  {}",
            left.unwrap_or_default(),
            right.unwrap_or_default()
        );
        line.trim_end().to_owned()
    }));
    lines
}

/// States that both sides come to stand on one rung, as do the last ones; the others on rungs of their own.
fn rungs<'a>(client: &[&'a str], server: &[&'a str]) -> Vec<(Option<&'a str>, Option<&'a str>)> {
    let (Some((&client_end, client)), Some((&server_end, server))) = (client.split_last(), server.split_last()) else {
        return Vec::new();
    };
    let mut rungs = Vec::new();
    let mut rest = server;
    for &state in client {
        if let Some(at) = rest.iter().position(|&other| other == state) {
            let (before, after) = rest.split_at(at);
            rungs.extend(before.iter().map(|&other| (None, Some(other))));
            rungs.push((Some(state), Some(state)));
            rest = after.get(1..).unwrap_or(&[]);
        } else {
            rungs.push((Some(state), None));
        }
    }
    rungs.extend(rest.iter().map(|&other| (None, Some(other))));
    rungs.push((Some(client_end), Some(server_end)));
    rungs
}

/// The arrow of a state's message, or nothing if the side that would send it does not come to that state.
fn arrow(state: &str, in_client: bool, in_server: bool) -> String {
    let message = MESSAGES
        .iter()
        .find(|(name, _, from_client)| *name == state && if *from_client { in_client } else { in_server });
    let Some((_, message, from_client)) = message else {
        return String::new();
    };
    let line = "─".repeat(ARROW.saturating_sub(message.len() + 5));
    if *from_client {
        format!("── {message} {line}▶")
    } else {
        format!("◀{line} {message} ──")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rungs_keep_both_orders() {
        let rungs = rungs(&["A", "B", "X", "C"], &["A", "Y", "B", "Z"]);
        let client: Vec<_> = rungs.iter().filter_map(|rung| rung.0).collect();
        let server: Vec<_> = rungs.iter().filter_map(|rung| rung.1).collect();
        assert_eq!((client.join(""), server.join("")), ("ABXC".into(), "AYBZ".into()));
        assert_eq!(rungs.iter().filter(|rung| rung.0 == rung.1).count(), 2);
        assert_eq!(rungs.last(), Some(&(Some("C"), Some("Z"))));
    }

    #[test]
    fn arrows_are_equally_long() {
        for (state, ..) in MESSAGES {
            assert_eq!(arrow(state, true, true).chars().count(), ARROW, "{state}");
        }
        assert_eq!(arrow("HANDSHAKE_WRAPUP", true, true), "");
        assert_eq!(arrow("CLIENT_FINISHED", false, true), "");
    }
}

//! What was on the wire, out of a program's trace (`c-tests/demo/trace.h`).

/// One line of a trace.
pub enum Line {
    /// The handshake has come to this state.
    State(String),
    /// The program has sent this.
    Sent(Vec<u8>),
    /// The program has received this.
    Received(Vec<u8>),
}

/// Reads a trace; lines of other kinds are passed over.
pub fn trace(text: &str) -> Vec<Line> {
    let line = |line: &str| {
        let (word, rest) = line.split_once(' ')?;
        match word {
            "state" => Some(Line::State(rest.to_owned())),
            "sent" => Some(Line::Sent(bytes(rest))),
            "received" => Some(Line::Received(bytes(rest))),
            _ => None,
        }
    };
    text.lines().filter_map(line).collect()
}

/// The states of a trace in order, a repeated one once.
pub fn states(trace: &[Line]) -> Vec<&str> {
    let states = trace.iter().filter_map(|line| match line {
        Line::State(state) => Some(state.as_str()),
        _ => None,
    });
    let mut states: Vec<_> = states.collect();
    states.dedup();
    states
}

/// The handshake proper is over. A server passes through the state of tickets when it is.
fn is_over(state: &str) -> bool {
    matches!(state, "HANDSHAKE_OVER" | "TLS1_3_NEW_SESSION_TICKET")
}

/// What one side sends before the other side's turn.
pub struct Flight {
    /// The client sent it.
    pub from_client: bool,
    /// Everything in it.
    pub bytes: Vec<u8>,
}

/// The flights of the handshake as the client's trace shows them.
pub fn flights(client: &[Line]) -> Vec<Flight> {
    let mut flights: Vec<Flight> = Vec::new();
    for line in client {
        let (from_client, bytes) = match line {
            Line::State(state) if is_over(state) => break,
            Line::State(_) => continue,
            Line::Sent(bytes) => (true, bytes),
            Line::Received(bytes) => (false, bytes),
        };
        match flights.last_mut() {
            Some(last) if last.from_client == from_client => last.bytes.extend(bytes),
            _ => flights.push(Flight {
                from_client,
                bytes: bytes.clone(),
            }),
        }
    }
    flights
}

/// In how many sends the program brought its handshake out.
pub fn sends(trace: &[Line]) -> usize {
    let handshake = trace
        .iter()
        .take_while(|line| !matches!(line, Line::State(state) if is_over(state)));
    handshake.filter(|line| matches!(line, Line::Sent(_))).count()
}

/// The records of a flight: type and length of each, as words.
pub fn records(flight: &Flight) -> Vec<String> {
    let mut rest = flight.bytes.as_slice();
    let mut records = Vec::new();
    while let [kind, _, _, high, low, after @ ..] = rest {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let name = match kind {
            20 => "ChangeCipherSpec",
            21 => "Alert",
            22 => "Handshake",
            23 => "sealed",
            _ => "unknown",
        };
        records.push(format!("{name} {length}"));
        rest = after.get(length..).unwrap_or(&[]);
    }
    records
}

/// The group of the key exchange: the `key_share` in the server's first flight, which is in the clear (RFC 8446 section 4.2.8).
pub fn group(flights: &[Flight]) -> Option<&'static str> {
    let server = flights.iter().find(|flight| !flight.from_client)?;
    // Record and handshake header, version and random; then the session id, suite and compression method.
    let rest = server.bytes.get(5 + 4 + 2 + 32..)?;
    let (id, rest) = rest.split_first()?;
    let mut extensions = rest.get(usize::from(*id) + 2 + 1 + 2..)?;
    while let [t0, t1, l0, l1, after @ ..] = extensions {
        let length = usize::from(u16::from_be_bytes([*l0, *l1]));
        let body = after.get(..length)?;
        if u16::from_be_bytes([*t0, *t1]) == 51 {
            let number = body.first_chunk().map(|group| u16::from_be_bytes(*group))?;
            return Some(match number {
                0x0017 => "secp256r1",
                0x0018 => "secp384r1",
                0x0019 => "secp521r1",
                0x001d => "x25519",
                0x001e => "x448",
                0x11eb => "SecP256r1MLKEM768",
                0x11ec => "X25519MLKEM768",
                0x11ed => "SecP384r1MLKEM1024",
                _ => "a group without name here",
            });
        }
        extensions = after.get(length..)?;
    }
    None
}

/// The bytes of hexadecimal digits.
fn bytes(digits: &str) -> Vec<u8> {
    let pairs = digits.as_bytes().chunks_exact(2);
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    pairs.filter_map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flights_and_records_come_out_of_a_trace() {
        let hello = format!(
            "160303{:04x}0200{:04x}0303{}00130100{:04x}002b000203040033000400{}0000",
            54 - 4,
            46,
            "ab".repeat(32),
            14,
            "1d"
        );
        let text = format!(
            "state CLIENT_HELLO\nsent 1603010001ff\nnoise\nreceived {hello}\nreceived 140303000101\n\
             state CLIENT_FINISHED\nsent 1703030002aabb\nstate HANDSHAKE_OVER\nsent 17030300\n"
        );
        let trace = trace(&text);
        let flights = flights(&trace);
        assert_eq!(states(&trace), ["CLIENT_HELLO", "CLIENT_FINISHED", "HANDSHAKE_OVER"]);
        assert_eq!((flights.len(), sends(&trace)), (3, 2));
        assert_eq!(records(&flights[0]), ["Handshake 1"]);
        assert_eq!(records(&flights[2]), ["sealed 2"]);
        assert_eq!(group(&flights), Some("x25519"));
    }
}

//! The command line.

use std::path::PathBuf;

use crate::Result;

/// What to measure; `c-tests/bench/bench.h` describes the arguments.
pub struct Plan {
    /// Folder of certificates and keys.
    pub dir: PathBuf,
    /// `handshake`, `bulk`, `memory`, `resume`, `resume-id` or `early`.
    pub kind: String,
    /// `ecdsa` or `rsa`.
    pub key: String,
    /// `x25519`, `secp256r1` or `x25519mlkem768`.
    pub group: String,
    /// `aes128gcm`, `aes256gcm` or `chacha20`.
    pub suite: String,
    /// TLS 1.2: the suite's name began with `tls12-`.
    pub tls12: bool,
    /// Client authentication.
    pub mutual: bool,
    /// Bytes per write, number of connections, or bytes of the request.
    pub size: usize,
    /// CPU time to measure for.
    pub nanoseconds: f64,
    /// `buffered` or `unbuffered`.
    pub interface: String,
}

impl Plan {
    /// Reads the program's arguments.
    pub fn from_arguments() -> Result<Self> {
        let mut arguments = std::env::args().skip(1);
        let mut next = || {
            arguments
                .next()
                .ok_or("usage: DIR KIND KEY GROUP SUITE AUTH SIZE MS INTERFACE")
        };
        let (dir, kind, key, group, suite) = (next()?, next()?, next()?, next()?, next()?);
        let tls12 = suite.starts_with("tls12-");
        Ok(Self {
            dir: dir.into(),
            kind,
            key,
            group,
            suite: suite.trim_start_matches("tls12-").to_owned(),
            tls12,
            mutual: next()? == "mutual",
            size: next()?.parse()?,
            nanoseconds: 1e6 * next()?.parse::<f64>()?,
            interface: next()?,
        })
    }

    /// Whether connections rest on the one before.
    pub fn returns(&self) -> bool {
        self.kind == "resume" || self.is_by_id() || self.is_early()
    }

    /// Whether they do so by its id, not by a ticket.
    pub fn is_by_id(&self) -> bool {
        self.kind == "resume-id"
    }

    /// Whether they begin with a request as early data.
    pub fn is_early(&self) -> bool {
        self.kind == "early"
    }

    /// `DIR/WHO-KEY.EXTENSION`.
    pub fn file(&self, who: &str, extension: &str) -> PathBuf {
        self.dir.join(format!("{who}-{}.{extension}", self.key))
    }
}

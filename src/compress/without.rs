//! In place of compressed certificates where the option `tls13-ephemeral` is off: nothing is compressed.

/// What was compressed before: nothing.
#[derive(Debug, Default)]
pub struct Cache;

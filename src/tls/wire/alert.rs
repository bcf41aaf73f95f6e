//! Alert, the body of a record of type `alert` (RFC 8446 section 6).

use super::codec::{Decoder, Encoder};
use super::codes::{AlertDescription, AlertLevel};
use crate::tls::error::Error;

/// ```text
/// struct {
///     AlertLevel level;
///     AlertDescription description;
/// } Alert;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alert {
    /// Without meaning in TLS 1.3, where the description alone says whether it is an error.
    pub level: AlertLevel,
    /// What happened.
    pub description: AlertDescription,
}

impl Alert {
    /// Reads exactly one alert: "a record with an Alert type MUST contain exactly one message" (section 5.1).
    pub fn read(body: &[u8]) -> Result<Self, Error> {
        let mut input = Decoder::new(body);
        let alert = Self {
            level: AlertLevel(input.u8()?),
            description: AlertDescription(input.u8()?),
        };
        input.finish()?;
        Ok(alert)
    }

    /// The two bytes.
    pub const fn to_bytes(self) -> [u8; 2] {
        [self.level.0, self.description.0]
    }

    /// Appends the two bytes.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        Encoder::new(out).bytes(&self.to_bytes());
        Ok(())
    }
}

//! In place of early data where the option `early-data` is off: it is not configured, and nothing is asked about it.

use super::drive::{Call, Code};
use crate::tls::early_data::{EarlyData, Replays, replay::Digest};
use crate::tls::want::Answer;

/// Nothing is set, for nothing can be.
#[derive(Default)]
pub struct EarlySettings {
    /// `false`
    pub enabled: bool,
    /// 0
    pub max_size: u32,
}

impl EarlySettings {
    /// 0
    pub fn window(&self) -> u32 {
        0
    }

    /// Nobody.
    pub fn replays(&self) -> Replays {
        Replays::Refused
    }

    /// Nothing.
    pub fn set_defaults(&mut self) {}
}

/// There was none.
pub fn status_number(_: EarlyData) -> u8 {
    0
}

/// No.
///
/// # Safety
/// None is needed.
pub(super) unsafe fn check_replay(_: &Call, _: &Digest, _: u64) -> Result<Answer, Code> {
    Ok(Answer::Fresh(false))
}

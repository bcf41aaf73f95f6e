//! In place of `freshness` where the option `early-data` is off.

/// By how many milliseconds early data may be off: it never comes.
pub const DEFAULT_WINDOW: u32 = 0;

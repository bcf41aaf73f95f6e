//! Bytes to values and values to bytes: one file per message, read and write together. No state, no cryptography.

pub mod codes;

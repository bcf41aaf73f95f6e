//! Tests of the wire format as a whole: [`messages`] is one table over all kinds of messages, [`extensions`] is about the table
//! of extensions, [`values`] and [`values12`] about what the RFCs say of single fields, [`corpus`] writes what fuzzing starts with.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by panicking"
)]

mod corpus;
mod extensions;
mod messages;
mod samples;
mod samples12;
mod values;
mod values12;

//! The C interface of Mbed TLS 3.6, and the only folder with `unsafe`.
//!
//! One file per C header, of the same name; `guard`, `ptr`, `callback` and `inner` hold what they share.

pub mod guard;

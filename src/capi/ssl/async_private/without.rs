//! In place of keys that are elsewhere where the option `certificates` is off: nobody signs.

use super::drive::{Call, Code};
use super::inner::Inner;
use super::names::*;
use crate::tls::config::Credential;
use crate::tls::want::Answer;
use crate::tls::wire::codes::SignatureScheme;

/// Nothing was set.
#[derive(Clone, Copy)]
pub struct AsyncPrivate;

impl AsyncPrivate {
    /// The value.
    pub const NONE: Self = Self;
}

/// There is no operation.
pub struct Operation;

impl Operation {
    /// The value.
    pub const NONE: Self = Self;
}

/// Never called.
///
/// # Safety
/// None is needed.
pub(super) unsafe fn sign(_: &Call, credential: &Credential, _: SignatureScheme, _: &[u8]) -> Result<Answer, Code> {
    match *credential {}
}

/// Nothing is under way.
///
/// # Safety
/// None is needed.
pub(super) unsafe fn cancel(_: *mut mbedtls_ssl_context, _: &Inner) {}

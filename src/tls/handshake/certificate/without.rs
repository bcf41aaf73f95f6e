//! In place of Certificate and what is agreed about it where the option `certificates` is off: nothing is offered, so that
//! nothing may come.

use std::sync::Arc;

use super::Context;
use crate::tls::{
    config::{Attached, CertificateOptions, Config, Credential},
    error::Error,
    wire::{
        client_hello::{ClientHello, ClientHelloExtensions},
        codes::CertificateType,
    },
};

/// What the peer has presented: no value.
#[derive(Debug)]
pub enum Presented {}

impl Presented {
    /// Never called.
    pub fn chain(&self) -> &[Vec<u8>] {
        match *self {}
    }

    /// Never called.
    pub fn attached(&self) -> &[Attached] {
        match *self {}
    }
}

/// Server: what a ClientHello says about certificates, which is not looked at.
pub struct HelloWants;

impl HelloWants {
    /// Out of a ClientHello.
    pub fn of(_: &Config, _: &ClientHello<'_>) -> Result<Self, Error> {
        Ok(Self)
    }

    /// The types that a server that resumes names: none.
    pub fn resumed(&self, _: &Config, _: &[Arc<Credential>]) -> SettledTypes {
        SettledTypes::default()
    }
}

/// What a server says of certificate types in EncryptedExtensions.
#[derive(Clone, Copy, Debug, Default)]
pub struct SettledTypes {
    /// `server_certificate_type`
    pub server: Option<CertificateType>,
    /// `client_certificate_type`
    pub client: Option<CertificateType>,
}

/// Client: the extensions of a ClientHello about certificates: none.
pub fn offer(_: &CertificateOptions) -> ClientHelloExtensions<'_> {
    ClientHelloExtensions::default()
}

/// Client: the types that the server has chosen, of which none was offered.
pub fn read_types(_: &mut Context<'_>, settled: SettledTypes) -> Result<(), Error> {
    match settled {
        SettledTypes {
            server: None,
            client: None,
        } => Ok(()),
        _ => Err(Error::IllegalParameter),
    }
}

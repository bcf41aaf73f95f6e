//! In place of what the reader and the writer have for it where the option `tls13-ephemeral` is off: types without a value.

use std::sync::mpsc;

use super::{Progress, Step};
use crate::tls::{
    connection::CertificateRequestFacts,
    error::Error,
    handshake::{Context, certificate::Presented, inbox::Message, transcript::Transcript},
    keys::schedule13::TrafficSecret,
    want::{Answer, Ask},
    wire::codes::{CertificateType, HandshakeType},
};

/// The reader's part: no value.
pub enum Incoming {}

/// The writer's part.
pub enum Outgoing {
    /// Client: there are no replies.
    Answering(mpsc::Receiver<Reply>),
    /// Server: nothing is asked.
    Asking(Asking),
}

/// What a client replies: no value.
pub enum Reply {}

impl Reply {
    /// Never called.
    pub fn finish(self, _: &TrafficSecret) -> Result<Vec<u8>, Error> {
        match self {}
    }
}

/// What a server asks with: no value.
pub enum Asking {}

impl Asking {
    /// Never called.
    pub fn request(&self, _: &[Vec<u8>]) -> Result<Vec<u8>, Error> {
        match *self {}
    }
}

/// Neither half gets anything: who rests on a pre-shared key is not asked for a certificate.
pub fn open(_: &mut Context<'_>, _: Transcript) {}

impl Incoming {
    /// Never called.
    pub fn takes(&mut self, _: HandshakeType) -> bool {
        match *self {}
    }

    /// Never called.
    pub fn read(&mut self, _: &Message<'_>, _: &TrafficSecret) -> Result<Step, Error> {
        match *self {}
    }

    /// Never called.
    pub fn is_half_through(&self) -> bool {
        match *self {}
    }

    /// Never called.
    pub fn question(&self) -> Option<Ask> {
        match *self {}
    }

    /// Never called.
    pub fn answered(&mut self, _: Answer) -> Result<Step, Error> {
        match *self {}
    }

    /// Never called.
    pub fn certificate_request(&self) -> Option<CertificateRequestFacts<'_>> {
        match *self {}
    }

    /// Never called.
    pub fn presented(&self) -> Option<&Presented> {
        match *self {}
    }

    /// Never called.
    pub fn peer_type(&self) -> Option<CertificateType> {
        match *self {}
    }

    /// Never called.
    pub fn progress(&self) -> Progress {
        match *self {}
    }
}

//! What the receiving and the sending half of a connection tell each other, without a lock.

use core::sync::atomic::{AtomicBool, AtomicU16, Ordering::AcqRel, Ordering::Acquire, Ordering::Release};
use std::sync::OnceLock;

use crate::tls::{error::Error, wire::codes::AlertDescription};

/// Flags between the two halves, which two threads may use at the same time.
///
/// The reader sets what it owes the peer; the writer takes it before its next record. One fatal alert goes out at most.
#[derive(Debug, Default)]
pub struct Shared {
    /// The peer has sent close_notify.
    peer_closed: AtomicBool,
    /// We have sent close_notify or a fatal alert: nothing more may be sealed.
    writer_closed: AtomicBool,
    /// A KeyUpdate of ours is owed.
    key_update: AtomicBool,
    /// We have asked the peer for a KeyUpdate and none has come since.
    key_update_awaited: AtomicBool,
    /// The client's answer to a CertificateRequest is owed.
    reply: AtomicBool,
    /// The client was asked to authenticate, and it is not settled yet who it is.
    authentication: AtomicBool,
    /// The answer to a peer that wants to renegotiate is owed: we do not.
    refusal: AtomicBool,
    /// We have asked the client to renegotiate and it has not begun.
    renegotiation_asked: AtomicBool,
    /// So many records came or went that the application is to renegotiate.
    renegotiation_due: AtomicBool,
    /// 0, or [`ALERT_SET`] and the description of the first fatal alert that was owed, and [`ALERT_TAKEN`] once it
    /// was taken.
    alert: AtomicU16,
    /// The error that ended the connection for both halves.
    error: OnceLock<Error>,
}

/// An alert was owed at some time.
const ALERT_SET: u16 = 0x100;
/// It has been taken to be sent.
const ALERT_TAKEN: u16 = 0x200;

impl Shared {
    /// Nothing has happened.
    pub fn new() -> Self {
        Self::default()
    }

    /// The peer's close_notify is here.
    pub fn set_peer_closed(&self) {
        self.peer_closed.store(true, Release);
    }

    /// The peer sends nothing more.
    pub fn is_peer_closed(&self) -> bool {
        self.peer_closed.load(Acquire)
    }

    /// Our close_notify or fatal alert is sealed. Returns false if that was so already.
    pub fn close_writer(&self) -> bool {
        !self.writer_closed.swap(true, AcqRel)
    }

    /// Nothing more may be sealed.
    pub fn is_writer_closed(&self) -> bool {
        self.writer_closed.load(Acquire)
    }

    /// Owes the peer a KeyUpdate (RFC 8446 section 4.6.3). Several requests before it is sent are answered by one.
    pub fn owe_key_update(&self) {
        self.key_update.store(true, Release);
    }

    /// Whether a KeyUpdate is owed; the caller sends it, and it is owed no more.
    pub fn take_key_update(&self) -> bool {
        // The load alone is what a write costs nearly always.
        self.key_update.load(Acquire) && self.key_update.swap(false, AcqRel)
    }

    /// Owes the peer what is in the writer's channel of replies (RFC 8446 section 4.6.2).
    pub fn owe_reply(&self) {
        self.reply.store(true, Release);
    }

    /// Whether there may be something in that channel; the caller takes all of it.
    pub fn take_reply(&self) -> bool {
        self.reply.load(Acquire) && self.reply.swap(false, AcqRel)
    }

    /// Owes the peer a no_renegotiation (RFC 5246 section 7.2.2). One answers all requests that come before it is sent.
    pub fn owe_refusal(&self) {
        self.refusal.store(true, Release);
    }

    /// Whether that is owed; the caller sends it, and it is owed no more.
    pub fn take_refusal(&self) -> bool {
        self.refusal.load(Acquire) && self.refusal.swap(false, AcqRel)
    }

    /// Notes that the client is asked to renegotiate.
    pub fn ask_renegotiation(&self) {
        self.renegotiation_asked.store(true, Release);
    }

    /// The client was asked to renegotiate and has not begun.
    pub fn is_renegotiation_asked(&self) -> bool {
        self.renegotiation_asked.load(Acquire)
    }

    /// Notes that so many records came or went that the application is to renegotiate.
    pub fn set_renegotiation_due(&self) {
        self.renegotiation_due.store(true, Release);
    }

    /// See [`Shared::set_renegotiation_due`]; not while the client is asked already.
    pub fn is_renegotiation_due(&self) -> bool {
        self.renegotiation_due.load(Acquire) && !self.is_renegotiation_asked()
    }

    /// A renegotiation has begun, or will not: nothing is asked for. Whether we had asked for it.
    pub fn settle_renegotiation(&self) -> bool {
        self.renegotiation_due.store(false, Release);
        self.renegotiation_asked.swap(false, AcqRel)
    }

    /// Notes that the client is asked to authenticate. Returns false if it was asked already and that is not settled.
    pub fn begin_authentication(&self) -> bool {
        !self.authentication.swap(true, AcqRel)
    }

    /// It is settled who the client is.
    pub fn end_authentication(&self) {
        self.authentication.store(false, Release);
    }

    /// Notes that the peer is asked for a KeyUpdate. Returns false if it was asked already and none has come since.
    pub fn await_key_update(&self) -> bool {
        !self.key_update_awaited.swap(true, AcqRel)
    }

    /// The peer is asked for a KeyUpdate and none has come since.
    pub fn is_key_update_awaited(&self) -> bool {
        self.key_update_awaited.load(Acquire)
    }

    /// A KeyUpdate of the peer is here; whether it was asked for.
    pub fn take_awaited_key_update(&self) -> bool {
        self.key_update_awaited.swap(false, AcqRel)
    }

    /// Owes the peer this fatal alert, unless one was owed before: the first is the one that counts.
    pub fn owe_alert(&self, description: AlertDescription) {
        let value = ALERT_SET | u16::from(description.0);
        let _ = self.alert.compare_exchange(0, value, AcqRel, Acquire);
    }

    /// The fatal alert that is owed; the caller sends it, and it is owed no more, nor is any other ever.
    pub fn take_alert(&self) -> Option<AlertDescription> {
        let value = self.alert.load(Acquire);
        if value & ALERT_SET == 0 || value & ALERT_TAKEN != 0 {
            return None;
        }
        self.alert
            .compare_exchange(value, value | ALERT_TAKEN, AcqRel, Acquire)
            .ok()?;
        let [_, description] = value.to_be_bytes();
        Some(AlertDescription(description))
    }

    /// The connection has failed for both halves; the first error is the one that counts.
    pub fn fail(&self, error: Error) {
        let _ = self.error.set(error);
    }

    /// The error that the connection has failed with.
    pub fn failed(&self) -> Option<Error> {
        self.error.get().copied()
    }

    /// Something is owed that must not wait for the next application data: all but a KeyUpdate, which RFC 8446 section 4.6.3
    /// wants "prior to sending its next Application Data record".
    pub fn owes_at_once(&self) -> bool {
        let alert = self.alert.load(Acquire);
        self.reply.load(Acquire) || self.refusal.load(Acquire) || (alert & ALERT_SET != 0 && alert & ALERT_TAKEN == 0)
    }

    /// A fatal alert, a KeyUpdate, a reply or a refusal is owed.
    pub fn owes(&self) -> bool {
        let alert = self.alert.load(Acquire);
        self.key_update.load(Acquire)
            || self.reply.load(Acquire)
            || self.refusal.load(Acquire)
            || (alert & ALERT_SET != 0 && alert & ALERT_TAKEN == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_alert_counts_and_is_taken_once() {
        let shared = Shared::new();
        assert_eq!(shared.take_alert(), None);
        shared.owe_alert(AlertDescription::CLOSE_NOTIFY); // number 0 is an alert too
        shared.owe_alert(AlertDescription::INTERNAL_ERROR);
        assert!(shared.owes());
        assert_eq!(shared.take_alert(), Some(AlertDescription::CLOSE_NOTIFY));
        shared.owe_alert(AlertDescription::INTERNAL_ERROR);
        assert_eq!((shared.take_alert(), shared.owes()), (None, false));
    }

    #[test]
    fn key_updates_owed_together_are_taken_as_one() {
        let shared = Shared::new();
        shared.owe_key_update();
        shared.owe_key_update();
        assert!(shared.owes());
        assert_eq!((shared.take_key_update(), shared.take_key_update()), (true, false));
        assert!(!shared.owes());
    }

    #[test]
    fn writer_closes_once() {
        let shared = Shared::new();
        assert!(!shared.is_writer_closed());
        assert_eq!((shared.close_writer(), shared.close_writer()), (true, false));
        assert!(shared.is_writer_closed() && !shared.is_peer_closed());
        shared.set_peer_closed();
        assert!(shared.is_peer_closed());
    }
}

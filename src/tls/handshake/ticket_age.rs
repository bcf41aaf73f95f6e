//! How old a ticket is, and whether that is too old.

use crate::tls::session::{MAX_LIFETIME, Resumption, Session};

/// By how many milliseconds a ticket may seem to come out of the future: a clock that was set right in between does no harm, one
/// that jumped says nothing about the age of anything. It is the tolerance of 3.6.6 between the two sides' clocks.
pub const CLOCK_TOLERANCE: u64 = 6_000;

/// Server: a ticket may still be used. One that seems to come out of the future is from a server of ours whose clock is ahead, if it is a
/// little; more than that says that nothing is known of its age.
pub fn is_alive(session: &Session, now: u64) -> bool {
    let lifetime = u64::from(session.lifetime.min(MAX_LIFETIME)).saturating_mul(1000);
    session.created <= now.saturating_add(CLOCK_TOLERANCE) && now.saturating_sub(session.created) <= lifetime
}

/// How old a ticket (or a session of TLS 1.2) is, in milliseconds; `None` if it may not be used any more.
///
/// RFC 8446 section 4.2.11.1: "Clients MUST NOT attempt to use tickets which have ages greater than the "ticket_lifetime" value
/// which was provided with the ticket." Section 4.6.1: "Clients MUST NOT cache tickets for longer than 7 days, regardless of the
/// ticket_lifetime".
pub fn ticket_age(resumption: &Resumption, now: u64) -> Option<u32> {
    let session = &resumption.session;
    if session.created > now.saturating_add(CLOCK_TOLERANCE) {
        return None;
    }
    let age = now.saturating_sub(session.created);
    let lifetime = u64::from(session.lifetime.min(MAX_LIFETIME)).saturating_mul(1000);
    u32::try_from(age).ok().filter(|_| age <= lifetime)
}

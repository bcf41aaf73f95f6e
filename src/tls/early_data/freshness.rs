//! Was this ClientHello sent just now? (RFC 8446 section 8.3.)
//!
//! ```text
//!             created          client's age of the ticket
//! server's  -----|---------------------------------------> expected arrival
//! clock                                   |-- window --|-- window --|
//!                                       opens                     closes
//! ```

use crate::tls::session::Session;

/// By how many milliseconds a ClientHello may come sooner or later than its ticket's age says, unless the application
/// chooses otherwise. RFC 8446 section 8.3: "For clients on the Internet, this implies windows on the order of ten
/// seconds to account for errors in clocks and variations in measurements".
pub const DEFAULT_WINDOW: u32 = 10_000;

/// The time in which a ClientHello with early data may arrive, in milliseconds since 1970 by the server's clock. It
/// follows from the ticket and from what the ClientHello says of its age, so it is the same for every copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Not before this.
    pub opens: u64,
    /// Not after this.
    pub closes: u64,
    /// When the ticket was made: a copy cannot have come before.
    pub created: u64,
}

impl Arrival {
    /// The arrival of a ClientHello whose ticket stands for `session` and has this `obfuscated_ticket_age`, give or take
    /// `window` milliseconds.
    ///
    /// RFC 8446 section 8.3: "expected_arrival_time = adjusted_creation_time + clients_ticket_age". The round-trip time by
    /// which the creation time would be adjusted is part of the window.
    pub fn new(session: &Session, obfuscated_age: u32, window: u32) -> Self {
        let age = obfuscated_age.wrapping_sub(session.age_add);
        let expected = session.created.saturating_add(u64::from(age));
        Self {
            opens: expected.saturating_sub(u64::from(window)),
            closes: expected.saturating_add(u64::from(window)),
            created: session.created,
        }
    }

    /// `now` is in that time.
    pub fn is_fresh(&self, now: u64) -> bool {
        (self.opens..=self.closes).contains(&now)
    }

    /// For how many milliseconds from `now` a copy could be taken for fresh.
    pub fn remember(&self, now: u64) -> u64 {
        self.closes.saturating_sub(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        crypto::{hash::HashAlgorithm, hkdf},
        tls::{session::KeyExchangeModes, wire::codes::CipherSuite},
    };

    #[test]
    fn age_is_held_against_the_clock() {
        let session = Session {
            suite: CipherSuite::AES_128_GCM_SHA256,
            secret: hkdf::extract(HashAlgorithm::Sha256, None, None),
            age_add: 0xffff_fff0,
            lifetime: 3600,
            created: 1_000_000,
            max_early_data: 1024,
            modes: KeyExchangeModes::ALL,
            alpn_protocol: None,
            server_name: None,
            tls12: None,
        };
        // 5000 ms, hidden by the number that wraps.
        let arrival = Arrival::new(&session, 4984, 100);
        let (opens, closes) = (1_004_900, 1_005_100);
        assert_eq!(
            arrival,
            Arrival {
                opens,
                closes,
                created: 1_000_000
            }
        );
        for (now, fresh) in [(opens - 1, false), (opens, true), (closes, true), (closes + 1, false)] {
            assert_eq!(arrival.is_fresh(now), fresh, "{now}");
        }
        assert_eq!((arrival.remember(opens), arrival.remember(closes + 5)), (200, 0));
        // The oldest age there is, at the end of time: nothing overflows.
        let late = Session {
            created: u64::MAX - 1,
            ..session
        };
        assert!(Arrival::new(&late, 0xffff_ffef, u32::MAX).is_fresh(u64::MAX));
    }
}

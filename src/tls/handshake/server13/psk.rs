//! The pre-shared keys in a ClientHello: which of them the application knows, and which one is taken (RFC 8446 section 4.2.11).
//!
//! Each identity is first a ticket, if the application has ticket keys, then the name of a key from elsewhere, if it has such
//! keys; the first that is known and fits is the one, and its binder has to be right. The order of preference between the ways
//! that are then left is that of 3.6.6: psk_dhe_ke, certificates, psk_ke.

use super::super::{
    Context, Next, State,
    choose::{self, GroupChoice},
    debug,
    hello_facts::{HelloFacts, reread},
    inbox::Message,
    proof::PeerAuthenticated,
    psk::truncated_hash,
    state_id::StateId,
    ticket_age::is_alive,
};
use super::{
    Authentication,
    early::TicketUse,
    hello::{Exchange, Key, answer_with, exchange},
    retry::{NothingToRetry, Retried},
};
use crate::tls::{
    config::Config,
    error::Error,
    keys::schedule13::Early,
    session::{ExternalPsk, KeyExchangeModes, PskKind, Session},
    suites::{self, Suite},
    want::{Answer, Ask, Credentials},
    wire::{
        client_hello::ClientHello,
        extensions::pre_shared_key::{OfferedPsks, PskBinderEntry},
    },
};

/// Most identities that the application is asked about.
///
/// DEVIATION: 3.6.6 looks at every one, and a ClientHello has room for more than a thousand, each of which may cost a look-up in
/// a database. Clients offer a ticket and a key or two.
pub const MAX_IDENTITIES: usize = 8;

/// A pre-shared key that the application knows, that fits, and whose binder was right.
pub(super) struct Taken {
    /// Which of the client's identities.
    pub(super) index: u16,
    pub(super) kind: PskKind,
    /// The schedule that rests on it.
    pub(super) early: Early,
    /// What the ticket stands for; `None` for a key from elsewhere.
    pub(super) session: Option<Box<Session>>,
    /// What tells this use of the ticket from others.
    pub(super) ticket_use: Option<TicketUse>,
}

/// The search for a key. While it lasts, the ClientHello is kept whole: the binder is over it, and so is the transcript, whose
/// hash depends on the key.
pub(super) struct LookUp {
    hello: Vec<u8>,
    retried: Option<Box<Retried>>,
    /// What we can show instead of a key, or why we cannot.
    certificate: Result<Authentication, Error>,
    credentials: Credentials,
    /// The identity that is asked about.
    index: usize,
    /// It is no ticket of ours.
    is_no_ticket: bool,
}

/// A key that can be taken.
struct Found {
    /// Its suite.
    suite: &'static Suite,
    taken: Taken,
    /// (EC)DHE goes with it.
    shared: bool,
    /// The client holds it.
    peer: PeerAuthenticated,
}

/// What the application made of an identity.
enum Known {
    Session(Box<Session>),
    External(ExternalPsk),
}

impl LookUp {
    /// Whether there is anything to look up.
    pub(super) fn is_worth_it(config: &Config, hello: &ClientHello<'_>) -> bool {
        hello.extensions.pre_shared_key.is_some()
            && choose::choose_modes(config, hello).any_psk()
            && (config.parses_tickets || config.finds_psks)
    }

    /// Begins with the first identity.
    pub(super) fn start(
        cx: &mut Context<'_>,
        hello: Vec<u8>,
        retried: Option<Box<Retried>>,
        certificate: Result<Authentication, Error>,
        credentials: Credentials,
    ) -> Result<Next, Error> {
        let look_up = Self {
            hello,
            retried,
            certificate,
            credentials,
            index: 0,
            is_no_ticket: !cx.config.parses_tickets,
        };
        Box::new(look_up).next(cx)
    }

    /// Asks about the identity at hand, or settles for no key if there is none.
    fn next(self: Box<Self>, cx: &mut Context<'_>) -> Result<Next, Error> {
        let hello = reread(&self.hello)?;
        let identity = match offered(&hello)?.identities.iter().nth(self.index) {
            Some(identity) if self.index < MAX_IDENTITIES => identity.identity.to_vec(),
            _ => {
                debug!(cx, 3, "no pre-shared key of the client's fits");
                return self.settle(cx, None);
            }
        };
        let question = if self.is_no_ticket {
            Ask::FindPsk { identity }
        } else {
            Ask::ParseTicket { ticket: identity }
        };
        Ok(Next::Ask(self, question))
    }

    /// The application knows nothing by this identity, or nothing that fits.
    fn go_on(mut self: Box<Self>, cx: &mut Context<'_>, known: bool) -> Result<Next, Error> {
        let is_ticket_question = !self.is_no_ticket;
        if is_ticket_question && !known && cx.config.finds_psks {
            self.is_no_ticket = true;
        } else {
            self.is_no_ticket = !cx.config.parses_tickets;
            self.index = self.index.saturating_add(1);
        }
        self.next(cx)
    }

    /// The application knows this one: takes it if it fits.
    fn consider(self: Box<Self>, cx: &mut Context<'_>, known: Known) -> Result<Next, Error> {
        let hello = reread(&self.hello)?;
        let identity = offered(&hello)?.identities.iter().nth(self.index);
        let identity = identity.ok_or(Error::Internal)?;
        let fitting = match &known {
            Known::Session(session) => self.fit_session(cx, &hello, session),
            Known::External(psk) => self.fit_external(cx, &hello, psk),
        };
        let Some((suite, shared)) = fitting else {
            debug!(cx, 3, "pre-shared key {} does not fit", self.index);
            return self.go_on(cx, true);
        };
        let (kind, secret) = match &known {
            Known::Session(session) => (PskKind::Resumption, session.secret.as_bytes()),
            Known::External(psk) => (PskKind::External, psk.secret.as_slice()),
        };
        let early = Early::new(suite, Some(secret));
        let peer = self.check_binder(&hello, suite, &early, kind)?;
        let binder = self.binder(&hello)?;
        let ticket_use = match &known {
            Known::Session(session) => {
                let age = identity.obfuscated_ticket_age;
                Some(TicketUse::new(session, age, binder.0, cx.config.replay_window))
            }
            Known::External(_) => None,
        };
        let taken = Taken {
            index: u16::try_from(self.index).map_err(|_| Error::Internal)?,
            kind,
            early,
            session: match known {
                Known::Session(session) => Some(session),
                Known::External(_) => None,
            },
            ticket_use,
        };
        self.settle(
            cx,
            Some(Found {
                suite,
                taken,
                shared,
                peer,
            }),
        )
    }

    /// The suite for a ticket, and whether (EC)DHE goes with it; `None` if it may not be used.
    fn fit_session(
        &self,
        cx: &Context<'_>,
        hello: &ClientHello<'_>,
        session: &Session,
    ) -> Option<(&'static Suite, bool)> {
        let hash = suites::suite(session.suite)?.hash;
        // RFC 8446 section 4.6.1 leaves the name to the client. But a client that one virtual host has authenticated has not
        // been authenticated by another, whose trusted certificates may be others: it shakes hands in full.
        let same_name = session.server_name.as_deref() == hello.extensions.server_name;
        if !same_name || !is_alive(session, cx.now) {
            return None;
        }
        // The suite of the connection that the ticket is from, so that early data can be read; if it is not to be had, any with
        // the same hash (section 4.2.11). DEVIATION: 3.6.6 then fails with decrypt_error.
        let suite = self
            .choose_suite(cx.config, hello, |suite| suite.id == session.suite)
            .or_else(|| self.choose_suite(cx.config, hello, |suite| suite.hash == hash))?;
        Some((suite, choose_shared(cx.config, hello, session.modes)?))
    }

    /// As [`LookUp::fit_session`], for a key from elsewhere.
    fn fit_external(
        &self,
        cx: &Context<'_>,
        hello: &ClientHello<'_>,
        psk: &ExternalPsk,
    ) -> Option<(&'static Suite, bool)> {
        let suite = self.choose_suite(cx.config, hello, |suite| suite.hash == psk.hash)?;
        Some((suite, choose_shared(cx.config, hello, KeyExchangeModes::ALL)?))
    }

    /// The suite; after a HelloRetryRequest it is the one that stood there (section 4.1.4).
    fn choose_suite(
        &self,
        config: &Config,
        hello: &ClientHello<'_>,
        fits: impl Fn(&Suite) -> bool,
    ) -> Option<&'static Suite> {
        match &self.retried {
            Some(retried) => Some(retried.suite).filter(|suite| fits(suite)),
            None => choose::choose_suite_that(config, hello, fits),
        }
    }

    /// Section 4.2.11: "Prior to accepting PSK key establishment, the server MUST validate the corresponding binder value [...].
    /// If this value is not present or does not validate, the server MUST abort the handshake. Servers SHOULD NOT attempt to
    /// validate multiple binders; rather, they SHOULD select a single PSK and validate solely the binder that corresponds to that
    /// PSK."
    fn check_binder(
        &self,
        hello: &ClientHello<'_>,
        suite: &Suite,
        early: &Early,
        kind: PskKind,
    ) -> Result<PeerAuthenticated, Error> {
        let offered = offered(hello)?;
        let end = self.hello.len().checked_sub(offered.binders_length());
        let truncated = end.and_then(|end| self.hello.get(..end)).ok_or(Error::Internal)?;
        let before = self.retried.as_ref().map(|retried| &retried.transcript);
        let transcript_hash = truncated_hash(suite.hash, before, truncated);
        let binder = self.binder(hello)?.0;
        if binder.len() < PskBinderEntry::MIN_LEN {
            return Err(Error::DecodeError);
        }
        early.binder_key(kind)?.check(transcript_hash.as_ref(), binder)?;
        Ok(PeerAuthenticated::assertion())
    }

    /// The binder of the key at hand.
    fn binder<'a>(&self, hello: &ClientHello<'a>) -> Result<PskBinderEntry<'a>, Error> {
        offered(hello)?.binders.iter().nth(self.index).ok_or(Error::Internal)
    }

    /// The search is over, with this key or without one.
    fn settle(self, cx: &mut Context<'_>, found: Option<Found>) -> Result<Next, Error> {
        let Self {
            hello: message,
            retried,
            certificate,
            credentials,
            ..
        } = self;
        let hello = reread(&message)?;
        let modes = choose::choose_modes(cx.config, &hello);
        let has_group = !matches!(choose::choose_group(cx.config, &hello), GroupChoice::Nothing);
        // A key alone gives no forward secrecy: a certificate is better.
        let by_certificate = match &found {
            Some(found) => !found.shared && modes.ephemeral && has_group && certificate.is_ok(),
            None => true,
        };
        if by_certificate && !modes.ephemeral {
            // Programs that step see the state of a HelloRetryRequest fail where a group is all that is missing, as in 3.6.6.
            let lacks_group = modes.psk_ephemeral && !has_group && hello.extensions.supported_groups.is_some();
            return if lacks_group {
                Ok(Next::Consume(Box::new(NothingToRetry)))
            } else {
                Err(Error::NoKeyExchange)
            };
        }
        let (key, authentication) = match found {
            Some(Found {
                suite,
                taken,
                shared,
                peer,
            }) if !by_certificate => {
                let taken = Some(taken);
                (Key { suite, taken, shared }, Authentication::Psk(peer))
            }
            _ => {
                let suite = match &retried {
                    Some(retried) => retried.suite,
                    None => choose::choose_suite(cx.config, &hello)?,
                };
                let (taken, shared) = (None, true);
                (Key { suite, taken, shared }, certificate?)
            }
        };
        match exchange(cx, &hello, &message, retried, key)? {
            Exchange::Retry(next) => Ok(next),
            Exchange::Answer(offer) => {
                let facts = Box::new(HelloFacts::of(cx.config, &hello)?);
                answer_with(cx, offer, facts, (authentication, credentials))
            }
        }
    }
}

impl State for LookUp {
    fn id(&self) -> StateId {
        StateId::CLIENT_HELLO
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Err(Error::Internal)
    }

    fn answered(self: Box<Self>, cx: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        match answer {
            Answer::Session(Some(session)) if !self.is_no_ticket => self.consider(cx, Known::Session(session)),
            Answer::Psk(Some(psk)) if self.is_no_ticket && !psk.secret.is_empty() => {
                self.consider(cx, Known::External(psk))
            }
            Answer::Session(None) if !self.is_no_ticket => self.go_on(cx, false),
            Answer::Psk(None) if self.is_no_ticket => self.go_on(cx, false),
            _ => Err(Error::BadInput),
        }
    }
}

/// The keys in it: without any nothing is looked up.
fn offered<'a>(hello: &ClientHello<'a>) -> Result<OfferedPsks<'a>, Error> {
    hello.extensions.pre_shared_key.ok_or(Error::Internal)
}

/// Whether (EC)DHE goes with a key that may be used in these modes; `None` if no mode is left.
fn choose_shared(config: &Config, hello: &ClientHello<'_>, allowed: KeyExchangeModes) -> Option<bool> {
    let modes = choose::choose_modes(config, hello);
    let has_group = !matches!(choose::choose_group(config, hello), GroupChoice::Nothing);
    if allowed.psk_ephemeral && modes.psk_ephemeral && has_group {
        Some(true)
    } else if allowed.psk && modes.psk {
        Some(false)
    } else {
        None
    }
}

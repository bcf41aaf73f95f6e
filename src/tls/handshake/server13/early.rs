//! Early data: whether it is taken, and its end (RFC 8446 sections 4.2.10, 4.5 and 8).
//!
//! ```text
//!      ClientHello with early_data, its pre-shared key taken
//!                    |
//!        a ticket of ours that allows it, the client's first key, same suite, same protocol, same name,
//!        sent just now, here for the first time?
//!              yes |                 | no
//!   read under the early keys     skip what cannot be read
//!                  |                 |
//!           EndOfEarlyData           |
//!                  |                 |
//!         Certificate or Finished, under the handshake keys
//! ```

use super::super::{
    Context, Next, Randoms, State, Wants, debug, inbox::Message, proof::ClientSettled, state_id::StateId,
    ticket_age::CLOCK_TOLERANCE,
};
use super::{Last, Offer, answer::WriteServerHello, finish::ReadFinished};
use crate::crypto::hash::HashAlgorithm;
use crate::tls::{
    early_data::{
        EarlyData, Replays,
        freshness::Arrival,
        replay::{DIGEST_LEN, Digest},
    },
    error::Error,
    keys::schedule13::TrafficSecret,
    session::Session,
    want::{Answer, Ask, SecretKind},
    wire::{codes::HandshakeType, end_of_early_data::EndOfEarlyData},
};

/// What tells one use of a ticket from another.
pub(super) struct TicketUse {
    arrival: Arrival,
    digest: Digest,
}

impl TicketUse {
    /// Of the ticket that stands for `session`, with an age and a binder that was found right.
    pub(super) fn new(session: &Session, obfuscated_age: u32, binder: &[u8], window: u32) -> Self {
        let mut digest = [0; DIGEST_LEN];
        for (to, from) in digest.iter_mut().zip(HashAlgorithm::Sha256.hash(binder).as_ref()) {
            *to = *from;
        }
        Self {
            arrival: Arrival::new(session, obfuscated_age, window),
            digest,
        }
    }
}

/// Early data that is taken.
pub(super) struct Accepted {
    /// What it comes under.
    pub(super) secret: TrafficSecret,
    /// How many bytes may come.
    pub(super) max: u32,
}

/// Decides about early data before the ServerHello is written.
pub(super) fn decide(cx: &mut Context<'_>, mut state: WriteServerHello) -> Result<Next, Error> {
    if !state.offer.early_data {
        return Ok(Next::Consume(Box::new(state)));
    }
    let ticket = match check(cx, &state.offer) {
        Ok(ticket) => ticket,
        Err(why) => {
            debug!(cx, 3, "early data is refused: {why}");
            return Ok(Next::Consume(Box::new(state)));
        }
    };
    let is_first = match &cx.config.replays {
        Replays::Refused => false,
        Replays::NotRecorded => true,
        Replays::Store(store) => store.is_first(&ticket.digest, &ticket.arrival, cx.now),
        Replays::Application => {
            // Who shares the memory may have a clock that is behind ours, by which a copy is fresh for longer.
            let question = Ask::CheckReplay {
                digest: ticket.digest,
                remember: ticket.arrival.remember(cx.now).saturating_add(CLOCK_TOLERANCE),
            };
            return Ok(Next::Ask(Box::new(CheckReplay(state)), question));
        }
    };
    settle(cx, &mut state.offer, is_first)?;
    Ok(Next::Consume(Box::new(state)))
}

/// Whether the rest fits, so that only a replay could still stand against it; otherwise why not.
///
/// RFC 8446 section 4.2.10: "In order to accept early data, the server MUST have accepted a PSK cipher suite and selected the
/// first key offered in the client's "pre_shared_key" extension. In addition, it MUST verify that the following values are the
/// same as those associated with the selected PSK: The TLS version number; The selected cipher suite; The selected ALPN
/// [RFC7301] protocol, if any". A ticket of ours has only one version.
fn check<'o>(cx: &Context<'_>, offer: &'o Offer) -> Result<&'o TicketUse, &'static str> {
    if !cx.config.early_data {
        return Err("it is not used");
    }
    let taken = offer.taken.as_ref().ok_or("no pre-shared key is taken")?;
    let (Some(session), Some(ticket)) = (&taken.session, &taken.ticket_use) else {
        return Err("the key is of no ticket");
    };
    if taken.index != 0 {
        return Err("the key is not the client's first");
    }
    if session.max_early_data == 0 {
        return Err("the ticket does not allow it");
    }
    if session.suite != offer.suite.id {
        return Err("the suite is another");
    }
    if session.alpn_protocol.as_deref() != cx.negotiated.alpn_protocol.as_deref() {
        return Err("the application protocol is another");
    }
    if session.server_name.as_deref() != cx.negotiated.server_name.as_deref() {
        return Err("the server name is another");
    }
    if !ticket.arrival.is_fresh(cx.now) {
        return Err("it was not sent just now");
    }
    Ok(ticket)
}

/// Takes it if it is here for the first time.
fn settle(cx: &mut Context<'_>, offer: &mut Offer, is_first: bool) -> Result<(), Error> {
    if !is_first {
        debug!(cx, 3, "early data is refused: it may have been here before");
        return Ok(());
    }
    let taken = offer.taken.as_ref().ok_or(Error::Internal)?;
    let max = taken.session.as_ref().map_or(0, |session| session.max_early_data);
    let hash = offer.transcript.current();
    let secret = taken.early.traffic_secret(hash.as_ref())?;
    // The server's random does not exist yet.
    let randoms = Randoms {
        client: offer.random,
        server: [0; 32],
    };
    cx.export_secret(SecretKind::ClientEarly, &secret, &randoms);
    let exporter = taken.early.exporter(hash.as_ref())?;
    cx.export_exporter(SecretKind::EarlyExporter, &exporter, &randoms);
    cx.negotiated.early_exporter = Some(Box::new(exporter));
    debug!(cx, 3, "early data is taken, up to {max} bytes");
    cx.negotiated.early_data = EarlyData::Accepted;
    offer.accepted = Some(Accepted { secret, max });
    Ok(())
}

/// The application is asked whether the ClientHello is here for the first time.
struct CheckReplay(WriteServerHello);

impl State for CheckReplay {
    fn id(&self) -> StateId {
        StateId::CLIENT_HELLO
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Err(Error::Internal)
    }

    fn answered(self: Box<Self>, cx: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Answer::Fresh(is_first) = answer else {
            return Err(Error::BadInput);
        };
        let mut state = self.0;
        settle(cx, &mut state.offer, is_first)?;
        Ok(Next::Consume(Box::new(state)))
    }
}

/// Awaits EndOfEarlyData, and before it what the application reads.
pub(super) struct ReadEndOfEarlyData {
    pub(super) last: Box<Last>,
    pub(super) client: ClientSettled,
    /// What comes next comes under this.
    pub(super) secret: TrafficSecret,
}

impl State for ReadEndOfEarlyData {
    fn id(&self) -> StateId {
        StateId::END_OF_EARLY_DATA
    }

    fn wants(&self) -> Wants {
        Wants::MessageAfterEarlyData
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self {
            mut last,
            client,
            secret,
        } = *self;
        message.expect(HandshakeType::END_OF_EARLY_DATA)?;
        EndOfEarlyData::read(message.body)?;
        last.transcript.add(message.bytes);
        cx.reader.change_secret(secret, &message)?;
        cx.negotiated.limits.limit_reader(cx.reader);
        cx.negotiated.early_data = EarlyData::Ended;
        Ok(Next::Consume(Box::new(ReadFinished { last, client })))
    }
}

//! What the client answers, and what follows.

use super::super::{
    Context, Next, Over, State, Wants, finished,
    inbox::Message,
    proof::{ClientSettled, FinishedVerified},
    state_id::StateId,
};
use super::{
    Last,
    tickets::{Tickets, WriteNewSessionTicket},
};
use crate::tls::{config::Side, error::Error, post_auth};

/// Awaits the client's Finished, once it is settled who the client is.
pub struct ReadFinished {
    pub(super) last: Box<Last>,
    pub(super) client: ClientSettled,
}

impl State for ReadFinished {
    fn id(&self) -> StateId {
        StateId::CLIENT_FINISHED
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self { mut last, client } = *self;
        let hash = last.transcript.current();
        let finished = finished::check(&message, &last.finished_key, hash.as_ref())?;
        last.transcript.add(message.bytes);
        cx.reader
            .change_secret(last.traffic.traffic_secret(Side::Client).clone(), &message)?;
        cx.reader.allow_change_cipher_spec(false);
        cx.negotiated.exporter = Some(last.traffic.exporter().clone());
        let tickets = Tickets::prepare(cx, &last)?;
        post_auth::open(cx, last.transcript);
        Ok(Next::Consume(Box::new(Wrapup {
            client,
            finished,
            tickets,
        })))
    }
}

/// The handshake proper is done. Has the evidence for everything we know of the client.
pub struct Wrapup {
    #[expect(dead_code, reason = "evidence: without it nobody gets here")]
    client: ClientSettled,
    #[expect(dead_code, reason = "evidence: without it nobody gets here")]
    finished: FinishedVerified,
    tickets: Option<Tickets>,
}

impl State for Wrapup {
    fn id(&self) -> StateId {
        StateId::HANDSHAKE_WRAPUP
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Ok(Next::Consume(match self.tickets {
            Some(tickets) => Box::new(WriteNewSessionTicket(tickets)),
            None => Box::new(Over),
        }))
    }
}

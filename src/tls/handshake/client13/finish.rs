//! Our last flight.

use super::super::{Context, Next, Over, State, Wants, compatibility, finished, inbox::Message, state_id::StateId};
use super::{
    Last,
    certificates::{OwnCertificate, WriteCertificate},
};
use crate::tls::{config::Side, error::Error, post::Tickets, post_auth};

/// Writes the dummy change_cipher_spec of middlebox compatibility before our last flight.
pub struct WriteCcsAfterFinished {
    pub(super) last: Box<Last>,
    pub(super) own: OwnCertificate,
}

impl State for WriteCcsAfterFinished {
    fn id(&self) -> StateId {
        StateId::CLIENT_CCS_AFTER_SERVER_FINISHED
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { last, own } = *self;
        if !last.ccs_sent {
            compatibility::write(cx)?;
        }
        Ok(Next::Consume(Box::new(WriteCertificate { last, own })))
    }
}

/// Writes our Finished; what is sent after it is application data.
pub struct WriteFinished(pub(super) Box<Last>);

impl State for WriteFinished {
    fn id(&self) -> StateId {
        StateId::CLIENT_FINISHED
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Last {
            mut transcript,
            finished_key,
            traffic,
            ..
        } = *self.0;
        let hash = transcript.current();
        let write = |out: &mut Vec<u8>| finished::write(&finished_key, hash.as_ref(), out);
        cx.writer.write_message(&mut transcript, write)?;
        cx.writer.change_secret(traffic.traffic_secret(Side::Client).clone())?;
        if cx.config.key_exchange_modes.any_psk() {
            let secret = traffic.resumption_master_secret(transcript.current().as_ref())?;
            // A build without tickets has nothing to keep them in.
            if let Some(tickets) = Tickets::new(cx.config, cx.options, cx.negotiated, secret) {
                cx.reader.take_tickets_into(tickets);
            }
        }
        cx.negotiated.exporter = Some(traffic.exporter().clone());
        cx.negotiated.post_handshake_auth = cx.config.post_handshake_auth;
        post_auth::open(cx, transcript);
        Ok(Next::Consume(Box::new(FlushBuffers)))
    }
}

/// Our last flight goes out.
pub struct FlushBuffers;

impl State for FlushBuffers {
    fn id(&self) -> StateId {
        StateId::FLUSH_BUFFERS
    }

    fn wants(&self) -> Wants {
        Wants::Flush
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Ok(Next::Consume(Box::new(Wrapup)))
    }
}

/// Nothing is left to do.
pub struct Wrapup;

impl State for Wrapup {
    fn id(&self) -> StateId {
        StateId::HANDSHAKE_WRAPUP
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Ok(Next::Consume(Box::new(Over)))
    }
}

//! Both sides' ChangeCipherSpec and Finished: ours first in a full handshake, the server's first where a session is resumed.

use super::super::{
    Context, Negotiated12, Next, Over, State, Wants, authenticate12, inbox::Message, proof::FinishedVerified,
    state_id::StateId,
};
use super::{Last, tickets};
use crate::tls::{
    config::Side,
    error::Error,
    keys::prf12::{RecordKeys, VerifyData},
    record::protect12::RecordKey12,
    session::{KeyExchangeModes, MAX_LIFETIME, Resumption, Session, Session12},
};

/// The end of a full handshake begins.
pub fn full(last: Box<Last>) -> Result<Next, Error> {
    let RecordKeys { client, server } = last.master.record_keys(last.suite, &last.randoms)?;
    Ok(Next::Consume(Box::new(WriteChangeCipherSpec {
        last,
        key: client,
        turn: Writes::First { server_key: server },
    })))
}

/// The end of a handshake that resumes a session begins.
pub fn resume(last: Box<Last>) -> Result<Next, Error> {
    let RecordKeys { client, server } = last.master.record_keys(last.suite, &last.randoms)?;
    Ok(Next::Consume(await_server(
        last,
        server,
        Reads::First { client_key: client },
    )))
}

/// When we write.
enum Writes {
    /// Before the server, which will send under this key.
    First { server_key: Box<RecordKey12> },
    /// After the server.
    Second(ServerFinished),
}

/// When we read.
enum Reads {
    /// Before we write under this key.
    First { client_key: Box<RecordKey12> },
    /// After our Finished with this `verify_data`.
    Second { client: VerifyData },
}

/// The server's Finished was right.
struct ServerFinished {
    verify_data: VerifyData,
    #[expect(dead_code, reason = "evidence: without it nobody gets here")]
    verified: FinishedVerified,
}

/// Writes our ChangeCipherSpec; what follows is under our key.
struct WriteChangeCipherSpec {
    last: Box<Last>,
    key: Box<RecordKey12>,
    turn: Writes,
}

impl State for WriteChangeCipherSpec {
    fn id(&self) -> StateId {
        StateId::CLIENT_CHANGE_CIPHER_SPEC
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { last, key, turn } = *self;
        cx.writer.write_change_cipher_spec()?;
        cx.writer.change_key12(*key)?;
        Ok(Next::Consume(Box::new(WriteFinished { last, turn })))
    }
}

/// Writes our Finished.
struct WriteFinished {
    last: Box<Last>,
    turn: Writes,
}

impl State for WriteFinished {
    fn id(&self) -> StateId {
        StateId::CLIENT_FINISHED
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { mut last, turn } = *self;
        let Last { master, transcript, .. } = &mut *last;
        let hash = transcript.current();
        let client = cx.writer.write_message(transcript, |out| {
            authenticate12::write_finished12(master, Side::Client, hash.as_ref(), out)
        })?;
        Ok(Next::Consume(match turn {
            Writes::First { server_key } => await_server(last, server_key, Reads::Second { client }),
            Writes::Second(server) => Box::new(Wrapup { last, client, server }),
        }))
    }
}

/// What the server says now: a NewSessionTicket, if it has promised one, or its ChangeCipherSpec.
fn await_server(last: Box<Last>, key: Box<RecordKey12>, turn: Reads) -> Box<dyn State> {
    tickets::before(ReadChangeCipherSpec { last, key, turn })
}

/// Awaits the server's ChangeCipherSpec; what follows is under its key.
pub(super) struct ReadChangeCipherSpec {
    pub(super) last: Box<Last>,
    key: Box<RecordKey12>,
    turn: Reads,
}

impl State for ReadChangeCipherSpec {
    fn id(&self) -> StateId {
        StateId::SERVER_CHANGE_CIPHER_SPEC
    }

    fn wants(&self) -> Wants {
        Wants::ChangeCipherSpec
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { last, key, turn } = *self;
        cx.reader.change_key12(*key)?;
        Ok(Next::Consume(Box::new(ReadFinished { last, turn })))
    }
}

/// Awaits the server's Finished.
struct ReadFinished {
    last: Box<Last>,
    turn: Reads,
}

impl State for ReadFinished {
    fn id(&self) -> StateId {
        StateId::SERVER_FINISHED
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self { mut last, turn } = *self;
        let hash = last.transcript.current();
        let (verify_data, verified) =
            authenticate12::check_finished12(&message, &last.master, Side::Server, hash.as_ref())?;
        last.transcript.add(message.bytes);
        let server = ServerFinished { verify_data, verified };
        Ok(Next::Consume(match turn {
            Reads::First { client_key } => Box::new(WriteChangeCipherSpec {
                last,
                key: client_key,
                turn: Writes::Second(server),
            }),
            Reads::Second { client } => Box::new(FlushBuffers(Wrapup { last, client, server })),
        }))
    }
}

/// There is nothing left to send after a full handshake.
struct FlushBuffers(Wrapup);

impl State for FlushBuffers {
    fn id(&self) -> StateId {
        StateId::FLUSH_BUFFERS
    }

    fn wants(&self) -> Wants {
        Wants::Flush
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Ok(Next::Consume(Box::new(self.0)))
    }
}

/// What stays of the handshake is kept.
struct Wrapup {
    last: Box<Last>,
    client: VerifyData,
    server: ServerFinished,
}

impl State for Wrapup {
    fn id(&self) -> StateId {
        StateId::HANDSHAKE_WRAPUP
    }

    fn wants(&self) -> Wants {
        Wants::Flush
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self {
            mut last,
            client,
            server,
        } = *self;
        let resumption = resumption(cx, &mut last)?;
        let Last {
            randoms, told, master, ..
        } = *last;
        cx.negotiated.exporter = Some(master.exporter(&randoms));
        cx.negotiated.tls12 = Some(Box::new(Negotiated12 {
            secure_renegotiation: told.secure_renegotiation,
            client_verify_data: client,
            server_verify_data: server.verify_data,
            extended_master_secret: told.extended_master_secret,
            master,
            randoms,
            resumption,
        }));
        Ok(Next::Consume(Box::new(Over)))
    }
}

/// By what the session can be resumed later: a new ticket or a new identifier, or what served this time.
fn resumption(cx: &Context<'_>, last: &mut Last) -> Result<Option<Box<Resumption>>, Error> {
    let before = cx.options.resumption.as_deref().filter(|_| last.resumed);
    let session_id = match before {
        // RFC 5077 section 3.4: the identifier that went with a ticket was made up.
        Some(before) => before.session_id.clone(),
        None => last.told.session_id.clone(),
    };
    let (lifetime, ticket) = match (last.ticket.take(), before) {
        (Some(new), _) => new.into_parts(),
        (None, Some(before)) => return Ok(Some(Box::new(before.clone()))),
        (None, None) if session_id.is_empty() => return Ok(None),
        (None, None) => (0, Vec::new()),
    };
    let session = Session {
        suite: last.suite.id,
        secret: last.master.secret().clone(),
        age_add: 0,
        // RFC 5077 section 3.3: "The value of zero [...] indicates that the lifetime of the ticket is unspecified."
        lifetime: match lifetime {
            0 => MAX_LIFETIME,
            lifetime => lifetime.min(MAX_LIFETIME),
        },
        created: cx.now,
        max_early_data: 0,
        modes: KeyExchangeModes::ALL,
        alpn_protocol: cx.negotiated.alpn_protocol.as_deref().map(<[u8]>::to_vec),
        server_name: cx.options.server_name.clone(),
        tls12: Some(Session12 {
            extended_master_secret: last.told.extended_master_secret,
            encrypt_then_mac: last.told.encrypt_then_mac,
            max_fragment_length: last.told.max_fragment_length,
        }),
    };
    Ok(Some(Box::new(Resumption {
        session,
        ticket,
        session_id,
    })))
}

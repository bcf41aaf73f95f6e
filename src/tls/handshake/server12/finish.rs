//! change_cipher_spec and Finished of both sides, in either order, and what follows.

use super::super::{
    Context, Negotiated12, Next, Over, State, Wants, authenticate12,
    inbox::Message,
    proof::{ClientSettled, FinishedVerified},
    state_id::StateId,
};
use super::{Last, kept};
use crate::tls::{
    config::Side,
    error::Error,
    keys::prf12::VerifyData,
    record::protect12::RecordKey12,
    want::{Answer, Ask},
};

/// Whether our Finished is sent: it is first where a session is resumed.
pub(super) enum Ours {
    /// It is not; this is the key for it.
    ToCome(Box<RecordKey12>),
    Sent(VerifyData),
}

/// Whether the client's Finished is here.
pub(super) enum Theirs {
    /// It is not; this is the key for it.
    ToCome(Box<RecordKey12>),
    Checked(VerifyData, FinishedVerified),
}

/// Awaits the client's change_cipher_spec.
pub struct ReadChangeCipherSpec {
    pub(super) last: Box<Last>,
    pub(super) client: ClientSettled,
    /// What it sends after it is under this one.
    pub(super) key: Box<RecordKey12>,
    pub(super) ours: Ours,
}

impl State for ReadChangeCipherSpec {
    fn id(&self) -> StateId {
        StateId::CLIENT_CHANGE_CIPHER_SPEC
    }

    fn wants(&self) -> Wants {
        Wants::ChangeCipherSpec
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self {
            last,
            client,
            key,
            ours,
        } = *self;
        cx.reader.change_key12(*key)?;
        Ok(Next::Consume(Box::new(ReadFinished { last, client, ours })))
    }
}

/// Awaits the client's Finished, once it is settled who the client is.
pub struct ReadFinished {
    last: Box<Last>,
    client: ClientSettled,
    ours: Ours,
}

impl State for ReadFinished {
    fn id(&self) -> StateId {
        StateId::CLIENT_FINISHED
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self { mut last, client, ours } = *self;
        let transcript = &mut last.shared.transcript;
        let hash = transcript.current();
        let (verify_data, finished) =
            authenticate12::check_finished12(&message, &last.master, Side::Client, hash.as_ref())?;
        transcript.add(message.bytes);
        Ok(Next::Consume(match ours {
            Ours::ToCome(key) => Box::new(WriteNewSessionTicket {
                last,
                client,
                key,
                theirs: Theirs::Checked(verify_data, finished),
            }),
            Ours::Sent(own) => Box::new(Wrapup {
                last,
                client,
                finished,
                client_verify_data: verify_data,
                server_verify_data: own,
            }),
        }))
    }
}

/// Writes a NewSessionTicket, if one was promised, and otherwise the change_cipher_spec: in 3.6.6 they have one state.
pub struct WriteNewSessionTicket {
    pub(super) last: Box<Last>,
    pub(super) client: ClientSettled,
    /// What we send after the change_cipher_spec is under this one.
    pub(super) key: Box<RecordKey12>,
    pub(super) theirs: Theirs,
}

impl State for WriteNewSessionTicket {
    fn id(&self) -> StateId {
        StateId::SERVER_CHANGE_CIPHER_SPEC
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Some(promised) = self.last.shared.ticket else {
            let Self {
                last,
                client,
                key,
                theirs,
            } = *self;
            return Box::new(WriteChangeCipherSpec {
                last,
                client,
                key,
                theirs,
            })
            .handle(cx, message);
        };
        let session = Box::new(kept::session(cx, &self.last));
        Ok(Next::Ask(self, promised.question(session)))
    }

    fn answered(self: Box<Self>, cx: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Self {
            mut last,
            client,
            key,
            theirs,
        } = *self;
        let promised = last.shared.ticket.ok_or(Error::Internal)?;
        promised.write(cx, &mut last.shared.transcript, answer)?;
        Ok(Next::Consume(Box::new(WriteChangeCipherSpec {
            last,
            client,
            key,
            theirs,
        })))
    }
}

/// Writes our change_cipher_spec.
struct WriteChangeCipherSpec {
    last: Box<Last>,
    client: ClientSettled,
    key: Box<RecordKey12>,
    theirs: Theirs,
}

impl State for WriteChangeCipherSpec {
    fn id(&self) -> StateId {
        StateId::SERVER_CHANGE_CIPHER_SPEC
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self {
            last,
            client,
            key,
            theirs,
        } = *self;
        cx.writer.write_change_cipher_spec()?;
        cx.writer.change_key12(*key)?;
        Ok(Next::Consume(Box::new(WriteFinished { last, client, theirs })))
    }
}

/// Writes our Finished.
struct WriteFinished {
    last: Box<Last>,
    client: ClientSettled,
    theirs: Theirs,
}

impl State for WriteFinished {
    fn id(&self) -> StateId {
        StateId::SERVER_FINISHED
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self {
            mut last,
            client,
            theirs,
        } = *self;
        let hash = last.shared.transcript.current();
        let master = &last.master;
        let own = cx.writer.write_message(&mut last.shared.transcript, |out| {
            authenticate12::write_finished12(master, Side::Server, hash.as_ref(), out)
        })?;
        Ok(Next::Consume(match theirs {
            Theirs::ToCome(key) => Box::new(ReadChangeCipherSpec {
                last,
                client,
                key,
                ours: Ours::Sent(own),
            }),
            Theirs::Checked(verify_data, finished) => Box::new(FlushBuffers(Wrapup {
                last,
                client,
                finished,
                client_verify_data: verify_data,
                server_verify_data: own,
            })),
        }))
    }
}

/// Our last flight goes out.
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

/// The handshake is done. Has the evidence for everything we know of the client.
struct Wrapup {
    last: Box<Last>,
    #[expect(dead_code, reason = "evidence: without it nobody gets here")]
    client: ClientSettled,
    #[expect(dead_code, reason = "evidence: without it nobody gets here")]
    finished: FinishedVerified,
    client_verify_data: VerifyData,
    server_verify_data: VerifyData,
}

impl State for Wrapup {
    fn id(&self) -> StateId {
        StateId::HANDSHAKE_WRAPUP
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Last {
            shared,
            master,
            resumed,
        } = &*self.last;
        // As 3.6.6: what is resumed is kept already, and who gets a ticket needs no identifier, and has none.
        let keep = !resumed && cx.config.tls12.caches_sessions && !shared.session_id.is_empty();
        let question = keep.then(|| Ask::KeepSession {
            id: shared.session_id.clone(),
            session: Box::new(kept::session(cx, &self.last)),
        });
        cx.negotiated.exporter = Some(master.exporter(&shared.randoms));
        cx.negotiated.tls12 = Some(Box::new(Negotiated12 {
            secure_renegotiation: shared.secure_renegotiation,
            client_verify_data: self.client_verify_data,
            server_verify_data: self.server_verify_data,
            extended_master_secret: shared.extended_master_secret,
            master: master.clone(),
            randoms: shared.randoms,
            resumption: None,
        }));
        Ok(match question {
            Some(question) => Next::Ask(Box::new(AwaitKept), question),
            None => Next::Consume(Box::new(Over)),
        })
    }
}

/// The application is asked to keep the session.
struct AwaitKept;

impl State for AwaitKept {
    fn id(&self) -> StateId {
        StateId::HANDSHAKE_WRAPUP
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Err(Error::Internal)
    }

    fn answered(self: Box<Self>, _: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        match answer {
            Answer::Kept => Ok(Next::Consume(Box::new(Over))),
            _ => Err(Error::BadInput),
        }
    }
}

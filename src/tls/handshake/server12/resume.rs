//! Sessions: whether one that a ticket or an identifier stands for is resumed (RFC 5246 section 7.3, RFC 5077 section 3.4).

use super::super::{
    Context, Next, Randoms, State, debug, inbox::Message, state_id::StateId, ticket_age::is_alive,
    transcript::Transcript,
};
use super::{
    Shared,
    answer::{ClientSaid, Flow, WriteServerHello},
    hello::{Choice, Offered},
    tickets::{self, Promised},
};
use crate::crypto::rand;
use crate::tls::{
    error::Error,
    session::{PskKind, Session},
    suites12::{self, Suite12},
    want::{Answer, Ask},
    wire::client_hello::MAX_SESSION_ID_LEN,
};

/// The search for a session.
pub(super) struct Search {
    offered: Offered,
    /// What is done without one, or why it cannot be done.
    choice: Result<Choice, Error>,
    by: By,
}

/// What it is searched by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Ticket,
    Identifier,
}

impl Search {
    /// By ticket, by identifier, or not at all.
    pub(super) fn start(cx: &mut Context<'_>, offered: Offered, choice: Result<Choice, Error>) -> Result<Next, Error> {
        let mut search = Box::new(Self {
            offered,
            choice,
            by: By::Ticket,
        });
        // As 3.6.6: a second handshake is a full one.
        if cx.is_renegotiation() {
            return search.settle(cx, None);
        }
        match tickets::question(cx, &mut search.offered) {
            Some(question) => Ok(Next::Ask(search, question)),
            None => search.by_identifier(cx),
        }
    }

    fn by_identifier(mut self: Box<Self>, cx: &mut Context<'_>) -> Result<Next, Error> {
        if self.offered.session_id.is_empty() || !cx.config.tls12.caches_sessions {
            return self.settle(cx, None);
        }
        let id = self.offered.session_id.clone();
        self.by = By::Identifier;
        Ok(Next::Ask(self, Ask::FindSession { id }))
    }

    /// There is nothing, or nothing that fits.
    fn go_on(self: Box<Self>, cx: &mut Context<'_>) -> Result<Next, Error> {
        match self.by {
            By::Ticket => self.by_identifier(cx),
            By::Identifier => self.settle(cx, None),
        }
    }

    /// The search is over, with this session or without one.
    fn settle(self, cx: &mut Context<'_>, session: Option<(Box<Session>, &'static Suite12)>) -> Result<Next, Error> {
        let offered = self.offered;
        let extended_master_secret = offered.binds_master_secret(cx.config);
        let promised = Promised::to(cx, &offered);
        let (suite, flow, ticket, session_id) = match session {
            Some((session, suite)) => {
                // As in 3.6.6 a ticket that is good is not renewed.
                let ticket = promised.filter(|_| self.by == By::Identifier);
                // RFC 5077 section 3.4: "If the server accepts the ticket, then it MUST respond with the same Session ID present
                // in the ClientHello."
                let signer = self.choice.ok().and_then(|choice| choice.plan.signer);
                let candidates: Vec<_> = signer.map(|signer| signer.credential).into_iter().collect();
                let types = offered.facts.certificates.resumed(cx.config, &candidates);
                (suite, Flow::Abbreviated(session, types), ticket, offered.session_id)
            }
            None => {
                let Choice { suite, plan } = self.choice?;
                let id = match promised {
                    Some(_) => Vec::new(),
                    None => new_identifier(cx)?,
                };
                let said = ClientSaid {
                    message: offered.message.clone(),
                    wants: offered.facts.certificates,
                };
                (suite, Flow::Full(Box::new(plan), said), promised, id)
            }
        };
        cx.negotiated.suite = Some(suite.id);
        cx.negotiated.legacy_session_id.clone_from(&session_id);
        match &flow {
            Flow::Abbreviated(..) => {
                cx.negotiated.psk = Some(PskKind::Resumption);
                cx.negotiated.group = None;
                (cx.negotiated.own_certificate_type, cx.negotiated.peer_certificate_type) = (None, None);
            }
            Flow::Full(plan, _) => {
                cx.negotiated.psk = None;
                cx.negotiated.group = plan.group;
                cx.negotiated.own_certificate_type = plan.signer.as_ref().map(|it| it.credential.certificate_type);
                cx.negotiated.peer_certificate_type = plan.types.client;
            }
        }
        let psk = cx.negotiated.psk;
        debug!(cx, 3, "chose {:?}, {psk:?}", suite.id);
        let transcript = match &flow {
            Flow::Full(plan, _) if plan.asks => Transcript::start_keeping(suite.hash, &offered.message),
            _ => Transcript::start(suite.hash, &offered.message),
        };
        let shared = Box::new(Shared {
            suite,
            randoms: Randoms {
                client: offered.random,
                server: [0; 32],
            },
            transcript,
            session_id,
            secure_renegotiation: offered.secure_renegotiation,
            extended_master_secret,
            ticket,
            point_formats: offered.point_formats,
        });
        Ok(Next::Consume(Box::new(WriteServerHello { shared, flow })))
    }
}

/// `session_id` of a session that may be kept in the cache.
///
/// DEVIATION: 3.6.6 gives an identifier also where there is no cache, and then nobody knows it.
fn new_identifier(cx: &Context<'_>) -> Result<Vec<u8>, Error> {
    if !cx.config.tls12.caches_sessions {
        return Ok(Vec::new());
    }
    let mut id = vec![0; MAX_SESSION_ID_LEN];
    rand::fill(&mut id).map_err(|_| Error::NoRandom)?;
    Ok(id)
}

/// The suite with which the session may be resumed; `None` if it may not be.
///
/// Errors: `HandshakeFailure` where RFC 7627 wants no handshake at all.
fn fit(cx: &Context<'_>, offered: &Offered, session: &Session) -> Result<Option<&'static Suite12>, Error> {
    let (config, facts) = (cx.config, &offered.facts);
    let Some(own) = &session.tls12 else {
        return Ok(None);
    };
    // As in TLS 1.3: a client that one virtual host has authenticated has not been authenticated by another.
    if session.server_name != facts.server_name || !is_alive(session, cx.now) {
        return Ok(None);
    }
    // RFC 5246 section 7.4.1.3: "the value from the state of the session being resumed", which the client has to offer again.
    let suite = suites12::suite12(session.suite).filter(|suite| {
        config.suites.contains(&suite.id)
            && facts.suites.contains(&suite.id)
            && (!suite.is_cbc() || own.encrypt_then_mac && offered.takes_cbc(config))
    });
    let Some(suite) = suite else {
        return Ok(None);
    };
    // RFC 6066 section 4: what was negotiated counts for resumed sessions too; whoever wants another length gets another session.
    if own.max_fragment_length != cx.negotiated.limits.max_fragment_length() {
        return Ok(None);
    }
    // RFC 7627 section 5.3. 3.6.6 resumes in all four cases.
    match (own.extended_master_secret, offered.extended_master_secret) {
        // "If the original session did not use the "extended_master_secret" extension but the new ClientHello contains the
        // extension, then the server MUST NOT perform the abbreviated handshake. Instead, it SHOULD continue with a full handshake".
        (false, true) => Ok(None),
        // "If the original session used the "extended_master_secret" extension but the new ClientHello does not contain it, the
        // server MUST abort the abbreviated handshake."
        (true, false) => Err(Error::HandshakeFailure),
        // What we do not answer, the session must not have.
        (true, true) => Ok(Some(suite).filter(|_| config.tls12.extended_master_secret)),
        // "If neither the original session nor the new ClientHello uses the extension, the server SHOULD abort the handshake." "If
        // the server chooses to continue", it is as it was before the RFC. DEVIATION: as 3.6.6 it goes on; peers without the
        // extension would otherwise never resume.
        (false, false) => Ok(Some(suite)),
    }
}

impl State for Search {
    fn id(&self) -> StateId {
        StateId::CLIENT_HELLO
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Err(Error::Internal)
    }

    fn answered(self: Box<Self>, cx: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Answer::Session(session) = answer else {
            return Err(Error::BadInput);
        };
        let Some(session) = session else {
            return self.go_on(cx);
        };
        match fit(cx, &self.offered, &session)? {
            Some(suite) => self.settle(cx, Some((session, suite))),
            None => {
                debug!(cx, 3, "the client's session does not fit");
                self.go_on(cx)
            }
        }
    }
}

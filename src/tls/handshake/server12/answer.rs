//! ServerHello.

use super::super::{
    Context, Next, Reconsidering, State, certificate12, inbox::Message, renegotiation, state_id::StateId,
};
use super::{
    Last, Plan, Shared,
    finish::{Theirs, WriteNewSessionTicket},
    flight::WriteCertificate,
};
use crate::crypto::rand;
use crate::tls::{
    error::Error,
    handshake::{
        certificate::{HelloWants, SettledTypes},
        proof::{ClientSettled, PeerAuthenticated},
    },
    keys::prf12::MasterSecret,
    session::Session,
    want::Credentials,
    wire::{
        codec::List,
        codes::{ECPointFormat, ProtocolVersion},
        extensions::{
            application_layer_protocol_negotiation::ProtocolName,
            signed_certificate_timestamp::{self as scts, SerializedSct},
        },
        server_hello::{DOWNGRADE_TO_TLS12, ServerHello, ServerHelloExtensions},
    },
};

/// Writes the ServerHello.
pub struct WriteServerHello {
    pub(super) shared: Box<Shared>,
    pub(super) flow: Flow,
}

/// What follows a ServerHello.
pub(super) enum Flow {
    /// A full handshake.
    Full(Box<Plan>, ClientSaid),
    /// This session is resumed, and this is said of certificate types.
    Abbreviated(Box<Session>, SettledTypes),
}

/// What the plan was made for.
pub(super) struct ClientSaid {
    /// The ClientHello.
    pub(super) message: Vec<u8>,
    pub(super) wants: HelloWants,
}

impl State for WriteServerHello {
    fn id(&self) -> StateId {
        StateId::SERVER_HELLO
    }

    /// The suite is chosen, and with it our certificate, as in 3.6.6: what can still change is what we ask of the client.
    fn reconsidered(&mut self, cx: &mut Reconsidering<'_>, credentials: Credentials) -> Result<(), Error> {
        let Flow::Full(plan, said) = &mut self.flow else {
            return Ok(());
        };
        let Some(signer) = &plan.signer else {
            return Ok(());
        };
        let asks = credentials.request_client_certificate;
        plan.types = said.wants.settle(cx.config, signer.credential.certificate_type, asks)?;
        cx.negotiated.peer_certificate_type = plan.types.client;
        if asks {
            self.shared.transcript.keep_from(&said.message);
        } else {
            self.shared.transcript.forget_messages();
        }
        plan.asks = asks;
        plan.authorities = credentials.authorities;
        Ok(())
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { mut shared, flow } = *self;
        shared.randoms.server = prepare_random(cx)?;
        write(cx, &mut shared, &flow)?;
        cx.negotiated.limits.limit_writer12(cx.writer)?;
        cx.negotiated.limits.limit_reader12(cx.reader);
        match flow {
            Flow::Full(plan, _) => Ok(Next::Consume(Box::new(WriteCertificate { shared, plan }))),
            Flow::Abbreviated(session, _) => {
                let master = MasterSecret::resumed(shared.suite.hash, session.secret.as_bytes())?;
                cx.export_master(&master, &shared.randoms);
                let keys = master.record_keys(shared.suite, &shared.randoms)?;
                Ok(Next::Consume(Box::new(WriteNewSessionTicket {
                    last: Box::new(Last {
                        shared,
                        master,
                        resumed: true,
                    }),
                    // Its Finished will show that it holds the master secret.
                    client: ClientSettled::HoldsKey(PeerAuthenticated::assertion()),
                    key: keys.server,
                    theirs: Theirs::ToCome(keys.client),
                })))
            }
        }
    }
}

/// RFC 8446 section 4.1.3: "TLS 1.3 servers which negotiate TLS 1.2 or below in response to a ClientHello MUST set the last 8 bytes
/// of their Random value specially in their ServerHello." A build without TLS 1.3 is no such server, and its clients would take
/// that for an attack. DEVIATION: the first four bytes are random too, where RFC 5246 section
/// 7.4.1.2 and 3.6.6 have the time: it tells whoever listens how wrong our clock is, and nobody needs it.
fn prepare_random(cx: &Context<'_>) -> Result<[u8; 32], Error> {
    let mut random = [0; 32];
    rand::fill(&mut random).map_err(|_| Error::NoRandom)?;
    if cx.config.allows(ProtocolVersion::TLS1_3)
        && let Some(end) = random.last_chunk_mut()
    {
        *end = DOWNGRADE_TO_TLS12;
    }
    Ok(random)
}

fn write(cx: &mut Context<'_>, shared: &mut Shared, flow: &Flow) -> Result<(), Error> {
    let (plan, types) = match flow {
        Flow::Full(plan, _) => (Some(plan), plan.types),
        Flow::Abbreviated(_, types) => (None, *types),
    };
    let signer = plan.and_then(|plan| plan.signer.as_ref());
    let limits = cx.negotiated.limits;
    let previous = cx.negotiated.previous.as_ref();
    let has_curve = shared.point_formats && shared.suite.exchange.has_ecdhe();
    let hello = ServerHello {
        legacy_version: ProtocolVersion::TLS1_2,
        random: shared.randoms.server,
        legacy_session_id_echo: &shared.session_id,
        cipher_suite: shared.suite.id,
        extensions: ServerHelloExtensions {
            // RFC 6066 section 3: a server that used the name "SHALL include an extension of type "server_name"", but not "when
            // resuming a session". DEVIATION: 3.6.6 does not say so.
            server_name: plan.is_some() && cx.negotiated.server_name.is_some(),
            max_fragment_length: limits.max_fragment_length(),
            record_size_limit: limits.record_size_limit(),
            // RFC 8422 section 5.2: only to a client that has sent it.
            ec_point_formats: has_curve.then(|| List::from(&[ECPointFormat::UNCOMPRESSED])),
            protocol_name: cx.negotiated.alpn_protocol.as_deref().map(ProtocolName),
            status_request: signer.and_then(certificate12::staple).is_some(),
            signed_certificate_timestamp: signer.map_or(Ok(None), timestamps)?,
            client_certificate_type: types.client,
            server_certificate_type: types.server,
            // RFC 7366 section 3: not with a suite that it is of no use to.
            encrypt_then_mac: shared.suite.is_cbc(),
            extended_master_secret: shared.extended_master_secret,
            session_ticket: shared.ticket.is_some(),
            renegotiation_info: shared.secure_renegotiation.then(|| renegotiation::of_server(previous)),
            ..ServerHelloExtensions::default()
        },
    };
    cx.writer.write_message(&mut shared.transcript, |out| hello.write(out))
}

/// The leaf's certificate timestamps, if the client wants them (RFC 6962 section 3.3.1).
fn timestamps(signer: &super::Signer) -> Result<Option<List<'_, SerializedSct<'_>>>, Error> {
    let leaf = signer.credential.attached.first().filter(|_| signer.wanted.scts);
    let list = leaf.and_then(|leaf| leaf.scts.as_deref());
    // The C layer takes no list that is none.
    list.map(scts::parse).transpose().map_err(|_| Error::Internal)
}

//! One connection: the machine that shakes hands, and the two halves that move data afterwards.
//!
//! ```text
//!             Connection: step, answer
//!              state (handshake/)
//!              |               |
//!           Reader           Writer          share only the flags in record/shared.rs
//!              |               |
//!           Inbound         Outbound         (record/)
//! ```
//!
//! A fatal error, wherever it comes from, ends both halves: it is kept in the shared flags with the alert that is owed
//! for it, every later call repeats it, and the writer's next flush seals the alert.

mod reader;
#[cfg(feature = "tls12")]
mod renegotiation;
#[cfg(not(feature = "tls12"))]
#[path = "connection/renegotiation/without.rs"]
mod renegotiation;
pub mod saved;
#[cfg(feature = "tls13")]
mod saved13;
#[cfg(not(feature = "tls13"))]
#[path = "connection/saved13/without.rs"]
mod saved13;
mod writer;

use core::mem;
use std::collections::VecDeque;
use std::sync::Arc;

use self::renegotiation::Pace;
pub use self::{
    reader::{MAX_HELLO_REQUESTS, MAX_MESSAGES, Reader},
    writer::Writer,
};
use super::config::{Attached, Config, Options, Side};
use super::early_data::EarlyData;
use super::error::Error;
use super::handshake::{
    self, Context, Gone, Negotiated, Next, Reconsidering, State, Wants,
    certificate::Presented,
    inbox::{Message, Taken},
    state_id::StateId,
};
use super::keys::prf12::MasterSecret;
pub use super::record::buffer::Loan;
use super::record::shared::Shared;
use super::session::{PskKind, Resumption};
use super::want::{Answer, Ask, Credentials, Event, Stop, Want};
use super::wire::codes::{
    AlertDescription, CertificateType, CipherSuite, NamedGroup, ProtocolVersion, SignatureScheme,
};

/// A TLS connection without its transport.
pub struct Connection {
    /// What comes in.
    pub reader: Reader,
    /// What goes out.
    pub writer: Writer,
    shared: Arc<Shared>,
    config: Arc<Config>,
    options: Options,
    state: Box<dyn State>,
    /// Of `state`, or of the one whose handler failed.
    state_id: StateId,
    /// What `state` waits for an answer to.
    question: Option<Ask>,
    answer: Option<Answer>,
    negotiated: Negotiated,
    /// In a renegotiation: what the handshake before it has come to.
    before: Option<Box<Negotiated>>,
    pace: Pace,
    events: VecDeque<Event>,
    now: u64,
}

impl Connection {
    /// A connection that has done nothing yet.
    pub fn new(config: Arc<Config>, options: Options) -> Self {
        let shared = Arc::new(Shared::new());
        let state = handshake::initial(config.side);
        Self {
            reader: Reader::new(config.side, Arc::clone(&shared)),
            writer: Writer::new(&config, Arc::clone(&shared)),
            shared,
            options,
            state_id: state.id(),
            state,
            question: None,
            answer: None,
            negotiated: Negotiated::default(),
            before: None,
            pace: Pace::default(),
            events: VecDeque::new(),
            now: 0,
            config,
        }
    }

    /// Tells the time, in milliseconds since 1970: the core has no clock. Before each `step`, for the age of tickets.
    pub fn set_now(&mut self, now: u64) {
        self.now = now;
    }

    /// One state's work (`mbedtls_ssl_handshake_step`). `Ok` means that one state was done, even if it had nothing to
    /// send. All waiting happens before the state is taken: unsent bytes are `Want::Send`, a message that is not yet
    /// whole is `Want::Recv`.
    pub fn step(&mut self) -> Result<(), Stop> {
        if let Some(error) = self.shared.failed() {
            return Err(error.into());
        }
        // The application has sent a fatal alert, or close_notify: no message may follow (RFC 8446 section 6).
        let done = if self.shared.is_writer_closed() && !self.is_handshake_over() {
            Err(Error::BadInput.into())
        } else {
            self.advance()
        };
        match &done {
            Err(Stop::Fail(error)) => self.fail(*error),
            Err(stop) => self.note_refusal(stop),
            Ok(()) => {}
        }
        done
    }

    /// Runs the state's handler once what it wants is there, and enters the next state.
    fn advance(&mut self) -> Result<(), Stop> {
        let next = match self.question.take() {
            Some(question) => self.go_on(question)?,
            None => self.handle()?,
        };
        match next {
            Next::Consume(state) | Next::Keep(state) => {
                self.enter(state);
                Ok(())
            }
            Next::Ask(state, question) => {
                self.enter(state);
                self.question = Some(question.clone());
                Err(Want::Ask(question).into())
            }
        }
    }

    /// Waits for what the state wants, then runs its handler.
    fn handle(&mut self) -> Result<Next, Stop> {
        let taken = match self.state.wants() {
            Wants::Nothing => None,
            Wants::Flush => {
                self.writer.flush()?;
                None
            }
            Wants::Message => {
                self.writer.flush()?;
                Some(self.reader.next_message()?)
            }
            Wants::ChangeCipherSpec => {
                self.writer.flush()?;
                self.reader.next_change_cipher_spec()?;
                None
            }
            Wants::MessageAfterEarlyData => {
                self.writer.flush()?;
                Some(self.reader.next_message_after_early_data()?)
            }
        };
        let (state, mut cx) = self.context();
        let next = state.handle(&mut cx, taken.as_ref().map_or(Message::NONE, Taken::message));
        if let Some(taken) = taken {
            self.reader.put_back(taken, !matches!(next, Ok(Next::Keep(_))));
        }
        Ok(next?)
    }

    /// Runs the rest of a handler that stopped with a question.
    fn go_on(&mut self, question: Ask) -> Result<Next, Stop> {
        let Some(answer) = self.answer.take() else {
            self.question = Some(question.clone());
            return Err(Want::Ask(question).into());
        };
        match answer {
            Answer::Fail(error) => Err(error.into()),
            Answer::FailWith(alert, error) => {
                self.shared.owe_alert(alert);
                Err(error.into())
            }
            answer => {
                let (state, mut cx) = self.context();
                Ok(state.answered(&mut cx, answer)?)
            }
        }
    }

    /// Takes the state out, and all that it works with.
    fn context(&mut self) -> (Box<dyn State>, Context<'_>) {
        let state = mem::replace(&mut self.state, Box::new(Gone));
        let cx = Context {
            config: &self.config,
            options: &self.options,
            reader: &mut self.reader,
            writer: &mut self.writer,
            negotiated: &mut self.negotiated,
            events: &mut self.events,
            now: self.now,
        };
        (state, cx)
    }

    /// The one place where the state changes.
    fn enter(&mut self, state: Box<dyn State>) {
        let id = state.id();
        self.state = state;
        if id == self.state_id {
            return;
        }
        self.state_id = id;
        if !matches!(
            id,
            StateId::HELLO_REQUEST | StateId::CLIENT_HELLO | StateId::SERVER_HELLO
        ) {
            self.reader.end_awaiting_hello();
        }
        if id == StateId::HANDSHAKE_OVER {
            self.prepare_renegotiation();
            self.reader.open_to_application();
            self.writer.open_to_application();
            // An idle connection holds no memory that it does not need.
            self.events.shrink_to_fit();
        }
        self.debug_line(2, line!(), format_args!("handshake state {}", id.0));
    }

    /// The answer to the question that the last `step` (or, after the handshake, the last read) stopped with; then `step` goes on. Without a question it is
    /// dropped.
    pub fn answer(&mut self, answer: Answer) {
        if self.question.is_some() {
            self.answer = Some(answer);
        } else {
            self.reader.answer(answer);
        }
    }

    /// Server: `credentials` take the place of those that [`Ask::SelectCertificate`] was answered with. Only until the ServerHello is
    /// written, and only as far as they still can: in TLS 1.2 the suite stays, and the certificate that goes with it.
    /// What does not fit the client fails the connection, as the next step tells.
    pub fn reconsider(&mut self, credentials: Credentials) {
        let mut cx = Reconsidering {
            config: &self.config,
            negotiated: &mut self.negotiated,
        };
        if let Err(error) = self.state.reconsidered(&mut cx, credentials) {
            self.fail(error);
        }
    }

    /// A server has chosen and not yet said what: [`Connection::reconsider`] has an effect.
    pub fn may_reconsider(&self) -> bool {
        self.state_id == StateId::SERVER_HELLO && self.config.side == Side::Server
    }

    /// The `MBEDTLS_SSL_*` number of the state. After an error, of the state that failed.
    pub fn state_id(&self) -> i32 {
        self.state_id.0
    }

    /// Application data may flow.
    pub fn is_handshake_over(&self) -> bool {
        self.state_id == StateId::HANDSHAKE_OVER
    }

    /// Server: the ClientHello while [`Ask::SelectCertificate`] is pending, and until it is answered in TLS 1.3.
    pub fn client_hello(&self) -> Option<ClientHelloFacts<'_>> {
        self.state.client_hello()
    }

    /// Client: the CertificateRequest while [`Ask::SelectCertificate`] is pending.
    pub fn certificate_request(&self) -> Option<CertificateRequestFacts<'_>> {
        self.state
            .certificate_request()
            .or_else(|| self.reader.certificate_request())
    }

    /// What the peer has presented, while [`Ask::VerifyPeer`] is pending.
    pub fn presented(&self) -> Option<&Presented> {
        self.state.presented().or_else(|| self.reader.presented())
    }

    /// The peer's chain in DER, leaf first, while [`Ask::VerifyPeer`] is pending; may be empty for a client.
    pub fn peer_chain(&self) -> &[Vec<u8>] {
        self.presented().map_or(&[], Presented::chain)
    }

    /// What came with each certificate of [`Connection::peer_chain`]; empty if nothing came with any.
    pub fn peer_attached(&self) -> &[Attached] {
        self.presented().map_or(&[], Presented::attached)
    }

    /// What [`Connection::peer_chain`] holds, once negotiated: certificates, or a SubjectPublicKeyInfo.
    pub fn peer_certificate_type(&self) -> CertificateType {
        self.negotiated.peer_certificate_type.unwrap_or(CertificateType::X509)
    }

    /// What we present ourselves, once negotiated.
    pub fn own_certificate_type(&self) -> CertificateType {
        self.negotiated.own_certificate_type.unwrap_or(CertificateType::X509)
    }

    /// The next thing that happened, oldest first; drained after every call.
    pub fn next_event(&mut self) -> Option<Event> {
        let event = self.events.pop_front();
        if self.events.is_empty() {
            self.events = VecDeque::new();
        }
        event
    }

    /// The version, once negotiated.
    pub fn version(&self) -> Option<ProtocolVersion> {
        self.negotiated.version
    }

    /// The cipher suite, once negotiated.
    pub fn suite(&self) -> Option<CipherSuite> {
        self.negotiated.suite
    }

    /// The group of the key exchange, once negotiated.
    pub fn group(&self) -> Option<NamedGroup> {
        self.negotiated.group
    }

    /// The pre-shared key that the connection rests on, once negotiated; `None` if it rests on none.
    pub fn psk(&self) -> Option<PskKind> {
        self.negotiated.psk
    }

    /// How far early data has got. Client: `writer` writes it; server: `reader` reads it.
    pub fn early_data(&self) -> EarlyData {
        self.negotiated.early_data
    }

    /// The application protocol, if one was negotiated (RFC 7301).
    pub fn alpn_protocol(&self) -> Option<&[u8]> {
        self.negotiated.alpn_protocol.as_deref()
    }

    /// Server: the name the client asked for, if it did.
    pub fn server_name(&self) -> Option<&str> {
        self.negotiated.server_name.as_deref()
    }

    /// TLS 1.2: the master secret, once the handshake is over.
    pub fn master12(&self) -> Option<&MasterSecret> {
        self.negotiated.tls12.as_deref().map(|tls12| &tls12.master)
    }

    /// TLS 1.2, client: takes what the server knows the session by, once the handshake is over; `None` if it gave nothing, or it
    /// was taken before.
    pub fn take_resumption12(&mut self) -> Option<Box<Resumption>> {
        self.negotiated.tls12.as_mut()?.resumption.take()
    }

    /// Takes the `legacy_session_id` of the handshake, at most 32 bytes; empty if there was none, or it was taken before. In TLS
    /// 1.2 it is the `session_id` of the ServerHello.
    pub fn take_legacy_session_id(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.negotiated.legacy_session_id)
    }

    /// Fills `out` with exported keying material (RFC 8446 section 7.5, RFC 5705). `BadInput` before the handshake is over or if
    /// `label` or `out` is too long; `FeatureUnavailable` in TLS 1.2 without the extended master secret.
    ///
    /// RFC 7627 section 5.4: who goes on without the extension "MUST NOT export any key material based on the new master secret for
    /// any subsequent application-level authentication. In particular, it MUST disable [RFC5705]": somebody in the middle can have
    /// two connections come to one master secret.
    /// DEVIATION: 3.6.6 exports all the same.
    pub fn export_keying_material(&self, label: &[u8], context: Option<&[u8]>, out: &mut [u8]) -> Result<(), Error> {
        let exporter = self.negotiated.exporter.as_ref().filter(|_| self.is_handshake_over());
        let exporter = exporter.ok_or(Error::BadInput)?;
        if let Some(tls12) = &self.negotiated.tls12
            && !tls12.extended_master_secret
        {
            return Err(Error::FeatureUnavailable);
        }
        exporter.export(label, context, out)
    }

    /// The same from the client's first flight alone, for what goes with early data (RFC 8446 section 7.5): at the client from the
    /// moment it may write early data, at the server once it takes it. Whoever replays the flight gets the same. `BadInput` before
    /// that, if early data was not offered or was refused, or if `label` or `out` is too long.
    pub fn export_early_keying_material(&self, label: &[u8], context: &[u8], out: &mut [u8]) -> Result<(), Error> {
        let exporter = self.negotiated.early_exporter.as_ref();
        exporter.ok_or(Error::BadInput)?.export(label, Some(context), out)
    }

    /// A fatal error, also one seen from outside (the transport or a callback failed): the connection has failed from
    /// now on, and the error's alert is owed to the peer. The first error counts.
    pub fn fail(&mut self, error: Error) {
        if self.shared.failed().is_none() {
            let id = self.state_id;
            self.debug_line(1, line!(), format_args!("{error:?} in state {}", id.0));
            // RFC 5246 section 7.4.6: a server without the certificate that it needs answers with "a fatal handshake_failure
            // alert"; certificate_required is an alert of TLS 1.3. DEVIATION: 3.6.6 sends none in TLS 1.2.
            if error == Error::NoClientCertificate && self.negotiated.version == Some(ProtocolVersion::TLS1_2) {
                self.shared.owe_alert(AlertDescription::HANDSHAKE_FAILURE);
            }
        }
        self.writer.drop_flight();
        fail(&self.shared, error);
    }

    /// A line for the debug callback.
    fn debug_line(&mut self, level: u8, line: u32, text: core::fmt::Arguments<'_>) {
        handshake::debug_line(&self.config, &mut self.events, (level, file!(), line), text);
    }
}

/// Fails both halves with `error` and owes the peer its alert. The first error counts.
fn fail(shared: &Shared, error: Error) {
    if shared.failed().is_some() {
        return;
    }
    match error.alert() {
        Some(alert) => shared.owe_alert(alert),
        // The peer ended the connection: RFC 8446 section 6.2 has both sides close it at once.
        None if matches!(error, Error::PeerAlert(_)) => _ = shared.close_writer(),
        None => {}
    }
    shared.fail(error);
}

/// What a ClientHello asks for, as far as the choice of a certificate may depend on it.
#[derive(Clone, Copy, Debug)]
pub struct ClientHelloFacts<'a> {
    /// `server_name`, a DNS name.
    pub server_name: Option<&'a str>,
    /// ALPN names, the client's order.
    pub alpn_protocols: &'a [Vec<u8>],
    /// `signature_algorithms`.
    pub signature_schemes: &'a [SignatureScheme],
    /// `signature_algorithms_cert`; empty if not sent.
    pub certificate_signature_schemes: &'a [SignatureScheme],
    /// `supported_groups`.
    pub groups: &'a [NamedGroup],
    /// `cipher_suites`.
    pub suites: &'a [CipherSuite],
    /// `certificate_authorities` (DER names); empty if not sent.
    pub authorities: &'a [Vec<u8>],
}

/// What a CertificateRequest asks for.
#[derive(Clone, Copy, Debug)]
pub struct CertificateRequestFacts<'a> {
    /// `signature_algorithms`.
    pub signature_schemes: &'a [SignatureScheme],
    /// `signature_algorithms_cert`; empty if not sent.
    pub certificate_signature_schemes: &'a [SignatureScheme],
    /// `certificate_authorities` (DER names); empty if not sent.
    pub authorities: &'a [Vec<u8>],
}

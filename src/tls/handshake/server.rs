//! A server until the version is known.
//!
//! ```text
//! ClientHello   ------->
//! ```

use super::{
    Context, Next, State, Wants, choose, cookie, inbox::Message, server_name, server12, server13, state_id::StateId,
};
use crate::tls::{
    error::Error,
    wire::{
        client_hello::ClientHello,
        codes::{CipherSuite, HandshakeType, ProtocolVersion},
    },
};

/// The handshake has not begun.
pub struct HelloRequest;

impl State for HelloRequest {
    fn id(&self) -> StateId {
        StateId::HELLO_REQUEST
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        // What is awaited may be a second ClientHello whose first another connection has seen, and what comes between the two
        // then comes here. RFC 8446 section 5: "stateless servers may not be able to distinguish these cases from allowed
        // cases".
        if cookie::key(cx.config).is_some() {
            cx.reader.allow_change_cipher_spec(true);
            cx.reader.skip_early_data(cx.config.max_early_data);
        }
        let remembered = Remembered::Nothing;
        Ok(Next::Consume(Box::new(ReadClientHello { remembered })))
    }
}

/// Awaits a ClientHello.
pub struct ReadClientHello {
    /// What was said before.
    pub remembered: Remembered,
}

/// What a server knows of what was said before a ClientHello.
pub enum Remembered {
    /// Nothing. If we leave it to clients to remember, a cookie may know more.
    Nothing,
    /// A HelloRetryRequest.
    Retried(Box<server13::Retried>),
    /// That there was one; what it said the client has to know.
    CookieSent,
}

impl State for ReadClientHello {
    fn id(&self) -> StateId {
        StateId::CLIENT_HELLO
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        message.expect(HandshakeType::CLIENT_HELLO)?;
        let hello = server_name::heeded(ClientHello::read(message.body)?);
        choose::check_legacy_version(hello.legacy_version)?;
        let version = choose::choose_version(cx.config, &hello).map_err(|error| fallback(&hello, error))?;
        cx.negotiated.version = Some(version);
        if version == ProtocolVersion::TLS1_2 {
            return match self.remembered {
                Remembered::Nothing => server12::read_client_hello(cx, &hello, &message),
                // RFC 8446 section 4.1.4: the version of a HelloRetryRequest stays.
                _ => Err(Error::IllegalParameter),
            };
        }
        cx.reader.allow_change_cipher_spec(true);
        server13::read_client_hello(cx, &hello, self.remembered, &message)
    }
}

/// Why a client that offers no version of ours is refused. RFC 7507 section 3: if it says that it has fallen back to a version
/// below our highest, "the server MUST respond with a fatal inappropriate_fallback alert (unless it responds with a fatal
/// protocol_version alert because the version indicated in ClientHello.client_version is unsupported)"; the former tells it
/// more.
fn fallback(hello: &ClientHello<'_>, error: Error) -> Error {
    if hello.cipher_suites.contains(CipherSuite::FALLBACK_SCSV) {
        Error::InappropriateFallback
    } else {
        error
    }
}

//! A server until the version is known.
//!
//! ```text
//! ClientHello   ------->
//! ```

use super::{Context, Next, State, Wants, choose, inbox::Message, server13, state_id::StateId};
use crate::tls::{
    error::Error,
    wire::{client_hello::ClientHello, codes::HandshakeType},
};

/// The handshake has not begun.
pub struct HelloRequest;

impl State for HelloRequest {
    fn id(&self) -> StateId {
        StateId::HELLO_REQUEST
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Ok(Next::Consume(Box::new(ReadClientHello { retried: None })))
    }
}

/// Awaits a ClientHello.
pub struct ReadClientHello {
    /// What was said before, if this is the second.
    pub retried: Option<Box<server13::Retried>>,
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
        let hello = ClientHello::read(message.body)?;
        choose::check_legacy_version(hello.legacy_version)?;
        cx.negotiated.version = Some(choose::choose_version(cx.config, &hello)?);
        cx.reader.allow_change_cipher_spec(true);
        server13::read_client_hello(cx, &hello, self.retried, &message)
    }
}

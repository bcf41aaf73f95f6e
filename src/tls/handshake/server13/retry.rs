//! HelloRetryRequest, and what a second ClientHello is held against.

use super::super::{
    Context, Next, State,
    choose::{self, GroupChoice},
    inbox::Message,
    server::ReadClientHello,
    state_id::StateId,
    transcript::Transcript,
};
use crate::tls::{
    config::Config,
    error::Error,
    suites::Suite,
    wire::{
        client_hello::{ClientHello, ClientHelloExtensions},
        codes::{NamedGroup, ProtocolVersion},
        handshake::Header,
        server_hello::{HelloRetryRequest, HelloRetryRequestExtensions},
    },
};

/// What was said before the second ClientHello.
pub struct Retried {
    /// ClientHello1, HelloRetryRequest.
    pub(super) transcript: Transcript,
    /// ClientHello1 itself.
    pub(super) client_hello: Vec<u8>,
    pub(super) suite: &'static Suite,
    pub(super) group: NamedGroup,
}

/// RFC 8446 section 4.1.2: "The client MUST send the same ClientHello without modification, except as follows": the share that
/// was asked for, and extensions that we did not ask to change but which may.
pub(super) fn check_second_client_hello(
    config: &Config,
    hello: &ClientHello<'_>,
    retried: &Retried,
) -> Result<(), Error> {
    let (_, body) = retried
        .client_hello
        .split_at_checked(Header::LEN)
        .ok_or(Error::Internal)?;
    let first = ClientHello::read(body)?;
    let same = without_changes(&first) == without_changes(hello);
    // Section 4.2.8: "If using (EC)DHE key establishment and a HelloRetryRequest containing a "key_share" extension was
    // received by the client, [it sends] a single KeyShareEntry for the group indicated".
    let one_share = hello
        .extensions
        .key_share
        .is_some_and(|shares| shares.iter().count() == 1);
    let asked_for =
        matches!(choose::choose_group(config, hello), GroupChoice::Share(group, _) if group == retried.group);
    // Section 4.1.2: "Early data is not permitted after a HelloRetryRequest."
    if same && one_share && asked_for && !hello.extensions.early_data {
        Ok(())
    } else {
        Err(Error::IllegalParameter)
    }
}

/// A ClientHello without what a HelloRetryRequest lets a client change.
fn without_changes<'a>(hello: &ClientHello<'a>) -> ClientHello<'a> {
    let extensions = ClientHelloExtensions {
        key_share: None,
        early_data: false,
        cookie: None,
        pre_shared_key: None,
        ..hello.extensions
    };
    ClientHello { extensions, ..*hello }
}

/// Writes the HelloRetryRequest.
pub struct WriteHelloRetryRequest {
    pub(super) retried: Box<Retried>,
    pub(super) legacy_session_id: Vec<u8>,
}

impl State for WriteHelloRetryRequest {
    fn id(&self) -> StateId {
        StateId::HELLO_RETRY_REQUEST
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self {
            mut retried,
            legacy_session_id,
        } = *self;
        let retry = HelloRetryRequest {
            legacy_version: ProtocolVersion::TLS1_2,
            legacy_session_id_echo: &legacy_session_id,
            cipher_suite: retried.suite.id,
            extensions: HelloRetryRequestExtensions {
                selected_version: Some(ProtocolVersion::TLS1_3),
                selected_group: Some(retried.group),
                cookie: None,
            },
        };
        cx.writer
            .write_message(&mut retried.transcript, |out| retry.write(out))?;
        let compatible = !legacy_session_id.is_empty();
        Ok(Next::Consume(Box::new(WriteCcsAfterHelloRetryRequest {
            retried,
            compatible,
        })))
    }
}

/// There is no group to ask for a share of. Programs that step see the state of a HelloRetryRequest fail.
pub struct NothingToRetry;

impl State for NothingToRetry {
    fn id(&self) -> StateId {
        StateId::HELLO_RETRY_REQUEST
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        // RFC 8446 section 4.1.1: "If the server is unable to negotiate a supported set of parameters (i.e., there is no
        // overlap between the client and server parameters), it MUST abort the handshake with either a
        // "handshake_failure" or "insufficient_security" fatal alert".
        Err(Error::HandshakeFailure)
    }
}

/// Writes the dummy change_cipher_spec of middlebox compatibility after a HelloRetryRequest.
pub struct WriteCcsAfterHelloRetryRequest {
    retried: Box<Retried>,
    compatible: bool,
}

impl State for WriteCcsAfterHelloRetryRequest {
    fn id(&self) -> StateId {
        StateId::SERVER_CCS_AFTER_HELLO_RETRY_REQUEST
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        if self.compatible {
            cx.writer.write_change_cipher_spec()?;
        }
        Ok(Next::Consume(Box::new(ReadClientHello {
            retried: Some(self.retried),
        })))
    }
}

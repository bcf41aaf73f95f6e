//! HelloRetryRequest, and what a second ClientHello is held against.

use super::super::{
    Context, Next, State,
    choose::{self, GroupChoice},
    cookie::{self, Cookie, CookieKey},
    inbox::Message,
    server::{ReadClientHello, Remembered},
    state_id::StateId,
    transcript::Transcript,
};
use crate::crypto::hash::HashAlgorithm;
use crate::tls::{
    config::Config,
    error::Error,
    suites::Suite,
    wire::{
        client_hello::{ClientHello, ClientHelloExtensions},
        codes::{NamedGroup, ProtocolVersion},
        server_hello::{HelloRetryRequest, HelloRetryRequestExtensions},
    },
};

/// What was said before the second ClientHello.
pub struct Retried {
    /// ClientHello1, HelloRetryRequest.
    pub(super) transcript: Transcript,
    /// The suite of the HelloRetryRequest.
    pub(super) suite: &'static Suite,
    /// The group that it asks for a share of; without one it was sent for its cookie alone.
    group: Option<NamedGroup>,
    /// Digest of what of ClientHello1 may not change.
    kept: [u8; KEPT_LEN],
    /// `Hash(ClientHello1)`
    client_hello: Vec<u8>,
}

/// Length of [`Retried::kept`].
const KEPT_LEN: usize = 32;

impl Retried {
    /// A HelloRetryRequest is to answer this ClientHello, the whole of which is `message`.
    pub(super) fn start(
        hello: &ClientHello<'_>,
        message: &[u8],
        suite: &'static Suite,
        group: Option<NamedGroup>,
    ) -> Result<Self, Error> {
        let client_hello = suite.hash.hash(message).as_ref().to_vec();
        Ok(Self {
            transcript: Transcript::start_retried(suite.hash, &client_hello)?,
            suite,
            group,
            kept: kept(hello)?,
            client_hello,
        })
    }

    /// The HelloRetryRequest, as a cookie says that we (or another server with our key) have sent it.
    fn recall(
        config: &Config,
        key: &CookieKey,
        hello: &ClientHello<'_>,
        cookie: &[u8],
        now: u64,
    ) -> Result<Self, Error> {
        let Cookie {
            suite,
            group,
            kept,
            client_hello,
            ..
        } = Cookie::open(key, cookie, now)?;
        // The other server may have another configuration.
        if !config.suites.contains(&suite.id) {
            return Err(Error::IllegalParameter);
        }
        let mut retried = Self {
            transcript: Transcript::start_retried(suite.hash, &client_hello)?,
            suite,
            group,
            kept,
            client_hello,
        };
        // The session id of the second ClientHello is that of the first, or the digest of what is kept will differ.
        let mut message = Vec::new();
        retried.write(hello.legacy_session_id, Some(cookie), &mut message)?;
        retried.transcript.add(&message);
        Ok(retried)
    }

    /// Appends the HelloRetryRequest.
    fn write(&self, legacy_session_id: &[u8], cookie: Option<&[u8]>, out: &mut Vec<u8>) -> Result<(), Error> {
        let retry = HelloRetryRequest {
            legacy_version: ProtocolVersion::TLS1_2,
            legacy_session_id_echo: legacy_session_id,
            cipher_suite: self.suite.id,
            extensions: HelloRetryRequestExtensions {
                selected_version: Some(ProtocolVersion::TLS1_3),
                selected_group: self.group,
                cookie,
            },
        };
        retry.write(out)
    }

    /// All of this for the client to bring back.
    fn seal(&self, key: &CookieKey, now: u64) -> Result<Vec<u8>, Error> {
        let cookie = Cookie {
            made: now,
            suite: self.suite,
            group: self.group,
            kept: self.kept,
            client_hello: self.client_hello.clone(),
        };
        cookie.seal(key)
    }
}

/// What was said before this ClientHello: what we remember, or what the client's cookie does. A second ClientHello is held
/// against it.
pub(super) fn recall(
    cx: &Context<'_>,
    hello: &ClientHello<'_>,
    remembered: Remembered,
) -> Result<Option<Box<Retried>>, Error> {
    let retried = match (remembered, cookie::key(cx.config), hello.extensions.cookie) {
        (Remembered::Retried(retried), ..) => retried,
        (_, Some(key), Some(cookie)) => Box::new(Retried::recall(cx.config, key, hello, cookie, cx.now)?),
        // Or we would ask again and again. RFC 8446 section 4.2.2: "When sending the new ClientHello, the client MUST copy the
        // contents of the extension received in the HelloRetryRequest into a "cookie" extension in the new ClientHello."
        (Remembered::CookieSent, ..) => return Err(Error::MissingExtension),
        (Remembered::Nothing, ..) => return Ok(None),
    };
    check_second_client_hello(cx.config, hello, &retried)?;
    Ok(Some(retried))
}

/// RFC 8446 section 4.1.2: "The client MUST send the same ClientHello without modification, except as follows": the share that
/// was asked for, and extensions that we did not ask to change but which may.
fn check_second_client_hello(config: &Config, hello: &ClientHello<'_>, retried: &Retried) -> Result<(), Error> {
    let same = kept(hello)? == retried.kept;
    let choice = choose::choose_group(config, hello);
    let asked_for = match retried.group {
        // Section 4.2.8: "If using (EC)DHE key establishment and a HelloRetryRequest containing a "key_share" extension was
        // received by the client, [it sends] a single KeyShareEntry for the group indicated".
        Some(group) => {
            let shares = hello.extensions.key_share.unwrap_or_default();
            shares.iter().count() == 1 && matches!(choice, GroupChoice::Share(chosen, _) if chosen == group)
        }
        // Whatever it sent the first time was enough: for a key alone, no share that we want. Whether it still is shows when
        // the keys are looked up.
        None => true,
    };
    // Section 4.1.2: "Early data is not permitted after a HelloRetryRequest."
    if same && asked_for && !hello.extensions.early_data {
        Ok(())
    } else {
        Err(Error::IllegalParameter)
    }
}

/// Digest of what of a ClientHello, as far as it is understood here, has to be in the second one too.
fn kept(hello: &ClientHello<'_>) -> Result<[u8; KEPT_LEN], Error> {
    let mut bytes = Vec::new();
    without_changes(hello).write(&mut bytes)?;
    let digest = HashAlgorithm::Sha256.hash(&bytes);
    digest.as_ref().try_into().map_err(|_| Error::Internal)
}

/// A ClientHello without what a HelloRetryRequest lets a client change.
fn without_changes<'a>(hello: &ClientHello<'a>) -> ClientHello<'a> {
    let extensions = ClientHelloExtensions {
        key_share: None,
        early_data: false,
        cookie: None,
        padding: None,
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
        let cookie = cookie::key(cx.config)
            .map(|key| retried.seal(key, cx.now))
            .transpose()?;
        let mut message = Vec::new();
        retried.write(&legacy_session_id, cookie.as_deref(), &mut message)?;
        cx.writer.write_message(&mut retried.transcript, |out| {
            out.extend_from_slice(&message);
            Ok(())
        })?;
        let remembered = match cookie {
            Some(_) => Remembered::CookieSent,
            None => Remembered::Retried(retried),
        };
        let compatible = !legacy_session_id.is_empty();
        Ok(Next::Consume(Box::new(WriteCcsAfterHelloRetryRequest {
            remembered,
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
    remembered: Remembered,
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
            remembered: self.remembered,
        })))
    }
}

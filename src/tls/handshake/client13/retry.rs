//! A HelloRetryRequest: what of the offer changes, and the second ClientHello.

use super::super::{
    Context, Next, State,
    client::{Hellos, ReadServerHello},
    compatibility, debug,
    inbox::Message,
    offer::Offer,
    state_id::StateId,
    transcript::Transcript,
};
use crate::tls::{
    early_data::EarlyData,
    error::Error,
    suites,
    wire::{codes::ProtocolVersion, server_hello::HelloRetryRequest},
};

/// A HelloRetryRequest is here.
pub fn read_hello_retry_request(
    cx: &mut Context<'_>,
    retry: &HelloRetryRequest<'_>,
    offer: Offer,
    client_hello: &[u8],
    message: &Message<'_>,
) -> Result<Next, Error> {
    check_hello_retry_request(retry, &offer)?;
    let suite = suites::suite(retry.cipher_suite).ok_or(Error::IllegalParameter)?;
    message.check_ends_record()?;
    let mut transcript = Transcript::start_retried(suite.hash, suite.hash.hash(client_hello).as_ref())?;
    transcript.add(message.bytes);
    debug!(
        cx,
        3, "hello retry request, group {:?}", retry.extensions.selected_group
    );
    // RFC 8446 section 4.1.2: "Removing the "early_data" extension (Section 4.2.10) if one was present. Early data is not
    // permitted after a HelloRetryRequest."
    if cx.negotiated.early_data == EarlyData::Open {
        cx.negotiated.early_data = EarlyData::Rejected;
        cx.negotiated.early_exporter = None;
        cx.writer.drop_secret();
    }
    let offer = offer.retry(suite, retry.extensions.selected_group, retry.extensions.cookie)?;
    // The one key we had does not go with this suite, and certificates are out of the question.
    if offer.psks.is_empty() && !cx.config.key_exchange_modes.ephemeral {
        return Err(Error::HandshakeFailure);
    }
    let next = WriteSecondClientHello {
        offer,
        hellos: Hellos::Retried { transcript, suite },
    };
    Ok(Next::Consume(Box::new(WriteCcsBeforeSecondClientHello(next))))
}

/// RFC 8446 section 4.1.4: "Upon receipt of a HelloRetryRequest, the client MUST check the legacy_version,
/// legacy_session_id_echo, cipher_suite, and legacy_compression_method as specified in Section 4.1.3 and then process the
/// extensions, starting with determining the version using "supported_versions"."
fn check_hello_retry_request(retry: &HelloRetryRequest<'_>, offer: &Offer) -> Result<(), Error> {
    let asked = &retry.extensions;
    // Section 4.2.1: what HelloRetryRequest there is belongs to TLS 1.3, so that the extension has to be there.
    let version = asked.selected_version.ok_or(Error::MissingExtension)?;
    let well_formed = retry.legacy_version == ProtocolVersion::TLS1_2
        && version == ProtocolVersion::TLS1_3
        && retry.legacy_session_id_echo == offer.legacy_session_id
        && offer.suites.contains(&retry.cipher_suite);
    // Section 4.1.4: "Clients MUST abort the handshake with an "illegal_parameter" alert if the HelloRetryRequest would not
    // result in any change in the ClientHello."
    let changes = asked.selected_group.is_some() || asked.cookie.is_some();
    // Section 4.2.8: "(1) the selected_group field corresponds to a group which was provided in the "supported_groups"
    // extension in the original ClientHello and (2) the selected_group field does not correspond to a group which was
    // provided in the "key_share" extension in the original ClientHello. If either of these checks fails, then the client
    // MUST abort the handshake with an "illegal_parameter" alert."
    let has = |group| offer.shares.as_ref().is_some_and(|shares| shares.has(group));
    let group_fits = asked
        .selected_group
        .is_none_or(|group| offer.groups.contains(&group) && !has(group));
    if well_formed && changes && group_fits {
        Ok(())
    } else {
        Err(Error::IllegalParameter)
    }
}

/// Writes the dummy change_cipher_spec of middlebox compatibility before the second ClientHello.
pub struct WriteCcsBeforeSecondClientHello(WriteSecondClientHello);

impl State for WriteCcsBeforeSecondClientHello {
    fn id(&self) -> StateId {
        StateId::CLIENT_CCS_BEFORE_2ND_CLIENT_HELLO
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        // One that offered early data has sent it already.
        if cx.negotiated.early_data == EarlyData::NotOffered {
            compatibility::write(cx)?;
        }
        Ok(Next::Consume(Box::new(self.0)))
    }
}

/// Writes the second ClientHello.
pub struct WriteSecondClientHello {
    offer: Offer,
    hellos: Hellos,
}

impl State for WriteSecondClientHello {
    fn id(&self) -> StateId {
        StateId::CLIENT_HELLO
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { offer, mut hellos } = *self;
        let mut client_hello = Vec::new();
        let before = match &hellos {
            Hellos::Retried { transcript, .. } => Some(transcript),
            Hellos::First { .. } => None,
        };
        let offered = offer.write(cx.config, cx.options, cx.now, before, &mut client_hello)?;
        cx.writer.write_hello(&client_hello, ProtocolVersion::TLS1_2)?;
        if let Hellos::Retried { transcript, .. } = &mut hellos {
            transcript.add(&client_hello);
        }
        Ok(Next::Consume(Box::new(ReadServerHello { offer, offered, hellos })))
    }
}

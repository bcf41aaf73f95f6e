//! Early data: its keys, right after the ClientHello, and its end (RFC 8446 sections 2.3, 4.2.10 and 4.5).
//!
//! ```text
//! ClientHello with early_data
//! {CCS}
//! early data ...   ------->
//!                  <-------   ServerHello
//!                             EncryptedExtensions   [with early_data if the server takes it]
//! early data ...   ------->                         [only if it does]
//!                  <-------   Finished
//! EndOfEarlyData                                    [only if it does]
//! Finished         ------->
//! ```

use super::super::{
    Context, Next, Randoms, State,
    client::{Hellos, ReadServerHello},
    compatibility,
    inbox::Message,
    psk::OfferedKey,
    state_id::StateId,
};
use super::{
    Last, Shared,
    certificates::{OwnCertificate, WriteCertificate},
};
use crate::tls::{
    config::Side,
    early_data::EarlyData,
    error::Error,
    keys::schedule13::TrafficSecret,
    want::SecretKind,
    wire::{encrypted_extensions::EncryptedExtensions, end_of_early_data::EndOfEarlyData},
};

/// The ClientHello is written; if it offers early data, the keys for that come next.
pub fn follow_client_hello(cx: &mut Context<'_>, next: ReadServerHello) -> Result<Next, Error> {
    let Some(max) = next.offer.early_data else {
        cx.negotiated.early_data = EarlyData::NotOffered;
        return Ok(Next::Consume(Box::new(next)));
    };
    let (Some(psk), Hellos::First { client_hello }) = (next.offer.psks.first(), &next.hellos) else {
        return Err(Error::Internal);
    };
    let early = psk.early(cx.options, psk.suite)?;
    let hash = psk.suite.hash.hash(client_hello);
    let secret = early.traffic_secret(hash.as_ref())?;
    // The server's random does not exist yet.
    let randoms = Randoms {
        client: next.offer.random,
        server: [0; 32],
    };
    cx.export_secret(SecretKind::ClientEarly, &secret, &randoms);
    let exporter = early.exporter(hash.as_ref())?;
    cx.export_exporter(SecretKind::EarlyExporter, &exporter, &randoms);
    cx.negotiated.early_exporter = Some(Box::new(exporter));
    cx.negotiated.early_data = EarlyData::Offered;
    Ok(Next::Consume(Box::new(WriteCcsAfterClientHello { next, secret, max })))
}

/// Writes the dummy change_cipher_spec of middlebox compatibility after a ClientHello that offers early data. RFC 8446 appendix
/// D.4: "If offering early data, the record is placed immediately after the first ClientHello."
struct WriteCcsAfterClientHello {
    next: ReadServerHello,
    secret: TrafficSecret,
    max: u32,
}

impl State for WriteCcsAfterClientHello {
    fn id(&self) -> StateId {
        StateId::CLIENT_CCS_AFTER_CLIENT_HELLO
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { next, secret, max } = *self;
        compatibility::write(cx)?;
        cx.writer.open_to_early_data(secret, max)?;
        cx.negotiated.early_data = EarlyData::Open;
        Ok(Next::Consume(Box::new(next)))
    }
}

/// Whether the server may take early data, by its ServerHello. RFC 8446 section 4.2.10: the suite has to be the ticket's; section
/// 4.2.11: "If the server supplies an "early_data" extension in EncryptedExtensions, the client MUST verify that the server's
/// selected_identity is 0. If any other value is returned, the client MUST abort the handshake with an "illegal_parameter"
/// alert."
pub(super) fn may_be_taken(cx: &Context<'_>, selected: Option<u16>, first: Option<&OfferedKey>) -> bool {
    cx.negotiated.early_data == EarlyData::Open
        && selected == Some(0)
        && first.map(|psk| psk.suite.id) == cx.negotiated.suite
}

/// The server has said whether it takes the early data.
pub(super) fn read_verdict(
    cx: &mut Context<'_>,
    extensions: &EncryptedExtensions<'_>,
    shared: &Shared,
) -> Result<(), Error> {
    if extensions.early_data {
        let session = cx.options.resumption.as_ref().map(|resumption| &resumption.session);
        let protocol = session.and_then(|session| session.alpn_protocol.as_deref());
        // What was written early was written for one protocol.
        if !shared.early_data_fits || protocol != cx.negotiated.alpn_protocol.as_deref() {
            return Err(Error::IllegalParameter);
        }
        cx.negotiated.early_data = EarlyData::Accepted;
    } else if cx.negotiated.early_data == EarlyData::Open {
        cx.negotiated.early_data = EarlyData::Rejected;
        cx.negotiated.early_exporter = None;
        cx.writer
            .change_secret(shared.keys.traffic_secret(Side::Client).clone())?;
    }
    Ok(())
}

/// Writes EndOfEarlyData; what follows is under the handshake keys.
pub(super) struct WriteEndOfEarlyData {
    pub(super) last: Box<Last>,
    pub(super) own: OwnCertificate,
    /// Of those keys.
    pub(super) secret: TrafficSecret,
}

impl State for WriteEndOfEarlyData {
    fn id(&self) -> StateId {
        StateId::END_OF_EARLY_DATA
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { mut last, own, secret } = *self;
        cx.writer
            .write_message(&mut last.transcript, |out| EndOfEarlyData.write(out))?;
        cx.writer.change_secret(secret)?;
        Ok(Next::Consume(Box::new(WriteCertificate { last, own })))
    }
}

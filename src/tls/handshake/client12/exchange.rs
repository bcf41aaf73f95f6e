//! Our flight up to CertificateVerify, and the secrets that follow from it.

use zeroize::Zeroizing;

use super::super::{
    Context, Next, State,
    authenticate::{Signed, Signer},
    certificate12,
    inbox::Message,
    proof::PeerAuthenticated,
    state_id::StateId,
};
use super::{Last, OwnCertificate, ServerShare, Shared, finish, offer};
use crate::crypto::kx::{KeyExchange, SharedSecret};
use crate::tls::{
    config::Options,
    error::Error,
    keys::prf12::{MasterSecret, premaster_of_psk},
    suites,
    suites12::Suite12,
    want::Answer,
    wire::client_key_exchange::ClientKeyExchange,
};

/// Writes our Certificate, if we were asked.
pub struct WriteCertificate {
    pub(super) shared: Box<Shared>,
    pub(super) peer: PeerAuthenticated,
    pub(super) share: Option<ServerShare>,
    pub(super) own: OwnCertificate,
}

impl State for WriteCertificate {
    fn id(&self) -> StateId {
        StateId::CLIENT_CERTIFICATE
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self {
            mut shared,
            peer,
            share,
            own,
        } = *self;
        let (asked, signer) = match own {
            OwnCertificate::NotRequested => (false, None),
            OwnCertificate::Empty => (true, None),
            OwnCertificate::Signer(signer) => (true, Some(signer)),
        };
        if asked {
            let write = |out: &mut Vec<u8>| certificate12::write(signer.as_ref(), out);
            cx.writer.write_message(&mut shared.transcript, write)?;
        }
        Ok(Next::Consume(Box::new(WriteClientKeyExchange {
            shared,
            peer,
            share,
            signer,
        })))
    }
}

/// Writes ClientKeyExchange, and makes the master secret.
struct WriteClientKeyExchange {
    shared: Box<Shared>,
    peer: PeerAuthenticated,
    share: Option<ServerShare>,
    signer: Option<Signer>,
}

impl State for WriteClientKeyExchange {
    fn id(&self) -> StateId {
        StateId::CLIENT_KEY_EXCHANGE
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self {
            shared,
            peer,
            share,
            signer,
        } = *self;
        let Shared {
            suite,
            randoms,
            mut transcript,
            told,
            ..
        } = *shared;
        let agreed = share.map(agree).transpose()?;
        let psk = suite.exchange.has_psk().then(|| offer::psk(cx.options));
        let psk = psk.map(|psk| psk.ok_or(Error::Internal)).transpose()?;
        let message = ClientKeyExchange {
            identity: psk.map(|psk| &psk.identity[..]),
            public: agreed.as_ref().map(|(public, _)| &public[..]),
        };
        cx.writer.write_message(&mut transcript, |out| message.write(out))?;
        let secret = agreed.map(|(_, secret)| secret);
        let premaster = premaster(cx.options, suite, secret.as_ref())?;
        let master = if told.extended_master_secret {
            MasterSecret::extended(suite.hash, &premaster, transcript.current().as_ref())
        } else {
            MasterSecret::plain(suite.hash, &premaster, &randoms)
        }?;
        cx.export_master(&master, &randoms);
        let last = Box::new(Last {
            suite,
            randoms,
            transcript,
            told,
            master,
            resumed: false,
            ticket: None,
            peer,
        });
        Ok(Next::Consume(Box::new(WriteCertificateVerify { last, signer })))
    }
}

/// A share of ours in the server's group, and the secret that comes of both. RFC 8422 section 5.11: a public value that is no point
/// of the curve, or an all-zero result of X25519, MUST abort.
fn agree((group, theirs): ServerShare) -> Result<(Vec<u8>, SharedSecret), Error> {
    let group = suites::group(group).ok_or(Error::Internal)?;
    let key = KeyExchange::generate(group).map_err(|_| Error::NoRandom)?;
    let ours = key.public_key().to_vec();
    let secret = key.agree(&theirs).map_err(|_| Error::IllegalParameter)?;
    Ok((ours, secret))
}

/// The premaster secret.
fn premaster(
    options: &Options,
    suite: &Suite12,
    shared_secret: Option<&SharedSecret>,
) -> Result<Zeroizing<Vec<u8>>, Error> {
    let shared_secret = shared_secret.map(SharedSecret::as_bytes);
    if suite.exchange.has_psk() {
        let psk = offer::psk(options).ok_or(Error::Internal)?;
        return premaster_of_psk(shared_secret, &psk.secret);
    }
    Ok(Zeroizing::new(shared_secret.ok_or(Error::Internal)?.to_vec()))
}

/// Writes our CertificateVerify, if we have shown a certificate.
struct WriteCertificateVerify {
    last: Box<Last>,
    signer: Option<Signer>,
}

impl WriteCertificateVerify {
    fn write(self, cx: &mut Context<'_>, signature: &[u8]) -> Result<Next, Error> {
        let Self { mut last, signer } = self;
        let signer = signer.ok_or(Error::Internal)?;
        // Nothing else signs them, and they are long.
        last.transcript.forget_messages();
        cx.writer.write_message(&mut last.transcript, |out| {
            signer.write_certificate_verify(signature, out)
        })?;
        finish::full(last)
    }
}

impl State for WriteCertificateVerify {
    fn id(&self) -> StateId {
        StateId::CERTIFICATE_VERIFY
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Some(signer) = &self.signer else {
            return finish::full(self.last);
        };
        // RFC 5246 section 7.4.8: all messages "starting at client hello and up to, but not including, this message".
        let messages = self.last.transcript.messages().ok_or(Error::Internal)?;
        match signer.sign_content(messages.to_vec())? {
            Signed::Here(signature) => self.write(cx, &signature),
            Signed::Elsewhere(ask) => Ok(Next::Ask(self, ask)),
        }
    }

    fn answered(self: Box<Self>, cx: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Answer::Signature(signature) = answer else {
            return Err(Error::BadInput);
        };
        self.write(cx, &signature)
    }
}

//! A connection that is taken out of its object, to go on in another one, perhaps of another process.
//!
//! What is taken out is what the two ends have agreed on, and where each direction's records are. Nothing that is on its way is:
//! a connection can be saved only while nothing is buffered in either direction. The secrets are those in use now, from which
//! older ones cannot be computed; restoring the same values twice would use the same nonces twice.

use std::sync::Arc;

use super::Connection;
use crate::crypto::hkdf::Secret;
use crate::tls::{
    config::{Config, Options, Side},
    early_data::EarlyData,
    error::Error,
    handshake::{Negotiated, Negotiated12, Over},
    keys::{
        Randoms,
        prf12::{MasterSecret, VerifyData},
    },
    session::PskKind,
    suites12,
    wire::codes::{CertificateType, CipherSuite, NamedGroup, ProtocolVersion},
};

/// What a connection consists of once its handshake is over.
#[derive(Clone, Debug)]
pub struct Saved {
    /// Which end it is.
    pub side: Side,
    /// The cipher suite.
    pub suite: CipherSuite,
    /// The group of the key exchange.
    pub group: Option<NamedGroup>,
    /// The pre-shared key that it rests on.
    pub psk: Option<PskKind>,
    /// What became of early data.
    pub early_data: EarlyData,
    /// The application protocol.
    pub alpn_protocol: Option<Box<[u8]>>,
    /// The name that the client asked for.
    pub server_name: Option<Box<str>>,
    /// What was agreed on as our certificate.
    pub own_certificate_type: Option<CertificateType>,
    /// What was agreed on as the peer's.
    pub peer_certificate_type: Option<CertificateType>,
    /// Longest content of the records that we send, in bytes.
    pub max_payload: u16,
    /// Longest content of those that come, in bytes.
    pub max_content: u16,
    /// Longest inner plaintext of those that come, in bytes.
    pub max_inner: u16,
    /// How many records were opened with the present key.
    pub opened: u64,
    /// How many were sealed with the present key.
    pub sealed: u64,
    /// The secrets, and with them the version.
    pub secrets: Secrets,
}

/// The secrets of a connection.
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one for as long as a call runs")]
pub enum Secrets {
    /// TLS 1.3
    Tls13(Secrets13),
    /// TLS 1.2
    Tls12(Secrets12),
}

/// The secrets of TLS 1.3 (RFC 8446 section 7.1), each as long as the suite's hash.
#[derive(Clone, Debug)]
pub struct Secrets13 {
    /// The application traffic secret of the peer, as of its last KeyUpdate.
    pub incoming: Secret,
    /// Ours.
    pub outgoing: Secret,
    /// `exporter_master_secret`
    pub exporter: Secret,
    /// `early_exporter_master_secret`, if there was early data.
    pub early_exporter: Option<Secret>,
    /// Client: `resumption_master_secret`, where tickets are of use.
    pub resumption: Option<Secret>,
    /// The peer was asked for a KeyUpdate that has not come yet.
    pub key_update_awaited: bool,
}

/// The secrets of TLS 1.2 (RFC 5246 section 8.1), and what else stays of its handshake.
#[derive(Clone, Debug)]
pub struct Secrets12 {
    /// The master secret, 48 bytes.
    pub master: Secret,
    /// The randoms.
    pub randoms: Randoms,
    /// `verify_data` of the client's Finished.
    pub client_verify_data: VerifyData,
    /// `verify_data` of the server's.
    pub server_verify_data: VerifyData,
    /// The master secret is bound to its handshake (RFC 7627).
    pub extended_master_secret: bool,
    /// The peer knows of RFC 5746.
    pub secure_renegotiation: bool,
}

impl Secrets {
    /// The version whose secrets they are.
    pub const fn version(&self) -> ProtocolVersion {
        match self {
            Self::Tls13(_) => ProtocolVersion::TLS1_3,
            Self::Tls12(_) => ProtocolVersion::TLS1_2,
        }
    }
}

impl Connection {
    /// What [`Connection::restore`] needs to go on. The connection stays as it is; whoever restores the other drops this one.
    ///
    /// `BadInput` unless the handshake is over, the connection is open in both directions, and nothing is on its way: no part of
    /// a record, no unread data or message, nothing unsent, nothing owed to the peer, no ticket that nobody has taken. Also where
    /// a client may be asked to authenticate later (RFC 8446 section 4.6.2), which takes a transcript that cannot be saved,
    /// and where TLS 1.2 may renegotiate.
    pub fn save(&self) -> Result<Saved, Error> {
        let shared = &self.shared;
        let still = self.is_handshake_over()
            && self.question.is_none()
            && shared.failed().is_none()
            && !shared.is_peer_closed()
            && !shared.is_writer_closed()
            && !shared.owes()
            && self.reader.is_still()
            && self.writer.is_still();
        if !still {
            return Err(Error::BadInput);
        }
        let negotiated = &self.negotiated;
        let secrets = match &negotiated.tls12 {
            Some(_) if self.config.tls12.renegotiation => return Err(Error::BadInput),
            Some(tls12) => Secrets::Tls12(tls12.secrets()),
            None => Secrets::Tls13(self.secrets13()?),
        };
        let (max_content, max_inner) = self.reader.limits();
        Ok(Saved {
            side: self.config.side,
            suite: negotiated.suite.ok_or(Error::BadInput)?,
            group: negotiated.group,
            psk: negotiated.psk,
            early_data: negotiated.early_data,
            alpn_protocol: negotiated.alpn_protocol.clone(),
            server_name: match self.config.side {
                Side::Client => self.options.server_name.as_deref().map(Into::into),
                Side::Server => negotiated.server_name.clone(),
            },
            own_certificate_type: negotiated.own_certificate_type,
            peer_certificate_type: negotiated.peer_certificate_type,
            max_payload: u16::try_from(self.writer.max_payload()).map_err(|_| Error::Internal)?,
            max_content,
            max_inner,
            opened: self.reader.sequence(),
            sealed: self.writer.sequence(),
            secrets,
        })
    }

    /// A connection whose handshake is over, out of what [`Connection::save`] gave.
    ///
    /// `BadInput` for values that no connection has, and where they do not fit the configuration: another side, a version that it
    /// does not allow, or one of TLS 1.2 where that may renegotiate.
    pub fn restore(config: Arc<Config>, saved: Saved) -> Result<Self, Error> {
        let version = saved.secrets.version();
        let fits = config.side == saved.side
            && (config.min_version.0..=config.max_version.0).contains(&version.0)
            && (version != ProtocolVersion::TLS1_2 || !config.tls12.renegotiation)
            && saved.max_content > 0
            && saved.max_inner > 1;
        if !fits {
            return Err(Error::BadInput);
        }
        let options = Options {
            server_name: saved.server_name.as_deref().map(str::to_owned),
            ..Options::default()
        };
        let mut connection = Self::new(config, options);
        connection.negotiated = Negotiated {
            version: Some(version),
            suite: Some(saved.suite),
            group: saved.group,
            psk: saved.psk,
            early_data: saved.early_data,
            alpn_protocol: saved.alpn_protocol,
            server_name: saved.server_name,
            own_certificate_type: saved.own_certificate_type,
            peer_certificate_type: saved.peer_certificate_type,
            ..Negotiated::default()
        };
        connection.reader.limit_content(saved.max_content);
        connection.reader.limit_inner(saved.max_inner);
        connection.writer.limit_payload(saved.max_payload)?;
        match saved.secrets {
            Secrets::Tls13(secrets) => connection.restore13(saved.suite, secrets)?,
            Secrets::Tls12(secrets) => connection.restore12(saved.suite, secrets)?,
        }
        connection.reader.skip_to(saved.opened);
        connection.writer.skip_to(saved.sealed);
        connection.enter(Box::new(Over));
        connection.events.clear();
        Ok(connection)
    }

    fn restore12(&mut self, suite: CipherSuite, secrets: Secrets12) -> Result<(), Error> {
        let suite = suites12::suite12(suite).ok_or(Error::BadInput)?;
        let master = MasterSecret::resumed(suite.hash, secrets.master.as_bytes()).map_err(|_| Error::BadInput)?;
        let keys = master.record_keys(suite, &secrets.randoms)?;
        let (incoming, outgoing) = match self.config.side {
            Side::Client => (keys.server, keys.client),
            Side::Server => (keys.client, keys.server),
        };
        self.reader.use_tls12();
        self.reader.change_key12(*incoming)?;
        self.writer.change_key12(*outgoing)?;
        self.negotiated.exporter = Some(master.exporter(&secrets.randoms));
        self.negotiated.tls12 = Some(Box::new(Negotiated12 {
            secure_renegotiation: secrets.secure_renegotiation,
            client_verify_data: secrets.client_verify_data,
            server_verify_data: secrets.server_verify_data,
            extended_master_secret: secrets.extended_master_secret,
            master,
            randoms: secrets.randoms,
            resumption: None,
        }));
        Ok(())
    }
}

impl Negotiated12 {
    fn secrets(&self) -> Secrets12 {
        Secrets12 {
            master: self.master.secret().clone(),
            randoms: self.randoms,
            client_verify_data: self.client_verify_data,
            server_verify_data: self.server_verify_data,
            extended_master_secret: self.extended_master_secret,
            secure_renegotiation: self.secure_renegotiation,
        }
    }
}

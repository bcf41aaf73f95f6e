//! The numbers by which programs know the states of a handshake (`mbedtls_ssl_states`).
//!
//! Programs log `ssl->private_state` and compare it with these numbers while they step, so that the order in which a
//! handshake passes through them is part of the interface.

/// A state's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateId(pub i32);

impl StateId {
    /// Nothing has been done.
    pub const HELLO_REQUEST: Self = Self(0);
    /// ClientHello is written or awaited.
    pub const CLIENT_HELLO: Self = Self(1);
    /// ServerHello.
    pub const SERVER_HELLO: Self = Self(2);
    /// The server's Certificate.
    pub const SERVER_CERTIFICATE: Self = Self(3);
    /// ServerKeyExchange (TLS 1.2).
    pub const SERVER_KEY_EXCHANGE: Self = Self(4);
    /// CertificateRequest.
    pub const CERTIFICATE_REQUEST: Self = Self(5);
    /// ServerHelloDone (TLS 1.2).
    pub const SERVER_HELLO_DONE: Self = Self(6);
    /// The client's Certificate.
    pub const CLIENT_CERTIFICATE: Self = Self(7);
    /// ClientKeyExchange (TLS 1.2).
    pub const CLIENT_KEY_EXCHANGE: Self = Self(8);
    /// The server's CertificateVerify; in TLS 1.2 the client's.
    pub const CERTIFICATE_VERIFY: Self = Self(9);
    /// The client's change_cipher_spec (TLS 1.2).
    pub const CLIENT_CHANGE_CIPHER_SPEC: Self = Self(10);
    /// The client's Finished.
    pub const CLIENT_FINISHED: Self = Self(11);
    /// The server's change_cipher_spec (TLS 1.2).
    pub const SERVER_CHANGE_CIPHER_SPEC: Self = Self(12);
    /// The server's Finished.
    pub const SERVER_FINISHED: Self = Self(13);
    /// The last flight goes out.
    pub const FLUSH_BUFFERS: Self = Self(14);
    /// Nothing more is sent or awaited.
    pub const HANDSHAKE_WRAPUP: Self = Self(15);
    /// NewSessionTicket (TLS 1.2).
    pub const NEW_SESSION_TICKET: Self = Self(16);
    /// HelloRetryRequest is written.
    pub const HELLO_RETRY_REQUEST: Self = Self(18);
    /// EncryptedExtensions.
    pub const ENCRYPTED_EXTENSIONS: Self = Self(19);
    /// EndOfEarlyData.
    pub const END_OF_EARLY_DATA: Self = Self(20);
    /// The client's CertificateVerify.
    pub const CLIENT_CERTIFICATE_VERIFY: Self = Self(21);
    /// The client's dummy change_cipher_spec before its last flight.
    pub const CLIENT_CCS_AFTER_SERVER_FINISHED: Self = Self(22);
    /// The client's dummy change_cipher_spec before its second ClientHello.
    pub const CLIENT_CCS_BEFORE_2ND_CLIENT_HELLO: Self = Self(23);
    /// The server's dummy change_cipher_spec after ServerHello.
    pub const SERVER_CCS_AFTER_SERVER_HELLO: Self = Self(24);
    /// The client's dummy change_cipher_spec after its first ClientHello, if that offers early data.
    pub const CLIENT_CCS_AFTER_CLIENT_HELLO: Self = Self(25);
    /// The server's dummy change_cipher_spec after HelloRetryRequest.
    pub const SERVER_CCS_AFTER_HELLO_RETRY_REQUEST: Self = Self(26);
    /// Application data may flow.
    pub const HANDSHAKE_OVER: Self = Self(27);
    /// The server writes NewSessionTicket.
    pub const TLS1_3_NEW_SESSION_TICKET: Self = Self(28);
    /// NewSessionTicket goes out.
    pub const TLS1_3_NEW_SESSION_TICKET_FLUSH: Self = Self(29);
}

//! Evidence: values of no size that only the check they speak of can make.
//!
//! A state that must not be reached without a check takes the check's evidence as a field. Nothing else keeps a later
//! edit from leading round the check.

/// The peer holds the private key of the certificate that the application accepted: its CertificateVerify was right. Or it has
/// accepted a pre-shared key of ours, or offered one with the right binder: its Finished shows that it holds that.
#[derive(Debug)]
pub struct PeerAuthenticated(());

impl PeerAuthenticated {
    /// To be called only where a signature of the peer over this handshake was just found right, or a pre-shared key was
    /// settled that all later secrets rest on.
    pub(super) const fn assertion() -> Self {
        Self(())
    }
}

/// Who the client is has been settled.
#[derive(Debug)]
pub enum ClientSettled {
    /// It was not asked to authenticate.
    NotAsked,
    /// It was asked, sent no certificate, and the application goes on with it.
    Anonymous(AnonymousAccepted),
    /// It holds the pre-shared key that the connection rests on.
    HoldsKey(PeerAuthenticated),
    /// It authenticated.
    Authenticated(PeerAuthenticated),
}

/// The application was told that the client has no certificate, and goes on.
#[derive(Debug)]
pub struct AnonymousAccepted(());

impl AnonymousAccepted {
    /// To be called only where the application has just said so.
    #[cfg(feature = "certificates")]
    pub(in crate::tls) const fn assertion() -> Self {
        Self(())
    }
}

/// The peer's Finished was right: both sides saw the same handshake.
#[derive(Debug)]
pub struct FinishedVerified(());

impl FinishedVerified {
    /// To be called only where a Finished of the peer was just found right.
    pub(super) const fn assertion() -> Self {
        Self(())
    }
}

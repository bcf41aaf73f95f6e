//! In place of the client's states of TLS 1.3 where the option `tls13` is off: that version is not offered.

use super::{Context, Next, client::ReadServerHello, inbox::Message, offer::Offer};
use crate::tls::{
    error::Error,
    wire::server_hello::{HelloRetryRequest, ServerHello},
};

/// Nothing follows the ClientHello but the server's answer.
pub fn follow_client_hello(_: &mut Context<'_>, next: ReadServerHello) -> Result<Next, Error> {
    Ok(Next::Consume(Box::new(next)))
}

/// A HelloRetryRequest answers an offer of TLS 1.3 alone: `UnexpectedMessage`.
pub fn read_hello_retry_request(
    _: &mut Context<'_>,
    _: &HelloRetryRequest<'_>,
    _: Offer,
    _: &[u8],
    _: &Message<'_>,
) -> Result<Next, Error> {
    Err(Error::UnexpectedMessage)
}

/// A ServerHello that takes TLS 1.3, which we did not offer: `IllegalParameter`.
pub fn read_server_hello(
    _: &mut Context<'_>,
    _: &ServerHello<'_>,
    _: ReadServerHello,
    _: &Message<'_>,
) -> Result<Next, Error> {
    Err(Error::IllegalParameter)
}

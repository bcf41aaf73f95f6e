//! Early data of C programs: a client's first flight, recorded, and servers that it is shown to.

use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::drive::mbedtls_ssl_handshake;
use ferrotls::capi::ssl::early::*;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::session::resume::*;

use super::c_pair::{CPair, Shared};
use super::sessions::Session;

/// Both ends may have early data.
pub fn allow_early_data(shared: &mut Shared) {
    unsafe {
        for conf in [&raw mut shared.client, &raw mut shared.server] {
            mbedtls_ssl_conf_early_data(conf, MBEDTLS_SSL_EARLY_DATA_ENABLED);
        }
        mbedtls_ssl_conf_max_early_data_size(&raw mut shared.server, 1000);
    }
}

/// The client's first flight with early data, recorded.
pub fn first_flight(shared: &Shared, session: &Session) -> Option<(Box<CPair>, Vec<u8>)> {
    let mut pair = CPair::new(shared);
    unsafe {
        let client = &raw mut pair.client;
        assert_eq!(mbedtls_ssl_set_session(client, &raw const session.0), 0);
        match mbedtls_ssl_write_early_data(client, b"early".as_ptr(), 5) {
            5 => {}
            code => {
                assert_eq!(code, MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA);
                return None;
            }
        }
    }
    let flight = pair.to_server.bytes.iter().copied().collect();
    Some((pair, flight))
}

/// Whether a server takes the early data of this flight.
pub fn takes(shared: &Shared, flight: &[u8]) -> bool {
    let mut pair = CPair::new(shared);
    pair.to_server.bytes.extend(flight);
    let mut room = [0; 16];
    unsafe {
        let server = &raw mut pair.server;
        let code = mbedtls_ssl_handshake(server);
        if code != MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA {
            assert_eq!(code, MBEDTLS_ERR_SSL_WANT_READ);
            return false;
        }
        assert_eq!(mbedtls_ssl_read_early_data(server, room.as_mut_ptr(), 16), 5);
    }
    assert_eq!(&room[..5], b"early");
    true
}

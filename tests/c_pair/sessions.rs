//! Sessions, the keys of tickets, and connections with them, for the tests of C programs.

use std::ffi::c_int;
use std::mem::MaybeUninit;
use std::ptr;

use ferrotls::capi::cipher::mbedtls_cipher_type_t;
use ferrotls::capi::ferrotls::psk::*;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::io::*;
use ferrotls::capi::ssl::session::resume::*;
use ferrotls::capi::ssl::session::saved::*;
use ferrotls::capi::ssl::session::*;
use ferrotls::capi::ssl::tickets::*;
use ferrotls::capi::ssl::types::mbedtls_ssl_session;
use ferrotls::capi::ssl_ticket::*;

use super::c_pair::{CPair, Shared};

/// A session that is freed at the end of its scope.
pub struct Session(pub mbedtls_ssl_session);

impl Session {
    pub fn new() -> Self {
        Self(unsafe { MaybeUninit::zeroed().assume_init() })
    }

    /// Out of the client, after a read that finds its tickets.
    pub fn of(pair: &mut CPair) -> Self {
        let mut session = Self::new();
        let mut room = [0; 8];
        unsafe {
            let read = mbedtls_ssl_read(&raw mut pair.client, room.as_mut_ptr(), room.len());
            assert_eq!(read, MBEDTLS_ERR_SSL_WANT_READ);
            assert_eq!(mbedtls_ssl_get_session(&raw const pair.client, &raw mut session.0), 0);
        }
        assert!(session.0.ticket_len > 0);
        session
    }

    pub fn save(&self) -> Vec<u8> {
        let mut blob = vec![0; 20_000];
        let mut len = 0;
        let (to, room) = (blob.as_mut_ptr(), blob.len());
        assert_eq!(
            unsafe { mbedtls_ssl_session_save(&raw const self.0, to, room, &raw mut len) },
            0
        );
        blob.truncate(len);
        blob
    }

    pub fn load(blob: &[u8]) -> Self {
        let mut session = Self::new();
        assert_eq!(
            unsafe { mbedtls_ssl_session_load(&raw mut session.0, blob.as_ptr(), blob.len()) },
            0
        );
        session
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        unsafe { mbedtls_ssl_session_free(&raw mut self.0) };
    }
}

/// Keys of tickets, set up, in a place of their own.
pub struct Keys(pub Box<mbedtls_ssl_ticket_context>);

impl Keys {
    pub fn new() -> Self {
        unsafe {
            let mut keys: Box<mbedtls_ssl_ticket_context> = Box::new(MaybeUninit::zeroed().assume_init());
            mbedtls_ssl_ticket_init(&raw mut *keys);
            let cipher = MaybeUninit::new(mbedtls_cipher_type_t::MBEDTLS_CIPHER_AES_256_GCM);
            let code = mbedtls_ssl_ticket_setup(&raw mut *keys, None, ptr::null_mut(), cipher, 86_400);
            assert_eq!(code, 0);
            Self(keys)
        }
    }

    pub fn serve(&mut self, shared: &mut Shared) {
        unsafe {
            mbedtls_ssl_conf_session_tickets_cb(
                &raw mut shared.server,
                Some(mbedtls_ssl_ticket_write),
                Some(mbedtls_ssl_ticket_parse),
                (&raw mut *self.0).cast(),
            );
        }
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        unsafe { mbedtls_ssl_ticket_free(&raw mut *self.0) };
    }
}

/// A connection of new contexts, with this session set; its pair and what it rests on.
pub fn connect(shared: &Shared, session: Option<&Session>) -> (Box<CPair>, c_int) {
    let mut pair = CPair::new(shared);
    if let Some(session) = session {
        let code = unsafe { mbedtls_ssl_set_session(&raw mut pair.client, &raw const session.0) };
        assert_eq!(code, 0);
    }
    assert_eq!(pair.handshake(), (0, 0));
    let ends = unsafe { [&raw const pair.client, &raw const pair.server].map(|ssl| ferrotls_get_psk(ssl)) };
    assert_eq!(ends[0], ends[1]);
    let message = b"hello";
    let mut room = [0; 8];
    unsafe {
        let (client, server) = (&raw mut pair.client, &raw mut pair.server);
        assert_eq!(mbedtls_ssl_write(client, message.as_ptr(), 5), 5);
        assert_eq!(mbedtls_ssl_read(server, room.as_mut_ptr(), 8), 5);
    }
    (pair, ends[0])
}

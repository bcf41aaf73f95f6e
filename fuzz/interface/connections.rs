//! Calls that do something on a connection, and calls that look at one.

use super::*;
use ferrotls::capi::ferrotls::async_private::*;
use ferrotls::capi::ferrotls::early::*;
use ferrotls::capi::ferrotls::groups::*;
use ferrotls::capi::ferrotls::post_handshake::*;
use ferrotls::capi::ferrotls::psk::*;
use ferrotls::capi::ferrotls::raw_keys::*;
use ferrotls::capi::ferrotls::staples::*;
use ferrotls::capi::ferrotls::update_keys::*;
use ferrotls::capi::ssl::authentication::*;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::drive::*;
use ferrotls::capi::ssl::early::*;
use ferrotls::capi::ssl::facts::*;
use ferrotls::capi::ssl::io::*;
use ferrotls::capi::ssl::limits::*;
use ferrotls::capi::ssl::renegotiation::*;
use ferrotls::capi::ssl::serialize::*;
use ferrotls::capi::ssl::session::resume::*;
use ferrotls::capi::ssl::session::saved::*;
use ferrotls::capi::ssl::sni::*;

/// Handshakes and records that two ends exchange in one go, at most.
const MAX_TURNS: u8 = 40;

impl World {
    fn ssl(&self) -> (usize, *mut mbedtls_ssl_context) {
        let byte = self.byte();
        (Objects::<mbedtls_ssl_context, 4>::number(byte), self.ssl.at(byte))
    }

    /// A byte says what is called.
    pub(super) fn use_connection(&self) {
        let (at, ssl) = self.ssl();
        unsafe {
            match self.byte() % 26 {
                // Most of what follows needs ends that are set up: this is likely.
                0..=2 if self.depth.get() == 0 => self.prepare(at),
                0..=5 => self.talk(at),
                6 => drop(mbedtls_ssl_handshake(ssl)),
                7 => drop(mbedtls_ssl_handshake_step(ssl)),
                8 => self.read(ssl),
                9 => {
                    let data = self.bytes(255).repeat(usize::from(self.byte()));
                    let code = mbedtls_ssl_write(ssl, data.as_ptr(), data.len());
                    assert!(code <= data.len() as c_int);
                }
                10 => drop(mbedtls_ssl_close_notify(ssl)),
                11 => drop(mbedtls_ssl_session_reset(ssl)),
                12 => mbedtls_ssl_free(ssl),
                13 => {
                    mbedtls_ssl_free(ssl);
                    mbedtls_ssl_init(ssl);
                }
                14 => drop(mbedtls_ssl_setup(ssl, self.conf.at(self.byte()))),
                15 => drop(mbedtls_ssl_renegotiate(ssl)),
                16 => {
                    let data = self.bytes(255);
                    let code = mbedtls_ssl_write_early_data(ssl, data.as_ptr(), data.len());
                    assert!(code <= data.len() as c_int);
                }
                17 => {
                    let mut room = self.room();
                    let code = mbedtls_ssl_read_early_data(ssl, room.as_mut_ptr(), room.len());
                    assert!(code <= room.len() as c_int);
                }
                18 => drop(mbedtls_ssl_send_alert_message(ssl, self.byte(), self.byte())),
                19 => self.keep_or_set_session(ssl),
                20 => self.save_or_load(ssl),
                21 => drop(ferrotls_update_keys(ssl, self.int())),
                22 => drop(ferrotls_request_client_certificate(ssl)),
                23 => drop(ferrotls_await_client_certificate(ssl)),
                24 => self.export(ssl),
                _ => {
                    // Whatever is on its way is lost, as when a program connects once more.
                    self.pipes[at].take();
                    self.pipes[at ^ 1].take();
                    mbedtls_ssl_session_reset(ssl);
                    mbedtls_ssl_session_reset(self.ssl.0[at ^ 1]);
                }
            }
        }
    }

    unsafe fn read(&self, ssl: *mut mbedtls_ssl_context) {
        let mut room = self.room();
        let code = unsafe { mbedtls_ssl_read(ssl, room.as_mut_ptr(), room.len()) };
        assert!(code <= room.len() as c_int);
    }

    /// A client and a server that could talk: configurations, certificates, contexts.
    fn prepare(&self, at: usize) {
        let (client, server) = (self.ssl.0[at & !1], self.ssl.0[at | 1]);
        let (how, versions) = (self.byte(), self.byte());
        unsafe {
            for (conf, end) in [
                (self.conf.0[0], MBEDTLS_SSL_IS_CLIENT),
                (self.conf.0[1], MBEDTLS_SSL_IS_SERVER),
            ] {
                if how & 1 == 0 {
                    mbedtls_ssl_config_free(conf);
                    mbedtls_ssl_config_init(conf);
                    mbedtls_ssl_config_defaults(conf, end, MBEDTLS_SSL_TRANSPORT_STREAM, 0);
                }
                self.set_versions(conf, versions);
                self.give_certificates(conf, how);
                if how & 2 != 0 {
                    self.give_psk(conf);
                }
            }
            for (end, ssl) in [client, server].into_iter().enumerate() {
                mbedtls_ssl_free(ssl);
                mbedtls_ssl_init(ssl);
                mbedtls_ssl_setup(ssl, self.conf.0[end]);
                self.set_transport(at & !1 | end, false);
                mbedtls_ssl_set_hostname(ssl, c"localhost".as_ptr());
                self.pipes[at & !1 | end].take();
            }
        }
    }

    /// Both ends by turns: handshakes, single steps or reads.
    fn talk(&self, at: usize) {
        let (turns, how) = (self.byte() % MAX_TURNS, self.byte());
        let ends = [self.ssl.0[at & !1], self.ssl.0[at | 1]];
        let mut room = [0; 600];
        for turn in 0..turns {
            for ssl in ends {
                unsafe {
                    match how % 4 {
                        0 | 1 => drop(mbedtls_ssl_handshake(ssl)),
                        2 => drop(mbedtls_ssl_handshake_step(ssl)),
                        _ if turn % 2 == 0 => drop(mbedtls_ssl_write(ssl, room.as_ptr(), usize::from(how))),
                        _ => drop(mbedtls_ssl_read(ssl, room.as_mut_ptr(), room.len())),
                    }
                }
            }
        }
    }

    unsafe fn keep_or_set_session(&self, ssl: *mut mbedtls_ssl_context) {
        let session = self.session.at(self.byte());
        unsafe {
            match self.byte() % 6 {
                0 | 1 => drop(mbedtls_ssl_get_session(ssl, session)),
                2 | 3 => drop(mbedtls_ssl_set_session(ssl, session)),
                4 => {
                    let (mut room, mut len) = (self.room(), 0);
                    if mbedtls_ssl_session_save(session, room.as_mut_ptr(), room.len(), &raw mut len) == 0 {
                        room.truncate(len);
                        self.saved.set(room);
                    }
                }
                _ => {
                    let saved = self.saved.take();
                    mbedtls_ssl_session_load(session, saved.as_ptr(), saved.len());
                    self.saved.set(saved);
                }
            }
        }
    }

    unsafe fn save_or_load(&self, ssl: *mut mbedtls_ssl_context) {
        unsafe {
            if self.is() {
                let (mut room, mut len) = (self.room(), 0);
                if mbedtls_ssl_context_save(ssl, room.as_mut_ptr(), room.len(), &raw mut len) == 0 {
                    room.truncate(len);
                    self.saved.set(room);
                }
            } else {
                let saved = self.saved.take();
                mbedtls_ssl_context_load(ssl, saved.as_ptr(), saved.len());
                self.saved.set(saved);
            }
        }
    }

    unsafe fn export(&self, ssl: *mut mbedtls_ssl_context) {
        let (mut room, label, context) = (self.room(), self.bytes(255), self.bytes(64));
        unsafe {
            let (out, len) = (room.as_mut_ptr(), room.len());
            let (text, text_len) = (label.as_ptr().cast(), label.len());
            let (about, about_len) = (context.as_ptr(), context.len());
            if self.is() {
                mbedtls_ssl_export_keying_material(ssl, out, len, text, text_len, about, about_len, self.int());
            } else {
                ferrotls_export_early_keying_material(ssl, out, len, text, text_len, about, about_len);
            }
        }
    }

    /// What tells something.
    pub(super) fn look(&self) {
        let (_, ssl) = self.ssl();
        let (mut p, mut len) = (ptr::null(), 0);
        let session = self.session.at(self.byte());
        unsafe {
            mbedtls_ssl_is_handshake_over(ssl);
            mbedtls_ssl_get_bytes_avail(ssl);
            mbedtls_ssl_check_pending(ssl);
            mbedtls_ssl_get_verify_result(ssl);
            mbedtls_ssl_get_ciphersuite_id_from_ssl(ssl);
            text(mbedtls_ssl_get_ciphersuite(ssl));
            text(mbedtls_ssl_get_version(ssl));
            mbedtls_ssl_get_version_number(ssl);
            text(mbedtls_ssl_get_alpn_protocol(ssl));
            text(mbedtls_ssl_get_hostname(ssl));
            mbedtls_ssl_get_record_expansion(ssl);
            mbedtls_ssl_get_max_out_record_payload(ssl);
            mbedtls_ssl_get_max_in_record_payload(ssl);
            mbedtls_ssl_get_early_data_status(ssl);
            mbedtls_ssl_context_get_config(ssl);
            mbedtls_ssl_get_hs_sni(ssl, &raw mut len);
            if let Some(crt) = mbedtls_ssl_get_peer_cert(ssl).as_ref() {
                assert!(crt.raw.len > 0 && *crt.raw.p == 0x30);
            }
            ferrotls_get_group(ssl);
            ferrotls_get_psk(ssl);
            ferrotls_client_authentication_status(ssl);
            ferrotls_async_signature_scheme(ssl);
            for get in [ferrotls_get_ocsp_response, ferrotls_get_scts] {
                if get(ssl, usize::from(self.byte() % 4), &raw mut p, &raw mut len) == 0 {
                    bytes(p, len);
                }
            }
            if ferrotls_get_peer_raw_key(ssl, &raw mut p, &raw mut len) == 0 {
                bytes(p, len);
            }
            let mut time = 0;
            mbedtls_ssl_session_get_id(session);
            mbedtls_ssl_session_get_id_len(session);
            mbedtls_ssl_session_get_ciphersuite_id(session);
            mbedtls_ssl_session_get_ticket_creation_time(session, &raw mut time);
            mbedtls_ssl_conf_get_endpoint(self.conf.at(self.byte()));
        }
    }
}

/// Reads a text that the library lends, if it does.
unsafe fn text(text: *const c_char) {
    if !text.is_null() {
        let _ = unsafe { std::ffi::CStr::from_ptr(text) }.to_bytes().len();
    }
}

/// Reads bytes that the library lends, if it does.
unsafe fn bytes(p: *const c_uchar, len: usize) {
    if !p.is_null() {
        let bytes = unsafe { std::slice::from_raw_parts(p, len) };
        std::hint::black_box(bytes.iter().fold(0, |sum, byte| sum ^ byte));
    }
}

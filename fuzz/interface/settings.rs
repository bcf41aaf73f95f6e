//! Settings of connections and of configurations.

use super::callbacks::*;
use super::*;
use ferrotls::capi::debug::*;
use ferrotls::capi::ferrotls::anti_replay::*;
use ferrotls::capi::ferrotls::compression::*;
use ferrotls::capi::ferrotls::cookie::*;
use ferrotls::capi::ferrotls::framing::*;
use ferrotls::capi::ferrotls::post_handshake::*;
use ferrotls::capi::ferrotls::raw_keys::*;
use ferrotls::capi::ferrotls::staples::*;
use ferrotls::capi::ssl::async_private::*;
use ferrotls::capi::ssl::authentication::*;
use ferrotls::capi::ssl::cache::*;
use ferrotls::capi::ssl::early::*;
use ferrotls::capi::ssl::enums::mbedtls_ssl_protocol_version;
use ferrotls::capi::ssl::limits::*;
use ferrotls::capi::ssl::psk::*;
use ferrotls::capi::ssl::session::resume::*;
use ferrotls::capi::ssl::sni::certificates::*;
use ferrotls::capi::ssl::sni::*;
use ferrotls::capi::ssl::tickets::*;
use ferrotls::capi::ssl::tls12::*;
use ferrotls::capi::ssl::tls13::*;
use ferrotls::capi::x509_crt::verify::mbedtls_x509_crt_profile_next;

/// A pre-shared key.
pub(super) const PSK: &[u8] = b"sixteen bytes...";

impl World {
    /// The functions that send and receive for a connection; `wild`: with and without time, or none.
    pub(super) unsafe fn set_transport(&self, at: usize, wild: bool) {
        let (ctx, ssl) = (at as *mut c_void, self.ssl.0[at % 4]);
        unsafe {
            match if wild { self.byte() % 4 } else { 0 } {
                0 => mbedtls_ssl_set_bio(ssl, ctx, Some(send), Some(recv), None),
                1 => mbedtls_ssl_set_bio(ssl, ctx, Some(send), None, Some(recv_timeout)),
                2 => mbedtls_ssl_set_bio(ssl, ctx, None, Some(recv), Some(recv_timeout)),
                _ => mbedtls_ssl_set_bio(ssl, ctx, Some(send), None, None),
            }
        }
    }

    pub(super) unsafe fn set_versions(&self, conf: *mut mbedtls_ssl_config, how: u8) {
        use mbedtls_ssl_protocol_version::*;
        let of = |bit: u8| {
            MaybeUninit::new(if bit == 0 {
                MBEDTLS_SSL_VERSION_TLS1_2
            } else {
                MBEDTLS_SSL_VERSION_TLS1_3
            })
        };
        unsafe {
            mbedtls_ssl_conf_min_tls_version(conf, of(how & 1));
            mbedtls_ssl_conf_max_tls_version(conf, of((how & 2) | (how & 1)));
        }
    }

    pub(super) unsafe fn give_psk(&self, conf: *mut mbedtls_ssl_config) {
        unsafe { mbedtls_ssl_conf_psk(conf, PSK.as_ptr(), PSK.len(), b"me".as_ptr(), 2) };
    }

    /// A certificate with its key, and who is trusted.
    pub(super) unsafe fn give_certificates(&self, conf: *mut mbedtls_ssl_config, how: u8) {
        let (ca, leaf, key) = (self.crt.0[0], self.crt.0[1], self.pk.0[0]);
        unsafe {
            if (*ca).raw.len == 0 {
                mbedtls_x509_crt_parse_der(ca, objects::CA.as_ptr(), objects::CA.len());
            }
            if (*leaf).raw.len == 0 {
                mbedtls_x509_crt_parse_der(leaf, objects::LEAF.as_ptr(), objects::LEAF.len());
            }
            objects::parse_key(key);
            mbedtls_ssl_conf_ca_chain(conf, ca, ptr::null_mut());
            mbedtls_ssl_conf_own_cert(conf, leaf, key);
            if how & 4 != 0 {
                mbedtls_ssl_conf_authmode(conf, c_int::from(how >> 6));
            }
        }
    }

    /// A setting of a connection.
    pub(super) fn set_connection(&self) {
        let byte = self.byte();
        let ssl = self.ssl.at(byte);
        unsafe {
            match self.byte() % 16 {
                0 => self.set_transport(usize::from(byte % 4), true),
                1 => {
                    let mut name = self.bytes(40);
                    name.retain(|byte| *byte != 0);
                    name.push(0);
                    mbedtls_ssl_set_hostname(ssl, name.as_ptr().cast());
                }
                2 => drop(mbedtls_ssl_set_hostname(
                    ssl,
                    if self.is() { ptr::null() } else { c"localhost".as_ptr() },
                )),
                3 => mbedtls_ssl_set_verify(ssl, self.is().then_some(verify), ptr::null_mut()),
                4 => mbedtls_ssl_set_export_keys_cb(ssl, self.is().then_some(keys), ptr::null_mut()),
                5 => mbedtls_ssl_set_hs_authmode(ssl, self.int()),
                6 => drop(mbedtls_ssl_set_hs_own_cert(
                    ssl,
                    self.crt.at(self.byte()),
                    self.pk.at(self.byte()),
                )),
                7 => mbedtls_ssl_set_hs_ca_chain(ssl, self.crt.at(self.byte()), self.crl.at(self.byte())),
                8 => mbedtls_ssl_set_hs_dn_hints(ssl, self.crt.at(self.byte())),
                9 => {
                    let psk = self.bytes(70);
                    mbedtls_ssl_set_hs_psk(ssl, psk.as_ptr(), psk.len());
                }
                10 => drop(mbedtls_ssl_set_hs_psk_opaque(ssl, self.number())),
                11 => mbedtls_ssl_set_async_operation_data(ssl, self.number() as usize as *mut c_void),
                12 => mbedtls_ssl_set_user_data_n(ssl, self.number() as usize),
                13 => {
                    let data = self.bytes(60);
                    ferrotls_set_hs_ocsp_response(ssl, self.crt.at(self.byte()), data.as_ptr(), data.len());
                }
                14 => {
                    let data = self.bytes(60);
                    ferrotls_set_hs_scts(ssl, self.crt.at(self.byte()), data.as_ptr(), data.len());
                }
                _ => drop(mbedtls_ssl_set_session(ssl, self.session.at(self.byte()))),
            }
        }
    }

    /// A setting of a configuration: only where no connection is in a call, as its functions ask for.
    pub(super) fn configure(&self) {
        let conf = self.conf.at(self.byte());
        if self.depth.get() > 0 {
            return self.set_connection();
        }
        unsafe {
            match self.byte() % 4 {
                0 => self.configure_callbacks(conf),
                1 => self.configure_lists(conf),
                2 => self.configure_certificates(conf),
                _ => self.configure_numbers(conf),
            }
        }
    }

    unsafe fn configure_callbacks(&self, conf: *mut mbedtls_ssl_config) {
        let no = ptr::null_mut();
        let on = self.byte() & 3 != 3;
        let (ticket, cache) = (self.ticket.at(self.byte()).cast(), self.cache.at(self.byte()).cast());
        unsafe {
            match self.byte() % 15 {
                0 => mbedtls_ssl_conf_verify(conf, on.then_some(verify), no),
                1 => mbedtls_ssl_conf_sni(conf, on.then_some(name), no),
                2 => mbedtls_ssl_conf_psk_cb(conf, on.then_some(identity), no),
                3 => mbedtls_ssl_conf_cert_cb(conf, on.then_some(choose)),
                4 => mbedtls_ssl_conf_ca_cb(conf, on.then_some(authorities), no),
                5 => mbedtls_ssl_conf_session_tickets_cb(
                    conf,
                    on.then_some(ticket_write),
                    on.then_some(ticket_parse),
                    ticket,
                ),
                6 => mbedtls_ssl_conf_session_cache(conf, cache, on.then_some(cache_find), on.then_some(cache_keep)),
                7 => mbedtls_ssl_conf_dbg(conf, on.then_some(debug), no),
                8 => mbedtls_ssl_conf_rng(conf, on.then_some(random), no),
                9 => mbedtls_ssl_conf_async_private_cb(
                    conf,
                    on.then_some(sign),
                    None,
                    self.is().then_some(resume),
                    self.is().then_some(cancel),
                    no,
                ),
                10 => ferrotls_conf_anti_replay_cb(conf, on.then_some(replay), no),
                11 => ferrotls_conf_raw_key_cb(conf, on.then_some(raw_key), no),
                12 => mbedtls_ssl_conf_session_tickets_cb(
                    conf,
                    Some(mbedtls_ssl_ticket_write),
                    Some(mbedtls_ssl_ticket_parse),
                    self.ready_ticket(ticket.cast()).cast(),
                ),
                13 => {
                    mbedtls_ssl_conf_session_cache(
                        conf,
                        cache,
                        Some(mbedtls_ssl_cache_get),
                        Some(mbedtls_ssl_cache_set),
                    );
                }
                _ => mbedtls_debug_set_threshold(c_int::from(self.byte() % 5)),
            }
        }
    }

    /// Lists are the world's own; a byte chooses each entry.
    unsafe fn configure_lists(&self, conf: *mut mbedtls_ssl_config) {
        let at = usize::from(self.byte() % 3);
        let codes = |values: &[u16]| {
            let list = &self.codes[at];
            for entry in &list[..5] {
                let value = values.get(usize::from(self.byte()) % (values.len() + 1));
                entry.set(value.copied().unwrap_or_else(|| self.number() as u16));
            }
            list[5].set(0);
            list.as_ptr().cast::<u16>()
        };
        unsafe {
            match self.byte() % 6 {
                0 => mbedtls_ssl_conf_groups(conf, codes(&[0x1d, 0x17, 0x18, 0x11ec, 0, 0x19])),
                1 => mbedtls_ssl_conf_sig_algs(conf, codes(&[0x403, 0x503, 0x804, 0x401, 0, 0x807])),
                2 => drop(ferrotls_conf_certificate_compression(conf, codes(&[1, 2, 0]))),
                3 => {
                    const SUITES: [c_int; 8] = [0x1301, 0x1302, 0x1303, 0xc02b, 0xc023, 0xc0ad, 0x00a8, 0];
                    let list = &self.numbers[at];
                    for entry in &list[..5] {
                        let value = SUITES.get(usize::from(self.byte()) % 9);
                        entry.set(value.copied().unwrap_or_else(|| self.int()));
                    }
                    list[5].set(0);
                    mbedtls_ssl_conf_ciphersuites(conf, list.as_ptr().cast());
                }
                4 => {
                    let list = &self.names[at % 2];
                    for entry in &list[..3] {
                        const NAMES: [&std::ffi::CStr; 4] = [c"h2", c"http/1.1", c"", c"x"];
                        let name = NAMES.get(usize::from(self.byte()) % 5);
                        entry.set(name.map_or(ptr::null(), |name| name.as_ptr()));
                    }
                    list[3].set(ptr::null());
                    mbedtls_ssl_conf_alpn_protocols(conf, list.as_ptr().cast_mut().cast());
                }
                _ => {
                    let (own, peer) = (self.bytes(4), self.bytes(4));
                    ferrotls_conf_certificate_types(conf, own.as_ptr(), own.len(), peer.as_ptr(), peer.len());
                }
            }
        }
    }

    unsafe fn configure_certificates(&self, conf: *mut mbedtls_ssl_config) {
        let (crt, pk) = (self.crt.at(self.byte()), self.pk.at(self.byte()));
        let data = self.bytes(100);
        unsafe {
            match self.byte() % 11 {
                0 => self.give_certificates(conf, self.byte()),
                1 => drop(mbedtls_ssl_conf_own_cert(conf, crt, pk)),
                2 => mbedtls_ssl_conf_ca_chain(conf, crt, self.crl.at(self.byte())),
                3 => mbedtls_ssl_conf_dn_hints(conf, crt),
                4 => mbedtls_ssl_conf_cert_profile(conf, &raw const mbedtls_x509_crt_profile_next),
                5 => drop(ferrotls_conf_ocsp_response(conf, crt, data.as_ptr(), data.len())),
                6 => drop(ferrotls_conf_scts(conf, crt, data.as_ptr(), data.len())),
                7 => drop(ferrotls_conf_own_raw_key(conf, pk)),
                8 => drop(ferrotls_conf_trusted_raw_key(conf, data.as_ptr(), data.len())),
                9 => ferrotls_conf_certificate_authorities(conf, crt),
                _ => drop(mbedtls_ssl_conf_psk(
                    conf,
                    data.as_ptr(),
                    data.len(),
                    data.as_ptr(),
                    data.len() / 2,
                )),
            }
        }
    }

    unsafe fn configure_numbers(&self, conf: *mut mbedtls_ssl_config) {
        let key = self.bytes(40);
        unsafe {
            match self.byte() % 28 {
                0 => self.set_versions(conf, self.byte()),
                1 => drop(mbedtls_ssl_config_defaults(conf, self.int(), self.int(), self.int())),
                2 => mbedtls_ssl_conf_endpoint(conf, self.int()),
                3 => mbedtls_ssl_conf_transport(conf, self.int()),
                4 => mbedtls_ssl_conf_authmode(conf, self.int()),
                5 => mbedtls_ssl_conf_read_timeout(conf, self.number()),
                6 => mbedtls_ssl_conf_encrypt_then_mac(conf, self.byte() as c_char),
                7 => mbedtls_ssl_conf_extended_master_secret(conf, self.byte() as c_char),
                8 => mbedtls_ssl_conf_renegotiation(conf, self.int()),
                9 => mbedtls_ssl_conf_renegotiation_enforced(conf, self.int()),
                10 => {
                    let period = self.number();
                    let period = u64::from(period).to_be_bytes();
                    mbedtls_ssl_conf_renegotiation_period(conf, period.as_ptr());
                }
                11 => drop(mbedtls_ssl_conf_max_frag_len(conf, self.byte())),
                12 => mbedtls_ssl_conf_preference_order(conf, self.int()),
                13 => mbedtls_ssl_conf_legacy_renegotiation(conf, self.int()),
                14 => mbedtls_ssl_conf_min_version(conf, self.int(), self.int()),
                15 => mbedtls_ssl_conf_max_version(conf, self.int(), self.int()),
                16 => mbedtls_ssl_conf_session_tickets(conf, self.int()),
                17 => mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(conf, self.int()),
                18 => mbedtls_ssl_conf_new_session_tickets(conf, self.number() as u16),
                19 => mbedtls_ssl_conf_early_data(conf, self.int()),
                20 => mbedtls_ssl_conf_max_early_data_size(conf, self.number()),
                21 => mbedtls_ssl_conf_tls13_key_exchange_modes(conf, self.int()),
                22 => {
                    ferrotls_conf_request_ocsp(conf, self.int());
                    ferrotls_conf_request_scts(conf, self.int());
                }
                23 => drop(ferrotls_conf_stateless_retry(conf, self.int())),
                24 => drop(ferrotls_conf_cookie_key(conf, key.as_ptr(), key.len())),
                25 => ferrotls_conf_anti_replay(conf, self.number(), self.number() as usize % 5000),
                26 => {
                    ferrotls_conf_record_size_limit(conf, self.number() as u16);
                    ferrotls_conf_hello_padding(conf, self.int());
                    ferrotls_conf_grease(conf, self.int());
                }
                _ => ferrotls_conf_post_handshake_auth(conf, self.int()),
            }
        }
    }
}

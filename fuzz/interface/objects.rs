//! What connections rest on: configurations, certificates, keys, generators, tickets, caches. Each is made, used and freed.

use super::*;
use ferrotls::capi::cipher::mbedtls_cipher_type_t;
use ferrotls::capi::md::mbedtls_md_type_t;
use ferrotls::capi::pk::crypt::*;
use ferrotls::capi::pk::operations::*;
use ferrotls::capi::pk::parse::*;
use ferrotls::capi::pk::write::*;
use ferrotls::capi::x509::text::*;
use ferrotls::capi::x509_crl::info::*;
use ferrotls::capi::x509_crl::parse::*;
use ferrotls::capi::x509_crt::info::*;
use ferrotls::capi::x509_crt::parse::*;
use ferrotls::capi::x509_crt::verify::*;
use ferrotls::capi::x509_csr::info::*;
use ferrotls::capi::x509_csr::parse::*;

/// The authority.
pub(super) const CA: &[u8] = include_bytes!("../data/ca.der");
/// A certificate of "localhost".
pub(super) const LEAF: &[u8] = include_bytes!("../data/leaf.der");
const KEY: &[u8] = include_bytes!("../data/leaf.key");
const CRL: &[u8] = include_bytes!("../data/ca.crl");
const CSR: &[u8] = include_bytes!("../data/leaf.csr");

/// The leaf's key, if the object is empty.
pub(super) unsafe fn parse_key(pk: *mut mbedtls_pk_context) {
    unsafe {
        if (*pk).pk_info.is_null() {
            mbedtls_pk_parse_key(pk, KEY.as_ptr(), KEY.len(), ptr::null(), 0, None, ptr::null_mut());
        }
    }
}

impl World {
    pub(super) fn change_object(&self) {
        let byte = self.byte();
        unsafe {
            match self.byte() % 9 {
                0 => self.change_certificate(self.crt.at(byte)),
                1 => self.change_key(self.pk.at(byte)),
                2 => self.change_list(self.crl.at(byte)),
                3 => self.use_drbg(self.drbg.at(byte)),
                4 => self.use_entropy(self.entropy.at(byte)),
                5 => self.use_ticket(self.ticket.at(byte)),
                6 => self.use_cache(self.cache.at(byte)),
                7 => {
                    // Connections that rest on it find nothing there.
                    let conf = self.conf.at(byte);
                    mbedtls_ssl_config_free(conf);
                    mbedtls_ssl_config_init(conf);
                }
                _ => {
                    let session = self.session.at(byte);
                    mbedtls_ssl_session_free(session);
                    mbedtls_ssl_session_init(session);
                }
            }
        }
    }

    /// One of the files here with a byte changed, or not, or anything.
    fn some_file(&self, file: &[u8]) -> Vec<u8> {
        let mut file = match self.byte() % 4 {
            0 => return self.bytes(255),
            _ => file.to_vec(),
        };
        if self.is_wild() {
            let place = usize::from(self.byte()) * 2 % file.len();
            file[place] ^= self.byte();
        }
        file
    }

    unsafe fn change_certificate(&self, crt: *mut mbedtls_x509_crt) {
        let (mut flags, mut room) = (0, self.room());
        unsafe {
            match self.byte() % 9 {
                0 => {
                    mbedtls_x509_crt_free(crt);
                    mbedtls_x509_crt_init(crt);
                }
                1 => {
                    let file = self.some_file(if self.is() { CA } else { LEAF });
                    mbedtls_x509_crt_parse(crt, file.as_ptr(), file.len());
                }
                2 => {
                    let file = self.some_file(if self.is() { CA } else { LEAF });
                    let no = ptr::null_mut();
                    mbedtls_x509_crt_parse_der_with_ext_cb(
                        crt,
                        file.as_ptr(),
                        file.len(),
                        1,
                        Some(callbacks::extension),
                        no,
                    );
                }
                3 => drop(mbedtls_x509_crt_info(
                    room.as_mut_ptr().cast(),
                    room.len(),
                    c"  ".as_ptr(),
                    crt,
                )),
                4 => drop(mbedtls_x509_dn_gets(
                    room.as_mut_ptr().cast(),
                    room.len(),
                    &raw const (*crt).subject,
                )),
                5 => drop(mbedtls_x509_serial_gets(
                    room.as_mut_ptr().cast(),
                    room.len(),
                    &raw const (*crt).serial,
                )),
                6 => {
                    mbedtls_x509_crt_is_revoked(crt, self.crl.at(self.byte()));
                    mbedtls_x509_crt_check_key_usage(crt, self.number());
                    let oid = self.bytes(12);
                    mbedtls_x509_crt_check_extended_key_usage(crt, oid.as_ptr().cast(), oid.len());
                }
                _ => {
                    let (trusted, crl) = (self.crt.at(self.byte()), self.crl.at(self.byte()));
                    let name = if self.is() { c"localhost".as_ptr() } else { ptr::null() };
                    let verify = self.is().then_some(callbacks::verify as _);
                    let flags = &raw mut flags;
                    mbedtls_x509_crt_verify(crt, trusted, crl, name, flags, verify, ptr::null_mut());
                    mbedtls_x509_crt_verify_info(room.as_mut_ptr().cast(), room.len(), c"".as_ptr(), *flags);
                }
            }
        }
    }

    unsafe fn change_list(&self, crl: *mut mbedtls_x509_crl) {
        let (mut room, csr) = (self.room(), self.csr.at(0));
        unsafe {
            match self.byte() % 6 {
                0 => {
                    mbedtls_x509_crl_free(crl);
                    mbedtls_x509_crl_init(crl);
                }
                1 => {
                    let file = self.some_file(CRL);
                    mbedtls_x509_crl_parse(crl, file.as_ptr(), file.len());
                }
                2 => drop(mbedtls_x509_crl_info(
                    room.as_mut_ptr().cast(),
                    room.len(),
                    c"".as_ptr(),
                    crl,
                )),
                3 => {
                    let file = self.some_file(CSR);
                    // Which takes it for empty, whatever is in it.
                    mbedtls_x509_csr_free(csr);
                    mbedtls_x509_csr_parse(csr, file.as_ptr(), file.len());
                }
                4 => drop(mbedtls_x509_csr_info(
                    room.as_mut_ptr().cast(),
                    room.len(),
                    c"".as_ptr(),
                    csr,
                )),
                _ => {
                    mbedtls_x509_csr_free(csr);
                    mbedtls_x509_csr_init(csr);
                }
            }
        }
    }

    unsafe fn change_key(&self, pk: *mut mbedtls_pk_context) {
        let md = |byte: u8| {
            use mbedtls_md_type_t::*;
            const MDS: [mbedtls_md_type_t; 4] =
                [MBEDTLS_MD_SHA256, MBEDTLS_MD_NONE, MBEDTLS_MD_SHA1, MBEDTLS_MD_SHA512];
            MaybeUninit::new(MDS[usize::from(byte % 4)])
        };
        let no = ptr::null_mut();
        unsafe {
            match self.byte() % 8 {
                0 => {
                    mbedtls_pk_free(pk);
                    mbedtls_pk_init(pk);
                }
                1 => parse_key(pk),
                2 => {
                    let file = self.some_file(KEY);
                    mbedtls_pk_parse_key(pk, file.as_ptr(), file.len(), ptr::null(), 0, None, no);
                }
                3 => {
                    let file = self.bytes(255);
                    mbedtls_pk_parse_public_key(pk, file.as_ptr(), file.len());
                }
                4 => {
                    let (mut hash, mut room, mut len) = (self.bytes(70), self.room(), 0);
                    let (sig, size) = (room.as_mut_ptr(), room.len());
                    let h_len = hash.len();
                    // A length of 0 stands for the digest's.
                    hash.resize(h_len.max(64), 7);
                    let h = hash.as_ptr();
                    let md = md(self.byte());
                    if mbedtls_pk_sign(pk, md, h, h_len, sig, size, &raw mut len, None, no) == 0 {
                        mbedtls_pk_verify(pk, md, h, h_len, sig, len);
                    }
                }
                5 => {
                    let (mut hash, sig) = (self.bytes(70), self.bytes(80));
                    let len = hash.len();
                    hash.resize(len.max(64), 7);
                    mbedtls_pk_verify(pk, md(self.byte()), hash.as_ptr(), len, sig.as_ptr(), sig.len());
                }
                6 => {
                    let mut room = self.room();
                    mbedtls_pk_write_key_der(pk, room.as_mut_ptr(), room.len());
                    mbedtls_pk_write_pubkey_der(pk, room.as_mut_ptr(), room.len());
                }
                _ => {
                    mbedtls_pk_check_pair(pk, self.pk.at(self.byte()), None, no);
                    mbedtls_pk_get_bitlen(pk);
                    mbedtls_pk_get_name(pk);
                }
            }
        }
    }

    unsafe fn use_drbg(&self, drbg: *mut mbedtls_ctr_drbg_context) {
        let entropy = self.entropy.at(self.byte());
        let (mut room, data) = (self.room(), self.bytes(80));
        unsafe {
            match self.byte() % 8 {
                0 => {
                    mbedtls_ctr_drbg_free(drbg);
                    mbedtls_ctr_drbg_init(drbg);
                }
                1 => drop(mbedtls_ctr_drbg_seed(
                    drbg,
                    Some(mbedtls_entropy_func),
                    entropy.cast(),
                    data.as_ptr(),
                    data.len(),
                )),
                2 => drop(mbedtls_ctr_drbg_seed(
                    drbg,
                    Some(callbacks::random),
                    ptr::null_mut(),
                    data.as_ptr(),
                    data.len(),
                )),
                3 => drop(mbedtls_ctr_drbg_reseed(drbg, data.as_ptr(), data.len())),
                4 => drop(mbedtls_ctr_drbg_random(drbg.cast(), room.as_mut_ptr(), room.len())),
                5 => {
                    let (add, len) = (data.as_ptr(), data.len());
                    mbedtls_ctr_drbg_random_with_add(drbg.cast(), room.as_mut_ptr(), room.len(), add, len);
                }
                6 => drop(mbedtls_ctr_drbg_update(drbg, data.as_ptr(), data.len())),
                _ => {
                    mbedtls_ctr_drbg_set_prediction_resistance(drbg, self.int());
                    mbedtls_ctr_drbg_set_entropy_len(drbg, self.number() as usize);
                    mbedtls_ctr_drbg_set_reseed_interval(drbg, self.int());
                }
            }
        }
    }

    unsafe fn use_entropy(&self, entropy: *mut mbedtls_entropy_context) {
        let (mut room, data) = (self.room(), self.bytes(80));
        unsafe {
            match self.byte() % 5 {
                0 => {
                    mbedtls_entropy_free(entropy);
                    mbedtls_entropy_init(entropy);
                }
                1 => {
                    let (threshold, strong) = (self.number() as usize, self.int());
                    mbedtls_entropy_add_source(entropy, Some(callbacks::source), ptr::null_mut(), threshold, strong);
                }
                2 => drop(mbedtls_entropy_gather(entropy)),
                3 => drop(mbedtls_entropy_update_manual(entropy, data.as_ptr(), data.len())),
                _ => drop(mbedtls_entropy_func(entropy.cast(), room.as_mut_ptr(), room.len())),
            }
        }
    }

    /// Keys for tickets in it, if there are none.
    pub(super) unsafe fn ready_ticket(
        &self,
        ticket: *mut mbedtls_ssl_ticket_context,
    ) -> *mut mbedtls_ssl_ticket_context {
        let cipher = MaybeUninit::new(mbedtls_cipher_type_t::MBEDTLS_CIPHER_AES_256_GCM);
        unsafe {
            mbedtls_ssl_ticket_free(ticket);
            mbedtls_ssl_ticket_init(ticket);
            mbedtls_ssl_ticket_setup(ticket, Some(callbacks::random), ptr::null_mut(), cipher, 86_400);
        }
        ticket
    }

    unsafe fn use_ticket(&self, ticket: *mut mbedtls_ssl_ticket_context) {
        let session = self.session.at(self.byte());
        unsafe {
            match self.byte() % 6 {
                0 => {
                    mbedtls_ssl_ticket_free(ticket);
                    mbedtls_ssl_ticket_init(ticket);
                }
                1 => drop(self.ready_ticket(ticket)),
                2 => {
                    use mbedtls_cipher_type_t::*;
                    let cipher = match self.byte() % 4 {
                        0 => MBEDTLS_CIPHER_AES_128_GCM,
                        1 => MBEDTLS_CIPHER_CHACHA20_POLY1305,
                        2 => MBEDTLS_CIPHER_AES_256_CBC,
                        _ => MBEDTLS_CIPHER_NONE,
                    };
                    let (random, no) = (self.is().then_some(callbacks::random as _), ptr::null_mut());
                    mbedtls_ssl_ticket_setup(ticket, random, no, MaybeUninit::new(cipher), self.number());
                }
                3 => {
                    let (name, key) = (self.bytes(8), self.bytes(40));
                    let (n, k) = (name.as_ptr(), key.as_ptr());
                    mbedtls_ssl_ticket_rotate(ticket, n, name.len(), k, key.len(), self.number());
                }
                4 => {
                    let (mut room, mut len, mut lifetime) = (self.room(), 0, 0);
                    let (start, end) = (room.as_mut_ptr(), room.as_ptr().add(room.len()));
                    let (l, t) = (&raw mut len, &raw mut lifetime);
                    if mbedtls_ssl_ticket_write(ticket.cast(), session, start, end, l, t) == 0 {
                        room.truncate(len);
                        self.saved.set(room);
                    }
                }
                _ => {
                    let mut saved = self.saved.take();
                    mbedtls_ssl_ticket_parse(ticket.cast(), session, saved.as_mut_ptr(), saved.len());
                }
            }
        }
    }

    unsafe fn use_cache(&self, cache: *mut mbedtls_ssl_cache_context) {
        let (session, id) = (self.session.at(self.byte()), self.bytes(40));
        unsafe {
            match self.byte() % 7 {
                0 => {
                    mbedtls_ssl_cache_free(cache);
                    mbedtls_ssl_cache_init(cache);
                }
                1 => drop(mbedtls_ssl_cache_get(cache.cast(), id.as_ptr(), id.len(), session)),
                2 => drop(mbedtls_ssl_cache_set(cache.cast(), id.as_ptr(), id.len(), session)),
                3 => drop(mbedtls_ssl_cache_remove(cache.cast(), id.as_ptr(), id.len())),
                4 => mbedtls_ssl_cache_set_timeout(cache, self.int()),
                5 => mbedtls_ssl_cache_set_max_entries(cache, self.int()),
                _ => drop(mbedtls_ssl_cache_get_timeout(cache)),
            }
        }
    }
}

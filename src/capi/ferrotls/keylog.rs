//! The key log: secrets of connections in a file, in the format of NSS, for who looks at captured packets.

use std::ffi::{c_char, c_int};
use std::fmt::Write as _;
use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::capi::guard::guard;
use crate::capi::pk::MBEDTLS_ERR_PK_FILE_IO_ERROR;
use crate::capi::ptr;
use crate::capi::ssl::errors::{MBEDTLS_ERR_SSL_BAD_INPUT_DATA, MBEDTLS_ERR_SSL_INTERNAL_ERROR};
use crate::capi::ssl::inner::config_mut;
use crate::capi::ssl::types::mbedtls_ssl_config;
use crate::tls::want::SecretKind;

/// Writes the secrets of this configuration's connections to a file, in the format of NSS that Wireshark reads. Whoever
/// has the file can decrypt those connections: this is for finding faults, not for production.
///
/// A callback of `mbedtls_ssl_set_export_keys_cb` is called as ever. Each secret is a line, written with one call, so that
/// several configurations, threads and processes may share a file. A line that cannot be written is lost, and the
/// connection goes on.
///
/// \param conf  The configuration.
/// \param path  The file, opened now and appended to; made, for its owner alone, if it is not there. NULL switches the
///              key log off.
///
/// \return  0; `MBEDTLS_ERR_PK_FILE_IO_ERROR` if the file cannot be opened (what was set before stays);
///          `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `conf` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_keylog_file(conf: *mut mbedtls_ssl_config, path: *const c_char) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: NULL or a string.
        let path = unsafe { ptr::path(path) };
        // SAFETY: `conf` is NULL or a configuration that nobody else uses.
        unsafe { set(conf, path) }
    })
}

/// As `ferrotls_conf_keylog_file` with the file that the environment variable SSLKEYLOGFILE names; without it, or with an
/// empty one, the key log is switched off. The library never looks at the variable unless this is called, and not in
/// a program that runs with the rights of somebody else (set-user-ID).
///
/// \param conf  The configuration.
///
/// \return  As `ferrotls_conf_keylog_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_keylog_env(conf: *mut mbedtls_ssl_config) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        let named = std::env::var_os("SSLKEYLOGFILE").filter(|path| !path.is_empty() && !has_lent_rights());
        // SAFETY: `conf` is NULL or a configuration that nobody else uses.
        unsafe { set(conf, named.as_deref().map(Path::new)) }
    })
}

/// Opens the file and keeps it with the configuration.
///
/// # Safety
/// `conf` is NULL or points to a configuration that was initialised or is zero, and no other call is using it.
unsafe fn set(conf: *mut mbedtls_ssl_config, path: Option<&Path>) -> c_int {
    // SAFETY: passed on.
    let Some(inner) = (unsafe { config_mut(conf) }) else {
        return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
    };
    match path.map(KeyLog::open).transpose() {
        Ok(log) => {
            inner.key_log = log.map(Arc::new);
            0
        }
        Err(_) => MBEDTLS_ERR_PK_FILE_IO_ERROR,
    }
}

/// The program has rights that who started it does not have: by set-user-ID, set-group-ID or file capabilities.
fn has_lent_rights() -> bool {
    // SAFETY: these calls only tell numbers of the process.
    unsafe {
        libc::getauxval(libc::AT_SECURE) != 0 || libc::getuid() != libc::geteuid() || libc::getgid() != libc::getegid()
    }
}

/// A file of secrets.
pub struct KeyLog {
    file: File,
}

impl KeyLog {
    /// Opens or makes the file, to be appended to.
    fn open(path: &Path) -> io::Result<Self> {
        let file = OpenOptions::new().append(true).create(true).mode(0o600).open(path)?;
        Ok(Self { file })
    }

    /// Appends the line of a secret. A disk that is full must not end a connection.
    pub fn write(&self, kind: SecretKind, client_random: &[u8; 32], secret: &[u8]) {
        let _ = (&self.file).write_all(line(kind, client_random, secret).as_bytes());
    }
}

/// `<label> <client random> <secret>`, both in hexadecimal, and a newline.
fn line(kind: SecretKind, client_random: &[u8; 32], secret: &[u8]) -> Zeroizing<String> {
    let label = label(kind);
    let mut text = Zeroizing::new(String::with_capacity(
        label.len() + 2 * (client_random.len() + secret.len()) + 3,
    ));
    text.push_str(label);
    for bytes in [client_random.as_slice(), secret] {
        text.push(' ');
        for byte in bytes {
            let _ = write!(text, "{byte:02x}");
        }
    }
    text.push('\n');
    text
}

/// What the format calls a secret.
fn label(kind: SecretKind) -> &'static str {
    match kind {
        SecretKind::ClientHandshake => "CLIENT_HANDSHAKE_TRAFFIC_SECRET",
        SecretKind::ServerHandshake => "SERVER_HANDSHAKE_TRAFFIC_SECRET",
        SecretKind::ClientApplication => "CLIENT_TRAFFIC_SECRET_0",
        SecretKind::ServerApplication => "SERVER_TRAFFIC_SECRET_0",
        SecretKind::Exporter => "EXPORTER_SECRET",
        SecretKind::ClientEarly => "CLIENT_EARLY_TRAFFIC_SECRET",
        SecretKind::EarlyExporter => "EARLY_EXPORTER_SECRET",
        SecretKind::Master(_) => "CLIENT_RANDOM",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_label_random_and_secret() {
        let text = line(SecretKind::EarlyExporter, &[0xab; 32], &[0, 1, 0xff]);
        let random = "ab".repeat(32);
        assert_eq!(text.as_str(), format!("EARLY_EXPORTER_SECRET {random} 0001ff\n"));
        // Nothing was moved to a longer buffer, which would have left a copy behind.
        assert_eq!(text.capacity(), text.len());
    }

    #[test]
    fn null_switches_off_and_an_unusable_file_is_told() {
        let mut conf = std::mem::MaybeUninit::<mbedtls_ssl_config>::zeroed();
        let conf = conf.as_mut_ptr();
        // SAFETY: a zeroed configuration, strings with their ends.
        unsafe {
            assert_eq!(ferrotls_conf_keylog_file(conf, std::ptr::null()), 0);
            let nowhere = c"/no/such/folder/keys".as_ptr();
            assert_eq!(ferrotls_conf_keylog_file(conf, nowhere), MBEDTLS_ERR_PK_FILE_IO_ERROR);
            assert_eq!(
                ferrotls_conf_keylog_file(std::ptr::null_mut(), nowhere),
                MBEDTLS_ERR_SSL_BAD_INPUT_DATA
            );
            assert_eq!(
                ferrotls_conf_keylog_env(std::ptr::null_mut()),
                MBEDTLS_ERR_SSL_BAD_INPUT_DATA
            );
            crate::capi::ssl::config::mbedtls_ssl_config_free(conf);
        }
    }
}

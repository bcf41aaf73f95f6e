//! Is a certificate for this name? As Mbed TLS 3.6 decides: subjectAltName if the extension is there, and only if it is not,
//! the subject's commonName (RFC 6125 section 6.4.4).

use std::net::IpAddr;

use super::{
    crt::Certificate,
    extensions::{form, general_name},
    oid::{self, ext},
};

/// Does the certificate name `expected`: a DNS name, an IP address as text, or a URI as it stands?
pub fn matches(certificate: &Certificate, expected: &str) -> bool {
    let der = certificate.der();
    let address = expected.parse::<IpAddr>().ok();
    if certificate.extensions.has(ext::SUBJECT_ALT_NAME) {
        return certificate.extensions.subject_alt_names.iter().any(|name| {
            let value = name.of(der);
            match form(*name) {
                general_name::DNS_NAME => matches_dns(value, expected, address.is_some()),
                general_name::IP_ADDRESS => match address {
                    Some(IpAddr::V4(v4)) => value == v4.octets(),
                    Some(IpAddr::V6(v6)) => value == v6.octets(),
                    None => false,
                },
                general_name::URI => value == expected.as_bytes(),
                _ => false,
            }
        });
    }
    certificate
        .subject
        .iter()
        .filter(|attribute| attribute.oid.of(der) == oid::COMMON_NAME)
        .any(|attribute| matches_dns(attribute.value.of(der), expected, address.is_some()))
}

/// Equal but for case, or a wildcard for exactly the leftmost label: `*.example.com` is for `www.example.com`, but
/// neither for `example.com` nor for `a.b.example.com` (RFC 6125 section 6.4.3).
///
/// DEVIATION: Mbed TLS also holds an IP address against a wildcard, as if it had labels.
fn matches_dns(presented: &[u8], expected: &str, is_address: bool) -> bool {
    if presented.eq_ignore_ascii_case(expected.as_bytes()) {
        return true;
    }
    if is_address {
        return false;
    }
    let Some(suffix) = presented.strip_prefix(b"*.") else {
        return false;
    };
    match expected.split_once('.') {
        Some((label, rest)) => !label.is_empty() && !suffix.is_empty() && suffix.eq_ignore_ascii_case(rest.as_bytes()),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dns_names() {
        let matches = |presented: &str, expected| matches_dns(presented.as_bytes(), expected, false);
        assert!(matches("example.com", "EXAMPLE.com"));
        assert!(matches("*.example.com", "www.Example.com"));
        assert!(!matches("*.example.com", "example.com"));
        assert!(!matches("*.example.com", "a.b.example.com"));
        assert!(!matches("*.example.com", ".example.com"));
        assert!(!matches("*", "example"));
        assert!(!matches("*.", "x."));
        assert!(!matches("w*.example.com", "www.example.com"));
        assert!(!matches("example.com\0.evil.com", "example.com"));
        assert!(!matches("", "example.com"));
        assert!(!matches_dns(b"*.0.0.1", "127.0.0.1", true));
        assert!(matches_dns(b"127.0.0.1", "127.0.0.1", true));
    }
}

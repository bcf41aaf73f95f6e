//! Certificates judged by this library and by stock Mbed TLS 3.6.6, whose `libmbedx509` is loaded beside it. The input says how
//! a chain, and a revocation list, differ from good ones, before each is signed; so what is judged is what they say, and not
//! only that a signature is wrong. The fuzz target `differential` and `tests/fuzz_differential.rs` share this.
//!
//! Where the two disagree there is either a reason in [`reasons`], or a fault.

pub mod reasons;
mod recipe;
mod stock;

use std::ptr;

use ferrotls::capi::x509_crl::parse::*;
use ferrotls::capi::x509_crl::*;
use ferrotls::capi::x509_crt::parse::*;
use ferrotls::capi::x509_crt::verify::*;
use ferrotls::capi::x509_crt::*;

use self::recipe::Case;
use self::stock::Stock;

/// What a library says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Of each certificate, the trusted one last: whether it is one.
    pub certificates: Vec<bool>,
    /// Of the revocation list, if there is one.
    pub list: Option<bool>,
    /// What the verification returns, and the flags.
    pub verdict: (i32, u32),
}

/// A disagreement.
#[derive(Clone, Debug)]
pub struct Difference {
    pub ours: Said,
    pub stock: Said,
    /// The certificates as DER, the trusted one last, and the list.
    pub files: Vec<Vec<u8>>,
    pub crl: Option<Vec<u8>>,
    /// Why that is so, if it is known.
    pub reason: Option<&'static str>,
}

/// Whether the stock library is there: without it nothing is compared.
pub fn is_possible() -> bool {
    Stock::get().is_some()
}

/// What `input` makes of a chain, judged twice; `Some` where the two disagree.
pub fn compare(input: &[u8]) -> Option<Difference> {
    let case = recipe::read(input, false);
    let library = Stock::get()?;
    let (ours, stock) = (judge(&case, &Stock::ours()), judge(&case, library));
    if ours == stock {
        return None;
    }
    let mut difference = Difference {
        ours,
        stock,
        files: case.certificates,
        crl: case.crl,
        reason: None,
    };
    let soft = || judge(&recipe::read(input, true), library);
    difference.reason = reasons::find_with(&difference, soft);
    Some(difference)
}

/// What the functions of one library say.
fn judge(case: &Case, library: &Stock) -> Said {
    let mut said = Said::default();
    // SAFETY: the objects are initialised before, and freed after; they are as large and as aligned for one library as for the
    // other, which both have the layout of the C headers.
    unsafe {
        let [mut chain, mut trusted]: [mbedtls_x509_crt; 2] = std::mem::zeroed();
        let mut crl: mbedtls_x509_crl = std::mem::zeroed();
        (library.crt_init)(&raw mut chain);
        (library.crt_init)(&raw mut trusted);
        (library.crl_init)(&raw mut crl);
        let (root, others) = case.certificates.split_last().expect("a chain has a root");
        for (der, to) in others
            .iter()
            .map(|der| (der, &raw mut chain))
            .chain([(root, &raw mut trusted)])
        {
            said.certificates
                .push((library.crt_parse)(to, der.as_ptr(), der.len()) == 0);
        }
        if let Some(der) = &case.crl {
            said.list = Some((library.crl_parse)(&raw mut crl, der.as_ptr(), der.len()) == 0);
        }
        if said.certificates.iter().all(|parsed| *parsed) {
            let name = case.name.map_or(ptr::null(), std::ffi::CStr::as_ptr);
            let (chain, trusted, flags) = (&raw mut chain, &raw mut trusted, &raw mut said.verdict.1);
            let crl = if case.crl.is_some() {
                &raw mut crl
            } else {
                ptr::null_mut()
            };
            said.verdict.0 = (library.verify)(chain, trusted, crl, name, flags, None, ptr::null_mut());
        }
        (library.crt_free)(&raw mut chain);
        (library.crt_free)(&raw mut trusted);
        (library.crl_free)(&raw mut crl);
    }
    said
}

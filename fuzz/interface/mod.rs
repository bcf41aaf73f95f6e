//! Random sequences of C calls: the input says which functions are called on which of a set of objects, with what, in what
//! order, and what the callbacks return and call themselves. The fuzz target `interface` and `tests/fuzz_interface.rs` share it.
//!
//! What a C program may not do is not done: objects are initialised before they are used, and lengths are true. All else is:
//! any function on an object that was freed, set up twice, that fails, is in the middle of a handshake, or in whose callback
//! the call is made. Objects that connections rest on are freed and changed only between calls, not from within callbacks.

mod callbacks;
mod connections;
mod objects;
mod settings;

use std::cell::Cell;
use std::collections::VecDeque;
use std::ffi::{c_char, c_int, c_uchar, c_void};
use std::mem::MaybeUninit;
use std::ptr;

use ferrotls::capi::ctr_drbg::*;
use ferrotls::capi::entropy::*;
use ferrotls::capi::pk::mbedtls_pk_context;
use ferrotls::capi::pk::object::*;
use ferrotls::capi::ssl::config::*;
use ferrotls::capi::ssl::context::*;
use ferrotls::capi::ssl::session::*;
use ferrotls::capi::ssl::types::*;
use ferrotls::capi::ssl_cache::*;
use ferrotls::capi::ssl_ticket::*;
use ferrotls::capi::x509_crl::parse::*;
use ferrotls::capi::x509_crl::*;
use ferrotls::capi::x509_crt::parse::*;
use ferrotls::capi::x509_crt::*;
use ferrotls::capi::x509_csr::parse::*;
use ferrotls::capi::x509_csr::*;

/// Most calls that an input makes, those of callbacks included: it has to end soon.
const MAX_CALLS: u32 = 300;
/// Callbacks call so deep.
const MAX_DEPTH: u32 = 3;
/// A direction between two ends holds at most so many bytes.
const MAX_PIPE: usize = 1 << 17;

/// `N` objects of a kind, each in memory of its own so that what is beside it is noticed.
struct Objects<T, const N: usize>([*mut T; N]);

impl<T, const N: usize> Objects<T, N> {
    fn new() -> Self {
        // SAFETY: the objects of the C interface may be all zeros; they are initialised before use.
        Self(std::array::from_fn(|_| {
            Box::into_raw(Box::<T>::new(unsafe { MaybeUninit::zeroed().assume_init() }))
        }))
    }

    /// The one that a byte chooses.
    fn at(&self, byte: u8) -> *mut T {
        self.0[usize::from(byte) % N]
    }

    fn number(byte: u8) -> usize {
        usize::from(byte) % N
    }
}

impl<T, const N: usize> Drop for Objects<T, N> {
    fn drop(&mut self) {
        for object in self.0 {
            // SAFETY: from Box::into_raw, and dropped once. What it holds was freed by its own function.
            drop(unsafe { Box::from_raw(object.cast::<MaybeUninit<T>>()) });
        }
    }
}

/// Everything that calls work on.
struct World {
    /// What is left of the input.
    input: Cell<&'static [u8]>,
    calls: Cell<u32>,
    depth: Cell<u32>,
    /// One of so many callbacks does something else than what it is for; 0: none.
    wild: u8,
    ssl: Objects<mbedtls_ssl_context, 4>,
    conf: Objects<mbedtls_ssl_config, 3>,
    session: Objects<mbedtls_ssl_session, 2>,
    crt: Objects<mbedtls_x509_crt, 3>,
    crl: Objects<mbedtls_x509_crl, 2>,
    csr: Objects<mbedtls_x509_csr, 1>,
    pk: Objects<mbedtls_pk_context, 3>,
    entropy: Objects<mbedtls_entropy_context, 2>,
    drbg: Objects<mbedtls_ctr_drbg_context, 2>,
    ticket: Objects<mbedtls_ssl_ticket_context, 2>,
    cache: Objects<mbedtls_ssl_cache_context, 2>,
    /// What is on its way to each connection: 0 and 1 talk to each other, 2 and 3.
    pipes: [Cell<VecDeque<u8>>; 4],
    /// What was saved, to be loaded.
    saved: Cell<Vec<u8>>,
    /// Lists whose addresses configurations keep, ended by zeros.
    numbers: [[Cell<c_int>; 6]; 3],
    codes: [[Cell<u16>; 6]; 3],
    names: [[Cell<*const c_char>; 4]; 2],
}

thread_local! {
    /// The one that the callbacks of this thread work on.
    static WORLD: Cell<*const World> = const { Cell::new(ptr::null()) };
}

/// Does what `input` says, to its end, and frees everything.
pub fn drive(input: &[u8]) {
    // SAFETY: the world ends before this call does.
    let input: &'static [u8] = unsafe { std::mem::transmute::<&[u8], &'static [u8]>(input) };
    let (first, rest) = input.split_first().unwrap_or((&0, &[]));
    let world = World {
        input: Cell::new(rest),
        calls: Cell::new(0),
        depth: Cell::new(0),
        wild: *first,
        ssl: Objects::new(),
        conf: Objects::new(),
        session: Objects::new(),
        crt: Objects::new(),
        crl: Objects::new(),
        csr: Objects::new(),
        pk: Objects::new(),
        entropy: Objects::new(),
        drbg: Objects::new(),
        ticket: Objects::new(),
        cache: Objects::new(),
        pipes: Default::default(),
        saved: Cell::default(),
        numbers: Default::default(),
        codes: Default::default(),
        names: std::array::from_fn(|_| std::array::from_fn(|_| Cell::new(ptr::null()))),
    };
    WORLD.set(&raw const world);
    world.init();
    while !world.input.get().is_empty() && world.call() {}
    world.free();
    WORLD.set(ptr::null());
}

/// What the callback works on.
fn world() -> &'static World {
    // SAFETY: callbacks run in a call of `drive`, whose world it is.
    unsafe { &*WORLD.get() }
}

impl World {
    /// Every object is initialised.
    fn init(&self) {
        unsafe {
            self.ssl.0.iter().for_each(|x| mbedtls_ssl_init(*x));
            self.conf.0.iter().for_each(|x| mbedtls_ssl_config_init(*x));
            self.session.0.iter().for_each(|x| mbedtls_ssl_session_init(*x));
            self.crt.0.iter().for_each(|x| mbedtls_x509_crt_init(*x));
            self.crl.0.iter().for_each(|x| mbedtls_x509_crl_init(*x));
            self.csr.0.iter().for_each(|x| mbedtls_x509_csr_init(*x));
            self.pk.0.iter().for_each(|x| mbedtls_pk_init(*x));
            self.entropy.0.iter().for_each(|x| mbedtls_entropy_init(*x));
            self.drbg.0.iter().for_each(|x| mbedtls_ctr_drbg_init(*x));
            self.ticket.0.iter().for_each(|x| mbedtls_ssl_ticket_init(*x));
            self.cache.0.iter().for_each(|x| mbedtls_ssl_cache_init(*x));
        }
    }

    /// Every object is freed; freed twice does no harm.
    fn free(&self) {
        unsafe {
            self.ssl.0.iter().for_each(|x| mbedtls_ssl_free(*x));
            self.conf.0.iter().for_each(|x| mbedtls_ssl_config_free(*x));
            self.session.0.iter().for_each(|x| mbedtls_ssl_session_free(*x));
            self.crt.0.iter().for_each(|x| mbedtls_x509_crt_free(*x));
            self.crl.0.iter().for_each(|x| mbedtls_x509_crl_free(*x));
            self.csr.0.iter().for_each(|x| mbedtls_x509_csr_free(*x));
            self.pk.0.iter().for_each(|x| mbedtls_pk_free(*x));
            self.drbg.0.iter().for_each(|x| mbedtls_ctr_drbg_free(*x));
            self.entropy.0.iter().for_each(|x| mbedtls_entropy_free(*x));
            self.ticket.0.iter().for_each(|x| mbedtls_ssl_ticket_free(*x));
            self.cache.0.iter().for_each(|x| mbedtls_ssl_cache_free(*x));
        }
    }

    /// The next byte of the input; 0 at its end.
    fn byte(&self) -> u8 {
        let (first, rest) = self.input.get().split_first().unwrap_or((&0, &[]));
        self.input.set(rest);
        *first
    }

    fn is(&self) -> bool {
        self.byte() & 1 != 0
    }

    /// Of all sizes, small ones most.
    fn number(&self) -> u32 {
        let byte = self.byte();
        match byte & 7 {
            0..=4 => u32::from(byte >> 3),
            5 => u32::from_be_bytes([0, 0, self.byte(), self.byte()]),
            6 => u32::MAX - u32::from(byte >> 3),
            _ => u32::from_be_bytes(std::array::from_fn(|_| self.byte())),
        }
    }

    /// Such a number, as C's `int`.
    fn int(&self) -> c_int {
        self.number() as c_int
    }

    /// Up to `most` bytes of the input, as far as it goes, in memory of their own.
    fn bytes(&self, most: usize) -> Vec<u8> {
        let len = usize::from(self.byte()).min(most).min(self.input.get().len());
        let (bytes, rest) = self.input.get().split_at(len);
        self.input.set(rest);
        bytes.to_vec()
    }

    /// Room of a length up to 16 KB and a little.
    fn room(&self) -> Vec<u8> {
        let byte = usize::from(self.byte());
        vec![0; if byte < 128 { byte } else { (byte - 127) * 131 }]
    }

    /// True once in a while, if callbacks do what they like.
    fn is_wild(&self) -> bool {
        self.wild != 0 && self.byte() < self.wild
    }

    /// One call; false if there were enough.
    fn call(&self) -> bool {
        if self.calls.get() == MAX_CALLS {
            return false;
        }
        self.calls.set(self.calls.get() + 1);
        match self.byte() % 8 {
            0..=2 => self.use_connection(),
            3 => self.disturb(),
            4 => self.set_connection(),
            5 => self.configure(),
            6 => self.look(),
            // Not what may be in use.
            _ if self.depth.get() > 0 => self.use_connection(),
            _ => self.change_object(),
        }
        true
    }

    /// What a callback calls, if it does.
    fn come_back(&self) {
        if self.depth.get() < MAX_DEPTH && self.is_wild() {
            self.depth.set(self.depth.get() + 1);
            for _ in 0..=self.byte() % 3 {
                self.call();
            }
            self.depth.set(self.depth.get() - 1);
        }
    }

    /// What a callback returns: what it should, or anything.
    fn code(&self, usual: c_int) -> c_int {
        if self.is_wild() {
            callbacks::any_code(self)
        } else {
            usual
        }
    }

    /// The pipe, to work on.
    fn with_pipe<R>(&self, at: usize, work: impl FnOnce(&mut VecDeque<u8>) -> R) -> R {
        let mut pipe = self.pipes[at].take();
        let result = work(&mut pipe);
        self.pipes[at].set(pipe);
        result
    }

    /// Something between the ends changes what is on its way.
    fn disturb(&self) {
        let (at, how, place, value) = (self.byte() % 4, self.byte(), self.byte(), self.byte());
        let (more, count) = (self.bytes(64), usize::from(value));
        self.with_pipe(usize::from(at), |pipe| {
            let place = pipe.len().saturating_sub(1).min(usize::from(place));
            match how % 5 {
                0 => pipe.get_mut(place).into_iter().for_each(|byte| *byte ^= value),
                1 => drop(pipe.drain(..count.min(pipe.len()))),
                2 => pipe.extend(more),
                3 => pipe.truncate(place),
                _ => more.into_iter().rev().for_each(|byte| pipe.push_front(byte)),
            }
            pipe.truncate(MAX_PIPE);
        });
    }
}

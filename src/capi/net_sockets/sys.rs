//! Sockets of the system: each call once, with its error as `errno` tells it.

use super::{MBEDTLS_ERR_NET_BIND_FAILED, MBEDTLS_ERR_NET_SOCKET_FAILED};
use core::ffi::{CStr, c_int};
use core::mem::{MaybeUninit, size_of, zeroed};
use core::ptr::{null, null_mut};
use core::time::Duration;
use std::time::Instant;

/// `errno` of a call that failed.
type Errno = c_int;

/// Streams or datagrams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// TCP.
    Stream,
    /// UDP.
    Datagram,
}

/// An address of any family.
#[derive(Clone, Copy)]
pub(super) struct Address {
    storage: libc::sockaddr_storage,
    len: libc::socklen_t,
}

impl Address {
    /// Room for any address.
    fn empty() -> Self {
        // SAFETY: an address of zeros is an address of no family.
        let storage = unsafe { zeroed() };
        let len = socklen(size_of::<libc::sockaddr_storage>());
        Self { storage, len }
    }

    /// Its family, `AF_INET` or `AF_INET6`.
    fn family(&self) -> c_int {
        c_int::from(self.storage.ss_family)
    }

    /// The address without its port: 4 or 16 bytes, or none for other families.
    pub(super) fn ip(&self) -> Vec<u8> {
        let start = (&raw const self.storage).cast::<u8>();
        match self.family() {
            libc::AF_INET => {
                // SAFETY: the storage is large and aligned enough for every family, and the family says it is this one.
                let address = unsafe { start.cast::<libc::sockaddr_in>().read() };
                address.sin_addr.s_addr.to_ne_bytes().to_vec()
            }
            libc::AF_INET6 => {
                // SAFETY: as above.
                let address = unsafe { start.cast::<libc::sockaddr_in6>().read() };
                address.sin6_addr.s6_addr.to_vec()
            }
            _ => Vec::new(),
        }
    }

    /// As the system takes it.
    fn raw(&self) -> *const libc::sockaddr {
        (&raw const self.storage).cast()
    }
}

/// A length as the system takes it.
fn socklen(len: usize) -> libc::socklen_t {
    libc::socklen_t::try_from(len).unwrap_or(0)
}

/// What a system call that returns a negative number on failure says.
fn check(result: c_int) -> Result<c_int, Errno> {
    if result < 0 { Err(errno()) } else { Ok(result) }
}

/// The same for calls that count bytes.
fn check_count(result: isize) -> Result<usize, Errno> {
    usize::try_from(result).map_err(|_| errno())
}

/// `errno` of this thread.
fn errno() -> Errno {
    std::io::Error::last_os_error().raw_os_error().unwrap_or(0)
}

/// Makes the process ignore SIGPIPE, unless it handles it in a way of its own.
///
/// DEVIATION: 3.6 takes a handler of the program away. Nothing here needs that, because sending raises no signal.
pub(super) fn ignore_sigpipe() {
    // SAFETY: reading the present handler into a whole struct; ignoring a signal installs no handler.
    unsafe {
        let mut present: libc::sigaction = zeroed();
        if libc::sigaction(libc::SIGPIPE, null(), &raw mut present) == 0 && present.sa_sigaction == libc::SIG_DFL {
            libc::signal(libc::SIGPIPE, libc::SIG_IGN);
        }
    }
}

/// The addresses of a host and port; without a host, those to listen on.
pub(super) fn resolve(host: Option<&CStr>, port: &CStr, kind: Kind) -> Result<Vec<Address>, Errno> {
    // SAFETY: hints of zeros ask for everything.
    let mut hints: libc::addrinfo = unsafe { zeroed() };
    hints.ai_family = libc::AF_UNSPEC;
    (hints.ai_socktype, hints.ai_protocol) = kind.numbers();
    if host.is_none() {
        hints.ai_flags = libc::AI_PASSIVE;
    }
    let name = host.map_or(null(), CStr::as_ptr);
    let mut list = null_mut();
    // SAFETY: strings or NULL, hints that are set, and a pointer to write.
    let code = unsafe { libc::getaddrinfo(name, port.as_ptr(), &raw const hints, &raw mut list) };
    if code != 0 {
        return Err(code);
    }
    let mut found = Vec::new();
    let mut entry = list;
    // SAFETY: the list is the system's, and not released yet.
    while let Some(info) = unsafe { entry.as_ref() } {
        let len = info.ai_addrlen as usize;
        if !info.ai_addr.is_null() && len <= size_of::<libc::sockaddr_storage>() {
            let mut address = Address::empty();
            let target = (&raw mut address.storage).cast::<u8>();
            // SAFETY: the address has this length, and the storage has room for it.
            unsafe { core::ptr::copy_nonoverlapping(info.ai_addr.cast::<u8>(), target, len) };
            address.len = info.ai_addrlen;
            found.push(address);
        }
        entry = info.ai_next;
    }
    // SAFETY: the list that getaddrinfo() gave, once.
    unsafe { libc::freeaddrinfo(list) };
    Ok(found)
}

impl Kind {
    /// Socket type and protocol.
    fn numbers(self) -> (c_int, c_int) {
        match self {
            Self::Stream => (libc::SOCK_STREAM, libc::IPPROTO_TCP),
            Self::Datagram => (libc::SOCK_DGRAM, libc::IPPROTO_UDP),
        }
    }
}

/// A file descriptor. It is closed by [`Socket::close`] only: C owns it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Socket(pub(super) c_int);

impl Socket {
    /// Opens a socket for an address.
    pub(super) fn open(address: &Address, kind: Kind) -> Result<Self, Errno> {
        let (socktype, protocol) = kind.numbers();
        // SAFETY: numbers only.
        check(unsafe { libc::socket(address.family(), socktype, protocol) }).map(Self)
    }

    /// Streams or datagrams.
    pub(super) fn kind(self) -> Result<Kind, Errno> {
        match self.option(libc::SO_TYPE)? {
            libc::SOCK_STREAM => Ok(Kind::Stream),
            libc::SOCK_DGRAM => Ok(Kind::Datagram),
            _ => Err(libc::ENOTSOCK),
        }
    }

    /// Reads an option that is a number.
    fn option(self, name: c_int) -> Result<c_int, Errno> {
        let mut value: c_int = 0;
        let mut len = socklen(size_of::<c_int>());
        // SAFETY: `value` has the length given.
        check(unsafe { libc::getsockopt(self.0, libc::SOL_SOCKET, name, (&raw mut value).cast(), &raw mut len) })?;
        Ok(value)
    }

    /// Lets the address be bound while an old connection to it is still dying.
    pub(super) fn reuse_address(self) -> Result<(), Errno> {
        let on: c_int = 1;
        // SAFETY: `on` has the length given.
        check(unsafe {
            libc::setsockopt(
                self.0,
                libc::SOL_SOCKET,
                libc::SO_REUSEADDR,
                (&raw const on).cast(),
                socklen(size_of::<c_int>()),
            )
        })?;
        Ok(())
    }

    /// Connects; a signal in between does not end the attempt.
    pub(super) fn connect(self, address: &Address) -> Result<(), Errno> {
        // SAFETY: the address has the length given.
        match check(unsafe { libc::connect(self.0, address.raw(), address.len) }) {
            Ok(_) => Ok(()),
            Err(libc::EINTR) => {
                self.wait(false, true, None)?;
                match self.option(libc::SO_ERROR)? {
                    0 => Ok(()),
                    error => Err(error),
                }
            }
            Err(error) => Err(error),
        }
    }

    /// Binds an address.
    pub(super) fn bind(self, address: &Address) -> Result<(), Errno> {
        // SAFETY: the address has the length given.
        check(unsafe { libc::bind(self.0, address.raw(), address.len) }).map(drop)
    }

    /// Takes connections.
    pub(super) fn listen(self, backlog: c_int) -> Result<(), Errno> {
        // SAFETY: numbers only.
        check(unsafe { libc::listen(self.0, backlog) }).map(drop)
    }

    /// Accepts a connection: its socket, and the client's address.
    pub(super) fn accept(self) -> Result<(Self, Address), Errno> {
        let mut address = Address::empty();
        // SAFETY: the storage has the length given.
        let fd = check(unsafe { libc::accept(self.0, (&raw mut address.storage).cast(), &raw mut address.len) })?;
        Ok((Self(fd), address))
    }

    /// Waits for a datagram and connects to whoever sent it, leaving it to be received.
    pub(super) fn tie_to_sender(self) -> Result<Address, Errno> {
        let mut address = Address::empty();
        let mut byte = 0u8;
        // SAFETY: one byte and a storage of the length given.
        check_count(unsafe {
            libc::recvfrom(
                self.0,
                (&raw mut byte).cast(),
                1,
                libc::MSG_PEEK,
                (&raw mut address.storage).cast(),
                &raw mut address.len,
            )
        })?;
        self.connect(&address)?;
        Ok(address)
    }

    /// Opens another datagram socket bound to the same address. Fails with the code that C gets.
    pub(super) fn open_beside(self) -> Result<Self, c_int> {
        let mut address = Address::empty();
        // SAFETY: the storage has the length given.
        check(unsafe { libc::getsockname(self.0, (&raw mut address.storage).cast(), &raw mut address.len) })
            .map_err(|_| MBEDTLS_ERR_NET_SOCKET_FAILED)?;
        let fresh = Self::open(&address, Kind::Datagram).map_err(|_| MBEDTLS_ERR_NET_SOCKET_FAILED)?;
        let bound = fresh
            .reuse_address()
            .map_err(|_| MBEDTLS_ERR_NET_SOCKET_FAILED)
            .and_then(|()| fresh.bind(&address).map_err(|_| MBEDTLS_ERR_NET_BIND_FAILED));
        if let Err(code) = bound {
            fresh.close();
            return Err(code);
        }
        Ok(fresh)
    }

    /// Whether an error says that a socket which does not block would have had to. On one that blocks the same error is a
    /// time limit of the program's own.
    pub(super) fn would_block(self, error: Errno) -> bool {
        // SAFETY: numbers only.
        let flags = unsafe { libc::fcntl(self.0, libc::F_GETFL) };
        (error == libc::EAGAIN || error == libc::EWOULDBLOCK) && flags & libc::O_NONBLOCK != 0
    }

    /// Sets whether it blocks.
    pub(super) fn set_blocking(self, blocking: bool) -> Result<(), Errno> {
        // SAFETY: numbers only.
        let flags = check(unsafe { libc::fcntl(self.0, libc::F_GETFL) })?;
        let flags = if blocking {
            flags & !libc::O_NONBLOCK
        } else {
            flags | libc::O_NONBLOCK
        };
        // SAFETY: numbers only.
        check(unsafe { libc::fcntl(self.0, libc::F_SETFL, flags) }).map(drop)
    }

    /// Waits until it can be read or written, whichever is asked for, or the time is over; signals do not end it.
    pub(super) fn wait(self, read: bool, write: bool, limit: Option<Duration>) -> Result<(bool, bool), Errno> {
        let end = limit.and_then(|limit| Instant::now().checked_add(limit));
        loop {
            let left = end.map(|end| end.saturating_duration_since(Instant::now()));
            match self.poll(read, write, left) {
                Err(libc::EINTR) => {}
                result => return result,
            }
        }
    }

    /// Waits until it can be read (`true`) or the time is over (`false`); a signal ends it with `EINTR`.
    pub(super) fn wait_once_readable(self, limit: Option<Duration>) -> Result<bool, Errno> {
        self.poll(true, false, limit).map(|(readable, _)| readable)
    }

    /// One call of poll(). An end or an error of the connection counts as readable and writable: the next call tells.
    fn poll(self, read: bool, write: bool, limit: Option<Duration>) -> Result<(bool, bool), Errno> {
        let wanted = if read { libc::POLLIN } else { 0 } | if write { libc::POLLOUT } else { 0 };
        let mut entry = libc::pollfd {
            fd: self.0,
            events: wanted,
            revents: 0,
        };
        let millis = match limit {
            // Up, so that a wait is never shorter than asked for.
            Some(limit) => c_int::try_from(limit.as_micros().div_ceil(1000)).unwrap_or(c_int::MAX),
            None => -1,
        };
        // SAFETY: one entry.
        check(unsafe { libc::poll(&raw mut entry, 1, millis) })?;
        if entry.revents & libc::POLLNVAL != 0 {
            return Err(libc::EBADF);
        }
        let broken = entry.revents & (libc::POLLERR | libc::POLLHUP) != 0;
        let readable = entry.revents & libc::POLLIN != 0 || broken;
        let writable = entry.revents & libc::POLLOUT != 0 || broken;
        Ok((read && readable, write && writable))
    }

    /// Reads what is there, at most the room given.
    pub(super) fn read(self, room: &mut [MaybeUninit<u8>]) -> Result<usize, Errno> {
        // SAFETY: the room has the length given.
        check_count(unsafe { libc::read(self.0, room.as_mut_ptr().cast(), room.len()) })
    }

    /// Writes as much as is taken. A connection that the peer closed is an error, never a signal.
    pub(super) fn write(self, bytes: &[u8]) -> Result<usize, Errno> {
        // SAFETY: the bytes have the length given.
        let sent = check_count(unsafe { libc::send(self.0, bytes.as_ptr().cast(), bytes.len(), libc::MSG_NOSIGNAL) });
        match sent {
            // A program may have put a descriptor of another kind into the context.
            // SAFETY: as above.
            Err(libc::ENOTSOCK) => check_count(unsafe { libc::write(self.0, bytes.as_ptr().cast(), bytes.len()) }),
            result => result,
        }
    }

    /// Ends the connection in both directions.
    pub(super) fn shut_down(self) {
        // SAFETY: numbers only; a socket that is not connected is no fault.
        unsafe { libc::shutdown(self.0, libc::SHUT_RDWR) };
    }

    /// Closes the descriptor.
    pub(super) fn close(self) {
        // SAFETY: C owns the descriptor and asked for it to be closed.
        unsafe { libc::close(self.0) };
    }
}

//! `mbedtls/net_sockets.h`: sockets as programs hand them to `mbedtls_ssl_set_bio`.

use core::ffi::{CStr, c_char, c_int, c_uchar, c_ulong, c_void};
use core::mem::MaybeUninit;
use core::ptr;

use super::guard::guard;
use super::ptr::c_str;
use super::ssl::errors::{MBEDTLS_ERR_SSL_TIMEOUT, MBEDTLS_ERR_SSL_WANT_READ, MBEDTLS_ERR_SSL_WANT_WRITE};

/// No socket could be made.
pub const MBEDTLS_ERR_NET_SOCKET_FAILED: c_int = -0x0042;
/// The connection was refused, or no address answered.
pub const MBEDTLS_ERR_NET_CONNECT_FAILED: c_int = -0x0044;
/// The address could not be bound.
pub const MBEDTLS_ERR_NET_BIND_FAILED: c_int = -0x0046;
/// The socket could not listen.
pub const MBEDTLS_ERR_NET_LISTEN_FAILED: c_int = -0x0048;
/// No connection could be accepted.
pub const MBEDTLS_ERR_NET_ACCEPT_FAILED: c_int = -0x004A;
/// Nothing could be received.
pub const MBEDTLS_ERR_NET_RECV_FAILED: c_int = -0x004C;
/// Nothing could be sent.
pub const MBEDTLS_ERR_NET_SEND_FAILED: c_int = -0x004E;
/// The peer reset the connection.
pub const MBEDTLS_ERR_NET_CONN_RESET: c_int = -0x0050;
/// The host name is not known.
pub const MBEDTLS_ERR_NET_UNKNOWN_HOST: c_int = -0x0052;
/// The buffer is too small for an address.
pub const MBEDTLS_ERR_NET_BUFFER_TOO_SMALL: c_int = -0x0043;
/// The context holds no socket.
pub const MBEDTLS_ERR_NET_INVALID_CONTEXT: c_int = -0x0045;
/// Waiting failed.
pub const MBEDTLS_ERR_NET_POLL_FAILED: c_int = -0x0047;
/// An argument is invalid.
pub const MBEDTLS_ERR_NET_BAD_INPUT_DATA: c_int = -0x0049;
/// Connections that wait to be accepted.
pub const MBEDTLS_NET_LISTEN_BACKLOG: c_int = 10;
/// TCP.
pub const MBEDTLS_NET_PROTO_TCP: c_int = 0;
/// UDP.
pub const MBEDTLS_NET_PROTO_UDP: c_int = 1;
/// Ready to be read.
pub const MBEDTLS_NET_POLL_READ: c_int = 1;
/// Ready to be written.
pub const MBEDTLS_NET_POLL_WRITE: c_int = 2;

/// A socket.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_net_context {
    /// Its descriptor, -1 if there is none.
    pub fd: c_int,
}

/// Initialises a context: no socket.
///
/// \param ctx  The context; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_init(ctx: *mut mbedtls_net_context) {
    // SAFETY: `ctx` is NULL or points to memory for a context.
    guard((), || unsafe {
        if !ctx.is_null() {
            ctx.write(mbedtls_net_context { fd: -1 });
        }
    });
}

/// What the last system call failed with.
fn errno() -> c_int {
    std::io::Error::last_os_error().raw_os_error().unwrap_or(0)
}

fn is(code: c_int, one_of: &[c_int]) -> bool {
    one_of.contains(&code)
}

/// The descriptor of a context; `None` for NULL and for a context without a socket.
///
/// # Safety
/// `ctx` is NULL or initialised.
unsafe fn descriptor(ctx: *const mbedtls_net_context) -> Option<c_int> {
    // SAFETY: as stated.
    unsafe { ctx.as_ref() }.map(|c| c.fd).filter(|fd| *fd >= 0)
}

/// Writing to a connection that the peer has closed must be an error code, not a signal that ends the program. As in
/// 3.6, the signal is ignored for the whole process; a handler of the program's own is left alone.
fn ignore_sigpipe() {
    // SAFETY: plain system calls; the old action is looked at before it is replaced.
    unsafe {
        let mut old: MaybeUninit<libc::sigaction> = MaybeUninit::zeroed();
        if libc::sigaction(libc::SIGPIPE, ptr::null(), old.as_mut_ptr()) == 0
            && old.assume_init().sa_sigaction == libc::SIG_DFL
        {
            libc::signal(libc::SIGPIPE, libc::SIG_IGN);
        }
    }
}

/// The addresses of a name, freed when dropped.
struct Addresses(*mut libc::addrinfo);

impl Addresses {
    fn look_up(host: Option<&CStr>, port: &CStr, proto: c_int, flags: c_int) -> Option<Self> {
        // SAFETY: all-zero hints are valid; the strings end; the result is owned.
        unsafe {
            let mut hints: libc::addrinfo = MaybeUninit::zeroed().assume_init();
            hints.ai_family = libc::AF_UNSPEC;
            hints.ai_flags = flags;
            (hints.ai_socktype, hints.ai_protocol) = if proto == MBEDTLS_NET_PROTO_UDP {
                (libc::SOCK_DGRAM, libc::IPPROTO_UDP)
            } else {
                (libc::SOCK_STREAM, libc::IPPROTO_TCP)
            };
            let mut list = ptr::null_mut();
            let host = host.map_or(ptr::null(), CStr::as_ptr);
            (libc::getaddrinfo(host, port.as_ptr(), &raw const hints, &raw mut list) == 0).then_some(Self(list))
        }
    }

    /// Opens a socket for one address after another until `attempt` succeeds; else the last code.
    fn try_each(&self, mut attempt: impl FnMut(c_int, &libc::addrinfo) -> Result<(), c_int>) -> Result<c_int, c_int> {
        let mut outcome = Err(MBEDTLS_ERR_NET_UNKNOWN_HOST);
        let mut current = self.0;
        // SAFETY: the list is whole until it is freed; each socket is closed unless it is handed on.
        unsafe {
            while let Some(address) = current.as_ref() {
                let kind = address.ai_socktype | libc::SOCK_CLOEXEC;
                let fd = libc::socket(address.ai_family, kind, address.ai_protocol);
                if fd < 0 {
                    outcome = Err(MBEDTLS_ERR_NET_SOCKET_FAILED);
                } else {
                    match attempt(fd, address) {
                        Ok(()) => return Ok(fd),
                        Err(code) => {
                            libc::close(fd);
                            outcome = Err(code);
                        }
                    }
                }
                current = address.ai_next;
            }
        }
        outcome
    }
}

impl Drop for Addresses {
    fn drop(&mut self) {
        // SAFETY: the list came from `getaddrinfo`.
        unsafe { libc::freeaddrinfo(self.0) };
    }
}

/// Connects to a server.
///
/// \param ctx    The context, initialised.
/// \param host   The server's name or address.
/// \param port   Its port, a number or a name.
/// \param proto  `MBEDTLS_NET_PROTO_TCP` or `MBEDTLS_NET_PROTO_UDP`.
///
/// \return  0; `MBEDTLS_ERR_NET_UNKNOWN_HOST`, `MBEDTLS_ERR_NET_SOCKET_FAILED`, `MBEDTLS_ERR_NET_CONNECT_FAILED`, or
///          `MBEDTLS_ERR_NET_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_connect(
    ctx: *mut mbedtls_net_context,
    host: *const c_char,
    port: *const c_char,
    proto: c_int,
) -> c_int {
    guard(MBEDTLS_ERR_NET_SOCKET_FAILED, || {
        // SAFETY: `ctx` is NULL or initialised; the others are NULL or strings.
        unsafe {
            let (false, Some(port)) = (ctx.is_null(), c_str(port)) else {
                return MBEDTLS_ERR_NET_BAD_INPUT_DATA;
            };
            ignore_sigpipe();
            let Some(addresses) = Addresses::look_up(c_str(host), port, proto, 0) else {
                return MBEDTLS_ERR_NET_UNKNOWN_HOST;
            };
            let opened = addresses.try_each(|fd, address| {
                if libc::connect(fd, address.ai_addr, address.ai_addrlen) == 0 {
                    Ok(())
                } else {
                    Err(MBEDTLS_ERR_NET_CONNECT_FAILED)
                }
            });
            store(ctx, opened)
        }
    })
}

/// # Safety
/// `ctx` is initialised.
unsafe fn store(ctx: *mut mbedtls_net_context, opened: Result<c_int, c_int>) -> c_int {
    match opened {
        Ok(fd) => {
            // SAFETY: as stated.
            unsafe { (*ctx).fd = fd };
            0
        }
        Err(code) => code,
    }
}

/// Binds a socket and, for TCP, listens on it.
///
/// \param ctx      The context, initialised.
/// \param bind_ip  The address to bind; NULL: all.
/// \param port     The port, a number or a name.
/// \param proto    `MBEDTLS_NET_PROTO_TCP` or `MBEDTLS_NET_PROTO_UDP`.
///
/// \return  0; `MBEDTLS_ERR_NET_UNKNOWN_HOST`, `MBEDTLS_ERR_NET_SOCKET_FAILED`, `MBEDTLS_ERR_NET_BIND_FAILED`,
///          `MBEDTLS_ERR_NET_LISTEN_FAILED`, or `MBEDTLS_ERR_NET_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_bind(
    ctx: *mut mbedtls_net_context,
    bind_ip: *const c_char,
    port: *const c_char,
    proto: c_int,
) -> c_int {
    guard(MBEDTLS_ERR_NET_SOCKET_FAILED, || {
        // SAFETY: `ctx` is NULL or initialised; the others are NULL or strings.
        unsafe {
            let (false, Some(port)) = (ctx.is_null(), c_str(port)) else {
                return MBEDTLS_ERR_NET_BAD_INPUT_DATA;
            };
            ignore_sigpipe();
            let flags = if bind_ip.is_null() { libc::AI_PASSIVE } else { 0 };
            let Some(addresses) = Addresses::look_up(c_str(bind_ip), port, proto, flags) else {
                return MBEDTLS_ERR_NET_UNKNOWN_HOST;
            };
            let opened = addresses.try_each(|fd, address| {
                let one: c_int = 1;
                let size = size_of::<c_int>() as libc::socklen_t;
                let reuse = (&raw const one).cast();
                if libc::setsockopt(fd, libc::SOL_SOCKET, libc::SO_REUSEADDR, reuse, size) != 0 {
                    return Err(MBEDTLS_ERR_NET_SOCKET_FAILED);
                }
                if libc::bind(fd, address.ai_addr, address.ai_addrlen) != 0 {
                    return Err(MBEDTLS_ERR_NET_BIND_FAILED);
                }
                if proto != MBEDTLS_NET_PROTO_UDP && libc::listen(fd, MBEDTLS_NET_LISTEN_BACKLOG) != 0 {
                    return Err(MBEDTLS_ERR_NET_LISTEN_FAILED);
                }
                Ok(())
            });
            store(ctx, opened)
        }
    })
}

/// Accepts a connection. With UDP, the listening socket becomes the client's and a new one takes its place.
///
/// \param bind_ctx    The listening socket.
/// \param client_ctx  Becomes the client's socket.
/// \param client_ip   Where to put the client's address, 4 or 16 bytes; may be NULL.
/// \param buf_size    The room there, in bytes.
/// \param cip_len     Set to the length of the address, in bytes; may be NULL if `client_ip` is.
///
/// \return  0; `MBEDTLS_ERR_SSL_WANT_READ` if no client waits on a socket that does not block;
///          `MBEDTLS_ERR_NET_ACCEPT_FAILED`, `MBEDTLS_ERR_NET_BUFFER_TOO_SMALL`, `MBEDTLS_ERR_NET_INVALID_CONTEXT`,
///          `MBEDTLS_ERR_NET_SOCKET_FAILED`, `MBEDTLS_ERR_NET_BIND_FAILED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_accept(
    bind_ctx: *mut mbedtls_net_context,
    client_ctx: *mut mbedtls_net_context,
    client_ip: *mut c_void,
    buf_size: usize,
    cip_len: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_NET_ACCEPT_FAILED, || {
        // SAFETY: the contexts are NULL or initialised, the buffer holds `buf_size` bytes, `cip_len` is NULL or writable.
        unsafe {
            let (Some(listener), false) = (descriptor(bind_ctx), client_ctx.is_null()) else {
                return MBEDTLS_ERR_NET_INVALID_CONTEXT;
            };
            let mut peer: libc::sockaddr_storage = MaybeUninit::zeroed().assume_init();
            match accept_one(listener, &mut peer, bind_ctx) {
                Ok(fd) => (*client_ctx).fd = fd,
                Err(code) => return code,
            }
            if client_ip.is_null() {
                return 0;
            }
            let address = (&raw const peer).cast::<c_void>();
            let (bytes, len) = if c_int::from(peer.ss_family) == libc::AF_INET {
                (
                    (&raw const (*address.cast::<libc::sockaddr_in>()).sin_addr).cast::<u8>(),
                    4,
                )
            } else {
                (
                    (&raw const (*address.cast::<libc::sockaddr_in6>()).sin6_addr).cast::<u8>(),
                    16,
                )
            };
            if let Some(out) = cip_len.as_mut() {
                *out = len;
            }
            if buf_size < len {
                return MBEDTLS_ERR_NET_BUFFER_TOO_SMALL;
            }
            ptr::copy_nonoverlapping(bytes, client_ip.cast::<u8>(), len);
            0
        }
    })
}

/// # Safety
/// `bind_ctx` is initialised and holds `listener`.
unsafe fn accept_one(
    listener: c_int,
    peer: &mut libc::sockaddr_storage,
    bind_ctx: *mut mbedtls_net_context,
) -> Result<c_int, c_int> {
    // SAFETY: every length is that of the object it goes with.
    unsafe {
        let mut kind: c_int = 0;
        let mut size = size_of::<c_int>() as libc::socklen_t;
        let place = (&raw mut kind).cast();
        if libc::getsockopt(listener, libc::SOL_SOCKET, libc::SO_TYPE, place, &raw mut size) != 0 {
            return Err(MBEDTLS_ERR_NET_ACCEPT_FAILED);
        }
        let address = ptr::from_mut(peer).cast::<libc::sockaddr>();
        let mut len = size_of::<libc::sockaddr_storage>() as libc::socklen_t;
        if kind == libc::SOCK_STREAM {
            let fd = libc::accept4(listener, address, &raw mut len, libc::SOCK_CLOEXEC);
            return if fd >= 0 {
                Ok(fd)
            } else {
                Err(would_block(MBEDTLS_ERR_NET_ACCEPT_FAILED))
            };
        }
        let mut first = [0_u8; 1];
        let buffer = first.as_mut_ptr().cast();
        if libc::recvfrom(listener, buffer, 1, libc::MSG_PEEK, address, &raw mut len) < 0 {
            return Err(would_block(MBEDTLS_ERR_NET_ACCEPT_FAILED));
        }
        // The socket that the datagram came to goes to the client; a new one listens in its place.
        if libc::connect(listener, address, len) != 0 {
            return Err(MBEDTLS_ERR_NET_ACCEPT_FAILED);
        }
        (*bind_ctx).fd = -1;
        let mut own: libc::sockaddr_storage = MaybeUninit::zeroed().assume_init();
        let own_address = (&raw mut own).cast::<libc::sockaddr>();
        let mut own_len = size_of::<libc::sockaddr_storage>() as libc::socklen_t;
        let named = libc::getsockname(listener, own_address, &raw mut own_len) == 0;
        let fresh = libc::socket(
            c_int::from(own.ss_family),
            libc::SOCK_DGRAM | libc::SOCK_CLOEXEC,
            libc::IPPROTO_UDP,
        );
        let one: c_int = 1;
        let size = size_of::<c_int>() as libc::socklen_t;
        let reuse = (&raw const one).cast();
        if !named || fresh < 0 || libc::setsockopt(fresh, libc::SOL_SOCKET, libc::SO_REUSEADDR, reuse, size) != 0 {
            libc::close(listener);
            return Err(MBEDTLS_ERR_NET_SOCKET_FAILED);
        }
        (*bind_ctx).fd = fresh;
        if libc::bind(fresh, own_address, own_len) != 0 {
            libc::close(listener);
            return Err(MBEDTLS_ERR_NET_BIND_FAILED);
        }
        Ok(listener)
    }
}

/// WANT_READ if the last call would have blocked, else `code`.
fn would_block(code: c_int) -> c_int {
    if is(errno(), &[libc::EAGAIN, libc::EWOULDBLOCK, libc::EINTR]) {
        MBEDTLS_ERR_SSL_WANT_READ
    } else {
        code
    }
}

/// Waits for a socket.
///
/// \param ctx      The socket.
/// \param rw       `MBEDTLS_NET_POLL_READ` and `MBEDTLS_NET_POLL_WRITE`, either or both.
/// \param timeout  Milliseconds; 0: do not wait; `(uint32_t) -1`: no limit.
///
/// \return  What it is ready for, 0 if for nothing in time; `MBEDTLS_ERR_NET_INVALID_CONTEXT`,
///          `MBEDTLS_ERR_NET_BAD_INPUT_DATA`, `MBEDTLS_ERR_NET_POLL_FAILED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_poll(ctx: *mut mbedtls_net_context, rw: u32, timeout: u32) -> c_int {
    const READ: u32 = MBEDTLS_NET_POLL_READ as u32;
    const WRITE: u32 = MBEDTLS_NET_POLL_WRITE as u32;
    guard(MBEDTLS_ERR_NET_POLL_FAILED, || {
        // SAFETY: `ctx` is NULL or initialised.
        let Some(fd) = (unsafe { descriptor(ctx) }) else {
            return MBEDTLS_ERR_NET_INVALID_CONTEXT;
        };
        if rw & !(READ | WRITE) != 0 {
            return MBEDTLS_ERR_NET_BAD_INPUT_DATA;
        }
        let wanted = |bit, events| if rw & bit != 0 { events } else { 0 };
        let events = wanted(READ, libc::POLLIN) | wanted(WRITE, libc::POLLOUT);
        let timeout = c_int::try_from(timeout).unwrap_or(if timeout == u32::MAX { -1 } else { c_int::MAX });
        match wait(fd, events, timeout) {
            Ok(ready) => {
                let ended = libc::POLLHUP | libc::POLLERR;
                let mut out = 0;
                if rw & READ != 0 && ready & (libc::POLLIN | ended) != 0 {
                    out |= MBEDTLS_NET_POLL_READ;
                }
                if rw & WRITE != 0 && ready & (libc::POLLOUT | ended) != 0 {
                    out |= MBEDTLS_NET_POLL_WRITE;
                }
                out
            }
            Err(_) => MBEDTLS_ERR_NET_POLL_FAILED,
        }
    })
}

/// Waits until `fd` is ready; what it is ready for, 0 if the time ran out.
fn wait(fd: c_int, events: i16, timeout: c_int) -> Result<i16, c_int> {
    loop {
        let mut poll = libc::pollfd { fd, events, revents: 0 };
        // SAFETY: one entry, as stated.
        match unsafe { libc::poll(&raw mut poll, 1, timeout) } {
            0 => return Ok(0),
            ready if ready > 0 && poll.revents & libc::POLLNVAL == 0 => return Ok(poll.revents),
            ready if ready < 0 && errno() == libc::EINTR => {}
            _ => return Err(errno()),
        }
    }
}

/// Makes a socket block.
///
/// \param ctx  The socket.
/// \return     0, or a nonzero number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_set_block(ctx: *mut mbedtls_net_context) -> c_int {
    // SAFETY: passed on.
    guard(-1, || unsafe { set_blocking(ctx, true) })
}

/// Makes a socket not block.
///
/// \param ctx  The socket.
/// \return     0, or a nonzero number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_set_nonblock(ctx: *mut mbedtls_net_context) -> c_int {
    // SAFETY: passed on.
    guard(-1, || unsafe { set_blocking(ctx, false) })
}

/// # Safety
/// `ctx` is NULL or initialised.
unsafe fn set_blocking(ctx: *const mbedtls_net_context, blocks: bool) -> c_int {
    // SAFETY: plain system calls on a descriptor.
    unsafe {
        let Some(fd) = descriptor(ctx) else { return -1 };
        let flags = libc::fcntl(fd, libc::F_GETFL);
        if flags < 0 {
            return -1;
        }
        let flags = if blocks {
            flags & !libc::O_NONBLOCK
        } else {
            flags | libc::O_NONBLOCK
        };
        libc::fcntl(fd, libc::F_SETFL, flags)
    }
}

/// Sleeps.
///
/// \param usec  Microseconds.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_net_usleep(usec: c_ulong) {
    guard((), || std::thread::sleep(core::time::Duration::from_micros(usec)));
}

/// Receives. In the form that mbedtls_ssl_set_bio() takes.
///
/// \param ctx  A `mbedtls_net_context`.
/// \param buf  Where to put the bytes.
/// \param len  The room there, in bytes.
///
/// \return  The number of bytes, 0 at the end; `MBEDTLS_ERR_SSL_WANT_READ` if it would block or was interrupted;
///          `MBEDTLS_ERR_NET_CONN_RESET`, `MBEDTLS_ERR_NET_RECV_FAILED`, `MBEDTLS_ERR_NET_INVALID_CONTEXT`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_recv(ctx: *mut c_void, buf: *mut c_uchar, len: usize) -> c_int {
    guard(MBEDTLS_ERR_NET_RECV_FAILED, || {
        // SAFETY: `ctx` is NULL or a context; `buf` holds `len` bytes.
        unsafe {
            let Some(fd) = descriptor(ctx.cast()) else {
                return MBEDTLS_ERR_NET_INVALID_CONTEXT;
            };
            let got = libc::read(fd, buf.cast(), len.min(c_int::MAX as usize));
            if got >= 0 {
                return c_int::try_from(got).unwrap_or(c_int::MAX);
            }
            match errno() {
                libc::EPIPE | libc::ECONNRESET => MBEDTLS_ERR_NET_CONN_RESET,
                _ => would_block(MBEDTLS_ERR_NET_RECV_FAILED),
            }
        }
    })
}

/// Receives, waiting no longer than a given time. In the form that mbedtls_ssl_set_bio() takes.
///
/// \param ctx      A `mbedtls_net_context`.
/// \param buf      Where to put the bytes.
/// \param len      The room there, in bytes.
/// \param timeout  Milliseconds; 0: no limit.
///
/// \return  As mbedtls_net_recv(); `MBEDTLS_ERR_SSL_TIMEOUT` if nothing came in time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_recv_timeout(
    ctx: *mut c_void,
    buf: *mut c_uchar,
    len: usize,
    timeout: u32,
) -> c_int {
    guard(MBEDTLS_ERR_NET_RECV_FAILED, || {
        // SAFETY: `ctx` is NULL or a context; `buf` holds `len` bytes.
        unsafe {
            let Some(fd) = descriptor(ctx.cast()) else {
                return MBEDTLS_ERR_NET_INVALID_CONTEXT;
            };
            let limit = if timeout == 0 {
                -1
            } else {
                c_int::try_from(timeout).unwrap_or(c_int::MAX)
            };
            match wait(fd, libc::POLLIN, limit) {
                Ok(0) => MBEDTLS_ERR_SSL_TIMEOUT,
                Ok(_) => mbedtls_net_recv(ctx, buf, len),
                Err(_) => MBEDTLS_ERR_NET_RECV_FAILED,
            }
        }
    })
}

/// Sends. In the form that mbedtls_ssl_set_bio() takes.
///
/// \param ctx  A `mbedtls_net_context`.
/// \param buf  The bytes.
/// \param len  Their number.
///
/// \return  How many were sent; `MBEDTLS_ERR_SSL_WANT_WRITE` if it would block or was interrupted;
///          `MBEDTLS_ERR_NET_CONN_RESET`, `MBEDTLS_ERR_NET_SEND_FAILED`, `MBEDTLS_ERR_NET_INVALID_CONTEXT`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_send(ctx: *mut c_void, buf: *const c_uchar, len: usize) -> c_int {
    guard(MBEDTLS_ERR_NET_SEND_FAILED, || {
        // SAFETY: `ctx` is NULL or a context; `buf` holds `len` bytes.
        unsafe {
            let Some(fd) = descriptor(ctx.cast()) else {
                return MBEDTLS_ERR_NET_INVALID_CONTEXT;
            };
            let sent = libc::write(fd, buf.cast(), len.min(c_int::MAX as usize));
            if sent >= 0 {
                return c_int::try_from(sent).unwrap_or(c_int::MAX);
            }
            match errno() {
                libc::EPIPE | libc::ECONNRESET => MBEDTLS_ERR_NET_CONN_RESET,
                code if is(code, &[libc::EAGAIN, libc::EWOULDBLOCK, libc::EINTR]) => MBEDTLS_ERR_SSL_WANT_WRITE,
                _ => MBEDTLS_ERR_NET_SEND_FAILED,
            }
        }
    })
}

/// Closes a socket without shutting the connection down (another process may hold it too).
///
/// \param ctx  The socket; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_close(ctx: *mut mbedtls_net_context) {
    // SAFETY: passed on.
    guard((), || unsafe { end(ctx, false) });
}

/// Shuts a connection down and closes its socket.
///
/// \param ctx  The socket; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_free(ctx: *mut mbedtls_net_context) {
    // SAFETY: passed on.
    guard((), || unsafe { end(ctx, true) });
}

/// # Safety
/// `ctx` is NULL or initialised.
unsafe fn end(ctx: *mut mbedtls_net_context, shut_down: bool) {
    // SAFETY: the descriptor is closed once: the context forgets it.
    unsafe {
        if let Some(fd) = descriptor(ctx) {
            if shut_down {
                libc::shutdown(fd, libc::SHUT_RDWR);
            }
            libc::close(fd);
            (*ctx).fd = -1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context() -> mbedtls_net_context {
        mbedtls_net_context { fd: -1 }
    }

    /// The port that a bound socket was given.
    fn port_of(ctx: &mbedtls_net_context) -> std::ffi::CString {
        // SAFETY: the address is as long as stated.
        unsafe {
            let mut address: libc::sockaddr_in = MaybeUninit::zeroed().assume_init();
            let mut len = size_of::<libc::sockaddr_in>() as libc::socklen_t;
            assert_eq!(libc::getsockname(ctx.fd, (&raw mut address).cast(), &raw mut len), 0);
            std::ffi::CString::new(u16::from_be(address.sin_port).to_string()).unwrap()
        }
    }

    #[test]
    fn a_stream_over_loopback() {
        let (mut listener, mut client, mut server) = (context(), context(), context());
        let (mut ip, mut ip_len, mut room) = ([0_u8; 16], 0, [0_u8; 8]);
        let host = c"127.0.0.1".as_ptr();
        // SAFETY: whole contexts and buffers.
        unsafe {
            let (l, c, s) = (&raw mut listener, &raw mut client, &raw mut server);
            assert_eq!(mbedtls_net_bind(l, host, c"0".as_ptr(), MBEDTLS_NET_PROTO_TCP), 0);
            assert_eq!(mbedtls_net_set_nonblock(l), 0);
            let nobody = mbedtls_net_accept(l, s, ptr::null_mut(), 0, ptr::null_mut());
            assert_eq!(nobody, MBEDTLS_ERR_SSL_WANT_READ);
            assert_eq!(mbedtls_net_set_block(l), 0);
            let port = port_of(&listener);
            assert_eq!(mbedtls_net_connect(c, host, port.as_ptr(), MBEDTLS_NET_PROTO_TCP), 0);
            assert_eq!(mbedtls_net_accept(l, s, ip.as_mut_ptr().cast(), 16, &raw mut ip_len), 0);
            assert_eq!((&ip[..4], ip_len), (&[127, 0, 0, 1][..], 4));
            assert_eq!(mbedtls_net_poll(s, 1, 0), 0);
            let nothing = mbedtls_net_recv_timeout(s.cast(), room.as_mut_ptr(), 8, 10);
            assert_eq!(nothing, MBEDTLS_ERR_SSL_TIMEOUT);
            assert_eq!(mbedtls_net_set_nonblock(s), 0);
            assert_eq!(
                mbedtls_net_recv(s.cast(), room.as_mut_ptr(), 8),
                MBEDTLS_ERR_SSL_WANT_READ
            );
            assert_eq!(mbedtls_net_send(c.cast(), b"hello".as_ptr(), 5), 5);
            assert_eq!(mbedtls_net_poll(s, 3, u32::MAX), 3);
            assert_eq!(mbedtls_net_recv_timeout(s.cast(), room.as_mut_ptr(), 8, 0), 5);
            assert_eq!(&room[..5], b"hello");
            mbedtls_net_free(c);
            assert_eq!(client.fd, -1);
            assert_eq!(mbedtls_net_poll(s, 1, 1000), 1);
            assert_eq!(mbedtls_net_recv(s.cast(), room.as_mut_ptr(), 8), 0);
            // The second send after the peer has gone: an error code and no signal.
            let mut code = 0;
            for _ in 0..100 {
                code = mbedtls_net_send(s.cast(), b"x".as_ptr(), 1);
                if code < 0 {
                    break;
                }
                mbedtls_net_usleep(1000);
            }
            assert_eq!(code, MBEDTLS_ERR_NET_CONN_RESET);
            mbedtls_net_close(s);
            mbedtls_net_free(l);
        }
    }

    #[test]
    fn datagrams_make_a_new_listener() {
        let (mut listener, mut client, mut server) = (context(), context(), context());
        let mut room = [0_u8; 8];
        let host = c"127.0.0.1".as_ptr();
        // SAFETY: whole contexts and buffers.
        unsafe {
            let (l, c, s) = (&raw mut listener, &raw mut client, &raw mut server);
            assert_eq!(mbedtls_net_bind(l, host, c"0".as_ptr(), MBEDTLS_NET_PROTO_UDP), 0);
            let port = port_of(&listener);
            assert_eq!(mbedtls_net_connect(c, host, port.as_ptr(), MBEDTLS_NET_PROTO_UDP), 0);
            assert_eq!(mbedtls_net_send(c.cast(), b"hello".as_ptr(), 5), 5);
            assert_eq!(mbedtls_net_accept(l, s, ptr::null_mut(), 0, ptr::null_mut()), 0);
            assert_ne!(listener.fd, server.fd);
            assert_eq!(mbedtls_net_recv(s.cast(), room.as_mut_ptr(), 8), 5);
            for ctx in [l, c, s] {
                mbedtls_net_free(ctx);
            }
        }
    }

    #[test]
    fn misuse_and_null_are_errors() {
        let mut none = context();
        let (null, bad) = (ptr::null_mut(), MBEDTLS_ERR_NET_INVALID_CONTEXT);
        let mut room = [0_u8; 8];
        // SAFETY: NULL is allowed; the context holds no socket.
        unsafe {
            let c = &raw mut none;
            mbedtls_net_init(null);
            mbedtls_net_free(null);
            mbedtls_net_close(null);
            mbedtls_net_free(c);
            for ctx in [null, c] {
                assert_eq!(mbedtls_net_recv(ctx.cast(), room.as_mut_ptr(), 8), bad);
                assert_eq!(mbedtls_net_recv_timeout(ctx.cast(), room.as_mut_ptr(), 8, 1), bad);
                assert_eq!(mbedtls_net_send(ctx.cast(), room.as_ptr(), 8), bad);
                assert_eq!(mbedtls_net_poll(ctx, 1, 0), bad);
                assert_eq!(mbedtls_net_accept(ctx, c, ptr::null_mut(), 0, ptr::null_mut()), bad);
                assert_ne!(mbedtls_net_set_block(ctx), 0);
            }
            assert_eq!(
                mbedtls_net_connect(c, c"localhost".as_ptr(), ptr::null(), 0),
                MBEDTLS_ERR_NET_BAD_INPUT_DATA
            );
            assert_eq!(
                mbedtls_net_bind(null, ptr::null(), c"0".as_ptr(), 0),
                MBEDTLS_ERR_NET_BAD_INPUT_DATA
            );
            let unknown = mbedtls_net_connect(c, c"no such host".as_ptr(), c"1".as_ptr(), 0);
            assert_eq!(unknown, MBEDTLS_ERR_NET_UNKNOWN_HOST);
            // Port 1 of loopback: nobody listens there.
            let refused = mbedtls_net_connect(c, c"127.0.0.1".as_ptr(), c"1".as_ptr(), 0);
            assert_eq!(refused, MBEDTLS_ERR_NET_CONNECT_FAILED);
            assert_eq!(none.fd, -1);
        }
    }
}

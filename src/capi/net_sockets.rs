//! `mbedtls/net_sockets.h`: TCP and UDP sockets in the form that mbedtls_ssl_set_bio() takes.
//!
//! What a name resolves to, and the system calls, stand in [`sys`]; here are the functions of the interface.

mod sys;

use super::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use super::guard::guard;
use super::ptr;
use super::ssl::errors::{MBEDTLS_ERR_SSL_TIMEOUT, MBEDTLS_ERR_SSL_WANT_READ, MBEDTLS_ERR_SSL_WANT_WRITE};
use core::ffi::{CStr, c_char, c_int, c_uchar, c_ulong, c_void};
use core::time::Duration;
use sys::{Kind, Socket};

/// Connections that may wait to be accepted.
pub const MBEDTLS_NET_LISTEN_BACKLOG: c_int = 10;
/// Wait until the socket can be read, or tell that it can.
pub const MBEDTLS_NET_POLL_READ: c_int = 1;
/// Wait until the socket can be written, or tell that it can.
pub const MBEDTLS_NET_POLL_WRITE: c_int = 2;
/// Stream sockets.
pub const MBEDTLS_NET_PROTO_TCP: c_int = 0;
/// Datagram sockets.
pub const MBEDTLS_NET_PROTO_UDP: c_int = 1;
/// No socket could be opened.
pub const MBEDTLS_ERR_NET_SOCKET_FAILED: c_int = -0x0042;
/// The output buffer is too small.
pub const MBEDTLS_ERR_NET_BUFFER_TOO_SMALL: c_int = -0x0043;
/// The server could not be reached.
pub const MBEDTLS_ERR_NET_CONNECT_FAILED: c_int = -0x0044;
/// The context holds no open socket.
pub const MBEDTLS_ERR_NET_INVALID_CONTEXT: c_int = -0x0045;
/// The address could not be bound.
pub const MBEDTLS_ERR_NET_BIND_FAILED: c_int = -0x0046;
/// Waiting for the socket failed.
pub const MBEDTLS_ERR_NET_POLL_FAILED: c_int = -0x0047;
/// The socket could not be made to listen.
pub const MBEDTLS_ERR_NET_LISTEN_FAILED: c_int = -0x0048;
/// An argument is invalid.
pub const MBEDTLS_ERR_NET_BAD_INPUT_DATA: c_int = -0x0049;
/// The incoming connection could not be accepted.
pub const MBEDTLS_ERR_NET_ACCEPT_FAILED: c_int = -0x004A;
/// Receiving failed.
pub const MBEDTLS_ERR_NET_RECV_FAILED: c_int = -0x004C;
/// Sending failed.
pub const MBEDTLS_ERR_NET_SEND_FAILED: c_int = -0x004E;
/// The peer reset the connection.
pub const MBEDTLS_ERR_NET_CONN_RESET: c_int = -0x0050;
/// The host name or address could not be resolved.
pub const MBEDTLS_ERR_NET_UNKNOWN_HOST: c_int = -0x0052;

/// A socket.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_net_context {
    /// Its file descriptor; -1 if there is none. A program may set it to a descriptor of its own.
    pub fd: c_int,
}

/// Makes a context that holds no socket.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_init(ctx: *mut mbedtls_net_context) {
    // SAFETY: C passes NULL or a context.
    guard((), || unsafe { ptr::store(ctx, mbedtls_net_context { fd: -1 }) });
}

/// Connects to a server, trying each of its addresses. Also makes the process ignore SIGPIPE, so that a connection that
/// the peer closed does not end it.
///
/// \param ctx  The context; gets the connected socket, which mbedtls_net_free() closes.
/// \param host  Name or address of the server.
/// \param port  Number or name of the port.
/// \param proto  MBEDTLS_NET_PROTO_TCP or MBEDTLS_NET_PROTO_UDP.
///
/// \return  0, MBEDTLS_ERR_NET_UNKNOWN_HOST, MBEDTLS_ERR_NET_SOCKET_FAILED, MBEDTLS_ERR_NET_CONNECT_FAILED, or
/// MBEDTLS_ERR_NET_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_connect(
    ctx: *mut mbedtls_net_context,
    host: *const c_char,
    port: *const c_char,
    proto: c_int,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or strings.
        let (Some(host), Some(port)) = (unsafe { (ptr::c_str(host), ptr::c_str(port)) }) else {
            return MBEDTLS_ERR_NET_BAD_INPUT_DATA;
        };
        if ctx.is_null() {
            return MBEDTLS_ERR_NET_BAD_INPUT_DATA;
        }
        sys::ignore_sigpipe();
        let opened = first_of_addresses(Some(host), port, proto, |socket, address| {
            socket.connect(address).map_err(|_| MBEDTLS_ERR_NET_CONNECT_FAILED)
        });
        // SAFETY: `ctx` is not NULL and points at a context.
        unsafe { hand_over(opened, ctx) }
    })
}

/// Listens for connections, or for datagrams.
///
/// \param ctx  The context; gets the socket, which mbedtls_net_free() closes.
/// \param bind_ip  Address to listen on; NULL for every address.
/// \param port  Number or name of the port.
/// \param proto  MBEDTLS_NET_PROTO_TCP or MBEDTLS_NET_PROTO_UDP.
///
/// \return  0, MBEDTLS_ERR_NET_UNKNOWN_HOST, MBEDTLS_ERR_NET_SOCKET_FAILED, MBEDTLS_ERR_NET_BIND_FAILED,
/// MBEDTLS_ERR_NET_LISTEN_FAILED, or MBEDTLS_ERR_NET_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_bind(
    ctx: *mut mbedtls_net_context,
    bind_ip: *const c_char,
    port: *const c_char,
    proto: c_int,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or strings.
        let (bind_ip, Some(port)) = (unsafe { (ptr::c_str(bind_ip), ptr::c_str(port)) }) else {
            return MBEDTLS_ERR_NET_BAD_INPUT_DATA;
        };
        if ctx.is_null() {
            return MBEDTLS_ERR_NET_BAD_INPUT_DATA;
        }
        sys::ignore_sigpipe();
        let opened = first_of_addresses(bind_ip, port, proto, |socket, address| {
            socket.reuse_address().map_err(|_| MBEDTLS_ERR_NET_SOCKET_FAILED)?;
            socket.bind(address).map_err(|_| MBEDTLS_ERR_NET_BIND_FAILED)?;
            if kind_of(proto) == Kind::Stream {
                socket
                    .listen(MBEDTLS_NET_LISTEN_BACKLOG)
                    .map_err(|_| MBEDTLS_ERR_NET_LISTEN_FAILED)?;
            }
            Ok(())
        });
        // SAFETY: `ctx` is not NULL and points at a context.
        unsafe { hand_over(opened, ctx) }
    })
}

/// Accepts a connection. For datagrams: waits for one, ties the socket to its sender and gives `bind_ctx` a new socket on
/// the same address; the datagram stays to be received.
///
/// \param bind_ctx  The context of mbedtls_net_bind().
/// \param client_ctx  Gets the socket of the connection.
/// \param client_ip  Gets the address of the client, 4 or 16 bytes; NULL if it is not wanted.
/// \param buf_size  Size of `client_ip`.
/// \param cip_len  Gets the length of the address; not used if `client_ip` is NULL.
///
/// \return  0, MBEDTLS_ERR_SSL_WANT_READ if the socket does not block and nobody connects,
/// MBEDTLS_ERR_NET_ACCEPT_FAILED, MBEDTLS_ERR_NET_SOCKET_FAILED or MBEDTLS_ERR_NET_BIND_FAILED,
/// MBEDTLS_ERR_NET_BUFFER_TOO_SMALL (with the connection accepted) if `client_ip` is too small, or
/// MBEDTLS_ERR_NET_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_accept(
    bind_ctx: *mut mbedtls_net_context,
    client_ctx: *mut mbedtls_net_context,
    client_ip: *mut c_void,
    buf_size: usize,
    cip_len: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if bind_ctx.is_null() || client_ctx.is_null() || (!client_ip.is_null() && cip_len.is_null()) {
            return MBEDTLS_ERR_NET_BAD_INPUT_DATA;
        }
        // SAFETY: not NULL; C passes a context.
        let listening = Socket(unsafe { (*bind_ctx).fd });
        let Ok(kind) = listening.kind() else {
            return MBEDTLS_ERR_NET_ACCEPT_FAILED;
        };
        let accepted = match kind {
            Kind::Stream => listening.accept(),
            Kind::Datagram => listening.tie_to_sender().map(|sender| (listening, sender)),
        };
        let (client, address) = match accepted {
            Ok(accepted) => accepted,
            Err(error) if listening.would_block(error) => return MBEDTLS_ERR_SSL_WANT_READ,
            Err(_) => return MBEDTLS_ERR_NET_ACCEPT_FAILED,
        };
        // SAFETY: neither is NULL; both are contexts.
        unsafe { (*client_ctx).fd = client.0 };
        if kind == Kind::Datagram {
            // SAFETY: as above.
            unsafe { (*bind_ctx).fd = -1 };
            match client.open_beside() {
                // SAFETY: as above.
                Ok(fresh) => unsafe { (*bind_ctx).fd = fresh.0 },
                Err(code) => return code,
            }
        }
        if !client_ip.is_null() {
            let bytes = address.ip();
            // SAFETY: not NULL; C passes a length to write, and `buf_size` bytes.
            unsafe {
                cip_len.write(bytes.len());
                if buf_size < bytes.len() {
                    return MBEDTLS_ERR_NET_BUFFER_TOO_SMALL;
                }
                ptr::copy_out(&bytes, client_ip.cast());
            }
        }
        0
    })
}

/// Waits until a socket can be read or written.
///
/// \param ctx  The context.
/// \param rw  MBEDTLS_NET_POLL_READ, MBEDTLS_NET_POLL_WRITE, or both.
/// \param timeout  How long to wait, in milliseconds; 0 not at all, (uint32_t) -1 without end.
///
/// \return  Those bits of `rw` that hold, 0 if the time is over, MBEDTLS_ERR_NET_INVALID_CONTEXT,
/// MBEDTLS_ERR_NET_BAD_INPUT_DATA if `rw` has other bits, or MBEDTLS_ERR_NET_POLL_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_poll(ctx: *mut mbedtls_net_context, rw: u32, timeout: u32) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or a context.
        let Some(socket) = (unsafe { socket_of(ctx.cast()) }) else {
            return MBEDTLS_ERR_NET_INVALID_CONTEXT;
        };
        let (read, write) = (MBEDTLS_NET_POLL_READ as u32, MBEDTLS_NET_POLL_WRITE as u32);
        if rw & !(read | write) != 0 {
            return MBEDTLS_ERR_NET_BAD_INPUT_DATA;
        }
        let limit = (timeout != u32::MAX).then(|| Duration::from_millis(timeout.into()));
        match socket.wait(rw & read != 0, rw & write != 0, limit) {
            Ok((readable, writable)) => {
                (c_int::from(readable) * MBEDTLS_NET_POLL_READ) | (c_int::from(writable) * MBEDTLS_NET_POLL_WRITE)
            }
            Err(_) => MBEDTLS_ERR_NET_POLL_FAILED,
        }
    })
}

/// Makes a socket block.
///
/// \param ctx  The context.
///
/// \return  0, or -1 if that fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_set_block(ctx: *mut mbedtls_net_context) -> c_int {
    // SAFETY: C passes NULL or a context.
    guard(-1, || unsafe { set_blocking(ctx, true) })
}

/// Makes a socket not block: calls that would have to wait return MBEDTLS_ERR_SSL_WANT_READ or
/// MBEDTLS_ERR_SSL_WANT_WRITE.
///
/// \param ctx  The context.
///
/// \return  0, or -1 if that fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_set_nonblock(ctx: *mut mbedtls_net_context) -> c_int {
    // SAFETY: C passes NULL or a context.
    guard(-1, || unsafe { set_blocking(ctx, false) })
}

/// Waits.
///
/// \param usec  How long, in microseconds.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_net_usleep(usec: c_ulong) {
    #[allow(clippy::useless_conversion, reason = "c_ulong is a u32 on some systems")]
    guard((), || std::thread::sleep(Duration::from_micros(usec.into())));
}

/// Receives at most `len` bytes. Made to be the `f_recv` of mbedtls_ssl_set_bio().
///
/// \param ctx  A `mbedtls_net_context`.
/// \param buf,len  Where the bytes go.
///
/// \return  How many came, 0 at the end of the stream, MBEDTLS_ERR_SSL_WANT_READ if the socket does not block and nothing
/// is there (or a signal came), MBEDTLS_ERR_NET_CONN_RESET, MBEDTLS_ERR_NET_RECV_FAILED, or
/// MBEDTLS_ERR_NET_INVALID_CONTEXT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_recv(ctx: *mut c_void, buf: *mut c_uchar, len: usize) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or a context.
        let Some(socket) = (unsafe { socket_of(ctx) }) else {
            return MBEDTLS_ERR_NET_INVALID_CONTEXT;
        };
        // SAFETY: C passes `len` writable bytes.
        let Some(room) = (unsafe { ptr::uninit_bytes(buf, len) }) else {
            return MBEDTLS_ERR_NET_RECV_FAILED;
        };
        transferred(
            socket,
            socket.read(room),
            MBEDTLS_ERR_SSL_WANT_READ,
            MBEDTLS_ERR_NET_RECV_FAILED,
        )
    })
}

/// Receives at most `len` bytes, waiting for them no longer than a given time. Made to be the `f_recv_timeout` of
/// mbedtls_ssl_set_bio().
///
/// \param ctx  A `mbedtls_net_context`.
/// \param buf,len  Where the bytes go.
/// \param timeout  How long to wait, in milliseconds; 0 without end.
///
/// \return  As mbedtls_net_recv() does, or MBEDTLS_ERR_SSL_TIMEOUT if the time is over.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_recv_timeout(
    ctx: *mut c_void,
    buf: *mut c_uchar,
    len: usize,
    timeout: u32,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or a context.
        let Some(socket) = (unsafe { socket_of(ctx) }) else {
            return MBEDTLS_ERR_NET_INVALID_CONTEXT;
        };
        let limit = (timeout != 0).then(|| Duration::from_millis(timeout.into()));
        match socket.wait_once_readable(limit) {
            Ok(true) => {}
            Ok(false) => return MBEDTLS_ERR_SSL_TIMEOUT,
            Err(libc::EINTR) => return MBEDTLS_ERR_SSL_WANT_READ,
            Err(_) => return MBEDTLS_ERR_NET_RECV_FAILED,
        }
        // SAFETY: the same promises.
        unsafe { mbedtls_net_recv(ctx, buf, len) }
    })
}

/// Sends at most `len` bytes. Made to be the `f_send` of mbedtls_ssl_set_bio().
///
/// \param ctx  A `mbedtls_net_context`.
/// \param buf,len  The bytes.
///
/// \return  How many were sent, MBEDTLS_ERR_SSL_WANT_WRITE if the socket does not block and takes nothing now (or a signal
/// came), MBEDTLS_ERR_NET_CONN_RESET, MBEDTLS_ERR_NET_SEND_FAILED, or MBEDTLS_ERR_NET_INVALID_CONTEXT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_send(ctx: *mut c_void, buf: *const c_uchar, len: usize) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or a context.
        let Some(socket) = (unsafe { socket_of(ctx) }) else {
            return MBEDTLS_ERR_NET_INVALID_CONTEXT;
        };
        // SAFETY: C passes `len` readable bytes.
        let Some(bytes) = (unsafe { ptr::bytes(buf, len) }) else {
            return MBEDTLS_ERR_NET_SEND_FAILED;
        };
        transferred(
            socket,
            socket.write(bytes),
            MBEDTLS_ERR_SSL_WANT_WRITE,
            MBEDTLS_ERR_NET_SEND_FAILED,
        )
    })
}

/// Closes a socket; the other end of the connection may stay open in another process.
///
/// \param ctx  The context; NULL, or one without a socket, is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_close(ctx: *mut mbedtls_net_context) {
    // SAFETY: C passes NULL or a context.
    guard((), || unsafe { release(ctx, false) });
}

/// Ends a connection for every process that shares it, and closes the socket.
///
/// \param ctx  The context; NULL, or one without a socket, is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_free(ctx: *mut mbedtls_net_context) {
    // SAFETY: C passes NULL or a context.
    guard((), || unsafe { release(ctx, true) });
}

/// Everything that is not UDP is TCP, as in 3.6.
fn kind_of(proto: c_int) -> Kind {
    if proto == MBEDTLS_NET_PROTO_UDP {
        Kind::Datagram
    } else {
        Kind::Stream
    }
}

/// Opens a socket for each address in turn until `prepare` succeeds with one; else the code of the last failure.
fn first_of_addresses(
    host: Option<&CStr>,
    port: &CStr,
    proto: c_int,
    prepare: impl Fn(Socket, &sys::Address) -> Result<(), c_int>,
) -> Result<Socket, c_int> {
    let mut code = MBEDTLS_ERR_NET_UNKNOWN_HOST;
    for address in sys::resolve(host, port, kind_of(proto)).map_err(|_| MBEDTLS_ERR_NET_UNKNOWN_HOST)? {
        let Ok(socket) = Socket::open(&address, kind_of(proto)) else {
            code = MBEDTLS_ERR_NET_SOCKET_FAILED;
            continue;
        };
        match prepare(socket, &address) {
            Ok(()) => return Ok(socket),
            Err(failure) => code = failure,
        }
        socket.close();
    }
    Err(code)
}

/// Stores an opened socket in a context; returns what the C function returns.
///
/// # Safety
/// `ctx` must point at a context.
unsafe fn hand_over(opened: Result<Socket, c_int>, ctx: *mut mbedtls_net_context) -> c_int {
    match opened {
        Ok(socket) => {
            // SAFETY: the caller's promise.
            unsafe { (*ctx).fd = socket.0 };
            0
        }
        Err(code) => code,
    }
}

/// The socket of a context; `None` for NULL or a context without one.
///
/// # Safety
/// If `ctx` is not NULL, it must point at a `mbedtls_net_context`.
unsafe fn socket_of(ctx: *const c_void) -> Option<Socket> {
    // SAFETY: the caller's promise.
    let fd = unsafe { ptr::as_ref(ctx.cast::<mbedtls_net_context>()) }?.fd;
    (fd >= 0).then_some(Socket(fd))
}

/// What a C function returns after moving bytes: how many, or the code for what went wrong.
fn transferred(socket: Socket, result: Result<usize, c_int>, want: c_int, failed: c_int) -> c_int {
    match result {
        Ok(count) => c_int::try_from(count).unwrap_or(c_int::MAX),
        Err(libc::EPIPE | libc::ECONNRESET) => MBEDTLS_ERR_NET_CONN_RESET,
        Err(libc::EINTR) => want,
        Err(error) if socket.would_block(error) => want,
        Err(_) => failed,
    }
}

/// Sets whether a context's socket blocks.
///
/// # Safety
/// If `ctx` is not NULL, it must point at a context.
unsafe fn set_blocking(ctx: *mut mbedtls_net_context, blocking: bool) -> c_int {
    // SAFETY: the caller's promise.
    match unsafe { socket_of(ctx.cast()) }.map(|socket| socket.set_blocking(blocking)) {
        Some(Ok(())) => 0,
        _ => -1,
    }
}

/// Closes the socket of a context, if it has one, and forgets it.
///
/// # Safety
/// If `ctx` is not NULL, it must point at a context.
unsafe fn release(ctx: *mut mbedtls_net_context, shut_down: bool) {
    // SAFETY: the caller's promise.
    let Some(socket) = (unsafe { socket_of(ctx.cast()) }) else {
        return;
    };
    if shut_down {
        socket.shut_down();
    }
    socket.close();
    // SAFETY: not NULL, or there would be no socket.
    unsafe { (*ctx).fd = -1 };
}

#[cfg(test)]
mod tests;

//! Sockets against sockets on loopback, and every function with NULL and misuse.

use super::*;
use core::ptr::{null, null_mut};
use std::ffi::CString;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::fd::{AsRawFd, IntoRawFd};

/// A connected pair: ours in a context, the other end as std has it.
fn pair() -> (mbedtls_net_context, TcpStream) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = CString::new(listener.local_addr().unwrap().port().to_string()).unwrap();
    let mut ctx = mbedtls_net_context { fd: -1 };
    // SAFETY: a context and strings.
    let code = unsafe { mbedtls_net_connect(&raw mut ctx, c"127.0.0.1".as_ptr(), port.as_ptr(), 0) };
    assert_eq!(code, 0);
    (ctx, listener.accept().unwrap().0)
}

#[test]
fn bytes_go_both_ways_over_tcp() {
    let (mut ctx, mut peer) = pair();
    let data: *mut c_void = (&raw mut ctx).cast();
    let mut room = [0u8; 16];
    // SAFETY: whole objects of the sizes given.
    unsafe {
        assert_eq!(mbedtls_net_send(data, b"hello".as_ptr(), 5), 5);
        peer.read_exact(&mut room[..5]).unwrap();
        assert_eq!(&room[..5], b"hello");
        assert_eq!(mbedtls_net_poll(&raw mut ctx, 3, 0), MBEDTLS_NET_POLL_WRITE);
        assert_eq!(
            mbedtls_net_recv_timeout(data, room.as_mut_ptr(), 16, 1),
            MBEDTLS_ERR_SSL_TIMEOUT
        );
        peer.write_all(b"world").unwrap();
        assert_eq!(mbedtls_net_poll(&raw mut ctx, 3, u32::MAX), 3);
        assert_eq!(mbedtls_net_recv_timeout(data, room.as_mut_ptr(), 16, 0), 5);
        assert_eq!(&room[..5], b"world");
        drop(peer);
        assert_eq!(mbedtls_net_recv(data, room.as_mut_ptr(), 16), 0);
        mbedtls_net_free(&raw mut ctx);
        assert_eq!(ctx.fd, -1);
        mbedtls_net_free(&raw mut ctx);
    }
}

#[test]
fn a_socket_that_does_not_block_says_so() {
    let (mut ctx, peer) = pair();
    let data: *mut c_void = (&raw mut ctx).cast();
    let mut room = [0u8; 65536];
    // SAFETY: whole objects of the sizes given.
    unsafe {
        assert_eq!(mbedtls_net_set_nonblock(&raw mut ctx), 0);
        assert_eq!(mbedtls_net_recv(data, room.as_mut_ptr(), 16), MBEDTLS_ERR_SSL_WANT_READ);
        let mut sent = 0;
        while sent >= 0 {
            sent = mbedtls_net_send(data, room.as_ptr(), room.len());
        }
        assert_eq!(sent, MBEDTLS_ERR_SSL_WANT_WRITE);
        assert_eq!(mbedtls_net_poll(&raw mut ctx, 2, 0), 0);
        assert_eq!(mbedtls_net_set_block(&raw mut ctx), 0);
        peer.set_nonblocking(false).unwrap();
        mbedtls_net_close(&raw mut ctx);
        assert_eq!(ctx.fd, -1);
    }
}

#[test]
fn a_time_limit_of_the_program_is_not_want_read() {
    let (mut ctx, _peer) = pair();
    let limit = libc::timeval {
        tv_sec: 0,
        tv_usec: 1000,
    };
    let mut room = [0u8; 4];
    // SAFETY: whole objects of the sizes given.
    unsafe {
        let len = libc::socklen_t::try_from(size_of::<libc::timeval>()).unwrap();
        libc::setsockopt(
            ctx.fd,
            libc::SOL_SOCKET,
            libc::SO_RCVTIMEO,
            (&raw const limit).cast(),
            len,
        );
        let code = mbedtls_net_recv((&raw mut ctx).cast(), room.as_mut_ptr(), 4);
        assert_eq!(code, MBEDTLS_ERR_NET_RECV_FAILED);
        mbedtls_net_free(&raw mut ctx);
    }
}

#[test]
fn a_connection_that_was_reset() {
    let (mut ctx, peer) = pair();
    let data: *mut c_void = (&raw mut ctx).cast();
    // Closing with a linger time of zero sends a reset.
    let linger = libc::linger {
        l_onoff: 1,
        l_linger: 0,
    };
    let fd = peer.into_raw_fd();
    let mut room = [0u8; 4];
    // SAFETY: whole objects of the sizes given; the descriptor is ours to close.
    unsafe {
        let len = libc::socklen_t::try_from(size_of::<libc::linger>()).unwrap();
        libc::setsockopt(fd, libc::SOL_SOCKET, libc::SO_LINGER, (&raw const linger).cast(), len);
        libc::close(fd);
        assert_eq!(mbedtls_net_poll(&raw mut ctx, 1, 10_000), 1);
        assert_eq!(mbedtls_net_recv(data, room.as_mut_ptr(), 4), MBEDTLS_ERR_NET_CONN_RESET);
        assert_eq!(mbedtls_net_send(data, room.as_ptr(), 4), MBEDTLS_ERR_NET_CONN_RESET);
        mbedtls_net_free(&raw mut ctx);
    }
}

#[test]
fn a_descriptor_that_is_no_socket() {
    let file = std::fs::OpenOptions::new()
        .read(true)
        .write(true)
        .open("/dev/null")
        .unwrap();
    let mut ctx = mbedtls_net_context { fd: file.as_raw_fd() };
    let data: *mut c_void = (&raw mut ctx).cast();
    let mut room = [0u8; 4];
    // SAFETY: whole objects of the sizes given.
    unsafe {
        assert_eq!(mbedtls_net_send(data, room.as_ptr(), 4), 4);
        assert_eq!(mbedtls_net_recv(data, room.as_mut_ptr(), 4), 0);
        let mut client = mbedtls_net_context { fd: -1 };
        let code = mbedtls_net_accept(&raw mut ctx, &raw mut client, null_mut(), 0, null_mut());
        assert_eq!(code, MBEDTLS_ERR_NET_ACCEPT_FAILED);
    }
}

#[test]
fn accepting_over_tcp_tells_the_address() {
    let (mut listening, mut client) = (mbedtls_net_context { fd: -1 }, mbedtls_net_context { fd: -1 });
    let (mut ip, mut len) = ([0u8; 16], 0);
    // SAFETY: whole objects of the sizes given.
    unsafe {
        assert_eq!(
            mbedtls_net_bind(&raw mut listening, c"127.0.0.1".as_ptr(), c"0".as_ptr(), 0),
            0
        );
        mbedtls_net_set_nonblock(&raw mut listening);
        let nobody = mbedtls_net_accept(&raw mut listening, &raw mut client, null_mut(), 0, null_mut());
        assert_eq!(nobody, MBEDTLS_ERR_SSL_WANT_READ);
        mbedtls_net_set_block(&raw mut listening);
        let port = local_port(listening.fd);
        let _peer = TcpStream::connect(("127.0.0.1", port)).unwrap();
        let accepted = mbedtls_net_accept(
            &raw mut listening,
            &raw mut client,
            ip.as_mut_ptr().cast(),
            16,
            &raw mut len,
        );
        assert_eq!((accepted, len), (0, 4));
        assert_eq!(ip[..4], [127, 0, 0, 1]);
        mbedtls_net_free(&raw mut client);
        let _peer = TcpStream::connect(("127.0.0.1", port)).unwrap();
        let small = mbedtls_net_accept(
            &raw mut listening,
            &raw mut client,
            ip.as_mut_ptr().cast(),
            3,
            &raw mut len,
        );
        assert_eq!((small, len), (MBEDTLS_ERR_NET_BUFFER_TOO_SMALL, 4));
        assert!(client.fd >= 0);
        mbedtls_net_free(&raw mut client);
        // The address is taken now.
        let port = CString::new(port.to_string()).unwrap();
        let taken = mbedtls_net_bind(&raw mut client, c"127.0.0.1".as_ptr(), port.as_ptr(), 0);
        assert!(taken == MBEDTLS_ERR_NET_BIND_FAILED || taken == MBEDTLS_ERR_NET_LISTEN_FAILED);
        mbedtls_net_free(&raw mut listening);
    }
}

#[test]
fn accepting_over_udp_keeps_the_datagram_and_the_port() {
    let (mut listening, mut client) = (mbedtls_net_context { fd: -1 }, mbedtls_net_context { fd: -1 });
    let (mut ip, mut len, mut room) = ([0u8; 16], 0, [0u8; 8]);
    // SAFETY: whole objects of the sizes given.
    unsafe {
        assert_eq!(
            mbedtls_net_bind(&raw mut listening, c"127.0.0.1".as_ptr(), c"0".as_ptr(), 1),
            0
        );
        let port = local_port(listening.fd);
        let peer = UdpSocket::bind("127.0.0.1:0").unwrap();
        peer.send_to(b"one", ("127.0.0.1", port)).unwrap();
        let accepted = mbedtls_net_accept(
            &raw mut listening,
            &raw mut client,
            ip.as_mut_ptr().cast(),
            16,
            &raw mut len,
        );
        assert_eq!((accepted, len), (0, 4));
        assert_eq!(mbedtls_net_recv((&raw mut client).cast(), room.as_mut_ptr(), 8), 3);
        assert_ne!(client.fd, listening.fd);
        assert_eq!(local_port(listening.fd), port);
        mbedtls_net_free(&raw mut client);
        mbedtls_net_free(&raw mut listening);
    }
}

#[test]
fn hosts_and_ports_that_are_not_there() {
    let mut ctx = mbedtls_net_context { fd: -1 };
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = CString::new(free.local_addr().unwrap().port().to_string()).unwrap();
    drop(free);
    // SAFETY: a context and strings.
    unsafe {
        let refused = mbedtls_net_connect(&raw mut ctx, c"127.0.0.1".as_ptr(), port.as_ptr(), 0);
        assert_eq!(refused, MBEDTLS_ERR_NET_CONNECT_FAILED);
        let unknown = mbedtls_net_connect(&raw mut ctx, c"999.999.999.999".as_ptr(), port.as_ptr(), 0);
        assert_eq!(unknown, MBEDTLS_ERR_NET_UNKNOWN_HOST);
        let elsewhere = mbedtls_net_bind(&raw mut ctx, c"192.0.2.1".as_ptr(), port.as_ptr(), 0);
        assert_eq!(elsewhere, MBEDTLS_ERR_NET_BIND_FAILED);
        assert_eq!(ctx.fd, -1);
    }
}

#[test]
fn null_and_contexts_without_a_socket() {
    let mut none = mbedtls_net_context { fd: -1 };
    let mut gone = mbedtls_net_context { fd: 0x00ff_ffff };
    let mut room = [0u8; 4];
    let port = c"1".as_ptr();
    let host = c"127.0.0.1".as_ptr();
    // SAFETY: NULL is allowed everywhere; the rest are whole objects.
    unsafe {
        mbedtls_net_init(null_mut());
        mbedtls_net_free(null_mut());
        mbedtls_net_close(null_mut());
        mbedtls_net_init(&raw mut none);
        assert_eq!(none.fd, -1);
        assert_eq!(
            mbedtls_net_connect(null_mut(), host, port, 0),
            MBEDTLS_ERR_NET_BAD_INPUT_DATA
        );
        assert_eq!(
            mbedtls_net_connect(&raw mut none, null(), port, 0),
            MBEDTLS_ERR_NET_BAD_INPUT_DATA
        );
        assert_eq!(
            mbedtls_net_connect(&raw mut none, host, null(), 0),
            MBEDTLS_ERR_NET_BAD_INPUT_DATA
        );
        assert_eq!(
            mbedtls_net_bind(null_mut(), host, port, 0),
            MBEDTLS_ERR_NET_BAD_INPUT_DATA
        );
        assert_eq!(
            mbedtls_net_bind(&raw mut none, host, null(), 0),
            MBEDTLS_ERR_NET_BAD_INPUT_DATA
        );
        assert!(mbedtls_net_accept(null_mut(), &raw mut none, null_mut(), 0, null_mut()) < 0);
        assert!(mbedtls_net_accept(&raw mut none, null_mut(), null_mut(), 0, null_mut()) < 0);
        assert!(mbedtls_net_accept(&raw mut none, &raw mut gone, room.as_mut_ptr().cast(), 4, null_mut()) < 0);
        for ctx in [null_mut(), &raw mut none] {
            let invalid = MBEDTLS_ERR_NET_INVALID_CONTEXT;
            assert_eq!(mbedtls_net_poll(ctx, 1, 0), invalid);
            assert_eq!(mbedtls_net_recv(ctx.cast(), room.as_mut_ptr(), 4), invalid);
            assert_eq!(mbedtls_net_recv_timeout(ctx.cast(), room.as_mut_ptr(), 4, 1), invalid);
            assert_eq!(mbedtls_net_send(ctx.cast(), room.as_ptr(), 4), invalid);
            assert_eq!(mbedtls_net_set_block(ctx), -1);
            assert_eq!(mbedtls_net_set_nonblock(ctx), -1);
        }
        let data: *mut c_void = (&raw mut gone).cast();
        assert_eq!(mbedtls_net_poll(&raw mut gone, 8, 0), MBEDTLS_ERR_NET_BAD_INPUT_DATA);
        assert_eq!(mbedtls_net_poll(&raw mut gone, 1, 0), MBEDTLS_ERR_NET_POLL_FAILED);
        assert_eq!(
            mbedtls_net_recv(data, room.as_mut_ptr(), 4),
            MBEDTLS_ERR_NET_RECV_FAILED
        );
        assert_eq!(mbedtls_net_recv(data, null_mut(), 4), MBEDTLS_ERR_NET_RECV_FAILED);
        assert_eq!(
            mbedtls_net_recv_timeout(data, room.as_mut_ptr(), 4, 1),
            MBEDTLS_ERR_NET_RECV_FAILED
        );
        assert_eq!(mbedtls_net_send(data, room.as_ptr(), 4), MBEDTLS_ERR_NET_SEND_FAILED);
        assert_eq!(mbedtls_net_send(data, null(), 4), MBEDTLS_ERR_NET_SEND_FAILED);
        assert_eq!(mbedtls_net_set_block(&raw mut gone), -1);
        mbedtls_net_usleep(1);
    }
}

/// The port that a socket is bound to.
fn local_port(fd: c_int) -> u16 {
    use std::os::fd::BorrowedFd;
    // SAFETY: the descriptor is open for the time of the call.
    let owned = unsafe { BorrowedFd::borrow_raw(fd) }.try_clone_to_owned().unwrap();
    UdpSocket::from(owned).local_addr().unwrap().port()
}

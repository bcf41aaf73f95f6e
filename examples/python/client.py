"""An HTTPS request, over a blocking socket of the library's own.

    python client.py PORT CA HOSTNAME

Connects to 127.0.0.1, verifies the chain against CA and the name, and prints what it got.
"""

import sys

import tls


def main(port, ca, hostname):
    config = tls.Config(tls.CLIENT)
    config.trust(ca)
    connection = tls.Connection(config, tls.Socket("127.0.0.1", port), hostname)
    try:
        # Of a socket that blocks, the handshake never has to wait.
        connection.handshake()
    except tls.TLSError as error:
        sys.exit(f"refused: {error}\n{connection.complaints()}")
    print("version", connection.version())
    print("suite", connection.suite())
    print("peer", connection.peer())
    request = f"GET / HTTP/1.1\r\nHost: {hostname}\r\nConnection: close\r\n\r\n".encode()
    while request:
        request = request[connection.write(request):]
    answer = b""
    while (more := connection.read()) != b"":
        answer += more or b""
    connection.close_notify()
    head, _, body = answer.partition(b"\r\n\r\n")
    print("status", head.split(b"\r\n")[0].decode())
    print("body", body.decode().strip())


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("usage: client.py PORT CA HOSTNAME")
    main(*sys.argv[1:])

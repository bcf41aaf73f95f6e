"""An HTTPS server for many clients at once, on one thread, over callbacks of its own.

    python server.py PORT CERTIFICATE KEY

Listens on 127.0.0.1 (PORT 0: any free one, which it prints). The library never sees a socket: it takes bytes from memory
and puts bytes there, and says WANT_READ or WANT_WRITE when it needs more. A selector moves the bytes.
"""

import selectors
import socket
import sys

import tls


class Client:
    """One client: its socket, its connection, and how far its request has come."""

    def __init__(self, config, sock):
        self.sock = sock
        self.memory = tls.Memory()
        self.connection = tls.Connection(config, self.memory)
        self.shaken = self.done = False
        self.request, self.answer = b"", b""

    def receive(self):
        """What the socket has goes to the memory."""
        try:
            data = self.sock.recv(65536)
        except BlockingIOError:
            return
        self.memory.incoming += data
        self.memory.ended = data == b""

    def send(self):
        """What is in the memory goes to the socket, as far as that takes it."""
        try:
            while self.memory.outgoing:
                del self.memory.outgoing[: self.sock.send(self.memory.outgoing)]
        except BlockingIOError:
            pass

    def advance(self):
        """Goes on as far as the bytes that are there allow. Nothing in here waits."""
        if not self.shaken:
            self.shaken = self.connection.handshake()
            if not self.shaken:
                return
        while not self.answer and b"\r\n\r\n" not in self.request and len(self.request) < 65536:
            more = self.connection.read()
            if more is None:
                return
            if more == b"":
                self.done = True
                return
            self.request += more
        if not self.answer and not self.done:
            body = f"hello from Python by {self.connection.version()}\n"
            head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
            self.answer = (head + body).encode()
        while self.answer and (taken := self.connection.write(self.answer)):
            self.answer = self.answer[taken:]
            if not self.answer:
                self.connection.close_notify()
                self.done = True

    def wants(self):
        """What the selector is to wait for; 0 once all is said."""
        if self.memory.outgoing:
            return selectors.EVENT_READ | selectors.EVENT_WRITE
        return 0 if self.done else selectors.EVENT_READ


def serve(selector, client):
    """One event of a client. What goes wrong with it is its end, and nobody else's."""
    try:
        client.receive()
        if not client.done:
            client.advance()
    except (tls.TLSError, OSError) as error:
        print("a client failed:", error, file=sys.stderr)
        client.done = True
    # Also after a failure: the alert that says why.
    try:
        client.send()
    except OSError:
        client.memory.outgoing.clear()
    wanted = 0 if client.memory.ended else client.wants()
    if wanted:
        selector.modify(client.sock, wanted, client)
    else:
        selector.unregister(client.sock)
        client.sock.close()


def main(port, certificate, key):
    config = tls.Config(tls.SERVER)
    config.show(certificate, key)
    listener = socket.create_server(("127.0.0.1", int(port)))
    listener.setblocking(False)
    selector = selectors.DefaultSelector()
    selector.register(listener, selectors.EVENT_READ)
    print("listening on", listener.getsockname()[1], flush=True)
    while True:
        for event, _ in selector.select():
            if event.data is not None:
                serve(selector, event.data)
                continue
            sock, _ = listener.accept()
            sock.setblocking(False)
            selector.register(sock, selectors.EVENT_READ, Client(config, sock))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("usage: server.py PORT CERTIFICATE KEY")
    main(*sys.argv[1:])

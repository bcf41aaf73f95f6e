"""An HTTPS server for the clients under test, with Python's ssl (OpenSSL).

/hello is a line, /long a megabyte, /echo (POST) what was sent, /repo.git a git repository by `git http-backend`.
"""

import http.server
import os
import ssl
import subprocess
import threading

# Port: certificate, highest version, whether a client certificate is required.
PORTS = {
    4433: ("p256", None, False),
    4434: ("wrong-name", None, False),
    4435: ("unknown-ca", None, False),
    4436: ("rsa2048", ssl.TLSVersion.TLSv1_2, False),
    4439: ("p256", ssl.TLSVersion.TLSv1_2, False),
    4438: ("p256", None, True),
    4437: ("rsa2048", None, False),
}


class Handler(http.server.BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.0"

    def do_GET(self):
        self.answer(b"")

    def do_POST(self):
        if "chunked" in self.headers.get("Transfer-Encoding", ""):
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
        else:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.answer(body)

    def answer(self, body):
        """Answers a request with this body."""
        path = self.path.partition("?")[0]
        if path.startswith("/repo.git"):
            self.git(path, body)
            return
        texts = {"/hello": b"hello over " + self.connection.version().encode() + b"\n", "/long": b"0123456789abcde\n" * 65536}
        text = body if path == "/echo" else texts.get(path)
        self.send_response(200 if text is not None else 404)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(text or b"")))
        self.end_headers()
        self.wfile.write(text or b"")

    def git(self, path, body):
        """Lets `git http-backend` answer, as a CGI program."""
        environment = dict(os.environ)
        environment |= {
            "GIT_PROJECT_ROOT": "/out",
            "GIT_HTTP_EXPORT_ALL": "1",
            "PATH_INFO": path,
            "QUERY_STRING": self.path.partition("?")[2],
            "REQUEST_METHOD": self.command,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            "REMOTE_ADDR": "127.0.0.1",
        }
        done = subprocess.run(["git", "http-backend"], input=body, env=environment, capture_output=True, check=False)
        head, _, rest = done.stdout.partition(b"\r\n\r\n")
        self.send_response(200)
        for line in head.split(b"\r\n"):
            name, _, value = line.decode().partition(": ")
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        self.wfile.write(rest)


class Server(http.server.ThreadingHTTPServer):
    """One port; a handshake that fails is told in a line."""

    def __init__(self, port, certificate, highest, required):
        super().__init__(("127.0.0.1", port), Handler)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(f"/pki/{certificate}.crt", f"/pki/{certificate}.key")
        if highest:
            self.context.maximum_version = highest
        if required:
            self.context.load_verify_locations("/pki/ca.crt")
            self.context.verify_mode = ssl.CERT_REQUIRED

    def finish_request(self, request, client_address):
        try:
            with self.context.wrap_socket(request, server_side=True) as secured:
                super().finish_request(secured, client_address)
        except OSError as error:
            print(f"{self.server_port}: {error}", flush=True)


servers = [Server(port, *how) for port, how in PORTS.items()]
for server in servers[1:]:
    threading.Thread(target=server.serve_forever, daemon=True).start()
servers[0].serve_forever()

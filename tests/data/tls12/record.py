#!/usr/bin/env python3
"""Makes recorded.txt: connections of TLS 1.2 between GnuTLS (client) and OpenSSL (server), with their secrets.

The tests of src/tls/keys/recorded12.rs derive the same keys, open the records
and seal them again. Needs gnutls-cli, which logs the master secret, and openssl
3, which says what it exports. The exporter with a context is computed here by
the standard library's HMAC, after the one without has shown that this is right.
In the last connection the client is this program, because GnuTLS tells nobody
the shared secret of ECDHE; that is the work of the package `cryptography`.
A connection is a line with its name, then one line each for what is known of
it, a name and a hexadecimal value.
"""

import hashlib
import hmac
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

OPENSSL = sys.argv[1] if len(sys.argv) > 1 else "openssl"
PSK = bytes(range(0x20, 0x30))
LABEL = "EXPORTER_known_answer"
CONTEXT = b"context"
PSK_ONLY = "NONE:+VERS-TLS1.2:+SIGN-ALL:+COMP-NULL:+GROUP-X25519:+GROUP-SECP256R1:%s"
# Name, suite for OpenSSL, priorities for GnuTLS, digest of the PRF.
CONNECTIONS = [
    ("aes128gcm", "PSK-AES128-GCM-SHA256", "+PSK:+AES-128-GCM:+AEAD", "sha256"),
    ("aes256gcm", "PSK-AES256-GCM-SHA384", "+PSK:+AES-256-GCM:+AEAD", "sha384"),
    ("plain_master_secret", "PSK-AES128-GCM-SHA256", "+PSK:+AES-128-GCM:+AEAD:%NO_SESSION_HASH", "sha256"),
    ("plain_master_secret_sha384", "PSK-AES256-GCM-SHA384", "+PSK:+AES-256-GCM:+AEAD:%NO_SESSION_HASH", "sha384"),
    ("chacha20poly1305", "PSK-CHACHA20-POLY1305", "+PSK:+CHACHA20-POLY1305:+AEAD", "sha256"),
    ("aes128ccm", "PSK-AES128-CCM", "+PSK:+AES-128-CCM:+AEAD", "sha256"),
    ("aes256ccm", "PSK-AES256-CCM", "+PSK:+AES-256-CCM:+AEAD", "sha256"),
    ("aes128ccm8", "PSK-AES128-CCM8", "+PSK:+AES-128-CCM-8:+AEAD", "sha256"),
    ("aes256ccm8", "PSK-AES256-CCM8", "+PSK:+AES-256-CCM-8:+AEAD", "sha256"),
    ("aes128cbc_sha1", "ECDHE-ECDSA-AES128-SHA", "+ECDHE-ECDSA:+AES-128-CBC:+SHA1", "sha256"),
    ("aes256cbc_sha1", "ECDHE-ECDSA-AES256-SHA", "+ECDHE-ECDSA:+AES-256-CBC:+SHA1", "sha256"),
    ("aes128cbc_sha256", "ECDHE-ECDSA-AES128-SHA256", "+ECDHE-ECDSA:+AES-128-CBC:+SHA256", "sha256"),
    ("aes256cbc_sha384", "ECDHE-ECDSA-AES256-SHA384", "+ECDHE-ECDSA:+AES-256-CBC:+SHA384", "sha384"),
]


def prf(digest, secret, label, seed, length):
    seed, out, a = label + seed, b"", label + seed
    while len(out) < length:
        a = hmac.new(secret, a, digest).digest()
        out += hmac.new(secret, a + seed, digest).digest()
    return out[:length]


def relay(source, sink, seen):
    while data := source.recv(65536):
        seen.append(data)
        sink.sendall(data)
    try:
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve_once(folder, port, suite):
    return subprocess.Popen(
        [OPENSSL, "s_server", "-accept", str(port), "-tls1_2", "-cipher", suite + ":@SECLEVEL=0", "-no_ticket",
         "-cert", folder + "/crt", "-key", folder + "/key", "-psk", PSK.hex(), "-naccept", "1",
         "-keymatexport", LABEL, "-keymatexportlen", "40"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def connect(port):
    for _ in range(50):
        try:
            return socket.create_connection(("127.0.0.1", port))
        except ConnectionRefusedError:
            time.sleep(0.1)


def record(folder, name, suite, priorities, digest):
    port, log = free_port(), os.path.join(folder, name + ".log")
    server = serve_once(folder, port, suite)
    listener = socket.create_server(("127.0.0.1", 0))
    seen = [], []

    def serve():
        client, _ = listener.accept()
        upstream = connect(port)
        threading.Thread(target=relay, args=(upstream, client, seen[1])).start()
        relay(client, upstream, seen[0])

    thread = threading.Thread(target=serve)
    thread.start()
    client = subprocess.Popen(
        ["gnutls-cli", "127.0.0.1", "-p", str(listener.getsockname()[1]), "--insecure", "--pskusername", "Client_identity",
         "--pskkey", PSK.hex(), "--priority", PSK_ONLY % priorities, "--logfile", os.devnull],
        env={**os.environ, "SSLKEYLOGFILE": log}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    time.sleep(0.7)
    for end, line in (client, b"from the client\n"), (server, b"from the server\n"):
        end.stdin.write(line)
        end.stdin.flush()
        time.sleep(0.7)
    client.stdin.close()
    client.wait(10)
    thread.join(10)
    time.sleep(0.3)
    server.terminate()
    said = server.stdout.read().decode()
    secrets = dict(re.findall(r"CLIENT_RANDOM (\w+) (\w+)", open(log).read()))
    (random, master), = secrets.items()
    master = bytes.fromhex(master)
    sent, received = b"".join(seen[0]), b"".join(seen[1])
    assert sent[11:43].hex() == random
    extended = "NO_SESSION_HASH" not in priorities
    psk = {"psk": PSK} if suite.startswith("PSK") else {}
    show(name, said, digest, {**psk, "extended": bytes([extended])}, master, sent, received)


def show(name, said, digest, values, master, sent, received):
    randoms = sent[11:43] + received[11:43]
    exported = bytes.fromhex(re.search(r"Keying material: (\w+)", said)[1])
    assert exported == prf(digest, master, LABEL.encode(), randoms, 40), "exporter"
    with_context = lambda context: prf(
        digest, master, LABEL.encode(), randoms + len(context).to_bytes(2, "big") + context, 40)
    values |= {"master_secret": master, "client": sent, "server": received, "exported": exported,
               "exported_with_empty_context": with_context(b""), "exported_with_context": with_context(CONTEXT)}
    print(name)
    for of_name, value in values.items():
        print(of_name, value.hex())
    print()


class Client:
    """A client of ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256 that knows its shared secret."""

    def __init__(self, port):
        self.transport, self.sent, self.received = connect(port), b"", b""
        self.numbers, self.transcript = {"send": 0, "receive": 0}, b""

    def send(self, kind, content):
        self.sent += (record := bytes([kind, 3, 3]) + len(content).to_bytes(2, "big") + content)
        self.transport.sendall(record)

    def receive(self):
        header = self.transport.recv(5, socket.MSG_WAITALL)
        body = self.transport.recv(int.from_bytes(header[3:], "big"), socket.MSG_WAITALL)
        self.received += header + body
        return header[0], body

    def message(self, kind, body):
        message = bytes([kind]) + len(body).to_bytes(3, "big") + body
        self.transcript += message
        return message

    def seal(self, direction, kind, content, open_it=False):
        key, iv = self.keys[direction]
        number = self.numbers[direction].to_bytes(12, "big")
        self.numbers[direction] += 1
        nonce = bytes(a ^ b for a, b in zip(iv, number))
        length = len(content) - 16 if open_it else len(content)
        aad = number[4:] + bytes([kind, 3, 3]) + length.to_bytes(2, "big")
        cipher = ChaCha20Poly1305(key)
        return (cipher.decrypt if open_it else cipher.encrypt)(nonce, content, aad)

    def shake_hands(self):
        extensions = "000a00040002001d" "000b00020100" "00170000" "ff01000100"
        self.send(22, self.message(1, b"\3\3" + os.urandom(32) + bytes.fromhex("00" "0002ccac" "0100" "0017" + extensions)))
        flight = b""
        while not flight.endswith(b"\x0e\0\0\0"):
            flight += self.receive()[1]
        self.transcript += flight
        share = flight[flight.index(b"\x03\x00\x1d\x20") + 4:][:32]
        private = X25519PrivateKey.generate()
        self.shared = private.exchange(X25519PublicKey.from_public_bytes(share))
        self.send(22, self.message(16, b"\0\x0fClient_identity\x20" + private.public_key().public_bytes_raw()))
        premaster = b"\0\x20" + self.shared + len(PSK).to_bytes(2, "big") + PSK
        digest = lambda: hashlib.sha256(self.transcript).digest()
        self.master = prf("sha256", premaster, b"extended master secret", digest(), 48)
        block = prf("sha256", self.master, b"key expansion", flight[6:38] + self.transcript[6:38], 88)
        self.keys = {"send": (block[:32], block[64:76]), "receive": (block[32:64], block[76:])}
        self.send(20, b"\1")
        finished = self.message(20, prf("sha256", self.master, b"client finished", digest(), 12))
        self.send(22, self.seal("send", 22, finished))
        assert self.receive() == (20, b"\1")
        finished = self.seal("receive", 22, self.receive()[1], True)
        assert finished[4:] == prf("sha256", self.master, b"server finished", digest(), 12)


def record_ecdhe_psk(folder):
    port = free_port()
    server = serve_once(folder, port, "ECDHE-PSK-CHACHA20-POLY1305")
    client = Client(port)
    client.shake_hands()
    client.send(23, client.seal("send", 23, b"from the client\n"))
    server.stdin.write(b"from the server\n")
    server.stdin.flush()
    assert client.seal("receive", 23, client.receive()[1], True) == b"from the server\n"
    client.send(21, client.seal("send", 21, b"\1\0"))
    time.sleep(0.3)
    server.terminate()
    values = {"psk": PSK, "shared_secret": client.shared, "extended": b"\1"}
    show("ecdhe_psk", server.stdout.read().decode(), "sha256", values, client.master, client.sent, client.received)


with tempfile.TemporaryDirectory() as folder:
    subprocess.run(
        [OPENSSL, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=a",
         "-keyout", folder + "/key", "-out", folder + "/crt"], check=True, stderr=subprocess.DEVNULL)
    for connection in CONNECTIONS:
        record(folder, *connection)
    record_ecdhe_psk(folder)

# MicroPython's tls module as client and server: micropython.py get PORT NAME AUTHORITIES, micropython.py serve PORT.
import socket
import sys
import tls


def pem(path):
    with open(path, "rb") as file:
        return file.read()


def secured(port, name, authorities):
    context = tls.SSLContext(tls.PROTOCOL_TLS_CLIENT)
    context.verify_mode = tls.CERT_REQUIRED
    context.load_verify_locations(pem(authorities))
    plain = socket.socket()
    plain.connect(socket.getaddrinfo("127.0.0.1", port)[0][-1])
    return context.wrap_socket(plain, server_hostname=name)


def get(port, name, authorities):
    stream = secured(port, name, authorities)
    stream.write(b"GET /long HTTP/1.0\r\n\r\n")
    while stream.readline() != b"\r\n":
        pass
    # Its heap is smaller than the page.
    length = 0
    good = True
    while True:
        line = stream.readline()
        if not line:
            break
        length += len(line)
        good = good and line == b"0123456789abcde\n"
    stream.close()
    print(length, "bytes with", tls.MBEDTLS_VERSION)
    return good and length == 1048576


def serve(port):
    context = tls.SSLContext(tls.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem("/pki/p256.crt"), pem("/pki/p256.key"))
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(socket.getaddrinfo("127.0.0.1", port)[0][-1])
    listener.listen(5)
    while True:
        plain, _ = listener.accept()
        try:
            stream = context.wrap_socket(plain, server_side=True)
            print(stream.readline())
            stream.write(b"HTTP/1.0 200 OK\r\n\r\nfrom micropython\n")
            stream.close()
        except OSError as error:
            print(error)
            plain.close()


if sys.argv[1] == "serve":
    serve(int(sys.argv[2]))
elif not get(int(sys.argv[2]), sys.argv[3], sys.argv[4]):
    print("not what the server has")
    sys.exit(1)

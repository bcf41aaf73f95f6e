"""What these examples need of the C interface, by cffi in ABI mode: no compiler, only the installed shared object.

Structures are memory of the size that they have in C. The interface's version fixes the sizes: whatever is installed as
libmbedtls.so.21 has them.
"""

import subprocess

from cffi import FFI

ffi = FFI()
ffi.cdef("""
    typedef struct { uint64_t room[104]; } mbedtls_ssl_context;
    typedef struct { uint64_t room[51]; } mbedtls_ssl_config;
    typedef struct { uint64_t room[93]; } mbedtls_x509_crt;
    typedef struct { uint64_t room[2]; } mbedtls_pk_context;
    typedef struct { uint64_t room[110]; } mbedtls_entropy_context;
    typedef struct { uint64_t room[49]; } mbedtls_ctr_drbg_context;
    typedef struct { int fd; } mbedtls_net_context;

    typedef int mbedtls_ssl_send_t(void *, const unsigned char *, size_t);
    typedef int mbedtls_ssl_recv_t(void *, unsigned char *, size_t);
    typedef int mbedtls_ssl_recv_timeout_t(void *, unsigned char *, size_t, uint32_t);
    typedef int random_t(void *, unsigned char *, size_t);

    int psa_crypto_init(void);
    void mbedtls_strerror(int code, char *text, size_t size);

    void mbedtls_entropy_init(mbedtls_entropy_context *);
    void mbedtls_entropy_free(mbedtls_entropy_context *);
    int mbedtls_entropy_func(void *, unsigned char *, size_t);
    void mbedtls_ctr_drbg_init(mbedtls_ctr_drbg_context *);
    void mbedtls_ctr_drbg_free(mbedtls_ctr_drbg_context *);
    int mbedtls_ctr_drbg_seed(mbedtls_ctr_drbg_context *, random_t *, void *, const unsigned char *, size_t);
    int mbedtls_ctr_drbg_random(void *, unsigned char *, size_t);

    void mbedtls_x509_crt_init(mbedtls_x509_crt *);
    void mbedtls_x509_crt_free(mbedtls_x509_crt *);
    int mbedtls_x509_crt_parse_file(mbedtls_x509_crt *, const char *path);
    int mbedtls_x509_crt_info(char *text, size_t size, const char *prefix, const mbedtls_x509_crt *);
    int mbedtls_x509_crt_verify_info(char *text, size_t size, const char *prefix, uint32_t flags);
    void mbedtls_pk_init(mbedtls_pk_context *);
    void mbedtls_pk_free(mbedtls_pk_context *);
    int mbedtls_pk_parse_keyfile(mbedtls_pk_context *, const char *path, const char *password, random_t *, void *);

    void mbedtls_ssl_config_init(mbedtls_ssl_config *);
    void mbedtls_ssl_config_free(mbedtls_ssl_config *);
    int mbedtls_ssl_config_defaults(mbedtls_ssl_config *, int endpoint, int transport, int preset);
    void mbedtls_ssl_conf_rng(mbedtls_ssl_config *, random_t *, void *);
    void mbedtls_ssl_conf_ca_chain(mbedtls_ssl_config *, mbedtls_x509_crt *, void *crl);
    int mbedtls_ssl_conf_own_cert(mbedtls_ssl_config *, mbedtls_x509_crt *, mbedtls_pk_context *);

    void mbedtls_ssl_init(mbedtls_ssl_context *);
    void mbedtls_ssl_free(mbedtls_ssl_context *);
    int mbedtls_ssl_setup(mbedtls_ssl_context *, const mbedtls_ssl_config *);
    int mbedtls_ssl_set_hostname(mbedtls_ssl_context *, const char *);
    void mbedtls_ssl_set_bio(mbedtls_ssl_context *, void *, mbedtls_ssl_send_t *, mbedtls_ssl_recv_t *,
                             mbedtls_ssl_recv_timeout_t *);
    int mbedtls_ssl_handshake(mbedtls_ssl_context *);
    int mbedtls_ssl_read(mbedtls_ssl_context *, unsigned char *, size_t);
    int mbedtls_ssl_write(mbedtls_ssl_context *, const unsigned char *, size_t);
    int mbedtls_ssl_close_notify(mbedtls_ssl_context *);
    uint32_t mbedtls_ssl_get_verify_result(const mbedtls_ssl_context *);
    const char *mbedtls_ssl_get_version(const mbedtls_ssl_context *);
    const char *mbedtls_ssl_get_ciphersuite(const mbedtls_ssl_context *);
    const mbedtls_x509_crt *mbedtls_ssl_get_peer_cert(const mbedtls_ssl_context *);

    void mbedtls_net_init(mbedtls_net_context *);
    void mbedtls_net_free(mbedtls_net_context *);
    int mbedtls_net_connect(mbedtls_net_context *, const char *host, const char *port, int protocol);
    int mbedtls_net_send(void *, const unsigned char *, size_t);
    int mbedtls_net_recv(void *, unsigned char *, size_t);
""")


def installed():
    """The shared object, found by pkg-config (PKG_CONFIG_PATH says where else to look)."""
    words = ["pkg-config", "--variable=libdir", "mbedtls"]
    folder = subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()
    return folder + "/libmbedtls.so.21"


# What it refers to, libmbedcrypto among it, is found through it.
lib = ffi.dlopen(installed())

CLIENT, SERVER = 0, 1
STREAM, DEFAULT = 0, 0
WANT_READ, WANT_WRITE = -0x6900, -0x6880
CLOSE_NOTIFY, NEW_TICKET = -0x7880, -0x7B00
NO_FLAGS_YET = 0xFFFFFFFF


class TLSError(Exception):
    """A negative return code, with the library's own words for it."""

    def __init__(self, what, code):
        text = ffi.new("char[200]")
        lib.mbedtls_strerror(code, text, len(text))
        super().__init__(f"{what}: -0x{-code:04x} {ffi.string(text).decode()}")
        self.code = code


def must(function, *arguments):
    """Calls a function by its name; what it returns, unless that is an error."""
    code = getattr(lib, function)(*arguments)
    if code < 0:
        raise TLSError(function, code)
    return code


def pointer(function):
    """One of the library's functions, to be handed to another."""
    return ffi.addressof(lib, function)


def owned(kind, init, free):
    """A structure, initialised, and freed when Python lets go of it. Who gives its address away to C keeps it alive."""
    memory = ffi.new(f"{kind} *")
    getattr(lib, init)(memory)
    return ffi.gc(memory, getattr(lib, free))


class Config:
    """What the connections of a program share."""

    def __init__(self, endpoint):
        # Python frees these in the order of their names here: the configuration before what it points to.
        self.conf = owned("mbedtls_ssl_config", "mbedtls_ssl_config_init", "mbedtls_ssl_config_free")
        self.drbg = owned("mbedtls_ctr_drbg_context", "mbedtls_ctr_drbg_init", "mbedtls_ctr_drbg_free")
        self.entropy = owned("mbedtls_entropy_context", "mbedtls_entropy_init", "mbedtls_entropy_free")
        self.chains, self.keys = [], []
        # Generator and PSA: ferrotls needs neither, Mbed TLS itself does.
        must("psa_crypto_init")
        must("mbedtls_ctr_drbg_seed", self.drbg, pointer("mbedtls_entropy_func"), self.entropy, ffi.NULL, 0)
        must("mbedtls_ssl_config_defaults", self.conf, endpoint, STREAM, DEFAULT)
        lib.mbedtls_ssl_conf_rng(self.conf, *self.random())

    def random(self):
        return pointer("mbedtls_ctr_drbg_random"), self.drbg

    def chain(self, path):
        crt = owned("mbedtls_x509_crt", "mbedtls_x509_crt_init", "mbedtls_x509_crt_free")
        must("mbedtls_x509_crt_parse_file", crt, path.encode())
        self.chains.append(crt)
        return crt

    def trust(self, path):
        """Peers must show a certificate that one of these has issued."""
        lib.mbedtls_ssl_conf_ca_chain(self.conf, self.chain(path), ffi.NULL)

    def show(self, certificate, key):
        """Our own certificate, with its chain, and the key to it."""
        pk = owned("mbedtls_pk_context", "mbedtls_pk_init", "mbedtls_pk_free")
        must("mbedtls_pk_parse_keyfile", pk, key.encode(), ffi.NULL, *self.random())
        self.keys.append(pk)
        must("mbedtls_ssl_conf_own_cert", self.conf, self.chain(certificate), pk)


class Connection:
    """One connection over a transport: an object with `bio()`, the arguments of mbedtls_ssl_set_bio."""

    def __init__(self, config, transport, hostname=None):
        # The context is freed first, as it is named first.
        self.ssl = owned("mbedtls_ssl_context", "mbedtls_ssl_init", "mbedtls_ssl_free")
        self.transport, self.config = transport, config
        must("mbedtls_ssl_setup", self.ssl, config.conf)
        if hostname is not None:
            must("mbedtls_ssl_set_hostname", self.ssl, hostname.encode())
        lib.mbedtls_ssl_set_bio(self.ssl, *transport.bio())

    def handshake(self):
        """True once it is over; False if the transport has to move first."""
        code = lib.mbedtls_ssl_handshake(self.ssl)
        if code in (WANT_READ, WANT_WRITE):
            return False
        if code != 0:
            raise TLSError("mbedtls_ssl_handshake", code)
        return True

    def read(self, size=16384):
        """Some bytes; none at the end of the peer's data; None if there are none yet."""
        data = ffi.new("unsigned char[]", size)
        code = lib.mbedtls_ssl_read(self.ssl, data, size)
        if code in (WANT_READ, WANT_WRITE, NEW_TICKET):
            return None
        if code < 0 and code != CLOSE_NOTIFY:
            raise TLSError("mbedtls_ssl_read", code)
        return bytes(ffi.buffer(data, max(code, 0)))

    def write(self, data):
        """How many bytes were taken; 0 if the transport has to move first. Then the same bytes are to be written again."""
        code = lib.mbedtls_ssl_write(self.ssl, data, len(data))
        if code in (WANT_READ, WANT_WRITE):
            return 0
        if code < 0:
            raise TLSError("mbedtls_ssl_write", code)
        return code

    def close_notify(self):
        lib.mbedtls_ssl_close_notify(self.ssl)

    def complaints(self):
        """What was found wrong with the peer's certificate, in words."""
        flags = lib.mbedtls_ssl_get_verify_result(self.ssl)
        if flags in (0, NO_FLAGS_YET):
            return ""
        text = ffi.new("char[1000]")
        lib.mbedtls_x509_crt_verify_info(text, len(text), b"", flags)
        return ffi.string(text).decode().strip()

    def version(self):
        return ffi.string(lib.mbedtls_ssl_get_version(self.ssl)).decode()

    def suite(self):
        return ffi.string(lib.mbedtls_ssl_get_ciphersuite(self.ssl)).decode()

    def peer(self):
        """The subject of the peer's certificate. The certificate belongs to the connection."""
        crt = lib.mbedtls_ssl_get_peer_cert(self.ssl)
        if crt == ffi.NULL:
            return "nobody"
        text = ffi.new("char[4000]")
        must("mbedtls_x509_crt_info", text, len(text), b"", crt)
        lines = ffi.string(text).decode(errors="replace").splitlines()
        return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("subject name"))


class Socket:
    """A transport that is the library's own: a blocking socket of net_sockets.h."""

    def __init__(self, host, port):
        self.net = owned("mbedtls_net_context", "mbedtls_net_init", "mbedtls_net_free")
        must("mbedtls_net_connect", self.net, host.encode(), str(port).encode(), 0)

    def bio(self):
        return self.net, pointer("mbedtls_net_send"), pointer("mbedtls_net_recv"), ffi.NULL


class Memory:
    """A transport that is Python's: what came in and what is to go out, as bytes. Somebody else moves them."""

    LIMIT = 65536

    def __init__(self):
        self.incoming, self.outgoing, self.ended = bytearray(), bytearray(), False
        # C is handed this, and hands it to the callbacks. It does not keep the transport alive: the connection does.
        self.handle = ffi.new_handle(self)

    def bio(self):
        return self.handle, on_send, on_recv, ffi.NULL


# One pair of callbacks for all connections. An exception must not cross C: then the value of `error` is returned.
@ffi.callback("mbedtls_ssl_send_t", error=-1)
def on_send(context, data, size):
    transport = ffi.from_handle(context)
    room = Memory.LIMIT - len(transport.outgoing)
    if room <= 0:
        return WANT_WRITE
    taken = min(size, room)
    transport.outgoing += ffi.buffer(data, taken)
    return taken


@ffi.callback("mbedtls_ssl_recv_t", error=-1)
def on_recv(context, data, size):
    transport = ffi.from_handle(context)
    given = min(size, len(transport.incoming))
    if given == 0:
        return 0 if transport.ended else WANT_READ
    ffi.memmove(data, transport.incoming[:given], given)
    del transport.incoming[:given]
    return given

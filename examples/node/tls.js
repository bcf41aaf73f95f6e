'use strict';
// What these examples need of the C interface, by koffi: no compiler, only the installed shared object.
//
// Structures are buffers of the size that they have in C. The interface's version fixes the sizes: whatever is installed as
// libmbedtls.so.21 has them. A buffer that C knows the address of is kept in a field for as long as C may use it.

const { execFileSync } = require('node:child_process');
const koffi = require('koffi');

// Found by pkg-config (PKG_CONFIG_PATH says where else to look).
const folder = execFileSync('pkg-config', ['--variable=libdir', 'mbedtls'], { encoding: 'utf8' }).trim();
// What it refers to, libmbedcrypto among it, is found through it.
const library = koffi.load(folder + '/libmbedtls.so.21');

// Both callbacks of a transport, as C sees them.
const Send = koffi.proto('int Send(void *context, const uint8_t *data, size_t size)');
const Recv = koffi.proto('int Recv(void *context, uint8_t *data, size_t size)');

const c = {};
for (const prototype of [
  'int psa_crypto_init()',
  'void mbedtls_strerror(int code, void *text, size_t size)',
  'void mbedtls_entropy_init(void *entropy)',
  'void mbedtls_entropy_free(void *entropy)',
  'void mbedtls_ctr_drbg_init(void *drbg)',
  'void mbedtls_ctr_drbg_free(void *drbg)',
  'int mbedtls_ctr_drbg_seed(void *drbg, void *function, void *entropy, void *custom, size_t size)',
  'void mbedtls_x509_crt_init(void *crt)',
  'void mbedtls_x509_crt_free(void *crt)',
  'int mbedtls_x509_crt_parse_file(void *crt, const char *path)',
  'int mbedtls_x509_crt_info(void *text, size_t size, const char *prefix, void *crt)',
  'int mbedtls_x509_crt_verify_info(void *text, size_t size, const char *prefix, uint32_t flags)',
  'void mbedtls_pk_init(void *key)',
  'void mbedtls_pk_free(void *key)',
  'int mbedtls_pk_parse_keyfile(void *key, const char *path, const char *password, void *random, void *drbg)',
  'void mbedtls_ssl_config_init(void *conf)',
  'void mbedtls_ssl_config_free(void *conf)',
  'int mbedtls_ssl_config_defaults(void *conf, int endpoint, int transport, int preset)',
  'void mbedtls_ssl_conf_rng(void *conf, void *random, void *drbg)',
  'void mbedtls_ssl_conf_ca_chain(void *conf, void *crt, void *crl)',
  'int mbedtls_ssl_conf_own_cert(void *conf, void *crt, void *key)',
  'void mbedtls_ssl_init(void *ssl)',
  'void mbedtls_ssl_free(void *ssl)',
  'int mbedtls_ssl_setup(void *ssl, void *conf)',
  'int mbedtls_ssl_set_hostname(void *ssl, const char *name)',
  'void mbedtls_ssl_set_bio(void *ssl, void *context, Send *send, Recv *recv, void *timed)',
  'int mbedtls_ssl_handshake(void *ssl)',
  'int mbedtls_ssl_read(void *ssl, void *data, size_t size)',
  'int mbedtls_ssl_write(void *ssl, void *data, size_t size)',
  'int mbedtls_ssl_close_notify(void *ssl)',
  'uint32_t mbedtls_ssl_get_verify_result(void *ssl)',
  'const char *mbedtls_ssl_get_version(void *ssl)',
  'const char *mbedtls_ssl_get_ciphersuite(void *ssl)',
  'void *mbedtls_ssl_get_peer_cert(void *ssl)',
]) {
  const name = /(\w+)\(/.exec(prototype)[1];
  c[name] = library.func(prototype);
}

// Functions of the library that are handed back to it.
const entropyFunction = library.symbol('mbedtls_entropy_func', 'void *');
const randomFunction = library.symbol('mbedtls_ctr_drbg_random', 'void *');

const SIZES = { ssl: 832, ssl_config: 408, x509_crt: 744, pk: 16, entropy: 880, ctr_drbg: 392 };
const CLIENT = 0;
const SERVER = 1;
const WANT_READ = -0x6900;
const WANT_WRITE = -0x6880;
const CLOSE_NOTIFY = -0x7880;
const NEW_TICKET = -0x7b00;

// A negative return code, with the library's own words for it.
class TLSError extends Error {
  constructor(what, code) {
    const text = Buffer.alloc(200);
    c.mbedtls_strerror(code, text, text.length);
    super(`${what}: -0x${(-code).toString(16).padStart(4, '0')} ${string(text)}`);
    this.code = code;
  }
}

// The text that C has written into a buffer.
function string(buffer) {
  return buffer.toString('utf8', 0, buffer.indexOf(0));
}

// Calls a function by its name; what it returns, unless that is an error.
function must(name, ...args) {
  const code = c[name](...args);
  if (code < 0) {
    throw new TLSError(name, code);
  }
  return code;
}

function structure(name) {
  const memory = Buffer.alloc(SIZES[name]);
  c[`mbedtls_${name}_init`](memory);
  return memory;
}

// What the connections of a program share. Who makes one frees it, after its connections.
class Config {
  constructor(endpoint) {
    this.conf = structure('ssl_config');
    this.entropy = structure('entropy');
    this.drbg = structure('ctr_drbg');
    this.chains = [];
    this.keys = [];
    // Generator and PSA: ferrotls needs neither, Mbed TLS itself does.
    must('psa_crypto_init');
    must('mbedtls_ctr_drbg_seed', this.drbg, entropyFunction, this.entropy, null, 0);
    must('mbedtls_ssl_config_defaults', this.conf, endpoint, 0, 0);
    c.mbedtls_ssl_conf_rng(this.conf, randomFunction, this.drbg);
  }

  chain(path) {
    const crt = structure('x509_crt');
    this.chains.push(crt);
    must('mbedtls_x509_crt_parse_file', crt, path);
    return crt;
  }

  // Peers must show a certificate that one of these has issued.
  trust(path) {
    c.mbedtls_ssl_conf_ca_chain(this.conf, this.chain(path), null);
  }

  // Our own certificate, with its chain, and the key to it.
  show(certificate, path) {
    const key = structure('pk');
    this.keys.push(key);
    must('mbedtls_pk_parse_keyfile', key, path, null, randomFunction, this.drbg);
    must('mbedtls_ssl_conf_own_cert', this.conf, this.chain(certificate), key);
  }

  free() {
    c.mbedtls_ssl_config_free(this.conf);
    this.chains.forEach((crt) => c.mbedtls_x509_crt_free(crt));
    this.keys.forEach((key) => c.mbedtls_pk_free(key));
    c.mbedtls_ctr_drbg_free(this.drbg);
    c.mbedtls_entropy_free(this.entropy);
  }
}

// A connection over a socket of Node's. The library never sees the socket: it takes bytes from `incoming`, which events fill,
// and what it sends goes to the socket, which keeps what it cannot send at once.
class Connection {
  constructor(config, socket, hostname) {
    this.socket = socket;
    this.incoming = [];
    this.ended = false;
    this.send = koffi.register((_, data, size) => this.onSend(data, Number(size)), koffi.pointer(Send));
    this.recv = koffi.register((_, data, size) => this.onRecv(data, Number(size)), koffi.pointer(Recv));
    this.ssl = structure('ssl');
    try {
      must('mbedtls_ssl_setup', this.ssl, config.conf);
      if (hostname !== undefined) {
        must('mbedtls_ssl_set_hostname', this.ssl, hostname);
      }
    } catch (error) {
      this.free();
      throw error;
    }
    c.mbedtls_ssl_set_bio(this.ssl, null, this.send, this.recv, null);
    socket.on('data', (data) => this.incoming.push(data));
    socket.on('end', () => { this.ended = true; });
  }

  onSend(data, size) {
    if (this.socket.destroyed) {
      return -1;
    }
    // A copy: the memory is C's, and only for now.
    this.socket.write(Buffer.from(koffi.view(data, size).slice(0)));
    return size;
  }

  onRecv(data, size) {
    const first = this.incoming.shift();
    if (first === undefined) {
      return this.ended ? 0 : WANT_READ;
    }
    const given = first.subarray(0, size);
    new Uint8Array(koffi.view(data, given.length)).set(given);
    if (given.length < first.length) {
      this.incoming.unshift(first.subarray(size));
    }
    return given.length;
  }

  // True once it is over; false if more has to come first.
  handshake() {
    const code = c.mbedtls_ssl_handshake(this.ssl);
    if (code === WANT_READ || code === WANT_WRITE) {
      return false;
    }
    if (code !== 0) {
      throw new TLSError('mbedtls_ssl_handshake', code);
    }
    return true;
  }

  // Some bytes; none at the end of the peer's data; null if there are none yet.
  read() {
    const data = Buffer.alloc(16384);
    const code = c.mbedtls_ssl_read(this.ssl, data, data.length);
    if (code === WANT_READ || code === WANT_WRITE || code === NEW_TICKET) {
      return null;
    }
    if (code < 0 && code !== CLOSE_NOTIFY) {
      throw new TLSError('mbedtls_ssl_read', code);
    }
    return data.subarray(0, Math.max(code, 0));
  }

  // All of it: the socket takes everything.
  write(text) {
    let data = Buffer.from(text);
    while (data.length > 0) {
      data = data.subarray(must('mbedtls_ssl_write', this.ssl, data, data.length));
    }
  }

  closeNotify() {
    c.mbedtls_ssl_close_notify(this.ssl);
  }

  // What was found wrong with the peer's certificate, in words.
  complaints() {
    const flags = c.mbedtls_ssl_get_verify_result(this.ssl);
    if (flags === 0 || flags === 0xffffffff) {
      return '';
    }
    const text = Buffer.alloc(1000);
    c.mbedtls_x509_crt_verify_info(text, text.length, '', flags);
    return string(text).trim();
  }

  version() {
    return c.mbedtls_ssl_get_version(this.ssl);
  }

  suite() {
    return c.mbedtls_ssl_get_ciphersuite(this.ssl);
  }

  // The subject of the peer's certificate. The certificate belongs to the connection.
  peer() {
    const crt = c.mbedtls_ssl_get_peer_cert(this.ssl);
    if (!crt) {
      return 'nobody';
    }
    const text = Buffer.alloc(4000);
    must('mbedtls_x509_crt_info', text, text.length, '', crt);
    const line = string(text).split('\n').find((each) => each.startsWith('subject name'));
    return line.slice(line.indexOf(':') + 1).trim();
  }

  // To be called once, and not from a callback.
  free() {
    c.mbedtls_ssl_free(this.ssl);
    koffi.unregister(this.send);
    koffi.unregister(this.recv);
  }
}

module.exports = { CLIENT, SERVER, Config, Connection, TLSError };

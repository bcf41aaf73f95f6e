// What these examples need of the C interface, as C++17 values: each C structure belongs to one object, which frees it, and
// errors are exceptions with the library's own words.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/pk.h>
#include <mbedtls/ssl.h>
#include <mbedtls/x509_crt.h>
#include <psa/crypto.h>

namespace tls {

// A negative return code.
class Error : public std::runtime_error {
public:
    Error(std::string_view what, int code) : std::runtime_error(words(what, code)), code(code) {}
    const int code;

private:
    static std::string words(std::string_view what, int code) {
        char text[200], number[16];
        mbedtls_strerror(code, text, sizeof(text));
        std::snprintf(number, sizeof(number), ": -0x%04x ", static_cast<unsigned>(-code));
        return std::string(what) + number + text;
    }
};

// What a function returned, unless that is an error.
inline int must(std::string_view what, int code) {
    if (code < 0) {
        throw Error(what, code);
    }
    return code;
}

// A C structure with its two functions. It stays where it is, for C may know its address: it is neither copied nor moved.
template <typename T, void (*init)(T *), void (*free)(T *)>
class Owned {
public:
    Owned() { init(&value); }
    ~Owned() { free(&value); }
    Owned(const Owned &) = delete;
    Owned &operator=(const Owned &) = delete;
    T *get() { return &value; }
    T *operator->() { return &value; }

private:
    T value;
};

using Entropy = Owned<mbedtls_entropy_context, mbedtls_entropy_init, mbedtls_entropy_free>;
using Drbg = Owned<mbedtls_ctr_drbg_context, mbedtls_ctr_drbg_init, mbedtls_ctr_drbg_free>;
using Chain = Owned<mbedtls_x509_crt, mbedtls_x509_crt_init, mbedtls_x509_crt_free>;
using Key = Owned<mbedtls_pk_context, mbedtls_pk_init, mbedtls_pk_free>;
using Conf = Owned<mbedtls_ssl_config, mbedtls_ssl_config_init, mbedtls_ssl_config_free>;
using Ssl = Owned<mbedtls_ssl_context, mbedtls_ssl_init, mbedtls_ssl_free>;
using Net = Owned<mbedtls_net_context, mbedtls_net_init, mbedtls_net_free>;

// What the connections of a program share. It has to outlive them.
class Config {
public:
    explicit Config(int endpoint) {
        // Generator and PSA: ferrotls needs neither, Mbed TLS itself does.
        must("psa_crypto_init", psa_crypto_init());
        must("mbedtls_ctr_drbg_seed",
             mbedtls_ctr_drbg_seed(drbg.get(), mbedtls_entropy_func, entropy.get(), nullptr, 0));
        must("mbedtls_ssl_config_defaults",
             mbedtls_ssl_config_defaults(conf.get(), endpoint, MBEDTLS_SSL_TRANSPORT_STREAM,
                                         MBEDTLS_SSL_PRESET_DEFAULT));
        mbedtls_ssl_conf_rng(conf.get(), mbedtls_ctr_drbg_random, drbg.get());
    }

    // Peers must show a certificate that one of these has issued.
    void trust(const std::string &path) { mbedtls_ssl_conf_ca_chain(conf.get(), chain(path), nullptr); }

    // Our own certificate, with its chain, and the key to it.
    void show(const std::string &certificate, const std::string &key) {
        keys.push_back(std::make_unique<Key>());
        must(key, mbedtls_pk_parse_keyfile(keys.back()->get(), key.c_str(), nullptr, mbedtls_ctr_drbg_random,
                                           drbg.get()));
        must("mbedtls_ssl_conf_own_cert",
             mbedtls_ssl_conf_own_cert(conf.get(), chain(certificate), keys.back()->get()));
    }

    const mbedtls_ssl_config *get() { return conf.get(); }

private:
    mbedtls_x509_crt *chain(const std::string &path) {
        chains.push_back(std::make_unique<Chain>());
        must(path, mbedtls_x509_crt_parse_file(chains.back()->get(), path.c_str()));
        return chains.back()->get();
    }

    // Freed from the last to the first: the configuration before what it points to.
    Entropy entropy;
    Drbg drbg;
    std::vector<std::unique_ptr<Chain>> chains;
    std::vector<std::unique_ptr<Key>> keys;
    Conf conf;
};

// One connection over a blocking socket of net_sockets.h, which belongs to it.
class Connection {
public:
    Connection(Config &config, std::unique_ptr<Net> socket) : net(std::move(socket)) {
        must("mbedtls_ssl_setup", mbedtls_ssl_setup(ssl.get(), config.get()));
        mbedtls_ssl_set_bio(ssl.get(), net->get(), mbedtls_net_send, mbedtls_net_recv, nullptr);
    }

    // The name that the peer's certificate has to have.
    void expect(const std::string &name) {
        must("mbedtls_ssl_set_hostname", mbedtls_ssl_set_hostname(ssl.get(), name.c_str()));
    }

    void handshake() {
        int code;
        do {
            code = mbedtls_ssl_handshake(ssl.get());
        } while (waits(code));
        must("mbedtls_ssl_handshake", code);
    }

    void write(std::string_view data) {
        while (!data.empty()) {
            int code = mbedtls_ssl_write(ssl.get(), reinterpret_cast<const unsigned char *>(data.data()), data.size());
            if (!waits(code)) {
                data.remove_prefix(static_cast<std::size_t>(must("mbedtls_ssl_write", code)));
            }
        }
    }

    // Some bytes; none at the end of the peer's data.
    std::string read() {
        unsigned char data[16384];
        int code;
        do {
            code = mbedtls_ssl_read(ssl.get(), data, sizeof(data));
        } while (waits(code) || code == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET);
        if (code == MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY) {
            return {};
        }
        must("mbedtls_ssl_read", code);
        return std::string(data, data + code);
    }

    void close_notify() { mbedtls_ssl_close_notify(ssl.get()); }

    // What was found wrong with the peer's certificate, in words.
    std::string complaints() {
        std::uint32_t flags = mbedtls_ssl_get_verify_result(ssl.get());
        if (flags == 0 || flags == UINT32_MAX) {
            return {};
        }
        char text[1000];
        mbedtls_x509_crt_verify_info(text, sizeof(text), "", flags);
        return text;
    }

    std::string version() { return mbedtls_ssl_get_version(ssl.get()); }
    std::string suite() { return mbedtls_ssl_get_ciphersuite(ssl.get()); }

    // The subject of the peer's certificate, which belongs to the connection.
    std::string peer() {
        const mbedtls_x509_crt *crt = mbedtls_ssl_get_peer_cert(ssl.get());
        if (crt == nullptr) {
            return "nobody";
        }
        char text[1000];
        must("mbedtls_x509_dn_gets", mbedtls_x509_dn_gets(text, sizeof(text), &crt->subject));
        return text;
    }

private:
    static bool waits(int code) { return code == MBEDTLS_ERR_SSL_WANT_READ || code == MBEDTLS_ERR_SSL_WANT_WRITE; }

    // The context is freed first, then the socket that it uses.
    std::unique_ptr<Net> net;
    Ssl ssl;
};

}  // namespace tls

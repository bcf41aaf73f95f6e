// An HTTPS request.
//
//     client PORT CA HOSTNAME
//
// Connects to 127.0.0.1, verifies the chain against CA and the name, and prints what it got.
#include "tls.hpp"

#include <iostream>

namespace {

int fetch(const std::string &port, const std::string &ca, const std::string &hostname) {
    tls::Config config(MBEDTLS_SSL_IS_CLIENT);
    config.trust(ca);
    auto socket = std::make_unique<tls::Net>();
    tls::must("mbedtls_net_connect",
              mbedtls_net_connect(socket->get(), "127.0.0.1", port.c_str(), MBEDTLS_NET_PROTO_TCP));
    tls::Connection connection(config, std::move(socket));
    connection.expect(hostname);
    try {
        connection.handshake();
    } catch (const tls::Error &error) {
        std::cerr << "refused: " << error.what() << "\n" << connection.complaints();
        return 1;
    }
    std::cout << "version " << connection.version() << "\n";
    std::cout << "suite " << connection.suite() << "\n";
    std::cout << "peer " << connection.peer() << "\n";
    connection.write("GET / HTTP/1.1\r\nHost: " + hostname + "\r\nConnection: close\r\n\r\n");
    std::string answer;
    for (std::string more = connection.read(); !more.empty(); more = connection.read()) {
        answer += more;
    }
    connection.close_notify();
    std::size_t body = answer.find("\r\n\r\n");
    std::cout << "status " << answer.substr(0, answer.find("\r\n")) << "\n";
    std::cout << "body " << (body == std::string::npos ? "" : answer.substr(body + 4)) << std::flush;
    return 0;
}

}  // namespace

int main(int argc, char **argv) {
    if (argc != 4) {
        std::cerr << "usage: client PORT CA HOSTNAME\n";
        return 2;
    }
    try {
        return fetch(argv[1], argv[2], argv[3]);
    } catch (const std::exception &error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}

// An HTTPS server, with a thread for each client and one configuration for all.
//
//     server PORT CERTIFICATE KEY
//
// Listens on 127.0.0.1 (PORT 0: any free one, which it prints).
#include "tls.hpp"

#include <csignal>
#include <iostream>
#include <thread>

#include <arpa/inet.h>

namespace {

void serve(tls::Config &config, std::unique_ptr<tls::Net> socket) {
    // What goes wrong with a client is its end, and nobody else's.
    try {
        tls::Connection connection(config, std::move(socket));
        connection.handshake();
        std::string request;
        while (request.find("\r\n\r\n") == std::string::npos) {
            std::string more = connection.read();
            if (more.empty() || request.size() > 65536) {
                return;
            }
            request += more;
        }
        std::string body = "hello from C++ by " + connection.version() + "\n";
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size())
                         + "\r\nConnection: close\r\n\r\n" + body);
        connection.close_notify();
    } catch (const std::exception &error) {
        std::cerr << "a client failed: " << error.what() << std::endl;
    }
}

unsigned port_of(int socket) {
    sockaddr_in address{};
    socklen_t size = sizeof(address);
    getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size);
    return ntohs(address.sin_port);
}

[[noreturn]] void listen(const std::string &port, const std::string &certificate, const std::string &key) {
    tls::Config config(MBEDTLS_SSL_IS_SERVER);
    config.show(certificate, key);
    tls::Net listener;
    tls::must("mbedtls_net_bind",
              mbedtls_net_bind(listener.get(), "127.0.0.1", port.c_str(), MBEDTLS_NET_PROTO_TCP));
    std::cout << "listening on " << port_of(listener->fd) << std::endl;
    for (;;) {
        auto socket = std::make_unique<tls::Net>();
        tls::must("mbedtls_net_accept", mbedtls_net_accept(listener.get(), socket->get(), nullptr, 0, nullptr));
        // The configuration outlives the threads: this loop never ends.
        std::thread(serve, std::ref(config), std::move(socket)).detach();
    }
}

}  // namespace

int main(int argc, char **argv) {
    if (argc != 4) {
        std::cerr << "usage: server PORT CERTIFICATE KEY\n";
        return 2;
    }
    // A client that goes away while it is written to is an error of that write, not the end of the program.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        listen(argv[1], argv[2], argv[3]);
    } catch (const std::exception &error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}

# What a build can leave out, under the names of Mbed TLS's own macros: `cmake -D MBEDTLS_SSL_EARLY_DATA=OFF ...`. README.md
# has the table. Gives FERROTLS_CARGO_OPTIONS, the arguments for cargo, and FERROTLS_OPTIONS_INCLUDE, a folder with the
# mbedtls/ferrotls_options.h that says the same; it goes before include/, and is installed in place of the one there.
set(FERROTLS_FEATURES)
set(ferrotls_everything ON)
macro(ferrotls_option name feature about)
    option(${name} "${about}" ON)
    if(${name})
        list(APPEND FERROTLS_FEATURES ${feature})
    else()
        set(ferrotls_everything OFF)
    endif()
endmacro()

ferrotls_option(MBEDTLS_SSL_PROTO_TLS1_2 tls12 "TLS 1.2")
ferrotls_option(MBEDTLS_SSL_PROTO_TLS1_3 tls13 "TLS 1.3")
ferrotls_option(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_ENABLED tls13-psk "TLS 1.3 with a pre-shared key alone")
ferrotls_option(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ENABLED tls13-ephemeral "TLS 1.3 with certificates")
ferrotls_option(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL_ENABLED tls13-psk-ephemeral
    "TLS 1.3 with a pre-shared key and a fresh one")
ferrotls_option(MBEDTLS_SSL_TLS1_3_COMPATIBILITY_MODE tls13-compatibility-mode "TLS 1.3 looks like 1.2 to middleboxes")
ferrotls_option(MBEDTLS_SSL_EARLY_DATA early-data "Early data")
ferrotls_option(MBEDTLS_SSL_SESSION_TICKETS session-tickets "Session tickets")
ferrotls_option(MBEDTLS_SSL_SERVER_NAME_INDICATION server-name-indication "The server's name in the ClientHello")
ferrotls_option(MBEDTLS_SSL_KEEP_PEER_CERTIFICATE keep-peer-certificate "The peer's certificate stays after the handshake")

# What goes together. A choice that makes no sense is refused here before cargo and the header do it.
set(ferrotls_modes FALSE)
set(ferrotls_psk FALSE)
if(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_ENABLED OR MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL_ENABLED)
    set(ferrotls_psk TRUE)
endif()
if(ferrotls_psk OR MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ENABLED)
    set(ferrotls_modes TRUE)
endif()
if(NOT MBEDTLS_SSL_PROTO_TLS1_2 AND NOT MBEDTLS_SSL_PROTO_TLS1_3)
    message(FATAL_ERROR "No version of TLS is left: turn on MBEDTLS_SSL_PROTO_TLS1_2 or MBEDTLS_SSL_PROTO_TLS1_3")
endif()
if(MBEDTLS_SSL_PROTO_TLS1_3 AND NOT ferrotls_modes)
    message(FATAL_ERROR "MBEDTLS_SSL_PROTO_TLS1_3 needs one of MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_xxx_ENABLED")
endif()
if(MBEDTLS_SSL_EARLY_DATA AND MBEDTLS_SSL_PROTO_TLS1_3 AND NOT MBEDTLS_SSL_SESSION_TICKETS)
    message(FATAL_ERROR "MBEDTLS_SSL_EARLY_DATA needs MBEDTLS_SSL_SESSION_TICKETS")
endif()
if(MBEDTLS_SSL_EARLY_DATA AND MBEDTLS_SSL_PROTO_TLS1_3 AND NOT ferrotls_psk)
    message(FATAL_ERROR "MBEDTLS_SSL_EARLY_DATA needs a key exchange mode of TLS 1.3 with a pre-shared key")
endif()
if(NOT MBEDTLS_SSL_PROTO_TLS1_3)
    # Mbed TLS too ignores what is about TLS 1.3 where that is left out.
    foreach(name TLS1_3_KEY_EXCHANGE_MODE_PSK_ENABLED TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ENABLED
            TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL_ENABLED TLS1_3_COMPATIBILITY_MODE EARLY_DATA)
        set(MBEDTLS_SSL_${name} OFF)
    endforeach()
    list(FILTER FERROTLS_FEATURES EXCLUDE REGEX "^(tls13-.*|early-data)$")
endif()

# Certificates are there if anything needs them.
set(MBEDTLS_X509_USE_C OFF)
if(MBEDTLS_SSL_PROTO_TLS1_2 OR MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ENABLED)
    set(MBEDTLS_X509_USE_C ON)
elseif(MBEDTLS_SSL_KEEP_PEER_CERTIFICATE)
    # There is no certificate to keep.
    set(MBEDTLS_SSL_KEEP_PEER_CERTIFICATE OFF)
    list(REMOVE_ITEM FERROTLS_FEATURES keep-peer-certificate)
endif()

set(FERROTLS_CARGO_OPTIONS)
if(NOT ferrotls_everything)
    string(REPLACE ";" "," ferrotls_features "${FERROTLS_FEATURES}")
    set(FERROTLS_CARGO_OPTIONS --no-default-features --features "${ferrotls_features}")
endif()
set(FERROTLS_OPTIONS_INCLUDE "${CMAKE_CURRENT_BINARY_DIR}/include")
configure_file("${CMAKE_CURRENT_LIST_DIR}/ferrotls_options.h.in" "${FERROTLS_OPTIONS_INCLUDE}/mbedtls/ferrotls_options.h")

# A build of everything and one with less would overwrite each other's library.
if(NOT ferrotls_everything AND FERROTLS_TARGET_DIR STREQUAL "${CMAKE_CURRENT_SOURCE_DIR}/target")
    set(FERROTLS_TARGET_DIR "${CMAKE_CURRENT_BINARY_DIR}/cargo")
endif()

# Gauche's rfc.tls with its Mbed TLS: a request to a server that is neither library's.
. /compat/common.sh

get() {
    $tested gosh /compat/gauche.scm "$@"
}

serve
row "a request, TLS 1.3" get 4433 localhost /pki/ca.crt
row "a request, TLS 1.2" get 4439 localhost /pki/ca.crt
row "refuses another name" refused "X509\|certificate\|handshake" get 4434 localhost /pki/ca.crt
row "refuses an unknown authority" refused "X509\|certificate\|handshake" get 4435 localhost /pki/ca.crt

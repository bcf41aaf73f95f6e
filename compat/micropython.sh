# MicroPython's tls module: a request to a server that is neither library's, and a server of its own that answers curl.
. /compat/common.sh

get() {
    $tested micropython /compat/micropython.py get "$@"
}

served() {
    [ "$(curl --silent --show-error --max-time 10 --cacert /pki/ca.crt https://localhost:4440/ "$@")" = "from micropython" ]
}

serve
row "a request, TLS 1.3" get 4433 localhost /pki/ca.crt
row "a request, TLS 1.2" get 4439 localhost /pki/ca.crt
row "refuses another name" refused "X509\|certificate" get 4434 localhost /pki/ca.crt
row "refuses an unknown authority" refused "X509\|certificate" get 4435 localhost /pki/ca.crt
$tested micropython /compat/micropython.py serve 4440 > micropython.log 2>&1 &
server=$!
listening 4440
row "serves, TLS 1.3" served
row "serves, TLS 1.2" served --tls-max 1.2
ended "$server"

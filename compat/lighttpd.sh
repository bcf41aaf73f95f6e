# lighttpd with mod_mbedtls serves HTTPS to curl and to OpenSSL's client.
. /compat/common.sh

# ask EXPECTED PATH WORDS...: curl must get EXPECTED.
ask() {
    ask_wanted=$1
    ask_url=$2
    shift 2
    ask_got=$(curl --silent --show-error --max-time 10 --cacert /pki/ca.crt "$@" "$ask_url") || return
    [ "$ask_got" = "$ask_wanted" ] || { echo "got \"$ask_got\""; return 1; }
}

# whose NAME WORDS...: the certificate that the server shows for the name is the one meant for it.
whose() {
    openssl s_client -connect 127.0.0.1:4430 -servername "$1" -CAfile /pki/ca.crt -verify_return_error \
        -verify_hostname "$1" < /dev/null > /out/s_client.log 2>&1 || { tail -n 5 /out/s_client.log; return 1; }
    openssl x509 -in /out/s_client.log -outform DER > /out/shown.der && openssl x509 -in "/pki/$2.crt" -outform DER |
        cmp - /out/shown.der
}

# resumed VERSION: a second connection with the session of the first is a resumed one, and gets the page.
resumed() {
    rm -f /out/session
    (printf 'GET /page HTTP/1.0\r\n\r\n'; sleep 0.5) | openssl s_client -connect 127.0.0.1:4430 "$1" -ign_eof \
        -sess_out /out/session > /out/first.log 2>&1 || return
    printf 'GET /page HTTP/1.0\r\n\r\n' | openssl s_client -connect 127.0.0.1:4430 "$1" -ign_eof \
        -sess_in /out/session > /out/second.log 2>&1 || return
    grep -q '^Reused, ' /out/second.log || { echo "a full handshake again"; return 1; }
    grep -q '^a page$' /out/second.log || { echo "no page"; return 1; }
}

# long WORDS...: the file of some megabytes arrives whole.
long() {
    curl --silent --show-error --max-time 20 --cacert /pki/ca.crt "$@" https://localhost:4430/long -o /out/long &&
        cmp /out/long /out/www/long
}

# many: connections that run at a time.
many() {
    seq 40 | xargs -P 8 -I{} curl --silent --show-error --max-time 20 --cacert /pki/ca.crt https://localhost:4430/page |
        grep -c '^a page$' | grep -qx 40
}

# start CERTIFICATE SECOND CONFIGURATION WORDS...: the server listens and answers curl with WORDS.
start() {
    CERTIFICATE=$1 SECOND=$2 $tested lighttpd -D -f "/compat/$3" > /out/lighttpd.out 2>&1 &
    server=$!
    shift 3
    listening 4430 && ask "a page" https://localhost:4430/page "$@" && return
    cat /out/lighttpd.out /out/lighttpd.log 2> /dev/null
    wait "$server"
}

# What curl says of a server that did not let it in: an alert, the end of the connection, or (3.6.6 in TLS 1.3) an alert that
# is not protected with the keys it should be.
turned_away="alert\\|unexpected eof\\|reset by peer\\|Empty reply\\|bad record mac"

mkdir -p www second
echo "a page" > www/page
echo "the second page" > second/page
head -c 5000000 /dev/urandom > www/long

row "RSA key: starts" start rsa2048 client-rsa lighttpd.conf
row "TLS 1.3" ask "a page" https://localhost:4430/page --tlsv1.3
row "TLS 1.2" ask "a page" https://localhost:4430/page --tls-max 1.2
row "5 MB, TLS 1.3" long --tlsv1.3
row "5 MB, TLS 1.2" long --tls-max 1.2
row "40 connections, 8 at a time" many
row "SNI: the first certificate and page" whose localhost rsa2048
row "SNI: the second page" ask "the second page" https://second.example:4430/page --insecure \
    --resolve second.example:4430:127.0.0.1
row "resumption, TLS 1.3" resumed -tls1_3
row "resumption, TLS 1.2" resumed -tls1_2
ended "$server"

certified="--cert /pki/client.crt --key /pki/client.key"
row "client certificates: starts" start rsa2048 client-rsa lighttpd-clients.conf $certified
row "client certificate, TLS 1.3" ask "a page" https://localhost:4430/page $certified
row "client certificate, TLS 1.2" ask "a page" https://localhost:4430/page $certified --tls-max 1.2
row "refused without one, TLS 1.3" refused "$turned_away" ask "a page" https://localhost:4430/page
row "refused without one, TLS 1.2" refused "$turned_away" ask "a page" https://localhost:4430/page --tls-max 1.2
row "refused with another's, TLS 1.3" refused "$turned_away" ask "a page" https://localhost:4430/page \
    --cert /pki/unknown-ca.crt --key /pki/unknown-ca.key
row "refused with another's, TLS 1.2" refused "$turned_away" ask "a page" https://localhost:4430/page --tls-max 1.2 \
    --cert /pki/unknown-ca.crt --key /pki/unknown-ca.key
row "refused with a revoked one, TLS 1.3" refused "$turned_away" ask "a page" https://localhost:4430/page \
    --cert /pki/revoked.crt --key /pki/revoked.key
row "still there" ask "a page" https://localhost:4430/page $certified
ended "$server"

row "EC key: starts" start p256 second lighttpd.conf
row "EC key, TLS 1.3" ask "a page" https://localhost:4430/page --tlsv1.3
row "EC key, TLS 1.2" ask "a page" https://localhost:4430/page --tls-max 1.2
row "EC key, SNI: the first certificate" whose localhost p256
row "EC key, SNI: the second certificate" whose second.example second
row "EC key, resumption" resumed -tls1_3
ended "$server"

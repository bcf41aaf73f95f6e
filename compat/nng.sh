# nng's TLS transport: dialer and listener in a program of ours, both with the objects under test.
. /compat/common.sh

talk() {
    $tested ./nng "$@"
}

row "builds" cc -Wall -Wextra -Werror -o nng /compat/nng.c -lnng
row "a megabyte in messages, EC key" talk localhost /pki/ca.crt p256
row "a megabyte in messages, RSA key" talk localhost /pki/ca.crt rsa2048
row "client certificate" talk localhost /pki/ca.crt p256 client
row "refused without one" refused "Timed out\|[Aa]uthentication\|closed\|Cryptographic" \
    talk localhost /pki/ca.crt p256 none
row "refuses another name" refused "Peer could not be authenticated\|Cryptographic" \
    talk another.example /pki/ca.crt p256
row "refuses an unknown authority" refused "Peer could not be authenticated\|Cryptographic" \
    talk localhost /pki/ca.crt unknown-ca

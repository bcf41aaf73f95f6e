# shadowsocks-libev: a page through a proxy whose two halves speak its ciphers.
. /compat/common.sh

# through CIPHER: curl gets the page through ss-local and ss-server.
through() {
    $tested ss-server -s 127.0.0.1 -p 4450 -k "a password" -m "$1" > server.log 2>&1 &
    server=$!
    listening 4450 || { cat server.log; return 1; }
    $tested ss-local -s 127.0.0.1 -p 4450 -l 4451 -k "a password" -m "$1" > local.log 2>&1 &
    local=$!
    listening 4451 || { cat local.log; return 1; }
    curl --silent --show-error --max-time 10 --socks5 127.0.0.1:4451 --cacert /pki/ca.crt \
        --output page --connect-to localhost:4433:127.0.0.1:4433 https://localhost:4433/long
    code=$?
    ended "$local"
    ended "$server"
    [ "$code" = 0 ] && [ "$(wc -c < page)" = 1048576 ]
}

serve
for cipher in aes-128-gcm aes-192-gcm aes-256-gcm chacha20-ietf-poly1305 aes-256-cfb aes-128-ctr camellia-256-cfb; do
    row "$cipher" through "$cipher"
done

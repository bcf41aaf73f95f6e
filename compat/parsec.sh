# The Parsec service keeps keys by the PSA interface; its tool has it make them and sign, and OpenSSL looks at the result.
. /compat/common.sh
export PARSEC_SERVICE_ENDPOINT=unix:/out/parsec.sock

# signed KIND WORDS...: makes a key, signs with it, and lets OpenSSL verify the signature.
signed() {
    parsec-tool "create-$1-key" --key-name "a-$@" &&
        parsec-tool sign --key-name "a-$1" "something to sign" > signature.64 &&
        parsec-tool export-public-key --key-name "a-$1" > public.pem &&
        base64 -d signature.64 > signature && printf "something to sign" > data || return
    openssl dgst -sha256 -verify public.pem -signature signature data
}

# decrypted: OpenSSL encrypts to a key that the service decrypts with.
decrypted() {
    parsec-tool create-rsa-key --key-name enc &&
        parsec-tool export-public-key --key-name enc > enc.pem &&
        printf "a secret" | openssl pkeyutl -encrypt -pubin -inkey enc.pem | base64 -w 0 > secret.64 || return
    [ "$(parsec-tool decrypt --key-name enc "$(cat secret.64)")" = "a secret" ]
}

# up: the service listens and answers.
up() {
    chmod 755 /out
    $tested parsec --config /compat/parsec.toml > parsec.log 2>&1 &
    service=$!
    for turn in $(seq 100); do
        [ ! -S parsec.sock ] || break
        sleep 0.05
    done
    parsec-tool ping || { cat parsec.log; return 1; }
}

row "answers" up
row "ECDSA key, signature" signed ecc
row "RSA key, signature" signed rsa --for-signing
row "RSA key, decryption" decrypted
row "random bytes" parsec-tool generate-random --nbytes 16
ended "$service"
rm -f parsec.sock
row "answers after a restart" up
row "lists keys" sh -c "parsec-tool list-keys | grep a-ecc"
row "signs with a key that was stored" parsec-tool sign --key-name a-ecc "something else"

#!/bin/sh
# Makes the certificates here: an authority, a leaf for "localhost", a request, a list without entries; good for a century.
set -eu
cd "$(dirname "$0")"
at=$(mktemp -d)
openssl ecparam -name prime256v1 -genkey -noout -out "$at/ca.pem"
openssl ec -in "$at/ca.pem" -outform DER -out ca.key
openssl req -x509 -new -key "$at/ca.pem" -subj "/CN=test authority" -days 36500 -sha256 \
    -addext "basicConstraints=critical,CA:TRUE" -addext "keyUsage=critical,keyCertSign,cRLSign" -out "$at/ca.crt"
openssl x509 -in "$at/ca.crt" -outform DER -out ca.der
openssl ecparam -name prime256v1 -genkey -noout -out "$at/leaf.pem"
openssl ec -in "$at/leaf.pem" -outform DER -out leaf.key
openssl req -new -key "$at/leaf.pem" -subj "/CN=localhost" -out "$at/leaf.csr"
openssl req -in "$at/leaf.csr" -outform DER -out leaf.csr
printf 'subjectAltName=DNS:localhost\nkeyUsage=digitalSignature\n' > "$at/leaf.ext"
openssl x509 -req -in "$at/leaf.csr" -CA "$at/ca.crt" -CAkey "$at/ca.pem" -days 36500 -sha256 -extfile "$at/leaf.ext" \
    -set_serial 5 -outform DER -out leaf.der
: > "$at/index"
echo 01 > "$at/number"
printf '[ca]\ndefault_ca=d\n[d]\ndatabase=%s/index\ncrlnumber=%s/number\ndefault_md=sha256\ndefault_crl_days=36500\n' \
    "$at" "$at" > "$at/ca.cnf"
openssl ca -gencrl -config "$at/ca.cnf" -keyfile "$at/ca.pem" -cert "$at/ca.crt" -out "$at/ca.crl"
openssl crl -in "$at/ca.crl" -outform DER -out ca.crl
rm -r "$at"

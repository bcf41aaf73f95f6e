#!/bin/sh
# Makes the keys beside it anew, with OpenSSL 3: those that take long to make or that nothing else here makes. They are
# keys of nobody, for tests only.
set -e
cd "$(dirname "$0")"
for bits in 1024 1536 2047 3072 4096 8192; do
    openssl genrsa -out "rsa-$bits.pem" $bits
done
# PKCS#1 in DER, for the fuzz targets of TLS 1.2, which read no PEM.
openssl genrsa -traditional 2048 | openssl rsa -traditional -outform DER -out rsa-2048.der
openssl ecparam -name secp384r1 -genkey -noout -out p384.pem

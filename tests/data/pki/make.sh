#!/bin/sh
# Makes the key files beside it anew, with OpenSSL 3. They are keys of nobody, for tests only.
set -e
cd "$(dirname "$0")"
openssl ecparam -name prime256v1 -genkey -out ec-sec1.pem # EC PARAMETERS stand before the key
openssl pkcs8 -topk8 -nocrypt -in ec-sec1.pem -out ec-pkcs8.pem
openssl pkcs8 -topk8 -v2 aes-256-cbc -passout pass:secret -in ec-sec1.pem -out ec-pkcs8-aes256.pem
openssl pkcs8 -topk8 -v2 des3 -passout pass:secret -in ec-sec1.pem -out ec-pkcs8-des3.pem
openssl ec -in ec-sec1.pem -pubout -out ec-public.pem
openssl ecparam -name secp521r1 -genkey -noout -out p521-sec1.pem
openssl ecparam -name secp256k1 -genkey -noout -out k256-sec1.pem
openssl genrsa -traditional -out rsa-pkcs1.pem 2048
openssl pkcs8 -topk8 -nocrypt -in rsa-pkcs1.pem -out rsa-pkcs8.pem
openssl rsa -in rsa-pkcs1.pem -RSAPublicKey_out -out rsa-public-pkcs1.pem
openssl rsa -in rsa-pkcs1.pem -aes128 -passout pass:secret -traditional -out rsa-pkcs1-encrypted.pem
openssl genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048 -out rsapss-pkcs8.pem
openssl genpkey -algorithm ed25519 -out ed25519-pkcs8.pem

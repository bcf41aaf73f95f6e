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
for prf in SHA1 SHA256 SHA512; do
    openssl pkcs8 -topk8 -v2 aes-128-cbc -v2prf hmacWith$prf -passout pass:secret -in ec-sec1.pem \
        -out "ec-pkcs8-aes128-$(echo $prf | tr A-Z a-z).pem"
done
openssl pkcs8 -topk8 -v2 aes-192-cbc -passout pass:secret -in ec-sec1.pem -out ec-pkcs8-aes192.pem
openssl pkcs8 -topk8 -v1 PBE-SHA1-3DES -passout pass:secret -in ec-sec1.pem -out ec-pkcs8-pbe-des3.pem
openssl pkcs8 -topk8 -v2 aes-256-cbc -passout pass:secret -in rsa-pkcs1.pem -out rsa-pkcs8-aes256.pem
openssl ecparam -name prime256v1 -genkey -param_enc explicit -noout -out explicit-sec1.pem
openssl genpkey -algorithm x25519 -out x25519-pkcs8.pem
openssl ec -in ec-sec1.pem -pubout -conv_form compressed -out ec-public-compressed.pem
# Traditional PEM with every cipher that 3.6 knows, DES-CBC of OpenSSL's legacy provider among them, and one that it does not.
for cipher in des3 aes128 aes192 aes256; do
    openssl ec -in ec-sec1.pem -$cipher -passout pass:secret -out "ec-sec1-$cipher.pem"
done
openssl ec -provider legacy -provider default -in ec-sec1.pem -des -passout pass:secret -out ec-sec1-des.pem
openssl ec -in ec-sec1.pem -camellia128 -passout pass:secret -out ec-sec1-camellia128.pem
openssl rsa -in rsa-pkcs1.pem -des3 -passout pass:secret -traditional -out rsa-pkcs1-des3.pem
# PKCS#8 with PBES1, with other functions and ciphers of PBES2, and with scrypt.
openssl pkcs8 -topk8 -v1 PBE-SHA1-2DES -passout pass:secret -in ec-sec1.pem -out ec-pkcs8-pbe-2des.pem
openssl pkcs8 -topk8 -provider legacy -provider default -v1 PBE-SHA1-RC2-128 -passout pass:secret -in ec-sec1.pem \
    -out ec-pkcs8-pbe-rc2.pem
openssl pkcs8 -topk8 -provider legacy -provider default -v1 PBE-MD5-DES -passout pass:secret -in ec-sec1.pem \
    -out ec-pkcs8-pbe-md5-des.pem
openssl pkcs8 -topk8 -provider legacy -provider default -v2 des -passout pass:secret -in ec-sec1.pem -out ec-pkcs8-des.pem
for prf in SHA224 SHA384; do
    openssl pkcs8 -topk8 -v2 aes-256-cbc -v2prf hmacWith$prf -passout pass:secret -in ec-sec1.pem \
        -out "ec-pkcs8-aes256-$(echo $prf | tr A-Z a-z).pem"
done
openssl pkcs8 -topk8 -scrypt -passout pass:secret -in ec-sec1.pem -out ec-pkcs8-scrypt.pem
openssl pkcs8 -topk8 -v2 camellia-128-cbc -passout pass:secret -in ec-sec1.pem -out ec-pkcs8-camellia.pem

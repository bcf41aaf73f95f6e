#!/bin/sh
# Makes the messages and certificates beside it anew, with OpenSSL 3. They are of nobody, for tests only.
set -e
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
cd "$work"
printf 'What is signed, and is not in the messages.\n' > data

# Certificates: NAME with KEY, for SUBJECT, valid from START to END.
cat > ca.conf <<END
[ca]
default_ca = ca
[ca]
database = index
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
x509_extensions = extensions
[any]
countryName = optional
stateOrProvinceName = optional
organizationName = optional
organizationalUnitName = optional
commonName = optional
emailAddress = optional
[extensions]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
subjectKeyIdentifier = hash
END
certificate() {
    : > index
    openssl rand -hex 12 > serial
    openssl req -new -key "$2" -multivalue-rdn -subj "$3" -out request
    openssl ca -batch -config ca.conf -selfsign -keyfile "$2" -in request -notext -preserveDN -startdate "$4" \
        -enddate "$5" -out "$1.pem"
    openssl x509 -in "$1.pem" -outform DER -out "$here/$1.crt"
}
openssl genrsa -out rsa.key 2048
openssl genrsa -out rsa2.key 2048
openssl ecparam -name prime256v1 -genkey -noout -out ec.key
openssl ecparam -name secp384r1 -genkey -noout -out ec384.key
valid='20200101000000Z 21200101000000Z'
certificate rsa rsa.key '/C=DE/ST=Some State/O=Test messages/OU=First+CN=Signer/emailAddress=signer@example.com' $valid
certificate rsa2 rsa2.key '/CN=Second signer' $valid
certificate ec ec.key '/CN=EC' $valid
certificate ec384 ec384.key '/O=Curves/CN=EC 384' $valid
# The first signer's key in certificates that are over, and that are still to come.
certificate expired rsa.key '/CN=expired' 20100101000000Z 20200101000000Z
certificate future rsa.key '/CN=future' 21000101000000Z 21200101000000Z

# A message NAME signed as the other arguments say.
sign() {
    name=$1
    shift
    openssl smime -sign -binary -noattr -in data -outform DER -out "$here/$name.der" "$@"
}
by_rsa='-signer rsa.pem -inkey rsa.key'
for digest in md5 sha1 sha224 sha256 sha384 sha512 sha3-256; do
    sign "rsa-$digest" $by_rsa -nocerts -md $digest
done
for digest in sha1 sha256 sha512; do
    sign "ec-$digest" -signer ec.pem -inkey ec.key -nocerts -md $digest
done
sign ec384-sha384 -signer ec384.pem -inkey ec384.key -nocerts -md sha384
sign rsa-certificate $by_rsa -md sha256
sign ec-certificate -signer ec.pem -inkey ec.key -md sha256
sign two $by_rsa -signer rsa2.pem -inkey rsa2.key -nocerts -md sha256
sign three $by_rsa -signer rsa2.pem -inkey rsa2.key -signer ec.pem -inkey ec.key -nocerts -md sha256
# What is refused.
sign two-certificates $by_rsa -signer rsa2.pem -inkey rsa2.key -md sha256
sign content $by_rsa -nocerts -md sha256 -nodetach
openssl smime -sign -binary -in data -outform DER -out "$here/attributes.der" $by_rsa -nocerts -md sha256
openssl cms -sign -binary -noattr -in data -outform DER -out "$here/cms.der" $by_rsa -nocerts -md sha256
openssl cms -sign -binary -noattr -in data -outform DER -out "$here/key-id.der" $by_rsa -nocerts -md sha256 -keyid
openssl cms -sign -binary -noattr -in data -outform DER -out "$here/pss.der" $by_rsa -nocerts -md sha256 \
    -keyopt rsa_padding_mode:pss
openssl cms -resign -binary -noattr -inform DER -in "$here/rsa-sha256.der" -content data -outform DER \
    -out "$here/two-digests.der" -signer ec.pem -inkey ec.key -md sha384
openssl crl2pkcs7 -nocrl -certfile rsa.pem -outform DER -out "$here/certificates-only.der"
openssl smime -encrypt -binary -aes128 -in data -outform DER -out "$here/enveloped.der" rsa.pem
openssl cms -digest_create -binary -in data -outform DER -out "$here/digested.der"
openssl cms -EncryptedData_encrypt -binary -aes128 -secretkey 000102030405060708090a0b0c0d0e0f -in data -outform DER \
    -out "$here/encrypted.der"
openssl cms -data_create -binary -in data -outform DER -out "$here/data.der"
cp data "$here/data"
cd /
rm -r "$work"

#!/usr/bin/env python3
"""Makes vectors.txt: keys, signatures, ciphertexts and shared secrets of OpenSSL.

The tests of src/crypto hold what is implemented there against them. Needs the
Python package `cryptography`, which is OpenSSL underneath. One line is a name
and a hexadecimal value. The keys are fresh in each run and protect nothing.
"""

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import (
    AESCCM,
    AESGCM,
    ChaCha20Poly1305,
)

MESSAGE = b"The quick brown fox jumps over the lazy dog"
NONCE = bytes(range(0x10, 0x1C))
AAD = bytes(range(0x40, 0x45))
HASHES = {
    "sha1": hashes.SHA1(),
    "sha224": hashes.SHA224(),
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
UNCOMPRESSED = (serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
COMPRESSED = (serialization.Encoding.X962, serialization.PublicFormat.CompressedPoint)


def line(name, value):
    print(name, value.hex())


def pkcs1_der(key):
    return key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )


def aead():
    """Sealed MESSAGE (ciphertext, then tag) under the key 00 01 02 ..."""
    for name, key_len, make in (
        ("aes128gcm", 16, AESGCM),
        ("aes256gcm", 32, AESGCM),
        ("chacha20poly1305", 32, ChaCha20Poly1305),
        ("aes128ccm", 16, AESCCM),
        ("aes128ccm8", 16, lambda key: AESCCM(key, 8)),
        ("aes256ccm", 32, AESCCM),
        ("aes256ccm8", 32, lambda key: AESCCM(key, 8)),
    ):
        line(name, make(bytes(range(key_len))).encrypt(NONCE, MESSAGE, AAD))


def elliptic():
    for curve in (ec.SECP256R1(), ec.SECP384R1(), ec.SECP521R1()):
        key = ec.generate_private_key(curve)
        peer = ec.generate_private_key(curve)
        size = (curve.key_size + 7) // 8
        name = curve.name
        line(f"{name}-scalar", key.private_numbers().private_value.to_bytes(size, "big"))
        line(f"{name}-point", key.public_key().public_bytes(*UNCOMPRESSED))
        line(f"{name}-compressed", key.public_key().public_bytes(*COMPRESSED))
        line(f"{name}-peer", peer.public_key().public_bytes(*UNCOMPRESSED))
        line(f"{name}-shared", key.exchange(ec.ECDH(), peer.public_key()))
        for hash_name, algorithm in HASHES.items():
            line(f"{name}-{hash_name}", key.sign(MESSAGE, ec.ECDSA(algorithm)))


def rsa_key(bits, exponent):
    return rsa.generate_private_key(exponent, bits)


def odd_size(bits, exponent):
    """A key with an odd number of bits, which OpenSSL does not make by itself."""
    while True:
        p = rsa_key(bits + 1, exponent).private_numbers().p
        q = rsa_key(bits - 1, exponent).private_numbers().q
        if (p * q).bit_length() == bits:
            break
    d = rsa.rsa_recover_private_exponent(exponent, p, q)
    return rsa.RSAPrivateNumbers(
        p=p,
        q=q,
        d=d,
        dmp1=rsa.rsa_crt_dmp1(d, p),
        dmq1=rsa.rsa_crt_dmq1(d, q),
        iqmp=rsa.rsa_crt_iqmp(p, q),
        public_numbers=rsa.RSAPublicNumbers(exponent, p * q),
    ).private_key()


def rsa_size(bits, names, exponent=65537):
    make = odd_size if bits % 2 else rsa_key
    key = make(bits, exponent)
    prefix = f"rsa{bits}" if exponent == 65537 else f"rsa{bits}e{exponent}"
    line(f"{prefix}-key", pkcs1_der(key))
    for name in names:
        algorithm = HASHES[name]
        line(f"{prefix}-pkcs1-{name}", key.sign(MESSAGE, padding.PKCS1v15(), algorithm))
        pss = padding.PSS(padding.MGF1(algorithm), algorithm.digest_size)
        line(f"{prefix}-pss-{name}", key.sign(MESSAGE, pss, algorithm))
    return key


def rsa_more(key):
    """Free salt lengths and encryption."""
    sha256 = hashes.SHA256()
    for salt in (0, 20, 222):
        pss = padding.PSS(padding.MGF1(sha256), salt)
        line(f"rsa2048-salt{salt}", key.sign(MESSAGE, pss, sha256))
    public = key.public_key()
    line("rsa2048-encrypted-pkcs1", public.encrypt(MESSAGE, padding.PKCS1v15()))
    for name in ("sha1", "sha256"):
        algorithm = HASHES[name]
        oaep = padding.OAEP(padding.MGF1(algorithm), algorithm, b"label")
        line(f"rsa2048-encrypted-oaep-{name}", public.encrypt(MESSAGE, oaep))


line("message", MESSAGE)
aead()
elliptic()
rsa_size(1024, ["sha1", "sha256"])
rsa_more(rsa_size(2048, HASHES))
rsa_size(2048, ["sha256"], exponent=3)
# 3081 bits: the encoded PSS message is one byte shorter than the modulus (RFC
# 8017 section 8.1.1), and ring does not sign with such a key.
rsa_size(3072, ["sha384"])
rsa_size(3081, ["sha256"])
rsa_size(4096, ["sha512"])
rsa_size(8192, ["sha256"])

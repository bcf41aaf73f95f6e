#!/usr/bin/env python3
"""Makes mlkem.txt: ML-KEM keys, ciphertexts and secrets of OpenSSL.

Called with the path of an `openssl` of version 3.5 or later. The seed of a key
is the bytes 00 01 02 .. 3f, the randomness of an encapsulation the bytes c0 c1
.. df, so that the output is the same in each run.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

SEED = bytes(range(64))
RANDOMNESS = bytes(range(0xC0, 0xE0))
KEY_LENGTHS = {"ML-KEM-768": 1184, "ML-KEM-1024": 1568}


def openssl(*arguments):
    subprocess.run([sys.argv[1], *map(str, arguments)], check=True, capture_output=True)


def decapsulated(folder, ciphertext):
    (folder / "in").write_bytes(ciphertext)
    openssl("pkeyutl", "-decap", "-inkey", folder / "key", "-in", folder / "in", "-secret", folder / "out")
    return (folder / "out").read_bytes()


def vectors(folder, name, key_length):
    openssl("genpkey", "-algorithm", name, "-pkeyopt", f"hexseed:{SEED.hex()}", "-out", folder / "key")
    openssl("pkey", "-in", folder / "key", "-pubout", "-outform", "DER", "-out", folder / "public")
    openssl(
        "pkeyutl", "-encap", "-inkey", folder / "key", "-pkeyopt", f"hexikme:{RANDOMNESS.hex()}",
        "-out", folder / "ciphertext", "-secret", folder / "secret",
    )  # fmt: skip
    ciphertext = (folder / "ciphertext").read_bytes()
    secret = (folder / "secret").read_bytes()
    assert decapsulated(folder, ciphertext) == secret
    forged = bytes([ciphertext[0] ^ 1]) + ciphertext[1:]
    print(f"{name}-key", (folder / "public").read_bytes()[-key_length:].hex())
    print(f"{name}-ciphertext", ciphertext.hex())
    print(f"{name}-secret", secret.hex())
    # What comes of the ciphertext with the lowest bit of its first byte turned.
    print(f"{name}-rejected", decapsulated(folder, forged).hex())


for name, key_length in KEY_LENGTHS.items():
    with tempfile.TemporaryDirectory() as folder:
        vectors(Path(folder), name, key_length)

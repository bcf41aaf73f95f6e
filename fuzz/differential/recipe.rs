//! Chains out of bytes: good ones, changed in any way before they are signed.

use std::ffi::CStr;
use std::sync::OnceLock;

use crate::maker::*;
use ferrotls::crypto::ec::Curve;
use ferrotls::crypto::hash::HashAlgorithm;
use ferrotls::crypto::sign::SigningKey;
use ferrotls::pki::der;

/// What is judged.
pub(super) struct Case {
    /// The leaf first, the trusted one last.
    pub(super) certificates: Vec<Vec<u8>>,
    pub(super) crl: Option<Vec<u8>>,
    /// Whom the leaf is to be for.
    pub(super) name: Option<&'static CStr>,
}

const NAMES: [Option<&CStr>; 8] = [
    Some(c"www.example.com"),
    None,
    Some(c"example.com"),
    Some(c"WWW.example.COM"),
    Some(c"a.b.example.com"),
    Some(c"127.0.0.1"),
    Some(c"::1"),
    Some(c"localhost"),
];
/// Extensions by the last byte of their identifiers (2.5.29).
const EXTENSIONS: [u8; 12] = [14, 15, 17, 18, 19, 30, 31, 32, 35, 36, 37, 54];
/// Far away, so that what is made is the same at any time: 2020-01-01, 2049-12-01.
const FROM: i64 = 1_577_836_800;
const TO: i64 = 2_521_843_200;

/// The same in every run. 0 to 3: P-256 of the leaf up to the root; then others.
fn key(number: u8) -> &'static SigningKey {
    static KEYS: OnceLock<Vec<SigningKey>> = OnceLock::new();
    let keys = KEYS.get_or_init(|| {
        let p256 = (1..=4).map(|seed| SigningKey::ec(Curve::P256, &[seed; 32]).expect("a key"));
        let p384 = SigningKey::ec(Curve::P384, &[7; 48]).expect("a key");
        let k256 = SigningKey::ec(Curve::Secp256k1, &[8; 32]).expect("a key");
        let rsa = include_bytes!("../../tests/data/keys/rsa-2048.der");
        let rsa = SigningKey::rsa_from_pkcs1(rsa).expect("a key");
        p256.chain([p384, k256, rsa]).collect()
    });
    &keys[usize::from(number) % keys.len()]
}

/// The rest of the input.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    fn some(&mut self) -> Vec<u8> {
        let len = usize::from(self.byte() % 48).min(self.0.len());
        let (bytes, rest) = self.0.split_at(len);
        self.0 = rest;
        bytes.to_vec()
    }
}

/// What the input says. With `soft` constraints, critical nameConstraints say that they are not critical, in a byte that is
/// changed before the certificate is signed: all else stays.
pub(super) fn read(input: &[u8], soft: bool) -> Case {
    let mut bytes = Bytes(input);
    let how = bytes.byte();
    let intermediates = usize::from(how % 3);
    let name = NAMES[usize::from(how >> 2 & 7)];
    // From the root down: each names the one before as its issuer.
    let mut certificates = Vec::new();
    let (mut issuer, mut issuer_key) = ("Root", key(3));
    for depth in 0..intermediates + 2 {
        let (mut recipe, subject, own) = match depth {
            0 => (Recipe::root("Root"), "Root", 3),
            _ if depth == intermediates + 1 => (Recipe::leaf(issuer), "Leaf", 0),
            1 => (Recipe::authority(issuer, "One"), "One", 1),
            _ => (Recipe::authority(issuer, "Two"), "Two", 2),
        };
        (recipe.from, recipe.to) = (FROM, TO);
        let mut made = Making {
            recipe,
            own: key(own),
            signer: issuer_key,
            patches: Vec::new(),
            break_signature: false,
        };
        while made.change(&mut bytes) {}
        if depth == 0 {
            made.signer = made.own;
        }
        certificates.push(made.der(soft));
        (issuer, issuer_key) = (subject, made.own);
    }
    certificates.reverse();
    let crl = (how & 0x80 != 0).then(|| {
        list(
            &mut bytes,
            if intermediates == 0 {
                "Root"
            } else {
                issuer_of(intermediates)
            },
            intermediates,
        )
    });
    Case {
        certificates,
        crl,
        name,
    }
}

/// Who issues the leaf.
fn issuer_of(intermediates: usize) -> &'static str {
    if intermediates == 1 { "One" } else { "Two" }
}

/// A revocation list of the leaf's issuer.
fn list(bytes: &mut Bytes<'_>, issuer: &str, intermediates: usize) -> Vec<u8> {
    let mut recipe = CrlRecipe::new(issuer);
    (recipe.this_update, recipe.next_update) = (FROM, Some(TO));
    let signer = match intermediates {
        0 => key(3),
        1 => key(1),
        _ => key(2),
    };
    let mut patches = Vec::new();
    for _ in 0..4 {
        match bytes.byte() % 9 {
            0 => break,
            1 => recipe.revoked.push(vec![1]),
            2 => recipe.revoked.push(bytes.some()),
            3 => recipe.next_update = None,
            4 => recipe.next_update = Some(FROM + 1),
            5 => recipe.this_update = TO,
            6 => recipe.version2 = false,
            7 => recipe.extensions.push(extension(
                &[0x55, 0x1d, bytes.byte()],
                bytes.byte() & 1 != 0,
                &bytes.some(),
            )),
            _ => patches.push((bytes.byte(), bytes.byte())),
        }
    }
    let change = |signed: &mut Vec<u8>| apply(&patches, signed);
    resign(&recipe.der(signer), change, signer, HashAlgorithm::Sha256)
}

/// A certificate that is being made.
struct Making {
    recipe: Recipe,
    own: &'static SigningKey,
    signer: &'static SigningKey,
    /// Bytes of what is signed, counted from its end or its beginning, and what they are changed by.
    patches: Vec<(u8, u8)>,
    break_signature: bool,
}

impl Making {
    /// One change; false if the input says that there is no other.
    fn change(&mut self, bytes: &mut Bytes<'_>) -> bool {
        let recipe = &mut self.recipe;
        match bytes.byte() % 24 {
            0..=3 => return false,
            4 => recipe.serial = bytes.some(),
            5 => recipe.issuer = some_name(bytes),
            6 => recipe.subject = some_name(bytes),
            7 => {
                (recipe.from, recipe.to) =
                    [(FROM, FROM + 9), (TO - 9, TO), (TO, FROM), (0, 1)][usize::from(bytes.byte() % 4)]
            }
            8 => recipe.dates = Some([some_date(bytes), some_date(bytes)].concat()),
            9 => set(
                recipe,
                basic_constraints(
                    bytes.byte() & 1 != 0,
                    Some(bytes.byte() % 4).filter(|length| *length < 3),
                ),
            ),
            10 => set(recipe, key_usage(bytes.byte())),
            11 => {
                const PURPOSES: [&[u8]; 4] = [
                    &[0x2b, 6, 1, 5, 5, 7, 3, 1],
                    &[0x2b, 6, 1, 5, 5, 7, 3, 2],
                    &[0x55, 0x1d, 0x25, 0],
                    &[0x2b, 6, 1, 5, 5, 7, 3, 9],
                ];
                set(recipe, extended_key_usage(&[PURPOSES[usize::from(bytes.byte() % 4)]]));
            }
            12 | 13 => {
                const TEXTS: [&[u8]; 8] = [
                    b"www.example.com",
                    b"*.example.com",
                    b"*",
                    b"example.com",
                    b"w*.example.com",
                    b"\x7f\0\0\x01",
                    b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01",
                    b"",
                ];
                let mut names = Vec::new();
                for _ in 0..=bytes.byte() % 3 {
                    let text = match TEXTS.get(usize::from(bytes.byte() % 9)) {
                        Some(text) => text.to_vec(),
                        None => bytes.some(),
                    };
                    let tag = [0x82, 0x87, 0x81, 0x86, 0xa0, 0xa4][usize::from(bytes.byte() % 6)];
                    names.push((tag, text));
                }
                let names: Vec<(u8, &[u8])> = names.iter().map(|(tag, text)| (*tag, text.as_slice())).collect();
                set(recipe, alt_names(&names));
            }
            14 => {
                let id = EXTENSIONS[usize::from(bytes.byte()) % EXTENSIONS.len()];
                recipe
                    .extensions
                    .push(extension(&[0x55, 0x1d, id], bytes.byte() & 1 != 0, &bytes.some()));
            }
            15 => recipe
                .extensions
                .push(extension(&bytes.some(), bytes.byte() & 1 != 0, &bytes.some())),
            16 => recipe.version = 1 + bytes.byte() % 4,
            17 => {
                use HashAlgorithm::{Sha1, Sha256, Sha384, Sha512};
                recipe.hash = [Sha1, Sha384, Sha512, Sha256][usize::from(bytes.byte() % 4)];
            }
            18 => drop(recipe.extensions.pop()),
            19 => self.own = key(bytes.byte()),
            20 => self.signer = key(bytes.byte()),
            21 => self.break_signature = true,
            _ => self.patches.push((bytes.byte(), bytes.byte())),
        }
        true
    }

    fn der(&self, soft: bool) -> Vec<u8> {
        let der = self.recipe.der(self.own, self.signer);
        let change = |signed: &mut Vec<u8>| {
            apply(&self.patches, signed);
            if soft {
                soften(signed);
            }
        };
        let mut der = resign(&der, change, self.signer, self.recipe.hash);
        if let (true, Some(last)) = (self.break_signature, der.last_mut()) {
            *last ^= 1;
        }
        der
    }
}

/// Puts an extension in the place of one with the same identifier.
fn set(recipe: &mut Recipe, extension: Vec<u8>) {
    let same = |other: &Vec<u8>| other.get(2..7) == extension.get(2..7);
    recipe.extensions.retain(|other| !same(other));
    recipe.extensions.push(extension);
}

fn some_name(bytes: &mut Bytes<'_>) -> Vec<u8> {
    const TEXTS: [&str; 6] = ["Root", "One", "Two", "root", "Leaf", "www.example.com"];
    let text = TEXTS[usize::from(bytes.byte() % 6)];
    match bytes.byte() % 4 {
        0 => name(text),
        1 => name_as(0x13, text),
        2 => name_as(bytes.byte(), text),
        _ => tlv(der::SEQUENCE, &[&bytes.some()]),
    }
}

fn some_date(bytes: &mut Bytes<'_>) -> Vec<u8> {
    const TEXTS: [&[u8]; 6] = [
        b"200101000000Z",
        b"491201000000Z",
        b"20491201000000Z",
        b"99991231235959Z",
        b"200230000000Z",
        b"200101000000",
    ];
    let tag = [0x17, 0x18][usize::from(bytes.byte() & 1)];
    match TEXTS.get(usize::from(bytes.byte() % 7)) {
        Some(text) => tlv(tag, &[text]),
        None => tlv(tag, &[&bytes.some()]),
    }
}

/// Changes what is signed, and signs that; what `change` leaves is left.
fn resign(whole: &[u8], change: impl FnOnce(&mut Vec<u8>), signer: &SigningKey, hash: HashAlgorithm) -> Vec<u8> {
    let mut reader = der::Reader::new(whole);
    let signed = reader.enter(der::SEQUENCE).and_then(|(_, mut fields)| {
        let tbs = fields.any()?.outer;
        let algorithm = fields.any()?.outer;
        Ok((tbs.of(whole).to_vec(), algorithm.of(whole).to_vec()))
    });
    let Ok((mut tbs, algorithm)) = signed else {
        return whole.to_vec();
    };
    let before = tbs.clone();
    change(&mut tbs);
    if tbs == before {
        return whole.to_vec();
    }
    seal(&tbs, &algorithm, signer, hash, None)
}

/// Changes single bytes.
fn apply(patches: &[(u8, u8)], signed: &mut [u8]) {
    for (place, change) in patches {
        let place = if place & 1 == 0 {
            usize::from(*place)
        } else {
            signed.len().saturating_sub(usize::from(*place))
        };
        if let Some(byte) = signed.get_mut(place) {
            *byte ^= change;
        }
    }
}

/// Makes nameConstraints that are critical say FALSE.
fn soften(signed: &mut [u8]) {
    for start in 0..signed.len() {
        if let Some([6, 3, 0x55, 0x1d, 30, 1, 1, critical]) = signed.get_mut(start..start + 8) {
            *critical = 0;
        }
    }
}

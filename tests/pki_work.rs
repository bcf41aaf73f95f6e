//! What a peer's certificates may cost: steps and signatures are counted, and bytes, not time.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::undocumented_unsafe_blocks,
    reason = "a test may fail by panicking; the allocator passes everything on"
)]

#[path = "pki_maker/mod.rs"]
mod maker;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use ferrotls::pki::{
    Certificate, Crl, crl, crt, der, oid,
    profile::Profile,
    verify::{Request, Verdict, flags, verify},
};
use maker::*;

/// Counts the bytes that a thread has in use, and the most it ever had.
struct Counting;

thread_local! {
    static IN_USE: Cell<usize> = const { Cell::new(0) };
    static MOST: Cell<usize> = const { Cell::new(0) };
    /// All bytes ever asked for, which also tells how often things were copied.
    static ASKED: Cell<usize> = const { Cell::new(0) };
}

fn count(more: usize, less: usize) {
    let _ = IN_USE.try_with(|in_use| {
        in_use.set((in_use.get() + more).saturating_sub(less));
        let _ = MOST.try_with(|most| most.set(most.get().max(in_use.get())));
    });
    let _ = ASKED.try_with(|asked| asked.set(asked.get() + more));
}

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
        count(0, layout.size());
        unsafe { System.dealloc(ptr, layout) }
    }
    unsafe fn realloc(&self, ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        count(new_size, layout.size());
        unsafe { System.realloc(ptr, layout, new_size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The most bytes in use at once, and all bytes asked for, while `work` runs.
fn memory_of<T>(work: impl FnOnce() -> T) -> (usize, usize, T) {
    let before = IN_USE.get();
    MOST.set(before);
    ASKED.set(0);
    let out = work();
    (MOST.get() - before, ASKED.get(), out)
}

/// As `pki/ways.rs` and `pki/builder.rs` have them.
const MAX_STEPS: usize = 500;
/// Eight ways by name, and the one that was built.
const MAX_ASKED: usize = 9;
const MAX_SIGNATURES: usize = 64;

fn judge(chain: &[Certificate], anchors: &[Certificate], crls: &[&Crl]) -> Verdict {
    let verdict = verify(&Request {
        chain: &chain.iter().collect::<Vec<_>>(),
        anchors: &anchors.iter().collect::<Vec<_>>(),
        crls,
        profile: &Profile::DEFAULT,
        name: Some("www.example.com"),
        purpose: None,
        now: now(),
    });
    assert!(verdict.work.steps <= MAX_STEPS, "{:?}", verdict.work);
    assert!(verdict.work.asked <= MAX_ASKED, "{:?}", verdict.work);
    assert!(verdict.work.signatures <= MAX_SIGNATURES, "{:?}", verdict.work);
    verdict
}

fn root() -> Certificate {
    Recipe::root("Root").make(p256(0), p256(0))
}

/// A certificate for a key that nobody has: the point of key `number`, in a certificate with this serial number.
fn authority(issuer: &str, subject: &str, serial: u16, number: usize, signer: usize) -> Certificate {
    Recipe {
        serial: [&[1], &serial.to_be_bytes()[..]].concat(),
        ..Recipe::authority(issuer, subject)
    }
    .make(p256(number), p256(signer))
}

#[test]
fn what_is_usual_costs_one_question() {
    let leaf = Recipe::leaf("Middle").make(p256(1), p256(2));
    let middle = Recipe::authority("Root", "Middle").make(p256(2), p256(0));
    let verdict = judge(&[leaf, middle], &[root()], &[]);
    assert_eq!(verdict.flags(), 0);
    assert_eq!(
        (verdict.work.steps, verdict.work.asked, verdict.work.signatures),
        (2, 1, 0)
    );
}

#[test]
fn rustsec_2023_0052_a_mesh_of_authorities_with_one_name() {
    // Fourteen keys, each certified by each other, all with one name.
    let mesh = (2..16usize).flat_map(|key| (2..16usize).map(move |signer| (key, signer)));
    let mut chain = vec![Recipe::leaf("A").make(p256(1), p256(2))];
    chain.extend(mesh.map(|(key, signer)| authority("A", "A", 0, key, signer)));
    assert_ne!(judge(&chain, &[root()], &[]).flags(), 0);
    // An anchor with their name makes every path one to be looked at.
    let anchor = Recipe::root("A").make(p256(0), p256(0));
    assert_ne!(judge(&chain, &[anchor], &[]).flags(), 0);
}

#[test]
fn layers_that_multiply() {
    // Six layers of ten keys: a million paths by name, none of which a signature holds together.
    let mut chain = vec![Recipe::leaf("L0").make(p256(1), p256(15))];
    for layer in 0..6 {
        let upper = if layer == 5 {
            "Root".to_string()
        } else {
            format!("L{}", layer + 1)
        };
        chain.extend((2..12).map(|key| authority(&upper, &format!("L{layer}"), 0, key, 14)));
    }
    let verdict = judge(&chain, &[root()], &[]);
    assert_ne!(verdict.flags(), 0);
    // The same without an anchor: nothing to ask webpki about.
    assert_eq!(judge(&chain, &[], &[]).work.asked, 0);
}

#[test]
fn long_loops() {
    for length in [2u16, 3, 7, 300] {
        let mut chain = vec![Recipe::leaf("R0").make(p256(1), p256(2))];
        for at in 0..length {
            let next = format!("R{}", (at + 1) % length);
            chain.push(authority(&next, &format!("R{at}"), at, 2, 2));
        }
        assert_ne!(judge(&chain, &[root()], &[]).flags(), 0);
        chain[1..].reverse();
        assert_ne!(judge(&chain, &[root()], &[]).flags(), 0);
    }
}

#[test]
fn a_good_path_is_found_among_decoys() {
    let leaf = || Recipe::leaf("A").make(p256(1), p256(2));
    let good = || authority("Root", "A", 0, 2, 0);
    // Others of the same name that lead nowhere by their names,
    let mut chain = vec![leaf()];
    chain.extend((0..200).map(|serial| authority("Nowhere", "A", serial, 3, 3)));
    chain.push(good());
    assert_eq!(judge(&chain, &[root()], &[]).flags(), 0);
    // and some that only their signatures tell from the right one.
    let mut chain = vec![leaf()];
    chain.extend((0..40).map(|serial| authority("Root", "A", serial, 3, 3)));
    chain.push(good());
    assert_eq!(judge(&chain, &[root()], &[]).flags(), 0);
}

#[test]
fn the_right_anchor_among_many_of_one_name() {
    let with_id = |recipe: Recipe, extension: Vec<u8>| {
        let extensions = [recipe.extensions.clone(), vec![extension]].concat();
        recipe.with(&extensions)
    };
    let anchor = |id: u8, key: usize| with_id(Recipe::root("Root"), subject_key_id(&[id])).make(p256(key), p256(key));
    let mut anchors: Vec<Certificate> = (1..=200).map(|id| anchor(id, 3)).collect();
    anchors.push(anchor(0, 0));
    let leaf = [with_id(Recipe::leaf("Root"), authority_key_id(&[0])).make(p256(1), p256(0))];
    let verdict = judge(&leaf, &anchors, &[]);
    assert_eq!((verdict.flags(), verdict.work.asked), (0, 1));
    // Under an intermediate with another hundred of its name; one encoded differently keeps webpki out of it.
    let middle = |id: u8, key: usize, issuer: u8| {
        let with_own = with_id(Recipe::authority("Root", "Middle"), subject_key_id(&[id]));
        with_id(with_own, authority_key_id(&[issuer])).make(p256(key), p256(0))
    };
    for issuer in [name("Middle"), name_as(der::PRINTABLE_STRING, "Middle")] {
        let recipe = Recipe {
            issuer,
            ..with_id(Recipe::leaf("Middle"), authority_key_id(&[0]))
        };
        let mut chain = vec![recipe.make(p256(1), p256(2))];
        chain.extend((1..=100).map(|id| middle(id, 4, 0)));
        chain.push(middle(0, 2, 0));
        assert_eq!(judge(&chain, &anchors, &[]).flags(), 0);
    }
}

#[test]
fn ten_thousand_anchors() {
    let mut anchors: Vec<Certificate> = (0..10_000)
        .map(|number| Recipe::root(&format!("Root {number}")).make(p256(3), p256(3)))
        .collect();
    let leaf = [Recipe::leaf("Root").make(p256(1), p256(0))];
    let verdict = judge(&leaf, &anchors, &[]);
    assert_eq!(verdict.flags(), flags::NOT_TRUSTED);
    assert_eq!((verdict.work.asked, verdict.work.signatures), (0, 0));
    anchors.push(root());
    let verdict = judge(&leaf, &anchors, &[]);
    assert_eq!(verdict.flags(), 0);
    assert_eq!((verdict.work.asked, verdict.work.signatures), (1, 0));
}

#[test]
fn a_list_of_a_hundred_thousand() {
    let serial = |number: u32| [&[1], &number.to_be_bytes()[1..]].concat();
    let list = CrlRecipe {
        revoked: (0..100_000).map(serial).collect(),
        ..CrlRecipe::new("Root")
    };
    let der = list.der(p256(0));
    let (most, _, list) = memory_of(|| Crl::from_der(&der).unwrap());
    assert!(most <= 10 * der.len(), "{most} bytes for {}", der.len());
    let leaf = |number| {
        Recipe {
            serial: serial(number),
            ..Recipe::leaf("Root")
        }
        .make(p256(1), p256(0))
    };
    assert_eq!(judge(&[leaf(99_999)], &[root()], &[&list]).flags(), flags::REVOKED);
    assert_eq!(judge(&[leaf(100_000)], &[root()], &[&list]).flags(), 0);
}

/// Inputs that make much out of little, each `size` bytes or so.
fn greedy(size: usize) -> Vec<(&'static str, Vec<u8>)> {
    let leaf = |extension: Vec<u8>| Recipe::leaf("Root").with(&[extension]).der(p256(1), p256(0));
    let repeat = |what: &[u8]| what.repeat(size / what.len());
    let sequence = |content: &[u8]| tlv(der::SEQUENCE, &[content]);
    let attribute = tlv(
        der::SET,
        &[&sequence(
            &[&tlv(der::OID, &[oid::COMMON_NAME])[..], &tlv(der::UTF8_STRING, &[b"a"])].concat(),
        )],
    );
    let directory = tlv(0xa4, &[&sequence(&attribute)]);
    let policy = sequence(&tlv(der::OID, &[&[42]]));
    let unknown = sequence(&[&tlv(der::OID, &[&[42]])[..], &[4, 0]].concat());
    let names = |name: Vec<u8>| Recipe {
        subject: name,
        ..Recipe::leaf("Root")
    };
    let deep = (0..size / 4).fold(
        vec![5, 0],
        |inner, _| {
            if inner.len() < 4000 { sequence(&inner) } else { inner }
        },
    );
    vec![
        (
            "empty DNS names",
            leaf(extension(&[0x55, 0x1d, 0x11], false, &sequence(&repeat(&[0x82, 0])))),
        ),
        (
            "directory names",
            leaf(extension(&[0x55, 0x1d, 0x11], false, &sequence(&repeat(&directory)))),
        ),
        (
            "purposes",
            leaf(extension(&[0x55, 0x1d, 0x25], false, &sequence(&repeat(&[6, 1, 42])))),
        ),
        (
            "policies",
            leaf(extension(&[0x55, 0x1d, 0x20], false, &sequence(&repeat(&policy)))),
        ),
        ("unknown extensions", leaf(repeat(&unknown))),
        ("attributes", names(sequence(&repeat(&attribute))).der(p256(1), p256(0))),
        ("depth", leaf(extension(&[42], false, &deep))),
        ("nothing but tags", vec![0x30; size]),
        ("nothing but lengths", vec![0x84; size]),
    ]
}

#[test]
fn memory_follows_the_length_of_what_is_parsed() {
    for (what, small) in greedy(10_000) {
        let (most, asked, parsed) = memory_of(|| Certificate::from_der(&small).is_ok());
        assert!(
            most <= 40 * small.len() + 4096,
            "{what}: {most} bytes for {}",
            small.len()
        );
        let large = greedy(80_000).into_iter().find(|(name, _)| *name == what).unwrap().1;
        let (_, more, parsed_too) = memory_of(|| Certificate::from_der(&large).is_ok());
        assert_eq!(parsed, parsed_too, "{what}");
        // Eight times as much to parse is not much more than eight times the work.
        assert!(more <= 12 * asked + 4096, "{what}: {asked} bytes, then {more}");
    }
}

/// A request with these attributes, whose signature nobody checks.
fn request(subject: &[u8], attributes: &[u8]) -> Vec<u8> {
    let mut key = Vec::new();
    ferrotls::pki::spki::push(&mut key, &public(p256(1)));
    let algorithm = algorithm_id(p256(1), ferrotls::crypto::hash::HashAlgorithm::Sha256, None);
    let info = tlv(
        der::SEQUENCE,
        &[&tlv(der::INTEGER, &[&[0]]), subject, &key, &tlv(0xa0, &[attributes])],
    );
    tlv(der::SEQUENCE, &[&info, &algorithm, &tlv(der::BIT_STRING, &[&[0, 1]])])
}

/// Requests that make much out of little, each `size` bytes or so.
fn greedy_requests(size: usize) -> Vec<(&'static str, Vec<u8>)> {
    let repeat = |what: &[u8]| what.repeat(size / what.len());
    let sequence = |content: &[u8]| tlv(der::SEQUENCE, &[content]);
    let wanted = |extensions: &[u8]| {
        let values = tlv(der::SET, &[&sequence(extensions)]);
        sequence(&[&tlv(der::OID, &[oid::EXTENSION_REQUEST])[..], &values].concat())
    };
    let alt_names = |content: &[u8]| wanted(&extension(&[0x55, 0x1d, 0x11], false, &sequence(content)));
    let rdn = name("a").split_off(2);
    let unknown = extension(&[42], false, &[]);
    vec![
        ("names", request(&name("x"), &alt_names(&repeat(&[0x82, 0])))),
        ("unknown extensions", request(&name("x"), &wanted(&repeat(&unknown)))),
        ("empty requests", request(&name("x"), &repeat(&wanted(&[])))),
        (
            "other attributes",
            request(&name("x"), &repeat(&sequence(&tlv(der::OID, &[&[42]])))),
        ),
        ("attributes of the subject", request(&sequence(&repeat(&rdn)), &[])),
        ("nothing but tags", vec![0x30; size]),
    ]
}

#[test]
fn memory_follows_the_length_of_requests() {
    let mut parsed = 0;
    for (what, small) in greedy_requests(10_000) {
        let parse = |der: &[u8]| ferrotls::pki::csr::Request::from_der(der, true).is_ok();
        let (most, asked, is_one) = memory_of(|| parse(&small));
        assert!(
            most <= 40 * small.len() + 4096,
            "{what}: {most} bytes for {}",
            small.len()
        );
        parsed += u8::from(is_one);
        let mut all = greedy_requests(80_000).into_iter();
        let large = all.find(|(name, _)| *name == what).unwrap().1;
        let (_, more, is_one_too) = memory_of(|| parse(&large));
        assert_eq!(is_one, is_one_too, "{what}");
        assert!(more <= 12 * asked + 4096, "{what}: {asked} bytes, then {more}");
    }
    assert_eq!(parsed, 5);
}

#[test]
fn memory_follows_the_length_of_keys_and_text() {
    use ferrotls::base64;
    use ferrotls::pki::{key, name_text};
    let parse = |bytes: &[u8]| {
        let private = key::parse_private_key(bytes, None).is_ok();
        let opened = key::parse_private_key(bytes, Some(b"secret")).is_ok();
        let text = base64::decode(bytes).is_ok();
        (private || opened || key::parse_public_key(bytes).is_ok(), text)
    };
    let block = |label: &str, line: &str, count: usize| {
        format!("-----BEGIN {label}-----\n{}-----END {label}-----\n", line.repeat(count)).into_bytes()
    };
    for size in [10_000_usize, 80_000] {
        let inputs = [
            vec![0x30; size],
            tlv(der::SEQUENCE, &[&vec![0x02; size]]),
            tlv(
                der::SEQUENCE,
                &[&tlv(der::INTEGER, &[&vec![0x7f; size]]), &tlv(der::INTEGER, &[&[3]])],
            ),
            block("RSA PRIVATE KEY", "AAAA\n", size / 5),
            block("PRIVATE KEY", " \n", size / 2),
            block("ENCRYPTED PRIVATE KEY", "MIIB\r\n", size / 6),
            "-----BEGIN EC PRIVATE KEY-----\n".repeat(size / 31).into_bytes(),
            b"AAAA    \n".repeat(size / 9),
        ];
        for (at, input) in inputs.iter().enumerate() {
            let (most, asked, (is_key, _)) = memory_of(|| parse(input));
            assert!(!is_key, "{at}");
            assert!(most <= 8 * input.len() + 8192, "{at}: {most} bytes for {}", input.len());
            assert!(
                asked <= 64 * input.len() + 65536,
                "{at}: {asked} bytes for {}",
                input.len()
            );
        }
    }
    // A name out of text: what comes again replaces what was.
    let text = "CN=a,".repeat(16_000);
    let (most, _, name) = memory_of(|| name_text::parse(text.as_bytes()).unwrap());
    assert!(name.len() < 20 && most < 4096, "{most}");
}

#[test]
fn bundles_are_parsed_once_through() {
    let pem = |count: usize| ferrotls::pki::pem::write("CERTIFICATE", root().der()).repeat(count);
    let (small, large) = (pem(20), pem(160));
    let (_, asked, one) = memory_of(|| crt::parse_many(small.as_bytes()).unwrap().items.len());
    let (_, more, other) = memory_of(|| crt::parse_many(large.as_bytes()).unwrap().items.len());
    assert_eq!((one, other), (20, 160));
    assert!(more <= 12 * asked, "{asked} bytes, then {more}");
    // Blocks that never end, and ends without a beginning.
    for noise in [
        "-----BEGIN CERTIFICATE-----\n",
        "-----END CERTIFICATE-----\n",
        "-----BEGIN X509 CRL-----\n",
    ] {
        let noise = noise.repeat(5_000);
        let (most, asked, _) = memory_of(|| {
            (
                crt::parse_many(noise.as_bytes()).is_err(),
                crl::parse_many(noise.as_bytes()).is_err(),
            )
        });
        assert!(
            most.max(asked / 4) <= 8 * noise.len() + 4096,
            "{most} and {asked} bytes for {}",
            noise.len()
        );
    }
}

#[test]
fn many_names_and_many_constraints() {
    let names: Vec<String> = (0..2_000).map(|number| format!("h{number}.example.com")).collect();
    let names: Vec<(u8, &[u8])> = names.iter().map(|name| (0x82, name.as_bytes())).collect();
    let subtree = |name: &str| tlv(der::SEQUENCE, &[&tlv(0x82, &[name.as_bytes()])]);
    let trees: Vec<u8> = (0..1_000)
        .flat_map(|number| subtree(&format!("n{number}.example.org")))
        .collect();
    let constraints = tlv(der::SEQUENCE, &[&tlv(0xa1, &[&trees])]);
    let middle = Recipe::authority("Root", "Middle")
        .with(&[
            basic_constraints(true, None),
            extension(oid::NAME_CONSTRAINTS, true, &constraints),
        ])
        .make(p256(2), p256(0));
    let leaf = Recipe::leaf("Middle").with(&[alt_names(&names)]).make(p256(1), p256(2));
    // Two million comparisons are more than webpki makes for one path, so it refuses.
    let verdict = judge(&[leaf, middle], &[root()], &[]);
    assert_eq!(verdict.flags(), flags::OTHER | flags::CN_MISMATCH);
}

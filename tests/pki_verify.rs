//! Who is trusted: each flag alone, several at once, and each case in which Mbed TLS 3.6 and webpki differ.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

#[path = "pki_maker/mod.rs"]
mod maker;

use ferrotls::{
    crypto::hash::HashAlgorithm,
    pki::{
        Certificate, Crl, der, oid,
        profile::Profile,
        verify::{Place, Purpose, Request, Step, Verdict, flags, usage_flags, verify},
    },
};
use maker::*;

/// A question with everything in order but what the test changes.
struct Ask<'a> {
    chain: Vec<&'a Certificate>,
    anchors: Vec<&'a Certificate>,
    crls: Vec<&'a Crl>,
    profile: Profile,
    name: Option<&'a str>,
    purpose: Option<Purpose>,
}

impl<'a> Ask<'a> {
    fn new(chain: &[&'a Certificate], anchors: &[&'a Certificate]) -> Self {
        Self {
            chain: chain.to_vec(),
            anchors: anchors.to_vec(),
            crls: Vec::new(),
            profile: Profile::DEFAULT,
            name: Some("www.example.com"),
            purpose: Some(Purpose::ServerAuth),
        }
    }

    fn verdict(&self) -> Verdict {
        verify(&Request {
            chain: &self.chain,
            anchors: &self.anchors,
            crls: &self.crls,
            profile: &self.profile,
            name: self.name,
            purpose: self.purpose,
            now: now(),
        })
    }

    fn flags(&self) -> u32 {
        self.verdict().flags()
    }
}

fn check(chain: &[&Certificate], anchors: &[&Certificate]) -> u32 {
    Ask::new(chain, anchors).flags()
}

fn root() -> Certificate {
    Recipe::root("Root").make(p256(0), p256(0))
}

fn leaf_of(recipe: &Recipe) -> Certificate {
    recipe.make(p256(1), p256(0))
}

#[test]
fn good_chain_and_its_path() {
    let root = root();
    let middle = Recipe::authority("Root", "Middle").make(p256(2), p256(0));
    let leaf = Recipe::leaf("Middle").make(p256(1), p256(2));
    let verdict = Ask::new(&[&leaf, &middle], &[&root]).verdict();
    assert_eq!(
        verdict.path,
        [Place::Chain(0), Place::Chain(1), Place::Anchor(0)].map(|place| Step { place, flags: 0 })
    );
    // The root may come along, and so may things that do not belong.
    let stranger = Recipe::authority("Other", "Other").make(p256(3), p256(3));
    let verdict = Ask::new(&[&leaf, &stranger, &root, &middle, &middle], &[&stranger, &root]).verdict();
    assert_eq!(verdict.flags(), 0);
    assert_eq!(verdict.path.last().unwrap().place, Place::Anchor(1));
    // A trusted intermediate ends the path.
    assert_eq!(check(&[&leaf], &[&middle]), 0);
    assert_eq!(check(&[&leaf, &middle, &root], &[&middle]), 0);
}

#[test]
fn a_critical_extension_that_the_program_takes() {
    let private = extension(&[0x2a, 3, 4], true, &[5, 0]);
    let constraints = extension(
        &[0x55, 0x1d, 0x1e],
        true,
        &tlv(
            der::SEQUENCE,
            &[&tlv(0xa0, &[&tlv(der::SEQUENCE, &[&tlv(0x82, &[b"example.org"])])])],
        ),
    );
    let recipe = Recipe::leaf("Root").with(&[dns_names(&["www.example.com"]), private.clone()]);
    let der = recipe.der(p256(1), p256(0));
    assert!(Certificate::from_der(&der).is_err());
    let take = |der: &[u8]| Certificate::from_der_with::<()>(der, &mut |_| Ok(())).unwrap();
    assert_eq!(check(&[&take(&der)], &[&root()]), 0);
    // In the root too; but name constraints are never lost over it.
    let plain = leaf_of(&Recipe::leaf("Root"));
    let mut recipe = Recipe::root("Root");
    recipe.extensions.push(private);
    assert_eq!(check(&[&plain], &[&take(&recipe.der(p256(0), p256(0)))]), 0);
    recipe.extensions.push(constraints);
    assert_eq!(check(&[&plain], &[&take(&recipe.der(p256(0), p256(0)))]), flags::OTHER);
}

#[test]
fn every_kind_of_key_and_signature() {
    for signer in [p256(0), p521(), ed25519(), rsa()] {
        for key in [p256(1), p521(), ed25519(), rsa()] {
            let root = Recipe::root("Root").make(signer, signer);
            let leaf = Recipe::leaf("Root").make(key, signer);
            assert_eq!(check(&[&leaf], &[&root]), 0, "{:?}", leaf.signed_with);
            for hash in [HashAlgorithm::Sha384, HashAlgorithm::Sha512] {
                let leaf = Recipe {
                    hash,
                    ..Recipe::leaf("Root")
                }
                .make(key, signer);
                assert_eq!(check(&[&leaf], &[&root]), 0, "{:?}", leaf.signed_with);
            }
        }
    }
}

#[test]
fn rsa_pss_with_usual_and_other_salts() {
    let root = Recipe::root("Root").make(rsa(), rsa());
    for salt in [32, 20, 0] {
        let leaf = Recipe {
            pss_salt: Some(salt),
            ..Recipe::leaf("Root")
        }
        .make(p256(1), rsa());
        assert_eq!(check(&[&leaf], &[&root]), 0, "salt of {salt}");
    }
}

#[test]
fn dates_of_leaf_intermediate_and_root() {
    let late = |recipe: Recipe| Recipe {
        to: NOW - DAY,
        ..recipe
    };
    let early = |recipe: Recipe| Recipe {
        from: NOW + DAY,
        ..recipe
    };
    type Change = fn(Recipe) -> Recipe;
    let cases: [(Change, u32); 2] = [(late, flags::EXPIRED), (early, flags::FUTURE)];
    for (change, flag) in cases {
        for bad in 0..3 {
            let recipe = |index, recipe| if index == bad { change(recipe) } else { recipe };
            let root = recipe(2, Recipe::root("Root")).make(p256(0), p256(0));
            let middle = recipe(1, Recipe::authority("Root", "Middle")).make(p256(2), p256(0));
            let leaf = recipe(0, Recipe::leaf("Middle")).make(p256(1), p256(2));
            let verdict = Ask::new(&[&leaf, &middle], &[&root]).verdict();
            assert_eq!(verdict.flags(), flag, "certificate {bad}");
            assert_eq!(verdict.path[bad].flags, flag);
        }
    }
    // Exactly at both ends it is valid.
    let edge = Recipe {
        from: NOW,
        to: NOW,
        ..Recipe::leaf("Root")
    };
    assert_eq!(check(&[&leaf_of(&edge)], &[&root()]), 0);
}

#[test]
fn of_two_roots_the_one_in_time_is_taken() {
    let old = Recipe {
        to: NOW - DAY,
        ..Recipe::root("Root")
    }
    .make(p256(0), p256(0));
    let leaf = leaf_of(&Recipe::leaf("Root"));
    assert_eq!(check(&[&leaf], &[&old, &root()]), 0);
    assert_eq!(check(&[&leaf], &[&root(), &old]), 0);
    assert_eq!(check(&[&leaf], &[&old]), flags::EXPIRED);
}

/// webpki only sees the expired root here, whose name is encoded as the leaf has it.
#[test]
fn a_path_of_webpki_that_is_flagged_does_not_hide_a_good_one() {
    let expired = Recipe {
        to: NOW - DAY,
        ..Recipe::root("Root")
    }
    .make(p256(0), p256(0));
    let good = Recipe {
        subject: name_as(der::PRINTABLE_STRING, "Root"),
        ..Recipe::root("Root")
    }
    .make(p256(0), p256(0));
    let leaf = leaf_of(&Recipe::leaf("Root"));
    let verdict = Ask::new(&[&leaf], &[&expired, &good]).verdict();
    assert_eq!(verdict.flags(), 0);
    assert_eq!(verdict.path[1].place, Place::Anchor(1));
}

#[test]
fn expired_and_wrong_name_together() {
    let leaf = leaf_of(&Recipe {
        to: NOW - DAY,
        ..Recipe::leaf("Root")
    });
    let mut ask = Ask::new(&[&leaf], &[]);
    let root = root();
    ask.anchors = vec![&root];
    ask.name = Some("other.example.com");
    assert_eq!(ask.flags(), flags::EXPIRED | flags::CN_MISMATCH);
    ask.anchors.clear();
    assert_eq!(ask.flags(), flags::EXPIRED | flags::CN_MISMATCH | flags::NOT_TRUSTED);
}

#[test]
fn unknown_authority() {
    let leaf = leaf_of(&Recipe::leaf("Root"));
    assert_eq!(check(&[&leaf], &[]), flags::NOT_TRUSTED);
    let other = Recipe::root("Other").make(p256(3), p256(3));
    assert_eq!(check(&[&leaf], &[&other]), flags::NOT_TRUSTED);
    // The root that the peer brings along is not trusted for that.
    let root = root();
    let verdict = Ask::new(&[&leaf, &root], &[&other]).verdict();
    assert_eq!(
        verdict.path.iter().map(|step| step.flags).collect::<Vec<_>>(),
        [0, flags::NOT_TRUSTED]
    );
    // Another with the same name but another key.
    let impostor = Recipe::root("Root").make(p256(3), p256(3));
    assert_eq!(check(&[&leaf], &[&impostor]), flags::NOT_TRUSTED);
}

#[test]
fn bad_signature() {
    let root = root();
    let mut der = Recipe::leaf("Root").der(p256(1), p256(0));
    *der.last_mut().unwrap() ^= 1;
    let leaf = Certificate::from_der(&der).unwrap();
    assert_eq!(check(&[&leaf], &[&root]), flags::NOT_TRUSTED);
    // An intermediate that only looks like the issuer.
    let middle = Recipe::authority("Root", "Middle").make(p256(2), p256(0));
    let leaf = Recipe::leaf("Middle").make(p256(1), p256(3));
    assert_eq!(check(&[&leaf, &middle], &[&root]), flags::NOT_TRUSTED);
}

#[test]
fn authorities_must_be_allowed_to_sign_certificates() {
    let leaf = leaf_of(&Recipe::leaf("Root"));
    let middle_leaf = Recipe::leaf("Middle").make(p256(1), p256(2));
    let good_root = root();
    for extensions in [
        vec![],
        vec![basic_constraints(false, None)],
        vec![basic_constraints(true, None), key_usage(0x02)],
        vec![basic_constraints(true, None), key_usage(0x80)],
        vec![key_usage(0x04)],
    ] {
        let root = Recipe::root("Root").with(&extensions).make(p256(0), p256(0));
        assert_eq!(check(&[&leaf], &[&root]), flags::NOT_TRUSTED, "root {extensions:x?}");
        let middle = Recipe::authority("Root", "Middle")
            .with(&extensions)
            .make(p256(2), p256(0));
        let found = check(&[&middle_leaf, &middle], &[&good_root]);
        assert_eq!(found, flags::NOT_TRUSTED, "intermediate {extensions:x?}");
        // The other, good, intermediate is found although a bad one comes first.
        let good = Recipe::authority("Root", "Middle").make(p256(2), p256(0));
        assert_eq!(check(&[&middle_leaf, &middle, &good], &[&good_root]), 0);
    }
    let root = Recipe::root("Root")
        .with(&[basic_constraints(true, None)])
        .make(p256(0), p256(0));
    assert_eq!(check(&[&leaf], &[&root]), 0, "no keyUsage allows everything");
}

#[test]
fn path_length() {
    let middle = Recipe::authority("Root", "Middle").make(p256(2), p256(0));
    let leaf = Recipe::leaf("Middle").make(p256(1), p256(2));
    let limited = |length| {
        Recipe::root("Root")
            .with(&[basic_constraints(true, Some(length))])
            .make(p256(0), p256(0))
    };
    assert_eq!(check(&[&leaf, &middle], &[&limited(0)]), flags::NOT_TRUSTED);
    assert_eq!(check(&[&leaf, &middle], &[&limited(1)]), 0);
    assert_eq!(check(&[&leaf_of(&Recipe::leaf("Root"))], &[&limited(0)]), 0);
}

#[test]
fn usage_of_the_leaf() {
    let usage =
        |extensions: &[Vec<u8>]| usage_flags(&leaf_of(&Recipe::leaf("Root").with(extensions)), Purpose::ServerAuth);
    assert_eq!(usage(&[]), 0);
    assert_eq!(usage(&[key_usage(0x80)]), 0);
    assert_eq!(usage(&[key_usage(0x20)]), flags::KEY_USAGE);
    assert_eq!(usage(&[key_usage(0)]), flags::KEY_USAGE);
    assert_eq!(usage(&[extended_key_usage(&[oid::SERVER_AUTH])]), 0);
    assert_eq!(usage(&[extended_key_usage(&[oid::CLIENT_AUTH])]), flags::EXT_KEY_USAGE);
    assert_eq!(usage(&[extended_key_usage(&[oid::CLIENT_AUTH, oid::SERVER_AUTH])]), 0);
    assert_eq!(usage(&[extended_key_usage(&[oid::ANY_EXTENDED_KEY_USAGE])]), 0);
    assert_eq!(
        usage(&[key_usage(0x08), extended_key_usage(&[oid::CLIENT_AUTH])]),
        flags::KEY_USAGE | flags::EXT_KEY_USAGE
    );
}

#[test]
fn any_extended_key_usage_is_trusted() {
    let purposes = extended_key_usage(&[oid::ANY_EXTENDED_KEY_USAGE]);
    let middle = Recipe::authority("Root", "Middle")
        .with(&[basic_constraints(true, None), purposes.clone()])
        .make(p256(2), p256(0));
    let leaf = Recipe::leaf("Middle")
        .with(&[purposes, dns_names(&["www.example.com"])])
        .make(p256(1), p256(2));
    assert_eq!(check(&[&leaf, &middle], &[&root()]), 0);
}

#[test]
fn an_authority_for_other_purposes_is_refused_by_webpki_alone() {
    let middle = Recipe::authority("Root", "Middle")
        .with(&[basic_constraints(true, None), extended_key_usage(&[oid::CLIENT_AUTH])])
        .make(p256(2), p256(0));
    let leaf = Recipe::leaf("Middle").make(p256(1), p256(2));
    let root = root();
    let mut ask = Ask::new(&[&leaf, &middle], &[&root]);
    assert_eq!(ask.flags(), flags::OTHER);
    ask.purpose = Some(Purpose::ClientAuth);
    assert_eq!(ask.flags(), 0);
    // An exception for another reason does not open this door.
    let authority_leaf = Recipe::leaf("Middle")
        .with(&[basic_constraints(true, None), dns_names(&["www.example.com"])])
        .make(p256(1), p256(2));
    ask.chain[0] = &authority_leaf;
    assert_eq!(ask.flags(), 0);
    ask.purpose = Some(Purpose::ServerAuth);
    assert_eq!(ask.flags(), flags::OTHER);
}

#[test]
fn pain_8759_name_constraints_are_kept() {
    // NameConstraints { permittedSubtrees [0] { { dNSName ".example.org" } } }
    let subtree = tlv(der::SEQUENCE, &[&tlv(0x82, &[b"example.org"])]);
    let value = tlv(der::SEQUENCE, &[&tlv(0xa0, &[&subtree])]);
    let constraints = extension(oid::NAME_CONSTRAINTS, true, &value);
    let root = Recipe::root("Root")
        .with(&[basic_constraints(true, None), constraints])
        .make(p256(0), p256(0));
    let outside = leaf_of(&Recipe::leaf("Root"));
    assert_eq!(check(&[&outside], &[&root]), flags::OTHER);
    let authority =
        leaf_of(&Recipe::leaf("Root").with(&[basic_constraints(true, None), dns_names(&["www.example.com"])]));
    assert_eq!(check(&[&authority], &[&root]), flags::OTHER);
    let inside = leaf_of(&Recipe::leaf("Root").with(&[dns_names(&["www.example.org"])]));
    let mut ask = Ask::new(&[&inside], &[&root]);
    ask.name = Some("www.example.org");
    assert_eq!(ask.flags(), 0);
}

#[test]
fn profiles() {
    let root = root();
    let sha1 = leaf_of(&Recipe {
        hash: HashAlgorithm::Sha1,
        ..Recipe::leaf("Root")
    });
    let mut ask = Ask::new(&[&sha1], &[&root]);
    assert_eq!(ask.flags(), flags::BAD_MD);
    ask.profile.allowed_mds |= 1 << 4;
    assert_eq!(ask.flags(), 0);

    let good = leaf_of(&Recipe::leaf("Root"));
    let mut ask = Ask::new(&[&good], &[&root]);
    ask.profile.allowed_curves = 1 << 3;
    assert_eq!(ask.flags(), flags::BAD_KEY);
    ask.profile = Profile::DEFAULT;
    ask.profile.allowed_pks = 1;
    assert_eq!(ask.flags(), flags::BAD_PK);
    ask.profile = Profile::SUITE_B;
    assert_eq!(ask.flags(), 0);
    ask.profile = Profile::NONE;
    assert_eq!(ask.flags(), flags::BAD_MD | flags::BAD_PK | flags::BAD_KEY);

    let rsa_root = Recipe::root("Root").make(rsa(), rsa());
    let rsa_leaf = Recipe::leaf("Root").make(p256(1), rsa());
    let mut ask = Ask::new(&[&rsa_leaf], &[&rsa_root]);
    ask.profile.rsa_min_bits = 2049;
    let verdict = ask.verdict();
    assert_eq!(
        verdict.path[0].flags,
        flags::BAD_KEY,
        "the issuer's key counts at its child"
    );
    assert_eq!(verdict.path[1].flags, 0);
}

#[test]
fn names() {
    let root = root();
    let with = |extensions: &[Vec<u8>]| leaf_of(&Recipe::leaf("Root").with(extensions));
    let flags_for = |leaf: &Certificate, name| {
        let mut ask = Ask::new(&[leaf], &[&root]);
        ask.name = Some(name);
        ask.flags()
    };
    let v6 = "2001:db8::1".parse::<std::net::Ipv6Addr>().unwrap().octets();
    let leaf = with(&[alt_names(&[
        (0x82, b"*.example.com"),
        (0x87, &[127, 0, 0, 1]),
        (0x87, &v6),
        (0x86, b"urn:device:7"),
        (0x81, b"mail@example.com"),
    ])]);
    for name in [
        "www.example.com",
        "WWW.EXAMPLE.COM",
        "127.0.0.1",
        "2001:db8::1",
        "2001:DB8:0:0::1",
        "urn:device:7",
    ] {
        assert_eq!(flags_for(&leaf, name), 0, "{name}");
    }
    for name in [
        "example.com",
        "a.b.example.com",
        "127.0.0.2",
        "2001:db8::2",
        "mail@example.com",
        "Leaf",
        "",
    ] {
        assert_eq!(flags_for(&leaf, name), flags::CN_MISMATCH, "{name}");
    }
    // CN counts only when there is no subjectAltName at all.
    let bare = with(&[]);
    assert_eq!(flags_for(&bare, "leaf"), 0);
    assert_eq!(flags_for(&bare, "www.example.com"), flags::CN_MISMATCH);
    let mut ask = Ask::new(&[&bare], &[&root]);
    ask.name = None;
    assert_eq!(ask.flags(), 0);
}

#[test]
fn revocation() {
    let root = root();
    let leaf = leaf_of(&Recipe {
        serial: vec![7],
        ..Recipe::leaf("Root")
    });
    let with = |recipe: &CrlRecipe, signer| {
        let crl = recipe.make(signer);
        let mut ask = Ask::new(&[&leaf], &[&root]);
        ask.crls = vec![&crl];
        ask.flags()
    };
    let base = CrlRecipe::new("Root");
    let revoking = CrlRecipe {
        revoked: vec![vec![1], vec![7]],
        ..base.clone()
    };
    assert_eq!(with(&base, p256(0)), 0);
    assert_eq!(with(&revoking, p256(0)), flags::REVOKED);
    let version1 = CrlRecipe {
        version2: false,
        ..revoking.clone()
    };
    assert_eq!(with(&version1, p256(0)), flags::REVOKED);
    assert_eq!(with(&revoking, p256(3)), flags::CRL_NOT_TRUSTED);
    let elsewhere = CrlRecipe {
        issuer: name("Elsewhere"),
        ..revoking.clone()
    };
    assert_eq!(with(&elsewhere, p256(3)), 0);
    let old = CrlRecipe {
        next_update: Some(NOW - 1),
        ..base.clone()
    };
    assert_eq!(with(&old, p256(0)), flags::CRL_EXPIRED);
    let endless = CrlRecipe {
        next_update: None,
        ..base.clone()
    };
    assert_eq!(with(&endless, p256(0)), flags::CRL_EXPIRED);
    let early = CrlRecipe {
        this_update: NOW + 1,
        ..base.clone()
    };
    assert_eq!(with(&early, p256(0)), flags::CRL_FUTURE);
    let weak = CrlRecipe {
        hash: HashAlgorithm::Sha1,
        ..base
    };
    assert_eq!(with(&weak, p256(0)), flags::CRL_BAD_MD);

    let no_lists = Recipe::root("Root")
        .with(&[basic_constraints(true, None), key_usage(0x04)])
        .make(p256(0), p256(0));
    let crl = revoking.make(p256(0));
    let mut ask = Ask::new(&[&leaf], &[&no_lists]);
    ask.crls = vec![&crl];
    assert_eq!(ask.flags(), flags::CRL_NOT_TRUSTED);
}

#[test]
fn the_leaf_itself_in_the_trusted_list() {
    let extensions = [dns_names(&["www.example.com"])];
    for is_ca in [false, true] {
        let all = [extensions.to_vec(), vec![basic_constraints(is_ca, None)]].concat();
        let leaf = Recipe::leaf("Leaf").with(&all).make(p256(1), p256(1));
        let verdict = Ask::new(&[&leaf], &[&root(), &leaf]).verdict();
        assert_eq!(verdict.flags(), 0, "CA: {is_ca}");
        assert_eq!(verdict.path.len(), 1);
        assert_eq!(check(&[&leaf], &[&root()]), flags::NOT_TRUSTED);
        // Byte for byte: not a reissue of it. One that is no CA is no anchor for it either.
        let again = Recipe {
            serial: vec![9],
            ..Recipe::leaf("Leaf").with(&all)
        }
        .make(p256(1), p256(1));
        let expected = if is_ca { 0 } else { flags::NOT_TRUSTED };
        assert_eq!(check(&[&again], &[&leaf]), expected, "CA: {is_ca}");
    }
    // It is still held against everything else.
    let old = Recipe {
        to: NOW - DAY,
        ..Recipe::leaf("Leaf")
    }
    .make(p256(1), p256(1));
    assert_eq!(check(&[&old], &[&old]), flags::EXPIRED);
    // As in 3.6, one that somebody else has issued is not trusted by being listed,
    let issued = leaf_of(&Recipe::leaf("Root"));
    assert_eq!(check(&[&issued], &[&issued]), flags::NOT_TRUSTED);
    // and never becomes an authority for others.
    let victim = Recipe::leaf("Leaf").make(p256(4), p256(1));
    let pinned = Recipe::leaf("Leaf").make(p256(1), p256(1));
    assert_eq!(check(&[&victim], &[&pinned]), flags::NOT_TRUSTED);
}

#[test]
fn a_leaf_that_is_an_authority() {
    let leaf = leaf_of(&Recipe::leaf("Root").with(&[basic_constraints(true, None), dns_names(&["www.example.com"])]));
    assert_eq!(check(&[&leaf], &[&root()]), 0);
    let mut der = leaf.der().to_vec();
    *der.last_mut().unwrap() ^= 1;
    let forged = Certificate::from_der(&der).unwrap();
    assert_eq!(check(&[&forged], &[&root()]), flags::NOT_TRUSTED);
}

#[test]
fn version_1_leaf_root_and_intermediate() {
    let old = |recipe: Recipe| {
        let recipe = recipe.with(&[]);
        Recipe { version: 1, ..recipe }
    };
    let old_leaf = leaf_of(&old(Recipe::leaf("Root")));
    let mut ask = Ask::new(&[&old_leaf], &[]);
    let new_root = root();
    ask.anchors = vec![&new_root];
    ask.name = Some("leaf");
    assert_eq!(ask.flags(), 0);

    let old_root = old(Recipe::root("Root")).make(p256(0), p256(0));
    assert_eq!(check(&[&leaf_of(&Recipe::leaf("Root"))], &[&old_root]), 0);
    let version2 = Recipe {
        version: 2,
        ..Recipe::root("Root").with(&[])
    }
    .make(p256(0), p256(0));
    assert_eq!(check(&[&leaf_of(&Recipe::leaf("Root"))], &[&version2]), 0);
    // Only as an anchor: an old certificate in the middle is no CA.
    let middle = old(Recipe::authority("Root", "Middle")).make(p256(2), p256(0));
    let leaf = Recipe::leaf("Middle").make(p256(1), p256(2));
    assert_eq!(check(&[&leaf, &middle], &[&new_root]), flags::NOT_TRUSTED);
}

/// Root and `count` intermediates, the one nearest to the root first, and a leaf.
fn long_chain(count: usize) -> (Certificate, Vec<Certificate>, Certificate) {
    let root = root();
    let mut issuer = ("Root".to_string(), p256(0));
    let mut middles = Vec::new();
    for index in 0..count {
        let subject = format!("Middle {index}");
        let key = p256(2 + index);
        middles.push(Recipe::authority(&issuer.0, &subject).make(key, issuer.1));
        issuer = (subject, key);
    }
    let leaf = Recipe::leaf(&issuer.0).make(p256(1), issuer.1);
    (root, middles, leaf)
}

#[test]
fn many_intermediates_in_any_order() {
    for count in 0..=9 {
        let (root, middles, leaf) = long_chain(count);
        let mut chain = vec![&leaf];
        chain.extend(&middles);
        let verdict = Ask::new(&chain, &[&root]).verdict();
        if count <= 8 {
            assert_eq!(verdict.flags(), 0, "{count} intermediates");
            assert_eq!(verdict.path.len(), count + 2);
        } else {
            assert!(verdict.too_long);
            assert_eq!(verdict.flags(), u32::MAX);
        }
        chain[1..].reverse();
        assert_eq!(Ask::new(&chain, &[&root]).verdict().flags(), verdict.flags());
    }
}

#[test]
fn equal_names_in_different_encodings() {
    let root = Recipe {
        subject: name_as(der::PRINTABLE_STRING, "ROOT ca"),
        issuer: name_as(der::PRINTABLE_STRING, "ROOT ca"),
        ..Recipe::root("")
    }
    .make(p256(0), p256(0));
    let leaf = leaf_of(&Recipe::leaf("Root CA"));
    assert_eq!(check(&[&leaf], &[&root]), 0);
    let mut wrong = Ask::new(&[&leaf], &[&root]);
    wrong.name = Some("other.example.com");
    assert_eq!(wrong.flags(), flags::CN_MISMATCH);
    let ia5 = Recipe {
        subject: name_as(der::IA5_STRING, "Root CA"),
        ..Recipe::root("")
    }
    .make(p256(0), p256(0));
    assert_eq!(check(&[&leaf], &[&ia5]), flags::NOT_TRUSTED);
}

#[test]
fn critical_extensions_that_mbed_reads() {
    let any_policy = tlv(
        der::SEQUENCE,
        &[&tlv(der::SEQUENCE, &[&tlv(der::OID, &[oid::ANY_POLICY])])],
    );
    let policies = extension(&[0x55, 0x1d, 0x20], true, &any_policy);
    let leaf = leaf_of(&Recipe::leaf("Root").with(&[policies, dns_names(&["www.example.com"])]));
    assert_eq!(check(&[&leaf], &[&root()]), 0);
}

#[test]
fn loops_and_crowds_end() {
    // Two authorities that have issued each other.
    let a = Recipe::authority("B", "A").make(p256(2), p256(3));
    let b = Recipe::authority("A", "B").make(p256(3), p256(2));
    let leaf = Recipe::leaf("A").make(p256(1), p256(2));
    assert_eq!(check(&[&leaf, &a, &b], &[&root()]), flags::NOT_TRUSTED);
    assert_eq!(check(&[&leaf, &b, &a, &a, &b], &[&root()]), flags::NOT_TRUSTED);

    // Hundreds of intermediates that might each have issued each other.
    let crowd: Vec<Certificate> = (0..=255u8)
        .map(|serial| {
            Recipe {
                serial: vec![1, serial],
                ..Recipe::root("A")
            }
            .make(p256(2), p256(2))
        })
        .collect();
    let mut chain = vec![&leaf];
    chain.extend(&crowd);
    let start = std::time::Instant::now();
    assert_ne!(check(&chain, &[&root()]), 0);
    assert!(start.elapsed().as_secs() < 20);
}

#[test]
fn nothing_presented() {
    assert_eq!(check(&[], &[&root()]), flags::MISSING);
}

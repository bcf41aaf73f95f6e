//! Key exchange.

use super::{
    super::{
        kx::{Group, KeyExchange, Responder},
        rand::deterministic,
    },
    flipped, hex, vector,
};

const ALL: [Group; 5] = [
    Group::X25519,
    Group::Secp256r1,
    Group::Secp384r1,
    Group::Secp521r1,
    Group::X448,
];

/// The key exchange with a known private key.
fn with_private(group: Group, private: &[u8]) -> KeyExchange {
    deterministic::seed_after(private, &[0; 32]);
    let made = KeyExchange::generate(group).unwrap();
    deterministic::clear();
    made
}

/// Private key, public key, the peer's public key and what both share.
fn check(group: Group, private: &[u8], public: &[u8], peer: &[u8], shared: &[u8]) {
    let key = with_private(group, private);
    assert_eq!(key.group(), group);
    assert_eq!(key.public_key(), public, "{group:?}");
    assert_eq!(key.agree(peer).unwrap().as_bytes(), shared, "{group:?}");
}

/// RFC 8448 section 3.
#[test]
fn x25519() {
    let client = hex("49af42ba7f7994852d713ef2784bcbcaa7911de26adc5642cb634540e7ea5005");
    let client_public = hex("99381de560e4bd43d23d8e435a7dbafeb3c06e51c13cae4d5413691e529aaf2c");
    let server = hex("b1580eeadf6dd589b8ef4f2d5652578cc810e9980191ec8d058308cea216a21e");
    let server_public = hex("c9828876112095fe66762bdbf7c672e156d6cc253b833df1dd69b1b04e751f0f");
    let shared = hex("8bd4054fb55b9d63fdfbacf9f04b9f0d35e6d63f537563efd46272900f89492d");
    check(Group::X25519, &client, &client_public, &server_public, &shared);
    check(Group::X25519, &server, &server_public, &client_public, &shared);
}

/// RFC 7748 section 5.2, the first vector of each function.
#[test]
fn rfc7748_functions() {
    let key = with_private(
        Group::X25519,
        &hex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4"),
    );
    let shared = key.agree(&hex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c"));
    assert_eq!(
        shared.unwrap().as_bytes(),
        hex("c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552")
    );
    let key = with_private(
        Group::X448,
        &hex(
            "3d262fddf9ec8e88495266fea19a34d28882acef045104d0d1aae121700a779c984c24f8cdd78fbff44943eba368f54b29259a4f
              1c600ad3",
        ),
    );
    let shared = key.agree(&hex(
        "06fce640fa3487bfda5f6cf2d5263f8aad88334cbd07437f020f08f9814dc031ddbdc38c19c6da2583fa5429db94ada18aa7a7fb4ef8a086",
    ));
    assert_eq!(
        shared.unwrap().as_bytes(),
        hex(
            "ce3e4ff95a60dc6697da1db1d85e6afbdf79b50a2412d7546d5f239fe14fbaadeb445fc66a01b0779d98223961111e21766282f7
             3dd96b6f"
        )
    );
}

/// RFC 7748 section 6.2.
#[test]
fn x448() {
    let alice = hex(
        "9a8f4925d1519f5775cf46b04b5800d4ee9ee8bae8bc5565d498c28dd9c9baf574a9419744897391006382a6f127ab1d
                     9ac2d8c0a598726b",
    );
    let alice_public = hex(
        "9b08f7cc31b7e3e67d22d5aea121074a273bd2b83de09c63faa73d2c22c5d9bbc836647241d953d40c5b12da88
                            120d53177f80e532c41fa0",
    );
    let bob = hex(
        "1c306a7ac2a0e2e0990b294470cba339e6453772b075811d8fad0d1d6927c120bb5ee8972b0d3e21374c9c921b09d1b0
                   366f10b65173992d",
    );
    let bob_public = hex(
        "3eb7a829b0cd20f5bcfc0b599b6feccf6da4627107bdb0d4f345b43027d8b972fc3e34fb4232a13ca706dcb57aec
                          3dae07bdc1c67bf33609",
    );
    let shared = hex(
        "07fff4181ac6cc95ec1c16a94a0f74d12da232ce40a77552281d282bb60c0b56fd2464c335543936521c24403085d59a
                      449a5037514a879d",
    );
    check(Group::X448, &alice, &alice_public, &bob_public, &shared);
    check(Group::X448, &bob, &bob_public, &alice_public, &shared);
}

#[test]
fn nist_curves_as_openssl() {
    for (group, name) in [
        (Group::Secp256r1, "secp256r1"),
        (Group::Secp384r1, "secp384r1"),
        (Group::Secp521r1, "secp521r1"),
    ] {
        let get = |what| vector(&format!("{name}-{what}"));
        check(group, &get("scalar"), &get("point"), &get("peer"), &get("shared"));
        // RFC 8446 section 4.2.8.2: other forms of the point, and points off the curve, MUST be refused.
        let refuse = |peer: &[u8]| assert!(KeyExchange::generate(group).unwrap().agree(peer).is_err(), "{name}");
        let peer = get("peer");
        refuse(&get("compressed"));
        refuse(&[0]);
        refuse(&[]);
        refuse(&peer[..peer.len() - 1]);
        refuse(&peer[1..]);
        refuse(&[peer.as_slice(), &[0]].concat());
        refuse(&flipped(&peer, peer.len() - 1));
        refuse(&flipped(&peer, 5));
        refuse(&vec![0; peer.len()]);
        refuse(&[&[4], vec![0; peer.len() - 1].as_slice()].concat());
        refuse(&[&[4], vec![0xff; peer.len() - 1].as_slice()].concat());
        for form in [0, 2, 3, 5, 6, 7] {
            refuse(&[&[form], &peer[1..]].concat());
        }
    }
}

/// RFC 7748 section 6 and RFC 8446 section 7.4.2: the all-zero result MUST be refused. These are all encodings of points
/// of low order, also those that are not reduced.
#[test]
fn low_order_points_are_refused() {
    let x25519 = [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000080",
    ];
    for peer in x25519 {
        assert!(
            KeyExchange::generate(Group::X25519).unwrap().agree(&hex(peer)).is_err(),
            "{peer}"
        );
    }
    let p = [vec![0xff; 28], vec![0xfe], vec![0xff; 27]].concat();
    let mut p_less_one = p.clone();
    p_less_one[0] = 0xfe;
    let mut p_plus_one = vec![0; 28];
    p_plus_one.extend([0xff; 28]);
    let x448 = [vec![0; 56], [vec![1], vec![0; 55]].concat(), p_less_one, p, p_plus_one];
    for peer in x448 {
        assert!(
            KeyExchange::generate(Group::X448).unwrap().agree(&peer).is_err(),
            "{peer:?}"
        );
    }
}

#[test]
fn both_sides_share() {
    for group in ALL {
        let (a, b) = (
            KeyExchange::generate(group).unwrap(),
            KeyExchange::generate(group).unwrap(),
        );
        let (a_public, b_public) = (a.public_key().to_vec(), b.public_key().to_vec());
        assert_ne!(a_public, b_public);
        assert_eq!(a_public.len(), group.client_share_len());
        let (a, b) = (a.agree(&b_public).unwrap(), b.agree(&a_public).unwrap());
        assert_eq!(a.as_bytes(), b.as_bytes());
        assert!(a.as_bytes().iter().any(|byte| *byte != 0));
        for len in (0..140).filter(|len| *len != group.client_share_len()) {
            assert!(KeyExchange::generate(group).unwrap().agree(&vec![9; len]).is_err());
        }
    }
}

#[test]
fn server_responds() {
    for group in ALL {
        let client = KeyExchange::generate(group).unwrap();
        let (share, ours) = Responder::generate(group)
            .unwrap()
            .respond(client.public_key())
            .unwrap();
        assert_eq!(share.len(), group.server_share_len());
        assert_eq!(client.agree(&share).unwrap().as_bytes(), ours.as_bytes());
        for bad in [vec![], vec![0; group.client_share_len()], vec![9; 31]] {
            assert!(Responder::generate(group).unwrap().respond(&bad).is_err());
        }
    }
}

#[test]
fn repeatable() {
    for group in ALL {
        deterministic::seed(&[7; 32]);
        let first = KeyExchange::generate(group).unwrap();
        let second = KeyExchange::generate(group).unwrap();
        assert_ne!(first.public_key(), second.public_key());
        deterministic::seed(&[7; 32]);
        assert_eq!(first.public_key(), KeyExchange::generate(group).unwrap().public_key());
        deterministic::clear();
        assert_ne!(first.public_key(), KeyExchange::generate(group).unwrap().public_key());
    }
}

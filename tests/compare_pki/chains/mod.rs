//! Chains, each with one fault or two, and those that are good although they look odd. Every one has a name of its own,
//! which is the folder's that `c-tests/compare/x509/verify.c` reads it from.

mod callbacks;
mod constraints;
mod faults;
mod intermediates;
mod names;
mod oddities;
mod revocations;
mod signatures;

use crate::maker::*;
use ferrotls::{crypto::sign::SigningKey, pki::Time};

/// One chain and what is asked about it.
pub(crate) struct Case {
    pub(crate) name: String,
    /// The leaf, then the others.
    pub(crate) chain: Vec<Vec<u8>>,
    pub(crate) trusted: Vec<Vec<u8>>,
    pub(crate) crls: Vec<Vec<u8>>,
    /// The name the leaf is to be for; `None`: any.
    pub(crate) expected: Option<String>,
    /// Questions, as `verify.c` reads them.
    pub(crate) questions: Vec<String>,
}

impl Case {
    /// A chain under the usual root, for the usual name, judged by the default profile.
    fn new(name: impl Into<String>, chain: Vec<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            chain,
            trusted: vec![root()],
            crls: Vec::new(),
            expected: Some(EXPECTED.into()),
            questions: vec!["default".into()],
        }
    }

    /// A leaf alone.
    fn leaf(name: impl Into<String>, leaf: Vec<u8>) -> Self {
        Self::new(name, vec![leaf])
    }

    /// Others are trusted.
    fn under(self, trusted: Vec<Vec<u8>>) -> Self {
        Self { trusted, ..self }
    }

    /// With revocation lists.
    fn lists(self, crls: Vec<Vec<u8>>) -> Self {
        Self { crls, ..self }
    }

    /// For another name.
    fn named(self, expected: &str) -> Self {
        Self {
            expected: Some(expected.into()),
            ..self
        }
    }

    /// For any name.
    fn for_any_name(self) -> Self {
        Self { expected: None, ..self }
    }

    /// More questions.
    fn ask(mut self, questions: &[&str]) -> Self {
        self.questions
            .extend(questions.iter().map(|question| (*question).to_string()));
        self
    }
}

/// Every case.
pub(crate) fn cases() -> Vec<Case> {
    [
        faults::cases(),
        signatures::cases(),
        signatures::profiles(),
        names::cases(),
        oddities::cases(),
        oddities::encodings(),
        intermediates::cases(),
        intermediates::crosses(),
        constraints::cases(),
        revocations::cases(),
        callbacks::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The name that leaves are for.
const EXPECTED: &str = "www.example.com";

/// Valid now, which the C interface asks the clock for.
fn fresh(mut recipe: Recipe) -> Recipe {
    let now = Time::now().to_unix();
    (recipe.from, recipe.to) = (now - 10 * DAY, now + 10 * DAY);
    recipe
}

fn leaf(issuer: &str) -> Recipe {
    fresh(Recipe::leaf(issuer))
}

fn authority(issuer: &str, subject: &str) -> Recipe {
    fresh(Recipe::authority(issuer, subject))
}

fn root() -> Vec<u8> {
    authority("Root", "Root").der(p256(0), p256(0))
}

fn expired(mut recipe: Recipe) -> Recipe {
    recipe.to = recipe.from + DAY;
    recipe
}

fn future(mut recipe: Recipe) -> Recipe {
    recipe.from = recipe.to - DAY;
    recipe
}

/// The leaf's key is number 1, the root's 0, intermediates' from 2.
fn signed(recipe: &Recipe) -> Vec<u8> {
    recipe.der(p256(1), p256(0))
}

/// A leaf of the usual root with these extensions.
fn leaf_with(extensions: &[Vec<u8>]) -> Vec<u8> {
    signed(&leaf("Root").with(extensions))
}

/// One intermediate, "Inner", out of a recipe, and a leaf under it.
fn under_inner(inner: &Recipe) -> Vec<Vec<u8>> {
    vec![leaf("Inner").der(p256(1), p256(2)), inner.der(p256(2), p256(0))]
}

fn break_signature(mut der: Vec<u8>) -> Vec<u8> {
    let last = der.len() - 3;
    der[last] ^= 1;
    der
}

/// `count` intermediates between root and leaf, leaf first.
fn long_chain(count: usize) -> Vec<Vec<u8>> {
    let key = |number: usize| -> &'static SigningKey { if number == 0 { p256(0) } else { p256(number + 1) } };
    let name = |number: usize| match number {
        0 => "Root".to_string(),
        _ => format!("Inner {number}"),
    };
    let mut chain = vec![leaf(&name(count)).der(p256(1), key(count))];
    for number in (1..=count).rev() {
        let recipe = authority(&name(number - 1), &name(number));
        chain.push(recipe.der(key(number), key(number - 1)));
    }
    chain
}

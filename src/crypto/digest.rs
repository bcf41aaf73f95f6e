//! Running digests whose state is plain bytes, so that a C struct can hold it by value: [`Chained`] for those that chain
//! blocks (MD5, RIPEMD-160, SHA-1, SHA-2), [`Sponge`] for SHA-3.
//!
//! Compression, permutation and padding are the crates'; what is kept between two calls is the state that they
//! serialize, in the order that the C structs have.

use ripemd::block_api::Ripemd160Core;
use sha1::block_api::Sha1Core;
use sha2::{
    block_api::{Sha256VarCore, Sha512VarCore},
    digest::{
        Digest as _, Update,
        block_api::{Buffer, BufferKindUser, Eager, FixedOutputCore, UpdateCore, VariableOutputCore},
        common::hazmat::{SerializableState, SerializedState},
    },
};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512};
use zeroize::Zeroize as _;

use super::{Unspecified, hash::Digest};

/// A digest that chains blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chained {
    /// MD5: 16 bytes of state, blocks of 64.
    Md5,
    /// RIPEMD-160: 20 bytes of state, blocks of 64.
    Ripemd160,
    /// SHA-1: 20 bytes of state, blocks of 64.
    Sha1,
    /// SHA-224: 32 bytes of state, blocks of 64.
    Sha224,
    /// SHA-256: 32 bytes of state, blocks of 64.
    Sha256,
    /// SHA-384: 64 bytes of state, blocks of 128.
    Sha384,
    /// SHA-512: 64 bytes of state, blocks of 128.
    Sha512,
}

/// What a [`Chained`] digest keeps between two calls, borrowed from wherever it is.
#[derive(Debug)]
pub struct Midway<'a> {
    /// The chaining value, its words little-endian.
    pub state: &'a mut [u8],
    /// How many bytes went in so far.
    pub total: &'a mut u128,
    /// Room for a block, which begins with what went in since the last whole one.
    pub block: &'a mut [u8],
}

impl Chained {
    /// Writes the chaining value that the digest starts with. Fails if `state` has another length than it.
    pub fn start(self, state: &mut [u8]) -> Result<(), Unspecified> {
        match self {
            Self::Md5 => start(&md5::block_api::Md5Core::default(), state),
            Self::Ripemd160 => start(&Ripemd160Core::default(), state),
            Self::Sha1 => start(&Sha1Core::default(), state),
            Self::Sha224 => start(&variable::<Sha256VarCore>(28)?, state),
            Self::Sha256 => start(&variable::<Sha256VarCore>(32)?, state),
            Self::Sha384 => start(&variable::<Sha512VarCore>(48)?, state),
            Self::Sha512 => start(&variable::<Sha512VarCore>(64)?, state),
        }
    }

    /// Adds bytes. Fails if a part of `midway` has another length than the digest's.
    pub fn update(self, midway: &mut Midway<'_>, data: &[u8]) -> Result<(), Unspecified> {
        match self {
            Self::Md5 => update::<md5::block_api::Md5Core>(midway, data),
            Self::Ripemd160 => update::<Ripemd160Core>(midway, data),
            Self::Sha1 => update::<Sha1Core>(midway, data),
            Self::Sha224 | Self::Sha256 => update::<Sha256VarCore>(midway, data),
            Self::Sha384 | Self::Sha512 => update::<Sha512VarCore>(midway, data),
        }
    }

    /// The digest of all that went in. Fails as [`Chained::update`] does.
    pub fn finish(self, midway: &Midway<'_>) -> Result<Digest, Unspecified> {
        match self {
            Self::Md5 => fixed::<md5::block_api::Md5Core>(midway),
            Self::Ripemd160 => fixed::<Ripemd160Core>(midway),
            Self::Sha1 => fixed::<Sha1Core>(midway),
            Self::Sha224 => truncated::<Sha256VarCore>(midway, 28),
            Self::Sha256 => truncated::<Sha256VarCore>(midway, 32),
            Self::Sha384 => truncated::<Sha512VarCore>(midway, 48),
            Self::Sha512 => truncated::<Sha512VarCore>(midway, 64),
        }
    }

    /// Works one block into the chaining value, without counting it. Fails if a length is not the digest's.
    pub fn compress(self, state: &mut [u8], block: &[u8]) -> Result<(), Unspecified> {
        match self {
            Self::Md5 => compress::<md5::block_api::Md5Core>(state, block),
            Self::Ripemd160 => compress::<Ripemd160Core>(state, block),
            Self::Sha1 => compress::<Sha1Core>(state, block),
            Self::Sha224 | Self::Sha256 => compress::<Sha256VarCore>(state, block),
            Self::Sha384 | Self::Sha512 => compress::<Sha512VarCore>(state, block),
        }
    }
}

/// The block function of a digest, as the crates have it: they serialize the chaining value and, behind it, the number of
/// blocks, both little-endian.
trait Core: UpdateCore + SerializableState + BufferKindUser<BufferKind = Eager> {}

impl<C: UpdateCore + SerializableState + BufferKindUser<BufferKind = Eager>> Core for C {}

/// A core with an output of this length.
fn variable<C: VariableOutputCore>(len: usize) -> Result<C, Unspecified> {
    C::new(len).map_err(|_| Unspecified)
}

/// Writes the chaining value of a core that has seen nothing.
fn start<C: Core>(core: &C, state: &mut [u8]) -> Result<(), Unspecified> {
    store(core, state)
}

/// Writes a core's chaining value.
fn store<C: Core>(core: &C, state: &mut [u8]) -> Result<(), Unspecified> {
    let mut serialized = core.serialize();
    let value = serialized.get(..state.len()).ok_or(Unspecified)?;
    state.copy_from_slice(value);
    serialized.as_mut_slice().zeroize();
    Ok(())
}

/// A core with this chaining value that has seen `blocks` blocks.
fn load<C: Core>(state: &[u8], blocks: u128) -> Result<C, Unspecified> {
    let mut serialized = SerializedState::<C>::default();
    let (value, count) = serialized
        .as_mut_slice()
        .split_at_mut_checked(state.len())
        .ok_or(Unspecified)?;
    // The count has 8 or 16 bytes: with any other length the state is not this digest's.
    if count.len() != 8 && count.len() != 16 {
        return Err(Unspecified);
    }
    value.copy_from_slice(state);
    for (to, from) in count.iter_mut().zip(blocks.to_le_bytes()) {
        *to = from;
    }
    let core = C::deserialize(&serialized).map_err(|_| Unspecified);
    serialized.as_mut_slice().zeroize();
    core
}

/// How many bytes of the block room are filled, and how many whole blocks went before.
fn position(midway: &Midway<'_>) -> Result<(usize, u128), Unspecified> {
    let size = u128::try_from(midway.block.len()).map_err(|_| Unspecified)?;
    let filled = midway.total.checked_rem(size).ok_or(Unspecified)?;
    let blocks = midway.total.checked_div(size).ok_or(Unspecified)?;
    Ok((usize::try_from(filled).map_err(|_| Unspecified)?, blocks))
}

/// The crate's buffer with what the block room holds.
fn buffer<C: Core>(midway: &Midway<'_>, filled: usize) -> Result<Buffer<C>, Unspecified> {
    if midway.block.len() != C::block_size() {
        return Err(Unspecified);
    }
    Buffer::<C>::try_new(midway.block.get(..filled).ok_or(Unspecified)?).map_err(|_| Unspecified)
}

/// [`Chained::update`] with its core.
fn update<C: Core>(midway: &mut Midway<'_>, data: &[u8]) -> Result<(), Unspecified> {
    let (filled, blocks) = position(midway)?;
    let added = u128::try_from(data.len()).map_err(|_| Unspecified)?;
    // What does not fill the block is only laid beside the rest.
    if let Some(room) = midway.block.get_mut(filled..).filter(|room| data.len() < room.len()) {
        for (to, from) in room.iter_mut().zip(data) {
            *to = *from;
        }
    } else {
        let mut core = load::<C>(midway.state, blocks)?;
        let mut buffer = buffer::<C>(midway, filled)?;
        buffer.digest_blocks(data, |blocks| core.update_blocks(blocks));
        store(&core, midway.state)?;
        let rest = buffer.get_data();
        midway
            .block
            .get_mut(..rest.len())
            .ok_or(Unspecified)?
            .copy_from_slice(rest);
    }
    *midway.total = midway.total.wrapping_add(added);
    Ok(())
}

/// [`Chained::finish`] with a core whose output has one length.
fn fixed<C: Core + FixedOutputCore>(midway: &Midway<'_>) -> Result<Digest, Unspecified> {
    let (filled, blocks) = position(midway)?;
    let mut core = load::<C>(midway.state, blocks)?;
    let mut buffer = buffer::<C>(midway, filled)?;
    let mut output = sha2::digest::Output::<C>::default();
    core.finalize_fixed_core(&mut buffer, &mut output);
    Ok(Digest::new(&output))
}

/// [`Chained::finish`] with a core whose output is cut to `len` bytes.
fn truncated<C: Core + VariableOutputCore>(midway: &Midway<'_>, len: usize) -> Result<Digest, Unspecified> {
    let (filled, blocks) = position(midway)?;
    let mut core = load::<C>(midway.state, blocks)?;
    let mut buffer = buffer::<C>(midway, filled)?;
    let mut output = sha2::digest::Output::<C>::default();
    core.finalize_variable_core(&mut buffer, &mut output);
    output.get(..len).map(Digest::new).ok_or(Unspecified)
}

/// [`Chained::compress`] with its core.
fn compress<C: Core>(state: &mut [u8], block: &[u8]) -> Result<(), Unspecified> {
    let mut core = load::<C>(state, 0)?;
    let block = sha2::digest::block_api::Block::<C>::try_from(block).map_err(|_| Unspecified)?;
    core.update_blocks(&[block]);
    store(&core, state)
}

/// A digest made of the Keccak sponge, with 200 bytes of state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sponge {
    /// SHA3-224: 144 bytes of its state are open to input.
    Sha3_224,
    /// SHA3-256: 136.
    Sha3_256,
    /// SHA3-384: 104.
    Sha3_384,
    /// SHA3-512: 72.
    Sha3_512,
}

impl Sponge {
    /// How many bytes of the state are open to input.
    pub const fn rate(self) -> u8 {
        match self {
            Self::Sha3_224 => 144,
            Self::Sha3_256 => 136,
            Self::Sha3_384 => 104,
            Self::Sha3_512 => 72,
        }
    }

    /// Length of the digest in bytes.
    pub const fn output_len(self) -> u8 {
        match self {
            Self::Sha3_224 => 28,
            Self::Sha3_256 => 32,
            Self::Sha3_384 => 48,
            Self::Sha3_512 => 64,
        }
    }

    /// Adds bytes. The state begins as zeros, `position`, which is below [`Sponge::rate`], as zero; fails if it is not.
    pub fn update(self, state: &mut [u8; 200], position: &mut u8, data: &[u8]) -> Result<(), Unspecified> {
        match self {
            Self::Sha3_224 => absorb::<Sha3_224>(state, position, data),
            Self::Sha3_256 => absorb::<Sha3_256>(state, position, data),
            Self::Sha3_384 => absorb::<Sha3_384>(state, position, data),
            Self::Sha3_512 => absorb::<Sha3_512>(state, position, data),
        }
    }

    /// The digest of all that went in. Fails as [`Sponge::update`] does.
    pub fn finish(self, state: &[u8; 200], position: u8) -> Result<Digest, Unspecified> {
        Ok(match self {
            Self::Sha3_224 => Digest::new(&wake::<Sha3_224>(state, position)?.finalize()),
            Self::Sha3_256 => Digest::new(&wake::<Sha3_256>(state, position)?.finalize()),
            Self::Sha3_384 => Digest::new(&wake::<Sha3_384>(state, position)?.finalize()),
            Self::Sha3_512 => Digest::new(&wake::<Sha3_512>(state, position)?.finalize()),
        })
    }
}

/// The crate's digest with this state: it serializes the state and, behind it, the position.
fn wake<D: SerializableState>(state: &[u8; 200], position: u8) -> Result<D, Unspecified> {
    let mut serialized = SerializedState::<D>::default();
    for (to, from) in serialized.iter_mut().zip(state.iter().chain([&position])) {
        *to = *from;
    }
    let digest = D::deserialize(&serialized).map_err(|_| Unspecified);
    serialized.as_mut_slice().zeroize();
    digest
}

/// [`Sponge::update`] with its crate.
fn absorb<D: SerializableState + Update>(
    state: &mut [u8; 200],
    position: &mut u8,
    data: &[u8],
) -> Result<(), Unspecified> {
    let mut digest = wake::<D>(state, *position)?;
    digest.update(data);
    let mut serialized = digest.serialize();
    for (to, from) in state.iter_mut().chain([position]).zip(&serialized) {
        *to = *from;
    }
    serialized.as_mut_slice().zeroize();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::hash::HashAlgorithm;

    const CHAINED: [(Chained, HashAlgorithm, usize); 7] = [
        (Chained::Md5, HashAlgorithm::Md5, 16),
        (Chained::Ripemd160, HashAlgorithm::Ripemd160, 20),
        (Chained::Sha1, HashAlgorithm::Sha1, 20),
        (Chained::Sha224, HashAlgorithm::Sha224, 32),
        (Chained::Sha256, HashAlgorithm::Sha256, 32),
        (Chained::Sha384, HashAlgorithm::Sha384, 64),
        (Chained::Sha512, HashAlgorithm::Sha512, 64),
    ];

    #[test]
    fn chained_in_pieces_of_every_length() {
        let data: Vec<u8> = (0..700u32).map(|i| (i * 7 + i / 256) as u8).collect();
        for (digest, algorithm, state_len) in CHAINED {
            for piece in 1..300 {
                let mut state = vec![0; state_len];
                let mut block = vec![0xaa; algorithm.block_len()];
                let mut total = 0;
                let mut midway = Midway {
                    state: &mut state,
                    total: &mut total,
                    block: &mut block,
                };
                digest.start(midway.state).unwrap();
                for part in data.chunks(piece) {
                    digest.update(&mut midway, part).unwrap();
                }
                assert_eq!(
                    digest.finish(&midway).unwrap(),
                    algorithm.hash(&data),
                    "{digest:?} {piece}"
                );
                assert_eq!(total, 700);
            }
        }
    }

    #[test]
    fn compressing_is_what_a_block_does() {
        for (digest, algorithm, state_len) in CHAINED {
            let input = vec![3; algorithm.block_len()];
            let mut states = [vec![0; state_len], vec![0; state_len]];
            let [one, two] = &mut states;
            digest.start(one).unwrap();
            digest.start(two).unwrap();
            digest.compress(one, &input).unwrap();
            let (mut total, mut block) = (0, vec![0; algorithm.block_len()]);
            let mut midway = Midway {
                state: two,
                total: &mut total,
                block: &mut block,
            };
            digest.update(&mut midway, &input).unwrap();
            assert_eq!(states[0], states[1]);
        }
    }

    #[test]
    fn lengths_of_another_digest_are_refused() {
        for (digest, _, state_len) in CHAINED {
            let (mut state, mut block, mut total) = (vec![0; state_len + 4], vec![0; 32], 0);
            assert!(digest.start(&mut [0; 128]).is_err());
            assert!(digest.compress(&mut state, &[0; 64]).is_err());
            assert!(digest.compress(&mut state[4..], &[0; 32]).is_err());
            let mut midway = Midway {
                state: &mut state[4..],
                total: &mut total,
                block: &mut block,
            };
            assert!(digest.update(&mut midway, &[0; 100]).is_err());
            assert!(digest.finish(&midway).is_err());
            midway.block = &mut [];
            assert!(digest.update(&mut midway, &[]).is_err());
        }
    }

    #[test]
    fn sponges_in_pieces_of_every_length() {
        let data: Vec<u8> = (0..500u32).map(|i| (i * 3) as u8).collect();
        for (digest, algorithm) in [
            (Sponge::Sha3_224, HashAlgorithm::Sha3_224),
            (Sponge::Sha3_256, HashAlgorithm::Sha3_256),
            (Sponge::Sha3_384, HashAlgorithm::Sha3_384),
            (Sponge::Sha3_512, HashAlgorithm::Sha3_512),
        ] {
            assert_eq!(usize::from(digest.rate()), algorithm.block_len());
            assert_eq!(usize::from(digest.output_len()), algorithm.output_len());
            for piece in 1..300 {
                let (mut state, mut position) = ([0; 200], 0);
                for part in data.chunks(piece) {
                    digest.update(&mut state, &mut position, part).unwrap();
                }
                assert_eq!(digest.finish(&state, position).unwrap(), algorithm.hash(&data));
            }
            assert!(digest.update(&mut [0; 200], &mut digest.rate(), &[]).is_err());
            assert!(digest.finish(&[0; 200], digest.rate()).is_err());
        }
    }
}

//! A mode of a block cipher under way: keeps its state, collects whole blocks, pads.

use subtle::Choice;
use zeroize::Zeroize as _;

use super::block::BlockKey;
pub use super::padding::Padding;
use crate::crypto::Unspecified;

/// A mode that works in parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Each block by itself.
    Ecb,
    /// Each block combined with the ciphertext before it.
    Cbc,
    /// Feedback of the ciphertext, in segments of a block.
    Cfb,
    /// Feedback of the key stream.
    Ofb,
    /// A counter of 128 bits (for ciphers with blocks of 16 bytes).
    Ctr,
}

impl Mode {
    /// Whether the data may have any length, and comes out as it goes in, byte by byte.
    pub const fn is_stream(self) -> bool {
        matches!(self, Self::Cfb | Self::Ofb | Self::Ctr)
    }
}

/// Which way a cipher works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Plaintext to ciphertext.
    Encrypt,
    /// Ciphertext to plaintext.
    Decrypt,
}

/// Why a running cipher refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunningError {
    /// The data does not end with a whole block.
    PartOfBlock,
    /// The output has no room for what comes out.
    NoRoom,
    /// The key, mode or initialization vector do not fit each other.
    Unspecified,
}

impl From<Unspecified> for RunningError {
    fn from(_: Unspecified) -> Self {
        Self::Unspecified
    }
}

/// A cipher under way. Wiped when it is dropped.
#[derive(Clone)]
pub struct Running {
    key: Box<BlockKey>,
    mode: Mode,
    direction: Direction,
    padding: Padding,
    /// Initialization vector, feedback or counter.
    iv: [u8; 16],
    /// Part of a block that waits for the rest (ECB, CBC), or the current block of the key stream (CTR).
    part: [u8; 16],
    /// Bytes that wait in `part` (ECB, CBC), or bytes of the block that are used (stream modes).
    part_len: usize,
}

impl Running {
    /// Starts with an initialization vector of zeros. `padding` is for CBC only.
    pub fn new(key: BlockKey, mode: Mode, direction: Direction, padding: Padding) -> Self {
        Self {
            key: Box::new(key),
            mode,
            direction,
            padding,
            iv: [0; 16],
            part: [0; 16],
            part_len: 0,
        }
    }

    /// The same, with another key of the same cipher or another direction: vector, padding and what waits stay.
    pub fn with_key(&self, key: BlockKey, direction: Direction) -> Self {
        Self {
            key: Box::new(key),
            direction,
            ..self.clone()
        }
    }

    /// Length of a block, which is the length of the initialization vector too, in bytes.
    pub fn block_len(&self) -> usize {
        self.key.algorithm().block_len()
    }

    /// The mode.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Bytes that wait for the rest of their block, or bytes of the key stream's block that are used.
    pub fn waiting(&self) -> usize {
        self.part_len
    }

    /// Sets the initialization vector, or counter; forgets nothing else. Fails if it is not one block.
    pub fn set_iv(&mut self, iv: &[u8]) -> Result<(), Unspecified> {
        let len = self.block_len();
        if iv.len() != len {
            return Err(Unspecified);
        }
        self.iv.get_mut(..len).ok_or(Unspecified)?.copy_from_slice(iv);
        Ok(())
    }

    /// Another padding from now on.
    pub fn set_padding(&mut self, padding: Padding) {
        self.padding = padding;
    }

    /// Forgets what waits for the rest of its block. The initialization vector stays as it is.
    pub fn reset(&mut self) {
        self.part_len = 0;
    }

    /// How many bytes [`Running::update`] puts out for `len` more.
    pub fn output_len(&self, len: usize) -> usize {
        if self.mode.is_stream() {
            return len;
        }
        let sum = self.part_len.saturating_add(len);
        let whole = sum - sum % self.block_len();
        // The last block stays here while it may hold the padding.
        if whole == sum && whole > 0 && self.keeps_a_block() {
            whole - self.block_len()
        } else {
            whole
        }
    }

    /// Takes `input` and puts out what is whole; returns its length. Nothing happens if `output` has no room for
    /// [`Running::output_len`].
    pub fn update(&mut self, input: &[u8], output: &mut [u8]) -> Result<usize, RunningError> {
        let len = self.output_len(input.len());
        let output = output.get_mut(..len).ok_or(RunningError::NoRoom)?;
        if self.mode.is_stream() {
            output.copy_from_slice(input);
            self.process(output)?;
            return Ok(len);
        }
        let held = if len == 0 { 0 } else { self.part_len };
        let (now, later) = input
            .split_at_checked(len.saturating_sub(held))
            .ok_or(RunningError::Unspecified)?;
        if len > 0 {
            let (from_part, from_input) = output.split_at_mut_checked(held).ok_or(RunningError::Unspecified)?;
            from_part.copy_from_slice(self.part.get(..held).ok_or(RunningError::Unspecified)?);
            from_input.copy_from_slice(now);
            self.process(output)?;
            self.part_len = 0;
        }
        self.keep(later)?;
        Ok(len)
    }

    /// As [`Running::update`] in place: `data` is taken and put out. Only while nothing waits and, but in stream modes,
    /// for whole blocks. Returns how many bytes came out.
    pub fn update_in_place(&mut self, data: &mut [u8]) -> Result<usize, RunningError> {
        if !self.mode.is_stream() && (self.part_len != 0 || !data.len().is_multiple_of(self.block_len())) {
            return Err(RunningError::PartOfBlock);
        }
        let len = self.output_len(data.len());
        let (now, later) = data.split_at_mut_checked(len).ok_or(RunningError::Unspecified)?;
        self.process(now)?;
        if !self.mode.is_stream() {
            self.keep(later)?;
        }
        Ok(len)
    }

    /// Ends the data: pads or takes the padding off. Returns how many bytes of `output` are data, and whether the padding
    /// was wrong, which only who may know it should branch on. `output` needs room for a block if one comes out.
    pub fn finish(&mut self, output: &mut [u8]) -> Result<(usize, Choice), RunningError> {
        let good = Choice::from(0);
        if self.mode.is_stream() {
            return Ok((0, good));
        }
        let block_len = self.block_len();
        let padded = self.mode == Mode::Cbc && self.padding != Padding::None;
        if !padded {
            return if self.part_len == 0 {
                Ok((0, good))
            } else {
                Err(RunningError::PartOfBlock)
            };
        }
        if self.direction == Direction::Decrypt && self.part_len != block_len {
            return Err(RunningError::PartOfBlock);
        }
        let output = output.get_mut(..block_len).ok_or(RunningError::NoRoom)?;
        let mut block = zeroize::Zeroizing::new(self.part);
        let block = block.get_mut(..block_len).ok_or(RunningError::Unspecified)?;
        match self.direction {
            Direction::Encrypt => {
                self.padding.add(block, self.part_len);
                self.process(block)?;
                output.copy_from_slice(block);
                Ok((block_len, good))
            }
            Direction::Decrypt => {
                self.process(block)?;
                output.copy_from_slice(block);
                Ok(self.padding.find(block))
            }
        }
    }

    /// Whether [`Running::finish`] puts a block out.
    pub fn finishes_with_a_block(&self) -> bool {
        self.mode == Mode::Cbc && self.padding != Padding::None
    }

    /// Whether a last whole block stays here, because it may be the one that holds the padding.
    fn keeps_a_block(&self) -> bool {
        self.mode == Mode::Cbc && self.direction == Direction::Decrypt && self.padding != Padding::None
    }

    /// Keeps the last bytes of an input, at most a block together with what is kept already.
    fn keep(&mut self, bytes: &[u8]) -> Result<(), RunningError> {
        let end = self.part_len.saturating_add(bytes.len());
        let room = self.part.get_mut(self.part_len..end).ok_or(RunningError::Unspecified)?;
        room.copy_from_slice(bytes);
        self.part_len = end;
        Ok(())
    }

    /// Encrypts or decrypts in place: whole blocks, or anything in a stream mode.
    fn process(&mut self, data: &mut [u8]) -> Result<(), Unspecified> {
        use Direction::{Decrypt, Encrypt};
        let key = &*self.key;
        let iv = self.iv.get_mut(..key.algorithm().block_len()).ok_or(Unspecified)?;
        match (self.mode, self.direction) {
            (Mode::Ecb, Encrypt) => key.encrypt_blocks(data),
            (Mode::Ecb, Decrypt) => key.decrypt_blocks(data),
            (Mode::Cbc, Encrypt) => key.cbc_encrypt(iv, data),
            (Mode::Cbc, Decrypt) => key.cbc_decrypt(iv, data),
            (Mode::Cfb, Encrypt) => key.cfb_encrypt(iv, &mut self.part_len, data),
            (Mode::Cfb, Decrypt) => key.cfb_decrypt(iv, &mut self.part_len, data),
            (Mode::Ofb, _) => key.ofb(iv, &mut self.part_len, data),
            (Mode::Ctr, _) => key.ctr(&mut self.iv, &mut self.part, &mut self.part_len, data),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.iv.zeroize();
        self.part.zeroize();
    }
}

impl core::fmt::Debug for Running {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Running({:?}, {:?}, {:?})", self.key, self.mode, self.direction)
    }
}

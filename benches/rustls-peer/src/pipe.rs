//! One direction of the in-memory transport, like `struct pipe` of the C drivers.

use std::io::{Error, ErrorKind, Read, Result, Write};

use crate::BATCH;

/// Bytes `head..tail` are under way.
pub struct Pipe {
    data: Vec<u8>,
    head: usize,
    tail: usize,
}

impl Pipe {
    /// Empty, with room for two batches.
    pub fn new() -> Self {
        Self {
            data: vec![1; 2 * BATCH],
            head: 0,
            tail: 0,
        }
    }

    /// Forgets what is under way.
    pub fn clear(&mut self) {
        self.head = 0;
        self.tail = 0;
    }

    /// Nothing is under way.
    pub fn is_empty(&self) -> bool {
        self.head == self.tail
    }
}

impl Write for Pipe {
    fn write(&mut self, from: &[u8]) -> Result<usize> {
        let room = self
            .data
            .get_mut(self.tail..self.tail + from.len())
            .ok_or(ErrorKind::WriteZero)?;
        room.copy_from_slice(from);
        self.tail += from.len();
        Ok(from.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

impl Read for Pipe {
    fn read(&mut self, to: &mut [u8]) -> Result<usize> {
        if self.is_empty() {
            return Err(Error::from(ErrorKind::WouldBlock));
        }
        let length = to.len().min(self.tail - self.head);
        to[..length].copy_from_slice(&self.data[self.head..self.head + length]);
        self.head += length;
        if self.is_empty() {
            self.clear();
        }
        Ok(length)
    }
}

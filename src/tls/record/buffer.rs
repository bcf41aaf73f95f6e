//! Record buffers: where they come from, and how one is lent to a callback.

use std::cell::RefCell;

use super::{HEADER_LEN, MAX_CIPHERTEXT_LEN};

/// What fits into a pooled buffer: the longest record with its header.
pub const BUFFER_LEN: usize = HEADER_LEN + MAX_CIPHERTEXT_LEN;
/// The body of the first record stands at a multiple of so many bytes, the size of a cache line: opening and sealing a full
/// record takes 3 % less time than at odd places.
const ALIGNMENT: usize = 64;
/// Length of a pooled vector: room to choose the place of the first header.
const POOLED_LEN: usize = BUFFER_LEN + ALIGNMENT;
/// How many idle buffers a thread keeps (132 KiB at most); further ones are freed. One for each direction of a few
/// connections is enough, because only records in flight hold a buffer.
pub const POOL_LEN: usize = 8;

thread_local! {
    /// The idle buffers of this thread.
    static POOL: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
}

/// Bytes in flight: `start..end` of a pooled, always initialised vector are filled.
///
/// Dropped, it goes back to the pool of the thread that drops it.
#[derive(Debug)]
pub struct Buffer {
    bytes: Vec<u8>,
    start: usize,
    end: usize,
}

impl Buffer {
    /// An empty buffer of at least [`BUFFER_LEN`] bytes; allocates only if the thread's pool is empty.
    pub fn take() -> Self {
        let pooled = POOL.try_with(|pool| pool.try_borrow_mut().ok().and_then(|mut pool| pool.pop()));
        let bytes = pooled.ok().flatten().unwrap_or_else(|| vec![0; POOLED_LEN]);
        // Where `bytes` can't tell its address, any place will do.
        let aligned = bytes.as_ptr().align_offset(ALIGNMENT);
        let start = aligned.wrapping_add(ALIGNMENT - HEADER_LEN) % ALIGNMENT;
        Self {
            bytes,
            start,
            end: start,
        }
    }

    /// The filled bytes.
    pub fn filled(&self) -> &[u8] {
        self.bytes.get(self.start..self.end).unwrap_or(&[])
    }

    /// The filled bytes, to be worked on in place.
    pub fn filled_mut(&mut self) -> &mut [u8] {
        self.bytes.get_mut(self.start..self.end).unwrap_or_default()
    }

    /// How many bytes are filled.
    pub fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Nothing is filled.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The next `len` unfilled bytes, with room made for them: filled bytes are moved to the front or the vector grows
    /// where it must. [`Buffer::advance`] makes them filled. What they hold is of no meaning.
    pub fn space(&mut self, len: usize) -> &mut [u8] {
        if self.bytes.len().saturating_sub(self.end) < len {
            self.bytes.copy_within(self.start..self.end, 0);
            self.end = self.len();
            self.start = 0;
            let needed = self.end.saturating_add(len);
            if self.bytes.len() < needed {
                self.bytes.resize(needed, 0);
            }
        }
        self.bytes
            .get_mut(self.end..)
            .and_then(|rest| rest.get_mut(..len))
            .unwrap_or_default()
    }

    /// Counts `len` bytes of [`Buffer::space`] as filled.
    pub fn advance(&mut self, len: usize) {
        self.end = self.end.saturating_add(len).min(self.bytes.len());
    }

    /// Forgets the first `len` filled bytes.
    pub fn consume(&mut self, len: usize) {
        self.start = self.start.saturating_add(len).min(self.end);
    }

    /// Appends `data`.
    pub fn append(&mut self, data: &[u8]) {
        self.space(data.len()).copy_from_slice(data);
        self.advance(data.len());
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        // One that grew (a long flight) is freed, so that the pool's size is bounded in bytes too.
        if self.bytes.len() != POOLED_LEN {
            return;
        }
        let bytes = core::mem::take(&mut self.bytes);
        // A thread that is ending has no pool any more; then the buffer is freed.
        let _ = POOL.try_with(|pool| {
            if let Ok(mut pool) = pool.try_borrow_mut()
                && pool.len() < POOL_LEN
            {
                pool.push(bytes);
            }
        });
    }
}

/// A buffer moved out of [`Inbound`](super::inbound::Inbound) or [`Outbound`](super::outbound::Outbound) for the time
/// of a transport callback. It must be given back, whatever the callback said; what is never given back is lost and
/// the half it came from stays unusable.
#[derive(Debug)]
pub struct Loan {
    /// `None` where there was nothing to lend (the buffer is out already).
    pub(super) buffer: Option<Buffer>,
    /// Bytes that the callback may fill; 0 for bytes to send.
    pub(super) wanted: usize,
}

impl Loan {
    /// To receive into: exactly as many bytes as were asked for. Empty if the loan is of bytes to send, or if the same
    /// half had its buffer out already (a callback that calls read on its own connection).
    pub fn space(&mut self) -> &mut [u8] {
        match &mut self.buffer {
            Some(buffer) if self.wanted > 0 => buffer.space(self.wanted),
            _ => &mut [],
        }
    }

    /// To send: everything that is unsent. Empty if the loan is of room to receive into.
    pub fn unsent(&self) -> &[u8] {
        match &self.buffer {
            Some(buffer) if self.wanted == 0 => buffer.filled(),
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pooled() -> usize {
        POOL.with(|pool| pool.borrow().len())
    }

    #[test]
    fn buffers_go_back_and_are_taken_again() {
        let buffer = Buffer::take();
        let address = buffer.bytes.as_ptr();
        drop(buffer);
        assert_eq!(pooled(), 1);
        let again = Buffer::take();
        assert_eq!((again.bytes.as_ptr(), pooled(), again.len()), (address, 0, 0));
    }

    #[test]
    fn first_body_is_aligned_and_the_longest_record_fits() {
        let mut buffer = Buffer::take();
        let body = buffer.space(BUFFER_LEN)[HEADER_LEN..].as_ptr();
        assert_eq!(body.align_offset(ALIGNMENT), 0);
        assert_eq!(buffer.bytes.len(), POOLED_LEN);
    }

    #[test]
    fn pool_is_bounded_in_number_and_in_bytes() {
        let many: Vec<_> = (0..2 * POOL_LEN).map(|_| Buffer::take()).collect();
        drop(many);
        assert_eq!(pooled(), POOL_LEN);
        let all: Vec<_> = (0..POOL_LEN).map(|_| Buffer::take()).collect();
        let mut grown = Buffer::take();
        grown.space(POOLED_LEN + 1);
        drop(grown);
        assert_eq!(pooled(), 0);
        drop(all);
    }

    #[test]
    fn space_moves_to_the_front_before_it_grows() {
        let mut buffer = Buffer::take();
        buffer.append(&[7; BUFFER_LEN]);
        buffer.consume(BUFFER_LEN - 3);
        buffer.append(&[8; 100]);
        assert_eq!(buffer.bytes.len(), POOLED_LEN);
        assert_eq!(buffer.filled()[..4], [7, 7, 7, 8]);
        buffer.append(&[9; BUFFER_LEN]);
        assert_eq!(buffer.len(), BUFFER_LEN + 103);
        assert_eq!(buffer.filled()[102..104], [8, 9]);
    }
}

//! Handshake messages out of records: one message may lie in many records and one record may hold many messages, cut in
//! any way (RFC 8446 section 5.1).

use crate::tls::{
    error::Error,
    wire::{codes::HandshakeType, handshake::Header},
};

/// The contents of handshake records, from which whole messages are taken.
///
/// Bounded: bytes are only added when no whole message is left, so that it holds less than the longest message allowed
/// (`wire::handshake::max_length`) and one record. Empty, it owns no memory.
#[derive(Debug, Default)]
pub struct Inbox {
    bytes: Vec<u8>,
    start: usize,
}

/// One whole handshake message.
#[derive(Clone, Copy, Debug)]
pub struct Message<'a> {
    /// What it is.
    pub msg_type: HandshakeType,
    /// What follows its header.
    pub body: &'a [u8],
    /// With its header, as it goes into the transcript.
    pub bytes: &'a [u8],
    /// Nothing follows it in the record it ends in. RFC 8446 section 5.1: messages right before a change of keys must
    /// end their record.
    pub ends_record: bool,
}

impl Message<'_> {
    /// What a state that wants no message is given.
    pub const NONE: Self = Message {
        msg_type: HandshakeType::HELLO_REQUEST,
        body: &[],
        bytes: &[],
        ends_record: true,
    };

    /// Fails unless the message is of this type.
    pub fn expect(&self, msg_type: HandshakeType) -> Result<(), Error> {
        if self.msg_type == msg_type {
            Ok(())
        } else {
            Err(Error::UnexpectedMessage)
        }
    }

    /// Fails unless the message ends its record. To be asked before every change of the keys that open records.
    ///
    /// RFC 8446 section 5.1: "Handshake messages MUST NOT span key changes. Implementations MUST verify that all messages
    /// immediately preceding a key change align with a record boundary; if not, then they MUST terminate the connection
    /// with an "unexpected_message" alert."
    pub fn check_ends_record(&self) -> Result<(), Error> {
        if self.ends_record {
            Ok(())
        } else {
            Err(Error::UnexpectedMessage)
        }
    }
}

/// A whole message that is still counted as unread. Its bytes are out of the inbox until [`Inbox::put_back`].
#[derive(Debug)]
pub struct Taken {
    bytes: Vec<u8>,
    start: usize,
    length: usize,
    msg_type: HandshakeType,
}

impl Taken {
    /// The message.
    pub fn message(&self) -> Message<'_> {
        let rest = self.bytes.get(self.start..).unwrap_or(&[]);
        let bytes = rest.get(..self.length).unwrap_or(&[]);
        Message {
            msg_type: self.msg_type,
            body: bytes.get(Header::LEN..).unwrap_or(&[]),
            bytes,
            ends_record: rest.len() == self.length,
        }
    }
}

impl Inbox {
    /// Adds the content of a record. Fails on an empty one.
    pub fn add(&mut self, content: &[u8]) -> Result<(), Error> {
        // RFC 8446 section 5.1: "Implementations MUST NOT send zero-length fragments of Handshake types, even if those
        // fragments contain padding."
        if content.is_empty() {
            return Err(Error::UnexpectedMessage);
        }
        self.bytes.drain(..self.start.min(self.bytes.len()));
        self.start = 0;
        self.bytes.extend_from_slice(content);
        Ok(())
    }

    /// There is no byte of an unread message.
    pub fn is_empty(&self) -> bool {
        self.unread().is_empty()
    }

    /// Takes the next message out if all of it is here. Fails as soon as the header of one that is too long is here.
    pub fn take(&mut self) -> Result<Option<Taken>, Error> {
        let unread = self.unread();
        let Some(header) = Header::read(unread)? else {
            return Ok(None);
        };
        let length = header.message_length();
        if unread.len() < length {
            return Ok(None);
        }
        Ok(Some(Taken {
            bytes: core::mem::take(&mut self.bytes),
            start: core::mem::take(&mut self.start),
            length,
            msg_type: header.msg_type,
        }))
    }

    /// Puts a message back, to be seen again or (if it was `read`) not.
    pub fn put_back(&mut self, taken: Taken, read: bool) {
        let start = if read {
            taken.start.saturating_add(taken.length)
        } else {
            taken.start
        };
        if start >= taken.bytes.len() {
            // All read: the memory goes.
            *self = Self::default();
        } else {
            self.bytes = taken.bytes;
            self.start = start;
        }
    }

    fn unread(&self) -> &[u8] {
        self.bytes.get(self.start..).unwrap_or(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGES: [&[u8]; 3] = [&[8, 0, 0, 2, 0, 0], &[20, 0, 0, 1, 7], &[24, 0, 0, 1, 1]];

    #[test]
    fn messages_come_out_whole_however_they_were_cut() {
        let all = MESSAGES.concat();
        for size in 1..=all.len() {
            let (mut inbox, mut found) = (Inbox::default(), vec![]);
            for piece in all.chunks(size) {
                inbox.add(piece).unwrap();
                while let Some(taken) = inbox.take().unwrap() {
                    let message = taken.message();
                    assert_eq!(
                        (message.msg_type.0, message.body),
                        (message.bytes[0], &message.bytes[4..])
                    );
                    found.push(message.bytes.to_vec());
                    // Looked at twice, it is the same.
                    inbox.put_back(taken, false);
                    let again = inbox.take().unwrap().unwrap();
                    assert_eq!(Some(&again.message().bytes.to_vec()), found.last());
                    inbox.put_back(again, true);
                }
            }
            assert_eq!(found, MESSAGES);
            assert!(inbox.is_empty() && inbox.bytes.capacity() == 0, "memory is kept");
        }
    }

    #[test]
    fn end_of_a_record_is_known() {
        let mut inbox = Inbox::default();
        inbox.add(&MESSAGES.concat()).unwrap();
        for last in [false, false, true] {
            let taken = inbox.take().unwrap().unwrap();
            assert_eq!(taken.message().check_ends_record().is_ok(), last);
            inbox.put_back(taken, true);
        }
    }

    #[test]
    fn nothing_is_refused_and_too_much_too() {
        assert_eq!(Inbox::default().add(&[]), Err(Error::UnexpectedMessage));
        let mut inbox = Inbox::default();
        inbox.add(&[HandshakeType::CERTIFICATE.0, 0xff, 0xff, 0xff]).unwrap();
        assert!(matches!(inbox.take(), Err(Error::DecodeError)));
    }
}

//! The two halves of the presentation language of RFC 8446 section 3: [`Decoder`] and [`Encoder`], and [`List`], a vector
//! of values in either form.

use core::marker::PhantomData;

use crate::tls::error::Error;

/// Reads values from the front of a slice. Every failure is [`Error::DecodeError`].
#[derive(Clone, Debug)]
pub struct Decoder<'a> {
    rest: &'a [u8],
}

impl<'a> Decoder<'a> {
    /// Starts at the front of `bytes`.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// The next `count` bytes.
    pub fn bytes(&mut self, count: usize) -> Result<&'a [u8], Error> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(Error::DecodeError)?;
        self.rest = rest;
        Ok(taken)
    }

    /// The next `N` bytes, by value.
    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or(Error::DecodeError)?;
        self.rest = rest;
        Ok(*taken)
    }

    /// `uint8`
    pub fn u8(&mut self) -> Result<u8, Error> {
        self.array().map(u8::from_be_bytes)
    }

    /// `uint16`
    pub fn u16(&mut self) -> Result<u16, Error> {
        self.array().map(u16::from_be_bytes)
    }

    /// `uint24`
    pub fn u24(&mut self) -> Result<u32, Error> {
        let [high, middle, low] = self.array()?;
        Ok(u32::from_be_bytes([0, high, middle, low]))
    }

    /// `uint32`
    pub fn u32(&mut self) -> Result<u32, Error> {
        self.array().map(u32::from_be_bytes)
    }

    /// The content of `opaque <0..2^8-1>`.
    pub fn vec8(&mut self) -> Result<&'a [u8], Error> {
        let length = self.u8()?;
        self.bytes(usize::from(length))
    }

    /// The content of `opaque <0..2^16-1>`.
    pub fn vec16(&mut self) -> Result<&'a [u8], Error> {
        let length = self.u16()?;
        self.bytes(usize::from(length))
    }

    /// The content of `opaque <0..2^24-1>`.
    pub fn vec24(&mut self) -> Result<&'a [u8], Error> {
        let length = self.u24()?;
        self.bytes(usize::try_from(length).map_err(|_| Error::DecodeError)?)
    }

    /// `T <1..2^8-1>`: a list that may not be empty.
    pub fn list8<T: Item<'a>>(&mut self) -> Result<List<'a, T>, Error> {
        List::read(non_empty(self.vec8()?)?)
    }

    /// `T <1..2^16-1>`: a list that may not be empty.
    pub fn list16<T: Item<'a>>(&mut self) -> Result<List<'a, T>, Error> {
        List::read(non_empty(self.vec16()?)?)
    }

    /// Nothing is left.
    pub const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// Everything that is left.
    pub const fn rest(&mut self) -> &'a [u8] {
        let rest = self.rest;
        self.rest = &[];
        rest
    }

    /// Fails unless everything was read.
    pub const fn finish(self) -> Result<(), Error> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(Error::DecodeError)
        }
    }
}

/// Fails for a vector that the RFC declares as `<1..>` and that is empty.
pub const fn non_empty(bytes: &[u8]) -> Result<&[u8], Error> {
    if bytes.is_empty() {
        Err(Error::DecodeError)
    } else {
        Ok(bytes)
    }
}

/// Appends values to a buffer of the caller. A length that does not fit its field is [`Error::Internal`]; the buffer then
/// holds an unfinished value ([`super::handshake::write`] takes it back).
#[derive(Debug)]
pub struct Encoder<'v> {
    out: &'v mut Vec<u8>,
}

impl<'v> Encoder<'v> {
    /// Appends to `out`.
    pub const fn new(out: &'v mut Vec<u8>) -> Self {
        Self { out }
    }

    /// The bytes as they are, without a length.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }

    /// `uint8`
    pub fn u8(&mut self, value: u8) {
        self.out.push(value);
    }

    /// `uint16`
    pub fn u16(&mut self, value: u16) {
        self.bytes(&value.to_be_bytes());
    }

    /// `uint24`
    pub fn u24(&mut self, value: u32) -> Result<(), Error> {
        let [0, low @ ..] = value.to_be_bytes() else {
            return Err(Error::Internal);
        };
        self.bytes(&low);
        Ok(())
    }

    /// `uint32`
    pub fn u32(&mut self, value: u32) {
        self.bytes(&value.to_be_bytes());
    }

    /// A vector with a length of one byte, filled by `fill`.
    pub fn vec8(&mut self, fill: impl FnOnce(&mut Self) -> Result<(), Error>) -> Result<(), Error> {
        self.block::<1>(fill)
    }

    /// A vector with a length of two bytes, filled by `fill`.
    pub fn vec16(&mut self, fill: impl FnOnce(&mut Self) -> Result<(), Error>) -> Result<(), Error> {
        self.block::<2>(fill)
    }

    /// A vector with a length of three bytes, filled by `fill`.
    pub fn vec24(&mut self, fill: impl FnOnce(&mut Self) -> Result<(), Error>) -> Result<(), Error> {
        self.block::<3>(fill)
    }

    /// `opaque <0..2^8-1>`
    pub fn opaque8(&mut self, content: &[u8]) -> Result<(), Error> {
        self.vec8(|out| out.some_bytes(content))
    }

    /// `opaque <0..2^16-1>`
    pub fn opaque16(&mut self, content: &[u8]) -> Result<(), Error> {
        self.vec16(|out| out.some_bytes(content))
    }

    /// `opaque <0..2^24-1>`
    pub fn opaque24(&mut self, content: &[u8]) -> Result<(), Error> {
        self.vec24(|out| out.some_bytes(content))
    }

    /// `T <0..2^8-1>`
    pub fn list8<'a, T: Item<'a>>(&mut self, list: List<'a, T>) -> Result<(), Error> {
        self.vec8(|out| list.write(out))
    }

    /// `T <0..2^16-1>`
    pub fn list16<'a, T: Item<'a>>(&mut self, list: List<'a, T>) -> Result<(), Error> {
        self.vec16(|out| list.write(out))
    }

    /// [`Encoder::bytes`] in the shape that a block's `fill` has.
    fn some_bytes(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.bytes(bytes);
        Ok(())
    }

    /// A block with a length of `WIDTH` bytes before it, which is known once `fill` has run.
    fn block<const WIDTH: usize>(&mut self, fill: impl FnOnce(&mut Self) -> Result<(), Error>) -> Result<(), Error> {
        let start = self.out.len();
        self.bytes(&[0; WIDTH]);
        fill(self)?;
        let (length, content) = self
            .out
            .get_mut(start..)
            .and_then(|block| block.split_first_chunk_mut::<WIDTH>())
            .ok_or(Error::Internal)?;
        let value = u32::try_from(content.len()).map_err(|_| Error::Internal)?.to_be_bytes();
        let (high, low) = value.split_last_chunk::<WIDTH>().ok_or(Error::Internal)?;
        if high.iter().any(|byte| *byte != 0) {
            return Err(Error::Internal);
        }
        *length = *low;
        Ok(())
    }
}

/// A value that can be an element of a [`List`].
pub trait Item<'a>: Copy {
    /// Reads one from the front.
    fn read(input: &mut Decoder<'a>) -> Result<Self, Error>;
    /// Appends it.
    fn write(&self, out: &mut Encoder<'_>) -> Result<(), Error>;
}

/// A vector of values: either the bytes of a message, all of them checked when they were read, or a slice of values that
/// is to be written. Cheap to copy; the two forms compare as equal when their values are.
#[derive(Clone, Copy)]
pub struct List<'a, T> {
    form: Form<'a, T>,
}

/// What a [`List`] is made of.
#[derive(Clone, Copy)]
enum Form<'a, T> {
    /// Values one after the other as on the wire; every one of them can be read.
    Wire(&'a [u8]),
    /// Values.
    Slice(&'a [T]),
}

impl<'a, T: Item<'a>> List<'a, T> {
    /// Takes all of `bytes` (without the length before it) as values.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Error> {
        let mut input = Decoder::new(bytes);
        while !input.is_empty() {
            T::read(&mut input)?;
        }
        Ok(Self {
            form: Form::Wire(bytes),
        })
    }

    /// Appends all values, without a length before them.
    pub fn write(&self, out: &mut Encoder<'_>) -> Result<(), Error> {
        match self.form {
            Form::Wire(bytes) => out.bytes(bytes),
            Form::Slice(values) => {
                for value in values {
                    value.write(out)?;
                }
            }
        }
        Ok(())
    }

    /// The values in order.
    pub const fn iter(&self) -> Iter<'a, T> {
        Iter {
            form: self.form,
            item: PhantomData,
        }
    }

    /// There is no value.
    pub const fn is_empty(&self) -> bool {
        match self.form {
            Form::Wire(bytes) => bytes.is_empty(),
            Form::Slice(values) => values.is_empty(),
        }
    }

    /// `value` is in the list.
    pub fn contains(&self, value: T) -> bool
    where
        T: PartialEq,
    {
        self.iter().any(|other| other == value)
    }
}

impl<T> List<'_, T> {
    /// No value.
    pub const EMPTY: Self = Self { form: Form::Slice(&[]) };
}

impl<T> Default for List<'_, T> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<'a, T> From<&'a [T]> for List<'a, T> {
    fn from(values: &'a [T]) -> Self {
        Self {
            form: Form::Slice(values),
        }
    }
}

impl<'a, T> From<&'a Vec<T>> for List<'a, T> {
    fn from(values: &'a Vec<T>) -> Self {
        Self {
            form: Form::Slice(values),
        }
    }
}

impl<'a, T, const N: usize> From<&'a [T; N]> for List<'a, T> {
    fn from(values: &'a [T; N]) -> Self {
        Self {
            form: Form::Slice(values),
        }
    }
}

impl<'a, T: Item<'a> + core::fmt::Debug> core::fmt::Debug for List<'a, T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<'a, T: Item<'a> + PartialEq> PartialEq for List<'a, T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<'a, T: Item<'a> + Eq> Eq for List<'a, T> {}

impl<'a, T: Item<'a>> IntoIterator for List<'a, T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

/// The values of a [`List`] in order.
#[derive(Clone)]
pub struct Iter<'a, T> {
    form: Form<'a, T>,
    item: PhantomData<T>,
}

impl<'a, T: Item<'a>> Iterator for Iter<'a, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        match &mut self.form {
            Form::Wire([]) | Form::Slice([]) => None,
            Form::Wire(bytes) => {
                let mut input = Decoder::new(bytes);
                // Cannot fail: `List::read` has read the same bytes.
                let value = T::read(&mut input).ok();
                *bytes = input.rest();
                value
            }
            Form::Slice(values) => {
                let (first, rest) = values.split_first()?;
                *values = rest;
                Some(*first)
            }
        }
    }
}

/// Makes the newtypes of [`super::codes`] elements of lists.
macro_rules! registry_items {
    ($method:ident: $($name:ident),+) => {
        $(impl Item<'_> for super::codes::$name {
            fn read(input: &mut Decoder<'_>) -> Result<Self, Error> {
                input.$method().map(Self)
            }

            fn write(&self, out: &mut Encoder<'_>) -> Result<(), Error> {
                out.$method(self.0);
                Ok(())
            }
        })+
    };
}

registry_items!(u16: CertificateCompressionAlgorithm, CipherSuite, NamedGroup, ProtocolVersion, SignatureScheme);
registry_items!(u8: CertificateType, CompressionMethod, ECPointFormat, PskKeyExchangeMode);

//! Known answers and properties of every primitive.

mod aead_hash;

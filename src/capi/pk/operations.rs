//! Working with keys.

//! The handshake: a machine whose states are consumed by their handlers.

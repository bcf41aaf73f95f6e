//! What a message after the handshake does.

/// What a message means for the half that received it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    Nothing,
    /// The application wants to be told that there is a ticket.
    Ticket,
    /// What follows is under the next keys.
    ChangeKeys {
        /// The peer wants us to change our sending keys too.
        answer: bool,
    },
}

//! Operations under way whose state does not fit their C struct: the struct's first word points at it. Zeros are an operation
//! that is not active.

use super::keys::Outcome;
use super::types::{psa_aead_operation_t, psa_cipher_operation_t, psa_key_derivation_operation_t, psa_mac_operation_t};
use super::values::{PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_ARGUMENT};

/// A C struct with room for the pointer.
pub(super) trait Room {
    /// What the operation is.
    type State;
    /// The word that holds the pointer.
    fn word(&mut self) -> &mut u64;
}

impl Room for psa_mac_operation_t {
    type State = super::mac::Running;
    fn word(&mut self) -> &mut u64 {
        &mut self.reserved[0]
    }
}

impl Room for psa_cipher_operation_t {
    type State = super::cipher::Running;
    fn word(&mut self) -> &mut u64 {
        &mut self.reserved[0]
    }
}

impl Room for psa_aead_operation_t {
    type State = super::aead::Running;
    fn word(&mut self) -> &mut u64 {
        &mut self.reserved[0]
    }
}

impl Room for psa_key_derivation_operation_t {
    type State = super::derivation::Derivation;
    fn word(&mut self) -> &mut u64 {
        &mut self.reserved[0]
    }
}

/// The state as a pointer.
fn pointer<R: Room>(room: &mut R) -> *mut R::State {
    usize::try_from(*room.word()).map_or(core::ptr::null_mut(), core::ptr::with_exposed_provenance_mut)
}

/// The C struct; INVALID_ARGUMENT for NULL.
///
/// # Safety
/// `operation` is NULL or an initialised operation that nothing else uses meanwhile.
pub(super) unsafe fn room<'a, R>(operation: *mut R) -> Outcome<&'a mut R> {
    // SAFETY: the caller's promise.
    unsafe { operation.as_mut() }.ok_or(PSA_ERROR_INVALID_ARGUMENT)
}

/// The state of an operation; BAD_STATE if it is not active, INVALID_ARGUMENT for NULL.
///
/// # Safety
/// `operation` is NULL or an initialised operation that nothing else uses meanwhile.
pub(super) unsafe fn active<'a, R: Room + 'a>(operation: *mut R) -> Outcome<&'a mut R::State> {
    // SAFETY: the caller's promise; an active operation points at its state, which it alone owns.
    unsafe { pointer(room(operation)?).as_mut() }.ok_or(PSA_ERROR_BAD_STATE)
}

/// Makes an operation active; BAD_STATE if it is already, and then what it was is gone, as in 3.6.
///
/// # Safety
/// As for [`active`].
pub(super) unsafe fn start<R: Room>(operation: *mut R, make: impl FnOnce() -> Outcome<R::State>) -> Outcome<()> {
    // SAFETY: the caller's promise.
    let place = unsafe { room(operation) }?;
    if *place.word() != 0 {
        // SAFETY: the caller's promise.
        unsafe { abort(operation) };
        return Err(PSA_ERROR_BAD_STATE);
    }
    let state = Box::into_raw(Box::new(make()?));
    *place.word() = u64::try_from(state.expose_provenance()).unwrap_or(0);
    Ok(())
}

/// Ends an operation and gives its state, if it was active.
///
/// # Safety
/// As for [`active`].
pub(super) unsafe fn take<R: Room>(operation: *mut R) -> Option<Box<R::State>> {
    // SAFETY: the caller's promise.
    let place = unsafe { room(operation) }.ok()?;
    let state = pointer(place);
    *place.word() = 0;
    // SAFETY: what is not NULL was made by `start`, and no longer has another owner.
    (!state.is_null()).then(|| unsafe { Box::from_raw(state) })
}

/// Ends an operation.
///
/// # Safety
/// As for [`active`].
pub(super) unsafe fn abort<R: Room>(operation: *mut R) {
    // SAFETY: the caller's promise.
    drop(unsafe { take(operation) });
}

/// Runs a step of an operation, which a failure ends.
///
/// # Safety
/// As for [`active`].
pub(super) unsafe fn step<R: Room, T>(operation: *mut R, body: impl FnOnce(&mut R::State) -> Outcome<T>) -> Outcome<T> {
    // SAFETY: the caller's promise.
    let outcome = unsafe { active(operation) }.and_then(body);
    if outcome.is_err() {
        // SAFETY: the caller's promise.
        unsafe { abort(operation) };
    }
    outcome
}

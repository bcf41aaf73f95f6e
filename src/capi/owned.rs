//! Contexts that begin with a pointer to an object of ours, or NULL.

use super::ptr;

/// What a context owns, borrowed; `None` if it or its pointer is NULL.
///
/// # Safety
/// `context` must be NULL or initialised or zeroed, what it owns must be a `T` out of [`put`], and nothing else may use it while
/// the reference lives.
pub(super) unsafe fn get<'a, T, C>(context: *mut C) -> Option<&'a mut T> {
    const { assert!(size_of::<C>() >= size_of::<*mut T>() && align_of::<C>() >= align_of::<*mut T>()) };
    // SAFETY: a context is large and aligned enough for a pointer, which is NULL or that of an object.
    unsafe { ptr::as_ref(context.cast::<*mut T>()).and_then(|slot| ptr::as_mut(*slot)) }
}

/// What a context owns, which owns it no longer.
///
/// # Safety
/// As for [`get`].
pub(super) unsafe fn take<T, C>(context: *mut C) -> Option<Box<T>> {
    const { assert!(size_of::<C>() >= size_of::<*mut T>() && align_of::<C>() >= align_of::<*mut T>()) };
    // SAFETY: a context is large and aligned enough for a pointer.
    let slot = unsafe { ptr::as_mut(context.cast::<*mut T>()) }?;
    let object = core::mem::replace(slot, core::ptr::null_mut());
    // SAFETY: what is not NULL came from a `Box`, and is not in the context any more.
    (!object.is_null()).then(|| unsafe { Box::from_raw(object) })
}

/// Gives a context an object to own, and releases what it owned. Nothing happens if `context` is NULL.
///
/// # Safety
/// As for [`get`].
pub(super) unsafe fn put<T, C>(context: *mut C, object: T) {
    // SAFETY: the caller's promise is the same.
    drop(unsafe { take::<T, C>(context) });
    if !context.is_null() {
        // SAFETY: a context is large and aligned enough for a pointer (checked in `take`), and owns nothing now.
        unsafe { ptr::store(context.cast::<*mut T>(), Box::into_raw(Box::new(object))) };
    }
}

/// Releases what a context owns and makes it zero. Nothing happens if `context` is NULL.
///
/// # Safety
/// As for [`get`].
pub(super) unsafe fn release<T, C>(context: *mut C) {
    // SAFETY: the caller's promise is the same; the context owns nothing when it is made zero.
    unsafe {
        drop(take::<T, C>(context));
        ptr::zero(context);
    }
}

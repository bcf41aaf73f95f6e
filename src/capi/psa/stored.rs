//! Keys that outlive the process: one file each in the working directory, where and as Mbed TLS 3.6 has them, so that each
//! finds the other's.
//!
//! The file of key 0x1234 is `0000000000001234.psa_its`. All numbers in it are little-endian:
//!
//! ```text
//! "PSA\0ITS\0"  u32 length of what follows the next field  u32 flags, 0
//! "PSA\0KEY\0"  u32 version, 0  u32 lifetime  u16 type  u16 bits  u32 usage  u32 alg  u32 alg2  u32 length  bytes
//! ```
//!
//! DEVIATION: only the owner may read the file, which 3.6 leaves to the umask; it is as unprotected otherwise.

use super::keys::Outcome;
use super::material::{self, Key};
use super::types::{psa_key_attributes_t, psa_key_id_t, psa_key_policy_t, psa_status_t};
use super::values::{
    PSA_ERROR_ALREADY_EXISTS, PSA_ERROR_DATA_CORRUPT, PSA_ERROR_DATA_INVALID, PSA_ERROR_DOES_NOT_EXIST,
    PSA_ERROR_NOT_SUPPORTED, PSA_ERROR_STORAGE_FAILURE, PSA_KEY_ID_USER_MAX, PSA_KEY_ID_USER_MIN,
};
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// What every file begins with.
const FILE_MAGIC: &[u8; 8] = b"PSA\0ITS\0";
/// What every key in a file begins with.
const KEY_MAGIC: &[u8; 8] = b"PSA\0KEY\0";
/// The longest key that is stored, in bytes: `PSA_MAX_KEY_BITS` of them.
const MAX_KEY: usize = 8191;
/// What stands in a file before the key's bytes.
const HEADER: usize = 16 + 36;

/// Whether a stored key may have this number.
pub(super) fn may_be(id: psa_key_id_t) -> bool {
    (PSA_KEY_ID_USER_MIN..=PSA_KEY_ID_USER_MAX).contains(&id)
}

/// The file of a key.
fn path(id: psa_key_id_t) -> PathBuf {
    PathBuf::from(format!("{id:016x}.psa_its"))
}

/// Reads a key. DOES_NOT_EXIST if there is none, DATA_CORRUPT or DATA_INVALID for what is no file of a key, STORAGE_FAILURE.
pub(super) fn load(id: psa_key_id_t) -> Outcome<Key> {
    if !may_be(id) {
        return Err(PSA_ERROR_DOES_NOT_EXIST);
    }
    parse(id, &contents(&path(id))?)
}

/// What is in a file, or more of it than a key has. A pipe is not waited for.
fn contents(place: &Path) -> Outcome<Zeroizing<Vec<u8>>> {
    let mut options = OpenOptions::new();
    let opened = options.read(true).custom_flags(libc::O_NONBLOCK).open(place);
    let file = opened.map_err(|error| of_reading(&error))?;
    let mut text = Zeroizing::new(Vec::with_capacity(HEADER + MAX_KEY + 1));
    let limit = u64::try_from(HEADER + MAX_KEY + 1).unwrap_or(u64::MAX);
    // What cannot be read is no file: a folder.
    file.take(limit)
        .read_to_end(&mut text)
        .map_err(|_| PSA_ERROR_DATA_CORRUPT)?;
    Ok(text)
}

/// What a failure to open a file for reading means.
fn of_reading(error: &std::io::Error) -> psa_status_t {
    if error.kind() == ErrorKind::NotFound {
        PSA_ERROR_DOES_NOT_EXIST
    } else {
        PSA_ERROR_STORAGE_FAILURE
    }
}

/// A key out of its file. The bytes are looked at as those of an imported key are.
fn parse(id: psa_key_id_t, file: &[u8]) -> Outcome<Key> {
    let mut rest = file;
    let magic = take(&mut rest, 8).ok_or(PSA_ERROR_DATA_CORRUPT)?;
    let length = u32_of(&mut rest).ok_or(PSA_ERROR_DATA_CORRUPT)?;
    take(&mut rest, 4).ok_or(PSA_ERROR_DATA_CORRUPT)?;
    if magic != FILE_MAGIC {
        return Err(PSA_ERROR_DATA_CORRUPT);
    }
    if usize::try_from(length) != Ok(rest.len()) {
        return Err(PSA_ERROR_DATA_INVALID);
    }
    let (mut attributes, bytes) = fields(&mut rest).ok_or(PSA_ERROR_DATA_INVALID)?;
    attributes.id = id;
    let (bytes, bits) = material::import(&attributes, bytes).map_err(|_| PSA_ERROR_DATA_INVALID)?;
    if usize::from(attributes.bits) != bits {
        return Err(PSA_ERROR_DATA_INVALID);
    }
    Ok(Key::new(attributes, bytes))
}

/// The fields of a key, but for its number, and its bytes, which are all that is left.
fn fields<'a>(rest: &mut &'a [u8]) -> Option<(psa_key_attributes_t, &'a [u8])> {
    if take(rest, 8)? != KEY_MAGIC || u32_of(rest)? != 0 {
        return None;
    }
    let mut attributes = psa_key_attributes_t {
        lifetime: u32_of(rest)?,
        type_: u16_of(rest)?,
        bits: u16_of(rest)?,
        ..psa_key_attributes_t::default()
    };
    attributes.policy = psa_key_policy_t {
        usage: u32_of(rest)?,
        alg: u32_of(rest)?,
        alg2: u32_of(rest)?,
    };
    let length = usize::try_from(u32_of(rest)?).ok()?;
    (length == rest.len() && length <= MAX_KEY).then_some((attributes, *rest))
}

/// The next bytes.
fn take<'a>(rest: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    rest.split_off(..length)
}

/// The next number of 32 bits.
fn u32_of(rest: &mut &[u8]) -> Option<u32> {
    Some(u32::from_le_bytes(take(rest, 4)?.try_into().ok()?))
}

/// The next number of 16 bits.
fn u16_of(rest: &mut &[u8]) -> Option<u16> {
    Some(u16::from_le_bytes(take(rest, 2)?.try_into().ok()?))
}

/// A key as its file has it.
fn written(key: &Key) -> Outcome<Zeroizing<Vec<u8>>> {
    if key.bytes.len() > MAX_KEY {
        return Err(PSA_ERROR_NOT_SUPPORTED);
    }
    let length_of = |length: usize| u32::try_from(length).map_err(|_| PSA_ERROR_NOT_SUPPORTED);
    let (attributes, policy) = (&key.attributes, &key.attributes.policy);
    let mut out = Zeroizing::new(Vec::with_capacity(HEADER + key.bytes.len()));
    out.extend(FILE_MAGIC);
    out.extend(length_of(HEADER - 16 + key.bytes.len())?.to_le_bytes());
    out.extend([0; 4]);
    out.extend(KEY_MAGIC);
    out.extend([0; 4]);
    out.extend(attributes.lifetime.to_le_bytes());
    out.extend(attributes.type_.to_le_bytes());
    out.extend(attributes.bits.to_le_bytes());
    for number in [policy.usage, policy.alg, policy.alg2, length_of(key.bytes.len())?] {
        out.extend(number.to_le_bytes());
    }
    out.extend(key.bytes.iter());
    Ok(out)
}

/// Writes a key, whole or not at all. ALREADY_EXISTS if its number is taken; STORAGE_FAILURE.
pub(super) fn save(key: &Key) -> Outcome<()> {
    save_as(&path(key.attributes.id), &written(key)?)
}

/// [`save`] of a key that is written.
fn save_as(place: &Path, text: &[u8]) -> Outcome<()> {
    if place.exists() {
        return Err(PSA_ERROR_ALREADY_EXISTS);
    }
    let aside = place.with_extension(format!("{}.tmp", std::process::id()));
    // A process with our number may have ended while it wrote: in a container, numbers are the same each time.
    let _ = fs::remove_file(&aside);
    let saved = fill(&aside, text).and_then(|()| fs::rename(&aside, place));
    saved.map_err(|_| {
        // What is left of a file that could not be written is of no use to anybody.
        let _ = fs::remove_file(&aside);
        PSA_ERROR_STORAGE_FAILURE
    })
}

/// A new file that its owner alone may read, on the disk when this returns.
fn fill(place: &Path, text: &[u8]) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file = options.write(true).create_new(true).mode(0o600).open(place)?;
    file.write_all(text)?;
    file.sync_all()
}

/// Removes the file of a key. DOES_NOT_EXIST if there is none; STORAGE_FAILURE.
pub(super) fn erase(id: psa_key_id_t) -> Outcome<()> {
    if !may_be(id) {
        return Err(PSA_ERROR_DOES_NOT_EXIST);
    }
    fs::remove_file(path(id)).map_err(|error| of_reading(&error))
}

#[cfg(test)]
mod tests {
    use super::super::values::{PSA_ALG_GCM, PSA_KEY_TYPE_AES, PSA_KEY_USAGE_ENCRYPT};
    use super::*;

    /// A key of AES as a file has it.
    fn sample() -> Zeroizing<Vec<u8>> {
        let attributes = psa_key_attributes_t {
            type_: PSA_KEY_TYPE_AES,
            bits: 128,
            lifetime: 1,
            policy: psa_key_policy_t {
                usage: PSA_KEY_USAGE_ENCRYPT,
                alg: PSA_ALG_GCM,
                alg2: 0,
            },
            id: 7,
        };
        written(&Key::new(attributes, Zeroizing::new(vec![9; 16]))).unwrap_or_default()
    }

    #[test]
    fn a_file_is_read_as_it_was_written() {
        let file = sample();
        assert_eq!(file.len(), HEADER + 16);
        let Ok(key) = parse(7, &file) else { panic!("not read") };
        assert_eq!((key.attributes.id, key.attributes.bits), (7, 128));
        assert_eq!(key.bytes[..], [9; 16]);
        assert_eq!(path(0x1234), Path::new("0000000000001234.psa_its"));
    }

    #[test]
    fn a_file_with_anything_wrong_is_no_key() {
        let file = sample();
        for length in 0..file.len() {
            assert!(parse(7, &file[..length]).is_err(), "{length}");
        }
        // Magics, lengths, version, type and bits; other values of the policy are other policies.
        for at in (0..12).chain(16..28).chain([32, 33, 34, 35]).chain(48..52) {
            let mut wrong = file.clone();
            wrong[at] ^= 0x40;
            assert!(parse(7, &wrong).is_err(), "{at}");
        }
        assert_eq!(load(0x4000_0000).err(), Some(PSA_ERROR_DOES_NOT_EXIST));
    }
    /// An empty folder of this test's own.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("stored-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn what_an_earlier_process_left_is_in_nobodys_way() {
        let folder = folder("left");
        let place = folder.join("0000000000000007.psa_its");
        let aside = folder.join(format!("0000000000000007.{}.tmp", std::process::id()));
        fs::write(&aside, b"half").unwrap();
        assert_eq!(save_as(&place, &sample()), Ok(()));
        assert!(!aside.exists());
        assert_eq!(contents(&place).unwrap(), sample());
        assert_eq!(save_as(&place, b"another"), Err(PSA_ERROR_ALREADY_EXISTS));
        assert_eq!(contents(&place).unwrap(), sample());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_is_no_file_is_no_key_and_not_waited_for() {
        let folder = folder("none");
        assert_eq!(contents(&folder).err(), Some(PSA_ERROR_DATA_CORRUPT));
        assert_eq!(contents(&folder.join("none")).err(), Some(PSA_ERROR_DOES_NOT_EXIST));
        let pipe = folder.join("pipe");
        let name = std::ffi::CString::new(pipe.to_str().unwrap()).unwrap();
        // SAFETY: a string that C can read.
        assert_eq!(unsafe { libc::mkfifo(name.as_ptr(), 0o600) }, 0);
        assert_eq!(contents(&pipe).unwrap().len(), 0);
        fs::remove_dir_all(folder).unwrap();
    }
}

//! What came with the peer's certificates, as bytes.

use std::sync::Arc;

use crate::tls::config::Attached;
use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, Encoder};

/// How many bytes [`save`] writes.
pub(super) fn saved_len(attached: &[Attached]) -> usize {
    let part = |part: &Option<Arc<[u8]>>| part.as_ref().map_or(0, |bytes| bytes.len());
    attached
        .iter()
        .map(|one| part(&one.ocsp_response) + part(&one.scts) + 6)
        .sum()
}

/// Writes each one's two parts.
pub(super) fn save(attached: &[Attached], out: &mut Encoder<'_>) -> Result<(), Error> {
    attached.iter().try_for_each(|one| {
        out.opaque24(one.ocsp_response.as_deref().unwrap_or_default())?;
        out.opaque24(one.scts.as_deref().unwrap_or_default())
    })
}

/// Reads what [`save`] wrote, to the end.
pub(super) fn load(list: &mut Decoder<'_>) -> Result<Vec<Attached>, Error> {
    let mut attached = Vec::new();
    while !list.is_empty() {
        let mut part = || Ok::<_, Error>(Some(list.vec24()?).filter(|part| !part.is_empty()).map(Arc::from));
        attached.push(Attached {
            ocsp_response: part()?,
            scts: part()?,
        });
    }
    Ok(attached)
}

//! Signatures of presigned URLs: HMAC-SHA256 over the parameters that the request must have.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use crate::hex::hex;
use crate::secret::Key;

/// Unix seconds.
pub(crate) const EXPIRES: &str = "X-Amz-Expires";
pub(crate) const SIGNATURE: &str = "X-Amz-Signature";

pub(crate) fn sign(key: Key, path: &str, expires: &str, one: &str, other: &str) -> String {
    // HMAC accepts keys of any length.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&key.0) else {
        return String::new();
    };
    for piece in [path, expires, one, other] {
        mac.update(piece.as_bytes());
        mac.update(b"\n");
    }
    hex(&mac.finalize().into_bytes())
}

//! The two signatures of a delivery.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use crate::hex::hex;

/// Returns the signature of Standard Webhooks: `v1,` and base64, keyed with the decoded secret.
pub(super) fn standard(secret: &str, id: &str, timestamp: i64, body: &str) -> String {
    let encoded = secret.strip_prefix("whsec_").unwrap_or(secret);
    let key = STANDARD.decode(encoded).unwrap_or_default();
    format!(
        "v1,{}",
        STANDARD.encode(hmac(&key, &format!("{id}.{timestamp}.{body}")))
    )
}

/// Returns the older signature: hexadecimal, keyed with the bytes of the encoded secret.
pub(super) fn legacy(secret: &str, timestamp: i64, body: &str) -> String {
    hex(&hmac(secret.as_bytes(), &format!("{timestamp}.{body}")))
}

fn hmac(key: &[u8], content: &str) -> Vec<u8> {
    // HMAC accepts keys of any length.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
        return Vec::new();
    };
    mac.update(content.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

use super::WebhookError;
use base64::{Engine as _, prelude::BASE64_STANDARD};
use http::HeaderMap;
use std::time::{Duration, SystemTime};
use subtle::{Choice, ConstantTimeEq as _};

pub(super) const ID: &str = "webhook-id";
pub(super) const TIMESTAMP: &str = "webhook-timestamp";
pub(super) const SIGNATURE: &str = "webhook-signature";
pub(super) const LEGACY_TIMESTAMP: &str = "x-webhook-timestamp";
pub(super) const LEGACY_SIGNATURE: &str = "x-webhook-signature";

/// An HMAC-SHA256 tag.
pub(super) type Tag = [u8; 32];

/// The kind of a signature. Linq sends both kinds with every delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignatureKind {
    /// Standard Webhooks: `webhook-id`, `webhook-timestamp`, `webhook-signature`.
    Standard,
    /// Linq's legacy scheme: `X-Webhook-Timestamp`, `X-Webhook-Signature`.
    Legacy,
}

/// The signature scheme, with the signed content besides the timestamp and the body.
#[derive(Clone, Copy)]
pub(super) enum Scheme<'a> {
    Standard { id: &'a str },
    Legacy,
}

/// The unverified signature headers of a delivery.
pub(super) struct SignatureHeaders<'a> {
    pub(super) scheme: Scheme<'a>,
    pub(super) timestamp: &'a str,
    pub(super) sent_at: SystemTime,
    signatures: Vec<Tag>,
}

impl<'a> SignatureHeaders<'a> {
    pub(super) fn standard(headers: &'a HeaderMap) -> Result<Self, WebhookError> {
        let signatures = values(headers, SIGNATURE)?;
        let id = value(headers, ID)?;
        let timestamp = value(headers, TIMESTAMP)?;
        Ok(Self {
            scheme: Scheme::Standard { id },
            timestamp,
            sent_at: unix_timestamp(TIMESTAMP, timestamp)?,
            signatures: signatures
                .iter()
                .flat_map(|list| list.split(' '))
                .filter_map(standard_tag)
                .collect(),
        })
    }

    pub(super) fn legacy(headers: &'a HeaderMap) -> Result<Self, WebhookError> {
        let signatures = values(headers, LEGACY_SIGNATURE)?;
        let timestamp = value(headers, LEGACY_TIMESTAMP)?;
        Ok(Self {
            scheme: Scheme::Legacy,
            timestamp,
            sent_at: unix_timestamp(LEGACY_TIMESTAMP, timestamp)?,
            signatures: signatures
                .iter()
                .flat_map(|list| list.split([' ', ',']))
                .filter_map(legacy_tag)
                .collect(),
        })
    }

    /// Returns whether there is a well-formed signature.
    pub(super) fn has_signature(&self) -> bool {
        !self.signatures.is_empty()
    }

    /// Returns whether one of the signatures is `tag`, in constant time: compares with all of them.
    pub(super) fn contains(&self, tag: &Tag) -> bool {
        self.signatures
            .iter()
            .fold(Choice::from(0), |found, signature| {
                found | signature.ct_eq(tag)
            })
            .into()
    }
}

/// Returns whether the delivery has any header of the Standard kind.
pub(super) fn has_standard(headers: &HeaderMap) -> bool {
    [ID, TIMESTAMP, SIGNATURE]
        .iter()
        .any(|name| headers.contains_key(*name))
}

/// Returns whether the delivery has any header of the legacy kind.
pub(super) fn has_legacy(headers: &HeaderMap) -> bool {
    [LEGACY_TIMESTAMP, LEGACY_SIGNATURE]
        .iter()
        .any(|name| headers.contains_key(*name))
}

/// Returns the values of a header that may be repeated.
fn values<'a>(headers: &'a HeaderMap, name: &'static str) -> Result<Vec<&'a str>, WebhookError> {
    let values: Vec<_> = headers
        .get_all(name)
        .iter()
        .map(|value| {
            value.to_str().map_err(|_| WebhookError::InvalidHeader {
                name,
                problem: "is not ASCII",
            })
        })
        .collect::<Result<_, _>>()?;
    match values.iter().all(|value| value.is_empty()) {
        true if values.is_empty() => Err(WebhookError::MissingHeader(name)),
        true => Err(WebhookError::InvalidHeader {
            name,
            problem: "is empty",
        }),
        false => Ok(values),
    }
}

/// Returns the value of a header. If it is repeated, all values must be equal.
fn value<'a>(headers: &'a HeaderMap, name: &'static str) -> Result<&'a str, WebhookError> {
    match values(headers, name)?.as_slice() {
        [first, rest @ ..] if rest.iter().all(|other| other == first) => Ok(first),
        _ => Err(WebhookError::InvalidHeader {
            name,
            problem: "is repeated with different values",
        }),
    }
}

fn unix_timestamp(name: &'static str, unix_seconds: &str) -> Result<SystemTime, WebhookError> {
    let parsed = unix_seconds.parse::<i64>().ok().and_then(|seconds| {
        let distance = Duration::from_secs(seconds.unsigned_abs());
        if seconds < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(distance)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(distance)
        }
    });
    parsed.ok_or(WebhookError::InvalidHeader {
        name,
        problem: "is not a Unix timestamp in seconds",
    })
}

/// Parses a Standard signature. Tokens of other versions and malformed tokens are skipped.
fn standard_tag(token: &str) -> Option<Tag> {
    // Proxies that join repeated headers add a comma.
    let encoded = token.trim_end_matches(',').strip_prefix("v1,")?;
    BASE64_STANDARD.decode(encoded).ok()?.try_into().ok()
}

fn legacy_tag(token: &str) -> Option<Tag> {
    const PREFIX: &str = "sha256=";
    let encoded = match token.split_at_checked(PREFIX.len()) {
        Some((prefix, rest)) if prefix.eq_ignore_ascii_case(PREFIX) => rest,
        _ => token,
    };
    let mut tag = Tag::default();
    hex::decode_to_slice(encoded, &mut tag).ok().map(|()| tag)
}

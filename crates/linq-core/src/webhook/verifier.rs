use super::{
    Event, SignatureKind, WebhookError, WebhookSecret,
    signature::{ID, Scheme, SignatureHeaders, has_legacy, has_standard},
};
use crate::id::EventId;
use bytes::Bytes;
use http::HeaderMap;
use std::{
    fmt,
    sync::Arc,
    time::{Duration, SystemTime},
};

/// Verifies that webhook deliveries were signed by Linq.
///
/// If a delivery has any header of the Standard Webhooks signature, that signature decides; Linq's legacy
/// signature is checked only without these headers, or if no secret supports the Standard kind. So an invalid
/// signature cannot be bypassed by adding one of the other kind.
///
/// See <https://docs.linqapp.com/channel/imessage/guides/webhooks#verifying-webhook-signatures>.
#[derive(Clone)]
pub struct Verifier {
    secrets: Vec<WebhookSecret>,
    tolerance: Duration,
}

impl Verifier {
    /// Default [`tolerance`](Self::tolerance): 5 minutes.
    pub const DEFAULT_TOLERANCE: Duration = Duration::from_secs(5 * 60);

    /// Creates a verifier for deliveries signed with `secret`.
    #[must_use]
    pub fn new(secret: WebhookSecret) -> Self {
        Self {
            secrets: vec![secret],
            tolerance: Self::DEFAULT_TOLERANCE,
        }
    }

    /// Accepts deliveries signed with `secret` too: that of another subscription, or the new one during a
    /// secret rotation.
    ///
    /// Linq's secrets are base64. One that is not base64 can verify legacy signatures only, which are ignored
    /// if another secret is base64, since every delivery of Linq has a Standard signature too. Such a secret needs
    /// a verifier of its own.
    #[must_use]
    pub fn with_secret(mut self, secret: WebhookSecret) -> Self {
        self.secrets.push(secret);
        self
    }

    /// Sets the maximum difference between the timestamp of a delivery and the current time, in either direction.
    /// The default is 5 minutes. A longer tolerance allows replays for a longer time.
    #[must_use]
    pub fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Verifies the signature of a delivery. `body` is the raw body: JSON that was parsed and serialized again does
    /// not match the signature.
    ///
    /// # Errors
    ///
    /// Every [`WebhookError`] except [`Malformed`](WebhookError::Malformed).
    pub fn verify_signature(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: SystemTime,
    ) -> Result<Verified, WebhookError> {
        let signed = self.signature_headers(headers)?;
        let secret_index = self
            .matching_secret(&signed, body)
            .ok_or_else(|| self.mismatch())?;
        self.check_age(signed.sent_at, now)?;
        let (kind, id) = match signed.scheme {
            Scheme::Standard { id } => (SignatureKind::Standard, Some(id.to_owned())),
            Scheme::Legacy => (SignatureKind::Legacy, None),
        };
        Ok(Verified {
            kind,
            id,
            sent_at: signed.sent_at,
            secret_index,
            secret_label: self.secrets[secret_index].label.clone(),
        })
    }

    /// Checks the signature headers before the body is received: that they are present and well formed, and that the
    /// timestamp is within the tolerance. This does not verify the signature, but lets a server reject a request
    /// without reading its body.
    ///
    /// # Errors
    ///
    /// Every [`WebhookError`] except [`Malformed`](WebhookError::Malformed).
    pub fn check_headers(&self, headers: &HeaderMap, now: SystemTime) -> Result<(), WebhookError> {
        let signed = self.signature_headers(headers)?;
        if !signed.has_signature() {
            return Err(self.mismatch());
        }
        self.check_age(signed.sent_at, now)
    }

    /// Verifies a delivery and decodes its event.
    ///
    /// If the body has no `event_id`, the `webhook-id` header is used. Values of the payload that do not match the
    /// schema are skipped: see [`Event::warnings`].
    ///
    /// # Errors
    ///
    /// The same as [`verify_signature`](Self::verify_signature), and [`Malformed`](WebhookError::Malformed) if the body
    /// is not a JSON object, or lacks `event_type`.
    pub fn verify(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: SystemTime,
    ) -> Result<Event, WebhookError> {
        self.verify_bytes(headers, &Bytes::copy_from_slice(body), now)
    }

    /// Verifies a delivery and decodes its event like [`verify`](Self::verify), without copying the body.
    ///
    /// # Errors
    ///
    /// The same as [`verify`](Self::verify).
    pub fn verify_bytes(
        &self,
        headers: &HeaderMap,
        body: &Bytes,
        now: SystemTime,
    ) -> Result<Event, WebhookError> {
        let verified = self.verify_signature(headers, body, now)?;
        let event = Event::read(body, verified.delivery_id(headers))?;
        Ok(event.signed_with(&verified))
    }

    fn signature_headers<'a>(
        &self,
        headers: &'a HeaderMap,
    ) -> Result<SignatureHeaders<'a>, WebhookError> {
        let can_check_standard = self.secrets.iter().any(WebhookSecret::is_base64);
        if can_check_standard && (has_standard(headers) || !has_legacy(headers)) {
            SignatureHeaders::standard(headers)
        } else if has_standard(headers) {
            SignatureHeaders::legacy(headers).map_err(|_| WebhookError::SecretNotBase64)
        } else {
            SignatureHeaders::legacy(headers)
        }
    }

    fn mismatch(&self) -> WebhookError {
        if self.secrets.iter().all(WebhookSecret::is_base64) {
            WebhookError::SignatureMismatch
        } else {
            WebhookError::SecretNotBase64
        }
    }

    /// Returns the index of the secret of one of the signatures. All secrets are tried, even after a match.
    fn matching_secret(&self, signed: &SignatureHeaders<'_>, body: &[u8]) -> Option<usize> {
        let mut found = None;
        for (index, secret) in self.secrets.iter().enumerate() {
            if secret
                .tag(signed.scheme, signed.timestamp, body)
                .is_some_and(|tag| signed.contains(&tag))
            {
                found = found.or(Some(index));
            }
        }
        found
    }

    fn check_age(&self, sent_at: SystemTime, now: SystemTime) -> Result<(), WebhookError> {
        let tolerance = self.tolerance;
        match now.duration_since(sent_at) {
            Ok(by) if by > tolerance => Err(WebhookError::TimestampTooOld { by, tolerance }),
            Err(ahead) if ahead.duration() > tolerance => Err(WebhookError::TimestampInFuture {
                by: ahead.duration(),
                tolerance,
            }),
            Ok(_) | Err(_) => Ok(()),
        }
    }
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier")
            .field("secrets", &self.secrets.len())
            .field("tolerance", &self.tolerance)
            .finish()
    }
}

/// The result of verifying a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verified {
    /// Kind of the signature.
    pub kind: SignatureKind,
    /// Value of `webhook-id`; absent for the legacy kind.
    pub id: Option<String>,
    /// Time at which the delivery was signed.
    pub sent_at: SystemTime,
    /// Index of the secret that the delivery was signed with: 0 for that of [`Verifier::new`], then in the order of
    /// [`Verifier::with_secret`]. After a secret rotation, remove the old secret once it is not used any more.
    pub secret_index: usize,
    /// Label of that secret, by [`WebhookSecret::label`].
    pub secret_label: Option<Arc<str>>,
}

impl Verified {
    /// Returns the identifier of the delivery, for an event that has none. With a legacy signature, it is not signed.
    #[must_use]
    pub fn delivery_id(&self, headers: &HeaderMap) -> Option<EventId> {
        let unsigned = || headers.get(ID)?.to_str().ok();
        self.id.as_deref().or_else(unsigned).map(EventId::from)
    }
}

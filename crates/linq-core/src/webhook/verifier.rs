use super::{
    Event, SignatureKind, WebhookError, WebhookSecret,
    signature::{Claim, ID, Scheme, has_legacy, has_standard},
};
use crate::id::EventId;
use bytes::Bytes;
use http::HeaderMap;
use std::{
    fmt,
    time::{Duration, SystemTime},
};

/// Tells deliveries that Linq signed from all others.
///
/// The Standard Webhooks signature decides whenever any of its headers is there; Linq's legacy
/// signature is looked at only without them, or when no secret can check the Standard kind. So
/// nobody gets past a signature that fails by adding one of the other kind.
///
/// See <https://docs.linqapp.com/channel/imessage/guides/webhooks#verifying-webhook-signatures>.
#[derive(Clone)]
pub struct Verifier {
    secrets: Vec<WebhookSecret>,
    tolerance: Duration,
}

impl Verifier {
    /// How far a timestamp may be off, either way, unless [`tolerance`](Self::tolerance) says otherwise.
    pub const DEFAULT_TOLERANCE: Duration = Duration::from_secs(5 * 60);

    /// Accepts what was signed with `secret`.
    #[must_use]
    pub fn new(secret: WebhookSecret) -> Self {
        Self {
            secrets: vec![secret],
            tolerance: Self::DEFAULT_TOLERANCE,
        }
    }

    /// Accepts what was signed with `secret` too: another subscription's, or the new one while a
    /// secret is being replaced.
    ///
    /// Linq's own secrets are base64. One that is not can check legacy signatures only, and those count
    /// for nothing beside a secret that is base64: every delivery of Linq's has a Standard signature
    /// too, which then decides. It needs a verifier of its own.
    #[must_use]
    pub fn with_secret(mut self, secret: WebhookSecret) -> Self {
        self.secrets.push(secret);
        self
    }

    /// Sets how far a timestamp may be off, either way. A longer time lets a recorded delivery be
    /// played back for longer.
    #[must_use]
    pub fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Checks a delivery. `body` is its bytes as they came: JSON that was read and written again has
    /// another signature.
    ///
    /// Fails with every [`WebhookError`] except [`Malformed`](WebhookError::Malformed).
    pub fn verify(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: SystemTime,
    ) -> Result<Verified, WebhookError> {
        let claim = self.claim(headers)?;
        let secret_index = self.matching(&claim, body).ok_or_else(|| self.mismatch())?;
        self.check_age(claim.sent_at, now)?;
        let (kind, id) = match claim.scheme {
            Scheme::Standard { id } => (SignatureKind::Standard, Some(id.to_owned())),
            Scheme::Legacy => (SignatureKind::Legacy, None),
        };
        Ok(Verified {
            kind,
            id,
            sent_at: claim.sent_at,
            secret_index,
        })
    }

    /// Checks what can be known before the body has come: that the signature's headers are there, that they are well formed,
    /// and that the timestamp is within the tolerance. Nothing is proven by it; a server that asks first reads no body
    /// for a sender who does not even pretend.
    ///
    /// # Errors
    ///
    /// Every [`WebhookError`] except [`Malformed`](WebhookError::Malformed).
    pub fn check_headers(&self, headers: &HeaderMap, now: SystemTime) -> Result<(), WebhookError> {
        let claim = self.claim(headers)?;
        if !claim.has_signature() {
            return Err(self.mismatch());
        }
        self.check_age(claim.sent_at, now)
    }

    /// Checks a delivery and reads its event.
    ///
    /// A body without an `event_id` takes it from the header `webhook-id`. A value of the payload that does not fit costs
    /// only itself, see [`Event::warnings`].
    ///
    /// # Errors
    ///
    /// As [`verify`](Self::verify), and [`Malformed`](WebhookError::Malformed) if the body is not a JSON object, or lacks
    /// `event_type`.
    pub fn unwrap(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: SystemTime,
    ) -> Result<Event, WebhookError> {
        self.unwrap_bytes(headers, &Bytes::copy_from_slice(body), now)
    }

    /// Checks a delivery and reads its event as [`unwrap`](Self::unwrap) does, without a copy of its body.
    ///
    /// # Errors
    ///
    /// As [`unwrap`](Self::unwrap).
    pub fn unwrap_bytes(
        &self,
        headers: &HeaderMap,
        body: &Bytes,
        now: SystemTime,
    ) -> Result<Event, WebhookError> {
        let verified = self.verify(headers, body, now)?;
        Event::read(body, verified.delivery_id(headers))
    }

    fn claim<'a>(&self, headers: &'a HeaderMap) -> Result<Claim<'a>, WebhookError> {
        let can_check_standard = self.secrets.iter().any(WebhookSecret::is_base64);
        if can_check_standard && (has_standard(headers) || !has_legacy(headers)) {
            Claim::standard(headers)
        } else if has_standard(headers) {
            Claim::legacy(headers).map_err(|_| WebhookError::SecretNotBase64)
        } else {
            Claim::legacy(headers)
        }
    }

    fn mismatch(&self) -> WebhookError {
        if self.secrets.iter().all(WebhookSecret::is_base64) {
            WebhookError::NoMatch
        } else {
            WebhookError::SecretNotBase64
        }
    }

    /// Which secret made one of the signatures. Every secret is tried, however early one matches.
    fn matching(&self, claim: &Claim<'_>, body: &[u8]) -> Option<usize> {
        let mut found = None;
        for (index, secret) in self.secrets.iter().enumerate() {
            if secret
                .tag(claim.scheme, claim.timestamp, body)
                .is_some_and(|tag| claim.presents(&tag))
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

/// What a signature vouches for, besides the body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verified {
    /// The kind of signature that was checked.
    pub kind: SignatureKind,
    /// `webhook-id`; the legacy kind has none.
    pub id: Option<String>,
    /// When the delivery was signed.
    pub sent_at: SystemTime,
    /// Which secret it was signed with: 0 for that of [`Verifier::new`], then in the order of
    /// [`Verifier::also`]. Once the old one no longer appears, it can go.
    pub secret_index: usize,
}

impl Verified {
    /// Returns the identifier of the delivery, for an event that lacks one. Of a legacy signature, it is not signed.
    #[must_use]
    pub fn delivery_id(&self, headers: &HeaderMap) -> Option<EventId> {
        let unsigned = || headers.get(ID)?.to_str().ok();
        self.id.as_deref().or_else(unsigned).map(EventId::from)
    }
}

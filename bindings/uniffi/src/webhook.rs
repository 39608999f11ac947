use crate::{
    DecodeWarning, LinqError,
    wire::{Header, header_map, headers},
};
use linq_core::{
    error::InvalidArgument,
    webhook::{Event, EventData, MessageEvent, Verifier, WebhookSecret},
};
use std::{
    fmt,
    sync::Arc,
    time::{Duration, SystemTime},
};

/// Verifies the signatures of webhook deliveries.
#[derive(Debug, uniffi::Object)]
pub struct WebhookReceiver {
    verifier: Verifier,
}

/// An event whose signature is valid.
#[derive(Clone, uniffi::Record)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent properties of the event"
)]
pub struct VerifiedEvent {
    /// Identifier of the event, the same in every delivery.
    pub event_id: String,
    /// Type of the event, such as `message.received`.
    pub event_type: String,
    /// Time of creation.
    pub created_at: Option<SystemTime>,
    /// Trace identifier of the request that caused the event.
    pub trace_id: Option<String>,
    /// Identifier of the account.
    pub partner_id: Option<String>,
    /// Version of the API, such as `v3`.
    pub api_version: Option<String>,
    /// Version of the payload, such as `2026-02-03`.
    pub webhook_version: Option<String>,
    /// The whole event as raw JSON.
    pub json: String,
    /// The payload without the values that do not match the schema, with documented field names; `None` if the payload
    /// in [`json`](Self::json) is as documented.
    pub payload: Option<String>,
    /// The message as JSON, the same for both versions of the payload; only for `message.sent`, `.received`, `.read`
    /// and `.delivered`.
    pub message: Option<String>,
    /// Identifier of the event's chat.
    pub chat_id: Option<String>,
    /// True if the event is a message from a recipient; false if the payload does not say.
    pub is_inbound: bool,
    /// True if an automatic reply is appropriate: the event is an inbound message, delivered live, that is not an
    /// opt-out.
    pub may_auto_reply: bool,
    /// True if the type of event is known to this version, and the payload is an object.
    pub is_known: bool,
    /// The reason why the payload of a known type could not be decoded.
    pub problem: Option<String>,
    /// The values of the payload that were skipped because they do not match the schema.
    pub warnings: Vec<DecodeWarning>,
    /// True if the payload is a message in version `2025-01-01`.
    pub is_legacy: bool,
    /// Index of the secret that the delivery was signed with.
    pub secret_index: u32,
}

#[uniffi::export]
impl WebhookReceiver {
    /// Creates a receiver of deliveries that are signed with any of these secrets. `tolerance` is the maximum
    /// difference between a delivery's timestamp and the clock, 5 minutes by default.
    ///
    /// # Errors
    ///
    /// `InvalidArgument` if there is no secret, or one is invalid.
    #[uniffi::constructor(default(tolerance = None))]
    pub fn new(secrets: Vec<String>, tolerance: Option<Duration>) -> Result<Arc<Self>, LinqError> {
        let mut verifier: Option<Verifier> = None;
        for (index, secret) in secrets.iter().enumerate() {
            let secret = parse_secret(&format!("secrets[{index}]"), secret)?;
            verifier = Some(match verifier {
                None => Verifier::new(secret),
                Some(verifier) => verifier.with_secret(secret),
            });
        }
        let verifier = verifier
            .ok_or_else(|| InvalidArgument::new("secrets", "must contain at least one secret"))?;
        let verifier = match tolerance {
            Some(tolerance) => verifier.tolerance(tolerance),
            None => verifier,
        };
        Ok(Arc::new(Self { verifier }))
    }

    /// Verifies the signature of a delivery and returns its event. `body` is the raw body, `now` the current time.
    ///
    /// # Errors
    ///
    /// `Webhook`, with the HTTP status to respond with.
    pub fn verify(
        &self,
        headers: Vec<Header>,
        body: Vec<u8>,
        now: SystemTime,
    ) -> Result<VerifiedEvent, LinqError> {
        let event = self.verifier.verify(&header_map(headers), &body, now)?;
        let secret_index = event.secret_index().and_then(|index| index.try_into().ok());
        let message = event
            .message()
            .and_then(|message| serde_json::to_string(&message).ok());
        let (is_known, problem) = match &event.data {
            EventData::Other(other) => (false, other.problem().map(str::to_owned)),
            _ => (true, None),
        };
        let is_as_documented = event.is_as_documented() || !is_known;
        let is_legacy = matches!(
            &event.data,
            EventData::MessageSent(MessageEvent::V2025(_))
                | EventData::MessageReceived(MessageEvent::V2025(_))
                | EventData::MessageRead(MessageEvent::V2025(_))
                | EventData::MessageDelivered(MessageEvent::V2025(_))
        );
        Ok(VerifiedEvent {
            event_id: event.event_id.to_string(),
            event_type: event.event_type.to_string(),
            created_at: event.created_at.map(SystemTime::from),
            trace_id: event.trace_id.clone(),
            partner_id: event.partner_id.clone(),
            api_version: event.api_version.clone(),
            webhook_version: event.webhook_version.clone(),
            json: String::from_utf8_lossy(event.raw()).into_owned(),
            payload: if is_as_documented {
                None
            } else {
                serde_json::to_string(&event.data).ok()
            },
            message,
            chat_id: event.chat_id().map(|id| id.to_string()),
            is_inbound: event.is_inbound(),
            may_auto_reply: event.may_auto_reply(),
            is_known,
            problem,
            warnings: event
                .warnings()
                .iter()
                .cloned()
                .map(DecodeWarning::from)
                .collect(),
            is_legacy,
            secret_index: secret_index.unwrap_or_default(),
        })
    }
}

/// Returns the payload of a verified event as in [`VerifiedEvent::payload`], for a decoder that failed to read the raw
/// one, which may be nested too deeply or contain lone surrogates. `None` if `json` is not an event.
#[must_use]
#[uniffi::export]
pub fn read_payload_tolerantly(event_id: &str, json: String) -> Option<String> {
    let event = Event::parse_unverified_with_id(json, event_id).ok()?;
    serde_json::to_string(&event.data).ok()
}

/// Omits the payload, which contains messages and signed URLs.
impl fmt::Debug for VerifiedEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerifiedEvent")
            .field("event_id", &self.event_id)
            .field("event_type", &self.event_type)
            .field("is_known", &self.is_known)
            .finish_non_exhaustive()
    }
}

/// Returns the headers of a signed delivery of `body`, for tests of a receiver.
///
/// # Errors
///
/// `InvalidArgument` if the secret is invalid.
#[uniffi::export]
pub fn sign_webhook(
    secret: &str,
    id: &str,
    at: SystemTime,
    body: Vec<u8>,
) -> Result<Vec<Header>, LinqError> {
    Ok(headers(
        &parse_secret("secret", secret)?.sign(id, at, &body)?,
    ))
}

fn parse_secret(path: &str, secret: &str) -> Result<WebhookSecret, InvalidArgument> {
    WebhookSecret::new(secret).map_err(|reason| InvalidArgument::new(path, reason.to_string()))
}

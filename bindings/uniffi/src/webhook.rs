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

/// Tells deliveries that Linq signed from all others.
#[derive(Debug, uniffi::Object)]
pub struct WebhookReceiver {
    verifier: Verifier,
}

/// An event that Linq signed.
#[derive(Clone, uniffi::Record)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "they are answers, not states"
)]
pub struct VerifiedEvent {
    /// The same on every delivery of this event.
    pub event_id: String,
    /// What it is about, such as `message.received`.
    pub event_type: String,
    /// When the event was created.
    pub created_at: Option<SystemTime>,
    /// Ties the event to the call that caused it.
    pub trace_id: Option<String>,
    /// The account.
    pub partner_id: Option<String>,
    /// The version of the API, such as `v3`.
    pub api_version: Option<String>,
    /// The version of the payload, such as `2026-02-03`.
    pub webhook_version: Option<String>,
    /// The whole event, raw.
    pub json: String,
    /// The payload without what did not fit, and with the names of the documentation; `None` if it is as documented
    /// in [`json`](Self::json).
    pub payload: Option<String>,
    /// The message in one form for both versions of the payload, JSON; of `message.sent`, `.received`,
    /// `.read` and `.delivered` only.
    pub message: Option<String>,
    /// The chat that the event is about.
    pub chat_id: Option<String>,
    /// Whether this is a message from the other side; false also where the payload does not say.
    pub is_inbound: bool,
    /// Whether an automatic answer is in order: to an inbound message that was delivered live and does not opt out.
    pub may_auto_reply: bool,
    /// Whether this version knows the type of event, and the payload is an object.
    pub is_known: bool,
    /// Why the payload of a known type was not understood.
    pub problem: Option<String>,
    /// The values of the payload that did not fit and were set aside.
    pub warnings: Vec<DecodeWarning>,
    /// Whether the payload is a message in version `2025-01-01`.
    pub is_legacy: bool,
}

#[uniffi::export]
impl WebhookReceiver {
    /// Accepts what was signed with any of these secrets; there has to be one. `tolerance` is how far a
    /// timestamp may be off, 5 minutes unless told otherwise.
    #[uniffi::constructor(default(tolerance = None))]
    pub fn new(secrets: Vec<String>, tolerance: Option<Duration>) -> Result<Arc<Self>, LinqError> {
        let mut verifier: Option<Verifier> = None;
        for (index, secret) in secrets.iter().enumerate() {
            let secret = read_secret(&format!("secrets[{index}]"), secret)?;
            verifier = Some(match verifier {
                None => Verifier::new(secret),
                Some(verifier) => verifier.with_secret(secret),
            });
        }
        let verifier =
            verifier.ok_or_else(|| InvalidArgument::new("secrets", "there has to be one"))?;
        let verifier = match tolerance {
            Some(tolerance) => verifier.tolerance(tolerance),
            None => verifier,
        };
        Ok(Arc::new(Self { verifier }))
    }

    /// Checks a delivery and gives its event. `body` is its bytes as they came, `now` the present time.
    /// Fails with `Webhook`, which says what to answer.
    pub fn unwrap(
        &self,
        headers: Vec<Header>,
        body: Vec<u8>,
        now: SystemTime,
    ) -> Result<VerifiedEvent, LinqError> {
        let event = self.verifier.unwrap(&header_map(headers), &body, now)?;
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
        })
    }
}

/// Returns the payload of a verified event as [`VerifiedEvent::payload`] has it, for a decoder that does not understand
/// the raw one: it may be nested too deeply for it, or hold lone surrogates. `None` if `json` is not an event.
#[must_use]
#[uniffi::export]
pub fn read_payload_again(event_id: &str, json: String) -> Option<String> {
    let event = Event::parse_unverified_with_id(json, event_id).ok()?;
    serde_json::to_string(&event.data).ok()
}

/// Without the payload, which has people's words in it and signed addresses.
impl fmt::Debug for VerifiedEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerifiedEvent")
            .field("event_id", &self.event_id)
            .field("event_type", &self.event_type)
            .field("is_known", &self.is_known)
            .finish_non_exhaustive()
    }
}

/// The headers that Linq would deliver `body` with: for tests of a receiver.
#[uniffi::export]
pub fn sign_webhook(
    secret: &str,
    id: &str,
    at: SystemTime,
    body: Vec<u8>,
) -> Result<Vec<Header>, LinqError> {
    Ok(headers(
        &read_secret("secret", secret)?.sign(id, at, &body)?,
    ))
}

fn read_secret(path: &str, secret: &str) -> Result<WebhookSecret, InvalidArgument> {
    WebhookSecret::new(secret).map_err(|reason| InvalidArgument::new(path, reason.to_string()))
}

//! Calls that are stored before they are sent.

use crate::{
    api::{
        ENDPOINTS, chats::CreateChat, chats::messages::SendMessage, chats::polls::CreatePoll,
        messages::CreateMessage,
    },
    call::{PreparedCall, check_path},
    endpoint::{
        Decoded, Decoder, Endpoint, EndpointInfo, Idempotency, Sealed, read_without_schema,
    },
    error::{DecodeError, InvalidArgument},
    exchange::{CallOptions, Entropy, encode_parts},
    header::extra_header,
    id::{ChatId, MessageId},
    message::IdempotencyKey,
    rate_limit::RateLimitKey,
    response::ApiResponse,
};
use bytes::Bytes;
use http::{HeaderMap, Method};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::value::RawValue;
use std::{collections::BTreeMap, fmt};

/// A call of an operation that takes an idempotency key, validated and encoded, so that it can be stored before it is
/// sent, and sent again by another process: always under the same key, byte for byte.
///
/// It is created by [`PreparedCall::into_stored`], serialized with serde, and sent as any [`Endpoint`], by
/// [`PreparedCall::new`] and [`Transport::call`](crate::Transport::call). Serialized, it contains the message with its
/// recipients, and the headers that were set for the call, but neither the API key nor the headers of the client.
///
/// ```
/// use linq_core::{Client, Transport, call::PreparedCall, stored_call::StoredCall, exchange::{CallOptions, Entropy}};
///
/// # let linq = Client::dry_run();
/// let call = linq.messages().create("+15556667777", "Your order has been shipped.");
/// # let entropy = Entropy::new([7; Entropy::LEN]);
/// let stored = call.idempotency_key("order-1042-shipped").into_prepared().into_stored(entropy)?;
/// let row = serde_json::to_string(&stored)?;
///
/// // … and after a crash:
/// let stored: StoredCall = serde_json::from_str(&row)?;
/// let request = linq.transport().call(PreparedCall::new(stored, CallOptions::default()))?;
/// assert_eq!(request.uri().path(), "/api/partner/v3/messages");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Serialize, Deserialize)]
pub struct StoredCall {
    #[serde(
        rename = "operation",
        serialize_with = "serialize_name",
        deserialize_with = "deserialize_name"
    )]
    info: &'static EndpointInfo,
    #[serde(deserialize_with = "deserialize_path")]
    path: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    query: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    headers: BTreeMap<String, String>,
    body: Box<RawValue>,
    // Always present; optional because encoding takes it out and puts it back.
    #[serde(deserialize_with = "deserialize_key")]
    idempotency_key: Option<IdempotencyKey>,
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "deserialize_known"
    )]
    rate_limit_keys: Vec<RateLimitKey>,
}

/// The result of a [`StoredCall`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Receipt {
    /// Identifier of the message or poll; `None` for a payment, and if the response lacks it.
    pub message_id: Option<MessageId>,
    /// Identifier of the chat; `None` for a payment, and if the response lacks it.
    pub chat_id: Option<ChatId>,
    /// The response, with its raw body.
    pub response: ApiResponse<()>,
}

impl<E: Endpoint> PreparedCall<E> {
    /// Validates and encodes the call, to be stored. Without an idempotency key of its own, it gets one from `entropy`,
    /// which must not be reused for another call.
    ///
    /// # Errors
    ///
    /// The first argument that is not valid; `operation` if it takes no idempotency key; `timeout`, `max_retries` or
    /// `deadline` if the call has one, since these belong to the process that sends it.
    pub fn into_stored(self, entropy: Entropy) -> Result<StoredCall, InvalidArgument> {
        let Self { endpoint, options } = self;
        let mut endpoint = endpoint?;
        reject_options_of_the_sender(&options)?;
        let (name, mut rate_limit_keys) = (endpoint.info().name, endpoint.rate_limit_keys());
        let not_keyed = || InvalidArgument::new("operation", "does not take an idempotency key");
        if endpoint.idempotency_key().is_none() {
            return Err(not_keyed());
        }
        let info = info_of(name).ok_or_else(not_keyed)?;
        if let Some(line) = &options.rate_limit_line {
            for key in &mut rate_limit_keys {
                key.name_line(line);
            }
        }
        let parts = encode_parts(endpoint, &options, entropy)?;
        let key_was_replaced =
            || InvalidArgument::new("body_field", "replaces the idempotency key");
        let body = parts.body.as_deref().unwrap_or_default();
        Ok(StoredCall {
            info,
            path: parts.path,
            query: parts.query.to_string(),
            headers: (parts.headers.iter())
                .map(|(name, value)| {
                    // Only visible ASCII is accepted.
                    (
                        name.to_string(),
                        value.to_str().unwrap_or_default().to_owned(),
                    )
                })
                .collect(),
            body: serde_json::from_slice(body)
                .map_err(|_| InvalidArgument::new("body", "must be JSON"))?,
            idempotency_key: Some(parts.idempotency_key.ok_or_else(key_was_replaced)?),
            rate_limit_keys,
        })
    }
}

fn reject_options_of_the_sender(options: &CallOptions) -> Result<(), InvalidArgument> {
    let given = [
        ("timeout", options.timeout.is_some()),
        ("max_retries", options.max_retries.is_some()),
        ("deadline", options.deadline.is_some()),
    ];
    match given.into_iter().find(|(_, is_given)| *is_given) {
        Some((name, _)) => Err(InvalidArgument::new(
            name,
            "must not be set for a stored call, but for the client that sends it",
        )),
        None => Ok(()),
    }
}

impl StoredCall {
    /// Returns the official name of the operation, such as `messages.create`.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.info.name
    }

    /// Returns the idempotency key.
    #[must_use]
    pub fn idempotency_key(&self) -> &str {
        (self.idempotency_key.as_ref()).map_or("", IdempotencyKey::as_str)
    }

    /// Returns the identifier of the chat that the path names; `None` for operations that name recipients.
    #[must_use]
    pub fn chat_id(&self) -> Option<&str> {
        let mut template = self.info.path.split('/').zip(self.path.split('/'));
        let (_, chat_id) = template.find(|(name, _)| *name == "{chat_id}")?;
        Some(chat_id)
    }

    /// Returns the JSON body.
    #[must_use]
    pub fn body(&self) -> &RawValue {
        &self.body
    }

    /// Replaces the JSON body: for parts of a message that are known only after the call was stored, such as the
    /// identifier of an attachment. It must contain the same idempotency key. Once the call has been sent, the body must
    /// not change.
    #[must_use]
    pub fn with_body(mut self, body: Box<RawValue>) -> Self {
        self.body = body;
        self
    }
}

impl Sealed for StoredCall {}

impl Endpoint for StoredCall {
    type Response = Receipt;

    const INFO: &'static EndpointInfo = &EndpointInfo {
        name: "stored",
        method: Method::POST,
        path: "…",
        #[cfg(feature = "schema-docs")]
        doc: "A call that was stored.",
        request: "StoredCall",
        response: "Receipt",
        response_schema: None,
        response_may_be_absent: false,
        #[cfg(feature = "schema-docs")]
        round_trip: |_| Ok(serde_json::Value::Null),
        idempotency: Idempotency::Keyed,
        non_retryable_codes: &[],
        #[cfg(feature = "dynamic")]
        dynamic: crate::endpoint::EndpointFactory::NONE,
        fields: &[],
    };

    fn info(&self) -> &'static EndpointInfo {
        self.info
    }

    fn rate_limit_keys(&self) -> Vec<RateLimitKey> {
        self.rate_limit_keys.clone()
    }

    fn check(&self) -> Result<(), InvalidArgument> {
        Ok(())
    }

    fn path(&self) -> Result<String, InvalidArgument> {
        Ok(self.path.clone())
    }

    fn query(&self) -> String {
        self.query.clone()
    }

    fn headers(&self) -> Result<HeaderMap, InvalidArgument> {
        let headers = self.headers.iter();
        headers
            .map(|(name, value)| extra_header(name, value))
            .collect()
    }

    fn body(&self) -> Result<Option<Bytes>, InvalidArgument> {
        Ok(Some(Bytes::copy_from_slice(self.body.get().as_bytes())))
    }

    fn idempotency_key(&mut self) -> Option<&mut Option<IdempotencyKey>> {
        Some(&mut self.idempotency_key)
    }

    fn decode(response: ApiResponse<()>) -> Result<Decoded<Receipt>, Box<DecodeError>> {
        let decoded = read_without_schema::<de::IgnoredAny>(response.clone())?;
        Ok(decoded.map(|_| Receipt {
            message_id: None,
            chat_id: None,
            response,
        }))
    }

    fn decoder(&self) -> Decoder<Receipt> {
        match self.info.name {
            "chats.create" => decode::<CreateChat>,
            "chats.messages.send" => decode::<SendMessage>,
            "chats.polls.create" => decode::<CreatePoll>,
            "messages.create" => decode::<CreateMessage>,
            _ => Self::decode,
        }
    }
}

/// An operation whose response names the message.
trait SendsMessage: Endpoint {
    fn ids(response: Self::Response) -> (Option<MessageId>, Option<ChatId>);
}

impl SendsMessage for CreateChat {
    fn ids(response: Self::Response) -> (Option<MessageId>, Option<ChatId>) {
        (response.chat.message.id, Some(response.chat.id))
    }
}

impl SendsMessage for SendMessage {
    fn ids(response: Self::Response) -> (Option<MessageId>, Option<ChatId>) {
        (Some(response.message.id), response.chat_id)
    }
}

impl SendsMessage for CreateMessage {
    fn ids(response: Self::Response) -> (Option<MessageId>, Option<ChatId>) {
        (Some(response.message.id), response.chat_id)
    }
}

impl SendsMessage for CreatePoll {
    fn ids(response: Self::Response) -> (Option<MessageId>, Option<ChatId>) {
        (Some(response.message_id), response.chat_id)
    }
}

fn decode<E: SendsMessage>(
    response: ApiResponse<()>,
) -> Result<Decoded<Receipt>, Box<DecodeError>> {
    let decoded = E::decode(response.clone())?;
    Ok(decoded.map(|value| {
        let (message_id, chat_id) = E::ids(value);
        Receipt {
            message_id,
            chat_id,
            response,
        }
    }))
}

fn info_of(name: &str) -> Option<&'static EndpointInfo> {
    let mut infos = ENDPOINTS.iter().copied();
    infos.find(|info| info.name == name && info.idempotency == Idempotency::Keyed)
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde passes a reference
fn serialize_name<S: Serializer>(
    info: &&'static EndpointInfo,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(info.name)
}

fn deserialize_name<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<&'static EndpointInfo, D::Error> {
    let name = String::deserialize(deserializer)?;
    let unknown = || {
        de::Error::custom(format_args!(
            "not an operation with an idempotency key: {name:?}"
        ))
    };
    info_of(&name).ok_or_else(unknown)
}

/// Rejects a path that could send the API key to another host.
fn deserialize_path<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let path = String::deserialize(deserializer)?;
    check_path(&path).map_err(de::Error::custom)?;
    Ok(path)
}

fn deserialize_key<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<IdempotencyKey>, D::Error> {
    IdempotencyKey::deserialize(deserializer).map(Some)
}

/// Skips limits that this version does not know.
fn deserialize_known<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<RateLimitKey>, D::Error> {
    let keys = Vec::<serde_json::Value>::deserialize(deserializer)?;
    let known = keys.into_iter().map(serde_json::from_value);
    Ok(known.filter_map(Result::ok).collect())
}

/// Omits what the call sends, and to whom.
impl fmt::Debug for StoredCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredCall")
            .field("operation", &self.info.name)
            .finish_non_exhaustive()
    }
}

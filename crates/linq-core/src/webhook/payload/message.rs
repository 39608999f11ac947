use super::{LegacyMessageEvent, MessageEventData};
use crate::{
    Timestamp,
    endpoint::Decoded,
    error::ErrorCode,
    id::{ChatId, MessageId},
    json::JsonError,
    model::{ChatHandle, HealthStatus, PreferredService, ServiceType},
    schema::{HasSchema, Node, RawNode, Schema},
    webhook::data::read_payload,
};
use serde::Serialize;

/// A message that was sent, received, read or delivered, in the version of the payload requested by the
/// subscription's URL with `?version=`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum MessageEvent {
    /// Version `2026-02-03`.
    V2026(Box<MessageEventData>),
    /// Version `2025-01-01`.
    V2025(Box<LegacyMessageEvent>),
}

impl MessageEvent {
    /// Decodes a payload. Its version is determined by the fields, or by `version` if these are ambiguous.
    pub(in crate::webhook) fn read(
        json: &str,
        version: Option<&str>,
    ) -> Result<Decoded<Self>, JsonError> {
        Ok(if is_legacy(&RawNode::parse(json)?, version) {
            read_payload::<LegacyMessageEvent>(json)?.map(|event| Self::V2025(Box::new(event)))
        } else {
            read_payload::<MessageEventData>(json)?.map(|message| Self::V2026(Box::new(message)))
        })
    }
}

/// Returns whether the payload of a message event has the fields of version `2025-01-01`.
pub fn is_legacy<N: Node>(data: &N, version: Option<&str>) -> bool {
    let has = |names: &[&str]| names.iter().any(|name| data.field(name).is_some());
    match (
        has(&["message", "message_id", "chat_id"]),
        has(&["id", "chat"]),
    ) {
        (true, false) => true,
        (false, true) => false,
        _ => version == Some("2025-01-01"),
    }
}

open_enum! {
    /// Direction of a message.
    pub enum Direction {
        /// Received by you.
        Inbound = "inbound",
        /// Sent by you.
        Outbound = "outbound",
    }
}

model! {
    /// Payload of `message.failed`: a message could not be sent. In rare cases it is delivered nevertheless, and
    /// `message.delivered` follows.
    pub struct MessageFailedData {
        /// Error code: 3007, 4001, 4002, or 4005 to 4008.
        pub code: Option<ErrorCode> | "error.code" = always,
        /// Time at which the failure was detected.
        pub failed_at: Option<Timestamp> = always,
        /// Identifier of the chat.
        pub chat_id: Option<ChatId> | "chat.id",
        /// Kind of failure within `code`, for logs and Linq's support. The numbers are undocumented and may
        /// change.
        pub detail_code: Option<i64>,
        /// Identifier of the message.
        pub message_id: Option<MessageId> | "id",
        /// Requested service.
        pub preferred_service: Option<PreferredService>,
        /// Description of the failure.
        pub reason: Option<String> | "error.message",
        /// Service that sending was attempted over.
        pub service: Option<ServiceType>,
    }

    /// Payload of `message.edited`: a text part of a message was edited. Only for subscriptions of version
    /// `2026-02-03`.
    pub struct MessageEditedData {
        /// Identifier of the message.
        pub id: Option<MessageId> = always,
        /// Chat of the message.
        pub chat: MessageEditedChat = always,
        /// Direction of the message.
        pub direction: Option<Direction> = always,
        /// Time of the edit.
        pub edited_at: Option<Timestamp> = always,
        /// Edited part.
        pub part: MessageEditedPart = always,
        /// Sender, who edited the message.
        pub sender_handle: ChatHandle = always,
        /// True if the line has zero-day retention: the text of your own edits is then empty.
        pub zero_retention: Option<bool>,
    }

    /// The chat of an edited message.
    pub struct MessageEditedChat {
        /// Identifier of the chat.
        pub id: Option<ChatId> = always,
        /// Health of the chat (beta).
        pub health_status: HealthStatus = always,
        /// True if the chat is a group.
        pub is_group: Option<bool> = always,
        /// Your own line.
        pub owner_handle: ChatHandle = always,
    }

    /// The edited part of a message.
    pub struct MessageEditedPart {
        /// Index of the part, counted from 0.
        pub index: Option<u32> = always,
        /// New text.
        pub text: Option<String> = always,
    }
}

/// The schema of the newest version; the other one is [`LegacyMessageEvent`](crate::webhook::LegacyMessageEvent).
impl HasSchema for MessageEvent {
    const SCHEMA: Schema = MessageEventData::SCHEMA;
}

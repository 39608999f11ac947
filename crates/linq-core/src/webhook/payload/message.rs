use super::{LegacyMessageEvent, MessageEventData};
use crate::{
    Timestamp,
    endpoint::Decoded,
    error::ErrorCode,
    id::{ChatId, MessageId},
    json::JsonProblem,
    model::{ChatHandle, HealthStatus, PreferredService, ServiceType},
    schema::{HasSchema, Node, RawNode, Schema},
    webhook::data::read_payload,
};
use serde::Serialize;

/// A message that was sent, received, read or delivered, in the version of the payload that the
/// subscription's URL asked for with `?version=`.
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
    /// Goes by the shape; where that does not tell, by the version.
    pub(in crate::webhook) fn read(
        json: &str,
        version: Option<&str>,
    ) -> Result<Decoded<Self>, JsonProblem> {
        Ok(if is_legacy(&RawNode::parse(json)?, version) {
            read_payload::<LegacyMessageEvent>(json)?.map(|event| Self::V2025(Box::new(event)))
        } else {
            read_payload::<MessageEventData>(json)?.map(|message| Self::V2026(Box::new(message)))
        })
    }
}

/// Returns whether the payload of a message event has the shape of version `2025-01-01`.
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
    /// Which way a message went.
    pub enum Direction {
        /// To you.
        Inbound = "inbound",
        /// From you.
        Outbound = "outbound",
    }
}

model! {
    /// A message could not be sent. Rarely, it is delivered after all, and a `message.delivered`
    /// follows.
    pub struct MessageFailedData {
        /// Why: 3007, 4001, 4002, or 4005 to 4008.
        pub code: Option<ErrorCode> | "error.code" = always,
        /// When that was noticed.
        pub failed_at: Option<Timestamp> = always,
        /// The chat.
        pub chat_id: Option<ChatId> | "chat.id",
        /// The kind of failure within `code`: for logs and Linq's support. The numbers are not
        /// documented and change.
        pub detail_code: Option<i64>,
        /// The message.
        pub message_id: Option<MessageId> | "id",
        /// The service that it was asked to go over.
        pub preferred_service: Option<PreferredService>,
        /// Why, in words.
        pub reason: Option<String> | "error.message",
        /// The service that it was tried on.
        pub service: Option<ServiceType>,
    }

    /// A text part of a message was edited. Only for subscriptions of version `2026-02-03`.
    pub struct MessageEditedData {
        /// The message.
        pub id: Option<MessageId> = always,
        /// The chat that it is in.
        pub chat: MessageEditedChat = always,
        /// Which way the message went.
        pub direction: Option<Direction> = always,
        /// When it was edited.
        pub edited_at: Option<Timestamp> = always,
        /// What was edited.
        pub part: MessageEditedPart = always,
        /// Who sent, and edited, it.
        pub sender_handle: ChatHandle = always,
        /// Whether the line is under zero-day retention: the text of an edit of yours is then empty.
        pub zero_retention: Option<bool>,
    }

    /// The chat of an edited message.
    pub struct MessageEditedChat {
        /// The chat's identifier.
        pub id: Option<ChatId> = always,
        /// How well the conversation goes (beta).
        pub health_status: HealthStatus = always,
        /// Whether this is a group.
        pub is_group: Option<bool> = always,
        /// Your line.
        pub owner_handle: ChatHandle = always,
    }

    /// The edited part of a message.
    pub struct MessageEditedPart {
        /// Which part, counted from 0.
        pub index: Option<u32> = always,
        /// Its text now.
        pub text: Option<String> = always,
    }
}

/// The newest version; [`LegacyMessageEvent`](crate::webhook::LegacyMessageEvent) is the other one.
impl HasSchema for MessageEvent {
    const SCHEMA: Schema = MessageEventData::SCHEMA;
}

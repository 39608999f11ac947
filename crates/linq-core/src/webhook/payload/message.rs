use super::{LegacyMessageEvent, MessageEventData};
use crate::{
    Timestamp,
    error::{ErrorCode, JsonProblem, from_json},
    id::{ChatId, MessageId},
    model::{ChatHandle, HealthStatus, PreferredService, ServiceType},
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
    /// Goes by the version; where that is absent or unknown, by the shape.
    pub(in crate::webhook) fn read(
        json: &[u8],
        version: Option<&str>,
    ) -> Result<Self, JsonProblem> {
        let is_legacy = match version {
            Some("2026-02-03") => false,
            Some("2025-01-01") => true,
            _ => LegacyMessageEvent::is_shape_of(json),
        };
        if is_legacy {
            LegacyMessageEvent::read(json)
                .map(Box::new)
                .map(Self::V2025)
        } else {
            from_json(json).map(Self::V2026)
        }
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
        pub code: ErrorCode,
        /// When that was noticed.
        pub failed_at: Timestamp,
        /// The chat.
        pub chat_id: Option<ChatId>,
        /// The kind of failure within `code`: for logs and Linq's support. The numbers are not
        /// documented and change.
        pub detail_code: Option<i64>,
        /// The message.
        pub message_id: Option<MessageId>,
        /// The service that it was asked to go over.
        pub preferred_service: Option<PreferredService>,
        /// Why, in words.
        pub reason: Option<String>,
        /// The service that it was tried on.
        pub service: Option<ServiceType>,
    }

    /// A text part of a message was edited. Only for subscriptions of version `2026-02-03`.
    pub struct MessageEditedData {
        /// The message.
        pub id: MessageId,
        /// The chat that it is in.
        pub chat: MessageEditedChat,
        /// Which way the message went.
        pub direction: Direction,
        /// When it was edited.
        pub edited_at: Timestamp,
        /// What was edited.
        pub part: MessageEditedPart,
        /// Who sent, and edited, it.
        pub sender_handle: ChatHandle,
        /// Whether the line is under zero-day retention: the text of an edit of yours is then empty.
        pub zero_retention: Option<bool>,
    }

    /// The chat of an edited message.
    pub struct MessageEditedChat {
        /// The chat's identifier.
        pub id: ChatId,
        /// How well the conversation goes (beta).
        pub health_status: HealthStatus,
        /// Whether this is a group.
        pub is_group: bool,
        /// Your line.
        pub owner_handle: ChatHandle,
    }

    /// The edited part of a message.
    pub struct MessageEditedPart {
        /// Which part, counted from 0.
        pub index: u32,
        /// Its text now.
        pub text: String,
    }
}

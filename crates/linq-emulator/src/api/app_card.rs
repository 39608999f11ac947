//! New content for a card: <https://docs.linqapp.com/api/resources/messages/methods/update_app_card/>

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use serde_json::json;

use super::call::{Call, Reply, on};
use super::{message, messages};
use crate::content;
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::world::World;
use crate::world::handle::Service;
use crate::world::message::{Content, DeliveryStatus, Message, Part};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route(
        "/v3/messages/{message_id}/update",
        on(MethodFilter::POST, update),
    )
}

/// Goes out as a message of its own, which is what the next update names.
fn update(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    message::active_id(call)?;
    let body = call.json()?;
    let (chat, message) = message::named(call)?;
    let (chat_id, original) = (chat.id, updatable(message)?);
    let part = content::updated_card(&Field::root(&body), original, chat.is_group, call.world)?;
    let content = Content {
        parts: vec![part],
        preferred_service: Some(Service::IMessage),
        needs_imessage: true,
        ..Content::default()
    };
    let chat = call.world.open_chat(chat_id)?;
    let recipients = chat.others().map(|other| other.handle.as_str());
    let service = call.world.service_for(&chat.line, recipients, None);
    World::check_service(&content, service)?;
    messages::check_recipients(call, chat_id, false)?;
    messages::send(call, chat_id, content, |call, id| {
        let (chat, message) = call
            .world
            .message_in_chat(id)
            .ok_or_else(ApiError::not_found)?;
        let message = call.world.sent_message_reply(chat, message);
        Ok((
            StatusCode::ACCEPTED,
            json!({ "chat_id": chat_id, "message": message }),
        ))
    })
}

/// The card, if it was sent by the account and has gone out.
fn updatable(message: &Message) -> Result<&crate::world::message::AppPart, ApiError> {
    let refuse = |why: &str| Err(ApiError::new(400, 1008, format!("message_id: {why}")));
    let [Part::App(card)] = message.parts.as_slice() else {
        return refuse("the message is not an iMessage app card");
    };
    if !message.is_from_me {
        return refuse("only cards that you sent can be updated");
    }
    if matches!(
        message.status,
        DeliveryStatus::Pending | DeliveryStatus::Failed
    ) {
        return Err(ApiError::conflict("The card has not been sent"));
    }
    Ok(card)
}

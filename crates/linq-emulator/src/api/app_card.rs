//! Updates of app cards: <https://docs.linqapp.com/api/resources/messages/methods/update_app_card/>

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use serde_json::json;

use super::call::{ApiResponse, Call, on};
use super::{message, messages};
use crate::content;
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::State;
use crate::state::handle::Service;
use crate::state::message::{Content, DeliveryStatus, Message, Part};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route(
        "/v3/messages/{message_id}/update",
        on(MethodFilter::POST, update),
    )
}

/// Sends the update as a new message, whose id the next update must name.
fn update(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    message::active_id(call)?;
    let body = call.json()?;
    let (chat, message) = message::named(call)?;
    let (chat_id, original) = (chat.id, updatable(message)?);
    let part = content::updated_card(&Field::root(&body), original, chat.is_group, call.state)?;
    let content = Content {
        parts: vec![part],
        preferred_service: Some(Service::IMessage),
        needs_imessage: true,
        ..Content::default()
    };
    let chat = call.state.open_chat(chat_id)?;
    let recipients = chat.others().map(|other| other.handle.as_str());
    let service = call.state.service_for(&chat.line, recipients, None);
    State::check_service(&content, service)?;
    messages::check_recipients(call, chat_id, false)?;
    messages::send(call, chat_id, content, |call, id| {
        let (chat, message) = call
            .state
            .message_in_chat(id)
            .ok_or_else(ApiError::not_found)?;
        let message = call.state.sent_message_json(chat, message);
        Ok((
            StatusCode::ACCEPTED,
            json!({ "chat_id": chat_id, "message": message }),
        ))
    })
}

/// Returns the card, if the account sent it and it was delivered to the service.
fn updatable(message: &Message) -> Result<&crate::state::message::AppPart, ApiError> {
    let invalid = |reason: &str| Err(ApiError::new(400, 1008, format!("message_id: {reason}")));
    let [Part::App(card)] = message.parts.as_slice() else {
        return invalid("the message is not an iMessage app card");
    };
    if !message.is_from_me {
        return invalid("only cards that you sent can be updated");
    }
    if matches!(
        message.status,
        DeliveryStatus::Pending | DeliveryStatus::Failed
    ) {
        return Err(ApiError::conflict("The card has not been sent"));
    }
    Ok(card)
}

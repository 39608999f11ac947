//! The best line to send from: <https://docs.linqapp.com/api/resources/available_number/>

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Router;
use axum::routing::MethodFilter;
use jiff::SignedDuration;
use serde_json::json;

use super::call::{ApiResponse, Call, on};
use crate::error::ApiError;
use crate::shared::Shared;
use crate::state::State;
use crate::state::handle::{is_handle, is_phone_number};
use crate::state::line::{LineKind, parse_kind};
use crate::store::VcardUrlParams;

/// Validity of a vCard URL.
const VCARD_URL_TTL: SignedDuration = SignedDuration::from_mins(15);

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/v3/available_number", on(MethodFilter::GET, retrieve))
}

fn retrieve(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let exclude = owned(call.queries("exclude_from"));
    if !exclude.iter().all(|number| is_phone_number(number)) {
        return Err(ApiError::not_e164("exclude_from"));
    }
    let to = owned(call.queries("to"));
    if !to.iter().all(|handle| is_handle(handle)) {
        return Err(ApiError::not_a_handle("to"));
    }
    let kind = match call.query("type") {
        None => None,
        Some(text) => Some(
            parse_kind(text)
                .ok_or_else(|| ApiError::invalid_parameter("type must be RCS or iMessage"))?,
        ),
    };
    let number = match line_of_existing_chat(call.state, &to, &exclude, kind) {
        Some(number) => number,
        None => call.state.best_line(&exclude, kind, "exclude_from")?,
    };
    call.state.use_line(&number);
    let now = call.state.now();
    let link = VcardUrlParams {
        number: &number,
        exclude: &exclude,
        kind: call.query("type").unwrap_or_default(),
        expires_at: now.saturating_add(VCARD_URL_TTL).unwrap_or(now),
    };
    let vcf_url = call.state.store.vcard_url(&link, call.state.url_key);
    Ok(ApiResponse::ok(
        json!({ "phone_number": number, "vcf_url": vcf_url }),
    ))
}

fn owned(texts: Vec<&str>) -> Vec<String> {
    texts.into_iter().map(str::to_owned).collect()
}

/// Returns the line of the existing chat with exactly these recipients.
fn line_of_existing_chat(
    state: &State,
    to: &[String],
    exclude: &[String],
    kind: Option<LineKind>,
) -> Option<String> {
    let recipients: BTreeSet<&str> = to.iter().map(String::as_str).collect();
    let (chats, _) = state.chats_with(&recipients);
    chats
        .into_iter()
        .filter(|_| !recipients.is_empty())
        .filter(|chat| !exclude.contains(&chat.line))
        .find(|chat| {
            let line = state.line(&chat.line);
            line.is_some_and(|line| kind.is_none_or(|kind| line.kind == kind))
        })
        .map(|chat| chat.line.clone())
}

//! The best line to send from: <https://docs.linqapp.com/api/resources/available_number/>

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Router;
use axum::routing::MethodFilter;
use jiff::SignedDuration;
use serde_json::json;

use super::call::{Call, Reply, on};
use crate::error::ApiError;
use crate::shared::Shared;
use crate::store::VcardLink;
use crate::world::World;
use crate::world::handle::{is_handle, is_phone_number};
use crate::world::line::{LineKind, parse_kind};

/// How long the link to a vCard holds.
const VCARD_TIME: SignedDuration = SignedDuration::from_mins(15);

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/v3/available_number", on(MethodFilter::GET, retrieve))
}

fn retrieve(call: &mut Call<'_>) -> Result<Reply, ApiError> {
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
    let number = match sticky(call.world, &to, &exclude, kind) {
        Some(number) => number,
        None => call.world.best_line(&exclude, kind, "exclude_from")?,
    };
    call.world.use_line(&number);
    let now = call.world.now();
    let link = VcardLink {
        number: &number,
        exclude: &exclude,
        kind: call.query("type").unwrap_or_default(),
        expires_at: now.saturating_add(VCARD_TIME).unwrap_or(now),
    };
    let vcf_url = call.world.store.vcard_url(&link, call.world.url_key);
    Ok(Reply::ok(
        json!({ "phone_number": number, "vcf_url": vcf_url }),
    ))
}

fn owned(texts: Vec<&str>) -> Vec<String> {
    texts.into_iter().map(str::to_owned).collect()
}

/// The line of the chat that there is with exactly these people.
fn sticky(
    world: &World,
    to: &[String],
    exclude: &[String],
    kind: Option<LineKind>,
) -> Option<String> {
    let people: BTreeSet<&str> = to.iter().map(String::as_str).collect();
    let (chats, _) = world.chats_with(&people);
    chats
        .into_iter()
        .filter(|_| !people.is_empty())
        .filter(|chat| !exclude.contains(&chat.line))
        .find(|chat| {
            let line = world.line(&chat.line);
            line.is_some_and(|line| kind.is_none_or(|kind| line.kind == kind))
        })
        .map(|chat| chat.line.clone())
}

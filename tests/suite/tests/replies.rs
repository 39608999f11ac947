//! Every reply that `linq-v3.json` describes is understood, and nothing in it is lost.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use bytes::Bytes;
use linq_core::{
    Endpoint,
    api::{
        attachments, available_number, blocked_handles, capability, chats, contact_card,
        experiences, messages, payment_handles, payment_providers, payment_requests, payments,
        phone_numbers, phonenumbers, webhook_events, webhook_subscriptions,
    },
};
use linq_suite::{
    compare_with_vector,
    samples::{Fill, Sampler, facts},
};
use serde_json::{Value, json};

/// Reads a reply as endpoint `E` and writes it again.
fn round_trip<E: Endpoint>(body: &Value) -> Value
where
    E::Response: serde::Serialize,
{
    let reply = http::Response::new(Bytes::from(body.to_string()));
    let decoded = E::decode(reply).unwrap_or_else(|error| panic!("{}: {error}", E::INFO.name));
    serde_json::to_value(decoded).unwrap()
}

type RoundTrip = (&'static str, fn(&Value) -> Value);

macro_rules! round_trips {
    ($($endpoint:ty),* $(,)?) => { [$((<$endpoint as Endpoint>::INFO.name, round_trip::<$endpoint>)),*] };
}

const WITH_REPLY: &[RoundTrip] = &round_trips![
    attachments::CreateAttachment,
    attachments::RetrieveAttachment,
    available_number::RetrieveAvailableNumber,
    blocked_handles::BlockHandle,
    blocked_handles::ListBlockedHandles,
    capability::CheckIMessage,
    capability::CheckRcs,
    chats::CreateChat,
    chats::LeaveChat,
    chats::ListChats,
    chats::RetrieveChat,
    chats::SendVoiceMemo,
    chats::UpdateChat,
    chats::location::RequestLocation,
    chats::location::RetrieveLocation,
    chats::location::StopLocation,
    chats::messages::ListMessages,
    chats::messages::SendMessage,
    chats::participants::AddParticipant,
    chats::participants::RemoveParticipant,
    chats::polls::CreatePoll,
    contact_card::CreateContactCard,
    contact_card::RetrieveContactCards,
    contact_card::UpdateContactCard,
    experiences::ListExperiences,
    experiences::RetrieveExperience,
    messages::ChangeReaction,
    messages::CreateMessage,
    messages::ListThread,
    messages::RetrieveMessage,
    messages::UpdateAppCard,
    messages::UpdateMessage,
    messages::UpdateStickerPlacement,
    messages::poll::AddPollOptions,
    messages::poll::RetrievePoll,
    messages::poll::VoteInPoll,
    payment_handles::ConnectPaymentHandle,
    payment_handles::RetrievePaymentConnection,
    payment_handles::RevokePaymentConnection,
    payment_handles::VerifyPaymentHandle,
    payment_providers::ConnectPaymentProvider,
    payment_providers::RetrievePaymentProvider,
    payment_requests::CancelPaymentRequest,
    payment_requests::CreatePaymentRequest,
    payment_requests::ListPaymentRequests,
    payment_requests::RetrievePaymentRequest,
    payments::CancelPayment,
    payments::CreatePayment,
    payments::RetrievePayment,
    payments::RetrievePaymentCredentials,
    phone_numbers::ListPhoneNumbers,
    phone_numbers::RetrieveReputationAudit,
    phone_numbers::StartReputationAudit,
    phone_numbers::UpdatePhoneNumber,
    phonenumbers::ListLegacyPhoneNumbers,
    webhook_events::ListWebhookEvents,
    webhook_subscriptions::CreateSubscription,
    webhook_subscriptions::ListSubscriptions,
    webhook_subscriptions::RetrieveSubscription,
    webhook_subscriptions::UpdateSubscription,
];

#[test]
fn every_reply_with_a_body_is_here() {
    let facts = facts();
    let mut expected: Vec<_> = facts["endpoints"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|endpoint| !endpoint["returns"].is_null())
        .map(|endpoint| endpoint["name"].as_str().unwrap())
        .collect();
    let mut here: Vec<_> = WITH_REPLY.iter().map(|(name, _)| *name).collect();
    expected.sort_unstable();
    here.sort_unstable();
    assert_eq!(here, expected);
}

#[test]
fn every_field_survives() {
    let facts = facts();
    for (name, round_trip) in WITH_REPLY {
        let endpoint = facts["endpoints"]
            .as_array()
            .unwrap()
            .iter()
            .find(|endpoint| endpoint["name"] == *name);
        let returns =
            &endpoint.unwrap_or_else(|| panic!("{name} is not in linq-v3.json"))["returns"];
        for fill in [Fill::Everything, Fill::RequiredOnly, Fill::Nulls] {
            let sample = Sampler::new(&facts, fill).reply(returns).unwrap();
            if fill == Fill::Everything {
                compare_with_vector(&format!("replies/{name}.json"), &sample);
            }
            let expected = without_nulls(as_page(sample, returns));
            assert_eq!(
                round_trip(&expected_input(&expected, returns)),
                expected,
                "{name} {fill:?}"
            );
        }
    }
}

/// [`Page`] writes `items` where the API writes `chats` or `messages`.
fn as_page(mut sample: Value, returns: &Value) -> Value {
    if let (Some(items), Some(object)) = (
        returns.get("items").and_then(Value::as_str),
        sample.as_object_mut(),
    ) {
        let list = object.remove(items).unwrap();
        object.insert("items".to_owned(), list);
    }
    sample
}

fn expected_input(expected: &Value, returns: &Value) -> Value {
    let mut input = expected.clone();
    if let (Some(items), Some(object)) = (
        returns.get("items").and_then(Value::as_str),
        input.as_object_mut(),
    ) {
        let list = object.remove("items").unwrap();
        object.insert(items.to_owned(), list);
    }
    input
}

/// A `null` reads as absent, and what is absent is not written.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name, without_nulls(value)))
            .collect(),
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        other => other,
    }
}

#[test]
fn the_seeds_replies() {
    for (status, message) in [
        ("accepted", "Participant addition queued"),
        ("accepted", "Participant removal queued"),
    ] {
        let seed = json!({ "message": message, "status": status, "trace_id": "trace_id" });
        assert_eq!(
            round_trip::<chats::participants::AddParticipant>(&seed),
            seed
        );
        assert_eq!(
            round_trip::<chats::participants::RemoveParticipant>(&seed),
            seed
        );
    }
}

#[test]
fn what_is_newer_than_this_version_is_kept() {
    let facts = facts();
    let mut chat = Sampler::new(&facts, Fill::Everything).of("Chat");
    chat["service"] = json!("Telepathy");
    chat["field_of_next_year"] = json!({ "a": 1 });
    let decoded = round_trip::<chats::RetrieveChat>(&chat);
    assert_eq!(decoded["service"], "Telepathy");

    let mut message = Sampler::new(&facts, Fill::Everything).of("Message");
    let hologram = json!({ "type": "hologram", "depth": 3, "nested": { "deep": [1, null] } });
    message["parts"] = json!([hologram, { "value": "hi", "type": "text" }]);
    let page = json!({ "messages": [message], "next_cursor": null });
    let decoded = round_trip::<chats::messages::ListMessages>(&page);
    assert_eq!(decoded["items"][0]["parts"][0], hologram);
    assert_eq!(
        decoded["items"][0]["parts"][1],
        json!({ "type": "text", "value": "hi" })
    );
}

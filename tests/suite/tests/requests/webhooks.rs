use crate::Cases;
use linq_core::{Change, Client, DryRun, webhook::EventType};

const SUBSCRIPTION: &str = "b2c3d4e5-f6a7-8901-bcde-f23456789012";
const HOOK: &str = "https://example.com/linq?version=2026-02-03";

pub(crate) fn add(cases: &mut Cases, linq: &Client<DryRun>) {
    cases.add("webhook_events.list", [linq.webhook_events().list().send()]);

    let subscriptions = linq.webhook_subscriptions();
    let events = [EventType::MessageReceived, EventType::ParticipantAdded];
    let routed = subscriptions
        .create(HOOK, ["message.received"])
        .phone_numbers(["+12223334444"])
        .routing_key_header("Linq-Route")
        .routing_id_header("Linq-Chat");
    cases.add(
        "webhook_subscriptions.create",
        [subscriptions.create(HOOK, events).send(), routed.send()],
    );
    cases.add(
        "webhook_subscriptions.delete",
        [subscriptions.delete(SUBSCRIPTION).send()],
    );
    cases.add("webhook_subscriptions.list", [subscriptions.list().send()]);
    cases.add(
        "webhook_subscriptions.retrieve",
        [subscriptions.retrieve(SUBSCRIPTION).send()],
    );
    let off = subscriptions.update(SUBSCRIPTION).is_active(false);
    let changed = subscriptions
        .update(SUBSCRIPTION)
        .phone_numbers(Change::Clear)
        .routing_key_header(Change::Clear)
        .routing_id_header("Linq-Chat")
        .subscribed_events(vec![EventType::MessageReceived])
        .target_url(HOOK);
    cases.add("webhook_subscriptions.update", [off.send(), changed.send()]);
}

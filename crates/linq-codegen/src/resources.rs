//! Resources: groups of operations.

use crate::api::{Api, Operation};
use std::collections::BTreeMap;

/// Docs of resources by dotted name, which the endpoints of core do not have.
const DOCS: &[(&str, &str)] = &[
    (
        "attachments",
        "Attachments: files uploaded for sending in messages.",
    ),
    (
        "available_number",
        "The best line to send from at the moment.",
    ),
    ("blocked_handles", "Blocked handles."),
    (
        "capability",
        "Capability checks: services over which a recipient can be reached.",
    ),
    ("chats", "Direct and group chats."),
    ("chats.background", "The background of a chat."),
    (
        "chats.location",
        "The locations of the participants of a chat.",
    ),
    ("chats.messages", "The messages of a chat."),
    ("chats.participants", "The participants of a group chat."),
    ("chats.polls", "The polls of a chat."),
    ("chats.typing", "The typing indicator of a chat."),
    (
        "contact_card",
        "Contact cards: the name and photo that your lines show to recipients.",
    ),
    (
        "experiences",
        "Experiences: views rendered by Linq's iMessage app.",
    ),
    ("messages", "Messages, independent of their chat."),
    ("messages.poll", "A sent or received poll."),
    (
        "payment_handles",
        "Payment connections of customers, for whom an agent may pay.",
    ),
    ("payment_providers", "Your accounts at payment providers."),
    (
        "payment_requests",
        "Payment requests, paid into your own Stripe account.",
    ),
    (
        "payments",
        "Payments that an agent makes for a customer, with a virtual card.",
    ),
    (
        "phone_numbers",
        "Your lines: phone numbers assigned to your account.",
    ),
    (
        "phonenumbers",
        "Your lines, listed by a deprecated operation of the API.",
    ),
    ("webhook_events", "Types of webhook events."),
    ("webhook_subscriptions", "Webhook subscriptions."),
];

/// A resource: its operations and subresources.
pub(crate) struct Resource<'a> {
    /// Dotted name.
    pub(crate) name: &'static str,
    pub(crate) operations: Vec<&'a Operation>,
    /// Dotted names of the direct subresources.
    pub(crate) children: Vec<&'static str>,
}

/// Returns all resources, sorted by name.
pub(crate) fn all(api: &Api) -> Vec<Resource<'_>> {
    let mut by_name: BTreeMap<&'static str, Vec<&Operation>> = BTreeMap::new();
    for operation in &api.operations {
        let operations = by_name.entry(operation.resource()).or_default();
        operations.push(operation);
    }
    let names: Vec<&'static str> = by_name.keys().copied().collect();
    by_name
        .into_iter()
        .map(|(name, operations)| Resource {
            name,
            operations,
            children: below(&names, Some(name)),
        })
        .collect()
}

/// Returns the dotted names of the top-level resources.
pub(crate) fn top(resources: &[Resource<'_>]) -> Vec<&'static str> {
    let names: Vec<&'static str> = resources.iter().map(|resource| resource.name).collect();
    below(&names, None)
}

fn below(names: &[&'static str], parent: Option<&str>) -> Vec<&'static str> {
    let is_below = |name: &&&str| name.rsplit_once('.').map(|(of, _)| of) == parent;
    names.iter().filter(is_below).copied().collect()
}

/// Returns the doc of a resource; its name if there is none.
pub(crate) fn doc(name: &'static str) -> &'static str {
    DOCS.iter()
        .find(|(it, _)| *it == name)
        .map_or(name, |(_, doc)| doc)
}

#[cfg(test)]
mod tests {
    use super::{DOCS, all};
    use crate::Api;
    use std::collections::BTreeSet;

    #[test]
    fn every_resource_has_a_doc() {
        let api = Api::read();
        let resources: BTreeSet<&str> = all(&api).iter().map(|resource| resource.name).collect();
        let documented: BTreeSet<&str> = DOCS.iter().map(|(name, _)| *name).collect();
        assert_eq!(resources, documented);
    }
}

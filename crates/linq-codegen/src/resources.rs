//! Resources, which group the operations of a client.

use crate::api::{Api, Operation};
use std::collections::BTreeMap;

/// Docs of resources by dotted name, which core's endpoints do not have.
const DOCS: &[(&str, &str)] = &[
    (
        "attachments",
        "Files of sent and received messages, and files to send.",
    ),
    (
        "available_number",
        "Selection of the best line to send from.",
    ),
    ("blocked_handles", "Blocked handles."),
    (
        "capability",
        "Messaging services that a recipient supports.",
    ),
    ("chats", "Direct and group chats."),
    ("chats.background", "The background of a chat."),
    (
        "chats.location",
        "Shared locations of the participants of a chat.",
    ),
    ("chats.messages", "The messages of a chat."),
    ("chats.participants", "The participants of a group chat."),
    ("chats.polls", "Creation of polls in a chat."),
    ("chats.typing", "The typing indicator of a chat."),
    (
        "contact_card",
        "The contact card of a line: its name and photo.",
    ),
    ("experiences", "Experiences of Linq's iMessage app."),
    ("messages", "Messages of any chat."),
    ("messages.poll", "The poll of a message."),
    ("payment_handles", "Customers for whom an agent can pay."),
    ("payment_providers", "Your accounts at payment providers."),
    ("payment_requests", "Requests for money."),
    ("payments", "Payments that an agent makes for a customer."),
    ("phone_numbers", "Your lines."),
    (
        "phonenumbers",
        "Your lines, deprecated by the API in favour of `phone_numbers`.",
    ),
    ("webhook_events", "Types of webhook events."),
    ("webhook_subscriptions", "Subscriptions to webhook events."),
];

/// A resource with its operations.
pub(crate) struct Resource<'a> {
    /// Dotted name.
    pub(crate) name: &'static str,
    pub(crate) operations: Vec<&'a Operation>,
    /// Dotted names of its direct subresources.
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

/// Returns the doc of a resource, or its name if it has none.
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

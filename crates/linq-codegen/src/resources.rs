//! Resources: what groups the operations of a client.

use crate::api::{Api, Operation};
use std::collections::BTreeMap;

/// What resources are, by dotted name: core's endpoints do not say it.
const DOCS: &[(&str, &str)] = &[
    (
        "attachments",
        "Files to send, and files that were sent or received.",
    ),
    ("available_number", "The line that is best to send from."),
    ("blocked_handles", "Whom you have blocked."),
    ("capability", "Which services reach somebody."),
    ("chats", "Conversations, direct and group."),
    ("chats.background", "What is behind the messages of a chat."),
    ("chats.location", "Where the people of a chat are."),
    ("chats.messages", "The messages of a chat."),
    ("chats.participants", "Who is in a group chat."),
    ("chats.polls", "New polls in a chat."),
    ("chats.typing", "The typing indicator of a chat."),
    ("contact_card", "The name and photo that your lines show."),
    ("experiences", "What Linq's own iMessage app can show."),
    ("messages", "Messages, whichever their chat."),
    ("messages.poll", "A poll that was sent."),
    ("payment_handles", "Customers for whom an agent may pay."),
    ("payment_providers", "Your accounts at payment providers."),
    ("payment_requests", "Requests for money."),
    ("payments", "Payments that an agent makes for a customer."),
    ("phone_numbers", "Your lines."),
    (
        "phonenumbers",
        "Your lines, deprecated by the API in favour of `phone_numbers`.",
    ),
    ("webhook_events", "The kinds of webhook events."),
    (
        "webhook_subscriptions",
        "Where webhook events are delivered.",
    ),
];

/// Some operations, and the resources below them.
pub(crate) struct Resource<'a> {
    /// The dotted name.
    pub(crate) name: &'static str,
    pub(crate) operations: Vec<&'a Operation>,
    /// The dotted names of the resources right below it.
    pub(crate) children: Vec<&'static str>,
}

/// Returns all resources, in the order of their names.
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

/// Returns the dotted names of the resources that a client has itself.
pub(crate) fn top(resources: &[Resource<'_>]) -> Vec<&'static str> {
    let names: Vec<&'static str> = resources.iter().map(|resource| resource.name).collect();
    below(&names, None)
}

fn below(names: &[&'static str], parent: Option<&str>) -> Vec<&'static str> {
    let is_below = |name: &&&str| name.rsplit_once('.').map(|(of, _)| of) == parent;
    names.iter().filter(is_below).copied().collect()
}

/// Returns what a resource is, in a sentence; its name if that is not known.
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
    fn every_resource_is_said_to_be_something() {
        let api = Api::read();
        let resources: BTreeSet<&str> = all(&api).iter().map(|resource| resource.name).collect();
        let said: BTreeSet<&str> = DOCS.iter().map(|(name, _)| *name).collect();
        assert_eq!(resources, said);
    }
}

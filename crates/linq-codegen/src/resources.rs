//! What resources are, in a sentence: core's endpoints do not say it.

/// By dotted name.
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

/// What a resource is; its name if nobody has said it.
pub(crate) fn doc(name: &'static str) -> &'static str {
    DOCS.iter()
        .find(|(it, _)| *it == name)
        .map_or(name, |(_, doc)| doc)
}

#[cfg(test)]
mod tests {
    use super::DOCS;
    use crate::Api;
    use std::collections::BTreeSet;

    #[test]
    fn every_resource_is_said_to_be_something() {
        let api = Api::read();
        let names = api
            .operations
            .iter()
            .filter_map(|operation| operation.name.rsplit_once('.'));
        let resources: BTreeSet<&str> = names.map(|(resource, _)| resource).collect();
        let said: BTreeSet<&str> = DOCS.iter().map(|(name, _)| *name).collect();
        assert_eq!(resources, said);
    }
}

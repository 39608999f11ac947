//! The operations of the API: one folder a resource, one file an operation.

pub mod attachments;
pub mod chats;
pub mod phone_numbers;
pub mod webhook_events;
pub mod webhook_subscriptions;

use crate::endpoint::{Endpoint, EndpointInfo};

/// Every operation that this version knows.
pub static ENDPOINTS: &[&EndpointInfo] = &[
    attachments::CreateAttachment::INFO,
    attachments::RetrieveAttachment::INFO,
    attachments::DeleteAttachment::INFO,
    chats::CreateChat::INFO,
    chats::RetrieveChat::INFO,
    chats::UpdateChat::INFO,
    chats::LeaveChat::INFO,
    chats::ListChats::INFO,
    chats::MarkChatAsRead::INFO,
    chats::ShareContactCard::INFO,
    chats::messages::ListMessages::INFO,
    chats::messages::SendMessage::INFO,
    chats::participants::AddParticipant::INFO,
    chats::participants::RemoveParticipant::INFO,
    chats::typing::StartTyping::INFO,
    chats::typing::StopTyping::INFO,
    phone_numbers::ListPhoneNumbers::INFO,
    webhook_events::ListWebhookEvents::INFO,
    webhook_subscriptions::CreateSubscription::INFO,
    webhook_subscriptions::RetrieveSubscription::INFO,
    webhook_subscriptions::UpdateSubscription::INFO,
    webhook_subscriptions::ListSubscriptions::INFO,
    webhook_subscriptions::DeleteSubscription::INFO,
];

#[cfg(test)]
mod tests {
    use super::ENDPOINTS;

    #[test]
    fn every_operation_names_its_page() {
        for info in ENDPOINTS {
            let link = format!("<{}>", info.page());
            assert!(info.doc.contains(&link), "{} lacks {link}", info.name);
        }
    }
}

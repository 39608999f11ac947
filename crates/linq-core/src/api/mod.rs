//! The operations of the API: one module per resource, one file per operation.

#[macro_use]
mod declare;
mod client;

pub mod attachments;
pub mod available_number;
pub mod blocked_handles;
pub mod capability;
pub mod chats;
pub mod contact_card;
pub mod experiences;
pub mod messages;
pub mod payment_handles;
pub mod payment_providers;
pub mod payment_requests;
pub mod payments;
pub mod phone_numbers;
pub mod phonenumbers;
pub mod webhook_events;
pub mod webhook_subscriptions;

use crate::endpoint::{Endpoint, EndpointInfo};

/// All operations of the API that this version knows.
pub static ENDPOINTS: &[&EndpointInfo] = &[
    attachments::CreateAttachment::INFO,
    attachments::RetrieveAttachment::INFO,
    attachments::DeleteAttachment::INFO,
    available_number::RetrieveAvailableNumber::INFO,
    blocked_handles::ListBlockedHandles::INFO,
    blocked_handles::BlockHandle::INFO,
    blocked_handles::UnblockHandle::INFO,
    capability::CheckIMessage::INFO,
    capability::CheckRcs::INFO,
    chats::CreateChat::INFO,
    chats::RetrieveChat::INFO,
    chats::UpdateChat::INFO,
    chats::LeaveChat::INFO,
    chats::ListChats::INFO,
    chats::MarkChatAsRead::INFO,
    chats::SendVoiceMemo::INFO,
    chats::ShareContactCard::INFO,
    chats::background::RemoveBackground::INFO,
    chats::background::SetBackground::INFO,
    chats::location::RetrieveLocation::INFO,
    chats::location::RequestLocation::INFO,
    chats::location::StopLocation::INFO,
    chats::messages::ListMessages::INFO,
    chats::messages::SendMessage::INFO,
    chats::participants::AddParticipant::INFO,
    chats::participants::RemoveParticipant::INFO,
    chats::polls::CreatePoll::INFO,
    chats::typing::StartTyping::INFO,
    chats::typing::StopTyping::INFO,
    contact_card::CreateContactCard::INFO,
    contact_card::RetrieveContactCards::INFO,
    contact_card::UpdateContactCard::INFO,
    experiences::RetrieveExperience::INFO,
    experiences::ListExperiences::INFO,
    messages::CreateMessage::INFO,
    messages::RetrieveMessage::INFO,
    messages::UpdateMessage::INFO,
    messages::DeleteMessage::INFO,
    messages::ChangeReaction::INFO,
    messages::ListThread::INFO,
    messages::UpdateAppCard::INFO,
    messages::UpdateStickerPlacement::INFO,
    messages::poll::RetrievePoll::INFO,
    messages::poll::AddPollOptions::INFO,
    messages::poll::VoteInPoll::INFO,
    payment_handles::ConnectPaymentHandle::INFO,
    payment_handles::RetrievePaymentConnection::INFO,
    payment_handles::RevokePaymentConnection::INFO,
    payment_handles::VerifyPaymentHandle::INFO,
    payment_providers::RetrievePaymentProvider::INFO,
    payment_providers::ConnectPaymentProvider::INFO,
    payment_requests::CreatePaymentRequest::INFO,
    payment_requests::RetrievePaymentRequest::INFO,
    payment_requests::ListPaymentRequests::INFO,
    payment_requests::CancelPaymentRequest::INFO,
    payments::CreatePayment::INFO,
    payments::RetrievePayment::INFO,
    payments::CancelPayment::INFO,
    payments::RetrievePaymentCredentials::INFO,
    phone_numbers::UpdatePhoneNumber::INFO,
    phone_numbers::ListPhoneNumbers::INFO,
    phone_numbers::RetrieveReputationAudit::INFO,
    phone_numbers::StartReputationAudit::INFO,
    phonenumbers::ListLegacyPhoneNumbers::INFO,
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
    fn every_operation_links_its_documentation_page() {
        for info in ENDPOINTS {
            let link = format!("<{}>", info.page());
            assert!(info.doc.contains(&link), "{} lacks {link}", info.name);
        }
    }
}

//! Methods of [`Emulator`] for tests: participants' actions, files, time, lines, payments, events.

use std::time::Duration;

use serde_json::Value;
use uuid::Uuid;

use crate::control::StoredAttachment;
use crate::emulator::Emulator;
use crate::fixtures::TriggeredEvent;
use crate::state::attachment::FileStatus;
use crate::state::line::{LineKind, LineState, RcsState, Reputation};
use crate::state::location::Position;
use crate::state::payment::{PaymentStatus, ProviderStatus};
use crate::state::payment_request::PaymentRequestStatus;
use crate::state::reputation::{AuditStatus, AuditUpdate, LineUpdate};
use crate::state::{ControlError, Operation, ParticipantReaction};

impl Emulator {
    /// Advances the clock of dates, so that time limits expire: upload URLs (15 minutes), edits of a message (15
    /// minutes), the day of a sandbox. Webhook retries and delays become due, and are made at once; [`Emulator::settle`]
    /// waits for them. Webhook signatures and the other rate limits use the real clock.
    pub fn advance_clock(&self, time: Duration) {
        self.state().advance_clock(time);
    }

    /// Adds an attachment as if it had been uploaded, and returns its id. Its bytes are zeros.
    pub fn add_attachment(
        &self,
        filename: impl AsRef<str>,
        content_type: impl AsRef<str>,
        size_bytes: u64,
    ) -> Uuid {
        self.state()
            .add_attachment(filename.as_ref(), content_type.as_ref(), size_bytes)
    }

    /// Returns every attachment, oldest first.
    #[must_use]
    pub fn attachments(&self) -> Vec<StoredAttachment> {
        self.state().stored_attachments()
    }

    /// Expires the upload URL of an attachment at once, instead of after 15 minutes.
    ///
    /// # Errors
    ///
    /// If there is no such attachment.
    pub fn expire_upload(&self, attachment_id: Uuid) -> Result<(), ControlError> {
        self.state().expire_upload(attachment_id)
    }

    /// Sets the status of an attachment, regardless of its bytes.
    ///
    /// # Errors
    ///
    /// If there is no such attachment.
    pub fn set_attachment_status(
        &self,
        attachment_id: Uuid,
        status: FileStatus,
    ) -> Result<(), ControlError> {
        self.state().set_file_status(attachment_id, status)
    }

    /// Adds a participant's reaction to a message: `kind` is one of the six tapbacks (`love`, `like`, `dislike`,
    /// `laugh`, `emphasize`, `question`), `sticker`, or any emoji.
    ///
    /// # Errors
    ///
    /// If there is no such message or part, or the participant is not in its chat.
    pub fn react(
        &self,
        message_id: Uuid,
        handle: &str,
        part_index: usize,
        kind: &str,
    ) -> Result<(), ControlError> {
        let reaction = ParticipantReaction::new(handle, part_index, kind, Operation::Add);
        self.state().participant_reacts(message_id, &reaction)
    }

    /// Removes a participant's reaction; stickers cannot be removed.
    ///
    /// # Errors
    ///
    /// If there is no such message or reaction.
    pub fn unreact(
        &self,
        message_id: Uuid,
        handle: &str,
        part_index: usize,
        kind: &str,
    ) -> Result<(), ControlError> {
        let reaction = ParticipantReaction::new(handle, part_index, kind, Operation::Remove);
        self.state().participant_reacts(message_id, &reaction)
    }

    /// Sends a participant's poll, and returns the id of its message.
    ///
    /// # Errors
    ///
    /// If the participant is not in the chat, or there are fewer than two options.
    pub fn poll(
        &self,
        chat_id: Uuid,
        handle: &str,
        options: &[String],
    ) -> Result<Uuid, ControlError> {
        self.state().participant_polls(chat_id, handle, options)
    }

    /// Adds a participant's options to a poll.
    ///
    /// # Errors
    ///
    /// If the message is not a poll, or the participant is not in its chat.
    pub fn add_poll_options(
        &self,
        message_id: Uuid,
        handle: &str,
        options: &[String],
    ) -> Result<(), ControlError> {
        self.state()
            .participant_adds_options(message_id, handle, options)
    }

    /// Adds (`voted`) or removes a participant's vote in a poll.
    ///
    /// # Errors
    ///
    /// If there is no such poll or option, or the participant is not in its chat.
    pub fn vote(
        &self,
        message_id: Uuid,
        handle: &str,
        option_id: Uuid,
        voted: bool,
    ) -> Result<(), ControlError> {
        let operation = if voted {
            Operation::Add
        } else {
            Operation::Remove
        };
        self.state()
            .participant_votes(message_id, handle, option_id, operation)
    }

    /// Edits a text part of a participant's message.
    ///
    /// # Errors
    ///
    /// If there is no such message or text part, or the message is the account's own.
    pub fn edit(
        &self,
        message_id: Uuid,
        part_index: usize,
        text: &str,
    ) -> Result<(), ControlError> {
        self.state().participant_edits(message_id, part_index, text)
    }

    /// Delivers one of the account's own messages as `message.received` with `direction: "outbound"`, as servers do: an
    /// echo, to which a receiver must not reply.
    ///
    /// # Errors
    ///
    /// If there is no such message, or it is not the account's own.
    pub fn echo(&self, message_id: Uuid) -> Result<(), ControlError> {
        self.state().echo(message_id)
    }

    /// Shares a participant's location with the account, or updates it.
    ///
    /// # Errors
    ///
    /// If the handle is invalid, or the latitude or longitude is out of range.
    pub fn share_location(&self, handle: &str, position: Position) -> Result<(), ControlError> {
        self.state().share_location(handle, position)
    }

    /// Stops sharing a participant's location.
    ///
    /// # Errors
    ///
    /// If the participant does not share a location.
    pub fn stop_sharing_location(&self, handle: &str) -> Result<(), ControlError> {
        self.state().participant_stops_sharing(handle)
    }

    /// Sets the status of a line, and publishes `phone_number.status_updated`.
    ///
    /// # Errors
    ///
    /// If it is not a line of the account.
    pub fn set_line_state(&self, line: &str, state: LineState) -> Result<(), ControlError> {
        let update = LineUpdate {
            status: Some(state),
            ..LineUpdate::default()
        };
        self.state().update_line(line, update)
    }

    /// Sets the reputation of a line, and publishes `phone_number.status_updated`.
    ///
    /// # Errors
    ///
    /// If it is not a line of the account.
    pub fn set_reputation(&self, line: &str, reputation: Reputation) -> Result<(), ControlError> {
        let update = LineUpdate {
            reputation: Some(reputation),
            ..LineUpdate::default()
        };
        self.state().update_line(line, update)
    }

    /// Sets the kind of a line.
    ///
    /// # Errors
    ///
    /// If it is not a line of the account.
    pub fn set_line_kind(&self, line: &str, kind: LineKind) -> Result<(), ControlError> {
        let update = LineUpdate {
            line_type: Some(kind),
            ..LineUpdate::default()
        };
        self.state().update_line(line, update)
    }

    /// Sets the outcome of RCS capability checks from a line.
    ///
    /// # Errors
    ///
    /// If it is not a line of the account.
    pub fn set_line_rcs(&self, line: &str, rcs: RcsState) -> Result<(), ControlError> {
        let update = LineUpdate {
            rcs: Some(rcs),
            ..LineUpdate::default()
        };
        self.state().update_line(line, update)
    }

    /// Sets the contact card of a line.
    ///
    /// # Errors
    ///
    /// If it is not a line of the account.
    pub fn set_contact_card(
        &self,
        line: &str,
        first_name: &str,
        last_name: Option<&str>,
    ) -> Result<(), ControlError> {
        self.state().set_card(line, first_name, last_name)
    }

    /// Removes the contact card of a line.
    ///
    /// # Errors
    ///
    /// If it is not a line of the account.
    pub fn remove_contact_card(&self, line: &str) -> Result<(), ControlError> {
        self.state().remove_card(line)
    }

    /// Sets the status of a payment request, and publishes a `payment.*` event.
    ///
    /// # Errors
    ///
    /// If there is no such payment request.
    pub fn set_payment_request_status(
        &self,
        payment_request_id: Uuid,
        status: PaymentRequestStatus,
    ) -> Result<(), ControlError> {
        self.state()
            .set_payment_request_status(payment_request_id, status, None)
    }

    /// Sets the status of a payment, and publishes a `payment.*` event.
    ///
    /// # Errors
    ///
    /// If there is no such payment.
    pub fn set_payment_status(
        &self,
        payment_id: Uuid,
        status: PaymentStatus,
    ) -> Result<(), ControlError> {
        self.state().set_payment_status(payment_id, status, None)
    }

    /// Sets the initial status of payments of connected handles; `ready` by default.
    pub fn set_next_payment_status(&self, status: PaymentStatus) {
        self.state().payments.next = Some(status);
    }

    /// Sets the organization's status with a payment provider.
    ///
    /// # Errors
    ///
    /// If there is no such provider; `agentcard` is the only one.
    pub fn set_payment_provider(
        &self,
        provider: &str,
        status: ProviderStatus,
    ) -> Result<(), ControlError> {
        self.state().set_provider(provider, status)
    }

    /// Sets the experiences of the account, as in the API's responses.
    pub fn set_experiences(&self, experiences: Vec<Value>) {
        self.state().experiences = experiences;
    }

    /// Completes a reputation audit with a report, by default one generated from the status of the line.
    ///
    /// # Errors
    ///
    /// If there is no such audit.
    pub fn complete_audit(
        &self,
        audit_id: Uuid,
        report: Option<Value>,
    ) -> Result<(), ControlError> {
        let update = AuditUpdate {
            status: AuditStatus::Complete,
            report,
            error: None,
        };
        self.state().update_audit(audit_id, update)
    }

    /// Fails a reputation audit with an error.
    ///
    /// # Errors
    ///
    /// If there is no such audit.
    pub fn fail_audit(&self, audit_id: Uuid, error: &str) -> Result<(), ControlError> {
        let update = AuditUpdate {
            status: AuditStatus::Error,
            report: None,
            error: Some(error.to_owned()),
        };
        self.state().update_audit(audit_id, update)
    }

    /// Delivers an event of a documented type with a complete payload, generated from the given chat, or else the
    /// newest one, and from fixtures.
    ///
    /// # Errors
    ///
    /// If the type is not documented, or there is no such chat.
    pub fn publish_event(
        &self,
        event_type: &str,
        chat_id: Option<Uuid>,
    ) -> Result<(), ControlError> {
        self.state().trigger(TriggeredEvent {
            event_type: event_type.to_owned(),
            data: None,
            chat_id,
            phone_number: None,
        })
    }

    /// Delivers an event with this payload, in both payload versions. An event of an undocumented type is delivered to
    /// every subscription.
    ///
    /// # Errors
    ///
    /// If there is no such chat.
    pub fn publish_event_with(
        &self,
        event_type: &str,
        chat_id: Option<Uuid>,
        data: Value,
    ) -> Result<(), ControlError> {
        self.state().trigger(TriggeredEvent {
            event_type: event_type.to_owned(),
            data: Some(data),
            chat_id,
            phone_number: None,
        })
    }
}

//! What a test makes happen, beside what people do: files, time, lines.

use std::time::Duration;

use serde_json::Value;
use uuid::Uuid;

use crate::control::StoredAttachment;
use crate::emulator::Emulator;
use crate::sample::EventScript;
use crate::world::attachment::FileStatus;
use crate::world::line::{LineKind, LineState, RcsState, Reputation};
use crate::world::location::Position;
use crate::world::payment::{PaymentStatus, ProviderStatus};
use crate::world::payment_request::PaymentRequestStatus;
use crate::world::reputation::{AuditScript, AuditStatus, LineScript};
use crate::world::{ControlError, Operation, PersonalReaction};

impl Emulator {
    /// Puts the clock behind every date forward, so that what holds for a time runs out: upload
    /// URLs (15 minutes), the editing of a message (15 minutes). Webhook signatures and rate limits
    /// keep to the real clock.
    pub fn advance_clock(&self, time: Duration) {
        self.world().advance_clock(time);
    }

    /// Stores a file as if it had been uploaded, and gives the id that messages may name. It is
    /// made of zeros.
    pub fn add_attachment(
        &self,
        filename: impl AsRef<str>,
        content_type: impl AsRef<str>,
        size_bytes: u64,
    ) -> Uuid {
        self.world()
            .add_attachment(filename.as_ref(), content_type.as_ref(), size_bytes)
    }

    /// Every attachment, the oldest first.
    #[must_use]
    pub fn attachments(&self) -> Vec<StoredAttachment> {
        self.world().stored_attachments()
    }

    /// Lets the upload URL of an attachment expire at once, instead of after 15 minutes.
    ///
    /// Fails when there is no such attachment.
    pub fn expire_upload(&self, attachment_id: Uuid) -> Result<(), ControlError> {
        self.world().expire_upload(attachment_id)
    }

    /// Says how far an attachment has come, whatever arrived.
    ///
    /// Fails when there is no such attachment.
    pub fn set_attachment_status(
        &self,
        attachment_id: Uuid,
        status: FileStatus,
    ) -> Result<(), ControlError> {
        self.world().set_file_status(attachment_id, status)
    }

    /// A member reacts to a message: `kind` is one of the six tapbacks (`love`, `like`, `dislike`,
    /// `laugh`, `emphasize`, `question`), `sticker`, or any emoji.
    ///
    /// Fails when there is no such message, when the person is not in its chat and when the part
    /// does not exist.
    pub fn react(
        &self,
        message_id: Uuid,
        handle: &str,
        part_index: usize,
        kind: &str,
    ) -> Result<(), ControlError> {
        let reaction = PersonalReaction::new(handle, part_index, kind, Operation::Add);
        self.world().person_reacts(message_id, &reaction)
    }

    /// A member takes a reaction back; stickers stay.
    ///
    /// Fails when there is no such message or reaction.
    pub fn unreact(
        &self,
        message_id: Uuid,
        handle: &str,
        part_index: usize,
        kind: &str,
    ) -> Result<(), ControlError> {
        let reaction = PersonalReaction::new(handle, part_index, kind, Operation::Remove);
        self.world().person_reacts(message_id, &reaction)
    }

    /// A member sends a poll; gives the id of its message.
    ///
    /// Fails when the person is not in the chat, and with less than two options.
    pub fn poll(
        &self,
        chat_id: Uuid,
        handle: &str,
        options: &[String],
    ) -> Result<Uuid, ControlError> {
        self.world().person_polls(chat_id, handle, options)
    }

    /// A member adds options to a poll.
    ///
    /// Fails when the message is no poll, and when the person is not in its chat.
    pub fn add_poll_options(
        &self,
        message_id: Uuid,
        handle: &str,
        options: &[String],
    ) -> Result<(), ControlError> {
        self.world()
            .person_adds_options(message_id, handle, options)
    }

    /// A member votes in a poll (`voted`), or takes the vote back.
    ///
    /// Fails when there is no such poll or option, and when the person is not in its chat.
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
        self.world()
            .person_votes(message_id, handle, option_id, operation)
    }

    /// The person who wrote a message gives one of its text parts another text.
    ///
    /// Fails when there is no such message or text part, and for the account's own messages.
    pub fn edit(
        &self,
        message_id: Uuid,
        part_index: usize,
        text: &str,
    ) -> Result<(), ControlError> {
        self.world().person_edits(message_id, part_index, text)
    }

    /// Delivers one of the account's own messages as `message.received` with `direction: "outbound"`,
    /// as servers have been seen to do: an echo, which must not be answered.
    ///
    /// Fails when there is no such message, and for messages of other people.
    pub fn echo(&self, message_id: Uuid) -> Result<(), ControlError> {
        self.world().echo(message_id)
    }

    /// A person begins to share a location with the account, or moves on.
    ///
    /// Fails when the handle is invalid, and for degrees that there are not.
    pub fn share_location(&self, handle: &str, position: Position) -> Result<(), ControlError> {
        self.world().share_location(handle, position)
    }

    /// A person stops sharing.
    ///
    /// Fails when the person does not share.
    pub fn stop_sharing_location(&self, handle: &str) -> Result<(), ControlError> {
        self.world().person_stops_sharing(handle)
    }

    /// Says whether a line can send, which is told as `phone_number.status_updated`.
    ///
    /// Fails when it is not a line of the account.
    pub fn set_line_state(&self, line: &str, state: LineState) -> Result<(), ControlError> {
        let script = LineScript {
            status: Some(state),
            ..LineScript::default()
        };
        self.world().script_line(line, script)
    }

    /// Says how well a line is regarded, which is told as `phone_number.status_updated`.
    ///
    /// Fails when it is not a line of the account.
    pub fn set_reputation(&self, line: &str, reputation: Reputation) -> Result<(), ControlError> {
        let script = LineScript {
            reputation: Some(reputation),
            ..LineScript::default()
        };
        self.world().script_line(line, script)
    }

    /// Says what a line can send.
    ///
    /// Fails when it is not a line of the account.
    pub fn set_line_kind(&self, line: &str, kind: LineKind) -> Result<(), ControlError> {
        let script = LineScript {
            line_type: Some(kind),
            ..LineScript::default()
        };
        self.world().script_line(line, script)
    }

    /// Says what becomes of RCS capability checks from a line.
    ///
    /// Fails when it is not a line of the account.
    pub fn set_line_rcs(&self, line: &str, rcs: RcsState) -> Result<(), ControlError> {
        let script = LineScript {
            rcs: Some(rcs),
            ..LineScript::default()
        };
        self.world().script_line(line, script)
    }

    /// Gives a line a contact card, whatever it had.
    ///
    /// Fails when it is not a line of the account.
    pub fn set_contact_card(
        &self,
        line: &str,
        first_name: &str,
        last_name: Option<&str>,
    ) -> Result<(), ControlError> {
        self.world().set_card(line, first_name, last_name)
    }

    /// Takes a line's contact card away.
    ///
    /// Fails when it is not a line of the account.
    pub fn remove_contact_card(&self, line: &str) -> Result<(), ControlError> {
        self.world().remove_card(line)
    }

    /// Moves a payment request on, and tells it as a `payment.*` event.
    ///
    /// Fails when there is no such payment request.
    pub fn set_payment_request_status(
        &self,
        payment_request_id: Uuid,
        status: PaymentRequestStatus,
    ) -> Result<(), ControlError> {
        self.world()
            .set_payment_request_status(payment_request_id, status, None)
    }

    /// Moves a payment on, and tells it as a `payment.*` event.
    ///
    /// Fails when there is no such payment.
    pub fn set_payment_status(
        &self,
        payment_id: Uuid,
        status: PaymentStatus,
    ) -> Result<(), ControlError> {
        self.world().set_payment_status(payment_id, status, None)
    }

    /// Says where payments of connected people begin from now on; at `ready` by default.
    pub fn set_next_payment_status(&self, status: PaymentStatus) {
        self.world().payments.next = Some(status);
    }

    /// Says how far the organisation has come with a payment provider.
    ///
    /// Fails when there is no such provider; `agentcard` is the one there is.
    pub fn set_payment_provider(
        &self,
        provider: &str,
        status: ProviderStatus,
    ) -> Result<(), ControlError> {
        self.world().set_provider(provider, status)
    }

    /// Says which experiences the account has, in the shape they are read in.
    pub fn set_experiences(&self, experiences: Vec<Value>) {
        self.world().experiences = experiences;
    }

    /// Lets a reputation audit end with a report, one made from the line's state if none is given.
    ///
    /// Fails when there is no such audit.
    pub fn complete_audit(
        &self,
        audit_id: Uuid,
        report: Option<Value>,
    ) -> Result<(), ControlError> {
        let script = AuditScript {
            status: AuditStatus::Complete,
            report,
            error: None,
        };
        self.world().script_audit(audit_id, script)
    }

    /// Lets a reputation audit end with an error.
    ///
    /// Fails when there is no such audit.
    pub fn fail_audit(&self, audit_id: Uuid, error: &str) -> Result<(), ControlError> {
        let script = AuditScript {
            status: AuditStatus::Error,
            report: None,
            error: Some(error.to_owned()),
        };
        self.world().script_audit(audit_id, script)
    }

    /// Delivers an event of any of the documented types with a complete payload, made from what
    /// there is (the given chat, else the newest one) and from samples.
    ///
    /// Fails for other types and when there is no such chat.
    pub fn publish_event(
        &self,
        event_type: &str,
        chat_id: Option<Uuid>,
    ) -> Result<(), ControlError> {
        self.world().play(EventScript {
            event_type: event_type.to_owned(),
            data: None,
            chat_id,
            phone_number: None,
        })
    }

    /// Delivers an event with exactly this payload, in both payload versions. A type that is not
    /// documented goes to every subscription.
    ///
    /// Fails when there is no such chat.
    pub fn publish_event_with(
        &self,
        event_type: &str,
        chat_id: Option<Uuid>,
        data: Value,
    ) -> Result<(), ControlError> {
        self.world().play(EventScript {
            event_type: event_type.to_owned(),
            data: Some(data),
            chat_id,
            phone_number: None,
        })
    }
}

//! The account behind the API: lines, people, chats, messages, subscriptions.

pub(crate) mod account;
pub(crate) mod answered;
pub(crate) mod attachment;
pub(crate) mod background;
pub(crate) mod blocked;
pub(crate) mod chat;
pub(crate) mod edit;
mod event;
pub(crate) mod experience;
pub(crate) mod handle;
pub(crate) mod ids;
mod limits;
pub(crate) mod line;
pub(crate) mod location;
pub(crate) mod message;
pub(crate) mod page;
pub(crate) mod payment;
pub(crate) mod payment_request;
mod people;
mod people_messages;
pub(crate) mod poll;
pub(crate) mod reaction;
pub(crate) mod reputation;
pub(crate) mod send;
pub(crate) mod subscription;
mod thread;
mod vcard;
pub(crate) mod view;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use uuid::Uuid;

use crate::as_seen::AsSeen;
use crate::error::ApiError;
use crate::outbox::Outbox;
use crate::secret::Key;
use crate::settings::Settings;
use crate::store::Store;
use answered::Answered;
use attachment::Attachment;
use blocked::BlockedHandle;
use chat::Chat;
use handle::Service;
use ids::{Clock, Ids};
use limits::Limits;
use line::Line;
use location::Share;
use message::Message;
use payment::Payments;
use reputation::Audit;
use subscription::Subscription;

pub(crate) use event::{EVENT_TYPES, Event};
pub use people::ControlError;
pub(crate) use people_messages::{Operation, PersonalReaction};
pub(crate) use send::Failing;

#[derive(Debug)]
pub(crate) struct World {
    pub(crate) settings: Settings,
    pub(crate) clock: Clock,
    pub(crate) ids: Ids,
    traces: Ids,
    events: Ids,
    pub(crate) lines: Vec<Line>,
    people: HashMap<String, Person>,
    pub(crate) chats: Vec<Chat>,
    pub(crate) messages: Vec<Message>,
    /// Messages that were deleted; an edit of one succeeds without a body.
    pub(crate) deleted: HashSet<Uuid>,
    pub(crate) attachments: HashMap<Uuid, Attachment>,
    pub(crate) subscriptions: Vec<Subscription>,
    pub(crate) outbox: Outbox,
    pub(crate) store: Arc<Store>,
    pub(crate) as_seen: Arc<AsSeen>,
    /// Signs the URLs of the store.
    pub(crate) url_key: Key,
    pub(crate) answered: Answered,
    pub(crate) blocked: Vec<BlockedHandle>,
    pub(crate) shares: Vec<Share>,
    pub(crate) audits: Vec<Audit>,
    pub(crate) payments: Payments,
    pub(crate) experiences: Vec<Value>,
    opted_out: HashSet<String>,
    pub(crate) failing: Failing,
    pub(crate) limits: Limits,
    pub(crate) partner_id: Uuid,
}

#[derive(Clone, Copy, Debug)]
struct Person {
    id: Uuid,
    service: Service,
}

impl World {
    pub(crate) fn new(
        settings: Settings,
        outbox: Outbox,
        store: Arc<Store>,
        as_seen: Arc<AsSeen>,
    ) -> Self {
        let mut ids = Ids::new(settings.seed, 1);
        let lines = settings
            .lines
            .iter()
            .map(|number| Line::new(ids.uuid(), number))
            .collect();
        Self {
            clock: Clock::new(settings.seed.is_some()),
            traces: Ids::new(settings.seed, 2),
            events: Ids::new(settings.seed, 3),
            partner_id: ids.uuid(),
            lines,
            ids,
            people: HashMap::new(),
            chats: Vec::new(),
            messages: Vec::new(),
            deleted: HashSet::new(),
            attachments: HashMap::new(),
            subscriptions: Vec::new(),
            outbox,
            store,
            as_seen,
            url_key: Ids::new(settings.seed, 5).signing_key(),
            answered: Answered::default(),
            blocked: Vec::new(),
            shares: Vec::new(),
            audits: Vec::new(),
            payments: Payments::default(),
            experiences: experience::all(),
            opted_out: HashSet::new(),
            failing: Failing::default(),
            limits: Limits::new(settings.enforce_limits),
            settings,
        }
    }

    /// Back to the state of a new account; what is still to be delivered is given up.
    pub(crate) fn reset(&mut self) {
        let mut outbox = self.outbox.clone();
        outbox.clear();
        for id in self.attachments.keys() {
            self.store.remove(*id);
        }
        // What was served so far is a fact about the run, and the rotations go on.
        self.as_seen.switch(self.settings.as_seen);
        let (store, as_seen) = (Arc::clone(&self.store), Arc::clone(&self.as_seen));
        *self = Self::new(self.settings.clone(), outbox, store, as_seen);
    }

    pub(crate) fn trace_id(&mut self) -> Uuid {
        self.traces.uuid()
    }

    pub(crate) fn event_id(&mut self) -> Uuid {
        self.events.uuid()
    }

    /// Puts the clock behind every date forward.
    pub(crate) fn advance_clock(&mut self, time: Duration) {
        let time = SignedDuration::try_from(time).unwrap_or(SignedDuration::MAX);
        self.clock.advance(time);
    }

    pub(crate) fn now(&mut self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) fn owns(&self, number: &str) -> bool {
        self.lines.iter().any(|line| line.number == number)
    }

    pub(crate) fn service_of(&self, handle: &str) -> Service {
        self.people
            .get(handle)
            .map_or(Service::IMessage, |person| person.service)
    }

    fn person(&mut self, handle: &str) -> &mut Person {
        let ids = &mut self.ids;
        self.people
            .entry(handle.to_owned())
            .or_insert_with(|| Person {
                id: ids.uuid(),
                service: Service::IMessage,
            })
    }

    pub(crate) fn set_service(&mut self, handle: &str, service: Service) {
        self.person(handle).service = service;
    }

    /// The id of a handle, the same in every chat.
    pub(crate) fn handle_id(&mut self, handle: &str) -> Uuid {
        self.person(handle).id
    }

    pub(crate) fn chat(&self, id: Uuid) -> Option<&Chat> {
        self.chats.iter().find(|chat| chat.id == id)
    }

    pub(crate) fn chat_mut(&mut self, id: Uuid) -> Option<&mut Chat> {
        self.chats.iter_mut().find(|chat| chat.id == id)
    }

    /// A chat that the account is still in.
    pub(crate) fn open_chat(&self, id: Uuid) -> Result<&Chat, ApiError> {
        let chat = self.chat(id).ok_or_else(ApiError::not_found)?;
        if chat.was_left() {
            Err(ApiError::chat_unavailable())
        } else {
            Ok(chat)
        }
    }

    /// A chat that the account is still in, on a line that can send.
    pub(crate) fn active_chat(&self, id: Uuid) -> Result<&Chat, ApiError> {
        let chat = self.open_chat(id)?;
        self.check_line(&chat.line, "chat_id")?;
        Ok(chat)
    }

    /// Refuses new activity on a line that cannot send.
    pub(crate) fn check_line(&self, number: &str, path: &str) -> Result<(), ApiError> {
        match self.line(number) {
            Some(line) if !line.can_send() => Err(ApiError::ineligible_line(path)),
            _ => Ok(()),
        }
    }

    pub(crate) fn message(&self, id: Uuid) -> Option<&Message> {
        self.messages.iter().rev().find(|message| message.id == id)
    }

    pub(crate) fn message_mut(&mut self, id: Uuid) -> Option<&mut Message> {
        self.messages
            .iter_mut()
            .rev()
            .find(|message| message.id == id)
    }

    /// A message and the chat it is in.
    pub(crate) fn message_in_chat(&self, id: Uuid) -> Option<(&Chat, &Message)> {
        let message = self.message(id)?;
        Some((self.chat(message.chat_id)?, message))
    }

    pub(crate) fn has_message(&self, id: Uuid) -> bool {
        self.messages.iter().any(|message| message.id == id)
    }
}

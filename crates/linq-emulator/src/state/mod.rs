//! State of the account: lines, participants, chats, messages, subscriptions.

pub(crate) mod account;
pub(crate) mod attachment;
pub(crate) mod background;
pub(crate) mod blocked;
pub(crate) mod chat;
pub(crate) mod edit;
mod event;
pub(crate) mod experience;
pub(crate) mod handle;
pub(crate) mod idempotency_cache;
pub(crate) mod ids;
mod limits;
pub(crate) mod line;
pub(crate) mod location;
pub(crate) mod message;
pub(crate) mod page;
mod participant_messages;
mod participants;
pub(crate) mod payment;
pub(crate) mod payment_request;
pub(crate) mod poll;
pub(crate) mod reaction;
pub(crate) mod reputation;
pub(crate) mod sandbox;
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

use crate::config::EmulatorConfig;
use crate::error::ApiError;
use crate::observed_shapes::ObservedShapes;
use crate::outbox::Outbox;
use crate::retry_schedule::RetrySchedule;
use crate::secret::Key;
use crate::store::Store;
use attachment::Attachment;
use blocked::BlockedHandle;
use chat::Chat;
use handle::Service;
use idempotency_cache::IdempotencyCache;
use ids::{Clock, Ids};
use limits::Limits;
use line::Line;
use location::Share;
use message::Message;
use payment::Payments;
use reputation::Audit;
use sandbox::Sandbox;
use subscription::Subscription;

pub(crate) use event::{EVENT_TYPES, Event};
pub(crate) use participant_messages::{Operation, ParticipantReaction};
pub use participants::ControlError;
pub(crate) use send::RequestedFailures;

#[derive(Debug)]
pub(crate) struct State {
    pub(crate) config: EmulatorConfig,
    pub(crate) clock: Clock,
    pub(crate) ids: Ids,
    traces: Ids,
    events: Ids,
    pub(crate) lines: Vec<Line>,
    handles: HashMap<String, Handle>,
    pub(crate) chats: Vec<Chat>,
    pub(crate) messages: Vec<Message>,
    /// Deleted messages; an edit of one succeeds without a body.
    pub(crate) deleted: HashSet<Uuid>,
    pub(crate) attachments: HashMap<Uuid, Attachment>,
    pub(crate) subscriptions: Vec<Subscription>,
    pub(crate) outbox: Outbox,
    pub(crate) store: Arc<Store>,
    pub(crate) observed_shapes: Arc<ObservedShapes>,
    /// Key that signs the URLs of the store.
    pub(crate) url_key: Key,
    pub(crate) idempotency_cache: IdempotencyCache,
    pub(crate) blocked: Vec<BlockedHandle>,
    pub(crate) shares: Vec<Share>,
    pub(crate) audits: Vec<Audit>,
    pub(crate) payments: Payments,
    pub(crate) experiences: Vec<Value>,
    opted_out: HashSet<String>,
    pub(crate) requested_failures: RequestedFailures,
    pub(crate) limits: Limits,
    pub(crate) sandbox: Sandbox,
    pub(crate) retry_schedule: RetrySchedule,
    pub(crate) partner_id: Uuid,
}

#[derive(Clone, Copy, Debug)]
struct Handle {
    id: Uuid,
    service: Service,
}

impl State {
    pub(crate) fn new(
        config: EmulatorConfig,
        outbox: Outbox,
        store: Arc<Store>,
        observed_shapes: Arc<ObservedShapes>,
    ) -> Self {
        let mut ids = Ids::new(config.seed, 1);
        let lines = config
            .lines
            .iter()
            .map(|number| Line::new(ids.uuid(), number))
            .collect();
        Self {
            clock: Clock::new(config.seed.is_some()),
            traces: Ids::new(config.seed, 2),
            events: Ids::new(config.seed, 3),
            partner_id: ids.uuid(),
            lines,
            ids,
            handles: HashMap::new(),
            chats: Vec::new(),
            messages: Vec::new(),
            deleted: HashSet::new(),
            attachments: HashMap::new(),
            subscriptions: Vec::new(),
            outbox,
            store,
            observed_shapes,
            url_key: Ids::new(config.seed, 5).signing_key(),
            idempotency_cache: IdempotencyCache::default(),
            blocked: Vec::new(),
            shares: Vec::new(),
            audits: Vec::new(),
            payments: Payments::default(),
            experiences: experience::all(),
            opted_out: HashSet::new(),
            requested_failures: RequestedFailures::default(),
            limits: Limits::new(config.enforce_limits),
            sandbox: Sandbox::new(config.sandbox),
            retry_schedule: config.retry_schedule.clone(),
            config,
        }
    }

    /// Resets to the state of a new account; pending deliveries are dropped.
    pub(crate) fn reset(&mut self) {
        let mut outbox = self.outbox.clone();
        outbox.clear();
        for id in self.attachments.keys() {
            self.store.remove(*id);
        }
        // The counts and rotations of observed shapes are kept.
        self.observed_shapes
            .set_enabled(self.config.observed_shapes);
        let (store, observed_shapes) = (Arc::clone(&self.store), Arc::clone(&self.observed_shapes));
        *self = Self::new(self.config.clone(), outbox, store, observed_shapes);
    }

    pub(crate) fn trace_id(&mut self) -> Uuid {
        self.traces.uuid()
    }

    pub(crate) fn event_id(&mut self) -> Uuid {
        self.events.uuid()
    }

    /// Advances the clock of dates, and that of webhook retries.
    pub(crate) fn advance_clock(&mut self, time: Duration) {
        self.outbox.advance_clock(time);
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
        self.handles
            .get(handle)
            .map_or(Service::IMessage, |handle_entry| handle_entry.service)
    }

    fn handle_entry(&mut self, handle: &str) -> &mut Handle {
        let ids = &mut self.ids;
        self.handles
            .entry(handle.to_owned())
            .or_insert_with(|| Handle {
                id: ids.uuid(),
                service: Service::IMessage,
            })
    }

    pub(crate) fn set_service(&mut self, handle: &str, service: Service) {
        self.handle_entry(handle).service = service;
    }

    /// Returns the id of a handle, which is the same in every chat.
    pub(crate) fn handle_id(&mut self, handle: &str) -> Uuid {
        self.handle_entry(handle).id
    }

    pub(crate) fn chat(&self, id: Uuid) -> Option<&Chat> {
        self.chats.iter().find(|chat| chat.id == id)
    }

    pub(crate) fn chat_mut(&mut self, id: Uuid) -> Option<&mut Chat> {
        self.chats.iter_mut().find(|chat| chat.id == id)
    }

    /// Returns a chat that the account has not left.
    pub(crate) fn open_chat(&self, id: Uuid) -> Result<&Chat, ApiError> {
        let chat = self.chat(id).ok_or_else(ApiError::not_found)?;
        if chat.was_left() {
            Err(ApiError::chat_unavailable())
        } else {
            Ok(chat)
        }
    }

    /// Returns a chat that the account has not left, on a line that can send.
    pub(crate) fn active_chat(&self, id: Uuid) -> Result<&Chat, ApiError> {
        let chat = self.open_chat(id)?;
        self.check_line(&chat.line, "chat_id")?;
        Ok(chat)
    }

    /// Rejects new activity on a line that cannot send.
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

    /// Stores a message, sent or received by a line.
    pub(crate) fn store_message(&mut self, line: &str, message: Message) {
        if !message.is_from_me {
            self.sandbox.record_inbound(line, &message.from);
        }
        self.messages.push(message);
    }

    /// Returns a message and its chat.
    pub(crate) fn message_in_chat(&self, id: Uuid) -> Option<(&Chat, &Message)> {
        let message = self.message(id)?;
        Some((self.chat(message.chat_id)?, message))
    }

    pub(crate) fn has_message(&self, id: Uuid) -> bool {
        self.messages.iter().any(|message| message.id == id)
    }
}

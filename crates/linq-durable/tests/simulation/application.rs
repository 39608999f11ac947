//! The application: it enqueues messages, and changes its mind.

use crate::{
    clock::{between, chance, pick, seconds},
    invariants::Message,
    process::ProcessEvent,
    server::{LINE, OPTED_OUT},
    simulation::{Event, Simulation},
};
use linq_core::{
    Client,
    call::PreparedCall,
    exchange::Entropy,
    message::{Media, MessageContent},
    stored_call::StoredCall,
};
use linq_durable::{
    EntryId, State,
    store::{Edit, Inserted, Lookup, NewEntry, Store as _},
};
use std::time::Duration;

#[derive(Clone, Copy, Debug)]
pub(crate) enum Action {
    Enqueue(usize),
    EnqueueAgain,
    Cancel,
    Replace,
    Retry,
    DeleteFinished,
}

impl Simulation {
    pub(crate) fn plan_actions(&mut self) {
        let until = self.scenario.faults_until;
        let is_burst = self.rng.bool();
        let entries = self.scenario.entries;
        for number in 0..entries {
            let latest = if is_burst { seconds(2) } else { until };
            let after = between(&mut self.rng, Duration::ZERO, latest);
            self.plan(after, Action::Enqueue(number));
        }
        let actions = self.scenario.application;
        for (action, probability) in [
            (Action::EnqueueAgain, actions.enqueue_again),
            (Action::Cancel, actions.cancel),
            (Action::Replace, actions.replace),
            (Action::Retry, actions.retry),
            (Action::Retry, actions.retry),
            (Action::DeleteFinished, actions.delete),
        ] {
            for _ in 0..2 * entries {
                if chance(&mut self.rng, probability) {
                    // Most of them while something happens.
                    let latest = if self.rng.bool() { until } else { seconds(20) };
                    let after = between(&mut self.rng, Duration::ZERO, latest.min(until));
                    self.plan(after, action);
                }
            }
        }
    }

    fn plan(&mut self, after: Duration, action: Action) {
        self.outstanding += 1;
        self.queue.add(after, Event::Action(action));
    }

    pub(crate) fn act(&mut self, action: Action) {
        let now = self.clock.wall(self.queue.now());
        match action {
            Action::Enqueue(number) => self.enqueue(number),
            Action::EnqueueAgain => {
                let Some(id) = self.any_entry() else { return };
                let Ok(Some(entry)) = self.store.get(Lookup::Id(id)) else {
                    return;
                };
                let again = NewEntry {
                    call: entry.call,
                    ordering_key: entry.ordering_key,
                };
                self.invariants.coverage.enqueued_again += 1;
                match self.store.insert(&again, now) {
                    Ok(Inserted::Existing(existing)) if existing.id == id => {}
                    other => {
                        let problem = format!("enqueued again: {other:?}");
                        self.invariants.fail(Some(id), problem);
                    }
                }
            }
            Action::Cancel => {
                if let Some(id) = self.any_entry() {
                    self.edit(id, &Edit::Cancel, None);
                }
            }
            Action::Retry => {
                let any = self.any_entry_in(&[State::Failed, State::Uncertain]);
                if let Some(id) = any.or_else(|| self.any_entry())
                    && self.edit(id, &Edit::Retry, None)
                {
                    self.invariants.coverage.retried_by_the_application += 1;
                }
            }
            Action::Replace => self.replace(),
            Action::DeleteFinished => {
                let before = now - between(&mut self.rng, Duration::ZERO, seconds(60));
                let deleted = self.store.delete_finished(before, 1_000);
                self.trace(format_args!("the application deletes {:?}", deleted.ok()));
                self.invariants.deleted(&self.store, before);
            }
        }
    }

    fn enqueue(&mut self, number: usize) {
        let now = self.clock.wall(self.queue.now());
        let ordering_key = self.rng.usize(..self.scenario.ordering_keys);
        let is_rejected = chance(&mut self.rng, self.scenario.application.rejected);
        let word = if is_rejected { OPTED_OUT } else { "first" };
        let text = format!("message {number} {word}");
        let has_file = chance(&mut self.rng, self.scenario.application.file);
        let key = self.rng.bool().then(|| format!("key-{number}"));
        let call = self.call(ordering_key, &text, has_file, key.as_deref());
        let new = NewEntry {
            ordering_key: format!("key {ordering_key}"),
            call,
        };
        let Ok(Inserted::New(id)) = self.store.insert(&new, now) else {
            return self.invariants.fail(None, "a new entry was not inserted");
        };
        self.trace(format_args!(
            "the application enqueues {id}: {text:?} with {}",
            new.ordering_key
        ));
        let message = Message {
            number,
            text,
            key: new.call.idempotency_key().to_owned(),
            ordering_key: new.ordering_key,
        };
        self.invariants.enqueued(&self.store, id, message);
        self.wake();
    }

    fn replace(&mut self) {
        let any = self.any_entry_in(&[State::Queued]);
        let Some(id) = any.or_else(|| self.any_entry()) else {
            return;
        };
        let Ok(Some(entry)) = self.store.get(Lookup::Id(id)) else {
            return;
        };
        let message = &self.invariants.known[&id].message;
        let text = format!("{} again", message.text);
        let ordering_key = message.ordering_key.trim_start_matches("key ");
        let ordering_key = ordering_key.parse().unwrap_or_default();
        let key = entry.call.idempotency_key().to_owned();
        let call = self.call(ordering_key, &text, false, Some(&key));
        if self.edit(id, &Edit::Replace(call), Some(text)) {
            self.invariants.coverage.replaced += 1;
        }
    }

    fn edit(&mut self, id: EntryId, edit: &Edit, text: Option<String>) -> bool {
        let now = self.clock.wall(self.queue.now());
        let Ok(true) = self.store.edit(id, edit, now) else {
            return false;
        };
        let name = match edit {
            Edit::Cancel => "cancels",
            Edit::Replace(_) => "replaces",
            Edit::Retry => "retries",
        };
        self.trace(format_args!("the application {name} {id}"));
        self.invariants.edited(&self.store, id, text);
        self.wake();
        true
    }

    fn any_entry(&mut self) -> Option<EntryId> {
        self.any_entry_in(&State::ALL)
    }

    fn any_entry_in(&mut self, states: &[State]) -> Option<EntryId> {
        let entries = self.store.list(None, None, usize::MAX).ok()?;
        let ids = entries.iter().filter(|entry| states.contains(&entry.state));
        let ids: Vec<_> = ids.map(|entry| entry.id).collect();
        (!ids.is_empty()).then(|| pick(&mut self.rng, &ids))
    }

    /// Wakes the run of the application's own process, if it has one.
    fn wake(&mut self) {
        let process = self.rng.usize(..self.processes.len());
        let wakes = self.scenario.is_calm || {
            let probability = self.scenario.application.wakes;
            chance(&mut self.rng, probability)
        };
        if wakes {
            self.add_event(process, Duration::ZERO, ProcessEvent::Wake);
        }
    }

    pub(crate) fn recipient(ordering_key: usize) -> String {
        // The last two have the same recipient.
        format!("+1555666{:04}", ordering_key.min(3))
    }

    fn call(
        &mut self,
        ordering_key: usize,
        text: &str,
        has_file: bool,
        key: Option<&str>,
    ) -> StoredCall {
        let linq = Client::dry_run();
        let mut content = MessageContent::from(text);
        if has_file {
            content = content.part(Media::attachment("file:///tmp/cake.jpg"));
        }
        let to = Self::recipient(ordering_key);
        let mut entropy = [0; Entropy::LEN];
        self.rng.fill(&mut entropy);
        let entropy = Entropy::new(entropy);
        let stored = match ordering_key % 3 {
            0 => store(
                linq.messages().create(to, content).into_prepared(),
                key,
                entropy,
            ),
            1 => store(
                linq.chats().create(LINE, to, content).into_prepared(),
                key,
                entropy,
            ),
            _ => {
                let chat = self.server.chat(LINE, &[to]);
                let call = linq.chats().messages(chat).send(content);
                store(call.into_prepared(), key, entropy)
            }
        };
        stored.expect("a valid call")
    }
}

fn store<E: linq_core::Endpoint>(
    call: PreparedCall<E>,
    key: Option<&str>,
    entropy: Entropy,
) -> Result<StoredCall, linq_core::error::InvalidArgument> {
    match key.and_then(|key| key.parse().ok()) {
        Some(key) => call.with_idempotency_key(key).into_stored(entropy),
        None => call.into_stored(entropy),
    }
}

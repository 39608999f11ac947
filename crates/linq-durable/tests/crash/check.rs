//! What must hold in the end.

use crate::worker::Task;
use linq_durable::{Entry, Outbox, State};
use linq_emulator::{Emulator, StoredMessage};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::Path,
};

pub(crate) fn all_arrived_once_and_in_order(emulator: &Emulator, tasks: &[Task]) {
    let messages = emulator.messages();
    let path = &tasks[0].outbox;
    let outbox = Outbox::open(path).unwrap();
    let entries = outbox.list(None, None, usize::MAX).unwrap();
    let requests = emulator.requests().len();
    let claims: u32 = entries.iter().map(|entry| entry.attempts).sum();
    println!("{requests} requests in {claims} claims");

    let mut copies: HashMap<String, usize> = HashMap::new();
    for message in &messages {
        *copies.entry(message.text.concat()).or_default() += 1;
    }
    let keys = |task: &Task| {
        let task = task.clone();
        task.numbers.clone().map(move |number| task.key(number))
    };
    let keys: Vec<_> = tasks.iter().flat_map(keys).collect();
    let lost: Vec<_> = keys
        .iter()
        .filter(|key| !copies.contains_key(*key))
        .collect();
    let copies: Vec<_> = copies.iter().filter(|(_, copies)| **copies > 1).collect();
    println!(
        "{} messages, {} lost, {} with copies",
        messages.len(),
        lost.len(),
        copies.len()
    );
    assert!(lost.is_empty(), "{lost:?}");
    assert!(copies.is_empty(), "{copies:?}");
    assert_eq!(messages.len(), keys.len());

    assert_eq!(outbox.count().unwrap(), [(State::Sent, keys.len() as u64)]);
    assert_eq!(chats_of_entries(&entries), chats_of_messages(&messages));
    outcomes_are_those_of_the_messages(&entries, &messages);
    for task in tasks {
        nothing_enqueued_was_lost(task, &entries);
    }
    file_is_sound(path);
}

/// Returns the texts of each chat, in the order of the entries.
fn chats_of_entries(entries: &[Entry]) -> BTreeSet<Vec<String>> {
    let mut chats: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for entry in entries {
        let chat = chats.entry(&entry.ordering_key).or_default();
        chat.push(entry.call.idempotency_key().to_owned());
    }
    chats.into_values().collect()
}

/// Returns the texts of each chat, in the order in which they arrived.
fn chats_of_messages(messages: &[StoredMessage]) -> BTreeSet<Vec<String>> {
    let mut chats: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for message in messages {
        let chat = chats.entry(message.chat_id).or_default();
        chat.push(message.text.concat());
    }
    chats.into_values().collect()
}

fn outcomes_are_those_of_the_messages(entries: &[Entry], messages: &[StoredMessage]) {
    let ids = messages.iter().map(|message| {
        let ids = (message.id.to_string(), message.chat_id.to_string());
        (message.text.concat(), ids)
    });
    let ids: HashMap<_, _> = ids.collect();
    for entry in entries {
        let key = entry.call.idempotency_key();
        let (message_id, chat_id) = &ids[key];
        let outcome = &entry.outcome;
        assert_eq!(outcome.message_id.as_ref().unwrap().as_str(), message_id);
        assert_eq!(outcome.chat_id.as_ref().unwrap().as_str(), chat_id);
    }
}

/// Checks that each `enqueue` that returned is still the same entry, and that they are in order.
fn nothing_enqueued_was_lost(task: &Task, entries: &[Entry]) {
    let ids = entries.iter().map(|entry| {
        let key = entry.call.idempotency_key().to_owned();
        (key, entry.id.get())
    });
    let ids: HashMap<_, _> = ids.collect();
    let enqueued = task.journal.enqueued();
    for (number, id) in &enqueued {
        assert_eq!(ids[&task.key(*number)], *id, "{number} was enqueued again");
    }
    assert!(enqueued.is_sorted_by(|(_, id), (_, next)| id < next));
}

fn file_is_sound(path: &Path) {
    let connection = rusqlite::Connection::open(path).unwrap();
    let result = connection.query_row("PRAGMA integrity_check", (), |row| row.get(0));
    assert_eq!(result, Ok("ok".to_owned()));
}

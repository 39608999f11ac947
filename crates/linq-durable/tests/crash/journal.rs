//! What a process has done, in a file that outlives it.

use serde::{Deserialize, Serialize};
use std::{
    fs::{self, OpenOptions},
    io::Write,
    path::PathBuf,
};

/// A line for each time that the process was ready, and for each message whose `enqueue` returned.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Journal {
    path: PathBuf,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) enum Event {
    Ready,
    Enqueued { number: u64, id: i64 },
}

impl Journal {
    pub(crate) fn new(path: PathBuf) -> Self {
        Self { path }
    }

    pub(crate) fn add(&self, event: Event) {
        let line = serde_json::to_string(&event).unwrap() + "\n";
        let mut file = OpenOptions::new()
            .append(true)
            .create(true)
            .open(&self.path)
            .unwrap();
        // One write, of which a kill leaves all or nothing.
        file.write_all(line.as_bytes()).unwrap();
    }

    pub(crate) fn events(&self) -> Vec<Event> {
        // There is none if the process was killed before it was ready.
        let text = fs::read_to_string(&self.path).unwrap_or_default();
        let events = text.lines().map(serde_json::from_str);
        events.collect::<Result<_, _>>().unwrap()
    }

    /// Returns how often the process was ready.
    pub(crate) fn lives(&self) -> usize {
        let events = self.events().into_iter();
        events.filter(|event| matches!(event, Event::Ready)).count()
    }

    /// Returns the messages whose `enqueue` returned, with the identifiers of their entries.
    pub(crate) fn enqueued(&self) -> Vec<(u64, i64)> {
        let events = self.events().into_iter();
        let enqueued = events.filter_map(|event| match event {
            Event::Ready => None,
            Event::Enqueued { number, id } => Some((number, id)),
        });
        enqueued.collect()
    }

    /// Returns the number of the first message whose `enqueue` did not return.
    pub(crate) fn next(&self) -> u64 {
        let last = self.enqueued().pop();
        last.map_or(0, |(number, _)| number + 1)
    }
}

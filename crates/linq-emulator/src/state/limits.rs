//! Rate limits of the real service, by the real clock.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::time::{Duration, Instant};

use uuid::Uuid;

/// A sliding window that allows `max` uses of a key.
#[derive(Debug)]
struct SlidingWindow<K> {
    max: usize,
    window: Duration,
    uses: HashMap<K, VecDeque<Instant>>,
}

impl<K: Eq + Hash> SlidingWindow<K> {
    fn new(max: usize, window: Duration) -> Self {
        Self {
            max,
            window,
            uses: HashMap::new(),
        }
    }

    /// Returns the seconds until `key` may be used again; 0 means now.
    fn retry_after(&mut self, key: K) -> u64 {
        let now = Instant::now();
        let uses = self.uses.entry(key).or_default();
        while uses
            .front()
            .is_some_and(|first| now.duration_since(*first) >= self.window)
        {
            uses.pop_front();
        }
        match uses.front() {
            Some(first) if uses.len() >= self.max => {
                let left = self.window.saturating_sub(now.duration_since(*first));
                left.as_millis()
                    .div_ceil(1000)
                    .try_into()
                    .unwrap_or(u64::MAX)
                    .max(1)
            }
            _ => 0,
        }
    }

    /// Records a use, or returns the seconds to wait; does nothing if not enforced.
    fn acquire(&mut self, enforced: bool, key: K) -> Result<(), u64>
    where
        K: Clone,
    {
        if !enforced {
            return Ok(());
        }
        match self.retry_after(key.clone()) {
            0 => {
                self.record(key);
                Ok(())
            }
            retry_after => Err(retry_after),
        }
    }

    fn record(&mut self, key: K) {
        self.uses.entry(key).or_default().push_back(Instant::now());
    }
}

#[derive(Debug)]
pub(crate) struct Limits {
    enforced: bool,
    messages: SlidingWindow<(String, String)>,
    contact_cards: SlidingWindow<Uuid>,
    card_changes: SlidingWindow<String>,
    capability_checks: SlidingWindow<()>,
}

impl Limits {
    pub(crate) fn new(enforced: bool) -> Self {
        Self {
            enforced,
            messages: SlidingWindow::new(30, Duration::from_secs(60)),
            contact_cards: SlidingWindow::new(1, Duration::from_secs(5 * 60)),
            card_changes: SlidingWindow::new(3, Duration::from_secs(10 * 60)),
            capability_checks: SlidingWindow::new(1, Duration::from_secs(10)),
        }
    }

    /// Records a message from `line` to each of `recipients`, or returns the seconds to wait.
    pub(crate) fn message<'a>(
        &mut self,
        line: &str,
        recipients: impl Iterator<Item = &'a str> + Clone,
    ) -> Result<(), u64> {
        if !self.enforced {
            return Ok(());
        }
        let pair = |recipient: &str| (line.to_owned(), recipient.to_owned());
        let retry_after = recipients
            .clone()
            .map(|to| self.messages.retry_after(pair(to)))
            .max()
            .unwrap_or(0);
        if retry_after > 0 {
            return Err(retry_after);
        }
        recipients.for_each(|to| self.messages.record(pair(to)));
        Ok(())
    }

    /// Records the contact card being shared in `chat`, or returns the seconds to wait.
    pub(crate) fn contact_card(&mut self, chat: Uuid) -> Result<(), u64> {
        self.contact_cards.acquire(self.enforced, chat)
    }

    /// Records a change of a line's contact card, or returns the seconds to wait.
    pub(crate) fn contact_card_change(&mut self, line: &str) -> Result<(), u64> {
        self.card_changes.acquire(self.enforced, line.to_owned())
    }

    /// Records a capability check, or returns the seconds to wait.
    pub(crate) fn capability_check(&mut self) -> Result<(), u64> {
        self.capability_checks.acquire(self.enforced, ())
    }
}

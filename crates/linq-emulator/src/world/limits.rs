//! The rate limits of the real service, by the real clock.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::time::{Duration, Instant};

use uuid::Uuid;

/// At most `most` uses of a key in `window`.
#[derive(Debug)]
struct Limit<K> {
    most: usize,
    window: Duration,
    uses: HashMap<K, VecDeque<Instant>>,
}

impl<K: Eq + Hash> Limit<K> {
    fn new(most: usize, window: Duration) -> Self {
        Self {
            most,
            window,
            uses: HashMap::new(),
        }
    }

    /// Seconds until `key` may be used again; 0 means now.
    fn wait(&mut self, key: K) -> u64 {
        let now = Instant::now();
        let uses = self.uses.entry(key).or_default();
        while uses
            .front()
            .is_some_and(|first| now.duration_since(*first) >= self.window)
        {
            uses.pop_front();
        }
        match uses.front() {
            Some(first) if uses.len() >= self.most => {
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

    /// Counts one use, or gives the seconds to wait; if not enforced, does nothing.
    fn use_up(&mut self, enforced: bool, key: K) -> Result<(), u64>
    where
        K: Clone,
    {
        if !enforced {
            return Ok(());
        }
        match self.wait(key.clone()) {
            0 => {
                self.count(key);
                Ok(())
            }
            wait => Err(wait),
        }
    }

    fn count(&mut self, key: K) {
        self.uses.entry(key).or_default().push_back(Instant::now());
    }
}

#[derive(Debug)]
pub(crate) struct Limits {
    enforced: bool,
    messages: Limit<(String, String)>,
    contact_cards: Limit<Uuid>,
    card_changes: Limit<String>,
    capability_checks: Limit<()>,
}

impl Limits {
    pub(crate) fn new(enforced: bool) -> Self {
        Self {
            enforced,
            messages: Limit::new(30, Duration::from_secs(60)),
            contact_cards: Limit::new(1, Duration::from_secs(5 * 60)),
            card_changes: Limit::new(3, Duration::from_secs(10 * 60)),
            capability_checks: Limit::new(1, Duration::from_secs(10)),
        }
    }

    /// Counts one message from `line` to each of `recipients`, or gives the seconds to wait.
    pub(crate) fn message<'a>(
        &mut self,
        line: &str,
        recipients: impl Iterator<Item = &'a str> + Clone,
    ) -> Result<(), u64> {
        if !self.enforced {
            return Ok(());
        }
        let pair = |recipient: &str| (line.to_owned(), recipient.to_owned());
        let wait = recipients
            .clone()
            .map(|to| self.messages.wait(pair(to)))
            .max()
            .unwrap_or(0);
        if wait > 0 {
            return Err(wait);
        }
        recipients.for_each(|to| self.messages.count(pair(to)));
        Ok(())
    }

    /// Counts one sharing of the contact card in `chat`, or gives the seconds to wait.
    pub(crate) fn contact_card(&mut self, chat: Uuid) -> Result<(), u64> {
        self.contact_cards.use_up(self.enforced, chat)
    }

    /// Counts one change of a line's contact card, or gives the seconds to wait.
    pub(crate) fn contact_card_change(&mut self, line: &str) -> Result<(), u64> {
        self.card_changes.use_up(self.enforced, line.to_owned())
    }

    /// Counts one capability check, or gives the seconds to wait.
    pub(crate) fn capability_check(&mut self) -> Result<(), u64> {
        self.capability_checks.use_up(self.enforced, ())
    }
}

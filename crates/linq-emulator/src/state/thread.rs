//! Threads: a message, the replies to it and the replies to those.

use std::collections::HashSet;

use uuid::Uuid;

use super::State;
use super::message::Message;

impl State {
    /// Returns all messages of a message's thread, oldest first.
    pub(crate) fn thread_of(&self, message_id: Uuid) -> Vec<&Message> {
        let root = self.root_of(message_id);
        let mut known = HashSet::from([root]);
        self.messages
            .iter()
            .filter(|message| {
                let answers = message
                    .reply_to
                    .is_some_and(|reply| known.contains(&reply.message_id));
                if answers {
                    // Replies are stored after the messages that they answer.
                    known.insert(message.id);
                }
                answers || message.id == root
            })
            .collect()
    }

    /// Returns the first message of a thread that is still stored.
    fn root_of(&self, message_id: Uuid) -> Uuid {
        let mut id = message_id;
        while let Some(reply) = self.message(id).and_then(|message| message.reply_to)
            && self.has_message(reply.message_id)
        {
            id = reply.message_id;
        }
        id
    }
}

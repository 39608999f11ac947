// ANCHOR: outbox
use linq_client::blocking::Client;
use linq_client::durable::{Outbox, RunOptions, State};
use std::{error::Error as StdError, path::Path};

/// Sends a text to each number, once, however often this is killed and run again.
pub fn announce(
    linq: &Client,
    file: &Path,
    numbers: &[&str],
    text: &str,
) -> Result<Vec<(State, u64)>, Box<dyn StdError>> {
    let outbox = Outbox::open(file)?; // SQLite
    for number in numbers {
        let call = linq.messages().create(*number, text);
        outbox.enqueue(call.idempotency_key(format!("spring-sale {number}")))?;
    }
    outbox.run(linq, RunOptions::new().until_empty())?;
    Ok(outbox.count()?)
}
// ANCHOR_END: outbox

// ANCHOR: limits
use linq_client::{
    Error,
    rate_limit::{Limit, RateLimits},
};
use std::time::Duration;

/// Returns limits of a client (`.rate_limits(…)`): 60 messages a minute from each line.
pub fn limits() -> RateLimits {
    RateLimits::published().limit(Limit::MessagesPerLine, 60, Duration::from_secs(60))
}

/// Sends two messages to each number.
pub fn invite(linq: &Client, line: &str, numbers: &[&str]) -> Result<(), Error> {
    for &number in numbers {
        let chat = linq
            .chats()
            .create(line, [number], "We are open again.")
            .send()?
            .chat;
        // The line of an existing chat is not known to the client.
        linq.chats()
            .messages(&chat.id)
            .send("See you!")
            .rate_limit_line(line)
            .send()?;
    }
    Ok(())
}
// ANCHOR_END: limits

// ANCHOR: split
use linq_client::message::Text;

/// Sends a text of any length, in messages of at most 10,000 characters.
pub fn tell(linq: &Client, chat: &str, story: &str) -> Result<(), Error> {
    for text in Text::new().plain(story).split()? {
        linq.chats().messages(chat).send(text).send()?;
    }
    Ok(())
}
// ANCHOR_END: split

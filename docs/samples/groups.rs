// ANCHOR: create
use linq_client::{Error, blocking::Client};

/// Creates a group with a name, and returns its identifier.
pub fn start_group(linq: &Client, line: &str, handles: &[&str]) -> Result<String, Error> {
    let group = linq
        .chats()
        .create(line, handles, "Hello, everyone!")
        .send()?
        .chat;
    linq.chats()
        .update(&group.id)
        .display_name("Project Team")
        .send()?;
    Ok(group.id.to_string())
}
// ANCHOR_END: create

// ANCHOR: participants
use linq_client::{Handle, message::Text};

/// Replaces a participant, and introduces the new one.
pub fn replace(linq: &Client, group: &str, old: &str, new: &Handle) -> Result<(), Error> {
    linq.chats().participants(group).add(new).send()?;
    linq.chats().participants(group).remove(old).send()?;
    let text = Text::new()
        .plain("Welcome, ")
        .mention("Zoë", new.clone())
        .plain("!");
    linq.chats().messages(group).send(text).send()?;
    Ok(())
}
// ANCHOR_END: participants

// ANCHOR: poll
/// Sends a poll, and returns the identifier of its message.
pub fn ask_for_lunch(linq: &Client, group: &str) -> Result<String, Error> {
    let poll = linq
        .chats()
        .polls(group)
        .create(["Pizza", "Sushi"])
        .send()?;
    Ok(poll.message_id.to_string())
}
// ANCHOR_END: poll

// ANCHOR: leave
/// Leaves a group. Afterwards, every call about it is rejected with code 2013.
pub fn leave(linq: &Client, group: &str) -> Result<(), Error> {
    linq.chats().leave(group).send()?;
    Ok(())
}
// ANCHOR_END: leave

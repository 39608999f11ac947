// ANCHOR: client
use linq_client::{blocking::Client, error::InvalidArgument};

/// Returns a client with the API key in `LINQ_API_V3_API_KEY`.
pub fn client() -> Result<Client, InvalidArgument> {
    Client::from_env()
}
// ANCHOR_END: client

// ANCHOR: send
use linq_client::Error;

/// Sends a first message from one of your lines, and returns the identifier of the chat.
pub fn greet(linq: &Client, line: &str, handle: &str) -> Result<String, Error> {
    let created = linq.chats().create(line, [handle], "Welcome! 👋").send()?;
    Ok(created.chat.id.to_string())
}
// ANCHOR_END: send

// ANCHOR: decorate
use linq_client::message::{Effect, MessageContent, ScreenEffect, Text};

/// Sends a decorated text with confetti.
pub fn congratulate(linq: &Client, chat: &str, name: &str) -> Result<(), Error> {
    let text = Text::new()
        .plain("Happy birthday, ")
        .bold(name)
        .plain(" 🎂");
    let message = MessageContent::from(text).effect(Effect::screen(ScreenEffect::Confetti));
    let sent = linq.chats().messages(chat).send(message).send()?;
    println!("sent as {}", sent.message.id);
    Ok(())
}
// ANCHOR_END: decorate

// ANCHOR: list
/// Prints the newest messages of a chat, at most 100.
pub fn show(linq: &Client, chat: &str) -> Result<(), Error> {
    for message in linq.chats().messages(chat).list().items().take(100) {
        println!("{}", message?.text());
    }
    Ok(())
}
// ANCHOR_END: list

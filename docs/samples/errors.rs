// ANCHOR: handle
use linq_client::{Error, blocking::Client, error::ErrorCode};

/// Sends a text, and returns a message for the user.
pub fn send(linq: &Client, chat: &str, text: &str) -> String {
    match linq.chats().messages(chat).send(text).send() {
        Ok(_) => "Sent.".to_owned(),
        Err(error) if error.code() == Some(ErrorCode::ChatUnavailable) => {
            "You have left this chat.".to_owned()
        }
        Err(Error::InvalidArgument(error)) => format!("Please correct {error}."),
        Err(error) if error.may_have_taken_effect() => {
            "No response: it may or may not have been sent.".to_owned()
        }
        Err(error) => {
            eprintln!("{error}, trace {:?}", error.trace_id()); // for Linq's support
            "It was not sent.".to_owned()
        }
    }
}
// ANCHOR_END: handle

// ANCHOR: options
use std::time::Duration;

/// Sends a text within 10 seconds, with at most 4 retries.
pub fn send_soon(linq: &Client, chat: &str, text: &str) -> Result<(), Error> {
    let call = linq.chats().messages(chat).send(text);
    call.max_retries(4)
        .deadline(Duration::from_secs(10))
        .send()?;
    Ok(())
}
// ANCHOR_END: options

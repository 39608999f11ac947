// ANCHOR: key
use linq_client::{Error, blocking::Client};

/// Tells a customer that an order has been shipped: once, however often this is called.
pub fn notify(linq: &Client, chat: &str, order: u32) -> Result<(), Error> {
    let call = linq
        .chats()
        .messages(chat)
        .send("Your order has been shipped.");
    call.idempotency_key(format!("order-{order}-shipped"))
        .send()?;
    Ok(())
}
// ANCHOR_END: key

// ANCHOR: resume
/// Sends a text; if the outcome is unknown, once more under the same key.
pub fn send_reliably(linq: &Client, chat: &str, text: &str) -> Result<(), Error> {
    let Err(error) = linq.chats().messages(chat).send(text).send() else {
        return Ok(());
    };
    match error
        .idempotency_key()
        .filter(|_| error.may_have_taken_effect())
    {
        Some(key) => {
            let again = linq.chats().messages(chat).send(text);
            again.idempotency_key(key.to_string()).send().map(drop)
        }
        None => Err(error),
    }
}
// ANCHOR_END: resume

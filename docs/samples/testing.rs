// ANCHOR: canned
use linq_client::testing::{CannedResponse, CannedResponses};
use linq_client::{Error, blocking::Client};

/// The code under test.
pub fn greet(linq: &Client, chat: &str) -> Result<(), Error> {
    linq.chats().messages(chat).send("Hello!").send()?;
    Ok(())
}

pub fn test_without_a_network() -> Result<(), Box<dyn std::error::Error>> {
    let sent = r#"{"chat_id": "c1", "message": {"id": "m1", "parts": []}}"#;
    let canned = CannedResponses::in_order([CannedResponse::json(202, sent)]);
    let linq = Client::builder("any-key")
        .canned_responses(canned.clone())
        .build()?;
    greet(&linq, "c1")?;
    assert_eq!(
        canned.requests()[0].uri().path(),
        "/api/partner/v3/chats/c1/messages"
    );
    Ok(())
}
// ANCHOR_END: canned

// ANCHOR: emulator
use linq_emulator::{Emulator, Fault};

pub fn test_with_the_emulator() -> Result<(), Box<dyn std::error::Error>> {
    let emulator = Emulator::builder().start()?;
    let linq = Client::builder("any-key")
        .base_url(emulator.base_url())
        .build()?;
    let chat = linq
        .chats()
        .create("+12223334444", ["+15556667777"], "Hi")
        .send()?
        .chat;

    emulator.add_fault(Fault::drop_response().times(1))?; // the next response is lost
    greet(&linq, chat.id.as_str())?;
    assert_eq!(
        emulator.messages().len(),
        2,
        "the retry did not send it twice"
    );
    Ok(())
}
// ANCHOR_END: emulator

// ANCHOR: reply
use linq_client::webhook::{Consent, Event, MemoryDedupStore, deduplicate};
use linq_client::{Client, Error};

/// Replies to an inbound message, once. `think` is the agent.
pub async fn reply<F: Future<Output = String>>(
    linq: &Client,
    store: &MemoryDedupStore,
    event: &Event,
    think: impl Fn(String) -> F,
) -> Result<(), Box<dyn std::error::Error>> {
    let work = async {
        if Consent::of_event(event) == Some(Consent::OptOut) {
            println!("opted out: remember it, and send nothing more");
        }
        // False for your own messages, opt-outs, and messages that were recovered later.
        if !event.may_auto_reply() {
            return Ok(());
        }
        let (Some(chat), Some(message)) = (event.chat_id(), event.message()) else {
            return Ok(());
        };
        linq.chats().typing(&chat).start().await?;
        let text = think(message.text().into_owned()).await;
        // The key sends the reply once, even if the event is handled a second time.
        let call = linq.chats().messages(&chat).send(text);
        call.idempotency_key(event.event_id.as_str()).await?;
        Ok::<(), Error>(())
    };
    deduplicate(store, &event.event_id, work).await?;
    Ok(())
}
// ANCHOR_END: reply

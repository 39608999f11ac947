//! Sends a text to each phone number of a file, exactly once, however often it is killed and started again:
//! `cargo run -p linq-client -F durable --example bulk_send -- numbers.txt spring-sale "Everything must go!"`

use linq_client::{
    blocking::Client,
    durable::{Outbox, RunOptions},
};
use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let [file, campaign, text] = &arguments[..] else {
        return Err("usage: bulk_send FILE CAMPAIGN TEXT".into());
    };
    let linq = Client::from_env()?; // LINQ_API_V3_API_KEY
    let outbox = Outbox::open(format!("{campaign}.db"))?;

    for number in fs::read_to_string(file)?.split_whitespace() {
        // The key makes it one message for each number, also the second time.
        let key = format!("{campaign} {number}");
        outbox.enqueue(linq.messages().create(number, text).idempotency_key(key))?;
    }
    outbox.run(&linq, RunOptions::new().until_empty())?;

    for (state, entries) in outbox.count()? {
        println!("{entries} {state}");
    }
    Ok(())
}

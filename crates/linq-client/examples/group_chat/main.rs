//! A group chat from its first message to leaving it.
//!
//! ```console
//! $ cargo run -p linq-client -F async,axum --example group_chat
//! ```
//!
//! runs on an emulator of the API inside this process, with webhooks over a real loopback socket. To
//! run it on the real API, with `LINQ_API_V3_API_KEY` set and participants who know about it:
//!
//! ```console
//! $ cargo run -p linq-client -F async,axum --example group_chat -- --live --from +1… --to +1…,+1… --guest +1…
//! ```

mod options;
mod receiver;

use linq_client::{
    Async, Client, Endpoint, Error,
    call::Call,
    message::{Effect, MessageContent, ScreenEffect, Text, TextAnimation},
    model::{Message, MessagePart},
};
use linq_emulator::Emulator;
use options::{Options, Target};
use receiver::Receiver;
use std::{error::Error as StdError, process::ExitCode};

#[tokio::main]
async fn main() -> ExitCode {
    let scenario = async {
        let options = Options::from_arguments(std::env::args().skip(1))?;
        match options.target {
            Target::Live => {
                Scenario {
                    linq: Client::from_env()?,
                    receiver: None,
                    options,
                }
                .run()
                .await
            }
            Target::Emulator => {
                let emulator = Emulator::builder().start()?;
                println!("emulator of the API at {}", emulator.base_url());
                let linq = Client::builder("any-key-will-do")
                    .base_url(emulator.base_url())
                    .build()?;
                let receiver = Some(Receiver::subscribe(&linq).await?);
                Scenario {
                    linq,
                    receiver,
                    options,
                }
                .run()
                .await
            }
        }
    };
    match scenario.await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nfailed: {error}");
            ExitCode::FAILURE
        }
    }
}

struct Scenario {
    linq: Client,
    receiver: Option<Receiver>,
    options: Options,
}

impl Scenario {
    async fn run(mut self) -> Result<(), Box<dyn StdError>> {
        let linq = self.linq.clone();
        let Options {
            from, to, guest, ..
        } = self.options.clone();
        let chats = linq.chats();

        let created = self.step(
            "Create a group with two recipients",
            chats.create(&from, &to, "Welcome to the group!"),
        );
        let chat = created.await?.chat;
        println!(
            "   chat {} with {} members, over {}",
            chat.id,
            chat.handles.len(),
            display(chat.service)
        );
        self.expect_events(&["chat.created", "message.sent"])
            .await?;

        let icon = "https://cdn.example.com/team-icon.png";
        self.step(
            "Give it a name and an icon",
            chats
                .update(&chat.id)
                .display_name("Project Team")
                .group_chat_icon(icon),
        )
        .await?;
        self.expect_events(&["chat.group_name_updated", "chat.group_icon_updated"])
            .await?;

        self.step(
            &format!("Add {guest}"),
            chats.participants(&chat.id).add(&guest),
        )
        .await?;
        self.expect_events(&["participant.added"]).await?;

        let text = Text::new()
            .bold("Hello ")
            .plain("wörld 🎂")
            .animate("!", TextAnimation::Shake);
        let message = MessageContent::from(text).effect(Effect::screen(ScreenEffect::Confetti));
        self.step(
            "Send a decorated message",
            chats.messages(&chat.id).send(message),
        )
        .await?;
        self.expect_events(&["message.sent"]).await?;

        let page = self
            .step("Read the chat back", chats.messages(&chat.id).list())
            .await?;
        page.items.iter().for_each(print_message);

        self.step(
            &format!("Remove {guest}"),
            chats.participants(&chat.id).remove(&guest),
        )
        .await?;
        self.expect_events(&["participant.removed"]).await?;

        println!("\nInvalid calls:");
        self.rejected(
            "an invalid handle",
            chats.participants(&chat.id).add("(205) 249-9136"),
        )
        .await?;
        self.rejected(
            "a link in a first message",
            chats.create(&from, &to, "See https://example.com"),
        )
        .await?;
        self.rejected(
            "removing one of three",
            chats.participants(&chat.id).remove(&to[0]),
        )
        .await?;
        self.rejected("leaving a group of three", chats.leave(&chat.id))
            .await?;

        self.step(
            &format!("Add {guest} again, so that four are there"),
            chats.participants(&chat.id).add(&guest),
        )
        .await?;
        self.expect_events(&["participant.added"]).await?;
        self.step("Leave", chats.leave(&chat.id)).await?;
        self.expect_events(&["participant.removed"]).await?;

        println!("\nAfter leaving:");
        self.rejected(
            "writing to the group",
            chats.messages(&chat.id).send("Hello again"),
        )
        .await?;
        println!("\nDone.");
        Ok(())
    }

    /// Sends one call and prints its trace id.
    async fn step<E: Endpoint>(
        &self,
        what: &str,
        call: Call<'_, Async, E>,
    ) -> Result<E::Response, Error> {
        let response = call.with_response().await?;
        println!("\n{what}");
        println!(
            "   {}  trace {}",
            response.status,
            response.trace_id().unwrap_or("unknown")
        );
        Ok(response.value)
    }

    /// Sends a call that must be rejected, and prints the error.
    async fn rejected<E: Endpoint>(
        &self,
        what: &str,
        call: Call<'_, Async, E>,
    ) -> Result<(), Box<dyn StdError>> {
        match call.send().await {
            Ok(_) => Err(format!("{what} was not rejected").into()),
            Err(Error::InvalidArgument(invalid)) => {
                println!(
                    "   {what}: rejected before sending, `{}`: {}",
                    invalid.path(),
                    invalid.reason()
                );
                Ok(())
            }
            Err(error) => {
                println!("   {what}: {error}");
                Ok(())
            }
        }
    }

    /// Waits for the webhooks that the last step caused.
    async fn expect_events(&mut self, expected: &[&str]) -> Result<(), Box<dyn StdError>> {
        match &mut self.receiver {
            Some(receiver) => receiver.expect_events(expected).await,
            None => Ok(()),
        }
    }
}

fn print_message(message: &Message) {
    let created_at = display(message.created_at);
    for part in message.parts.as_deref().unwrap_or_default() {
        match part {
            MessagePart::Text(text) => {
                println!("   {created_at}  {}", display(text.value.as_ref()));
            }
            other => println!("   {created_at}  ({})", other.type_name()),
        }
    }
}

/// Displays a field, which a server may leave out although it is documented.
fn display(value: Option<impl std::fmt::Display>) -> String {
    value.map_or_else(|| "(unknown)".to_owned(), |value| value.to_string())
}

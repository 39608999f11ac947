//! The story of a group chat, from its first message to leaving it.
//!
//! ```console
//! $ cargo run --example group_chat
//! ```
//!
//! runs on an emulator of the API inside this process, with webhooks over a real loopback socket. To
//! run it on the real API, with `LINQ_API_V3_API_KEY` set and people who know about it:
//!
//! ```console
//! $ cargo run --example group_chat -- --live --from +1… --to +1…,+1… --guest +1…
//! ```

mod options;
mod receiver;

use linq_core::{
    Endpoint,
    call::Call,
    message::{Effect, MessageContent, ScreenEffect, Text, TextAnimation},
    model::{Message, MessagePart},
};
use linq_emulator::Emulator;
use linq_reqwest::{Async, Client, Error};
use options::{Options, Where};
use receiver::Receiver;
use std::{error::Error as StdError, process::ExitCode};

#[tokio::main]
async fn main() -> ExitCode {
    let story = async {
        let options = Options::from_arguments(std::env::args().skip(1))?;
        match options.place {
            Where::Live => {
                Story {
                    linq: Client::from_env()?,
                    receiver: None,
                    options,
                }
                .tell()
                .await
            }
            Where::Emulator => {
                let emulator = Emulator::builder().start()?;
                println!("An emulator of the API listens on {}", emulator.base_url());
                let linq = Client::builder("any-key-will-do")
                    .base_url(emulator.base_url())
                    .build()?;
                let receiver = Some(Receiver::subscribe(&linq).await?);
                Story {
                    linq,
                    receiver,
                    options,
                }
                .tell()
                .await
            }
        }
    };
    match story.await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nThe story ends here: {error}");
            ExitCode::FAILURE
        }
    }
}

struct Story {
    linq: Client,
    receiver: Option<Receiver>,
    options: Options,
}

impl Story {
    async fn tell(mut self) -> Result<(), Box<dyn StdError>> {
        let linq = self.linq.clone();
        let Options {
            from, to, guest, ..
        } = self.options.clone();
        let chats = linq.chats();

        let created = self.step(
            "Create a group by writing to two people",
            chats.create(&from, &to, "Welcome to the group!"),
        );
        let chat = created.await?.chat;
        println!(
            "   chat {} with {} members, over {}",
            chat.id,
            chat.handles.len(),
            shown(chat.service)
        );
        self.hear(&["chat.created", "message.sent"]).await?;

        let icon = "https://cdn.example.com/team-icon.png";
        self.step(
            "Give it a name and an icon",
            chats
                .update(&chat.id)
                .display_name("Project Team")
                .group_chat_icon(icon),
        )
        .await?;
        self.hear(&["chat.group_name_updated", "chat.group_icon_updated"])
            .await?;

        self.step(
            &format!("Add {guest}"),
            chats.participants(&chat.id).add(&guest),
        )
        .await?;
        self.hear(&["participant.added"]).await?;

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
        self.hear(&["message.sent"]).await?;

        let page = self
            .step("Read the chat back", chats.messages(&chat.id).list())
            .await?;
        page.items.iter().for_each(print_message);

        self.step(
            &format!("Remove {guest}"),
            chats.participants(&chat.id).remove(&guest),
        )
        .await?;
        self.hear(&["participant.removed"]).await?;

        println!("\nWhat the rules forbid:");
        self.forbidden(
            "a handle that is none",
            chats.participants(&chat.id).add("(205) 249-9136"),
        )
        .await?;
        self.forbidden(
            "a link in a first message",
            chats.create(&from, &to, "See https://example.com"),
        )
        .await?;
        self.forbidden(
            "removing one of three",
            chats.participants(&chat.id).remove(&to[0]),
        )
        .await?;
        self.forbidden("leaving a group of three", chats.leave(&chat.id))
            .await?;

        self.step(
            &format!("Add {guest} again, so that four are there"),
            chats.participants(&chat.id).add(&guest),
        )
        .await?;
        self.hear(&["participant.added"]).await?;
        self.step("Leave", chats.leave(&chat.id)).await?;
        self.hear(&["participant.removed"]).await?;

        println!("\nAfter leaving:");
        self.forbidden(
            "writing to the group",
            chats.messages(&chat.id).send("Anybody there?"),
        )
        .await?;
        println!("\nThe end.");
        Ok(())
    }

    /// Carries out one call and prints its trace id.
    async fn step<E: Endpoint>(
        &self,
        what: &str,
        call: Call<'_, Async, E>,
    ) -> Result<E::Response, Error> {
        let reply = call.with_response().await?;
        println!("\n{what}");
        println!(
            "   {}  trace {}",
            reply.status,
            reply.trace_id().unwrap_or("unknown")
        );
        Ok(reply.value)
    }

    /// Carries out a call that has to be refused, and prints how.
    async fn forbidden<E: Endpoint>(
        &self,
        what: &str,
        call: Call<'_, Async, E>,
    ) -> Result<(), Box<dyn StdError>> {
        match call.send().await {
            Ok(_) => Err(format!("{what} was not refused").into()),
            Err(Error::InvalidArgument(invalid)) => {
                println!(
                    "   {what}: refused here, at `{}`: {}",
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
    async fn hear(&mut self, expected: &[&str]) -> Result<(), Box<dyn StdError>> {
        match &mut self.receiver {
            Some(receiver) => receiver.hear(expected).await,
            None => Ok(()),
        }
    }
}

fn print_message(message: &Message) {
    let created_at = shown(message.created_at);
    for part in message.parts.as_deref().unwrap_or_default() {
        match part {
            MessagePart::Text(text) => println!("   {created_at}  {}", shown(text.value.as_ref())),
            other => println!("   {created_at}  ({})", other.type_name()),
        }
    }
}

/// A server may leave out what it is documented to send.
fn shown(value: Option<impl std::fmt::Display>) -> String {
    value.map_or_else(|| "(not told)".to_owned(), |value| value.to_string())
}

//! An emulator with a group chat, and helpers to inspect errors.

use linq_core::{
    Client, Error,
    error::{ApiError, TransportError, TransportErrorKind},
    id::ChatId,
};
use linq_emulator::{Emulator, Fault};
use linq_suite::transports::Runner;

pub(crate) const LINE: &str = "+12223334444";
pub(crate) const FRIENDS: [&str; 2] = ["+15556667777", "+18889990000"];
pub(crate) const GUEST: &str = "+12052499136";

/// An emulator with a group chat, and a client.
pub(crate) struct Fixture<R: Runner> {
    pub(crate) emulator: Emulator,
    pub(crate) linq: Client<R::Transport>,
    pub(crate) chat: ChatId,
}

impl<R: Runner> Fixture<R> {
    pub(crate) fn new(runner: &R) -> Self {
        Self::with(runner, |builder| builder)
    }

    pub(crate) fn with(
        runner: &R,
        configure: impl Fn(
            linq_core::call::ClientBuilder<R::Transport>,
        ) -> linq_core::call::ClientBuilder<R::Transport>,
    ) -> Self {
        let emulator = Emulator::builder().seed(7).start().unwrap();
        emulator.set_contact_card(LINE, "Linq", None).unwrap();
        let linq = configure(runner.builder(&emulator.base_url()))
            .build()
            .unwrap();
        let created = runner
            .wait(
                linq.chats()
                    .create(LINE, FRIENDS, "Welcome to the group!")
                    .send(),
            )
            .unwrap();
        Self {
            emulator,
            linq,
            chat: created.chat.id,
        }
    }

    pub(crate) fn fault(&self, fault: Fault) {
        self.emulator.add_fault(fault).unwrap();
    }

    pub(crate) fn send(
        &self,
        runner: &R,
        text: &str,
    ) -> Result<linq_core::model::MessageSendResponse, Error> {
        runner.wait(self.linq.chats().messages(&self.chat).send(text).send())
    }

    /// Returns how often a message with this text was delivered.
    pub(crate) fn copies(&self, text: &str) -> usize {
        self.emulator
            .messages()
            .iter()
            .filter(|message| message.text.concat() == text)
            .count()
    }

    /// Returns the number of requests since the chat was created.
    pub(crate) fn requests(&self) -> usize {
        self.emulator.requests().len() - 1
    }
}

pub(crate) fn api(error: &Error) -> &ApiError {
    error.as_api().unwrap_or_else(|| panic!("{error:?}"))
}

pub(crate) fn transport(error: &Error) -> &TransportError {
    match error {
        Error::Transport(error) => error,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn kind(error: &Error) -> TransportErrorKind {
    transport(error).kind()
}

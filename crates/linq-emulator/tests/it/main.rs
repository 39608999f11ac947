//! The emulator over real sockets, one module a topic.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic like tests")]

mod attachments;
mod binary;
mod chats;
mod connection;
mod content;
mod control;
mod deliveries;
mod faults;
mod harness;
mod limits;
mod messages;
mod participants;
mod receiver;
mod seeds;
mod subscriptions;
mod text_parts;
mod webhooks;

//! Tests of the emulator over real sockets, one module per topic.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic like tests")]

mod attachments;
mod binary;
mod chats;
mod connection;
mod content;
mod control;
mod deliveries;
mod events;
mod extras;
mod faults;
mod harness;
mod limits;
mod lines;
mod messages;
mod messages_create;
mod network;
mod observed_shapes;
mod participants;
mod payments;
mod polls;
mod reactions;
mod receiver;
mod retries;
mod sandbox;
mod seeds;
mod single_message;
mod subscriptions;
mod text_parts;
mod webhook_faults;
mod webhooks;

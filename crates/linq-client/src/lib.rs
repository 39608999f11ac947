//! A client for the [Linq Partner API v3](https://docs.linqapp.com/api/): iMessage, RCS and SMS in one REST API.
//!
//! ```no_run
//! let linq = linq_client::blocking::Client::from_env()?; // LINQ_API_V3_API_KEY
//! let to = ["+15556667777", "+18889990000"];
//! let created = linq.chats().create("+12223334444", to, "Welcome to the group!").send()?;
//! linq.chats().participants(&created.chat.id).add("+12052499136").send()?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Features
//!
//! | feature | default | |
//! |---|---|---|
//! | `blocking` | yes | [`blocking::Client`], on ureq |
//! | `async` | | [`Client`], on reqwest and tokio |
//! | `webhook` | | [`webhook::Receiver`], for any server |
//! | `axum` | | [`webhook::axum`], an extractor of events, and [`webhook::serve`] |
//! | `tracing` | | spans and events of calls, without bodies or secrets |
//! | `durable` | | [`durable::Outbox`]: messages that survive a crash, in a SQLite file |
//! | `gzip` | yes | compressed responses |
//! | `http2` | yes | HTTP/2, for the async client |
//! | `aws-lc-rs`, `ring` | `aws-lc-rs` | the crypto library of TLS (rustls), which all transports share; `aws-lc-rs` takes precedence |
//!
//! A crypto provider that the process has installed for rustls takes precedence over both, which then can be off. With
//! `ring` and `async` but without `aws-lc-rs`, an application that builds a client of reqwest itself, even one for plain
//! HTTP, must install a provider first.
//!
//! # Where to find what
//!
//! | | |
//! |---|---|
//! | send a message, list, change | the methods of [`call::Client`], such as [`chats`](call::Client::chats) |
//! | write a message | [`message`] |
//! | read a response | [`model`] |
//! | handle a failure | [`Error`], and [`error`] |
//! | options of a client, of a call | [`call::ClientBuilder`], [`Call`] |
//! | send a file, get a file | [`upload`], [`download`] |
//! | receive events | [`webhook`] |
//! | stay within the rate limits | [`rate_limit`] |
//! | survive a crash | [`durable`] |
//! | test without a network | [`testing`] |
//! | see a request without sending it | [`call::Client::dry_run`] |

pub use bytes;
pub use http;
pub use linq_core::{
    ApiKey, Call, Change, Connect, DryRun, Endpoint, Error, Handle, InvalidApiKey,
    InvalidTimestamp, Method, PhoneNumber, Secret, Timestamp, Transport, api, call, download,
    endpoint, error, exchange, handle, id, message, model, rate_limit, schema, stored_call,
    surrogates, testing, upload,
};
#[cfg(feature = "durable")]
pub use linq_durable as durable;
#[cfg(feature = "async")]
pub use linq_reqwest::{Async, CallFuture, Client};

/// The blocking client, on ureq.
#[cfg(feature = "blocking")]
pub mod blocking {
    pub use linq_ureq::{Blocking, Client, FileReader, FileWriter, interrupt};
}

/// The sources of uploads, and the responses of downloads, of the async client.
#[cfg(feature = "async")]
pub mod asynchronous {
    pub use linq_reqwest::{FileReader, FileResponse};
}

/// Webhooks: signatures, events, deduplication, and with the feature `webhook` a receiver.
pub mod webhook {
    pub use linq_core::webhook::*;
    #[cfg(feature = "webhook")]
    pub use linq_webhook::{Receiver, Rejection};
    #[cfg(feature = "axum")]
    pub use linq_webhook::{Serve, axum, serve};
}

/// The samples of the READMEs.
#[cfg(all(
    doctest,
    feature = "async",
    feature = "axum",
    feature = "blocking",
    feature = "durable"
))]
mod readmes {
    #[doc = include_str!("../../../README.md")]
    struct Repository;

    #[doc = include_str!("../README.md")]
    struct Package;

    #[doc = include_str!("../../linq-durable/README.md")]
    struct Durable;
}

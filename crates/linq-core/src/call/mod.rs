//! Clients, calls and pages, generic over blocking and async transports.

mod builder;
mod client;
mod client_config;
mod dry_run;
mod environment;
mod page;
mod prepared;
mod proxy;
mod request;
mod with_response;

pub use crate::response::ApiResponse;
pub use builder::ClientBuilder;
pub use client::Client;
pub use client_config::ClientConfig;
pub use dry_run::DryRun;
pub use environment::Environment;
pub use page::{CursorGuard, Items, Page, PageItem, Paged, next_offset};
pub use prepared::PreparedCall;
pub use proxy::{ProxyUrl, Route};
pub use request::CustomRequest;
pub use with_response::{Raw, WithResponse};

pub(crate) use page::paged_by_cursor;
pub(crate) use request::check_path;

use crate::{
    PhoneNumber,
    endpoint::Endpoint,
    error::{IntoField, InvalidArgument},
    exchange::CallOptions,
    message::IdempotencyKey,
};
use serde::Serialize;
use std::{fmt::Display, time::Duration};

/// An executor of calls: a blocking or async transport, or [`DryRun`], which sends nothing.
pub trait Transport {
    /// Return type of a call: a `Result`, a future of one, or the request itself.
    type Output<T: Send + 'static>;

    /// Executes one call.
    fn call<E: Endpoint>(&self, call: PreparedCall<E>) -> Self::Output<E::Response>;
}

/// A [`Transport`] that can be created from [`ClientConfig`], as [`Client::new`] does.
pub trait Connect: Transport + Sized {
    /// Creates the transport. Nothing is sent.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] for a setting that the transport cannot apply.
    fn connect(config: ClientConfig) -> Result<Self, InvalidArgument>;
}

/// A call that has not been sent, and the builder of its optional fields and options.
///
/// It is executed by [`send`](Self::send), or by `.await` with an async transport. An invalid argument is returned as
/// an error then, with the path of the field.
///
/// The page of an operation, such as [`CreateMessage`](crate::api::messages::CreateMessage), lists its optional fields,
/// and links to their setters below.
#[must_use = "nothing is sent until `.send()` or `.await`"]
#[derive(Debug)]
pub struct Call<'c, C, E> {
    transport: &'c C,
    prepared: PreparedCall<E>,
}

impl<'c, C, E> Call<'c, C, E> {
    pub(crate) fn new(transport: &'c C, endpoint: Result<E, InvalidArgument>) -> Self {
        Self {
            transport,
            prepared: PreparedCall {
                endpoint,
                options: CallOptions::default(),
            },
        }
    }

    /// Sets the maximum time for one attempt, from connecting to the last byte of the response.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.prepared.options = self.prepared.options.timeout(timeout);
        self
    }

    /// Sets the maximum number of retries, which are made for retryable errors on idempotent requests.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.prepared.options = self.prepared.options.max_retries(retries);
        self
    }

    /// Sets the maximum time for the whole call, delays and retries included.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.prepared.options = self.prepared.options.deadline(deadline);
        self
    }

    /// Sets the idempotency key, under which the server executes the call at most once, also across processes. Without
    /// it, operations that take a key get a random one.
    pub fn idempotency_key(mut self, key: impl IntoField<IdempotencyKey>) -> Self {
        match key.into_field("idempotency_key") {
            Ok(key) => self.prepared.options = self.prepared.options.idempotency_key(key),
            Err(invalid) => self.set_error(invalid),
        }
        self
    }

    /// Names the line that sends the message of this call, for the rate limit
    /// [`MessagesPerLine`](crate::rate_limit::Limit::MessagesPerLine), if its arguments do not. It is not sent, and
    /// does not choose the line.
    pub fn rate_limit_line(mut self, line: impl IntoField<PhoneNumber>) -> Self {
        match line.into_field("rate_limit_line") {
            Ok(line) => self.prepared.options = self.prepared.options.rate_limit_line(line),
            Err(invalid) => self.set_error(invalid),
        }
        self
    }

    /// Sets a header of this call, replacing one of that name. The value is never logged.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match std::mem::take(&mut self.prepared.options).header(name, value) {
            Ok(options) => self.prepared.options = options,
            Err(invalid) => self.set_error(invalid),
        }
        self
    }

    /// Sets a query parameter of this call, replacing one of that name, including one that has a setter. For a list,
    /// `cursor` and `offset` apply to the first page only.
    pub fn query(mut self, name: &str, value: impl Display) -> Self {
        match std::mem::take(&mut self.prepared.options).query(name, value) {
            Ok(options) => self.prepared.options = options,
            Err(invalid) => self.set_error(invalid),
        }
        self
    }

    /// Sets a field of the JSON body of this call, replacing one of that name, including one that has a setter. For
    /// fields of the API that this version does not know.
    ///
    /// Replacing a whole message also replaces its idempotency key; the call is then not retried after a lost response.
    pub fn body_field(mut self, name: &str, value: impl Serialize) -> Self {
        match std::mem::take(&mut self.prepared.options).body_field(name, value) {
            Ok(options) => self.prepared.options = options,
            Err(invalid) => self.set_error(invalid),
        }
        self
    }

    /// Replaces all options.
    pub fn options(mut self, options: CallOptions) -> Self {
        self.prepared.options = options;
        self
    }

    /// Returns the call as a [`Transport`] executes it.
    pub fn into_prepared(self) -> PreparedCall<E> {
        self.prepared
    }

    /// Makes the call return the status, headers and raw body with its result.
    pub fn with_response(self) -> Call<'c, C, WithResponse<E>> {
        self.map(WithResponse)
    }

    /// Makes the call return the status, headers and raw body, without decoding it. An error response is still returned
    /// as an error, which has its raw body.
    pub fn raw(self) -> Call<'c, C, Raw<E>> {
        self.map(Raw)
    }

    fn map<F>(self, wrap: impl FnOnce(E) -> F) -> Call<'c, C, F> {
        let PreparedCall { endpoint, options } = self.prepared;
        Call {
            transport: self.transport,
            prepared: PreparedCall {
                endpoint: endpoint.map(wrap),
                options,
            },
        }
    }

    /// Sets a field, or keeps the error if it is the first.
    pub(crate) fn set<T>(
        mut self,
        value: Result<T, InvalidArgument>,
        assign: impl FnOnce(&mut E, T),
    ) -> Self {
        match value {
            Ok(value) => {
                if let Ok(endpoint) = &mut self.prepared.endpoint {
                    assign(endpoint, value);
                }
            }
            Err(invalid) => self.set_error(invalid),
        }
        self
    }

    fn set_error(&mut self, invalid: InvalidArgument) {
        if self.prepared.endpoint.is_ok() {
            self.prepared.endpoint = Err(invalid);
        }
    }
}

impl<C: Transport, E: Endpoint> Call<'_, C, E> {
    /// Executes the call.
    pub fn send(self) -> C::Output<E::Response> {
        self.transport.call(self.prepared)
    }
}

impl<C, E> From<Call<'_, C, E>> for PreparedCall<E> {
    fn from(call: Call<'_, C, E>) -> Self {
        call.prepared
    }
}

impl<C, E> IntoFuture for Call<'_, C, E>
where
    C: Transport,
    E: Endpoint,
    C::Output<E::Response>: Future,
{
    type Output = <C::Output<E::Response> as Future>::Output;
    type IntoFuture = C::Output<E::Response>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}

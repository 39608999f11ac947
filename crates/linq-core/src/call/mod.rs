//! From a resource method to a request: written once, for blocking and async transports alike.

mod builder;
mod client;
mod dry_run;
mod environment;
mod page;
mod prepared;
mod proxy;
mod request;
mod settings;
mod with_response;

pub use crate::response::ApiResponse;
pub use builder::ClientBuilder;
pub use client::Client;
pub use dry_run::DryRun;
pub use environment::Environment;
pub use page::{CursorGuard, Items, Page, PageItem, Paged, next_offset};
pub use prepared::PreparedCall;
pub use proxy::{ProxyUrl, Route};
pub use request::CustomRequest;
pub use settings::Settings;
pub use with_response::{Raw, WithResponse};

pub(crate) use page::paged_by_cursor;

use crate::{
    endpoint::Endpoint,
    error::{IntoField, InvalidArgument},
    exchange::CallOptions,
    message::IdempotencyKey,
};
use serde::Serialize;
use std::{fmt::Display, time::Duration};

/// Carries out calls: over a network, blocking or not, or, as [`DryRun`], not at all.
pub trait Transport {
    /// What a call gives: a `Result`, a future of one, or the request itself.
    type Output<T: Send + 'static>;

    /// Carries out one call.
    fn call<E: Endpoint>(&self, call: PreparedCall<E>) -> Self::Output<E::Response>;
}

/// A [`Transport`] that can be opened from settings, which is what [`Client::new`] does.
pub trait Connect: Transport + Sized {
    /// Makes ready to call; nothing is sent yet.
    fn connect(settings: Settings) -> Result<Self, InvalidArgument>;
}

/// A call with its optional fields and options still open.
///
/// Nothing happens until [`send`](Self::send), or `.await` where the transport is async. A value that
/// a field does not take is reported then, with the field's path.
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

    /// The time for one attempt, from connecting to the last byte of the reply.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.prepared.options = self.prepared.options.timeout(timeout);
        self
    }

    /// How often this call may be tried again, where that is safe and can help.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.prepared.options = self.prepared.options.max_retries(retries);
        self
    }

    /// The time for the whole call, pauses and retries included.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.prepared.options = self.prepared.options.deadline(deadline);
        self
    }

    /// The key under which the server carries out this call once, however often it is repeated, also
    /// after this process has ended. Without one, each send gets a fresh one.
    pub fn idempotency_key(mut self, key: impl IntoField<IdempotencyKey>) -> Self {
        match key.into_field("idempotency_key") {
            Ok(key) => self.prepared.options = self.prepared.options.idempotency_key(key),
            Err(invalid) => self.refuse(invalid),
        }
        self
    }

    /// A header for this call, replacing one of that name. Its value is never shown.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match std::mem::take(&mut self.prepared.options).header(name, value) {
            Ok(options) => self.prepared.options = options,
            Err(invalid) => self.refuse(invalid),
        }
        self
    }

    /// A query parameter for this call, replacing one of that name, also one that has a setter. Of the
    /// pages of a list, `cursor` and `offset` say where the first one starts.
    pub fn query(mut self, name: &str, value: impl Display) -> Self {
        match std::mem::take(&mut self.prepared.options).query(name, value) {
            Ok(options) => self.prepared.options = options,
            Err(invalid) => self.refuse(invalid),
        }
        self
    }

    /// A field of the JSON body for this call, replacing one of that name, also one that has a setter:
    /// for what the API takes and this version does not know.
    ///
    /// A message that is replaced as a whole has no idempotency key but the one you put in; the call is
    /// then not repeated after a lost reply.
    pub fn body_field(mut self, name: &str, value: impl Serialize) -> Self {
        match std::mem::take(&mut self.prepared.options).body_field(name, value) {
            Ok(options) => self.prepared.options = options,
            Err(invalid) => self.refuse(invalid),
        }
        self
    }

    /// All options at once, in place of those that were set before.
    pub fn options(mut self, options: CallOptions) -> Self {
        self.prepared.options = options;
        self
    }

    /// What a [`Transport`] gets to carry out.
    pub fn into_prepared(self) -> PreparedCall<E> {
        self.prepared
    }

    /// The same call, giving the status, the headers and the raw body as well.
    pub fn with_response(self) -> Call<'c, C, WithResponse<E>> {
        self.map(WithResponse)
    }

    /// The same call, giving the status, the headers and the raw body, and nothing else: the body is
    /// not decoded. A refusal is an error all the same, which has its body too.
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

    /// Sets a field, or keeps the first complaint about one.
    pub(crate) fn set<T>(
        mut self,
        path: &str,
        value: impl IntoField<T>,
        put: impl FnOnce(&mut E, T),
    ) -> Self {
        match value.into_field(path) {
            Ok(value) => {
                if let Ok(endpoint) = &mut self.prepared.endpoint {
                    put(endpoint, value);
                }
            }
            Err(invalid) => self.refuse(invalid),
        }
        self
    }

    fn refuse(&mut self, invalid: InvalidArgument) {
        if self.prepared.endpoint.is_ok() {
            self.prepared.endpoint = Err(invalid);
        }
    }
}

impl<C: Transport, E: Endpoint> Call<'_, C, E> {
    /// Carries out the call.
    pub fn send(self) -> C::Output<E::Response> {
        self.transport.call(self.prepared)
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

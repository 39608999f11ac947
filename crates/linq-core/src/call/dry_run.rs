use super::{Client, PreparedCall, Transport};
use crate::{
    endpoint::Endpoint,
    error::InvalidArgument,
    exchange::{BaseUrl, Entropy, ExchangeConfig, encode},
    secret::ApiKey,
};
use bytes::Bytes;
use http::Request;

/// A transport that sends nothing: a call returns the request that would be sent.
///
/// For tests without a server. The idempotency key is always the same.
///
/// ```
/// let linq = linq_core::Client::dry_run();
/// let request = linq.chats().participants("550e8400-e29b-41d4-a716-446655440000").add("+12052499136").send()?;
/// assert_eq!(request.method(), "POST");
/// assert_eq!(request.uri().path(), "/api/partner/v3/chats/550e8400-e29b-41d4-a716-446655440000/participants");
/// assert_eq!(request.body(), r#"{"handle":"+12052499136"}"#);
/// # Ok::<(), linq_core::error::InvalidArgument>(())
/// ```
#[derive(Clone, Debug)]
pub struct DryRun {
    config: ExchangeConfig,
}

impl DryRun {
    /// Creates a dry run of a client with this configuration.
    #[must_use]
    pub fn new(config: ExchangeConfig) -> Self {
        Self { config }
    }
}

impl Client<DryRun> {
    /// Creates a client that sends nothing; its API key is `dry-run`.
    #[must_use]
    pub fn dry_run() -> Self {
        let key = ApiKey::dry_run();
        Self::from_transport(DryRun::new(ExchangeConfig::new(BaseUrl::default(), &key)))
    }
}

impl Transport for DryRun {
    type Output<T: Send + 'static> = Result<Request<Bytes>, InvalidArgument>;

    fn call<E: Endpoint>(&self, call: PreparedCall<E>) -> Self::Output<E::Response> {
        encode(
            &self.config,
            call.endpoint?,
            &call.options,
            Entropy::new([7; Entropy::LEN]),
        )
        .map(|encoded| encoded.request)
    }
}

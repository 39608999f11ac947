use crate::{
    LinqError,
    wire::{self, Header},
};
use linq_core::{
    call, endpoint, error::InvalidArgument, exchange::CallOptions, message::IdempotencyKey,
};
use serde_json::value::RawValue;
use std::{
    collections::{BTreeMap, HashMap},
    ffi::OsString,
    time::Duration,
};

/// What all calls of a client share. The key is not among it: it comes with each call.
#[derive(Clone, uniffi::Record)]
pub struct EngineSettings {
    /// Linq's own API by default; `https`, or `http` on loopback. For an app, your backend. A `/v3`
    /// after `/api/partner` is dropped.
    #[uniffi(default = None)]
    pub base_url: Option<String>,
    /// Takes an `http` address of any host: keys then travel in the clear.
    #[uniffi(default = false)]
    pub allow_http: bool,
    /// The time for one attempt; 60 seconds unless told otherwise.
    #[uniffi(default = None)]
    pub timeout: Option<Duration>,
    /// How often a failed request may be tried again, where that is safe and can help; 2 unless told
    /// otherwise.
    #[uniffi(default = None)]
    pub max_retries: Option<u32>,
    /// The time for a whole call, pauses and retries included; none unless told otherwise.
    #[uniffi(default = None)]
    pub deadline: Option<Duration>,
    /// Headers for every request, in ASCII.
    #[uniffi(default = [])]
    pub headers: Vec<Header>,
    /// Waits for a turn where the API limits how often it may be called, instead of being refused.
    #[uniffi(default = false)]
    pub is_rate_limited: bool,
    /// Rejects responses that are not as documented, although the request was accepted.
    #[uniffi(default = false)]
    pub strict_responses: bool,
}

/// The settings of a client in the environment variables of the official clients.
#[derive(Clone, uniffi::Record)]
pub struct Environment {
    /// `LINQ_API_V3_API_KEY`.
    pub api_key: String,
    /// `LINQ_API_V3_BASE_URL`, unless it is empty.
    pub base_url: Option<String>,
    /// `LINQ_API_V3_CUSTOM_HEADERS`: lines of `Name: value`.
    pub headers: Vec<Header>,
}

/// Reads the environment variables of the official clients, by their names. Fails with `InvalidArgument`, which names the
/// variable that is missing, although it is needed, or not valid.
#[uniffi::export]
#[allow(clippy::implicit_hasher, reason = "uniffi knows one")]
pub fn read_environment(variables: HashMap<String, String>) -> Result<Environment, LinqError> {
    let environment = call::Environment::read(|name| variables.get(name).map(OsString::from))?;
    let headers = environment.headers.into_iter().collect();
    Ok(Environment {
        api_key: environment.api_key.expose().to_owned(),
        base_url: environment.base_url,
        headers: wire::headers(&headers),
    })
}

/// What one call does otherwise.
#[derive(Clone, uniffi::Record)]
pub struct CallSettings {
    /// The time for one attempt.
    #[uniffi(default = None)]
    pub timeout: Option<Duration>,
    /// How often this call may be tried again, where that is safe and can help.
    #[uniffi(default = None)]
    pub max_retries: Option<u32>,
    /// The time for the whole call, pauses and retries included.
    #[uniffi(default = None)]
    pub deadline: Option<Duration>,
    /// The key under which the server carries out this call once; a fresh one if absent.
    #[uniffi(default = None)]
    pub idempotency_key: Option<String>,
    /// Headers for this call, in ASCII.
    #[uniffi(default = [])]
    pub headers: Vec<Header>,
    /// Query parameters for this call, a name and a value each.
    #[uniffi(default = [])]
    pub query: Vec<Header>,
    /// Fields of the JSON body for this call, as a JSON object.
    #[uniffi(default = None)]
    pub body_fields: Option<String>,
}

/// What sending a request twice may do.
#[derive(Clone, Copy, uniffi::Enum)]
pub enum Idempotency {
    /// Nothing: it reads, or it sets a state to a given value.
    Idempotent,
    /// Nothing, since both carry the same header `Idempotency-Key`.
    Keyed,
    /// Two of what one should make.
    NotIdempotent,
}

impl From<Idempotency> for endpoint::Idempotency {
    fn from(idempotency: Idempotency) -> Self {
        match idempotency {
            Idempotency::Idempotent => Self::Idempotent,
            Idempotency::Keyed => Self::Keyed,
            Idempotency::NotIdempotent => Self::NotIdempotent,
        }
    }
}

impl TryFrom<CallSettings> for CallOptions {
    type Error = LinqError;

    fn try_from(settings: CallSettings) -> Result<Self, LinqError> {
        let mut options = Self::default();
        if let Some(timeout) = settings.timeout {
            options = options.timeout(timeout);
        }
        if let Some(retries) = settings.max_retries {
            options = options.max_retries(retries);
        }
        if let Some(deadline) = settings.deadline {
            options = options.deadline(deadline);
        }
        if let Some(key) = settings.idempotency_key {
            let key = IdempotencyKey::try_from(key)
                .map_err(|reason| InvalidArgument::new("idempotency_key", reason))?;
            options = options.idempotency_key(key);
        }
        for Header { name, value } in settings.headers {
            options = options.header(&name, &value)?;
        }
        for Header { name, value } in settings.query {
            options = options.query(&name, value)?;
        }
        if let Some(fields) = settings.body_fields {
            let fields: BTreeMap<String, Box<RawValue>> = serde_json::from_str(&fields)
                .map_err(|_| InvalidArgument::new("body_fields", "it is no JSON object"))?;
            for (name, value) in fields {
                options = options.body_field(&name, value)?;
            }
        }
        Ok(options)
    }
}

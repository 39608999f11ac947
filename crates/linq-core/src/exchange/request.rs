//! Request encoding: path, query, headers, body and idempotency key.

use super::{CallOptions, Entropy, ExchangeConfig};
use crate::{
    endpoint::{Endpoint, Idempotency, ParamLocation, Query},
    error::{InvalidArgument, Reason},
    header::IDEMPOTENCY_KEY,
    message::IdempotencyKey,
};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Method, Request, header};
use serde_json::value::RawValue;
use std::{collections::BTreeMap, fmt};

/// An encoded request, with its idempotency.
pub(crate) struct Encoded {
    pub(crate) request: Request<Bytes>,
    pub(crate) idempotency: Idempotency,
    /// Idempotency key that the request is sent with, if it is known.
    pub(crate) idempotency_key: Option<IdempotencyKey>,
}

/// A summary of a request for `Debug`, without the query, headers and body, which may hold one-time codes, signed URLs
/// and messages.
pub(crate) struct RequestSummary<'a>(pub(crate) &'a Request<Bytes>);

impl fmt::Debug for RequestSummary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, body) = (self.0.uri().path(), self.0.body().len());
        write!(f, "{} {path} ({body} bytes)", self.0.method())
    }
}

/// The parts of a request that do not depend on the client's configuration.
pub(crate) struct EncodedParts {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: Query,
    /// Headers of the endpoint and of the call.
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) body: Option<Bytes>,
    pub(crate) idempotency: Idempotency,
    pub(crate) idempotency_key: Option<IdempotencyKey>,
}

/// Validates and encodes a call.
pub(crate) fn encode<E: Endpoint>(
    config: &ExchangeConfig,
    endpoint: E,
    options: &CallOptions,
    entropy: Entropy,
) -> Result<Encoded, InvalidArgument> {
    let parts = encode_parts(endpoint, options, entropy)?;
    let mut request = Request::new(Bytes::new());
    *request.method_mut() = parts.method;
    let (path, query) = (parts.path, parts.query);
    let separator = if query.is_empty() { "" } else { "?" };
    *request.uri_mut() = format!("{}{path}{separator}{query}", config.base_url)
        .parse()
        .map_err(|_| InvalidArgument::new("path", "makes the URL too long"))?;
    let headers = request.headers_mut();
    headers.clone_from(&config.headers);
    if parts.body.is_some() {
        let json = HeaderValue::from_static("application/json");
        headers.insert(header::CONTENT_TYPE, json);
    }
    for (name, value) in parts.headers {
        headers.insert(name, value);
    }
    *request.body_mut() = parts.body.unwrap_or_default();
    Ok(Encoded {
        request,
        idempotency: parts.idempotency,
        idempotency_key: parts.idempotency_key,
    })
}

/// Validates a call, and encodes what does not depend on the client's configuration.
pub(crate) fn encode_parts<E: Endpoint>(
    mut endpoint: E,
    options: &CallOptions,
    entropy: Entropy,
) -> Result<EncodedParts, InvalidArgument> {
    insert_idempotency_key(&mut endpoint, options, entropy)?;
    endpoint.check()?;
    let query = Query::from(endpoint.query())
        .merge_defaults(&options.default_query)
        .replace(&options.query);
    let (path, own) = (endpoint.path()?, endpoint.headers()?);
    let (body, replaced) = add_fields(endpoint.body()?, &options.body_fields)?;
    let key_is_in_header = own.contains_key(IDEMPOTENCY_KEY)
        || takes_key_in_header(&endpoint)
            && (options.headers.iter()).any(|(name, _)| name == IDEMPOTENCY_KEY);
    let own = own
        .iter()
        .map(|(name, value)| (name.clone(), value.clone()));
    // Later ones replace earlier ones.
    let headers = (options.default_headers.iter().cloned())
        .chain(own)
        .chain(options.headers.iter().cloned());
    let is_replaced = replaced && !key_is_in_header;
    let idempotency = match endpoint.idempotency() {
        // The replaced fields may have contained the key, unless the operation takes it in a header.
        Idempotency::Keyed if is_replaced => Idempotency::NotIdempotent,
        idempotency => idempotency,
    };
    let key = endpoint.idempotency_key().and_then(|key| key.clone());
    Ok(EncodedParts {
        method: endpoint.method(),
        path,
        query,
        headers: headers.collect(),
        body,
        idempotency,
        idempotency_key: key.filter(|_| !is_replaced),
    })
}

/// Sets the idempotency key of an operation that takes one: the caller's, wherever it was given, else a random one.
fn insert_idempotency_key<E: Endpoint>(
    endpoint: &mut E,
    options: &CallOptions,
    entropy: Entropy,
) -> Result<(), InvalidArgument> {
    let in_header = key_in_header(endpoint, options)?;
    let in_options = options.idempotency_key.clone();
    let Some(slot) = endpoint.idempotency_key() else {
        return match in_options {
            None => Ok(()),
            Some(_) => Err(InvalidArgument::new(
                "idempotency_key",
                "this operation does not take one",
            )),
        };
    };
    // The server would use one of them, and the caller may expect the other.
    let mut given = [in_options, in_header, slot.take()].into_iter().flatten();
    let key = given.next();
    if given.any(|other| Some(&other) != key.as_ref()) {
        return Err(InvalidArgument::new(
            "idempotency_key",
            "must not be set to two different values",
        ));
    }
    *slot = Some(key.unwrap_or_else(|| entropy.idempotency_key()));
    Ok(())
}

/// Returns the key in the header `Idempotency-Key`, if the operation takes it there.
fn key_in_header<E: Endpoint>(
    endpoint: &E,
    options: &CallOptions,
) -> Result<Option<IdempotencyKey>, InvalidArgument> {
    if !takes_key_in_header(endpoint) {
        return Ok(None);
    }
    let own = endpoint.headers()?;
    let mut others = options.headers.iter().rev();
    let replacing = others.find(|(name, _)| name == IDEMPOTENCY_KEY);
    let Some(value) = replacing.map_or_else(|| own.get(IDEMPOTENCY_KEY), |(_, value)| Some(value))
    else {
        return Ok(None);
    };
    let text = value.to_str().unwrap_or_default().to_owned();
    let key = IdempotencyKey::try_from(text).map_err(Reason::from);
    key.map(Some)
        .map_err(|reason| InvalidArgument::new("idempotency_key", reason))
}

fn takes_key_in_header<E: Endpoint>(endpoint: &E) -> bool {
    let mut fields = endpoint.info().fields.iter();
    fields.any(|field| {
        field.location == ParamLocation::Header
            && field.name.eq_ignore_ascii_case(IDEMPOTENCY_KEY.as_str())
    })
}

/// Sets fields of a JSON body. Returns the body, and whether one of the fields replaced another.
fn add_fields(
    body: Option<Bytes>,
    fields: &BTreeMap<String, Box<RawValue>>,
) -> Result<(Option<Bytes>, bool), InvalidArgument> {
    if fields.is_empty() {
        return Ok((body, false));
    }
    // Not `Value`, which cannot represent numbers beyond 64 bits.
    let mut object: BTreeMap<String, Box<RawValue>> = match &body {
        None => BTreeMap::new(),
        Some(body) => serde_json::from_slice(body).map_err(|_| {
            InvalidArgument::new("body", "must be a JSON object to add fields to it")
        })?,
    };
    let mut replaced = false;
    for (name, value) in fields {
        replaced |= object.insert(name.clone(), value.clone()).is_some();
    }
    Ok((crate::endpoint::encode_json(&object)?, replaced))
}

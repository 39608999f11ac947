//! From a call to its request.

use super::{CallOptions, Config, Entropy};
use crate::{
    endpoint::{Endpoint, Query, Repeat},
    error::Invalid,
};
use bytes::Bytes;
use http::{HeaderValue, Request, header};
use serde_json::{Map, Value};

/// A request, and what sending it twice may do.
#[derive(Debug)]
pub(crate) struct Encoded {
    pub(crate) request: Request<Bytes>,
    pub(crate) repeat: Repeat,
}

/// Checks and encodes a call.
pub(crate) fn encode<E: Endpoint>(
    config: &Config,
    mut endpoint: E,
    options: &CallOptions,
    entropy: Entropy,
) -> Result<Encoded, Invalid> {
    put_idempotency_key(&mut endpoint, options, entropy)?;
    endpoint.check()?;
    let mut request = Request::new(Bytes::new());
    *request.method_mut() = endpoint.method();
    let query = Query::from(endpoint.query()).replace(&options.query);
    let (path, separator) = (endpoint.path()?, if query.is_empty() { "" } else { "?" });
    *request.uri_mut() = format!("{}{path}{separator}{query}", config.base_url)
        .parse()
        .map_err(|_| Invalid::new("path", "the URL is too long"))?;

    let (body, replaced) = add_fields(endpoint.body()?, &options.body_fields)?;
    let headers = request.headers_mut();
    headers.clone_from(&config.headers);
    if body.is_some() {
        let json = HeaderValue::from_static("application/json");
        headers.insert(header::CONTENT_TYPE, json);
    }
    headers.extend(endpoint.headers()?);
    for (name, value) in &options.headers {
        headers.insert(name, value.clone());
    }
    *request.body_mut() = body.unwrap_or_default();

    let repeat = match endpoint.repeat() {
        // The key may have been in what was replaced, unless it is in a header.
        Repeat::Keyed if replaced && !request.headers().contains_key("idempotency-key") => {
            Repeat::Duplicating
        }
        repeat => repeat,
    };
    Ok(Encoded { request, repeat })
}

fn put_idempotency_key<E: Endpoint>(
    endpoint: &mut E,
    options: &CallOptions,
    entropy: Entropy,
) -> Result<(), Invalid> {
    match (endpoint.idempotency_key(), &options.idempotency_key) {
        (Some(slot), Some(key)) => *slot = Some(key.clone()),
        (Some(slot), None) => {
            *slot = Some(slot.take().unwrap_or_else(|| entropy.idempotency_key()));
        }
        (None, Some(_)) => {
            return Err(Invalid::new(
                "idempotency_key",
                "this operation does not take one",
            ));
        }
        (None, None) => {}
    }
    Ok(())
}

/// Puts fields into a JSON body; whether one of them was there already.
fn add_fields(
    body: Option<Bytes>,
    fields: &Map<String, Value>,
) -> Result<(Option<Bytes>, bool), Invalid> {
    if fields.is_empty() {
        return Ok((body, false));
    }
    let mut object: Map<String, Value> = match &body {
        None => Map::new(),
        Some(body) => serde_json::from_slice(body)
            .map_err(|_| Invalid::new("body", "fields are for a body that is a JSON object"))?,
    };
    let mut replaced = false;
    for (name, value) in fields {
        replaced |= object.insert(name.clone(), value.clone()).is_some();
    }
    Ok((crate::endpoint::encode_json(&object)?, replaced))
}

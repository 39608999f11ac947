use crate::{
    error::InvalidArgument,
    json::{JsonError, from_json},
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The arguments of a call: a JSON object with the names of the API, such as `chat_id`. The name of the header
/// `Idempotency-Key` is `idempotency_key`.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct Arguments<'a>(#[serde(borrow)] BTreeMap<String, &'a RawValue>);

impl<'a> Arguments<'a> {
    pub(crate) fn read(json: &'a [u8]) -> Result<Self, InvalidArgument> {
        from_json(json).map_err(|problem| invalid("", problem))
    }

    /// Removes and decodes a required argument.
    pub(crate) fn required<T: DeserializeOwned>(
        &mut self,
        name: &str,
    ) -> Result<T, InvalidArgument> {
        match self.0.remove(name) {
            Some(json) => read(name, json),
            None => Err(InvalidArgument::new(name, "missing")),
        }
    }

    /// Removes and decodes an optional argument. `null` is the same as absent, unless the type decodes it.
    pub(crate) fn optional<T: DeserializeOwned>(
        &mut self,
        name: &str,
    ) -> Result<Option<T>, InvalidArgument> {
        match self.0.remove(name) {
            None => Ok(None),
            Some(json) if json.get() == "null" => Ok(read(name, json).ok()),
            Some(json) => read(name, json).map(Some),
        }
    }

    /// Rejects arguments that the operation does not have.
    pub(crate) fn finish(self) -> Result<(), InvalidArgument> {
        match self.0.into_keys().next() {
            Some(name) => Err(InvalidArgument::new(
                name,
                "not an argument of this operation",
            )),
            None => Ok(()),
        }
    }
}

fn read<T: DeserializeOwned>(name: &str, json: &RawValue) -> Result<T, InvalidArgument> {
    reject_large_numbers(name, json)?;
    from_json(json.get().as_bytes()).map_err(|problem| invalid(name, problem))
}

/// Rejects integers beyond 64 bits, which fields of any type would decode as floats.
fn reject_large_numbers(path: &str, json: &RawValue) -> Result<(), InvalidArgument> {
    let text = json.get();
    let mut runs = text.as_bytes().split(|byte| !byte.is_ascii_digit());
    if runs.all(|run| run.len() < DIGITS_OF_64_BITS) {
        return Ok(());
    }
    if let Ok(fields) = serde_json::from_str::<BTreeMap<String, &RawValue>>(text) {
        let mut fields = fields.into_iter();
        return fields
            .try_for_each(|(name, json)| reject_large_numbers(&format!("{path}.{name}"), json));
    }
    if let Ok(items) = serde_json::from_str::<Vec<&RawValue>>(text) {
        let mut items = items.into_iter().enumerate();
        return items
            .try_for_each(|(index, json)| reject_large_numbers(&format!("{path}[{index}]"), json));
    }
    let is_whole = text
        .bytes()
        .all(|byte| byte == b'-' || byte.is_ascii_digit());
    if is_whole && text.parse::<i64>().is_err() && text.parse::<u64>().is_err() {
        return Err(InvalidArgument::new(path, "must fit in 64 bits"));
    }
    Ok(())
}

/// Number of digits below which every integer fits in 64 bits.
const DIGITS_OF_64_BITS: usize = 19;

/// Removes line and column, since a binding has generated the JSON.
fn invalid(name: &str, problem: JsonError) -> InvalidArgument {
    let JsonError { path, what } = problem.without_position();
    let path = match (path.as_str(), name) {
        (".", "") => "arguments".to_owned(),
        (".", _) => name.to_owned(),
        (_, "") => path,
        _ if path.starts_with('[') => format!("{name}{path}"),
        _ => format!("{name}.{path}"),
    };
    InvalidArgument::new(path, what)
}

use crate::{
    error::InvalidArgument,
    json::{JsonProblem, from_json},
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The arguments of a call: a JSON object with the names of the API, such as `chat_id`. The header
/// `Idempotency-Key` is called `idempotency_key`.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct Arguments<'a>(#[serde(borrow)] BTreeMap<String, &'a RawValue>);

impl<'a> Arguments<'a> {
    pub(crate) fn read(json: &'a [u8]) -> Result<Self, InvalidArgument> {
        from_json(json).map_err(|problem| invalid("", problem))
    }

    /// An argument that has to be given.
    pub(crate) fn required<T: DeserializeOwned>(
        &mut self,
        name: &str,
    ) -> Result<T, InvalidArgument> {
        match self.0.remove(name) {
            Some(json) => read(name, json),
            None => Err(InvalidArgument::new(name, "it is missing")),
        }
    }

    /// An argument that may be left out. `null` leaves it out too, unless that has a meaning here.
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

    /// Refuses what was given and not asked for.
    pub(crate) fn finish(self) -> Result<(), InvalidArgument> {
        match self.0.into_keys().next() {
            Some(name) => Err(InvalidArgument::new(
                name,
                "this operation takes no such argument",
            )),
            None => Ok(()),
        }
    }
}

fn read<T: DeserializeOwned>(name: &str, json: &RawValue) -> Result<T, InvalidArgument> {
    reject_large_numbers(name, json)?;
    from_json(json.get().as_bytes()).map_err(|problem| invalid(name, problem))
}

/// Fields without a type would become floats if they have whole numbers beyond 64 bits.
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

/// Shorter numbers fit in any case.
const DIGITS_OF_64_BITS: usize = 19;

/// The position in JSON that a binding has written would tell nobody anything.
fn invalid(name: &str, problem: JsonProblem) -> InvalidArgument {
    let JsonProblem { path, mut what } = problem;
    if let Some(position) = what.rfind(" at line ") {
        what.truncate(position);
    }
    let path = match (path.as_str(), name) {
        (".", _) => name.to_owned(),
        (_, "") => path,
        _ if path.starts_with('[') => format!("{name}{path}"),
        _ => format!("{name}.{path}"),
    };
    InvalidArgument::new(path, what)
}

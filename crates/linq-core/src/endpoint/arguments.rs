use crate::{
    error::Invalid,
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
    pub(crate) fn read(json: &'a [u8]) -> Result<Self, Invalid> {
        from_json(json).map_err(|problem| invalid("", problem))
    }

    /// An argument that has to be given.
    pub(crate) fn required<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, Invalid> {
        match self.0.remove(name) {
            Some(json) => read(name, json),
            None => Err(Invalid::new(name, "it is missing")),
        }
    }

    /// An argument that may be left out. `null` leaves it out too, unless that has a meaning here.
    pub(crate) fn optional<T: DeserializeOwned>(
        &mut self,
        name: &str,
    ) -> Result<Option<T>, Invalid> {
        match self.0.remove(name) {
            None => Ok(None),
            Some(json) if json.get() == "null" => Ok(read(name, json).ok()),
            Some(json) => read(name, json).map(Some),
        }
    }

    /// Refuses what was given and not asked for.
    pub(crate) fn finish(self) -> Result<(), Invalid> {
        match self.0.into_keys().next() {
            Some(name) => Err(Invalid::new(name, "this operation takes no such argument")),
            None => Ok(()),
        }
    }
}

fn read<T: DeserializeOwned>(name: &str, json: &RawValue) -> Result<T, Invalid> {
    from_json(json.get().as_bytes()).map_err(|problem| invalid(name, problem))
}

/// The position in JSON that a binding has written would tell nobody anything.
fn invalid(name: &str, problem: JsonProblem) -> Invalid {
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
    Invalid::new(path, what)
}

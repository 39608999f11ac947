use super::path::RESERVED;
use percent_encoding::utf8_percent_encode;
use std::{
    collections::BTreeMap,
    fmt::{self, Display},
};

/// Parameters that determine where a page of a list starts.
const CURSOR_PARAMS: [&str; 2] = ["cursor", "offset"];

/// A percent-encoded query under construction. A `+` is encoded as `%2B`.
#[derive(Debug, Default)]
pub(crate) struct Query(String);

impl Query {
    pub(crate) fn push(&mut self, name: &str, value: &impl Display) {
        let separator = if self.0.is_empty() { "" } else { "&" };
        let value = value.to_string();
        self.0.extend([separator, name, "="]);
        self.0.extend(utf8_percent_encode(&value, RESERVED));
    }

    #[allow(clippy::ref_option)] // `endpoint!` has the field
    pub(crate) fn push_optional(&mut self, name: &str, value: &Option<impl Display>) {
        if let Some(value) = value {
            self.push(name, value);
        }
    }

    /// Adds a list, joined by commas, which are encoded too, as in the official clients. An empty list is omitted.
    #[allow(clippy::ref_option)] // as above
    pub(crate) fn push_list(&mut self, name: &str, items: &Option<Vec<impl Display>>) {
        let items: Vec<String> = items.iter().flatten().map(ToString::to_string).collect();
        if !items.is_empty() {
            self.push(name, &items.join(","));
        }
    }

    /// Sets parameters, replacing those of the same name. The start of a page is not replaced: the parameters are the
    /// same for every page, and the list would never end.
    pub(crate) fn replace(self, parameters: &BTreeMap<String, String>) -> Self {
        parameters.iter().fold(self, |query, (name, value)| {
            let name = utf8_percent_encode(name, RESERVED).to_string();
            if CURSOR_PARAMS.contains(&name.as_str()) && query.names().any(|named| named == name) {
                return query;
            }
            let others = query.0.split('&').filter(|parameter| {
                let named = name_of(parameter);
                !named.is_empty() && named != name
            });
            let mut query = Self(others.collect::<Vec<_>>().join("&"));
            query.push(&name, value);
            query
        })
    }

    /// Sets parameters, unless there are some of the same name.
    pub(crate) fn merge_defaults(mut self, parameters: &BTreeMap<String, String>) -> Self {
        for (name, value) in parameters {
            let name = utf8_percent_encode(name, RESERVED).to_string();
            if !self.names().any(|named| named == name) {
                self.push(&name, value);
            }
        }
        self
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.0.split('&').map(name_of)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn finish(self) -> String {
        self.0
    }
}

fn name_of(parameter: &str) -> &str {
    parameter
        .split_once('=')
        .map_or(parameter, |(named, _)| named)
}

impl From<String> for Query {
    /// Converts from an encoded query.
    fn from(encoded: String) -> Self {
        Self(encoded)
    }
}

impl Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

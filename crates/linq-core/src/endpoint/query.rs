use super::path::RESERVED;
use percent_encoding::utf8_percent_encode;
use std::{
    collections::BTreeMap,
    fmt::{self, Display},
};

/// A query under construction. A `+` goes out as `%2B`.
#[derive(Debug, Default)]
pub(crate) struct Query(String);

impl Query {
    pub(crate) fn push(&mut self, name: &str, value: &impl Display) {
        let separator = if self.0.is_empty() { "" } else { "&" };
        let value = value.to_string();
        self.0.extend([separator, name, "="]);
        self.0.extend(utf8_percent_encode(&value, RESERVED));
    }

    /// Items are joined by commas, which are encoded too, as the official clients do. An empty list
    /// is left out.
    pub(crate) fn push_list(&mut self, name: &str, items: &[impl Display]) {
        let items: Vec<String> = items.iter().map(ToString::to_string).collect();
        if !items.is_empty() {
            self.push(name, &items.join(","));
        }
    }

    /// Puts in parameters of any name, instead of those that have it already.
    pub(crate) fn replace(self, parameters: &BTreeMap<String, String>) -> Self {
        parameters.iter().fold(self, |query, (name, value)| {
            let name = utf8_percent_encode(name, RESERVED).to_string();
            let others = query.0.split('&').filter(|parameter| {
                let named = parameter
                    .split_once('=')
                    .map_or(*parameter, |(named, _)| named);
                !named.is_empty() && named != name
            });
            let mut query = Self(others.collect::<Vec<_>>().join("&"));
            query.push(&name, value);
            query
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn finish(self) -> String {
        self.0
    }
}

impl From<String> for Query {
    /// Takes one that is encoded.
    fn from(encoded: String) -> Self {
        Self(encoded)
    }
}

impl Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

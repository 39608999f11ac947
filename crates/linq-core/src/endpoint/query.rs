use super::path::RESERVED;
use percent_encoding::utf8_percent_encode;
use std::fmt::Display;

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

    pub(crate) fn finish(self) -> String {
        self.0
    }
}

use crate::schema::{HasSchema, Schema};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Your own metadata on a payment, included in every response and event about it.
///
/// ```
/// use linq_core::model::Metadata;
///
/// let metadata = Metadata::from([("order", "1042"), ("chat", "550e8400-e29b-41d4-a716-446655440000")]);
/// assert_eq!(metadata.get("order"), Some("1042"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Metadata(BTreeMap<String, String>);

impl Metadata {
    /// Returns the value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// Returns all entries.
    #[must_use]
    pub fn as_map(&self) -> &BTreeMap<String, String> {
        &self.0
    }
}

impl From<BTreeMap<String, String>> for Metadata {
    fn from(entries: BTreeMap<String, String>) -> Self {
        Self(entries)
    }
}

impl<K: Into<String>, V: Into<String>, const N: usize> From<[(K, V); N]> for Metadata {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Metadata {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        Self(
            entries
                .into_iter()
                .map(|(key, value)| (key.into(), value.into()))
                .collect(),
        )
    }
}

impl HasSchema for Metadata {
    const SCHEMA: Schema = Schema::Map(&Schema::Text);

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

//! Rotation of the variants of a table.

use serde_json::Value;

use super::json_path::visit;
use super::table::Row;

/// A table, with the position and the counts of each row.
#[derive(Debug)]
pub(super) struct Rotation {
    rows: &'static [Row],
    /// Counts, by row and by variant.
    served: Vec<Vec<u64>>,
    /// Next variant, by row.
    next: Vec<usize>,
}

impl Rotation {
    /// Returns a rotation that begins in every row at the variant `from`, counted from 0 and modulo the number of
    /// variants.
    pub(super) fn new(rows: &'static [Row], from: usize) -> Self {
        Self {
            rows,
            served: rows.iter().map(|row| vec![0; row.variants.len()]).collect(),
            next: rows.iter().map(|row| from % row.variants.len()).collect(),
        }
    }

    /// Changes a document: each value that a row applies to gets the row's next variant.
    pub(super) fn apply(&mut self, name: &str, document: &mut Value, payload: Option<&Value>) {
        let counters = self.served.iter_mut().zip(&mut self.next);
        for (row, (served, next)) in self.rows.iter().zip(counters) {
            if !row.on.iter().any(|pattern| matches(pattern, name)) {
                continue;
            }
            visit(document, row.at, &mut |value| {
                if !(row.when)(value) {
                    return;
                }
                let (_, changes) = row.variants[*next];
                for change in changes {
                    change.apply(value, payload);
                }
                served[*next] += 1;
                *next = (*next + 1) % row.variants.len();
            });
        }
    }

    /// Returns every variant but the documented one: its documents, its name, and its count.
    pub(super) fn variants(
        &self,
    ) -> impl Iterator<Item = (&'static [&'static str], &'static str, u64)> {
        let rows = self.rows.iter().zip(&self.served);
        rows.flat_map(|(row, served)| {
            let variants = row.variants.iter().zip(served);
            variants
                .filter(|((_, changes), _)| !changes.is_empty())
                .map(|((name, _), served)| (row.on, *name, *served))
        })
    }
}

fn matches(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == pattern,
    }
}

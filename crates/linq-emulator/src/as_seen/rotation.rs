//! Whose turn it is.

use serde_json::Value;

use super::place::visit;
use super::table::Row;

/// A table, and how often each variant has been served.
#[derive(Debug)]
pub(super) struct Rotation {
    rows: &'static [Row],
    /// By row, then by variant.
    served: Vec<Vec<u64>>,
    /// The variant that comes next, by row.
    next: Vec<usize>,
}

impl Rotation {
    /// Begins in every row at the variant `from`, counted from 0 and over again.
    pub(super) fn new(rows: &'static [Row], from: usize) -> Self {
        Self {
            rows,
            served: rows.iter().map(|row| vec![0; row.turns.len()]).collect(),
            next: rows.iter().map(|row| from % row.turns.len()).collect(),
        }
    }

    /// Changes a document: wherever a row applies in it, the row's next variant is served.
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
                let (_, changes) = row.turns[*next];
                for change in changes {
                    change.apply(value, payload);
                }
                served[*next] += 1;
                *next = (*next + 1) % row.turns.len();
            });
        }
    }

    /// Every variant that is not the documented one: its documents, its name, how often it was served.
    pub(super) fn variants(
        &self,
    ) -> impl Iterator<Item = (&'static [&'static str], &'static str, u64)> {
        let rows = self.rows.iter().zip(&self.served);
        rows.flat_map(|(row, served)| {
            let turns = row.turns.iter().zip(served);
            turns
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

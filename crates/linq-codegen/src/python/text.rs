//! Layout of Python source within 120 columns.

use std::collections::{BTreeMap, BTreeSet};

/// Maximum length of a line.
const WIDTH: usize = 120;

/// First line of every module.
pub(super) const FUTURE: &str = "\nfrom __future__ import annotations\n";

/// Imports of a module.
#[derive(Debug, Default)]
pub(super) struct Imports(BTreeMap<String, BTreeSet<String>>);

impl Imports {
    /// Adds an import; duplicates are ignored.
    pub(super) fn add(&mut self, module: &str, name: &str) {
        let names = self.0.entry(module.to_owned()).or_default();
        names.insert(name.to_owned());
    }

    /// Returns the source, with the standard library first.
    pub(super) fn source(&self, indent: usize) -> String {
        let group = |is_own: bool| -> String {
            let own = self
                .0
                .iter()
                .filter(|(module, _)| module.starts_with('.') == is_own);
            own.map(|(module, names)| import(indent, module, names))
                .collect()
        };
        let (standard, own) = (group(false), group(true));
        let blank = if standard.is_empty() || own.is_empty() {
            ""
        } else {
            "\n"
        };
        format!("{standard}{blank}{own}")
    }
}

fn import(indent: usize, module: &str, names: &BTreeSet<String>) -> String {
    let space = " ".repeat(indent);
    let mut all: Vec<&str> = names.iter().map(String::as_str).collect();
    all.sort_by_key(|name| (kind(name), *name));
    let line = format!("{space}from {module} import {}", all.join(", "));
    if line.len() <= WIDTH {
        return line + "\n";
    }
    let lines: String = all
        .iter()
        .map(|name| format!("{space}    {name},\n"))
        .collect();
    format!("{space}from {module} import (\n{lines}{space})\n")
}

/// Returns the sort key: constants, classes, functions.
fn kind(name: &str) -> u8 {
    let is_constant = name.len() > 1 && name == name.to_uppercase();
    match name.chars().next() {
        _ if is_constant => 0,
        Some(first) if first.is_uppercase() => 1,
        _ => 2,
    }
}

/// Returns `opening items closing`, on one line if it fits, else with a line for each item.
pub(super) fn listed(indent: usize, opening: &str, items: &[String], closing: &str) -> String {
    let space = " ".repeat(indent);
    let line = format!("{space}{opening}{}{closing}", items.join(", "));
    if line.chars().count() <= WIDTH {
        return line + "\n";
    }
    let lines: String = items
        .iter()
        .map(|item| format!("{space}    {item},\n"))
        .collect();
    format!("{space}{opening}\n{lines}{space}{closing}\n")
}

/// Returns the alias of a union, on one line if it fits.
pub(super) fn union(name: &str, members: &[String]) -> String {
    let line = format!("{name}: TypeAlias = {}", members.join(" | "));
    if line.len() <= WIDTH {
        return line + "\n";
    }
    format!(
        "{name}: TypeAlias = (\n    {}\n)\n",
        members.join("\n    | ")
    )
}

/// Returns the docstring of paragraphs. Line breaks in paragraphs are kept.
pub(super) fn docstring(indent: usize, paragraphs: &[String]) -> String {
    let space = " ".repeat(indent);
    let text = paragraphs.join("\n\n").replace('\\', "\\\\");
    let one_line = format!("{space}\"\"\"{text}\"\"\"");
    if !text.contains('\n') && one_line.chars().count() <= WIDTH && !text.ends_with('"') {
        return one_line + "\n";
    }
    let mut lines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let quotes = if index == 0 { 3 } else { 0 };
        lines.extend(wrap(line, WIDTH - indent, quotes));
    }
    let lines: Vec<String> = lines
        .iter()
        .enumerate()
        .map(|(index, line)| match (index, line.is_empty()) {
            (0, _) => format!("{space}\"\"\"{line}\n"),
            (_, true) => "\n".to_owned(),
            (_, false) => format!("{space}{line}\n"),
        })
        .collect();
    format!("{}{space}\"\"\"\n", lines.concat())
}

/// Wraps a line at spaces. Continuation lines have the indent of the line, or that of the text of an item or argument.
fn wrap(line: &str, width: usize, taken: usize) -> Vec<String> {
    let start = line.len() - line.trim_start().len();
    let is_item = line.trim_start().starts_with("- ") || is_argument(line);
    let hanging = " ".repeat(if is_argument(line) {
        start + 4
    } else {
        start + 2 * usize::from(is_item)
    });
    let mut lines = Vec::new();
    let mut current = " ".repeat(start);
    let mut has_words = false;
    for word in line.split_whitespace() {
        let taken = if lines.is_empty() { taken } else { 0 };
        let length =
            current.chars().count() + usize::from(has_words) + word.chars().count() + taken;
        if has_words && length > width {
            lines.push(std::mem::replace(&mut current, hanging.clone()));
            has_words = false;
        }
        if has_words {
            current.push(' ');
        }
        current.push_str(word);
        has_words = true;
    }
    lines.push(if has_words { current } else { String::new() });
    lines
}

/// Returns whether a line documents an argument: `    name: …`.
fn is_argument(line: &str) -> bool {
    let name = line
        .strip_prefix("    ")
        .and_then(|line| line.split_once(": "));
    name.is_some_and(|(name, _)| {
        name.chars()
            .all(|it| it.is_ascii_alphanumeric() || it == '_')
    })
}

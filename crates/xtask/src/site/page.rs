//! A page: its Markdown with the includes expanded, its links, anchors and samples.

use anyhow::{Context, Result};
use std::{fs, path::Path};

/// A language's name in code blocks, and the extension of its samples.
const LANGUAGES: [(&str, &str); 4] = [
    ("rust", "rs"),
    ("python", "py"),
    ("swift", "swift"),
    ("kotlin", "kt"),
];

/// A page of the site.
pub(super) struct Page {
    /// Markdown as written, with includes.
    source: String,
    /// Markdown with the contents of its includes.
    expanded: String,
    /// Files that the page includes, as written.
    pub(super) included: Vec<String>,
}

impl Page {
    /// Reads a page and the files that it includes.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let source = fs::read_to_string(path)?;
        let folder = path.parent().context("no folder")?;
        let mut parts = source.split("{{#include ");
        let mut expanded = parts.next().unwrap_or_default().to_owned();
        let mut included = Vec::new();
        for part in parts {
            let (include, rest) = part.split_once("}}").context("include without an end")?;
            let (file, section) = include.split_once(':').unwrap_or((include, ""));
            let text = fs::read_to_string(folder.join(file));
            let text = text.with_context(|| format!("{}: {file}", path.display()))?;
            let text = select(&text, section);
            expanded += &text.with_context(|| format!("{}: {include}", path.display()))?;
            expanded += rest;
            included.push(file.to_owned());
        }
        Ok(Self {
            source,
            expanded,
            included,
        })
    }

    /// Returns the targets of links within the repository.
    pub(super) fn links(&self) -> impl Iterator<Item = &str> {
        let text = outside_code(&self.expanded);
        let targets = text.flat_map(|line| line.split("](").skip(1));
        let targets = targets.filter_map(|rest| rest.split(')').next());
        targets.filter(|target| !target.starts_with("https://"))
    }

    /// Returns the anchors of headings, as mdBook and GitHub make them.
    pub(super) fn anchors(&self) -> impl Iterator<Item = String> {
        let headings = outside_code(&self.expanded).filter(|line| line.starts_with('#'));
        headings.map(|heading| {
            let text = heading.trim_start_matches('#').trim().to_lowercase();
            let kept = text.chars().filter_map(|char| match char {
                ' ' => Some('-'),
                char if char.is_alphanumeric() || char == '-' || char == '_' => Some(char),
                _ => None,
            });
            kept.collect()
        })
    }

    /// Returns the samples in several languages.
    pub(super) fn samples(&self) -> impl Iterator<Item = &str> {
        let samples = self.source.split("<div class=\"languages\">").skip(1);
        samples.map(|rest| rest.split("</div>").next().unwrap_or(rest))
    }

    /// Returns which samples are not in all languages, in their order.
    pub(super) fn problems_of_samples(&self) -> impl Iterator<Item = String> {
        self.samples().enumerate().filter_map(|(index, sample)| {
            let blocks: Vec<_> = sample.split("\n```").collect();
            let complete = blocks.len() == 2 * LANGUAGES.len() + 1
                && LANGUAGES
                    .iter()
                    .zip(blocks.chunks(2))
                    .all(|((name, extension), block)| {
                        let code = block.get(1).and_then(|code| code.strip_prefix(name));
                        code.is_some_and(|code| code.contains(&format!(".{extension}:")))
                    });
            (!complete).then(|| format!("sample {} is not in all languages", index + 1))
        })
    }
}

/// Returns the lines of an include: all, those of an anchor, or those from a line on (`3:`).
fn select(text: &str, section: &str) -> Result<String> {
    if section.is_empty() {
        return Ok(text.to_owned());
    }
    if let Some(first) = section.strip_suffix(':') {
        let skipped = first.parse::<usize>()?.saturating_sub(1);
        return Ok(text.split_inclusive('\n').skip(skipped).collect());
    }
    let mark = |kind: &str| format!("{kind}: {section}");
    let is_mark = |line: &str, kind: &str| {
        let line = line.trim_end().trim_end_matches("-->").trim_end();
        line.ends_with(&mark(kind))
    };
    let mut lines = text
        .lines()
        .skip_while(|line| !is_mark(line, "ANCHOR"))
        .skip(1);
    let mut selected = String::new();
    loop {
        let line = lines
            .next()
            .with_context(|| format!("no anchor {section}"))?;
        if is_mark(line, "ANCHOR_END") {
            return Ok(selected);
        }
        if !line.contains("ANCHOR") {
            selected += line;
            selected.push('\n');
        }
    }
}

fn outside_code(text: &str) -> impl Iterator<Item = &str> {
    let mut in_code = false;
    text.lines().filter(move |line| {
        let is_fence = line.trim_start().starts_with("```");
        in_code ^= is_fence;
        !in_code && !is_fence
    })
}

#[cfg(test)]
mod tests {
    use super::{Page, select};

    fn page(source: &str) -> Page {
        Page {
            source: source.to_owned(),
            expanded: source.to_owned(),
            included: Vec::new(),
        }
    }

    #[test]
    fn anchors_select_lines() {
        let text = "a\n// ANCHOR: x\nb\n// ANCHOR: y\nc\n// ANCHOR_END: y\n// ANCHOR_END: x\nd\n";
        assert_eq!(select(text, "x").ok().as_deref(), Some("b\nc\n"));
        assert_eq!(select(text, "y").ok().as_deref(), Some("c\n"));
        assert_eq!(select("a\nb\nc", "2:").ok().as_deref(), Some("b\nc"));
        assert!(select(text, "z").is_err());
        assert!(select("// ANCHOR: x\n", "x").is_err(), "without an end");
    }

    #[test]
    fn links_and_headings_are_found_outside_code() {
        let page =
            page("# `a_b` (c), d\n[x](y.md#z) [w](https://w)\n```\n# no\n[no](no.md)\n```\n");
        assert_eq!(page.links().collect::<Vec<_>>(), ["y.md#z"]);
        assert_eq!(page.anchors().collect::<Vec<_>>(), ["a_b-c-d"]);
    }

    #[test]
    fn incomplete_samples_are_found() {
        let blocks = [
            ("rust", "rs"),
            ("python", "py"),
            ("swift", "swift"),
            ("kotlin", "kt"),
        ];
        let blocks =
            blocks.map(|(name, end)| format!("```{name}\n{{{{#include a.{end}:b}}}}\n```\n"));
        let complete = format!("<div class=\"languages\">\n\n{}\n</div>", blocks.join("\n"));
        let incomplete = format!(
            "<div class=\"languages\">\n\n{}\n</div>",
            blocks[1..].join("\n")
        );
        assert_eq!(page(&complete).problems_of_samples().count(), 0);
        assert_eq!(page(&incomplete).problems_of_samples().count(), 1);
    }
}

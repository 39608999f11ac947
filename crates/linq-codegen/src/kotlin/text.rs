//! Formatting of Kotlin source, with at most 120 columns.

use std::collections::BTreeSet;

const WIDTH: usize = 120;

/// A file of one package.
pub(super) struct File {
    /// Package.
    pub(super) package: String,
    /// Name, without extension.
    pub(super) name: String,
    /// Imports.
    pub(super) imports: Imports,
    /// Declarations.
    pub(super) body: String,
}

impl File {
    /// Returns the complete source.
    pub(super) fn source(&self) -> String {
        let serializers = self.imports.serializers();
        let imports = self.imports.source(&self.package);
        format!(
            "{serializers}\npackage {}\n\n{imports}{}",
            self.package, self.body
        )
    }
}

/// Imports of a file.
#[derive(Debug, Default)]
pub(super) struct Imports {
    names: BTreeSet<String>,
    serializers: BTreeSet<&'static str>,
}

impl Imports {
    /// Adds an import. Duplicates, and names of the file's own package, are ignored.
    pub(super) fn add(&mut self, package: &str, name: &str) {
        self.names.insert(format!("{package}.{name}"));
    }

    /// Adds all imports of another set, except its serializers.
    pub(super) fn merge(&mut self, other: Self) {
        self.names.extend(other.names);
    }

    /// Uses one of the package's serializers for all properties of its type in the file.
    pub(super) fn read_by(&mut self, serializer: &'static str) {
        self.add("kotlinx.serialization", "UseSerializers");
        self.add("dev.linq.client.internal", serializer);
        self.serializers.insert(serializer);
    }

    fn serializers(&self) -> String {
        let classes: Vec<String> = self
            .serializers
            .iter()
            .map(|name| format!("{name}::class"))
            .collect();
        match &classes[..] {
            [] => String::new(),
            _ => format!("@file:UseSerializers({})\n", classes.join(", ")),
        }
    }

    fn source(&self, own: &str) -> String {
        let of_others = self.names.iter().filter(|name| {
            name.rsplit_once('.')
                .is_none_or(|(package, _)| package != own)
        });
        let lines: String = of_others.map(|name| format!("import {name}\n")).collect();
        if lines.is_empty() {
            lines
        } else {
            lines + "\n"
        }
    }
}

/// Returns `left right`, on one line if they fit.
pub(super) fn assignment(indent: usize, left: &str, right: &str) -> String {
    let space = " ".repeat(indent);
    let line = format!("{space}{left} {right}\n");
    if line.chars().count() <= WIDTH + 1 {
        return line;
    }
    format!("{space}{left}\n{space}    {right}\n")
}

/// Returns the call of a function, with each argument on a line of its own if they do not fit into one.
pub(super) fn call(indent: usize, function: &str, arguments: &[String]) -> String {
    let line = format!("{function}({})", arguments.join(", "));
    if indent + line.chars().count() <= WIDTH {
        return line;
    }
    let space = " ".repeat(indent);
    let lines: String = arguments
        .iter()
        .map(|argument| format!("{space}    {argument},\n"))
        .collect();
    format!("{function}(\n{lines}{space})")
}

/// Returns `left { body }`, on one line if they fit.
pub(super) fn block(indent: usize, left: &str, body: &str) -> String {
    let space = " ".repeat(indent);
    let line = format!("{space}{left} {{ {body} }}\n");
    if line.chars().count() <= WIDTH + 1 {
        return line;
    }
    format!("{space}{left} {{\n{space}    {body}\n{space}}}\n")
}

/// Returns a doc comment of these paragraphs, in which comment delimiters are escaped.
pub(super) fn kdoc(indent: usize, paragraphs: &[String]) -> String {
    let space = " ".repeat(indent);
    let text = paragraphs
        .join("\n\n")
        .replace("*/", "*&#47;")
        .replace("/*", "/&#42;");
    if text.is_empty() {
        return String::new();
    }
    if !text.contains('\n') && indent + text.chars().count() + 7 <= WIDTH {
        return format!("{space}/** {text} */\n");
    }
    let lines: String = text
        .lines()
        .flat_map(|line| wrap(line, WIDTH - indent - 3))
        .map(|line| format!("{space} * {line}").trim_end().to_owned() + "\n")
        .collect();
    format!("{space}/**\n{lines}{space} */\n")
}

/// Wraps a line between words; continuation lines of an item or tag are indented.
fn wrap(line: &str, width: usize) -> Vec<String> {
    let hanging = if line.starts_with("- ") {
        "  "
    } else if line.starts_with('@') {
        "    "
    } else {
        ""
    };
    let mut lines = Vec::new();
    let mut current = String::new();
    let mut has_words = false;
    for word in line.split_whitespace() {
        if has_words && current.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::replace(&mut current, hanging.to_owned()));
            has_words = false;
        }
        if has_words {
            current.push(' ');
        }
        current.push_str(word);
        has_words = true;
    }
    lines.push(current);
    lines
}

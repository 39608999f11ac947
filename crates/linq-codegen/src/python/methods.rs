//! Methods of operations.

use super::{flavour::Flavour, names, params, text, types::Scope, writer::Writer};
use crate::api::{Operation, Parameter};
use linq_core::schema::Schema;

/// Options of every method: name, type and doc.
const OPTIONS: &[(&str, &str, &str)] = &[
    (
        "extra_headers",
        "Headers | None = None",
        "Additional headers, which override those of the client.",
    ),
    (
        "extra_query",
        "Query | None = None",
        "Additional query parameters.",
    ),
    (
        "extra_body",
        "Body | None = None",
        "Additional fields of the JSON body.",
    ),
    (
        "timeout",
        "float | None | NotGiven = not_given",
        "Maximum seconds for one attempt, by default that of the client; `None` for no limit.",
    ),
];

const RAISES: &[(&str, &str)] = &[
    (
        "InvalidArgumentError",
        "An argument is invalid; nothing was sent. Its `path` names the field.",
    ),
    (
        "APIStatusError",
        "The API rejected the request; there is a subclass for each status.",
    ),
    (
        "APIConnectionError",
        "No complete response was received; `APITimeoutError` after a timeout.",
    ),
];

pub(super) fn method(
    writer: &Writer<'_>,
    operation: &Operation,
    flavour: Flavour,
    root: &str,
    imports: &mut text::Imports,
) -> String {
    let method = operation.method();
    let mut signature = vec!["self".to_owned()];
    let last = operation
        .parameters
        .iter()
        .rfind(|parameter| parameter.is_in_path);
    signature.extend(last.map(|parameter| format!("{}: str", names::attribute(&parameter.name))));
    signature.push("*".to_owned());
    for parameter in params::keywords(operation) {
        signature.push(keyword(writer, operation, parameter, root, imports));
    }
    signature.extend(OPTIONS.iter().map(|(name, ty, _)| format!("{name}: {ty}")));
    let call = Call::of(writer, operation, flavour, root, imports);
    let lines: String = signature
        .iter()
        .map(|item| format!("        {item},\n"))
        .collect();
    let decorator = names::deprecation(operation.name).map(|message| {
        imports.add(&format!("{root}_deprecated"), "deprecated");
        format!("    @deprecated(\"{message}\")\n")
    });
    let decorator = decorator.unwrap_or_default();
    let mut source = format!(
        "\n{decorator}    {}def {method}(\n{lines}    ) -> {}:\n",
        call.start, call.result
    );
    source += &text::docstring(8, &[doc(writer, operation)]);
    source + &call.source
}

fn keyword(
    writer: &Writer<'_>,
    operation: &Operation,
    parameter: &Parameter,
    root: &str,
    imports: &mut text::Imports,
) -> String {
    let scope = Scope { root, module: None };
    let mut ty = writer.request_type(parameter.schema, scope, imports);
    if let Some(additional) = names::additional_type(operation.name, &parameter.name) {
        imports.add(additional, additional);
        ty += &format!(" | {additional}");
    }
    let name = names::attribute(&parameter.name);
    if parameter.is_required {
        return format!("{name}: {ty}");
    }
    imports.add(&format!("{root}_options"), "omit");
    imports.add(&format!("{root}_options"), "Omit");
    format!("{name}: {ty} | Omit = omit")
}

/// Source of a method's call.
struct Call {
    start: &'static str,
    result: String,
    source: String,
}

impl Call {
    fn of(
        writer: &Writer<'_>,
        operation: &Operation,
        flavour: Flavour,
        root: &str,
        imports: &mut text::Imports,
    ) -> Self {
        let scope = Scope { root, module: None };
        let name = format!("\"{}\"", operation.name);
        let entries = operation.parameters.iter();
        let entries = entries.map(|it| format!("\"{}\": {}", it.name, names::attribute(&it.name)));
        let dictionary = dictionary(&entries.collect::<Vec<_>>());
        let options = OPTIONS.iter().map(|(name, ..)| (*name).to_owned());
        let (start, awaited) = match flavour {
            Flavour::Sync => ("", ""),
            Flavour::Async => ("async ", "await "),
        };
        if let Some(Schema::Page(page)) = operation.response {
            let of = writer.response_type(page.item, scope, imports);
            let class = format!("{}List{of}sPagination", flavour.name());
            imports.add(&format!("{root}_pages"), &class);
            let page = format!("{class}[{of}]");
            let result = match flavour {
                Flavour::Sync => page,
                Flavour::Async => {
                    imports.add(&format!("{root}_pages"), "AsyncPaginator");
                    format!("AsyncPaginator[{of}, {page}]")
                }
            };
            let arguments: Vec<String> = [name, dictionary, class]
                .into_iter()
                .chain(options)
                .collect();
            let call = text::listed(
                8,
                &format!("pages: {result} = self._call_page("),
                &arguments,
                ")",
            );
            return Self {
                start: "",
                result,
                source: call + "        return pages\n",
            };
        }
        let arguments: Vec<String> = [name, dictionary].into_iter().chain(options).collect();
        let Some(response) = operation.response else {
            let source = text::listed(8, &format!("{awaited}self._call("), &arguments, ")");
            return Self {
                start,
                result: "None".to_owned(),
                source,
            };
        };
        let result = match names::response_name(operation.name) {
            Some(official) => {
                let package = names::ALIASES.iter().find(|(_, name, _)| *name == official);
                let package = package.map_or("", |(package, ..)| package);
                let dot = if package.is_empty() { "" } else { "." };
                imports.add(&format!("{root}types{dot}{package}"), official);
                official.to_owned()
            }
            None => writer.response_type(response, scope, imports),
        };
        let call = text::listed(
            8,
            &format!("response: {result} = {awaited}self._call("),
            &arguments,
            ")",
        );
        Self {
            start,
            result,
            source: call + "        return response\n",
        }
    }
}

/// Returns the source of a dictionary, on one line if it fits.
fn dictionary(entries: &[String]) -> String {
    let line = format!("{{{}}}", entries.join(", "));
    if line.len() <= 106 {
        return line;
    }
    let lines: String = entries
        .iter()
        .map(|entry| format!("                {entry},\n"))
        .collect();
    format!("{{\n{lines}            }}")
}

fn doc(writer: &Writer<'_>, operation: &Operation) -> String {
    let mut doc = writer.doc(None, operation.doc).join("\n\n");
    doc += "\n\nArgs:";
    for parameter in &operation.parameters {
        let meaning = writer.line(None, parameter.doc);
        doc += &format!("\n    {}: {meaning}", names::attribute(&parameter.name));
    }
    for (name, _, meaning) in OPTIONS {
        doc += &format!("\n    {name}: {meaning}");
    }
    doc += "\n\nRaises:";
    for (name, meaning) in RAISES {
        doc += &format!("\n    {name}: {meaning}");
    }
    doc += &format!("\n\nSee {}", operation.page);
    doc
}

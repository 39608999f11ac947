//! The method of an operation.

use super::{flavour::Flavour, names, params, text, types::Place, writer::Writer};
use crate::api::{Operation, Parameter};
use linq_core::schema::Schema;

/// What every method takes besides.
const OPTIONS: &[(&str, &str, &str)] = &[
    (
        "extra_headers",
        "Headers | None = None",
        "Headers to send as well; they win over those of the client.",
    ),
    (
        "extra_query",
        "Query | None = None",
        "Parameters of the query to send as well.",
    ),
    (
        "extra_body",
        "Body | None = None",
        "Fields of the JSON body to send as well.",
    ),
    (
        "timeout",
        "float | None | NotGiven = not_given",
        "Seconds that each attempt may take, instead of the client's; `None` for as long as it takes.",
    ),
];

const RAISES: &[(&str, &str)] = &[
    (
        "InvalidArgumentError",
        "An argument is wrong, and nothing was sent. The message starts with the path of its field.",
    ),
    (
        "APIStatusError",
        "The API refused the call; its subclasses go by status.",
    ),
    (
        "APIConnectionError",
        "No reply came; `APITimeoutError` if none came in time.",
    ),
];

pub(super) fn method(
    writer: &Writer<'_>,
    operation: &Operation,
    flavour: Flavour,
    root: &str,
    (runtime, checked): (&mut text::Imports, &mut text::Imports),
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
        signature.push(keyword(
            writer,
            operation,
            parameter,
            root,
            (runtime, checked),
        ));
    }
    signature.extend(OPTIONS.iter().map(|(name, ty, _)| format!("{name}: {ty}")));
    let call = Call::of(writer, operation, flavour, root, (runtime, checked));
    let lines: String = signature
        .iter()
        .map(|item| format!("        {item},\n"))
        .collect();
    let decorator = names::deprecation(operation.name).map(|message| {
        runtime.add(&format!("{root}_deprecated"), "deprecated");
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
    (runtime, checked): (&mut text::Imports, &mut text::Imports),
) -> String {
    let place = Place { root, module: None };
    let mut ty = writer.taken(parameter.schema, place, checked);
    if let Some(also) = names::also_takes(operation.name, &parameter.name) {
        checked.add(also, also);
        ty += &format!(" | {also}");
    }
    let name = names::attribute(&parameter.name);
    if parameter.is_required {
        return format!("{name}: {ty}");
    }
    runtime.add(&format!("{root}_options"), "omit");
    checked.add(&format!("{root}_options"), "Omit");
    format!("{name}: {ty} | Omit = omit")
}

/// How a method makes its call.
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
        (runtime, checked): (&mut text::Imports, &mut text::Imports),
    ) -> Self {
        let place = Place { root, module: None };
        let name = format!("\"{}\"", operation.name);
        let entries = operation.parameters.iter();
        let entries = entries.map(|it| format!("\"{}\": {}", it.name, names::attribute(&it.name)));
        let dictionary = dictionary(&entries.collect::<Vec<_>>());
        let options = OPTIONS.iter().map(|(name, ..)| (*name).to_owned());
        let (start, awaited) = match flavour {
            Flavour::Sync => ("", ""),
            Flavour::Async => ("async ", "await "),
        };
        if let Some(Schema::Page(page)) = operation.reply {
            let of = writer.given(page.item, place, checked);
            let class = format!("{}List{of}sPagination", flavour.name());
            runtime.add(&format!("{root}_pages"), &class);
            let page = format!("{class}[{of}]");
            let result = match flavour {
                Flavour::Sync => page,
                Flavour::Async => {
                    checked.add(&format!("{root}_pages"), "AsyncPaginator");
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
        let Some(reply) = operation.reply else {
            let source = text::listed(8, &format!("{awaited}self._call("), &arguments, ")");
            return Self {
                start,
                result: "None".to_owned(),
                source,
            };
        };
        let result = match names::reply_name(operation.name) {
            Some(official) => {
                let package = names::ALIASES.iter().find(|(_, name, _)| *name == official);
                let package = package.map_or("", |(package, ..)| package);
                let dot = if package.is_empty() { "" } else { "." };
                checked.add(&format!("{root}types{dot}{package}"), official);
                official.to_owned()
            }
            None => writer.given(reply, place, checked),
        };
        let call = text::listed(
            8,
            &format!("reply: {result} = {awaited}self._call("),
            &arguments,
            ")",
        );
        Self {
            start,
            result,
            source: call + "        return reply\n",
        }
    }
}

/// A dictionary, on one line if it may be one of several arguments there.
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

//! Methods of operations.

use super::{names, text, writer::Writer};
use crate::api::{Operation, Parameter, Side};
use linq_core::schema::Schema;

const OPTIONS: &str = "Options of this call.";

const THROWS: &str = "- Throws: ``LinqError``, an error of the transport or the token provider, or \
                      `CancellationError` if the task is cancelled.";

pub(super) fn source(writer: &Writer<'_>, operation: &Operation) -> String {
    let page = match operation.response {
        Some(Schema::Page(page)) => Some(writer.stored(Side::Response, page.item)),
        _ => None,
    };
    let parameters = operation.sorted_parameters();
    let is_read = operation.route.starts_with("GET ");
    let discardable = if operation.response.is_some() && !is_read {
        "    @discardableResult\n"
    } else {
        ""
    };
    let signature: String = parameters
        .iter()
        .map(|parameter| {
            let name = names::camel(&parameter.name);
            let ty = writer.taken(Side::Request, parameter.schema);
            let default = if parameter.is_required { "" } else { "? = nil" };
            format!("        {name}: {ty}{default},\n")
        })
        .collect();
    let (operation_name, options) = (operation.name, options(operation));
    let passed = format!("\"{operation_name}\", arguments, {options}");
    let (result, call) = match (&page, operation.response) {
        (Some(item), _) => {
            let list = format!("PagedList<{item}>");
            (
                format!(" -> {list}"),
                format!("return PagedList(client, {passed})"),
            )
        }
        (None, Some(response)) => {
            let (or_nil, function) = if operation.response_may_be_absent {
                ("?", "callForOptional")
            } else {
                ("", "call")
            };
            let response = writer.stored(Side::Response, response);
            (
                format!(" async throws -> {response}{or_nil}"),
                format!("return try await client.{function}({passed})"),
            )
        }
        (None, None) => (
            " async throws".to_owned(),
            format!("try await client.callWithoutResponse({passed})"),
        ),
    };
    let doc = doc(writer, operation, page.is_some());
    let name = names::declared(&names::method(operation.name));
    let arguments = arguments(&parameters);
    let deprecation = writer.deprecation(4, None, operation.doc);
    format!(
        "{doc}{deprecation}{discardable}    public func {name}(
{signature}        {options}: CallOptions = CallOptions()
    ){result} {{
{arguments}        {call}
    }}
"
    )
}

/// Returns the name of the last parameter: an operation may have `options` of its own.
fn options(operation: &Operation) -> &'static str {
    let mut names = operation
        .parameters
        .iter()
        .map(|parameter| parameter.name.as_str());
    if names.any(|name| name == "options") {
        "callOptions"
    } else {
        "options"
    }
}

fn arguments(parameters: &[&Parameter]) -> String {
    if parameters.is_empty() {
        return "        let arguments = Arguments()\n".to_owned();
    }
    let mut source = "        var arguments = Arguments()\n".to_owned();
    for parameter in parameters {
        let name = names::declared(&names::camel(&parameter.name));
        source += &format!("        arguments.set(\"{}\", {name})\n", parameter.name);
    }
    source
}

fn doc(writer: &Writer<'_>, operation: &Operation, is_list: bool) -> String {
    let mut doc = writer.paragraphs(None, operation.doc);
    doc.push(format!(
        "Operation `{}`, `{}`: <{}>",
        operation.name, operation.route, operation.page
    ));
    let mut parameters: Vec<String> = operation
        .sorted_parameters()
        .into_iter()
        .map(|parameter| {
            let meaning = writer.paragraphs(None, parameter.doc).join(" ");
            format!("  - {}: {meaning}", names::camel(&parameter.name))
        })
        .collect();
    parameters.push(format!("  - {}: {OPTIONS}", options(operation)));
    doc.push(format!("- Parameters:\n{}", parameters.join("\n")));
    if is_list {
        doc.push("- Returns: All items. Pages are requested lazily, during iteration.".to_owned());
    } else {
        doc.push(THROWS.to_owned());
    }
    text::comment(4, &doc)
}

//! The method of an operation.

use super::{names, text, writer::Writer};
use crate::api::{Operation, Parameter, Side};
use linq_core::schema::Schema;
use std::fmt::Write;

const OPTIONS: &str = "What this call does otherwise than the client.";

const THROWS: &str = "- Throws: ``LinqError``, what the transport or the token provider throws, and \
                      `CancellationError` if the task is cancelled.";

pub(super) fn source(writer: &Writer<'_>, operation: &Operation) -> String {
    let page = match operation.reply {
        Some(Schema::Page(page)) => Some(writer.stored(Side::Reply, page.item)),
        _ => None,
    };
    let mut source = doc(writer, operation, page.is_some());
    let parameters = operation.in_order();
    let is_read = operation.route.starts_with("GET ");
    if operation.reply.is_some() && !is_read {
        source += "    @discardableResult\n";
    }
    let _ = writeln!(
        source,
        "    public func {}(",
        names::declared(&names::method(operation.name))
    );
    for parameter in &parameters {
        let name = names::camel(&parameter.name);
        let default = if parameter.is_required { "" } else { "? = nil" };
        let _ = writeln!(
            source,
            "        {name}: {}{default},",
            writer.taken(Side::Request, parameter.schema)
        );
    }
    let options = options(operation);
    let _ = write!(
        source,
        "        {options}: CallOptions = CallOptions()\n    )"
    );
    let arguments = arguments(&parameters);
    let call = format!("(\"{}\", arguments, {options})", operation.name);
    let rest = match (&page, operation.reply) {
        (Some(item), _) => {
            format!(
                " -> PagedList<{item}> {{\n{arguments}        return PagedList{}\n    }}\n",
                client(&call)
            )
        }
        (None, Some(reply)) => {
            let (or_nil, function) = if operation.reply_may_be_absent {
                ("?", "callForOptional")
            } else {
                ("", "call")
            };
            format!(
                " async throws -> {}{or_nil} {{\n{arguments}        return try await client.{function}{call}\n    }}\n",
                writer.stored(Side::Reply, reply)
            )
        }
        (None, None) => format!(
            " async throws {{\n{arguments}        try await client.callWithoutReply{call}\n    }}\n"
        ),
    };
    source + &rest
}

/// What the last parameter is called: an operation may have `options` of its own.
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

/// A list's arguments: the client comes first.
fn client(call: &str) -> String {
    call.replacen('(', "(client, ", 1)
}

fn arguments(parameters: &[&Parameter]) -> String {
    if parameters.is_empty() {
        return "        let arguments = Arguments()\n".to_owned();
    }
    let mut source = "        var arguments = Arguments()\n".to_owned();
    for parameter in parameters {
        let name = names::declared(&names::camel(&parameter.name));
        let _ = writeln!(
            source,
            "        arguments.set(\"{}\", {name})",
            parameter.name
        );
    }
    source
}

fn doc(writer: &Writer<'_>, operation: &Operation, is_list: bool) -> String {
    let mut doc = writer.paragraphs(None, operation.doc);
    doc.push(format!("`{}`: see <{}>.", operation.name, operation.page));
    let mut parameters: Vec<String> = operation
        .in_order()
        .into_iter()
        .map(|parameter| {
            let meaning = writer.paragraphs(None, parameter.doc).join(" ");
            format!("  - {}: {meaning}", names::camel(&parameter.name))
        })
        .collect();
    parameters.push(format!("  - {}: {OPTIONS}", options(operation)));
    doc.push(format!("- Parameters:\n{}", parameters.join("\n")));
    if is_list {
        doc.push(
            "- Returns: All items, page after page as they are needed; nothing is sent before."
                .to_owned(),
        );
    } else {
        doc.push(THROWS.to_owned());
    }
    text::comment(4, &doc)
}

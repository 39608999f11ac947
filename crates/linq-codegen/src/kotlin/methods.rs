//! Methods of operations, and of lists of all items.

use super::{names, text, text::Imports, types, writer::Writer};
use crate::api::{Operation, Parameter, Side};
use linq_core::schema::{PageSchema, Schema};

/// Exceptions of every method.
const THROWS: &str = "@throws dev.linq.client.LinqException if the call fails.";

pub(super) fn method(writer: &Writer<'_>, operation: &Operation, imports: &mut Imports) -> String {
    imports.add(names::PACKAGE, "CallOptions");
    let parameters = operation.sorted_parameters();
    let mut source = text::kdoc(4, &doc(writer, operation, &parameters, &[]));
    source += &format!("    public suspend fun {}(", names::method(operation.name));
    source += &signature(&parameters, imports);
    match operation.response {
        Some(Schema::Page(page)) => {
            let item = types::property(Side::Response, page.item, imports);
            imports.add(names::PACKAGE, "Page");
            imports.add("dev.linq.client.internal", "pageOf");
            source += &format!(
                "): Page<{item}> =\n        calls.pageOf<{item}>(\"{}\", ",
                page.items
            );
        }
        Some(response) => {
            let response = types::property(Side::Response, response, imports);
            let (function, mark) = if operation.response_may_be_absent {
                ("responseOrNull", "?")
            } else {
                ("response", "")
            };
            imports.add("dev.linq.client.internal", function);
            source += &format!("): {response}{mark} =\n        calls.{function}<{response}>(");
        }
        None => {
            imports.add("dev.linq.client.internal", "execute");
            source += ") {\n        calls.execute(";
        }
    }
    source += &format!("\"{}\", options)", operation.name);
    source += &arguments(&parameters);
    source += "\n";
    if operation.response.is_none() {
        source += "    }\n";
    }
    if let Some(all) = all(writer, operation, &parameters, imports) {
        source += &all;
    }
    source
}

fn signature(parameters: &[&Parameter], imports: &mut Imports) -> String {
    let mut source = "\n".to_owned();
    for parameter in parameters {
        let ty = types::parameter(parameter.schema, imports);
        let default = if parameter.is_required {
            ""
        } else {
            "? = null"
        };
        let name = names::parameter(&parameter.name);
        source += &format!("        {name}: {ty}{default},\n");
    }
    source + "        options: CallOptions = CallOptions(),\n    "
}

/// Returns the block that sets the arguments.
fn arguments(parameters: &[&Parameter]) -> String {
    if parameters.is_empty() {
        return String::new();
    }
    let lines: String = parameters
        .iter()
        .map(|parameter| {
            format!(
                "            put(\"{}\", {})\n",
                parameter.name,
                names::parameter(&parameter.name)
            )
        })
        .collect();
    format!(" {{\n{lines}        }}")
}

fn doc(
    writer: &Writer<'_>,
    operation: &Operation,
    parameters: &[&Parameter],
    more: &[String],
) -> Vec<String> {
    let mut doc = writer.doc(None, operation.doc);
    doc.extend_from_slice(more);
    doc.push(format!(
        "Operation `{}`, `{}`: {}",
        operation.name, operation.route, operation.page
    ));
    let mut tags: Vec<String> = parameters
        .iter()
        .map(|parameter| {
            let meaning = writer.doc(None, parameter.doc).join(" ");
            let name = names::parameter(&parameter.name);
            format!("@param {} {meaning}", name.trim_matches('`'))
        })
        .collect();
    tags.push("@param options Options of this call.".to_owned());
    tags.push(THROWS.to_owned());
    doc.push(tags.join("\n"));
    doc
}

/// Paging of a list: by cursor or by offset.
enum Paging {
    Cursor(&'static PageSchema),
    Offset,
}

fn paging(operation: &Operation) -> Option<Paging> {
    match operation.response {
        Some(Schema::Page(page)) => Some(Paging::Cursor(page)),
        _ if operation.name == "payment_requests.list" => Some(Paging::Offset),
        _ => None,
    }
}

/// Returns the method that reads all pages.
fn all(
    writer: &Writer<'_>,
    operation: &Operation,
    parameters: &[&Parameter],
    imports: &mut Imports,
) -> Option<String> {
    let paging = paging(operation)?;
    let method = names::method(operation.name);
    imports.add("kotlinx.coroutines.flow", "Flow");
    let more = [
        "Returns all items from that page to the end of the list. Pages are requested lazily, as the flow is \
         collected; a repeated page ends the list."
            .to_owned(),
    ];
    let mut source = format!(
        "\n{}",
        text::kdoc(4, &doc(writer, operation, parameters, &more))
    );
    source += &format!("    public fun {method}All(");
    source += &signature(parameters, imports);
    let (item, function, place) = match paging {
        Paging::Cursor(page) => (
            types::property(Side::Response, page.item, imports),
            "itemsOf",
            "cursor",
        ),
        Paging::Offset => ("PaymentRequest".to_owned(), "itemsByOffset", "offset"),
    };
    imports.add("dev.linq.client.internal", function);
    let mut first = place.to_owned();
    if matches!(paging, Paging::Offset) {
        imports.add(&format!("{}.model", names::PACKAGE), &item);
        first += ", options";
    }
    let passed: Vec<String> = parameters
        .iter()
        .map(|parameter| match parameter.name.as_str() {
            name if name == place => "it".to_owned(),
            name => names::parameter(name),
        })
        .collect();
    source += &format!(
        "): Flow<{item}> =\n        {function}({first}) {{ {method}({}, options) }}\n",
        passed.join(", ")
    );
    Some(source)
}

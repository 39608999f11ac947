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
    source += &writer.deprecation(4, None, operation.doc);
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
    let declared = declared(parameters, imports);
    format!("\n{declared}        options: CallOptions = CallOptions(),\n    ")
}

fn declared(parameters: &[&Parameter], imports: &mut Imports) -> String {
    let mut source = String::new();
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
    source
}

/// Returns the methods of an operation that return calls for Java.
pub(super) fn call(writer: &Writer<'_>, operation: &Operation, imports: &mut Imports) -> String {
    let method = names::method(operation.name);
    let class = names::resource_class(operation.resource());
    let parameters = operation.sorted_parameters();
    let deprecation = writer.deprecation(4, None, operation.doc);
    let mut one = |method: &str, kind: &str, result: &str, end: &str| {
        let mut doc: Vec<String> = writer
            .doc(None, operation.doc)
            .into_iter()
            .take(1)
            .collect();
        doc.push(format!("See [dev.linq.client.resource.{class}.{method}]."));
        let overloads = if parameters.iter().all(|parameter| parameter.is_required) {
            ""
        } else {
            "    @JvmOverloads\n"
        };
        imports.add(&format!("{}.java", names::PACKAGE), kind);
        let mut arguments: Vec<String> = parameters
            .iter()
            .map(|parameter| names::parameter(&parameter.name))
            .collect();
        arguments.push("it".to_owned());
        let declared = if parameters.is_empty() {
            String::new()
        } else {
            format!("\n{}    ", declared(&parameters, imports))
        };
        let call = text::call(12, &format!("resource.{method}"), &arguments) + end;
        let call = text::block(8, kind, &call);
        format!(
            "{}{deprecation}{overloads}    public fun {method}({declared}): {kind}<{result}> =\n{call}",
            text::kdoc(4, &doc)
        )
    };
    let mut types = Imports::default();
    let (result, end) = match operation.response {
        Some(Schema::Page(page)) => {
            types.add(names::PACKAGE, "Page");
            let item = types::property(Side::Response, page.item, &mut types);
            (format!("Page<{item}>"), "")
        }
        Some(response) => {
            let mark = if operation.response_may_be_absent {
                "?"
            } else {
                ""
            };
            let response = types::property(Side::Response, response, &mut types);
            (response + mark, "")
        }
        // Unit is of Kotlin only.
        None => ("Void?".to_owned(), "; null"),
    };
    let mut source = one(&method, "OperationCall", &result, end);
    if let Some(paging) = paging(operation) {
        let item = item(&paging, &mut types);
        source += "\n";
        source += &one(&format!("{method}All"), "Items", &item, "");
    }
    imports.merge(types);
    source
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

/// Returns the type of a list's items.
fn item(paging: &Paging, imports: &mut Imports) -> String {
    match paging {
        Paging::Cursor(page) => types::property(Side::Response, page.item, imports),
        Paging::Offset => {
            let name = "PaymentRequest";
            imports.add(&format!("{}.model", names::PACKAGE), name);
            name.to_owned()
        }
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
    source += &writer.deprecation(4, None, operation.doc);
    source += &format!("    public fun {method}All(");
    source += &signature(parameters, imports);
    let (function, place) = match paging {
        Paging::Cursor(_) => ("itemsOf", "cursor"),
        Paging::Offset => ("itemsByOffset", "offset"),
    };
    let item = item(&paging, imports);
    imports.add("dev.linq.client.internal", function);
    let mut first = place.to_owned();
    if matches!(paging, Paging::Offset) {
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

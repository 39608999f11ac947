//! Immutable data classes of objects.

use super::{names, text, text::File, types, writer::Writer};
use crate::api::{Side, TypeName};
use linq_core::{
    message::{BubbleEffect, ScreenEffect},
    schema::{FieldSchema, HasSchema, ObjectSchema, Presence, Schema},
};

pub(super) fn file(writer: &Writer<'_>, name: &TypeName, object: &ObjectSchema) -> File {
    let class = names::type_name(name);
    let mut imports = text::Imports::default();
    imports.add("kotlinx.serialization", "Serializable");
    let mut body = text::kdoc(0, &writer.doc(Some(name), object.doc));
    // What has to be given comes first, so that it can be given without names.
    let (required, optional): (Vec<_>, Vec<_>) = object
        .fields()
        .partition(|field| default(name.side, field).is_none());
    // Requests are created by Java programs too.
    let constructor = if name.side == Side::Request && !optional.is_empty() {
        " @JvmOverloads constructor"
    } else {
        ""
    };
    body += &format!("@Serializable\npublic data class {class}{constructor}(\n");
    let fields: Vec<&FieldSchema> = required.into_iter().chain(optional).collect();
    for field in &fields {
        body += &text::kdoc(4, &field_doc(writer, name, field));
        body += &writer.deprecation(4, Some(name), field.doc);
        let property = names::property(field.name);
        if property != field.name {
            imports.add("kotlinx.serialization", "SerialName");
            body += &format!("    @SerialName(\"{}\")\n", field.name);
        }
        let ty = types::property(name.side, field.schema, &mut imports);
        let default = match default(name.side, field) {
            Some(Default::Null) => "? = null".to_owned(),
            Some(Default::Empty(function)) => format!(" = {function}()"),
            Some(Default::Object) => format!(" = {ty}()"),
            None => String::new(),
        };
        body += &format!("    public val {property}: {ty}{default},\n");
    }
    body.push(')');
    let unions = writer.unions.get(name).map_or(&[][..], Vec::as_slice);
    let mut interfaces: Vec<String> = unions
        .iter()
        .map(|(union, _)| types::named(union, &mut imports))
        .collect();
    if writer.message_payloads.contains(name) {
        imports.add(&format!("{}.model", names::PACKAGE), "MessagePayload");
        interfaces.push("MessagePayload".to_owned());
    }
    if !interfaces.is_empty() {
        body += &format!(" : {}", interfaces.join(", "));
    }
    let tag = unions
        .first()
        .map(|(_, tag)| format!("    override val type: String get() = \"{tag}\"\n"));
    let members: Vec<String> = tag
        .into_iter()
        .chain(text_of_parts(name, object, &mut imports))
        .chain(more(object.name, &mut imports))
        .chain(to_string(
            &class,
            (name.side, object),
            &fields,
            &mut imports,
        ))
        .chain(named_effects(writer, name, &mut imports))
        .collect();
    if !members.is_empty() {
        body += &format!(" {{\n{}}}", members.join("\n"));
    }
    body.push('\n');
    File {
        package: names::package(name),
        name: class,
        imports,
        body,
    }
}

/// Returns the default of a property.
enum Default {
    Null,
    Empty(&'static str),
    Object,
}

fn default(side: Side, field: &FieldSchema) -> Option<Default> {
    if side.may_be_absent(field) {
        return Some(Default::Null);
    }
    if (side, field.presence) != (Side::Response, Presence::Always) {
        return None;
    }
    match field.schema {
        Schema::List(_) => Some(Default::Empty("emptyList")),
        Schema::Map(_) => Some(Default::Empty("emptyMap")),
        Schema::Object(_) => Some(Default::Object),
        _ => None,
    }
}

fn field_doc(writer: &Writer<'_>, name: &TypeName, field: &FieldSchema) -> Vec<String> {
    let mut doc = writer.doc(Some(name), field.doc);
    if name.side.may_be_absent(field) && field.presence == Presence::Always {
        const NOTE: &str = "Documented as always present.";
        match doc.last_mut() {
            Some(last) => *last = format!("{last} {NOTE}"),
            None => doc.push(NOTE.to_owned()),
        }
    }
    doc
}

/// Returns the property `text` of an object with message parts.
fn text_of_parts(
    name: &TypeName,
    object: &ObjectSchema,
    imports: &mut text::Imports,
) -> Option<String> {
    let field = object.field("parts")?;
    let is_of_parts = matches!(field.schema, Schema::List(Schema::Union(_)));
    if name.side != Side::Response || !is_of_parts {
        return None;
    }
    imports.add(&format!("{}.model", names::PACKAGE), "text");
    let parts = if name.side.may_be_absent(field) {
        "parts.orEmpty()"
    } else {
        "parts"
    };
    let doc = text::kdoc(
        4,
        &["The texts of its parts, joined by line breaks; empty if there are none.".to_owned()],
    );
    Some(format!(
        "{doc}    public val text: String get() = {parts}.text\n"
    ))
}

/// Returns the properties of an object besides its fields.
fn more(object: &str, imports: &mut text::Imports) -> Option<String> {
    if object != "MessageView" {
        return None;
    }
    imports.add(&format!("{}.model", names::PACKAGE), "Direction");
    let doc = text::kdoc(
        4,
        &[
            "True if the message is from a recipient; false if the payload does not say."
                .to_owned(),
        ],
    );
    Some(format!(
        "{doc}    public val isInbound: Boolean get() = direction == Direction.Inbound\n"
    ))
}

/// Returns the companion of the class of effects, with those known to this version.
fn named_effects(
    writer: &Writer<'_>,
    name: &TypeName,
    imports: &mut text::Imports,
) -> Option<String> {
    if (name.side, name.name) != (Side::Request, "Effect") {
        return None;
    }
    imports.add(&format!("{}.model", names::PACKAGE), "EffectKind");
    let mut effects = Vec::new();
    for (kind, schema) in [
        ("Screen", ScreenEffect::SCHEMA),
        ("Bubble", BubbleEffect::SCHEMA),
    ] {
        let Schema::Enum(declared) = schema else {
            continue;
        };
        effects.extend(declared.values.iter().map(|value| {
            let doc = text::kdoc(8, &writer.doc(None, value.doc));
            let (name, text) = (value.name, value.text);
            format!(
                "{doc}        @JvmField
        public val {name}: Effect = Effect(EffectKind.{kind}, \"{text}\")\n"
            )
        }));
    }
    let effects = effects.join("\n");
    Some(format!(
        "    /** Effects known to this version. */\n    public companion object {{\n{effects}    }}\n"
    ))
}

/// Returns `toString` of an object with private fields whose types do not redact themselves.
fn to_string(
    class: &str,
    (side, object): (Side, &ObjectSchema),
    fields: &[&FieldSchema],
    imports: &mut text::Imports,
) -> Option<String> {
    let is_open = |field: &FieldSchema| {
        side.is_private(object, field) && !matches!(field.schema, Schema::Secret)
    };
    if !fields.iter().any(|field| is_open(field)) {
        return None;
    }
    let shown: Vec<String> = fields
        .iter()
        .map(|field| {
            let name = names::property(field.name);
            if !is_open(field) {
                return format!("{name}=${name}");
            }
            imports.add(names::PACKAGE, "redacted");
            format!("{name}=${{redacted({name})}}")
        })
        .collect();
    let doc = text::kdoc(4, &["Redacts private fields.".to_owned()]);
    let shown = shown.join(", ");
    let value = format!("\"{class}({shown})\"");
    let function = text::assignment(4, "override fun toString(): String =", &value);
    Some(doc + &function)
}

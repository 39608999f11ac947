//! Construction and inspection of schemas.

use linq_core::schema::{
    EnumSchema, FieldSchema, IntegerRange, ObjectSchema, Presence, Schema, UnionSchema,
};
use std::collections::BTreeMap;

/// Fields of an object, by name.
pub(crate) type Fields = BTreeMap<&'static str, FieldSchema>;

/// An integer without limits, as descriptions have none.
pub(crate) const INTEGER: Schema = Schema::Integer(IntegerRange::ALL);

/// Returns text with the lifetime of the program, as schemas have.
pub(crate) fn leaked(text: &str) -> &'static str {
    String::leak(text.to_owned())
}

pub(crate) fn list_of(item: Schema) -> Schema {
    Schema::List(Box::leak(Box::new(item)))
}

pub(crate) fn map_of(value: Schema) -> Schema {
    Schema::Map(Box::leak(Box::new(value)))
}

pub(crate) fn or_null(schema: Schema) -> Schema {
    match schema {
        Schema::Nullable(_) => schema,
        other => Schema::Nullable(Box::leak(Box::new(other))),
    }
}

/// Returns an enum of these values; `name` is empty if the description has none.
pub(crate) fn one_of_texts<'a>(name: &str, values: impl IntoIterator<Item = &'a str>) -> Schema {
    let mut known: Vec<&'static str> = Vec::new();
    for value in values {
        if !known.contains(&value) {
            known.push(leaked(value));
        }
    }
    Schema::Enum(EnumSchema::new(leaked(name), known))
}

/// Returns the type of a value of any of these types. Texts stay distinct only if all of them are enums, and objects if
/// each has a `type` of its own; `name` is the name of the object that merges those that cannot be distinguished.
pub(crate) fn one_of(name: &str, alternatives: Vec<Schema>) -> Schema {
    let is_nullable = alternatives
        .iter()
        .any(|schema| matches!(schema, Schema::Nullable(_)));
    let mut distinct: Vec<Schema> = Vec::new();
    for schema in alternatives.into_iter().flat_map(members) {
        if !distinct.iter().any(|known| is_same(*known, schema)) {
            distinct.push(schema);
        }
    }
    let schema = match &distinct[..] {
        [] => Schema::Any,
        [only] => *only,
        several => combined(name, several),
    };
    if is_nullable { or_null(schema) } else { schema }
}

/// Returns the objects of a union, or else the type itself.
fn members(schema: Schema) -> Vec<Schema> {
    match schema.not_null() {
        Schema::Union(union) => union
            .members
            .iter()
            .map(|member| Schema::Object(member.object))
            .collect(),
        other => vec![other],
    }
}

fn combined(name: &str, types: &[Schema]) -> Schema {
    let all = |is: fn(&Schema) -> bool| types.iter().all(is);
    if all(|schema| matches!(schema, Schema::Enum(_))) {
        return one_of_texts("", types.iter().flat_map(|schema| values(*schema)));
    }
    if all(|schema| matches!(schema, Schema::Text | Schema::DateTime | Schema::Enum(_))) {
        return Schema::Text;
    }
    if all(|schema| matches!(schema, Schema::Integer(_) | Schema::Number)) {
        return Schema::Number;
    }
    let objects: Option<Vec<_>> = types.iter().map(|schema| schema.as_object()).collect();
    match objects {
        Some(objects) => one_of_objects(name, &objects),
        None => Schema::Any,
    }
}

fn one_of_objects(name: &str, objects: &[&'static ObjectSchema]) -> Schema {
    let tagged: Option<Vec<_>> = objects
        .iter()
        .map(|object| Some((tag_of(object)?, *object)))
        .collect();
    if let Some(members) = tagged {
        return Schema::Union(UnionSchema::new("", members));
    }
    let fields: Vec<_> = objects.iter().map(|object| fields_of(object)).collect();
    let object = ObjectSchema::named(leaked(name));
    object.set_fields(any_of(name, &fields).into_values());
    Schema::Object(object)
}

/// Returns the fields of an object that has all of both; the later declaration of a field wins.
pub(crate) fn all_of(mut one: Fields, other: Fields) -> Fields {
    for (name, mut field) in other {
        if one.get(name).is_some_and(|known| !known.is_optional()) {
            field.presence = Presence::Always;
        }
        one.insert(name, field);
    }
    one
}

/// Returns the fields of an object that is one of several: a field that not all of them require is optional.
pub(crate) fn any_of(name: &str, alternatives: &[Fields]) -> Fields {
    let is_in_all = |name: &str| {
        let mut alternatives = alternatives.iter();
        alternatives.all(|fields| fields.get(name).is_some_and(|field| !field.is_optional()))
    };
    let mut types: BTreeMap<&'static str, Vec<Schema>> = BTreeMap::new();
    for (field, schema) in alternatives.iter().flatten() {
        types.entry(field).or_default().push(schema.schema);
    }
    let field = |(field, types)| {
        let schema = one_of(&format!("{name}.{field}"), types);
        (field, new_field(field, schema, is_in_all(field)))
    };
    types.into_iter().map(field).collect()
}

pub(crate) fn new_field(name: &'static str, schema: Schema, is_required: bool) -> FieldSchema {
    let presence = if is_required {
        Presence::Always
    } else {
        Presence::Optional
    };
    FieldSchema::new(name, schema, presence)
}

fn fields_of(object: &ObjectSchema) -> Fields {
    object.fields().map(|field| (field.name, *field)).collect()
}

/// Returns the only value of an object's `type`.
pub(crate) fn tag_of(object: &ObjectSchema) -> Option<&'static str> {
    constant(object.field("type")?.schema)
}

/// Returns the value of an enum with only one.
pub(crate) fn constant(schema: Schema) -> Option<&'static str> {
    match schema {
        Schema::Enum(known) if known.values.len() == 1 => Some(known.values[0].text),
        _ => None,
    }
}

/// Returns the values of an enum; none for other types.
pub(crate) fn values(schema: Schema) -> impl Iterator<Item = &'static str> {
    let known = match schema {
        Schema::Enum(known) => known.values,
        _ => &[],
    };
    known.iter().map(|value| value.text)
}

/// Returns the types that a type directly contains.
pub(crate) fn parts(schema: Schema) -> Vec<Schema> {
    match schema {
        Schema::List(inner) | Schema::Map(inner) | Schema::Nullable(inner) => vec![*inner],
        Schema::Object(object) => object.fields().map(|field| field.schema).collect(),
        Schema::Union(_) => members(schema),
        _ => Vec::new(),
    }
}

fn is_same(one: Schema, other: Schema) -> bool {
    match (one, other) {
        (Schema::List(one), Schema::List(other))
        | (Schema::Map(one), Schema::Map(other))
        | (Schema::Nullable(one), Schema::Nullable(other)) => is_same(*one, *other),
        (Schema::Enum(_), Schema::Enum(_)) => values(one).eq(values(other)),
        (Schema::Object(one), Schema::Object(other)) => std::ptr::eq(one, other),
        (Schema::Union(one), Schema::Union(other)) => std::ptr::eq(one, other),
        (one, other) => std::mem::discriminant(&one) == std::mem::discriminant(&other),
    }
}

/// Returns a description of a type, for a report.
pub(crate) fn describe(schema: Schema) -> String {
    match schema {
        Schema::Text | Schema::Secret => "text".to_owned(),
        Schema::DateTime => "a date-time".to_owned(),
        Schema::Integer(_) => "an integer".to_owned(),
        Schema::Number => "a number".to_owned(),
        Schema::Boolean => "a boolean".to_owned(),
        Schema::Any => "anything".to_owned(),
        Schema::Utf16Range => "a list of two integers".to_owned(),
        Schema::List(item) => format!("a list of {}", describe(*item)),
        Schema::Map(_) => "an object with any keys".to_owned(),
        Schema::Page(_) => "a page of a list".to_owned(),
        Schema::Nullable(inner) => format!("{} or null", describe(*inner)),
        Schema::Enum(known) if known.name.is_empty() => {
            format!("one of {}", values(schema).collect::<Vec<_>>().join(", "))
        }
        Schema::Enum(known) => format!("one of the values of {}", known.name),
        Schema::Object(object) => format!("the object {}", object.name),
        Schema::Union(union) if union.name.is_empty() => {
            let names = union.members.iter().map(|member| member.object.name);
            format!(
                "one of the objects {}",
                names.collect::<Vec<_>>().join(", ")
            )
        }
        Schema::Union(union) => format!("one of the objects of {}", union.name),
        _ => "of a type that this tool does not know".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{INTEGER, describe, one_of, one_of_texts, or_null};
    use linq_core::schema::Schema;

    #[test]
    fn indistinguishable_alternatives_are_merged() {
        let texts = |values: &[&'static str]| one_of_texts("", values.iter().copied());
        let of = |alternatives: &[Schema]| describe(one_of("x", alternatives.to_vec()));
        assert_eq!(of(&[texts(&["a"]), texts(&["b", "a"])]), "one of a, b");
        assert_eq!(of(&[texts(&["a"]), Schema::DateTime]), "text");
        assert_eq!(of(&[or_null(INTEGER), Schema::Number]), "a number or null");
        assert_eq!(of(&[INTEGER, INTEGER]), "an integer");
        assert_eq!(of(&[Schema::Text, Schema::Boolean]), "anything");
    }
}

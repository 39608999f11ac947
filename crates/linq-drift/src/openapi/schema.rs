use super::{entries, items};
use crate::types::{
    Fields, INTEGER, all_of, any_of, leaked, list_of, map_of, new_field, one_of, one_of_texts,
    or_null,
};
use anyhow::{Context, Result, bail};
use linq_core::schema::{ObjectSchema, Presence, Schema};
use serde_json::Value;
use std::collections::BTreeMap;

/// Maximum length of a chain of references, and maximum depth of composed objects.
const MAX_DEPTH: usize = 64;

/// Schemas of a document, and the objects read from them so far.
pub(super) struct Schemas<'a> {
    document: &'a Value,
    pub(super) objects: BTreeMap<String, &'static ObjectSchema>,
}

impl<'a> Schemas<'a> {
    pub(super) fn new(document: &'a Value) -> Self {
        Self {
            document,
            objects: BTreeMap::new(),
        }
    }

    /// Resolves a `$ref`; returns any other value unchanged.
    pub(super) fn resolve(&self, mut value: &'a Value) -> Result<&'a Value> {
        for _ in 0..MAX_DEPTH {
            let Some(reference) = value["$ref"].as_str() else {
                return Ok(value);
            };
            value = reference
                .strip_prefix('#')
                .and_then(|pointer| self.document.pointer(pointer))
                .with_context(|| format!("`{reference}` is not in this document"))?;
        }
        bail!("circular references")
    }

    /// Returns the type of a schema; `hint` names the object if the schema has no name.
    pub(super) fn schema(&mut self, schema: &'a Value, hint: &str) -> Result<Schema> {
        if let Some(reference) = schema["$ref"].as_str() {
            let name = reference.rsplit('/').next().unwrap_or(reference);
            let schema = self.resolve(schema)?;
            return self.named_schema(schema, name);
        }
        self.named_schema(schema, hint)
    }

    fn named_schema(&mut self, schema: &'a Value, name: &str) -> Result<Schema> {
        let read = self.schema_but_null(schema, name)?;
        let is_nullable = schema["nullable"] == true
            || items(&schema["type"]).any(|name| name == "null")
            || items(&schema["enum"]).any(Value::is_null);
        Ok(if is_nullable { or_null(read) } else { read })
    }

    fn schema_but_null(&mut self, schema: &'a Value, name: &str) -> Result<Schema> {
        if let Some(alternatives) = ["oneOf", "anyOf"]
            .iter()
            .find_map(|word| schema[word].as_array())
        {
            return self.one_of(alternatives, name);
        }
        if let Some([only]) = schema["allOf"].as_array().map(Vec::as_slice)
            && schema["properties"].is_null()
        {
            return self.schema(only, name);
        }
        if let Some(constant) = schema.get("const").and_then(Value::as_str) {
            return Ok(one_of_texts("", [constant]));
        }
        let mut values = items(&schema["enum"]).filter_map(Value::as_str).peekable();
        if values.peek().is_some() {
            return Ok(one_of_texts("", values));
        }
        let types = match &schema["type"] {
            Value::String(one) => vec![one.as_str()],
            several => items(several).filter_map(Value::as_str).collect(),
        };
        let mut alternatives = Vec::new();
        for name_of_type in types.into_iter().filter(|it| *it != "null") {
            alternatives.push(self.of_type(name_of_type, schema, name)?);
        }
        if alternatives.is_empty()
            && (schema["allOf"].is_array() || schema["properties"].is_object())
        {
            alternatives.push(self.of_type("object", schema, name)?);
        }
        Ok(one_of(name, alternatives))
    }

    fn of_type(&mut self, name_of_type: &str, schema: &'a Value, name: &str) -> Result<Schema> {
        Ok(match name_of_type {
            "string" if schema["format"] == "date-time" => Schema::DateTime,
            "string" => Schema::Text,
            "integer" => INTEGER,
            "number" => Schema::Number,
            "boolean" => Schema::Boolean,
            "array" => list_of(self.schema(&schema["items"], &format!("{name}[]"))?),
            "object" if schema["properties"].is_null() && schema["allOf"].is_null() => {
                map_of(match &schema["additionalProperties"] {
                    values @ Value::Object(_) => self.schema(values, &format!("{name}.*"))?,
                    _ => Schema::Any,
                })
            }
            "object" => Schema::Object(self.object(schema, name)?),
            other => bail!("unknown type `{other}`"),
        })
    }

    /// Returns an object, which is registered before its fields are read, since it may contain itself.
    fn object(&mut self, schema: &'a Value, name: &str) -> Result<&'static ObjectSchema> {
        if let Some(known) = self.objects.get(name) {
            return Ok(known);
        }
        let object = ObjectSchema::named(leaked(name));
        self.objects.insert(name.to_owned(), object);
        object.set_fields(self.fields(schema, name)?.into_values());
        Ok(object)
    }

    fn one_of(&mut self, alternatives: &'a [Value], name: &str) -> Result<Schema> {
        let is_null = |alternative: &Value| alternative["type"] == "null";
        let mut types = Vec::new();
        for (index, alternative) in alternatives.iter().enumerate() {
            if !is_null(alternative) {
                types.push(self.schema(alternative, &format!("{name} {}", index + 1))?);
            }
        }
        let schema = one_of(name, types);
        let is_nullable = alternatives.iter().any(is_null);
        Ok(if is_nullable { or_null(schema) } else { schema })
    }

    /// Returns the schemas of a `oneOf` or `anyOf`, or else the schema itself.
    pub(super) fn alternatives(&self, schema: &'a Value) -> Result<Vec<&'a Value>> {
        let schema = self.resolve(schema)?;
        let several = ["oneOf", "anyOf"]
            .iter()
            .find_map(|word| schema[word].as_array());
        Ok(several.map_or_else(|| vec![schema], |several| several.iter().collect()))
    }

    /// Returns the fields of an object's schema.
    pub(super) fn fields(&mut self, schema: &'a Value, name: &str) -> Result<Fields> {
        self.fields_within(schema, name, MAX_DEPTH)
    }

    fn fields_within(&mut self, schema: &'a Value, name: &str, depth: usize) -> Result<Fields> {
        let depth = depth
            .checked_sub(1)
            .context("objects are nested too deeply")?;
        let schema = self.resolve(schema)?;
        let mut fields = Fields::new();
        for part in items(&schema["allOf"]) {
            fields = all_of(fields, self.fields_within(part, name, depth)?);
        }
        for word in ["oneOf", "anyOf"] {
            let mut alternatives = Vec::new();
            for part in items(&schema[word]).filter(|part| part["type"] != "null") {
                alternatives.push(self.fields_within(part, name, depth)?);
            }
            fields = all_of(fields, any_of(name, &alternatives));
        }
        let mut own = Fields::new();
        for (field, property) in entries(&schema["properties"]) {
            let schema = self.schema(property, &format!("{name}.{field}"))?;
            let field = leaked(field);
            own.insert(field, new_field(field, schema, false));
        }
        fields = all_of(fields, own);
        for field in items(&schema["required"]).filter_map(Value::as_str) {
            if let Some(field) = fields.get_mut(field) {
                field.presence = Presence::Always;
            }
        }
        Ok(fields)
    }
}

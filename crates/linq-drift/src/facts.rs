//! Parser of the notation of `linq-v3.json`.

use crate::{
    published::{Operation, Parameter, Published},
    types::{Fields, INTEGER, leaked, list_of, map_of, new_field, one_of, one_of_texts, or_null},
};
use anyhow::{Context, Result, bail};
use linq_core::schema::{ObjectSchema, Schema};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

impl Published {
    /// Reads `linq-v3.json`.
    ///
    /// # Errors
    ///
    /// If the document is invalid or not supported; the error names the place.
    pub fn from_facts(facts: &Value) -> Result<Self> {
        let mut reader = Reader {
            enums: object(facts, "enums")?,
            models: object(facts, "models")?,
            legacy: object(facts, "legacy_webhook_events")?,
            objects: BTreeMap::new(),
        };
        let mut published = Self::default();
        for name in reader.models.keys() {
            reader.object(name)?;
        }
        for operation in facts["endpoints"].as_array().context("endpoints")? {
            let read = reader.operation(operation);
            let read = read.with_context(|| operation["name"].to_string())?;
            published.operations.push(read);
        }
        let types = reader.enums["WebhookEventType"].as_array();
        let types = types.context("WebhookEventType")?.iter();
        for event_type in types.filter_map(Value::as_str) {
            published.events.insert(event_type.to_owned(), None);
        }
        for (event_type, model) in object(facts, "webhook_events")? {
            let schema = match reader.schema(text(model)?)? {
                Schema::Any => None,
                payload => Some(payload),
            };
            published.events.insert(event_type.clone(), schema);
        }
        published.legacy_events = reader.legacy_events()?;
        let envelope = object(facts, "webhook_envelope")?;
        collect_names(envelope, "", &mut published.event_envelope);
        collect_names(object(facts, "error_body")?, "", &mut published.error_body);
        published.objects = reader.objects;
        Ok(published)
    }
}

struct Reader<'a> {
    enums: &'a Map<String, Value>,
    models: &'a Map<String, Value>,
    legacy: &'a Map<String, Value>,
    /// Objects read so far.
    objects: BTreeMap<String, &'static ObjectSchema>,
}

impl Reader<'_> {
    fn operation(&mut self, operation: &Value) -> Result<Operation> {
        let mut parameters = Vec::new();
        for place in ["query", "header", "body"] {
            if let Some(fields) = operation.get(place).and_then(Value::as_object) {
                let fields = self.fields(fields)?.into_values();
                parameters.extend(fields.map(|field| Parameter { place, field }));
            }
        }
        let responses = match &operation["returns"] {
            Value::Null => Vec::new(),
            Value::String(notation) => vec![self.schema(notation)?],
            page => vec![self.page(text(&operation["name"])?, page)?],
        };
        Ok(Operation {
            method: text(&operation["http"])?.to_owned(),
            path: text(&operation["path"])?.to_owned(),
            parameters,
            responses,
        })
    }

    fn page(&mut self, operation: &str, page: &Value) -> Result<Schema> {
        let items = list_of(self.schema(text(&page["page_of"])?)?);
        let fields = [
            new_field(leaked(text(&page["items"])?), items, true),
            new_field(leaked(text(&page["cursor"])?), or_null(Schema::Text), false),
        ];
        Ok(Schema::Object(
            self.define(&format!("{operation} page"), fields),
        ))
    }

    /// Returns the types of events that differ in version `2025-01-01`: those whose names have a dot.
    fn legacy_events(&mut self) -> Result<BTreeMap<String, Option<Schema>>> {
        let mut events = BTreeMap::new();
        for (event_type, notation) in self.legacy.iter().filter(|(name, _)| name.contains('.')) {
            let notation = text(notation)?;
            let (base, more) = notation.split_once(" + ").unwrap_or((notation, ""));
            let mut fields: Fields = self
                .object(base)?
                .fields()
                .map(|field| (field.name, *field))
                .collect();
            let more = more.trim_matches(['{', '}']).split(", ");
            for field in more.filter(|field| !field.is_empty()) {
                let (name, notation) = field.split_once(": ").context("a field")?;
                self.add_field(name, notation, &mut fields)?;
            }
            let name = format!("{event_type} of 2025-01-01");
            let payload = self.define(&name, fields.into_values());
            events.insert(event_type.clone(), Some(Schema::Object(payload)));
        }
        Ok(events)
    }

    /// Returns an object by its name; it may contain itself.
    fn object(&mut self, name: &str) -> Result<&'static ObjectSchema> {
        if let Some(known) = self.objects.get(name) {
            return Ok(known);
        }
        let fields = match self.models.get(name) {
            Some(model) => object(model, "fields")?,
            None => object_of(self.legacy.get(name), name)?,
        };
        let object = ObjectSchema::named(leaked(name));
        self.objects.insert(name.to_owned(), object);
        let fields = self.fields(fields).with_context(|| name.to_owned())?;
        object.set_fields(fields.into_values());
        Ok(object)
    }

    fn define(
        &mut self,
        name: &str,
        fields: impl IntoIterator<Item = linq_core::schema::FieldSchema>,
    ) -> &'static ObjectSchema {
        let object = ObjectSchema::named(leaked(name));
        object.set_fields(fields);
        self.objects.insert(name.to_owned(), object);
        object
    }

    fn fields(&mut self, notations: &Map<String, Value>) -> Result<Fields> {
        let mut fields = Fields::new();
        for (name, notation) in notations {
            self.add_field(name, text(notation)?, &mut fields)?;
        }
        Ok(fields)
    }

    fn add_field(&mut self, name: &str, notation: &str, fields: &mut Fields) -> Result<()> {
        let schema = self.schema(notation).with_context(|| name.to_owned())?;
        let is_required = !name.ends_with('?');
        let name = leaked(name.trim_end_matches('?'));
        fields.insert(name, new_field(name, schema, is_required));
        Ok(())
    }

    fn schema(&mut self, notation: &str) -> Result<Schema> {
        let notation = notation.trim();
        if let Some(inner) = notation.strip_suffix("| null") {
            return Ok(or_null(self.schema(inner)?));
        }
        if let Some(inner) = enclosed(notation, "[", "]") {
            return Ok(list_of(self.schema(inner)?));
        }
        if let Some(inner) = enclosed(notation, "{string: ", "}") {
            return Ok(map_of(self.schema(inner)?));
        }
        if let Some(values) = enclosed(notation, "enum(", ")") {
            return Ok(one_of_texts("", values.split(", ")));
        }
        if notation.contains(" | ") {
            let alternatives = notation.split(" | ").map(|one| self.schema(one));
            return Ok(one_of(notation, alternatives.collect::<Result<_>>()?));
        }
        if let Some(literal) = enclosed(notation, "\"", "\"") {
            return Ok(one_of_texts("", [literal]));
        }
        Ok(match notation {
            "string" => Schema::Text,
            "date-time" => Schema::DateTime,
            "integer" => INTEGER,
            "number" => Schema::Number,
            "boolean" => Schema::Boolean,
            any if any == "any" || any.starts_with("any (") => Schema::Any,
            name => match self.enums.get(name).and_then(Value::as_array) {
                Some(values) => {
                    let values = values.iter().map(text).collect::<Result<Vec<_>>>()?;
                    one_of_texts(name, values)
                }
                None if self.models.contains_key(name) || self.legacy.contains_key(name) => {
                    Schema::Object(self.object(name)?)
                }
                None => bail!("unknown type `{name}`"),
            },
        })
    }
}

/// Collects the names of fields, with dots for nested objects.
fn collect_names(fields: &Map<String, Value>, parent: &str, names: &mut BTreeSet<String>) {
    for (name, field) in fields {
        let name = format!("{parent}{}", name.trim_end_matches('?'));
        match field.as_object() {
            Some(fields) => collect_names(fields, &format!("{name}."), names),
            None => drop(names.insert(name)),
        }
    }
}

fn enclosed<'a>(notation: &'a str, start: &str, end: &str) -> Option<&'a str> {
    notation.strip_prefix(start)?.strip_suffix(end)
}

fn object<'a>(value: &'a Value, name: &str) -> Result<&'a Map<String, Value>> {
    object_of(value.get(name), name)
}

fn object_of<'a>(value: Option<&'a Value>, name: &str) -> Result<&'a Map<String, Value>> {
    let object = value.and_then(Value::as_object);
    object.with_context(|| format!("`{name}` is not an object"))
}

fn text(value: &Value) -> Result<&str> {
    value
        .as_str()
        .with_context(|| format!("{value} is not text"))
}

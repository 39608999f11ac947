//! Reads the notation of `linq-v3.json`.

use crate::published::{Field, Kind, Model, Operation, Parameter, Published};
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

impl Published {
    /// From `linq-v3.json`.
    pub fn from_facts(facts: &Value) -> Result<Self> {
        let reader = Reader {
            enums: object(facts, "enums")?,
            models: object(facts, "models")?,
            legacy: object(facts, "legacy_webhook_events")?,
        };
        let mut published = Self::default();
        for (name, model) in reader.models {
            let fields = object(model, "fields")?;
            let model = reader.model(fields).with_context(|| name.clone())?;
            published.models.insert(name.clone(), model);
        }
        for operation in facts["endpoints"].as_array().context("endpoints")? {
            let read = reader.operation(operation, &mut published.models);
            published
                .operations
                .push(read.with_context(|| operation["name"].to_string())?);
        }
        let types = reader.enums["WebhookEventType"].as_array();
        for event_type in types
            .context("WebhookEventType")?
            .iter()
            .filter_map(Value::as_str)
        {
            published.events.insert(event_type.to_owned(), None);
        }
        for (event_type, model) in object(facts, "webhook_events")? {
            let kind = reader.kind(text(model)?)?;
            let kind = (kind != Kind::Any).then_some(kind);
            published.events.insert(event_type.clone(), kind);
        }
        reader.legacy_events(&mut published)?;
        collect_names(
            object(facts, "webhook_envelope")?,
            "",
            &mut published.event_envelope,
        );
        collect_names(object(facts, "error_body")?, "", &mut published.error_body);
        Ok(published)
    }
}

struct Reader<'a> {
    enums: &'a Map<String, Value>,
    models: &'a Map<String, Value>,
    legacy: &'a Map<String, Value>,
}

impl Reader<'_> {
    fn operation(
        &self,
        operation: &Value,
        models: &mut BTreeMap<String, Model>,
    ) -> Result<Operation> {
        let mut parameters = Vec::new();
        for place in ["query", "header", "body"] {
            let Some(fields) = operation.get(place).and_then(Value::as_object) else {
                continue;
            };
            for (name, field) in self.model(fields)?.fields {
                parameters.push(Parameter { place, name, field });
            }
        }
        let replies = match &operation["returns"] {
            Value::Null => Vec::new(),
            Value::String(notation) => vec![self.kind(notation)?],
            page => {
                let name = format!("{} page", text(&operation["name"])?);
                models.insert(name.clone(), self.page(page)?);
                vec![Kind::Object(name)]
            }
        };
        Ok(Operation {
            method: text(&operation["http"])?.to_owned(),
            path: text(&operation["path"])?.to_owned(),
            parameters,
            replies,
        })
    }

    fn page(&self, page: &Value) -> Result<Model> {
        let items = Kind::List(Box::new(self.kind(text(&page["page_of"])?)?));
        let cursor = Kind::Nullable(Box::new(Kind::Text));
        let fields = [
            (text(&page["items"])?, items, true),
            (text(&page["cursor"])?, cursor, false),
        ];
        let fields =
            fields.map(|(name, kind, is_required)| (name.to_owned(), Field { kind, is_required }));
        Ok(Model {
            fields: fields.into(),
        })
    }

    fn legacy_events(&self, published: &mut Published) -> Result<()> {
        for (name, value) in self.legacy {
            if let Some(fields) = value.as_object() {
                published.models.insert(name.clone(), self.model(fields)?);
            }
        }
        for (event_type, notation) in self.legacy {
            if !event_type.contains('.') {
                continue;
            }
            let (base, more) = match text(notation)?.split_once(" + ") {
                Some((base, more)) => (base, more.trim_matches(['{', '}'])),
                None => (text(notation)?, ""),
            };
            let mut model = published
                .models
                .get(base)
                .context("a legacy model")?
                .clone();
            for field in more.split(", ").filter(|field| !field.is_empty()) {
                let (name, notation) = field.split_once(": ").context("a field")?;
                let (name, field) = self.field(name, notation)?;
                model.fields.insert(name, field);
            }
            let name = format!("{event_type} of 2025-01-01");
            published.models.insert(name.clone(), model);
            published
                .legacy_events
                .insert(event_type.clone(), Kind::Object(name));
        }
        Ok(())
    }

    fn model(&self, fields: &Map<String, Value>) -> Result<Model> {
        let fields = fields
            .iter()
            .map(|(name, notation)| self.field(name, text(notation)?))
            .collect::<Result<_>>()?;
        Ok(Model { fields })
    }

    fn field(&self, name: &str, notation: &str) -> Result<(String, Field)> {
        let kind = self.kind(notation).with_context(|| name.to_owned())?;
        let is_required = !name.ends_with('?');
        let name = name.trim_end_matches('?').to_owned();
        Ok((name, Field { kind, is_required }))
    }

    fn kind(&self, notation: &str) -> Result<Kind> {
        let notation = notation.trim();
        if let Some(inner) = notation.strip_suffix("| null") {
            return Ok(self.kind(inner)?.or_null());
        }
        if let Some(inner) = enclosed(notation, "[", "]") {
            return Ok(Kind::List(Box::new(self.kind(inner)?)));
        }
        if let Some(inner) = enclosed(notation, "{string: ", "}") {
            return Ok(Kind::Map(Box::new(self.kind(inner)?)));
        }
        if let Some(values) = enclosed(notation, "enum(", ")") {
            return Ok(Kind::Enum(values.split(", ").map(str::to_owned).collect()));
        }
        if let Some(literal) = enclosed(notation, "\"", "\"") {
            return Ok(Kind::Enum([literal.to_owned()].into()));
        }
        if let Some((one, others)) = notation.split_once(" | ") {
            return Ok(self.kind(one)?.or(self.kind(others)?));
        }
        Ok(match notation {
            "string" => Kind::Text,
            "date-time" => Kind::DateTime,
            "integer" => Kind::Integer,
            "number" => Kind::Number,
            "boolean" => Kind::Boolean,
            any if any == "any" || any.starts_with("any (") => Kind::Any,
            name => match self.enums.get(name).and_then(Value::as_array) {
                Some(values) => Kind::Enum(
                    values
                        .iter()
                        .map(|v| Ok(text(v)?.to_owned()))
                        .collect::<Result<_>>()?,
                ),
                None if self.models.contains_key(name) || self.legacy.contains_key(name) => {
                    Kind::Object(name.to_owned())
                }
                None => bail!("`{name}` is no type"),
            },
        })
    }
}

/// The names of fields, those of objects within objects with a dot.
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
    value[name]
        .as_object()
        .with_context(|| format!("`{name}` is no object"))
}

fn text(value: &Value) -> Result<&str> {
    value
        .as_str()
        .with_context(|| format!("{value} is no text"))
}

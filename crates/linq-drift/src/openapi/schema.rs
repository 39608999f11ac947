use super::{entries, items};
use crate::published::{Field, Kind, Model};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeMap;

/// How many references in a row are followed, and how deep objects are put together.
const MAX_DEPTH: usize = 64;

/// The schemas of a document, and the objects read from them so far.
pub(super) struct Schemas<'a> {
    document: &'a Value,
    pub(super) models: BTreeMap<String, Model>,
}

impl<'a> Schemas<'a> {
    pub(super) fn new(document: &'a Value) -> Self {
        Self {
            document,
            models: BTreeMap::new(),
        }
    }

    /// What a `$ref` leads to; anything else is itself.
    pub(super) fn resolve(&self, mut value: &'a Value) -> Result<&'a Value> {
        for _ in 0..MAX_DEPTH {
            let Some(reference) = value["$ref"].as_str() else {
                return Ok(value);
            };
            value = reference
                .strip_prefix('#')
                .and_then(|pointer| self.document.pointer(pointer))
                .with_context(|| format!("`{reference}` leads nowhere in this document"))?;
        }
        bail!("references that never end")
    }

    /// The kind of a schema; `hint` names the object if the schema has no name.
    pub(super) fn kind(&mut self, schema: &'a Value, hint: &str) -> Result<Kind> {
        if let Some(reference) = schema["$ref"].as_str() {
            let name = reference.rsplit('/').next().unwrap_or(reference).to_owned();
            let schema = self.resolve(schema)?;
            return self.named_kind(schema, &name);
        }
        self.named_kind(schema, hint)
    }

    fn named_kind(&mut self, schema: &'a Value, name: &str) -> Result<Kind> {
        let kind = self.kind_but_null(schema, name)?;
        let is_nullable = schema["nullable"] == true
            || items(&schema["type"]).any(|kind| kind == "null")
            || items(&schema["enum"]).any(Value::is_null);
        Ok(if is_nullable { kind.or_null() } else { kind })
    }

    fn kind_but_null(&mut self, schema: &'a Value, name: &str) -> Result<Kind> {
        if let Some(alternatives) = ["oneOf", "anyOf"]
            .iter()
            .find_map(|word| schema[word].as_array())
        {
            return self.one_of(alternatives, name);
        }
        if let Some([only]) = schema["allOf"].as_array().map(Vec::as_slice)
            && schema["properties"].is_null()
        {
            return self.kind(only, name);
        }
        if let Some(constant) = schema.get("const").and_then(Value::as_str) {
            return Ok(Kind::Enum([constant.to_owned()].into()));
        }
        let values = items(&schema["enum"]).filter_map(Value::as_str);
        let values: std::collections::BTreeSet<_> = values.map(str::to_owned).collect();
        if !values.is_empty() {
            return Ok(Kind::Enum(values));
        }
        let types = match &schema["type"] {
            Value::String(one) => vec![one.as_str()],
            several => items(several).filter_map(Value::as_str).collect(),
        };
        let mut kinds = Vec::new();
        for kind in types.into_iter().filter(|kind| *kind != "null") {
            kinds.push(self.of_type(kind, schema, name)?);
        }
        if kinds.is_empty() && (schema["allOf"].is_array() || schema["properties"].is_object()) {
            kinds.push(self.of_type("object", schema, name)?);
        }
        Ok(kinds.into_iter().reduce(Kind::or).unwrap_or(Kind::Any))
    }

    fn of_type(&mut self, kind: &str, schema: &'a Value, name: &str) -> Result<Kind> {
        Ok(match kind {
            "string" if schema["format"] == "date-time" => Kind::DateTime,
            "string" => Kind::Text,
            "integer" => Kind::Integer,
            "number" => Kind::Number,
            "boolean" => Kind::Boolean,
            "array" => Kind::List(Box::new(self.kind(&schema["items"], &format!("{name}[]"))?)),
            "object" if schema["properties"].is_null() && schema["allOf"].is_null() => {
                let values = match &schema["additionalProperties"] {
                    values @ Value::Object(_) => self.kind(values, &format!("{name}.*"))?,
                    _ => Kind::Any,
                };
                Kind::Map(Box::new(values))
            }
            "object" => {
                // Noted before its fields are read, since it may hold itself.
                if !self.models.contains_key(name) {
                    self.models.insert(name.to_owned(), Model::default());
                    let model = self.object(schema, name)?;
                    self.models.insert(name.to_owned(), model);
                }
                Kind::Object(name.to_owned())
            }
            other => bail!("`{other}` is no type"),
        })
    }

    fn one_of(&mut self, alternatives: &'a [Value], name: &str) -> Result<Kind> {
        let mut kind: Option<Kind> = None;
        let mut is_nullable = false;
        for (index, alternative) in alternatives.iter().enumerate() {
            if alternative["type"] == "null" {
                is_nullable = true;
                continue;
            }
            let next = self.kind(alternative, &format!("{name} {}", index + 1))?;
            kind = Some(match kind {
                Some(kind) => kind.or(next),
                None => next,
            });
        }
        let mut kind = kind.unwrap_or(Kind::Any);
        if let Kind::Union(names) = &kind
            && !names.iter().all(|name| self.has_tag(name))
        {
            kind = self.overlaid(&names.clone(), name);
        }
        Ok(if is_nullable { kind.or_null() } else { kind })
    }

    fn has_tag(&self, model: &str) -> bool {
        let tag = self
            .models
            .get(model)
            .and_then(|model| model.fields.get("type"));
        tag.is_some_and(|tag| matches!(&tag.kind, Kind::Enum(values) if values.len() == 1))
    }

    /// Objects that nothing tells apart, as one: what not all of them require is optional.
    fn overlaid(&mut self, names: &[String], name: &str) -> Kind {
        let models: Vec<_> = names
            .iter()
            .filter_map(|name| self.models.get(name))
            .collect();
        let model = Model::any_of(models.into_iter().cloned());
        self.models.insert(name.to_owned(), model);
        Kind::Object(name.to_owned())
    }

    /// The schemas of a `oneOf` or `anyOf`; any other is the only one.
    pub(super) fn alternatives(&self, schema: &'a Value) -> Result<Vec<&'a Value>> {
        let schema = self.resolve(schema)?;
        let several = ["oneOf", "anyOf"]
            .iter()
            .find_map(|word| schema[word].as_array());
        Ok(several.map_or_else(|| vec![schema], |several| several.iter().collect()))
    }

    /// The fields of a schema that is an object.
    pub(super) fn object(&mut self, schema: &'a Value, name: &str) -> Result<Model> {
        self.object_within(schema, name, MAX_DEPTH)
    }

    fn object_within(&mut self, schema: &'a Value, name: &str, depth: usize) -> Result<Model> {
        let depth = depth.checked_sub(1).context("objects that never end")?;
        let schema = self.resolve(schema)?;
        let mut model = Model::default();
        for part in items(&schema["allOf"]) {
            model = model.and(self.object_within(part, name, depth)?);
        }
        for word in ["oneOf", "anyOf"] {
            let mut alternatives = Vec::new();
            for part in items(&schema[word]).filter(|part| part["type"] != "null") {
                alternatives.push(self.object_within(part, name, depth)?);
            }
            model = model.and(Model::any_of(alternatives));
        }
        let mut own = Model::default();
        for (field, property) in entries(&schema["properties"]) {
            let kind = self.kind(property, &format!("{name}.{field}"))?;
            let is_required = false;
            own.fields
                .insert(field.clone(), Field { kind, is_required });
        }
        model = model.and(own);
        for field in items(&schema["required"]).filter_map(Value::as_str) {
            if let Some(field) = model.fields.get_mut(field) {
                field.is_required = true;
            }
        }
        Ok(model)
    }
}

impl Model {
    /// An object that is both: a later mention of a field is the more precise one.
    fn and(mut self, other: Self) -> Self {
        for (name, field) in other.fields {
            let was_required = self
                .fields
                .get(&name)
                .is_some_and(|field| field.is_required);
            let is_required = field.is_required || was_required;
            self.fields.insert(
                name,
                Field {
                    is_required,
                    ..field
                },
            );
        }
        self
    }

    /// An object that is one of several.
    fn any_of(models: impl IntoIterator<Item = Self>) -> Self {
        let models: Vec<_> = models.into_iter().collect();
        let is_in_all = |name: &str| {
            let mut models = models.iter();
            models.all(|model| {
                model
                    .fields
                    .get(name)
                    .is_some_and(|field| field.is_required)
            })
        };
        let mut all = Self::default();
        for (name, field) in models.iter().flat_map(|model| &model.fields) {
            let kind = match all.fields.remove(name) {
                Some(known) => known.kind.or(field.kind.clone()),
                None => field.kind.clone(),
            };
            let is_required = is_in_all(name);
            all.fields.insert(name.clone(), Field { kind, is_required });
        }
        all
    }
}

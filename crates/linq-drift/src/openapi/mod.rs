//! Parser of `OpenAPI` 3.1 documents.

mod schema;

use crate::{
    published::{Operation, Parameter, Published},
    types::{constant, leaked, new_field},
};
use anyhow::{Context, Result, ensure};
use linq_core::schema::Schema;
use schema::Schemas;
use serde_json::Value;

const METHODS: [&str; 5] = ["get", "put", "post", "delete", "patch"];

/// The older version of payloads.
const LEGACY_VERSION: &str = "2025-01-01";

/// Versions of payloads, by the suffix of their events' keys.
const VERSIONS: [(&str, &str); 2] = [(".v2025", LEGACY_VERSION), (".v2026", "2026-02-03")];

impl Published {
    /// Reads an `OpenAPI` 3.1 document.
    ///
    /// # Errors
    ///
    /// If the document is invalid or not supported; the error names the place.
    pub fn from_openapi(document: &Value) -> Result<Self> {
        let version = document["openapi"].as_str();
        let version = version.context("not an OpenAPI document: `openapi` is missing")?;
        ensure!(
            version.starts_with("3."),
            "OpenAPI {version} is not supported, only 3.1"
        );
        let mut reader = Reader {
            schemas: Schemas::new(document),
            prefix: path_of_server(document),
            published: Self::default(),
        };
        for (path, item) in entries(&document["paths"]) {
            reader.path(path, item).with_context(|| path.clone())?;
        }
        for (key, item) in entries(&document["webhooks"]) {
            reader.webhook(key, item).with_context(|| key.clone())?;
        }
        reader.published.objects = reader.schemas.objects;
        Ok(reader.published)
    }
}

struct Reader<'a> {
    schemas: Schemas<'a>,
    prefix: String,
    published: Published,
}

impl<'a> Reader<'a> {
    fn path(&mut self, path: &str, item: &'a Value) -> Result<()> {
        let item = self.schemas.resolve(item)?;
        for method in METHODS {
            if let Some(operation) = item.get(method) {
                let operation = self.operation(method, path, item, operation)?;
                self.published.operations.push(operation);
            }
        }
        Ok(())
    }

    fn operation(
        &mut self,
        method: &str,
        path: &str,
        item: &'a Value,
        operation: &'a Value,
    ) -> Result<Operation> {
        let method = method.to_uppercase();
        let mut parameters: Vec<Parameter> = Vec::new();
        for declared in items(&item["parameters"]).chain(items(&operation["parameters"])) {
            let declared = self.schemas.resolve(declared)?;
            let place = match declared["in"].as_str() {
                Some("query") => "query",
                Some("header") => "header",
                _ => continue,
            };
            let name = declared["name"].as_str();
            let name = leaked(name.context("parameter without a name")?);
            let hint = format!("{method} {path} {name}");
            let schema = self.schemas.schema(&declared["schema"], &hint)?;
            let field = new_field(name, schema, declared["required"] == true);
            parameters.retain(|known| (known.place, known.field.name) != (place, name));
            parameters.push(Parameter { place, field });
        }
        let body = self.schemas.resolve(&operation["requestBody"])?;
        if let Some(schema) = json_schema(body) {
            let hint = format!("{method} {path} body");
            let fields = self.schemas.fields(schema, &hint)?.into_values();
            parameters.extend(fields.map(|field| Parameter {
                place: "body",
                field,
            }));
        }
        Ok(Operation {
            responses: self.responses(operation, &format!("{method} {path}"))?,
            path: self.relative_to_base_url(path),
            method,
            parameters,
        })
    }

    fn responses(&mut self, operation: &'a Value, operation_name: &str) -> Result<Vec<Schema>> {
        let mut responses = Vec::new();
        for (status, response) in entries(&operation["responses"]) {
            let response = self.schemas.resolve(response)?;
            if let (true, Some(schema)) = (status.starts_with('2'), json_schema(response)) {
                let hint = format!("{operation_name} {status} response");
                responses.push(self.schemas.schema(schema, &hint)?);
            }
        }
        Ok(responses)
    }

    /// Reads an event from its envelope: its `event_type`, `webhook_version` and `data`.
    fn webhook(&mut self, key: &str, item: &'a Value) -> Result<()> {
        let (name, version_of_key) = without_version(key);
        let item = self.schemas.resolve(item)?;
        let body = self.schemas.resolve(&item["post"]["requestBody"])?;
        let schema = json_schema(body).context("no JSON schema of the payload")?;
        for (index, envelope) in self.schemas.alternatives(schema)?.into_iter().enumerate() {
            let hint = format!("{key} envelope {}", index + 1);
            let envelope = self.schemas.fields(envelope, &hint)?;
            let text = |field| constant(envelope.get(field)?.schema);
            let (event_type, _) = without_version(text("event_type").unwrap_or(name));
            let data = envelope.get("data").map(|field| field.schema);
            let data = data.filter(|schema| !matches!(schema, Schema::Any | Schema::Map(_)));
            let events = match version_of_key.or(text("webhook_version")) {
                Some(LEGACY_VERSION) => &mut self.published.legacy_events,
                _ => &mut self.published.events,
            };
            events.insert(event_type.to_owned(), data);
        }
        Ok(())
    }

    fn relative_to_base_url(&self, path: &str) -> String {
        let path = format!("{}{path}", self.prefix);
        path.strip_prefix("/api/partner")
            .unwrap_or(&path)
            .to_owned()
    }
}

/// Returns the name of an event, and the version of its payload if the key has one, as `reaction.added.v2025` does.
fn without_version(key: &str) -> (&str, Option<&'static str>) {
    let version = |(suffix, version)| Some((key.strip_suffix(suffix)?, Some(version)));
    VERSIONS
        .into_iter()
        .find_map(version)
        .unwrap_or((key, None))
}

/// Returns the path of the first server's URL, without a trailing slash.
fn path_of_server(document: &Value) -> String {
    let url = document["servers"][0]["url"].as_str().unwrap_or_default();
    let below_host = match url.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("", |at| &rest[at..]),
        None => url,
    };
    below_host.trim_end_matches('/').to_owned()
}

/// Returns the schema of a JSON body.
fn json_schema(body: &Value) -> Option<&Value> {
    let (_, media) = entries(&body["content"]).find(|(name, _)| {
        let name = name.split(';').next().unwrap_or_default().trim();
        name == "application/json" || name.ends_with("+json")
    })?;
    media.get("schema")
}

fn entries(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

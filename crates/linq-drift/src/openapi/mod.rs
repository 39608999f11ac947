//! Reads an `OpenAPI` 3.1 document.

mod schema;

use crate::published::{Field, Kind, Operation, Parameter, Published};
use anyhow::{Context, Result, ensure};
use schema::Schemas;
use serde_json::Value;

const METHODS: [&str; 5] = ["get", "put", "post", "delete", "patch"];
const LEGACY_VERSION: &str = "2025-01-01";

impl Published {
    /// From an `OpenAPI` 3.1 document.
    pub fn from_openapi(document: &Value) -> Result<Self> {
        let version = document["openapi"].as_str();
        let version = version.context("no OpenAPI document: it has no `openapi`")?;
        ensure!(
            version.starts_with("3."),
            "OpenAPI {version} is not understood, 3.1 is"
        );
        let mut reader = Reader {
            schemas: Schemas::new(document),
            prefix: path_of_server(document),
            published: Self::default(),
        };
        for (path, item) in entries(&document["paths"]) {
            reader.path(path, item).with_context(|| path.clone())?;
        }
        for (name, item) in entries(&document["webhooks"]) {
            reader.webhook(name, item).with_context(|| name.clone())?;
        }
        reader.published.models = reader.schemas.models;
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
        let mut parameters = Vec::new();
        for declared in items(&item["parameters"]).chain(items(&operation["parameters"])) {
            let declared = self.schemas.resolve(declared)?;
            let place = match declared["in"].as_str() {
                Some("query") => "query",
                Some("header") => "header",
                _ => continue,
            };
            let name = declared["name"]
                .as_str()
                .context("a parameter without a name")?;
            let hint = format!("{method} {path} {name}");
            let kind = self.schemas.kind(&declared["schema"], &hint)?;
            let is_required = declared["required"] == true;
            parameters
                .retain(|known: &Parameter| (known.place, known.name.as_str()) != (place, name));
            parameters.push(Parameter {
                place,
                name: name.to_owned(),
                field: Field { kind, is_required },
            });
        }
        let body = self.schemas.resolve(&operation["requestBody"])?;
        if let Some(schema) = json_schema(body) {
            let model = self
                .schemas
                .object(schema, &format!("{method} {path} body"))?;
            parameters.extend(model.fields.into_iter().map(|(name, field)| Parameter {
                place: "body",
                name,
                field,
            }));
        }
        Ok(Operation {
            replies: self.replies(operation, &format!("{method} {path} reply"))?,
            path: self.below_the_base(path),
            method,
            parameters,
        })
    }

    fn replies(&mut self, operation: &'a Value, hint: &str) -> Result<Vec<Kind>> {
        let mut replies = Vec::new();
        for (status, reply) in entries(&operation["responses"]) {
            let reply = self.schemas.resolve(reply)?;
            if let (true, Some(schema)) = (status.starts_with('2'), json_schema(reply)) {
                replies.push(self.schemas.kind(schema, hint)?);
            }
        }
        Ok(replies)
    }

    /// The envelope is the same everywhere: what counts is its `event_type` and its `data`.
    fn webhook(&mut self, name: &str, item: &'a Value) -> Result<()> {
        let item = self.schemas.resolve(item)?;
        let body = self.schemas.resolve(&item["post"]["requestBody"])?;
        let schema = json_schema(body).context("no payload")?;
        for envelope in self.schemas.alternatives(schema)? {
            let envelope = self.schemas.object(envelope, &format!("{name} envelope"))?;
            let constant = |field: &str| match envelope.fields.get(field).map(|field| &field.kind) {
                Some(Kind::Enum(values)) if values.len() == 1 => values.first().cloned(),
                _ => None,
            };
            let event_type = constant("event_type").unwrap_or_else(|| name.to_owned());
            let data = envelope.fields.get("data").map(|field| field.kind.clone());
            let data = data.filter(|kind| !matches!(kind, Kind::Any | Kind::Map(_)));
            if constant("webhook_version").as_deref() == Some(LEGACY_VERSION) {
                self.published
                    .legacy_events
                    .extend(data.map(|data| (event_type, data)));
            } else {
                self.published.events.insert(event_type, data);
            }
        }
        Ok(())
    }

    fn below_the_base(&self, path: &str) -> String {
        let path = format!("{}{path}", self.prefix);
        path.strip_prefix("/api/partner")
            .unwrap_or(&path)
            .to_owned()
    }
}

/// The path of the first server's URL, without a slash at its end.
fn path_of_server(document: &Value) -> String {
    let url = document["servers"][0]["url"].as_str().unwrap_or_default();
    let below_host = match url.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("", |at| &rest[at..]),
        None => url,
    };
    below_host.trim_end_matches('/').to_owned()
}

/// The schema of a body in JSON.
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

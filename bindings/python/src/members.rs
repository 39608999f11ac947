//! Fields of models by name, for the methods that pydantic's models have too.

use crate::{
    arguments, errors,
    model::{Class, Model, class_of, instantiate, plain},
};
use linq_core::{
    dynamic::mismatches,
    schema::{Kind, Schema, find},
};
use linq_json::Value;
use pyo3::{
    prelude::*,
    types::{PyDict, PyString, PyType},
};

/// Returns the known fields of a model or of its class, as pairs of attribute and name in the API.
#[pyfunction]
pub(crate) fn fields(of: &Bound<'_, PyAny>) -> PyResult<Vec<(&'static str, &'static str)>> {
    let class = match of.cast::<Model>() {
        Ok(model) => model.get().class,
        Err(_) => class_of(of.cast::<PyType>()?)?,
    };
    let fields = class.fields.iter();
    Ok(fields
        .map(|field| (field.attribute, field.name()))
        .collect())
}

/// Returns the attributes of the known fields that the JSON object has, be it as `null`.
#[pyfunction]
pub(crate) fn set_fields(model: &Bound<'_, Model>) -> Vec<&'static str> {
    let (class, object) = (model.get().class, model.get().value());
    let set = class.fields.iter();
    let set = set.filter(|field| find(&object, &field.schema).is_some());
    set.map(|field| field.attribute).collect()
}

/// Returns the unknown fields, as plain JSON.
#[pyfunction]
pub(crate) fn extra_fields<'py>(model: &Bound<'py, Model>) -> PyResult<Bound<'py, PyDict>> {
    let extra = PyDict::new(model.py());
    for (name, value) in model.get().value().fields() {
        if !is_known(model.get().class, &name) {
            extra.set_item(name, plain(model.py(), value)?)?;
        }
    }
    Ok(extra)
}

/// Returns a copy of a model in which some fields have other values. Names are those of attributes.
#[pyfunction]
pub(crate) fn with_fields<'py>(
    model: &Bound<'py, Model>,
    update: &Bound<'py, PyDict>,
) -> PyResult<Bound<'py, PyAny>> {
    let this = model.get();
    let mut changed = Vec::new();
    for (name, value) in update {
        let name = name.cast_into::<PyString>()?.to_str()?.to_owned();
        let json = arguments::json_of(&name, &value)?;
        let field = this.class.field(&name);
        changed.push((field.map_or(name, |field| field.name().to_owned()), json));
    }
    let is_changed = |name: &str| {
        let known = this.class.fields.iter().find(|field| field.has_name(name));
        let name = known.map_or(name, |field| field.name());
        changed.iter().any(|(changed, _)| changed == name)
    };
    let kept = this.value().fields();
    let kept = kept.filter(|(name, _)| !is_changed(name));
    let kept = kept.map(|(name, value)| (name, value.json()));
    let changed = changed.iter();
    let changed = changed.map(|(name, json)| (name.as_str().into(), json.as_slice()));
    let mut json = Vec::from(b"{");
    for (name, value) in kept.chain(changed) {
        if json.len() > 1 {
            json.push(b',');
        }
        json.extend_from_slice(serde_json::Value::from(name).to_string().as_bytes());
        json.push(b':');
        json.extend_from_slice(value);
    }
    json.push(b'}');
    let python = model.get_type();
    // Classes of pages are not registered.
    let class = class_of(&python).unwrap_or(this.class);
    let copy = Model::from_text(class, json)?;
    instantiate(&python, copy.class, copy.view)
}

/// Returns the values of a model that do not match their types, as pairs of path and problem. An absent field is no
/// problem, unless it identifies the object.
#[pyfunction]
pub(crate) fn problems(model: &Bound<'_, Model>) -> Vec<(String, String)> {
    let (class, object) = (model.get().class, model.get().value());
    let mut problems = Vec::new();
    let mut require = |name: &str, expected: Option<&str>| {
        let text = object.field(name).and_then(Value::text);
        match (text, expected) {
            (None, _) => problems.push((name.to_owned(), "missing, or not a string".to_owned())),
            (Some(text), Some(expected)) if text != expected => {
                problems.push((name.to_owned(), format!("must be {expected:?}")));
            }
            _ => {}
        }
    };
    if class.tag.is_some() {
        require("type", class.tag);
    }
    if class.has_envelope() {
        require("event_id", None);
        require("event_type", class.event_type.as_deref());
    }
    if let Some(object_schema) = class.object {
        let found = mismatches(Schema::Object(object_schema), object.json());
        problems.extend(errors::warning_pairs(&found));
        return problems;
    }
    for field in &class.fields {
        let value = find(&object, &field.schema).filter(|value| value.kind() != Kind::Null);
        let found = value.map(|value| mismatches(field.schema.schema, value.json()));
        for (path, problem) in errors::warning_pairs(&found.unwrap_or_default()) {
            let path = match path.as_str() {
                "." => field.name().to_owned(),
                path if path.starts_with('[') => format!("{}{path}", field.name()),
                path => format!("{}.{path}", field.name()),
            };
            problems.push((path, problem));
        }
    }
    problems
}

fn is_known(class: &Class, name: &str) -> bool {
    class.fields.iter().any(|field| field.has_name(name))
}

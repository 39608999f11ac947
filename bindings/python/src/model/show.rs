//! The `repr` of models: all fields that are present, with secrets redacted.

use super::{FieldValue, Model};
use linq_core::schema::Schema;
use pyo3::{
    prelude::*,
    types::{PyDict, PyList, PyString},
};

/// `Message(id='…', parts=[TextPart(value='Hi')])`.
pub(super) fn model(slf: &Bound<'_, Model>) -> PyResult<String> {
    let mut shown = slf.get_type().name()?.to_string();
    shown.push('(');
    let present = Model::present(slf)?;
    let mut separator = "";
    for FieldValue {
        name,
        value,
        schema,
        ..
    } in present.iter().filter(|field| !field.is_tag)
    {
        shown.push_str(separator);
        shown.push_str(name);
        shown.push('=');
        match schema {
            Some(schema) if is_secret(*schema) => push_redacted(&mut shown, value),
            Some(schema) if fits(*schema, value) => {
                shown.push_str(&value.repr()?.to_string_lossy());
            }
            _ => push_untyped(&mut shown, name, value)?,
        }
        separator = ", ";
    }
    shown.push(')');
    Ok(shown)
}

/// Returns whether a value is a secret.
fn is_secret(schema: Schema) -> bool {
    match schema {
        Schema::Secret => true,
        Schema::List(inner) | Schema::Map(inner) | Schema::Nullable(inner) => is_secret(*inner),
        _ => false,
    }
}

/// Returns whether a value matches its schema, so that it has no unknown fields.
fn fits(schema: Schema, value: &Bound<'_, PyAny>) -> bool {
    if let Ok(items) = value.cast::<PyList>() {
        return match schema {
            Schema::List(item) => items.iter().all(|value| fits(*item, &value)),
            schema => matches!(schema, Schema::Utf16Range),
        };
    }
    match value.cast::<PyDict>() {
        Ok(map) => match schema {
            Schema::Map(item) => map.values().iter().all(|value| fits(*item, &value)),
            _ => false,
        },
        Err(_) => !matches!(schema, Schema::Any),
    }
}

/// Writes a value without a schema. Values under names such as `token` are redacted, and so is the query of a URL,
/// which may be a signature.
fn push_untyped(shown: &mut String, name: &str, value: &Bound<'_, PyAny>) -> PyResult<()> {
    let name = name.to_ascii_lowercase();
    if ["secret", "token", "key", "password", "signature"]
        .iter()
        .any(|word| name.contains(word))
    {
        push_redacted(shown, value);
        return Ok(());
    }
    if value.is_instance_of::<Model>() {
        shown.push_str(&value.repr()?.to_string_lossy());
    } else if let Ok(fields) = value.cast::<PyDict>() {
        shown.push('{');
        for (index, (key, value)) in fields.iter().enumerate() {
            shown.push_str(if index == 0 { "" } else { ", " });
            shown.push_str(&key.repr()?.to_string_lossy());
            shown.push_str(": ");
            push_untyped(shown, &key.str()?.to_string_lossy(), &value)?;
        }
        shown.push('}');
    } else if let Ok(items) = value.cast::<PyList>() {
        shown.push('[');
        for (index, item) in items.iter().enumerate() {
            shown.push_str(if index == 0 { "" } else { ", " });
            push_untyped(shown, "", &item)?;
        }
        shown.push(']');
    } else {
        let text = value.cast::<PyString>().ok();
        let text = text.as_ref().and_then(|text| text.to_str().ok());
        match text
            .filter(|text| text.contains("://"))
            .and_then(|text| text.split_once('?'))
        {
            Some((address, _)) => {
                let address = PyString::new(value.py(), &format!("{address}?…"));
                shown.push_str(&address.repr()?.to_string_lossy());
            }
            None => shown.push_str(&value.repr()?.to_string_lossy()),
        }
    }
    Ok(())
}

/// Writes a redacted value: the origin of a URL, and `…` for anything else.
fn push_redacted(shown: &mut String, value: &Bound<'_, PyAny>) {
    if let Ok(items) = value.cast::<PyList>() {
        shown.push('[');
        for (index, item) in items.iter().enumerate() {
            shown.push_str(if index == 0 { "" } else { ", " });
            push_redacted(shown, &item);
        }
        shown.push(']');
        return;
    }
    let text = value
        .cast::<PyString>()
        .ok()
        .and_then(|text| text.to_str().ok());
    let host = text.and_then(|text| {
        let (scheme, rest) = text.split_once("://")?;
        let authority = rest.split(['/', '?', '#']).next()?;
        let host = authority.rsplit('@').next()?;
        Some(format!("{scheme}://{host}"))
    });
    match host {
        Some(host) => shown.extend(["'", &host, "/…'"]),
        None => shown.push_str("'…'"),
    }
}

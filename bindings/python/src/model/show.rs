//! How a model shows itself: everything that is there, and nothing that is secret.

use super::{Model, Present};
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
    for Present {
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
            Some(schema) if is_secret(*schema) => push_hidden(&mut shown, value),
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

/// Whether a value grants access to its holder.
fn is_secret(schema: Schema) -> bool {
    match schema {
        Schema::Secret => true,
        Schema::List(inner) | Schema::Map(inner) | Schema::Nullable(inner) => is_secret(*inner),
        _ => false,
    }
}

/// Whether a value shows nothing but what this version knows.
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

/// A value of which this version knows nothing: names tell what may be secret, and of an address all is
/// shown but its query, which may be a signature.
fn push_untyped(shown: &mut String, name: &str, value: &Bound<'_, PyAny>) -> PyResult<()> {
    let name = name.to_ascii_lowercase();
    if ["secret", "token", "key", "password", "signature"]
        .iter()
        .any(|word| name.contains(word))
    {
        push_hidden(shown, value);
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

/// Of an address, where it is; of anything else, that there is something.
fn push_hidden(shown: &mut String, value: &Bound<'_, PyAny>) {
    if let Ok(items) = value.cast::<PyList>() {
        shown.push('[');
        for (index, item) in items.iter().enumerate() {
            shown.push_str(if index == 0 { "" } else { ", " });
            push_hidden(shown, &item);
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

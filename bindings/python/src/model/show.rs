//! How a model shows itself: everything that is there, and nothing that is secret.

use super::{Model, Present};
use linq_core::describe::Shape;
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
        name, value, shape, ..
    } in present.iter().filter(|field| !field.is_tag)
    {
        shown.push_str(separator);
        shown.push_str(name);
        shown.push('=');
        match shape {
            Some(shape) if is_private(*shape) => push_hidden(&mut shown, value),
            None | Some(Shape::Any) => push_untyped(&mut shown, name, value)?,
            Some(_) => shown.push_str(&value.repr()?.to_string_lossy()),
        }
        separator = ", ";
    }
    shown.push(')');
    Ok(shown)
}

/// Whether a value works for whoever holds it.
fn is_private(shape: Shape) -> bool {
    match shape {
        Shape::Private => true,
        Shape::List(inner) | Shape::Map(inner) | Shape::Nullable(inner) => is_private(inner()),
        _ => false,
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
    if let Ok(fields) = value.cast::<PyDict>() {
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

//! How a model shows itself: everything that is there, and nothing that is secret.

use super::{Model, Present, class::Value};
use linq_core::describe::Shape;
use pyo3::{
    prelude::*,
    types::{PyList, PyString},
};

/// `Message(id='…', parts=[TextPart(value='Hi')])`.
pub(super) fn model(slf: &Bound<'_, Model>) -> PyResult<String> {
    let mut shown = slf.get_type().name()?.to_string();
    shown.push('(');
    let present = Model::present(slf)?;
    let mut separator = "";
    for Present {
        name, value, hide, ..
    } in present.iter().filter(|field| !field.is_tag)
    {
        shown.push_str(separator);
        shown.push_str(name);
        shown.push('=');
        if *hide {
            push_hidden(&mut shown, value);
        } else {
            shown.push_str(value.repr()?.to_str()?);
        }
        separator = ", ";
    }
    shown.push(')');
    Ok(shown)
}

/// Whether a field's value works for whoever holds it.
pub(super) fn hides(value: Value) -> bool {
    fn is_private(shape: Shape) -> bool {
        match shape {
            Shape::Private => true,
            Shape::List(inner) | Shape::Map(inner) | Shape::Nullable(inner) => is_private(inner()),
            _ => false,
        }
    }
    matches!(value, Value::Shaped(shape) if is_private(shape))
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

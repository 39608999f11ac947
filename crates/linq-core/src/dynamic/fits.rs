//! Whether a reply is what an operation gives, without making anything of it.
//!
//! A quick yes for replies as they are every day. Whatever is in the least unusual is left to the
//! types themselves, which have the last word and say what is wrong; what fits here, they take too.

use super::{Document, document::Kind};
use crate::describe::{ModelField, ModelInfo, Shape, UnionInfo};

/// The document of a reply that fits for certain.
pub(super) fn document_of(body: &bytes::Bytes, shape: Option<Shape>) -> Option<Document> {
    let shape = shape?;
    let document = Document::read(body.clone())?;
    (document.is_plain() && is_reply(&document, shape)).then_some(document)
}

fn is_reply(document: &Document, shape: Shape) -> bool {
    match shape {
        Shape::Page(item) => is_page(document, item()),
        shape => is_structure(document, 0, shape).unwrap_or(false),
    }
}

/// The names of the list on a page, see [`Page`](crate::call::Page).
const ITEMS: [&[u8]; 3] = [b"items", b"chats", b"messages"];

fn is_page(document: &Document, item: Shape) -> bool {
    let mut lists = 0;
    let mut cursors = 0;
    let fits = document.fields(0).all(|(key, value)| {
        let Some(name) = name(document, key) else {
            return false;
        };
        if ITEMS.contains(&name) {
            lists += 1;
            return is_list(document, value, item).unwrap_or(false);
        }
        let is_cursor = name == b"next_cursor";
        cursors += u32::from(is_cursor);
        !is_cursor || matches!(document.kind(value), Kind::Text | Kind::Null)
    });
    fits && lists == 1 && cursors <= 1
}

/// `None` if it is nothing made of fields.
fn is_structure(document: &Document, value: u32, shape: Shape) -> Option<bool> {
    match shape {
        Shape::Object(info) => Some(is_object(document, value, info)),
        Shape::Union(info) => Some(is_member(document, value, info)),
        Shape::List(item) => is_list(document, value, item()),
        _ => None,
    }
}

fn is_list(document: &Document, value: u32, item: Shape) -> Option<bool> {
    if !matches!(item, Shape::Object(_) | Shape::Union(_)) {
        return None;
    }
    let mut items = document.items(value);
    let fit = items.all(|value| is_structure(document, value, item).unwrap_or(false));
    Some(fit && document.kind(value) == Kind::Array)
}

fn is_object(document: &Document, object: u32, info: &ModelInfo) -> bool {
    let declared = info.declared;
    if document.kind(object) != Kind::Object || declared.len() > 128 {
        return false;
    }
    let mut seen = 0_u128;
    let mut next = 0;
    for (key, value) in document.fields(object) {
        let Some(name) = name(document, key) else {
            return false;
        };
        // Fields mostly come in the same order.
        let (before, after) = declared.split_at(next);
        let order = after.iter().chain(before);
        let found = order.enumerate().find_map(|(skipped, field)| {
            let field = field
                .as_ref()
                .filter(|field| field.name.as_bytes() == name)?;
            Some(((next + skipped) % declared.len(), field))
        });
        let Some((index, field)) = found else {
            continue;
        };
        let bit = 1 << index;
        if seen & bit != 0 || !is_field(document, value, field) {
            return false;
        }
        seen |= bit;
        next = (index + 1) % declared.len();
    }
    let is_there = |(index, field): (usize, &Option<ModelField>)| {
        field.as_ref().is_none_or(|field| field.is_optional) || seen & (1 << index) != 0
    };
    declared.iter().enumerate().all(is_there)
}

fn is_field(document: &Document, value: u32, field: &ModelField) -> bool {
    let kind = document.kind(value);
    let shape = (field.shape)();
    match (shape, kind) {
        (Shape::Boolean, Kind::True | Kind::False) | (Shape::Enum(_), Kind::Text) => return true,
        (Shape::DateTime, Kind::Text) if is_utc(document.json(value)) => return true,
        (_, Kind::Null) => {}
        _ => {
            if let Some(fits) = is_structure(document, value, shape) {
                return fits;
            }
        }
    }
    (field.accepts)(document.json(value))
}

fn is_member(document: &Document, object: u32, info: &UnionInfo) -> bool {
    let mut tags = document
        .fields(object)
        .filter(|(key, _)| name(document, *key).is_none_or(|name| name == b"type"));
    let (Some((key, tag)), None) = (tags.next(), tags.next()) else {
        return false;
    };
    let (Some(_), Some(tag)) = (name(document, key), name(document, tag)) else {
        return false;
    };
    let mut members = info.members.iter();
    match members.find(|member| member.tag.as_bytes() == tag) {
        Some(member) => is_structure(document, object, (member.shape)()).unwrap_or(false),
        None => true, // kept as it is
    }
}

/// A text without escapes.
fn name(document: &Document, text: u32) -> Option<&[u8]> {
    let inner = document
        .json(text)
        .strip_prefix(b"\"")?
        .strip_suffix(b"\"")?;
    (!document.is_escaped(inner)).then_some(inner)
}

/// Whether it is a moment as the API writes it, such as `"2025-10-23T13:07:55.019Z"`, of a day that
/// every month has.
fn is_utc(json: &[u8]) -> bool {
    let Some((seconds, fraction)) = json.split_at_checked(20) else {
        return false;
    };
    let pattern = b"\"dddd-dd-ddTdd:dd:dd";
    let is_alike = |(byte, pattern): (&u8, &u8)| match pattern {
        b'd' => byte.is_ascii_digit(),
        pattern => byte == pattern,
    };
    let number = |at: usize| (seconds[at] - b'0') * 10 + (seconds[at + 1] - b'0');
    let is_fraction = match fraction {
        b"Z\"" => true,
        [b'.', digits @ .., b'Z', b'"'] => {
            (1..=9).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit)
        }
        _ => false,
    };
    is_fraction
        && seconds.iter().zip(pattern).all(is_alike)
        && (1..=12).contains(&number(6))
        && (1..=28).contains(&number(9))
        && number(12) < 24
        && number(15) < 60
        && number(18) < 60
}

#[cfg(test)]
mod tests;

//! Whether a reply is what an operation gives, without making anything of it.
//!
//! A quick yes for replies as they are every day. Whatever is in the least unusual is left to the
//! types themselves, which have the last word and say what is wrong; what fits here, they take too.

use super::{Document, document::Kind};
use crate::describe::{ModelField, ModelInfo, Shape, UnionInfo};

/// The document of a reply that fits for certain.
pub(super) fn document_of(body: &bytes::Bytes, shape: Option<Shape>) -> Option<Document> {
    let shape = shape?;
    let mut document = Document::read(body.clone())?;
    document.fits = document.is_plain() && Check::new(&document).is_reply(shape);
    document.fits.then_some(document)
}

/// The names of the list on a page, see [`Page`](crate::call::Page).
const ITEMS: [&[u8]; 3] = [b"items", b"chats", b"messages"];

/// The places of an object's keys in their order, and which of the declared fields they are.
type Keys = Vec<(u32, Option<usize>)>;

struct Check<'a> {
    document: &'a Document,
    /// Objects of the same type mostly have the same keys in the same order: see whether it is so once
    /// more is quicker than to look for each.
    templates: Vec<(&'static ModelInfo, Keys)>,
}

impl<'a> Check<'a> {
    fn new(document: &'a Document) -> Self {
        Self {
            document,
            templates: Vec::new(),
        }
    }

    fn is_reply(&mut self, shape: Shape) -> bool {
        match shape {
            Shape::Page(item) => self.is_page(item()),
            shape => self.is_structure(0, shape).unwrap_or(false),
        }
    }

    fn is_page(&mut self, item: Shape) -> bool {
        let document = self.document;
        let (mut lists, mut cursors) = (0, 0);
        let fits = document.fields(0).all(|(key, value)| {
            let Some(name) = self.bare(key) else {
                return false;
            };
            if ITEMS.contains(&name) {
                lists += 1;
                return self.is_list(value, item).unwrap_or(false);
            }
            let is_cursor = name == b"next_cursor";
            cursors += u32::from(is_cursor);
            !is_cursor || matches!(document.kind(value), Kind::Text | Kind::Null)
        });
        fits && lists == 1 && cursors <= 1
    }

    /// `None` if it is nothing made of fields.
    fn is_structure(&mut self, value: u32, shape: Shape) -> Option<bool> {
        match shape {
            Shape::Object(info) => Some(self.is_object(value, info)),
            Shape::Union(info) => Some(self.is_member(value, info)),
            Shape::List(item) => self.is_list(value, item()),
            _ => None,
        }
    }

    fn is_list(&mut self, value: u32, item: Shape) -> Option<bool> {
        if !matches!(item, Shape::Object(_) | Shape::Union(_)) {
            return None;
        }
        let mut items = self.document.items(value);
        let fit = items.all(|value| self.is_structure(value, item).unwrap_or(false));
        Some(fit && self.document.kind(value) == Kind::Array)
    }

    fn is_object(&mut self, object: u32, info: &'static ModelInfo) -> bool {
        let document = self.document;
        if document.kind(object) != Kind::Object {
            return false;
        }
        let last = self.take_template(info);
        let mut is_like_the_last = last.is_some();
        let mut keys = last.unwrap_or_default();
        let mut count = 0;
        for (key, value) in document.fields(object) {
            let place = document.place_of_key(key);
            let field = match keys.get(count) {
                Some((same, field)) if *same == place => *field,
                _ => {
                    let Some(name) = self.bare(key) else {
                        return false;
                    };
                    let field = position(info, name);
                    keys.truncate(count);
                    keys.push((place, field));
                    is_like_the_last = false;
                    field
                }
            };
            if let Some(field) = field.and_then(|index| info.declared[index].as_ref())
                && !self.is_field(value, field)
            {
                return false;
            }
            count += 1;
        }
        if count < keys.len() {
            keys.truncate(count);
            is_like_the_last = false;
        }
        let fits = is_like_the_last || has_each_once(info, &keys);
        self.templates.push((info, keys));
        fits
    }

    /// The keys of the last object of this type that fitted, which are taken away while one is looked at.
    fn take_template(&mut self, info: &'static ModelInfo) -> Option<Keys> {
        let mut known = self.templates.iter();
        let index = known.position(|(known, _)| std::ptr::eq(*known, info))?;
        Some(self.templates.swap_remove(index).1)
    }

    fn is_field(&mut self, value: u32, field: &ModelField) -> bool {
        let accepts = &field.accepts;
        match self.document.kind(value) {
            Kind::Text if accepts.any_text => return true,
            Kind::Null if accepts.null => return true,
            _ => {}
        }
        let shape = (field.shape)();
        match (shape, self.document.kind(value)) {
            (Shape::Boolean, Kind::True | Kind::False) => return true,
            (Shape::DateTime, Kind::Text) if self.document.is_utc(value) => return true,
            (_, Kind::Null) => {}
            _ => {
                if let Some(fits) = self.is_structure(value, shape) {
                    return fits;
                }
            }
        }
        (accepts.json)(self.document.json(value))
    }

    fn is_member(&mut self, object: u32, info: &UnionInfo) -> bool {
        let document = self.document;
        let is_tag = |key| self.bare(key).is_none_or(|name| name == b"type");
        let mut tags = document.fields(object).filter(|(key, _)| is_tag(*key));
        let (Some((key, tag)), None) = (tags.next(), tags.next()) else {
            return false;
        };
        let (Some(_), Some(tag)) = (self.bare(key), self.bare(tag)) else {
            return false;
        };
        let mut members = info.members.iter();
        match members.find(|member| member.tag.as_bytes() == tag) {
            Some(member) => self.is_structure(object, (member.shape)()).unwrap_or(false),
            None => true, // kept as it is
        }
    }

    /// A text without escapes.
    fn bare(&self, text: u32) -> Option<&'a [u8]> {
        let json = self.document.json(text);
        let inner = json.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
        (!self.document.is_escaped(inner)).then_some(inner)
    }
}

fn position(info: &ModelInfo, name: &[u8]) -> Option<usize> {
    let is_it = |field: &ModelField| field.name.as_bytes() == name;
    let mut declared = info.declared.iter();
    declared.position(|field| field.as_ref().is_some_and(is_it))
}

/// Whether no field is there twice, and none is missing.
fn has_each_once(info: &ModelInfo, keys: &Keys) -> bool {
    let declared = info.declared.iter().enumerate();
    let mut counts = declared.map(|(index, field)| {
        let present = keys.iter().filter(|(_, field)| *field == Some(index));
        let may_be_absent = field.as_ref().is_none_or(|field| field.is_optional);
        (present.count(), may_be_absent)
    });
    counts.all(|(count, may_be_absent)| count == 1 || (count == 0 && may_be_absent))
}

#[cfg(test)]
mod tests;

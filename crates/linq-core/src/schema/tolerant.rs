//! Tolerant decoding: values that do not match the schema are skipped.
//!
//! A response that is as documented is decoded directly. Any other is traversed once along its schema, and its JSON is
//! rewritten without the values that do not match; the result can be decoded.

use super::{
    FieldSchema, IntegerRange, Kind, Node, ObjectSchema, PageSchema, Presence, Schema, UnionSchema,
    find,
};
use crate::{Timestamp, json::JsonError, surrogates::replace_lone_surrogates};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::{Value, value::RawValue};
use std::{borrow::Cow, cell::OnceCell, fmt, rc::Rc};

/// A value of a response or an event that was skipped, since it does not match the schema.
///
/// It has the path and the problem, never the value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DecodeWarning {
    /// Path of the value, such as `messages[3].created_at`.
    pub path: String,
    /// Problem, such as `not an RFC 3339 date-time`.
    pub problem: String,
}

impl DecodeWarning {
    /// Prepends the path of `data` in the envelope of an event.
    pub(crate) fn within_data(self) -> Self {
        JsonError {
            path: self.path,
            what: self.problem,
        }
        .within_data()
        .into()
    }

    /// Maximum number of warnings of one response or event.
    pub const MAX: usize = 100;
}

impl fmt::Display for DecodeWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.problem)
    }
}

impl From<JsonError> for DecodeWarning {
    fn from(problem: JsonError) -> Self {
        Self {
            path: problem.path,
            problem: problem.what,
        }
    }
}

/// JSON that matches its schema, with warnings for the values that were skipped.
#[derive(Debug)]
pub(crate) struct Cleaned {
    pub(crate) json: Vec<u8>,
    pub(crate) warnings: Vec<DecodeWarning>,
}

/// The error of JSON that cannot be decoded even tolerantly.
#[derive(Debug)]
pub(crate) enum Unreadable {
    /// The input is not JSON.
    NotJson,
    /// The identity is missing.
    Field(JsonError),
}

/// Removes values that do not match the schema. Fails if the identity is missing, or if the body is not JSON.
pub(crate) fn clean(schema: Schema, body: &[u8]) -> Result<Cleaned, Unreadable> {
    walk(schema, body, false)
}

/// Fails with the first deviation from the documentation: a value that does not match the schema, or a missing field
/// that is documented as always present.
pub(crate) fn validate_strict(schema: Schema, body: &[u8]) -> Result<(), Unreadable> {
    match walk(schema, body, true)?.warnings.into_iter().next() {
        Some(DecodeWarning { path, problem }) => Err(Unreadable::Field(JsonError {
            path,
            what: problem,
        })),
        None => Ok(()),
    }
}

fn walk(schema: Schema, body: &[u8], is_strict: bool) -> Result<Cleaned, Unreadable> {
    let text = String::from_utf8_lossy(body);
    let repaired = replace_lone_surrogates(text.as_bytes());
    let raw: &RawValue = serde_json::from_slice(&repaired).map_err(|_| Unreadable::NotJson)?;
    let mut cleaner = Cleaner {
        json: Vec::with_capacity(repaired.len()),
        path: Vec::new(),
        warnings: Vec::new(),
        is_strict,
        skipped: None,
    };
    cleaner.value(schema, raw).map_err(Unreadable::Field)?;
    Ok(Cleaned {
        json: cleaner.json,
        warnings: cleaner.warnings,
    })
}

struct Cleaner<'a> {
    json: Vec<u8>,
    path: Vec<Segment<'a>>,
    warnings: Vec<DecodeWarning>,
    /// True if a missing field that is documented as always present is a warning too.
    is_strict: bool,
    /// Number of items of the last list that were skipped.
    skipped: Option<usize>,
}

#[derive(Clone)]
enum Segment<'a> {
    Name(Cow<'a, str>),
    Index(usize),
}

type WriteResult = Result<(), JsonError>;

impl<'a> Cleaner<'a> {
    /// Writes a value. If it fails, the caller must truncate the output.
    fn value(&mut self, schema: Schema, raw: &'a RawValue) -> WriteResult {
        match schema.not_null() {
            Schema::Object(object) => self.object(object, None, &RawNode::new(raw)),
            Schema::Union(union) => self.union(union, raw),
            Schema::Page(page) => self.page(page, &RawNode::new(raw)),
            Schema::List(item) => self.list(*item, raw),
            Schema::Map(value) => self.map(*value, &RawNode::new(raw)),
            scalar => {
                if let Some(problem) = mismatch(scalar, raw) {
                    return Err(self.problem(problem));
                }
                self.verbatim(raw);
                Ok(())
            }
        }
    }

    fn object(
        &mut self,
        object: &'static ObjectSchema,
        tag: Option<&str>,
        node: &RawNode<'a>,
    ) -> WriteResult {
        if node.kind() != Kind::Object {
            return Err(self.problem("not an object"));
        }
        self.json.push(b'{');
        if let Some(tag) = tag {
            self.key("type");
            self.text(tag);
        }
        for field in object.fields() {
            let found = find(node, field);
            self.at(Segment::Name(field.name.into()), |cleaner| {
                cleaner.field(field, found)
            })?;
        }
        if let Some(skipped) = self
            .skipped
            .take()
            .filter(|_| object.field(SKIPPED).is_some())
        {
            self.key(SKIPPED);
            self.json.extend(skipped.to_string().as_bytes());
        }
        self.json.push(b'}');
        Ok(())
    }

    /// Fails only if the field is part of an identity.
    fn field(&mut self, field: &'static FieldSchema, found: Option<RawNode<'a>>) -> WriteResult {
        match found {
            Some(value) if value.kind() != Kind::Null => {
                let start = self.json.len();
                self.key(field.name);
                match self.value(field.schema, value.raw) {
                    Err(problem) if field.presence == Presence::Identity => return Err(problem),
                    Err(problem) => {
                        self.json.truncate(start);
                        self.warn(problem);
                    }
                    Ok(()) => {}
                }
            }
            Some(_)
                if field.presence == Presence::Identity
                    && matches!(field.schema, Schema::List(_)) =>
            {
                self.key(field.name);
                self.json.extend(b"[]");
            }
            nothing => {
                let problem = || self.problem(if nothing.is_some() { "null" } else { "missing" });
                match field.presence {
                    Presence::Identity => return Err(problem()),
                    Presence::Always if self.is_strict => self.warn(problem()),
                    _ => {}
                }
            }
        }
        Ok(())
    }

    fn union(&mut self, union: &UnionSchema, raw: &'a RawValue) -> WriteResult {
        let node = RawNode::new(raw);
        if node.kind() != Kind::Object {
            return Err(self.problem("not an object"));
        }
        let tag = node.field("type");
        let tag = tag.as_ref().and_then(Node::text);
        if let Some(member) = tag.as_deref().and_then(|tag| union.member(tag)) {
            return self.object(member.object, Some(member.tag), &node);
        }
        if tag.is_none() {
            let problem = self.problem("missing `type`");
            self.warn(problem);
        }
        self.value(Schema::Any, raw)
    }

    fn page(&mut self, page: &'static PageSchema, node: &RawNode<'a>) -> WriteResult {
        if node.kind() != Kind::Object {
            return Err(self.problem("not an object"));
        }
        self.json.push(b'{');
        self.at(Segment::Name(page.items.into()), |cleaner| {
            match page.find_items(node) {
                None => return Err(cleaner.problem("missing")),
                Some(items) if items.kind() == Kind::Null => {
                    cleaner.key(page.items);
                    cleaner.json.extend(b"[]");
                }
                Some(items) => {
                    cleaner.key(page.items);
                    cleaner.list(page.item, items.raw)?;
                }
            }
            Ok(())
        })?;
        let cursor = node
            .field(NEXT_CURSOR)
            .filter(|cursor| cursor.kind() != Kind::Null);
        if let Some(cursor) = cursor {
            self.at(Segment::Name(NEXT_CURSOR.into()), |cleaner| {
                if let Some(problem) = mismatch(Schema::Text, cursor.raw) {
                    let problem = cleaner.problem(problem);
                    cleaner.warn(problem);
                } else {
                    cleaner.key(NEXT_CURSOR);
                    cleaner.verbatim(cursor.raw);
                }
                Ok(())
            })?;
        }
        self.json.push(b'}');
        Ok(())
    }

    /// Writes a list without the items that do not match. Numbers are positional, so a list with an invalid one fails.
    fn list(&mut self, item: Schema, raw: &'a RawValue) -> WriteResult {
        let Ok(items) = serde_json::from_str::<Vec<&RawValue>>(raw.get()) else {
            return Err(self.problem("not a list"));
        };
        let is_positional = matches!(item, Schema::Integer(_) | Schema::Number);
        let mut skipped = 0;
        self.json.push(b'[');
        for (index, raw) in items.into_iter().enumerate() {
            if is_null(raw) && !is_positional && !self.is_strict {
                skipped += 1;
                continue;
            }
            self.at(Segment::Index(index), |cleaner| {
                let start = cleaner.json.len();
                cleaner.separate();
                match cleaner.value(item, raw) {
                    Err(problem) if is_positional => return Err(problem),
                    Err(problem) => {
                        cleaner.json.truncate(start);
                        cleaner.warn(problem);
                        skipped += 1;
                    }
                    Ok(()) => {}
                }
                Ok(())
            })?;
        }
        self.skipped = (skipped > 0).then_some(skipped);
        self.json.push(b']');
        Ok(())
    }

    fn map(&mut self, value: Schema, node: &RawNode<'a>) -> WriteResult {
        let Some(fields) = node.fields().cloned() else {
            return Err(self.problem("not an object"));
        };
        self.json.push(b'{');
        for (name, raw) in fields.iter().filter(|(_, raw)| !is_null(raw)) {
            self.at(Segment::Name(name.clone()), |cleaner| {
                let start = cleaner.json.len();
                cleaner.key(name);
                if let Err(problem) = cleaner.value(value, raw) {
                    cleaner.json.truncate(start);
                    cleaner.warn(problem);
                }
                Ok(())
            })?;
        }
        self.json.push(b'}');
        Ok(())
    }

    fn at(
        &mut self,
        segment: Segment<'a>,
        write: impl FnOnce(&mut Self) -> WriteResult,
    ) -> WriteResult {
        self.path.push(segment);
        let result = write(self);
        self.path.pop();
        result
    }

    /// Writes a comma, unless this is the first item.
    fn separate(&mut self) {
        if !matches!(self.json.last(), None | Some(b'{' | b'[')) {
            self.json.push(b',');
        }
    }

    fn key(&mut self, name: &str) {
        self.separate();
        self.text(name);
        self.json.push(b':');
    }

    fn text(&mut self, text: &str) {
        self.json.extend(Value::from(text).to_string().as_bytes());
    }

    fn verbatim(&mut self, raw: &RawValue) {
        self.json.extend(raw.get().as_bytes());
    }

    fn warn(&mut self, problem: JsonError) {
        if self.warnings.len() < DecodeWarning::MAX {
            self.warnings.push(problem.into());
        }
    }

    fn problem(&self, what: &str) -> JsonError {
        let mut path = String::new();
        for segment in &self.path {
            match segment {
                Segment::Name(name) if path.is_empty() => path.push_str(name),
                Segment::Name(name) => path.extend([".", name]),
                Segment::Index(index) => path.extend(["[", &index.to_string(), "]"]),
            }
        }
        if path.is_empty() {
            path.push('.');
        }
        JsonError {
            path,
            what: what.to_owned(),
        }
    }
}

/// Field that is not of the API: the number of skipped items, which count towards the offset of the next page.
const SKIPPED: &str = "skipped";
const NEXT_CURSOR: &str = "next_cursor";

/// Returns the problem of a scalar that does not match its schema.
fn mismatch(schema: Schema, raw: &RawValue) -> Option<&'static str> {
    let json = raw.get();
    let (matches_schema, problem) = match schema {
        Schema::Text | Schema::Secret | Schema::Enum(_) => (json.starts_with('"'), "not a string"),
        Schema::DateTime => (
            serde_json::from_str::<Timestamp>(json).is_ok(),
            "not an RFC 3339 date-time",
        ),
        Schema::Integer(range) => return not_an_integer(json, range),
        Schema::Number => (serde_json::from_str::<f64>(json).is_ok(), "not a number"),
        Schema::Boolean => (matches!(json, "true" | "false"), "not a boolean"),
        Schema::Utf16Range => (
            serde_json::from_str::<(u32, u32)>(json).is_ok(),
            "not a range of two integers",
        ),
        _ => (
            serde_json::from_str::<Value>(json).is_ok(),
            "nested too deeply, or with a number out of range",
        ),
    };
    (!matches_schema).then_some(problem)
}

fn not_an_integer(json: &str, range: IntegerRange) -> Option<&'static str> {
    match serde_json::from_str::<i128>(json) {
        Ok(number) if (range.min.into()..=range.max.into()).contains(&number) => None,
        Ok(_) => Some("an integer out of range"),
        Err(_) => Some("not an integer"),
    }
}

fn is_null(raw: &RawValue) -> bool {
    raw.get() == "null"
}

/// A lazily parsed JSON value: the fields of an object are parsed on first access.
#[derive(Clone)]
pub(crate) struct RawNode<'a> {
    raw: &'a RawValue,
    fields: OnceCell<Option<Rc<FieldList<'a>>>>,
}

impl<'a> RawNode<'a> {
    pub(crate) fn parse(json: &'a str) -> Result<Self, JsonError> {
        let raw = serde_json::from_str(json).map_err(|_| JsonError::whole("not JSON"))?;
        Ok(Self::new(raw))
    }

    pub(crate) fn into_raw(self) -> &'a RawValue {
        self.raw
    }

    pub(crate) fn new(raw: &'a RawValue) -> Self {
        Self {
            raw,
            fields: OnceCell::new(),
        }
    }

    fn fields(&self) -> Option<&Rc<FieldList<'a>>> {
        let read = || {
            let is_object = self.raw.get().starts_with('{');
            let fields = is_object.then(|| serde_json::from_str::<Fields<'a>>(self.raw.get()));
            Some(Rc::new(fields?.ok()?.0))
        };
        self.fields.get_or_init(read).as_ref()
    }
}

impl Node for RawNode<'_> {
    fn kind(&self) -> Kind {
        match self.raw.get().as_bytes().first() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::String,
            Some(b't' | b'f') => Kind::Boolean,
            Some(b'n') => Kind::Null,
            _ => Kind::Number,
        }
    }

    fn text(&self) -> Option<Cow<'_, str>> {
        serde_json::from_str::<Text<'_>>(self.raw.get())
            .ok()
            .map(|text| text.0)
    }

    fn field(&self, name: &str) -> Option<Self> {
        let mut fields = self.fields()?.iter().rev();
        let (_, raw) = fields.find(|(key, _)| key == name)?;
        Some(Self::new(raw))
    }
}

/// Text, borrowed if it has no escapes.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

/// The fields of an object in order, including duplicates.
struct Fields<'a>(FieldList<'a>);

type FieldList<'a> = Vec<(Cow<'a, str>, &'a RawValue)>;

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Vec::new();
                while let Some((Text(name), value)) = map.next_entry()? {
                    fields.push((name, value));
                }
                Ok(Fields(fields))
            }
        }

        deserializer.deserialize_map(InOrder)
    }
}

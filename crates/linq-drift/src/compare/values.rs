use super::Difference;
use crate::published::{Field, Kind, Model};
use linq_core::describe::{EnumInfo, ModelField, ModelInfo, Shape, UnionInfo};
use std::collections::{BTreeMap, BTreeSet};

/// Whether a value is sent or comes back.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Direction {
    Sent,
    Received,
}

/// Compares values, and remembers what has been compared.
pub(super) struct Values<'a> {
    models: &'a BTreeMap<String, Model>,
    found: BTreeSet<Difference>,
    compared: BTreeSet<(Direction, String, CoreType)>,
    /// What is described of each of core's types, over all places that it stands in.
    described: BTreeMap<CoreType, BTreeSet<String>>,
}

/// A type of core's, told from others of its name by what it holds.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct CoreType {
    name: &'static str,
    holds: Vec<&'static str>,
}

impl<'a> Values<'a> {
    pub(super) fn new(models: &'a BTreeMap<String, Model>) -> Self {
        Self {
            models,
            found: BTreeSet::new(),
            compared: BTreeSet::new(),
            described: BTreeMap::new(),
        }
    }

    pub(super) fn report(&mut self, place: impl Into<String>, what: impl Into<String>) {
        self.found.insert(Difference {
            place: place.into(),
            what: what.into(),
        });
    }

    /// What was found, with what core has and no description of its types mentions.
    pub(super) fn finish(mut self) -> Vec<Difference> {
        for (core, described) in std::mem::take(&mut self.described) {
            for known in core.holds {
                if !described.contains(known) {
                    let what = format!("the description lacks `{known}`");
                    self.report(core.name, what);
                }
            }
        }
        self.found.into_iter().collect()
    }

    pub(super) fn compare(&mut self, direction: Direction, kind: &Kind, shape: Shape, place: &str) {
        match (kind, shape) {
            (Kind::Nullable(kind), Shape::Nullable(shape)) => {
                self.compare(direction, kind, shape(), place);
            }
            (Kind::Nullable(_), _) if direction == Direction::Sent => {
                self.report(place, "may be null, which linq-core cannot say");
                self.compare(direction, &kind.clone().not_null(), shape, place);
            }
            (Kind::Nullable(kind), shape) => self.compare(direction, kind, shape, place),
            (kind, Shape::Nullable(shape)) => {
                self.report(place, "is never null, in linq-core it may be");
                self.compare(direction, kind, shape(), place);
            }
            (Kind::Any, _)
            | (Kind::Text, Shape::Text | Shape::Private | Shape::Enum(_))
            | (Kind::DateTime, Shape::DateTime)
            | (Kind::Integer, Shape::Integer)
            | (Kind::Number, Shape::Number)
            | (Kind::Boolean, Shape::Boolean) => {}
            (Kind::Enum(values), Shape::Enum(info)) => self.compare_enum(values, info),
            // A text that is always the same tells nothing.
            (Kind::Enum(values), Shape::Text) if values.len() == 1 => {}
            (Kind::List(kind), Shape::List(shape)) => {
                self.compare(direction, kind, shape(), &format!("{place}[]"));
            }
            (Kind::Map(kind), Shape::Map(shape)) => {
                self.compare(direction, kind, shape(), &format!("{place}.*"));
            }
            (Kind::Map(kind), Shape::Any) if **kind == Kind::Any => {}
            (Kind::Object(name), Shape::Object(info)) => self.compare_model(direction, name, info),
            (Kind::Object(name), Shape::Page(item)) => {
                self.compare_page(direction, name, item(), place);
            }
            (Kind::Object(name), Shape::Union(info)) => {
                self.compare_union(direction, std::slice::from_ref(name), info);
            }
            (Kind::Union(names), Shape::Union(info)) => self.compare_union(direction, names, info),
            (kind, shape) => {
                let what = format!("is {}, in linq-core {}", kind_name(kind), shape_name(shape));
                self.report(place, what);
            }
        }
    }

    fn compare_enum(&mut self, values: &BTreeSet<String>, info: &EnumInfo) {
        let known: Vec<_> = info.values.iter().map(|value| value.text).collect();
        for value in values {
            if !known.contains(&value.as_str()) {
                self.report(info.name, format!("linq-core lacks the value `{value}`"));
            }
        }
        self.describe(info.name, known)
            .extend(values.iter().cloned());
    }

    fn compare_union(&mut self, direction: Direction, names: &[String], info: &UnionInfo) {
        let tags = info.members.iter().map(|member| member.tag).collect();
        self.describe(info.name, tags);
        for name in names {
            let Some(tag) = self.tag_of(name) else {
                self.report(info.name, format!("`{name}` has no `type` of its own"));
                continue;
            };
            match info.members.iter().find(|member| member.tag == tag) {
                None => self.report(info.name, format!("linq-core lacks the type `{tag}`")),
                Some(member) => {
                    self.compare(
                        direction,
                        &Kind::Object(name.clone()),
                        (member.shape)(),
                        info.name,
                    );
                }
            }
            let tags = info.members.iter().map(|member| member.tag).collect();
            self.describe(info.name, tags).insert(tag);
        }
    }

    fn tag_of(&self, model: &str) -> Option<String> {
        match &self.models.get(model)?.fields.get("type")?.kind {
            Kind::Enum(values) if values.len() == 1 => values.first().cloned(),
            _ => None,
        }
    }

    fn compare_model(&mut self, direction: Direction, name: &str, info: &'static ModelInfo) {
        let fields: Vec<_> = info.fields().map(|field| field.name).collect();
        let core = CoreType {
            name: info.name,
            holds: fields.clone(),
        };
        let Some(model) = self.models.get(name) else {
            return self.report(info.name, format!("`{name}` is not described"));
        };
        self.describe(info.name, fields)
            .extend(model.fields.keys().cloned());
        if !self.compared.insert((direction, name.to_owned(), core)) {
            return;
        }
        for (field_name, field) in &model.fields {
            let place = format!("{}.{field_name}", info.name);
            match info.fields().find(|known| known.name == field_name) {
                Some(known) => self.compare_field(direction, field, known, &place),
                // The tag of a union is not among the fields of its members.
                None if field_name == "type" && self.tag_of(name).is_some() => {}
                None => self.report(place, "linq-core lacks this field"),
            }
        }
        for known in info.fields().filter(|known| !known.is_optional) {
            if direction == Direction::Received && !model.fields.contains_key(known.name) {
                let place = format!("{}.{}", info.name, known.name);
                self.report(place, format!("is not in `{name}`, required by linq-core"));
            }
        }
    }

    fn compare_field(
        &mut self,
        direction: Direction,
        field: &Field,
        known: &ModelField,
        place: &str,
    ) {
        let may_be_absent = !field.is_required
            || direction == Direction::Received && matches!(field.kind, Kind::Nullable(_));
        match (may_be_absent, known.is_optional, direction) {
            (true, false, Direction::Received) => {
                self.report(place, "may be absent or null, required by linq-core");
            }
            (true, false, Direction::Sent) => {
                self.report(place, "is optional, required by linq-core");
            }
            (false, true, Direction::Sent) => {
                self.report(place, "is required, optional in linq-core");
            }
            _ => {}
        }
        // Inside of an object, a null that is sent means no more than an absent field.
        let kind = match direction {
            Direction::Sent if may_be_absent => &field.kind.clone().not_null(),
            _ => &field.kind,
        };
        self.compare(direction, kind, (known.shape)(), place);
    }

    fn compare_page(&mut self, direction: Direction, name: &str, item: Shape, place: &str) {
        let Some(model) = self.models.get(name) else {
            return self.report(place, format!("`{name}` is not described"));
        };
        let mut has_items = false;
        for (field_name, field) in &model.fields {
            match &field.kind {
                Kind::List(kind) if !has_items => {
                    has_items = true;
                    self.compare(direction, kind, item, &format!("{place}.{field_name}[]"));
                }
                kind if field_name == "next_cursor" => {
                    let kind = kind.clone().not_null();
                    self.compare(
                        direction,
                        &kind,
                        Shape::Text,
                        &format!("{place}.next_cursor"),
                    );
                }
                _ => self.report(
                    format!("{place}.{field_name}"),
                    "linq-core lacks this field",
                ),
            }
        }
        if !has_items {
            self.report(place, "is no list");
        }
    }

    fn describe(&mut self, name: &'static str, holds: Vec<&'static str>) -> &mut BTreeSet<String> {
        self.described.entry(CoreType { name, holds }).or_default()
    }
}

fn kind_name(kind: &Kind) -> String {
    match kind {
        Kind::Any => "anything".to_owned(),
        Kind::Text => "text".to_owned(),
        Kind::DateTime => "a date-time".to_owned(),
        Kind::Integer => "an integer".to_owned(),
        Kind::Number => "a number".to_owned(),
        Kind::Boolean => "a boolean".to_owned(),
        Kind::Enum(values) => {
            let values: Vec<_> = values.iter().map(String::as_str).collect();
            format!("one of {}", values.join(", "))
        }
        Kind::List(kind) => format!("a list of {}", kind_name(kind)),
        Kind::Map(_) => "an object with any keys".to_owned(),
        Kind::Object(name) => format!("the object {name}"),
        Kind::Union(names) => format!("one of the objects {}", names.join(", ")),
        Kind::Nullable(kind) => format!("{} or null", kind_name(kind)),
    }
}

fn shape_name(shape: Shape) -> String {
    match shape {
        Shape::Text | Shape::Private => "text".to_owned(),
        Shape::DateTime => "a date-time".to_owned(),
        Shape::Integer => "an integer".to_owned(),
        Shape::Number => "a number".to_owned(),
        Shape::Boolean => "a boolean".to_owned(),
        Shape::Any => "anything".to_owned(),
        Shape::List(shape) => format!("a list of {}", shape_name(shape())),
        Shape::Map(_) => "an object with any keys".to_owned(),
        Shape::Page(_) => "a page of a list".to_owned(),
        Shape::Nullable(shape) => format!("{} or null", shape_name(shape())),
        Shape::Enum(info) => format!("one of the values of {}", info.name),
        Shape::Object(info) => format!("the object {}", info.name),
        Shape::Union(info) => format!("one of the objects of {}", info.name),
        _ => "of a kind that this tool does not know".to_owned(),
    }
}

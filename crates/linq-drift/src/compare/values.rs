//! Comparison of types.

use super::Difference;
use crate::types::{constant, describe, tag_of, values};
use linq_core::schema::{EnumSchema, FieldSchema, ObjectSchema, PageSchema, Schema, UnionSchema};
use std::collections::{BTreeMap, BTreeSet};

/// Fields of core that are not in the API, by object.
const NOT_IN_API: &[(&str, &str)] = &[
    // Items that the pages of a list leave out but their offsets count.
    ("PaymentRequestListResponse", "skipped"),
];

/// Direction in which a value is transferred.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Direction {
    Sent,
    Received,
}

/// Compares types, and records the differences.
#[derive(Default)]
pub(super) struct Values {
    found: BTreeSet<Difference>,
    compared: BTreeSet<(Direction, *const ObjectSchema, CoreType)>,
    /// Described members of each of core's types, over all its uses.
    described: BTreeMap<CoreType, BTreeSet<&'static str>>,
    /// Optional, received fields of core, with `true` for those always present in all descriptions of their object.
    always_present: BTreeMap<(CoreType, &'static str), bool>,
}

/// A type of core, distinguished from others of its name by its members.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct CoreType {
    name: &'static str,
    members: Vec<&'static str>,
}

impl Values {
    pub(super) fn report(&mut self, place: impl Into<String>, what: impl Into<String>) {
        self.found.insert(Difference {
            place: place.into(),
            what: what.into(),
        });
    }

    /// Returns the differences, including members of core's types that no description mentions.
    pub(super) fn finish(mut self) -> Vec<Difference> {
        for (core, described) in std::mem::take(&mut self.described) {
            for known in core.members {
                if !described.contains(known) {
                    let what = format!("the description lacks `{known}`");
                    self.report(core.name, what);
                }
            }
        }
        for ((core, field), is_always_present) in std::mem::take(&mut self.always_present) {
            if is_always_present {
                let place = format!("{}.{field}", core.name);
                self.report(place, "is always present, optional in linq-core");
            }
        }
        self.found.into_iter().collect()
    }

    /// Compares a described type with core's.
    pub(super) fn compare(
        &mut self,
        direction: Direction,
        described: Schema,
        core: Schema,
        place: &str,
    ) {
        match (described, core) {
            (Schema::Nullable(described), Schema::Nullable(core)) => {
                self.compare(direction, *described, *core, place);
            }
            (Schema::Nullable(described), core) => {
                if direction == Direction::Sent {
                    self.report(place, "may be null, which linq-core cannot send");
                }
                self.compare(direction, *described, core, place);
            }
            (described, Schema::Nullable(core)) => {
                self.report(place, "is never null, in linq-core it may be");
                self.compare(direction, described, *core, place);
            }
            (Schema::Any, _)
            | (Schema::Text, Schema::Text | Schema::Secret | Schema::Enum(_))
            | (Schema::DateTime, Schema::DateTime)
            | (Schema::Integer(_), Schema::Integer(_))
            | (Schema::Number, Schema::Number)
            | (Schema::Boolean, Schema::Boolean)
            | (Schema::List(Schema::Integer(_)), Schema::Utf16Range)
            | (Schema::Map(Schema::Any), Schema::Any) => {}
            (Schema::Enum(described), Schema::Enum(core)) => self.compare_enum(described, core),
            // Constant text needs no type of its own.
            (described, Schema::Text) if constant(described).is_some() => {}
            (Schema::List(described), Schema::List(core)) => {
                self.compare(direction, *described, *core, &format!("{place}[]"));
            }
            (Schema::Map(described), Schema::Map(core)) => {
                self.compare(direction, *described, *core, &format!("{place}.*"));
            }
            (Schema::Object(described), Schema::Object(core)) => {
                self.compare_object(direction, described, core);
            }
            (Schema::Object(described), Schema::Page(core)) => {
                self.compare_page(direction, described, core, place);
            }
            (Schema::Object(described), Schema::Union(core)) => {
                self.compare_union(direction, &[described], core);
            }
            (Schema::Union(described), Schema::Union(core)) => {
                let objects: Vec<_> = described.members.iter().map(|it| it.object).collect();
                self.compare_union(direction, &objects, core);
            }
            (described, core) => {
                let (described, core) = (describe(described), describe(core));
                self.report(place, format!("is {described}, in linq-core {core}"));
            }
        }
    }

    fn compare_enum(&mut self, described: &'static EnumSchema, core: &'static EnumSchema) {
        let known: Vec<_> = values(Schema::Enum(core)).collect();
        for value in values(Schema::Enum(described)) {
            if !known.contains(&value) {
                self.report(core.name, format!("linq-core lacks the value `{value}`"));
            }
        }
        self.describe(core.name, known)
            .extend(values(Schema::Enum(described)));
    }

    fn compare_union(
        &mut self,
        direction: Direction,
        described: &[&'static ObjectSchema],
        core: &'static UnionSchema,
    ) {
        let tags: Vec<_> = core.members.iter().map(|member| member.tag).collect();
        self.describe(core.name, tags.clone());
        for object in described {
            let Some(tag) = tag_of(object) else {
                let what = format!("`{}` has no `type` of its own", object.name);
                self.report(core.name, what);
                continue;
            };
            match core.member(tag) {
                None => self.report(core.name, format!("linq-core lacks the type `{tag}`")),
                Some(member) => self.compare_object(direction, object, member.object),
            }
            self.describe(core.name, tags.clone()).insert(tag);
        }
    }

    fn compare_object(
        &mut self,
        direction: Direction,
        described: &'static ObjectSchema,
        core: &'static ObjectSchema,
    ) {
        let known = core.fields().map(|field| field.name);
        let known: Vec<_> = known
            .filter(|name| !NOT_IN_API.contains(&(core.name, *name)))
            .collect();
        self.describe(core.name, known.clone())
            .extend(described.fields().map(|field| field.name));
        let core_type = CoreType {
            name: core.name,
            members: known,
        };
        let pair = (direction, std::ptr::from_ref(described), core_type.clone());
        if !self.compared.insert(pair) {
            return;
        }
        for field in described.fields() {
            let place = format!("{}.{}", core.name, field.name);
            match core.field(field.name) {
                Some(known) => self.compare_field(direction, field, known, &place),
                // The tag of a union is not a field of its members.
                None if field.name == "type" && tag_of(described).is_some() => {}
                None => self.report(place, "linq-core lacks this field"),
            }
        }
        if direction == Direction::Received {
            self.compare_presence(described, core, &core_type);
        }
    }

    fn compare_presence(
        &mut self,
        described: &'static ObjectSchema,
        core: &'static ObjectSchema,
        core_type: &CoreType,
    ) {
        for known in core.fields() {
            let field = described.field(known.name);
            let is_always_present = field.is_some_and(|field| !may_be_absent(field));
            if known.is_optional() {
                let key = (core_type.clone(), known.name);
                *self.always_present.entry(key).or_insert(true) &= is_always_present;
            } else if !is_always_present {
                let place = format!("{}.{}", core.name, known.name);
                let what = match field {
                    Some(_) => "may be absent or null, always present in linq-core".to_owned(),
                    None => format!(
                        "is not in `{}`, always present in linq-core",
                        described.name
                    ),
                };
                self.report(place, what);
            }
        }
    }

    fn compare_field(
        &mut self,
        direction: Direction,
        described: &FieldSchema,
        core: &FieldSchema,
        place: &str,
    ) {
        let is_sent = direction == Direction::Sent;
        match (described.is_optional(), core.is_optional()) {
            (true, false) if is_sent => self.report(place, "is optional, required by linq-core"),
            (false, true) if is_sent => self.report(place, "is required, optional in linq-core"),
            _ => {}
        }
        // In an object that is sent, null means the same as an absent field.
        let schema = match direction {
            Direction::Sent if described.is_optional() => described.schema.not_null(),
            _ => described.schema,
        };
        self.compare(direction, schema, core.schema, place);
    }

    fn compare_page(
        &mut self,
        direction: Direction,
        described: &'static ObjectSchema,
        core: &'static PageSchema,
        place: &str,
    ) {
        for field in described.fields() {
            let place = format!("{place}.{}", field.name);
            let schema = field.schema.not_null();
            if field.name == core.items {
                self.compare(direction, schema, Schema::List(&core.item), &place);
            } else if field.name == "next_cursor" {
                self.compare(direction, schema, Schema::Text, &place);
            } else {
                self.report(place, "linq-core lacks this field");
            }
        }
        for name in [core.items, "next_cursor"] {
            if described.field(name).is_none() {
                self.report(place, format!("the description lacks `{name}`"));
            }
        }
    }

    fn describe(
        &mut self,
        name: &'static str,
        members: Vec<&'static str>,
    ) -> &mut BTreeSet<&'static str> {
        self.described
            .entry(CoreType { name, members })
            .or_default()
    }
}

/// Returns whether a field of a response may be absent or, which means the same, null.
fn may_be_absent(field: &FieldSchema) -> bool {
    field.is_optional() || matches!(field.schema, Schema::Nullable(_))
}

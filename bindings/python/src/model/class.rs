//! Python classes of the API's types, and their fields.

use crate::{errors, generated::ATTRIBUTES};
use linq_core::{
    api::ENDPOINTS,
    schema::{FieldSchema, HasSchema, ObjectSchema, PageSchema, Presence, Schema},
    webhook::{EventData, EventType, LegacyMessageEvent, MessageEvent, MessageView, is_legacy},
};
use linq_json::Value;
use pyo3::{
    exceptions::PyTypeError,
    prelude::*,
    sync::PyOnceLock,
    types::{PyDict, PyString, PyType},
};
use std::{
    collections::{BTreeMap, HashMap},
    sync::{Mutex, PoisonError},
};

/// Prefix of the keys of webhook event classes; the event type follows.
const EVENT: &str = "event:";
/// Key of the class of unknown events.
const UNKNOWN_EVENT: &str = "UnknownWebhookEvent";
/// Key of the class of unknown union members.
const UNKNOWN_PART: &str = "UnknownPart";

/// A model class of the package.
pub(crate) struct Class {
    pub(crate) python: Py<PyType>,
    pub(crate) fields: Vec<Field>,
    /// Interned attribute names of the fields.
    attributes: Vec<Py<PyString>>,
    by_attribute: HashMap<&'static str, usize>,
    /// True if the class has an identity: fields without which an object is invalid.
    pub(crate) has_identity: bool,
    /// The value of `type` that selects the class in its union, if it is unique.
    pub(crate) tag: Option<&'static str>,
    /// The schema, unless it is a class of events or pages, or for unknown types.
    pub(crate) object: Option<&'static ObjectSchema>,
    /// The event type, for classes of events of a known type.
    pub(crate) event_type: Option<String>,
    /// The same class for the legacy version of the payload, for message events.
    legacy: Option<&'static Class>,
}

/// A known field.
pub(crate) struct Field {
    /// The attribute in Python.
    pub(crate) attribute: &'static str,
    pub(crate) schema: FieldSchema,
}

impl Field {
    fn new(mut schema: FieldSchema) -> Self {
        let attribute = attribute(schema.name);
        if attribute != schema.name && schema.aliases.is_empty() {
            // Dicts that `model_dump` returns have Python's names. Lives as long as the process, as classes do.
            schema.aliases = Box::leak(Box::new([attribute]));
        }
        Self { attribute, schema }
    }

    /// Creates a field that is not in a schema, such as those of an event's envelope.
    fn named(name: &'static str, schema: Schema) -> Self {
        Self::new(FieldSchema::new(name, schema, Presence::Optional))
    }

    /// Returns the name in JSON.
    pub(crate) fn name(&self) -> &'static str {
        self.schema.name
    }

    /// Returns whether this is the field's name or an alias.
    pub(crate) fn has_name(&self, name: &str) -> bool {
        self.schema.name == name || self.schema.aliases.contains(&name)
    }
}

impl Class {
    /// Index of the items among the fields of a page.
    pub(crate) const PAGE_ITEMS: usize = 0;

    pub(crate) fn field(&self, attribute: &str) -> Option<&Field> {
        let index = self.by_attribute.get(attribute)?;
        Some(&self.fields[*index])
    }

    /// Returns whether it is a class of events.
    pub(crate) fn has_envelope(&self) -> bool {
        self.by_attribute.contains_key("event_id") && self.object.is_none()
    }

    /// Returns the index of an attribute's field. Names in source code are interned, so identity is tried first.
    pub(crate) fn index_of(&self, attribute: &Bound<'_, PyString>) -> Option<usize> {
        let mut attributes = self.attributes.iter();
        let same = attributes.position(|known| known.is(attribute));
        same.or_else(|| self.by_attribute.get(attribute.to_str().ok()?).copied())
    }

    /// Returns the class for the payload version of an event.
    pub(crate) fn of_event(&'static self, event: Value<'_>) -> &'static Self {
        let version = event.field("webhook_version").and_then(Value::text);
        match (self.legacy, event.field("data")) {
            (Some(legacy), Some(data)) if is_legacy(&data, version.as_deref()) => legacy,
            _ => self,
        }
    }

    /// Returns the class of a page.
    pub(crate) fn of_page(python: &Bound<'_, PyType>, page: &'static PageSchema) -> &'static Self {
        static PAGES: Mutex<BTreeMap<usize, &'static Class>> = Mutex::new(BTreeMap::new());
        let address = python.as_ptr() as usize;
        let mut pages = PAGES.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(class) = pages.get(&address) {
            return class;
        }
        let items = Field::new(page.items_field());
        let fields = vec![items, Field::named("next_cursor", Schema::Text)];
        // Lives as long as the process, as the Python class does.
        let class = &*Box::leak(Box::new(Self::new(python, fields)));
        pages.insert(address, class);
        class
    }

    fn new(python: &Bound<'_, PyType>, fields: Vec<Field>) -> Self {
        let attributes = fields.iter().map(|field| field.attribute);
        let interned = |attribute| PyString::intern(python.py(), attribute).unbind();
        let mut schemas = fields.iter().map(|field| field.schema);
        Self {
            has_identity: schemas.any(|field| field.presence == Presence::Identity),
            attributes: attributes.clone().map(interned).collect(),
            by_attribute: attributes
                .enumerate()
                .map(|(at, name)| (name, at))
                .collect(),
            python: python.clone().unbind(),
            fields,
            tag: None,
            object: None,
            event_type: None,
            legacy: None,
        }
    }
}

/// The registered classes.
pub(crate) struct Classes {
    by_key: HashMap<String, &'static Class>,
    by_event: HashMap<String, &'static Class>,
    by_address: HashMap<usize, &'static Class>,
    /// Class of objects of an unknown type.
    pub(crate) unknown_part: &'static Class,
    /// Class of events of an unknown type.
    pub(crate) unknown_event: &'static Class,
}

static CLASSES: PyOnceLock<Classes> = PyOnceLock::new();

/// Registers the model classes by key. Later calls do nothing.
#[pyfunction]
pub(crate) fn register(classes: &Bound<'_, PyDict>) -> PyResult<()> {
    let py = classes.py();
    let classes = Classes::read(classes)?;
    // A second import of the package registers the same.
    let _ = CLASSES.set(py, classes);
    Ok(())
}

impl Classes {
    /// Returns the classes, which the package registers on first use.
    pub(crate) fn all(py: Python<'_>) -> PyResult<&'static Self> {
        if let Some(classes) = CLASSES.get(py) {
            return Ok(classes);
        }
        let types = py.import("linq_client.types");
        let registered = types.and_then(|types| types.call_method0("_register"));
        registered.map_err(|error| errors::not_loaded(py, error))?;
        CLASSES
            .get(py)
            .ok_or_else(|| PyTypeError::new_err("linq_client.types has registered no classes"))
    }

    pub(crate) fn of_model(&self, object: &ObjectSchema) -> &'static Class {
        let found = self.by_key.get(object.name).copied();
        found.unwrap_or(self.unknown_part)
    }

    pub(crate) fn of_event(&self, event_type: &str) -> &'static Class {
        let found = self.by_event.get(event_type).copied();
        found.unwrap_or(self.unknown_event)
    }

    /// Returns the class of a Python class, or of its nearest registered base.
    pub(crate) fn of_type(&self, python: &Bound<'_, PyType>) -> Option<&'static Class> {
        let of = |address: usize| self.by_address.get(&address).copied();
        of(python.as_ptr() as usize).or_else(|| {
            let bases = python.mro();
            bases.iter().find_map(|base| of(base.as_ptr() as usize))
        })
    }

    fn read(registered_classes: &Bound<'_, PyDict>) -> PyResult<Self> {
        let models = models();
        let mut classes = HashMap::new();
        for (key, python) in registered_classes {
            let (key, python) = (key.extract::<String>()?, python.cast_into::<PyType>()?);
            let fields = match key.strip_prefix(EVENT) {
                Some(event_type) => event_fields(event_type),
                None if key == UNKNOWN_EVENT => event_fields(""),
                None if key == UNKNOWN_PART => vec![Field::named("type", Schema::Text)],
                None => models.get(key.as_str()).map_or_else(Vec::new, fields),
            };
            let event_type = key.strip_prefix(EVENT);
            let mut class = Class::new(&python, fields);
            class.event_type = event_type.map(str::to_owned);
            if let Some(model) = models.get(key.as_str()) {
                class.tag = model.tag;
                class.object = Some(model.object);
            }
            class.legacy = event_type.and_then(legacy_fields).map(|fields| {
                let mut legacy = Class::new(&python, fields);
                legacy.event_type.clone_from(&class.event_type);
                &*Box::leak(Box::new(legacy))
            });
            // Live as long as the process.
            classes.insert(key, &*Box::leak(Box::new(class)));
        }
        let named = |name: &str| {
            let class = classes.get(name).copied();
            class.ok_or_else(|| PyTypeError::new_err(format!("no class is registered as {name}")))
        };
        let (unknown_part, unknown_event) = (named(UNKNOWN_PART)?, named(UNKNOWN_EVENT)?);
        let by_address = classes
            .values()
            .map(|class| (class.python.as_ptr() as usize, *class));
        let (mut by_key, mut by_event) = (HashMap::new(), HashMap::new());
        let by_address = by_address.collect();
        for (key, class) in classes {
            match key.strip_prefix(EVENT) {
                Some(event_type) => by_event.insert(event_type.to_owned(), class),
                None => by_key.insert(key, class),
            };
        }
        Ok(Self {
            by_key,
            by_event,
            by_address,
            unknown_part,
            unknown_event,
        })
    }
}

/// An object type of the API, and its tag in unions.
struct ApiType {
    object: &'static ObjectSchema,
    tag: Option<&'static str>,
}

/// Returns all object types of responses and events, by name.
fn models() -> HashMap<&'static str, ApiType> {
    let mut models = HashMap::new();
    let responses = ENDPOINTS.iter().filter_map(|info| info.response_schema);
    let events = EventData::schemas().into_iter().map(|(_, schema)| schema);
    let others = [LegacyMessageEvent::SCHEMA, MessageView::SCHEMA];
    for schema in responses.chain(events).chain(others) {
        collect_types(schema, None, &mut models);
    }
    models
}

fn collect_types(
    schema: Schema,
    tag: Option<&'static str>,
    into: &mut HashMap<&'static str, ApiType>,
) {
    match schema {
        Schema::List(inner) | Schema::Map(inner) | Schema::Nullable(inner) => {
            collect_types(*inner, None, into);
        }
        Schema::Page(page) => collect_types(page.item, None, into),
        Schema::Object(object) => collect_object(object, tag, into),
        Schema::Union(union) => {
            for member in union.members {
                collect_object(member.object, Some(member.tag), into);
            }
        }
        _ => {}
    }
}

fn collect_object(
    object: &'static ObjectSchema,
    tag: Option<&'static str>,
    into: &mut HashMap<&'static str, ApiType>,
) {
    if let Some(known) = into.get_mut(object.name) {
        if known.tag != tag {
            known.tag = None;
        }
        return;
    }
    into.insert(object.name, ApiType { object, tag });
    for field in object.fields() {
        collect_types(field.schema, None, into);
    }
}

fn fields(model: &ApiType) -> Vec<Field> {
    let tag = model.tag.map(|_| Field::named("type", Schema::Text));
    let own = model.object.fields().copied().map(Field::new);
    tag.into_iter().chain(own).collect()
}

/// Returns the fields of an event: the envelope and the payload.
fn event_fields(event_type: &str) -> Vec<Field> {
    envelope(payload(event_type).unwrap_or(Schema::Any))
}

/// Returns the same for the legacy version of the payload, if it is a message event.
fn legacy_fields(event_type: &str) -> Option<Vec<Field>> {
    let payload = payload(event_type)?.as_object()?;
    let is_message = payload.name == MessageEvent::SCHEMA.as_object()?.name;
    is_message.then(|| envelope(LegacyMessageEvent::SCHEMA))
}

fn payload(event_type: &str) -> Option<Schema> {
    EventData::schema(&EventType::from(event_type))
}

fn envelope(data: Schema) -> Vec<Field> {
    let fields = [
        ("api_version", Schema::Text),
        ("webhook_version", Schema::Text),
        ("event_type", Schema::Text),
        ("event_id", Schema::Text),
        ("created_at", Schema::DateTime),
        ("trace_id", Schema::Text),
        ("partner_id", Schema::Text),
        ("data", data),
    ];
    fields
        .map(|(name, schema)| Field::named(name, schema))
        .into()
}

/// Returns the Python attribute of a field.
fn attribute(wire: &'static str) -> &'static str {
    let renamed = ATTRIBUTES.iter().find(|(name, _)| *name == wire);
    renamed.map_or(wire, |(_, attribute)| attribute)
}

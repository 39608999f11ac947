//! Which Python class stands for which type of the API, and what its fields are.

use super::{keywords::KEYWORDS, value::Reader};
use linq_core::{
    api::ENDPOINTS,
    describe::{Describe, ModelInfo, Shape},
    webhook::{Event, EventData, LegacyMessageEvent, MessageEvent},
};
use pyo3::{
    exceptions::PyTypeError,
    prelude::*,
    sync::PyOnceLock,
    types::{PyDict, PyString, PyType},
};
use std::{
    collections::{BTreeMap, HashMap},
    sync::{Mutex, OnceLock, PoisonError},
};

/// The keys of classes for webhook events start with it; the type of event follows.
const EVENT: &str = "event:";
/// Its class stands for events that this version does not know.
const UNKNOWN_EVENT: &str = "UnknownWebhookEvent";
/// Its class stands for members of a union that this version does not know.
const UNKNOWN_PART: &str = "UnknownPart";

/// A class of the package, seen from here.
pub(crate) struct Class {
    pub(crate) python: Py<PyType>,
    pub(crate) fields: Vec<Field>,
    /// Their attributes, as Python has them.
    attributes: Vec<Py<PyString>>,
    by_attribute: HashMap<&'static str, usize>,
    /// The value of `type` that tells it from the other members of its union, if there is one only.
    pub(crate) tag: Option<&'static str>,
    /// Of an event that carries a message: the same class for the older version of its payload.
    legacy: Option<&'static Class>,
}

/// A field that this version knows.
pub(crate) struct Field {
    /// Its name in Python.
    pub(crate) attribute: &'static str,
    /// Its name in JSON.
    pub(crate) wire: &'static str,
    pub(crate) shape: Shape,
    reader: OnceLock<Reader>,
}

impl Field {
    fn new(attribute: &'static str, wire: &'static str, shape: Shape) -> Self {
        Self {
            attribute,
            wire,
            shape,
            reader: OnceLock::new(),
        }
    }

    /// What its values become.
    pub(crate) fn reader(&self, py: Python<'_>) -> PyResult<&Reader> {
        if let Some(reader) = self.reader.get() {
            return Ok(reader);
        }
        let classes = Classes::all(py)?;
        Ok(self.reader.get_or_init(|| Reader::of(self.shape, classes)))
    }
}

impl Class {
    pub(crate) fn field(&self, attribute: &str) -> Option<&Field> {
        let index = self.by_attribute.get(attribute)?;
        Some(&self.fields[*index])
    }

    /// Which field an attribute is. Where a program names one, it is mostly the very same `str`.
    pub(crate) fn index_of(&self, attribute: &Bound<'_, PyString>) -> Option<usize> {
        let mut attributes = self.attributes.iter();
        let same = attributes.position(|known| known.is(attribute));
        same.or_else(|| self.by_attribute.get(attribute.to_str().ok()?).copied())
    }

    /// For an event with this payload.
    pub(crate) fn of_data(&'static self, data: &EventData) -> &'static Self {
        match (data, self.legacy) {
            (
                EventData::MessageSent(MessageEvent::V2025(_))
                | EventData::MessageReceived(MessageEvent::V2025(_))
                | EventData::MessageRead(MessageEvent::V2025(_))
                | EventData::MessageDelivered(MessageEvent::V2025(_)),
                Some(legacy),
            ) => legacy,
            _ => self,
        }
    }

    /// For an event of which nothing but its JSON is known yet.
    pub(crate) fn of_json(&'static self, json: &[u8]) -> &'static Self {
        if self.legacy.is_none() {
            return self;
        }
        let event = Event::parse_unverified(json.to_vec());
        event.map_or(self, |event| self.of_data(&event.data))
    }

    /// The class of a page of these items, which it has under the name that it says.
    pub(crate) fn of_page(
        python: &Bound<'_, PyType>,
        item: fn() -> Shape,
    ) -> PyResult<&'static Self> {
        static PAGES: Mutex<BTreeMap<usize, &'static Class>> = Mutex::new(BTreeMap::new());
        let address = python.as_ptr() as usize;
        let mut pages = PAGES.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(class) = pages.get(&address) {
            return Ok(class);
        }
        let items: String = python.getattr("_ITEMS")?.extract()?;
        let field = |name, shape| Field::new(name, name, shape);
        // It lives as long as the extension does, as the class does.
        let items = field(String::leak(items), Shape::List(item));
        let fields = vec![items, field("next_cursor", Shape::Text)];
        let class = &*Box::leak(Box::new(Self::new(python, fields)));
        pages.insert(address, class);
        Ok(class)
    }

    fn new(python: &Bound<'_, PyType>, fields: Vec<Field>) -> Self {
        let attributes = fields.iter().map(|field| field.attribute);
        let interned = |attribute| PyString::intern(python.py(), attribute).unbind();
        Self {
            attributes: attributes.clone().map(interned).collect(),
            by_attribute: attributes
                .enumerate()
                .map(|(at, name)| (name, at))
                .collect(),
            python: python.clone().unbind(),
            fields,
            tag: None,
            legacy: None,
        }
    }
}

/// All classes, once the package has said which they are.
pub(crate) struct Classes {
    by_key: HashMap<String, &'static Class>,
    by_event: HashMap<String, &'static Class>,
    by_address: HashMap<usize, &'static Class>,
    /// For objects of a type that this version does not know.
    pub(crate) unknown_part: &'static Class,
    /// For events of a type that this version does not know.
    pub(crate) unknown_event: &'static Class,
}

static CLASSES: PyOnceLock<Classes> = PyOnceLock::new();

/// Tells which class stands for which type. The first telling counts.
#[pyfunction]
pub(crate) fn register(classes: &Bound<'_, PyDict>) -> PyResult<()> {
    let py = classes.py();
    let told = Classes::read(classes)?;
    // A second import of the same package tells the same.
    let _ = CLASSES.set(py, told);
    Ok(())
}

impl Classes {
    /// The classes; the package tells them when they are first needed.
    pub(crate) fn all(py: Python<'_>) -> PyResult<&'static Self> {
        if let Some(classes) = CLASSES.get(py) {
            return Ok(classes);
        }
        py.import("linq_client.types")?.call_method0("_register")?;
        CLASSES
            .get(py)
            .ok_or_else(|| PyTypeError::new_err("linq_client.types has registered no classes"))
    }

    pub(crate) fn of_model(&self, info: &ModelInfo) -> &'static Class {
        let found = self.by_key.get(info.name).copied();
        found.unwrap_or(self.unknown_part)
    }

    pub(crate) fn of_event(&self, event_type: &str) -> &'static Class {
        let found = self.by_event.get(event_type).copied();
        found.unwrap_or(self.unknown_event)
    }

    /// The class of a Python class, or of the nearest of its bases that is one of the package's.
    pub(crate) fn of_type(&self, python: &Bound<'_, PyType>) -> Option<&'static Class> {
        let of = |address: usize| self.by_address.get(&address).copied();
        of(python.as_ptr() as usize).or_else(|| {
            let bases = python.mro();
            bases.iter().find_map(|base| of(base.as_ptr() as usize))
        })
    }

    fn read(told: &Bound<'_, PyDict>) -> PyResult<Self> {
        let models = models();
        let mut classes = HashMap::new();
        for (key, python) in told {
            let (key, python) = (key.extract::<String>()?, python.cast_into::<PyType>()?);
            let fields = match key.strip_prefix(EVENT) {
                Some(event_type) => event_fields(event_type),
                None if key == UNKNOWN_EVENT => event_fields(""),
                None => models.get(key.as_str()).map_or_else(Vec::new, fields),
            };
            let legacy = key.strip_prefix(EVENT).and_then(legacy_fields);
            let legacy = legacy.map(|fields| Class::new(&python, fields));
            let mut class = Class::new(&python, fields);
            class.tag = models.get(key.as_str()).and_then(|model| model.tag);
            class.legacy = legacy.map(|class| &*Box::leak(Box::new(class)));
            // They live as long as the extension does.
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

/// A type of the API, and how it is told from others.
struct Known {
    info: &'static ModelInfo,
    tag: Option<&'static str>,
}

/// All objects that replies and events can hold, by the names of their types.
fn models() -> HashMap<&'static str, Known> {
    let mut models = HashMap::new();
    let replies = ENDPOINTS.iter().filter_map(|info| info.response_shape);
    let events = EventData::shapes().into_iter().map(|(_, shape)| shape);
    for shape in replies.chain(events).chain([LegacyMessageEvent::SHAPE]) {
        gather(shape, None, &mut models);
    }
    models
}

fn gather(shape: Shape, tag: Option<&'static str>, into: &mut HashMap<&'static str, Known>) {
    match shape {
        Shape::List(item) | Shape::Map(item) | Shape::Page(item) | Shape::Nullable(item) => {
            gather(item(), None, into);
        }
        Shape::Object(model) => {
            if let Some(known) = into.get_mut(model.name) {
                if known.tag != tag {
                    known.tag = None;
                }
                return;
            }
            into.insert(model.name, Known { info: model, tag });
            for field in model.fields() {
                gather((field.shape)(), None, into);
            }
        }
        Shape::Union(union) => {
            for member in union.members {
                gather((member.shape)(), Some(member.tag), into);
            }
        }
        _ => {}
    }
}

fn fields(model: &Known) -> Vec<Field> {
    let field = |name, shape| Field::new(attribute(name), name, shape);
    let tag = model.tag.map(|_| field("type", Shape::Text));
    let own = model
        .info
        .fields()
        .map(|own| field(own.name, (own.shape)()));
    tag.into_iter().chain(own).collect()
}

/// The envelope of an event, and what it is about.
fn event_fields(event_type: &str) -> Vec<Field> {
    envelope(payload(event_type).unwrap_or(Shape::Any))
}

/// The same for the older version of its payload, if it carries a message.
fn legacy_fields(event_type: &str) -> Option<Vec<Field>> {
    let is_message = match (payload(event_type)?, MessageEvent::SHAPE) {
        (Shape::Object(payload), Shape::Object(message)) => payload.name == message.name,
        _ => false,
    };
    is_message.then(|| envelope(LegacyMessageEvent::SHAPE))
}

fn payload(event_type: &str) -> Option<Shape> {
    let known = EventData::shapes();
    let known = known.iter().find(|(known, _)| known.as_str() == event_type);
    known.map(|(_, shape)| *shape)
}

fn envelope(data: Shape) -> Vec<Field> {
    let fields = [
        ("api_version", Shape::Text),
        ("webhook_version", Shape::Text),
        ("event_type", Shape::Text),
        ("event_id", Shape::Text),
        ("created_at", Shape::DateTime),
        ("trace_id", Shape::Text),
        ("partner_id", Shape::Text),
        ("data", data),
    ];
    fields
        .map(|(name, shape)| Field::new(name, name, shape))
        .into()
}

/// A field's name in Python, where a keyword gets an underscore.
fn attribute(wire: &'static str) -> &'static str {
    if KEYWORDS.contains(&wire) {
        String::leak(format!("{wire}_"))
    } else {
        wire
    }
}

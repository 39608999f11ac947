//! Models: Python objects that decode a JSON object lazily, attribute by attribute.

mod class;
mod dump;
mod show;
mod value;
mod write;

pub(crate) use class::{Class, Classes, register};
pub(crate) use value::{plain, read};
pub(crate) use write::load as load_writing;

use linq_core::schema::{Kind, Schema};
use linq_json::{Value, View};
use pyo3::{
    IntoPyObjectExt,
    exceptions::{PyAttributeError, PyTypeError, PyValueError},
    prelude::*,
    sync::PyOnceLock,
    types::{PyBytes, PyDict, PyString, PyTuple, PyType},
};
use std::{
    cell::RefCell,
    sync::{Mutex, MutexGuard, OnceLock, PoisonError},
};

/// Base class of all objects that the API sends: messages, chats, events.
///
/// Fields are attributes. An absent field is `None`, or empty if it is a list, a dict or an object that is documented as
/// always present. A value that does not match its type is plain JSON. Unknown fields are attributes too. Models are
/// read-only.
#[pyclass(subclass, frozen, weakref, module = "linq_client._native")]
pub(crate) struct Model {
    pub(crate) class: &'static Class,
    pub(crate) view: View,
    /// Known fields that have been read, by index. Programs read few of them, so the list is searched linearly.
    known: Mutex<Vec<(usize, Py<PyAny>)>>,
    /// Unknown fields that have been read, by attribute.
    unknown: PyOnceLock<Py<PyDict>>,
    /// Index of the secret that the delivery of an event was signed with, if its signature was verified.
    secret_index: OnceLock<usize>,
}

thread_local! {
    /// The content of the model that is about to be created. Instances of a subclass are created by calling the class, and
    /// this is faster than passing an argument.
    static PENDING: RefCell<Option<PendingModel>> = const { RefCell::new(None) };
}

struct PendingModel {
    /// Address of the Python class, since other classes may be called first.
    python: usize,
    class: &'static Class,
    view: View,
}

/// Imports the model classes, and those of dates.
pub(crate) fn load(py: Python<'_>) -> PyResult<()> {
    Classes::all(py)?;
    value::load(py)
}

impl Model {
    /// Creates a model of one of the package's classes.
    pub(crate) fn wrap<'py>(
        py: Python<'py>,
        class: &'static Class,
        view: View,
    ) -> PyResult<Bound<'py, PyAny>> {
        instantiate(class.python.bind(py), class, view)
    }

    fn of(class: &'static Class, view: View) -> Self {
        Self {
            class,
            view,
            known: Mutex::default(),
            unknown: PyOnceLock::new(),
            secret_index: OnceLock::new(),
        }
    }

    /// Returns the index of the secret that the delivery of an event was signed with; unset if it was not verified.
    pub(crate) fn secret_index(&self) -> &OnceLock<usize> {
        &self.secret_index
    }

    /// Returns the JSON object.
    pub(crate) fn value(&self) -> Value<'_> {
        self.view.value()
    }

    /// Returns a known field; `None` if it is absent.
    fn known<'py>(&self, py: Python<'py>, index: usize) -> PyResult<Bound<'py, PyAny>> {
        let found = |known: &[(usize, Py<PyAny>)]| {
            let (_, value) = known.iter().find(|(known, _)| *known == index)?;
            Some(value.bind(py).clone())
        };
        if let Some(value) = found(&self.lock_known()) {
            return Ok(value);
        }
        let field = &self.class.fields[index];
        let value = value::attribute(py, &field.schema, self.value())?;
        let mut known = self.lock_known();
        // Another thread, or code that ran meanwhile, may have set it.
        if let Some(first) = found(&known) {
            return Ok(first);
        }
        known.push((index, value.clone().unbind()));
        Ok(value)
    }

    fn lock_known(&self) -> MutexGuard<'_, Vec<(usize, Py<PyAny>)>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns an unknown field.
    fn unknown<'py>(&self, name: &Bound<'py, PyString>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let py = name.py();
        let Ok(attribute) = name.to_str() else {
            return Ok(None);
        };
        let keyword = || self.value().field(attribute.strip_suffix('_')?);
        let Some(value) = self.value().field(attribute).or_else(keyword) else {
            return Ok(None);
        };
        let value = plain(py, value)?;
        let unknown = self.unknown.get_or_init(py, || PyDict::new(py).unbind());
        unknown.bind(py).set_item(name, &value)?;
        Ok(Some(value))
    }

    /// Returns the fields that are present, known ones first.
    fn present<'py>(model: &Bound<'py, Self>) -> PyResult<Vec<FieldValue<'py>>> {
        let (py, this) = (model.py(), model.get());
        let mut found = Vec::new();
        for (index, field) in this.class.fields.iter().enumerate() {
            if value::present(&field.schema, this.value()).is_some() {
                let is_tag = field.name() == "type" && this.class.tag.is_some();
                found.push(FieldValue {
                    name: field.attribute.to_owned(),
                    value: this.known(py, index)?,
                    is_tag,
                    schema: Some(field.schema.schema),
                });
            }
        }
        for (name, value) in this.value().fields() {
            if !this.class.fields.iter().any(|field| field.has_name(&name)) {
                found.push(FieldValue {
                    name: name.into_owned(),
                    value: plain(py, value)?,
                    is_tag: false,
                    schema: None,
                });
            }
        }
        Ok(found)
    }
}

/// Returns the items of a page.
#[pyfunction]
pub(crate) fn page_items<'py>(page: &Bound<'py, Model>) -> PyResult<Bound<'py, PyAny>> {
    page.get().known(page.py(), Class::PAGE_ITEMS)
}

/// A field that is present.
struct FieldValue<'py> {
    name: String,
    value: Bound<'py, PyAny>,
    /// True if the field is the tag that selected the class.
    is_tag: bool,
    /// The schema; `None` for an unknown field.
    schema: Option<Schema>,
}

#[pymethods]
impl Model {
    fn __getattribute__<'py>(
        slf: &Bound<'py, Self>,
        name: &Bound<'py, PyString>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (py, this) = (slf.py(), slf.get());
        if let Some(index) = this.class.index_of(name)
            && !is_overridden(slf, name)?
        {
            return this.known(py, index);
        }
        if let Some(unknown) = this.unknown.get(py)
            && let Some(value) = unknown.bind(py).get_item(name)?
        {
            return Ok(value);
        }
        generic_getattribute(slf, name)
    }

    /// Returns an unknown field, after fields and methods were not found.
    fn __getattr__<'py>(
        slf: &Bound<'py, Self>,
        name: &Bound<'py, PyString>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let value = slf.get().unknown(name)?;
        value.ok_or_else(|| no_attribute(slf, name))
    }

    fn __setattr__(
        slf: &Bound<'_, Self>,
        name: &Bound<'_, PyString>,
        _value: &Bound<'_, PyAny>,
    ) -> PyResult<()> {
        Err(read_only(slf, name))
    }

    fn __delattr__(slf: &Bound<'_, Self>, name: &Bound<'_, PyString>) -> PyResult<()> {
        Err(read_only(slf, name))
    }

    fn __dir__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let names = slf.get_type().call_method1("__dir__", (slf.get_type(),));
        let names = names.or_else(|_| {
            slf.py()
                .import("builtins")?
                .call_method1("dir", (slf.get_type(),))
        })?;
        for field in &slf.get().class.fields {
            names.call_method1("append", (field.attribute,))?;
        }
        Ok(names)
    }

    fn __eq__<'py>(
        slf: &Bound<'py, Self>,
        other: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = slf.py();
        let Ok(other) = other.cast::<Self>() else {
            // The other operand may implement the comparison, such as `mock.ANY`.
            return Ok(py.NotImplemented().into_bound(py));
        };
        let is_equal = if !slf.get_type().is(other.get_type()) {
            false
        } else if slf.get().value().json() == other.get().value().json() {
            true
        } else {
            write::fields(slf)?.eq(write::fields(other)?)?
        };
        is_equal.into_bound_py_any(py)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        show::model(slf)
    }

    fn __copy__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let this = slf.get();
        let copy = instantiate(&slf.get_type(), this.class, this.view.clone())?;
        if let (Some(index), Ok(copy)) = (this.secret_index.get(), copy.cast::<Self>()) {
            let _ = copy.get().secret_index.set(*index);
        }
        Ok(copy)
    }

    fn __deepcopy__<'py>(
        slf: &Bound<'py, Self>,
        _memo: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        Self::__copy__(slf)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let py = slf.py();
        let json = PyBytes::new(py, slf.get().value().json());
        let restore = slf.get_type().getattr("from_json")?;
        (restore, (json,)).into_pyobject(py)
    }

    /// Returns a model of a JSON object, given as `str` or `bytes`.
    #[classmethod]
    fn from_json<'py>(
        cls: &Bound<'py, PyType>,
        json: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let text = match json.cast::<PyString>() {
            Ok(text) => text.to_str()?.as_bytes().to_vec(),
            Err(_) => json.extract::<Vec<u8>>()?,
        };
        Self::read(cls, class_of(cls)?, text)
    }
}

impl Model {
    /// Creates a model of a Python class from JSON.
    pub(crate) fn read<'py>(
        cls: &Bound<'py, PyType>,
        class: &'static Class,
        json: Vec<u8>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let model = Self::from_text(class, json)?;
        instantiate(cls, model.class, model.view)
    }

    /// Returns the model that this module is creating; `None` if a program calls the class.
    pub(crate) fn take_pending(cls: &Bound<'_, PyType>) -> Option<Self> {
        let is_it = |next: &mut PendingModel| next.python == cls.as_ptr() as usize;
        let next = PENDING.with_borrow_mut(|next| next.take_if(is_it))?;
        Some(Self::of(next.class, next.view))
    }

    pub(crate) fn from_text(class: &'static Class, json: Vec<u8>) -> PyResult<Self> {
        let view = View::read(json).filter(|view| view.value().kind() == Kind::Object);
        let view = view.ok_or_else(|| not_an_object(class))?;
        Ok(Self::of(class.of_event(view.value()), view))
    }
}

/// Creates an instance of a class of the package, or of a user's subclass.
pub(crate) fn instantiate<'py>(
    python: &Bound<'py, PyType>,
    class: &'static Class,
    view: View,
) -> PyResult<Bound<'py, PyAny>> {
    let next = PendingModel {
        python: python.as_ptr() as usize,
        class,
        view,
    };
    let outer = PENDING.replace(Some(next));
    let created = python.call0();
    PENDING.set(outer);
    created
}

pub(crate) fn class_of(python: &Bound<'_, PyType>) -> PyResult<&'static Class> {
    if let Some(class) = Classes::all(python.py())?.of_type(python) {
        return Ok(class);
    }
    let name = python.name()?;
    let message = format!("{name}: cannot be instantiated directly; use a subclass");
    Err(PyTypeError::new_err(message))
}

/// Calls `object.__getattribute__`, which finds methods and class attributes.
fn generic_getattribute<'py>(
    slf: &Bound<'py, Model>,
    name: &Bound<'py, PyString>,
) -> PyResult<Bound<'py, PyAny>> {
    static OBJECT_GETATTRIBUTE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let py = slf.py();
    let find = OBJECT_GETATTRIBUTE.get_or_try_init(py, || {
        let object = py.get_type::<PyAny>();
        object.getattr("__getattribute__").map(Bound::unbind)
    })?;
    find.bind(py).call1((slf, name))
}

/// Returns whether a user's subclass overrides a field.
fn is_overridden(slf: &Bound<'_, Model>, name: &Bound<'_, PyString>) -> PyResult<bool> {
    let (python, class) = (slf.get_type(), slf.get().class);
    if python.is(&class.python) {
        return Ok(false);
    }
    for base in python.mro() {
        if base.is(&class.python) {
            break;
        }
        if base.getattr("__dict__")?.contains(name)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn no_attribute(slf: &Bound<'_, Model>, name: &Bound<'_, PyString>) -> PyErr {
    let class = slf.get_type().name().map(|name| name.to_string());
    let class = class.unwrap_or_default();
    PyAttributeError::new_err(format!("'{class}' object has no attribute '{name}'"))
}

fn not_an_object(class: &Class) -> PyErr {
    let name = Python::attach(|py| Ok::<_, PyErr>(class.python.bind(py).name()?.to_string()));
    let name = name.unwrap_or_default();
    PyValueError::new_err(format!("{name}: not a JSON object"))
}

fn read_only(slf: &Bound<'_, Model>, name: &Bound<'_, PyString>) -> PyErr {
    let class = slf.get_type().name().map(|name| name.to_string());
    let class = class.unwrap_or_default();
    PyAttributeError::new_err(format!("{class}.{name}: models are read-only"))
}

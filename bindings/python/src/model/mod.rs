//! Models: Python objects that read a JSON object as far as they are asked.

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
    sync::{Mutex, MutexGuard, PoisonError},
};

/// What the API sent: a message, a chat, an event.
///
/// Fields are attributes. One that is absent is `None`, or empty if it is a list, a dict or an object that is
/// documented as always present. A value that does not fit is plain JSON, and a field that this version does not know
/// is an attribute too.
#[pyclass(subclass, frozen, weakref, module = "linq_client._native")]
pub(crate) struct Model {
    class: &'static Class,
    view: View,
    /// The fields of the class that were read so far, by their indexes. Programs read few of them.
    known: Mutex<Vec<(usize, Py<PyAny>)>>,
    /// The other ones, by attribute.
    unknown: PyOnceLock<Py<PyDict>>,
}

thread_local! {
    /// What the class that is called next wraps, and which it is. Python makes objects of a subclass
    /// only by calling it, and this is quicker than an argument.
    static NEXT: RefCell<Option<Next>> = const { RefCell::new(None) };
}

struct Next {
    /// The address of the Python class: others may be called on the way.
    python: usize,
    class: &'static Class,
    view: View,
}

/// Loads what models are read with: their classes, and those of dates.
pub(crate) fn load(py: Python<'_>) -> PyResult<()> {
    Classes::all(py)?;
    value::load(py)
}

impl Model {
    /// An object of one of the package's classes.
    pub(crate) fn wrap<'py>(
        py: Python<'py>,
        class: &'static Class,
        view: View,
    ) -> PyResult<Bound<'py, PyAny>> {
        again(class.python.bind(py), class, view)
    }

    fn of(class: &'static Class, view: View) -> Self {
        Self {
            class,
            view,
            known: Mutex::default(),
            unknown: PyOnceLock::new(),
        }
    }

    /// The JSON object that it reads.
    pub(crate) fn value(&self) -> Value<'_> {
        self.view.value()
    }

    /// A field of the class; `None` if it is absent.
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
        // Another thread, or code that ran on the way, may have been quicker.
        if let Some(first) = found(&known) {
            return Ok(first);
        }
        known.push((index, value.clone().unbind()));
        Ok(value)
    }

    fn lock_known(&self) -> MutexGuard<'_, Vec<(usize, Py<PyAny>)>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A field that this version does not know.
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

    /// The fields that are there, known ones first.
    fn present<'py>(model: &Bound<'py, Self>) -> PyResult<Vec<Present<'py>>> {
        let (py, this) = (model.py(), model.get());
        let mut found = Vec::new();
        for (index, field) in this.class.fields.iter().enumerate() {
            if value::present(&field.schema, this.value()).is_some() {
                let is_tag = field.name() == "type" && this.class.tag.is_some();
                found.push(Present {
                    name: field.attribute.to_owned(),
                    value: this.known(py, index)?,
                    is_tag,
                    schema: Some(field.schema.schema),
                });
            }
        }
        for (name, value) in this.value().fields() {
            if !this.class.fields.iter().any(|field| field.has_name(&name)) {
                found.push(Present {
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

/// A field that is there.
struct Present<'py> {
    name: String,
    value: Bound<'py, PyAny>,
    /// Whether it says no more than the class does.
    is_tag: bool,
    /// What this version knows of it.
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
        generic(slf, name)
    }

    /// What is neither a field nor a method: a field that this version does not know.
    fn __getattr__<'py>(
        slf: &Bound<'py, Self>,
        name: &Bound<'py, PyString>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let value = slf.get().unknown(name)?;
        value.ok_or_else(|| missing(slf, name))
    }

    fn __setattr__(
        slf: &Bound<'_, Self>,
        name: &Bound<'_, PyString>,
        _value: &Bound<'_, PyAny>,
    ) -> PyResult<()> {
        Err(unchangeable(slf, name))
    }

    fn __delattr__(slf: &Bound<'_, Self>, name: &Bound<'_, PyString>) -> PyResult<()> {
        Err(unchangeable(slf, name))
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
            // The other one may know better, such as `mock.ANY`.
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
        again(&slf.get_type(), slf.get().class, slf.get().view.clone())
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

    /// Reads one from JSON, `str` or `bytes`.
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
    /// An object of a Python class that stands for the class, from JSON.
    pub(crate) fn read<'py>(
        cls: &Bound<'py, PyType>,
        class: &'static Class,
        json: Vec<u8>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let model = Self::from_text(class, json)?;
        again(cls, model.class, model.view)
    }

    /// The object that a class is called for by this module; `None` if a program calls it.
    pub(crate) fn next(cls: &Bound<'_, PyType>) -> Option<Self> {
        let is_it = |next: &mut Next| next.python == cls.as_ptr() as usize;
        let next = NEXT.with_borrow_mut(|next| next.take_if(is_it))?;
        Some(Self::of(next.class, next.view))
    }

    pub(crate) fn from_text(class: &'static Class, json: Vec<u8>) -> PyResult<Self> {
        let view = View::read(json).filter(|view| view.value().kind() == Kind::Object);
        let view = view.ok_or_else(|| PyValueError::new_err("it is no JSON object"))?;
        Ok(Self::of(class.of_event(view.value()), view))
    }
}

/// An object of a class of the package, or of a user's that stands for one.
fn again<'py>(
    python: &Bound<'py, PyType>,
    class: &'static Class,
    view: View,
) -> PyResult<Bound<'py, PyAny>> {
    let next = Next {
        python: python.as_ptr() as usize,
        class,
        view,
    };
    let outer = NEXT.replace(Some(next));
    let made = python.call0();
    NEXT.set(outer);
    made
}

pub(crate) fn class_of(python: &Bound<'_, PyType>) -> PyResult<&'static Class> {
    let class = Classes::all(python.py())?.of_type(python);
    class.ok_or_else(|| PyTypeError::new_err("it is made by way of its subclasses"))
}

/// What Python itself finds: methods, and attributes of the class.
fn generic<'py>(
    slf: &Bound<'py, Model>,
    name: &Bound<'py, PyString>,
) -> PyResult<Bound<'py, PyAny>> {
    static GENERIC: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let py = slf.py();
    let find = GENERIC.get_or_try_init(py, || {
        let object = py.get_type::<PyAny>();
        object.getattr("__getattribute__").map(Bound::unbind)
    })?;
    find.bind(py).call1((slf, name))
}

/// Whether a user's class has something of its own under the name of a field.
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

fn missing(slf: &Bound<'_, Model>, name: &Bound<'_, PyString>) -> PyErr {
    let class = slf.get_type().name().map(|name| name.to_string());
    let class = class.unwrap_or_default();
    PyAttributeError::new_err(format!("'{class}' object has no attribute '{name}'"))
}

fn unchangeable(slf: &Bound<'_, Model>, name: &Bound<'_, PyString>) -> PyErr {
    let class = slf.get_type().name().map(|name| name.to_string());
    let class = class.unwrap_or_default();
    PyAttributeError::new_err(format!(
        "{class}.{name}: what the API sent cannot be changed"
    ))
}

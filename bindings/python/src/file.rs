//! Sources of uploads and targets of downloads in Python: paths, bytes and file objects.

use bytes::Bytes;
use linq_core::upload::{NoReader, Seekable, Source};
use linq_ureq::FileWriter;
use pyo3::{
    exceptions::{PyTypeError, PyValueError},
    prelude::*,
    types::{PyByteArray, PyBytes, PyMemoryView, PyString},
};
use std::{
    io::{self, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
};

/// Source of an upload.
pub(crate) enum PyFile {
    /// A path, or bytes.
    Plain(Source<NoReader>),
    /// A file object.
    Seekable(Source<Seekable<Reader>>),
}

impl PyFile {
    /// Returns the path, if the file was given by path.
    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Self::Plain(Source::Path(path)) => Some(path),
            _ => None,
        }
    }

    /// Returns the path or the bytes.
    ///
    /// # Errors
    ///
    /// `TypeError` if it is a file object.
    pub(crate) fn into_plain(self) -> PyResult<Source<NoReader>> {
        match self {
            Self::Plain(source) => Ok(source),
            Self::Seekable(_) => Err(PyTypeError::new_err("file: must be a path or bytes")),
        }
    }
}

/// Returns the source of a path, bytes, or a file object.
pub(crate) fn source(file: &Bound<'_, PyAny>, filename: Option<&str>) -> PyResult<PyFile> {
    if file.is_instance_of::<PyString>() || file.hasattr("__fspath__")? {
        return Ok(PyFile::Plain(Source::path(file.extract::<PathBuf>()?)));
    }
    if file.is_instance_of::<PyBytes>()
        || file.is_instance_of::<PyByteArray>()
        || file.is_instance_of::<PyMemoryView>()
    {
        let bytes: Vec<u8> = file.py().get_type::<PyBytes>().call1((file,))?.extract()?;
        let name = filename.unwrap_or_default();
        return Ok(PyFile::Plain(Source::bytes(name, Bytes::from(bytes))));
    }
    if !file.hasattr("read")? {
        return Err(PyTypeError::new_err(
            "file: must be a path, bytes, or a file object open in binary mode",
        ));
    }
    reader(file, filename)
}

fn reader(file: &Bound<'_, PyAny>, filename: Option<&str>) -> PyResult<PyFile> {
    let name = filename.map_or_else(|| file_name_of(file), |name| Some(name.to_owned()));
    let name = name.unwrap_or_default();
    let reader = Reader {
        file: file.clone().unbind(),
    };
    if !file.call_method0("seekable")?.is_truthy()? {
        return Err(PyValueError::new_err(
            "file: not seekable; pass its bytes instead",
        ));
    }
    let start: u64 = file.call_method0("tell")?.extract()?;
    let end: u64 = file.call_method1("seek", (0, 2))?.extract()?;
    file.call_method1("seek", (start,))?;
    let size = end.saturating_sub(start);
    Ok(PyFile::Seekable(Source::seekable(name, reader, size)))
}

/// Returns the file name of the path that the file object was opened with.
fn file_name_of(file: &Bound<'_, PyAny>) -> Option<String> {
    let path: PathBuf = file.getattr("name").ok()?.extract().ok()?;
    Some(path.file_name()?.to_string_lossy().into_owned())
}

/// A reader of a Python file object.
pub(crate) struct Reader {
    file: Py<PyAny>,
}

impl Read for Reader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        Python::attach(|py| {
            let chunk = self.file.bind(py).call_method1("read", (buffer.len(),))?;
            let chunk = chunk
                .cast_into::<PyBytes>()
                .map_err(|_| PyTypeError::new_err("file: must be open in binary mode"))?;
            let bytes = chunk.as_bytes();
            let target = buffer.get_mut(..bytes.len());
            let target = target.ok_or_else(|| {
                PyValueError::new_err("file: read() returned more bytes than requested")
            })?;
            target.copy_from_slice(bytes);
            Ok(bytes.len())
        })
        .map_err(io_error)
    }
}

impl Seek for Reader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        Python::attach(|py| {
            let file = self.file.bind(py);
            match to {
                SeekFrom::Start(at) => file.call_method1("seek", (at,)),
                SeekFrom::Current(by) => file.call_method1("seek", (by, 1)),
                SeekFrom::End(by) => file.call_method1("seek", (by, 2)),
            }?
            .extract()
        })
        .map_err(io_error)
    }
}

/// A writer of a Python file object.
pub(crate) struct Writer {
    file: Py<PyAny>,
    /// Position of the first byte, if the file object can seek.
    start: Option<u64>,
}

impl Writer {
    pub(crate) fn new(file: &Bound<'_, PyAny>) -> PyResult<Self> {
        let can_seek = file.hasattr("seekable")? && file.call_method0("seekable")?.is_truthy()?;
        let start = if can_seek {
            Some(file.call_method0("tell")?.extract()?)
        } else {
            None
        };
        Ok(Self {
            file: file.clone().unbind(),
            start,
        })
    }
}

impl FileWriter for Writer {
    fn write_all(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        Python::attach(|py| {
            let file = self.file.bind(py);
            while !bytes.is_empty() {
                let written = file.call_method1("write", (PyBytes::new(py, bytes),))?;
                // A file object of one's own may return `None`.
                let written = match written.extract::<Option<usize>>()? {
                    Some(0) => return Err(PyValueError::new_err("to: write() wrote nothing")),
                    Some(written) => written.min(bytes.len()),
                    None => bytes.len(),
                };
                bytes = &bytes[written..];
            }
            Ok(())
        })
        .map_err(io_error)
    }

    fn empty(&mut self) -> io::Result<bool> {
        let Some(start) = self.start else {
            return Ok(false);
        };
        Python::attach(|py| {
            let file = self.file.bind(py);
            file.call_method1("seek", (start,))?;
            file.call_method0("truncate")?;
            Ok(true)
        })
        .map_err(io_error)
    }
}

/// Wraps an exception of the file object, which is raised to the caller.
fn io_error(error: PyErr) -> io::Error {
    io::Error::other(error)
}

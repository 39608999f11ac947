//! Where the bytes of an upload come from, in Python.

use bytes::Bytes;
use linq_core::upload::{NoReader, Seekable, Source};
use pyo3::{
    exceptions::{PyTypeError, PyValueError},
    prelude::*,
    types::{PyByteArray, PyBytes, PyMemoryView, PyString},
};
use std::{
    io::{self, Read, Seek, SeekFrom},
    path::PathBuf,
};

/// A source of bytes.
pub(crate) enum PyFile {
    /// A path, or bytes.
    Plain(Source<NoReader>),
    /// A file object.
    Seekable(Source<Seekable<Reader>>),
}

impl PyFile {
    pub(crate) fn plain(self) -> PyResult<Source<NoReader>> {
        match self {
            Self::Plain(source) => Ok(source),
            Self::Seekable(_) => Err(PyTypeError::new_err("file: it is a path or bytes")),
        }
    }
}

/// What a path, bytes, or a file object are as a source.
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
            "file: it is a path, bytes, or a file object that is open for reading in binary",
        ));
    }
    reader(file, filename)
}

fn reader(file: &Bound<'_, PyAny>, filename: Option<&str>) -> PyResult<PyFile> {
    let name = filename.map_or_else(|| own_name(file), |name| Some(name.to_owned()));
    let name = name.unwrap_or_default();
    let reader = Reader {
        file: file.clone().unbind(),
    };
    if !file.call_method0("seekable")?.is_truthy()? {
        return Err(PyValueError::new_err(
            "file: it cannot tell how long it is, so read it and give its bytes",
        ));
    }
    let start: u64 = file.call_method0("tell")?.extract()?;
    let end: u64 = file.call_method1("seek", (0, 2))?.extract()?;
    file.call_method1("seek", (start,))?;
    let size = end.saturating_sub(start);
    Ok(PyFile::Seekable(Source::seekable(name, reader, size)))
}

/// The last part of the path that the file was opened by.
fn own_name(file: &Bound<'_, PyAny>) -> Option<String> {
    let path: PathBuf = file.getattr("name").ok()?.extract().ok()?;
    Some(path.file_name()?.to_string_lossy().into_owned())
}

/// A file object.
pub(crate) struct Reader {
    file: Py<PyAny>,
}

impl Read for Reader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        Python::attach(|py| {
            let chunk = self.file.bind(py).call_method1("read", (buffer.len(),))?;
            let chunk = chunk.cast_into::<PyBytes>().map_err(|_| {
                PyTypeError::new_err("file: it is open for reading text, not in binary")
            })?;
            let bytes = chunk.as_bytes();
            let room = buffer.get_mut(..bytes.len());
            let room =
                room.ok_or_else(|| PyValueError::new_err("file: it gave more than asked"))?;
            room.copy_from_slice(bytes);
            Ok(bytes.len())
        })
        .map_err(raised)
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
        .map_err(raised)
    }
}

/// An exception of the file, which the caller gets to see.
fn raised(error: PyErr) -> io::Error {
    io::Error::other(error)
}

//! Text with decorations, whose ranges nobody counts by hand.

use crate::{errors, model::plain};
use linq_core::{
    Handle,
    message::{self, StickerImage},
    model::{TextAnimation, TextStyle, Utf16Range},
};
use linq_json::View;
use pyo3::{
    exceptions::PyValueError,
    prelude::*,
    types::{PyBytes, PyDict, PyTuple},
};

/// The pieces of a text, of which the package's `Text` is made.
#[pyclass(frozen, module = "linq_client._native")]
pub(crate) struct TextPieces {
    text: message::Text,
}

#[pymethods]
impl TextPieces {
    #[new]
    fn new() -> Self {
        Self {
            text: message::Text::new(),
        }
    }

    /// With words in no, one or several styles.
    fn styled(&self, words: &str, styles: Vec<String>) -> Self {
        let styles = styles.iter().map(|style| TextStyle::from(style.as_str()));
        self.with(|text| text.styled(words, styles))
    }

    /// With words that move.
    fn animated(&self, words: &str, animation: &str) -> Self {
        self.with(|text| text.animate(words, TextAnimation::from(animation)))
    }

    /// With the name of a participant, who is notified.
    fn mention(&self, py: Python<'_>, name: &str, participant: &str) -> PyResult<Self> {
        let participant = participant.parse::<Handle>();
        let participant =
            participant.map_err(|error| errors::invalid(py, "participant", &error.to_string()))?;
        Ok(self.with(|text| text.mention(name, participant)))
    }

    /// With a sticker over a stand-in: by attachment, else by URL.
    fn sticker(
        &self,
        stand_in: &str,
        attachment_id: Option<&str>,
        url: Option<&str>,
    ) -> PyResult<Self> {
        let image = match (attachment_id, url) {
            (Some(attachment), None) => StickerImage::attachment(attachment),
            (None, Some(url)) => StickerImage::url(url),
            _ => {
                return Err(PyValueError::new_err(
                    "a sticker has either `attachment_id` or `url`",
                ));
            }
        };
        Ok(self.with(|text| text.sticker(stand_in, image)))
    }

    /// One that was pickled.
    #[staticmethod]
    fn from_json(json: &[u8]) -> PyResult<Self> {
        let text = serde_json::from_slice(json);
        let text = text.map_err(|error| PyValueError::new_err(error.to_string()))?;
        Ok(Self { text })
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let json = serde_json::to_vec(&slf.get().text);
        let json = json.map_err(|error| PyValueError::new_err(error.to_string()))?;
        let restore = slf.get_type().getattr("from_json")?;
        (restore, (PyBytes::new(slf.py(), &json),)).into_pyobject(slf.py())
    }

    /// The words alone.
    #[getter]
    fn value(&self) -> &str {
        &self.text.value
    }

    /// The text part, as a dict.
    fn part<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let json = serde_json::to_vec(&self.text);
        let view = json.ok().and_then(View::read);
        let view = view.ok_or_else(|| PyValueError::new_err("the text cannot be written"))?;
        let part = PyDict::new(py);
        part.set_item("type", "text")?;
        part.update(plain(py, view.value())?.cast::<pyo3::types::PyMapping>()?)?;
        Ok(part.into_any())
    }
}

impl TextPieces {
    fn with(&self, add: impl FnOnce(message::Text) -> message::Text) -> Self {
        Self {
            text: add(self.text.clone()),
        }
    }
}

/// Where the first occurrence of a piece is in a text, in UTF-16 code units: `(start, end)`.
#[pyfunction]
pub(crate) fn utf16_range(text: &str, piece: &str) -> Option<(u32, u32)> {
    let at = text.find(piece)?;
    let start = Utf16Range::whole(&text[..at]).end;
    Some((start, start + Utf16Range::whole(piece).end))
}

//! Text with decorations, whose ranges are computed in UTF-16 code units.

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

/// Builder of a text part, behind the package's `Text`.
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

    /// Returns the text with a piece in the given styles appended.
    fn styled(&self, text: &str, styles: Vec<String>) -> Self {
        let styles = styles.iter().map(|style| TextStyle::from(style.as_str()));
        self.with(|value| value.styled(text, styles))
    }

    /// Returns the text with an animated piece appended.
    fn animated(&self, text: &str, animation: &str) -> Self {
        self.with(|value| value.animate(text, TextAnimation::from(animation)))
    }

    /// Returns the text with a mention of a participant appended.
    fn mention(&self, py: Python<'_>, name: &str, participant: &str) -> PyResult<Self> {
        let participant = participant.parse::<Handle>();
        let participant =
            participant.map_err(|error| errors::invalid(py, "participant", &error.to_string()))?;
        Ok(self.with(|value| value.mention(name, participant)))
    }

    /// Returns the text with a sticker appended, given by attachment or by URL.
    fn sticker(
        &self,
        fallback: &str,
        attachment_id: Option<&str>,
        url: Option<&str>,
    ) -> PyResult<Self> {
        let image = match (attachment_id, url) {
            (Some(attachment), None) => StickerImage::attachment(attachment),
            (None, Some(url)) => StickerImage::url(url),
            _ => {
                return Err(PyValueError::new_err(
                    "sticker: must have exactly one of `attachment_id` and `url`",
                ));
            }
        };
        Ok(self.with(|value| value.sticker(fallback, image)))
    }

    /// Returns texts of at most this number of characters, 10,000 by default.
    fn split(&self, py: Python<'_>, max_characters: Option<i64>) -> PyResult<Vec<Self>> {
        let texts = match max_characters {
            None => self.text.split(),
            Some(max) => self
                .text
                .split_at_most(usize::try_from(max).unwrap_or_default()),
        };
        let texts = texts.map_err(|invalid| errors::from_invalid(py, &invalid))?;
        Ok(texts.into_iter().map(|text| Self { text }).collect())
    }

    /// Restores a pickled text.
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

    /// The plain text, without decorations.
    #[getter]
    fn value(&self) -> &str {
        &self.text.value
    }

    /// Returns the text part, as a dict.
    fn part<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let json = serde_json::to_vec(&self.text);
        let view = json.ok().and_then(View::read);
        let view = view.ok_or_else(|| PyValueError::new_err("the text cannot be serialized"))?;
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

/// Returns the range `(start, end)` of the first occurrence of a piece in a text, in UTF-16 code units; `None` if there is
/// none.
#[pyfunction]
pub(crate) fn utf16_range(text: &str, piece: &str) -> Option<(u32, u32)> {
    let at = text.find(piece)?;
    let start = Utf16Range::whole(&text[..at]).end;
    Some((start, start + Utf16Range::whole(piece).end))
}

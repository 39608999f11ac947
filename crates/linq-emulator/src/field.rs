//! A JSON value with its path, for error messages.

use serde_json::{Map, Value};
use uuid::Uuid;

use crate::error::ApiError;
use crate::state::handle;

static NULL: Value = Value::Null;

#[derive(Clone, Debug)]
pub(crate) struct Field<'a> {
    path: String,
    value: Option<&'a Value>,
    code: u32,
}

impl<'a> Field<'a> {
    /// Returns the whole body. Invalid values in it have code 1005, unless [`Field::with_error_code`] sets another.
    pub(crate) fn root(value: &'a Value) -> Self {
        Self {
            path: String::new(),
            value: Some(value),
            code: 1005,
        }
    }

    /// Sets the error code of invalid values of this field and its descendants.
    pub(crate) fn with_error_code(mut self, code: u32) -> Self {
        self.code = code;
        self
    }

    pub(crate) fn get(&self, key: &str) -> Self {
        let path = if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        };
        Self {
            path,
            value: self.value.and_then(|value| value.get(key)),
            code: self.code,
        }
    }

    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Returns whether the field is absent or null.
    pub(crate) fn is_none(&self) -> bool {
        self.value.is_none_or(Value::is_null)
    }

    /// Returns whether the field is present, even if null.
    pub(crate) fn is_present(&self) -> bool {
        self.value.is_some()
    }

    pub(crate) fn required(self) -> Result<Self, ApiError> {
        if self.is_none() {
            Err(ApiError::missing_field(&self.path))
        } else {
            Ok(self)
        }
    }

    pub(crate) fn optional(self) -> Option<Self> {
        (!self.is_none()).then_some(self)
    }

    pub(crate) fn invalid(&self, reason: &str) -> ApiError {
        ApiError::new(400, self.code, format!("{} {reason}", self.path))
    }

    pub(crate) fn value(&self) -> &'a Value {
        self.value.unwrap_or(&NULL)
    }

    pub(crate) fn string(&self) -> Result<&'a str, ApiError> {
        self.value()
            .as_str()
            .ok_or_else(|| self.invalid("must be a string"))
    }

    pub(crate) fn boolean(&self) -> Result<bool, ApiError> {
        self.value()
            .as_bool()
            .ok_or_else(|| self.invalid("must be true or false"))
    }

    pub(crate) fn index(&self) -> Result<usize, ApiError> {
        self.value()
            .as_u64()
            .and_then(|number| usize::try_from(number).ok())
            .ok_or_else(|| self.invalid("must be an integer that is not negative"))
    }

    /// Returns a finite number.
    pub(crate) fn number(&self) -> Result<f64, ApiError> {
        self.value()
            .as_f64()
            .ok_or_else(|| self.invalid("must be a number"))
    }

    pub(crate) fn object(&self) -> Result<&'a Map<String, Value>, ApiError> {
        self.value()
            .as_object()
            .ok_or_else(|| self.invalid("must be an object"))
    }

    pub(crate) fn items(&self) -> Result<Vec<Self>, ApiError> {
        let items = self
            .value()
            .as_array()
            .ok_or_else(|| self.invalid("must be an array"))?;
        Ok(items
            .iter()
            .enumerate()
            .map(|(index, item)| Self {
                path: format!("{}[{index}]", self.path),
                value: Some(item),
                code: self.code,
            })
            .collect())
    }

    pub(crate) fn uuid(&self) -> Result<Uuid, ApiError> {
        self.string()?
            .parse()
            .map_err(|_| self.invalid("must be a UUID"))
    }

    pub(crate) fn phone_number(&self) -> Result<&'a str, ApiError> {
        let text = self.string()?;
        if handle::is_phone_number(text) {
            Ok(text)
        } else {
            Err(ApiError::not_e164(&self.path))
        }
    }

    pub(crate) fn handle(&self) -> Result<&'a str, ApiError> {
        let text = self.string()?;
        if handle::is_handle(text) {
            Ok(text)
        } else {
            Err(ApiError::not_a_handle(&self.path))
        }
    }

    /// Returns an absolute https URL of at most `max_len` characters.
    pub(crate) fn https_url(&self, max_len: usize) -> Result<&'a str, ApiError> {
        let text = self.string()?;
        if text.chars().count() > max_len {
            return Err(self.invalid(&format!("must have at most {max_len} characters")));
        }
        match url::Url::parse(text) {
            Ok(url) if url.scheme() == "https" && url.has_host() => Ok(text),
            _ => Err(self.invalid("must be an https URL")),
        }
    }
}

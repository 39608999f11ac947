use crate::error::Invalid;
use http::{HeaderMap, HeaderName, HeaderValue};

/// The headers that have a value, each given by its name on the wire, its field and its value.
pub(crate) fn header_map(
    headers: &[(&'static str, &'static str, Option<&str>)],
) -> Result<HeaderMap, Invalid> {
    let mut map = HeaderMap::new();
    for (name, field, value) in headers {
        let Some(value) = value else { continue };
        let name = HeaderName::try_from(*name)
            .map_err(|_| Invalid::new(*field, "its header's name is none"))?;
        map.insert(name, ascii(value, field)?);
    }
    Ok(map)
}

/// What is not ASCII would be read differently by different servers.
fn ascii(value: &str, field: &str) -> Result<HeaderValue, Invalid> {
    match HeaderValue::from_str(value) {
        Ok(header) if value.is_ascii() => Ok(header),
        _ => Err(Invalid::new(
            field,
            "it goes into a header, which takes visible ASCII only",
        )),
    }
}

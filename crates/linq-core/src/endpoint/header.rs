use crate::{
    header::{header_name, header_value},
    invalid_argument::InvalidArgument,
};
use http::HeaderMap;

/// Returns the headers that have a value; each argument is the name on the wire, the field and the value.
pub(crate) fn header_map(
    headers: &[(&'static str, &'static str, Option<&str>)],
) -> Result<HeaderMap, InvalidArgument> {
    let mut map = HeaderMap::new();
    for (name, field, value) in headers {
        let Some(value) = value else { continue };
        map.insert(header_name(field, name)?, header_value(field, value)?);
    }
    Ok(map)
}

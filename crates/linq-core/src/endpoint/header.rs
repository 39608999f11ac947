use crate::{
    header::{header_name, header_value},
    invalid_argument::InvalidArgument,
};
use http::HeaderMap;

/// The headers that have a value, each given by its name on the wire, its field and its value.
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

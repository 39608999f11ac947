//! The list of parts: valid combinations, and the parts that are not text.

use uuid::Uuid;

use super::{SendContext, app, text};
use crate::error::ApiError;
use crate::field::Field;
use crate::state::State;
use crate::state::attachment::{Attachment, FileStatus};
use crate::state::message::Part;

const MAX_PARTS: usize = 100;
const MAX_MEDIA_BY_URL: usize = 40;
const MAX_URL_LEN: usize = 2048;

pub(super) fn parse(
    list: &Field<'_>,
    context: SendContext,
    state: &mut State,
) -> Result<Vec<Part>, ApiError> {
    let items = list.items()?;
    if items.is_empty() || items.len() > MAX_PARTS {
        return Err(list.invalid(&format!("must have 1 to {MAX_PARTS} parts")));
    }
    check_composition(&items)?;
    let by_url = items
        .iter()
        .filter(|item| is(item, "media") && !item.get("url").is_none())
        .count();
    if by_url > MAX_MEDIA_BY_URL {
        return Err(list.invalid(&format!(
            "must have at most {MAX_MEDIA_BY_URL} media parts by url"
        )));
    }
    items
        .iter()
        .map(|item| part(item, context, state))
        .collect()
}

fn is(item: &Field<'_>, kind: &str) -> bool {
    item.value()["type"] == *kind
}

fn check_composition(items: &[Field<'_>]) -> Result<(), ApiError> {
    for (index, item) in items.iter().enumerate() {
        if items.len() > 1
            && ["link", "imessage_app", "app_clip"]
                .iter()
                .any(|kind| is(item, kind))
        {
            return Err(item.invalid("must be the only part of its message"));
        }
        if index > 0 && is(item, "text") && is(&items[index - 1], "text") {
            return Err(item.invalid("must not be a text part that follows a text part"));
        }
    }
    Ok(())
}

fn part(item: &Field<'_>, context: SendContext, state: &mut State) -> Result<Part, ApiError> {
    item.object()?;
    let kind = item.get("type").required()?;
    match kind.string()? {
        "text" => text::parse(item, context, state).map(Part::Text),
        "media" => media(item, state),
        "link" => link(item, context),
        "imessage_app" => app::card(item),
        "app_clip" => app_clip(item),
        _ => Err(kind.invalid("must be text, media, link, imessage_app or app_clip")),
    }
}

fn link(item: &Field<'_>, context: SendContext) -> Result<Part, ApiError> {
    let value = item.get("value").required()?;
    let text = value.string()?;
    if context.forbids_links {
        return Err(ApiError::invalid_parameter(format!(
            "{} must not be a link in the first message of a chat",
            item.path()
        )));
    }
    if text.is_empty() || text.chars().count() > MAX_URL_LEN {
        return Err(value.invalid(&format!("must have 1 to {MAX_URL_LEN} characters")));
    }
    match url::Url::parse(text) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => Ok(Part::Link {
            value: text.to_owned(),
        }),
        _ => Err(value.invalid("must be an http or https URL")),
    }
}

fn app_clip(item: &Field<'_>) -> Result<Part, ApiError> {
    let value = item.get("value").required()?.https_url(MAX_URL_LEN)?;
    let caption = item
        .get("caption")
        .optional()
        .map(|caption| caption.string().map(str::to_owned))
        .transpose()?;
    Ok(Part::AppClip {
        value: value.to_owned(),
        title: None,
        description: caption,
        image_url: None,
    })
}

fn media(item: &Field<'_>, state: &mut State) -> Result<Part, ApiError> {
    if let Some(sticker) = item.get("sticker").optional() {
        sticker.boolean()?;
    }
    match source(item, state)? {
        Source::Url(url) => {
            let filename = file_name(&url);
            Ok(Part::Media {
                id: state.ids.uuid(),
                mime_type: mime_of(&filename),
                filename,
                // The file is not fetched, so its size is not known.
                size_bytes: 0,
                url: url.into(),
            })
        }
        Source::Attachment(id, file) => Ok(Part::Media {
            id,
            url: state.download_url(id, &file.filename),
            filename: file.filename,
            mime_type: file.content_type,
            size_bytes: file.size_bytes,
        }),
    }
}

/// Returns the last segment of a URL's path, or a default name.
pub(crate) fn file_name(url: &url::Url) -> String {
    let last = url.path_segments().and_then(Iterator::last);
    last.filter(|name| !name.is_empty())
        .unwrap_or("file")
        .to_owned()
}

pub(crate) fn mime_of(filename: &str) -> String {
    mime_guess::from_path(filename)
        .first_or_octet_stream()
        .to_string()
}

#[derive(Debug)]
pub(crate) enum Source {
    Url(url::Url),
    Attachment(Uuid, Attachment),
}

/// Returns the source of a file: exactly one of `url` and `attachment_id`, which must be a complete attachment.
pub(super) fn source(item: &Field<'_>, state: &State) -> Result<Source, ApiError> {
    match (
        item.get("url").optional(),
        item.get("attachment_id").optional(),
    ) {
        (Some(field), None) => url_source(&field, state),
        (None, Some(field)) => attachment_source(&field, state),
        _ => Err(item.invalid("must have exactly one of url and attachment_id")),
    }
}

/// Returns a file by its URL, which may be a download URL of the emulator.
pub(crate) fn url_source(field: &Field<'_>, state: &State) -> Result<Source, ApiError> {
    if let Some(id) = state.store.attachment_at(field.string()?) {
        return ready(id, field, state);
    }
    let url = field.https_url(MAX_URL_LEN)?;
    url::Url::parse(url)
        .map(Source::Url)
        .map_err(|_| field.invalid("must be an https URL"))
}

/// Returns a file by its attachment id.
pub(crate) fn attachment_source(field: &Field<'_>, state: &State) -> Result<Source, ApiError> {
    ready(field.uuid()?, field, state)
}

fn ready(id: Uuid, field: &Field<'_>, state: &State) -> Result<Source, ApiError> {
    let file = state
        .attachments
        .get(&id)
        .ok_or_else(|| ApiError::attachment_not_found(field.path()))?;
    if file.status == FileStatus::Complete {
        Ok(Source::Attachment(id, file.clone()))
    } else {
        Err(ApiError::attachment_not_ready(field.path()))
    }
}

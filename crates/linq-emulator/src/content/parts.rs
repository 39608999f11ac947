//! The list of parts: what may stand beside what, and the parts that are not text.

use uuid::Uuid;

use super::{Situation, app, text};
use crate::error::ApiError;
use crate::field::Field;
use crate::world::World;
use crate::world::attachment::{Attachment, FileStatus};
use crate::world::message::Part;

const MOST_PARTS: usize = 100;
const MOST_MEDIA_BY_URL: usize = 40;
const LONGEST_URL: usize = 2048;

pub(super) fn parse(
    list: &Field<'_>,
    situation: Situation,
    world: &mut World,
) -> Result<Vec<Part>, ApiError> {
    let items = list.items()?;
    if items.is_empty() || items.len() > MOST_PARTS {
        return Err(list.invalid(&format!("must have 1 to {MOST_PARTS} parts")));
    }
    check_neighbours(&items)?;
    let by_url = items
        .iter()
        .filter(|item| is(item, "media") && !item.get("url").is_none())
        .count();
    if by_url > MOST_MEDIA_BY_URL {
        return Err(list.invalid(&format!(
            "must have at most {MOST_MEDIA_BY_URL} media parts by url"
        )));
    }
    items
        .iter()
        .map(|item| part(item, situation, world))
        .collect()
}

fn is(item: &Field<'_>, kind: &str) -> bool {
    item.value()["type"] == *kind
}

fn check_neighbours(items: &[Field<'_>]) -> Result<(), ApiError> {
    for (index, item) in items.iter().enumerate() {
        if items.len() > 1
            && ["link", "imessage_app", "app_clip"]
                .iter()
                .any(|kind| is(item, kind))
        {
            return Err(item.invalid("must be the only part of its message"));
        }
        if index > 0 && is(item, "text") && is(&items[index - 1], "text") {
            return Err(item.invalid("must not be a text part right after another one"));
        }
    }
    Ok(())
}

fn part(item: &Field<'_>, situation: Situation, world: &mut World) -> Result<Part, ApiError> {
    item.object()?;
    let kind = item.get("type").required()?;
    match kind.string()? {
        "text" => text::parse(item, situation, world).map(Part::Text),
        "media" => media(item, world),
        "link" => link(item, situation),
        "imessage_app" => app::card(item),
        "app_clip" => app_clip(item),
        _ => Err(kind.invalid("must be text, media, link, imessage_app or app_clip")),
    }
}

fn link(item: &Field<'_>, situation: Situation) -> Result<Part, ApiError> {
    let value = item.get("value").required()?;
    let text = value.string()?;
    if situation.forbids_links {
        return Err(ApiError::invalid_parameter(format!(
            "{} must not be a link in the first message of a chat",
            item.path()
        )));
    }
    if text.is_empty() || text.chars().count() > LONGEST_URL {
        return Err(value.invalid(&format!("must have 1 to {LONGEST_URL} characters")));
    }
    match reqwest::Url::parse(text) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => Ok(Part::Link {
            value: text.to_owned(),
        }),
        _ => Err(value.invalid("must be an http or https URL")),
    }
}

fn app_clip(item: &Field<'_>) -> Result<Part, ApiError> {
    let value = item.get("value").required()?.https_url(LONGEST_URL)?;
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

fn media(item: &Field<'_>, world: &mut World) -> Result<Part, ApiError> {
    if let Some(sticker) = item.get("sticker").optional() {
        sticker.boolean()?;
    }
    match source(item, world)? {
        Source::Url(url) => {
            let filename = file_name(&url);
            Ok(Part::Media {
                id: world.ids.uuid(),
                mime_type: mime_of(&filename),
                filename,
                // The file is never fetched, so that nobody knows.
                size_bytes: 0,
                url: url.into(),
            })
        }
        Source::Attachment(id, file) => Ok(Part::Media {
            id,
            url: world.download_url(id, &file.filename),
            filename: file.filename,
            mime_type: file.content_type,
            size_bytes: file.size_bytes,
        }),
    }
}

/// The last segment of a URL's path, or a name for want of one.
pub(crate) fn file_name(url: &reqwest::Url) -> String {
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
    Url(reqwest::Url),
    Attachment(Uuid, Attachment),
}

/// Where a file comes from: exactly one of `url` and `attachment_id`, the latter known and there.
pub(super) fn source(item: &Field<'_>, world: &World) -> Result<Source, ApiError> {
    match (
        item.get("url").optional(),
        item.get("attachment_id").optional(),
    ) {
        (Some(field), None) => url_source(&field, world),
        (None, Some(field)) => attachment_source(&field, world),
        _ => Err(item.invalid("must have exactly one of url and attachment_id")),
    }
}

/// A file by its URL, which may be one of our own download URLs.
pub(crate) fn url_source(field: &Field<'_>, world: &World) -> Result<Source, ApiError> {
    if let Some(id) = world.store.attachment_at(field.string()?) {
        return ready(id, field, world);
    }
    let url = field.https_url(LONGEST_URL)?;
    reqwest::Url::parse(url)
        .map(Source::Url)
        .map_err(|_| field.invalid("must be an https URL"))
}

/// A file by its id.
pub(crate) fn attachment_source(field: &Field<'_>, world: &World) -> Result<Source, ApiError> {
    ready(field.uuid()?, field, world)
}

fn ready(id: Uuid, field: &Field<'_>, world: &World) -> Result<Source, ApiError> {
    let file = world
        .attachments
        .get(&id)
        .ok_or_else(|| ApiError::attachment_not_found(field.path()))?;
    if file.status == FileStatus::Complete {
        Ok(Source::Attachment(id, file.clone()))
    } else {
        Err(ApiError::attachment_not_ready(field.path()))
    }
}

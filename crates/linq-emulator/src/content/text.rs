//! Text parts: decorations, inline stickers, mentions; all ranges in UTF-16 code units.

use std::collections::HashSet;
use std::ops::Range;

use serde_json::{Value, json};

use super::SendContext;
use super::parts::{Source, file_name, mime_of, source};
use crate::error::ApiError;
use crate::field::Field;
use crate::state::State;
use crate::state::message::TextPart;

pub(crate) const MAX_TEXT_LEN: usize = 10_000;
const MAX_STICKERS: usize = 100;
const MAX_IMAGES: usize = 10;
const STYLES: [&str; 4] = ["bold", "italic", "strikethrough", "underline"];
const ANIMATIONS: [&str; 8] = [
    "big", "small", "shake", "nod", "explode", "ripple", "bloom", "jitter",
];

pub(super) fn parse(
    part: &Field<'_>,
    context: SendContext,
    state: &mut State,
) -> Result<TextPart, ApiError> {
    let value = part.get("value").required()?;
    let text = value.string()?;
    if text.is_empty() || text.chars().count() > MAX_TEXT_LEN {
        return Err(value.invalid(&format!("must have 1 to {MAX_TEXT_LEN} characters")));
    }
    if context.forbids_links && has_url(text) {
        return Err(ApiError::invalid_parameter(format!(
            "{} must not contain a URL in the first message of a chat",
            value.path()
        )));
    }
    let decorations = decorations(&part.get("text_decorations"), text)?;
    let stickers = stickers(&part.get("inline_stickers"), text, &decorations, state)?;
    let mention = mention(part, text, context, state)?;
    if let (Some(_), Some(_)) = (&mention, &stickers) {
        return Err(part
            .get("inline_stickers")
            .invalid("cannot be combined with mention"));
    }
    let (mention, mention_range, mentions) = match mention {
        Some(Mention {
            handle,
            given,
            shown,
        }) => (Some(handle), given, Some(vec![shown])),
        None => (None, None, None),
    };
    Ok(TextPart {
        value: text.to_owned(),
        text_decorations: (!decorations.is_empty()).then(|| {
            decorations
                .into_iter()
                .map(|decoration| decoration.value)
                .collect()
        }),
        inline_stickers: stickers,
        mention,
        mention_range,
        mentions,
    })
}

/// Returns whether a text contains a URL with a scheme, or one that begins with `www.`.
fn has_url(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let is_followed = |start: &str| {
        text.match_indices(start)
            .any(|(at, _)| text[at + start.len()..].starts_with(char::is_alphanumeric))
    };
    is_followed("http://")
        || is_followed("https://")
        || text
            .split(|c: char| !c.is_alphanumeric() && c != '.' && c != '-')
            .any(|word| {
                word.strip_prefix("www.")
                    .is_some_and(|rest| rest.trim_matches('.').contains('.'))
            })
}

struct Decoration {
    range: Range<usize>,
    is_animation: bool,
    value: Value,
}

fn decorations(list: &Field<'_>, text: &str) -> Result<Vec<Decoration>, ApiError> {
    if list.is_none() {
        return Ok(Vec::new());
    }
    let items = list.items()?;
    let mut seen: Vec<Decoration> = Vec::with_capacity(items.len());
    for item in &items {
        let decoration = decoration(item, text)?;
        let clashes = |other: &Decoration| {
            (decoration.is_animation || other.is_animation)
                && overlap(&decoration.range, &other.range)
        };
        if seen.iter().any(clashes) {
            return Err(item
                .get("range")
                .invalid("must not overlap another decoration, if one of them is an animation"));
        }
        seen.push(decoration);
    }
    Ok(seen)
}

fn decoration(item: &Field<'_>, text: &str) -> Result<Decoration, ApiError> {
    item.object()?;
    let range = range(&item.get("range").required()?, text)?;
    let (field, known) = match (
        item.get("style").optional(),
        item.get("animation").optional(),
    ) {
        (Some(style), None) => (style, STYLES.as_slice()),
        (None, Some(animation)) => (animation, ANIMATIONS.as_slice()),
        _ => return Err(item.invalid("must have exactly one of style and animation")),
    };
    let name = field.string()?;
    if !known.contains(&name) {
        return Err(field.invalid(&format!("must be one of {}", known.join(", "))));
    }
    let is_animation = known.len() == ANIMATIONS.len();
    let key = if is_animation { "animation" } else { "style" };
    let value = json!({ "range": [range.start, range.end], key: name });
    Ok(Decoration {
        range,
        is_animation,
        value,
    })
}

fn stickers(
    list: &Field<'_>,
    text: &str,
    decorations: &[Decoration],
    state: &mut State,
) -> Result<Option<Vec<Value>>, ApiError> {
    if list.is_none() {
        return Ok(None);
    }
    let items = list.items()?;
    if items.len() > MAX_STICKERS {
        return Err(list.invalid(&format!("must have at most {MAX_STICKERS} stickers")));
    }
    let mut taken: Vec<Range<usize>> = decorations
        .iter()
        .map(|decoration| decoration.range.clone())
        .collect();
    let mut images = HashSet::new();
    let mut stickers = Vec::with_capacity(items.len());
    for item in &items {
        item.object()?;
        let field = item.get("range").required()?;
        let range = range(&field, text)?;
        if taken.iter().any(|other| overlap(other, &range)) {
            return Err(field.invalid("must not overlap another sticker or a decoration"));
        }
        let (image, shown) = sticker_image(item, state)?;
        images.insert(image);
        if images.len() > MAX_IMAGES {
            return Err(list.invalid(&format!("must have at most {MAX_IMAGES} different images")));
        }
        let mut sticker = shown;
        sticker["range"] = json!([range.start, range.end]);
        stickers.push(sticker);
        taken.push(range);
    }
    Ok((!stickers.is_empty()).then_some(stickers))
}

/// Returns the identity of an image, and the image as in responses.
fn sticker_image(item: &Field<'_>, state: &mut State) -> Result<(String, Value), ApiError> {
    let source = source(item, state)?;
    let id = state.ids.uuid();
    Ok(match source {
        Source::Url(url) => {
            let name = file_name(&url);
            let shown = json!({ "id": id, "mime_type": mime_of(&name), "file_name": name, "url": url.as_str() });
            (url.into(), shown)
        }
        Source::Attachment(attachment, file) => {
            let shown = json!({
                "id": id,
                "file_name": file.filename,
                "mime_type": file.content_type,
                "url": state.download_url(attachment, &file.filename),
            });
            (attachment.to_string(), shown)
        }
    })
}

struct Mention {
    handle: String,
    given: Option<[usize; 2]>,
    shown: Value,
}

fn mention(
    part: &Field<'_>,
    text: &str,
    context: SendContext,
    state: &State,
) -> Result<Option<Mention>, ApiError> {
    let range_field = part.get("mention_range");
    let Some(field) = part.get("mention").optional() else {
        return if range_field.is_none() {
            Ok(None)
        } else {
            Err(range_field.invalid("needs mention"))
        };
    };
    let handle = field.handle()?;
    if !context.is_group {
        return Err(ApiError::mention_outside_group(field.path()));
    }
    let given = range_field
        .optional()
        .map(|field| range(&field, text))
        .transpose()?;
    let shown = given.clone().unwrap_or(0..text.encode_utf16().count());
    Ok(Some(Mention {
        handle: handle.to_owned(),
        given: given.map(|range| [range.start, range.end]),
        shown: json!({ "handle": handle, "is_me": state.owns(handle), "range": [shown.start, shown.end] }),
    }))
}

/// Returns a range `[start, end)` within `text`, which must not be empty or split a character.
fn range(field: &Field<'_>, text: &str) -> Result<Range<usize>, ApiError> {
    let items = field.items()?;
    let [start, end] = items.as_slice() else {
        return Err(field.invalid("must be [start, end]"));
    };
    let (start, end) = (start.index()?, end.index()?);
    if start >= end {
        return Err(field.invalid("must end after it starts"));
    }
    let length = text.encode_utf16().count();
    if end > length {
        return Err(field.invalid(&format!(
            "must end within the text, which has {length} UTF-16 code units"
        )));
    }
    if !is_boundary(text, start) || !is_boundary(text, end) {
        return Err(field.invalid("must not split a character"));
    }
    Ok(start..end)
}

fn is_boundary(text: &str, units: usize) -> bool {
    let mut at = 0;
    for character in text.chars() {
        if at >= units {
            break;
        }
        at += character.len_utf16();
    }
    at == units
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_have_a_scheme_or_www() {
        for text in [
            "see https://example.com now",
            "(http://a.b/c)",
            "www.example.com",
            "HTTPS://EXAMPLE.COM",
        ] {
            assert!(has_url(text), "{text}");
        }
        for text in [
            "hello",
            "3.14",
            "e.g. this",
            "user@example.com",
            "one.Two",
            "http://",
            "www. what",
        ] {
            assert!(!has_url(text), "{text}");
        }
    }

    #[test]
    fn boundary_is_not_inside_a_surrogate_pair() {
        assert!(is_boundary("a🎂b", 1));
        assert!(!is_boundary("a🎂b", 2));
        assert!(is_boundary("a🎂b", 3));
        assert!(is_boundary("a🎂b", 4));
        assert!(!is_boundary("a🎂b", 5));
    }
}

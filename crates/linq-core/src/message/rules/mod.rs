//! Validation of messages before sending: rejects only content that the server is known to reject.

mod text;
mod url;

#[cfg(test)]
mod tests;

pub(super) use text::check_ranges;

use super::{
    AppCard, ExperienceInvocation, Link, Media, MessageContent, OutgoingPart, ReplyTarget, Text,
};
use crate::{
    handle::Handle,
    id::AttachmentId,
    invalid_argument::{InvalidArgument, PrependPath},
};

/// The limits of a message. A call that exceeds one is rejected before anything is sent.
impl MessageContent {
    /// Maximum number of parts.
    pub const MAX_PARTS: usize = 100;
    /// Maximum number of media parts by URL. Files stored by Linq do not count.
    pub const MAX_MEDIA_BY_URL: usize = 40;
    /// Maximum number of recipients of a message to a new chat.
    pub const MAX_RECIPIENTS: usize = 31;
}

impl Link {
    /// Maximum length of the URL in characters (Unicode scalar values).
    pub const MAX_CHARACTERS: usize = 2_048;
}

impl MessageContent {
    /// Validates the rules for every message.
    ///
    /// Every call that sends the message does this itself. The server rejects most violations with code 1004,
    /// see <https://docs.linqapp.com/error/codes/1xxx/1004/>.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] with the path of the first invalid value, such as `parts[2].text_decorations[0].range`.
    pub fn check(&self) -> Result<(), InvalidArgument> {
        match (self.parts.is_empty(), &self.experience) {
            (true, None) => {
                return invalid("parts", "must not be empty unless there is an `experience`");
            }
            (false, Some(_)) => {
                return invalid("parts", "not allowed together with an `experience`");
            }
            (true, Some(experience)) => check_experience(experience).within("experience")?,
            (false, None) => {}
        }
        for (index, part) in self.parts.iter().enumerate() {
            check_part(part).within_item(index).within("parts")?;
        }
        self.check_composition()?;
        self.reply_to
            .as_ref()
            .map_or(Ok(()), check_reply_target)
            .within("reply_to")
    }

    /// Validates the rules for every message, and those for the first message of a chat: it must not contain a
    /// link or a URL (code 1005, see <https://docs.linqapp.com/error/codes/1xxx/1005/>).
    ///
    /// Replies and effects are not allowed either, but are left to the server, as only it knows whether the chat
    /// is new.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] with the path of the first invalid value.
    pub fn check_first_message(&self) -> Result<(), InvalidArgument> {
        self.check()?;
        for (index, part) in self.parts.iter().enumerate() {
            check_part_of_first_message(part)
                .within_item(index)
                .within("parts")?;
        }
        Ok(())
    }

    /// Checks the number and the combination of parts.
    fn check_composition(&self) -> Result<(), InvalidArgument> {
        let parts = &self.parts;
        if parts.len() > Self::MAX_PARTS {
            return invalid(
                "parts",
                format!(
                    "too many: {} parts, at most {}",
                    parts.len(),
                    Self::MAX_PARTS
                ),
            );
        }
        let lone = parts.iter().position(must_be_only_part);
        if let (Some(index), 2..) = (lone, parts.len()) {
            let reason = format!(
                "`{}` must be the only part of its message",
                parts[index].type_name()
            );
            return invalid(format!("parts[{index}]"), reason);
        }
        let is_text = |part: &OutgoingPart| matches!(part, OutgoingPart::Text(_));
        if let Some(index) = parts.windows(2).position(|pair| pair.iter().all(is_text)) {
            return invalid(
                format!("parts[{}]", index + 1),
                "text part after another text part: join them into one",
            );
        }
        let public_urls = parts.iter().filter(|part| is_from_public_url(part)).count();
        if public_urls > Self::MAX_MEDIA_BY_URL {
            let advice = "upload them first and send their `attachment_id`";
            return invalid(
                "parts",
                format!(
                    "too many: {public_urls} media parts by URL, at most {}; {advice}",
                    Self::MAX_MEDIA_BY_URL
                ),
            );
        }
        Ok(())
    }
}

fn check_part(part: &OutgoingPart) -> Result<(), InvalidArgument> {
    match part {
        OutgoingPart::Text(text) => text::check(text),
        OutgoingPart::Media(media) => check_media(media),
        OutgoingPart::Link(link) => check_link(link),
        OutgoingPart::AppCard(card) => check_app_card(card),
        OutgoingPart::AppClip(clip) => check_present("value", &clip.value),
        OutgoingPart::Unknown(_) => Ok(()),
    }
}

/// Returns whether a part must be the only one of its message.
fn must_be_only_part(part: &OutgoingPart) -> bool {
    matches!(
        part,
        OutgoingPart::Link(_) | OutgoingPart::AppCard(_) | OutgoingPart::AppClip(_)
    )
}

fn check_part_of_first_message(part: &OutgoingPart) -> Result<(), InvalidArgument> {
    let advice = "send it in the next message";
    match part {
        OutgoingPart::Link(_) => invalid(
            "",
            format!("a link is not allowed in the first message of a chat; {advice}"),
        ),
        OutgoingPart::Text(text) => url::find(&text.value).map_or(Ok(()), |at| {
            invalid(
                "value",
                format!(
                    "a URL (at byte {at}) is not allowed in the first message of a chat; {advice}"
                ),
            )
        }),
        OutgoingPart::Media(_)
        | OutgoingPart::AppCard(_)
        | OutgoingPart::AppClip(_)
        | OutgoingPart::Unknown(_) => Ok(()),
    }
}

fn check_media(media: &Media) -> Result<(), InvalidArgument> {
    check_source(media.url.as_deref(), media.attachment_id.as_ref())?;
    media
        .url
        .as_ref()
        .map_or(Ok(()), |url| check_https(url, "url"))
}

/// Checks a URL that the server downloads from.
pub(crate) fn check_https(url: &str, path: &str) -> Result<(), InvalidArgument> {
    if url::has_scheme(url, &["https"]) {
        Ok(())
    } else {
        invalid(path, "must be an https:// URL")
    }
}

fn check_link(link: &Link) -> Result<(), InvalidArgument> {
    check_length("value", &link.value, Link::MAX_CHARACTERS)?;
    if url::has_scheme(&link.value, &["https", "http"]) {
        Ok(())
    } else {
        invalid("value", "must be an https:// or http:// URL")
    }
}

fn check_app_card(card: &AppCard) -> Result<(), InvalidArgument> {
    check_present("app.bundle_id", &card.app.bundle_id)?;
    check_present("app.name", &card.app.name)?;
    check_present("app.team_id", &card.app.team_id)
}

fn check_experience(experience: &ExperienceInvocation) -> Result<(), InvalidArgument> {
    check_present("name", &experience.name)?;
    check_present("action", &experience.action)
}

/// Checks the recipients of a chat.
pub(crate) fn check_recipients(to: &[Handle]) -> Result<(), InvalidArgument> {
    match to.len() {
        0 => invalid("to", "must contain at least one recipient"),
        1..=MessageContent::MAX_RECIPIENTS => Ok(()),
        more => invalid(
            "to",
            format!(
                "too many: {more} recipients, at most {}",
                MessageContent::MAX_RECIPIENTS
            ),
        ),
    }
}

fn check_reply_target(target: &ReplyTarget) -> Result<(), InvalidArgument> {
    check_present("message_id", target.message_id.as_str())
}

/// Checks that exactly one of `url` and `attachment_id` is given.
fn check_source(
    url: Option<&str>,
    attachment: Option<&AttachmentId>,
) -> Result<(), InvalidArgument> {
    match (url, attachment) {
        (Some(_), None) => Ok(()),
        (None, Some(id)) => check_present("attachment_id", id.as_str()),
        (Some(_), Some(_)) => invalid("", "`url` and `attachment_id` are mutually exclusive"),
        (None, None) => invalid("", "either `url` or `attachment_id` is required"),
    }
}

pub(crate) fn check_present(path: &str, text: &str) -> Result<(), InvalidArgument> {
    if text.is_empty() {
        invalid(path, "must not be empty")
    } else {
        Ok(())
    }
}

/// Checks the length of a message text.
pub(crate) fn check_text(path: &str, text: &str) -> Result<(), InvalidArgument> {
    check_length(path, text, Text::MAX_CHARACTERS)
}

fn check_length(path: &str, text: &str, limit: usize) -> Result<(), InvalidArgument> {
    check_present(path, text)?;
    match text.chars().count() {
        characters if characters > limit => invalid(
            path,
            format!("too long: {characters} characters, at most {limit}"),
        ),
        _ => Ok(()),
    }
}

/// Returns whether a part counts towards the limit of public URLs. Files stored by Linq do not, nor do signed
/// URLs, whose signature is in the query.
fn is_from_public_url(part: &OutgoingPart) -> bool {
    let OutgoingPart::Media(Media { url: Some(url), .. }) = part else {
        return false;
    };
    !url.contains('?') && !url::is_hosted_by(url, "linqapp.com")
}

fn invalid(
    path: impl Into<String>,
    reason: impl Into<crate::invalid_argument::Reason>,
) -> Result<(), InvalidArgument> {
    Err(InvalidArgument::new(path, reason))
}

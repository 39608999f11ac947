//! What the server is known to refuse, found before sending. Where it might accept, it decides.

mod text;
mod url;

#[cfg(test)]
mod tests;

use super::{
    AppCard, ExperienceInvocation, Link, Media, MessageContent, OutgoingPart, ReplyTarget,
};
use crate::{
    handle::Handle,
    id::AttachmentId,
    invalid_argument::{InvalidArgument, Within},
};

const MAX_PARTS: usize = 100;
const MAX_PUBLIC_URLS: usize = 40;
const MAX_LINK_CHARACTERS: usize = 2_048;

const MAX_TEXT_CHARACTERS: usize = 10_000;
const MAX_RECIPIENTS: usize = 31;

impl MessageContent {
    /// Checks the rules that hold for every message: [`InvalidArgument`] names the first part that breaks one
    /// by its path, such as `parts[2].text_decorations[0].range`.
    ///
    /// Every call that sends the message does this by itself. The server's own word for most of it is
    /// code 1004, see <https://docs.linqapp.com/error/codes/1xxx/1004/>.
    pub fn check(&self) -> Result<(), InvalidArgument> {
        match (self.parts.is_empty(), &self.experience) {
            (true, None) => {
                return refuse(
                    "parts",
                    "it is missing or empty: a message has at least one part, or an `experience`",
                );
            }
            (false, Some(_)) => {
                return refuse("parts", "a message has parts or an `experience`, not both");
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

    /// Checks the rules for every message, and those for the one that a chat is created with: it holds
    /// no link and no URL (code 1005, see <https://docs.linqapp.com/error/codes/1xxx/1005/>).
    ///
    /// That a new chat takes no reply and no effect either is left to the server: whether the chat is
    /// new, only it knows.
    pub fn check_first(&self) -> Result<(), InvalidArgument> {
        self.check()?;
        for (index, part) in self.parts.iter().enumerate() {
            check_first_part(part).within_item(index).within("parts")?;
        }
        Ok(())
    }

    /// How the parts go together.
    fn check_composition(&self) -> Result<(), InvalidArgument> {
        let parts = &self.parts;
        if parts.len() > MAX_PARTS {
            return refuse(
                "parts",
                format!("too many: {} parts, at most {MAX_PARTS}", parts.len()),
            );
        }
        let lone = parts.iter().position(stands_alone);
        if let (Some(index), 2..) = (lone, parts.len()) {
            let rule = format!(
                "`{}` is a part that stands alone in its message",
                parts[index].type_name()
            );
            return refuse(format!("parts[{index}]"), rule);
        }
        let is_text = |part: &OutgoingPart| matches!(part, OutgoingPart::Text(_));
        if let Some(index) = parts.windows(2).position(|pair| pair.iter().all(is_text)) {
            return refuse(
                format!("parts[{}]", index + 1),
                "a text part cannot follow another: join them into one",
            );
        }
        let public_urls = parts.iter().filter(|part| is_from_public_url(part)).count();
        if public_urls > MAX_PUBLIC_URLS {
            let advice = "upload them first and send their `attachment_id`";
            return refuse(
                "parts",
                format!(
                    "too many: {public_urls} media parts by URL, at most {MAX_PUBLIC_URLS}; {advice}"
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

/// Whether a part is the whole message.
fn stands_alone(part: &OutgoingPart) -> bool {
    matches!(
        part,
        OutgoingPart::Link(_) | OutgoingPart::AppCard(_) | OutgoingPart::AppClip(_)
    )
}

fn check_first_part(part: &OutgoingPart) -> Result<(), InvalidArgument> {
    let advice = "send it in the next one";
    match part {
        OutgoingPart::Link(_) => refuse(
            "",
            format!("the first message of a chat must not be a link: {advice}"),
        ),
        OutgoingPart::Text(text) => url::find(&text.value).map_or(Ok(()), |at| {
            refuse(
                "value",
                format!("it holds a URL (at byte {at}), which the first message of a chat must not: {advice}"),
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

/// A URL from which the server downloads something.
pub(crate) fn check_https(url: &str, path: &str) -> Result<(), InvalidArgument> {
    if url::has_scheme(url, &["https"]) {
        Ok(())
    } else {
        refuse(path, "an https:// URL is needed")
    }
}

fn check_link(link: &Link) -> Result<(), InvalidArgument> {
    check_length("value", &link.value, MAX_LINK_CHARACTERS)?;
    if url::has_scheme(&link.value, &["https", "http"]) {
        Ok(())
    } else {
        refuse("value", "an https:// or http:// URL is needed")
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

/// Whom a chat is with.
pub(crate) fn check_recipients(to: &[Handle]) -> Result<(), InvalidArgument> {
    match to.len() {
        0 => refuse("to", "a chat has at least one recipient"),
        1..=MAX_RECIPIENTS => Ok(()),
        more => refuse(
            "to",
            format!("a chat has at most {MAX_RECIPIENTS} recipients, not {more}"),
        ),
    }
}

fn check_reply_target(target: &ReplyTarget) -> Result<(), InvalidArgument> {
    check_present("message_id", target.message_id.as_str())
}

/// A file comes from a URL or an upload, one of the two.
fn check_source(
    url: Option<&str>,
    attachment: Option<&AttachmentId>,
) -> Result<(), InvalidArgument> {
    match (url, attachment) {
        (Some(_), None) => Ok(()),
        (None, Some(id)) => check_present("attachment_id", id.as_str()),
        (Some(_), Some(_)) => refuse(
            "",
            "it has both a `url` and an `attachment_id`, and exactly one is needed",
        ),
        (None, None) => refuse(
            "",
            "it has neither a `url` nor an `attachment_id`, and exactly one is needed",
        ),
    }
}

pub(crate) fn check_present(path: &str, text: &str) -> Result<(), InvalidArgument> {
    if text.is_empty() {
        refuse(path, "it is empty")
    } else {
        Ok(())
    }
}

/// The words of a message.
pub(crate) fn check_text(path: &str, words: &str) -> Result<(), InvalidArgument> {
    check_length(path, words, MAX_TEXT_CHARACTERS)
}

fn check_length(path: &str, text: &str, limit: usize) -> Result<(), InvalidArgument> {
    check_present(path, text)?;
    match text.chars().count() {
        characters if characters > limit => refuse(
            path,
            format!("too long: {characters} characters, at most {limit}"),
        ),
        _ => Ok(()),
    }
}

/// Files that Linq stores do not count towards the limit, nor do those with a signature, which would
/// be in the query.
fn is_from_public_url(part: &OutgoingPart) -> bool {
    let OutgoingPart::Media(Media { url: Some(url), .. }) = part else {
        return false;
    };
    !url.contains('?') && !url::is_hosted_by(url, "linqapp.com")
}

fn refuse(
    path: impl Into<String>,
    rule: impl Into<crate::invalid_argument::Reason>,
) -> Result<(), InvalidArgument> {
    Err(InvalidArgument::new(path, rule))
}

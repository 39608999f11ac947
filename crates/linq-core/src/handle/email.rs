use super::{InvalidHandle, parsed_string};
use email_address::{Error, Options};
use serde::Serialize;

/// An e-mail address such as `user@example.com`, without a display name or spaces.
///
/// The syntax is that of RFC 5322, with non-ASCII letters (RFC 6531). The address is not lowercased or
/// otherwise normalized.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct EmailAddress(String);

validated_string!(EmailAddress);

impl EmailAddress {
    /// Returns the address verbatim.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = InvalidHandle;

    fn try_from(text: String) -> Result<Self, InvalidHandle> {
        if text.is_empty() {
            return Err(InvalidHandle::Empty);
        }
        if let Some((at, character)) = text.char_indices().find(|(_, c)| is_blank(*c)) {
            return Err(InvalidHandle::InvalidCharacter { character, at });
        }
        // RFC 6531 allows every other non-ASCII character where a letter is allowed. The crate supports only some
        // of them, so it validates the address with a letter in their place.
        let ascii: String = text
            .chars()
            .map(|c| if c.is_ascii() { c } else { 'x' })
            .collect();
        match email_address::EmailAddress::parse_with_options(
            &ascii,
            Options::default().without_display_text(),
        ) {
            Ok(_) => Ok(Self(text)),
            Err(error) => Err(locate_error(&text, &error)),
        }
    }
}

parsed_string!(EmailAddress, InvalidHandle);

impl std::borrow::Borrow<str> for EmailAddress {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

/// Returns whether `c` is whitespace, a control character, or an invisible character that is easily copied
/// along with an address: a soft hyphen, zero-width space, directional mark or byte order mark.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}'
        )
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// Converts the crate's error, and locates the invalid character.
fn locate_error(text: &str, error: &Error) -> InvalidHandle {
    let Some(at_sign) = text.rfind('@') else {
        return InvalidHandle::MissingAt;
    };
    let (local, domain) = (&text[..at_sign], &text[at_sign + 1..]);
    match error {
        Error::LocalPartEmpty if local.is_empty() => InvalidHandle::EmptyPart {
            side: "before",
            at: at_sign,
        },
        Error::DomainEmpty => InvalidHandle::EmptyPart {
            side: "after",
            at: at_sign,
        },
        Error::LocalPartTooLong => too_long("before the `@`", [local], 64),
        Error::DomainTooLong => too_long("after the `@`", [domain], 254),
        Error::SubDomainTooLong => too_long("between two dots", domain.split('.'), 63),
        _ => find_invalid_in_local(local)
            .or_else(|| find_invalid_in_domain(domain).map(|at| at_sign + 1 + at))
            .and_then(|at| {
                Some(InvalidHandle::InvalidCharacter {
                    character: text[at..].chars().next()?,
                    at,
                })
            })
            .unwrap_or(InvalidHandle::NotAnEmailAddress),
    }
}

fn too_long<'a>(
    part: &'static str,
    texts: impl IntoIterator<Item = &'a str>,
    limit: usize,
) -> InvalidHandle {
    let characters = texts
        .into_iter()
        .map(|text| text.chars().count())
        .max()
        .unwrap_or_default();
    InvalidHandle::PartTooLong {
        part,
        characters,
        limit,
    }
}

/// Returns the offset of the first character that is not allowed at its position in an unquoted local part.
fn find_invalid_in_local(local: &str) -> Option<usize> {
    if local.len() > 1 && local.starts_with('"') && local.ends_with('"') {
        return None;
    }
    let is_invalid = |(at, c)| {
        if c == '.' {
            is_stray_dot(local, at)
        } else {
            !is_atom_character(c)
        }
    };
    local
        .char_indices()
        .find(|&position| is_invalid(position))
        .map(|(at, _)| at)
}

/// Returns the offset of the first character that is not allowed at its position in a domain of dot-separated
/// labels.
fn find_invalid_in_domain(domain: &str) -> Option<usize> {
    let is_invalid = |(at, c)| match c {
        '.' => is_stray_dot(domain, at),
        c if is_letter_or_digit(c) => false,
        c => !is_atom_character(c) || is_at_edge_of_label(domain, at),
    };
    domain
        .char_indices()
        .find(|&position| is_invalid(position))
        .map(|(at, _)| at)
}

/// Returns whether the dot at `at` is at the start, at the end or after another dot.
fn is_stray_dot(text: &str, at: usize) -> bool {
    at == 0 || text[..at].ends_with('.') || at + 1 == text.len()
}

/// Returns whether the ASCII character at `at` is the first or last of its label.
fn is_at_edge_of_label(domain: &str, at: usize) -> bool {
    is_stray_dot(domain, at) || domain[at + 1..].starts_with('.')
}

fn is_atom_character(c: char) -> bool {
    is_letter_or_digit(c) || "!#$%&'*+-/=?^_`{|}~".contains(c)
}

fn is_letter_or_digit(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii()
}

has_schema! { Text: EmailAddress; }

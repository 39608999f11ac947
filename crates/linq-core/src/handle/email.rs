use super::{InvalidHandle, parsed_text};
use email_address::{Error, Options};
use serde::Serialize;

/// An e-mail address by itself, such as `user@example.com`: no display name, no spaces.
///
/// The form is that of RFC 5322, with the letters of every script (RFC 6531). Nothing is lowercased or
/// otherwise normalised.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct EmailAddress(String);

checked_text!(EmailAddress);

impl EmailAddress {
    /// The address as it was given.
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
            return Err(InvalidHandle::Misplaced { character, at });
        }
        // RFC 6531 lets every other character beyond ASCII stand where a letter does. The crate knows
        // that of some of them only, so it is asked about the address with a letter in their place.
        let skeleton: String = text
            .chars()
            .map(|c| if c.is_ascii() { c } else { 'x' })
            .collect();
        match email_address::EmailAddress::parse_with_options(
            &skeleton,
            Options::default().without_display_text(),
        ) {
            Ok(_) => Ok(Self(text)),
            Err(error) => Err(explain(&text, &error)),
        }
    }
}

parsed_text!(EmailAddress, InvalidHandle);

/// White space, control characters, and the invisible ones that cling to a copied address: soft
/// hyphens, zero-width spaces, marks of direction, byte order marks.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}'
        )
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// Finds the place that the crate found fault with.
fn explain(text: &str, error: &Error) -> InvalidHandle {
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
        _ => misplaced_in_local(local)
            .or_else(|| misplaced_in_domain(domain).map(|at| at_sign + 1 + at))
            .and_then(|at| {
                Some(InvalidHandle::Misplaced {
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

/// The first character that cannot stand where it does in a local part without quotes.
fn misplaced_in_local(local: &str) -> Option<usize> {
    if local.len() > 1 && local.starts_with('"') && local.ends_with('"') {
        return None;
    }
    let misplaced = |(at, c)| {
        if c == '.' {
            is_stray_dot(local, at)
        } else {
            !is_atom_character(c)
        }
    };
    local
        .char_indices()
        .find(|&place| misplaced(place))
        .map(|(at, _)| at)
}

/// The first character that cannot stand where it does in a domain of names between dots.
fn misplaced_in_domain(domain: &str) -> Option<usize> {
    let misplaced = |(at, c)| match c {
        '.' => is_stray_dot(domain, at),
        c if is_letter_or_digit(c) => false,
        c => !is_atom_character(c) || is_at_edge_of_name(domain, at),
    };
    domain
        .char_indices()
        .find(|&place| misplaced(place))
        .map(|(at, _)| at)
}

/// Whether the dot at `at` has nothing before it, or nothing after it.
fn is_stray_dot(text: &str, at: usize) -> bool {
    at == 0 || text[..at].ends_with('.') || at + 1 == text.len()
}

/// Whether the ASCII character at `at` is the first or last of its name.
fn is_at_edge_of_name(domain: &str, at: usize) -> bool {
    is_stray_dot(domain, at) || domain[at + 1..].starts_with('.')
}

fn is_atom_character(c: char) -> bool {
    is_letter_or_digit(c) || "!#$%&'*+-/=?^_`{|}~".contains(c)
}

fn is_letter_or_digit(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii()
}

has_schema! { Text: EmailAddress; }

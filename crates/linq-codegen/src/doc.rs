//! Conversion of Rust doc comments to text for other languages.

use crate::api::{Api, Declaration, Side, TypeName};

/// Beginning of the sentence that deprecates an item.
const DEPRECATED: &str = "Deprecated by the API";
/// End of the text in front of the replacement.
const IN_FAVOR_OF: &str = "Deprecated by the API in favor of ";

/// Paragraphs of a doc comment, without Rust examples and paragraphs about Rust only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doc {
    /// Paragraphs.
    pub paragraphs: Vec<Vec<Piece>>,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text, in Markdown.
    Text(String),
    /// A name, which each language formats in its own way.
    Reference(Reference),
}

/// The deprecation of a field or an operation by the API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deprecation {
    /// The sentence that says so, without its capital and full stop.
    pub sentence: String,
    /// Its replacement, if there is one.
    pub replacement: Option<Reference>,
}

/// Target of a link in a doc comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// A field or parameter, by its name in the API.
    Field(String),
    /// A type.
    Type(TypeName),
    /// A value of an enum, by its name in the API.
    Value(&'static str),
    /// An operation, by its official name.
    Operation(&'static str),
    /// A resource of the client.
    Resource(String),
    /// The `null` that clears a value.
    Null,
}

impl Doc {
    /// Reads the doc comment of a type, `owner`, or of an operation or an event.
    #[must_use]
    pub fn read(api: &Api, owner: Option<&TypeName>, markdown: &str) -> Self {
        let mut paragraphs: Vec<String> = Vec::new();
        let (mut is_example, mut is_new) = (false, true);
        for line in markdown.lines().map(str::trim) {
            if line.starts_with("```") {
                is_example = !is_example;
            } else if line.is_empty() {
                is_new = true;
            } else if !is_example && !line.starts_with("See <http") {
                match paragraphs.last_mut().filter(|_| !is_new) {
                    Some(paragraph) => {
                        paragraph.push(' ');
                        paragraph.push_str(line);
                    }
                    None => paragraphs.push(line.to_owned()),
                }
                is_new = false;
            }
        }
        let paragraphs = paragraphs
            .iter()
            .filter_map(|paragraph| pieces(api, owner, paragraph))
            .collect();
        Self { paragraphs }
    }

    /// Returns the paragraphs as text, with references formatted by `name`.
    pub fn text(&self, name: impl Fn(&Reference) -> String) -> Vec<String> {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Reference(reference) => name(reference),
        };
        self.paragraphs
            .iter()
            .map(|pieces| pieces.iter().map(piece).collect())
            .collect()
    }

    /// Returns what the doc says of a deprecation by the API; `None` if it says nothing.
    pub fn deprecation(&self, name: impl Fn(&Reference) -> String) -> Option<Deprecation> {
        let mut paragraphs = self.paragraphs.iter().zip(self.text(name));
        paragraphs.find_map(|(pieces, text)| {
            let (_, rest) = text.split_once(DEPRECATED)?;
            let rest = rest.split(". ").next()?.trim_end_matches('.');
            let mut pieces = pieces.iter();
            pieces.find(|piece| matches!(piece, Piece::Text(text) if text.ends_with(IN_FAVOR_OF)));
            let replacement = match pieces.next() {
                Some(Piece::Reference(reference)) => Some(reference.clone()),
                _ => None,
            };
            Some(Deprecation {
                sentence: format!("d{}{rest}", &DEPRECATED[1..]),
                replacement,
            })
        })
    }
}

/// Parses a paragraph; `None` if it refers to something that only Rust has.
fn pieces(api: &Api, owner: Option<&TypeName>, mut text: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    while let Some((before, rest)) = text.split_once("[`") {
        let (label, rest) = rest.split_once("`]")?;
        let (target, rest) = match rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
            Some((target, rest)) => (target, rest),
            None => (label, rest),
        };
        pieces.push(Piece::Text(before.to_owned()));
        pieces.push(Piece::Reference(resolve(api, owner, target)?));
        text = rest;
    }
    pieces.push(Piece::Text(text.to_owned()));
    let is_rust = |piece: &Piece| matches!(piece, Piece::Text(text) if text.contains("::"));
    pieces.retain(|piece| *piece != Piece::Text(String::new()));
    (!pieces.iter().any(is_rust)).then_some(pieces)
}

/// Resolves a link of rustdoc.
fn resolve(api: &Api, owner: Option<&TypeName>, target: &str) -> Option<Reference> {
    let mut path: Vec<&str> = target.split("::").collect();
    let name = path.pop()?;
    let is_in = |module: &str| path.contains(&module);
    match path.last() {
        Some(&"Self") => {
            return has_field(api, owner?, name).then(|| Reference::Field(name.to_owned()));
        }
        Some(&"Client") => return Some(Reference::Resource(name.to_owned())),
        Some(&"Change") => return Some(Reference::Null),
        Some(&within) if within.starts_with(char::is_uppercase) => return value(api, within, name),
        _ => {}
    }
    if let Some(operation) = api
        .operations
        .iter()
        .find(|operation| operation.request == name)
    {
        return Some(Reference::Operation(operation.name));
    }
    let own = owner.map_or(Side::Response, |owner| owner.side);
    let side = if is_in("message") { Side::Request } else { own };
    let declared = |side| {
        api.types
            .keys()
            .find(|it| it.name == name && it.side == side)
    };
    let found = declared(side).or_else(|| api.types.keys().find(|it| it.name == name));
    found.cloned().map(Reference::Type)
}

fn has_field(api: &Api, owner: &TypeName, name: &str) -> bool {
    match api.types.get(owner) {
        Some(Declaration::Object(object)) => object.field(name).is_some(),
        _ => false,
    }
}

fn value(api: &Api, within: &str, name: &str) -> Option<Reference> {
    let (_, declaration) = api.types.iter().find(|(it, _)| it.name == within)?;
    let Declaration::Enum(declared) = declaration else {
        return None;
    };
    let value = declared.values.iter().find(|value| value.name == name)?;
    Some(Reference::Value(value.text))
}

#[cfg(test)]
mod tests {
    use super::{Doc, Piece, Reference};
    use crate::api::{Api, Side, TypeName};

    fn read(owner: Option<&TypeName>, markdown: &str) -> Doc {
        Doc::read(&Api::read(), owner, markdown)
    }

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    #[test]
    fn lines_are_joined_and_examples_are_removed() {
        let doc = read(
            None,
            " One\n two.\n\n ```\n let rust = 1;\n ```\n\n Three.\n See <https://a.b>.\n",
        );
        assert_eq!(doc.paragraphs, [[text("One two.")], [text("Three.")]]);
    }

    #[test]
    fn links_are_resolved() {
        let message = TypeName {
            side: Side::Response,
            name: "Message",
        };
        let link = TypeName {
            side: Side::Request,
            name: "Link",
        };
        for (target, expected) in [
            (
                "[`x`](Self::from_handle)",
                Reference::Field("from_handle".to_owned()),
            ),
            (
                "[`Sticker`](ReactionType::Sticker)",
                Reference::Value("sticker"),
            ),
            ("[`Link`](crate::message::Link)", Reference::Type(link)),
            (
                "[`CreateChat`](crate::api::chats::CreateChat)",
                Reference::Operation("chats.create"),
            ),
            (
                "[`e`](crate::Client::experiences)",
                Reference::Resource("experiences".to_owned()),
            ),
            ("[`Change::Clear`]", Reference::Null),
        ] {
            let doc = read(Some(&message), &format!("See {target}."));
            let pieces = vec![text("See "), Piece::Reference(expected), text(".")];
            assert_eq!(doc.paragraphs, [pieces], "{target}");
        }
    }

    #[test]
    fn deprecation_is_one_sentence() {
        let message = TypeName {
            side: Side::Response,
            name: "Message",
        };
        let name = |reference: &Reference| format!("{reference:?}");
        let deprecation = |markdown| {
            let found = read(Some(&message), markdown).deprecation(name)?;
            Some((found.sentence, found.replacement))
        };
        assert_eq!(deprecation("A line."), None);
        assert_eq!(
            deprecation("MP3 under a name that the API has deprecated."),
            None
        );
        for (markdown, sentence, replacement) in [
            (
                "A. Deprecated by the API: always absent. Or not.",
                "deprecated by the API: always absent",
                None,
            ),
            (
                "A. Deprecated by the API in favor of [`from_handle`](Self::from_handle).",
                "deprecated by the API in favor of Field(\"from_handle\")",
                Some(Reference::Field("from_handle".to_owned())),
            ),
            (
                "Deprecated by the API in favor of\n[`it`](crate::api::phone_numbers::ListPhoneNumbers).",
                "deprecated by the API in favor of Operation(\"phone_numbers.list\")",
                Some(Reference::Operation("phone_numbers.list")),
            ),
        ] {
            let expected = Some((sentence.to_owned(), replacement));
            assert_eq!(deprecation(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn paragraphs_about_rust_only_are_removed() {
        let message = TypeName {
            side: Side::Response,
            name: "Message",
        };
        let doc = read(
            Some(&message),
            "Here.\n\nMade by `Text::from`.\n\nBy [`push`](Self::push).\n",
        );
        assert_eq!(doc.paragraphs, [[text("Here.")]]);
    }
}

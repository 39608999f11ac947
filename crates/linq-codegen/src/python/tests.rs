//! What is written of one thing of each kind.

use super::{PACKAGE, write};
use crate::{Api, Tree};

fn tree() -> Tree {
    write(&Api::read())
}

/// The part of a generated file between two blank lines (two at the top level) that starts so.
fn part(path: &str, start: &str) -> String {
    let tree = tree();
    let source = &tree.files[&format!("bindings/python/python/linq_client/{path}")];
    let from = source
        .find(start)
        .unwrap_or_else(|| panic!("{path} has no {start:?}"));
    let part = &source[from..];
    let to = part.find("\n\n\n").map_or(part.len(), |to| to + 1);
    part[..to].to_owned()
}

#[test]
fn a_model_has_its_fields_with_what_they_mean() {
    assert_eq!(
        part(
            "types/_models/blocked_handles.py",
            "class BlockedHandleEntry"
        ),
        r#"class BlockedHandleEntry(Model):
    """A blocked handle."""

    __slots__ = ()

    blocked_at: datetime
    """Time at which it was blocked."""

    handle: str
    """Phone number (E.164), e-mail address in lower case, short code or sender ID."""

    reason: str | None
    """Note that was given when it was blocked."""
"#
    );
}

#[test]
fn a_member_of_a_union_has_its_type_and_a_keyword_gets_an_underscore() {
    let link = part("types/_models/shared.py", "class LinkPartResponse");
    assert!(link.contains("\n    type: Literal[\"link\"]\n"), "{link}");
    let message = part("types/_models/shared.py", "class Message(");
    assert!(message.contains("\n    from_: str | None\n"), "{message}");
    assert!(message.contains("in favour of `from_handle`"), "{message}");
}

#[test]
fn native_half_is_told_of_attributes_with_other_names() {
    let tree = tree();
    let source = &tree.files["bindings/python/src/generated/mod.rs"];
    assert!(
        source.ends_with("= &[\n    (\"from\", \"from_\"),\n];\n"),
        "{source}"
    );
}

#[test]
fn types_that_share_a_class_are_registered_as_it() {
    let registry = part("types/_registry.py", "_CLASSES");
    for key in ["FirstMessage", "SentMessage"] {
        let entry = format!("    \"{key}\": SentMessage,\n");
        assert!(registry.contains(&entry), "{registry}");
    }
    let chat = part("types/_models/chats.py", "class ChatCreateResponseChat(");
    assert!(chat.contains("\n    message: SentMessage\n"), "{chat}");
}

#[test]
fn a_field_that_is_documented_as_always_present_is_annotated_as_such() {
    let message = part("types/_models/shared.py", "class Message(");
    assert!(message.contains("\n    is_from_me: bool\n"), "{message}");
    assert!(
        message.contains("\n    read_at: datetime | None\n"),
        "{message}"
    );
}

#[test]
fn an_enum_takes_values_that_are_not_known_yet() {
    assert_eq!(
        part(
            "types/_models/attachments.py",
            "AttachmentStatus: TypeAlias"
        )
        .split("\nSupported")
        .next(),
        Some(
            r#"AttachmentStatus: TypeAlias = Literal["pending", "complete", "failed"] | str
"""Status of an upload.

A value that this version does not know is a `str` like any other.

- `"pending"`: The file has not been received yet.
- `"complete"`: The file can be sent in messages.
- `"failed"`: The upload failed.
"""
"#
        )
    );
}

#[test]
fn a_union_ends_with_what_is_not_known_yet() {
    assert_eq!(
        part("types/_models/shared.py", "MessagePart: TypeAlias"),
        r#"MessagePart: TypeAlias = (
    TextPartResponse
    | MediaPartResponse
    | LinkPartResponse
    | IMessageAppPartResponse
    | AppClipPartResponse
    | UnknownPart
)
"""A part of a message."""
"#
    );
}

#[test]
fn the_keys_that_have_to_be_given_are_in_a_base() {
    assert_eq!(
        part(
            "types/_params/blocked_handles.py",
            "class _BlockedHandleBlockParamsRequired"
        ),
        r#"class _BlockedHandleBlockParamsRequired(TypedDict):
    handle: str
    """Handle to block."""
"#
    );
    let rest = part(
        "types/_params/blocked_handles.py",
        "class BlockedHandleBlockParams(",
    );
    let start = "class BlockedHandleBlockParams(_BlockedHandleBlockParamsRequired, total=False):";
    assert!(rest.starts_with(start), "{rest}");
}

#[test]
fn an_operation_is_a_method_with_its_official_signature() {
    assert_eq!(
        part("resources/capability.py", "    def check_RCS(")
            .split("        Args:")
            .next(),
        Some(
            r#"    def check_RCS(
        self,
        *,
        address: str,
        from_: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | None | NotGiven = not_given,
    ) -> HandleCheckResponse:
        """Checks whether a recipient can be reached over RCS. Limited to one check in 10 seconds.

        The codes 4004 (RCS is disabled for the checking line), 4009 and 4010 mean that the check gave no result, not
        that the recipient cannot be reached. They are not retried.

"#
        )
    );
}

#[test]
fn a_package_has_the_modules_below_it() {
    let messages = part("resources/messages/__init__.py", "if TYPE_CHECKING");
    let imported = "    from . import (messages as messages, poll as poll)\n";
    assert!(messages.contains(imported), "{messages}");
    assert!(
        messages.contains("\n    \"poll\": (\".poll\", \"\"),\n"),
        "{messages}"
    );
    let shared = part("types/shared/__init__.py", "if TYPE_CHECKING");
    assert!(!shared.contains("from . import"), "{shared}");
}

#[test]
fn nothing_is_said_in_rust_and_no_line_is_too_long() {
    let files = tree().files.into_iter();
    for (path, source) in files.filter(|(path, _)| path.starts_with(PACKAGE)) {
        for line in source.lines() {
            assert!(line.chars().count() <= 120, "{path}: {line}");
            assert!(
                !line.contains("::") && !line.contains("[`"),
                "{path}: {line}"
            );
            assert_eq!(line, line.trim_end(), "{path}");
        }
    }
}

//! One generated definition of each kind.

use super::{PACKAGE, write};
use crate::{Api, Tree};

fn tree() -> Tree {
    write(&Api::read())
}

/// Returns the part of a generated file from `start` to two blank lines.
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
fn model_with_documented_fields() {
    assert_eq!(
        part(
            "types/_models/blocked_handles.py",
            "class BlockedHandleEntry"
        ),
        r#"class BlockedHandleEntry(BaseModel):
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
fn union_member_has_a_literal_type_and_keywords_get_an_underscore() {
    let link = part("types/_models/shared.py", "class LinkPartResponse");
    assert!(link.contains("\n    type: Literal[\"link\"]\n"), "{link}");
    let message = part("types/_models/shared.py", "class Message(");
    assert!(message.contains("\n    from_: str | None\n"), "{message}");
    assert!(message.contains("in favor of `from_handle`"), "{message}");
}

#[test]
fn native_table_of_renamed_attributes() {
    let tree = tree();
    let source = &tree.files["bindings/python/src/generated/mod.rs"];
    assert!(
        source.ends_with("= &[\n    (\"from\", \"from_\"),\n];\n"),
        "{source}"
    );
}

#[test]
fn types_with_a_shared_class() {
    let registry = part("types/_registry.py", "_CLASSES");
    for key in ["FirstMessage", "SentMessage"] {
        let entry = format!("    \"{key}\": SentMessage,\n");
        assert!(registry.contains(&entry), "{registry}");
    }
    let chat = part("types/_models/chats.py", "class ChatCreateResponseChat(");
    assert!(chat.contains("\n    message: SentMessage\n"), "{chat}");
}

#[test]
fn required_field_is_not_optional() {
    let message = part("types/_models/shared.py", "class Message(");
    assert!(message.contains("\n    is_from_me: bool\n"), "{message}");
    assert!(
        message.contains("\n    read_at: datetime | None\n"),
        "{message}"
    );
}

#[test]
fn enum_is_closed_in_requests_and_open_in_responses() {
    assert_eq!(
        part(
            "types/_models/attachments.py",
            "AttachmentStatus: TypeAlias"
        )
        .split("\nSupported")
        .next(),
        Some(
            r#"AttachmentStatus: TypeAlias = Literal["pending", "complete", "failed"]
"""Status of an upload.

Responses may have other values, which are `str`.

- `"pending"`: The file has not been received yet.
- `"complete"`: The file can be sent in messages.
- `"failed"`: The upload failed.
"""
"#
        )
    );
    let attachment = part(
        "types/_models/attachments.py",
        "class AttachmentRetrieveResponse(",
    );
    let open = "\n    status: AttachmentStatus | str\n";
    assert!(attachment.contains(open), "{attachment}");
}

#[test]
fn union_ends_with_unknown_part() {
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
fn required_keys_are_in_a_base_class() {
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
fn operation_is_a_method_with_the_official_signature() {
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

        The codes 4004 (RCS is disabled for the checking line), 4009 and 4010 mean that the check itself failed, not
        that the recipient cannot be reached. They are not retried.

"#
        )
    );
}

#[test]
fn package_exports_its_submodules() {
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
fn no_rust_paths_and_no_long_lines() {
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

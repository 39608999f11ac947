//! What is written of one thing of each kind.

use super::{FOLDER, names, write};
use crate::{Api, Tree, api::Declaration};

fn tree() -> Tree {
    write(&Api::read())
}

/// Returns the part of a generated file that starts with `start`, up to a blank line or the end of a block.
fn part(path: &str, start: &str) -> String {
    let tree = tree();
    let source = &tree.files[&format!("{FOLDER}/dev/linq/client/{path}.kt")];
    let from = source
        .find(start)
        .unwrap_or_else(|| panic!("{path} has no {start:?}"));
    let part = &source[from..];
    let to = part.find("\n\n").map_or(part.len(), |to| to + 1);
    part[..to].to_owned()
}

#[test]
fn model_fields_are_documented_and_required_ones_first() {
    assert_eq!(
        part("model/BlockedHandleEntry", "/** A blocked handle. */"),
        r#"/** A blocked handle. */
@Serializable
public data class BlockedHandleEntry(
    /** Phone number (E.164), e-mail address in lower case, short code or sender ID. */
    public val handle: String,
    /** Time at which it was blocked. Documented as always present. */
    @SerialName("blocked_at")
    public val blockedAt: Timestamp? = null,
    /** Note that was given when it was blocked. */
    public val reason: String? = null,
)
"#
    );
}

#[test]
fn only_identities_are_required_in_responses() {
    let class = part("model/MessageCreateResponse", "@Serializable");
    for property in [
        "    public val message: SentMessage,\n",
        "    public val chatId: String? = null,\n",
        "    public val fromSelection: FromSelection = FromSelection(),\n",
        "    public val handles: List<ChatHandle> = emptyList(),\n",
    ] {
        assert!(class.contains(property), "{property}: {class}");
    }
}

#[test]
fn quoted_numbers_and_booleans_are_rejected() {
    let files = tree().files;
    let source = |name: &str| files[&format!("{FOLDER}/dev/linq/client/{name}.kt")].clone();
    let class = source("model/MediaPart");
    assert!(
        class.contains("\n@file:UseSerializers(IntegerSerializer::class)\n\npackage"),
        "{class}"
    );
    assert!(!source("request/StickerPlacement").contains("UseSerializers"));
}

#[test]
fn objects_with_parts_have_text() {
    for class in [
        "model/Message",
        "model/SentMessage",
        "model/FirstMessage",
        "webhook/MessageView",
    ] {
        let text = part(class, "    public val text: String get() =");
        assert!(text.contains(".text\n"), "{class}: {text}");
    }
}

#[test]
fn private_fields_are_redacted() {
    let print = part("request/OutgoingMedia", "    override fun toString");
    let printed =
        "OutgoingMedia(url=${redacted(url)}, attachmentId=$attachmentId, sticker=$sticker)";
    assert!(print.contains(printed), "{print}");
    let api = Api::read();
    let files = write(&api).files;
    for (name, declaration) in &api.types {
        let Declaration::Object(object) = declaration else {
            continue;
        };
        let path = format!(
            "{FOLDER}/{}/{}.kt",
            names::package(name).replace('.', "/"),
            names::type_name(name)
        );
        for field in object
            .fields()
            .filter(|field| name.side.is_private(object, field))
        {
            let property = names::property(field.name);
            let hides = [
                format!("{{redacted({property})}}"),
                format!("{property}: Secret"),
            ];
            assert!(
                hides.iter().any(|text| files[&path].contains(text)),
                "{path}: {property}"
            );
        }
    }
}

#[test]
fn page_is_read_from_the_array_of_the_operation() {
    let list = part(
        "resource/ChatsMessagesResource",
        "    public suspend fun list(",
    );
    assert!(
        list.contains("calls.pageOf<Message>(\"messages\", \"chats.messages.list\", options)"),
        "{list}"
    );
}

#[test]
fn enum_keeps_unknown_values() {
    let class = part("model/AttachmentStatus", "@Serializable");
    assert!(class.contains("public class AttachmentStatus(value: String) : OpenEnum(value) {"));
    let known = part("model/AttachmentStatus", "        public val Pending");
    assert_eq!(
        known,
        "        public val Pending: AttachmentStatus = AttachmentStatus(\"pending\")\n"
    );
}

#[test]
fn union_keeps_unknown_objects() {
    let union = part("model/MessagePart", "    /** An object of a type");
    assert!(
        union.contains("data class Unknown(override val type: String, val json: JsonObject)"),
        "{union}"
    );
    let member = part("model/LinkPart", ") : MessagePart");
    assert!(
        member.contains("override val type: String get() = \"link\""),
        "{member}"
    );
}

#[test]
fn request_and_response_types_of_one_name_are_two_classes() {
    let files = tree().files;
    for class in ["model/InlineSticker", "request/OutgoingInlineSticker"] {
        assert!(
            files.contains_key(&format!("{FOLDER}/dev/linq/client/{class}.kt")),
            "{class}"
        );
    }
}

#[test]
fn required_parameters_begin_with_the_path_and_end_with_the_message() {
    assert_eq!(
        part("resource/ChatsResource", "    public suspend fun create("),
        r#"    public suspend fun create(
        from: String,
        to: List<String>,
        message: MessageContent,
        overrideOptout: Boolean? = null,
        options: CallOptions = CallOptions(),
    ): ChatCreateResponse =
        calls.response<ChatCreateResponse>("chats.create", options) {
            put("from", from)
            put("to", to)
            put("message", message)
            put("override_optout", overrideOptout)
        }
"#
    );
}

#[test]
fn every_operation_has_a_method_and_every_list_a_list_all() {
    let api = Api::read();
    let sources: String = write(&api)
        .files
        .into_iter()
        .filter(|(path, _)| path.contains("/resource/"))
        .map(|(_, source)| source)
        .collect();
    for operation in &api.operations {
        let call = format!("\"{}\", options)", operation.name);
        assert_eq!(sources.matches(&call).count(), 1, "{}", operation.name);
    }
    assert_eq!(
        sources.matches("public fun ").count(),
        4,
        "lists to the end"
    );
}

#[test]
fn every_operation_has_a_call_for_java() {
    let api = Api::read();
    let sources: String = write(&api)
        .files
        .into_iter()
        .filter(|(path, _)| path.contains("/java/"))
        .map(|(_, source)| source)
        .collect();
    let results = |class: &str| sources.matches(&format!("): {class}<")).count();
    assert_eq!(results("OperationCall"), api.operations.len());
    assert_eq!(results("Items"), 4);
    assert_eq!(
        part("java/ChatsTypingCalls", "    public fun start"),
        r"    public fun start(
        chatId: String,
    ): OperationCall<Void?> =
        OperationCall { resource.start(chatId, it); null }
"
    );
}

#[test]
fn deprecated_fields_and_methods_are_marked() {
    for (path, declaration, expected) in [
        (
            "model/Message",
            "public val isRead:",
            "@Deprecated(\"The API has deprecated it.\", ReplaceWith(\"deliveryStatus\"))\n",
        ),
        (
            "resource/PhonenumbersResource",
            "public suspend fun list(",
            "@Deprecated(\"The API has deprecated it: use linq.phoneNumbers.list.\")\n",
        ),
        (
            "java/PhonenumbersCalls",
            "public fun list(",
            "@Deprecated(\"The API has deprecated it: use linq.phoneNumbers.list.\")\n",
        ),
    ] {
        let source = &tree().files[&format!("{FOLDER}/dev/linq/client/{path}.kt")];
        let before = &source[..source.find(declaration).unwrap()];
        let mark = &before[before.rfind("@Deprecated").unwrap()..];
        assert!(mark.starts_with(expected), "{path}: {mark}");
        assert!(mark.lines().count() <= 3, "{path}: {mark}");
    }
}

#[test]
fn effects_have_names() {
    assert_eq!(
        part("request/Effect", "        public val HappyBirthday"),
        "        public val HappyBirthday: Effect = Effect(EffectKind.Screen, \"happy_birthday\")\n"
    );
    assert!(part("request/Effect", "        public val Slam").contains("EffectKind.Bubble"));
}

#[test]
fn event_with_two_payload_versions_has_one_class() {
    let event = part("webhook/EventData", "    public data class MessageReceived");
    assert_eq!(
        event,
        "    public data class MessageReceived(val payload: MessagePayload) : EventData\n"
    );
    let legacy = part("model/LegacyMessageEvent", ") : ");
    assert_eq!(legacy, ") : MessagePayload\n");
}

#[test]
fn docs_have_no_rust_syntax_and_lines_fit() {
    for (path, source) in tree().files {
        for line in source.lines() {
            assert!(line.chars().count() <= 120, "{path}: {line}");
            let doc = line.trim_start().trim_start_matches("/**");
            assert!(!doc.contains("/*") && !doc.contains("[`"), "{path}: {line}");
            assert_eq!(line, line.trim_end(), "{path}");
        }
    }
}

//! Tables of observed shapes, by operation and by event type.
//!
//! Rows apply from the first to the last. They do not change identities: the id of what a call
//! returns and of each item of a list, `event_type`, and `event_id` as the header `webhook-id`.

use serde_json::Value;

use super::change::Change::{
    Drop, EmptyListsNull, Keep, LowerCase, NineDigits, Null, Payload, Rename, ReplacementCharacter,
    Set,
};
use super::change::{Change, is_empty_list};

/// A path in some documents, and the variants that rotate there.
#[derive(Debug)]
pub(super) struct Row {
    /// Documents: `POST /v3/chats`, `message.received`; a `*` at the end matches any suffix.
    pub(super) on: &'static [&'static str],
    /// Path in them; see [`super::json_path::visit`].
    pub(super) at: &'static str,
    /// Condition on the value at the path.
    pub(super) when: fn(&Value) -> bool,
    /// Variants, one for each such value, in rotation.
    pub(super) variants: &'static [Variant],
}

/// A name, unique in its row, and the changes.
pub(super) type Variant = (&'static str, &'static [Change]);

/// The documented shape.
const DOCUMENTED: Variant = ("documented", &[]);

/// Responses with a status of 2xx.
pub(super) const RESPONSES: &[Row] = &[
    // Sends: only ids.
    Row {
        on: &["POST /v3/chats"],
        at: "",
        when: always,
        variants: &[
            ("chat.id_only", &[Keep(&["chat.id"])]),
            ("chat.ids_only", &[Keep(&["chat.id", "chat.message.id"])]),
            DOCUMENTED,
        ],
    },
    Row {
        on: &[
            "POST /v3/chats/{chat_id}/messages",
            "POST /v3/messages",
            "POST /v3/messages/{message_id}/update",
        ],
        at: "",
        when: always,
        variants: &[
            (
                "send.ids_only",
                &[Keep(&["chat_id", "message.id", "message.delivery_status"])],
            ),
            (
                "send.ids_and_parts",
                &[Keep(&[
                    "chat_id",
                    "message.id",
                    "message.delivery_status",
                    "message.parts",
                ])],
            ),
            DOCUMENTED,
        ],
    },
    Row {
        on: &["POST /v3/chats/{chat_id}/voicememo"],
        at: "",
        when: always,
        variants: &[
            ("voice_memo.id_only", &[Keep(&["voice_memo.id"])]),
            DOCUMENTED,
        ],
    },
    Row {
        on: &["POST /v3/chats/{chat_id}/polls"],
        at: "",
        when: always,
        variants: &[
            ("poll.ids_only", &[Keep(&["chat_id", "message_id"])]),
            DOCUMENTED,
        ],
    },
    // A created subscription: the signing secret is only in this response.
    Row {
        on: &["POST /v3/webhook-subscriptions"],
        at: "",
        when: always,
        variants: &[
            (
                "subscription.no_times",
                &[Drop(&[
                    "created_at",
                    "updated_at",
                    "routing_id_header",
                    "routing_key_header",
                ])],
            ),
            DOCUMENTED,
        ],
    },
    // Lists: items with an id and a few fields, and null instead of an empty list.
    Row {
        on: &["GET /v3/chats"],
        at: "chats[]",
        when: always,
        variants: &[
            DOCUMENTED,
            (
                "item.few_fields",
                &[Keep(&["id", "display_name", "service"])],
            ),
            DOCUMENTED,
        ],
    },
    Row {
        on: &[
            "GET /v3/chats/{chat_id}/messages",
            "GET /v3/messages/{message_id}/thread",
        ],
        at: "messages[]",
        when: always,
        variants: &[
            DOCUMENTED,
            (
                "item.few_fields",
                &[Keep(&["id", "chat_id", "is_from_me", "parts"])],
            ),
            DOCUMENTED,
            ("item.id_only", &[Keep(&["id"])]),
            DOCUMENTED,
        ],
    },
    Row {
        on: &["GET /v3/phone_numbers", "GET /v3/phonenumbers"],
        at: "phone_numbers[]",
        when: always,
        variants: &[
            DOCUMENTED,
            ("item.few_fields", &[Keep(&["id", "phone_number"])]),
            DOCUMENTED,
        ],
    },
    Row {
        on: &["GET /v3/webhook-subscriptions"],
        at: "subscriptions[]",
        when: always,
        variants: &[
            DOCUMENTED,
            ("item.few_fields", &[Keep(&["id", "target_url"])]),
        ],
    },
    Row {
        on: &["GET /v3/payment_requests"],
        at: "data[]",
        when: always,
        variants: &[
            DOCUMENTED,
            ("item.few_fields", &[Keep(&["id", "status", "amount"])]),
        ],
    },
    Row {
        on: &["GET /v3/blocked_handles"],
        at: "blocked_handles[]",
        when: always,
        variants: &[DOCUMENTED, ("item.few_fields", &[Keep(&["handle"])])],
    },
    Row {
        on: &["GET /v3/contact_card"],
        at: "contact_cards[]",
        when: always,
        variants: &[
            DOCUMENTED,
            ("item.few_fields", &[Keep(&["phone_number", "first_name"])]),
        ],
    },
    Row {
        on: &["GET /v3/experiences"],
        at: "experiences[]",
        when: always,
        variants: &[
            DOCUMENTED,
            ("item.few_fields", &[Keep(&["experience", "display_name"])]),
        ],
    },
    Row {
        on: &[
            "GET /v3/chats",
            "GET /v3/chats/{chat_id}/messages",
            "GET /v3/messages/{message_id}/thread",
            "GET /v3/webhook-subscriptions",
            "GET /v3/payment_requests",
            "GET /v3/blocked_handles",
            "GET /v3/contact_card",
            "GET /v3/experiences",
        ],
        at: "",
        when: has_empty_list,
        variants: &[("list.null", &[EmptyListsNull]), DOCUMENTED],
    },
    // Contents of chats, lines and messages.
    Row {
        on: &["GET *", "PATCH *"],
        at: "**",
        when: |message| message["is_from_me"] == false && is_unknown_card(message),
        variants: &[("card_reply.replacement_character", &[ReplacementCharacter])],
    },
    Row {
        on: &["*"],
        at: "**",
        when: |chat| chat["health_status"].is_object(),
        variants: HEALTH,
    },
    Row {
        on: &["*"],
        at: "**.health_status",
        when: Value::is_object,
        variants: HEALTH_STATUS,
    },
    Row {
        on: &["*"],
        at: "**",
        when: |line| line["reputation"].is_object(),
        variants: &[("reputation.absent", &[Drop(&["reputation"])]), DOCUMENTED],
    },
    Row {
        on: &["*"],
        at: "**",
        when: has_parts,
        variants: PARTS,
    },
    Row {
        on: &["*"],
        at: "**.parts[]",
        when: is_text,
        variants: TEXT,
    },
    Row {
        on: &["*"],
        at: "**.parts[]",
        when: is_audio,
        variants: AUDIO,
    },
    Row {
        on: &["GET *", "PATCH *"],
        at: "**.parts[]",
        when: is_media,
        variants: &[
            ("media.deleted", &[Drop(&["id", "url"])]),
            DOCUMENTED,
            ("media.id_absent", &[Drop(&["id"])]),
            (
                "media.deleted_nulls",
                &[Null(&["id", "url", "filename", "mime_type", "size_bytes"])],
            ),
            DOCUMENTED,
            ("media.filename_null", &[Null(&["filename"])]),
            ("media.url_only", &[Keep(&["type", "url"])]),
        ],
    },
    Row {
        on: &["POST *"],
        at: "**.parts[]",
        when: is_media,
        variants: MEDIA,
    },
    Row {
        on: &["*"],
        at: "**.parts[]",
        when: is_card,
        variants: CARD,
    },
    Row {
        on: &["*"],
        at: "**.from_handle",
        when: Value::is_object,
        variants: SENDER,
    },
    Row {
        on: &["*"],
        at: "",
        when: has_time,
        variants: TIMES,
    },
];

/// Errors of the API.
pub(super) const ERRORS: &[Row] = &[Row {
    on: &["*"],
    at: "",
    when: always,
    variants: &[
        (
            "error.code_and_message",
            &[Keep(&["error.code", "error.message", "error.retry_after"])],
        ),
        DOCUMENTED,
        (
            "error.no_trace_id",
            &[Keep(&[
                "success",
                "error.status",
                "error.code",
                "error.message",
                "error.retry_after",
            ])],
        ),
    ],
}];

/// Webhook events, envelope included.
pub(super) const EVENTS: &[Row] = &[
    Row {
        on: &["message.failed"],
        at: "",
        when: always,
        variants: &[("failed.whole_message", &[Payload]), DOCUMENTED],
    },
    // Messages, in the new payload version (`data`) and in the old one (`data.message`).
    Row {
        on: &["message.received"],
        at: "data",
        when: is_unknown_card,
        variants: &[("card_reply.replacement_character", &[ReplacementCharacter])],
    },
    Row {
        on: &["message.received"],
        at: "data.message",
        when: is_unknown_card,
        variants: &[("card_reply.replacement_character", &[ReplacementCharacter])],
    },
    Row {
        on: &["message.*"],
        at: "data",
        when: has_parts,
        variants: &[
            DOCUMENTED,
            DOCUMENTED,
            (
                "message.few_fields",
                &[Keep(&[
                    "chat.id",
                    "direction",
                    "id",
                    "parts",
                    "sender_handle",
                    "error",
                ])],
            ),
        ],
    },
    Row {
        on: &["message.*"],
        at: "**",
        when: has_parts,
        variants: PARTS,
    },
    Row {
        on: &["message.*"],
        at: "**.parts[]",
        when: is_text,
        variants: TEXT,
    },
    Row {
        on: &["message.*"],
        at: "**.parts[]",
        when: is_audio,
        variants: AUDIO,
    },
    Row {
        on: &["message.*"],
        at: "**.parts[]",
        when: is_media,
        variants: MEDIA,
    },
    Row {
        on: &["message.*"],
        at: "**.parts[]",
        when: is_card,
        variants: CARD,
    },
    // Reactions, before their senders.
    Row {
        on: &["reaction.*", "poll.reaction.added"],
        at: "data",
        when: |reaction| reaction["from_handle"].is_object(),
        variants: &[
            (
                "reaction.sender_handle",
                &[
                    Rename("from_handle", "sender_handle"),
                    Drop(&["is_from_me"]),
                ],
            ),
            DOCUMENTED,
            ("reaction.is_from_me_absent", &[Drop(&["is_from_me"])]),
        ],
    },
    Row {
        on: &["*"],
        at: "data.sender_handle",
        when: Value::is_object,
        variants: SENDER,
    },
    Row {
        on: &["*"],
        at: "data.from_handle",
        when: Value::is_object,
        variants: SENDER,
    },
    // Chats and lines.
    Row {
        on: &["*"],
        at: "**",
        when: |chat| chat["health_status"].is_object(),
        variants: HEALTH,
    },
    Row {
        on: &["*"],
        at: "**.health_status",
        when: Value::is_object,
        variants: HEALTH_STATUS,
    },
    Row {
        on: &["phone_number.status_updated"],
        at: "data",
        when: always,
        variants: &[
            (
                "reputation.absent",
                &[Drop(&["previous_reputation", "new_reputation"])],
            ),
            DOCUMENTED,
        ],
    },
    // The envelope.
    Row {
        on: &["*"],
        at: "",
        when: always,
        variants: &[
            ("webhook_version.absent", &[Drop(&["webhook_version"])]),
            ("webhook_version.one", &[Set("webhook_version", "1")]),
            DOCUMENTED,
            (
                "webhook_version.newer",
                &[Set("webhook_version", "2027-01-01")],
            ),
        ],
    },
    Row {
        on: &["*"],
        at: "",
        when: always,
        variants: &[
            DOCUMENTED,
            DOCUMENTED,
            ("event_id.header_only", &[Drop(&["event_id"])]),
        ],
    },
    Row {
        on: &["*"],
        at: "",
        when: always,
        variants: &[
            DOCUMENTED,
            (
                "envelope.few_fields",
                &[Drop(&["created_at", "trace_id", "partner_id"])],
            ),
            DOCUMENTED,
        ],
    },
    Row {
        on: &["*"],
        at: "",
        when: has_time,
        variants: TIMES,
    },
];

const HEALTH: &[Variant] = &[
    ("health_status.absent", &[Drop(&["health_status"])]),
    DOCUMENTED,
    DOCUMENTED,
];
/// Variants of a `health_status` that is present.
const HEALTH_STATUS: &[Variant] = &[
    DOCUMENTED,
    ("health_status.lower_case", &[LowerCase("status")]),
];
/// Rare, since most of a message is lost with its parts.
const PARTS: &[Variant] = &[
    DOCUMENTED,
    DOCUMENTED,
    ("parts.absent", &[Drop(&["parts"])]),
    DOCUMENTED,
    DOCUMENTED,
    ("parts.null", &[Null(&["parts"])]),
];
const TEXT: &[Variant] = &[
    ("text.decorations_null", &[Null(&["text_decorations"])]),
    ("text.value_only", &[Keep(&["type", "value"])]),
    DOCUMENTED,
];
const AUDIO: &[Variant] = &[
    ("media.voice_memo", &[Set("type", "voice_memo")]),
    DOCUMENTED,
];
const MEDIA: &[Variant] = &[
    ("media.id_absent", &[Drop(&["id"])]),
    DOCUMENTED,
    ("media.filename_null", &[Null(&["filename"])]),
    ("media.url_only", &[Keep(&["type", "url"])]),
];
const CARD: &[Variant] = &[
    ("card.app_only", &[Keep(&["type", "app"])]),
    DOCUMENTED,
    ("card.layout_absent", &[Drop(&["layout"])]),
];
const SENDER: &[Variant] = &[
    ("sender.few_fields", &[Keep(&["handle", "is_me"])]),
    DOCUMENTED,
];
const TIMES: &[Variant] = &[("times.nine_digits", &[NineDigits]), DOCUMENTED];

fn always(_: &Value) -> bool {
    true
}

fn has_empty_list(page: &Value) -> bool {
    page.as_object()
        .is_some_and(|fields| fields.values().any(is_empty_list))
}

fn has_parts(message: &Value) -> bool {
    message["parts"].is_array()
}

/// Returns whether a message is one card of an app that is not in the App Store.
fn is_unknown_card(message: &Value) -> bool {
    let parts = message["parts"].as_array().map(Vec::as_slice);
    matches!(parts, Some([part]) if is_card(part) && part["app"]["app_store_id"].is_null())
}

fn is_text(part: &Value) -> bool {
    part["type"] == "text"
}

fn is_media(part: &Value) -> bool {
    part["type"] == "media"
}

fn is_audio(part: &Value) -> bool {
    is_media(part)
        && part["mime_type"]
            .as_str()
            .is_some_and(|kind| kind.starts_with("audio/"))
}

fn is_card(part: &Value) -> bool {
    part["type"] == "imessage_app"
}

fn has_time(document: &Value) -> bool {
    match document {
        Value::Object(fields) => fields
            .iter()
            .any(|(name, field)| name.ends_with("_at") && field.is_string() || has_time(field)),
        Value::Array(items) => items.iter().any(has_time),
        _ => false,
    }
}

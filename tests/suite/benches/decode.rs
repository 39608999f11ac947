//! Compares decoding a page of 100 messages with plain `serde_json` into derived types of the same fields.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use bytes::Bytes;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use linq_core::{Endpoint, api::chats::messages::ListMessages, schema::Schema};
use linq_suite::samples::{Fill, published, with_type_first};
use serde_json::{Value, json};
use std::hint::black_box;

/// Types of the documentation, derived with serde.
mod plain {
    #![allow(dead_code, reason = "only deserialized")]
    #![allow(clippy::struct_field_names, reason = "names of the API")]

    use linq_core::{
        Timestamp,
        id::{AttachmentId, ChatHandleId, ChatId, MessageId, ReactionId},
        message::EffectKind,
        model::{
            DeliveryStatus, FileUrl, LineType, ParticipantStatus, ReactionType, ServiceType,
            TextAnimation, TextStyle, Utf16Range,
        },
    };
    use serde::Deserialize;

    macro_rules! structs {
        ($($name:ident { $($(#[$meta:meta])? $field:ident: $ty:ty,)* })*) => {
            $(#[derive(Deserialize)] pub(super) struct $name { $($(#[$meta])? $field: $ty,)* })*
        };
    }

    structs! {
        Page { messages: Vec<Message>, next_cursor: Option<String>, }
        Message {
            id: MessageId, chat_id: ChatId, created_at: Timestamp, delivery_status: DeliveryStatus,
            is_delivered: Option<bool>, is_from_me: bool, is_read: Option<bool>, updated_at: Timestamp,
            delivered_at: Option<Timestamp>, effect: Option<Effect>, from: Option<String>,
            from_handle: Option<Handle>, parts: Option<Vec<Part>>, preferred_service: Option<ServiceType>,
            read_at: Option<Timestamp>, reconciled_at: Option<Timestamp>, reply_to: Option<ReplyTo>,
            sent_at: Option<Timestamp>, service: Option<ServiceType>,
        }
        Effect { name: Option<String>, #[serde(rename = "type")] kind: Option<EffectKind>, }
        ReplyTo { message_id: MessageId, part_index: Option<u32>, }
        Handle {
            id: ChatHandleId, handle: String, joined_at: Timestamp, service: ServiceType, is_me: Option<bool>,
            left_at: Option<Timestamp>, line_type: Option<LineType>, status: Option<ParticipantStatus>,
        }
        Text {
            value: String, reactions: Option<Vec<Reaction>>, inline_stickers: Option<Vec<InlineSticker>>,
            mention: Option<String>, mention_range: Option<Utf16Range>, mentions: Option<Vec<Mention>>,
            text_decorations: Option<Vec<Decoration>>,
        }
        Media {
            id: AttachmentId, filename: String, mime_type: String, reactions: Option<Vec<Reaction>>,
            size_bytes: u64, url: FileUrl,
        }
        Link { value: String, reactions: Option<Vec<Reaction>>, }
        App {
            app: AppInfo, layout: Layout, reactions: Option<Vec<Reaction>>, url: String,
            fallback_text: Option<String>,
        }
        AppInfo { bundle_id: String, name: String, team_id: String, app_store_id: Option<u64>, }
        Layout {
            caption: Option<String>, image_subtitle: Option<String>, image_title: Option<String>,
            image_url: Option<FileUrl>, subcaption: Option<String>, trailing_caption: Option<String>,
            trailing_subcaption: Option<String>,
        }
        AppClip {
            value: String, reactions: Option<Vec<Reaction>>, description: Option<String>,
            image_url: Option<FileUrl>, title: Option<String>,
        }
        Reaction {
            handle: Handle, is_me: bool, #[serde(rename = "type")] kind: ReactionType, id: Option<ReactionId>,
            custom_emoji: Option<String>, sticker: Option<Sticker>,
        }
        Sticker {
            file_name: Option<String>, height: Option<u32>, mime_type: Option<String>, url: Option<FileUrl>,
            width: Option<u32>,
        }
        InlineSticker {
            range: Utf16Range, id: Option<AttachmentId>, file_name: Option<String>, mime_type: Option<String>,
            url: Option<FileUrl>,
        }
        Mention { handle: String, is_me: bool, range: Utf16Range, }
        Decoration { range: Utf16Range, style: Option<TextStyle>, animation: Option<TextAnimation>, }
    }

    #[derive(Deserialize)]
    #[serde(tag = "type", rename_all = "snake_case")]
    pub(super) enum Part {
        Text(Text),
        Media(Media),
        Link(Link),
        #[serde(rename = "imessage_app")]
        App(App),
        AppClip(AppClip),
    }
}

fn page_of_messages(criterion: &mut Criterion) {
    let message = Schema::Object(published().objects["Message"]);
    let message = Fill::Everything.sample(message);
    compare(criterion, "a page of 100 messages", &message);
    // The best case of derive: no union, whose content it buffers to find the tag.
    let mut without_parts = message;
    without_parts.as_object_mut().unwrap().remove("parts");
    compare(
        criterion,
        "a page of 100 messages without parts",
        &without_parts,
    );
}

fn compare(criterion: &mut Criterion, name: &str, message: &Value) {
    let page = json!({ "messages": vec![message; 100], "next_cursor": "next" });
    let body = Bytes::from(with_type_first(&page));
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(body.len() as u64));
    group.bench_function("serde_json", |bencher| {
        bencher.iter(|| black_box(serde_json::from_slice::<plain::Page>(&body).unwrap()));
    });
    group.bench_function("linq-core", |bencher| {
        bencher.iter(|| {
            black_box(ListMessages::decode(http::Response::new(body.clone()).into()).unwrap())
        });
    });
    group.finish();
}

criterion_group!(benches, page_of_messages);
criterion_main!(benches);

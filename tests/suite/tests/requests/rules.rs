use crate::CHAT;
use bytes::Bytes;
use http::Request;
use linq_core::{
    Client, DryRun,
    error::Invalid,
    message::{Link, Media},
};

/// Expects the call to be refused with an error that starts so.
fn refused(request: Result<Request<Bytes>, Invalid>, expected: &str) {
    let error = request.expect_err(expected).to_string();
    assert!(
        error.starts_with(expected),
        "{error} does not start with {expected}"
    );
}

fn linq() -> Client<DryRun> {
    Client::dry_run()
}

fn people(count: usize) -> impl Iterator<Item = String> {
    (0..count).map(|n| format!("+1555000{n:04}"))
}

const LINE: &str = "+12223334444";
const ANN: [&str; 1] = ["+15556667777"];

#[test]
fn a_handle_that_is_none() {
    let (linq, ann) = (linq(), ANN);
    refused(
        linq.chats().create("12223334444", ann, "hi").send(),
        "from: ",
    );
    refused(
        linq.chats().create("user@example.com", ann, "hi").send(),
        "from: ",
    );
    refused(
        linq.chats()
            .create(LINE, ["+15556667777", "nobody"], "hi")
            .send(),
        "to[1]: ",
    );
    refused(
        linq.chats().participants(CHAT).add("(205) 249-9136").send(),
        "handle: ",
    );
    refused(linq.chats().list().from("x").send(), "from: ");
}

#[test]
fn recipients_one_to_thirty_one() {
    let linq = linq();
    let create = |count| linq.chats().create(LINE, people(count), "hi").send();
    refused(create(0), "to: a chat has at least one recipient");
    refused(create(32), "to: a chat has at most 31 recipients, not 32");
    create(31).unwrap();
}

#[test]
fn a_first_message_without_links() {
    let linq = linq();
    let create = |text: &str| linq.chats().create(LINE, ANN, text).send();
    refused(create(""), "message.parts[0].value: ");
    refused(
        create("see https://example.com"),
        "message.parts[0].value: ",
    );
    let preview = linq.chats().create(LINE, ANN, Link::new("https://a.b"));
    refused(preview.send(), "message.parts[0]");
    linq.chats()
        .messages(CHAT)
        .send(Link::new("https://a.b"))
        .send()
        .unwrap();
}

#[test]
fn urls_are_https() {
    let linq = linq();
    refused(
        linq.chats()
            .messages(CHAT)
            .send(Media::url("http://a.b/c"))
            .send(),
        "message.parts[0].url: ",
    );
    refused(
        linq.chats()
            .update(CHAT)
            .group_chat_icon("http://a.b/c")
            .send(),
        "group_chat_icon: ",
    );
}

#[test]
fn an_id_stays_in_its_path_segment() {
    let linq = linq();
    refused(
        linq.chats().messages("").send("hi").send(),
        "chat_id: it is empty",
    );
    refused(
        linq.chats().retrieve("../phone_numbers").send(),
        "chat_id: ",
    );
}

#[test]
fn an_update_changes_something() {
    let update = linq().chats().update(CHAT).send();
    refused(
        update,
        "display_name: either this or `group_chat_icon` has to be given",
    );
}

#[test]
fn options_of_a_call() {
    let linq = linq();
    let send = || linq.chats().messages(CHAT).send("hi");
    refused(
        linq.chats().list().limit(-1).send(),
        "limit: the number is out of range",
    );
    refused(send().idempotency_key("").send(), "idempotency_key: ");
    refused(
        send().idempotency_key("k".repeat(256)).send(),
        "idempotency_key: ",
    );
    refused(send().header("a b", "c").send(), r#"headers["a b"]: "#);
    refused(send().header("a", "b\r\nc: d").send(), r#"headers["a"]: "#);
}

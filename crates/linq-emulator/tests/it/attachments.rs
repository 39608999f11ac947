use std::time::Duration;

use linq_emulator::{ErrorResponse, Fault, FileStatus};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use uuid::Uuid;

use crate::harness::{ANNA, Api, ApiResponse};

const BYTES: &[u8] = b"not really a photo";

async fn create_attachment(api: &Api, size: usize) -> ApiResponse {
    let file = json!({ "filename": "a b/ü.png", "content_type": "image/png", "size_bytes": size });
    let response = api.post("/v3/attachments", file).await;
    assert_eq!(response.status, 201, "{:#}", response.body);
    response
}

/// Returns the PUT request of an upload.
fn put(upload: &Value, bytes: &'static [u8]) -> reqwest::RequestBuilder {
    let mut request = reqwest::Client::builder()
        .no_proxy()
        .build()
        .unwrap()
        .request(Method::PUT, upload["upload_url"].as_str().unwrap());
    for (name, value) in upload["required_headers"].as_object().unwrap() {
        request = request.header(name, value.as_str().unwrap());
    }
    request.body(bytes)
}

async fn assert_error(request: reqwest::RequestBuilder, status: u16, code: &str) {
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), status);
    assert_eq!(response.headers()["content-type"], "application/xml");
    let body = response.text().await.unwrap();
    assert!(body.contains(&format!("<Code>{code}</Code>")), "{body}");
}

fn media(id: Uuid) -> Value {
    json!({ "parts": [{ "type": "media", "attachment_id": id }] })
}

#[tokio::test]
async fn attachment_is_created_uploaded_sent_and_downloaded() {
    let api = Api::new();
    let upload = create_attachment(&api, BYTES.len()).await;
    let (id, url) = (upload.id("/attachment_id"), &upload.body["upload_url"]);
    assert_eq!(upload.body["http_method"], "PUT");
    let headers = json!({ "Content-Type": "image/png", "Content-Length": "18" });
    assert_eq!(upload.body["required_headers"], headers);
    let storage = api.emulator.storage_url();
    assert!(url.as_str().unwrap().starts_with(&storage));
    assert!(!api.emulator.base_url().starts_with(&storage));

    let path = format!("/v3/attachments/{id}");
    assert_eq!(api.get(&path).await.body["status"], "pending");
    let chat = api.chat_with(&[ANNA]).await;
    api.send(chat, media(id))
        .await
        .assert_error_for(404, 2007, "message.parts[0].attachment_id");

    let stored = put(&upload.body, BYTES).send().await.unwrap();
    assert_eq!(stored.status(), 200);
    let file = api.get(&path).await;
    assert_eq!(file.status, 200);
    assert_eq!(
        file.body["filename"].as_str().unwrap(),
        "a b/ü.png",
        "{:#}",
        file.body
    );
    assert_eq!(
        (&file.body["status"], &file.body["size_bytes"]),
        (&json!("complete"), &json!(18))
    );
    assert_eq!(file.body["download_url"], upload.body["download_url"]);

    let sent = api.send(chat, media(id)).await;
    assert_eq!(sent.status, 202, "{:#}", sent.body);
    let part = &sent.body["message"]["parts"][0];
    assert_eq!(
        (&part["filename"], &part["size_bytes"], &part["mime_type"]),
        (&json!("a b/ü.png"), &json!(18), &json!("image/png"))
    );
    let fetched = reqwest::get(part["url"].as_str().unwrap()).await.unwrap();
    assert_eq!(fetched.headers()["content-type"], "image/png");
    assert_eq!(fetched.bytes().await.unwrap(), BYTES);

    // A download URL of the emulator is equivalent to the id.
    let by_url = json!({ "parts": [{ "type": "media", "url": part["url"] }] });
    let sent = api.send(chat, by_url).await;
    assert_eq!(sent.body["message"]["parts"][0]["id"], id.to_string());
}

#[tokio::test]
async fn upload_must_match_the_presigned_url() {
    let api = Api::new();
    let upload = create_attachment(&api, BYTES.len()).await.body;
    let leaked = put(&upload, BYTES).bearer_auth("the API key");
    assert_error(leaked, 400, "InvalidArgument").await;
    let mut wrong = upload.clone();
    wrong["required_headers"]["Content-Type"] = json!("image/jpeg");
    assert_error(put(&wrong, BYTES), 403, "SignatureDoesNotMatch").await;
    wrong["required_headers"] = json!({});
    assert_error(put(&wrong, BYTES), 403, "SignatureDoesNotMatch").await;
    let longer = &b"not really a photo."[..];
    wrong["required_headers"] = json!({ "Content-Type": "image/png" });
    assert_error(put(&wrong, longer), 403, "SignatureDoesNotMatch").await;
    let extra = put(&upload, BYTES).header("x-amz-acl", "public-read");
    assert_error(extra, 403, "AccessDenied").await;
    let url = upload["upload_url"].as_str().unwrap();
    let mut elsewhere = upload.clone();
    elsewhere["upload_url"] = json!(url.replace("Signature=", "Signature=0"));
    assert_error(put(&elsewhere, BYTES), 403, "SignatureDoesNotMatch").await;
    let chunked = raw(
        &upload,
        "transfer-encoding: chunked\r\n\r\n0\r\n\r\n",
        false,
    )
    .await;
    assert!(chunked.starts_with("HTTP/1.1 411 "), "{chunked}");
    let read = reqwest::Client::new().get(url);
    assert_error(read, 405, "MethodNotAllowed").await;

    let id = upload["attachment_id"].as_str().unwrap();
    let status = api.get(&format!("/v3/attachments/{id}")).await.body["status"].clone();
    assert_eq!(status, "pending");
    assert_eq!(put(&upload, BYTES).send().await.unwrap().status(), 200);
}

/// Returns the response to a PUT; `rest` is everything after its first headers.
async fn raw(upload: &Value, rest: &str, is_cut: bool) -> String {
    let url = reqwest::Url::parse(upload["upload_url"].as_str().unwrap()).unwrap();
    let address = ("127.0.0.1", url.port().unwrap());
    let mut stream = TcpStream::connect(address).await.unwrap();
    let (path, query) = (url.path(), url.query().unwrap());
    let head = format!(
        "PUT {path}?{query} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: image/png\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(rest.as_bytes()).await.unwrap();
    if is_cut {
        stream.shutdown().await.unwrap();
    }
    let mut response = String::new();
    stream.read_to_string(&mut response).await.unwrap();
    response
}

#[tokio::test]
async fn truncated_upload_stores_nothing() {
    let api = Api::new();
    let upload = create_attachment(&api, BYTES.len()).await;
    raw(&upload.body, "content-length: 18\r\n\r\nnot", true).await;
    assert_eq!(api.emulator.attachments()[0].status, FileStatus::Pending);
    let whole = raw(
        &upload.body,
        "content-length: 18\r\n\r\nnot really a photo",
        false,
    )
    .await;
    assert!(whole.starts_with("HTTP/1.1 200 "), "{whole}");
    assert_eq!(api.emulator.attachments()[0].status, FileStatus::Complete);
}

#[tokio::test]
async fn upload_url_expires_after_fifteen_minutes_or_on_request() {
    let api = Api::new();
    let first = create_attachment(&api, BYTES.len()).await.body;
    let expires: jiff::Timestamp = first["expires_at"].as_str().unwrap().parse().unwrap();
    let left = expires.duration_since(jiff::Timestamp::now()).as_secs();
    assert!((890..=900).contains(&left), "{left}");
    api.emulator.advance_clock(Duration::from_secs(14 * 60));
    assert_eq!(put(&first, BYTES).send().await.unwrap().status(), 200);
    let leap = json!({ "advance_seconds": 61 });
    assert_eq!(api.control("POST", "/clock", leap).await.status, 204);
    assert_error(put(&first, BYTES), 403, "AccessDenied").await;

    let second = create_attachment(&api, BYTES.len()).await;
    let id = second.id("/attachment_id");
    let expire = format!("/attachments/{id}/expire");
    let updated = api.control("POST", &expire, Value::Null).await;
    assert_eq!(updated.status, 204);
    assert_error(put(&second.body, BYTES), 403, "AccessDenied").await;
    assert!(api.emulator.expire_upload(Uuid::max()).is_err());
}

#[tokio::test]
async fn faults_apply_to_uploads_and_are_logged() {
    let api = Api::new();
    let upload = create_attachment(&api, BYTES.len()).await.body;
    let busy = Fault::status(ErrorResponse::new(503, 3002))
        .path("/uploads")
        .times(1);
    let lost = Fault::drop_response()
        .method("PUT")
        .path("/uploads")
        .times(1);
    api.emulator.add_fault(busy).unwrap();
    api.emulator.add_fault(lost).unwrap();
    assert_eq!(put(&upload, BYTES).send().await.unwrap().status(), 503);
    assert_eq!(api.emulator.attachments()[0].status, FileStatus::Pending);
    assert!(put(&upload, BYTES).send().await.is_err());
    let file = &api.emulator.attachments()[0];
    assert_eq!(file.status, FileStatus::Complete);
    assert_eq!(file.sha256.as_ref().unwrap().len(), 64);

    let log = api.emulator.requests();
    let uploads: Vec<_> = log.iter().filter(|logged| logged.method == "PUT").collect();
    assert_eq!(uploads.len(), 2);
    assert!(uploads[0].path.starts_with("/uploads/"));
    assert_eq!((uploads[0].status, uploads[1].status), (Some(503), None));
    assert_eq!(uploads[1].fault.as_deref(), Some("drop_response"));
    assert_eq!(uploads[0].query.as_deref(), Some("[redacted]"));
    assert_eq!(uploads[0].headers["content-length"], "18");
}

#[tokio::test]
async fn deleted_attachment_is_gone_everywhere() {
    let api = Api::new();
    let upload = create_attachment(&api, BYTES.len()).await;
    let id = upload.id("/attachment_id");
    put(&upload.body, BYTES).send().await.unwrap();
    let path = format!("/v3/attachments/{id}");
    assert_eq!(api.call("DELETE", &path, Value::Null).await.status, 204);
    api.get(&path).await.assert_error(404, 2003);
    api.call("DELETE", &path, Value::Null)
        .await
        .assert_error(404, 2003);
    let chat = api.chat_with(&[ANNA]).await;
    api.send(chat, media(id)).await.assert_error(404, 2003);
    let url = upload.body["download_url"].as_str().unwrap();
    assert_error(reqwest::Client::new().get(url), 404, "NoSuchKey").await;
    assert_error(put(&upload.body, BYTES), 404, "NoSuchKey").await;
}

#[tokio::test]
async fn invalid_attachments_are_rejected() {
    let api = Api::new();
    let good = json!({ "filename": "a.png", "content_type": "image/png", "size_bytes": 1 });
    let assert_error = async |field: &str, value: Value, code: u32| {
        let mut body = good.clone();
        body[field] = value;
        let response = api.post("/v3/attachments", body).await;
        response.assert_error_for(400, code, field);
    };
    assert_error("filename", Value::Null, 1001).await;
    assert_error("filename", json!(""), 1005).await;
    assert_error("content_type", json!("audio/ogg"), 5004).await;
    assert_error("size_bytes", json!(0), 1005).await;
    assert_error("size_bytes", json!("1"), 1005).await;
    assert_error("size_bytes", json!(100 * 1024 * 1024 + 1), 5005).await;
    let largest = json!({ "filename": "a.zip", "content_type": "application/zip", "size_bytes": 100 * 1024 * 1024 });
    assert_eq!(api.post("/v3/attachments", largest).await.status, 201);
    api.get("/v3/attachments/7").await.assert_error(400, 1005);
    api.get(&format!("/v3/attachments/{}", Uuid::max()))
        .await
        .assert_error(404, 2003);
}

#[tokio::test]
async fn added_attachment_can_be_downloaded_and_its_status_set() {
    let api = Api::new();
    let file =
        json!({ "filename": "a.pdf", "content_type": "application/pdf", "size_bytes": 100_000 });
    let added = api.control("POST", "/attachments", file).await;
    let id = added.id("/attachment_id");
    let list = api.control("GET", "/attachments", Value::Null).await.body;
    let listed = &list["attachments"][0];
    assert_eq!(
        (&listed["status"], &listed["sha256"]),
        (&json!("complete"), &Value::Null)
    );
    let url = listed["download_url"].as_str().unwrap();
    let fetched = reqwest::get(url).await.unwrap();
    assert_eq!(fetched.headers()["content-length"], "100000");
    assert_eq!(fetched.bytes().await.unwrap(), vec![0; 100_000]);

    let failed = json!({ "status": "failed" });
    let updated = api
        .control("PUT", &format!("/attachments/{id}"), failed)
        .await;
    assert_eq!(updated.status, 204);
    let path = format!("/v3/attachments/{id}");
    assert_eq!(api.get(&path).await.body["status"], "failed");
    assert_error(reqwest::Client::new().get(url), 404, "NoSuchKey").await;
}

#[tokio::test]
async fn files_are_removed_by_reset_and_drop() {
    let mine = tempfile::tempdir().unwrap();
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_linq-emulator"))
        .env("TMPDIR", mine.path())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut base = String::new();
    let stdout = std::io::BufReader::new(child.stdout.take().unwrap());
    std::io::BufRead::read_line(&mut { stdout }, &mut base).unwrap();
    let base = base.trim_end();
    let client = reqwest::Client::new();
    let size = 48 * 1024 * 1024;
    let file = json!({ "filename": "a", "content_type": "text/plain", "size_bytes": size });
    let create_attachment = client
        .post(format!("{base}/v3/attachments"))
        .bearer_auth("k");
    let response = create_attachment
        .body(file.to_string())
        .send()
        .await
        .unwrap();
    let upload: Value = serde_json::from_str(&response.text().await.unwrap()).unwrap();
    let bytes: &'static [u8] = vec![b'x'; size].leak();
    assert_eq!(put(&upload, bytes).send().await.unwrap().status(), 200);

    let files = || {
        let directory = std::fs::read_dir(mine.path()).unwrap().next()?.unwrap();
        Some(std::fs::read_dir(directory.path()).unwrap().count())
    };
    assert_eq!(files(), Some(1));
    if let Ok(status) = std::fs::read_to_string(format!("/proc/{}/status", child.id())) {
        let peak = status.lines().find(|line| line.starts_with("VmHWM:"));
        let kib: usize = peak
            .and_then(|line| line.split_whitespace().nth(1))
            .unwrap()
            .parse()
            .unwrap();
        assert!(kib < 40 * 1024, "the file was held in memory: {kib} KiB");
    }
    let reset = base.replace("/api/partner", "/_emulator/reset");
    assert_eq!(client.post(reset).send().await.unwrap().status(), 204);
    assert_eq!(files(), Some(0));

    if cfg!(unix) {
        let id = child.id().to_string();
        let kill = std::process::Command::new("kill").arg(id).status();
        assert!(kill.unwrap().success());
        child.wait().unwrap();
        assert_eq!(files(), None);
    } else {
        child.kill().unwrap();
        child.wait().unwrap();
    }
}

//! Files in stored messages: placeholders of attachments that are still to be uploaded.

use linq_core::{error::InvalidArgument, id::AttachmentId, stored_call::StoredCall};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::value::{RawValue, to_raw_value};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

const SCHEME: &str = "file://";
/// As a JSON string begins with it.
const QUOTED_SCHEME: &str = "\"file://";
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Returns a placeholder for the attachment of a media part: the file, which is uploaded before the message is sent. The
/// identifier of the attachment takes its place then.
///
/// ```no_run
/// use linq_core::message::{Media, MessageContent};
///
/// # fn example() -> std::io::Result<()> {
/// let photo = Media::attachment(linq_durable::file("photos/cake.jpg")?);
/// let message = MessageContent::from("Look!").part(photo);
/// # Ok(())
/// # }
/// ```
///
/// The path is made absolute. The file must stay where it is, unchanged, until the message is sent; if it cannot be read
/// then, the entry fails.
///
/// # Errors
///
/// The file does not exist, or its path is not valid Unicode.
pub fn file(path: impl AsRef<Path>) -> io::Result<AttachmentId> {
    let path = fs::canonicalize(path)?;
    let Some(path) = path.to_str() else {
        let problem = "the path is not valid Unicode";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, problem));
    };
    let slash = if path.starts_with('/') { "" } else { "/" };
    let path = utf8_percent_encode(path, RESERVED);
    Ok(format!("{SCHEME}{slash}{path}").into())
}

/// Returns the first file of a call that is to be uploaded.
pub(crate) fn next_file(call: &StoredCall) -> Option<PathBuf> {
    let parts = Parts::read(call)?;
    parts.placeholders().find_map(|(_, url)| path_of(&url))
}

/// Checks the files of a call.
///
/// # Errors
///
/// [`InvalidArgument`] with the path of the placeholder, such as `message.parts[1].attachment_id`.
pub(crate) fn check(call: &StoredCall) -> Result<(), InvalidArgument> {
    let Some(parts) = Parts::read(call) else {
        return Ok(());
    };
    for (index, url) in parts.placeholders() {
        let problem = match path_of(&url).map(fs::metadata) {
            Some(Ok(metadata)) if metadata.is_file() => continue,
            Some(Ok(_)) => "not a file".to_owned(),
            Some(Err(error)) => format!("the file cannot be read: {}", error.kind()),
            None => "not a valid file URL".to_owned(),
        };
        let field = format!("message.parts[{index}].attachment_id");
        return Err(InvalidArgument::new(field, problem));
    }
    Ok(())
}

/// Returns the call with the attachment in place of a file; `None` if the call does not contain the file.
pub(crate) fn with_attachment(
    call: &StoredCall,
    path: &Path,
    attachment: &AttachmentId,
) -> Option<StoredCall> {
    let mut parts = Parts::read(call)?;
    let uploaded = parts.placeholders();
    let uploaded = uploaded.filter(|(_, url)| path_of(url).as_deref() == Some(path));
    let uploaded: Vec<_> = uploaded.map(|(index, _)| index).collect();
    let id = to_raw_value(attachment).ok()?;
    for index in &uploaded {
        parts.items[*index].insert(ATTACHMENT_ID.to_owned(), id.clone());
    }
    if uploaded.is_empty() {
        return None;
    }
    Some(call.clone().with_body(parts.into_body().ok()?))
}

/// Returns whether two calls are the same. Files of the stored one that have been uploaded since are not compared.
pub(crate) fn is_same(stored: &StoredCall, new: &StoredCall) -> bool {
    let mut new = new.clone();
    if let (Some(mut parts), Some(stored)) = (Parts::read(&new), Parts::read_any(stored)) {
        let placeholders: Vec<_> = parts.placeholders().map(|(index, _)| index).collect();
        for index in placeholders {
            let stored = stored
                .items
                .get(index)
                .and_then(|part| part.get(ATTACHMENT_ID));
            if let Some(id) = stored.filter(|id| !id.get().starts_with(QUOTED_SCHEME)) {
                parts.items[index].insert(ATTACHMENT_ID.to_owned(), id.clone());
            }
        }
        let Ok(body) = parts.into_body() else {
            return false;
        };
        new = new.with_body(body);
    }
    let json = |call: &StoredCall| serde_json::to_value(call).ok();
    json(stored).is_some_and(|stored| Some(stored) == json(&new))
}

/// A JSON object whose values are kept verbatim.
type Object = BTreeMap<String, Box<RawValue>>;

/// The parts of a message, with the objects around them.
struct Parts {
    body: Object,
    message: Object,
    items: Vec<Object>,
}

const ATTACHMENT_ID: &str = "attachment_id";

impl Parts {
    /// Reads the parts of a call that contains a placeholder.
    fn read(call: &StoredCall) -> Option<Self> {
        let has_placeholder = call.body().get().contains(SCHEME);
        has_placeholder.then(|| Self::read_any(call)).flatten()
    }

    /// Reads the parts of a call.
    fn read_any(call: &StoredCall) -> Option<Self> {
        let body: Object = serde_json::from_str(call.body().get()).ok()?;
        let message: Object = serde_json::from_str(body.get("message")?.get()).ok()?;
        let items = serde_json::from_str(message.get("parts")?.get()).ok()?;
        Some(Self {
            body,
            message,
            items,
        })
    }

    /// Returns the placeholders, with the indexes of their parts.
    fn placeholders(&self) -> impl Iterator<Item = (usize, String)> {
        self.items.iter().enumerate().filter_map(|(index, part)| {
            let id: String = serde_json::from_str(part.get(ATTACHMENT_ID)?.get()).ok()?;
            id.starts_with(SCHEME).then_some((index, id))
        })
    }

    fn into_body(mut self) -> serde_json::Result<Box<RawValue>> {
        let parts = to_raw_value(&self.items)?;
        self.message.insert("parts".to_owned(), parts);
        let message = to_raw_value(&self.message)?;
        self.body.insert("message".to_owned(), message);
        to_raw_value(&self.body)
    }
}

fn path_of(url: &str) -> Option<PathBuf> {
    let path = percent_decode_str(url.strip_prefix(SCHEME)?)
        .decode_utf8()
        .ok()?;
    let path = match path.strip_prefix('/') {
        Some(path) if cfg!(windows) => path,
        Some(_) => &*path,
        None => return None,
    };
    (!path.contains('\0')).then(|| path.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use linq_core::{
        Client,
        exchange::Entropy,
        message::{Media, MessageContent},
    };

    fn call(message: MessageContent) -> StoredCall {
        let linq = Client::dry_run();
        let call = linq.messages().create("+15556667777", message);
        let entropy = Entropy::new([7; Entropy::LEN]);
        call.into_prepared().into_stored(entropy).unwrap()
    }

    #[test]
    fn file_is_replaced_by_its_attachment() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("wörld & 100%.jpg");
        fs::write(&path, "jpg").unwrap();
        let other = directory.path().join("other.jpg");
        fs::write(&other, "jpg").unwrap();
        let quoted = r#"not "attachment_id":"file:///etc/passwd" but text"#;
        let before = call(
            MessageContent::from(quoted)
                .part(Media::attachment(file(&path).unwrap()))
                .part(Media::attachment(file(&other).unwrap()))
                .part(Media::attachment(file(&path).unwrap())),
        );
        check(&before).unwrap();
        assert_eq!(next_file(&before), Some(fs::canonicalize(&path).unwrap()));

        let path = fs::canonicalize(&path).unwrap();
        assert!(with_attachment(&before, Path::new("/etc/passwd"), &"a0".into()).is_none());
        let one_left = with_attachment(&before, &path, &"a1".into()).unwrap();
        assert_eq!(
            next_file(&one_left),
            Some(fs::canonicalize(&other).unwrap())
        );
        assert!(with_attachment(&one_left, &path, &"a3".into()).is_none());
        let other = fs::canonicalize(&other).unwrap();
        let after = with_attachment(&one_left, &other, &"a2".into()).unwrap();
        assert_eq!(next_file(&after), None);
        assert!(is_same(&after, &before) && is_same(&one_left, &before));

        let expected = call(
            MessageContent::from(quoted)
                .part(Media::attachment("a1"))
                .part(Media::attachment("a2"))
                .part(Media::attachment("a1")),
        );
        let json = |call: &StoredCall| serde_json::from_str::<serde_json::Value>(call.body().get());
        assert_eq!(json(&after).unwrap(), json(&expected).unwrap());
    }

    #[test]
    fn other_file_makes_another_call() {
        let directory = tempfile::tempdir().unwrap();
        let photo = |name: &str| {
            let path = directory.path().join(name);
            fs::write(&path, "jpg").unwrap();
            call(MessageContent::from(Media::attachment(
                file(&path).unwrap(),
            )))
        };
        let (cake, cookie) = (photo("cake.jpg"), photo("cookie.jpg"));
        assert!(is_same(&cake, &cake));
        assert!(!is_same(&cake, &cookie));
    }

    #[test]
    fn unusable_file_is_an_invalid_argument() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("cake.jpg");
        fs::write(&path, "jpg").unwrap();
        let cake = file(&path).unwrap();
        let folder = file(directory.path()).unwrap();
        fs::remove_file(&path).unwrap();
        assert!(file(&path).is_err());
        for (id, problem) in [
            (cake, "the file cannot be read: entity not found"),
            (folder, "not a file"),
            ("file://cake.jpg".into(), "not a valid file URL"),
            ("file:///%00".into(), "not a valid file URL"),
            ("file:///%ff".into(), "not a valid file URL"),
        ] {
            let call = call(MessageContent::from("Look!").part(Media::attachment(id)));
            let error = check(&call).unwrap_err();
            assert_eq!(
                error.to_string(),
                format!("message.parts[1].attachment_id: {problem}")
            );
        }
    }
}

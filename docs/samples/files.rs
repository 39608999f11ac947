// ANCHOR: upload
use linq_client::message::{Media, MessageContent, Text};
use linq_client::{Error, blocking::Client};
use std::path::Path;

/// Uploads a photo once, and sends it to several chats.
pub fn send_photo(linq: &Client, photo: &Path, chats: &[&str]) -> Result<(), Error> {
    let upload = linq.attachments().upload(photo);
    let upload = upload.on_progress(|sent, total| println!("{sent} of {total} bytes"));
    let photo = upload.send()?;
    for &chat in chats {
        let message = MessageContent::from(Text::new().plain("Look:"));
        let message = message.part(Media::attachment(&photo.attachment_id));
        linq.chats().messages(chat).send(message).send()?;
    }
    Ok(())
}
// ANCHOR_END: upload

// ANCHOR: download
use linq_client::model::MediaPart;

/// Downloads a file that was received, at most 10 MB.
pub fn save(linq: &Client, part: &MediaPart, to: &Path) -> Result<(), Error> {
    linq.attachments()
        .download(part)
        .max_bytes(10_000_000)
        .to_file(to)
        .send()?;
    Ok(())
}
// ANCHOR_END: download

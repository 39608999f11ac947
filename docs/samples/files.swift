// ANCHOR: upload
import Foundation
import LinqClient

/// Uploads a photo once, and sends it to several chats.
func share(_ photo: URL, in chats: [String], with linq: Linq) async throws {
    let photo = try await linq.attachments.upload(.file(photo)) { print($0.fraction) }
    let media = OutgoingMedia(attachmentID: photo.attachmentID)
    let message = MessageContent.parts("Look:", .media(media))
    for chatID in chats {
        try await linq.chats.messages.send(chatID: chatID, message: message)
    }
}
// ANCHOR_END: upload

// ANCHOR: download
/// Downloads a file that was received, at most 10 MB.
func download(_ part: MediaPart, to file: URL, with linq: Linq) async throws {
    try await linq.attachments.download(.part(part), to: file, maxBytes: 10_000_000)
}
// ANCHOR_END: download

package dev.linq.client.site.files

// ANCHOR: upload-imports
import dev.linq.client.Linq
import dev.linq.client.UploadOptions
import dev.linq.client.request.MessageContent
import dev.linq.client.request.OutgoingMedia
import dev.linq.client.request.OutgoingText
import java.io.File
// ANCHOR_END: upload-imports
// ANCHOR: download-imports
import dev.linq.client.DownloadOptions
import dev.linq.client.DownloadSource
import dev.linq.client.model.MediaPart
// ANCHOR_END: download-imports

// ANCHOR: upload
/** Uploads a photo once, and sends it to several chats. */
suspend fun sendPhoto(linq: Linq, photo: File, chats: List<String>) {
    val progress = UploadOptions(onProgress = { println("${it.sentBytes} of ${it.totalBytes}") })
    val uploaded = linq.attachments.upload(photo, progress)
    val media = OutgoingMedia(attachmentId = uploaded.attachmentId)
    for (chat in chats) {
        linq.chats.messages.send(chat, MessageContent(OutgoingText("Look:"), media))
    }
}
// ANCHOR_END: upload

// ANCHOR: download
/** Downloads a file that was received, at most 10 MB. */
suspend fun save(linq: Linq, part: MediaPart, file: File) {
    val limit = DownloadOptions(maxBytes = 10_000_000)
    linq.attachments.download(DownloadSource(part), file, limit)
}
// ANCHOR_END: download

// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.done
import dev.linq.client.internal.reply
import dev.linq.client.model.AttachmentCreateResponse
import dev.linq.client.model.AttachmentRetrieveResponse
import dev.linq.client.model.SupportedContentType

/** Files to send, and files that were sent or received. */
public class AttachmentsResource internal constructor(private val calls: Calls) : Uploads(calls) {
    /**
     * Announces a file, and gives the URL to upload it to within 15 minutes.
     *
     * A file of up to 10 MB need not be uploaded ahead: a media part also takes a public URL. Uploaded ahead, it can be
     * in any number of messages without being fetched for each.
     *
     * Officially `attachments.create`, `POST /v3/attachments`:
     * https://docs.linqapp.com/api/resources/attachments/methods/create/
     *
     * @param contentType What the file is.
     * @param filename The file's name.
     * @param sizeBytes The file's size in bytes, at most 100 MB.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun create(
        contentType: SupportedContentType,
        filename: String,
        sizeBytes: Long,
        options: CallOptions = CallOptions(),
    ): AttachmentCreateResponse =
        calls.reply<AttachmentCreateResponse>("attachments.create", options) {
            put("content_type", contentType)
            put("filename", filename)
            put("size_bytes", sizeBytes)
        }

    /**
     * Gives what is known of a file, and where to download it.
     *
     * Officially `attachments.retrieve`, `GET /v3/attachments/{attachment_id}`:
     * https://docs.linqapp.com/api/resources/attachments/methods/retrieve/
     *
     * @param attachmentId The attachment.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun retrieve(
        attachmentId: String,
        options: CallOptions = CallOptions(),
    ): AttachmentRetrieveResponse =
        calls.reply<AttachmentRetrieveResponse>("attachments.retrieve", options) {
            put("attachment_id", attachmentId)
        }

    /**
     * Deletes a file of yours for good. No event tells of it.
     *
     * Officially `attachments.delete`, `DELETE /v3/attachments/{attachment_id}`:
     * https://docs.linqapp.com/api/resources/attachments/methods/delete/
     *
     * @param attachmentId The attachment.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun delete(
        attachmentId: String,
        options: CallOptions = CallOptions(),
    ) {
        calls.done("attachments.delete", options) {
            put("attachment_id", attachmentId)
        }
    }
}

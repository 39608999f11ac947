// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Files to send, and files that were sent or received.
public struct AttachmentsResource: Sendable {
    let client: Linq

    /// Announces a file, and gives the URL to upload it to within 15 minutes.
    ///
    /// A file of up to 10 MB need not be uploaded ahead: a media part also takes a public URL. Uploaded ahead, it can
    /// be in any number of messages without being fetched for each.
    ///
    /// `attachments.create`: see <https://docs.linqapp.com/api/resources/attachments/methods/create/>.
    ///
    /// - Parameters:
    ///   - contentType: What the file is.
    ///   - filename: The file's name.
    ///   - sizeBytes: The file's size in bytes, at most 100 MB.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func create(
        contentType: SupportedContentType,
        filename: String,
        sizeBytes: Int,
        options: CallOptions = CallOptions()
    ) async throws -> AttachmentCreateResponse {
        var arguments = Arguments()
        arguments.set("content_type", contentType)
        arguments.set("filename", filename)
        arguments.set("size_bytes", sizeBytes)
        return try await client.call("attachments.create", arguments, options)
    }

    /// Gives what is known of a file, and where to download it.
    ///
    /// `attachments.retrieve`: see <https://docs.linqapp.com/api/resources/attachments/methods/retrieve/>.
    ///
    /// - Parameters:
    ///   - attachmentId: The attachment.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func retrieve(
        attachmentId: String,
        options: CallOptions = CallOptions()
    ) async throws -> AttachmentRetrieveResponse {
        var arguments = Arguments()
        arguments.set("attachment_id", attachmentId)
        return try await client.call("attachments.retrieve", arguments, options)
    }

    /// Deletes a file of yours for good. No event tells of it.
    ///
    /// `attachments.delete`: see <https://docs.linqapp.com/api/resources/attachments/methods/delete/>.
    ///
    /// - Parameters:
    ///   - attachmentId: The attachment.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func delete(
        attachmentId: String,
        options: CallOptions = CallOptions()
    ) async throws {
        var arguments = Arguments()
        arguments.set("attachment_id", attachmentId)
        try await client.callWithoutReply("attachments.delete", arguments, options)
    }
}

package dev.linq.client.resource

import dev.linq.client.HttpRequest
import dev.linq.client.LinqException
import dev.linq.client.PrivateText
import dev.linq.client.UploadBody
import dev.linq.client.UploadOptions
import dev.linq.client.UploadSource
import dev.linq.client.UploadedFile
import dev.linq.client.ffi.PendingUpload
import dev.linq.client.ffi.UploadSettings
import dev.linq.client.ffi.UploadStep
import dev.linq.client.internal.Calls
import dev.linq.client.internal.Outcome
import dev.linq.client.internal.attempt
import dev.linq.client.internal.checked
import dev.linq.client.internal.native
import dev.linq.client.internal.toNative
import dev.linq.client.internal.toPublic
import java.io.File

/** Uploading in one call. */
public abstract class Uploads internal constructor(private val calls: Calls) {
    /**
     * Uploads a file of up to 100 MB to where messages can carry it. It is read as it is sent.
     *
     * @param file The file on disk.
     * @param options How it is to be uploaded.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun upload(file: File, options: UploadOptions = UploadOptions()): UploadedFile =
        upload(UploadSource(file), options)

    /**
     * Uploads a file of up to 100 MB to where messages can carry it.
     *
     * @param source The file, wherever it is.
     * @param options How it is to be uploaded.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun upload(source: UploadSource, options: UploadOptions = UploadOptions()): UploadedFile =
        calls.working { engine ->
            val settings = options.toNative(source.filename)
            val size = source.checkedSize()
            // A file that is not there has no bytes either, and is not merely empty.
            if (source.size == 0L) source.requireReadable()
            native { engine.beginUpload(size, settings) }.use { upload ->
                drive(upload, UploadBody(source.size, source, options.onProgress))
            }
        }

    private suspend fun drive(upload: PendingUpload, body: UploadBody): UploadedFile {
        val authorization = calls.authorization()
        var step = native { upload.start() }
        while (true) {
            val outcome = when (val now = step) {
                is UploadStep.Done -> return now.file.toPublic()
                is UploadStep.Token -> {
                    val token = authorization.token(now.refused, now.within)
                    step = if (token == null) {
                        native { upload.unauthorized() }
                    } else {
                        authorization.give(token, upload::authorized)
                    }
                    continue
                }
                is UploadStep.Call -> attempt(now.after, now.timeout) { calls.transport.send(now.request.toPublic()) }
                is UploadStep.Put -> attempt(now.after, now.timeout) {
                    val request = HttpRequest(now.method, now.url, now.headers.toPublic(), null)
                    calls.transport.upload(request, body)
                }
            }
            step = when (outcome) {
                is Outcome.Answered -> native { upload.answered(outcome.reply.toNative(), body.isSent) }
                is Outcome.Failed -> native(outcome.cause) {
                    upload.failed(outcome.failure.toNative(), outcome.reason)
                }
                is Outcome.NotRead -> native(outcome.cause) { upload.unreadable(outcome.cause.reason()) }
            }
        }
    }
}

private fun UploadSource.requireReadable() {
    try {
        open().close()
    } catch (e: Exception) {
        throw LinqException.Upload(e.reason(), e)
    }
}

private fun Throwable.reason(): String = message ?: javaClass.simpleName

private fun UploadSource.checkedSize(): ULong =
    if (size >= 0) size.toULong() else throw LinqException.InvalidArgument("size", "it is negative")

private fun UploadOptions.toNative(filename: String) = UploadSettings(
    filename = checked("filename", filename),
    contentType = contentType?.let { checked("content_type", it) },
    timeout = checked("timeout", timeout),
    maxRetries = checked("maxRetries", maxRetries),
    deadline = checked("deadline", deadline),
)

private fun dev.linq.client.ffi.UploadedFile.toPublic() =
    UploadedFile(attachmentId, downloadUrl?.let(::PrivateText), filename, contentType, sizeBytes.toLong())

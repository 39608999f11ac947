package dev.linq.client.resource

import dev.linq.client.HttpRequest
import dev.linq.client.LinqException
import dev.linq.client.Secret
import dev.linq.client.UploadBody
import dev.linq.client.UploadOptions
import dev.linq.client.UploadSource
import dev.linq.client.UploadedFile
import dev.linq.client.ffi.PendingUpload
import dev.linq.client.ffi.UploadConfig
import dev.linq.client.ffi.UploadStep
import dev.linq.client.internal.Calls
import dev.linq.client.internal.Outcome
import dev.linq.client.internal.attempt
import dev.linq.client.internal.checked
import dev.linq.client.internal.messageWith
import dev.linq.client.internal.native
import dev.linq.client.internal.toNative
import dev.linq.client.internal.toPublic
import java.io.File

/** Attachment uploads and downloads. */
public abstract class Uploads internal constructor(private val calls: Calls) : Downloads(calls) {
    /**
     * Uploads a file of at most 100 MB as an attachment for messages. It is read while it is sent.
     *
     * @param file The file on disk.
     * @param options Options of the upload.
     * @throws dev.linq.client.LinqException if the upload fails.
     */
    public suspend fun upload(file: File, options: UploadOptions = UploadOptions()): UploadedFile =
        upload(UploadSource(file), options)

    /**
     * Uploads a file of at most 100 MB as an attachment for messages.
     *
     * @param source The file.
     * @param options Options of the upload.
     * @throws dev.linq.client.LinqException if the upload fails.
     */
    public suspend fun upload(source: UploadSource, options: UploadOptions = UploadOptions()): UploadedFile =
        calls.withEngine { engine ->
            val config = options.toNative(source.filename)
            val size = source.checkedSize()
            // The size of a missing file, or of a folder, is 0 too.
            if (source.size == 0L) source.requireReadable()
            native { engine.beginUpload(size, config) }.use { upload ->
                try {
                    run(upload, UploadBody(source.size, source, options.onProgress))
                } finally {
                    calls.observe(upload::takeAttempts)
                }
            }
        }

    /** Executes the steps of an upload, and returns the uploaded file. */
    private suspend fun run(upload: PendingUpload, body: UploadBody): UploadedFile {
        val authorization = calls.authorization()
        var step = native { upload.start() }
        while (true) {
            calls.observe(upload::takeAttempts)
            val outcome = when (val current = step) {
                is UploadStep.Done -> return current.file.toPublic()
                is UploadStep.Token -> {
                    val token = authorization.token(current.rejected, current.timeout)
                    step = if (token == null) {
                        native { upload.tokenUnavailable() }
                    } else {
                        authorization.submit(token, upload::supplyToken)
                    }
                    continue
                }
                is UploadStep.Call -> attempt(current.delay, current.timeout) {
                    calls.transport.send(current.request.toPublic())
                }
                is UploadStep.Put -> attempt(current.delay, current.timeout) {
                    val request = HttpRequest(current.method, current.url, current.headers.toPublic(), null)
                    calls.transport.upload(request, body)
                }
            }
            step = when (outcome) {
                is Outcome.Responded -> native { upload.handleResponse(outcome.response.toNative(), body.isSent) }
                is Outcome.Failed -> native(outcome.cause) {
                    upload.handleFailure(outcome.failure.toNative(), outcome.reason)
                }
                is Outcome.SourceFailed -> native(outcome.cause) {
                    upload.handleSourceError(outcome.cause.messageWith(body.filename))
                }
            }
        }
    }
}

private fun UploadSource.requireReadable() {
    try {
        open.call().close()
    } catch (e: Exception) {
        throw LinqException.Upload(e.messageWith(filename), e)
    }
}

private fun UploadSource.checkedSize(): ULong =
    if (size >= 0) size.toULong() else throw LinqException.InvalidArgument("size", "must not be negative")

private fun UploadOptions.toNative(filename: String) = UploadConfig(
    filename = checked("filename", filename),
    contentType = contentType?.let { checked("contentType", it) },
    timeout = checked("timeout", timeout),
    maxRetries = checked("maxRetries", maxRetries),
    deadline = checked("deadline", deadline),
)

private fun dev.linq.client.ffi.UploadedFile.toPublic() =
    UploadedFile(attachmentId, downloadUrl?.let(::Secret), filename, contentType, sizeBytes.toLong())

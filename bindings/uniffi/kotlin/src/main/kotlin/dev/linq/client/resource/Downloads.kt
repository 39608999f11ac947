package dev.linq.client.resource

import dev.linq.client.DownloadBody
import dev.linq.client.DownloadOptions
import dev.linq.client.DownloadSource
import dev.linq.client.HttpHeader
import dev.linq.client.HttpRequest
import dev.linq.client.HttpResponse
import dev.linq.client.LinqException
import dev.linq.client.DownloadProgressException
import dev.linq.client.DownloadStoppedException
import dev.linq.client.TargetWriteException
import dev.linq.client.ffi.ChunkAction
import dev.linq.client.ffi.DownloadBodyUse
import dev.linq.client.ffi.DownloadConfig
import dev.linq.client.ffi.DownloadStep
import dev.linq.client.ffi.Header
import dev.linq.client.ffi.PendingDownload
import dev.linq.client.internal.Calls
import dev.linq.client.internal.DownloadTarget
import dev.linq.client.internal.FileTarget
import dev.linq.client.internal.MemoryTarget
import dev.linq.client.internal.Outcome
import dev.linq.client.internal.StreamTarget
import dev.linq.client.internal.attempt
import dev.linq.client.internal.attemptDownload
import dev.linq.client.internal.checked
import dev.linq.client.internal.messageWith
import dev.linq.client.internal.native
import dev.linq.client.internal.toNative
import dev.linq.client.internal.toPublic
import java.io.File
import java.io.OutputStream

/** Attachment downloads. */
public abstract class Downloads internal constructor(private val calls: Calls) {
    /**
     * Downloads a file of at most 100 MiB, or [DownloadOptions.maxBytes], into memory. An interrupted download is
     * retried, and the storage does not receive the key.
     *
     * @param source Identifier of an attachment, or URL of a file.
     * @param options Options of the download.
     * @throws dev.linq.client.LinqException if the download fails.
     */
    public suspend fun download(source: String, options: DownloadOptions = DownloadOptions()): ByteArray =
        toMemory(options.toNative(source), options)

    /**
     * Downloads a file of at most 100 MiB, or [DownloadOptions.maxBytes], into memory.
     *
     * @param source The file.
     * @param options Options of the download.
     * @throws dev.linq.client.LinqException if the download fails.
     */
    public suspend fun download(source: DownloadSource, options: DownloadOptions = DownloadOptions()): ByteArray =
        toMemory(options.toNative(source), options)

    /**
     * Downloads a file to disk, and returns its size in bytes. It is written to a temporary file in the same folder; a
     * file that exists is replaced once the download is complete.
     *
     * @param source Identifier of an attachment, or URL of a file.
     * @param file The file to write.
     * @param options Options of the download.
     * @throws dev.linq.client.LinqException if the download fails.
     */
    public suspend fun download(source: String, file: File, options: DownloadOptions = DownloadOptions()): Long =
        to(options.toNative(source), options) { FileTarget(file) }

    /**
     * Downloads a file to disk, and returns its size in bytes. It is written to a temporary file in the same folder; a
     * file that exists is replaced once the download is complete.
     *
     * @param source The file to download.
     * @param file The file to write.
     * @param options Options of the download.
     * @throws dev.linq.client.LinqException if the download fails.
     */
    public suspend fun download(
        source: DownloadSource,
        file: File,
        options: DownloadOptions = DownloadOptions(),
    ): Long = to(options.toNative(source), options) { FileTarget(file) }

    /**
     * Downloads a file to a stream, and returns its size in bytes. The stream is not closed. A failed download may have
     * written a part of the file, and is not retried once it has.
     *
     * @param source The file.
     * @param stream The stream to write to, for example of a content URI on Android.
     * @param options Options of the download.
     * @throws dev.linq.client.LinqException if the download fails.
     */
    public suspend fun download(
        source: DownloadSource,
        stream: OutputStream,
        options: DownloadOptions = DownloadOptions(),
    ): Long = to(options.toNative(source), options) { StreamTarget(stream) }

    private suspend fun toMemory(config: DownloadConfig, options: DownloadOptions): ByteArray {
        val memory = MemoryTarget()
        to(config, options) { memory }
        return memory.bytes
    }

    private suspend fun to(config: DownloadConfig, options: DownloadOptions, open: () -> DownloadTarget): Long =
        calls.withEngine { engine ->
            native { engine.beginDownload(config) }.use { download ->
                val target = try {
                    open()
                } catch (e: Exception) {
                    throw unwritable(e, "") // the message has the path
                }
                target.use {
                    val size = try {
                        run(download, Receiver(download, target, options.onProgress))
                    } finally {
                        calls.observe(download::takeAttempts)
                    }
                    try {
                        target.complete()
                    } catch (e: Exception) {
                        throw unwritable(e, target.name)
                    }
                    size
                }
            }
        }

    /** Executes the steps of a download, and returns the size of the file. */
    private suspend fun run(download: PendingDownload, receiver: Receiver): Long {
        val authorization = calls.authorization()
        var step = native { download.start() }
        while (true) {
            calls.observe(download::takeAttempts)
            val outcome = when (val current = step) {
                is DownloadStep.Done -> return current.size.toLong()
                is DownloadStep.Token -> {
                    val token = authorization.token(current.rejected, current.timeout)
                    step = if (token == null) {
                        native { download.tokenUnavailable() }
                    } else {
                        authorization.submit(token, download::supplyToken)
                    }
                    continue
                }
                is DownloadStep.Call -> attempt(current.delay, current.timeout) {
                    calls.transport.send(current.request.toPublic())
                }
                is DownloadStep.Get -> receiver.attempt(current) { request, body ->
                    calls.transport.download(request, body)
                }
            }
            step = when (outcome) {
                is Outcome.Responded -> native { download.handleResponse(outcome.response.toNative()) }
                is Outcome.Failed -> native(outcome.cause) {
                    download.handleFailure(outcome.failure.toNative(), outcome.reason)
                }
                is Outcome.SourceFailed -> native(outcome.cause) {
                    download.handleTargetError(outcome.cause.messageWith(receiver.targetName))
                }
            }
        }
    }
}

/** Writes the responses of the storage to the target, as core decides. */
private class Receiver(
    private val download: PendingDownload,
    private val target: DownloadTarget,
    private val onProgress: ((received: Long, total: Long?) -> Unit)?,
) : DownloadBody.Handler {
    val targetName: String get() = target.name

    @Volatile
    private var isWritten = false

    /** Requests the file once. */
    suspend fun attempt(
        step: DownloadStep.Get,
        send: suspend (HttpRequest, DownloadBody) -> HttpResponse,
    ): Outcome {
        val request = step.request.toPublic()
        val outcome = attemptDownload(step.delay, step.stallTimeout, step.timeout, this) { send(request, it) }
        if (outcome !is Outcome.Responded && isWritten) {
            val isEmpty = try {
                target.empty()
            } catch (_: Exception) { // the failure of the attempt is the cause
                false
            }
            if (isEmpty) isWritten = false else native { download.targetExhausted() }
        }
        return outcome
    }

    override fun begin(status: Int, headers: List<HttpHeader>): Boolean {
        val head = headers.map { Header(it.name, it.value) }
        return when (native { download.handleHead(status.toUShort(), head) }) {
            DownloadBodyUse.FILE -> true
            DownloadBodyUse.ERROR -> false
            DownloadBodyUse.STOP -> throw DownloadStoppedException()
        }
    }

    override fun write(bytes: ByteArray, offset: Int, length: Int) {
        val action = native { download.record(length.toULong()) }
        if (action is ChunkAction.Stop) throw DownloadStoppedException()
        isWritten = true
        try {
            target.write(bytes, offset, length)
        } catch (e: Exception) {
            throw TargetWriteException(e)
        }
        if (action is ChunkAction.Report) report(action)
    }

    private fun report(progress: ChunkAction.Report) {
        try {
            onProgress?.invoke(progress.received.toLong(), progress.total?.toLong())
        } catch (e: Throwable) {
            throw DownloadProgressException(e)
        }
    }
}

private fun unwritable(cause: Exception, name: String) =
    LinqException.Download("the file cannot be written: ${cause.messageWith(name)}", cause = cause)

private fun DownloadOptions.toNative(source: String) = toNative(source, null, null)

private fun DownloadOptions.toNative(source: DownloadSource) =
    toNative(null, source.attachmentId, source.url?.value)

private fun DownloadOptions.toNative(source: String?, attachmentId: String?, url: String?) = DownloadConfig(
    source = source?.let { checked("source", it) },
    attachmentId = attachmentId?.let { checked("attachmentId", it) },
    url = url?.let { checked("url", it) },
    maxBytes = maxBytes?.let { limit ->
        if (limit < 0) throw LinqException.InvalidArgument("maxBytes", "must not be negative")
        limit.toULong()
    },
    timeout = checked("timeout", timeout),
    maxRetries = checked("maxRetries", maxRetries),
    deadline = checked("deadline", deadline),
)

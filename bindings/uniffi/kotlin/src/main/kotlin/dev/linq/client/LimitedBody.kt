package dev.linq.client

import java.io.ByteArrayOutputStream
import java.net.http.HttpResponse
import java.nio.ByteBuffer
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionStage
import java.util.concurrent.Flow

/** Collects the body of a response in memory, up to a limit in bytes. */
internal class LimitedBody(private val limit: Long) : HttpResponse.BodySubscriber<ByteArray> {
    private val result = CompletableFuture<ByteArray>()
    private val bytes = ByteArrayOutputStream()
    private lateinit var subscription: Flow.Subscription

    override fun getBody(): CompletionStage<ByteArray> = result

    override fun onSubscribe(subscription: Flow.Subscription) {
        this.subscription = subscription
        subscription.request(Long.MAX_VALUE)
    }

    override fun onNext(buffers: List<ByteBuffer>) {
        for (buffer in buffers) {
            val chunk = ByteArray(buffer.remaining())
            buffer.get(chunk)
            bytes.write(chunk)
        }
        if (bytes.size() > limit) {
            subscription.cancel()
            val reason = "more than $limit bytes"
            result.completeExceptionally(TransportException(TransportFailure.ResponseTooLarge, reason))
        }
    }

    override fun onError(error: Throwable) {
        result.completeExceptionally(error)
    }

    override fun onComplete() {
        result.complete(bytes.toByteArray())
    }
}

/** Passes the body of a response to a download, chunk by chunk. Its result is empty. */
internal class FileSubscriber(private val body: DownloadBody) : HttpResponse.BodySubscriber<ByteArray> {
    private val result = CompletableFuture<ByteArray>()
    private lateinit var subscription: Flow.Subscription

    override fun getBody(): CompletionStage<ByteArray> = result

    override fun onSubscribe(subscription: Flow.Subscription) {
        this.subscription = subscription
        subscription.request(1)
    }

    override fun onNext(buffers: List<ByteBuffer>) {
        try {
            for (buffer in buffers) {
                val chunk = ByteArray(buffer.remaining())
                buffer.get(chunk)
                body.write(chunk)
            }
            subscription.request(1)
        } catch (e: Throwable) {
            subscription.cancel()
            result.completeExceptionally(e)
        }
    }

    override fun onError(error: Throwable) {
        result.completeExceptionally(error)
    }

    override fun onComplete() {
        result.complete(ByteArray(0))
    }
}

/** Fails a response without reading its body. */
internal class FailedSubscriber(error: Throwable) : HttpResponse.BodySubscriber<ByteArray> {
    private val result = CompletableFuture<ByteArray>().apply { completeExceptionally(error) }

    override fun getBody(): CompletionStage<ByteArray> = result

    override fun onSubscribe(subscription: Flow.Subscription) = subscription.cancel()

    override fun onNext(buffers: List<ByteBuffer>) = Unit

    override fun onError(error: Throwable) = Unit

    override fun onComplete() = Unit
}

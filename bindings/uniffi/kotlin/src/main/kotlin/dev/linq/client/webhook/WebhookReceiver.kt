package dev.linq.client.webhook

import dev.linq.client.HttpHeader
import dev.linq.client.ffi.Header
import dev.linq.client.ffi.signWebhook
import dev.linq.client.internal.checked
import dev.linq.client.internal.native
import java.time.Instant
import kotlin.time.Duration

/**
 * Tells deliveries that Linq signed from all others.
 *
 * @param secrets What a delivery may be signed with; there has to be one. Two while a secret is being changed. One that
 *     is not base64 checks legacy signatures only.
 * @param tolerance How far a timestamp may be off; 5 minutes unless told otherwise.
 * @throws dev.linq.client.LinqException.InvalidArgument if a secret is none, or the tolerance is negative.
 */
public class WebhookReceiver(secrets: List<String>, tolerance: Duration? = null) : AutoCloseable {
    private val receiver = native {
        val whole = secrets.mapIndexed { index, secret -> checked("secrets[$index]", secret) }
        dev.linq.client.ffi.WebhookReceiver(whole, checked("tolerance", tolerance))
    }

    /** Accepts what was signed with this secret. */
    public constructor(secret: String) : this(listOf(secret))

    /**
     * Checks a delivery and gives its event.
     *
     * @param headers The headers of the delivery, in any case.
     * @param body Its bytes as they came.
     * @param now The present time.
     * @throws dev.linq.client.LinqException.Webhook whose `status` is what to answer.
     */
    public fun unwrap(headers: List<HttpHeader>, body: ByteArray, now: Instant = Instant.now()): WebhookEvent =
        native { receiver.unwrap(headers.map { Header(it.name, it.value) }, body, now) }.toPublic()

    /** The same with headers of which there is one each. */
    public fun unwrap(headers: Map<String, String>, body: ByteArray, now: Instant = Instant.now()): WebhookEvent =
        unwrap(headers.map { (name, value) -> HttpHeader(name, value) }, body, now)

    /** Releases what the receiver holds outside the heap. */
    override fun close() {
        receiver.close()
    }

    override fun toString(): String = "WebhookReceiver"

    /** For tests of a receiver. */
    public companion object {
        /** The headers that Linq would deliver [body] with. */
        public fun sign(secret: String, id: String, at: Instant, body: ByteArray): List<HttpHeader> =
            native { signWebhook(checked("secret", secret), checked("id", id), at, body) }
                .map { HttpHeader(it.name, it.value) }
    }
}

package dev.linq.client.webhook

import dev.linq.client.HttpHeader
import dev.linq.client.ffi.Header
import dev.linq.client.ffi.signWebhook
import dev.linq.client.internal.checked
import dev.linq.client.internal.native
import java.time.Instant
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

/**
 * A receiver of webhook deliveries, which verifies their signatures.
 *
 * @param secrets Secrets with which a delivery may be signed, at least one; two during a rotation. A secret that is not
 *     base64 verifies legacy signatures only.
 * @param tolerance Maximum difference between a delivery's timestamp and the clock; 5 minutes by default.
 * @throws dev.linq.client.LinqException.InvalidArgument if there is no secret, one is invalid, or the tolerance
 *     is negative.
 */
public class WebhookReceiver(secrets: List<String>, tolerance: Duration? = null) : AutoCloseable {
    private val receiver = native {
        val checkedSecrets = secrets.mapIndexed { index, secret -> checked("secrets[$index]", secret) }
        dev.linq.client.ffi.WebhookReceiver(checkedSecrets, checked("tolerance", tolerance))
    }

    /** Creates a receiver of deliveries that are signed with one of these secrets. */
    public constructor(secrets: List<String>) : this(secrets, null)

    /** Creates a receiver of deliveries that are signed with this secret. */
    public constructor(secret: String) : this(listOf(secret))

    /** Creates a receiver with this tolerance, as a Java program gives it. */
    public constructor(secrets: List<String>, tolerance: java.time.Duration) :
        this(secrets, tolerance.toKotlinDuration())

    /**
     * Verifies the signature of a delivery and returns its event.
     *
     * @param headers All headers of the delivery; names are case-insensitive.
     * @param body The raw body.
     * @param now The current time.
     * @throws dev.linq.client.LinqException.Webhook with the `status` to respond with.
     */
    @JvmOverloads
    public fun verify(headers: List<HttpHeader>, body: ByteArray, now: Instant = Instant.now()): WebhookEvent =
        native { receiver.verify(headers.map { Header(it.name, it.value) }, body, now) }.toPublic()

    /** Verifies the signature of a delivery, with one value for each header, and returns its event. */
    @JvmOverloads
    public fun verify(headers: Map<String, String>, body: ByteArray, now: Instant = Instant.now()): WebhookEvent =
        verify(headers.map { (name, value) -> HttpHeader(name, value) }, body, now)

    /** Releases native memory. */
    override fun close() {
        receiver.close()
    }

    override fun toString(): String = "WebhookReceiver"

    /** Signs deliveries, for tests of a receiver. */
    public companion object {
        /**
         * Returns the headers of a signed delivery of [body].
         *
         * @throws dev.linq.client.LinqException.InvalidArgument if the secret is invalid.
         */
        @JvmStatic
        public fun sign(secret: String, id: String, at: Instant, body: ByteArray): List<HttpHeader> =
            native { signWebhook(checked("secret", secret), checked("id", id), at, body) }
                .map { HttpHeader(it.name, it.value) }
    }
}

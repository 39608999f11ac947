package dev.linq.client.java

import dev.linq.client.AttemptObserver
import dev.linq.client.CallOptions
import dev.linq.client.ClientConfig
import dev.linq.client.HttpResponse
import dev.linq.client.LinqException
import dev.linq.client.RateLimits
import dev.linq.client.UploadOptions
import dev.linq.client.UploadProgress
import java.time.Duration
import java.util.function.Consumer
import kotlin.time.toKotlinDuration
import kotlinx.serialization.json.JsonObject

/** A builder of [ClientConfig] for Java, with the names, units and defaults of its properties. */
public class ClientConfigBuilder {
    private var timeout: Duration? = null
    private var maxRetries: Int? = null
    private var deadline: Duration? = null
    private var headers: Map<String, String> = emptyMap()
    private var rateLimits: RateLimits? = null
    private var allowHttp = false
    private var strictResponses = false
    private var retryQuota: Int? = ClientConfig().retryQuota
    private var observer: AttemptObserver? = null

    /** Sets the maximum time for one attempt. */
    public fun timeout(timeout: Duration): ClientConfigBuilder = apply { this.timeout = timeout }

    /** Sets the maximum number of retries. */
    public fun maxRetries(maxRetries: Int): ClientConfigBuilder = apply { this.maxRetries = maxRetries }

    /** Sets the maximum time for a whole call. */
    public fun deadline(deadline: Duration): ClientConfigBuilder = apply { this.deadline = deadline }

    /** Sets the headers of every request. */
    public fun headers(headers: Map<String, String>): ClientConfigBuilder = apply { this.headers = headers }

    /** Sets the rate limits, within which calls are delayed to stay. */
    public fun rateLimits(rateLimits: RateLimits): ClientConfigBuilder = apply { this.rateLimits = rateLimits }

    /** Sets the number of tokens of the quota that the retries of all calls share; null for no quota. */
    public fun retryQuota(retryQuota: Int?): ClientConfigBuilder = apply { this.retryQuota = retryQuota }

    /** Sets the observer of each attempt. */
    public fun observer(observer: AttemptObserver): ClientConfigBuilder = apply { this.observer = observer }

    /** Sets whether `http` is allowed for any host. */
    public fun allowHttp(allowHttp: Boolean): ClientConfigBuilder = apply { this.allowHttp = allowHttp }

    /** Sets whether a response that differs from the documentation is an error. */
    public fun strictResponses(strictResponses: Boolean): ClientConfigBuilder =
        apply { this.strictResponses = strictResponses }

    /** Returns the options. */
    public fun build(): ClientConfig = ClientConfig(
        timeout = timeout?.toKotlinDuration(),
        maxRetries = maxRetries,
        deadline = deadline?.toKotlinDuration(),
        headers = headers,
        rateLimits = rateLimits,
        allowHttp = allowHttp,
        strictResponses = strictResponses,
        retryQuota = retryQuota,
        observer = observer,
    )
}

/** A builder of [CallOptions] for Java, with the names, units and defaults of its properties. */
public class CallOptionsBuilder {
    private var timeout: Duration? = null
    private var maxRetries: Int? = null
    private var deadline: Duration? = null
    private var idempotencyKey: String? = null
    private var headers: Map<String, String> = emptyMap()
    private var query: Map<String, String> = emptyMap()
    private var bodyFields: JsonObject? = null
    private var onResponse: Consumer<HttpResponse>? = null
    private var rateLimitLine: String? = null

    /** Sets the maximum time for one attempt. */
    public fun timeout(timeout: Duration): CallOptionsBuilder = apply { this.timeout = timeout }

    /** Sets the maximum number of retries. */
    public fun maxRetries(maxRetries: Int): CallOptionsBuilder = apply { this.maxRetries = maxRetries }

    /** Sets the maximum time for the whole call. */
    public fun deadline(deadline: Duration): CallOptionsBuilder = apply { this.deadline = deadline }

    /** Sets the idempotency key, with which retries take effect once. */
    public fun idempotencyKey(idempotencyKey: String): CallOptionsBuilder =
        apply { this.idempotencyKey = idempotencyKey }

    /** Sets additional headers. */
    public fun headers(headers: Map<String, String>): CallOptionsBuilder = apply { this.headers = headers }

    /** Sets additional query parameters. */
    public fun query(query: Map<String, String>): CallOptionsBuilder = apply { this.query = query }

    /**
     * Sets additional fields of the body, as a JSON object.
     *
     * @throws LinqException.InvalidArgument if it is not a JSON object.
     */
    public fun bodyFields(json: String): CallOptionsBuilder = apply {
        bodyFields = parseJson("bodyFields", json) as? JsonObject
            ?: throw LinqException.InvalidArgument("bodyFields", "must be a JSON object")
    }

    /** Sets a receiver of the raw response. */
    public fun onResponse(onResponse: Consumer<HttpResponse>): CallOptionsBuilder =
        apply { this.onResponse = onResponse }

    /** Names the line that sends the message, for the rate limit of a line. */
    public fun rateLimitLine(rateLimitLine: String): CallOptionsBuilder = apply { this.rateLimitLine = rateLimitLine }

    /** Returns the options. */
    public fun build(): CallOptions = CallOptions(
        timeout = timeout?.toKotlinDuration(),
        maxRetries = maxRetries,
        deadline = deadline?.toKotlinDuration(),
        idempotencyKey = idempotencyKey,
        headers = headers,
        query = query,
        bodyFields = bodyFields,
        onResponse = onResponse?.let { it::accept },
        rateLimitLine = rateLimitLine,
    )
}

/** A builder of [UploadOptions] for Java, with the names, units and defaults of its properties. */
public class UploadOptionsBuilder {
    private var contentType: String? = null
    private var timeout: Duration? = null
    private var maxRetries: Int? = null
    private var deadline: Duration? = null
    private var onProgress: Consumer<UploadProgress>? = null

    /** Sets the content type. */
    public fun contentType(contentType: String): UploadOptionsBuilder = apply { this.contentType = contentType }

    /** Sets the maximum time for one transfer. */
    public fun timeout(timeout: Duration): UploadOptionsBuilder = apply { this.timeout = timeout }

    /** Sets the maximum number of retries. */
    public fun maxRetries(maxRetries: Int): UploadOptionsBuilder = apply { this.maxRetries = maxRetries }

    /** Sets the maximum time for the whole upload. */
    public fun deadline(deadline: Duration): UploadOptionsBuilder = apply { this.deadline = deadline }

    /** Sets a receiver of the progress. */
    public fun onProgress(onProgress: Consumer<UploadProgress>): UploadOptionsBuilder =
        apply { this.onProgress = onProgress }

    /** Returns the options. */
    public fun build(): UploadOptions = UploadOptions(
        contentType = contentType,
        timeout = timeout?.toKotlinDuration(),
        maxRetries = maxRetries,
        deadline = deadline?.toKotlinDuration(),
        onProgress = onProgress?.let { it::accept },
    )
}

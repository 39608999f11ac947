package dev.linq.client.java

import dev.linq.client.HttpRequest
import dev.linq.client.HttpResponse
import dev.linq.client.HttpTransport
import dev.linq.client.TokenProvider
import java.util.concurrent.Callable
import java.util.concurrent.CompletionStage
import java.util.function.Function
import java.util.function.Supplier
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.future.await
import kotlinx.coroutines.runInterruptible

/**
 * Adapts functions of a Java program to interfaces with `suspend` functions.
 *
 * ```java
 * TokenProvider tokens = new CachedTokenProvider(Adapters.tokens(() -> backend.fetchToken()));
 * ```
 */
public object Adapters {
    /**
     * Returns a provider of the tokens of a blocking function, which is called on `Dispatchers.IO`, and interrupted
     * if the call is cancelled.
     */
    @JvmStatic
    public fun tokens(source: Callable<String>): TokenProvider =
        TokenProvider { runInterruptible(Dispatchers.IO) { source.call() } }

    /** Returns a provider of the tokens of an asynchronous function. */
    @JvmStatic
    public fun tokensAsync(source: Supplier<out CompletionStage<String>>): TokenProvider =
        TokenProvider { source.get().await() }

    /**
     * Returns a transport that sends by an asynchronous function. Its failures are a
     * [dev.linq.client.TransportException]; any other exception may have taken effect. The future is cancelled if the
     * attempt times out or the call is cancelled.
     */
    @JvmStatic
    public fun transport(send: Function<HttpRequest, out CompletionStage<HttpResponse>>): HttpTransport =
        HttpTransport { send.apply(it).await() }
}

package dev.linq.client.site.metrics

// ANCHOR: observer-imports
import dev.linq.client.AttemptFailure
import dev.linq.client.AttemptObserver
import dev.linq.client.AttemptResponse
// ANCHOR_END: observer-imports

// ANCHOR: observer
/** An observer for `ClientConfig(observer = Metrics(::println))`. */
class Metrics(private val report: (String) -> Unit) : AttemptObserver {
    override fun onResponse(response: AttemptResponse) {
        report("${response.operation}: ${response.status}, trace ${response.traceId}")
    }

    override fun onFailure(failure: AttemptFailure) {
        report("${failure.operation}: ${failure.failure}, retried after ${failure.retryDelay}")
    }
}
// ANCHOR_END: observer

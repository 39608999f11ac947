# ANCHOR: observer
from linq_client import AttemptFailure, AttemptObserver, AttemptResponse


class Metrics(AttemptObserver):
    """An observer for `Linq(observer=Metrics())`."""

    def on_response(self, response: AttemptResponse) -> None:
        print(response.operation, response.status_code, response.duration, response.trace_id)

    def on_failure(self, failure: AttemptFailure) -> None:
        print(failure.operation, failure.kind, "retried after", failure.retry_delay)
# ANCHOR_END: observer

"""A webhook receiver on FastAPI: verifies deliveries and handles each event once.

    pip install fastapi uvicorn
    LINQ_WEBHOOK_SECRET=whsec_… uvicorn webhooks_fastapi:app --app-dir examples --limit-concurrency 200

`LINQ_WEBHOOK_SECRET` is the `signing_secret` that the API shows once, when the subscription is created.

Resources are limited: the size and time of a body, the size of all bodies, and by uvicorn the number of connections.
uvicorn does not limit the time of a request's head: use a reverse proxy (nginx: `client_header_timeout`).
"""

import asyncio
import os

from fastapi import FastAPI, Request, Response

from linq_client import APIWebhookValidationError, webhooks
from linq_client.types import MessageReceivedWebhookEvent, ParticipantAddedWebhookEvent, UnwrapWebhookEvent

MAX_BODY_BYTES = 1 << 20
MAX_BODY_SECONDS = 10
MAX_BUFFERED_BYTES = 64 << 20

app = FastAPI()
secret = os.environ["LINQ_WEBHOOK_SECRET"]
store = webhooks.MemoryDedupStore()  # for one process
buffered = 0  # size of all bodies that are being received


@app.post("/linq")
async def receive(request: Request) -> Response:
    try:
        webhooks.check_headers(request.headers, key=secret)  # before the body is read
        body = await asyncio.wait_for(read_body(request), MAX_BODY_SECONDS)
        event = webhooks.unwrap(body, headers=request.headers, key=secret)
    except APIWebhookValidationError as error:
        return Response(str(error), status_code=error.status_code)
    except BodyTooLarge as error:
        return Response(status_code=error.status_code)
    except asyncio.TimeoutError:
        return Response(status_code=408)
    # If `handle` raises, the response is a 500, and Linq redelivers the event.
    outcome = await webhooks.deduplicate_async(store, event.event_id, lambda: handle(event))
    return Response(status_code=503 if outcome == "running" else 204)


class BodyTooLarge(Exception):
    def __init__(self, status_code: int) -> None:
        self.status_code = status_code


async def read_body(request: Request) -> bytes:
    """Returns the raw body: JSON that was parsed and serialized again has another signature."""
    global buffered
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            buffered += len(chunk)
            if len(body) > MAX_BODY_BYTES:
                raise BodyTooLarge(413)
            if buffered > MAX_BUFFERED_BYTES:
                raise BodyTooLarge(503)  # Linq redelivers the event
        return bytes(body)
    finally:
        buffered -= len(body)


async def handle(event: UnwrapWebhookEvent) -> None:
    match event:  # by class: a known event has its class even if its data is incomplete
        case MessageReceivedWebhookEvent():
            message = event.message()
            print(f"{message.sender_handle}: {message.text}", "(may auto-reply)" if event.may_auto_reply() else "")
        case ParticipantAddedWebhookEvent():
            print(f"{event.data.handle} joined")
        case other:
            print(other.event_type)

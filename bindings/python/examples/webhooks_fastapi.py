"""A webhook receiver on FastAPI: checks every delivery, handles every event once.

    pip install fastapi uvicorn
    LINQ_WEBHOOK_SECRET=whsec_… uvicorn webhooks_fastapi:app --app-dir examples

`LINQ_WEBHOOK_SECRET` is the `signing_secret` that the API shows once, when the subscription is created.
"""

import os

from fastapi import FastAPI, Request, Response

from linq_client import APIWebhookValidationError, webhooks
from linq_client.types import MessageReceivedWebhookEvent, ParticipantAddedWebhookEvent, UnwrapWebhookEvent

app = FastAPI()
secret = os.environ["LINQ_WEBHOOK_SECRET"]
seen = webhooks.Seen()  # this process's; several share a store of their own


@app.post("/linq")
async def receive(request: Request) -> Response:
    body = await request.body()  # the bytes as they came: JSON written anew has another signature
    try:
        event = webhooks.unwrap(body, headers=request.headers, key=secret)
    except APIWebhookValidationError as error:
        return Response(str(error), status_code=error.status_code)
    if seen.is_first(event.event_id):
        try:
            await handle(event)
        except Exception:
            seen.forget(event.event_id)  # answered with a 500, so that Linq delivers it again
            raise
    return Response(status_code=204)


async def handle(event: UnwrapWebhookEvent) -> None:
    match event:  # by class: a known event has its own, whatever its data lacks
        case MessageReceivedWebhookEvent():
            message = event.message()
            print(f"{message.sender_handle}: {message.text}", "(to be answered)" if event.may_auto_reply() else "")
        case ParticipantAddedWebhookEvent():
            print(f"{event.data.handle} joined")
        case other:
            print(other.event_type)

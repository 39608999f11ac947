# Written by `cargo xtask bindings`: change what it is written from.
"""`client.webhooks`, under the module name of the official client."""

from .._webhooks import AsyncWebhooksResource, WebhooksResource

__all__ = ["AsyncWebhooksResource", "WebhooksResource"]

# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import TypedDict


class _ContactCardCreateParamsRequired(TypedDict):
    first_name: str
    """The first name."""

    phone_number: str
    """The line."""


class ContactCardCreateParams(_ContactCardCreateParamsRequired, total=False):
    """The keyword arguments of `client.contact_card.create`."""

    image_url: str
    """The photo's address."""

    last_name: str
    """The last name."""


class ContactCardRetrieveParams(TypedDict, total=False):
    """The keyword arguments of `client.contact_card.retrieve`."""

    phone_number: str
    """Only the card of this line."""


class _ContactCardUpdateParamsRequired(TypedDict):
    phone_number: str
    """The line."""


class ContactCardUpdateParams(_ContactCardUpdateParamsRequired, total=False):
    """The keyword arguments of `client.contact_card.update`."""

    first_name: str
    """The first name."""

    image_url: str
    """The photo's address."""

    last_name: str
    """The last name."""

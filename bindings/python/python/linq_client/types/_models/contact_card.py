# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from ..._native import Model


class SetContactCard(Model):
    """The name and photo that one of your lines shows to the people it writes to."""

    __slots__ = ()

    first_name: str
    """The first name."""

    is_active: bool
    """Whether the line has taken the card on."""

    phone_number: str
    """The line, E.164."""

    image_url: str | None
    """The photo."""

    last_name: str | None
    """The last name."""


class ContactCardRetrieveResponse(Model):
    """The contact cards of your lines."""

    __slots__ = ()

    contact_cards: list[SetContactCard]
    """One for each line that has one, or for the line that was asked about."""

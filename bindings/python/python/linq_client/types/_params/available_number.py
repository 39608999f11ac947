# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import TypedDict

from ..._options import SequenceNotStr
from .._models.shared import LineType


class AvailableNumberRetrieveParams(TypedDict, total=False):
    """The keyword arguments of `client.available_number.retrieve`."""

    exclude_from: SequenceNotStr[str]
    """Lines that are not to be chosen, nor to stand in the vCard."""

    to: SequenceNotStr[str]
    """Whom the message is for: phone numbers and e-mail addresses."""

    type: LineType
    """Only lines of this kind (503 if none is available)."""

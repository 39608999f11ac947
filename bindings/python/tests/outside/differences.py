"""Comparison of values of linq-python with those of linq-client, field by field."""

import re
from datetime import datetime

from linq import BaseModel
from official import OBSERVED

# Two emulators have two ports.
PORT = re.compile(r"127\.0\.0\.1:\d+")


def differences(theirs, ours, path=""):
    """Returns the differences as tuples of path and values."""
    if isinstance(theirs, BaseModel):
        fields = {name: getattr(theirs, name) for name in theirs.model_fields_set}
        return [
            found
            for name, value in fields.items()
            for found in differences(value, getattr(ours, name, MISSING), f"{path}.{name}")
        ]
    if isinstance(theirs, dict):
        if not isinstance(ours, dict) or theirs.keys() != ours.keys():
            return [(path, theirs, ours)]
        return [found for key in theirs for found in differences(theirs[key], ours[key], f"{path}[{key!r}]")]
    if isinstance(theirs, list):
        if not isinstance(ours, list) or len(theirs) != len(ours):
            return [(path, theirs, ours)]
        pairs = enumerate(zip(theirs, ours))
        return [found for index, (a, b) in pairs for found in differences(a, b, f"{path}[{index}]")]
    if OBSERVED and theirs is None and isinstance(ours, list):
        return [(path, theirs, ours)] if ours else []  # a null list reads as empty
    if isinstance(theirs, str) and isinstance(ours, str):
        theirs, ours = PORT.sub("host", theirs), PORT.sub("host", ours)
    if isinstance(theirs, datetime) and isinstance(ours, datetime):
        same = theirs == ours and ours.tzinfo is not None
    else:
        same = theirs == ours and type(theirs) is type(ours)
    return [] if same else [(path, theirs, ours)]


class Missing:
    def __repr__(self):
        return "missing"


MISSING = Missing()

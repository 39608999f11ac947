"""The `TypedDict` of request types.

Below Python 3.12, pydantic requires that of `typing_extensions`, which it depends on. Without pydantic, that of `typing`
serves as well, so that this package depends on neither.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from typing import TypedDict
else:
    try:
        from typing_extensions import TypedDict
    except ImportError:
        from typing import TypedDict

__all__ = ["TypedDict"]

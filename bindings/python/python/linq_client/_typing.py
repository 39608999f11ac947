"""Names of `typing` that older versions of Python lack, so that `typing.get_type_hints` resolves annotations with them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Self, TypeIs, Unpack
else:
    if sys.version_info >= (3, 11):
        from typing import Self, Unpack
    else:
        from typing import Any as Self
        from typing import Optional as Unpack
    if sys.version_info >= (3, 13):
        from typing import TypeIs
    else:
        from typing import Optional as TypeIs

__all__ = ["Self", "TypeIs", "Unpack"]

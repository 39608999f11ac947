"""Names of `typing` that older versions of Python lack, so that `typing.get_type_hints` resolves annotations with them.

Below Python 3.12, pydantic requires the `TypedDict` of `typing_extensions`, which it depends on. Without pydantic, that of
`typing` serves as well, so that this package does not depend on either.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypedDict

    from typing_extensions import Self, TypeIs, Unpack
elif sys.version_info >= (3, 12):
    from typing import Self, TypedDict, Unpack
else:
    try:
        from typing_extensions import Self, TypedDict, Unpack
    except ImportError:
        from typing import Any as Self
        from typing import Optional as Unpack
        from typing import TypedDict

if not TYPE_CHECKING:
    if sys.version_info >= (3, 13):
        from typing import TypeIs
    else:
        from typing import Optional as TypeIs

__all__ = ["Self", "TypeIs", "TypedDict", "Unpack"]

"""`typing_extensions.deprecated`, without that dependency at run time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import deprecated as deprecated
else:
    from functools import wraps

    _IS_COROUTINE = 0x80  # inspect.CO_COROUTINE

    def deprecated(message):
        """Marks a method that warns when it is called."""

        def decorate(method):
            def warn():
                import warnings

                warnings.warn(message, DeprecationWarning, stacklevel=3)

            if method.__code__.co_flags & _IS_COROUTINE:

                @wraps(method)
                async def wrapper(*args, **kwargs):
                    warn()
                    return await method(*args, **kwargs)

            else:

                @wraps(method)
                def wrapper(*args, **kwargs):
                    warn()
                    return method(*args, **kwargs)

            wrapper.__deprecated__ = message
            return wrapper

        return decorate

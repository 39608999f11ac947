"""From the body of a reply to the type that the caller names."""

from __future__ import annotations

from typing import Any, cast

from ._native import Model
from ._transport import Response


def cast_content(response: Response, to: Any) -> Any:
    """A reply's body as a type: a model of this package or of pydantic, `dict` or `list` (also of models),
    `str`, `bytes`, `Response`, `object` for any JSON, or `None` for nothing.

    Raises:
        APIResponseValidationError: The body is not of that type.
        TypeError: It is none of these types.
    """
    if to is None or to is type(None):
        return None
    if to is Response:
        return response
    if to is bytes:
        return response.content
    if to is str:
        return response.text
    try:
        return _value(response.json(), to)
    except ValueError as error:
        from ._exceptions import APIResponseValidationError

        message = f"The reply is not understood: {error}"
        raise APIResponseValidationError(response, response.text, message=message) from error


def _value(value: Any, to: Any) -> Any:
    from typing import get_args, get_origin

    if to is Any or to is object:
        return value
    origin = get_origin(to) or to
    if origin in (list, dict):
        if not isinstance(value, origin):
            raise ValueError(f"it is no {origin.__name__}")
        arguments = get_args(to)
        if not arguments:
            return cast(Any, value)
        if origin is list:
            return [_value(item, arguments[0]) for item in cast("list[Any]", value)]
        return {key: _value(item, arguments[1]) for key, item in cast("dict[str, Any]", value).items()}
    validate: Any = getattr(to, "model_validate", None)
    if isinstance(to, type) and issubclass(to, Model):
        return to.from_dict(value)
    if validate is not None:
        return validate(value)
    raise TypeError(f"cast_to: {to!r} is not a type that a reply can be read as")

"""Conversion of a response's body to the type of `cast_to`."""

from __future__ import annotations

import sys
from typing import Any, cast, get_args, get_origin

from ._exceptions import APIResponseValidationError
from ._native import Model
from ._transport import Response


def check_cast(to: Any) -> None:
    """Checks that a response can be converted to a type, before the request is sent.

    Raises:
        TypeError: The type is not supported by `cast_content`.
    """
    if to is None or to in (type(None), Response, bytes, str) or _is_httpx_response(to):
        return
    _check_type(to)


def cast_content(response: Response, to: Any, idempotency_key: str | None = None) -> Any:
    """Converts a response to a type: a model of this package or of pydantic, `dict` or `list` (also of models),
    `str`, `bytes`, `Response`, `httpx.Response`, `object` for any JSON, or `None` to ignore the body.

    Raises:
        APIResponseValidationError: The body is not of that type.
        TypeError: The type is not supported.
    """
    check_cast(to)
    if to is None or to is type(None):
        return None
    if to is Response:
        return response
    if to is bytes:
        return response.content
    if to is str:
        return response.text
    if _is_httpx_response(to):
        return _to_httpx(response, to)
    try:
        return _convert(response.json(), to)
    except ValueError as error:
        from json import JSONDecodeError

        problem = f" with {_not_json(response)}" if isinstance(error, JSONDecodeError) else f", body: {error}"
        message = f"accepted, but the response could not be decoded: HTTP {response.status_code}{problem}"
        mismatch = APIResponseValidationError(response, response.text, message=message)
        mismatch.may_have_taken_effect = True
        mismatch.idempotency_key = idempotency_key
        raise mismatch from error


def _not_json(response: Response) -> str:
    """Describes a body that is not JSON, such as a proxy's HTML page, and the URL that it came from."""
    content_type = response.headers.get("content-type")
    if not response.content.strip():
        came = "no body instead of JSON"
    elif content_type is None:
        came = "a body without a content type instead of JSON"
    elif "json" in content_type:
        came = "invalid JSON"
    else:
        came = f"content type {content_type} instead of JSON"
    return came if response.request is None else f"{came} from {response.request.url.partition('?')[0]}"


def _is_httpx_response(to: Any) -> bool:
    """Returns whether the type is `httpx.Response`. httpx is optional, and not imported here."""
    httpx = sys.modules.get("httpx")
    return httpx is not None and isinstance(to, type) and issubclass(to, httpx.Response)


def _to_httpx(response: Response, to: Any) -> Any:
    import httpx

    request = response.request
    # The body is already decompressed and complete.
    removed = ("content-encoding", "content-length", "transfer-encoding")
    return to(
        response.status_code,
        headers=[(name, value) for name, value in response.headers.multi_items() if name.lower() not in removed],
        content=response.content,
        request=None if request is None else httpx.Request(request.method, request.url),
    )


def _check_type(to: Any) -> None:
    if to is Any or to is object:
        return
    if (get_origin(to) or to) in (list, dict):
        for argument in get_args(to)[-1:]:
            _check_type(argument)
        return
    if isinstance(to, type) and (issubclass(to, Model) or getattr(cast(Any, to), "model_validate", None)):
        return
    raise TypeError(f"cast_to: {to!r} is not a supported type")


def _convert(value: Any, to: Any) -> Any:
    if to is Any or to is object:
        return value
    origin = get_origin(to) or to
    if origin in (list, dict):
        if not isinstance(value, origin):
            raise ValueError(f"not a {origin.__name__}")
        arguments = get_args(to)
        if not arguments:
            return cast(Any, value)
        if origin is list:
            return [_convert(item, arguments[0]) for item in cast("list[Any]", value)]
        return {key: _convert(item, arguments[1]) for key, item in cast("dict[str, Any]", value).items()}
    if issubclass(to, Model):
        return to.from_dict(value)
    return to.model_validate(value)

"""Models as types of pydantic 2: validation, serialization and JSON schemas."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from functools import lru_cache, partial
from inspect import cleandoc
from types import NoneType
from typing import Any, cast, get_args, get_type_hints

from pydantic import GetJsonSchemaHandler, TypeAdapter, ValidationError
from pydantic.fields import Field, FieldInfo
from pydantic_core import InitErrorDetails, PydanticCustomError, PydanticKnownError, SchemaSerializer, core_schema
from pydantic_core import PydanticSerializationUnexpectedValue as UnexpectedValue

from . import _native
from ._base_model import BaseModel


def core_schema_of(cls: type[BaseModel], source: Any, handler: Any) -> core_schema.CoreSchema:
    """Returns the schema of a class. A model is accepted as it is, and a dict if its values match their types. A field may
    be absent although it is documented as always present, unless it identifies the object."""
    aliases, fields = _aliases(cls), dict[str, core_schema.ModelField]()
    for attribute, hint in _hints(cls, source).items():
        schema = handler.generate_schema(hint)
        if _is_optional(hint):
            schema = core_schema.with_default_schema(schema, default=None)
        alias = aliases.get(attribute)
        fields[attribute] = core_schema.model_field(schema, validation_alias=alias, serialization_alias=alias)
    # The inner schema is that of the JSON schema only.
    return core_schema.no_info_wrap_validator_function(
        partial(_validate, cls),
        core_schema.model_fields_schema(fields),
        ref=f"{cls.__module__}.{cls.__qualname__}:{id(source)}",
        serialization=_serialization(cls),
    )


def json_schema_of(cls: type[BaseModel], schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
    """Returns the JSON schema of a class. In one of what is serialized, every field may be `null`, since servers leave out
    fields that are documented as always present."""
    json_schema = handler(schema)
    described = handler.resolve_ref_schema(json_schema)
    described.update(title=cls.__name__, additionalProperties=True)
    if cls.__doc__:
        described["description"] = cleandoc(cls.__doc__)
    if handler.mode == "serialization":
        for name in described.get("required", ()):
            field = described["properties"][name]
            title = {"title": field.pop("title")} if "title" in field else {}
            described["properties"][name] = {"anyOf": [*field.pop("anyOf", [field]), {"type": "null"}], **title}
    return json_schema


def adapter(cls: type[BaseModel]) -> TypeAdapter[Any]:
    """Returns the adapter of a class."""
    return _adapter(cast("Hashable", cls))


def serializer(cls: type[BaseModel]) -> SchemaSerializer:
    """Returns the serializer of a class, for `pydantic_core.to_json` and `to_jsonable_python`."""
    return _serializer(cast("Hashable", cls))


@lru_cache(maxsize=None)
def _adapter(cls: Any) -> TypeAdapter[Any]:
    return TypeAdapter(cls)


@lru_cache(maxsize=None)
def _serializer(cls: Any) -> SchemaSerializer:
    return SchemaSerializer(core_schema.any_schema(serialization=_serialization(cls)))


def model_fields(cls: type[BaseModel]) -> dict[str, FieldInfo]:
    """Returns the known fields of a class, by attribute."""
    aliases = _aliases(cls)
    return {attribute: _field_info(hint, attribute, aliases) for attribute, hint in _hints(cls, cls).items()}


def _field_info(hint: Any, attribute: str, aliases: dict[str, str]) -> FieldInfo:
    default: Any = None if _is_optional(hint) else ...
    alias = aliases.get(attribute, attribute)
    field = Field(default, alias=alias) if alias != attribute else Field(default)
    return FieldInfo.from_annotated_attribute(hint, field)


def _aliases(cls: type[BaseModel]) -> dict[str, str]:
    """Returns the names of fields in the API, by attribute; none for classes that have no objects of their own."""
    try:
        return dict(_native.fields(cls))
    except TypeError:
        return {}


def _hints(cls: type[BaseModel], source: Any) -> dict[str, Any]:
    """Returns the types of the fields, by attribute."""
    hints = get_type_hints(cls)
    public = {name: hint for name, hint in hints.items() if not name.startswith(("_", "model_"))}
    arguments = get_args(source)
    if not arguments:
        return public
    return {name: hint[arguments] if getattr(hint, "__parameters__", ()) else hint for name, hint in public.items()}


def _is_optional(hint: Any) -> bool:
    return hint is Any or NoneType in get_args(hint)


def _validate(cls: type[BaseModel], value: Any, _handler: Any) -> BaseModel:
    if isinstance(value, cls):
        return value
    if not isinstance(value, Mapping) or not _aliases(cls):
        raise PydanticKnownError("model_type", {"class_name": cls.__name__})
    model = cls.from_dict(value)
    problems = [_error(path, problem, value) for path, problem in _native.problems(model)]
    if problems:
        raise ValidationError.from_exception_data(cls.__name__, problems)
    return model


def _error(path: str, problem: str, value: Any) -> InitErrorDetails:
    steps = re.findall(r"[^.\[\]]+", path)
    location = tuple(int(step) if step.isdigit() else step for step in steps)
    for step in location:
        try:
            value = value[step]
        except (LookupError, TypeError):
            break
    if problem.startswith("missing"):
        return InitErrorDetails(type="missing", loc=location, input=value)
    error = PydanticCustomError("invalid_value", "Input is invalid: {problem}", {"problem": problem})
    return InitErrorDetails(type=error, loc=location, input=value)


def _serialization(cls: type[BaseModel]) -> core_schema.SerSchema:
    return core_schema.plain_serializer_function_ser_schema(partial(_serialize, cls), info_arg=True)


def _serialize(cls: type[BaseModel], value: Any, info: Any) -> dict[str, Any]:
    if not isinstance(value, cls):
        raise UnexpectedValue(f"Expected `{cls.__name__}`, got `{type(cast(object, value)).__name__}`")
    return value.model_dump(
        mode=info.mode,
        include=info.include,
        exclude=info.exclude,
        by_alias=info.by_alias,
        exclude_unset=info.exclude_unset,
        exclude_defaults=info.exclude_defaults,
        exclude_none=info.exclude_none,
    )

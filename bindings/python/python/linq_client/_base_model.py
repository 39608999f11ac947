"""Base class of models: the methods and attributes of pydantic's models, which those of the official client have.

`_pydantic` has what needs pydantic, which is imported on first use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar, Union, cast

from . import _native
from ._deprecated import deprecated
from ._native import Model
from ._typing import Self

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    _FieldInfos: TypeAlias = dict[str, FieldInfo]

__all__ = ["BaseModel"]

Selection: TypeAlias = Union[set[int], set[str], Mapping[int, Any], Mapping[str, Any], None]
"""Fields to include or exclude: their names, or their names with those of nested fields. Items of a list have their index,
or `"__all__"`."""
_Fields: TypeAlias = dict[str, Any]
_T_co = TypeVar("_T_co", covariant=True)


class _WithPydantic(Generic[_T_co]):
    """A class attribute that exists if pydantic is installed."""

    def __init__(self, create: str) -> None:
        self._create = create

    def __set_name__(self, _owner: type[BaseModel], name: str) -> None:
        self._name = name

    def __get__(self, _instance: BaseModel | None, owner: type[BaseModel]) -> _T_co:
        try:
            from . import _pydantic
        except ImportError as error:
            raise AttributeError(f"{owner.__name__}.{self._name}: requires pydantic 2 ({error})") from error
        return cast("_T_co", getattr(_pydantic, self._create)(owner))


class BaseModel(Model):
    """Base class of all objects that the API sends: messages, chats, events.

    Fields are attributes. An absent field is `None`, or empty if it is a list, a dict or an object that is documented as
    always present. A value that does not match its type is plain JSON. Unknown fields are attributes too. Models are
    read-only.

    With pydantic 2, models are types of fields, and return types and response models of FastAPI.
    """

    __slots__ = ()

    model_fields = _WithPydantic["_FieldInfos"]("model_fields")
    """The known fields by attribute, as pydantic's `FieldInfo`. Requires pydantic 2."""

    __pydantic_serializer__ = _WithPydantic[Any]("serializer")

    @property
    def model_fields_set(self) -> set[str]:
        """The attributes of the known fields that are present, be it as `null`."""
        return set(_native.set_fields(self))

    @property
    def model_extra(self) -> _Fields:
        """The unknown fields, as plain JSON."""
        return _native.extra_fields(self)

    @classmethod
    def model_construct(cls, _fields_set: set[str] | None = None, **values: Any) -> Self:
        """Returns a model of these fields, without validation, as calling the class does. Names are those of attributes or of
        the API. `_fields_set` is ignored."""
        return cls(**values)

    construct = model_construct

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """Returns a model of a dict, whose values must match their types and identify the object. Requires pydantic 2.

        Args:
            obj: A dict, with the names of attributes or of the API. A model is returned as it is.
            options: Options of pydantic's `TypeAdapter.validate_python`.

        Raises:
            pydantic.ValidationError: A value does not match its type, or the identity is missing.
        """
        from . import _pydantic

        return cast("Self", _pydantic.adapter(cls).validate_python(obj, **options))

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """Returns a model of JSON: see `model_validate`. Requires pydantic 2."""
        from . import _pydantic

        return cast("Self", _pydantic.adapter(cls).validate_json(json_data, **options))

    @classmethod
    def model_json_schema(
        cls,
        by_alias: bool = True,
        ref_template: str = "#/$defs/{model}",
        *,
        mode: Literal["validation", "serialization"] = "validation",
        **options: Any,
    ) -> _Fields:
        """Returns the JSON schema of the model. Requires pydantic 2.

        Args:
            by_alias: Uses the API's names; if false, those of attributes.
            ref_template: Format of references.
            mode: `"validation"`, or `"serialization"`, where every field may be `null`, since servers leave out documented
                ones.
            options: Options of pydantic's `TypeAdapter.json_schema`.
        """
        from . import _pydantic

        return _pydantic.adapter(cls).json_schema(by_alias=by_alias, ref_template=ref_template, mode=mode, **options)

    def model_dump(
        self,
        *,
        mode: Literal["python", "json"] | str = "python",
        include: Selection = None,
        exclude: Selection = None,
        context: Any | None = None,
        by_alias: bool | None = None,
        exclude_unset: bool = False,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        exclude_computed_fields: bool = False,
        round_trip: bool = False,
        warnings: bool | Literal["none", "warn", "error"] = True,
        fallback: Callable[[Any], Any] | None = None,
        serialize_as_any: bool = False,
    ) -> _Fields:
        """Returns the same as `to_dict`, with pydantic's defaults: Python's names, and absent fields as `None`.

        Args:
            mode: `"python"`, or `"json"` for text instead of `datetime`.
            include: Fields to include; all by default.
            exclude: Fields to exclude.
            context: Ignored, like the arguments after `exclude_none`.
            by_alias: Uses the API's names.
            exclude_unset: Leaves out fields that are absent.
            exclude_defaults: Leaves out known fields that are `None`.
            exclude_none: Leaves out fields that are `None`.
        """
        fields = self.to_dict(
            mode=cast("Literal['python', 'json']", mode),
            use_api_names=bool(by_alias),
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
        )
        selected: _Fields = _select(fields, include, exclude)
        return selected

    def model_dump_json(
        self,
        *,
        indent: int | None = None,
        ensure_ascii: bool = False,
        include: Selection = None,
        exclude: Selection = None,
        context: Any | None = None,
        by_alias: bool | None = None,
        exclude_unset: bool = False,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        exclude_computed_fields: bool = False,
        round_trip: bool = False,
        warnings: bool | Literal["none", "warn", "error"] = True,
        fallback: Callable[[Any], Any] | None = None,
        serialize_as_any: bool = False,
    ) -> str:
        """Returns the same as `to_json`, with pydantic's defaults: Python's names, and absent fields as `null`.

        Args:
            indent: Number of spaces; `None` for one line.
            ensure_ascii: Escapes all characters outside ASCII.
            include: Fields to include; all by default.
            exclude: Fields to exclude.
            context: Ignored, like the arguments after `exclude_none`.
            by_alias: Uses the API's names.
            exclude_unset: Leaves out fields that are absent.
            exclude_defaults: Leaves out known fields that are `None`.
            exclude_none: Leaves out fields that are `None`.
        """
        import json

        fields = self.model_dump(
            mode="json",
            include=include,
            exclude=exclude,
            by_alias=by_alias,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
        )
        separators = (",", ":") if indent is None else None
        return json.dumps(fields, indent=indent, ensure_ascii=ensure_ascii, separators=separators)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Returns a copy of the model.

        Args:
            update: Values of attributes that differ in the copy. They are not validated, and must be JSON, models or
                `datetime`.
            deep: Ignored: models are read-only.

        Raises:
            InvalidArgumentError: A value cannot be written as JSON.
        """
        if not update:
            return self.__copy__()
        return cast("Self", _native.with_fields(self, dict(update)))

    @deprecated("The `dict` method is deprecated; use `model_dump` instead.")
    def dict(
        self,
        *,
        include: Selection = None,
        exclude: Selection = None,
        by_alias: bool = False,
        exclude_unset: bool = False,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
    ) -> _Fields:
        """Returns the same as `model_dump`, under its name in pydantic 1."""
        return self.model_dump(
            include=include,
            exclude=exclude,
            by_alias=by_alias,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
        )

    @deprecated("The `json` method is deprecated; use `model_dump_json` instead.")
    def json(
        self,
        *,
        include: Selection = None,
        exclude: Selection = None,
        by_alias: bool = False,
        exclude_unset: bool = False,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
    ) -> str:
        """Returns the same as `model_dump_json`, under its name in pydantic 1."""
        return self.model_dump_json(
            include=include,
            exclude=exclude,
            by_alias=by_alias,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
        )

    @deprecated("The `copy` method is deprecated; use `model_copy` instead.")
    def copy(
        self,
        *,
        include: Selection = None,
        exclude: Selection = None,
        update: Mapping[str, Any] | None = None,
        deep: bool = False,
    ) -> Self:
        """Returns the same as `model_copy`, under its name in pydantic 1, of some fields only."""
        copy = self
        if include is not None or exclude is not None:
            copy = type(self).from_dict(self.model_dump(include=include, exclude=exclude, exclude_unset=True))
        return copy.model_copy(update=update, deep=deep)

    # Pages iterate over their items.
    def __iter__(self) -> Iterator[Any]:
        for attribute, _ in _native.fields(self):
            yield attribute, getattr(self, attribute)
        yield from self.model_extra.items()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from . import _pydantic

        return _pydantic.core_schema_of(cls, source, handler)

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> Any:
        from . import _pydantic

        return _pydantic.json_schema_of(cls, core_schema, handler)


def _select(value: Any, include: Any, exclude: Any) -> Any:
    """Returns the selected fields of a dict, or the selected items of a list, with their own selections."""
    if include is None and exclude is None:
        return value
    kind = type(cast(object, value))
    if kind is dict:
        return dict(_selected(value.items(), include, exclude, _names_of_field))
    if kind is list:
        end = len(value)
        return [item for _, item in _selected(enumerate(value), include, exclude, lambda index: (index, index - end))]
    return value


def _selected(entries: Any, include: Any, exclude: Any, names_of: Callable[[Any], tuple[Any, ...]]) -> Iterator[Any]:
    for key, value in entries:
        names = (*names_of(key), "__all__")
        included = True if include is None else _selection_of(include, names)
        excluded = None if exclude is None else _selection_of(exclude, names)
        if included is not None and excluded is not True:
            yield key, _select(value, None if included is True else included, excluded)


def _names_of_field(name: str) -> tuple[str, str]:
    """Returns the names that select a field, which are those of attributes: `from_` for `from`."""
    return name, f"{name}_"


def _selection_of(selection: Any, names: tuple[Any, ...]) -> Any:
    """Returns the selection within a value: `True` for all of it, `None` for nothing."""
    for name in names:
        if name in selection:
            inner: Any = selection[name] if issubclass(type(selection), Mapping) else True
            return True if inner is ... else inner or None
    return None

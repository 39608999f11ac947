# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal, TypeAlias

from ..._native import Model

ExperienceFieldType: TypeAlias = Literal["string", "cents", "int", "url"] | str
"""What a parameter of an experience's action takes.

A value that this version does not know is a `str` like any other.

- `"string"`: Text.
- `"cents"`: An amount of money in its smallest unit.
- `"int"`: A whole number.
- `"url"`: An absolute `https` URL.
"""


class ExperienceAction(Model):
    """Something that an experience can do."""

    __slots__ = ()

    fields: dict[str, ExperienceActionField] | None
    """The parameters that it takes, by name. Others are refused."""

    name: str | None
    """What it is called in an `ExperienceParam`."""

    summary: str | None
    """What it does, in words."""


class ExperienceActionField(Model):
    """A parameter of an action."""

    __slots__ = ()

    max: int | None
    """The most characters that a text may have."""

    required: bool | None
    """Whether it has to be given."""

    type: ExperienceFieldType | None
    """What it takes."""


class ExperienceListResponse(Model):
    """What your account can have rendered within Linq's iMessage app."""

    __slots__ = ()

    experiences: list[ExperienceRetrieveResponse] | None
    """The experiences."""


class ExperienceRetrieveResponse(Model):
    """Something that renders within Linq's iMessage app."""

    __slots__ = ()

    actions: list[ExperienceAction] | None
    """What it can do."""

    display_name: str | None
    """What it is called among people."""

    experience: str | None
    """What it is called in an `ExperienceParam`."""

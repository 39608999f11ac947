# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from datetime import datetime

from ..._native import Model
from .shared import ChatHandle, HealthStatus, SentMessage, ServiceType


class Chat(Model):
    """A conversation, direct or group."""

    __slots__ = ()

    id: str
    """The chat's identifier."""

    created_at: datetime
    """When the chat was created."""

    display_name: str | None
    """The group's name; unless one was set, the recipients' handles, separated by commas."""

    handles: list[ChatHandle]
    """Everybody in the chat, your own line included: two or more."""

    health_status: HealthStatus
    """How well the conversation goes (beta)."""

    is_archived: bool
    """Deprecated by the API, which will stop sending it."""

    is_group: bool
    """Whether this is a group."""

    updated_at: datetime
    """When the chat last changed."""

    group_chat_icon: str | None
    """The group's icon; absent for direct chats and groups without one."""

    service: ServiceType | None
    """The chat's service. A single message may have gone over another."""


class ChatCreateResponse(Model):
    """The reply to creating a chat with its first message."""

    __slots__ = ()

    chat: ChatCreateResponseChat
    """The chat, new or found by its participants, and the message."""


class ChatCreateResponseChat(Model):
    """A chat and the message that was sent into it."""

    __slots__ = ()

    id: str
    """The chat's identifier."""

    display_name: str | None
    """The group's name; unless one was set, the recipients' handles, separated by commas."""

    handles: list[ChatHandle]
    """Everybody in the chat, your own line included: two or more."""

    health_status: HealthStatus
    """How well the conversation goes (beta)."""

    is_group: bool
    """Whether this is a group."""

    message: SentMessage
    """The message as it was taken on."""

    service: ServiceType
    """The chat's service. A single message may have gone over another."""


class ChatLocationData(Model):
    """A GeoJSON feature collection."""

    __slots__ = ()

    features: list[LocationFeature]
    """One for each person who shares; empty while nobody does, or before the first position."""

    type: str
    """`FeatureCollection`."""


class ChatSendVoicememoResponse(Model):
    """The reply to sending a voice memo."""

    __slots__ = ()

    voice_memo: VoiceMemo
    """The voice memo as it was taken on."""


class ChatUpdateResponse(Model):
    """The reply to changing a group's name or icon. Whether it worked arrives as an event: `chat.group_name_updated`,
    `chat.group_icon_updated`, or their `_failed` twins.
    """

    __slots__ = ()

    chat_id: str | None
    """The chat."""

    status: str | None
    """What became of the request, in a word."""


class GetChatLocationResponse(Model):
    """Where the people of a chat are who share that with you."""

    __slots__ = ()

    data: ChatLocationData
    """A GeoJSON feature collection."""

    success: bool
    """Whether the request succeeded."""


class LocationFeature(Model):
    """Where one person is: a GeoJSON feature."""

    __slots__ = ()

    geometry: LocationGeometry
    """The position."""

    properties: LocationProperties
    """Who, and since when."""

    type: str
    """`Feature`."""


class LocationGeometry(Model):
    """A position: a GeoJSON point."""

    __slots__ = ()

    coordinates: list[float]
    """Longitude and latitude in degrees, in this order."""

    type: str
    """`Point`."""


class LocationProperties(Model):
    """Whose position it is, and how old."""

    __slots__ = ()

    handle: str
    """Their phone number (E.164) or e-mail address."""

    address: str | None
    """The street address."""

    locality: str | None
    """The city, or what stands for one."""

    updated_at: datetime | None
    """When the position was last updated, which Apple decides: asking more often than every few minutes brings nothing
    new.
    """


class LocationRequestResponse(Model):
    """The reply to asking for a location, and to ending a share."""

    __slots__ = ()

    message: str
    """What was done, in words."""

    success: bool
    """Whether the request succeeded."""


class VoiceMemo(Model):
    """A voice memo that the API has just taken on."""

    __slots__ = ()

    id: str
    """The message that it is."""

    chat: VoiceMemoChat
    """The chat that it goes to."""

    created_at: datetime
    """When it was created."""

    from_: str
    """The line that sends it, E.164."""

    status: str
    """How far it got, in a word."""

    to: list[str]
    """Who gets it: phone numbers (E.164) and e-mail addresses."""

    voice_memo: VoiceMemoVoiceMemo
    """The sound."""

    service: ServiceType | None
    """The service that carries it."""


class VoiceMemoChat(Model):
    """The chat that a voice memo goes to."""

    __slots__ = ()

    id: str
    """The chat's identifier."""

    handles: list[ChatHandle]
    """Everybody in the chat."""

    is_active: bool
    """Whether the chat is in use."""

    is_group: bool
    """Whether this is a group."""

    service: ServiceType
    """The chat's service."""


class VoiceMemoVoiceMemo(Model):
    """The sound of a voice memo."""

    __slots__ = ()

    id: str
    """The attachment's identifier."""

    filename: str
    """Its file name."""

    mime_type: str
    """Its MIME type."""

    size_bytes: int
    """Its size in bytes."""

    url: str
    """Where to download it."""

    duration_ms: int | None
    """How long it is, in milliseconds."""

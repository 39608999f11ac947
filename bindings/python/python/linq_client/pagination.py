"""Page classes, under the module name of the official client."""

from ._pages import (
    AsyncListChatsPagination,
    AsyncListMessagesPagination,
    SyncListChatsPagination,
    SyncListMessagesPagination,
)

__all__ = [
    "AsyncListChatsPagination",
    "AsyncListMessagesPagination",
    "SyncListChatsPagination",
    "SyncListMessagesPagination",
]

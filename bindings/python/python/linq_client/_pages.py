"""Paginated lists."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Generator, Iterator, Mapping
from typing import Any, Generic, TypeVar, cast

from ._base_model import BaseModel
from ._native import CursorGuard, page_items
from ._typing import Self

_T = TypeVar("_T")
_PageT = TypeVar("_PageT")

_NO_NEXT_PAGE = "No next page expected; please check `.has_next_page()` before calling `.get_next_page()`."


class PageInfo:
    """Request of the next page.

    Attributes:
        params: Query parameters that differ from those of this page: `{"cursor": …}`.
    """

    __slots__ = ("params",)

    def __init__(self, *, params: dict[str, object]) -> None:
        self.params = params

    def __repr__(self) -> str:
        return f"PageInfo(params={self.params})"


class PageRequest:
    """Request of a page, and the guard against repeated cursors."""

    __slots__ = ("fetch", "guard")

    def __init__(self, fetch: Callable[[str, CursorGuard], Any], guard: CursorGuard) -> None:
        self.fetch = fetch
        self.guard = guard


class BasePage(BaseModel, Generic[_T]):
    """One page of a list."""

    __slots__ = ("_request",)
    _request: PageRequest

    next_cursor: str | None
    """The cursor of the next page; `None` on the last page."""

    def _get_page_items(self) -> list[_T]:
        items: list[_T] = page_items(self)
        return items

    def next_page_info(self) -> PageInfo | None:
        """Returns the request of the next page, or `None` if this is the last page."""
        cursor = self.next_cursor
        if cursor is None or not self._request.guard.admits(cursor):
            return None
        return PageInfo(params={"cursor": cursor})

    def has_next_page(self) -> bool:
        """Returns whether there is a next page."""
        return self.next_page_info() is not None

    def _fetch_next(self) -> Any:
        info = self.next_page_info()
        if info is None:
            raise RuntimeError(_NO_NEXT_PAGE)
        cursor = cast(str, info.params["cursor"])
        return self._request.fetch(cursor, self._request.guard.after(cursor))

    def __copy__(self) -> Self:
        copy = super().__copy__()
        bind(copy, self._request)
        return copy

    def __deepcopy__(self, _memo: Any) -> Self:
        # Models are read-only.
        return self.__copy__()

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Returns a copy of the page: see `BaseModel.model_copy`."""
        copy = super().model_copy(update=update, deep=deep)
        bind(copy, self._request)
        return copy

    def __reduce__(self) -> Any:
        raise TypeError("cannot pickle a page, which refers to its client; pickle its items")


def bind(page: BasePage[Any], request: PageRequest) -> None:
    """Sets the request of a page."""
    # Models reject assignments; this sets the slot behind the attribute.
    vars(BasePage)["_request"].__set__(page, request)


class BaseSyncPage(BasePage[_T], Generic[_T]):
    """One page of a list of `Linq`. Iteration yields the items of this page and of all following pages."""

    __slots__ = ()

    def get_next_page(self) -> Self:
        """Requests the next page.

        Raises:
            RuntimeError: This is the last page.
        """
        return cast("Self", self._fetch_next())

    def iter_pages(self) -> Iterator[Self]:
        """Yields this page and all following pages, which are requested lazily."""
        page = self
        yield page
        while page.has_next_page():
            page = page.get_next_page()
            yield page

    def __iter__(self) -> Iterator[_T]:
        for page in self.iter_pages():
            yield from page._get_page_items()


class BaseAsyncPage(BasePage[_T], Generic[_T]):
    """One page of a list of `AsyncLinq`. `async for` yields the items of this page and of all following pages."""

    __slots__ = ()

    async def get_next_page(self) -> Self:
        """Requests the next page.

        Raises:
            RuntimeError: This is the last page.
        """
        return cast("Self", await self._fetch_next())

    async def iter_pages(self) -> AsyncIterator[Self]:
        """Yields this page and all following pages, which are requested lazily."""
        page = self
        yield page
        while page.has_next_page():
            page = await page.get_next_page()
            yield page

    async def __aiter__(self) -> AsyncIterator[_T]:
        async for page in self.iter_pages():
            for item in page._get_page_items():
                yield item


class AsyncPaginator(Generic[_T, _PageT]):
    """A lazy list: `await` returns its first page, `async for` yields all items."""

    __slots__ = ("_fetch",)

    def __init__(self, fetch: Callable[[], Any]) -> None:
        self._fetch = fetch

    def __await__(self) -> Generator[Any, None, _PageT]:
        return cast("Generator[Any, None, _PageT]", self._fetch().__await__())

    async def __aiter__(self) -> AsyncIterator[_T]:
        async for item in await self._fetch():
            yield item


class _Chats(BasePage[_T], Generic[_T]):
    __slots__ = ()

    chats: list[_T]
    """The chats of this page."""


class _Messages(BasePage[_T], Generic[_T]):
    __slots__ = ()

    messages: list[_T]
    """The messages of this page."""


class SyncListChatsPagination(BaseSyncPage[_T], _Chats[_T], Generic[_T]):
    """A page of chats."""

    __slots__ = ()


class AsyncListChatsPagination(BaseAsyncPage[_T], _Chats[_T], Generic[_T]):
    """A page of chats."""

    __slots__ = ()


class SyncListMessagesPagination(BaseSyncPage[_T], _Messages[_T], Generic[_T]):
    """A page of messages."""

    __slots__ = ()


class AsyncListMessagesPagination(BaseAsyncPage[_T], _Messages[_T], Generic[_T]):
    """A page of messages."""

    __slots__ = ()

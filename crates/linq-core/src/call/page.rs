use super::{Call, PreparedCall, Transport};
use crate::{
    endpoint::Endpoint,
    error::{Error, InvalidArgument},
    exchange::CallOptions,
    model::{Chat, Message},
    schema::{HasSchema, PageSchema, Schema},
};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, IgnoredAny, MapAccess, Visitor},
    ser::SerializeMap as _,
};
use std::{
    borrow::Cow,
    collections::{BTreeMap, HashSet},
    fmt,
    marker::PhantomData,
    vec,
};

/// One page of a list.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Page<T> {
    /// Items, in the order of the list.
    pub items: Vec<T>,
    /// Cursor of the next page; `None` on the last page.
    pub next_cursor: Option<String>,
}

/// A type that can be the item of a [`Page`].
pub trait PageItem: HasSchema {
    /// Name of the list in JSON, such as `chats`.
    const LIST: &'static str;
}

impl PageItem for Chat {
    const LIST: &'static str = "chats";
}

impl PageItem for Message {
    const LIST: &'static str = "messages";
}

impl<T: PageItem> HasSchema for Page<T> {
    const SCHEMA: Schema = Schema::Page(&PageSchema {
        items: T::LIST,
        item: T::SCHEMA,
    });
}

impl<T: PageItem + Serialize> Serialize for Page<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        fields.serialize_entry(T::LIST, &self.items)?;
        if let Some(cursor) = &self.next_cursor {
            fields.serialize_entry("next_cursor", cursor)?;
        }
        fields.end()
    }
}

/// Requires the list: `{}` from a wrong URL is not an empty page.
impl<'de, T: PageItem + Deserialize<'de>> Deserialize<'de> for Page<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields<T>(PhantomData<T>);

        impl<'de, T: PageItem + Deserialize<'de>> Visitor<'de> for Fields<T> {
            type Value = Page<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Page<T>, A::Error> {
                let (mut items, mut next_cursor) = (None, None);
                while let Some(name) = map.next_key::<Cow<'de, str>>()? {
                    match &*name {
                        "next_cursor" => next_cursor = map.next_value()?,
                        name if name == T::LIST || name == "items" => {
                            items = Some(map.next_value::<Option<Vec<T>>>()?.unwrap_or_default());
                        }
                        _ => {
                            map.next_value::<IgnoredAny>()?;
                        }
                    }
                }
                Ok(Page {
                    items: items.ok_or_else(|| A::Error::missing_field(T::LIST))?,
                    next_cursor,
                })
            }
        }

        deserializer.deserialize_map(Fields(PhantomData))
    }
}

impl<T> Page<T> {
    /// Returns whether there is a next page.
    #[must_use]
    pub fn has_next(&self) -> bool {
        self.cursor().is_some()
    }

    pub(crate) fn cursor(&self) -> Option<&String> {
        self.next_cursor
            .as_ref()
            .filter(|cursor| !cursor.is_empty())
    }
}

/// An endpoint that returns one page of a list.
pub trait Paged: Endpoint {
    /// Type of the items.
    type Item: Send + 'static;

    /// Returns the request for the page after `page`, the response to this request; `None` after the last page.
    fn next_request(&self, page: &Self::Response) -> Option<Self>;

    /// Applies the start of the first page, if it was set by [`Call::query`] instead of the setter.
    fn apply_query(&mut self, query: &BTreeMap<String, String>) {
        let _ = query;
    }

    /// Returns the items of a page.
    fn items(page: Self::Response) -> Vec<Self::Item>;
}

/// Implements [`Paged`] for endpoints that return [`Page`]s.
macro_rules! paged_by_cursor {
    ($endpoint:ty, $item:ty) => {
        impl $crate::call::Paged for $endpoint {
            type Item = $item;

            fn next_request(&self, page: &Self::Response) -> Option<Self> {
                let cursor = Some(page.cursor()?.clone());
                Some(Self {
                    cursor,
                    ..self.clone()
                })
            }

            fn items(page: Self::Response) -> Vec<$item> {
                page.items
            }
        }
    };
}

pub(crate) use paged_by_cursor;

/// A guard against cursor cycles: ends a list whose next cursor was seen before, which would otherwise be endless.
///
/// ```
/// use linq_core::call::CursorGuard;
///
/// let mut guard = CursorGuard::default();
/// assert!(guard.admit("page 2"));
/// assert!(guard.admit("page 3"));
/// assert!(!guard.admit("page 2")); // a cycle
/// assert!(!guard.admit("")); // some servers send an empty cursor with the last page
/// ```
#[derive(Clone, Debug, Default)]
pub struct CursorGuard(HashSet<String>);

impl CursorGuard {
    /// Returns whether the page at a cursor should be fetched: `false` if the cursor is empty or has been admitted
    /// before.
    #[must_use]
    pub fn admits(&self, cursor: &str) -> bool {
        !cursor.is_empty() && !self.0.contains(cursor)
    }

    /// Returns whether the page at a cursor [should be fetched](Self::admits), and records the cursor.
    #[must_use]
    pub fn admit(&mut self, cursor: &str) -> bool {
        self.admits(cursor) && self.0.insert(cursor.to_owned())
    }
}

/// Returns the offset of the next page, or `None` after the last page: if `has_more` is `Some(false)` or `items` is 0.
///
/// `items` must include the items that were skipped while decoding.
#[must_use]
pub fn next_offset(offset: u64, items: u64, has_more: Option<bool>) -> Option<u64> {
    (has_more != Some(false) && items > 0).then(|| offset.saturating_add(items))
}

impl<'c, C: Transport, E: Paged> Call<'c, C, E> {
    /// Returns the call for the page after `page`, or `None` after the last page.
    #[must_use]
    pub fn next_page(mut self, page: &E::Response) -> Option<Self> {
        if let Ok(endpoint) = &mut self.prepared.endpoint {
            endpoint.apply_query(&self.prepared.options.query);
            *endpoint = endpoint.next_request(page)?;
        }
        Some(self)
    }

    /// Returns all items up to the end of the list, fetching pages as needed: an `Iterator` with a blocking transport,
    /// a `Stream` with an async one.
    ///
    /// It ends after an error, and at a cursor that was seen before (see [`CursorGuard`]).
    pub fn items(self) -> Items<'c, C, E> {
        let PreparedCall {
            mut endpoint,
            options,
        } = self.prepared;
        let mut guard = CursorGuard::default();
        if let Ok(endpoint) = &mut endpoint {
            endpoint.apply_query(&options.query);
            let _ = guard.admit(&endpoint.query());
        }
        Items {
            transport: self.transport,
            options,
            state: PageState::Next(endpoint),
            guard,
            ready: Vec::new().into_iter(),
        }
    }
}

/// An iterator or stream over all items of a list, see [`Call::items`].
#[must_use = "nothing is sent until the first item is requested"]
pub struct Items<'c, C: Transport, E: Paged> {
    transport: &'c C,
    options: CallOptions,
    state: PageState<E, C::Output<E::Response>>,
    /// Guard over the queries of the pages.
    guard: CursorGuard,
    ready: vec::IntoIter<E::Item>,
}

enum PageState<E, P> {
    /// The next page has to be requested.
    Next(Result<E, InvalidArgument>),
    /// A page has been requested, by this endpoint and with this pending result.
    #[cfg_attr(not(feature = "stream"), allow(dead_code))]
    Pending(Result<E, InvalidArgument>, P),
    /// There are no more pages.
    Done,
}

impl<C: Transport, E: Paged> Items<'_, C, E> {
    fn call(&self, endpoint: &Result<E, InvalidArgument>) -> C::Output<E::Response> {
        self.transport.call(PreparedCall {
            endpoint: endpoint.clone(),
            options: self.options.clone(),
        })
    }

    fn take_page(&mut self, endpoint: &Result<E, InvalidArgument>, page: E::Response) {
        if let Ok(endpoint) = endpoint
            && let Some(next) = endpoint.next_request(&page)
            && self.guard.admit(&next.query())
        {
            self.state = PageState::Next(Ok(next));
        }
        self.ready = E::items(page).into_iter();
    }
}

impl<C, E> Iterator for Items<'_, C, E>
where
    C: Transport<Output<E::Response> = Result<<E as Endpoint>::Response, Error>>,
    E: Paged,
{
    type Item = Result<<E as Paged>::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.ready.next() {
                return Some(Ok(item));
            }
            let PageState::Next(endpoint) = std::mem::replace(&mut self.state, PageState::Done)
            else {
                return None;
            };
            match self.call(&endpoint) {
                Ok(page) => self.take_page(&endpoint, page),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

#[cfg(feature = "stream")]
impl<C, E> futures_core::Stream for Items<'_, C, E>
where
    C: Transport,
    C::Output<E::Response>: Future<Output = Result<<E as Endpoint>::Response, Error>> + Unpin,
    E: Paged + Unpin,
    E::Item: Unpin,
{
    type Item = Result<<E as Paged>::Item, Error>;

    fn poll_next(
        self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        use std::task::Poll;

        let this = self.get_mut();
        loop {
            if let Some(item) = this.ready.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match std::mem::replace(&mut this.state, PageState::Done) {
                PageState::Done => return Poll::Ready(None),
                PageState::Next(endpoint) => {
                    let page = this.call(&endpoint);
                    this.state = PageState::Pending(endpoint, page);
                }
                PageState::Pending(endpoint, mut page) => {
                    match std::pin::Pin::new(&mut page).poll(context) {
                        Poll::Pending => {
                            this.state = PageState::Pending(endpoint, page);
                            return Poll::Pending;
                        }
                        Poll::Ready(Ok(page)) => this.take_page(&endpoint, page),
                        Poll::Ready(Err(error)) => return Poll::Ready(Some(Err(error))),
                    }
                }
            }
        }
    }
}

impl<C: Transport, E: Paged> fmt::Debug for Items<'_, C, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("ready", &self.ready.len())
            .finish_non_exhaustive()
    }
}

use super::{IntoField, InvalidArgument};
use crate::handle::{BlockableHandle, EmailAddress, Handle, PhoneNumber};
use std::collections::{BTreeSet, HashSet};

/// A value that converts to a list of `T`: an array, a slice, a `Vec`, a `BTreeSet` or a `HashSet` of items that
/// [convert](IntoField) to `T`, or one such item.
///
/// ```
/// # use linq_core::Handle;
/// # let linq = linq_core::Client::dry_run();
/// # let line = "+12223334444";
/// linq.chats().create(line, "+15556667777", "Hello!").send()?;
/// linq.chats().create(line, ["+15556667777", "ann@example.com"], "Hello, you two!").send()?;
///
/// let group: Vec<Handle> = vec!["+15556667777".parse()?, "ann@example.com".parse()?];
/// linq.chats().create(line, &group, "Hello again!").send()?;
/// // Any other iterator is collected first.
/// let others: Vec<_> = group.iter().skip(1).collect();
/// linq.chats().create(line, others, "Hello, Ann!").send()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Another type is a compile error, which lists what is accepted:
///
/// ```compile_fail
/// # let linq = linq_core::Client::dry_run();
/// // error[E0277]: `std::str::Split<'_, char>` is not a list of items that convert to `Handle`, nor one such item
/// linq.chats().create("+12223334444", "+15556667777,ann@example.com".split(','), "Hello!");
/// ```
///
/// The path in an error has the index of the item, such as `to[1]`; of a single item it is that of the list.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of items that convert to `{T}`, nor one such item",
    label = "must be one item or a list",
    note = "accepted are one item, such as a `&str` if `{T}` is parsed from text, and an array, a slice, a `Vec`, a `BTreeSet` or a `HashSet` of items",
    note = "any other iterator has to be collected: `.collect::<Vec<_>>()`"
)]
pub trait IntoList<T> {
    /// Converts all items.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] of the first item whose conversion fails, with its path.
    fn into_list(self, path: &str) -> Result<Vec<T>, InvalidArgument>;
}

fn convert<T>(
    items: impl IntoIterator<Item: IntoField<T>>,
    path: &str,
) -> Result<Vec<T>, InvalidArgument> {
    items
        .into_iter()
        .enumerate()
        .map(|(index, item)| item.into_field(&format!("{path}[{index}]")))
        .collect()
}

/// Implements [`IntoList`] for types of lists of `U`, owned and by reference.
macro_rules! lists {
    (
        owned: $([$($owned:tt)*] $list:ty,)*
        borrowed: $([$($borrowed:tt)*] $slice:ty,)*
    ) => {
        $(impl<T, U: IntoField<T>, $($owned)*> IntoList<T> for $list {
            fn into_list(self, path: &str) -> Result<Vec<T>, InvalidArgument> {
                convert(self, path)
            }
        })*
        $(impl<T, U: IntoField<T> + Clone, $($borrowed)*> IntoList<T> for &$slice {
            fn into_list(self, path: &str) -> Result<Vec<T>, InvalidArgument> {
                convert(self.iter().cloned(), path)
            }
        })*
    };
}

lists! {
    owned:
        [] Vec<U>,
        [const N: usize] [U; N],
        [] BTreeSet<U>,
        [S] HashSet<U, S>,
    borrowed:
        [] Vec<U>,
        [] [U],
        [const N: usize] [U; N],
        [] BTreeSet<U>,
        [S] HashSet<U, S>,
}

/// Implements [`IntoList`] for types whose values are single items.
macro_rules! single_item {
    ($($item:ty),* $(,)?) => {$(
        #[diagnostic::do_not_recommend]
        impl<T> $crate::invalid_argument::IntoList<T> for $item
        where
            Self: $crate::invalid_argument::IntoField<T>,
        {
            fn into_list(self, path: &str) -> Result<Vec<T>, $crate::invalid_argument::InvalidArgument> {
                $crate::invalid_argument::IntoField::into_field(self, path).map(|item| vec![item])
            }
        }
    )*};
}

pub(crate) use single_item;

single_item!(
    &str,
    String,
    &String,
    Handle,
    &Handle,
    PhoneNumber,
    &PhoneNumber,
    EmailAddress,
    &EmailAddress,
    BlockableHandle,
    &BlockableHandle,
);

#[cfg(test)]
mod tests {
    use super::IntoList;
    use crate::{Handle, PhoneNumber, model::EventType};
    use std::collections::{BTreeSet, HashSet};

    const ANN: &str = "+15556667777";
    const BOB: &str = "bob@example.com";

    #[test]
    fn every_kind_of_list_is_accepted() {
        let handles: Vec<Handle> = [ANN, BOB].map(|text| text.parse().unwrap()).into();
        let both = |list: Result<Vec<Handle>, _>| assert_eq!(list.unwrap(), handles);

        both([ANN, BOB].into_list("to"));
        both((&[ANN, BOB]).into_list("to"));
        both([ANN, BOB][..].into_list("to"));
        both(vec![ANN, BOB].into_list("to"));
        both((&vec![ANN.to_owned(), BOB.to_owned()]).into_list("to"));
        both(handles.clone().into_list("to"));
        both((&handles).into_list("to"));
        both(handles.iter().collect::<Vec<_>>().into_list("to"));
        both(BTreeSet::from([ANN, BOB]).into_list("to"));
        both((&BTreeSet::from([ANN, BOB])).into_list("to"));

        let mut set: Vec<Handle> = HashSet::from([ANN, BOB]).into_list("to").unwrap();
        set.sort();
        both(Ok(set));
        let one: Vec<Handle> = (&HashSet::from([ANN])).into_list("to").unwrap();
        assert_eq!(one, handles[..1]);
    }

    #[test]
    fn one_item_is_a_list() {
        let number: PhoneNumber = ANN.parse().unwrap();
        let handle = Handle::from(&number);
        let one =
            |list: Result<Vec<Handle>, _>| assert_eq!(list.unwrap(), std::slice::from_ref(&handle));

        one(ANN.into_list("to"));
        one(ANN.to_owned().into_list("to"));
        one((&ANN.to_owned()).into_list("to"));
        one(handle.clone().into_list("to"));
        one((&handle).into_list("to"));
        one((&number).into_list("to"));
        one(number.into_list("to"));

        let received = [EventType::MessageReceived];
        let events: Result<Vec<EventType>, _> = EventType::MessageReceived.into_list("events");
        assert_eq!(events.unwrap(), received);
        let events: Result<Vec<EventType>, _> = "message.received".into_list("events");
        assert_eq!(events.unwrap(), received);
    }

    #[test]
    fn error_has_the_path_of_the_item() {
        let list: Result<Vec<Handle>, _> = [ANN, "555"].into_list("to");
        assert_eq!(list.unwrap_err().path(), "to[1]");
        let one: Result<Vec<Handle>, _> = "555".into_list("to");
        assert_eq!(one.unwrap_err().path(), "to");
    }
}

use super::{InvalidArgument, Reason};

/// A value that converts to a field of type `T`: a `T`, or anything with a conversion, such as `&str` for a
/// [`Handle`](crate::Handle). A conversion error is returned when the call is sent, with the field's path.
///
/// It is implemented for all types with a `TryInto<T>` whose error converts to a [`Reason`]. Another type is a compile
/// error, which says so:
///
/// ```compile_fail
/// # let linq = linq_core::Client::dry_run();
/// // error[E0277]: `u64` is not a value for a field of type `BlockableHandle`
/// linq.blocked_handles().block(15556667777_u64);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value for a field of type `{T}`",
    label = "must convert to `{T}`",
    note = "accepted are a `{T}` and all types with a `TryInto<{T}>`, such as `&str` and `String` if `{T}` is parsed from text",
    note = "the error of the conversion must convert to `linq_core::error::Reason`"
)]
pub trait IntoField<T> {
    /// Converts the value.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] with `path`, if the conversion fails.
    fn into_field(self, path: &str) -> Result<T, InvalidArgument>;
}

#[diagnostic::do_not_recommend]
impl<T, U> IntoField<T> for U
where
    U: TryInto<T>,
    U::Error: Into<Reason>,
{
    fn into_field(self, path: &str) -> Result<T, InvalidArgument> {
        self.try_into()
            .map_err(|reason| InvalidArgument::new(path, reason))
    }
}

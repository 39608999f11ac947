//! Files uploaded ahead of the messages that carry them.

mod create;
mod delete;
mod retrieve;

pub use create::CreateAttachment;
pub use delete::DeleteAttachment;
pub use retrieve::RetrieveAttachment;

/// Uploaded files: see [`Client::attachments`](crate::Client::attachments).
#[derive(Clone, Copy, Debug)]
pub struct Attachments<'c, C> {
    caller: &'c C,
}

impl<'c, C> Attachments<'c, C> {
    pub(crate) fn new(caller: &'c C) -> Self {
        Self { caller }
    }
}

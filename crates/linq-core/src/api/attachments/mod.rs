//! Attachments: files uploaded for sending in messages.

mod create;
mod delete;
mod retrieve;

pub use create::CreateAttachment;
pub use delete::DeleteAttachment;
pub use retrieve::RetrieveAttachment;

/// The attachments resource: see [`Client::attachments`](crate::Client::attachments).
#[derive(Clone, Copy, Debug)]
pub struct Attachments<'c, C> {
    transport: &'c C,
}

impl<'c, C> Attachments<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }

    pub(crate) fn transport(&self) -> &'c C {
        self.transport
    }
}

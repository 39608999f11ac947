//! Experiences: views rendered by Linq's iMessage app.

mod list;
mod retrieve;

pub use list::ListExperiences;
pub use retrieve::RetrieveExperience;

/// The experiences resource: see [`Client::experiences`](crate::Client::experiences).
#[derive(Clone, Copy, Debug)]
pub struct Experiences<'c, C> {
    transport: &'c C,
}

impl<'c, C> Experiences<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }
}

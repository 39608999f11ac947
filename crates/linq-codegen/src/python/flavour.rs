//! The two flavours of classes: blocking and asynchronous.

/// Flavour of a class, such as `ChatsResource` and `AsyncChatsResource`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Flavour {
    Sync,
    Async,
}

impl Flavour {
    /// Both flavours.
    pub(super) const ALL: [Self; 2] = [Self::Sync, Self::Async];

    /// Returns the prefix of public class names.
    pub(super) fn prefix(self) -> &'static str {
        match self {
            Self::Sync => "",
            Self::Async => "Async",
        }
    }

    /// Returns the prefix of internal class names.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Sync => "Sync",
            Self::Async => "Async",
        }
    }
}

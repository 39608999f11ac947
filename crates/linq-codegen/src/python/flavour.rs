//! Whether a class is for the blocking client or for the asynchronous one.

/// The two classes of a resource, such as `ChatsResource` and `AsyncChatsResource`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Flavour {
    Sync,
    Async,
}

impl Flavour {
    /// Both.
    pub(super) const ALL: [Self; 2] = [Self::Sync, Self::Async];

    /// Returns what the names of its classes start with.
    pub(super) fn prefix(self) -> &'static str {
        match self {
            Self::Sync => "",
            Self::Async => "Async",
        }
    }

    /// Returns what the names of classes of both flavours start with.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Sync => "Sync",
            Self::Async => "Async",
        }
    }
}

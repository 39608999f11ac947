/// Declares an enum of strings to which the API may add at any time.
///
/// A value that this version does not know is kept as it came, in a hidden variant, and read
/// through `as_str()`.
macro_rules! open_enum {
    ($($(#[$($meta:tt)*])* pub enum $name:ident {
        $($(#[$($vmeta:tt)*])* $variant:ident = $text:literal,)*
    })*) => {$(
        $(#[$($meta)*])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$($vmeta)*])* $variant,)*
            /// A value newer than this version: read it with `as_str()`.
            #[doc(hidden)]
            Unknown($crate::macros::Unrecognized),
        }

        impl $name {
            /// The values that this version knows.
            pub const KNOWN: &'static [&'static str] = &[$($text),*];

            /// The value as the API writes it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(text) => text.as_str(),
                }
            }

            /// Whether this version of the library has a name for the value.
            #[must_use]
            pub fn is_known(&self) -> bool {
                !matches!(self, Self::Unknown(_))
            }
        }

        #[cfg(feature = "describe")]
        impl $crate::describe::Describe for $name {
            const SHAPE: $crate::describe::Shape =
                $crate::describe::Shape::Enum(&$crate::describe::EnumInfo {
                    name: stringify!($name),
                    doc: describe!(@doc [] $([$($meta)*])*),
                    values: &[$($crate::describe::EnumValue {
                        name: stringify!($variant),
                        text: $text,
                        doc: describe!(@doc [] $([$($vmeta)*])*),
                    }),*],
                });
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    other => Self::Unknown($crate::macros::Unrecognized::new(other)),
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                text.as_str().into()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::macros::FromText(std::marker::PhantomData))
            }
        }
    )*};
}

/// The text of a value that this version does not know.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unrecognized(Box<str>);

impl Unrecognized {
    pub(crate) fn new(text: &str) -> Self {
        Self(text.into())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Reads a string without owning it first.
pub(crate) struct FromText<T>(pub(crate) std::marker::PhantomData<T>);

impl<T: for<'a> From<&'a str>> serde::de::Visitor<'_> for FromText<T> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        Ok(text.into())
    }
}

/// Declares a non-exhaustive enum of strings, to which the API may add values at any time.
///
/// A value that this version does not know is kept verbatim, in a hidden variant; `as_str()` returns it.
macro_rules! open_enum {
    ($($(#[$($meta:tt)*])* pub enum $name:ident {
        $($(#[$($vmeta:tt)*])* $variant:ident = $text:literal,)*
    })*) => {$(
        $(#[$($meta)*])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$($vmeta)*])* $variant,)*
            /// A value that this version does not know; see `as_str()`.
            #[doc(hidden)]
            Unknown($crate::macros::UnknownVariant),
        }

        impl $name {
            /// Values that this version knows.
            pub const KNOWN: &'static [&'static str] = &[$($text),*];

            /// Returns the value as in the API.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(text) => text.as_str(),
                }
            }

            /// Returns whether this version knows the value.
            #[must_use]
            pub fn is_known(&self) -> bool {
                !matches!(self, Self::Unknown(_))
            }
        }

        impl $crate::schema::HasSchema for $name {
            const SCHEMA: $crate::schema::Schema = {
                static ENUM: $crate::schema::EnumSchema = $crate::schema::EnumSchema {
                    name: stringify!($name),
                    values: &[$($crate::schema::EnumValue {
                        text: $text,
                        #[cfg(feature = "schema-docs")]
                        name: stringify!($variant),
                        #[cfg(feature = "schema-docs")]
                        doc: request_field!(@doc [] $([$($vmeta)*])*),
                    }),*],
                    #[cfg(feature = "schema-docs")]
                    doc: request_field!(@doc [] $([$($meta)*])*),
                };
                $crate::schema::Schema::Enum(&ENUM)
            };
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    other => Self::Unknown($crate::macros::UnknownVariant::new(other)),
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                text.as_str().into()
            }
        }

        impl From<&String> for $name {
            fn from(text: &String) -> Self {
                text.as_str().into()
            }
        }

        impl From<&$name> for $name {
            fn from(value: &$name) -> Self {
                value.clone()
            }
        }

        /// Never fails: a value that this version does not know is kept verbatim.
        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(text.into())
            }
        }

        text_traits!($name);

        /// Hashes the text, as `Borrow<str>` requires.
        impl std::hash::Hash for $name {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.as_str().hash(state);
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }

        $crate::invalid_argument::single_item!($name, &$name);

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
                deserializer.deserialize_str($crate::macros::StringVisitor(std::marker::PhantomData))
            }
        }
    )*};
}

/// A value that this version does not know.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnknownVariant(Box<str>);

impl UnknownVariant {
    pub(crate) fn new(text: &str) -> Self {
        Self(text.into())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// A visitor that decodes a string without allocating it first.
pub(crate) struct StringVisitor<T>(pub(crate) std::marker::PhantomData<T>);

impl<T: for<'a> From<&'a str>> serde::de::Visitor<'_> for StringVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        Ok(text.into())
    }
}

use crate::schema::{HasSchema, Presence};

/// Declares objects of responses and events.
///
/// ```text
/// model! {
///     /// Its documentation.
///     pub struct Message {
///         /// Required.
///         pub id: MessageId = identity,
///         /// Documented as always present; decoded without it.
///         pub created_at: Option<Timestamp> = always,
///         /// Empty if absent or `null`.
///         pub parts: Vec<MessagePart> = always,
///         /// Another name in JSON, and an alias that servers have used.
///         pub kind: Option<EffectKind> as "type" | "kind",
///     }
/// }
/// ```
///
/// Of duplicate fields, the last value that is not `null` is used; unknown fields are skipped. Aliases are decoded by
/// [`clean`](crate::schema) only.
macro_rules! model {
    ($(
        $(#[doc = $doc:literal])*
        pub struct $name:ident {
            $(
                $(#[doc = $fdoc:literal])*
                pub $field:ident: $ty:ty $(as $wire:literal)? $(| $alias:literal)* $(= $presence:ident)?
            ),* $(,)?
        }
    )*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $($(#[doc = $fdoc])* $(#[doc = model!(@note $presence)])? pub $field: $ty,)*
        }

        impl $crate::schema::HasSchema for $name {
            const SCHEMA: $crate::schema::Schema = {
                static OBJECT: $crate::schema::ObjectSchema = $crate::schema::ObjectSchema {
                    name: stringify!($name),
                    declared: $crate::schema::Fields::Declared(&[$(Some($crate::schema::FieldSchema {
                        name: model!(@name $field $($wire)?),
                        aliases: &[$($alias),*],
                        schema: <$ty as $crate::schema::HasSchema>::SCHEMA,
                        presence: model!(@presence $($presence)?),
                        #[cfg(feature = "schema-docs")]
                        ty: stringify!($ty),
                        #[cfg(feature = "schema-docs")]
                        doc: concat!($($fdoc, "\n"),*),
                    })),*]),
                    #[cfg(feature = "schema-docs")]
                    doc: concat!($($doc, "\n"),*),
                };
                $crate::schema::Schema::Object(&OBJECT)
            };

            fn absent() -> Option<Self> {
                Some(Self { $($field: $crate::schema::HasSchema::absent()?,)* })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut fields = serializer.serialize_map(None)?;
                $(if !$crate::schema::HasSchema::is_absent(&self.$field) {
                    fields.serialize_entry(model!(@name $field $($wire)?), &self.$field)?;
                })*
                fields.end()
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Names;

                #[allow(non_upper_case_globals)]
                impl Names {
                    $(const $field: &'static str = model!(@name $field $($wire)?);)*
                }

                #[allow(non_camel_case_types)]
                enum Key { $($field,)* Unknown }

                impl<'de> serde::Deserialize<'de> for Key {
                    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                        struct Visitor;

                        impl serde::de::Visitor<'_> for Visitor {
                            type Value = Key;

                            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                                f.write_str("a field")
                            }

                            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Key, E> {
                                Ok(match name {
                                    $(Names::$field => Key::$field,)*
                                    _ => Key::Unknown,
                                })
                            }
                        }

                        deserializer.deserialize_identifier(Visitor)
                    }
                }

                struct Visitor;

                impl<'de> serde::de::Visitor<'de> for Visitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        $(let mut $field = $crate::macros::Slot::<$ty>::Missing;)*
                        while let Some(key_) = map.next_key::<Key>()? {
                            match key_ {
                                $(Key::$field => $field.put(map.next_value()?),)*
                                Key::Unknown => {
                                    map.next_value::<serde::de::IgnoredAny>()?;
                                }
                            }
                        }
                        Ok($name {
                            $($field: $field.finish(
                                Names::$field,
                                model!(@presence $($presence)?),
                            )?,)*
                        })
                    }
                }

                deserializer.deserialize_map(Visitor)
            }
        }
    )*};

    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $wire:literal) => { $wire };

    (@presence) => { $crate::schema::Presence::Optional };
    (@presence always) => { $crate::schema::Presence::Always };
    (@presence identity) => { $crate::schema::Presence::Identity };

    (@note always) => { "\n\nDocumented as always present." };
    (@note identity) => { "\n\nDocumented as always present; a response without it cannot be decoded." };
}

/// A field of an object that is being decoded.
pub(crate) enum Slot<T> {
    Missing,
    Null,
    Value(T),
}

impl<T: HasSchema> Slot<T> {
    /// Stores a value, `None` for `null`, which does not replace another value.
    pub(crate) fn put(&mut self, value: Option<T>) {
        match (value, &self) {
            (Some(value), _) => *self = Self::Value(value),
            (None, Self::Missing) => *self = Self::Null,
            (None, _) => {}
        }
    }

    pub(crate) fn finish<E: serde::de::Error>(
        self,
        name: &'static str,
        presence: Presence,
    ) -> Result<T, E> {
        match self {
            Self::Value(value) => Ok(value),
            Self::Missing if presence == Presence::Identity => Err(E::missing_field(name)),
            Self::Missing | Self::Null => T::absent().ok_or_else(|| E::missing_field(name)),
        }
    }
}

/// Declares objects of requests: strict, with the attributes of serde.
macro_rules! request_model {
    ($($(#[$($meta:tt)*])* pub struct $name:ident { $($body:tt)* })*) => {$(
        schema! {
            #[serde_with::skip_serializing_none]
            #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
            $(#[$($meta)*])*
            #[non_exhaustive]
            pub struct $name { $($body)* }
        }
    )*};
}

/// Declares a struct and its schema, without any derives.
macro_rules! schema {
    ($(#[$($meta:tt)*])* pub struct $name:ident { $($body:tt)* }) => {
        $(#[$($meta)*])*
        pub struct $name { $($body)* }

        schema_of_request!([$([$($meta)*])*] $name { $($body)* });
    };
}

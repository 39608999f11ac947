use serde::de::{DeserializeOwned, Error as _, MapAccess, value::MapAccessDeserializer};
use serde_json::{Map, Value};

/// Declares an enum of objects that are distinguished by their `type`.
///
/// An object of a type that this version does not know is kept verbatim in `Unknown`; in a response, also one without a
/// `type`. Decoding takes one pass if `type` is first, as in the API's JSON, and keeps the path of an error.
macro_rules! tagged_union {
    ($(#[$($meta:tt)*])* $side:ident pub enum $name:ident {
        $($(#[$($vmeta:tt)*])* $variant:ident($payload:ty) = $tag:literal,)*
    }) => {
        $(#[$($meta)*])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #[serde(tag = "type")]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$($vmeta)*])* #[serde(rename = $tag)] $variant($payload),)*
            /// An object of a type that this version does not know, verbatim.
            #[serde(untagged)]
            Unknown($crate::model::UnknownObject),
        }

        impl $crate::schema::HasSchema for $name {
            const SCHEMA: $crate::schema::Schema = {
                static UNION: $crate::schema::UnionSchema = $crate::schema::UnionSchema {
                    name: stringify!($name),
                    members: &[$($crate::schema::UnionMember {
                        tag: $tag,
                        object: match <$payload as $crate::schema::HasSchema>::SCHEMA.as_object() {
                            Some(object) => object,
                            None => panic!("not an object"),
                        },
                        #[cfg(feature = "schema-docs")]
                        name: stringify!($variant),
                        #[cfg(feature = "schema-docs")]
                        doc: request_field!(@doc [] $([$($vmeta)*])*),
                    }),*],
                    #[cfg(feature = "schema-docs")]
                    doc: request_field!(@doc [] $([$($meta)*])*),
                };
                $crate::schema::Schema::Union(&UNION)
            };
        }

        impl $name {
            /// Returns the value of the `type` field.
            #[must_use]
            pub fn type_name(&self) -> &str {
                match self {
                    $(Self::$variant(_) => $tag,)*
                    Self::Unknown(object) => object.type_name(),
                }
            }
        }

        $(impl From<$payload> for $name {
            fn from(payload: $payload) -> Self {
                Self::$variant(payload)
            }
        })*

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;

                impl<'de> serde::de::Visitor<'de> for Visitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("an object with a `type`")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<$name, A::Error> {
                        let (tag, fields) = $crate::macros::Tagged::read(map, stringify!($side) == "request")?;
                        match tag.as_deref() {
                            $(Some($tag) => fields.decode().map($name::$variant),)*
                            _ => fields.keep(tag).map($name::Unknown),
                        }
                    }
                }

                deserializer.deserialize_map(Visitor)
            }
        }
    };
}

/// The fields of an object whose `type` has been decoded.
pub(crate) enum Tagged<A> {
    /// `type` is first: the other fields are not decoded yet.
    Streaming(A),
    /// `type` is not first: the other fields are buffered.
    Buffered(Map<String, Value>),
}

impl<'de, A: MapAccess<'de>> Tagged<A> {
    /// Returns the `type` and the other fields; `None` if there is no valid `type`, which is an error if it is
    /// required.
    pub(crate) fn read(mut map: A, is_required: bool) -> Result<(Option<String>, Self), A::Error> {
        let mut earlier = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if key != "type" {
                earlier.insert(key, map.next_value()?);
                continue;
            }
            let tag = if is_required {
                map.next_value::<String>()?
            } else {
                match map.next_value()? {
                    Value::String(tag) => tag,
                    other => {
                        earlier.insert(key, other);
                        continue;
                    }
                }
            };
            if earlier.is_empty() {
                return Ok((Some(tag), Self::Streaming(map)));
            }
            while let Some((key, value)) = map.next_entry()? {
                earlier.insert(key, value);
            }
            return Ok((Some(tag), Self::Buffered(earlier)));
        }
        if is_required {
            return Err(A::Error::missing_field("type"));
        }
        Ok((None, Self::Buffered(earlier)))
    }

    pub(crate) fn decode<T: DeserializeOwned>(self) -> Result<T, A::Error> {
        match self {
            Self::Streaming(map) => T::deserialize(MapAccessDeserializer::new(map)),
            Self::Buffered(fields) => {
                // Serialized again: a second deserializer for every type would double the code size.
                let text = Value::Object(fields).to_string();
                crate::json::from_json(text.as_bytes()).map_err(A::Error::custom)
            }
        }
    }

    pub(crate) fn keep(self, tag: Option<String>) -> Result<crate::model::UnknownObject, A::Error> {
        let mut fields = match self {
            Self::Buffered(fields) => fields,
            Self::Streaming(mut map) => {
                let mut fields = Map::new();
                while let Some((key, value)) = map.next_entry()? {
                    fields.insert(key, value);
                }
                fields
            }
        };
        if let Some(tag) = tag {
            fields.insert("type".to_owned(), tag.into());
        }
        Ok(crate::model::UnknownObject::new(fields))
    }
}

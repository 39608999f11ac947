use serde::de::{DeserializeOwned, Error as _, MapAccess, value::MapAccessDeserializer};
use serde_json::{Map, Value};

/// Declares an enum of objects told apart by their `type`.
///
/// An object of a type that this version does not know is kept whole in `Unknown`. Reading takes one
/// pass when `type` comes first, which is how the API writes it, and keeps the path of an error.
macro_rules! tagged_union {
    ($(#[$($meta:tt)*])* pub enum $name:ident {
        $($(#[$($vmeta:tt)*])* $variant:ident($payload:ty) = $tag:literal,)*
    }) => {
        $(#[$($meta)*])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #[serde(tag = "type")]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$($vmeta)*])* #[serde(rename = $tag)] $variant($payload),)*
            /// An object of a type newer than this version, whole.
            #[serde(untagged)]
            Unknown($crate::model::UnknownObject),
        }

        #[cfg(feature = "describe")]
        impl $crate::describe::Describe for $name {
            const SHAPE: $crate::describe::Shape =
                $crate::describe::Shape::Union(&$crate::describe::UnionInfo {
                    name: stringify!($name),
                    doc: describe!(@doc [] $([$($meta)*])*),
                    members: &[$($crate::describe::UnionMember {
                        name: stringify!($variant),
                        tag: $tag,
                        shape: || <$payload as $crate::describe::Describe>::SHAPE,
                        doc: describe!(@doc [] $([$($vmeta)*])*),
                    }),*],
                });
        }

        impl $name {
            /// What the API calls this kind of object, in its `type` field.
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
                        let (tag, fields) = $crate::macros::Tagged::read(map)?;
                        match tag.as_ref() {
                            $($tag => fields.decode().map($name::$variant),)*
                            _ => fields.keep(tag.into_owned()).map($name::Unknown),
                        }
                    }
                }

                deserializer.deserialize_map(Visitor)
            }
        }
    };
}

/// The fields of an object, once its `type` has been read.
pub(crate) enum Tagged<A> {
    /// `type` came first: the rest has not been read yet.
    Streaming(A),
    /// `type` came later: everything else was set aside.
    Buffered(Map<String, Value>),
}

impl<'de, A: MapAccess<'de>> Tagged<A> {
    pub(crate) fn read(mut map: A) -> Result<(std::borrow::Cow<'de, str>, Self), A::Error> {
        let mut earlier = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if key != "type" {
                earlier.insert(key, map.next_value()?);
                continue;
            }
            let tag = map.next_value::<String>()?.into();
            if earlier.is_empty() {
                return Ok((tag, Self::Streaming(map)));
            }
            while let Some((key, value)) = map.next_entry()? {
                earlier.insert(key, value);
            }
            return Ok((tag, Self::Buffered(earlier)));
        }
        Err(A::Error::missing_field("type"))
    }

    pub(crate) fn decode<T: DeserializeOwned>(self) -> Result<T, A::Error> {
        match self {
            Self::Streaming(map) => T::deserialize(MapAccessDeserializer::new(map)),
            Self::Buffered(fields) => decode_object(fields).map_err(A::Error::custom),
        }
    }

    pub(crate) fn keep(self, tag: String) -> Result<crate::model::UnknownObject, A::Error> {
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
        fields.insert("type".to_owned(), Value::String(tag));
        Ok(crate::model::UnknownObject::new(fields))
    }
}

#[cfg(not(for_size))]
fn decode_object<T: DeserializeOwned>(fields: Map<String, Value>) -> Result<T, String> {
    let object = Value::Object(fields);
    // Following the path takes time, so only once there is an error to place.
    T::deserialize(&object)
        .or_else(|_| serde_path_to_error::deserialize(&object).map_err(|error| error.to_string()))
}

/// By way of text, which is read already: another source would be code for every type once more.
#[cfg(for_size)]
fn decode_object<T: DeserializeOwned>(fields: Map<String, Value>) -> Result<T, String> {
    let text = Value::Object(fields).to_string();
    crate::error::from_json(text.as_bytes()).map_err(|problem| {
        let what = problem.what.split(" at line ").next().unwrap_or_default();
        format!("{}: {what}", problem.path)
    })
}

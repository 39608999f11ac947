/// Implements `Deserialize` for a type by its `TryFrom<String>`, so that an error has the path of the text.
macro_rules! validated_string {
    ($name:ident) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_string($crate::macros::ValidatedStringVisitor(
                    std::marker::PhantomData,
                ))
            }
        }
    };
}

pub(crate) struct ValidatedStringVisitor<T>(pub(crate) std::marker::PhantomData<T>);

impl<T: TryFrom<String, Error: std::fmt::Display>> serde::de::Visitor<'_>
    for ValidatedStringVisitor<T>
{
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: serde::de::Error>(self, text: String) -> Result<T, E> {
        T::try_from(text).map_err(E::custom)
    }
}

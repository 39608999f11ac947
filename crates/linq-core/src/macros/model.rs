/// Declares structs that travel as JSON objects.
///
/// Absent fields are `Option`s and are left out when written; a `null` reads as absent; fields that
/// this version does not know are passed over.
macro_rules! model {
    ($($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* })*) => {$(
        #[serde_with::skip_serializing_none]
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        $(#[$meta])*
        #[non_exhaustive]
        pub struct $name { $($body)* }
    )*};
}

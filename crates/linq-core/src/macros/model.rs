/// Declares structs that travel as JSON objects.
///
/// Absent fields are `Option`s and are left out when written; a `null` reads as absent; fields that
/// this version does not know are passed over.
macro_rules! model {
    ($($(#[$($meta:tt)*])* pub struct $name:ident { $($body:tt)* })*) => {$(
        described! {
            #[serde_with::skip_serializing_none]
            #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
            $(#[$($meta)*])*
            #[non_exhaustive]
            pub struct $name { $($body)* }
        }
    )*};
}

/// Declares a struct as it is written, and describes it: for one whose derives are its own.
macro_rules! described {
    ($(#[$($meta:tt)*])* pub struct $name:ident { $($body:tt)* }) => {
        $(#[$($meta)*])*
        pub struct $name { $($body)* }

        #[cfg(feature = "describe")]
        describe_struct!([$([$($meta)*])*] $name { $($body)* });
    };
}

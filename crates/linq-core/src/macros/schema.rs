/// Implements [`HasSchema`](crate::schema::HasSchema) for a struct of a request, from its declaration with the
/// attributes of serde. Unknown attributes are compile errors.
macro_rules! schema_of_request {
    (
        [$([$($meta:tt)*])*] $name:ident {
            $($(#[$($fmeta:tt)*])* $vis:vis $field:ident: $ty:ty),* $(,)?
        }
    ) => {
        impl $crate::schema::HasSchema for $name {
            const SCHEMA: $crate::schema::Schema = {
                static OBJECT: $crate::schema::ObjectSchema = $crate::schema::ObjectSchema {
                    name: stringify!($name),
                    declared: $crate::schema::Fields::Declared(
                        &[$(request_field!(@field $field [$ty] [$([$($fmeta)*])*] $([$($fmeta)*])*)),*]
                    ),
                    #[cfg(feature = "schema-docs")]
                    doc: request_field!(@doc [] $([$($meta)*])*),
                };
                $crate::schema::Schema::Object(&OBJECT)
            };
        }
    };
}

/// Expands to the parts of a field's schema, from its attributes.
macro_rules! request_field {
    // The field; attributes of serde may omit it.
    (@field $field:ident [$ty:ty] [$($all:tt)*]) => {
        Some($crate::schema::FieldSchema {
            name: request_field!(@name $field $($all)*),
            aliases: &[],
            schema: <$ty as $crate::schema::HasSchema>::SCHEMA,
            presence: if <$ty as $crate::schema::HasSchema>::IS_OPTIONAL || request_field!(@default $($all)*) {
                $crate::schema::Presence::Optional
            } else {
                $crate::schema::Presence::Always
            },
            #[cfg(feature = "schema-docs")]
            ty: stringify!($ty),
            #[cfg(feature = "schema-docs")]
            doc: request_field!(@doc [] $($all)*),
        })
    };
    (@field $field:ident [$ty:ty] $all:tt [serde(flatten)] $($more:tt)*) => { None };
    (@field $field:ident [$ty:ty] $all:tt [serde(skip)] $($more:tt)*) => { None };
    (@field $field:ident [$ty:ty] $all:tt $other:tt $($more:tt)*) => {
        request_field!(@field $field [$ty] $all $($more)*)
    };

    // The name in JSON.
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident [serde(rename = $name:literal)] $($more:tt)*) => { $name };
    (@name $field:ident $other:tt $($more:tt)*) => { request_field!(@name $field $($more)*) };

    // True if serde sets an absent field to its default.
    (@default) => { false };
    (@default [serde(
        default,
        deserialize_with = "As::<DefaultOnNull>::deserialize",
        skip_serializing_if = $is_empty:literal $(,)?
    )] $($more:tt)*) => { true };
    (@default [serde(rename = $name:literal)] $($more:tt)*) => { request_field!(@default $($more)*) };
    (@default [doc = $doc:literal] $($more:tt)*) => { request_field!(@default $($more)*) };
    (@default $unknown:tt $($more:tt)*) => {
        compile_error!(concat!("unknown attribute: ", stringify!($unknown)))
    };

    // The doc comment.
    (@doc [$($line:literal)*]) => { concat!($($line, "\n"),*) };
    (@doc [$($line:literal)*] [doc = $next:literal] $($more:tt)*) => {
        request_field!(@doc [$($line)* $next] $($more)*)
    };
    (@doc [$($line:literal)*] $other:tt $($more:tt)*) => { request_field!(@doc [$($line)*] $($more)*) };
}

/// Implements [`HasSchema`](crate::schema::HasSchema) for types.
macro_rules! has_schema {
    ($($schema:ident: $($ty:ty),+;)*) => {$($(
        impl $crate::schema::HasSchema for $ty {
            const SCHEMA: $crate::schema::Schema = $crate::schema::Schema::$schema;
        }
    )+)*};
}

/// Implements [`Describe`](crate::describe::Describe) for a struct, given its declaration. Fields that
/// serde passes over, and those that it gathers from what is unknown, are left out.
macro_rules! describe_struct {
    (
        [$([$($meta:tt)*])*] $name:ident {
            $($(#[$($fmeta:tt)*])* $vis:vis $field:ident: $ty:ty),* $(,)?
        }
    ) => {
        impl $crate::describe::Describe for $name {
            const SHAPE: $crate::describe::Shape =
                $crate::describe::Shape::Object(&$crate::describe::ModelInfo {
                    name: stringify!($name),
                    doc: describe!(@doc [] $([$($meta)*])*),
                    declared: &[$(describe!(@field $field [$ty] [$([$($fmeta)*])*] $([$($fmeta)*])*)),*],
                });
        }
    };
}

/// The pieces of descriptions, from attributes.
macro_rules! describe {
    // A field, by way of its attributes: those of serde may leave it out.
    (@field $field:ident [$ty:ty] [$($all:tt)*]) => {
        Some($crate::describe::ModelField {
            name: describe!(@name $field $($all)*),
            ty: stringify!($ty),
            shape: || <$ty as $crate::describe::Describe>::SHAPE,
            is_optional: <$ty as $crate::describe::Describe>::IS_OPTIONAL || describe!(@default $($all)*),
            doc: describe!(@doc [] $($all)*),
        })
    };
    (@field $field:ident [$ty:ty] $all:tt [serde(flatten)] $($more:tt)*) => { None };
    (@field $field:ident [$ty:ty] $all:tt [serde(skip)] $($more:tt)*) => { None };
    (@field $field:ident [$ty:ty] $all:tt $other:tt $($more:tt)*) => {
        describe!(@field $field [$ty] $all $($more)*)
    };

    // The name on the wire.
    (@name $field:ident) => { $crate::endpoint::field_name(stringify!($field)) };
    (@name $field:ident [serde(rename = $name:literal $($rest:tt)*)] $($more:tt)*) => { $name };
    (@name $field:ident [serde($skipped:tt $($rest:tt)*)] $($more:tt)*) => {
        describe!(@name $field [serde($($rest)*)] $($more)*)
    };
    (@name $field:ident $other:tt $($more:tt)*) => { describe!(@name $field $($more)*) };

    // Whether serde fills in a field that is absent.
    (@default) => { false };
    (@default [serde(default $($rest:tt)*)] $($more:tt)*) => { true };
    (@default [serde($skipped:tt $($rest:tt)*)] $($more:tt)*) => {
        describe!(@default [serde($($rest)*)] $($more)*)
    };
    (@default $other:tt $($more:tt)*) => { describe!(@default $($more)*) };

    // The doc comment.
    (@doc [$($line:literal)*]) => { concat!($($line, "\n"),*) };
    (@doc [$($line:literal)*] [doc = $next:literal] $($more:tt)*) => {
        describe!(@doc [$($line)* $next] $($more)*)
    };
    (@doc [$($line:literal)*] $other:tt $($more:tt)*) => { describe!(@doc [$($line)*] $($more)*) };
}

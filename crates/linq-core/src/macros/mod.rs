//! Macros that declare wire types, in the syntax of structs and enums.

#[macro_use]
mod text_traits;
#[macro_use]
mod validated_string;
#[macro_use]
mod model;
#[macro_use]
mod open_enum;
#[macro_use]
mod schema;
#[macro_use]
mod secret_string;
#[macro_use]
mod tagged_union;

pub(crate) use model::Slot;
pub(crate) use open_enum::{StringVisitor, UnknownVariant};
pub(crate) use secret_string::SecretVisitor;
pub(crate) use tagged_union::Tagged;
pub(crate) use validated_string::ValidatedStringVisitor;

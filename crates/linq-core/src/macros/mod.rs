//! The macros that declare wire types, so that a struct reads like a struct.

#[cfg(feature = "describe")]
#[macro_use]
mod describe;
#[macro_use]
mod model;
#[macro_use]
mod open_enum;
#[macro_use]
mod tagged_union;

pub(crate) use open_enum::Unrecognized;

pub(crate) use open_enum::FromText;
pub(crate) use tagged_union::Tagged;

//! The macros that declare wire types, so that a struct reads like a struct.

#[macro_use]
mod checked_text;
#[macro_use]
mod model;
#[macro_use]
mod open_enum;
#[macro_use]
mod schema;
#[macro_use]
mod tagged_union;

pub(crate) use checked_text::Checked;
pub(crate) use model::Slot;
pub(crate) use open_enum::{FromText, Unrecognized};
pub(crate) use tagged_union::Tagged;

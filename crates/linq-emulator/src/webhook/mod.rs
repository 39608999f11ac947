//! How deliveries are signed and made.

mod courier;
mod signature;

pub(crate) use courier::run;

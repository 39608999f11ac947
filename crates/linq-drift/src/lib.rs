//! Compares [`linq_core`] with a description of the API: in `linq-v3.json`'s notation, or `OpenAPI` 3.1.
//!
//! ```
//! use linq_drift::{Published, differences};
//!
//! let document = serde_json::json!({
//!     "openapi": "3.1.0",
//!     "servers": [{ "url": "https://api.linqapp.com/api/partner" }],
//!     "paths": { "/v3/teleport": { "post": { "responses": { "204": {} } } } },
//! });
//! let found = differences(&Published::from_openapi(&document)?);
//! assert_eq!(found[0].to_string(), "POST /v3/teleport: linq-core lacks this operation");
//! # Ok::<(), anyhow::Error>(())
//! ```

mod compare;
mod facts;
mod openapi;
mod published;
mod types;

pub use compare::{Difference, differences};
pub use published::{Operation, Parameter, Published};

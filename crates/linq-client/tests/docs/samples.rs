//! The files of the samples.

#[path = "../../../../docs/samples/agents.rs"]
pub(crate) mod agents;
#[path = "../../../../docs/samples/bulk.rs"]
pub(crate) mod bulk;
#[path = "../../../../docs/samples/errors.rs"]
pub(crate) mod errors;
#[path = "../../../../docs/samples/exactly-once.rs"]
pub(crate) mod exactly_once;
#[path = "../../../../docs/samples/files.rs"]
pub(crate) mod files;
#[path = "../../../../docs/samples/first-message.rs"]
pub(crate) mod first_message;
#[path = "../../../../docs/samples/groups.rs"]
pub(crate) mod groups;
#[path = "../../../../docs/samples/metrics.rs"]
pub(crate) mod metrics;
#[path = "../../../../docs/samples/receiving.rs"]
pub(crate) mod receiving;
#[path = "../../../../docs/samples/testing.rs"]
pub(crate) mod testing;

//! The limit on connections: requests beyond it wait.

use crate::Async;
use linq_core::error::{TransportError, TransportErrorKind};
use std::time::{Duration, Instant};
use tokio::{sync::SemaphorePermit, time};

impl Async {
    /// Waits for a permit for one connection, at most for the timeout of the attempt. Returns the permit, and the time
    /// left.
    pub(crate) async fn permit(
        &self,
        timeout: Duration,
    ) -> Result<(SemaphorePermit<'_>, Duration), TransportError> {
        let began = Instant::now();
        match time::timeout(timeout, self.connections.acquire()).await {
            Ok(Ok(permit)) => Ok((permit, timeout.saturating_sub(began.elapsed()))),
            Ok(Err(closed)) => Err(TransportError::new(TransportErrorKind::Connect, closed)),
            Err(_) => Err(TransportError::new(
                TransportErrorKind::ConnectTimeout,
                format!(
                    "all connections are in use (max_connections: {})",
                    self.config.max_connections
                ),
            )),
        }
    }
}

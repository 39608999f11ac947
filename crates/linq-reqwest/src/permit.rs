//! The bound on connections: requests beyond it wait.

use crate::Async;
use linq_core::error::{TransportError, TransportErrorKind};
use std::time::{Duration, Instant};
use tokio::{sync::SemaphorePermit, time};

impl Async {
    /// Waits until a request may have a connection, at most for the time of its attempt. Returns the permit, and the time
    /// that is left.
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
                    "{} other requests have a connection",
                    self.settings.max_connections
                ),
            )),
        }
    }
}

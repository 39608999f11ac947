//! Uninhabited types in place of the HTTP stack, for libraries without one.

use super::{Transfer, TransferStep, TransportConfig};
use crate::wire::HttpRequest;
use linq_core::error::InvalidArgument;
use std::{future::Ready, sync::Arc, time::Duration};

pub(super) enum Stack {}

pub(super) enum Running {}

impl Stack {
    pub(super) fn new(_: TransportConfig) -> Result<Self, InvalidArgument> {
        Err(InvalidArgument::new(
            "transport",
            "not available: the native library was built without the feature `transport`",
        ))
    }

    pub(super) fn send(&self, _: HttpRequest, _: Duration) -> Arc<Transfer> {
        match *self {}
    }

    pub(super) fn download(
        &self,
        _: HttpRequest,
        _: Duration,
        _: Option<Duration>,
    ) -> Arc<Transfer> {
        match *self {}
    }

    pub(super) fn upload(&self, _: HttpRequest, _: Option<String>, _: Duration) -> Arc<Transfer> {
        match *self {}
    }
}

impl Running {
    pub(super) fn next(&self) -> Ready<TransferStep> {
        match *self {}
    }

    pub(super) fn cancel(&self) {
        match *self {}
    }
}

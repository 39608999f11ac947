//! A library without an HTTP stack: there is no value of these types.

use super::{Transfer, TransferStep, TransportSettings};
use crate::wire::HttpRequest;
use linq_core::error::InvalidArgument;
use std::{future::Ready, sync::Arc, time::Duration};

pub(super) enum Stack {}

pub(super) enum Running {}

impl Stack {
    pub(super) fn new(_: TransportSettings) -> Result<Self, InvalidArgument> {
        Err(InvalidArgument::new(
            "transport",
            "not part of this native library, which was built without its feature `transport`",
        ))
    }

    pub(super) fn send(&self, _: HttpRequest, _: Duration) -> Arc<Transfer> {
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

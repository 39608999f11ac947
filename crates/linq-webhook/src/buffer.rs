#![cfg_attr(not(feature = "axum"), allow(dead_code))] // only the extractor reads bodies

//! The limit on the bytes of all bodies being read.

use crate::Rejection;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Number of bytes that all requests together may buffer.
#[derive(Debug)]
pub(crate) struct Buffer {
    limit: usize,
    used: AtomicUsize,
}

/// Bytes reserved by one request, released when dropped.
pub(crate) struct Share<'b> {
    buffer: &'b Buffer,
    bytes: usize,
}

impl Buffer {
    pub(crate) fn new(limit: usize) -> Self {
        Self {
            limit,
            used: AtomicUsize::new(0),
        }
    }

    pub(crate) fn share(&self) -> Share<'_> {
        Share {
            buffer: self,
            bytes: 0,
        }
    }
}

impl Share<'_> {
    /// Reserves more bytes, if the limit allows.
    pub(crate) fn grow(&mut self, bytes: usize) -> Result<(), Rejection> {
        let limit = self.buffer.limit;
        let more = |used: usize| used.checked_add(bytes).filter(|used| *used <= limit);
        let used = &self.buffer.used;
        match used.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more) {
            Ok(_) => {
                self.bytes += bytes;
                Ok(())
            }
            Err(_) => Err(Rejection::Overloaded),
        }
    }
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        self.buffer.used.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dropped_share_is_released() {
        let buffer = Buffer::new(100);
        let (mut first, mut second) = (buffer.share(), buffer.share());
        first.grow(60).unwrap();
        second.grow(40).unwrap();
        assert_eq!(second.grow(1), Err(Rejection::Overloaded));
        drop(first);
        second.grow(60).unwrap();
        assert_eq!(second.grow(usize::MAX), Err(Rejection::Overloaded));
        drop(second);
        buffer.share().grow(100).unwrap();
    }
}

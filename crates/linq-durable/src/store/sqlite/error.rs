//! Errors of SQLite and of the file system.

use super::StoreError;
use rusqlite::{ErrorCode, ffi};
use std::io;

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let Some(failure) = error.sqlite_error() else {
            return Self::Other(error.into());
        };
        match (failure.code, failure.extended_code) {
            (ErrorCode::DiskFull, _) => Self::DiskFull(error.into()),
            (ErrorCode::ReadOnly, _) => Self::ReadOnly(error.into()),
            (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Self::Locked(error.into()),
            (ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt, _)
            | (
                _,
                ffi::SQLITE_IOERR_SHORT_READ | ffi::SQLITE_IOERR_DATA | ffi::SQLITE_IOERR_CORRUPTFS,
            ) => Self::Damaged(error.into()),
            _ => Self::Other(error.into()),
        }
    }
}

pub(super) fn from_io(error: io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            StoreError::DiskFull(error.into())
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            StoreError::ReadOnly(error.into())
        }
        _ => StoreError::Other(error.into()),
    }
}

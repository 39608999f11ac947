//! Errors of the storage, in XML.

use axum::extract::Extension;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::RequestId;

#[derive(Clone, Debug)]
pub(super) struct StorageError {
    status: StatusCode,
    code: &'static str,
    message: &'static str,
}

impl StorageError {
    fn new(status: StatusCode, code: &'static str, message: &'static str) -> Self {
        Self {
            status,
            code,
            message,
        }
    }

    /// Returns the error for an API key, which the storage must not receive.
    pub(super) fn two_mechanisms() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "InvalidArgument",
            "Only one auth mechanism allowed: the URL is signed, so there must be no Authorization header",
        )
    }

    pub(super) fn signature_mismatch() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "SignatureDoesNotMatch",
            "The request is not the one that the URL was signed for; check method, URL and required headers",
        )
    }

    pub(super) fn expired() -> Self {
        Self::new(StatusCode::FORBIDDEN, "AccessDenied", "Request has expired")
    }

    pub(super) fn no_length() -> Self {
        Self::new(
            StatusCode::LENGTH_REQUIRED,
            "MissingContentLength",
            "You must provide the Content-Length HTTP header",
        )
    }

    pub(super) fn unsigned_header() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "AccessDenied",
            "There were headers present in the request which were not signed",
        )
    }

    pub(super) fn incomplete() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "IncompleteBody",
            "The body does not have the declared Content-Length",
        )
    }

    pub(super) fn no_such_key() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "NoSuchKey",
            "The specified key does not exist",
        )
    }

    pub(super) fn internal() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "InternalError",
            "The file could not be written or read",
        )
    }

    pub(super) fn into_response(self, id: Uuid) -> Response {
        let Self {
            status,
            code,
            message,
        } = self;
        let body = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>{message}</Message><RequestId>{id}</RequestId></Error>"
        );
        (status, [(CONTENT_TYPE, "application/xml")], body).into_response()
    }
}

pub(super) async fn not_found(Extension(RequestId(id)): Extension<RequestId>) -> Response {
    StorageError::no_such_key().into_response(id)
}

pub(super) async fn method_not_allowed(Extension(RequestId(id)): Extension<RequestId>) -> Response {
    let error = StorageError::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "MethodNotAllowed",
        "The specified method is not allowed against this resource",
    );
    error.into_response(id)
}

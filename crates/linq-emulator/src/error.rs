//! API errors, with a constructor for each code of <https://docs.linqapp.com/error/codes/>.

use axum::Json;
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use uuid::Uuid;

/// An error response without its trace id.
#[derive(Clone, Debug)]
pub(crate) struct ApiError {
    pub(crate) status: u16,
    pub(crate) code: u32,
    pub(crate) message: String,
    /// Seconds, in the body and in the header `Retry-After`.
    pub(crate) retry_after: Option<u64>,
}

impl ApiError {
    pub(crate) fn new(status: u16, code: u32, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            message: message.into(),
            retry_after: None,
        }
    }

    pub(crate) fn missing_field(path: &str) -> Self {
        Self::new(400, 1001, format!("{path} is required"))
    }

    pub(crate) fn not_e164(path: &str) -> Self {
        Self::new(
            400,
            1002,
            format!("{path}: Phone number must be in E.164 format"),
        )
    }

    pub(crate) fn not_a_handle(path: &str) -> Self {
        Self::new(
            400,
            1002,
            format!("{path}: Phone number must be in E.164 format, or an email address"),
        )
    }

    pub(crate) fn not_json(reason: &str) -> Self {
        Self::new(
            400,
            1003,
            format!("Request body is not valid JSON: {reason}"),
        )
    }

    pub(crate) fn invalid_content(message: impl Into<String>) -> Self {
        Self::new(400, 1004, message)
    }

    pub(crate) fn invalid_parameter(message: impl Into<String>) -> Self {
        Self::new(400, 1005, message)
    }

    pub(crate) fn direct_chat() -> Self {
        Self::new(
            409,
            1006,
            "Direct chats cannot be changed, only group chats",
        )
    }

    pub(crate) fn rate_limited(retry_after: u64) -> Self {
        Self {
            retry_after: Some(retry_after),
            ..Self::new(429, 1007, "Rate limit exceeded")
        }
    }

    pub(crate) fn not_found() -> Self {
        Self::new(404, 2001, "Resource not found")
    }

    pub(crate) fn message_not_found(path: &str) -> Self {
        Self::new(404, 2002, format!("{path}: Message not found"))
    }

    pub(crate) fn attachment_not_found(path: &str) -> Self {
        Self::new(404, 2003, format!("{path}: Attachment not found"))
    }

    pub(crate) fn unauthorized() -> Self {
        Self::new(
            401,
            2004,
            "Unauthorized - missing or invalid authentication token",
        )
    }

    pub(crate) fn not_yours(message: impl Into<String>) -> Self {
        Self::new(403, 2005, message)
    }

    pub(crate) fn not_your_number(path: &str) -> Self {
        Self::new(
            403,
            2006,
            format!("{path}: This phone number is not yours to send from"),
        )
    }

    pub(crate) fn attachment_not_ready(path: &str) -> Self {
        Self::new(404, 2007, format!("{path}: Attachment is not ready yet"))
    }

    pub(crate) fn recipient_not_allowed() -> Self {
        Self::new(
            403,
            2008,
            "Recipient not allowed: in the sandbox, recipients must message you first",
        )
    }

    pub(crate) fn subscription_not_found() -> Self {
        Self::new(404, 2010, "Webhook subscription not found")
    }

    pub(crate) fn card_not_found() -> Self {
        Self::new(404, 2012, "Contact card not found")
    }

    pub(crate) fn chat_unavailable() -> Self {
        Self::new(409, 2013, "This chat is unavailable")
    }

    pub(crate) fn card_exists() -> Self {
        Self::new(
            409,
            2014,
            "This number already has a contact card, use PATCH to change it",
        )
    }

    pub(crate) fn conflict(message: impl Into<String>) -> Self {
        Self::new(409, 2015, message)
    }

    pub(crate) fn unsupported_service(message: impl Into<String>) -> Self {
        Self::new(409, 2017, message)
    }

    pub(crate) fn unsupported_in_group(message: impl Into<String>) -> Self {
        Self::new(409, 2016, message)
    }

    pub(crate) fn app_needs_imessage(path: &str) -> Self {
        Self::new(
            409,
            2018,
            format!("{path}: iMessage app messages go over iMessage only"),
        )
    }

    pub(crate) fn line_not_found() -> Self {
        Self::new(404, 2019, "Phone number not found")
    }

    pub(crate) fn payment_request_not_found() -> Self {
        Self::new(404, 2021, "Payment request not found")
    }

    pub(crate) fn mention_outside_group(path: &str) -> Self {
        Self::new(
            409,
            2023,
            format!("{path}: Mentions are for group chats only"),
        )
    }

    pub(crate) fn opted_out() -> Self {
        Self::new(403, 2024, "The recipient opted out of messages")
    }

    pub(crate) fn blocked() -> Self {
        Self::new(403, 2026, "The recipient is blocked by you")
    }

    pub(crate) fn ineligible_line(path: &str) -> Self {
        Self::new(
            403,
            2027,
            format!("{path}: This line cannot send at present"),
        )
    }

    pub(crate) fn app_clip_needs_imessage(path: &str) -> Self {
        Self::new(
            409,
            2028,
            format!("{path}: App Clips go over iMessage only"),
        )
    }

    pub(crate) fn service_unavailable(message: impl Into<String>) -> Self {
        Self {
            retry_after: Some(30),
            ..Self::new(503, 4004, message)
        }
    }

    pub(crate) fn recipient_cannot_receive(path: &str) -> Self {
        Self::new(
            422,
            4005,
            format!("{path}: The recipient cannot receive this kind of message"),
        )
    }

    /// Returns the error of a wrong method, for which no code is documented.
    pub(crate) fn method_not_allowed() -> Self {
        Self::new(405, 1005, "Method not allowed on this path")
    }

    /// Returns the error of a body that is too large, for which no code is documented.
    pub(crate) fn body_too_large() -> Self {
        Self::new(413, 1003, "Request body is too large")
    }

    pub(crate) fn body(&self, trace_id: Uuid) -> Value {
        let mut error = json!({
            "status": self.status,
            "code": self.code,
            "message": self.message,
            "doc_url": format!("https://docs.linqapp.com/error/codes/{}xxx/{}/", self.code / 1000, self.code),
        });
        if let Some(seconds) = self.retry_after {
            error["retry_after"] = seconds.into();
        }
        json!({ "success": false, "error": error, "trace_id": trace_id })
    }
}

/// The error code of a response, for the log.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Code(pub(crate) u32);

/// Returns the response of an error.
pub(crate) fn error_response(error: &ApiError, trace_id: Uuid) -> Response {
    let status = StatusCode::from_u16(error.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, Json(error.body(trace_id))).into_response();
    if let Some(seconds) = error.retry_after {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    response.extensions_mut().insert(Code(error.code));
    response
}

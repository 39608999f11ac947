use crate::schema::{HasSchema, Schema};
use http::StatusCode;
use std::fmt;

/// The documented retry behavior of an error code with its HTTP status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RetryHint {
    /// Retryable, with backoff.
    Retry,
    /// Retryable after the delay that the response specifies.
    RetryAfter,
    /// Not retryable.
    Never,
    /// Decided by the HTTP status: the code is not documented, or is documented with another status.
    ByStatus,
}

macro_rules! error_codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal with $status:pat => $retry_hint:ident,)*) => {
        /// An error code of the API.
        ///
        /// Codes that this version does not know are kept as numbers.
        /// See <https://docs.linqapp.com/error/>.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ErrorCode {
            $($(#[doc = $doc])+ #[doc = concat!("(", $code, ")")] $name,)*
            /// A code that this version does not know; see [`ErrorCode::number`].
            #[doc(hidden)]
            Unknown(UnknownCode),
        }

        impl ErrorCode {
            /// Codes that this version knows.
            pub const KNOWN: &'static [Self] = &[$(Self::$name),*];

            /// Returns the code as a number.
            #[must_use]
            pub const fn number(self) -> u32 {
                match self {
                    $(Self::$name => $code,)*
                    Self::Unknown(UnknownCode(number)) => number,
                }
            }

            /// Returns the documented retry behavior of the code, which applies only to the status that is documented
            /// with it. Whether a retry is *safe* depends on the idempotency of the call.
            #[must_use]
            pub const fn retry_hint(self, status: StatusCode) -> RetryHint {
                match (self, status.as_u16()) {
                    $((Self::$name, $status) => RetryHint::$retry_hint,)*
                    _ => RetryHint::ByStatus,
                }
            }
        }

        impl From<u32> for ErrorCode {
            fn from(number: u32) -> Self {
                match number {
                    $($code => Self::$name,)*
                    other => Self::Unknown(UnknownCode(other)),
                }
            }
        }
    };
}

error_codes! {
    /// A required field is missing.
    MissingField = 1001 with 400 => Never,
    /// A phone number is not E.164.
    InvalidPhoneNumber = 1002 with 400 => Never,
    /// The body is not valid JSON, or not the expected object.
    InvalidBody = 1003 with 400 => Never,
    /// The parts of the message are invalid.
    InvalidContent = 1004 with 400 => Never,
    /// A parameter's value is invalid; also a link in the first message of a new chat.
    InvalidParameter = 1005 with 400 => Never,
    /// Direct chats cannot be updated, only groups.
    NotAGroup = 1006 with 409 => Never,
    /// Too many requests.
    RateLimited = 1007 with 429 => RetryAfter,
    /// The iMessage app message is invalid.
    InvalidAppMessage = 1008 with 400 => Never,
    /// No such chat, or no such resource.
    NotFound = 2001 with 404 => Never,
    /// No such message.
    MessageNotFound = 2002 with 404 => Never,
    /// No such attachment.
    AttachmentNotFound = 2003 with 404 => Never,
    /// The API key is missing or invalid.
    Unauthorized = 2004 with 401 => Never,
    /// The resource belongs to someone else.
    Forbidden = 2005 with 403 => Never,
    /// The phone number is not yours to send from.
    PhoneNumberNotYours = 2006 with 403 => Never,
    /// The attachment has not been processed yet.
    AttachmentNotReady = 2007 with 404 => Retry,
    /// Sandbox: the recipient has not written first.
    SandboxRecipient = 2008 with 403 => Never,
    /// The chat is still being created.
    ChatNotReady = 2009 with 409 => Retry,
    /// No such webhook subscription.
    SubscriptionNotFound = 2010 with 404 => Never,
    /// The account does not have this feature.
    FeatureNotEnabled = 2011 with 403 | 400 => Never,
    /// No such contact card.
    ContactCardNotFound = 2012 with 404 => Never,
    /// The chat is unavailable: for one, you left it.
    ChatUnavailable = 2013 with 409 => Never,
    /// The number has a contact card already.
    ContactCardExists = 2014 with 409 => Never,
    /// The operation conflicts with the present state.
    StateConflict = 2015 with 409 => Never,
    /// Not supported in group chats.
    NotInGroups = 2016 with 409 => Never,
    /// Not supported on the chat's service.
    NotOnThisService = 2017 with 409 => Never,
    /// iMessage app messages go over iMessage only.
    AppMessageNeedsIMessage = 2018 with 409 => Never,
    /// No such phone number id.
    PhoneNumberNotFound = 2019 with 404 => Never,
    /// No such payment request.
    PaymentRequestNotFound = 2021 with 404 => Never,
    /// The contact card's setup did not complete.
    ContactCardIncomplete = 2022 with 500 => Retry,
    /// Mentions are for group chats only.
    MentionOutsideGroup = 2023 with 409 => Never,
    /// The recipient opted out; one send can override that.
    OptedOut = 2024 with 403 => Never,
    /// You blocked the handle.
    HandleBlocked = 2026 with 403 => Never,
    /// Rejected before anything was created.
    RejectedUpFront = 2027 with 400..500 => Never,
    /// An App Clip cannot go over SMS or RCS.
    AppClipNeedsIMessage = 2028 with 400..500 => Never,
    /// A transient fault of the server.
    TransientFault3001 = 3001 with 500 => Retry,
    /// A transient fault of the server.
    TransientFault3002 = 3002 with 500 => Retry,
    /// A transient fault of the server.
    TransientFault3003 = 3003 with 500 => Retry,
    /// A transient fault of the server.
    TransientFault3004 = 3004 with 500 => Retry,
    /// A network timeout on the server's side.
    UpstreamTimeout = 3005 with 504 => Retry,
    /// An internal error of the server.
    Internal = 3006 with 500 => Retry,
    /// The server gave up delivering.
    DeliveryGivenUp = 3007 with 500 => Never,
    /// The delivery failed.
    DeliveryFailed = 4001 with 500 => Retry,
    /// The line that sends is not available.
    LineUnavailable = 4002 with 500 => Never,
    /// The delivery of a webhook failed.
    WebhookDeliveryFailed = 4003 with 500 => Never,
    /// The service is unavailable; the documented wait is 30 seconds.
    ServiceUnavailable = 4004 with 503 => Retry,
    /// The recipient cannot receive this kind of message.
    RecipientCannotReceive = 4005 with 422 => Never,
    /// A message or poll was not delivered, for a reason that is not published; in webhook events only.
    DeliveryFailed4006 = 4006 with _ => Never,
    /// A message or poll was not delivered, for a reason that is not published; in webhook events only.
    DeliveryFailed4007 = 4007 with _ => Never,
    /// A message or poll was not delivered, for a reason that is not published; in webhook events only.
    DeliveryFailed4008 = 4008 with _ => Never,
    /// An RCS check got no result for the recipient, which means "unknown", not "no".
    RcsCheckNoAnswer4009 = 4009 with 503 => Never,
    /// An RCS check got no result for the recipient, which means "unknown", not "no".
    RcsCheckNoAnswer4010 = 4010 with 503 => Never,
    /// An upload failed.
    UploadFailed = 5001 with 500 => Retry,
    /// A file could not be downloaded from its URL.
    DownloadFailed = 5002 with 500 => Never,
    /// A file's URL could not be created.
    FileUrlFailed = 5003 with 500 => Retry,
    /// The file's type is not accepted.
    FileTypeRejected = 5004 with 400 => Never,
    /// The file is too large.
    FileTooLarge = 5005 with 400 => Never,
    /// The file is not of its declared type.
    FileTypeMismatch = 5006 with 400 => Never,
    /// The image cannot be downloaded.
    ImageNotDownloadable = 5007 with 400 => Never,
}

/// The number of a code that this version does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UnknownCode(u32);

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number().fmt(f)
    }
}

impl serde::Serialize for ErrorCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.number())
    }
}

impl<'de> serde::Deserialize<'de> for ErrorCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u32::deserialize(deserializer).map(Self::from)
    }
}

impl HasSchema for ErrorCode {
    const SCHEMA: Schema = u32::SCHEMA;
}

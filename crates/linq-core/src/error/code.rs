use std::fmt;

/// What the server's code says about trying the same request again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ServerAdvice {
    /// It can help, after a pause.
    Retry,
    /// It can help once the pause that the reply names is over.
    RetryAfter,
    /// It cannot help.
    GiveUp,
    /// The code is not in the table: the HTTP status decides.
    ByStatus,
}

macro_rules! error_codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal $advice:ident,)*) => {
        /// The API's own code for a refusal.
        ///
        /// Codes are added often: one that this version does not know is kept as a number.
        /// See <https://docs.linqapp.com/error/>.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ErrorCode {
            $($(#[doc = $doc])+ #[doc = concat!("(", $code, ")")] $name,)*
            /// A code newer than this version: read it with [`ErrorCode::number`].
            #[doc(hidden)]
            Unknown(UnknownCode),
        }

        impl ErrorCode {
            /// The codes that this version knows.
            pub const KNOWN: &'static [Self] = &[$(Self::$name),*];

            /// The number as the API writes it.
            #[must_use]
            pub const fn number(self) -> u32 {
                match self {
                    $(Self::$name => $code,)*
                    Self::Unknown(UnknownCode(number)) => number,
                }
            }

            /// What the code says about trying again. Whether a repeat is *safe* is another question,
            /// which depends on the call.
            #[must_use]
            pub const fn advice(self) -> ServerAdvice {
                match self {
                    $(Self::$name => ServerAdvice::$advice,)*
                    Self::Unknown(_) => ServerAdvice::ByStatus,
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
    MissingField = 1001 GiveUp,
    /// A phone number is not E.164.
    InvalidPhoneNumber = 1002 GiveUp,
    /// The body is not valid JSON, or not the expected object.
    InvalidBody = 1003 GiveUp,
    /// The parts of the message are invalid.
    InvalidContent = 1004 GiveUp,
    /// A parameter's value is invalid; also a link in the first message of a new chat.
    InvalidParameter = 1005 GiveUp,
    /// Direct chats cannot be updated, only groups.
    NotAGroup = 1006 GiveUp,
    /// Too many requests.
    RateLimited = 1007 RetryAfter,
    /// The iMessage app message is invalid.
    InvalidAppMessage = 1008 GiveUp,
    /// No such chat, or no such resource.
    NotFound = 2001 GiveUp,
    /// No such message.
    MessageNotFound = 2002 GiveUp,
    /// No such attachment.
    AttachmentNotFound = 2003 GiveUp,
    /// The API key is missing or invalid.
    Unauthorized = 2004 GiveUp,
    /// The resource belongs to someone else.
    Forbidden = 2005 GiveUp,
    /// The phone number is not yours to send from.
    PhoneNumberNotYours = 2006 GiveUp,
    /// The attachment has not been processed yet.
    AttachmentNotReady = 2007 Retry,
    /// Sandbox: the recipient has not written first.
    SandboxRecipient = 2008 GiveUp,
    /// The chat is still being created.
    ChatNotReady = 2009 Retry,
    /// No such webhook subscription.
    SubscriptionNotFound = 2010 GiveUp,
    /// The account does not have this feature.
    FeatureNotEnabled = 2011 GiveUp,
    /// No such contact card.
    ContactCardNotFound = 2012 GiveUp,
    /// The chat is unavailable: for one, you left it.
    ChatUnavailable = 2013 GiveUp,
    /// The number has a contact card already.
    ContactCardExists = 2014 GiveUp,
    /// The operation conflicts with the present state.
    StateConflict = 2015 GiveUp,
    /// Not supported in group chats.
    NotInGroups = 2016 GiveUp,
    /// Not supported on the chat's service.
    NotOnThisService = 2017 GiveUp,
    /// iMessage app messages go over iMessage only.
    AppMessageNeedsIMessage = 2018 GiveUp,
    /// No such phone number id.
    PhoneNumberNotFound = 2019 GiveUp,
    /// No such payment request.
    PaymentRequestNotFound = 2021 GiveUp,
    /// The contact card's setup did not complete.
    ContactCardIncomplete = 2022 Retry,
    /// Mentions are for group chats only.
    MentionOutsideGroup = 2023 GiveUp,
    /// The recipient opted out; one send can override that.
    OptedOut = 2024 GiveUp,
    /// You blocked the handle.
    HandleBlocked = 2026 GiveUp,
    /// Refused before anything was created.
    RefusedUpFront = 2027 GiveUp,
    /// An App Clip cannot go over SMS or RCS.
    AppClipNeedsIMessage = 2028 GiveUp,
    /// A transient fault of the server.
    TransientFault3001 = 3001 Retry,
    /// A transient fault of the server.
    TransientFault3002 = 3002 Retry,
    /// A transient fault of the server.
    TransientFault3003 = 3003 Retry,
    /// A transient fault of the server.
    TransientFault3004 = 3004 Retry,
    /// A network timeout on the server's side.
    UpstreamTimeout = 3005 Retry,
    /// An internal error of the server.
    Internal = 3006 Retry,
    /// The server gave up delivering.
    DeliveryGivenUp = 3007 GiveUp,
    /// The delivery failed.
    DeliveryFailed = 4001 Retry,
    /// The line that sends is not available.
    LineUnavailable = 4002 GiveUp,
    /// The delivery of a webhook failed.
    WebhookDeliveryFailed = 4003 GiveUp,
    /// The service is unavailable; the documented wait is 30 seconds.
    ServiceUnavailable = 4004 Retry,
    /// The recipient cannot receive this kind of message.
    RecipientCannotReceive = 4005 GiveUp,
    /// An RCS check got no answer about the recipient: it means "unknown", never "no".
    RcsCheckNoAnswer4009 = 4009 GiveUp,
    /// An RCS check got no answer about the recipient: it means "unknown", never "no".
    RcsCheckNoAnswer4010 = 4010 GiveUp,
    /// An upload failed.
    UploadFailed = 5001 Retry,
    /// A file could not be downloaded from its URL.
    DownloadFailed = 5002 GiveUp,
    /// A file's URL could not be made.
    FileUrlFailed = 5003 Retry,
    /// The file's type is not accepted.
    FileTypeRefused = 5004 GiveUp,
    /// The file is too large.
    FileTooLarge = 5005 GiveUp,
    /// The file is not of the type it was said to be.
    FileTypeMismatch = 5006 GiveUp,
    /// The image cannot be downloaded.
    ImageNotDownloadable = 5007 GiveUp,
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

use super::signature::{ID, LEGACY_SIGNATURE, LEGACY_TIMESTAMP, SIGNATURE, Scheme, TIMESTAMP, Tag};
use crate::{
    Secret, Timestamp,
    error::{InvalidArgument, Reason},
    header::header_value,
};
use base64::{
    Engine as _, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
    prelude::BASE64_STANDARD,
};
use hmac::{Hmac, KeyInit as _, Mac as _};
use http::HeaderMap;
use sha2::Sha256;
use std::{env::VarError, fmt, str::FromStr, sync::Arc, time::SystemTime};

type HmacSha256 = Hmac<Sha256>;

const PREFIX: &str = "whsec_";
/// Version prefix of signatures, which is accepted in front of the secret too.
const VERSION_PREFIX: &str = "v1,";

const QUOTATION_MARKS: [char; 7] = ['"', '\'', '`', '“', '”', '‘', '’'];

/// Accepted encodings of secrets: both base64 alphabets, with or without padding.
const ENCODINGS: [GeneralPurpose; 2] = {
    const ANY_PADDING: GeneralPurposeConfig =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    [
        GeneralPurpose::new(&alphabet::STANDARD, ANY_PADDING),
        GeneralPurpose::new(&alphabet::URL_SAFE, ANY_PADDING),
    ]
};

/// The signing secret of a webhook subscription: `whsec_…`, returned once, when the subscription is created.
/// `Debug` omits it.
#[derive(Clone)]
pub struct WebhookSecret {
    /// HMAC with the base64-decoded secret as its key; absent if the secret is not base64.
    standard: Option<HmacSha256>,
    /// HMAC with the bytes of the secret as its key; for a base64 secret, without a `v1,` prefix.
    legacy: HmacSha256,
    pub(super) label: Option<Arc<str>>,
}

impl WebhookSecret {
    /// Environment variable of the secret, as in the official clients: `LINQ_WEBHOOK_SECRET`.
    pub const ENVIRONMENT_VARIABLE: &'static str = "LINQ_WEBHOOK_SECRET";

    /// Creates a secret from the string returned by the API: `whsec_` and base64, in either alphabet, with or
    /// without padding, and with or without a `v1,` prefix. An empty secret is invalid, since anyone could sign
    /// with it.
    ///
    /// A secret that is not base64 after `whsec_` supports [legacy](super::SignatureKind::Legacy) signatures only.
    ///
    /// # Errors
    ///
    /// The secret is empty, or has whitespace or quotation marks around it.
    pub fn new(secret: impl AsRef<str>) -> Result<Self, InvalidWebhookSecret> {
        let secret = secret.as_ref();
        let unversioned = secret.strip_prefix(VERSION_PREFIX).unwrap_or(secret);
        let encoded = unversioned.strip_prefix(PREFIX).unwrap_or(unversioned);
        if encoded.trim().is_empty() {
            return Err(InvalidWebhookSecret::Empty);
        }
        if secret.trim() != secret {
            return Err(InvalidWebhookSecret::Whitespace);
        }
        if secret.starts_with(QUOTATION_MARKS) && secret.ends_with(QUOTATION_MARKS) {
            return Err(InvalidWebhookSecret::Quoted);
        }
        Ok(match decode_key(encoded) {
            Some(key) => Self {
                standard: Some(hmac(&key)),
                legacy: hmac(unversioned.as_bytes()),
                label: None,
            },
            None => Self {
                standard: None,
                legacy: hmac(secret.as_bytes()),
                label: None,
            },
        })
    }

    /// Creates a secret from the key itself: the bytes that are base64-encoded after `whsec_`.
    ///
    /// # Errors
    ///
    /// The key is empty.
    pub fn from_key(key: impl AsRef<[u8]>) -> Result<Self, InvalidWebhookSecret> {
        Self::new(BASE64_STANDARD.encode(key))
    }

    /// Creates a secret from the environment variable [`LINQ_WEBHOOK_SECRET`](Self::ENVIRONMENT_VARIABLE).
    ///
    /// # Errors
    ///
    /// The variable is not set, or is not a valid secret.
    pub fn from_env() -> Result<Self, InvalidArgument> {
        const NAME: &str = WebhookSecret::ENVIRONMENT_VARIABLE;
        let problem = match std::env::var(NAME) {
            Ok(secret) => match Self::new(secret) {
                Ok(secret) => return Ok(secret),
                Err(problem) => problem.to_string().into(),
            },
            Err(VarError::NotPresent) => "must be set".into(),
            Err(VarError::NotUnicode(_)) => Reason::from("not valid Unicode"),
        };
        Err(InvalidArgument::new(NAME, problem))
    }

    /// Sets a label, such as the name of the subscription: events report the label of the secret that they were signed
    /// with ([`Event::secret_label`](super::Event::secret_label)). The label is not secret; `Debug` shows it.
    #[must_use]
    pub fn label(mut self, label: impl Into<Arc<str>>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Returns the headers that Linq would send with `body`: both kinds of signatures, or the legacy kind
    /// only if the secret is not base64. For testing receivers.
    ///
    /// `id` is the `webhook-id`: visible ASCII, not empty.
    ///
    /// ```
    /// use linq_core::webhook::{Verifier, WebhookSecret};
    /// use std::time::{Duration, SystemTime};
    ///
    /// let secret = WebhookSecret::new("whsec_c2VjcmV0LWZvci10ZXN0cw==")?;
    /// let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_770_000_000);
    /// let body = br#"{"event_id":"e1","event_type":"call.ended","data":{}}"#;
    ///
    /// let headers = secret.sign("msg_1", now, body)?;
    /// let event = Verifier::new(secret).verify(&headers, body, now)?;
    /// assert_eq!(event.event_id.as_str(), "e1");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn sign(
        &self,
        id: &str,
        at: SystemTime,
        body: &[u8],
    ) -> Result<HeaderMap, InvalidArgument> {
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(InvalidArgument::new(
                "id",
                "must be visible ASCII without spaces, and not empty",
            ));
        }
        let at = Timestamp::try_from(at)
            .map_err(|_| InvalidArgument::new("at", "the year must be within -9999 to 9999"))?;
        let timestamp = at.as_millis().div_euclid(1000).to_string();
        let mut headers = HeaderMap::with_capacity(5);
        if let Some(tag) = self.tag(Scheme::Standard { id }, &timestamp, body) {
            headers.insert(ID, header_value(ID, id)?);
            headers.insert(TIMESTAMP, header_value(TIMESTAMP, &timestamp)?);
            headers.insert(
                SIGNATURE,
                header_value(SIGNATURE, &format!("v1,{}", BASE64_STANDARD.encode(tag)))?,
            );
        }
        if let Some(tag) = self.tag(Scheme::Legacy, &timestamp, body) {
            headers.insert(
                LEGACY_TIMESTAMP,
                header_value(LEGACY_TIMESTAMP, &timestamp)?,
            );
            headers.insert(
                LEGACY_SIGNATURE,
                header_value(LEGACY_SIGNATURE, &format!("sha256={}", hex::encode(tag)))?,
            );
        }
        Ok(headers)
    }

    /// Returns the signature of a delivery; `None` if the secret does not support the scheme.
    pub(super) fn tag(&self, scheme: Scheme<'_>, timestamp: &str, body: &[u8]) -> Option<Tag> {
        let mac = match scheme {
            Scheme::Standard { id } => self.standard.clone()?.chain_update(id).chain_update("."),
            Scheme::Legacy => self.legacy.clone(),
        };
        Some(
            mac.chain_update(timestamp)
                .chain_update(".")
                .chain_update(body)
                .finalize()
                .into_bytes()
                .into(),
        )
    }

    pub(super) fn is_base64(&self) -> bool {
        self.standard.is_some()
    }
}

impl fmt::Debug for WebhookSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.label {
            Some(label) => write!(f, "WebhookSecret({label:?})"),
            None => f.write_str("WebhookSecret(…)"),
        }
    }
}

impl FromStr for WebhookSecret {
    type Err = InvalidWebhookSecret;

    fn from_str(secret: &str) -> Result<Self, Self::Err> {
        Self::new(secret)
    }
}

impl TryFrom<String> for WebhookSecret {
    type Error = InvalidWebhookSecret;

    fn try_from(secret: String) -> Result<Self, Self::Error> {
        Self::new(secret)
    }
}

impl TryFrom<&str> for WebhookSecret {
    type Error = InvalidWebhookSecret;

    fn try_from(secret: &str) -> Result<Self, Self::Error> {
        Self::new(secret)
    }
}

/// Converts the secret in the response of a created subscription.
impl TryFrom<Secret> for WebhookSecret {
    type Error = InvalidWebhookSecret;

    fn try_from(secret: Secret) -> Result<Self, Self::Error> {
        Self::new(secret)
    }
}

/// Converts the secret in the response of a created subscription.
impl TryFrom<&Secret> for WebhookSecret {
    type Error = InvalidWebhookSecret;

    fn try_from(secret: &Secret) -> Result<Self, Self::Error> {
        Self::new(secret)
    }
}

secret_string!(WebhookSecret);

fn decode_key(encoded: &str) -> Option<Vec<u8>> {
    let mut attempts = ENCODINGS.iter().map(|encoding| encoding.decode(encoded));
    attempts.find_map(Result::ok)
}

fn hmac(key: &[u8]) -> HmacSha256 {
    HmacSha256::new_from_slice(key).expect("HMAC takes a key of any length")
}

/// The error of parsing a webhook secret. It does not contain the secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidWebhookSecret {
    /// The secret is empty, or empty after `whsec_`.
    #[error("must not be empty")]
    Empty,
    /// The secret begins or ends with whitespace, such as the line break at the end of a file.
    #[error("begins or ends with whitespace")]
    Whitespace,
    /// The secret has quotation marks around it, such as those of a shell or an `.env` file.
    #[error("begins and ends with a quotation mark")]
    Quoted,
}

use crate::{
    error::InvalidArgument,
    header::{header_name, header_value},
    id::ChatId,
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

/// Delivery affinity: all events of a chat are delivered to the same instance of your service.
///
/// It is enabled by naming a header in a subscription's `routing_key_header`. A 2xx response to a delivery
/// may contain that header with a token of your choice, opaque to Linq. Linq stores it for the chat and
/// sends it with the chat's later deliveries, for your load balancer to route by. Until there is a token,
/// it can route by the identifier of the chat, which is in a header too.
///
/// The instance that responds either confirms the token by returning it, or takes over the chat with its
/// own token:
///
/// ```
/// use http::{HeaderMap, StatusCode};
/// use linq_core::webhook::DeliveryAffinity;
///
/// let affinity = DeliveryAffinity::new("X-Cluster")?.token("cluster-7")?;
///
/// let delivery = HeaderMap::new(); // the first of a chat: no token yet
/// let mut response = HeaderMap::new();
/// affinity.answer(&delivery, StatusCode::NO_CONTENT, &mut response);
/// assert_eq!(response["x-cluster"], "cluster-7");
/// # Ok::<(), linq_core::error::InvalidArgument>(())
/// ```
///
/// These headers are not signed: use them for routing only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryAffinity {
    key_header: HeaderName,
    id_header: HeaderName,
    token: Option<HeaderValue>,
}

impl DeliveryAffinity {
    /// Default name of the header with the identifier of the chat, if the subscription has no
    /// `routing_id_header`.
    pub const DEFAULT_ID_HEADER: &'static str = "Linq-Chat-Id";

    /// Creates a configuration from the name of the header with the token: the subscription's
    /// `routing_key_header`.
    ///
    /// # Errors
    ///
    /// The name is not a valid header name.
    pub fn new(key_header: &str) -> Result<Self, InvalidArgument> {
        Ok(Self {
            key_header: header_name("routing_key_header", key_header)?,
            id_header: header_name("routing_id_header", Self::DEFAULT_ID_HEADER)?,
            token: None,
        })
    }

    /// Sets the name of the header with the identifier of the chat: the subscription's `routing_id_header`.
    ///
    /// # Errors
    ///
    /// The name is not a valid header name.
    pub fn id_header(mut self, name: &str) -> Result<Self, InvalidArgument> {
        self.id_header = header_name("routing_id_header", name)?;
        Ok(self)
    }

    /// Sets the token for all responses. By default, the token of the delivery is returned.
    ///
    /// # Errors
    ///
    /// The token is empty or not a valid header value.
    pub fn token(mut self, token: &str) -> Result<Self, InvalidArgument> {
        let value = header_value("token", token)?;
        if value.is_empty() {
            return Err(InvalidArgument::new("token", "must not be empty"));
        }
        self.token = Some(value);
        Ok(self)
    }

    /// Returns the token of a delivery: that of the last 2xx response for the chat. `None` if there was no such
    /// response, and for events without a chat.
    #[must_use]
    pub fn token_of<'a>(&self, delivery: &'a HeaderMap) -> Option<&'a HeaderValue> {
        delivery.get(&self.key_header)
    }

    /// Returns the identifier of the chat of a delivery, from its headers.
    #[must_use]
    pub fn chat_of(&self, delivery: &HeaderMap) -> Option<ChatId> {
        let id = delivery.get(&self.id_header)?.to_str().ok()?;
        Some(id.into())
    }

    /// Inserts the token into the headers of a response to a delivery, if its status is 2xx and the header is
    /// not set already.
    pub fn answer(&self, delivery: &HeaderMap, status: StatusCode, response: &mut HeaderMap) {
        let token = self.token.as_ref().or_else(|| self.token_of(delivery));
        if let Some(token) = token
            && status.is_success()
        {
            response
                .entry(&self.key_header)
                .or_insert_with(|| token.clone());
        }
    }
}

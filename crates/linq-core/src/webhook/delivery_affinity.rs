use crate::{
    error::InvalidArgument,
    header::{header_name, header_value},
    id::ChatId,
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

/// Delivery affinity: every event of a chat comes to the part of your service that holds the chat.
///
/// It is switched on by naming a header in a subscription's `routing_key_header`. A 2xx reply to a
/// delivery may carry that header with a token of your choice, opaque to Linq; Linq keeps it for the
/// chat and sends it with the chat's later deliveries, for a load balancer in front of you to route
/// by. Until then it can go by the chat's identifier, which comes in a header too.
///
/// Whoever answers confirms the token by sending it back, or takes the chat over with one of its
/// own:
///
/// ```
/// use http::{HeaderMap, StatusCode};
/// use linq_core::webhook::DeliveryAffinity;
///
/// let affinity = DeliveryAffinity::new("X-Cluster")?.token("cluster-7")?;
///
/// let delivery = HeaderMap::new(); // the first of a chat: no token yet
/// let mut reply = HeaderMap::new();
/// affinity.answer(&delivery, StatusCode::NO_CONTENT, &mut reply);
/// assert_eq!(reply["x-cluster"], "cluster-7");
/// # Ok::<(), linq_core::error::InvalidArgument>(())
/// ```
///
/// These headers are not signed: route by them, but decide nothing else by them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryAffinity {
    key_header: HeaderName,
    id_header: HeaderName,
    token: Option<HeaderValue>,
}

impl DeliveryAffinity {
    /// The header with the chat's identifier, unless the subscription's `routing_id_header` names
    /// another.
    pub const DEFAULT_ID_HEADER: &'static str = "Linq-Chat-Id";

    /// Takes the name of the header with the token: the subscription's `routing_key_header`.
    pub fn new(key_header: &str) -> Result<Self, InvalidArgument> {
        Ok(Self {
            key_header: header_name("routing_key_header", key_header)?,
            id_header: header_name("routing_id_header", Self::DEFAULT_ID_HEADER)?,
            token: None,
        })
    }

    /// Takes the subscription's `routing_id_header`.
    pub fn id_header(mut self, name: &str) -> Result<Self, InvalidArgument> {
        self.id_header = header_name("routing_id_header", name)?;
        Ok(self)
    }

    /// Answers every delivery with this token. Without it, the token that came is sent back.
    pub fn token(mut self, token: &str) -> Result<Self, InvalidArgument> {
        let value = header_value("token", token)?;
        if value.is_empty() {
            return Err(InvalidArgument::new("token", "must not be empty"));
        }
        self.token = Some(value);
        Ok(self)
    }

    /// The token of a delivery: what the last 2xx reply for this chat said. `None` before there was
    /// one, and for events that belong to no chat.
    #[must_use]
    pub fn token_of<'a>(&self, delivery: &'a HeaderMap) -> Option<&'a HeaderValue> {
        delivery.get(&self.key_header)
    }

    /// The chat of a delivery, known before its body is read.
    #[must_use]
    pub fn chat_of(&self, delivery: &HeaderMap) -> Option<ChatId> {
        let id = delivery.get(&self.id_header)?.to_str().ok()?;
        Some(id.into())
    }

    /// Puts the token into the reply to a delivery, if its status is 2xx: only then it counts. One
    /// that the reply has already stays.
    pub fn answer(&self, delivery: &HeaderMap, status: StatusCode, reply: &mut HeaderMap) {
        let token = self.token.as_ref().or_else(|| self.token_of(delivery));
        if let Some(token) = token
            && status.is_success()
        {
            reply
                .entry(&self.key_header)
                .or_insert_with(|| token.clone());
        }
    }
}

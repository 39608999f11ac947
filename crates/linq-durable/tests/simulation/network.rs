//! The network between the processes and the server, and its faults.

use crate::{
    clock::{between, chance, pick, seconds},
    server::{error, respond},
};
use bytes::Bytes;
use http::Response;
use linq_core::error::TransportErrorKind;
use std::time::Duration;

/// The fate of one request.
#[derive(Clone, Debug)]
pub(crate) struct Fate {
    /// Time until the server gets the request; `None` if it does not.
    pub(crate) request: Option<Duration>,
    /// Time until the server gets it for a second time.
    pub(crate) duplicate: Option<Duration>,
    /// What a proxy does with the request.
    pub(crate) proxy: Proxy,
    /// Time from there until the client gets the response; `None` if it is lost.
    pub(crate) response: Option<Duration>,
    /// Error of the client, and its time, unless the response is there first.
    pub(crate) failure: Option<(Duration, TransportErrorKind)>,
}

/// What a proxy, or the server in front of the API, does with a request.
#[derive(Clone, Debug)]
pub(crate) enum Proxy {
    /// It passes the request and the response on.
    Pass,
    /// It responds itself.
    Respond(Canned),
    /// It passes the request on, but responds itself.
    PassAndRespond(Canned),
}

/// A response that is not that of the API to the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Canned {
    RateLimited(Option<&'static str>),
    Unavailable(Option<&'static str>),
    Internal(Option<&'static str>),
    GatewayTimeout,
    RequestTimeout,
    Html,
    /// A JSON object without the fields of the API.
    OtherJson,
    Rejected,
}

impl Canned {
    pub(crate) fn response(self) -> Response<Bytes> {
        match self {
            Self::RateLimited(after) => error(429, 1007, after),
            Self::Unavailable(after) => error(503, 4004, after),
            Self::Internal(after) => error(500, 3006, after),
            Self::GatewayTimeout => respond(504, "text/html", "<html>504</html>".into()),
            Self::RequestTimeout => respond(408, "text/html", "".into()),
            Self::Html => respond(200, "text/html", "<html>Welcome</html>".into()),
            Self::OtherJson => respond(200, "application/json", "{\"ok\":true}".into()),
            Self::Rejected => error(422, 4005, None),
        }
    }
}

/// A kind of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    NotConnected,
    RequestLost,
    ResponseLost,
    LateRequest,
    LateResponse,
    Duplicate,
    RateLimited,
    Unavailable,
    UnavailableAfterwards,
    Internal,
    InternalAfterwards,
    Html,
    HtmlAfterwards,
    OtherJsonAfterwards,
    Rejected,
}

impl Fault {
    pub(crate) const ALL: [Self; 15] = [
        Self::NotConnected,
        Self::RequestLost,
        Self::ResponseLost,
        Self::LateRequest,
        Self::LateResponse,
        Self::Duplicate,
        Self::RateLimited,
        Self::Unavailable,
        Self::UnavailableAfterwards,
        Self::Internal,
        Self::InternalAfterwards,
        Self::Html,
        Self::HtmlAfterwards,
        Self::OtherJsonAfterwards,
        Self::Rejected,
    ];
}

/// The settings of the network.
#[derive(Clone, Debug)]
pub(crate) struct Network {
    pub(crate) latency: Duration,
    /// Probability that a request meets a fault.
    pub(crate) probability: f64,
    pub(crate) faults: Vec<Fault>,
    /// Maximum delay of a late request or response.
    pub(crate) max_delay: Duration,
    /// Values of `Retry-After`.
    pub(crate) retry_after: &'static [Option<&'static str>],
}

/// Returns whether the server may have got a request that failed in this way.
pub(crate) fn may_have_been_sent(kind: TransportErrorKind) -> bool {
    let unsent = [
        TransportErrorKind::Connect,
        TransportErrorKind::ConnectTimeout,
        TransportErrorKind::NotProcessed,
    ];
    !unsent.contains(&kind)
}

impl Network {
    pub(crate) fn fate(&self, rng: &mut fastrand::Rng, has_faults: bool) -> Fate {
        let mut latency = || between(rng, Duration::from_millis(1), self.latency);
        let mut fate = Fate {
            request: Some(latency()),
            duplicate: None,
            proxy: Proxy::Pass,
            response: Some(latency()),
            failure: None,
        };
        if !has_faults || self.faults.is_empty() || !chance(rng, self.probability) {
            return fate;
        }
        let retry_after = pick(rng, self.retry_after);
        match pick(rng, &self.faults) {
            Fault::NotConnected => {
                let kind = pick(
                    rng,
                    &[
                        TransportErrorKind::Connect,
                        TransportErrorKind::ConnectTimeout,
                        TransportErrorKind::NotProcessed,
                    ],
                );
                fate.failure = fate.request.take().map(|after| (after, kind));
            }
            Fault::RequestLost => {
                fate.failure = fate.request.take().map(|after| (after, Self::lost(rng)));
            }
            Fault::ResponseLost => {
                fate.response = None;
                if rng.bool() {
                    fate.failure = Some((self.latency * 2, TransportErrorKind::ConnectionLost));
                }
            }
            Fault::LateRequest => {
                fate.request = Some(between(rng, seconds(1), self.max_delay));
                if rng.bool() {
                    fate.failure = Some((self.latency, TransportErrorKind::ConnectionLost));
                }
            }
            Fault::LateResponse => fate.response = Some(between(rng, seconds(1), self.max_delay)),
            Fault::Duplicate => {
                fate.duplicate = Some(self.latency + between(rng, seconds(0), self.max_delay));
            }
            Fault::RateLimited => fate.proxy = Proxy::Respond(Canned::RateLimited(retry_after)),
            Fault::Unavailable => fate.proxy = Proxy::Respond(Canned::Unavailable(retry_after)),
            Fault::UnavailableAfterwards => {
                fate.proxy = Proxy::PassAndRespond(Canned::Unavailable(retry_after));
            }
            Fault::Internal => fate.proxy = Proxy::Respond(Self::internal(rng, retry_after)),
            Fault::InternalAfterwards => {
                fate.proxy = Proxy::PassAndRespond(Self::internal(rng, retry_after));
            }
            Fault::Html => fate.proxy = Proxy::Respond(Canned::Html),
            Fault::HtmlAfterwards => fate.proxy = Proxy::PassAndRespond(Canned::Html),
            Fault::OtherJsonAfterwards => fate.proxy = Proxy::PassAndRespond(Canned::OtherJson),
            Fault::Rejected => fate.proxy = Proxy::Respond(Canned::Rejected),
        }
        fate
    }

    fn lost(rng: &mut fastrand::Rng) -> TransportErrorKind {
        pick(
            rng,
            &[
                TransportErrorKind::ConnectionLost,
                TransportErrorKind::Timeout,
            ],
        )
    }

    fn internal(rng: &mut fastrand::Rng, retry_after: Option<&'static str>) -> Canned {
        pick(
            rng,
            &[
                Canned::Internal(retry_after),
                Canned::GatewayTimeout,
                Canned::RequestTimeout,
            ],
        )
    }
}

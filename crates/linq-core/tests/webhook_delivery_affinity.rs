//! Delivery affinity: routing tokens in deliveries and responses.

#![allow(clippy::unwrap_used, reason = "test helpers")]

use http::{HeaderMap, StatusCode};
use linq_core::{id::ChatId, webhook::DeliveryAffinity};

fn delivery(token: Option<&str>) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert("linq-chat-id", "c1".parse().unwrap());
    if let Some(token) = token {
        headers.insert("x-cluster", token.parse().unwrap());
    }
    headers
}

fn response_token(
    affinity: &DeliveryAffinity,
    delivery: &HeaderMap,
    status: StatusCode,
) -> Option<String> {
    let mut response = HeaderMap::new();
    affinity.answer(delivery, status, &mut response);
    let token = response.get("x-cluster")?;
    Some(token.to_str().unwrap().to_owned())
}

#[test]
fn token_of_the_delivery_is_returned() {
    let affinity = DeliveryAffinity::new("X-Cluster").unwrap();
    let delivery = delivery(Some("cluster-7"));
    assert_eq!(affinity.token_of(&delivery).unwrap(), "cluster-7");
    assert_eq!(
        response_token(&affinity, &delivery, StatusCode::OK).as_deref(),
        Some("cluster-7")
    );
    assert_eq!(
        response_token(&affinity, &self::delivery(None), StatusCode::OK),
        None
    );
}

#[test]
fn configured_token_replaces_the_token_of_the_delivery() {
    let affinity = DeliveryAffinity::new("X-Cluster")
        .unwrap()
        .token("mine")
        .unwrap();
    for delivery in [delivery(None), delivery(Some("theirs"))] {
        assert_eq!(
            response_token(&affinity, &delivery, StatusCode::ACCEPTED).as_deref(),
            Some("mine")
        );
    }
}

#[test]
fn token_set_by_the_handler_is_kept() {
    let affinity = DeliveryAffinity::new("X-Cluster")
        .unwrap()
        .token("mine")
        .unwrap();
    let mut response = HeaderMap::new();
    response.insert("x-cluster", "handler's".parse().unwrap());
    affinity.answer(&delivery(None), StatusCode::OK, &mut response);
    assert_eq!(response["x-cluster"], "handler's");
    assert_eq!(response.len(), 1);
}

#[test]
fn only_a_2xx_response_has_a_token() {
    let affinity = DeliveryAffinity::new("X-Cluster")
        .unwrap()
        .token("mine")
        .unwrap();
    for status in [
        StatusCode::UNAUTHORIZED,
        StatusCode::SERVICE_UNAVAILABLE,
        StatusCode::FOUND,
    ] {
        assert_eq!(
            response_token(&affinity, &delivery(Some("x")), status),
            None
        );
    }
}

#[test]
fn chat_is_known_from_the_headers() {
    let affinity = DeliveryAffinity::new("X-Cluster").unwrap();
    assert_eq!(affinity.chat_of(&delivery(None)), Some(ChatId::from("c1")));
    assert_eq!(affinity.chat_of(&HeaderMap::new()), None);

    let renamed = affinity.id_header("X-Chat").unwrap();
    assert_eq!(renamed.chat_of(&delivery(None)), None);
    let mut headers = HeaderMap::new();
    headers.insert("x-chat", "c2".parse().unwrap());
    assert_eq!(renamed.chat_of(&headers), Some(ChatId::from("c2")));
}

#[test]
fn invalid_header_names_and_tokens_are_rejected() {
    let error = DeliveryAffinity::new("X Cluster").unwrap_err();
    assert_eq!(error.path(), "routing_key_header");
    let affinity = DeliveryAffinity::new("X-Cluster").unwrap();
    assert_eq!(
        affinity.clone().id_header("").unwrap_err().path(),
        "routing_id_header"
    );
    for token in ["", "a\nb"] {
        assert_eq!(
            affinity.clone().token(token).unwrap_err().path(),
            "token",
            "{token:?}"
        );
    }
}

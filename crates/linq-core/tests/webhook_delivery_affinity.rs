//! The routing token, there and back.

#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

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

fn answered(
    affinity: &DeliveryAffinity,
    delivery: &HeaderMap,
    status: StatusCode,
) -> Option<String> {
    let mut reply = HeaderMap::new();
    affinity.answer(delivery, status, &mut reply);
    let token = reply.get("x-cluster")?;
    Some(token.to_str().unwrap().to_owned())
}

#[test]
fn the_token_that_came_goes_back() {
    let affinity = DeliveryAffinity::new("X-Cluster").unwrap();
    let came = delivery(Some("cluster-7"));
    assert_eq!(affinity.token_of(&came).unwrap(), "cluster-7");
    assert_eq!(
        answered(&affinity, &came, StatusCode::OK).as_deref(),
        Some("cluster-7")
    );
    assert_eq!(answered(&affinity, &delivery(None), StatusCode::OK), None);
}

#[test]
fn a_token_of_ones_own_takes_the_chat_over() {
    let affinity = DeliveryAffinity::new("X-Cluster")
        .unwrap()
        .token("mine")
        .unwrap();
    for came in [delivery(None), delivery(Some("theirs"))] {
        assert_eq!(
            answered(&affinity, &came, StatusCode::ACCEPTED).as_deref(),
            Some("mine")
        );
    }
}

#[test]
fn a_token_that_the_handler_set_stays() {
    let affinity = DeliveryAffinity::new("X-Cluster")
        .unwrap()
        .token("mine")
        .unwrap();
    let mut reply = HeaderMap::new();
    reply.insert("x-cluster", "handler's".parse().unwrap());
    affinity.answer(&delivery(None), StatusCode::OK, &mut reply);
    assert_eq!(reply["x-cluster"], "handler's");
    assert_eq!(reply.len(), 1);
}

#[test]
fn only_a_success_carries_a_token() {
    let affinity = DeliveryAffinity::new("X-Cluster")
        .unwrap()
        .token("mine")
        .unwrap();
    for status in [
        StatusCode::UNAUTHORIZED,
        StatusCode::SERVICE_UNAVAILABLE,
        StatusCode::FOUND,
    ] {
        assert_eq!(answered(&affinity, &delivery(Some("x")), status), None);
    }
}

#[test]
fn the_chat_is_known_before_the_body_is_read() {
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
fn what_no_header_can_be_is_refused_by_name() {
    let refused = DeliveryAffinity::new("X Cluster").unwrap_err();
    assert_eq!(refused.path(), "routing_key_header");
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

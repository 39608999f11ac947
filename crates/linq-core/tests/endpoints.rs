//! Metadata of the endpoints, and its effects.

#![allow(clippy::unwrap_used, reason = "test helpers")]

use bytes::Bytes;
use http::Response;
use linq_core::{
    ApiKey, Endpoint, Error,
    api::{
        ENDPOINTS,
        capability::{CheckIMessage, CheckRcs},
        contact_card::{CreateContactCard, UpdateContactCard},
        payment_handles::VerifyPaymentHandle,
        payment_requests::ListPaymentRequests,
        payments::CreatePayment,
    },
    call::Paged,
    endpoint::{Idempotency, ParamLocation},
    error::ErrorCode,
    exchange::{BaseUrl, CallOptions, Entropy, Exchange, ExchangeConfig, Step},
    model::{
        AttachmentCreateResponse, AvailableNumberRetrieveResponse, Payment,
        PaymentCredentialsResponse, PaymentProviderConnectResponse, PaymentRequest,
        PaymentRequestListResponse,
    },
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::{
    fmt::Debug,
    time::{Duration, Instant},
};

/// Returns the outcome of an error response: the delay before the next attempt, or the error.
fn outcome_of_error<E: Endpoint>(endpoint: E, status: u16, code: u32) -> Result<Duration, Error> {
    #[allow(clippy::disallowed_methods)]
    let now = Instant::now();
    let config = ExchangeConfig::new(BaseUrl::default(), &ApiKey::new("sk_secret").unwrap());
    let options = CallOptions::default();
    let mut exchange =
        Exchange::new(&config, endpoint, &options, Entropy::new([1; 24]), now).unwrap();
    assert!(matches!(exchange.step(None, now), Step::Send(_)));
    let body = json!({
        "success": false, "error": {"status": status, "code": code, "message": "no"},
    });
    let mut response = Response::new(Bytes::from(body.to_string()));
    *response.status_mut() = status.try_into().unwrap();
    match exchange.step(Some(Ok(response)), now) {
        Step::Send(attempt) => Ok(attempt.after),
        Step::Done(Err(error)) => Err(error),
        Step::Done(Ok(_)) => panic!("an error response was a success"),
    }
}

#[test]
fn code_4004_is_not_retried_where_a_retry_extends_the_limit() {
    let number = || "+12223334444".parse().unwrap();
    let handle = || "+12052499136".parse().unwrap();
    let assert_final = |outcome: Result<Duration, Error>| match outcome.unwrap_err() {
        Error::Api(error) => assert_eq!(error.code(), Some(ErrorCode::ServiceUnavailable)),
        other => panic!("{other}"),
    };
    assert_final(outcome_of_error(CheckRcs::new(number()), 503, 4004));
    assert_final(outcome_of_error(
        CreateContactCard::new("Ann".into(), number()),
        503,
        4004,
    ));
    assert_final(outcome_of_error(
        UpdateContactCard::new(number()),
        503,
        4004,
    ));
    assert_eq!(
        outcome_of_error(CheckIMessage::new(handle()), 503, 4004).unwrap(),
        Duration::from_secs(30)
    );

    // Other codes are retried there, as everywhere.
    outcome_of_error(CheckRcs::new(number()), 500, 3006).unwrap();
    outcome_of_error(CreateContactCard::new("Ann".into(), number()), 500, 2022).unwrap();
}

#[test]
fn final_codes_of_every_endpoint() {
    let with_final_codes: Vec<_> = ENDPOINTS
        .iter()
        .filter(|info| !info.non_retryable_codes.is_empty())
        .map(|info| (info.name, info.non_retryable_codes))
        .collect();
    let code_4004 = &[ErrorCode::ServiceUnavailable][..];
    assert_eq!(
        with_final_codes,
        [
            ("capability.check_RCS", code_4004),
            ("contact_card.create", code_4004),
            ("contact_card.update", code_4004),
        ]
    );
}

/// All endpoints that are not listed are read-only.
#[test]
fn retry_safety_of_every_endpoint() {
    let keyed = [
        "chats.create",
        "chats.messages.send",
        "chats.polls.create",
        "messages.create",
        "payment_requests.create",
        "payments.create",
    ];
    let converging = [
        "attachments.delete",
        "blocked_handles.block",
        "blocked_handles.unblock",
        "chats.leave_chat",
        "chats.location.stop",
        "chats.mark_as_read",
        "chats.participants.add",
        "chats.participants.remove",
        "chats.typing.start",
        "chats.typing.stop",
        "messages.delete",
        "messages.poll.vote",
        "payment_handles.revoke",
        "payment_handles.verify",
        "payment_requests.cancel",
        "payments.cancel",
        "webhook_subscriptions.delete",
    ];
    let duplicating = [
        "attachments.create",
        "chats.location.request",
        "chats.send_voicememo",
        "chats.share_contact_card",
        "contact_card.create",
        "messages.add_reaction",
        "messages.poll.add_options",
        "messages.update_app_card",
        "payment_handles.connect",
        "payment_providers.connect",
        "phone_numbers.start_reputation_audit",
        "webhook_subscriptions.create",
    ];
    let harmless = [
        "chats.background.remove",
        "chats.background.set",
        "chats.update",
        "contact_card.update",
        "messages.update",
        "messages.update_sticker_placement",
        "phone_numbers.update",
        "webhook_subscriptions.update",
    ];
    for info in ENDPOINTS {
        let expected = match info.name {
            name if harmless.contains(&name) => Idempotency::Idempotent,
            name if keyed.contains(&name) => Idempotency::Keyed,
            name if converging.contains(&name) => Idempotency::Convergent,
            name if duplicating.contains(&name) => Idempotency::NotIdempotent,
            _ => Idempotency::ReadOnly,
        };
        assert_eq!(info.idempotency, expected, "{}", info.name);
    }
    let listed = keyed.iter().chain(&converging).chain(&duplicating);
    let listed = listed.chain(&harmless);
    for name in listed {
        assert!(ENDPOINTS.iter().any(|info| info.name == *name), "{name}");
    }
}

#[test]
fn location_of_fields_by_wire_name() {
    let field = |endpoint: &str, field: &str| {
        let info = ENDPOINTS.iter().find(|info| info.name == endpoint).unwrap();
        let found = info.fields.iter().find(|info| info.name == field);
        found.map(|found| (found.location, found.ty, found.required))
    };
    assert_eq!(
        field("payments.create", "Idempotency-Key"),
        Some((ParamLocation::Header, "IdempotencyKey", false))
    );
    assert_eq!(
        field("available_number.retrieve", "exclude_from"),
        Some((ParamLocation::Query, "Vec<PhoneNumber>", false))
    );
    assert_eq!(
        field("available_number.retrieve", "type"),
        Some((ParamLocation::Query, "LineType", false))
    );
    assert_eq!(
        field("chats.background.set", "type"),
        Some((ParamLocation::Body, "BackgroundType", true))
    );
    assert_eq!(
        field("messages.create", "exclude_from"),
        Some((ParamLocation::Body, "Vec<PhoneNumber>", false))
    );
}

fn page(requests: usize, has_more: bool) -> PaymentRequestListResponse {
    let request = json!({
        "id": "preq_1", "amount": 50, "checkout_url": "https://zero.linqapp.com/pay/a?session=1",
        "created_at": "2026-10-09T12:34:56Z", "currency": "usd", "mode": "payment",
        "object": "payment_request", "status": "requested",
    });
    let page = json!({"data": vec![request; requests], "has_more": has_more, "object": "list"});
    serde_json::from_value(page).unwrap()
}

#[test]
fn next_page_of_payment_requests_has_the_offset_of_all_items() {
    let first = ListPaymentRequests::new();
    let second = first.next_request(&page(20, true)).unwrap();
    assert_eq!(second.query(), "offset=20");
    let third = second.next_request(&page(3, true)).unwrap();
    assert_eq!(third.query(), "offset=23");
    assert!(third.next_request(&page(3, false)).is_none());
    assert!(
        third.next_request(&page(0, true)).is_none(),
        "it would not end"
    );
    assert_eq!(ListPaymentRequests::items(page(3, false)).len(), 3);
}

#[test]
fn skipped_payment_requests_count_towards_the_offset() {
    let body = json!({"data": [{"id": "preq_1"}, null, {"amount": 50}, {"id": "preq_2"}]});
    let response = Response::new(Bytes::from(body.to_string()));
    let page = ListPaymentRequests::decode(response.into()).unwrap();
    assert_eq!(page.value.data.len(), 2);
    let next = ListPaymentRequests::new()
        .next_request(&page.value)
        .unwrap();
    assert_eq!(next.query(), "offset=4");
}

fn debug<T: DeserializeOwned + Debug>(json: Value) -> String {
    format!("{:?}", serde_json::from_value::<T>(json).unwrap())
}

#[test]
fn debug_omits_secrets() {
    let upload = json!({
        "attachment_id": "a", "download_url": "https://cdn.example/a?sig=s3cret",
        "expires_at": "2026-10-09T12:34:56Z", "http_method": "PUT", "required_headers": {},
        "upload_url": "https://up.example/a?sig=s3cret",
    });
    let number = json!({"phone_number": "+1", "vcf_url": "https://cdn.example/v?sig=s3cret"});
    let handoff = json!({"handoff": {
        "card_ref": "s3cret", "fetch_url": "https://card.example/s3cret", "user_token": "s3cret",
    }});
    let payment = json!({
        "approval_url": "https://pay.example/s3cret", "attach_url": "https://pay.example/s3cret",
    });
    let request = json!({
        "id": "preq_1", "amount": 50, "checkout_url": "https://pay.example/a?session=s3cret",
        "created_at": "2026-10-09T12:34:56Z", "currency": "usd", "mode": "payment", "object": "o",
        "status": "requested",
    });
    let provider = json!({"hosted_url": "https://card.example/connect/s3cret"});
    let verify = VerifyPaymentHandle::new(
        "+12052499136".parse().unwrap(),
        "s3cret".into(),
        "con_1".into(),
    );
    for shown in [
        debug::<AttachmentCreateResponse>(upload),
        debug::<AvailableNumberRetrieveResponse>(number),
        debug::<PaymentCredentialsResponse>(handoff),
        debug::<Payment>(payment),
        debug::<PaymentRequest>(request),
        debug::<PaymentProviderConnectResponse>(provider),
        format!("{verify:?}"),
    ] {
        assert!(!shown.contains("s3cret"), "{shown}");
        assert!(shown.contains('…'), "{shown}");
    }
}

#[test]
fn idempotency_key_of_a_payment_is_a_header() {
    let mut payment = CreatePayment::new(1_999, "usd".into(), "+12052499136".parse().unwrap());
    assert!(payment.headers().unwrap().is_empty());
    *payment.idempotency_key().unwrap() = Some("order-1042".parse().unwrap());
    assert_eq!(payment.headers().unwrap()["idempotency-key"], "order-1042");
    assert!(!String::from_utf8_lossy(&payment.body().unwrap().unwrap()).contains("order-1042"));
}

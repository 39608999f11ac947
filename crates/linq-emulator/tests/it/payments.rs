use linq_emulator::{PaymentRequestStatus, PaymentStatus, ProviderStatus};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{ANNA, Api, ApiResponse, LINE};
use crate::receiver::Receiver;

const EVENTS: [&str; 7] = [
    "payment.succeeded",
    "payment.canceled",
    "payment.expired",
    "payment.declined",
    "payment.authorized",
    "connection.created",
    "connection.revoked",
];

async fn keyed(api: &Api, path: &str, key: &str, body: &Value) -> ApiResponse {
    let request = api
        .request(Method::POST, path)
        .header("Idempotency-Key", key);
    api.response(request.body(body.to_string())).await
}

#[tokio::test]
async fn payment_request_is_created_paid_and_published() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(&api, "", &EVENTS).await;
    let path = "/v3/payment_requests";
    let body = json!({ "amount": 1250, "currency": "usd", "description": "Lunch", "metadata": { "table": "7" } });
    let made = keyed(&api, path, "k", &body).await;
    assert_eq!(made.status, 201, "{:#}", made.body);
    assert_eq!(made.body, keyed(&api, path, "k", &body).await.body);
    assert_eq!(
        (
            &made.body["mode"],
            &made.body["status"],
            &made.body["metadata"]
        ),
        (
            &json!("payment"),
            &json!("requested"),
            &json!({ "table": "7" })
        )
    );
    let id = made.id("/id");
    api.emulator
        .set_payment_request_status(id, PaymentRequestStatus::Succeeded)
        .unwrap();
    let paid = api.get(&format!("{path}/{id}")).await.body;
    assert_eq!(paid["status"], "succeeded");
    assert!(paid["paid_at"].is_string());
    let published = hook.only(&api, "payment.succeeded").await.event["data"].clone();
    assert_eq!(
        (
            &published["id"],
            &published["amount"],
            &published["metadata"]
        ),
        (&json!(id), &json!(1250), &json!({ "table": "7" }))
    );
    let cancel = format!("{path}/{id}/cancel");
    api.post(&cancel, Value::Null).await.assert_error(409, 2015);

    let other = api.post(path, body).await.id("/id");
    let canceled = api
        .post(&format!("{path}/{other}/cancel"), Value::Null)
        .await;
    assert_eq!(
        (canceled.status, &canceled.body["status"]),
        (200, &json!("canceled"))
    );
    let event = hook.only(&api, "payment.canceled").await.event;
    assert_eq!(
        event["trace_id"],
        canceled.headers["x-trace-id"].to_str().unwrap()
    );
    let control = format!("/payment_requests/{other}/status");
    let expired = json!({ "status": "expired" });
    assert_eq!(api.control("POST", &control, expired).await.status, 204);
    hook.only(&api, "payment.expired").await;
    api.get(&format!("{path}/{}", Uuid::max()))
        .await
        .assert_error(404, 2021);
    assert_eq!(
        api.control(
            "POST",
            &format!("/payment_requests/{}/status", Uuid::max()),
            json!({ "status": "expired" })
        )
        .await
        .status,
        404
    );
}

#[tokio::test]
async fn payment_requests_are_listed_by_offset_and_status() {
    let api = Api::new();
    let path = "/v3/payment_requests";
    let mut ids = Vec::new();
    for amount in [100, 200, 300] {
        let body = json!({ "amount": amount, "currency": "usd" });
        ids.push(api.post(path, body).await.id("/id"));
    }
    let amounts = |body: &Value| -> Vec<u64> {
        let data = body["data"].as_array().unwrap().iter();
        data.map(|item| item["amount"].as_u64().unwrap()).collect()
    };
    let first = api.get(&format!("{path}?limit=2")).await.body;
    assert_eq!(
        (amounts(&first), &first["has_more"]),
        (vec![300, 200], &json!(true))
    );
    let rest = api.get(&format!("{path}?limit=2&offset=2")).await.body;
    assert_eq!(
        (amounts(&rest), &rest["has_more"]),
        (vec![100], &json!(false))
    );
    api.emulator
        .set_payment_request_status(ids[1], PaymentRequestStatus::Declined)
        .unwrap();
    let declined = api.get(&format!("{path}?status=declined")).await.body;
    assert_eq!(amounts(&declined), [200]);
    for bad in ["status=lost", "offset=-1", "limit=101"] {
        let field = bad.split_once('=').unwrap().0;
        api.get(&format!("{path}?{bad}"))
            .await
            .assert_error_for(400, 1005, field);
    }
}

#[tokio::test]
async fn subscription_has_a_price_instead_of_an_amount() {
    let api = Api::new();
    let path = "/v3/payment_requests";
    let body = json!({
        "mode": "subscription",
        "price_id": "price_1",
        "quantity": 2,
        "discount": { "coupon": "c", "label": "50% OFF" },
        "trial_period_days": 7,
        "customer_id": "cus_9",
    });
    let made = api.post(path, body.clone()).await;
    assert_eq!(made.status, 201, "{:#}", made.body);
    assert_eq!(
        (
            &made.body["mode"],
            &made.body["stripe"]["customer_id"],
            &made.body["quantity"]
        ),
        (&json!("subscription"), &json!("cus_9"), &json!(2))
    );
    assert_eq!(made.body["discount"]["label"], "50% OFF");
    assert!(made.body["trial_end"].is_string());

    let natural = json!({ "amount": 100, "currency": "usd", "rail": "natural", "from": LINE, "payer_handle": ANNA });
    let natural = api.post(path, natural).await.body;
    assert_eq!(natural["stripe"], Value::Null);
    assert!(natural["natural"]["payment_request_id"].is_string());

    let with = |key: &str, value: Value| {
        let mut body = body.clone();
        body[key] = value;
        body
    };
    for (body, status, code, field) in [
        (
            json!({ "amount": 49, "currency": "usd" }),
            400,
            1005,
            "amount",
        ),
        (json!({ "amount": 100 }), 400, 1001, "currency"),
        (
            json!({ "amount": 100, "currency": "eur" }),
            400,
            1005,
            "currency",
        ),
        (
            json!({ "amount": 100, "currency": "usd", "price_id": "p" }),
            400,
            1005,
            "price_id",
        ),
        (
            json!({ "amount": 100, "currency": "usd", "metadata": { "linq_x": "1" } }),
            400,
            1005,
            "metadata.linq_x",
        ),
        (
            json!({ "amount": 100, "currency": "usd", "rail": "natural" }),
            400,
            1001,
            "from",
        ),
        (
            json!({ "amount": 100, "currency": "usd", "rail": "natural", "from": ANNA }),
            403,
            2006,
            "from",
        ),
        (json!({ "mode": "gift" }), 400, 1005, "mode"),
        (json!({ "mode": "subscription" }), 400, 1001, "price_id"),
        (with("amount", json!(1)), 400, 1005, "amount"),
        (with("discount", json!({})), 400, 1005, "discount"),
        (
            with("trial_end", json!("2030-01-01T00:00:00Z")),
            400,
            1005,
            "trial_period_days",
        ),
        (with("quantity", json!(u64::MAX)), 400, 1005, "quantity"),
        (
            with("trial_period_days", json!(u64::MAX)),
            400,
            1005,
            "trial_period_days",
        ),
    ] {
        api.post(path, body)
            .await
            .assert_error_for(status, code, field);
    }
}

#[tokio::test]
async fn payment_handle_is_connected_charged_and_revoked() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(&api, "", &EVENTS).await;
    let handle = format!("/v3/payments/handles/{ANNA}");
    let status = async || {
        let response = api.get(&format!("{handle}/connection")).await;
        response.body["status"].as_str().unwrap().to_owned()
    };
    assert_eq!(status().await, "not_connected");
    let body = json!({ "handle": ANNA, "amount_cents": 4200, "currency": "usd", "merchant": { "name": "Shop" } });
    let wanted = keyed(&api, "/v3/payments", "k", &body).await;
    assert_eq!(wanted.status, 200, "{:#}", wanted.body);
    assert_eq!(
        (&wanted.body["status"], &wanted.body["id"]),
        (&json!("needs_connection"), &Value::Null)
    );

    let connect = api.post(&format!("{handle}/connect"), Value::Null).await;
    assert_eq!(connect.body["status"], "pending");
    let connect_id = &connect.body["connect_id"];
    let verify = async |id: &Value, code: &str| {
        let body = json!({ "connect_id": id, "code": code });
        api.post(&format!("{handle}/verify"), body).await
    };
    verify(connect_id, "000000")
        .await
        .assert_error_for(400, 1005, "code");
    verify(&json!("x"), "123456")
        .await
        .assert_error_for(400, 1005, "connect_id");
    assert_eq!(
        verify(connect_id, "123456").await.body["status"],
        "connected"
    );
    assert_eq!(status().await, "connected");
    hook.only(&api, "connection.created").await;

    let ready = keyed(&api, "/v3/payments", "k", &body).await;
    assert_eq!(ready.body["status"], "ready");
    let id = ready.id("/id");
    assert_eq!(keyed(&api, "/v3/payments", "k", &body).await.id("/id"), id);
    let path = format!("/v3/payments/{id}");
    let handoff = api.get(&format!("{path}/credentials")).await.body["handoff"].clone();
    assert_eq!(handoff["provider"], "agentcard");
    assert!(handoff["user_token"].is_string());
    api.emulator
        .set_payment_status(id, PaymentStatus::Succeeded)
        .unwrap();
    assert_eq!(api.get(&path).await.body["status"], "succeeded");
    let published = hook.only(&api, "payment.succeeded").await.event["data"].clone();
    assert_eq!(
        (&published["id"], &published["amount"]),
        (&json!(id), &json!(4200))
    );
    api.get(&format!("{path}/credentials"))
        .await
        .assert_error(409, 2015);
    api.post(&format!("{path}/cancel"), Value::Null)
        .await
        .assert_error(409, 2015);

    api.emulator
        .set_next_payment_status(PaymentStatus::AwaitingUserAction);
    let waiting = api.post("/v3/payments", body).await;
    assert!(waiting.body["approval_url"].is_string());
    let path = format!("/v3/payments/{}", waiting.id("/id"));
    let canceled = api.post(&format!("{path}/cancel"), Value::Null).await;
    assert_eq!(canceled.body["status"], "canceled");
    hook.only(&api, "payment.canceled").await;

    let revoked = api
        .call("DELETE", &format!("{handle}/connection"), Value::Null)
        .await;
    assert_eq!(revoked.body["status"], "revoked");
    hook.only(&api, "connection.revoked").await;
    api.get(&format!("/v3/payments/{}", Uuid::max()))
        .await
        .assert_error(404, 2001);
    api.get("/v3/payments/handles/x/connection")
        .await
        .assert_error(400, 1002);
    let stranger = "/v3/payments/handles/+1999/connection";
    api.call("DELETE", stranger, Value::Null)
        .await
        .assert_error(404, 2001);
}

#[tokio::test]
async fn payment_provider_is_connected_by_an_admin() {
    let api = Api::new();
    let path = "/v3/payments/providers/agentcard";
    assert_eq!(
        api.get(path).await.body,
        json!({ "provider": "agentcard", "status": "onboarding" })
    );
    let connect = format!("{path}/connect");
    let response = api
        .post(&connect, json!({ "return_url": "https://example.com" }))
        .await;
    assert_eq!(response.status, 200);
    assert!(
        response.body["hosted_url"]
            .as_str()
            .unwrap()
            .starts_with("https://")
    );
    api.post(&connect, json!({}))
        .await
        .assert_error_for(400, 1001, "return_url");
    api.emulator
        .set_payment_provider("agentcard", ProviderStatus::Ready)
        .unwrap();
    assert_eq!(api.get(path).await.body["status"], "ready");
    api.get("/v3/payments/providers/other")
        .await
        .assert_error(404, 2001);
    let control = "/payment_providers/other";
    let ready = json!({ "status": "ready" });
    assert_eq!(api.control("PUT", control, ready).await.status, 404);
}

//! Payments, payment requests, handles and providers.

use crate::{Cases, GUEST, LINE};
use linq_core::{
    Client, DryRun, Timestamp,
    api::{
        payment_requests::{PaymentTerms, SubscriptionDiscount},
        payments::MerchantDetails,
    },
    model::{PaymentRail, PaymentRequestStatus},
};

const PAYMENT: &str = "pay_1QAbCdEf";
const REQUEST: &str = "preq_1QAbCdEf";

pub(crate) fn add(cases: &mut Cases, linq: &Client<DryRun>) {
    handles(cases, linq);
    requests(cases, linq);

    let providers = linq.payment_providers();
    let url = "https://example.com/done?a=1&b=2";
    cases.add(
        "payment_providers.connect",
        [providers.connect("agentcard", url).send()],
    );
    cases.add(
        "payment_providers.retrieve",
        [providers.retrieve("agentcard").send()],
    );

    let payments = linq.payments();
    let merchant = MerchantDetails::new()
        .name("Acme")
        .url("https://acme.example");
    let full = payments
        .create("user@example.com", 1_999, "usd")
        .description("Two shirts")
        .merchant(merchant)
        .metadata([("order", "1042")])
        .idempotency_key("order-1042");
    cases.add(
        "payments.create",
        [payments.create(GUEST, 1, "usd").send(), full.send()],
    );
    cases.add("payments.retrieve", [payments.retrieve(PAYMENT).send()]);
    cases.add("payments.cancel", [payments.cancel(PAYMENT).send()]);
    cases.add(
        "payments.credentials",
        [payments.credentials(PAYMENT).send()],
    );
}

fn handles(cases: &mut Cases, linq: &Client<DryRun>) {
    let handles = linq.payment_handles();
    cases.add(
        "payment_handles.connect",
        [
            handles.connect(GUEST).send(),
            handles.connect("user+tag@example.com").send(),
        ],
    );
    cases.add(
        "payment_handles.connection",
        [handles.connection(GUEST).send()],
    );
    cases.add("payment_handles.revoke", [handles.revoke(GUEST).send()]);
    cases.add(
        "payment_handles.verify",
        [handles.verify(GUEST, "con_1", "012345").send()],
    );
}

fn requests(cases: &mut Cases, linq: &Client<DryRun>) {
    let requests = linq.payment_requests();
    let natural = requests
        .create(PaymentTerms::once(2_500, "usd"))
        .customer_id("cus_1")
        .description("Lunch")
        .from(LINE)
        .metadata([("chat", "17"), ("order", "1042")])
        .payer_handle(GUEST)
        .rail(PaymentRail::Natural)
        .idempotency_key("order-1042");
    let coupon = requests
        .create(PaymentTerms::subscription("price_1"))
        .discount(SubscriptionDiscount::coupon("7fKCMvBh").label("50% OFF"))
        .quantity(3)
        .trial_period_days(14);
    let until: Timestamp = "2027-01-01T00:00:00Z".parse().unwrap();
    let promotion = requests
        .create(PaymentTerms::subscription("price_1"))
        .discount(SubscriptionDiscount::promotion_code("promo_1"))
        .trial_end(until);
    let text = requests
        .create(PaymentTerms::subscription("price_1"))
        .trial_end("2027-01-01");
    cases.add(
        "payment_requests.create",
        [
            requests.create(PaymentTerms::once(50, "usd")).send(),
            natural.send(),
            coupon.send(),
            promotion.send(),
            text.send(),
        ],
    );
    cases.add(
        "payment_requests.retrieve",
        [requests.retrieve(REQUEST).send()],
    );
    let filtered = requests
        .list()
        .limit(100)
        .offset(200)
        .status(PaymentRequestStatus::Succeeded);
    cases.add(
        "payment_requests.list",
        [requests.list().send(), filtered.send()],
    );
    cases.add("payment_requests.cancel", [requests.cancel(REQUEST).send()]);
}

package dev.linq.client

import dev.linq.client.model.PaymentMode
import dev.linq.client.model.PaymentRail
import dev.linq.client.model.PaymentRequestStatus
import dev.linq.client.request.MerchantDetails
import dev.linq.client.request.SubscriptionDiscount

private const val PAYMENT = "pay_1QAbCdEf"
private const val REQUEST = "preq_1QAbCdEf"

internal fun paymentCalls(linq: Linq, register: AddCase) {
    fun add(operation: String, vararg calls: suspend () -> Any?) = register(operation, calls)
    val handles = linq.paymentHandles
    add("payment_handles.connect", { handles.connect(GUEST) }, { handles.connect("user+tag@example.com") })
    add("payment_handles.connection", { handles.connection(GUEST) })
    add("payment_handles.revoke", { handles.revoke(GUEST) })
    add("payment_handles.verify", { handles.verify(GUEST, code = "012345", connectId = "con_1") })

    val providers = linq.paymentProviders
    add("payment_providers.connect", { providers.connect("agentcard", "https://example.com/done?a=1&b=2") })
    add("payment_providers.retrieve", { providers.retrieve("agentcard") })

    val payments = linq.payments
    add(
        "payments.create",
        { payments.create(1, "usd", GUEST) },
        {
            payments.create(
                1_999,
                "usd",
                "user@example.com",
                idempotencyKey = "order-1042",
                description = "Two shirts",
                merchant = MerchantDetails("Acme", "https://acme.example"),
                metadata = mapOf("order" to "1042"),
            )
        },
    )
    add("payments.retrieve", { payments.retrieve(PAYMENT) })
    add("payments.cancel", { payments.cancel(PAYMENT) })
    add("payments.credentials", { payments.credentials(PAYMENT) })
    requests(linq, register)
}

private fun requests(linq: Linq, register: AddCase) {
    fun add(operation: String, vararg calls: suspend () -> Any?) = register(operation, calls)
    val requests = linq.paymentRequests
    val subscription = PaymentMode.Subscription
    add(
        "payment_requests.create",
        { requests.create(amount = 50, currency = "usd", mode = PaymentMode.Payment) },
        {
            requests.create(
                idempotencyKey = "order-1042",
                amount = 2_500,
                currency = "usd",
                customerId = "cus_1",
                description = "Lunch",
                from = LINE,
                metadata = mapOf("chat" to "17", "order" to "1042"),
                mode = PaymentMode.Payment,
                payerHandle = GUEST,
                rail = PaymentRail.Natural,
            )
        },
        {
            val discount = SubscriptionDiscount(coupon = "7fKCMvBh", label = "50% OFF")
            requests.create(
                discount = discount,
                mode = subscription,
                priceId = "price_1",
                quantity = 3,
                trialPeriodDays = 14,
            )
        },
        {
            val discount = SubscriptionDiscount(promotionCode = "promo_1")
            val until = "2027-01-01T00:00:00Z"
            requests.create(discount = discount, mode = subscription, priceId = "price_1", trialEnd = until)
        },
        { requests.create(mode = subscription, priceId = "price_1", trialEnd = "2027-01-01") },
    )
    add("payment_requests.retrieve", { requests.retrieve(REQUEST) })
    add(
        "payment_requests.list",
        { requests.list() },
        { requests.list(limit = 100, offset = 200, status = PaymentRequestStatus.Succeeded) },
    )
    add("payment_requests.cancel", { requests.cancel(REQUEST) })
}

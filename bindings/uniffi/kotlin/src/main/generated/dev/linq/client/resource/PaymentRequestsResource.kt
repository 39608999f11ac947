// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.itemsByOffset
import dev.linq.client.internal.reply
import dev.linq.client.model.PaymentMode
import dev.linq.client.model.PaymentRail
import dev.linq.client.model.PaymentRequest
import dev.linq.client.model.PaymentRequestListResponse
import dev.linq.client.model.PaymentRequestStatus
import dev.linq.client.request.SubscriptionDiscount
import kotlinx.coroutines.flow.Flow

/** Requests for money. */
public class PaymentRequestsResource internal constructor(private val calls: Calls) {
    /**
     * Asks for money: the reply holds the `checkout_url` to send to the recipient.
     *
     * The money goes to your own Stripe account, which has to be connected (403 otherwise). Every call carries an
     * idempotency key, yours or a fresh one.
     *
     * Officially `payment_requests.create`, `POST /v3/payment_requests`:
     * https://docs.linqapp.com/api/resources/payment_requests/methods/create/
     *
     * @param amount How much is paid once, in the currency's smallest unit; for US dollars 50 cents or more. Not for a
     *     subscription.
     * @param currency The currency of that, ISO 4217; only `usd` so far.
     * @param customerId A customer of your Stripe account (`cus_…`) to attach the request to.
     * @param description What it is for, as shown at checkout.
     * @param discount A discount on a subscription.
     * @param from The line that the request is sent from; needed on the Natural rail.
     * @param metadata Notes of your own, up to 49, which come back in replies and events and go to Stripe. Keys that
     *     start with `linq_` are taken.
     * @param mode Whether to pay once, which it is unless told otherwise, or to subscribe.
     * @param payerHandle Who pays; needed on the Natural rail.
     * @param priceId What is subscribed to: an active recurring price of your Stripe account (`price_…`).
     * @param quantity How many units of that price.
     * @param rail What carries the money; your Stripe account unless told otherwise.
     * @param trialEnd When a free trial ends: a moment in the future, RFC 3339. Either this or `trial_period_days`.
     * @param trialPeriodDays How many days a free trial lasts.
     * @param idempotencyKey What makes a repeated call harmless; made by the client if absent.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun create(
        amount: Long? = null,
        currency: String? = null,
        customerId: String? = null,
        description: String? = null,
        discount: SubscriptionDiscount? = null,
        from: String? = null,
        metadata: Map<String, String>? = null,
        mode: PaymentMode? = null,
        payerHandle: String? = null,
        priceId: String? = null,
        quantity: Long? = null,
        rail: PaymentRail? = null,
        trialEnd: String? = null,
        trialPeriodDays: Long? = null,
        idempotencyKey: String? = null,
        options: CallOptions = CallOptions(),
    ): PaymentRequest =
        calls.reply<PaymentRequest>("payment_requests.create", options) {
            put("amount", amount)
            put("currency", currency)
            put("customer_id", customerId)
            put("description", description)
            put("discount", discount)
            put("from", from)
            put("metadata", metadata)
            put("mode", mode)
            put("payer_handle", payerHandle)
            put("price_id", priceId)
            put("quantity", quantity)
            put("rail", rail)
            put("trial_end", trialEnd)
            put("trial_period_days", trialPeriodDays)
            put("idempotency_key", idempotencyKey)
        }

    /**
     * Gives a payment request as it is now.
     *
     * Officially `payment_requests.retrieve`, `GET /v3/payment_requests/{payment_request_id}`:
     * https://docs.linqapp.com/api/resources/payment_requests/methods/retrieve/
     *
     * @param paymentRequestId The payment request.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun retrieve(
        paymentRequestId: String,
        options: CallOptions = CallOptions(),
    ): PaymentRequest =
        calls.reply<PaymentRequest>("payment_requests.retrieve", options) {
            put("payment_request_id", paymentRequestId)
        }

    /**
     * Gives your payment requests, a page at a time, the newest first.
     *
     * Officially `payment_requests.list`, `GET /v3/payment_requests`:
     * https://docs.linqapp.com/api/resources/payment_requests/methods/list/
     *
     * @param limit How many items a page holds: 1 to 100, 20 unless told otherwise.
     * @param offset How many items to skip.
     * @param status Only requests that got this far.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun list(
        limit: Long? = null,
        offset: Long? = null,
        status: PaymentRequestStatus? = null,
        options: CallOptions = CallOptions(),
    ): PaymentRequestListResponse =
        calls.reply<PaymentRequestListResponse>("payment_requests.list", options) {
            put("limit", limit)
            put("offset", offset)
            put("status", status)
        }

    /**
     * Gives your payment requests, a page at a time, the newest first.
     *
     * Everything from there to the end of the list, page after page as it is collected. A page that would be asked for
     * a second time ends it.
     *
     * Officially `payment_requests.list`, `GET /v3/payment_requests`:
     * https://docs.linqapp.com/api/resources/payment_requests/methods/list/
     *
     * @param limit How many items a page holds: 1 to 100, 20 unless told otherwise.
     * @param offset How many items to skip.
     * @param status Only requests that got this far.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public fun listAll(
        limit: Long? = null,
        offset: Long? = null,
        status: PaymentRequestStatus? = null,
        options: CallOptions = CallOptions(),
    ): Flow<PaymentRequest> =
        itemsByOffset(offset, options) { list(limit, it, status, options) }

    /**
     * Takes back a payment request that has not been paid. One that is paid, cancelled or expired is refused with 409.
     *
     * Officially `payment_requests.cancel`, `POST /v3/payment_requests/{payment_request_id}/cancel`:
     * https://docs.linqapp.com/api/resources/payment_requests/methods/cancel/
     *
     * @param paymentRequestId The payment request.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun cancel(
        paymentRequestId: String,
        options: CallOptions = CallOptions(),
    ): PaymentRequest =
        calls.reply<PaymentRequest>("payment_requests.cancel", options) {
            put("payment_request_id", paymentRequestId)
        }
}

// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.reply
import dev.linq.client.model.Payment
import dev.linq.client.model.PaymentCredentialsResponse
import dev.linq.client.request.MerchantDetails

/** Payments that an agent makes for a customer. */
public class PaymentsResource internal constructor(private val calls: Calls) {
    /**
     * Makes a payment for a customer, or goes on with one: the reply's `status` says what comes next.
     *
     * Once the customer has done what was asked of them (`awaiting_user_action`), send the same again with the same
     * idempotency key; so keep a key of your own. Every call carries one, yours or a fresh one.
     *
     * Officially `payments.create`, `POST /v3/payments`:
     * https://docs.linqapp.com/api/resources/payments/methods/create/
     *
     * @param amountCents How much, in the currency's smallest unit.
     * @param currency The currency, ISO 4217.
     * @param handle The customer: a phone number or an e-mail address.
     * @param description What it is for.
     * @param merchant Who is paid.
     * @param metadata Notes of your own, which come back in replies and events.
     * @param idempotencyKey What makes a repeated call harmless, and what names the payment until it has an identifier;
     *     made by the client if absent.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun create(
        amountCents: Long,
        currency: String,
        handle: String,
        description: String? = null,
        merchant: MerchantDetails? = null,
        metadata: Map<String, String>? = null,
        idempotencyKey: String? = null,
        options: CallOptions = CallOptions(),
    ): Payment =
        calls.reply<Payment>("payments.create", options) {
            put("amount_cents", amountCents)
            put("currency", currency)
            put("handle", handle)
            put("description", description)
            put("merchant", merchant)
            put("metadata", metadata)
            put("idempotency_key", idempotencyKey)
        }

    /**
     * Gives a payment as it is now.
     *
     * Officially `payments.retrieve`, `GET /v3/payments/{payment_id}`:
     * https://docs.linqapp.com/api/resources/payments/methods/retrieve/
     *
     * @param paymentId The payment.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun retrieve(
        paymentId: String,
        options: CallOptions = CallOptions(),
    ): Payment =
        calls.reply<Payment>("payments.retrieve", options) {
            put("payment_id", paymentId)
        }

    /**
     * Cancels a payment and closes its card.
     *
     * Officially `payments.cancel`, `POST /v3/payments/{payment_id}/cancel`:
     * https://docs.linqapp.com/api/resources/payments/methods/cancel/
     *
     * @param paymentId The payment.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun cancel(
        paymentId: String,
        options: CallOptions = CallOptions(),
    ): Payment =
        calls.reply<Payment>("payments.cancel", options) {
            put("payment_id", paymentId)
        }

    /**
     * Gives what the details of a `ready` payment's card are fetched with, from their provider and not from Linq. They
     * are not to be stored.
     *
     * Officially `payments.credentials`, `GET /v3/payments/{payment_id}/credentials`:
     * https://docs.linqapp.com/api/resources/payments/methods/credentials/
     *
     * @param paymentId The payment.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun credentials(
        paymentId: String,
        options: CallOptions = CallOptions(),
    ): PaymentCredentialsResponse =
        calls.reply<PaymentCredentialsResponse>("payments.credentials", options) {
            put("payment_id", paymentId)
        }
}

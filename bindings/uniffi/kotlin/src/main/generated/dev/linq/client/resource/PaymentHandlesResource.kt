// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.reply
import dev.linq.client.model.PaymentHandleConnection

/** Customers for whom an agent may pay. */
public class PaymentHandlesResource internal constructor(private val calls: Calls) {
    /**
     * Asks a customer to let an agent pay for them. They get a one-time code.
     *
     * The reply is `pending` and holds the `connect_id` to verify the code with. `connection.created` follows once they
     * consent.
     *
     * Officially `payment_handles.connect`, `POST /v3/payments/handles/{handle}/connect`:
     * https://docs.linqapp.com/api/resources/payment_handles/methods/connect/
     *
     * @param handle The customer: a phone number or an e-mail address.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun connect(
        handle: String,
        options: CallOptions = CallOptions(),
    ): PaymentHandleConnection =
        calls.reply<PaymentHandleConnection>("payment_handles.connect", options) {
            put("handle", handle)
        }

    /**
     * Says whether an agent may pay for a customer.
     *
     * Officially `payment_handles.connection`, `GET /v3/payments/handles/{handle}/connection`:
     * https://docs.linqapp.com/api/resources/payment_handles/methods/connection/
     *
     * @param handle The customer: a phone number or an e-mail address.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun connection(
        handle: String,
        options: CallOptions = CallOptions(),
    ): PaymentHandleConnection =
        calls.reply<PaymentHandleConnection>("payment_handles.connection", options) {
            put("handle", handle)
        }

    /**
     * Gives up the right to pay for a customer. What they have at the provider stays as it is.
     *
     * Officially `payment_handles.revoke`, `DELETE /v3/payments/handles/{handle}/connection`:
     * https://docs.linqapp.com/api/resources/payment_handles/methods/revoke/
     *
     * @param handle The customer: a phone number or an e-mail address.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun revoke(
        handle: String,
        options: CallOptions = CallOptions(),
    ): PaymentHandleConnection =
        calls.reply<PaymentHandleConnection>("payment_handles.revoke", options) {
            put("handle", handle)
        }

    /**
     * Completes a connection by the code that the customer got.
     *
     * A code works once and not for long; for another one, connect again. If the reply to a first attempt was lost, the
     * refusal of a second one may mean that the first had worked.
     *
     * Officially `payment_handles.verify`, `POST /v3/payments/handles/{handle}/verify`:
     * https://docs.linqapp.com/api/resources/payment_handles/methods/verify/
     *
     * @param handle The customer: a phone number or an e-mail address.
     * @param code The code that the customer got.
     * @param connectId From the reply to connecting.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun verify(
        handle: String,
        code: String,
        connectId: String,
        options: CallOptions = CallOptions(),
    ): PaymentHandleConnection =
        calls.reply<PaymentHandleConnection>("payment_handles.verify", options) {
            put("handle", handle)
            put("code", code)
            put("connect_id", connectId)
        }
}

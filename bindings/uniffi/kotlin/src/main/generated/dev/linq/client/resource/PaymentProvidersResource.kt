// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.reply
import dev.linq.client.model.PaymentProvider
import dev.linq.client.model.PaymentProviderConnectResponse

/** Your accounts at payment providers. */
public class PaymentProvidersResource internal constructor(private val calls: Calls) {
    /**
     * Says how far your organisation's account at a payment provider is.
     *
     * Officially `payment_providers.retrieve`, `GET /v3/payments/providers/{provider}`:
     * https://docs.linqapp.com/api/resources/payment_providers/methods/retrieve/
     *
     * @param provider The provider, such as `agentcard`.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun retrieve(
        provider: String,
        options: CallOptions = CallOptions(),
    ): PaymentProvider =
        calls.reply<PaymentProvider>("payment_providers.retrieve", options) {
            put("provider", provider)
        }

    /**
     * Gives the page where an administrator connects your organisation with a payment provider.
     *
     * Officially `payment_providers.connect`, `POST /v3/payments/providers/{provider}/connect`:
     * https://docs.linqapp.com/api/resources/payment_providers/methods/connect/
     *
     * @param provider The provider, such as `agentcard`.
     * @param returnUrl Where the administrator is sent afterwards.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun connect(
        provider: String,
        returnUrl: String,
        options: CallOptions = CallOptions(),
    ): PaymentProviderConnectResponse =
        calls.reply<PaymentProviderConnectResponse>("payment_providers.connect", options) {
            put("provider", provider)
            put("return_url", returnUrl)
        }
}

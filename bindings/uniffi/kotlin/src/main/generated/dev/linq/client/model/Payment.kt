// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.PrivateText
import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** A payment that an agent makes for a customer, with a virtual card. */
@Serializable
public data class Payment(
    /** The payment's identifier; absent until a card was made. */
    public val id: String? = null,
    /** The amount, in the currency's smallest unit. */
    @SerialName("amount_cents")
    public val amountCents: Long? = null,
    /**
     * Where the customer approves the charge with their passkey. Once they have, send the same request again with the
     * same idempotency key.
     */
    @SerialName("approval_url")
    public val approvalUrl: PrivateText? = null,
    /** Where the customer adds a card, if they have none; good for about 48 hours. */
    @SerialName("attach_url")
    public val attachUrl: PrivateText? = null,
    /** The currency, ISO 4217. */
    public val currency: String? = null,
    /** What it is for. */
    public val description: String? = null,
    /** The customer: a phone number (E.164) or an e-mail address. */
    public val handle: String? = null,
    /** Who is paid. */
    public val merchant: PaymentMerchant? = null,
    /** Notes of your own. */
    public val metadata: Map<String, String>? = null,
    /** How far it got. */
    public val status: PaymentStatus? = null,
)

// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.PrivateText
import dev.linq.client.Timestamp
import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** Money that you ask a recipient for. */
@Serializable
public data class PaymentRequest(
    /** The request's identifier. */
    public val id: String,
    /**
     * What they pay at checkout, in the currency's smallest unit; for a subscription the first invoice, discounts taken
     * off, which may be 0. Documented as always present.
     */
    public val amount: Long? = null,
    /** Where they pay: send it as a `Link`. Documented as always present. */
    @SerialName("checkout_url")
    public val checkoutUrl: PrivateText? = null,
    /** When the request was made. Documented as always present. */
    @SerialName("created_at")
    public val createdAt: Timestamp? = null,
    /** The currency, ISO 4217. Documented as always present. */
    public val currency: String? = null,
    /** Whether they pay once or subscribe. Documented as always present. */
    public val mode: PaymentMode? = null,
    /** The kind of object, in a word. Documented as always present. */
    @SerialName("object")
    public val `object`: String? = null,
    /** How far it got. Documented as always present. */
    public val status: PaymentRequestStatus? = null,
    /** What it is for, as shown at checkout. */
    public val description: String? = null,
    /** The discount on a subscription. */
    public val discount: PaymentRequestDiscount? = null,
    /** When it expires unless it is paid. */
    @SerialName("expires_at")
    public val expiresAt: Timestamp? = null,
    /** The unit of a subscription's interval. */
    public val interval: PaymentInterval? = null,
    /** How many of these units pass between two payments: 3 months is a quarter. */
    @SerialName("interval_count")
    public val intervalCount: Long? = null,
    /** Notes of your own. */
    public val metadata: Map<String, String>? = null,
    /** What it is called on the Natural rail. */
    public val natural: PaymentRequestNatural? = null,
    /** When it was paid; for a trial, when the means of payment was given. */
    @SerialName("paid_at")
    public val paidAt: Timestamp? = null,
    /** The Stripe price that is subscribed to. */
    @SerialName("price_id")
    public val priceId: String? = null,
    /** How many units of it. */
    public val quantity: Long? = null,
    /** What carries the money. */
    public val rail: PaymentRail? = null,
    /** What it is called in your Stripe account. */
    public val stripe: PaymentRequestStripe? = null,
    /** When a trial ends and the first payment is taken. */
    @SerialName("trial_end")
    public val trialEnd: Timestamp? = null,
    /** When the request last changed. */
    @SerialName("updated_at")
    public val updatedAt: Timestamp? = null,
)

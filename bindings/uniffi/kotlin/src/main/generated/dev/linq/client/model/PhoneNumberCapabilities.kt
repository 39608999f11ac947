// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** What a line can do. */
@Serializable
public data class PhoneNumberCapabilities(
    /** Send MMS. Documented as always present. */
    public val mms: Boolean? = null,
    /** Send SMS. Documented as always present. */
    public val sms: Boolean? = null,
    /** Make calls. Documented as always present. */
    public val voice: Boolean? = null,
)

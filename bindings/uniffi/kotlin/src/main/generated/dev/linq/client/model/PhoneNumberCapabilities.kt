// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** What a line can do. */
@Serializable
public data class PhoneNumberCapabilities(
    /** Send MMS. */
    public val mms: Boolean,
    /** Send SMS. */
    public val sms: Boolean,
    /** Make calls. */
    public val voice: Boolean,
)
